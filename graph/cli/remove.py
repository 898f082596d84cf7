"""`diplograph remove`: articles out of a store."""

from typing import Annotated

import typer

from graph.cli.terminal import DEFAULT_STORE, Store, UserError, complain, harmless, messages
from graph.knowledge import KnowledgeGraph
from graph.storage.backend import StoreError


def remove(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE…", help="Ids of articles.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Take articles out of the graph, with all that only they say; nothing else changes.

    Example: diplograph remove paris-2025-09-04 --store kg/
    """
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            known = set(graph.articles())
        with KnowledgeGraph(store) as graph:
            removed = [article for article in articles if graph.remove(article)]
    except StoreError as error:
        raise UserError(str(error)) from error
    for article in articles:
        if article not in known:
            complain(f"{article}: no such article in {store}")
    if not removed:
        raise UserError("nothing was removed")
    messages().print(f"removed {', '.join(map(harmless, removed))}", markup=False)
    if len(removed) < len(set(articles)):
        raise typer.Exit(1)
