"""`diplograph validate`: a graph against the shapes."""

from typing import Annotated

import typer
from rich.table import Table

from graph.cli.query import shortened
from graph.cli.terminal import DEFAULT_STORE, Store, UserError, output, plain
from graph.difference import opened
from graph.queries import QueryError
from graph.store import StoreError


def validate(
    file: Annotated[str | None, typer.Argument(metavar="[FILE]", help="An RDF file; without one, the store.")] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Check a graph against the shapes: complete statements, evidence inside the article, dates that exist, named actors.

    Exit code 0: it conforms; 1: violations, listed by node and rule; 2: it cannot be read.

    Example: diplograph validate --store kg/
    """
    # Imported where it is needed: pyshacl would slow every other command down.
    from graph.validation import validate as check

    try:
        with opened(file or store) as graph:
            report = check(graph)
    except (StoreError, QueryError) as error:
        raise UserError(str(error)) from error
    console = output()
    if report.conforms:
        console.print("conforms")
        return
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in ("node", "rule", "broken", "value"):
        table.add_column(column, overflow="fold")
    for found in report.violations:
        table.add_row(plain(shortened(found.node)), found.rule, plain(found.message), plain(shortened(found.value)))
    console.print(table)
    console.print(f"{len(report.violations):,} violation{'' if len(report.violations) == 1 else 's'}")
    raise typer.Exit(1)
