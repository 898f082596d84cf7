"""Which statements: by date, relation, actor; and what is no filter."""

import pytest

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.statements.selection import SelectionError, actor_named, selected


def test_filters_of_the_network(extraction: Extraction) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    assert graph.network(relation="hosts").number_of_edges() == 1
    assert graph.network(actor="Frankreich", since="2025-09-04").number_of_edges() == 2
    states = graph.network(level="state")
    assert set(states) == {"Q142", "Q212"}, "both presidents count for their states"
    with pytest.raises(SelectionError, match="no relation 'likes'"):
        graph.network(relation="likes")
    with pytest.raises(SelectionError, match="write a date"):
        graph.network(since="gestern")
    with pytest.raises(SelectionError, match="no actor"):
        selected(graph, actor="> . } DROP ALL")
    assert actor_named(graph, "france") == "Q142"
