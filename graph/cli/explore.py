"""`diplograph explore`: the interactive page."""

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.filters import Actors, Relations, Since, Until
from graph.cli.reviewed import ReviewedOnly, Unreviewed, graph_to_read
from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, messages
from graph.statements.selection import SURE, SelectionError, selected
from graph.storage.backend import StoreError


def explore(
    out: Annotated[Path, typer.Option("--out", "-o", help="The page to write.")] = Path("graph.html"),
    store: Store = DEFAULT_STORE,
    since: Since = "",
    until: Until = "",
    relation: Relations = "",
    actor: Actors = "",
    min_confidence: Annotated[
        float,
        typer.Option(
            min=0,
            max=1,
            help=f"Where the page's slider stands at first; from {SURE} on four of five statements are right. Camps are of these alone.",
        ),
    ] = SURE,
    unreviewed: Unreviewed = False,
    reviewed_only: ReviewedOnly = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Write one HTML page that shows the network and the sentence behind every edge; it opens without a network.

    Example: diplograph explore --store kg/ -o graph.html

    Example: diplograph explore --store kg/ --since 2025-09 --actor Macron -o macron.html

    Example: diplograph explore --store kg/ --lang en -o graph.html
    """
    try:
        with graph_to_read(store, unreviewed, reviewed_only) as graph:
            chosen = selected(graph, since, until, relation, actor)
            asked = f"ASK {{ ?st a dg:Statement . {chosen.pattern()} }}"
            drawn = not chosen or graph.query(asked).boolean
            if drawn:
                graph.explore(out, chosen, language=lang, sure=min_confidence)
    except (StoreError, SelectionError) as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"{out}: cannot be written ({error.strerror})") from error
    if not drawn:
        raise UserError("no statement is selected; no page is written", exit_code=1)
    messages().print(f"wrote {out} ({out.stat().st_size:,} bytes); open it in a browser", markup=False)
