import random

import hypothesis.strategies as st
import igraph
import networkx as nx
import pytest
from hypothesis import given, settings

from graph.analysis import coalitions, membership, signed_modularity
from graph.analysis.arrays import arrays
from graph.analysis.coalitions import _best
from tests.bench.planted import planted
from tests.graph.analysis.networks import highland_tribes, ties


def test_the_three_blocs_of_the_highland_tribes() -> None:
    """Hage and Harary (1983): Gama, Gavev, Kotun, Nagad; the Gahuku bloc; and the Uheto bloc."""
    network = highland_tribes()
    signs = [weight for *_, weight in network.edges(data="weight")]
    assert (len(network), signs.count(1), signs.count(-1)) == (16, 29, 29)
    assert {frozenset(one.members) for one in coalitions(network)} == {
        frozenset("Ove Alika Gahuk Masil Ukudz Geham Asaro".split()),
        frozenset("Nagam Notoh Kohik Uheto Seuve".split()),
        frozenset("Gavev Kotun Nagad Gama".split()),
    }


def test_without_conflict_modularity_is_newmans() -> None:
    network = nx.karate_club_graph()
    groups = {node: int(network.nodes[node]["club"] == "Officer") for node in network}
    parts = [[node for node in network if groups[node] == group] for group in (0, 1)]
    assert signed_modularity(network, groups) == pytest.approx(nx.community.modularity(network, parts))


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(4, 8))
def test_no_move_of_one_actor_makes_a_partition_better(chance: random.Random, size: int) -> None:
    rows = [
        (f"a{i}", f"a{j}", chance.choice([-3.0, -1.0, 1.0, 2.0]))
        for i in range(size) for j in range(i) if chance.random() < 0.6
    ]  # fmt: skip
    if not rows:
        return
    network = ties(*rows)
    groups = dict(zip(network, map(int, _best(arrays(network), 1, 1.0)), strict=True))
    best = signed_modularity(network, groups)
    for actor in network:
        for group in {*groups.values(), size}:
            assert signed_modularity(network, groups | {actor: group}) <= best + 1e-6


@pytest.mark.parametrize("seed", range(3))
def test_planted_coalitions_come_back(seed: int) -> None:
    network, truth = planted(120, 4, 1800, noise=0.15, seed=seed)
    found = membership(coalitions(network))
    actors = list(network)
    score = igraph.compare_communities([found[a] for a in actors], [truth[a] for a in actors], method="nmi")
    assert score >= 0.9


def test_members_are_ordered_and_named_by_strength() -> None:
    network = ties(("a", "b", 5.0), ("b", "c", 3.0), ("c", "d", -4.0), ("d", "e", 1.0))
    nx.set_node_attributes(network, {"b": "Bern"}, "label")
    first, second = coalitions(network)
    assert first.members == ("b", "a", "c")
    assert first.name == "Bern, a, c"
    assert first.strength == (1.0, 1.0, round(3 / 7, 4))
    assert second.members == ("d", "e")


def test_a_common_enemy_is_no_bond() -> None:
    found = coalitions(ties(("a", "enemy", -5.0), ("b", "enemy", -5.0)))
    assert sorted(one.members for one in found) == [("a",), ("b",), ("enemy",)]


@pytest.mark.parametrize("network", [nx.Graph(), ties(("a", "a", 3.0)), nx.empty_graph(["a"])])
def test_next_to_nothing(network: nx.Graph) -> None:
    assert len(coalitions(network)) == len(network)


def test_the_same_graph_gives_the_same_coalitions() -> None:
    network, _ = planted(80, 3, 500, noise=0.3, seed=5)
    assert coalitions(network) == coalitions(network)
