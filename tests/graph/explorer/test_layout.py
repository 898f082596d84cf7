import math
import random
from collections import Counter

import networkx as nx

from graph.analysis import camps, partition, ties, view
from graph.analysis.acts import acts
from graph.analysis.ties import Kind, kind
from graph.explorer import page_html
from graph.explorer.layout import APART, BETWEEN, positions
from graph.explorer.model import page_data
from tests.bench.planted import planted
from tests.graph.analysis.networks import add_actor, on_days
from tests.graph.explorer.pages import network


def grouped(actors: int = 60) -> nx.Graph:
    ties, _ = planted(actors, 4, actors * 8, noise=0.05)
    nx.set_node_attributes(ties, {actor: actor for actor in ties}, "label")
    return ties


def test_groups_stand_apart() -> None:
    ties = grouped()
    groups = partition(ties)
    places = positions(ties, groups)
    group = {actor: number for number, members in enumerate(groups) for actor in members}
    centre = {
        number: tuple(sum(places[actor][axis] for actor in members) / len(members) for axis in (0, 1))
        for number, members in enumerate(groups)
        if len(members) > 1
    }
    assert sum(len(members) > 1 for members in groups) >= 4
    for actor, place in places.items():
        # Who is alone in a group stands around the others' discs, and may be near a large one's centre.
        if len(groups[group[actor]]) == 1:
            continue
        assert min(centre, key=lambda number: math.dist(place, centre[number])) == group[actor]
    pairs = [(a, b) for a in places for b in places if a < b and group[a] != group[b]]
    assert min(math.dist(places[a], places[b]) for a, b in pairs) >= BETWEEN


def test_no_two_actors_stand_on_each_other() -> None:
    ties = grouped()
    ties.add_nodes_from((f"alone{n}", {"label": ""}) for n in range(30))
    places = list(positions(ties, partition(ties)).values())
    gaps = [
        math.hypot((a[0] - b[0]) / APART[0], (a[1] - b[1]) / APART[1]) for i, a in enumerate(places) for b in places[:i]
    ]
    assert min(gaps) > 0.45


def test_many_who_stand_alone_are_placed_too() -> None:
    ties = nx.Graph()
    ties.add_nodes_from((f"a{n}", {"label": ""}) for n in range(1000))
    places = positions(ties, partition(ties))
    assert len(set(places.values())) == 1000


def test_the_order_of_statements_changes_nothing() -> None:
    made = network("Nato", "Moskau")
    edges = list(made.edges(keys=True, data=True))
    random.Random(1).shuffle(edges)
    shuffled = nx.MultiDiGraph()
    shuffled.add_nodes_from(made.nodes(data=True))
    shuffled.add_edges_from(edges)
    assert page_html(made) == page_html(shuffled) == page_html(made)


def sided() -> nx.MultiDiGraph:
    """Two camps of three with acts on many days, and one who holds an office of one of them."""
    rows = [(a, "supports", b, 3) for a, b in ("ab", "bc", "ca", "xy", "yz", "zx")]
    made = on_days(*rows, *((a, "accuses", x, 2) for a, x in ("ax", "by", "cz")), ("person", "meets", "x", 1))
    office = {"title": "Minister", "of": "a", "start": "", "end": ""}
    add_actor(made, "person", "Person", (office,))
    for *_, edge in made.edges(data=True):
        edge |= dict.fromkeys(("subject_begin", "subject_end", "object_begin", "object_end"), -1)
    return made


def test_the_page_has_the_camps_and_ties_of_the_analysis() -> None:
    made = sided()
    data = page_data(made)
    camp = {node["id"]: node["camp"] for node in data["nodes"]}
    found = camps(view(made, level="state"))
    assert len(found.camps) == len(data["camps"]) == 2
    assert {actor: camp[actor] for actor in found.place} == found.place
    assert camp["person"] == camp["a"], "who acts for one of a camp has its colour"
    ids = [node["id"] for node in data["nodes"]]
    for level in ("state", "actor"):
        counts: Counter[tuple[str, str, int]] = Counter()
        for first, second, side, *statements in data["acts"][level]:
            assert statements
            counts[ids[first], ids[second], side] += 1
        for tie in ties(acts(view(made, level=level))):  # type: ignore[arg-type]
            told = tuple(counts[tie.first, tie.second, side] for side in (1, -1, 0))
            assert told == (tie.aligned, tie.conflict, tie.contacts)


def test_the_page_knows_when_a_tie_is_sure() -> None:
    least = page_data(sided())["aligned"]
    for number, limit in enumerate(least):
        for aligned in range(number + 1):
            assert (kind(aligned, number - aligned) is Kind.ALIGNED) == (aligned >= limit)


def test_the_roll_up_knows_offices_by_their_day() -> None:
    made = network()
    terms = (("Q4", "2020-01-01", "2025-08-31"), ("Q5", "2025-09-01", ""))
    made.nodes["Q2"]["offices"] = tuple({"title": "Präsident", "of": of, "start": a, "end": b} for of, a, b in terms)
    made.add_node("Q5", label="Ukraine", labels={"de": "Ukraine"}, kind="State", qid="Q5", names=(), offices=())
    data = page_data(made)
    ids = [node["id"] for node in data["nodes"]]
    at = {name: number for number, name in enumerate(data["columns"])}
    homes = {row[at["id"]]: ids[row[at["home_o"]]] for row in data["statements"]}
    assert homes["st1"] == "Q5"
    assert homes["st3"] == "Q4"
