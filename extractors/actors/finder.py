"""Finds the mentions of one article: names, titles, organs, adjectives, compounds, then what refers back to them."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from spacy.tokens import Doc, Token

from extractors.actors.gazette import Found, Gazette, gazette, table
from extractors.actors.people import People
from extractors.actors.phrases import named_owners
from extractors.actors.references import References
from extractors.actors.salience import Salience
from extractors.actors.titles import Title, Titles
from extractors.mention import Mention, MentionKind
from ontology.actor import Actor, ActorKind
from ontology.whoswho.derive import slug

# How sure a link is, by the way it was made.
NAMED, BY_OFFICE, UNLISTED, ORGAN = 1.0, 0.9, 0.85, 0.9


class Language:
    """The tables of one language, read once."""

    def __init__(self, lang: str) -> None:
        """Read titles, organs and word classes."""
        self.gazette = gazette()
        self.titles = Titles(lang, self.gazette)
        self.organs = table(lang, "organs")
        self.words = {name: frozenset(words.split()) for name, words in table(lang, "words").items()}
        self.led = table(lang, "led")


@lru_cache
def language(lang: str) -> Language:
    """The tables of a language."""
    return Language(lang)


class ArticleReader:
    """Reads one doc from left to right; an article introduces its people before it speaks of them by surname."""

    def __init__(self, doc: Doc, day: datetime.date | None, lang: Language) -> None:
        """`day` is the article's date or None."""
        self.doc = doc
        self.lang = lang
        self.words = lang.words
        self.gazette: Gazette = lang.gazette
        self.people = People(lang.gazette, day)
        self.salience = Salience()
        self.references = References(lang.words, self.people, self.salience)
        found = [
            f for f in lang.gazette.find(doc) if doc[f.first].text not in self.words["ambiguous"] or f.last > f.first
        ]
        self.names: Mapping[int, Found] = {i: f for f in found for i in range(f.first, f.last + 1)}
        self.persons = self._person_spans(found)
        self.mentions: list[Mention] = []
        self.at: dict[int, Mention] = {}
        self.groups: dict[str, Actor] = {}

    def _person_spans(self, found: Iterable[Found]) -> dict[int, tuple[int, int]]:
        """First and last token of each person's name, by every token of it: listed names and recognised entities."""
        spans = {
            i: (f.first, f.last)
            for f in found
            if f.name.actor.kind is ActorKind.PERSON
            for i in range(f.first, f.last + 1)
        }
        for first, last in self._entities():
            taken = any(i in spans or i in self.names for i in range(first, last + 1))
            if not taken and self.doc[first].text[0].isupper():
                spans |= dict.fromkeys(range(first, last + 1), (first, last))
        return spans

    def _entities(self) -> Iterator[tuple[int, int]]:
        """The recognised persons, titles taken off; two surnames of office holders side by side are two (*traf Merz Macron*)."""
        for entity in self.doc.ents:
            if entity.label_ != "PER":
                continue
            first, last = entity.start, entity.end - 1
            while first < last and self.lang.titles.parse(self.doc[first].text):
                first += 1
            if last == first + 1 and all(
                self.people.by_name([self.doc[i].text], None, (), None) for i in (first, last)
            ):
                yield first, first
                first = last
            yield first, last
        recognised = {i for entity in self.doc.ents for i in range(entity.start, entity.end)}
        for token in self.doc:
            # A bare surname that recognition missed, where one leading office holder of the day has it.
            if (
                token.i not in recognised
                and token.pos_ in ("PROPN", "NOUN")
                and token.text[0].isupper()
                and token.i not in self.names
            ):
                person = self.people.by_name([token.text], None, (), None) if self.gazette.people(token.text) else None
                if person and self.people.leads(person) and token.i + 1 not in recognised:
                    yield token.i, token.i

    def read(self) -> tuple[Mention, ...]:
        """The mentions, by where they begin."""
        for number, sentence in enumerate(self.doc.sents):
            for token in sentence:
                if token.i not in self.at and not token.is_space and not token.is_punct:
                    self._read(token, number)
        return tuple(sorted(set(self.mentions), key=lambda mention: (mention.begin, mention.end)))

    def _read(self, token: Token, sentence: int) -> None:
        text = token.text
        title = self.lang.titles.parse(text) if text[0].isupper() and token.i not in self.names else None
        if title and token.i not in self.persons and self._titled(token, title, sentence):
            return
        if token.i in self.persons:
            self._person(token, sentence)
        elif token.i in self.names:
            self._name(self.names[token.i], sentence)
        elif text[0].isupper() and token.pos_ in ("NOUN", "PROPN") and (
            self._organ(token, sentence) or self._group(token, sentence) or self._compound(token, sentence)
        ):  # fmt: skip
            return
        elif (
            (state := self.gazette.adjective(text)) and token.pos_ in ("ADJ", "PROPN", "NOUN") and token.dep_ != "root"
        ):
            self._add(token, token, token, MentionKind.ADJECTIVE, (state,), sentence)
        else:
            self._refer(token, sentence)

    def _add(
        self, first: Token, last: Token, head: Token, kind: MentionKind, actors: tuple[Actor, ...], sentence: int,
        *, represents: Actor | None = None, place: bool = False, confidence: float = NAMED, why: str = "", over: Iterable[int] = (),
    ) -> bool:  # fmt: skip
        mention = Mention(
            first.idx, last.idx + len(last.text), head.i, kind, actors, represents, place, confidence, why
        )  # fmt: skip
        self.mentions.append(mention)
        for i in {head.i, *over}:
            self.at[i] = mention
        plural = len(actors) > 1 or head.text in self.words["plural-names"] or "Plur" in head.morph.get("Number", [])
        if not place:
            self.salience.mention(mention, head, sentence, plural=plural)
        return True

    # Titles and persons ----------------------------------------------------------------------------------------------

    def _titled(self, token: Token, title: Title, sentence: int) -> bool:
        owners = [title.of] if title.of else list(dict.fromkeys(named_owners(token, self.names, self.gazette)))
        former = title.kind == "former" or any(child.text in self.words["former"] for child in token.children)
        span = self._name_of(token)
        if span:
            return self._titled_person(token, title, owners, span, sentence, former=former)
        if title.kind == "colleague":
            actors = self.references.colleague(title, owners, sentence)
            return bool(actors) and self._add(
                token, token, token, MentionKind.OFFICE, actors, sentence, represents=owners[0] if owners else None,
                confidence=BY_OFFICE, why="colleague of the person before",
            )  # fmt: skip
        if owners and not former:
            return self._office(token, title, owners, sentence)
        if not owners and self._definite(token):
            actors = self.references.person_by_title(title, token, sentence)
            if actors:
                return self._add(
                    token,
                    token,
                    token,
                    MentionKind.DESCRIPTION,
                    actors,
                    sentence,
                    confidence=0.8,
                    why="introduced before",
                )
        return False

    def _titled_person(
        self, token: Token, title: Title, owners: list[Actor], span: tuple[int, int], sentence: int, *, former: bool
    ) -> bool:
        first, last = span
        words = [t.text for t in self.doc[first : last + 1]]
        if title.kind == "colleague" and (mine := self.references.title_before(sentence)):
            title = mine
        listed = self.names.get(first)
        listed_actor = listed.name.actor if listed and listed.name.actor.kind is ActorKind.PERSON else None
        actor = self.people.by_name(words, title, owners, listed_actor) or self.people.unlisted(words)
        self.people.introduce(actor, words, title)
        represents = None
        if not former and title.kind in ("office", "colleague"):
            represents = owners[0] if owners else self.people.office_of(actor, title)
        begin = min((token, self.doc[first]), key=lambda t: t.i)
        end = max((token, self.doc[last]), key=lambda t: t.i)
        return self._add(
            begin, end, token, MentionKind.NAME, (actor,), sentence, represents=represents,
            confidence=NAMED if actor.known else UNLISTED, why=f"{token.text} {' '.join(words)}", over=range(first, last + 1),
        )  # fmt: skip

    def _name_of(self, token: Token) -> tuple[int, int] | None:
        """The person's name that a title belongs to: right after it, in apposition, or the noun it is in apposition to."""
        following = token.i + 1
        if following < len(self.doc) and self.persons.get(following, (0, 0))[0] == following:
            return self.persons[following]
        for child in token.children:
            if child.dep_ in ("appos", "flat") and child.i in self.persons and child.i > token.i:
                return self.persons[child.i]
        if token.dep_ == "appos" and token.head.i in self.persons:
            return self.persons[token.head.i]
        if (
            token.dep_ == "conj"
            and token.head.pos_ == "NOUN"
            and self.lang.titles.parse(token.head.text)
            and token.head.i in self.at
        ):
            return None
        return None

    def _office(self, token: Token, title: Title, owners: list[Actor], sentence: int) -> bool:
        """An office without a name: its holders at the date; an indefinite or unknown one speaks for its state."""
        definite = not any(child.lower_ in self.words["indefinite"] and child.dep_ == "det" for child in token.children)
        plural = "Plur" in token.morph.get("Number", [])
        holders = [self.people.holder(title, owner) for owner in owners] if definite and title.kind == "office" else []
        known = tuple(dict.fromkeys(holder for holder in holders if holder))
        if known:
            for holder in known:
                self.people.introduce(holder, holder.name_de.split(), title)
            return self._add(
                token, token, token, MentionKind.OFFICE, known, sentence, represents=owners[0] if len(known) == 1 else None,
                confidence=BY_OFFICE, why=f"{title.base} of {owners[0].name}",
            )  # fmt: skip
        organ = title.head in (
            "vertreter",
            "sprecher",
            "diplomat",
            "politiker",
            "botschafter",
            "gesandter",
            "unterhändler",
            "beauftragter",
            "geschäftsträger",
        )
        if organ or plural:
            return self._add(
                token,
                token,
                token,
                MentionKind.ORGAN,
                tuple(owners[:1]),
                sentence,
                confidence=ORGAN * ORGAN,
                why="speaks for its state",
            )
        return False

    def _definite(self, token: Token) -> bool:
        return any(child.dep_ == "det" and child.lower_[:1] == "d" for child in token.children)

    def _person(self, token: Token, sentence: int) -> None:
        first, last = self.persons[token.i]
        if token.i != first and first in self.at:
            return
        words = [t.text for t in self.doc[first : last + 1]]
        listed = self.names.get(first)
        listed_actor = listed.name.actor if listed and listed.name.actor.kind is ActorKind.PERSON else None
        actor = self.people.by_name(words, None, (), listed_actor)
        if actor is None and len(words) > 1:
            actor = self.people.unlisted(words)
        if actor is None:
            return
        if self.people.known_here(words) is None:
            self.people.introduce(actor, words)
        head = self.doc[first : last + 1].root
        self._add(
            self.doc[first], self.doc[last], head, MentionKind.NAME, (actor,), sentence,
            confidence=NAMED if actor.known else UNLISTED, why="name", over=range(first, last + 1),
        )  # fmt: skip

    # States, organisations, groups -----------------------------------------------------------------------------------

    def _name(self, found: Found, sentence: int) -> None:
        head = self.doc[found.first : found.last + 1].root
        name = found.name
        place = name.place and self._is_location(head, name.kind is MentionKind.METONYM)
        self._add(
            self.doc[found.first], self.doc[found.last], head, name.kind, (name.actor,), sentence,
            place=place, why="name", over=range(found.first, found.last + 1),
        )  # fmt: skip

    def _is_location(self, head: Token, metonym: bool) -> bool:
        """Whether grammar makes a place of a name: *in Moskau*, *nach Paris*; *Moskau wies … zurück* is the government."""
        cases = {child.lower_ for child in head.children if child.dep_ == "case"}
        before = head.nbor(-1).lower_ if head.i else ""
        if cases & self.words["location-prepositions"] or before in self.words["location-prepositions"]:
            return True
        located = metonym and (cases & {"aus", "über", "um", "bei", "vor"} or before in ("aus", "über", "um"))
        unlisted_seat = metonym and head.text not in self.gazette.whoswho.metonyms and head.dep_ not in ("obj",)
        return bool(located or unlisted_seat)

    def _organ(self, token: Token, sentence: int) -> bool:
        lower = token.lower_
        plural = "Plur" in token.morph.get("Number", []) or lower.endswith(("en", "ten", "er"))
        for head, number in self.lang.organs.items():
            at = lower.rfind(head)
            if at < 0 or len(lower) - at - len(head) > 3 or number == "none" or (number == "plural" and not plural):
                continue
            owners = list(named_owners(token, self.names, self.gazette))
            if not owners and head in self.words["bare-organs"] and (same := self.references.organ(token, sentence)):
                return self._add(
                    token,
                    token,
                    token,
                    MentionKind.ORGAN,
                    same,
                    sentence,
                    confidence=0.7,
                    why=f"{head} spoken of before",
                )
            if owners and owners[0].kind is not ActorKind.PERSON:
                return self._add(
                    token,
                    token,
                    token,
                    MentionKind.ORGAN,
                    (owners[0],),
                    sentence,
                    confidence=ORGAN,
                    why=f"{head} of {owners[0].name}",
                )
            return False
        return False

    def _group(self, token: Token, sentence: int) -> bool:
        """Coalitions by who leads or forms them, named groups that no table has, and groups spoken of before."""
        if token.text in self.groups:
            return self._add(
                token,
                token,
                token,
                MentionKind.DESCRIPTION,
                (self.groups[token.text],),
                sentence,
                confidence=0.8,
                why="spoken of before",
            )
        member_of = self._united_in(token)
        if member_of:
            self.groups[token.text] = member_of
            return self._add(
                token,
                token,
                token,
                MentionKind.DESCRIPTION,
                (member_of,),
                sentence,
                confidence=ORGAN,
                why="members of it",
            )
        base = self.references.group_head(token)
        if not base:
            return False
        owners = [o for o in named_owners(token, self.names, self.gazette, seats=False) if o.kind is ActorKind.GROUP]
        if owners:
            return self._add(
                token,
                token,
                token,
                MentionKind.ORGAN,
                (owners[0],),
                sentence,
                confidence=ORGAN,
                why="members of the group",
            )
        leader = self._leader(token)
        if leader and leader.id in self.lang.led:
            return self._add(
                token,
                token,
                token,
                MentionKind.NAME,
                (self.gazette.whoswho.actors[self.lang.led[leader.id]],),
                sentence,
                why="led coalition",
            )
        named = [
            c
            for c in token.children
            if c.dep_ in ("appos", "flat") and c.pos_ == "PROPN" and c.i > token.i and c.i not in self.at
        ]
        if named and base in self.words["group-heads"]:
            if named[0].i in self.names:
                return False
            last = max(t.i for t in named[0].subtree if t.dep_ in ("flat", "appos", "compound") or t.i == named[0].i)
            name = self.doc[named[0].i : last + 1].text
            actor = Actor(slug(name), ActorKind.GROUP, name, name, (f"{token.text} {name}",), known=False)
            return self._add(
                token, self.doc[last], token, MentionKind.NAME, (actor,), sentence, confidence=UNLISTED, why="named group", over=range(named[0].i, last + 1)
            )  # fmt: skip
        actors = self.references.group(token, sentence)
        return bool(actors) and self._add(
            token, token, token, MentionKind.DESCRIPTION, actors, sentence, confidence=0.75, why="last group"
        )

    def _united_in(self, token: Token) -> Actor | None:
        """The coalition whose members a noun denotes: *die in der Koalition der Willigen vereinten Länder*."""
        for child in token.children:
            if child.dep_ == "amod" and child.text in self.words["members-of"]:
                for place in child.children:
                    found = self.names.get(place.i)
                    if found and found.name.actor.kind is ActorKind.ORGANISATION:
                        return found.name.actor
        return None

    def _leader(self, token: Token) -> Actor | None:
        for child in token.children:
            if child.dep_ == "amod" and child.text.rpartition("-")[2] in self.words["led"]:
                prefixed = self.gazette.prefix(child.text)
                inner = [self.names[c.i].name.actor for c in child.children if c.i in self.names]
                state = [s for c in child.children if (s := self.gazette.adjective(c.text))]
                return prefixed[0] if prefixed else next(iter(inner + state), None)
        return None

    def _compound(self, token: Token, sentence: int) -> bool:
        """The actor before a hyphen: *US-Luftangriff*, *Macron-Besuch*; it only modifies the noun."""
        prefixed = self.gazette.prefix(token.text)
        actor = prefixed[0] if prefixed else None
        if actor is None and "-" in token.text:
            actor = self.people.known_here([token.text.partition("-")[0]])
        return bool(actor) and self._add(
            token, token, token, MentionKind.COMPOUND, (actor,) if actor else (), sentence, why="compound"
        )

    def _refer(self, token: Token, sentence: int) -> None:
        reference = self.references.resolve(token, sentence)
        if reference:
            kind, actors, why = reference
            self._add(token, token, token, kind, actors, sentence, confidence=0.8, why=why)


def find_mentions(doc: Doc, day: datetime.date | None, lang: str = "de") -> tuple[Mention, ...]:
    """The mentions of a parsed article, sorted by where they begin; `day` is its date."""
    return ArticleReader(doc, day, language(lang)).read()
