"""The weighted signed graph of actors: cooperation and conflict of each pair, from statements or events."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from graph.analysis.events import interval
from graph.analysis.view import when
from ontology.vocabulary import relations

# A plan, a possibility and somebody's word count half of what happened.
UNREAL = 0.5


@dataclass(slots=True)
class _Sum:
    cooperation: float = 0.0
    conflict: float = 0.0
    reports: int = 0
    statements: list[tuple[float, str]] = field(default_factory=list)


def strength(edge: dict[str, Any], *, half_life_days: float | None = None, at: str = "") -> float:
    """Goldstein value × confidence (Goldstein 1992), halved for what is not actual, and for every `half_life_days` before `at`.

    A negated statement weighs nothing: that two did not meet is no conflict, and that one did not attack no friendship. Statements of
    office and membership weigh nothing either.
    """
    if edge["polarity"] != "affirmed" or relations()[edge["relation"]].standing:
        return 0.0
    value = float(edge["goldstein"]) * float(edge["confidence"])
    if edge["status"] != "actual":
        value *= UNREAL
    day = when(edge)
    if half_life_days and at and day:
        age = max(0, (interval(at)[1] - interval(day)[1]).days)
        value *= float(0.5 ** (age / half_life_days))
    return value


def signed_graph(network: nx.MultiDiGraph, *, half_life_days: float | None = None, at: str = "") -> nx.Graph:
    """An undirected graph of all nodes of `network` (statements, or events), with an edge for each pair of actors with a weight.

    Edges have `cooperation` and `conflict` (sums of `strength`, both ≥ 0), `weight` (their difference), `reports` and
    `statements` (ids, the strongest first). With a half-life, `at` is the day that statements are old against; without `at` it is
    the newest date.
    """
    return _summed(network, nx.Graph(), half_life_days, at)


def directed_graph(network: nx.MultiDiGraph, *, half_life_days: float | None = None, at: str = "") -> nx.DiGraph:
    """The same with direction, from who acts to whom it is done."""
    return _summed(network, nx.DiGraph(), half_life_days, at)


def _summed(network: nx.MultiDiGraph, made: Any, half_life_days: float | None, at: str) -> Any:
    made.add_nodes_from(sorted(network.nodes(data=True), key=lambda node: node[0]))
    if half_life_days and not at:
        at = max((when(edge) for *_, edge in network.edges(data=True)), default="")
    sums: dict[tuple[str, str], _Sum] = defaultdict(_Sum)
    for subject, target, key, edge in network.edges(keys=True, data=True):
        value = strength(edge, half_life_days=half_life_days, at=at) if subject != target else 0.0
        if not value:
            continue
        pair = (subject, target) if made.is_directed() or subject < target else (target, subject)
        total = sums[pair]
        if value > 0:
            total.cooperation += value
        else:
            total.conflict -= value
        total.reports += edge.get("reports", 1)
        total.statements += ((-abs(value), one) for one in edge.get("statements", (key,)))
    for (first, second), total in sorted(sums.items()):
        made.add_edge(
            first,
            second,
            weight=round(total.cooperation - total.conflict, 9),
            cooperation=round(total.cooperation, 9),
            conflict=round(total.conflict, 9),
            reports=total.reports,
            statements=tuple(one for _, one in sorted(total.statements)),
        )
    return made
