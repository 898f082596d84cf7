import itertools
import random

import hypothesis.strategies as st
import networkx as nx
import pytest
from hypothesis import given, settings

from graph.analysis import frustration, triads
from graph.analysis.frustration import EXACT_TIES
from tests.bench.planted import planted
from tests.graph.analysis.networks import highland_tribes, ties


def drawn(chance: random.Random, size: int) -> nx.Graph:
    network = ties(
        *(
            (f"a{i}", f"a{j}", chance.choice([-2.0, -1.0, 1.0, 3.5]))
            for i in range(size) for j in range(i) if chance.random() < 0.6
        )
    )  # fmt: skip
    network.add_nodes_from(f"a{i}" for i in range(size))
    return network


def broken(network: nx.Graph, side: dict[str, int]) -> float:
    return sum(abs(w) for a, b, w in network.edges(data="weight") if w * side[a] * side[b] < 0)


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 9))
def test_no_split_breaks_less(chance: random.Random, size: int) -> None:
    network = drawn(chance, size)
    best = min(
        broken(network, dict(zip(network, sides, strict=True))) for sides in itertools.product((1, -1), repeat=size)
    )
    found = frustration(network)
    assert found.exact
    assert found.index == pytest.approx(best)
    assert sum(abs(network.edges[pair]["weight"]) for pair in found.broken) == pytest.approx(best)
    assert sorted(a for camp in found.halves for a in camp) == sorted(network)


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 9))
def test_triangles_are_counted_as_by_hand(chance: random.Random, size: int) -> None:
    network = drawn(chance, size)
    counted = dict.fromkeys(("+++", "++-", "+--", "---"), 0)
    for corners in itertools.combinations(network, 3):
        sides = [
            network.edges[pair]["weight"] for pair in itertools.combinations(corners, 2) if network.has_edge(*pair)
        ]
        if len(sides) == 3:
            counted["".join(sorted("+" if side > 0 else "-" for side in sides))] += 1
    found = triads(network, listed=1000)
    assert found.census == counted
    assert len(found.unbalanced) == counted["++-"] + counted["---"]


def test_the_highland_tribes_are_as_published() -> None:
    """68 triangles, 0.868 of them balanced; frustration index 7 (Aref and Wilson 2019)."""
    found = triads(highland_tribes())
    assert sum(found.census.values()) == 68
    assert found.balance == pytest.approx(0.8676471)
    split = frustration(highland_tribes(), unweighted=True)
    assert (split.index, split.exact) == (7, True)


def test_a_balanced_network_breaks_nothing() -> None:
    found = frustration(ties(("a", "b", 2.0), ("c", "d", 1.0), ("a", "c", -3.0), ("b", "d", -1.0)))
    assert found.index == 0
    assert found.halves == (("a", "b"), ("c", "d"))


def test_three_enemies_break_their_weakest_tie() -> None:
    found = frustration(ties(("a", "b", -3.0), ("b", "c", -2.0), ("a", "c", -1.0)))
    assert (found.index, found.broken) == (1.0, (("a", "c"),))
    assert found.share == pytest.approx(1 / 6, abs=1e-6)


def test_an_unbalanced_triangle_brings_its_statements() -> None:
    (found,) = triads(ties(("a", "b", 3.0), ("b", "c", 2.0), ("a", "c", -1.0))).unbalanced
    assert found.actors == ("a", "b", "c")
    assert found.weights == (3.0, -1.0, 2.0)
    assert found.statements == (("ab",), ("ac",), ("bc",))
    assert found.strength == 1.0


def test_a_great_network_is_split_nearly_as_planted() -> None:
    network, truth = planted(200, 2, EXACT_TIES * 5, noise=0.1, seed=2)
    found = frustration(network)
    assert not found.exact
    assert found.index <= broken(network, {actor: 1 if group else -1 for actor, group in truth.items()}) + 1e-6


@pytest.mark.parametrize("network", [nx.Graph(), nx.empty_graph(["a"]), ties(("a", "a", 1.0)), ties(("a", "b", -1.0))])
def test_next_to_nothing(network: nx.Graph) -> None:
    assert triads(network).balance is None
    assert frustration(network).index == 0
