"""RDF files and rdflib copies."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from graph.rdf.formats import FORMATS
from graph.rdf.names import term
from graph.rdf.nquads import written as nquads
from ontology.vocabulary import PREFIXES

if TYPE_CHECKING:
    import rdflib

# What may follow a prefix without escapes: https://www.w3.org/TR/turtle/#grammar-production-PN_LOCAL, ASCII alone.
PLAIN = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
# Characters that XML 1.0 cannot hold, not even escaped: https://www.w3.org/TR/xml/#charsets.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def written(quads: Iterable[Quad], suffix: str, *, rdf12: bool = False) -> bytes:
    """Sorted quads as a file of this suffix; formats without graphs get each triple once."""
    form = FORMATS[suffix]
    found = list(reified(quads)) if rdf12 else list(quads)
    if suffix == ".trig":
        found.sort(key=lambda quad: (str(quad.graph_name), str(quad.subject)))
    if suffix == ".jsonld" and not rdf12:
        return _compacted(found)
    if suffix in (".trig", ".nq", ".jsonld"):
        return _prefixed(found, form)
    triples = list(dict.fromkeys(quad.triple for quad in found))
    if suffix == ".rdf":
        return serialize((_xml(triple) for triple in triples), format=form) or b""
    return _prefixed(triples, form)


def _compacted(quads: Iterable[Quad]) -> bytes:
    """JSON-LD with a context of our prefixes, a graph an article, in one order: https://www.w3.org/TR/json-ld11/#compacted-document-form."""
    text = dataset(quads).serialize(format="json-ld", context=dict(PREFIXES), auto_compact=True)
    return json.dumps(_ordered(json.loads(text)), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _ordered(value: Any) -> Any:
    """Values of a property are a set in RDF; sorted, the same graph is the same file."""
    if isinstance(value, dict):
        return {key: _ordered(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted((_ordered(inner) for inner in value), key=lambda inner: json.dumps(inner, sort_keys=True))
    return value


def _prefixed(found: Sequence[Quad] | Sequence[Triple], form: RdfFormat) -> bytes:
    """The file, with sorted prefixes at its head where the format has them: Oxigraph writes them in an order of chance."""
    if form not in (RdfFormat.TURTLE, RdfFormat.TRIG):
        return serialize(found, format=form) or b""
    body = serialize(found, format=form, prefixes=dict(PREFIXES)) or b""
    if odd := {node for one in found for node in (one.subject, one.predicate, one.object) if _odd(node)}:
        body = _with_whole_names(found, form, odd, body)
    while body.startswith(b"@prefix"):
        body = body.partition(b"\n")[2]
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(PREFIXES.items()))
    return head.encode() + b"\n" + body


@lru_cache(maxsize=1 << 16)
def _odd(node: object) -> bool:
    """Whether what follows a prefix would need escapes, which not every reader of Turtle knows: `dgarticle:Nr.\\%205\\.`."""
    if not isinstance(node, NamedNode):
        return False
    spaces = [namespace for namespace in PREFIXES.values() if node.value.startswith(namespace)]
    return bool(spaces) and not PLAIN.fullmatch(node.value.removeprefix(max(spaces, key=len)))


def _with_whole_names(
    found: Sequence[Quad] | Sequence[Triple], form: RdfFormat, odd: Set[object], body: bytes
) -> bytes:
    """The file with odd IRIs in full: while it is written, they lie outside every namespace. `body` is the file as it would be."""
    outside = "urn:whole:"
    while outside.encode() in body:
        outside += ":"

    def moved(node: Any) -> Any:
        return NamedNode(outside + node.value) if node in odd else node

    made = [
        Quad(moved(one.subject), moved(one.predicate), moved(one.object), moved(one.graph_name))
        if isinstance(one, Quad)
        else Triple(moved(one.subject), moved(one.predicate), moved(one.object))
        for one in found
    ]
    body = serialize(made, format=form, prefixes=dict(PREFIXES)) or b""  # type: ignore[arg-type]  # of one kind throughout
    return body.replace(f"<{outside}".encode(), b"<")


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
