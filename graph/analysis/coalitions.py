"""Coalitions: groups with cooperation inside and conflict between them.

Communities of the cooperative ties (Leiden: Traag, Waltman and van Eck 2019) are refined by signed modularity (Gómez, Jensen and
Arenas 2009):

    Q = 1/(2w⁺ + 2w⁻) · Σ_ij [ w_ij − γ·s⁺_i·s⁺_j / 2w⁺ + γ·s⁻_i·s⁻_j / 2w⁻ ] · δ(c_i, c_j)

with s± the sums of an actor's positive and negative ties, w± those of the graph, γ the resolution.
"""

import random
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from graph.analysis.arrays import Arrays, Floats, Numbers, arrays

NAMED = 3  # members that a coalition is named by
LEAST = 1e-9
SWEEPS = 200
# Small networks have many near-best partitions and cost nothing: the best of several starts is taken.
STARTS, SMALL = 8, 20_000


@dataclass(frozen=True, slots=True)
class Coalition:
    """Actors that stand together.

    `label` is the id of its strongest member, so that it stays while that one stays; `members` are ids, the strongest first;
    `strength` says for each how much of its ties lies inside: (ties inside) / (sum of all its ties' absolute weights), from -1 to
    1, 0 for an actor without ties. `name` are the labels of the strongest members.
    """

    label: str
    members: tuple[str, ...]
    strength: tuple[float, ...]
    name: str


def coalitions(signed: nx.Graph, *, seed: int = 1, resolution: float = 1.0) -> tuple[Coalition, ...]:
    """The coalitions of a signed graph, the largest first; actors without ties are coalitions of one.

    The same graph and seed give the same coalitions. A higher resolution gives more and smaller ones.
    """
    network = arrays(signed)
    if not network.actors:
        return ()
    groups = _best(network, seed, resolution)
    groups = _numbered(_joined(network, groups))
    inside, total = _ties(network, groups)
    found = []
    for number in range(int(groups.max()) + 1):
        members = sorted(
            np.flatnonzero(groups == number), key=lambda i: (-round(float(inside[i]), 9), network.actors[i])
        )
        ids = tuple(network.actors[i] for i in members)
        shares = tuple(round(float(inside[i] / total[i]), 4) if total[i] else 0.0 for i in members)
        name = ", ".join(str(signed.nodes[actor].get("label", actor)) for actor in ids[:NAMED])
        found.append(Coalition(ids[0], ids, shares, name))
    return tuple(sorted(found, key=lambda one: (-len(one.members), one.label)))


def membership(found: tuple[Coalition, ...]) -> dict[str, int]:
    """The place of each actor's coalition in `found`."""
    return {actor: number for number, coalition in enumerate(found) for actor in coalition.members}


def signed_modularity(signed: nx.Graph, groups: dict[str, int], *, resolution: float = 1.0) -> float:
    """Q of a partition (actor → group), between -1 and 1; 0 for a graph without ties."""
    network = arrays(signed)
    chosen = np.array([groups[actor] for actor in network.actors], dtype=np.int64)
    return _Modularity(network, resolution).quality(chosen) if len(network.weight) else 0.0


def _best(network: Arrays, seed: int, resolution: float) -> Numbers:
    starts = STARTS if len(network.weight) <= SMALL else 1
    tried = [_refined(network, _communities(network, seed + n, resolution), resolution) for n in range(starts)]
    if starts == 1 or not len(network.weight):
        return tried[0]
    modularity = _Modularity(network, resolution)
    return max(tried, key=lambda groups: round(modularity.quality(groups), 9))


def _joined(network: Arrays, groups: Numbers) -> Numbers:
    """The groups split where no friendship joins their parts: those who only share an enemy do not stand together yet."""
    from scipy.sparse.csgraph import connected_components

    same = (groups[network.first] == groups[network.second]) & (network.weight > 0)
    return np.asarray(connected_components(network.sparse(np.where(same, 1.0, 0.0)), directed=False)[1], dtype=np.int64)


def _communities(network: Arrays, seed: int, resolution: float) -> Numbers:
    import igraph

    positive = network.weight > 0
    if not positive.any():
        return np.arange(len(network.actors))
    cooperative = network.to_igraph(positive)
    igraph.set_random_number_generator(random.Random(seed))
    try:
        found = cooperative.community_leiden(
            objective_function="modularity", weights="weight", resolution=resolution, n_iterations=4
        )
    finally:
        igraph.set_random_number_generator(random)
    return np.array(found.membership, dtype=np.int64)


def _ties(network: Arrays, groups: Numbers) -> tuple[Floats, Floats]:
    """For each actor, the sum of its ties inside its group, and of the absolute weights of all of them."""
    size = len(network.actors)
    inside, total = np.zeros(size), np.zeros(size)
    same = groups[network.first] == groups[network.second]
    for ends in (network.first, network.second):
        np.add.at(inside, ends[same], network.weight[same])
        np.add.at(total, ends, np.abs(network.weight))
    return inside, total


class _Modularity:
    """Signed modularity of a network: of a partition, and what a move of one actor would add to it."""

    def __init__(self, network: Arrays, resolution: float) -> None:
        self.network = network
        size = len(network.actors)
        self.sums: list[Floats] = []
        self.rates: list[float] = []
        for sign in (1.0, -1.0):
            part = np.maximum(sign * network.weight, 0.0)
            sums = np.zeros(size)
            for ends in (network.first, network.second):
                np.add.at(sums, ends, part)
            self.sums.append(sums)
            self.rates.append(sign * resolution / sums.sum() if sums.sum() else 0.0)
        self.scale = float(self.sums[0].sum() + self.sums[1].sum())

    def quality(self, groups: Numbers) -> float:
        """Q of the partition."""
        same = groups[self.network.first] == groups[self.network.second]
        found = 2 * float(self.network.weight[same].sum())
        for sums, rate in zip(self.sums, self.rates, strict=True):
            found -= rate * float((np.bincount(groups, sums) ** 2).sum())
        return found / self.scale

    def gains(self, groups: Numbers, number: int) -> Floats:
        """What each actor's move to each group would add to Q; the last column is a group of its own."""
        size = len(groups)
        rows = np.arange(size)
        ties = self.network.matrix @ _indicator(groups, number + 1)
        value = np.asarray(ties.todense() if hasattr(ties, "todense") else ties, dtype=np.float64)
        for sums, rate in zip(self.sums, self.rates, strict=True):
            groups_sum = np.bincount(groups, sums, number + 1)
            value -= rate * np.outer(sums, groups_sum)
            value[rows, groups] += rate * sums * sums
        return (value - value[rows, groups][:, None]) * 2 / self.scale

    def merged(self, groups: Numbers, number: int) -> Floats:
        """What the union of two groups would add to Q, for each pair; nothing on the diagonal."""
        chosen = _indicator(groups, number)
        between = np.asarray((chosen.T @ self.network.matrix @ chosen).todense(), dtype=np.float64)
        for sums, rate in zip(self.sums, self.rates, strict=True):
            held = np.bincount(groups, sums, number)
            between -= rate * np.outer(held, held)
        np.fill_diagonal(between, 0.0)
        return between * 2 / self.scale


def _indicator(groups: Numbers, number: int) -> Any:
    from scipy.sparse import csr_array

    size = len(groups)
    return csr_array((np.ones(size), (np.arange(size), groups)), shape=(size, number))


def _numbered(groups: Numbers) -> Numbers:
    """The same groups, numbered from 0 by their first member."""
    _, first, inverse = np.unique(groups, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))
    return np.asarray(order[inverse], dtype=np.int64)


def _refined(network: Arrays, groups: Numbers, resolution: float) -> Numbers:
    """Groups that no move of one actor and no union of two groups makes better.

    Actors move many at a time, the most gainful first; where neighbours' moves spoil each other so that Q does not grow, half as
    many move. One alone always adds its gain, so that each sweep makes Q greater or is the last.
    """
    groups = _numbered(groups)
    if not len(network.weight):
        return groups
    modularity = _Modularity(network, resolution)
    connected = (modularity.sums[0] + modularity.sums[1]) > 0
    quality = modularity.quality(groups)
    for _ in range(SWEEPS):
        number = int(groups.max()) + 1
        gains = modularity.gains(groups, number)
        target, gain = gains.argmax(axis=1), gains.max(axis=1)
        movable = np.flatnonzero(connected & (gain > LEAST))
        movable = movable[np.argsort(-gain[movable], kind="stable")]
        while len(movable):
            trial = groups.copy()
            # Those that leave for groups of their own do not make one together.
            alone = target[movable] == number
            trial[movable] = np.where(alone, number + np.arange(len(movable)), target[movable])
            better = modularity.quality(trial)
            if better > quality + LEAST:
                groups, quality = _numbered(trial), better
                break
            movable = movable[: len(movable) // 2]
        else:
            united = _united(modularity, groups)
            if united is None:
                return groups
            groups, quality = united, modularity.quality(united)
    return groups


def _united(modularity: _Modularity, groups: Numbers) -> Numbers | None:
    """The groups with the best pair of them made one, or None where no union helps."""
    number = int(groups.max()) + 1
    gains = modularity.merged(groups, number)
    best = int(gains.argmax())
    if gains.flat[best] <= LEAST:
        return None
    kept, lost = divmod(best, number)
    return _numbered(np.where(groups == lost, kept, groups))
