"""Structural balance: signed triangles (Cartwright and Harary 1956), and the split in two that breaks fewest ties.

A triangle is balanced where the product of its signs is positive: friends of friends, or two friends with one enemy.
"""

from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.analysis.arrays import Arrays, arrays

KINDS = ("+++", "++-", "+--", "---")
# Rows of the squared matrix that are in memory at once.
ROWS = 2_000
# Unbalanced triangles are listed among so many of the strongest ties; all are counted.
STRONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Triangle:
    """Three actors (ids, sorted), the weights of their ties (first–second, first–third, second–third), and the ties' statements (ids)."""

    actors: tuple[str, str, str]
    weights: tuple[float, float, float]
    statements: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]

    @property
    def strength(self) -> float:
        """The absolute weight of its weakest tie."""
        return min(abs(weight) for weight in self.weights)


@dataclass(frozen=True, slots=True)
class Triads:
    """How many triangles there are of each kind (signs of their ties), and the strongest unbalanced ones."""

    census: dict[str, int]
    unbalanced: tuple[Triangle, ...]

    @property
    def balance(self) -> float | None:
        """The share of balanced triangles, None where there is no triangle."""
        total = sum(self.census.values())
        return (self.census["+++"] + self.census["+--"]) / total if total else None


def triads(signed: nx.Graph, *, listed: int = 20) -> Triads:
    """The signed triad census of a signed graph, and its `listed` strongest unbalanced triangles with their statements."""
    network = arrays(signed)
    return Triads(census(network), tuple(_unbalanced(network, signed, listed)))


def census(network: Arrays) -> dict[str, int]:
    """Triangles by signs. With P and N the matrices of positive and negative ties: tr P³/6, Σ(P²∘N)/2, Σ(N²∘P)/2, tr N³/6."""
    positive = network.sparse((network.weight > 0).astype(np.float64))
    negative = network.sparse((network.weight < 0).astype(np.float64))
    counts = dict.fromkeys(KINDS, 0.0)
    for first in range(0, len(network.actors), ROWS):
        rows = slice(first, first + ROWS)
        for own, other, alike, mixed in ((positive, negative, "+++", "++-"), (negative, positive, "---", "+--")):
            paths = own[rows] @ own
            counts[alike] += paths.multiply(own[rows]).sum() / 6
            counts[mixed] += paths.multiply(other[rows]).sum() / 2
    return {kind: round(counts[kind]) for kind in KINDS}


def _unbalanced(network: Arrays, signed: nx.Graph, listed: int) -> list[Triangle]:
    """The strongest unbalanced triangles, the strongest first: of all ties, or in a large graph of the `STRONGEST`."""
    order = np.argsort(-np.abs(network.weight), kind="stable")[:STRONGEST]
    strong = network.to_igraph(np.isin(np.arange(len(network.weight)), order))
    corners = np.array(strong.list_triangles(), dtype=np.int64).reshape(-1, 3)
    corners.sort(axis=1)
    if not len(corners):
        return []
    size = len(network.actors)
    keys = network.first * size + network.second
    by_key = np.argsort(keys)
    sides = np.stack(
        [
            network.weight[by_key[np.searchsorted(keys[by_key], corners[:, a] * size + corners[:, b])]]
            for a, b in ((0, 1), (0, 2), (1, 2))
        ],
        axis=1,
    )
    broken = np.flatnonzero(np.prod(np.sign(sides), axis=1) < 0)
    weakest = np.abs(sides[broken]).min(axis=1)
    found = []
    for row in broken[np.lexsort((*corners[broken].T[::-1], -weakest))][:listed]:
        first, second, third = sorted(network.actors[i] for i in corners[row])
        pairs = ((first, second), (first, third), (second, third))
        found.append(
            Triangle(
                (first, second, third),
                tuple(float(signed.edges[pair]["weight"]) for pair in pairs),  # type: ignore[arg-type]
                tuple(tuple(signed.edges[pair].get("statements", ())) for pair in pairs),  # type: ignore[arg-type]
            )
        )
    return found
