"""Where actors stand in the picture: camps apart, positions the same for the same graph."""

import hashlib
import math
import random
from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

# Pixels: room for one actor with its name, and between discs; two actors stand at least so far apart, names being
# wider than high.
ROOM, BETWEEN = 84.0, 40.0
APART = np.array([150.0, 62.0])
# Beyond so many actors in a disc, pairs are not pushed apart; only so many discs are packed, the members of smaller groups standing
# around like who is alone, and these are not packed one by one where they are more: the page does not show them all at once.
PUSHED, PACKED = 400, 150
Places = NDArray[np.float64]


def positions(ties: nx.Graph, groups: Sequence[Sequence[str]]) -> dict[str, tuple[float, float]]:
    """Coordinates in pixels around (0, 0): a disc for each group of actors, no two of which overlap, who is alone in a group around them.

    `ties` are those of whom to place near each other (edges with `weight` > 0), `groups` hold each actor once.

    Inside a disc, friends attract (Fruchterman and Reingold 1991) from starting points that depend on the ids alone. The same graph
    gives the same picture; a little more of it moves little, as long as the groups stay.
    """
    largest = sorted((tuple(group) for group in groups), key=lambda group: (-len(group), group))
    joined = [group for group in largest[:PACKED] if len(group) > 1]
    alone = sorted(actor for group in largest[len(joined) :] for actor in group)
    near = alone if len(alone) <= PACKED else []
    discs = [_disc(ties, members) for members in joined] + [(np.zeros((1, 2)), ROOM / 3) for _ in near]
    centres = _packed([radius for _, radius in discs])
    placed: dict[str, tuple[float, float]] = {}
    for members, (places, _), (x, y) in zip([*joined, *((actor,) for actor in near)], discs, centres, strict=True):
        for actor, (dx, dy) in zip(sorted(members), places, strict=True):
            placed[actor] = (round(x + float(dx), 1), round(y + float(dy), 1))
    if near:
        return placed
    edge = max((math.hypot(x, y) + radius for (_, radius), (x, y) in zip(discs, centres, strict=True)), default=0.0)
    return placed | _around(alone, edge)


def _unit(text: str) -> tuple[float, float]:
    """A point in the unit square for an id."""
    digest = hashlib.sha256(text.encode()).digest()
    return int.from_bytes(digest[:4]) / 2**32, int.from_bytes(digest[4:8]) / 2**32


def _disc(ties: nx.Graph, members: tuple[str, ...]) -> tuple[Places, float]:
    """Places of a group's members, in the order of their ids, and the radius of the disc that holds them."""
    import igraph

    actors = sorted(members)
    number = {actor: index for index, actor in enumerate(actors)}
    pairs = [
        (number[a], number[b]) for a in actors for b in ties[a] if a < b and b in number and ties[a][b]["weight"] > 0
    ]
    start = [(x - 0.5, y - 0.5) for x, y in map(_unit, actors)]
    graph = igraph.Graph(n=len(actors), edges=pairs)
    igraph.set_random_number_generator(random.Random(1))
    try:
        found = graph.layout_fruchterman_reingold(niter=300 if len(actors) <= 1000 else 80, seed=start, grid="auto")
    finally:
        igraph.set_random_number_generator(random)
    places = np.array(found.coords, dtype=np.float64)
    places -= places.mean(axis=0)
    radius = ROOM * math.sqrt(len(actors)) * 0.62 + 20
    reach = np.hypot(*places.T).max()
    # Springs leave few in the middle of a large rim: taking the root of the distance spreads them evenly.
    if reach:
        distance = np.hypot(*places.T)[:, None] / reach
        places = places / reach * radius * np.where(distance > 0, distance**-0.35, 1.0)
    if len(actors) <= PUSHED:
        places = _apart(places)
    return places, float(np.hypot(*places.T).max())


def _apart(places: Places) -> Places:
    """The places, pushed until no two are nearer than `APART`."""
    places = places / APART
    for _ in range(200):
        gap = places[:, None] - places[None]
        distance = np.hypot(gap[..., 0], gap[..., 1])
        np.fill_diagonal(distance, 2.0)
        near = distance < 1.0
        if not near.any():
            break
        # Two in one place part along a direction of their own.
        turn = np.nonzero(distance == 0)[0]
        gap[distance == 0] = np.column_stack((np.cos(turn), np.sin(turn)))
        push = np.where(near, (1.02 - distance) / 2 / np.maximum(distance, 0.05), 0.0)
        places = places + (gap * push[..., None]).sum(axis=1) * 0.6
    return np.asarray(places * APART)


def _packed(radii: list[float]) -> list[tuple[float, float]]:
    """Centres of discs, the first in the middle, each further one as near to it as it fits."""
    turns = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    around = np.column_stack((1.1 * np.cos(turns), 0.95 * np.sin(turns)))
    centres = np.zeros((len(radii), 2))
    sizes = np.array(radii)
    for number in range(1, len(radii)):
        ring = 0.0
        while True:
            ring += BETWEEN / 2
            spots = ring * around
            gaps = (
                np.hypot(*(spots[:, None] - centres[None, :number]).transpose(2, 0, 1)) - sizes[:number] - sizes[number]
            )
            free = np.flatnonzero(gaps.min(axis=1) >= BETWEEN)
            if len(free):
                centres[number] = spots[free[0]]
                break
    if len(radii):
        # The whole stands in the middle, whatever the order of the discs.
        centres -= np.average(centres, axis=0, weights=sizes**2)
    return [(float(x), float(y)) for x, y in centres]


def _around(actors: list[str], edge: float) -> dict[str, tuple[float, float]]:
    """Places on rings outside the discs, by id."""
    placed: dict[str, tuple[float, float]] = {}
    ring, waiting = edge + BETWEEN, sorted(actors)
    while waiting:
        fits = max(6, int(2 * math.pi * ring / (1.6 * ROOM)))
        here, waiting = waiting[:fits], waiting[fits:]
        for turn, actor in enumerate(here):
            angle = 2 * math.pi * turn / max(len(here), 6) + 0.3
            placed[actor] = (round(ring * 1.1 * math.cos(angle), 1), round(ring * 0.9 * math.sin(angle), 1))
        ring += ROOM
    return placed
