"""What is known of one article while it is read: its tokens, names, people, antecedents, and the mentions found so far."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from spacy.tokens import Doc, Token

from extractors.actors.descriptions import Descriptions
from extractors.actors.gazette import Found, Gazette
from extractors.actors.people import People
from extractors.actors.references import References
from extractors.actors.salience import Salience
from extractors.actors.serving import Serving
from extractors.actors.titles import Titles
from extractors.languages import Language, language
from extractors.languages.tables import pairs
from extractors.mention import Mention, MentionKind
from ontology.actor import Actor, ActorKind
from ontology.whoswho import load

# How sure a link is, by the way it was made.
# A person that no table has and no title introduces may be anybody.
NAMED, BY_OFFICE, UNLISTED, ANYBODY, ORGAN, SPOKEN_OF = 1.0, 0.9, 0.85, 0.5, 0.9, 0.75


class NameTables:
    """What a language says about actors: its index of names, titles, organs and groups, read once."""

    def __init__(self, spoken: Language, own: str | None = None) -> None:
        """Read the tables of the language's room; `own` is a user's file of offices."""
        self.grammar = spoken.grammar
        self.words = spoken.words
        self.gazette = Gazette(load(own), spoken.code, spoken.grammar)
        self.titles = Titles(pairs(spoken.folder, "titles.tsv"), self.gazette)
        self.organs = pairs(spoken.folder, "organs.tsv")
        self.bare_groups = pairs(spoken.folder, "bare_groups.tsv")

    @lru_cache(maxsize=16384)  # noqa: B019  one object a language lives as long as the process
    def organ_head(self, lower: str, plural: bool) -> str:
        """The organ that a lower-case noun is or ends in, "" for none; some are organs in the plural only (*Truppen*)."""
        for head, number in self.organs.items():
            at = lower.rfind(head)
            if at >= 0 and len(lower) - at - len(head) <= 3 and (plural or number != "plural"):
                return head
        return ""


@lru_cache
def name_tables(lang: str, own: str | None = None) -> NameTables:
    """The tables of a language, with a user's own file of offices if there is one."""
    return NameTables(language(lang), own)


class Notes:
    """The state that the readers of persons and collectives share."""

    def __init__(self, doc: Doc, day: datetime.date | None, lang: NameTables) -> None:
        """`day` is the article's date or None."""
        self.doc = doc
        self.lang = lang
        self.words = lang.words
        self.gazette: Gazette = lang.gazette
        self.people = People(lang.gazette, day, lang.words["name-particles"], lang.words["generations"])
        self.salience = Salience()
        self.descriptions = Descriptions(lang.words, lang.grammar, self.people, self.salience)
        self.references = References(lang.words, lang.grammar, self.people, self.salience)
        found = [
            f for f in lang.gazette.find(doc) if doc[f.first].text not in self.words["ambiguous"] or f.last > f.first
        ]
        self.names: Mapping[int, Found] = {i: f for f in found for i in range(f.first, f.last + 1)}
        self.persons = self._person_spans(found)
        self.mentions: list[Mention] = []
        self.at: dict[int, Mention] = {}
        self.serving = Serving(lang.words, self.people, self.salience, self.names, self.persons, self.at)

    def aside(
        self,
        token: Token,
        actor: Actor,
        kind: MentionKind,
        *,
        represents: Actor | None = None,
        confidence: float = NAMED,
        why: str = "",
    ) -> None:
        """Note a further actor of a word that denotes another: the party in *der SPD-Politiker*, an envoy beside the state."""
        end = token.idx + len(token.text)
        self.mentions.append(
            Mention(token.idx, end, token.i, kind, (actor,), represents, confidence=confidence, why=why)
        )

    def add(
        self,
        first: Token,
        last: Token,
        head: Token,
        kind: MentionKind,
        actors: tuple[Actor, ...],
        sentence: int,
        *,
        represents: Actor | None = None,
        place: bool = False,
        confidence: float = NAMED,
        why: str = "",
        over: Iterable[int] = (),
    ) -> bool:
        """Note a mention from token `first` to `last` that `head` heads and that also covers the tokens `over`; always True."""
        mention = Mention(
            first.idx, last.idx + len(last.text), head.i, kind, actors, represents, place, confidence, why
        )
        self.mentions.append(mention)
        for i in {head.i, *over}:
            self.at[i] = mention
        plural = len(actors) > 1 or head.text in self.words["plural-names"] or "Plur" in head.morph.get("Number", [])
        if not place:
            self.salience.mention(mention, head, sentence, plural=plural)
        return True

    def _person_spans(self, found: Iterable[Found]) -> dict[int, tuple[int, int]]:
        """First and last token of each person's name, by every token of it: listed names and recognised entities."""
        spans: dict[int, tuple[int, int]] = {}
        for f in found:
            if f.name.actor.kind is ActorKind.PERSON:
                # "Donald Trump junior" is another one.
                last = f.last + (
                    f.last + 1 < len(self.doc) and self.doc[f.last + 1].lower_ in self.words["generations"]
                )
                spans |= dict.fromkeys(range(f.first, last + 1), (f.first, last))
        for first, last in self._entities():
            # A listed name inside is another mention: "Rutte Russland" is no person.
            last = next((i - 1 for i in range(first, last + 1) if i in self.names), last)
            taken = last < first or any(i in spans for i in range(first, last + 1))
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
            # "Trumps Plan", "Macrons Lob": a genitive of a known surname and what it is of.
            owner = self.doc[first]
            if (
                first < last
                and owner.text.endswith(self.lang.grammar.genitive_endings)
                and first < owner.head.i <= last
                and self.people.by_name([owner.text], None, (), None)
            ):
                last = first
            # "Putin Kriegsverbrechen vorzuwerfen"
            if last == first + 1 and self.doc[last].pos_ == "NOUN" and self._leading(owner):
                last = first
            opens = first == self.doc[first].sent.start
            if (
                last == first + 1
                and not opens
                and all(self.people.by_name([self.doc[i].text], None, (), None) for i in (first, last))
            ):
                yield first, first
                first = last
            yield first, last
        recognised = {i for entity in self.doc.ents if entity.label_ == "PER" for i in range(entity.start, entity.end)}
        for token in self.doc:
            # A bare surname that recognition missed, where one leading office holder of the day has it.
            if (
                token.i in recognised
                or token.i in self.names
                or not self.lang.grammar.may_be_name(token)
                or not token.text[0].isupper()
            ):
                continue
            listed = self.gazette.people(token.text, exactly=token.pos_ != "PROPN")
            person = self.people.by_name([token.text], None, (), None) if listed else None
            if person and self.people.leads(person):
                yield token.i, token.i

    def _leading(self, token: Token) -> bool:
        """Whether a word alone is a leading office holder's surname."""
        person = self.people.by_name([token.text], None, (), None)
        return person is not None and self.people.leads(person)

    def listed(self, first: int) -> Actor | None:
        """The person of the tables whose full name begins at a token."""
        found = self.names.get(first)
        return found.name.actor if found and found.name.actor.kind is ActorKind.PERSON else None
