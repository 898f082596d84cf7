"""What is known of one article while it is read: its tokens, names, people, antecedents, and the mentions found so far."""

import datetime
from collections.abc import Iterable, Mapping
from functools import lru_cache

from spacy.tokens import Doc, Token

from extractors.actors.descriptions import Descriptions
from extractors.actors.folding import fold
from extractors.actors.gazette import Found, Gazette
from extractors.actors.people import People
from extractors.actors.references import References
from extractors.actors.salience import Salience
from extractors.actors.serving import Serving
from extractors.actors.spans import PersonSpans
from extractors.actors.titles import Titles
from extractors.languages import Language, language
from extractors.languages.tables import pairs
from extractors.mention import Mention, MentionKind
from ontology.actor import Actor, ActorKind
from ontology.whoswho import load

# How sure a link is, by the way it was made.
# A person that no table has and no title introduces may be anybody.
NAMED, BY_OFFICE, UNLISTED, ANYBODY, ORGAN, SPOKEN_OF = 1.0, 0.9, 0.85, 0.5, 0.9, 0.75
# By office on a day that the tables do not reach: whoever held it last may have left.
STALE = 0.6


class NameTables:
    """What a language says about actors: its index of names, titles, organs and groups, read once."""

    def __init__(self, spoken: Language, own: str | None = None) -> None:
        """Read the tables of the language's room; `own` is a user's file of offices."""
        self.grammar = spoken.grammar
        self.words = spoken.words
        self.gazette = Gazette(load(own), spoken.code, spoken.grammar, spoken.words["own-bodies"])
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
        found = [f for f in found if not self._shorter(f)]
        self.names: Mapping[int, Found] = {i: f for f in found for i in range(f.first, f.last + 1)}
        spans = PersonSpans(doc, self.names, self.people, lang.titles, lang.words, lang.grammar)
        self.persons = spans.read(found)
        self.people.whole = spans.whole(self.persons)
        self.mentions: list[Mention] = []
        self.at: dict[int, Mention] = {}
        self.serving = Serving(lang.words, self.people, self.salience, lang.titles, self.names, self.persons, self.at)

    def _shorter(self, found: Found) -> bool:
        """Whether a listed person's name is the front of another one: *Scheich Tamim Almadi* is not Scheich Tamim."""
        following = found.last + 1
        if found.name.actor.kind is not ActorKind.PERSON or following >= len(self.doc):
            return False
        word = self.doc[following]
        beside = word.ent_iob_ == "I" and word.ent_type_ == "PER" and word.pos_ == "PROPN" and word.text.isalpha()
        mine = {fold(part) for name in found.name.actor.spellings(self.lang.gazette.lang) for part in name.split()}
        genitive = self.doc[found.last].text.endswith(self.lang.grammar.genitive_endings)
        return (
            beside and not genitive and fold(word.text) not in mine and not self.gazette.people(word.text, exactly=True)
        )

    @property
    def by_office(self) -> float:
        """How sure a link by office alone is: less on a day after the last that the tables know."""
        day = self.people.day
        return STALE if day is not None and day > self.gazette.whoswho.known_to else BY_OFFICE

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
        support: float = 1.0,
        over: Iterable[int] = (),
    ) -> bool:
        """Note a mention from token `first` to `last` that `head` heads and that also covers the tokens `over`; always True."""
        mention = Mention(
            first.idx, last.idx + len(last.text), head.i, kind, actors, represents, place, confidence, why, support
        )
        self.mentions.append(mention)
        for i in {head.i, *over}:
            self.at[i] = mention
        plural = len(actors) > 1 or head.text in self.words["plural-names"] or "Plur" in head.morph.get("Number", [])
        if not place:
            self.salience.mention(mention, head, sentence, plural=plural)
        return True

    def listed(self, first: int) -> Actor | None:
        """The person of the tables whose full name begins at a token."""
        found = self.names.get(first)
        return found.name.actor if found and found.name.actor.kind is ActorKind.PERSON else None
