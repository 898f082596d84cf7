"""The options that say how much of the reviewers' judgements is in what a command shows, and the graph that they mean."""

import contextlib
from collections.abc import Iterator
from typing import Annotated

import typer

from graph.cli.terminal import UserError
from graph.knowledge import KnowledgeGraph

Unreviewed = Annotated[
    bool, typer.Option("--unreviewed", help="The graph as it was extracted, without what reviewers said of it.")
]
ReviewedOnly = Annotated[bool, typer.Option("--reviewed-only", help="Only what reviewers confirmed, amended or added.")]


@contextlib.contextmanager
def graph_to_read(store: str, unreviewed: bool, reviewed_only: bool) -> Iterator[KnowledgeGraph]:
    """The graph of a store, opened for reading: with judgements in force, without them, or the confirmed part.

    Raises `UserError` where both are asked for, and `StoreError`.
    """
    if unreviewed and reviewed_only:
        raise UserError("give either --unreviewed or --reviewed-only")
    with KnowledgeGraph(store, read_only=True) as graph:
        if unreviewed:
            yield graph.unreviewed()
        else:
            yield graph.reviewed_only() if reviewed_only else graph
