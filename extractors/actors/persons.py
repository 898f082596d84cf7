"""Mentions of persons: names, titles with names, offices whose holder the date tells."""

from spacy.tokens import Token

from extractors.actors.evidence import support
from extractors.actors.folding import fold
from extractors.actors.notes import ANYBODY, NAMED, ORGAN, UNLISTED, Notes
from extractors.actors.phrases import named_owners, together
from extractors.actors.titled import TitledNames
from extractors.actors.titles import Title
from extractors.mention import MentionKind
from ontology.actor import Actor, ActorKind
from ontology.labels import FALLBACK


class Persons:
    """Reads persons into the notes of an article."""

    def __init__(self, notes: Notes) -> None:
        """`notes` are shared with the reader of collectives."""
        self.notes = notes
        self.words = notes.words
        self.names = TitledNames(notes)

    def titled(self, token: Token, title: Title, sentence: int) -> bool:
        """Note what a title begins: a titled name, an office, a colleague, or a person introduced before; whether it was one."""
        notes = self.notes
        owners = notes.serving.owners(token, title)
        future = any(child.text in self.words["designated"] for child in token.children)
        former = future or title.kind == "former" or any(child.text in self.words["former"] for child in token.children)
        if title.head in self.words["members"] and title.of and title.of.kind is not ActorKind.STATE:
            # "der SPD-Politiker" speaks of the party too; the word itself is the person.
            notes.aside(token, title.of, MentionKind.COMPOUND, why="compound")
        span = self.names.name_of(token)
        if span and notes.serving.contradicts(title, owners, [t.text for t in notes.doc[span[0] : span[1] + 1]]):
            span = None
        if span:
            return self._titled_name(token, title, owners, span, sentence, former=former, future=future)
        if title.kind == "colleague":
            actors = notes.descriptions.colleague(title, owners, sentence)
            return bool(actors) and notes.add(
                token, token, token, MentionKind.OFFICE, actors, sentence,
                represents=owners[0] if owners else None, confidence=notes.by_office, why="colleague of the person before",
            )  # fmt: skip
        if future:
            return self._described(token, notes.descriptions.designated(title, owners, sentence), sentence)
        if title.kind == "role" and self._member(token, title, owners, sentence):
            return True
        if owners and not former:
            return self._office(token, title, owners, sentence)
        if not owners and any(
            child.dep_ == "det" and notes.lang.grammar.is_definite(child.lower_) for child in token.children
        ):
            return self._described(token, notes.descriptions.person_by_title(title, token, sentence), sentence)
        return False

    def _described(self, token: Token, actors: tuple[Actor, ...], sentence: int) -> bool:
        notes = self.notes
        return bool(actors) and notes.add(
            token, token, token, MentionKind.DESCRIPTION, actors, sentence, confidence=0.8, why="introduced before"
        )

    def _member(self, token: Token, title: Title, owners: list[Actor], sentence: int) -> bool:
        """*die AfD-Politikerin*, *der Labour-Politiker*: the person spoken of last, by the party."""
        notes = self.notes
        if title.head not in self.words["members"] or len(owners) != 1 or not self._one_known(token):
            return False
        party = owners[0]
        find = notes.descriptions.countryman if party.kind is ActorKind.STATE else notes.descriptions.member
        return self._described(token, find(party, title.sex or "m", sentence), sentence)

    def _one_known(self, token: Token) -> bool:
        """Whether a noun is one person already spoken of: singular, with a definite article."""
        grammar = self.notes.lang.grammar
        return "Plur" not in token.morph.get("Number", []) and any(
            child.dep_ == "det" and grammar.is_definite(child.lower_) for child in token.children
        )

    def fellow(self, token: Token, sentence: int) -> bool:
        """Note a person called by party or country: *der Christdemokrat*, *die Finnin*; whether it was one."""
        notes = self.notes
        found = notes.names.get(token.i)
        demonym = found is not None and found.name.kind is MentionKind.DEMONYM
        feminine = token.lower_.endswith(tuple(self.words["feminine-endings"]))
        base = token.lower_
        for ending in self.words["feminine-endings"]:
            base = base.removesuffix(ending)
        partisan = base in self.words["partisans"] or token.lower_ in self.words["partisans"]
        if not (demonym or partisan) or not self._one_known(token) or self.names.name_of(token):
            return False
        sex = "f" if feminine else "m"
        if found and found.name.kind is MentionKind.DEMONYM:
            return self._described(token, notes.descriptions.countryman(found.name.actor, sex, sentence), sentence)
        return self._described(token, notes.descriptions.member(None, sex, sentence), sentence)

    def _titled_name(
        self,
        token: Token,
        title: Title,
        owners: list[Actor],
        span: tuple[int, int],
        sentence: int,
        *,
        former: bool,
        future: bool,
    ) -> bool:
        notes = self.notes
        first, last = notes.doc[span[0]], notes.doc[span[1]]
        words = [t.text for t in notes.doc[span[0] : span[1] + 1]]
        if title.kind == "colleague" and (mine := notes.descriptions.title_before(sentence)):
            title = mine
        # "Präsident Sandus Besuch"
        genitive = (token.dep_ == "nmod" and token.head.i > last.i) or self.names.is_genitive(*span)
        actor = (
            notes.people.by_name(words, title, owners, notes.listed(span[0]))
            or notes.people.before_noun(words, title, owners)
            or notes.people.unlisted(words, genitive=genitive)
        )
        if former and not future and notes.people.otherwise_named(actor, words) and notes.people.holds(actor, title):
            # "der frühere Präsident George Bush" is not George W. Bush, who is in office.
            actor = notes.people.unlisted(words, genitive=genitive)
        notes.people.introduce(actor, words, title)
        represents = None if former else notes.serving.held(token, title, owners, actor)
        begin, end = min((token, first), key=lambda t: t.i), max((token, last), key=lambda t: t.i)
        return notes.add(
            begin, end, token, MentionKind.NAME, (actor,), sentence, represents=represents,
            confidence=NAMED if actor.known else UNLISTED, why=f"{token.text} {' '.join(words)}",
            support=self._support(*span, actor, titled=True), over=range(span[0], span[1] + 1),
        )  # fmt: skip

    def _office(self, token: Token, title: Title, owners: list[Actor], sentence: int) -> bool:
        """An office without a name: its holders at the date; an indefinite or unknown one speaks for its state."""
        notes = self.notes
        indefinite = any(child.lower_ in self.words["indefinite"] and child.dep_ == "det" for child in token.children)
        # "die Machthaber in Niger" are several: one alone is no holder of that office.
        several = len(owners) == 1 and "Plur" in token.morph.get("Number", [])
        held = (
            [(notes.people.holder(title, owner) or self._ruler(title, owner), owner) for owner in owners]
            if not indefinite
            and not several
            and title.kind == "office"
            and notes.serving.accredited(token, title, owners)
            else []
        )
        known = {holder: owner for holder, owner in held if holder}
        if title.head in self.words["envoys"]:
            notes.descriptions.envoys.append((sentence, tuple(known) or tuple(owners[:1])))
        if known:
            for holder in known:
                notes.people.introduce(holder, holder.label(notes.people.lang).split(), title)
            if len(known) > 1:
                # "die Außenminister des Irans und Ägyptens": each represents a state of his own.
                for holder, owner in known.items():
                    notes.aside(token, holder, MentionKind.OFFICE, represents=owner, confidence=notes.by_office)
            return notes.add(
                token, token, token, MentionKind.OFFICE, tuple(known), sentence,
                represents=next(iter(known.values())) if len(known) == 1 else None,
                confidence=notes.by_office, why=f"{title.base} of {owners[0].label(FALLBACK)}",
            )  # fmt: skip
        if title.head in self.words["speaking-for"] or "Plur" in token.morph.get("Number", []):
            if not several and (ambassador := notes.serving.embassy(token, title, owners)):
                why = "ambassador whom no table has"
                notes.aside(token, ambassador, MentionKind.OFFICE, represents=owners[0], confidence=UNLISTED, why=why)
            return notes.add(
                token,
                token,
                token,
                MentionKind.ORGAN,
                together(token, notes.names, notes.gazette) or tuple(owners[:1]),
                sentence,
                confidence=ORGAN * ORGAN,
                why="speaks for its state",
            )
        return False

    def _ruler(self, title: Title, owner: Actor) -> Actor | None:
        """Who is meant by a word for whoever rules: *Russlands Machthaber*, *der Kreml-Führer*, but not *der iranische Führer*."""
        rules = title.head in self.words["rulers"] or (title.of is not None and title.head in self.words["leaders"])
        return self.notes.people.ruler(owner) if rules and owner.kind is ActorKind.STATE else None

    def introduced(self, token: Token) -> bool:
        """Whether a bare word that recognition missed is the surname of somebody introduced before; a noun with article is none."""
        notes = self.notes
        if (
            token.i in notes.names
            or not token.text[0].isupper()
            or token.pos_ not in ("PROPN", "NOUN")
            or len(token.text) < 3
        ):
            return False
        if token.pos_ == "NOUN" and any(
            child.dep_ in ("det", "amod", "nummod", "det:poss") for child in token.children
        ):
            return False
        if notes.people.known_here([token.text]) is None:
            return False
        notes.persons[token.i] = (token.i, token.i)
        return True

    def named(self, token: Token, sentence: int) -> None:
        """Note a person's name without a title, at its first token."""
        notes = self.notes
        first, last = notes.persons[token.i]
        if token.i != first and first in notes.at:
            return
        words = [t.text for t in notes.doc[first : last + 1]]
        # "Jordaniens König Abdullah": where a title is part of the listed name, its state tells namesakes apart.
        titled_by = notes.doc[first] if len(words) > 1 and notes.lang.titles.parse(words[0]) else None
        of = list(named_owners(titled_by, notes.names, notes.gazette)) if titled_by else []
        actor = notes.people.by_name(words, None, of, notes.listed(first))
        if actor is None and len(words) > 1:
            actor = notes.people.unlisted(words, genitive=self.names.is_genitive(first, last))
        if actor is None:
            return
        if notes.people.known_here(words) is None:
            notes.people.introduce(actor, words)
        office = notes.lang.titles.parse(words[0]) if titled_by else None
        serves = self._crowned(office, of, actor) or notes.serving.ministry(notes.doc[last], actor, sentence)
        # "Lena Brandt, Staatssekretärin, …"
        behind = any(
            child.dep_ == "appos" and notes.lang.titles.parse(child.text)
            for t in notes.doc[first : last + 1]
            for child in t.children
            if child.i > last
        )
        titled = behind or serves is not None or actor.id in notes.people.titles
        sure = NAMED if actor.known else UNLISTED if titled else ANYBODY
        first = self.names.with_particles(first, actor)
        surname = notes.doc[last]
        whole = notes.doc[first : last + 1]
        head = whole.root if whole.start <= surname.head.i < whole.end else surname
        notes.add(
            notes.doc[first], surname, head, MentionKind.NAME, (actor,), sentence,
            represents=serves, confidence=sure, why="name",
            support=self._support(first, last, actor, titled=titled),
            over=range(first, last + 1),
        )  # fmt: skip

    def _support(self, first: int, last: int, actor: Actor, *, titled: bool) -> float:
        name = self.notes.doc[first : last + 1]
        whole = " " in actor.label(self.notes.people.lang)
        given = fold(actor.label(self.notes.people.lang).split()[0]) in self.notes.gazette.given
        return 1.0 if actor.known else support(name, self.words, titled=titled, whole=whole, given=given)

    def _crowned(self, office: Title | None, of: list[Actor], actor: Actor) -> Actor | None:
        """What a title that is part of a listed name is of: *der britische König Charles III.*, *König Abdullah*."""
        if office is None or office.kind != "office" or not actor.known:
            return None
        return of[0] if of else self.notes.people.office_of(actor, office)
