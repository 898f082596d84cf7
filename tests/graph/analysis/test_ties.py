"""Ties: counts of acts, and what they make of two actors."""

import math

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from extractors.statement import Extraction
from graph.analysis import Kind, acts, signed_graph, ties, view
from graph.analysis.ties import LABELS, alignment, kind, strongest
from graph.knowledge import KnowledgeGraph
from tests.graph.analysis.networks import on_days, statements


@settings(deadline=None)
@given(st.integers(0, 40), st.integers(0, 40))
def test_the_probability_is_the_binomial_sum(aligned: int, conflict: int) -> None:
    """Pr(θ > ½ | Beta(P+1, N+1)) = Σ_{i≤P} C(P+N+1, i) / 2^(P+N+1)."""
    number = aligned + conflict + 1
    expected = sum(math.comb(number, i) for i in range(aligned + 1)) / 2**number
    assert alignment(aligned, conflict) == pytest.approx(expected)
    assert alignment(aligned, conflict) == pytest.approx(1 - alignment(conflict, aligned))


@pytest.mark.parametrize(
    ("aligned", "conflict", "expected"),
    [(0, 0, "thin"), (1, 0, "thin"), (2, 0, "aligned"), (0, 2, "opposed"), (1, 1, "thin"), (2, 1, "thin"), (3, 1, "aligned"),
     (1, 3, "opposed"), (2, 2, "divided"), (10, 9, "divided"), (20, 12, "aligned")],
)  # fmt: skip
def test_kinds(aligned: int, conflict: int, expected: str) -> None:
    assert kind(aligned, conflict) == expected
    assert set(LABELS[Kind(expected)]) == {"de", "en"}


def test_counts_articles_and_statements_of_a_tie() -> None:
    made = on_days(("a", "supports", "b", 3), ("b", "accuses", "a", 1), ("a", "meets", "b", 2))
    (tie,) = ties(acts(made))
    assert (tie.aligned, tie.conflict, tie.contacts, tie.articles, tie.kind) == (3, 1, 2, 6, Kind.ALIGNED)
    assert tie.weight == pytest.approx(math.log(4 / 2))
    assert len(tie.statements) == 6
    assert set(tie.statements[-2:]) == {"s4", "s5"}, "talk stands last"


def test_old_acts_fade() -> None:
    made = statements(
        *(("a", "supports", other, {"date": f"2025-{month}"}) for other, month in (("b", "01-01"), ("c", "01-31")))
    )
    old, new = ties(acts(made), half_life_days=30)
    assert old.aligned == pytest.approx(new.aligned / 2)


def test_the_graph_gives_a_sign_to_sure_ties_alone() -> None:
    made = on_days(
        ("a", "supports", "b", 2), ("a", "accuses", "c", 2), ("b", "accuses", "c", 1), ("a", "meets", "d", 5)
    )
    signed = signed_graph(made)
    assert {ends: math.copysign(1, w) for *ends, w in signed.edges(data="weight") if w for ends in (tuple(ends),)} == {
        ("a", "b"): 1, ("a", "c"): -1
    }  # fmt: skip
    assert {str(one) for *_, one in signed.edges(data="kind")} == {"aligned", "opposed", "thin"}


def test_the_strongest_come_first_and_offices_are_no_tie(extraction: Extraction) -> None:
    made = on_days(("a", "supports", "b", 1), ("b", "accuses", "c", 3), ("a", "meets", "c", 9))
    assert [(tie.first, tie.second) for tie in strongest(ties(acts(made)), 2)] == [("b", "c"), ("a", "b")]
    graph = KnowledgeGraph()
    graph.replace(extraction)
    found = ties(acts(view(graph.network(lang="en"))))
    assert [(tie.aligned, tie.conflict, tie.contacts) for tie in found] == [(0, 0, 1)]
