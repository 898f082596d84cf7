"""Exports by suffix. RDF for knowledge bases, graph formats for Gephi and Neo4j, a flat table, statements for Wikidata.

All but JSON-LD are byte-stable: the same graph gives the same file.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from graph.selection import Selection
from ontology.errors import RequestError

if TYPE_CHECKING:
    from graph.store import KnowledgeGraph

SUFFIXES = {
    ".ttl": "Turtle",
    ".nt": "N-Triples",
    ".nq": "N-Quads",
    ".trig": "TriG",
    ".jsonld": "JSON-LD",
    ".rdf": "RDF/XML",
    ".graphml": "GraphML",
    ".gexf": "GEXF with dates, for Gephi",
    ".csv": "statements as a flat table",
    ".cypher": "Cypher, for Neo4j",
    ".qs": "QuickStatements, for Wikidata",
}


class ExportError(RequestError):
    """A file that cannot be written in its format; the message says which suffixes there are."""


def export(graph: "KnowledgeGraph", path: Path, selection: Selection | None = None, *, rdf12: bool = False) -> None:
    """Write the selected statements, or all, in the format of the file's suffix.

    `rdf12` adds to each statement node the triple term that it reifies (RDF 1.2), where the format knows them.
    Raises `ExportError` for another suffix, or a path that cannot be written. A file is replaced only once it is whole.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ExportError(
            f"{path}: no format for {path.suffix or 'a file without suffix'}; there are {', '.join(SUFFIXES)}"
        )
    if rdf12 and suffix not in (".ttl", ".nt", ".nq", ".trig"):
        raise ExportError(f"{path}: RDF 1.2 is written as .ttl, .nt, .nq or .trig")
    content = _content(graph, suffix, selection or Selection(), rdf12)
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from error


def _content(graph: "KnowledgeGraph", suffix: str, selection: Selection, rdf12: bool) -> bytes:
    from graph.exports import networks, quickstatements, rdf, tables
    from graph.network import statement_graph

    if suffix in rdf.FORMATS:
        return rdf.written(graph.quads(selection), suffix, rdf12=rdf12)
    network = statement_graph(graph, selection)
    match suffix:
        case ".graphml":
            return networks.graphml(network)
        case ".gexf":
            return networks.gexf(network)
        case ".cypher":
            return networks.cypher(network)
        case ".qs":
            return quickstatements.commands(network)
    return tables.statements(network)
