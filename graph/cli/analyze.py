"""`diplograph analyze`: who stands with whom, who brokers, what changed."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from graph.cli.columns import explained
from graph.cli.filters import Actors, MinConfidence, Relations, Since, Until, left_out
from graph.cli.reviewed import ReviewedOnly, Unreviewed, graph_to_read
from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, messages, output, plain
from graph.statements.selection import SURE, SelectionError, selected
from graph.storage.backend import StoreError

if TYPE_CHECKING:
    import pandas as pd

    from graph.cli.report import Report

NAMES = "overview, ties, coalitions, brokers, balance, pair A B, changes, compare, contested, coverage"
LEVELS = ("", "state", "actor")
# A name keeps so many characters of a line.
NAMED = 12
# What stands between two columns, and the least of a head that can be read.
BETWEEN, LEGIBLE = 3, 4
STATUSES = ("actual", "planned", "possible", "claimed")
SIGNS = {"cooperation": 1, "neutral": 0, "conflict": -1}


def analyze(
    question: Annotated[list[str] | None, typer.Argument(metavar="[QUESTION]", help=f"One of: {NAMES}.")] = None,
    store: Store = DEFAULT_STORE,
    since: Since = "",
    until: Until = "",
    relation: Relations = "",
    actor: Actors = "",
    min_confidence: MinConfidence = SURE,
    sign: Annotated[str, typer.Option(help=f"Only statements of {', '.join(SIGNS)}, with commas between.")] = "",
    status: Annotated[
        str, typer.Option(help=f"Only statements that are {', '.join(STATUSES)}, with commas between.")
    ] = "",
    source: Annotated[str, typer.Option(help="Only what these actors are quoted for, names with commas between.")] = "",
    level: Annotated[
        str,
        typer.Option(
            metavar="state|actor",
            help="Count persons for the states and organisations of their office, or for themselves.",
        ),
    ] = "",
    window: Annotated[str, typer.Option(help="For changes: the length of a window, as 30d, 6w, 3m, 1y.")] = "30d",
    half_life: Annotated[str, typer.Option(help="Let statements count half after so long, as 90d or 1y.")] = "",
    also: Annotated[
        str, typer.Option(help="Let these into the camps, which they stand apart from otherwise: persons, parties.")
    ] = "",
    between: Annotated[
        str, typer.Option(help="For compare: the first period, as 2022-01..2022-12, or outlet, as coverage names it.")
    ] = "",
    against: Annotated[str, typer.Option("--and", help="For compare: the second.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="At most so many rows on the terminal.")] = 25,
    as_json: Annotated[bool, typer.Option("--json", help="Write all tables as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write the first table as CSV.")] = False,
    unreviewed: Unreviewed = False,
    reviewed_only: ReviewedOnly = False,
    lang: Lang = DEFAULT_LANG,
    plot: Annotated[Path | None, typer.Option(help="Write a picture too: FILE.svg, FILE.png or FILE.pdf.")] = None,
) -> None:
    """Find camps, brokers, broken balance, changes and contested facts in the graph.

    overview: measures of all actors. ties: who is aligned with whom and opposed to whom. coalitions: the camps, and who is
    between them. brokers: who stands with members of several camps. balance: triangles that do not fit, and the split in two
    that breaks least. pair A B: alignment, conflict and talk by month. changes: who moved from one camp to another, and the
    sentences that say so. compare: two periods or outlets side by side. contested: what one says and another denies.
    coverage: articles by outlet, month and language, actors seen once.

    An act is what one did to another, once, however many articles report it: affirmed, and actual or planned; of one article, at
    most one of either side between two. Persons count for the state or body whose office they held on the day, but for contested
    and coverage, and for a pair with a person in it.

    Example: diplograph analyze coalitions --store kg/ --since 2025 --plot coalitions.svg

    Example: diplograph analyze pair Frankreich Ukraine --store kg/

    Example: diplograph analyze compare --store kg/ --between 2024 --and 2025

    Example: diplograph analyze brokers --store kg/ --lang en
    """
    from graph.analysis.plots import PlotError, save
    from graph.cli.analyses import QUESTIONS
    from graph.cli.report import APART, Question, days

    name, *words = question or ["overview"]
    if name not in QUESTIONS:
        raise UserError(f"no analysis {name!r}; there are {NAMES}")
    if words and name != "pair":
        raise UserError(f"{name} takes no further words ({' '.join(words)})")
    if level not in LEVELS:
        raise UserError(f"no level {level!r}; there are state and actor")
    filters = {
        "statuses": _listed(status, STATUSES, "status"),
        "signs": tuple(SIGNS[one] for one in _listed(sign, tuple(SIGNS), "sign")),
        "sources": _listed(source),
    }
    apart = _listed(also, APART, "kind of actor that stands apart")
    length, half = days(window), days(half_life) if half_life else None
    try:
        with graph_to_read(store, unreviewed, reviewed_only) as graph:
            chosen = selected(graph, since, until, relation, actor, min_confidence)
            network = graph.network(chosen, lang=lang)
            asked = Question(graph, network, filters, level, tuple(words), length, half, lang, apart, between, against)
            report = QUESTIONS[name](asked)
            if unsure := left_out(graph, chosen):
                report.remarks.append(unsure)
        if plot and not report.figure:
            raise UserError(f"{name} has no picture; coalitions, balance, pair, changes and overview have one")
        if plot and report.figure:
            save(report.figure(), plot)
    except (StoreError, SelectionError, PlotError) as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"{plot}: cannot be written ({error.strerror})") from error
    if as_json:
        sys.stdout.write(_json(report) + "\n")
    elif as_csv:
        sys.stdout.write(_flat(next(iter(report.tables.values()))).to_csv(index=False, lineterminator="\r\n"))
    else:
        _show(report, limit)
    if plot:
        messages().print(f"wrote {plot} ({plot.stat().st_size:,} bytes)", markup=False)


def _listed(given: str, known: tuple[str, ...] = (), what: str = "") -> tuple[str, ...]:
    names = tuple(name.strip() for name in given.split(",") if name.strip())
    for name in names:
        if known and name not in known:
            raise UserError(f"no {what} {name!r}; there are {', '.join(known)}")
    return names


def _flat(frame: "pd.DataFrame") -> "pd.DataFrame":
    """The frame with its index as a column where it has a name, and tuples of ids as text."""
    named = frame.reset_index() if frame.index.name else frame
    return named.map(lambda value: " ".join(value) if isinstance(value, tuple) else value)


def _json(report: "Report") -> str:
    tables = report.records or {
        title: json.loads(_flat(frame).to_json(orient="records")) for title, frame in report.tables.items()
    }
    return json.dumps({"tables": tables, "remarks": report.remarks}, ensure_ascii=False, indent=2)


def _show(report: "Report", limit: int) -> None:
    console = output()
    for title, frame in (report.shown or report.tables).items():
        if frame.empty:
            continue
        shown = _flat(frame)
        if title in report.columns:
            shown = shown[report.columns[title].split()]
        table = Table(title=title, title_justify="left", show_edge=False, pad_edge=False, header_style="bold")
        widths = _widths(shown, console.width)
        for column in shown:
            numbers = column in widths
            table.add_column(
                plain(str(column)), justify="right" if numbers else "left", overflow="fold", width=widths.get(column)
            )
        for row in shown.head(limit).itertuples(index=False):
            table.add_row(*(plain(_cell(value)) for value in row))
        console.print(table)
        if len(shown) > limit:
            console.print(plain(f"… and {len(shown) - limit} more (--limit, --csv, --json)"))
        if legend := explained(title, tuple(map(str, shown))):
            console.print(plain(legend), style="dim")
        console.print()
    for remark in report.remarks:
        console.print(plain(remark))


def _widths(frame: "pd.DataFrame", width: int) -> dict[str, int]:
    """How wide each column of figures may be: on a narrow terminal their heads fold, so that no name vanishes."""
    figures = [column for column in frame if frame[column].dtype.kind in "if"]
    left = width - NAMED * (len(frame.columns) - len(figures)) - BETWEEN * len(frame.columns)
    share = max(LEGIBLE, left // max(1, len(figures)))
    longest = {column: max((len(_cell(value)) for value in frame[column]), default=1) for column in figures}
    return {column: max(longest[column], min(len(str(column)), share)) for column in figures}


def _cell(value: Any) -> str:
    if value is None or type(value).__name__ == "NAType":
        return ""
    if isinstance(value, float):
        return "" if value != value else f"{value:.2f}"
    return str(value)
