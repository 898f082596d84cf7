"""Ties between two actors: their statements summed by Goldstein value and confidence."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import networkx as nx

from ontology.vocabulary import relations


@dataclass(frozen=True, slots=True)
class Tie:
    """All that was said between two actors: `balance` is the sum of Goldstein value × confidence over affirmed statements."""

    first: str
    second: str
    balance: float
    weight: float
    statements: int
    relations: tuple[str, ...]


def strongest(network: nx.MultiDiGraph, number: int, lang: str) -> list[Tie]:
    """The ties of most weight (sum of |Goldstein| × confidence; Goldstein 1992), offices and membership left out.

    Relations are named in a language.
    """
    known = relations()
    pairs: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for subject, target, edge in network.edges(data=True):
        if not known[edge["relation"]].standing and subject != target:
            pairs[min(subject, target), max(subject, target)].append(edge)
    ties = [_tie(network, pair, edges, lang) for pair, edges in sorted(pairs.items())]
    return sorted(ties, key=lambda tie: (-tie.weight, tie.first, tie.second))[:number]


def _tie(network: nx.MultiDiGraph, pair: tuple[str, str], edges: list[dict[str, Any]], lang: str) -> Tie:
    known = relations()
    weight = sum(abs(e["goldstein"]) * e["confidence"] for e in edges)
    balance = sum(e["goldstein"] * e["confidence"] for e in edges if e["polarity"] == "affirmed")
    names = sorted({known[e["relation"]].label(lang) for e in edges})
    first, second = (network.nodes[actor]["label"] for actor in pair)
    return Tie(first, second, round(balance, 3), round(weight, 3), len(edges), tuple(names))
