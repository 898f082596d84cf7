"""`diplograph actors`: questions to the who's-who."""

import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

import extractors
from extractors.actors.lookup import lookup as look_up
from graph.cli.doubles import duplicates
from graph.cli.flags import Group
from graph.cli.terminal import DEFAULT_LANG, Lang, UserError, messages, output, plain
from graph.services.wikidata import EndpointError, office_holders, write_offices

actors = typer.Typer(
    cls=Group, no_args_is_help=True, help="Ask the who's-who. Example: diplograph actors lookup Kremlchef"
)


actors.command()(duplicates)


@actors.callback()
def group() -> None:
    """Ask the who's-who."""


@actors.command()
def lookup(
    description: Annotated[str, typer.Argument(help="A name, office or description, as it stands in an article.")],
    date: Annotated[
        str | None, typer.Option(help="The article's date, an ISO day; today where it is not given.")
    ] = None,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Show whom a description means at a date, and why.

    Example: diplograph actors lookup "US-Außenminister" --date 2015-10-24

    Example: diplograph actors lookup Kremlchef --lang en
    """
    try:
        day = datetime.date.fromisoformat(date) if date else datetime.date.today()
    except ValueError as error:
        raise UserError(f"date {date!r} is no ISO day such as 2015-10-24") from error
    found = look_up(description, day, extractors.load())
    if not any(entry.offices for entry in found):
        raise UserError(f"nobody is known as {description!r} on {day}", exit_code=1)
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in ("mention", "kind", "actor", "id", "offices that day", "sure", "why"):
        table.add_column(column, overflow="fold")
    for entry in found:
        for actor, offices in entry.offices:
            held = "; ".join(f"{h.title(lang)} since {h.start}" for h in offices if h.start.year > 1)
            cells = (
                entry.text,
                entry.mention.kind.value,
                actor.label(lang),
                actor.id,
                held,
                f"{entry.mention.confidence:.2f}",
                entry.mention.why,
            )
            table.add_row(*map(plain, cells))
    output().print(table)


@actors.command()
def update(
    endpoint: Annotated[str, typer.Option(help="The address of a Wikidata SPARQL endpoint.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write, for build --actors.")] = Path(
        "actors.csv"
    ),
) -> None:
    """Ask a Wikidata SPARQL endpoint for heads of state and government, and write them as a file for build --actors.

    This is the one command that uses the network, and only the address you give.

    Example: diplograph actors update --endpoint https://query.wikidata.org/sparql -o actors.csv
    """
    try:
        rows = office_holders(endpoint)
        write_offices(rows, out)
    except EndpointError as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"{out}: cannot be written ({error.strerror})") from error
    messages().print(f"wrote {out}: {len(rows)} holdings", markup=False)
