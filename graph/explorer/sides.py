"""Who stands with whom on the page: the camps, places in the picture, and the acts of which the page counts the ties it shows.

The camps are those of `graph.analysis.camps` for the sure statements of the page, as `diplograph analyze coalitions` gives them for the
same selection. Ties are counted again in the browser where filters leave statements out; what the counts mean is asked here (`thresholds`).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.analysis.acts import Act, acts
from graph.analysis.camps import Camps, camps, name, partition
from graph.analysis.homes import Homes, when
from graph.analysis.ties import Kind, kind, ties
from graph.analysis.view import view
from graph.explorer.layout import positions

OUTSIDE = -1
# Where no camp says who stands near whom in the picture, an office does, and talk a little: it puts nobody into a camp.
OFFICE, TALK = 2.0, 0.1


@dataclass(frozen=True)
class Sides:
    """`camps`; for each actor the number of its camp, -1 outside (a person has that of its home); `places`; the acts by level.

    `states` is the network in which persons count for whom they act, `counted` that of the sure statements, which make the camps.
    """

    states: nx.MultiDiGraph
    counted: nx.MultiDiGraph
    camps: Camps
    camp: Mapping[str, int]
    places: Mapping[str, tuple[float, float]]
    acts: Mapping[str, tuple[Act, ...]]


def sides(network: nx.MultiDiGraph, home: Homes, sure: float) -> Sides:
    """The sides of all actors of a network of statements, and of those for whom they act; camps of statements at least `sure`."""
    states, counted = view(network, level="state"), view(network, level="state", min_confidence=sure)
    found = camps(counted)
    lived: dict[str, Counter[str]] = defaultdict(Counter)
    for subject, target, edge in network.edges(data=True):
        for end in (subject, target):
            lived[end][home.of(end, when(edge))] += 1
    homes = {actor: min(counts, key=lambda one: (-counts[one], one)) for actor, counts in lived.items()}
    everybody = sorted({*network, *states})
    place = found.place
    camp = {actor: place.get(actor, place.get(homes.get(actor, actor), OUTSIDE)) for actor in everybody}
    made = {"state": acts(states), "actor": acts(view(network))}
    near = nx.Graph()
    near.add_nodes_from(everybody)
    for level in made.values():
        near.add_edges_from(
            (tie.first, tie.second, {"weight": tie.weight + TALK * tie.contacts}) for tie in ties(level)
        )
    near.add_edges_from((actor, lives, {"weight": OFFICE}) for actor, lives in sorted(homes.items()) if actor != lives)
    members: dict[int, list[str]] = defaultdict(list)
    for actor in everybody:
        members[camp[actor]].append(actor)
    groups = [*partition(near.subgraph(sorted(members.pop(OUTSIDE, ())))), *members.values()]
    ordered = sorted(groups, key=lambda group: (-len(group), sorted(group)))
    return Sides(states, counted, found, camp, positions(near, ordered), made)


def thresholds(found: Sides) -> list[int]:
    """For each number of acts from 0, how many must be of alignment for an aligned tie; as many of conflict make it opposed."""
    counts: dict[str, Counter[tuple[str, str]]] = {
        level: Counter((act.first, act.second) for act in made if act.side) for level, made in found.acts.items()
    }
    most = max((number for counted in counts.values() for number in counted.values()), default=0)
    return [
        next((p for p in range(number + 1) if kind(p, number - p) is Kind.ALIGNED), number + 1)
        for number in range(most + 1)
    ]


def described(found: Sides, languages: tuple[str, ...]) -> list[dict[str, Any]]:
    """The camps as the page shows them: names by language, size, acts of alignment and conflict inside, and articles."""
    return [
        {lang: name(found.counted, camp.members, lang) for lang in languages}
        | {"size": len(camp.members), "aligned": camp.aligned, "conflict": camp.conflict, "articles": camp.articles}
        for camp in found.camps.camps
    ]
