"""The network of ties as a graph: undirected with signs, or directed from who acts to whom it is done."""

from collections import defaultdict

import networkx as nx

from graph.analysis.acts import acts
from graph.analysis.ties import fading, ties


def signed_graph(network: nx.MultiDiGraph, *, half_life_days: float | None = None, at: str = "") -> nx.Graph:
    """An undirected graph of all nodes of a network of statements (`graph.analysis.view`), with an edge for each tie.

    Edges have what a tie has (`graph.analysis.ties.Tie`): `aligned`, `conflict`, `contacts`, `articles`, `kind` and `statements` (ids);
    and `weight`, λ of a tie that is aligned or opposed, 0 for others: what is thin or divided has no sign. With a half-life, `at` is the
    day that acts are old against; without `at` it is the newest date.
    """
    made = nx.Graph()
    made.add_nodes_from(sorted(network.nodes(data=True), key=lambda node: node[0]))
    for tie in ties(acts(network), half_life_days=half_life_days, at=at):
        made.add_edge(
            tie.first, tie.second, weight=round(tie.weight, 9) if tie.kind.sure else 0.0, aligned=tie.aligned, conflict=tie.conflict,
            contacts=tie.contacts, articles=tie.articles, kind=str(tie.kind), statements=tie.statements,
        )  # fmt: skip
    return made


def directed_graph(network: nx.MultiDiGraph, *, half_life_days: float | None = None, at: str = "") -> nx.DiGraph:
    """The same with direction: edges count in `aligned` and `conflict` the acts of one actor towards another.

    A symmetric relation counts for both; a joint act is done to neither.
    """
    made = nx.DiGraph()
    made.add_nodes_from(sorted(network.nodes(data=True), key=lambda node: node[0]))
    counts: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    found = [act for act in acts(network) if act.side and not act.joint]
    at = at or max((act.day for act in found), default="")
    for act in found:
        for actor, other in ((act.first, act.second), (act.second, act.first)):
            if act.actor in ("", actor):
                counts[actor, other][act.side < 0] += fading(act.day, half_life_days, at)
    made.add_edges_from((*ends, {"aligned": p, "conflict": n}) for ends, (p, n) in sorted(counts.items()))
    return made
