"""Exports by suffix. Turtle and N-Quads are byte-stable: the same graph gives the same file."""

from pathlib import Path
from typing import TYPE_CHECKING

import rdflib
from pyoxigraph import Quad, RdfFormat, serialize

from ontology.vocabulary import PREFIXES

if TYPE_CHECKING:
    from graph.store import KnowledgeGraph

SUFFIXES = {
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".nq": "nquads",
    ".trig": "trig",
    ".jsonld": "json-ld",
    ".rdf": "xml",
}


class ExportError(ValueError):
    """A file that cannot be written in its format; the message says which suffixes there are."""


def dataset(graph: "KnowledgeGraph") -> rdflib.Dataset:
    """The whole graph as an rdflib `Dataset`, prefixes bound."""
    found = rdflib.Dataset(default_union=True)
    found.parse(data=_nquads(graph.quads()).decode(), format="nquads")
    _bind(found)
    return found


def union(graph: "KnowledgeGraph") -> rdflib.Graph:
    """The union of all named graphs as an rdflib `Graph`, prefixes bound."""
    found = rdflib.Graph(bind_namespaces="none")
    found.parse(data=_ntriples(graph.quads()).decode(), format="nt")
    _bind(found)
    return found


def _bind(found: rdflib.Graph) -> None:
    for prefix, namespace in PREFIXES.items():
        found.bind(prefix, namespace, override=True, replace=True)


def _nquads(found: "object") -> bytes:
    return serialize(found, format=RdfFormat.N_QUADS) or b""  # type: ignore[arg-type]


def _ntriples(found: "object") -> bytes:
    lines = {f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in found}  # type: ignore[attr-defined]
    return "".join(sorted(lines)).encode()


def export(graph: "KnowledgeGraph", path: Path) -> None:
    """Write the graph in the format of the file's suffix. Raises `ExportError` for another suffix or a path that cannot be written."""
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise ExportError(
            f"{path}: no format for {path.suffix or 'a file without suffix'}; there are {', '.join(SUFFIXES)}"
        )
    content = _content(graph, kind)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from error


def _content(graph: "KnowledgeGraph", kind: str) -> bytes:
    match kind:
        case "nquads":
            return _nquads(graph.quads())
        case "ntriples":
            return _ntriples(graph.quads())
        case "trig":
            return serialize(list(_sorted(graph)), format=RdfFormat.TRIG, prefixes=dict(PREFIXES)) or b""
        case "turtle":
            return union(graph).serialize(format="turtle", encoding="utf-8")
        case "json-ld":
            return dataset(graph).serialize(format="json-ld", encoding="utf-8", indent=1)
    return union(graph).serialize(format="xml", encoding="utf-8")


def _sorted(graph: "KnowledgeGraph") -> list[Quad]:
    return sorted(
        graph.quads(), key=lambda quad: (str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object))
    )
