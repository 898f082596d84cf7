"""The strongest ties of a network."""

from extractors.statement import Extraction
from graph.analysis.ties import strongest
from graph.knowledge import KnowledgeGraph


def test_strongest_ties_leave_offices_out(extraction: Extraction) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    ties = strongest(graph.network(lang="en"), 10, "en")
    assert [(tie.relations, tie.statements) for tie in ties] == [(("hosts",), 1), (("meets",), 1)]
    assert ties[0].balance > 0
    assert ties[1].balance == 0
