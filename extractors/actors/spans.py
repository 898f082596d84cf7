"""Where the names of persons stand in an article: those of the tables, those that the recogniser sees, and bare surnames it missed."""

import re
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from extractors.actors.folding import fold
from extractors.actors.gazette import Found
from extractors.actors.people import People
from extractors.actors.titles import Titles
from extractors.languages import Grammar, WordClasses
from extractors.mention import MentionKind
from ontology.actor import ActorKind

Span = tuple[int, int]
# A longer one is a headline, and no name.
LONGEST = 6
NAMED, COMMON = frozenset(("PROPN",)), frozenset(("NOUN", "ADJ"))
# What stands in no name: addresses, and words that lost the space between them ("SelenskyjAm").
BROKEN = re.compile(
    r"[/@!“„»«]|(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bLa)(?<!\bDi)(?<!\bVan)(?<!\bFitz)(?<=[a-zäöüß]{2})[A-ZÄÖÜ]"
)
# What cannot stand inside a name unless it is one of its particles.
OUTSIDE = frozenset(("VERB", "AUX", "ADV", "ADJ", "SCONJ", "PRON"))


class PersonSpans:
    """Finds the persons' names of one article; the tokens of each name, first and last inclusive."""

    def __init__(
        self,
        doc: Doc,
        names: Mapping[int, Found],
        people: People,
        titles: Titles,
        words: WordClasses,
        grammar: Grammar,
    ) -> None:
        """`names` are the names of the tables by token."""
        self.doc = doc
        self.names = names
        self.people = people
        self.titles = titles
        self.words = words
        self.grammar = grammar

    def read(self, found: Iterable[Found]) -> dict[int, Span]:
        """First and last token of each person's name, by every token of it."""
        spans: dict[int, Span] = {}
        for f in found:
            if f.name.actor.kind is ActorKind.PERSON:
                # "Donald Trump junior" is another one.
                last = f.last + (
                    f.last + 1 < len(self.doc) and self.doc[f.last + 1].lower_ in self.words["generations"]
                )
                spans |= dict.fromkeys(range(f.first, last + 1), (f.first, last))
        for first, last in self._recognised():
            # A listed name inside is another mention: "Rutte Russland" is no person.
            last = next((i - 1 for i in range(first, last + 1) if self._other(first, i)), last)
            taken = last < first or any(i in spans for i in range(first, last + 1))
            if not taken and self.doc[first].text[0].isupper():
                spans |= dict.fromkeys(range(first, last + 1), (first, last))
        return spans

    def whole(self, spans: Mapping[int, Span]) -> dict[str, tuple[str, ...]]:
        """The whole names that recognised persons have, by the folded surname, where one person has it."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for first, last in sorted(set(spans.values())):
            words = tuple(token.text for token in self.doc[first : last + 1])
            if len(words) > 1 and words[-1].lower() not in self.words["generations"]:
                base = self.grammar.genitive_base(words[-1])
                surname = base if len(base) < len(words[-1]) and fold(base) in found else words[-1]
                found.setdefault(fold(surname), set()).add((*words[:-1], surname))
        return {surname: next(iter(names)) for surname, names in found.items() if len(names) == 1}

    def _recognised(self) -> Iterator[Span]:
        """The recognised persons, and bare surnames of leading office holders that recognition missed."""
        for entity in self.doc.ents:
            if entity.label_ == "PER" and len(entity) <= LONGEST:
                for first, last in self._parted(entity.start, entity.end - 1):
                    if span := self._trimmed(first, last):
                        yield span
        recognised = {i for entity in self.doc.ents if entity.label_ == "PER" for i in range(entity.start, entity.end)}
        for token in self.doc:
            if (
                not token.text[0].isupper()
                or token.i in recognised
                or token.i in self.names
                or self._address(token)
                or not self.grammar.may_be_name(token)
            ):
                continue
            listed = self.people.gazette.people(token.text, exactly=token.pos_ != "PROPN")
            if not listed:
                continue
            # "auf baldigen Frieden", "schloss Frieden mit": no Luc Frieden.
            shown = token.pos_ == "NOUN" and any(child.dep_ in ("det", "amod", "nummod") for child in token.children)
            shown = shown or (token.text in self.words["ambiguous"] and token.ent_type_ != "PER")
            if not shown and self._leading(token):
                yield token.i, token.i

    def _parted(self, first: int, last: int) -> Iterator[Span]:
        """Titles taken off; two surnames of office holders side by side are two (*traf Merz Macron*)."""
        while first < last and self.titles.parse(self.doc[first].text):
            first += 1
        owner = self.doc[first]
        # "Trumps Plan", "Macrons Lob": a genitive of a known surname and what it is of.
        if (
            first < last
            and owner.text.endswith(self.grammar.genitive_endings)
            and first < owner.head.i <= last
            and self._known(owner)
        ):
            last = first
        # "Putin Kriegsverbrechen vorzuwerfen"
        if last == first + 1 and self.doc[last].pos_ == "NOUN" and self._leading(owner):
            last = first
        if last > first + 1 and first not in self.names and self._leading(self.doc[last]):
            # "Stacey Abrams Trumps Argumente"
            between = self.doc[last].text.endswith(self.grammar.genitive_endings)
            if between and not self.people.known_here([w.text for w in self.doc[first : last + 1]]):
                yield first, last - 1
                first = last
        opens = first == self.doc[first].sent.start
        if last == first + 1 and not opens and all(self._known(self.doc[i]) for i in (first, last)):
            yield first, first
            first = last
        yield first, last

    def _trimmed(self, first: int, last: int) -> Span | None:
        """The name without forms of address, marks and common nouns around it, and up to a verb: *Herrn Fischer*, *Fan Putins*."""
        doc = self.doc
        for i in range(first + 1, last + 1):
            word = doc[i]
            if word.pos_ in OUTSIDE and word.text.islower() and word.lower_ not in self.people.particles:
                # "Frederiksen tourt von"
                last = i - 1
                break
        while last > first and (not doc[last].text[0].isalnum() or doc[last].lower_ in self.people.particles):
            last -= 1
        if last > first and doc[last].text.isupper() and len(doc[last]) > 2 and not doc[last - 1].text.isupper():
            # "Karl Nehammer WELT": the outlet behind the name
            last -= 1
        while first < last and (self._address(doc[first]) or self._common_before_name(first, last)):
            first += 1
        # "Salvinis Ignoranz": a common noun behind a genitive is what the person has.
        if (
            last == first + 1
            and doc[last].pos_ == "NOUN"
            and doc[first].pos_ == "PROPN"
            and doc[first].text.endswith(self.grammar.genitive_endings)
        ):
            last = first
        if any(BROKEN.search(word.text) for word in doc[first : last + 1]):
            return None
        if first and last + 1 < len(doc) and (doc[first - 1].text, doc[last + 1].text) == ("(", ")") and first == last:
            # "Präsident (Joe) Biden"
            return None
        return (first, last) if doc[first].text[0].isalpha() else None

    def _other(self, first: int, i: int) -> bool:
        """Whether a listed name is another mention, and no part of the person's: *Simon Birmingham*, *Abdul Malik al Huthi*."""
        if i not in self.names:
            return False
        name = self.names[i].name
        city = name.kind is MentionKind.METONYM and not name.seat
        return not (i > first and (city or self.doc[i - 1].lower_ in self.people.particles))

    def _address(self, token: Token) -> bool:
        return token.text in self.words["address"]

    def _common_before_name(self, first: int, last: int) -> bool:
        """Whether the name begins with what somebody is, in a word that is no name: *Islamexperte Güvercin*."""
        noun, rest = self.doc[first], self.doc[first + 1 : last + 1]
        given = fold(noun.text) in self.people.gazette.given
        return noun.pos_ == "NOUN" and not given and any(word.pos_ in NAMED for word in rest)

    def _known(self, token: Token) -> bool:
        return self.people.by_name([token.text], None, (), None) is not None

    def _leading(self, token: Token) -> bool:
        """Whether a word alone is a leading office holder's surname."""
        person = self.people.by_name([token.text], None, (), None)
        return person is not None and self.people.leads(person)
