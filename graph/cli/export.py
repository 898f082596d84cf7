"""`diplograph export`: the graph as a file."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.terminal import DEFAULT_STORE, Store, UserError, messages
from graph.exports import SUFFIXES, ExportError
from graph.store import KnowledgeGraph, StoreError


def export(
    out: Annotated[
        Path, typer.Option("--out", "-o", help=f"The file to write; its suffix is the format: {' '.join(SUFFIXES)}.")
    ],
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the graph as Turtle or another RDF format.

    Turtle and N-Quads are byte-stable: the same graph gives the same file.

    Example: diplograph export --store kg/ -o kg.ttl
    """
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            graph.export(out)
    except (StoreError, ExportError) as error:
        raise UserError(str(error)) from error
    messages().print(f"wrote {out} ({out.stat().st_size:,} bytes)", markup=False)
