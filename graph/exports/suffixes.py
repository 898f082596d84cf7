"""Which file gets which format, by its suffix; and how a file is written whole or not at all."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from extractors.article import DEFAULT_LANGUAGE
from graph.exports import frames, gold, networks, quickstatements, rdf, sheets, tables
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
    ".xlsx": "a workbook: statements, actors, ties, coverage",
    ".parquet": "statements for data frames",
    ".cypher": "Cypher, for Neo4j",
    ".qs": "QuickStatements, for Wikidata",
    ".jsonl": "judged articles as gold statements, for evaluate",
}


class ExportError(RequestError):
    """A file that cannot be written in its format; the message says which suffixes there are."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a file is written: `rdf12` adds triple terms, `separator` parts the cells of a CSV, `lang` is the language of labels,
    `floor` the least confidence of what Wikidata is told (None: the format's own).
    """

    rdf12: bool = False
    separator: str = ","
    lang: str = DEFAULT_LANGUAGE
    floor: float | None = None


def export(
    store: ArticleStore, path: Path, selection: Selection | None = None, wishes: Wishes | None = None
) -> list[str]:
    """Write the selected statements, or all, in the format of the file's suffix; remarks on what the file leaves out come back.

    Raises `ExportError` for another suffix, a path that cannot be written, and a wish that the format does not know. A file is
    replaced only once it is whole.
    """
    suffix, wishes = path.suffix.lower(), wishes or Wishes()
    if suffix not in SUFFIXES:
        raise ExportError(
            f"{path}: no format for {path.suffix or 'a file without suffix'}; there are {', '.join(SUFFIXES)}"
        )
    if wishes.rdf12 and suffix not in (".ttl", ".nt", ".nq", ".trig"):
        raise ExportError(f"{path}: RDF 1.2 is written as .ttl, .nt, .nq or .trig")
    if wishes.separator != "," and suffix != ".csv":
        raise ExportError(f"{path}: only .csv has a separator")
    if wishes.separator not in tables.SEPARATORS:
        raise ExportError(f"separator {wishes.separator!r}: a comma, a semicolon or a tab")
    content, remarks = _content(store, suffix, selection or Selection(), wishes)
    replaced(path, content)
    return remarks


def replaced(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises `ExportError` where that cannot be."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        # A full disk leaves half a file, which nobody wants.
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from error


def _content(store: ArticleStore, suffix: str, selection: Selection, wishes: Wishes) -> tuple[bytes, list[str]]:
    if suffix in FORMATS:
        quads = selected_quads(store, selection) if selection else store.quads()
        return rdf.written(sorted(quads, key=str), suffix, rdf12=wishes.rdf12), []
    if suffix == ".jsonl":
        return gold.judged_articles(store, selection), []
    network = statement_graph(store, selection, wishes.lang)
    match suffix:
        case ".graphml":
            return networks.graphml(network), []
        case ".gexf":
            return networks.gexf(network), []
        case ".cypher":
            return networks.cypher(network), []
        case ".xlsx":
            return sheets.workbook(network, wishes.lang), []
        case ".parquet":
            return frames.parquet(network), []
        case ".qs":
            lines, left = quickstatements.commands(
                network, quickstatements.FLOOR if wishes.floor is None else wishes.floor
            )
            return lines, [f"left out {count:,} {reason}" for reason, count in left.most_common()]
    return tables.statements(network, wishes.separator), []
