"""The acceptor: how probable it is that a sentence states a candidate, by logistic regression over its features.

A feature is a value of one column or of several together (`CROSSES`); its weight stands in a table at its hash. The tables are
trained by `extractors.training.acceptor`, one a language (`languages/de/acceptor.npz`); a language without one has rules alone.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extractors.languages import language
from extractors.statements.features import COLUMNS, SIDES, Columns

FILE = "acceptor.npz"
# As many buckets as keep a feature mostly to itself; those with a weight are some 20,000.
BITS = 20
WIDEST = 3
# Odd constants that spread the bits of a product (Steele, Lea, Flood 2014: SplitMix64).
SPREAD, MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)

Numbers = npt.NDArray[np.float64]
Buckets = npt.NDArray[np.int64]


def _both(name: str) -> tuple[str, str]:
    return f"{SIDES[0]} {name}", f"{SIDES[1]} {name}"


def _crosses() -> Iterator[tuple[str, ...]]:
    """Each column alone and with the relation, some of both sides together, and the slots with what turns a clause round."""
    yield ("relation",)
    for name in COLUMNS[2:]:
        yield from ((name,), (name, "relation"))
    for name in ("way path", "way hang", "way preposition", "slot", "rivals", "kind", "mention"):
        yield from (_both(name), (*_both(name), "relation"), (*_both(name), "word shape"))
    for name in ("way order", "way clause", "way nearer", "count", "label"):
        yield from (_both(name), (*_both(name), "relation"))
    for name in ("slot", "way hang", "way path"):
        yield (*_both(name), "word lemma")
    for name in ("word voice", "word label", "word effect", "word companions", "pair order"):
        yield (*_both("slot"), name)
    yield (*_both("way hang"), "word clause")
    yield ("subject slot", "object way hang", "relation")
    yield ("subject way hang", "object slot", "relation")


CROSSES = tuple(_crosses())
# What a feature is about, in the words of an explanation, by the first of these that its first column begins with.
GROUPS = {
    "relation": "the word and its relation",
    "word lemma": "the word and its relation",
    "word class": "the word and its relation",
    "word shape": "the word and its relation",
    "word": "the clause of the word",
    "triple": "what else the article could say of them",
    "pair": "how the two stand to each other",
    "subject way": "the way from the actors to the word",
    "object way": "the way from the actors to the word",
    "subject slot": "the slots of the word's frame",
    "object slot": "the slots of the word's frame",
    "subject swapped": "the slots of the word's frame",
    "object swapped": "the slots of the word's frame",
    "subject rivals": "the slots of the word's frame",
    "object rivals": "the slots of the word's frame",
    "subject": "what the actors are and how often they are named",
    "object": "what the actors are and how often they are named",
}
NAMES = tuple(dict.fromkeys(GROUPS.values()))
GROUP_OF = np.array(
    [NAMES.index(next(name for begin, name in GROUPS.items() if cross[0].startswith(begin))) for cross in CROSSES]
)
_AT = {name: place for place, name in enumerate(COLUMNS)}
_PLACES = np.array([[_AT[name] for name in cross] + [0] * (WIDEST - len(cross)) for cross in CROSSES])
_SEEDS = (np.arange(len(CROSSES), dtype=np.uint64) + np.uint64(1)) * SPREAD


def buckets(columns: Columns) -> Buckets:
    """Where the weights of each candidate's features stand: a row a candidate, a column a cross."""
    mixed = np.repeat(_SEEDS[None, :], len(columns), axis=0)
    for place in range(WIDEST):
        mixed ^= columns[:, _PLACES[:, place]]
        mixed *= MIX
        mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)


@dataclass(frozen=True)
class Acceptor:
    """The weights of a language.

    `table` has a weight a bucket, `bias` that of every candidate. A candidate that reaches `threshold` is stated; `means` is what
    each group of features gives the average candidate: explanations say what differs from it.

    What a rule gave too is surer than the features tell: `slope` and `shift` calibrate the log odds of its probability (Platt
    1999), and `others` the product of priors of a statement without candidate. Less than `least`, and it is not stated.
    """

    table: npt.NDArray[np.float16]
    bias: float
    threshold: float
    means: Numbers
    slope: float = 1.0
    shift: float = 0.0
    others: float = 1.0
    least: float = 0.0

    def probabilities(self, columns: Columns) -> Numbers:
        """How probable each candidate is. Sums of half precision are exact in double precision, so the same on every machine."""
        weights = self.table[buckets(columns)].astype(np.float64)
        sure: Numbers = 1.0 / (1.0 + np.exp(-(weights.sum(axis=1) + self.bias)))
        return sure

    def calibrated(self, sure: float) -> float:
        """The probability of what a rule gave too."""
        sure = min(max(sure, 1e-6), 1 - 1e-6)
        return 1.0 / (1.0 + math.exp(-self.slope * math.log(sure / (1 - sure)) - self.shift))

    def reasons(self, columns: Columns) -> tuple[str, ...]:
        """What speaks for one candidate and what against it: the groups of features that differ most from the average."""
        weights = self.table[buckets(columns.reshape(1, -1))[0]].astype(np.float64)
        given = np.bincount(GROUP_OF, weights, len(NAMES)) - self.means
        ranked = sorted(zip(given.tolist(), NAMES, strict=True), reverse=True)
        pro = [name for value, name in ranked[:2] if value > 0]
        contra = [name for value, name in ranked[-1:] if value < 0]
        said = (f"{side} {' and '.join(names)}" for side, names in (("for it:", pro), ("against it:", contra)) if names)
        return tuple(said)

    def write(self, path: Path) -> None:
        """Write the weights that are not zero."""
        (found,) = np.nonzero(self.table)
        with path.open("wb") as file:
            np.savez_compressed(
                file,
                buckets=np.diff(found, prepend=0).astype(np.uint32),
                weights=self.table[found],
                settings=np.array([self.bias, self.threshold, self.slope, self.shift, self.others, self.least]),
                means=self.means,
            )


def read(path: Traversable) -> Acceptor:
    """The acceptor of a file that `Acceptor.write` wrote."""
    with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
        table = np.zeros(1 << BITS, dtype=np.float16)
        table[np.cumsum(held["buckets"], dtype=np.int64)] = held["weights"]
        bias, threshold, slope, shift, others, least = held["settings"].tolist()
        return Acceptor(table, bias, threshold, held["means"], slope, shift, others, least)


@lru_cache
def load_acceptor(lang: str) -> Acceptor | None:
    """The acceptor of a language, read once; None for a language that has none."""
    path = language(lang).folder.joinpath(FILE)
    return read(path) if path.is_file() else None
