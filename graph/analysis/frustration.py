"""The split in two halves that breaks fewest ties: the line index of balance, or frustration index (Harary 1959)."""

from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.analysis.arrays import Arrays, Floats, arrays

# Beyond so many ties, or seconds, the exact search is not tried or given up.
EXACT_TIES, SECONDS = 400, 10.0
RESTARTS = 20
LEAST = 1e-9
Split = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Frustration:
    """The best split found.

    `index` is the weight of the ties that it breaks (positive between the halves, negative inside one), or their number where the split
    was `unweighted`; `share` is the index divided by that of all ties; `halves` are actor ids, sorted, that with the first id first;
    `broken` are pairs of ids. `exact` tells whether no split is better; otherwise one may be.
    """

    index: float
    share: float
    halves: tuple[tuple[str, ...], tuple[str, ...]]
    broken: tuple[tuple[str, str], ...]
    exact: bool


def frustration(signed: nx.Graph, *, unweighted: bool = False, seed: int = 1) -> Frustration:
    """The split of a signed graph with the least frustration; actors without ties stand in the first half.

    Small graphs are solved exactly, as the linear programme of Aref, Mason and Wilson (2020, "A modeling and computational study
    of the frustration index in signed networks"); greater ones by spectral and random starts and steepest descent.
    """
    network = arrays(signed)
    weight = np.sign(network.weight) if unweighted else network.weight
    split = _descended(network, weight, seed)
    exact = not len(weight)
    if 0 < len(weight) <= EXACT_TIES:
        better = _solved(network, weight)
        exact = better is not None
        split = better if better is not None else split
    # One half and the other are the same split: the actor that comes first decides which is which.
    if len(split) and split[0] < 0:
        split = -split
    broken = weight * split[network.first] * split[network.second] < 0
    total = float(np.abs(weight).sum())
    index = float(np.abs(weight[broken]).sum())
    halves = _half(network, split, 1), _half(network, split, -1)
    pairs = (
        sorted((network.actors[network.first[i]], network.actors[network.second[i]])) for i in np.flatnonzero(broken)
    )
    return Frustration(
        round(index, 6),
        round(index / total, 6) if total else 0.0,
        halves,
        tuple(sorted((a, b) for a, b in pairs)),
        exact,
    )


def _half(network: Arrays, split: Split, side: int) -> tuple[str, ...]:
    return tuple(sorted(network.actors[i] for i in np.flatnonzero(split == side)))


def _broken(network: Arrays, weight: Floats, split: Split) -> float:
    return float(np.abs(weight[weight * split[network.first] * split[network.second] < 0]).sum())


def _descended(network: Arrays, weight: Floats, seed: int) -> Split:
    """The best of several starts, each flipped until no single flip helps."""
    size = len(network.actors)
    if not len(weight):
        return np.ones(size, dtype=np.int64)
    matrix = network.sparse(weight)
    draw = np.random.default_rng(seed)
    starts = [np.ones(size), _leading(matrix, draw)]
    starts += [draw.choice((-1.0, 1.0), size) for _ in range(RESTARTS if size <= 2_000 else 2)]
    best: Split | None = None
    for start in starts:
        split = np.where(start < 0, -1, 1)
        while True:
            # Twice what a flip of each would mend; many flip at a time as long as the whole gets better.
            mend = -split * (matrix @ split)
            ready = np.flatnonzero(mend > LEAST)
            ready = ready[np.argsort(-mend[ready], kind="stable")]
            before = _broken(network, weight, split)
            while len(ready):
                trial = split.copy()
                trial[ready] *= -1
                if _broken(network, weight, trial) < before - LEAST:
                    break
                ready = ready[: len(ready) // 2]
            if not len(ready):
                break
            split = trial
        if best is None or _broken(network, weight, split) < _broken(network, weight, best) - LEAST:
            best = split
    assert best is not None
    return best


def _leading(matrix: Any, draw: np.random.Generator) -> Floats:
    """The eigenvector of the greatest eigenvalue, by some steps of the power method: its signs are a good first split."""
    shift = float(abs(matrix).sum(axis=1).max())
    vector = draw.normal(size=matrix.shape[0])
    for _ in range(60):
        vector = matrix @ vector + shift * vector
        vector /= np.linalg.norm(vector)
    return np.asarray(vector, dtype=np.float64)


def _solved(network: Arrays, weight: Floats) -> Split | None:
    """The best split of all, or None where `SECONDS` were not enough.

    A binary x for each actor, f ≥ 0 for each tie: f ≥ |x_i − x_j| for a positive one, f ≥ |x_i + x_j − 1| for a negative one; least Σ|w|·f.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    actors, ties = len(network.actors), len(weight)
    number = np.arange(ties)
    sign = np.sign(weight)
    # f − x_i + s·x_j ≥ ½(s − 1)  and  f + x_i − s·x_j ≥ ½(1 − s): both shapes in one.
    rows = np.concatenate([number] * 3 + [number + ties] * 3)
    columns = np.concatenate([actors + number, network.first, network.second] * 2)
    ones = np.ones(ties)
    values = np.concatenate([ones, -ones, sign, ones, ones, -sign])
    lowest = np.concatenate([(sign - 1) / 2, (1 - sign) / 2])
    constraints = LinearConstraint(
        coo_array((values, (rows, columns)), shape=(2 * ties, actors + ties)).tocsr(), lowest
    )
    # Turning the whole split round changes nothing: the actor with most ties is held.
    degree = np.bincount(network.first, minlength=actors) + np.bincount(network.second, minlength=actors)
    upper = np.ones(actors + ties)
    upper[int(degree.argmax())] = 0
    integrality = np.concatenate([np.ones(actors), np.zeros(ties)])
    cost = np.concatenate([np.zeros(actors), np.abs(weight)])
    found = milp(
        cost, constraints=constraints, integrality=integrality, bounds=Bounds(0, upper), options={"time_limit": SECONDS}
    )
    if found.status != 0:
        return None
    return np.where(found.x[:actors] > 0.5, 1, -1)
