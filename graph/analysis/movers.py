"""Who moved from one coalition to another, and the statements that moved them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from graph.analysis.coalitions import Coalition
from graph.analysis.signed import strength
from graph.analysis.windows import Window

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Move:
    """An actor that stood in one coalition (`before`) and stands in another (`after`) since the window that begins at `since`.

    `statements` are ids of its own statements in that window that tie it to the new coalition or turn it against the old one, the
    strongest first; `weight` is the sum of their strengths.
    """

    actor: str
    before: Coalition
    after: Coalition
    since: str
    until: str
    statements: tuple[str, ...]
    weight: float


def moves(network: nx.MultiDiGraph, found: tuple[Window, ...]) -> tuple[Move, ...]:
    """The moves between the windows of `graph.analysis.windows.windows`, in time, the best founded first within a window.

    An actor that a window does not know is compared with the last one that did. A change of coalition without a statement of the
    actor's own that bears it out is none: then others moved around it.
    """
    last: dict[str, Coalition] = {}
    made: list[Move] = []
    for window in found:
        now = {actor: coalition for coalition in window.coalitions for actor in coalition.members}
        here = []
        for actor, after in sorted(now.items()):
            before = last.get(actor)
            if before and before.label != after.label:
                reasons = _reasons(network, window, actor, before, after)
                if reasons:
                    weight = round(sum(abs(value) for value, _ in reasons), 4)
                    ids = tuple(key for _, key in reasons)
                    here.append(Move(actor, before, after, window.since, window.until, ids, weight))
        made += sorted(here, key=lambda move: (-move.weight, move.actor))
        last |= now
    return tuple(made)


def _reasons(
    network: nx.MultiDiGraph, window: Window, actor: str, before: Coalition, after: Coalition
) -> list[tuple[float, str]]:
    """The actor's statements in the window, with their strength, that speak for the new coalition or against the old one."""
    friends = set(after.members) - {actor}
    opponents = set(before.members) - friends - {actor}
    reasons = []
    for _, other, tie in window.signed.edges(actor, data=True):
        for key in tie["statements"]:
            value = strength(_edge(network, actor, other, key))
            if (other in friends and value > 0) or (other in opponents and value < 0):
                reasons.append((value, key))
    return sorted(reasons, key=lambda reason: (-abs(reason[0]), reason[1]))


def _edge(network: nx.MultiDiGraph, first: str, second: str, key: str) -> dict[str, object]:
    ends = (first, second) if network.has_edge(first, second, key) else (second, first)
    return dict(network.edges[*ends, key])


def moves_frame(network: nx.MultiDiGraph, made: tuple[Move, ...]) -> "pd.DataFrame":
    """The moves as a frame: since, until, actor, label, before, after (names of coalitions), weight, statements (ids)."""
    import pandas as pd

    rows = [
        {
            "since": move.since,
            "until": move.until,
            "actor": move.actor,
            "label": network.nodes[move.actor].get("label", move.actor),
            "before": move.before.name,
            "after": move.after.name,
            "weight": move.weight,
            "statements": move.statements,
        }
        for move in made
    ]
    return pd.DataFrame(rows, columns="since until actor label before after weight statements".split())
