"""`diplograph export`: the graph, or a part of it, as a file."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.filters import Actors, MinConfidence, Relations, Since, Until
from graph.cli.reviewed import ReviewedOnly, Unreviewed, graph_to_read
from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, complain, harmless, messages
from graph.exports import SUFFIXES, ExportError, Wishes
from graph.exports import export as write
from graph.knowledge import KnowledgeGraph
from graph.statements.selection import Selection, SelectionError, selected
from graph.storage.backend import StoreError


def export(
    out: Annotated[
        Path, typer.Option("--out", "-o", help=f"The file to write; its suffix is the format: {' '.join(SUFFIXES)}.")
    ],
    store: Store = DEFAULT_STORE,
    since: Since = "",
    until: Until = "",
    relation: Relations = "",
    actor: Actors = "",
    min_confidence: MinConfidence = 0.0,
    unreviewed: Unreviewed = False,
    reviewed_only: ReviewedOnly = False,
    rdf12: Annotated[
        bool,
        typer.Option(
            "--rdf12",
            metavar="",
            help="Add RDF 1.2 triple terms that the statements reify (pyoxigraph reads them, rdflib not yet).",
        ),
    ] = False,
    separator: Annotated[
        str, typer.Option("--separator", metavar=", or ;", help="What parts the cells of .csv; a German Excel wants ;.")
    ] = ",",
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Write the graph as Turtle, another RDF format, or a file for Excel, data frames, Gephi, Neo4j or Wikidata.

    Turtle and N-Quads are byte-stable: the same graph gives the same file. QuickStatements (.qs) are written of statements with
    an address and a confidence of 0.7, or of --min-confidence.

    Example: diplograph export --store kg/ -o kg.ttl

    Example: diplograph export --store kg/ --since 2025 --actor Macron -o macron.xlsx --lang en
    """
    floor = min_confidence if min_confidence and out.suffix.lower() == ".qs" else None
    try:
        with graph_to_read(store, unreviewed, reviewed_only) as graph:
            selection = selected(graph, since, until, relation, actor, 0.0 if floor else min_confidence)
            found = asks_for_none(graph, selection)
            remarks = write(graph, out, selection, Wishes(rdf12, separator, lang, floor))
    except (StoreError, ExportError, SelectionError) as error:
        raise UserError(str(error)) from error
    messages().print(f"wrote {harmless(str(out))} ({out.stat().st_size:,} bytes)", markup=False)
    for remark in remarks:
        messages().print(f"  {remark}", markup=False)
    if found:
        complain("no statement is selected; the file holds none")
        raise typer.Exit(1)


def asks_for_none(graph: KnowledgeGraph, selection: Selection) -> bool:
    """Whether filters are given that no statement passes."""
    return bool(selection) and not graph.query(f"ASK {{ ?st a dg:Statement . {selection.pattern()} }}").boolean
