"""Where actors stand in the picture: coalitions apart, positions the same for the same graph."""

import math
from typing import Any

import networkx as nx

SIZE = 900.0
# What an office and what mere talk count for in a coalition, beside Goldstein values of 3 to 8 for support.
OFFICE, TALK = 4.0, 0.25
TALKS = frozenset(("meets", "phones", "negotiatesWith", "hosts", "visits", "informs", "invites", "mediates"))


def cooperative(network: nx.MultiDiGraph) -> nx.Graph:
    """The undirected graph of ties that are cooperative on balance, weighted by Goldstein value and confidence.

    Conflict counts against cooperation, and talks count little: enemies meet too. An office ties its holder to the state.
    """
    balance: dict[tuple[str, str], float] = {}
    for subject, target, edge in network.edges(data=True):
        if subject != target and edge["polarity"] == "affirmed":
            pair = (min(subject, target), max(subject, target))
            balance[pair] = balance.get(pair, 0.0) + _weight(edge)
    ties = nx.Graph()
    ties.add_nodes_from(sorted(network.nodes))
    ties.add_weighted_edges_from((a, b, round(w, 6)) for (a, b), w in sorted(balance.items()) if w > 0)
    return ties


def _weight(edge: dict[str, Any]) -> float:
    if edge["relation"] == "represents":
        return OFFICE * float(edge["confidence"])
    talks = TALK if edge["relation"] in TALKS else 1.0
    return talks * float(edge["goldstein"]) * float(edge["confidence"])


def coalitions(network: nx.MultiDiGraph) -> dict[str, int]:
    """The coalition of each actor: communities of the cooperative ties (Louvain: Blondel et al. 2008), the largest first."""
    ties = cooperative(network)
    if not ties.number_of_nodes():
        return {}
    found = nx.community.louvain_communities(ties, weight="weight", seed=1)
    ordered = sorted(found, key=lambda members: (-len(members), min(members)))
    return {actor: number for number, members in enumerate(ordered) for actor in members}


def positions(network: nx.MultiDiGraph, groups: dict[str, int]) -> dict[str, tuple[float, float]]:
    """Coordinates in pixels around (0, 0): a circle of coalitions, each laid out by springs (Fruchterman and Reingold 1991)."""
    members: dict[int, list[str]] = {}
    for actor in sorted(network.nodes):
        members.setdefault(groups[actor], []).append(actor)
    total = max(1, network.number_of_nodes())
    placed: dict[str, tuple[float, float]] = {}
    ties = cooperative(network)
    angle = 0.0
    for number in sorted(members):
        share = len(members[number]) / total
        angle += math.pi * share
        radius = 0.0 if len(members) == 1 else SIZE * math.sqrt(total / 40 + 0.3) * 0.8
        centre = (radius * math.cos(angle), radius * math.sin(angle) * 0.72)
        angle += math.pi * share
        spread = 100 * math.sqrt(len(members[number]))
        for actor, (x, y) in _springs(ties, members[number]).items():
            placed[actor] = (round(centre[0] + spread * x, 1), round(centre[1] + spread * y * 0.8, 1))
    return placed


def _springs(ties: nx.Graph, actors: list[str]) -> dict[str, tuple[float, float]]:
    if len(actors) == 1:
        return {actors[0]: (0.0, 0.0)}
    inner = nx.Graph()
    inner.add_nodes_from(actors)
    inner.add_edges_from((a, b) for a, b in ties.subgraph(actors).edges)
    found = nx.spring_layout(inner, k=4.0 / math.sqrt(len(actors)), iterations=120, seed=1)
    return {actor: (float(x), float(y)) for actor, (x, y) in found.items()}
