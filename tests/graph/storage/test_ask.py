"""SPARQL: what is answered, what is refused."""

import json
import time

import pytest

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.storage.ask import QueryError


@pytest.fixture
def graph(extraction: Extraction) -> KnowledgeGraph:
    made = KnowledgeGraph()
    made.replace(extraction)
    return made


def test_prefixes_are_known(graph: KnowledgeGraph) -> None:
    answer = graph.query("SELECT ?who { ?x dg:hosts ?y . ?x skos:prefLabel ?who FILTER(lang(?who) = 'en') }")
    assert (answer.columns, answer.rows) == (("who",), (("Emmanuel Macron",),))
    assert json.loads(answer.to_json()) == [{"who": "Emmanuel Macron"}]
    assert answer.to_csv() == "who\r\nEmmanuel Macron\r\n"


def test_construct_gives_turtle(graph: KnowledgeGraph) -> None:
    answer = graph.query("CONSTRUCT { ?x dg:hosts ?y } WHERE { ?x dg:hosts ?y }")
    turtle = answer.to_turtle()
    assert "dg:hosts" in turtle
    declared = [line.split()[1] for line in turtle.splitlines() if line.startswith("@prefix")]
    assert declared == ["dg:", "dgactor:"]
    with pytest.raises(QueryError):
        graph.query("SELECT * { ?s ?p ?o } LIMIT 1").to_turtle()


def test_limit(graph: KnowledgeGraph) -> None:
    assert len(graph.query("SELECT * { ?s ?p ?o }", limit=3).rows) == 3


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { { SELECT * { OPTIONAL { SERVICE SILENT <http://example.org/> { ?s ?p ?o } } } } }", "SERVICE"),
        ("SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { FILTER EXISTS { serVice <http://example.org/> { ?s ?p ?o } } }", "SERVICE"),
        ("SELECT * " + "{" * 3000 + "}" * 3000, "nested too deeply"),
        ("SELECT * { SERVICE", "cannot be read"),
        ("DROP ALL", "no updates"),
        ("PREFIX x: <y>\nINSERT DATA { <a> <b> <c> }", "no updates"),
        ("LOAD <http://example.org/x.ttl>", "no updates"),
        ("SELECT", "cannot be read"),
        ("", "cannot be read"),
        ("SELECT * { ?s unknown:p ?o }", "cannot be read"),
    ],
)
def test_refused(graph: KnowledgeGraph, query: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        graph.query(query)


def test_the_word_service_in_a_string_is_no_matter(graph: KnowledgeGraph) -> None:
    assert graph.query('SELECT * { ?s ?p "SERVICE <x> {}" }').rows == ()


def test_a_query_that_takes_too_long_is_given_up(graph: KnowledgeGraph) -> None:
    started = time.perf_counter()
    with pytest.raises(QueryError, match=r"given up: no answer within 0\.2 s"):
        graph.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", timeout=0.2)
    assert time.perf_counter() - started < 5
    assert graph.query("ASK {}", timeout=5).boolean
