"""`diplograph export`: the graph, or a part of it, as a file."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.filters import Actors, MinConfidence, Relations, Since, Until
from graph.cli.reviewed import ReviewedOnly, Unreviewed, graph_to_read
from graph.cli.terminal import DEFAULT_STORE, Store, UserError, messages
from graph.exports import SUFFIXES, ExportError
from graph.exports import export as write
from graph.statements.selection import SelectionError, selected
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
    rdf12: Annotated[bool, typer.Option("--rdf12", help="Add RDF 1.2 triple terms that the statements reify.")] = False,
) -> None:
    """Write the graph as Turtle, another RDF format, or a file for Gephi, Neo4j, spreadsheets or Wikidata.

    Turtle and N-Quads are byte-stable: the same graph gives the same file.

    Example: diplograph export --store kg/ -o kg.ttl
    """
    try:
        with graph_to_read(store, unreviewed, reviewed_only) as graph:
            write(graph, out, selected(graph, since, until, relation, actor, min_confidence), rdf12=rdf12)
    except (StoreError, ExportError, SelectionError) as error:
        raise UserError(str(error)) from error
    messages().print(f"wrote {out} ({out.stat().st_size:,} bytes)", markup=False)
