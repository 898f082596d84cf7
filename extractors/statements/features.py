"""Features of candidates: what the acceptor sees of a word and two actors, as columns of codes.

A column is the code of a short text (`obl:mit`, `Person`, `4`); a feature is one column or several together (`acceptor.CROSSES`).
No column names an actor, and none says whether a rule of ours fired: the acceptor would learn how good the rules of the day are.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
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
    """Reads the columns of one document's candidates: rows of words, of actors on a side, of pairs and of triples, each once."""

    def __init__(self, surroundings: Surroundings, sentences: Sequence[Sequence[Candidate]]) -> None:
        """`sentences` are the candidates by sentence."""
        self.around = surroundings
        self.sentences = sentences
        self.triples = Counter(one for found in sentences for one in {triple(candidate) for candidate in found})
        self.words, self.sides, self.pairs, self.said = Rows(), Rows(), Rows(), Rows()

    def columns(self) -> Columns:
        """A row a candidate, in the order of `COLUMNS`."""
        places = [place for number in range(len(self.sentences)) for place in SentenceReader(self, number).places()]
        if not places:
            return np.zeros((0, len(COLUMNS)), dtype=np.uint64)
        parts = zip((self.words, self.sides, self.sides, self.pairs, self.said), np.array(places).T, strict=True)
        return np.concatenate([np.array(rows.rows, dtype=np.uint64)[place] for rows, place in parts], axis=1)


class Rows:
    """Rows of one kind, by what they are of."""

    def __init__(self) -> None:
        """None yet."""
        self.rows: list[Row] = []
        self.known: dict[tuple[object, ...], int] = {}

    def place(self, key: tuple[object, ...], read: Callable[..., Row], *of: object) -> int:
        """Where the row of this key stands; it is read when it is asked for first."""
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = len(self.rows)
            self.rows.append(read(*of))
        return found


def triple(candidate: Candidate) -> tuple[str, str, str]:
    """The actors' ids and the relation of a candidate."""
    return candidate.subject.actor.id, candidate.word.entry.relation, candidate.object.actor.id


class SentenceReader:
    """Reads the rows of one sentence's candidates."""

    def __init__(self, reader: FeatureReader, number: int) -> None:
        """`number` counts the sentences that have candidates."""
        self.reader = reader
        self.around = around = reader.around
        self.number = number
        self.candidates = candidates = reader.sentences[number]
        self.ends = {(end.token, end.actor.id): end for c in candidates for end in (c.subject, c.object)}
        self.tokens = sorted({token for token, _ in self.ends})
        self.actors = {actor for _, actor in self.ends}
        self.homes = {home for end in self.ends.values() for home in around.homes(end.actor)}
        self.triggers = len({c.word.token.i for c in candidates})
        self.crowd = bucket(len(self.actors))
        self._known: dict[tuple[object, ...], Row] = {}

    def places(self) -> Iterator[tuple[int, int, int, int, int]]:
        """Where the parts of each candidate's row stand among the reader's rows."""
        reader = self.reader
        words, sides, pairs, said = reader.words.place, reader.sides.place, reader.pairs.place, reader.said.place
        for word, subject, target in self.candidates:
            w, s, o = id(word), id(subject), id(target)
            meant = triple(Candidate(word, subject, target))
            yield (
                words((w,), self._word, word),
                sides((w, s, 0), self._side, word, subject, 0),
                sides((w, o, 1), self._side, word, target, 1),
                pairs((s, o), self._pair, subject, target),
                said(meant, self._triple, *meant),
            )

    def _once(self, key: tuple[object, ...], read: Callable[..., Row], *of: object) -> Row:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = read(*of)
        return found

    def _word(self, word: Word) -> Row:
        """A word by its relation, its entry, whether what belongs to it hangs on it, and its clause."""
        entry, around, verbal = word.entry, self.around, word.shape == "verb"
        attached = verbal and around.companions.find(word.token, entry) is not None
        companions = f"{len(entry.companions)} {attached}"
        own = codes(entry.relation, entry.name, entry.word_class, word.shape, companions)
        return [0, *own, *self._once((word.token.i, verbal), self._clause, word)]

    def _side(self, word: Word, end: Argument, side: int) -> Row:
        """An actor, its way to a word, and its slot in the word's frame."""
        at = word.token.i
        return [
            *self._once((id(end),), self._end, end),
            *self._once((id(end), at, "way"), self._way, end, at),
            *self._frame(end, word, side),
        ]

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
            f"{around.quoted[token.i]:d}",
            bucket(self.triggers),
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
            f"{around.quoted[end.token]:d}",
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
            bucket(_between(end.token, here, self.tokens)),
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
            bucket(_between(subject.token, target.token, self.tokens)),
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
