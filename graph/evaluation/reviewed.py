"""How often what was extracted is right, by what reviewers said of it: precision with an interval, by relation and by confidence."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.reviews.judgement import Judgement, Verdict, effective

# Edges of the bands of confidence, each from the one up to the next.
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
NORMAL = 1.959964
# Who amends one of these says that the statement was wrong; a wrong date leaves it right.
CORE = frozenset(("relation", "subject", "object"))


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of some judged statements are right; `low` and `high` are Wilson's interval (1927) for 95 of 100 samples."""

    what: str
    right: int
    judged: int

    @property
    def share(self) -> float:
        """The share of right ones, 0 where none was judged."""
        return self.right / self.judged if self.judged else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The lower and upper bound of the share."""
        if not self.judged:
            return 0.0, 1.0
        n, p, z = self.judged, self.share, NORMAL
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        reach = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, middle - reach), min(1.0, middle + reach)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The precision of all judged statements, by relation (names, sorted), by band of confidence; and how many were added."""

    whole: Precision
    relations: tuple[Precision, ...]
    bands: tuple[Precision, ...]
    added: int


def reviewed(judgements: Iterable[Judgement]) -> Reviewed:
    """The precision that the judgements tell. Of a statement that several judged the latest word counts.

    Who judges the least sure first sees more errors than there are: draw statements by chance for a figure of the whole graph.
    """
    matters: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for one in judgements:
        if one.was:
            matters[one.subject_matter].append(one)
    effects = [effect for _, group in sorted(matters.items()) if (effect := effective(group)) and effect.was]
    # What nobody extracted is neither right nor wrong.
    new = {one.target for group in matters.values() for one in group if one.verdict is Verdict.ADDED}
    told = [(one.was, _right(one)) for one in effects if one.target not in new and one.was]
    by_relation: dict[str, list[bool]] = defaultdict(list)
    by_band: dict[int, list[bool]] = defaultdict(list)
    for was, right in told:
        by_relation[was.relation].append(right)
        by_band[_band(was.confidence)].append(right)
    return Reviewed(
        _precision("all", [right for _, right in told]),
        tuple(_precision(relation, by_relation[relation]) for relation in sorted(by_relation)),
        tuple(_precision(f"{BANDS[band]:.1f}–{BANDS[band + 1]:.1f}", by_band[band]) for band in sorted(by_band)),
        sum(one.verdict is Verdict.ADDED for one in effects),
    )


def _right(effect: Judgement) -> bool:
    return effect.verdict is Verdict.CONFIRMED or (
        effect.verdict is Verdict.AMENDED and not CORE & set(effect.correction)
    )


def _band(confidence: float) -> int:
    return max(at for at in range(len(BANDS) - 1) if confidence >= BANDS[at])


def _precision(what: str, answers: list[bool]) -> Precision:
    return Precision(what, sum(answers), len(answers))
