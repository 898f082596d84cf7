"""The compiled shapes against pyshacl, which is right by definition: both find the same nodes and rules, whatever breaks them."""

import pytest

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.rdf.batch import Batch, Origin, batch
from graph.rdf.nquads import written
from graph.validation.conformance import violations
from graph.validation.constraints import COMPONENTS, constraints
from graph.validation.shacl import core_violations
from tests.bench.synthetic import extractions
from tests.graph.validation.test_shacl import BREAKING, PROLOGUE


def as_batch(graph: KnowledgeGraph) -> Batch:
    """All of a graph as one batch."""
    return Batch({"all": written(graph.quads())}, {})


def test_good_batches_conform(extraction: Extraction) -> None:
    assert list(violations(batch([extraction], {"a1": Origin("0f", "1e")}))) == []
    assert list(violations(batch(extractions(200)))) == []


@pytest.mark.parametrize("update", [update for update, _ in BREAKING])
def test_both_find_the_same(extraction: Extraction, update: str) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    graph.backend.update(PROLOGUE + update)
    expected = {(v.node, v.rule, v.path) for v in core_violations(list(graph.quads()))}
    assert {(v.node, v.rule, v.path) for v in violations(as_batch(graph))} == expected


def test_an_unknown_component_is_refused() -> None:
    import rdflib

    graph = rdflib.Graph().parse(
        data="@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> sh:maxLength 3 .", format="turtle"
    )
    assert all(component != rdflib.SH.maxLength for component in COMPONENTS)
    with pytest.raises(NotImplementedError, match="maxLength"):
        constraints(graph, rdflib.URIRef("urn:s"))
