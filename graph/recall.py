"""Statements read back from a graph: what `graph.rdf` writes, as the records of the extraction."""

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from extractors.article import Article
from extractors.statement import Polarity, Span, Statement, Status
from ontology.actor import Actor, ActorKind, Place
from ontology.vocabulary import DATA

if TYPE_CHECKING:
    from graph.store import KnowledgeGraph

ARTICLES = """
SELECT ?id ?lang ?length ?day ?title ?url ?outlet ?original {
  ?a a dg:Article ; dcterms:identifier ?id ; dcterms:language ?lang ; dcterms:extent ?length .
  OPTIONAL { ?a dcterms:date ?day } OPTIONAL { ?a dcterms:title ?title } OPTIONAL { ?a schema:url ?url }
  OPTIONAL { ?a dcterms:publisher ?outlet } OPTIONAL { ?a dg:copyOf ?original }
}"""
DESCRIBED = """
SELECT ?node ?kind ?en ?de ?same ?scheme ?state {
  ?node a ?kind ; skos:prefLabel ?en , ?de . FILTER(LANG(?en) = "en" && LANG(?de) = "de")
  OPTIONAL { ?node skos:exactMatch ?same } OPTIONAL { ?node skos:inScheme ?scheme } OPTIONAL { ?node dg:inState ?state }
}"""
NAMES = "SELECT ?node ?name { ?node skos:altLabel ?name }"
STATEMENTS = """
SELECT ?st ?article ?s ?p ?o ?polarity ?status ?confidence ?rule ?begin ?end ?sb ?se ?ob ?oe ?evidence ?source ?date ?place {
  ?st a dg:Statement ; prov:wasDerivedFrom/dcterms:identifier ?article ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
      dg:polarity ?polarity ; dg:status ?status ; dg:confidence ?confidence ; dg:rule ?rule ; dg:evidence ?evidence ;
      nif:beginIndex ?begin ; nif:endIndex ?end ; dg:subjectBegin ?sb ; dg:subjectEnd ?se ; dg:objectBegin ?ob ; dg:objectEnd ?oe .
  OPTIONAL { ?st dg:date ?date } OPTIONAL { ?st dg:place ?place } OPTIONAL { ?st prov:wasAttributedTo ?source }
} ORDER BY ?article ?begin ?st"""
REASONS = "SELECT ?st ?reason { ?st dg:because ?reason } ORDER BY ?st ?reason"


def statements(graph: "KnowledgeGraph") -> list[Statement]:
    """All statements, ordered by article and place in it.

    A graph keeps the evidence, not the article: its text comes back blank outside the sentences quoted, so that all offsets
    hold. Reasons come back in alphabetical order.
    """
    rows = graph.query(STATEMENTS).rows
    passages: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows:
        passages[row[1]].append((int(row[9]), row[15]))
    articles = _articles(graph, passages)
    actors, places = _described(graph)
    reasons: dict[str, list[str]] = defaultdict(list)
    for st, reason in graph.query(REASONS).rows:
        reasons[st].append(reason)
    found = []
    for st, article, s, p, o, polarity, status, confidence, rule, *offsets, _, source, date, place in rows:
        begin, end, sb, se, ob, oe = map(int, offsets)
        found.append(
            Statement(
                articles[article], actors[s], p.rpartition("#")[2], actors[o], Span(begin, end), Span(sb, se), Span(ob, oe),
                Polarity(polarity.rpartition("#")[2]), Status(status.rpartition("#")[2]), actors[source] if source else None,
                date, places[place] if place else None, float(confidence), rule, tuple(reasons[st]),
            )
        )  # fmt: skip
    return found


def _articles(graph: "KnowledgeGraph", passages: dict[str, list[tuple[int, str]]]) -> dict[str, Article]:
    articles = {}
    for name, lang, length, day, title, url, outlet, original in graph.query(ARTICLES).rows:
        text = [" "] * int(length)
        for begin, passage in passages[name]:
            text[begin : begin + len(passage)] = passage
        date = datetime.date.fromisoformat(day) if day else None
        copy_of = unquote(original.rpartition("/")[2]) if original else None
        parts = (title or None, url or None, outlet or None, copy_of)
        articles[name] = Article(name, "".join(text), date, lang, *parts)
    return articles


def _described(graph: "KnowledgeGraph") -> tuple[dict[str, Actor], dict[str, Place]]:
    names: dict[str, list[str]] = defaultdict(list)
    for node, name in graph.query(NAMES).rows:
        names[node].append(name)
    actors, places = {}, {}
    for node, kind, english, german, same, scheme, state in graph.query(DESCRIBED).rows:
        kind = kind.rpartition("#")[2]
        if kind == "Place":
            places[node] = Place(_id(node), english, german, _id(state) if state else None)
        else:
            qid = same.rpartition("/")[2] or None
            spellings = tuple(sorted(names[node]))
            actors[node] = Actor(_id(node), ActorKind(kind), english, german, spellings, qid, bool(scheme))
    return actors, places


def _id(iri: str) -> str:
    return unquote(iri.removeprefix(DATA).partition("/")[2])
