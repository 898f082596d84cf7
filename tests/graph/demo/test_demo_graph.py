"""The graph of the embedded demo articles: valid, and taken as it is by other stores."""

import urllib.request
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from spacy.language import Language

import extractors
from graph.demo import articles
from graph.evaluation.difference import difference
from graph.knowledge import KnowledgeGraph
from graph.rdf.nquads import written
from graph.statements.records import statements
from graph.storage.files import opened
from graph.validation.shacl import validate


@pytest.fixture(scope="module")
def demo(nlp: Language) -> KnowledgeGraph:
    made = KnowledgeGraph()
    made.load(extractors.extractions(list(articles()), nlp))
    return made


@pytest.fixture(scope="module")
def turtle(demo: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "kg.ttl"
    demo.export(path)
    return path


def test_it_validates(demo: KnowledgeGraph) -> None:
    assert validate(demo).violations == ()


def test_rdflib_and_oxigraph_read_the_same_triples(demo: KnowledgeGraph, turtle: Path) -> None:
    theirs = rdflib.Graph().parse(turtle)
    assert len(theirs) == len(set(pyoxigraph.parse(path=str(turtle)))) == len({q.triple for q in demo.quads()})


@pytest.mark.parametrize("kind", ["endpoint", "virtuoso"])
def test_a_server_takes_it(request: pytest.FixtureRequest, demo: KnowledgeGraph, turtle: Path, kind: str) -> None:
    with opened(str(turtle)) as read, KnowledgeGraph(request.getfixturevalue(kind)) as served:
        for name in {str(quad.graph_name) for quad in served.backend.quads()}:
            served.backend.update(f"DROP SILENT GRAPH {name}")
        quads = list(read.quads())
        for first in range(0, len(quads), 500):
            served.backend.load(written(quads[first : first + 500]))
        assert not difference(demo, served)
        assert validate(served).conforms


@pytest.mark.parametrize(
    ("kind", "store"), [("endpoint", "/store?graph="), ("virtuoso", "/sparql-graph-crud?graph-uri=")]
)
def test_a_server_reads_the_file_itself(request: pytest.FixtureRequest, turtle: Path, kind: str, store: str) -> None:
    """By the SPARQL 1.1 Graph Store HTTP Protocol: the server's own Turtle reader, none of our code."""
    address = request.getfixturevalue(kind)
    target = f"{address.rpartition('/')[0]}{store}urn:demo"
    header = {"Content-Type": "text/turtle"}
    with urllib.request.urlopen(urllib.request.Request(target, turtle.read_bytes(), header, method="POST")) as answer:
        assert answer.status in (201, 204)
    with KnowledgeGraph(address) as served:
        rows = served.query("SELECT (COUNT(*) AS ?n) { GRAPH <urn:demo> { ?s ?p ?o } }").rows
        assert int(rows[0][0]) == len(rdflib.Graph().parse(turtle))
        served.backend.update("DROP SILENT GRAPH <urn:demo>")


def test_statements_come_back(demo: KnowledgeGraph) -> None:
    count = demo.query("SELECT (COUNT(?st) AS ?n) { ?st a dg:Statement }").rows[0][0]
    assert len(statements(demo)) == int(count) > 50
