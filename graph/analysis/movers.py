"""Who moved from one camp to another, and the acts that moved them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from graph.analysis.acts import Act
from graph.analysis.camps import Camp
from graph.analysis.windows import Window

if TYPE_CHECKING:
    import pandas as pd

# What each column says, for the table's foot, --help and docs.
COLUMNS = {
    "since": "the first day of the window in which it stands elsewhere",
    "until": "the window's last day",
    "label": "the actor",
    "before": "the camp that it stood in when last it stood in one",
    "after": "the camp that it stands in now",
    "acts": "its acts of alignment with the new camp and of conflict with the old one in the window",
    "articles": "articles that report them",
    "statements": "the statements behind them",
}


@dataclass(frozen=True, slots=True)
class Move:
    """An actor that stood in one camp (`before`) and stands in another (`after`) in the window from `since` to `until`.

    `acts` are those of the window that join it to members of the new camp or turn it against members of the old one, what most articles
    report first.
    """

    actor: str
    before: Camp
    after: Camp
    since: str
    until: str
    acts: tuple[Act, ...]

    @property
    def articles(self) -> int:
        """How many articles report the acts."""
        return len({report for act in self.acts for report in act.reports})

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements behind the acts."""
        return tuple(dict.fromkeys(one for act in self.acts for one in act.statements))


def moves(found: tuple[Window, ...]) -> tuple[Move, ...]:
    """The moves between the windows of `graph.analysis.windows.windows`, in time, the best founded first within a window.

    Both windows have enough evidence: in each the actor has a sure tie and is in a camp; a window that does not know it, or sees it between
    camps, is passed over. A change of camp that no act of alignment or conflict of the actor's bears out is none: then others moved
    around it.
    """
    last: dict[str, Camp] = {}
    made: list[Move] = []
    for window in found:
        now = {actor: camp for camp in window.camps.camps for actor in camp.members}
        here = []
        for actor, after in sorted(now.items()):
            before = last.get(actor)
            if before and before.label != after.label:
                reasons = _reasons(window, actor, before, after)
                if reasons:
                    here.append(Move(actor, before, after, window.since, window.until, reasons))
        made += sorted(here, key=lambda move: (-len(move.acts), move.actor))
        last |= now
    return tuple(made)


def _reasons(window: Window, actor: str, before: Camp, after: Camp) -> tuple[Act, ...]:
    """The actor's acts in the window that speak for the new camp or against the old one."""
    friends = set(after.members) - {actor}
    opponents = set(before.members) - friends - {actor}
    reasons = [
        act
        for tie in window.camps.ties
        if actor in (tie.first, tie.second)
        for act in tie.acts
        for other in (tie.second if tie.first == actor else tie.first,)
        if (other in friends and act.side > 0) or (other in opponents and act.side < 0)
    ]
    return tuple(sorted(reasons, key=lambda act: (-len(act.reports), act.day, act.statements)))


def moves_frame(network: nx.MultiDiGraph, made: tuple[Move, ...]) -> "pd.DataFrame":
    """The moves as a frame with the columns of `COLUMNS`, and `actor` (the id)."""
    import pandas as pd

    rows = [
        {
            "since": move.since,
            "until": move.until,
            "actor": move.actor,
            "label": network.nodes[move.actor].get("label", move.actor),
            "before": move.before.name,
            "after": move.after.name,
            "acts": len(move.acts),
            "articles": move.articles,
            "statements": move.statements,
        }
        for move in made
    ]
    return pd.DataFrame(rows, columns="since until actor label before after acts articles statements".split())
