"""What an acceptor is worth: each article's statements by acceptors that never saw it, through the whole of `StatementBuilder`.

"union" are the statements of the rules and those that the acceptor adds from a threshold on; "judged" leaves out what it doubts of the
rules' too. Precision, recall and F1 are those of `graph.evaluation`, offices left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from extractors.statement import Statement
from extractors.statements.acceptor import Acceptor
from extractors.training.examples import Example, Examples, Flags, Numbers, said
from extractors.training.gold import Tally

FOLDS = 6
# Two articles that share more of their five-word sequences tell one story.
SAME_STORY = 0.2

Fit = Callable[[Sequence[Example]], Acceptor]
# Which statements of an example count.
Kept = Callable[[Example, Statement], bool]


def folds(examples: Sequence[Example], seed: int) -> list[int]:
    """The fold of each example by chance; articles of one story are in one fold."""
    story = list(range(len(examples)))
    for i, example in enumerate(examples):
        for j in range(i):
            shared = len(example.shingles & examples[j].shingles)
            if shared > SAME_STORY * min(len(example.shingles), len(examples[j].shingles)):
                # A later version may share with two earlier ones that share nothing.
                joined = {story[i], story[j]}
                story = [min(joined) if one in joined else one for one in story]
    order = np.random.default_rng(seed).permutation(len(examples)).tolist()
    return [order[first] % FOLDS for first in story]


@dataclass
class Measured:
    """What cross-validation found: each article's statements by acceptors that never saw it, with their confidence."""

    examples: Sequence[Example]
    statements: list[list[Statement]]

    def rates(self, kept: Kept) -> tuple[float, float, float]:
        """Precision, recall and F1 of the statements that are kept."""
        tally = Tally()
        for example, found in zip(self.examples, self.statements, strict=True):
            tally.add(example.annotated.gold, [said(statement) for statement in found if kept(example, statement)])
        return tally.rates

    def sure(self, kept: Kept) -> tuple[Numbers, Flags]:
        """Confidence of the kept statements, and whether they are gold, required or optional."""
        pairs = [
            (statement.confidence, example.is_gold(statement))
            for example, found in zip(self.examples, self.statements, strict=True)
            for statement in found
            if kept(example, statement)
        ]
        return np.array([sure for sure, _ in pairs]), np.array([right for _, right in pairs], bool)


def learned(_: Example, statement: Statement) -> bool:
    """Whether the acceptor added it."""
    return statement.rule.startswith("learned ")


def given(example: Example, statement: Statement) -> bool:
    """Whether a rule gave it."""
    return not learned(example, statement)


def either(_: Example, __: Statement) -> bool:
    """Every statement."""
    return True


def cross_validated(maker: Examples, examples: Sequence[Example], fit: Fit, seed: int, size: int | None) -> Measured:
    """Every article by an acceptor of the other folds, of at most `size` of their articles by chance; None for all."""
    fold = folds(examples, seed)
    statements: list[list[Statement]] = [[] for _ in examples]
    for held in range(FOLDS):
        rest = [example for example, place in zip(examples, fold, strict=True) if place != held]
        chosen = np.random.default_rng(seed).permutation(len(rest))[:size]
        acceptor = fit([rest[i] for i in sorted(chosen.tolist())])
        for i in (i for i, place in enumerate(fold) if place == held):
            statements[i] = maker.statements(examples[i], acceptor)
    return Measured(examples, statements)


def auc(sure: Numbers, right: Flags) -> float:
    """The chance that a right statement is surer than a wrong one."""
    _, inverse, counts = np.unique(sure, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    good = int(right.sum())
    return float((ranks[right].sum() - good * (good + 1) / 2) / max(1, good * (len(right) - good)))


def bins(sure: Numbers, right: Flags) -> list[tuple[float, float, int]]:
    """By tenths of confidence: its mean, the share of right ones, and how many there are."""
    place = np.minimum((sure * 10).astype(int), 9)
    return [
        (float(sure[place == i].mean()), float(right[place == i].mean()), int((place == i).sum()))
        for i in np.unique(place).tolist()
    ]


def calibration_error(sure: Numbers, right: Flags) -> float:
    """The expected difference between confidence and share of right ones (ECE)."""
    return sum(abs(mean - share) * number for mean, share, number in bins(sure, right)) / max(1, len(sure))
