"""Ties: what two actors are to each other, by counts of acts. The one definition of who is aligned and who opposed.

With P acts of alignment and N of conflict, the share θ of alignment in all they do has the posterior Beta(P+1, N+1) under a flat
prior (Bayes 1763). Pr(θ > ½) of `SURE` or more makes the tie *aligned*, of 1 − `SURE` or less *opposed*. Otherwise it is *divided*
where there are `DIVIDED` acts or more, else *thin*. One report thus gives no sign: P = 1, N = 0 is 0.75.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.analysis.acts import Act
from graph.analysis.events import interval

SURE, DIVIDED = 0.8, 4


class Kind(StrEnum):
    """What two actors are to each other."""

    ALIGNED = "aligned"
    OPPOSED = "opposed"
    DIVIDED = "divided"
    THIN = "thin"

    @property
    def sure(self) -> bool:
        """Whether the tie has a sign."""
        return self in (Kind.ALIGNED, Kind.OPPOSED)


# What analysts read, in both languages; the page has the same words (graph/explorer/words.js).
LABELS = {
    Kind.ALIGNED: {"de": "auf einer Seite", "en": "aligned"},
    Kind.OPPOSED: {"de": "gegeneinander", "en": "opposed"},
    Kind.DIVIDED: {"de": "geteilt", "en": "divided"},
    Kind.THIN: {"de": "dünn belegt", "en": "thin"},
}


def alignment(aligned: float, conflict: float) -> float:
    """Pr(θ > ½ | Beta(aligned + 1, conflict + 1)), from 0 to 1; ½ where there are as many acts of either side."""
    from scipy.special import betainc

    return float(betainc(conflict + 1, aligned + 1, 0.5))


def kind(aligned: float, conflict: float) -> Kind:
    """The kind of a tie of so many acts of alignment and of conflict."""
    probability = alignment(aligned, conflict)
    if probability >= SURE:
        return Kind.ALIGNED
    if probability <= 1 - SURE:
        return Kind.OPPOSED
    return Kind.DIVIDED if aligned + conflict >= DIVIDED else Kind.THIN


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors (ids, sorted) and the acts between them.

    `aligned`, `conflict` and `contacts` count acts of alignment, of conflict and of mere talk (with a half-life, old ones count for
    less); `articles` counts the articles that report them; `acts` are the acts, the newest first.
    """

    first: str
    second: str
    aligned: float
    conflict: float
    contacts: float
    articles: int
    acts: tuple[Act, ...]

    @property
    def kind(self) -> Kind:
        """Aligned, opposed, divided or thin."""
        return kind(self.aligned, self.conflict)

    @property
    def sure(self) -> float:
        """The probability that alignment outweighs conflict between the two (`alignment`)."""
        return alignment(self.aligned, self.conflict)

    @property
    def weight(self) -> float:
        """λ = ln((P+1)/(N+1)): positive for alignment, negative for conflict, 0 for balance."""
        return math.log((self.aligned + 1) / (self.conflict + 1))

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements behind the acts of alignment and conflict, then of contact, the newest first."""
        ordered = sorted(self.acts, key=lambda act: not act.side)
        return tuple(dict.fromkeys(one for act in ordered for one in act.statements))


def ties(found: Iterable[Act], *, half_life_days: float | None = None, at: str = "") -> tuple[Tie, ...]:
    """The ties of acts (`graph.analysis.acts`), in the order of their ends.

    With a half-life an act counts half for every so many days before `at` (an ISO day; without it, the newest act's).
    """
    gathered: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for act in found:
        gathered[act.first, act.second].append(act)
    if half_life_days and not at:
        at = max((act.day for members in gathered.values() for act in members), default="")
    made = []
    for (first, second), members in sorted(gathered.items()):
        counts = {1: 0.0, -1: 0.0, 0: 0.0}
        for act in members:
            counts[act.side] += fading(act.day, half_life_days, at)
        newest = tuple(sorted(members, key=lambda act: (act.day, act.statements), reverse=True))
        articles = len({report for act in members for report in act.reports})
        made.append(Tie(first, second, counts[1], counts[-1], counts[0], articles, newest))
    return tuple(made)


def strongest(found: Iterable[Tie], number: int | None = None) -> list[Tie]:
    """The ties of most acts of alignment and conflict, then of contact; so many, or all."""
    ranked = sorted(found, key=lambda tie: (-(tie.aligned + tie.conflict), -tie.contacts, tie.first, tie.second))
    return ranked[:number]


def fading(day: str, half_life_days: float | None, at: str) -> float:
    """How much of an act of a day is left on another: 1 without a half-life or a day."""
    if not (half_life_days and at and day):
        return 1.0
    age = max(0, (interval(at)[1] - interval(day)[1]).days)
    return float(0.5 ** (age / half_life_days))
