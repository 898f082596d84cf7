"""RDF files and rdflib copies."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from graph.rdf.formats import FORMATS
from graph.rdf.names import term
from graph.rdf.nquads import written as nquads
from ontology.vocabulary import PREFIXES

if TYPE_CHECKING:
    import rdflib

# Characters that XML 1.0 cannot hold, not even escaped: https://www.w3.org/TR/xml/#charsets.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def written(quads: Iterable[Quad], suffix: str, *, rdf12: bool = False) -> bytes:
    """Sorted quads as a file of this suffix; formats without graphs get each triple once."""
    form = FORMATS[suffix]
    found = list(reified(quads)) if rdf12 else list(quads)
    if suffix == ".trig":
        found.sort(key=lambda quad: (str(quad.graph_name), str(quad.subject)))
    if suffix in (".trig", ".nq", ".jsonld"):
        return _prefixed(found, form)
    triples = dict.fromkeys(quad.triple for quad in found)
    if suffix == ".rdf":
        return serialize((_xml(triple) for triple in triples), format=form) or b""
    return _prefixed(triples, form)


def _prefixed(found: Iterable[Quad] | Iterable[Triple], form: RdfFormat) -> bytes:
    """The file, with sorted prefixes at its head where the format has them: Oxigraph writes them in an order of chance."""
    if form not in (RdfFormat.TURTLE, RdfFormat.TRIG):
        return serialize(found, format=form) or b""
    body = serialize(found, format=form, prefixes=dict(PREFIXES)) or b""
    while body.startswith(b"@prefix"):
        body = body.partition(b"\n")[2]
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(PREFIXES.items()))
    return head.encode() + b"\n" + body


def reified(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads, and for each statement the triple that it reifies: https://www.w3.org/TR/rdf12-concepts/#section-triple-terms."""
    names = {term("rdf:subject"): 0, term("rdf:predicate"): 1, term("rdf:object"): 2}
    parts: dict[tuple[object, object], dict[int, NamedNode]] = {}
    for quad in quads:
        yield quad
        if quad.predicate in names and isinstance(quad.object, NamedNode):
            parts.setdefault((quad.subject, quad.graph_name), {})[names[quad.predicate]] = quad.object
    for (statement, graph), ends in parts.items():
        if len(ends) == 3:
            triple = Triple(ends[0], ends[1], ends[2])
            yield Quad(statement, term("rdf:reifies"), triple, graph)  # type: ignore[arg-type]


def _xml(triple: Triple) -> Triple:
    value = triple.object
    if not isinstance(value, Literal) or not NO_XML.search(value.value):
        return triple
    clean = NO_XML.sub("\ufffd", value.value)
    if value.language:
        return Triple(triple.subject, triple.predicate, Literal(clean, language=value.language))
    return Triple(triple.subject, triple.predicate, Literal(clean, datatype=value.datatype))


def dataset(quads: Iterable[Quad]) -> "rdflib.Dataset":
    """Quads as an rdflib `Dataset`, prefixes bound."""
    import rdflib

    found = rdflib.Dataset(default_union=True)
    found.parse(data=nquads(quads), format="nquads")
    for prefix, namespace in PREFIXES.items():
        found.bind(prefix, namespace, override=True, replace=True)
    return found
