"""The options that narrow a command to some statements, the same for every command that has them."""

from dataclasses import replace
from typing import Annotated

import typer

from graph.statements.selection import SURE, Selection
from graph.storage.store import ArticleStore

Since = Annotated[str, typer.Option(help="Statements from this day, month or year.")]
Until = Annotated[str, typer.Option(help="Statements to this day, month or year.")]
Relations = Annotated[str, typer.Option("--relation", help="Statements of these relations, with commas between.")]
Actors = Annotated[str, typer.Option("--actor", help="Statements with these actors, names or ids with commas between.")]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        help=f"Leave out statements that are less sure; from {SURE} on four of five are right.",
    ),
]


def left_out(store: ArticleStore, chosen: Selection) -> str:
    """How many of the statements were not sure enough, and how to see them; empty where none was."""
    counts = []
    for selection in (replace(chosen, min_confidence=0.0), chosen):
        asked = f"SELECT (COUNT(DISTINCT ?st) AS ?n) {{ ?st a dg:Statement . {selection.pattern()} }}"
        counts.append(int(store.query(asked).rows[0][0]))
    whole, kept = counts
    if whole == kept:
        return ""
    return f"left out: {whole - kept} of {whole} statements, less than {chosen.min_confidence:g} sure (--min-confidence 0 counts all)"
