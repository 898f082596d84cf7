"""The `diplograph` command: its subcommands, and how errors reach the user."""

import sys
from typing import Annotated

import typer

from graph.cli.actors import actors
from graph.cli.analyze import analyze
from graph.cli.briefing import report
from graph.cli.build import build
from graph.cli.columns import epilog
from graph.cli.demo import demo
from graph.cli.diff import diff
from graph.cli.evaluate import evaluate
from graph.cli.explain import explain
from graph.cli.explore import explore
from graph.cli.export import export
from graph.cli.flags import Group
from graph.cli.follow import follow
from graph.cli.info import info
from graph.cli.ontology import ontology
from graph.cli.query import query
from graph.cli.remove import remove
from graph.cli.review import review
from graph.cli.serve import serve
from graph.cli.terminal import UserError, complain, readable_streams
from graph.cli.validate import validate
from ontology.errors import DiplographError
from ontology.version import running

app = typer.Typer(
    cls=Group,
    name="diplograph",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Turns German news articles into a knowledge graph of diplomatic relations: who hosts, meets, backs, warns, sanctions"
    " or attacks whom, when, where, and who says so.\n\n\n\nExample: [bold]diplograph demo[/bold]",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"diplograph {running()}")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool, typer.Option("--version", metavar="", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options of the command itself."""


for command in (
    demo,
    build,
    follow,
    explore,
    query,
    export,
    report,
    info,
    explain,
    validate,
    evaluate,
    remove,
    diff,
    serve,
    ontology,
):
    app.command()(command)
app.command(epilog=epilog())(analyze)
app.add_typer(actors, name="actors")
app.add_typer(review, name="review")


def main() -> None:
    """Run the command line; a user's mistake becomes one line and exit code 2."""
    readable_streams()
    try:
        # Also where `python -m diplograph` runs it.
        app(prog_name="diplograph")
    except UserError as error:
        complain(str(error))
        sys.exit(error.exit_code)
    except DiplographError as error:
        complain(str(error))
        sys.exit(2)
    except BrokenPipeError:
        # "diplograph query … | head" closes the pipe early; nothing is wrong.
        sys.stderr.close()
        sys.exit(0)
