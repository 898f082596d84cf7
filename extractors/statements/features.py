"""Features of candidates: what the acceptor sees of a word and two actors, as columns of codes.

A column is the code of a short text (`obl:mit`, `Person`, `3-5`); a feature is one column or several together (`extractors.statements
.acceptor`). No column names an actor, and none says whether a rule of ours fired: the acceptor would learn how good the rules of
the day are.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt
from spacy.attrs import HEAD, IS_QUOTE
from spacy.tokens import Doc, Token

from extractors.lexicon import Slot
from extractors.mention import Mention
from extractors.statements import modality as modal
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.candidates import Candidate, Word
from extractors.statements.companions import CompanionFinder
from extractors.statements.context import ContextFinder
from extractors.statements.ends import shown_case
from extractors.syntax import auxiliaries, clause_head, finite, is_passive, preposition

Columns = npt.NDArray[np.uint64]
Row = list[int]
# Labels of what is another name of the same thing, or another thing of the same kind: without them paths have fewer forms.
ASIDE = frozenset(("appos", "flat", "conj", "compound"))
# The longest path between a word and an actor that is spelt out.
LONGEST = 6
# The least certain mention that counts as sure.
SURE = 0.8

# Columns by what they are of: a word by its entry, an actor where it is mentioned, the way from a mention to a word, the slots of
# a word's frame on one side, and two mentions.
WORD = (
    "lemma", "class", "shape", "companions", "label", "clause", "voice", "negated", "mood", "modal", "effect", "quoted",
    "words", "sentence", "head", "preposition",
)  # fmt: skip
END = ("kind", "mention", "known", "sure", "count", "label", "case", "first", "quoted")
WAY = ("path", "hang", "preposition", "clause", "order", "nearer")
FRAME = ("slot", "swapped", "rivals")
PAIR = ("path", "order", "between", "crowd", "again")
SIDES = ("subject", "object")
COLUMNS = (
    "any",
    "relation",
    *(f"word {name}" for name in WORD),
    *(f"{side} {name}" for side in SIDES for name in (*END, *(f"way {name}" for name in WAY), *FRAME)),
    *(f"pair {name}" for name in PAIR),
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

    def __init__(
        self, doc: Doc, finder: ArgumentFinder, contexts: ContextFinder, mentions: Mapping[int, Mention]
    ) -> None:
        """`finder` and `contexts` are those of the rules; `mentions` by the index of their tokens, modifiers too."""
        self.doc = doc
        self.finder = finder
        self.contexts = contexts
        self.lexicon = finder.lexicon
        self.companions = CompanionFinder(finder.lexicon)
        self.mentions = mentions
        self.labels = [token.dep_ for token in doc]
        self.heads = (np.arange(len(doc)) + doc.to_array(HEAD).astype(np.int64)).tolist()
        self.quoted = (np.cumsum(doc.to_array(IS_QUOTE)) % 2).tolist()
        heading = [mention for i, mention in sorted(mentions.items()) if mention.token == i]
        self.counts = Counter(actor.id for mention in heading for actor in mention.actors)
        self.firsts = {actor.id: mention.begin for mention in reversed(heading) for actor in mention.actors}
        self._chains: dict[int, list[int]] = {}
        self._clauses: dict[int, Token] = {}
        self._prepositions: dict[int, str] = {}
        self._filled: dict[tuple[int, str, Slot], frozenset[int]] = {}

    def columns(self, sentences: Iterable[Sequence[Candidate]]) -> Columns:
        """A row a candidate of each sentence, in the order of `COLUMNS`."""
        rows = [row for number, found in enumerate(sentences) for row in SentenceReader(self, number, found).rows()]
        return np.array(rows, dtype=np.uint64).reshape(len(rows), len(COLUMNS))

    # What is asked of tokens again and again -------------------------------------------------------------------------

    def chain(self, i: int) -> list[int]:
        """A token and its heads, upwards."""
        found = self._chains.get(i)
        if found is None:
            head = self.heads[i]
            found = self._chains[i] = [i] if head == i else [i, *self.chain(head)]
        return found

    def clause(self, i: int) -> Token:
        """The head of the clause that a token stands in."""
        found = self._clauses.get(i)
        if found is None:
            found = self._clauses[i] = clause_head(self.doc[i])
        return found

    def preposition(self, i: int) -> str:
        """The preposition before a token."""
        found = self._prepositions.get(i)
        if found is None:
            found = self._prepositions[i] = preposition(self.doc[i], self.lexicon)
        return found

    def fills(self, word: Word, slot: Slot) -> frozenset[int]:
        """Where the mentions begin that fill a slot of a word."""
        key = (word.token.i, word.shape, slot)
        found = self._filled.get(key)
        if found is None:
            found = self._filled[key] = frozenset(argument.begin for argument in self._arguments(word, slot))
        return found

    def _arguments(self, word: Word, slot: Slot) -> list[Argument]:
        token = word.token
        match word.shape:
            case "noun" | "role":
                return self.finder.of_noun(token, slot)
            case "verb":
                return self.finder.of_verb(token, slot, {})
        # An adjective or participle is said of its noun, with which the others are its arguments.
        owner = Slot(slot.name, kinds=slot.kinds)
        if slot.name not in ("subj", "obj"):
            return self.finder.of_verb(token, slot, {})
        if token.dep_ != "amod":
            return self.finder.subject(token, owner) if slot.name == "subj" else []
        agents = [c for c in token.children if self.preposition(c.i) in self.lexicon.grammar.agents]
        passive = word.shape == "participle"
        bearers = [token.head] if passive == (slot.name == "obj") else agents if passive else []
        return [argument for bearer in bearers for argument in self.finder.denoted(bearer, owner)]


class SentenceReader:
    """Reads the rows of one sentence's candidates; what is of a word, an actor, or two of them is read once."""

    def __init__(self, reader: FeatureReader, number: int, candidates: Sequence[Candidate]) -> None:
        """`number` counts the sentences that have candidates."""
        self.reader = reader
        self.number = number
        self.candidates = candidates
        self.ends = {(end.token, end.actor.id): end for c in candidates for end in (c.subject, c.object)}
        self.places = sorted({token for token, _ in self.ends})
        self.words = len({c.word.token.i for c in candidates})
        self.crowd = bucket(len({actor for _, actor in self.ends}))
        self._rows: dict[tuple[int, ...], Row] = {}

    def rows(self) -> list[Row]:
        """A row a candidate."""
        return [self._row(candidate) for candidate in self.candidates]

    def _row(self, candidate: Candidate) -> Row:
        word, subject, target = candidate.word, candidate.subject, candidate.object
        known, w, s, o, at = self._rows, id(word), id(subject), id(target), word.token.i
        of_word = known.get((w,)) or known.setdefault((w,), self._word(word))
        of_subject = known.get((0, s)) or known.setdefault((0, s), self._end(subject))
        of_target = known.get((0, o)) or known.setdefault((0, o), self._end(target))
        way_subject = known.get((1, at, s)) or known.setdefault((1, at, s), self._way(at, subject))
        way_target = known.get((1, at, o)) or known.setdefault((1, at, o), self._way(at, target))
        as_subject = known.get((2, w, s)) or known.setdefault((2, w, s), self._frame(word, subject, 0))
        as_target = known.get((3, w, o)) or known.setdefault((3, w, o), self._frame(word, target, 1))
        pair = known.get((4, s, o)) or known.setdefault((4, s, o), self._pair(subject, target))
        return [
            0, code(word.entry.relation), *of_word,
            *of_subject, *way_subject, *as_subject, *of_target, *way_target, *as_target, *pair,
        ]  # fmt: skip

    def _word(self, word: Word) -> Row:
        reader, token, entry = self.reader, word.token, word.entry
        clause = reader.clause(token.i)
        helpers = auxiliaries(clause)
        head = finite(clause)
        attached = word.shape == "verb" and reader.companions.find(token, entry) is not None
        above = token.head
        governing = word.shape != "verb"
        effect = reader.contexts.support_effect(above) if governing else reader.contexts.attribution.effect(above)
        return codes(
            entry.name,
            entry.word_class,
            word.shape,
            f"{len(entry.companions)} {attached}",
            token.dep_,
            clause.dep_,
            f"{is_passive(clause, reader.lexicon.grammar)}",
            f"{bool(modal.negation((token, clause, *helpers), reader.lexicon))}",
            str(head.morph) if head is not None else "",
            " ".join(helper.lower_ for helper in helpers),
            effect,
            f"{reader.quoted[token.i]}",
            bucket(self.words),
            bucket(self.number),
            above.lemma_,
            reader.preposition(token.i),
        )

    def _end(self, end: Argument) -> Row:
        reader, mention = self.reader, self.reader.mentions[end.token]
        return codes(
            end.actor.kind,
            f"{mention.kind} {mention.place} {min(3, len(mention.actors))}",
            f"{end.actor.known}",
            f"{mention.confidence >= SURE}",
            bucket(reader.counts[end.actor.id]),
            reader.labels[end.token],
            shown_case(reader.doc[end.token], reader.lexicon.grammar),
            f"{reader.firsts[end.actor.id] == end.begin}",
            f"{reader.quoted[end.token]}",
        )

    def _way(self, here: int, end: Argument) -> Row:
        """The way through the tree from an actor to a word, and the order in the text."""
        reader = self.reader
        up, down = self._ways(end.token, here)
        top = up[-1] if up else end.token
        return codes(
            self._path(up, down),
            f"^{reader.labels[down[0]]}" if down else f"{reader.labels[top]}:{reader.preposition(top)}",
            next(filter(None, map(reader.preposition, up)), ""),
            f"{reader.clause(end.token).i == reader.clause(here).i}",
            bucket(end.token - here),
            bucket(self._between(end.token, here)),
        )

    def _frame(self, word: Word, end: Argument, side: int) -> Row:
        """The slot of a word's frame that an actor fills on its side, that on the other side, and who else fills one."""
        sides = (word.entry.subject, word.entry.object)
        filled = {begin for slot in sides[side] for begin in self.reader.fills(word, slot)}
        own, other = (
            next((slot.name for slot in slots if end.begin in self.reader.fills(word, slot)), "")
            for slots in (sides[side], sides[1 - side])
        )
        return codes(own, other, f"{bool(filled)} {bool(filled - {end.begin})}")

    def _pair(self, subject: Argument, target: Argument) -> Row:
        up, down = self._ways(subject.token, target.token)
        actors = (subject.actor.id, target.actor.id)
        return codes(
            self._path(up, down),
            bucket(target.token - subject.token),
            bucket(self._between(subject.token, target.token)),
            self.crowd,
            bucket(sum(actor in actors for _, actor in self.ends)),
        )

    def _between(self, one: int, other: int) -> int:
        low, high = (one, other) if one < other else (other, one)
        return sum(low < place < high for place in self.places)

    def _ways(self, begin: int, end: int) -> tuple[list[int], list[int]]:
        """The tokens below the lowest common head on the way up from one token, and on the way down to another."""
        rising, falling = self.reader.chain(begin), self.reader.chain(end)
        shared = set(falling)
        up = next(k for k, i in enumerate(rising) if i in shared)
        return rising[:up], falling[: falling.index(rising[up])][::-1]

    def _path(self, up: list[int], down: list[int]) -> str:
        labels = self.reader.labels
        rising, falling = ([labels[i] for i in way if labels[i] not in ASIDE] for way in (up, down))
        return f"{'<'.join(rising)} {'>'.join(falling)}" if len(rising) + len(falling) <= LONGEST else "far"
