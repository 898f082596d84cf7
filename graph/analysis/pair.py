"""Two actors over time: alignment, conflict and talk by month, and the strongest sentences of each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from graph.analysis.acts import Act, acts
from graph.analysis.ties import Tie, ties

if TYPE_CHECKING:
    import pandas as pd

# What the sides of acts are called in series: the columns of a tie.
SERIES = {"aligned": 1, "conflict": -1, "contacts": 0}
# What each column says, for the table's foot, --help and docs.
COLUMNS = {
    "month": "the month of the acts, from the first to the last; one of which nobody wrote is empty",
    "aligned": "acts of alignment: support, praise, aid, arms, alliance, cooperation, pledges, recognition, joint acts",
    "conflict": "acts of conflict: force, sanctions, accusation, criticism, threat, warning, rejection, expulsion",
    "contacts": "acts of mere talk: meetings, visits, calls, negotiations, agreements; they weigh nothing",
    "articles": "articles that report them",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors: their `tie` (None without an act), its acts by month as a frame, and what is in no month.

    `months` has the columns `COLUMNS` from the first to the last month with an act, <NA> where there is none: that nobody wrote is not that
    nothing was. `undated` are acts dated by a year alone, or not at all.
    """

    tie: Tie | None
    months: "pd.DataFrame"
    undated: int

    def strongest(self, side: int, number: int = 3) -> tuple[Act, ...]:
        """The acts of a side that most articles report, the newest first among equals."""
        of_side = [act for act in self.tie.acts if act.side == side] if self.tie else []
        return tuple(sorted(of_side, key=lambda act: -len(act.reports))[:number])


def pair(network: nx.MultiDiGraph, first: str, second: str) -> Pair:
    """What joins and divides two actors (ids) in a network of statements. Raises `KeyError` for an actor that is not in it."""
    import pandas as pd

    for actor in (first, second):
        if actor not in network:
            raise KeyError(actor)
    ends = (min(first, second), max(first, second))
    between = [act for act in acts(network) if (act.first, act.second) == ends]
    tied = ties(between)
    dated = [act for act in between if len(act.day) >= 7]
    months: list[str] = []
    if dated:
        days = [act.day[:7] for act in dated]
        months = [str(month) for month in pd.period_range(min(days), max(days), freq="M")]
    rows = []
    for month in months:
        here = [act for act in dated if act.day[:7] == month]
        counts = [sum(act.side == side for act in here) for side in SERIES.values()]
        told = len({report for act in here for report in act.reports})
        rows.append([*counts, told] if here else [None] * 4)
    index = pd.Index(months, name="month", dtype=object)
    frame = pd.DataFrame(rows, columns=[*SERIES, "articles"], index=index, dtype="Int64")
    return Pair(tied[0] if tied else None, frame, len(between) - len(dated))
