"""A signed graph as arrays, for what networkx is too slow for; and the same in igraph, whose Leiden finds groups in it."""

import random
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Arrays:
    """Actors in the graph's order, and each tie once: the numbers of its ends (`first` < `second`), and its signed `weight`."""

    actors: tuple[str, ...]
    first: Numbers
    second: Numbers
    weight: Floats

    @cached_property
    def matrix(self) -> Any:
        """The symmetric signed adjacency matrix (scipy CSR)."""
        return self.sparse(self.weight)

    def sparse(self, values: Floats) -> Any:
        """A symmetric CSR matrix with a value for each tie; zeros are not stored."""
        from scipy.sparse import coo_array

        kept = values != 0
        first, second, data = self.first[kept], self.second[kept], values[kept]
        size = len(self.actors)
        ends = np.concatenate((first, second)), np.concatenate((second, first))
        return coo_array((np.concatenate((data, data)), ends), shape=(size, size)).tocsr()

    @cached_property
    def igraph(self) -> Any:
        """An igraph `Graph` of all ties."""
        return self.to_igraph()

    def to_igraph(self, kept: NDArray[np.bool_] | None = None) -> Any:
        """An igraph `Graph` of the ties, or of those in the mask, with edge attribute `weight` (absolute)."""
        import igraph

        mask = np.ones(len(self.weight), dtype=bool) if kept is None else kept
        ends = np.column_stack((self.first[mask], self.second[mask]))
        made = igraph.Graph(n=len(self.actors), edges=ends.tolist())
        made.es["weight"] = np.abs(self.weight[mask]).tolist()
        return made


def arrays(signed: nx.Graph) -> Arrays:
    """The arrays of a graph of `graph.analysis.signed.signed_graph`; ties to oneself and of weight 0 are left out."""
    number = {actor: index for index, actor in enumerate(signed)}
    # Neighbour by neighbour: networkx' own view of edges takes six times as long.
    counts, ends, weights = [], [], []
    for _, neighbours in signed.adjacency():
        counts.append(len(neighbours))
        ends += [number[other] for other in neighbours]
        weights += [tie["weight"] for tie in neighbours.values()]
    first = np.repeat(np.arange(len(number), dtype=np.int64), counts)
    second, weight = np.array(ends, dtype=np.int64), np.array(weights, dtype=np.float64)
    kept = (first < second) & (weight != 0)
    return Arrays(tuple(signed), first[kept], second[kept], weight[kept])


def leiden(network: Arrays, weight: Floats, *, resolution: float, seed: int) -> Numbers:
    """The group of each actor in the partition that maximises Σ (weight − resolution) over pairs in one group; weights have a sign.

    The constant Potts model by igraph's Leiden; the same input and seed give the same groups.
    """
    import igraph

    made = network.igraph
    made.es["weight"] = weight.tolist()
    igraph.set_random_number_generator(random.Random(seed))
    try:
        found = made.community_leiden(
            objective_function="CPM", weights="weight", resolution=resolution, n_iterations=-1
        )
    finally:
        igraph.set_random_number_generator(random)
    return np.array(found.membership, dtype=np.int64)
