import random

import hypothesis.strategies as st
import networkx as nx
import pytest
from hypothesis import given, settings

from graph.analysis import brokers, camps, directed_graph, measures, reciprocity, signed_graph
from graph.analysis.measures import betweenness, length, pagerank
from tests.graph.analysis.networks import on_days, statements, ties

pytestmark = pytest.mark.slow

RELATIONS = ("supports", "accuses", "meets", "sanctions", "praises")


def drawn(chance: random.Random, size: int) -> nx.MultiDiGraph:
    return on_days(
        *(
            (f"a{i}", chance.choice(RELATIONS), f"a{j}", chance.randint(1, 4))
            for i in range(size)
            for j in range(size)
            if i != j and chance.random() < 0.4
        )
    )


def cooperative(signed: nx.Graph) -> nx.Graph:
    made = nx.Graph()
    made.add_nodes_from(signed)
    made.add_edges_from((a, b, {"weight": w, "length": length(w)}) for a, b, w in signed.edges(data="weight") if w > 0)
    return made


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 9))
def test_they_are_networkx_own(chance: random.Random, size: int) -> None:
    network = drawn(chance, size)
    if not network:
        return
    signed = signed_graph(network)
    friendly = cooperative(signed)
    expected = nx.betweenness_centrality(friendly, weight="length")
    found, how = betweenness(signed)
    assert how == "exact"
    assert dict(zip(signed, found, strict=True)) == pytest.approx(expected, abs=1e-9)
    ranked = nx.pagerank(friendly, weight="weight", tol=1e-12, max_iter=1000)
    assert dict(zip(signed, pagerank(signed), strict=True)) == pytest.approx(ranked, abs=1e-6)
    frame = measures(network)
    assert dict(frame["friends"]) == dict(friendly.degree())
    for actor in signed:
        tied = [tie for *_, tie in signed.edges(actor, data=True)]
        assert frame.loc[actor, "aligned"] == sum(tie["aligned"] for tie in tied)
        assert frame.loc[actor, "conflict"] == sum(tie["conflict"] for tie in tied)
        assert frame.loc[actor, "opponents"] == sum(tie["kind"] == "opposed" for tie in tied)


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 7))
def test_with_equal_weights_reciprocity_is_networkx_own(chance: random.Random, size: int) -> None:
    rows = {(f"a{i}", f"a{j}") for i in range(size) for j in range(size) if i != j and chance.random() < 0.5}
    if not rows:
        return
    network = statements(*((a, "supports", b) for a, b in sorted(rows)))
    assert reciprocity(network) == pytest.approx(nx.overall_reciprocity(nx.DiGraph(list(rows))), abs=1e-6)


def test_sampled_betweenness_is_near_the_exact_one() -> None:
    chance = random.Random(3)
    graph = nx.barabasi_albert_graph(300, 2, seed=3)
    signed = ties(*((f"a{i}", f"a{j}", chance.uniform(1, 5)) for i, j in graph.edges))
    exact, _ = betweenness(signed)
    sampled, how = betweenness(signed, exact_actors=10, sources=150)
    assert how == "sampled (150 sources)"
    top = exact.argsort()[-10:]
    assert abs(sampled[top] - exact[top]).max() < 0.2 * exact[top].max()


def test_who_acts_and_who_suffers() -> None:
    frame = measures(statements(("a", "supports", "b"), ("a", "supports", "c"), ("b", "supports", "a")))
    assert frame.loc["c", "initiative"] == 0
    assert frame.loc["a", "initiative"] == pytest.approx(2 / 3, abs=1e-3)
    assert frame.loc["a", "reciprocity"] == pytest.approx(1 / 2, abs=1e-3)
    assert frame.index[0] == "a"


def test_a_broker_stands_with_several_camps() -> None:
    rows = [(a, "supports", b, 2) for side in ("abc", "xyz") for a in side for b in side if a < b]
    network = on_days(
        *rows, ("m", "supports", "a", 2), ("m", "supports", "x", 2), ("a", "accuses", "x", 3), ("b", "accuses", "y", 3),
        ("m", "mediates", "x", 1), ("a", "mediates", "b", 1),
    )  # fmt: skip
    frame = brokers(network, camps(network))
    assert frame.index[0] == "m"
    assert frame.loc["m", "mediations"] == 1
    assert 0 < frame.loc["m", "participation"] <= 0.5
    assert frame.loc["m", "across"] >= 2
    assert frame.loc["m", "partners"] >= 1
    assert frame.loc["a", "score"] == 0


@pytest.mark.parametrize(
    "network", [nx.MultiDiGraph(), statements(("a", "accuses", "b")), statements(("a", "supports", "a"))]
)
def test_next_to_nothing(network: nx.MultiDiGraph) -> None:
    assert len(measures(network)) == len(network)
    assert len(brokers(network, camps(network))) == 0
    assert reciprocity(network) in (None, 0.0)


def test_direction_stays() -> None:
    assert list(directed_graph(statements(("b", "supports", "a"))).edges) == [("b", "a")]
