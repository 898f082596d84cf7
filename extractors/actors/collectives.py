"""Mentions of states, organisations and groups: names, organs that act for them, coalitions, compounds."""

from spacy.tokens import Token

from extractors.actors.gazette import Found, Name
from extractors.actors.groups import Groups
from extractors.actors.notes import ORGAN, Notes
from extractors.actors.phrases import named_owners, together
from extractors.mention import MentionKind
from extractors.syntax import clause_head
from ontology.actor import Actor, ActorKind
from ontology.labels import FALLBACK


class Collectives:
    """Reads states, organisations and groups into the notes of an article."""

    def __init__(self, notes: Notes) -> None:
        """`notes` are shared with the reader of persons."""
        self.notes = notes
        self.words = notes.words
        self.groups = Groups(notes)
        self.governments: Actor | None = None

    def described(self, token: Token, sentence: int) -> bool:
        """Note what a common noun denotes or, as a compound, names in passing; whether it was something."""
        return self._organ(token, sentence) or self.groups.described(token, sentence) or self._compound(token, sentence)

    def named(self, found: Found, sentence: int) -> None:
        """Note a listed name."""
        doc = self.notes.doc
        head = doc[found.first : found.last + 1].root
        name = found.name
        if name.kind is MentionKind.DEMONYM and self._other(head, name.actor):
            return
        state = self._foreign(head, found)
        if state or (found.first == found.last and self._national(head, name)):
            if state:
                self.notes.add(head, head, head, MentionKind.ORGAN, (state,), sentence, confidence=ORGAN, why="its own")
            return
        if name.actor.kind is ActorKind.GROUP:
            self.groups.spoken_of[head.text] = name.actor
        self.notes.add(
            doc[found.first], doc[found.last], head, name.kind, (name.actor,), sentence,
            place=name.place and self._is_location(head, name),
            why="name", over=range(found.first, found.last + 1),
        )  # fmt: skip

    def _foreign(self, head: Token, found: Found) -> Actor | None:
        """The state of a body that is called as another one's: *die österreichische Bundesregierung, der russische Sicherheitsrat*."""
        name, notes = found.name, self.notes
        if found.first != found.last or name.place:
            return None
        if name.kind is MentionKind.METONYM:
            owners = named_owners(head, notes.names, notes.gazette)
            return next((o for o in owners if o.kind is ActorKind.STATE and o != name.actor), None)
        if name.actor.kind is not ActorKind.ORGANISATION or head.pos_ != "NOUN":
            return None
        states = (notes.gazette.adjective(child.text) for child in head.children if child.dep_ == "amod")
        return next((state for state in states if state), None)

    def _national(self, head: Token, name: Name) -> bool:
        """Whether a body of the world is a state's own here: *der Nationale Sicherheitsrat*."""
        organ = name.actor.kind is ActorKind.ORGANISATION and head.pos_ in ("NOUN", "PROPN")
        return organ and any(child.text in self.words["national"] for child in head.children)

    def _other(self, demonym: Token, state: Actor) -> bool:
        """Whether a demonym means somebody else than its state: *die bosnischen Serben*, *der Ägypter Samih Schukri*, *der Belgier*."""
        gazette, persons = self.notes.gazette, self.notes.persons
        elsewhere = any(
            child.dep_ == "amod" and (other := gazette.adjective(child.text)) is not None and other != state
            for child in demonym.children
        )
        named = any(child.dep_ in ("appos", "flat") and child.i in persons for child in demonym.children)
        single = "Sing" in demonym.morph.get("Number", []) and any(c.dep_ == "det" for c in demonym.children)
        return elsewhere or named or single

    def _is_location(self, head: Token, name: Name) -> bool:
        """Whether grammar makes a place of a name: *in Moskau*, *nach Paris*; *Moskau wies … zurück* is the government."""
        cases = {child.lower_ for child in head.children if child.dep_ == "case"}
        before = head.nbor(-1).lower_ if head.i else ""
        if cases & self.words["location-prepositions"] or before in self.words["location-prepositions"]:
            return True
        metonym = name.kind is MentionKind.METONYM
        located = metonym and (cases | {before}) & self.words["origin-prepositions"]
        # A city that is no seat of government speaks for nobody.
        return bool(located) or (metonym and not name.seat and head.dep_ != "obj")

    # Organs ----------------------------------------------------------------------------------------------------------

    def _organ(self, token: Token, sentence: int) -> bool:
        head = self._organ_head(token)
        if not head:
            return False
        notes = self.notes
        owners = (
            [o for o in named_owners(token, notes.names, notes.gazette) if o.kind is not ActorKind.PERSON]
            or self._of_land(token, sentence)
            or self._of_city(token)
        )
        if not owners and head in self.words["bare-organs"]:
            owners = self._of_leader(token)
        # "die Regierungstruppen", "die Regierungsdelegation" are a government's without a word more.
        government = head in self.words["bare-organs"] or token.lower_.startswith(
            tuple(self.words["government-prefixes"])
        )
        if not owners and token.lower_.startswith(tuple(self.words["government-prefixes"])):
            owners = self._of_place(token)
        if owners:
            if government:
                self.governments = owners[0]
            return notes.add(
                token,
                token,
                token,
                MentionKind.ORGAN,
                together(token, notes.names, notes.gazette) or (owners[0],),
                sentence,
                confidence=ORGAN,
                why=f"{head} of {owners[0].label(FALLBACK)}",
            )
        if not government or any(child.lower_ in self.words["regional"] for child in token.children):
            # "die europäischen Regierungen" are not the one spoken of before.
            return False
        same = notes.references.organ(token, sentence, self.governments)
        return bool(same) and notes.add(
            token, token, token, MentionKind.ORGAN, same, sentence, confidence=0.7, why=f"{head} spoken of before"
        )

    def _organ_head(self, token: Token) -> str:
        """The organ that a noun is or ends in (*Streitkräften*, *US-Regierung*), or ""; *unter … Führung* is leading, no organ."""
        lower = token.lower_
        plural = "Plur" in token.morph.get("Number", []) or lower.endswith(self.notes.lang.grammar.plural_endings)
        head = self.notes.lang.organ_head(lower, plural)
        under = self.words["leading-prepositions"]
        leading = head in self.words["leading"] and any(child.lower_ in under for child in token.children)
        return "" if leading or lower in self.words["no-organs"] else head

    def _of_leader(self, token: Token) -> list[Actor]:
        """The state of the official whose government it is: *die Regierung von Premierminister Benjamin Netanjahu*."""
        notes = self.notes
        for child in token.children:
            title = notes.lang.titles.parse(child.text) if child.dep_ == "nmod" else None
            span = next((notes.persons[c.i] for c in child.children if c.i in notes.persons), None) if title else None
            if title and span:
                words = [t.text for t in notes.doc[span[0] : span[1] + 1]]
                person = notes.people.by_name(words, title, (), notes.listed(span[0]))
                state = notes.people.office_of(person, title) if person else None
                return [state] if state else []
            if child.dep_ == "nmod" and child.i in notes.persons:
                # "das Regime von Baschar al-Assad"
                first, last = notes.persons[child.i]
                words = [t.text for t in notes.doc[first : last + 1]]
                person = notes.people.by_name(words, None, (), notes.listed(first))
                state = notes.people.rules(person) if person else None
                return [state] if state else []
        return []

    def _of_city(self, token: Token) -> list[Actor]:
        """*das Kiewer Außenministerium*, *die Kopenhagener Regierung*."""
        seats = (self.notes.gazette.seat(child.text) for child in token.children if child.i < token.i)
        return [state for state in seats if state]

    def _of_place(self, token: Token) -> list[Actor]:
        """*In Nordsyrien kämpfen Regierungstruppen*: they are of the state where they fight."""
        notes, verb = self.notes, clause_head(token)
        for place in verb.children:
            cases = {child.lower_ for child in place.children if child.dep_ == "case"}
            if place.dep_ == "obl" and cases & self.words["place-prepositions"]:
                found = notes.names.get(place.i)
                state = found.name.actor if found else notes.gazette.part(place.text)
                if state and state.kind is ActorKind.STATE:
                    return [state]
        return []

    def _of_land(self, token: Token, sentence: int) -> list[Actor]:
        """*das Militär des isolierten Landes*: the land is resolved before its organ."""
        for child in token.children:
            if child.dep_ == "nmod" and child.text in self.words["land-nouns"]:
                resolved = self.notes.references.resolve(child, sentence)
                if resolved:
                    return list(resolved[1])
        return []

    def _compound(self, token: Token, sentence: int) -> bool:
        """The actor before a hyphen: *US-Luftangriff*, *Macron-Besuch*; it only modifies the noun."""
        prefixed = self.notes.gazette.prefix(token.text)
        actor = prefixed[0] if prefixed else None
        if actor is None and "-" in token.text:
            actor = self.notes.people.known_here([token.text.partition("-")[0]])
        return bool(actor) and self.notes.add(
            token, token, token, MentionKind.COMPOUND, (actor,) if actor else (), sentence, why="compound"
        )
