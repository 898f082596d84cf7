"""Which file gets which format, by its suffix; and how a file is written whole or not at all."""

from pathlib import Path

from graph.exports import gold, networks, quickstatements, rdf, tables
from graph.rdf.formats import FORMATS
from graph.statements.network import statement_graph
from graph.statements.quads import selected_quads
from graph.statements.selection import Selection
from graph.storage.store import ArticleStore
from ontology.errors import RequestError

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
    ".jsonl": "judged articles as gold statements, for evaluate",
}


class ExportError(RequestError):
    """A file that cannot be written in its format; the message says which suffixes there are."""


def export(store: ArticleStore, path: Path, selection: Selection | None = None, *, rdf12: bool = False) -> None:
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
    content = _content(store, suffix, selection or Selection(), rdf12)
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from error


def _content(store: ArticleStore, suffix: str, selection: Selection, rdf12: bool) -> bytes:
    if suffix in FORMATS:
        quads = selected_quads(store, selection) if selection else store.quads()
        return rdf.written(sorted(quads, key=str), suffix, rdf12=rdf12)
    if suffix == ".jsonl":
        return gold.judged_articles(store, selection)
    network = statement_graph(store, selection)
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
