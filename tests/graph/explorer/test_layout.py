import math
import random

import networkx as nx

from graph.analysis.coalitions import membership
from graph.explorer import page_html
from graph.explorer.layout import APART, BETWEEN, coalitions, positions, signed_ties
from graph.explorer.model import page_data
from tests.bench.planted import planted
from tests.graph.explorer.pages import network


def grouped(actors: int = 60) -> nx.Graph:
    ties, _ = planted(actors, 4, actors * 8, noise=0.05)
    nx.set_node_attributes(ties, {actor: actor for actor in ties}, "label")
    return ties


def test_coalitions_stand_apart() -> None:
    ties = grouped()
    groups = coalitions(ties)
    places = positions(ties, groups)
    group = membership(groups)
    centre = {
        number: tuple(sum(places[actor][axis] for actor in one.members) / len(one.members) for axis in (0, 1))
        for number, one in enumerate(groups)
    }
    for actor, place in places.items():
        assert min(centre, key=lambda number: math.dist(place, centre[number])) == group[actor]
    pairs = [(a, b) for a in places for b in places if a < b and group[a] != group[b]]
    assert min(math.dist(places[a], places[b]) for a, b in pairs) >= BETWEEN


def test_no_two_actors_stand_on_each_other() -> None:
    ties = grouped()
    ties.add_nodes_from((f"alone{n}", {"label": ""}) for n in range(30))
    places = list(positions(ties, coalitions(ties)).values())
    gaps = [
        math.hypot((a[0] - b[0]) / APART[0], (a[1] - b[1]) / APART[1]) for i, a in enumerate(places) for b in places[:i]
    ]
    assert min(gaps) > 0.45


def test_many_who_stand_alone_are_placed_too() -> None:
    ties = nx.Graph()
    ties.add_nodes_from((f"a{n}", {"label": ""}) for n in range(1000))
    places = positions(ties, coalitions(ties))
    assert len(set(places.values())) == 1000


def test_the_order_of_statements_changes_nothing() -> None:
    made = network("Nato", "Moskau")
    edges = list(made.edges(keys=True, data=True))
    random.Random(1).shuffle(edges)
    shuffled = nx.MultiDiGraph()
    shuffled.add_nodes_from(made.nodes(data=True))
    shuffled.add_edges_from(edges)
    assert page_html(made) == page_html(shuffled) == page_html(made)


def test_friends_are_one_coalition() -> None:
    groups = membership(coalitions(signed_ties(network())))
    assert groups["Q1"] == groups["Q2"]
    assert groups["Q3"] != groups["Q1"]


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
