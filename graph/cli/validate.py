"""`diplograph validate`: a graph against the SHACL shapes."""

from typing import Annotated

import typer
from rich.table import Table

from graph.cli.query import shortened
from graph.cli.terminal import UserError, output, plain
from graph.knowledge import KnowledgeGraph
from graph.storage.backend import StoreError
from graph.storage.files import opened
from graph.validation.shapes import Report

STATEMENTS = "SELECT (COUNT(DISTINCT ?st) AS ?n) { ?st a dg:Statement }"


def validate(
    file: Annotated[str, typer.Argument(help="An RDF file; or name a graph with --store.")] = "",
    store: Annotated[str, typer.Option("--store", metavar="ADDRESS", help="The graph to check.")] = "",
) -> None:
    """Check a graph or an RDF file against the shapes: exit code 0 conforms, 1 violations by node and rule, 2 error.

    Example: diplograph validate --store kg/
    """
    if bool(file) == bool(store):
        raise UserError("name either a file or --store ADDRESS")
    # Imported where it is needed: pyshacl would slow every other command down.
    from graph.validation.shacl import validate as check

    try:
        with opened(file) if file else KnowledgeGraph(store, read_only=True) as graph:
            report = check(graph)
            checked = int(graph.query(STATEMENTS).rows[0][0])
    except StoreError as error:
        raise UserError(str(error)) from error
    if not checked:
        output().print("no statement to check: is this a graph of diplograph?")
        raise typer.Exit(1)
    show(report)
    if not report.conforms:
        raise typer.Exit(1)


def show(report: Report) -> None:
    """Print the violations as a table, or that there are none."""
    if report.conforms:
        output().print("conforms")
        return
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in ("node", "rule", "message", "found"):
        table.add_column(column, overflow="fold", no_wrap=column == "rule")
    for v in report.violations:
        table.add_row(*(plain(shortened(cell)) for cell in (v.node, v.rule, v.message, v.value)))
    output().print(table)
    output().print(plain(f"{len(report.violations)} violations"))
