"""Mentions of states, organisations and groups: names, organs that act for them, coalitions, compounds."""

from spacy.tokens import Token

from extractors.actors.gazette import Found, Name
from extractors.actors.notes import ORGAN, SPOKEN_OF, UNLISTED, Notes
from extractors.actors.phrases import named_owners, together
from extractors.mention import MentionKind
from extractors.syntax import clause_head
from ontology.actor import Actor, ActorKind, Spelling
from ontology.labels import FALLBACK
from ontology.slugs import slug


class Collectives:
    """Reads states, organisations and groups into the notes of an article."""

    def __init__(self, notes: Notes) -> None:
        """`notes` are shared with the reader of persons."""
        self.notes = notes
        self.words = notes.words
        self.groups: dict[str, Actor] = {}
        self.governments: Actor | None = None

    def described(self, token: Token, sentence: int) -> bool:
        """Note what a common noun denotes or, as a compound, names in passing; whether it was something."""
        return self._organ(token, sentence) or self._group(token, sentence) or self._compound(token, sentence)

    def named(self, found: Found, sentence: int) -> None:
        """Note a listed name."""
        doc = self.notes.doc
        head = doc[found.first : found.last + 1].root
        name = found.name
        if name.kind is MentionKind.DEMONYM and self._other(head, name.actor):
            return
        if name.actor.kind is ActorKind.GROUP:
            self.groups[head.text] = name.actor
        self.notes.add(
            doc[found.first], doc[found.last], head, name.kind, (name.actor,), sentence,
            place=name.place and self._is_location(head, name),
            why="name", over=range(found.first, found.last + 1),
        )  # fmt: skip

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
        return "" if leading else head

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

    # Groups ----------------------------------------------------------------------------------------------------------

    def _group(self, token: Token, sentence: int) -> bool:
        """Coalitions by who leads or forms them, named groups that no table has, and groups spoken of before."""
        notes = self.notes
        base = notes.references.group_head(token)
        if base in self.words["group-heads"] and self._named_group(token, sentence):
            return True
        if token.text in self.groups:
            same = (self.groups[token.text],)
            return notes.add(
                token,
                token,
                token,
                MentionKind.DESCRIPTION,
                same,
                sentence,
                confidence=SPOKEN_OF,
                why="spoken of before",
            )
        member_of = self._united_in(token)
        if member_of:
            self.groups[token.text] = member_of
            return notes.add(
                token,
                token,
                token,
                MentionKind.DESCRIPTION,
                (member_of,),
                sentence,
                confidence=ORGAN,
                why="members of it",
            )
        if not base:
            return False
        owners = [o for o in named_owners(token, notes.names, notes.gazette, seats=False) if o.kind is ActorKind.GROUP]
        if owners:
            return notes.add(
                token, token, token, MentionKind.ORGAN, (owners[0],), sentence, confidence=ORGAN, why="of the group"
            )
        leader = self._leader(token)
        whoswho = notes.gazette.whoswho
        if leader and leader.id in whoswho.led:
            coalition = whoswho.actors[whoswho.led[leader.id]]
            return notes.add(token, token, token, MentionKind.NAME, (coalition,), sentence, why="led coalition")
        actors = notes.references.group(token, sentence) or self._bare(token)
        return bool(actors) and notes.add(
            token,
            token,
            token,
            MentionKind.DESCRIPTION,
            actors,
            sentence,
            confidence=SPOKEN_OF,
            why="group of the conflict spoken of",
        )

    def _bare(self, token: Token) -> tuple[Actor, ...]:
        """The group that a bare noun means beside the states of this article: *die Separatisten* where Ukraine is spoken of most."""
        counts, whoswho = self.notes.salience.counts, self.notes.gazette.whoswho
        nature = self.notes.lang.bare_groups.get(token.text, "")
        fitting = [(counts[state], group) for state, group in whoswho.active.get(nature, ()) if counts[state]]
        return (whoswho.actors[max(fitting)[1]],) if fitting else ()

    def _united_in(self, token: Token) -> Actor | None:
        """The coalition whose members a noun denotes: *die in der Koalition der Willigen vereinten Länder*."""
        for child in token.children:
            if child.dep_ == "amod" and child.text in self.words["members-of"]:
                for place in child.children:
                    found = self.notes.names.get(place.i)
                    if found and found.name.actor.kind is ActorKind.ORGANISATION:
                        return found.name.actor
        return None

    def _leader(self, token: Token) -> Actor | None:
        """Who leads a coalition: *von Riad geführte*, *US-geführte*, *saudisch geführte*."""
        for child in token.children:
            if child.dep_ == "amod" and child.text.rpartition("-")[2] in self.words["led"]:
                prefixed = self.notes.gazette.prefix(child.text)
                inner = [self.notes.names[c.i].name.actor for c in child.children if c.i in self.notes.names]
                state = [s for c in child.children if (s := self.notes.gazette.adjective(c.text))]
                return prefixed[0] if prefixed else next(iter(inner + state), None)
        return None

    def _named_group(self, token: Token, sentence: int) -> bool:
        """A group that no table has, introduced by what it is: *die Gruppe X*, *das Bataillon X*."""
        notes = self.notes
        # Every word of a name is capitalised, an adjective in front of its noun too: "die Gruppe Erste Küstendivision".
        first = last = token.i + 1
        while (
            last < len(notes.doc)
            and notes.doc[last].text[0].isupper()
            and notes.doc[last].pos_ in ("PROPN", "NOUN", "ADJ", "X")
        ):
            last += 1
        last -= 1
        if last < first or first in notes.names or first in notes.at:
            return False
        seen = notes.doc[first : last + 1].ents or [
            e for e in notes.doc[first : last + 1].sent.ents if e.start <= first < e.end
        ]
        if not seen and not any(word.pos_ == "PROPN" for word in notes.doc[first : last + 1]):
            # "dass die Organisation Terroranschläge geplant habe"
            return False
        # "Al-Jamaa al-Islamiyya", "Data for Progress": small words belong to it.
        last = max(last, *(entity.end - 1 for entity in seen)) if seen else last
        if any(thing in token.lower_ for thing in self.words["things"]):
            return False
        name = notes.doc[first : last + 1].text
        lang = notes.gazette.lang
        longer = (Spelling(f"{token.text} {name}", lang),)
        actor = Actor(slug(name), ActorKind.GROUP, {lang: name}, longer, known=False)
        over = range(first, last + 1)
        return notes.add(
            token,
            notes.doc[last],
            token,
            MentionKind.NAME,
            (actor,),
            sentence,
            confidence=UNLISTED,
            why="named group",
            over=over,
        )

    def _compound(self, token: Token, sentence: int) -> bool:
        """The actor before a hyphen: *US-Luftangriff*, *Macron-Besuch*; it only modifies the noun."""
        prefixed = self.notes.gazette.prefix(token.text)
        actor = prefixed[0] if prefixed else None
        if actor is None and "-" in token.text:
            actor = self.notes.people.known_here([token.text.partition("-")[0]])
        return bool(actor) and self.notes.add(
            token, token, token, MentionKind.COMPOUND, (actor,) if actor else (), sentence, why="compound"
        )
