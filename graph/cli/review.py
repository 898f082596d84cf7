"""`diplograph review`: judgements taken, listed, handed on; what to judge next; and the page that saves them at once."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from graph.cli.flags import Group
from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, complain, messages, output, plain
from graph.knowledge import KnowledgeGraph
from graph.storage.backend import StoreError
from ontology.vocabulary import relations

review = typer.Typer(
    cls=Group, help="Judge statements and actors: what is corrected here stays corrected, whatever is built later."
)
By = Annotated[
    str, typer.Option("--by", envvar="DIPLOGRAPH_REVIEWER", help="Who judges, where a line does not say it.")
]
COMPLAINTS = 20


@review.callback(invoke_without_command=True)
def page(
    context: typer.Context,
    store: Store = DEFAULT_STORE,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port on 127.0.0.1; 0 takes a free one.")] = 0,
    by: By = "reviewer",
    orphans: Annotated[
        bool, typer.Option("--orphans", help="List the judgements that find nothing any more, and end.")
    ] = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Open the review page of a graph on this machine: what is judged there is saved at once. Ends with Ctrl-C.

    The address has a token in it: whoever does not know it can neither read nor write. Needs: pip install 'diplograph\\[review]'.

    Example: diplograph review --store kg/ --by anna

    Example: diplograph review --orphans --store kg/
    """
    if context.invoked_subcommand:
        return
    if orphans:
        listing(store, orphans=True, lang=lang)
        return
    from graph.desk.server import serve

    try:
        serve(
            store,
            port,
            by,
            lang,
            lambda address: messages().print(f"review page: {address}", markup=False, soft_wrap=True),
        )
    except StoreError as error:
        raise UserError(str(error)) from error


@review.command()
def apply(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Judgements: JSON lines, as the page saves them, or .csv.")
    ],
    store: Store = DEFAULT_STORE,
    by: By = "reviewer",
) -> None:
    """Take judgements into a graph and put them in force. Exit codes: 0 ok, 1 some lines were refused, 2 nothing was taken.

    Applying a file twice changes nothing; of one reviewer's judgements on the same matter the latest counts.

    Example: diplograph review apply reviews.jsonl --store kg/ --by anna
    """
    from graph.reviews.files import read
    from graph.reviews.judgement import ReviewError
    from graph.reviews.resolving import resolved

    lines, wrong = [], []
    try:
        for file in files:
            good, bad = read(file)
            lines += good
            wrong += bad
        if lines:
            with KnowledgeGraph(store, read_only=True):
                pass
            with KnowledgeGraph(store) as graph:
                made, unresolved = resolved(graph, lines, by)
                wrong += unresolved
                new = graph.take(made)
                orphaned = {one.judgement.iri for one in graph.orphans()}
    except (StoreError, ReviewError) as error:
        raise UserError(str(error)) from error
    for reason in wrong[:COMPLAINTS]:
        complain(reason)
    if len(wrong) > COMPLAINTS:
        complain(f"and {len(wrong) - COMPLAINTS:,} more")
    if not lines or not made:
        raise UserError("nothing was taken" if wrong else "there are no judgements in it")
    found_nothing = sum(one.iri in orphaned for one in made)
    messages().print(
        f"took {len(made):,} judgement{'' if len(made) == 1 else 's'}, {len(new):,} of them new"
        + (
            f"; {found_nothing:,} find{'s' if found_nothing == 1 else ''} nothing in this graph yet (review list --orphans)"
            if found_nothing
            else ""
        ),
        markup=False,
    )
    if wrong:
        raise typer.Exit(1)


@review.command()
def export(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write: .jsonl, or .csv for a spreadsheet.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Write all judgements of a graph to a file that `review apply` takes, here or elsewhere.

    Example: diplograph review export reviews.jsonl --store kg/
    """
    from graph.reviews.files import write

    if out.suffix.lower() not in (".jsonl", ".csv"):
        raise UserError(f"{out}: judgements are written as .jsonl or .csv")
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            found = graph.judgements()
        write(found, out)
    except StoreError as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"{out}: cannot be written ({error.strerror})") from error
    messages().print(f"wrote {len(found):,} judgements to {out}", markup=False)


@review.command("list")
def listing(
    store: Store = DEFAULT_STORE,
    orphans: Annotated[bool, typer.Option("--orphans", help="Only those that find nothing (any more).")] = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """List the judgements of a graph: what was said, by whom, when and why.

    Example: diplograph review list --store kg/ --orphans

    Example: diplograph review list --store kg/ --lang en
    """
    from graph.cli.reviews import show

    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            found = graph.orphans()
            given = [one.judgement for one in found] if orphans else graph.judgements()
            show(graph, given, {one.judgement.iri: one.reason for one in found}, lang)
    except StoreError as error:
        raise UserError(str(error)) from error


@review.command()
def queue(
    store: Store = DEFAULT_STORE,
    order: Annotated[
        str, typer.Option(metavar="unsure|contested|doubles|disputed", help="What to judge first.")
    ] = "unsure",
    actor: Annotated[
        str, typer.Option(help="Only statements with this actor, or with these, names with commas between.")
    ] = "",
    limit: Annotated[int, typer.Option(min=1, help="At most so many rows.")] = 25,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Show what to judge next, and how far it is.

    Example: diplograph review queue --store kg/ --order contested

    Example: diplograph review queue --store kg/ --lang en
    """
    from graph.reviews.queue import ORDERS
    from graph.statements.selection import SelectionError, selected

    if order not in ORDERS:
        raise UserError(f"no order {order!r}; there are {', '.join(ORDERS)}")
    from graph.cli.reviews import show, show_doubles, show_queue
    from graph.reviews.agreement import disputes

    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            if order == "disputed":
                show(graph, [one for told in disputes(graph.judgements())[:limit] for one in told], {}, lang)
                return
            network = graph.network(selected(graph, actor=actor), lang=lang)
            given = graph.judgements()
    except (StoreError, SelectionError) as error:
        raise UserError(str(error)) from error
    if order == "doubles":
        show_doubles(network, given, limit)
    else:
        show_queue(network, order, limit, lambda relation: relations()[relation].label(lang))


@review.command()
def agreement(store: Store = DEFAULT_STORE, lang: Lang = DEFAULT_LANG) -> None:
    """Show how far reviewers agree, and list what they dispute. Exit code 1 where there are disputes.

    Example: diplograph review agreement --store kg/

    Example: diplograph review agreement --store kg/ --lang en
    """
    from graph.cli.reviews import show
    from graph.reviews.agreement import agreements, disputes

    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            given = graph.judgements()
            table = Table(show_edge=False, pad_edge=False, header_style="bold")
            for column in ("reviewer", "and", "both judged", "agree", "kappa"):
                table.add_column(column, justify="left" if column in ("reviewer", "and") else "right", overflow="fold")
            for one in agreements(given):
                kappa = "–" if one.kappa is None else f"{one.kappa:.2f}"
                table.add_row(plain(one.one), plain(one.other), str(one.both), f"{one.share:.2f}", kappa)
            output().print(table if table.row_count else plain("no two reviewers have judged the same statement"))
            found = disputes(given)
            if found:
                output().print(plain(f"\n{len(found)} disputed; the last word of each counts from the last one on"))
                show(graph, [one for told in found for one in told], {}, lang)
    except StoreError as error:
        raise UserError(str(error)) from error
    if found:
        raise typer.Exit(1)
