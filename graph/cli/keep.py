"""`diplograph remove`, `diff` and `serve`: keeping a graph, comparing two, and showing one to SPARQL clients."""

from typing import Annotated

import typer
from rich.table import Table

from graph.cli.terminal import DEFAULT_STORE, Store, UserError, messages, output, plain
from graph.difference import difference, opened
from graph.serve import LOOPBACK
from graph.serve import serve as run
from graph.store import KnowledgeGraph, StoreError


def remove(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Ids of articles.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Take articles out of the graph, with the facts that only they support; nothing else moves.

    Example: diplograph remove paris-2025-09-04 --store kg/
    """
    try:
        with KnowledgeGraph(store, read_only=True):
            pass
        with KnowledgeGraph(store) as graph:
            absent = [article for article in articles if not graph.remove(article)]
    except StoreError as error:
        raise UserError(str(error)) from error
    messages().print(f"removed {len(articles) - len(absent)} of {len(articles)} articles", markup=False)
    if absent:
        raise UserError(f"not in this graph: {', '.join(absent)}", exit_code=1)


def diff(
    first: Annotated[str, typer.Argument(help="A graph's address or an RDF file.")],
    second: Annotated[str, typer.Argument(help="The one to compare it with.")],
) -> None:
    """Show the statements and actors that the second graph gained and lost; exit code 1 where they differ.

    Example: diplograph diff kg-before/ kg/
    """
    try:
        with opened(first) as before, opened(second) as after:
            found = difference(before, after)
    except StoreError as error:
        raise UserError(str(error)) from error
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in ("", "article", "statement", "qualifiers"):
        table.add_column(column, overflow="fold")
    for sign, facts in (("+", found.gained), ("-", found.lost)):
        for fact in facts:
            qualifiers = " ".join(filter(None, (fact.polarity, fact.status, fact.date, fact.place, fact.source)))
            table.add_row(
                sign, plain(fact.article), plain(f"{fact.subject} {fact.relation} {fact.object}"), plain(qualifiers)
            )
    for sign, actors in (("+", found.actors_gained), ("-", found.actors_lost)):
        for actor in actors:
            table.add_row(sign, "", plain(actor), "actor")
    if not found:
        output().print("no difference")
        return
    output().print(table)
    raise typer.Exit(1)


def serve(
    store: Store = DEFAULT_STORE,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port on this machine.")] = 7878,
) -> None:
    """Serve the graph read-only to SPARQL clients on this machine, with Oxigraph's own server and query page.

    Example: diplograph serve --store kg/ --port 7878
    """
    messages().print(f"http://{LOOPBACK}:{port}/ (query page; SPARQL at /query); Ctrl-C ends it", markup=False)
    try:
        code = run(store, port)
    except StoreError as error:
        raise UserError(str(error)) from error
    if code:
        raise typer.Exit(2)
