"""The shapes: what conforms, and that every rule finds what breaks it."""

import pyshacl
import pytest
import rdflib

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.validation.shacl import validate
from graph.validation.shapes import shapes_text
from ontology.vocabulary import PREFIXES, ontology_text
from tests.bench.synthetic import extractions

PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
ST = "GRAPH ?g { ?st rdf:predicate dg:hosts }"


def changed(graph: KnowledgeGraph, update: str) -> set[str]:
    """The rules that the graph breaks after an update."""
    graph.backend.update(PROLOGUE + update)
    return {violation.rule for violation in validate(graph).violations}


def swap(name: str, value: str) -> str:
    """The update that gives the hosting statement another value."""
    old = f"GRAPH ?g {{ ?st {name} ?old }}"
    return f"DELETE {{ {old} }} INSERT {{ GRAPH ?g {{ ?st {name} {value} }} }} WHERE {{ {ST} {old} }}"


def more(name: str, value: str) -> str:
    return f"INSERT {{ GRAPH ?g {{ ?st {name} {value} }} }} WHERE {{ {ST} }}"


def less(name: str) -> str:
    return f"DELETE {{ GRAPH ?g {{ ?st {name} ?old }} }} WHERE {{ {ST} GRAPH ?g {{ ?st {name} ?old }} }}"


def actor(name: str, value: str) -> str:
    return f"INSERT {{ GRAPH ?g {{ dgactor:Q142 {name} {value} }} }} WHERE {{ GRAPH ?g {{ dgactor:Q142 a dg:State }} }}"


def test_a_good_graph_conforms(extraction: Extraction) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    assert validate(graph).violations == ()
    assert validate(KnowledgeGraph()).conforms
    assert validate(graph, ["a1"]).conforms


BREAKING = [
    (less("rdf:subject"), "statement-subject"),
    (swap("rdf:object", "dgactor:Q999999"), "statement-object"),
    (swap("rdf:object", "dgactor:Q3052772"), "statement-ends"),
    (more("rdf:predicate", "dg:meets"), "statement-relation"),
    (swap("rdf:predicate", "dg:likes"), "relation-known"),
    (swap("dg:polarity", "dg:actual"), "statement-polarity"),
    (more("dg:status", "dg:planned"), "statement-status"),
    (swap("dg:date", '"2025-02-30"^^xsd:date'), "statement-date"),
    (swap("dg:date", '"gestern"'), "statement-date"),
    (swap("dg:date", '"2014-13"^^xsd:gYearMonth'), "literal"),
    (swap("dg:date", '"2014-00"^^xsd:gYearMonth'), "literal"),
    (swap("dg:date", '"20x4"^^xsd:gYear'), "literal"),
    (swap("dg:confidence", '"NaN"^^xsd:double'), "literal"),
    (swap("dg:confidence", '"-INF"^^xsd:double'), "literal"),
    (swap("dg:place", "dgplace:nowhere"), "statement-place"),
    (more("prov:wasAttributedTo", "dgplace:paris"), "statement-source"),
    (swap("dg:confidence", "1.5"), "statement-confidence"),
    (swap("dg:evidence", '""@de'), "statement-evidence"),
    (swap("nif:beginIndex", "60"), "statement-begin"),
    (less("nif:endIndex"), "statement-end"),
    (swap("nif:endIndex", "47"), "evidence-inside"),
    (swap("prov:wasDerivedFrom", "dgarticle:none"), "statement-article"),
    (swap("dg:subjectEnd", "100000"), "mentions-inside"),
    (less("dg:objectBegin"), "mentions-inside"),
    (less("dg:rule"), "statement-rule"),
    (less("rdf:type"), "statement-typed"),
    (actor("a", "dg:Person"), "Actor"),
    (actor("skos:prefLabel", '"Gallien"@de'), "actor-label"),
    (actor("skos:altLabel", '"Gallien"'), "actor-spelling"),
    (actor("skos:exactMatch", "dg:none"), "actor-match"),
    ("INSERT DATA { GRAPH dg:x { dgactor:Q142 dg:attacks dgactor:Q3052772 } }", "fact-supported"),
    ("DELETE WHERE { GRAPH ?g { ?s dg:hosts ?o } }", "statement-stated"),
    ("INSERT DATA { GRAPH dg:x { dg:y a dg:Statement } }", "statement-graph"),
    ("DELETE WHERE { GRAPH ?g { ?a dcterms:extent ?n } }", "article-length"),
    ('INSERT { GRAPH ?g { ?a dcterms:identifier "b" } } WHERE { GRAPH ?g { ?a a dg:Article } }', "article-identifier"),
    ('INSERT { GRAPH ?g { ?a dcterms:date "2025-09" } } WHERE { GRAPH ?g { ?a a dg:Article } }', "article-date"),
    ("INSERT { GRAPH ?g { ?a dg:mentions dg:no } } WHERE { GRAPH ?g { ?a a dg:Article } }", "article-mentions"),
    ("DELETE WHERE { GRAPH ?g { dgplace:paris skos:prefLabel ?l } }", "place-label"),
    (
        'DELETE { GRAPH ?g { ?o schema:endDate ?e } } INSERT { GRAPH ?g { ?o schema:startDate "2020-01-01"^^xsd:date ;'
        ' schema:endDate "2001-01-01"^^xsd:date } } WHERE { GRAPH ?g { ?o a dg:Office OPTIONAL { ?o schema:endDate ?e } } }',
        "office-start",
    ),
    ("DELETE WHERE { GRAPH ?g { ?o org:member ?p } }", "office-person"),
]  # fmt: skip


@pytest.mark.parametrize(("update", "rule"), BREAKING)
def test_every_rule_finds_what_breaks_it(extraction: Extraction, update: str, rule: str) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    assert rule in changed(graph, update)


def test_a_symmetric_relation_is_not_affirmed_one_way_and_denied_the_other(extraction: Extraction) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    copied = """INSERT { GRAPH ?g { dgstatement:back ?p ?o ; rdf:subject ?object ; rdf:object ?subject ; dg:polarity dg:affirmed } }
    WHERE { GRAPH ?g { ?st rdf:predicate dg:meets ; rdf:subject ?subject ; rdf:object ?object ; ?p ?o
      FILTER(?p NOT IN (rdf:subject, rdf:object, dg:polarity)) } }"""
    assert "symmetric-consistent" in changed(graph, copied)


def test_pyshacl_alone_agrees_on_the_whole_shapes() -> None:
    graph = KnowledgeGraph()
    graph.load(extractions(40))
    shapes = rdflib.Graph().parse(data=shapes_text(), format="turtle")
    classes = rdflib.Graph().parse(data=ontology_text(), format="turtle")

    def conforms() -> bool:
        triples = rdflib.Graph()
        for quad in graph.to_rdflib().quads((None, None, None, None)):
            triples.add(quad[:3])
        return bool(pyshacl.validate(triples, shacl_graph=shapes, ont_graph=classes)[0])

    assert validate(graph).conforms
    assert conforms()
    assert "mentions-inside" in changed(graph, "DELETE WHERE { GRAPH ?g { ?st dg:subjectBegin ?n } }")
    assert not conforms()
