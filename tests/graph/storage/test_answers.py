"""Answers to other programs: numbers as numbers, what is unbound as nothing, refusals that say so."""

import json

import pandas
import pytest

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.storage.ask import QueryError


@pytest.fixture
def graph(extraction: Extraction) -> KnowledgeGraph:
    made = KnowledgeGraph()
    made.replace(extraction)
    return made


ROWS = """SELECT ?n ?c ?day ?when ?place ?yes { ?st a dg:Statement ; dg:confidence ?c ; nif:beginIndex ?n ; dg:date ?when
  BIND(?n = 0 AS ?yes) BIND("2025-09-04"^^xsd:date AS ?day) OPTIONAL { ?st dg:place/skos:prefLabel ?place } } ORDER BY ?c ?n"""


def test_numbers_days_and_nothing(graph: KnowledgeGraph) -> None:
    answer = graph.query(ROWS)
    frame = answer.to_frame()
    assert str(frame["n"].dtype) == "int64"
    assert frame["c"].mean() == pytest.approx(frame["c"].sum() / len(frame))
    assert frame["day"].iloc[0] == pandas.Timestamp(2025, 9, 4)
    assert frame["yes"].iloc[0] in (True, False)
    assert isinstance(frame["when"].iloc[0], str), "a month is no day"
    rows = json.loads(answer.to_json())
    assert {type(row["n"]) for row in rows} == {int}
    assert {type(row["c"]) for row in rows} == {float}
    assert (
        None
        in graph.query("SELECT ?x { VALUES ?x { 1 UNDEF } }")
        .to_frame()["x"]
        .astype(object)
        .where(lambda x: x.notna(), None)
        .tolist()
    )
    assert json.loads(graph.query("SELECT ?x { VALUES ?x { UNDEF 2 } }").to_json()) == [{"x": None}, {"x": 2}]
    assert graph.query("SELECT ?x { VALUES ?x { 1 2.5 } }").kinds == {"x": "number"}
    assert graph.query('SELECT ?x { VALUES ?x { 1 "a" } }').kinds == {}
    assert answer.rows[0][0] == "0", "rows stay text"


def test_triples_are_no_rows(graph: KnowledgeGraph) -> None:
    answer = graph.query("CONSTRUCT { ?s foaf:knows ?o } WHERE { ?s dg:hosts ?o }")
    assert "foaf:knows" in answer.to_turtle()
    for form in (answer.to_csv, answer.to_json, answer.to_frame):
        with pytest.raises(QueryError, match="ask for ttl"):
            form()


@pytest.mark.parametrize(
    "clause", ["FROM dgarticle:s1", "FROM <https://b.example/a>", "from NAMED <x:y>", "FROM # x\n <x:y>", "FROM :x"]
)
def test_from_is_refused(graph: KnowledgeGraph, clause: str) -> None:
    with pytest.raises(QueryError, match=r"FROM is not obeyed|cannot be read"):
        graph.query(f"SELECT (COUNT(*) AS ?n) {clause} {{ ?s a dg:Statement }}")


@pytest.mark.parametrize("inside", ['"FROM <x:y>"', "'from dg:x'", '"""FROM\n<x:y>"""', "<x:FROM>", "1 # FROM <x:y>\n"])
def test_from_in_a_string_is_a_word(graph: KnowledgeGraph, inside: str) -> None:
    assert graph.query(f"SELECT * {{ VALUES ?x {{ {inside} }} }}").rows
