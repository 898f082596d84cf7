"""Features of candidates: what the acceptor sees of a word and two actors, as columns of codes.

A column is the code of a short text (`obl:mit`, `Person`, `4`); a feature is one column or several together (`acceptor.CROSSES`).
No column names an actor, and none says whether a rule of ours fired: the acceptor would learn how good the rules of the day are.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from extractors.statements.arguments import Argument
from extractors.statements.candidates import Candidate, Word
from extractors.statements.ends import shown_case
from extractors.statements.negation import negation
from extractors.statements.surroundings import Surroundings
from extractors.syntax import auxiliaries, finite, is_passive

Columns = npt.NDArray[np.uint64]
Row = list[int]
# The least certain mention that counts as sure.
SURE = 0.8

# Columns by what they are of: a word by its entry, an actor where it is mentioned, the way from a mention to a word, the slots of
# a word's frame on one side, two mentions, and all that the article could say of two actors by a relation.
WORD = (
    "lemma", "class", "shape", "companions", "label", "clause", "voice", "negated", "mood", "modal", "effect", "quoted",
    "words", "sentence", "head", "preposition",
)  # fmt: skip
END = ("kind", "mention", "known", "sure", "count", "label", "case", "first", "quoted", "within", "level")
WAY = ("path", "hang", "preposition", "clause", "order", "nearer")
FRAME = ("slot", "swapped", "rivals")
PAIR = ("path", "order", "between", "crowd", "again", "home")
TRIPLE = ("again", "reverse")
SIDES = ("subject", "object")
COLUMNS = (
    "any",
    "relation",
    *(f"word {name}" for name in WORD),
    *(f"{side} {name}" for side in SIDES for name in (*END, *(f"way {name}" for name in WAY), *FRAME)),
    *(f"pair {name}" for name in PAIR),
    *(f"triple {name}" for name in TRIPLE),
)


@lru_cache(maxsize=1 << 16)
def code(text: str) -> int:
    """A number for a text, the same in every process."""
    return crc32(text.encode())


def codes(*texts: str) -> Row:
    """The numbers of some texts."""
    return [code(text) for text in texts]


def bucket(number: int) -> str:
    """The number with its sign, of larger ones the power of two that they do not exceed."""
    size = abs(number)
    return f"{'-' if number < 0 else ''}{size if size < 3 else 1 << (size - 1).bit_length()}"


class FeatureReader:
    """Reads the columns of one document's candidates."""

    def __init__(self, surroundings: Surroundings, sentences: Sequence[Sequence[Candidate]]) -> None:
        """`sentences` are the candidates by sentence."""
        self.around = surroundings
        self.sentences = sentences
        self.triples = Counter(one for found in sentences for one in {triple(candidate) for candidate in found})

    def columns(self) -> Columns:
        """A row a candidate, in the order of `COLUMNS`."""
        rows = [row for number in range(len(self.sentences)) for row in SentenceReader(self, number).rows()]
        return np.array(rows, dtype=np.uint64).reshape(len(rows), len(COLUMNS))


def triple(candidate: Candidate) -> tuple[str, str, str]:
    """The actors' ids and the relation of a candidate."""
    return candidate.subject.actor.id, candidate.word.entry.relation, candidate.object.actor.id


class SentenceReader:
    """Reads the rows of one sentence's candidates; what is of a word, an actor, or two of them is read once."""

    def __init__(self, reader: FeatureReader, number: int) -> None:
        """`number` counts the sentences that have candidates."""
        self.reader = reader
        self.around = reader.around
        self.number = number
        self.candidates = candidates = reader.sentences[number]
        self.ends = {(end.token, end.actor.id): end for c in candidates for end in (c.subject, c.object)}
        self.places = sorted({token for token, _ in self.ends})
        self.actors = {actor for _, actor in self.ends}
        self.homes = {home for end in self.ends.values() for home in reader.around.homes(end.actor)}
        self.triggers = sorted({c.word.token.i for c in candidates})
        self.crowd = bucket(len(self.actors))
        self._rows: dict[tuple[int, ...], Row] = {}

    def rows(self) -> list[Row]:
        """A row a candidate."""
        return [self._row(candidate) for candidate in self.candidates]

    def _row(self, candidate: Candidate) -> Row:
        word, subject, target = candidate.word, candidate.subject, candidate.object
        at = word.token.i
        return [
            0,
            code(word.entry.relation),
            *self._once((id(word),), self._word, word),
            *self._once((5, at, word.shape == "verb"), self._clause, word),
            *self._once((0, id(subject)), self._end, subject),
            *self._once((1, id(subject), at), self._way, subject, at),
            *self._once((2, id(subject), id(word)), self._frame, subject, word, 0),
            *self._once((0, id(target)), self._end, target),
            *self._once((1, id(target), at), self._way, target, at),
            *self._once((3, id(target), id(word)), self._frame, target, word, 1),
            *self._once((4, id(subject), id(target)), self._pair, subject, target),
            *self._triple(*triple(candidate)),
        ]

    def _once(self, key: tuple[int, ...], read: Callable[..., Row], *of: object) -> Row:
        """What is read, the first time that this key asks for it."""
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = read(*of)
        return found

    def _word(self, word: Word) -> Row:
        """A word by its entry, and whether what belongs to it hangs on it."""
        entry, around = word.entry, self.around
        attached = word.shape == "verb" and around.companions.find(word.token, entry) is not None
        return codes(entry.name, entry.word_class, word.shape, f"{len(entry.companions)} {attached}")

    def _clause(self, word: Word) -> Row:
        """The clause of a word: voice, negation, mood, modals, the verb or noun above, quotation, and its place in the text."""
        around, token = self.around, word.token
        clause = around.clause(token.i)
        helpers = auxiliaries(clause)
        head = finite(clause)
        above = token.head
        verbal = word.shape == "verb"
        effect = around.contexts.attribution.effect(above) if verbal else around.contexts.support_effect(above)
        return codes(
            token.dep_,
            clause.dep_,
            f"{is_passive(clause, around.lexicon.grammar)}",
            f"{bool(negation((token, clause, *helpers), around.lexicon))}",
            str(head.morph) if head is not None else "",
            " ".join(helper.lower_ for helper in helpers),
            effect,
            f"{around.quoted[token.i]}",
            bucket(len(self.triggers)),
            bucket(self.number),
            "" if above.i in around.mentions else above.lemma_,
            around.preposition(token.i),
        )

    def _end(self, end: Argument) -> Row:
        around, mention, token = self.around, self.around.mentions[end.token], self.around.doc[end.token]
        homes = around.homes(end.actor)
        above = around.mentions.get(around.heads[token.i]) if around.heads[token.i] != token.i else None
        return codes(
            end.actor.kind,
            f"{mention.kind} {mention.place} {min(3, len(mention.actors))}",
            f"{end.actor.known}",
            f"{mention.confidence >= SURE}",
            bucket(around.counts[end.actor.id]),
            around.labels[end.token],
            shown_case(token, around.lexicon.grammar),
            f"{around.firsts[end.actor.id] == end.begin}",
            f"{around.quoted[end.token]}",
            "" if above is None else f"{above.kind} {end.actor in above.actors}",
            f"{not homes.isdisjoint(self.actors)} {end.actor.id in self.homes}",
        )

    def _way(self, end: Argument, here: int) -> Row:
        """The way through the tree from an actor to a word, and the order in the text."""
        around = self.around
        up, down = around.ways(end.token, here)
        top = up[-1] if up else end.token
        return codes(
            around.path(up, down),
            f"^{around.labels[down[0]]}" if down else f"{around.labels[top]}:{around.preposition(top)}",
            next(filter(None, map(around.preposition, up)), ""),
            f"{around.clause(end.token).i == around.clause(here).i}",
            bucket(end.token - here),
            bucket(_between(end.token, here, self.places)),
        )

    def _frame(self, end: Argument, word: Word, side: int) -> Row:
        """The slot of a word's frame that an actor fills on its side, that on the other side, and who else fills one."""
        own, other = self.around.filled(word, side), self.around.filled(word, 1 - side)
        slot = own.get(end.begin, "")
        return codes(slot, other.get(end.begin, ""), f"{bool(own)} {len(own) > bool(slot)}")

    def _pair(self, subject: Argument, target: Argument) -> Row:
        around = self.around
        up, down = around.ways(subject.token, target.token)
        actors = (subject.actor.id, target.actor.id)
        return codes(
            around.path(up, down),
            bucket(target.token - subject.token),
            bucket(_between(subject.token, target.token, self.places)),
            self.crowd,
            bucket(sum(actor in actors for _, actor in self.ends)),
            f"{actors[1] in around.homes(subject.actor)} {actors[0] in around.homes(target.actor)}",
        )

    def _triple(self, subject: str, relation: str, target: str) -> Row:
        """In how many sentences the article could say it, and the same the other way round."""
        triples = self.reader.triples
        return codes(bucket(triples[subject, relation, target]), bucket(triples[target, relation, subject]))


def _between(one: int, other: int, places: Iterable[int]) -> int:
    """How many of some places lie between two."""
    low, high = (one, other) if one < other else (other, one)
    return sum(low < place < high for place in places)
