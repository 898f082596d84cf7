"""A store against the shapes.

Rules about one node are checked by pyshacl, some articles at a time, so that a large store needs little memory. Rules over
several nodes are the shapes' own SPARQL constraints, which Oxigraph answers for the whole graph at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import pyshacl
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, Triple
from rdflib.namespace import RDF, RDFS, SH

from graph.rdf.names import ACTORS_GRAPH, REVIEWS_GRAPH, article_iri
from graph.rdf.nquads import without_graphs
from graph.storage.store import ArticleStore
from graph.validation.constraints import formed
from graph.validation.shapes import LITERAL, MISFORMED, SHAPES, Report, Violation, classes, shapes

ARTICLES_AT_ONCE = 100


def validate(store: ArticleStore, articles: Sequence[str] | None = None) -> Report:
    """The report on a store, or on some articles of it (ids) and all that they lead to.

    Raises `StoreError` where the store cannot be read.
    """
    found: set[Violation] = set()
    whole = articles is None
    names = iter(store.articles() if articles is None else articles)
    described = _by_node(store.backend.quads(ACTORS_GRAPH))
    loose = set(described)
    while batch := list(islice(names, ARTICLES_AT_ONCE)):
        quads = [quad for name in batch for quad in store.backend.quads(article_iri(name))]
        around = _around(quads, described)
        loose -= around
        found |= set(core_violations([*quads, *(quad for node in around for quad in described[node])]))
    if whole:
        found |= set(core_violations([quad for node in loose for quad in described[node]]))
        found |= set(core_violations(list(store.backend.quads(REVIEWS_GRAPH))))
        found |= set(_elsewhere(store))
        found |= set(_across(store))
    return Report(tuple(sorted(found)))


def _by_node(quads: Iterable[Quad]) -> dict[str, list[Quad]]:
    found: dict[str, list[Quad]] = {}
    for quad in quads:
        found.setdefault(str(quad.subject), []).append(quad)
        if str(quad.predicate).endswith("org#member>"):
            # A person's offices are found from the person.
            found.setdefault(f"offices of {quad.object}", []).append(quad)
    return found


def _around(quads: Iterable[Quad], described: dict[str, list[Quad]]) -> set[str]:
    """The described nodes to which quads lead, directly or over offices and places."""
    reached: set[str] = set()
    ahead = {str(quad.object) for quad in quads if isinstance(quad.object, NamedNode)}
    while ahead:
        node = ahead.pop()
        if node in reached or node not in described:
            continue
        reached.add(node)
        ahead |= {str(quad.object) for quad in described[node] if isinstance(quad.object, NamedNode)}
        ahead |= {str(quad.subject) for quad in described.get(f"offices of {node}", ())}
    return reached


def core_violations(quads: list[Quad]) -> Iterator[Violation]:
    """What pyshacl finds against the rules about single nodes, and values that are none of their type."""
    core, _ = shapes()
    data = rdflib.Graph(bind_namespaces="none")
    data.parse(data=without_graphs([_plain(quad) for quad in quads]), format="nt")
    for pair in classes():
        data.add((pair[0], RDFS.subClassOf, pair[1]))
    _, results, _ = pyshacl.validate(data, shacl_graph=core, inplace=True)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        shape = str(results.value(result, SH.sourceShape))
        yield Violation(
            str(results.value(result, SH.focusNode)),
            shape.removeprefix(SHAPES) if shape.startswith(SHAPES) else "shape",
            str(results.value(result, SH.resultPath) or ""),
            str(results.value(result, SH.resultMessage) or ""),
            str(results.value(result, SH.value) or ""),
        )
    for quad in quads:
        if (kind := _missed(quad)) and isinstance(quad.object, Literal) and not isinstance(quad.subject, Triple):
            yield Violation(
                quad.subject.value, LITERAL, quad.predicate.value, MISFORMED.format(kind), quad.object.value
            )


def _missed(quad: Quad) -> str:
    """The type that a value claims and has not (`gYearMonth` of *2014-13*), or empty."""
    value = quad.object
    if not isinstance(value, Literal) or value.language or formed(value.value, value.datatype.value):
        return ""
    return value.datatype.value.rpartition("#")[2]


def _plain(quad: Quad) -> Quad:
    """The quad, a value that is none of its type as mere text: pyshacl takes *2014-13* for a month and falls over NaN."""
    if not _missed(quad):
        return quad
    assert isinstance(quad.object, Literal)
    return Quad(quad.subject, quad.predicate, Literal(quad.object.value), quad.graph_name)


def _elsewhere(store: ArticleStore) -> Iterator[Violation]:
    """Statements outside their article's graph, which no batch would see."""
    rows = store.query(
        "SELECT DISTINCT ?st { GRAPH ?g { ?st a dg:Statement } FILTER NOT EXISTS { GRAPH ?g { ?g a dg:Article } } }"
    ).rows
    for (statement,) in rows:
        yield Violation(statement, "statement-graph", "", "a statement lies in its article's graph", "")


def _across(store: ArticleStore) -> Iterator[Violation]:
    """Violations of the rules over several nodes."""
    for rule, message, select in shapes()[1]:
        for row in store.query(select).rows:
            yield Violation(row[-1], rule, "", message, "")
