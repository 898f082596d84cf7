"""`diplograph query`: SPARQL from the terminal, and the named questions."""

import re
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from graph.cli.reviewed import ReviewedOnly, Unreviewed, graph_to_read
from graph.cli.terminal import (
    DEFAULT_LANG,
    DEFAULT_STORE,
    Lang,
    Store,
    UserError,
    complain,
    did_you_mean,
    harmless,
    output,
    plain,
)
from graph.queries import answer, in_words, questions
from graph.storage.ask import FORMATS, Answer, QueryError
from graph.storage.backend import StoreError
from ontology.vocabulary import PREFIXES, ontology_text

SECONDS = 60.0
# What a question is called; SPARQL has braces.
NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
# A narrower column is read letter by letter.
NARROW = 16


def query(
    question: Annotated[
        str, typer.Argument(help="A SPARQL query, a .rq file, - for standard input, or a named question.")
    ] = "",
    store: Store = DEFAULT_STORE,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(FORMATS), help="How to show the answer.")
    ] = "table",
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many rows.")] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Give up after so many seconds.")] = SECONDS,
    listing: Annotated[bool, typer.Option("--list", metavar="", help="List the named questions.")] = False,
    since: Annotated[str, typer.Option(help="For named questions: from this day, month or year.")] = "",
    until: Annotated[str, typer.Option(help="For named questions: to this day, month or year.")] = "",
    on: Annotated[str, typer.Option(help="For named questions: on this day.")] = "",
    actor: Annotated[str, typer.Option(help="For named questions: an actor by name or id.")] = "",
    other: Annotated[str, typer.Option(help="For named questions: the other actor.")] = "",
    relation: Annotated[str, typer.Option(help="For named questions: a relation such as hosts.")] = "",
    unreviewed: Unreviewed = False,
    reviewed_only: ReviewedOnly = False,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Ask the graph a question in SPARQL, over all articles at once, or one of the named questions.

    Prefixes are known without declaring them: dg: (ontology), dgactor:, skos:, prov:, dcterms:, wd: and others.
    Queries only read; SERVICE is refused. --lang is the language of a named question's answer; your own SPARQL says it itself.
    As csv and json, a named question's labels have ids beside them: host, host_id.

    Example: diplograph query --store kg/ 'SELECT ?who { ?s dg:hosts dgactor:Q3874799 ; skos:prefLabel ?who FILTER(lang(?who) = "de") }'

    Example: diplograph query hosts-in-period --since 2025-08 --until 2025-09 --store kg/

    Example: diplograph query mediators --lang en --format csv --store kg/
    """
    if listing:
        _list()
        return
    if form not in FORMATS:
        raise UserError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    if not question.strip():
        raise UserError("no question; give SPARQL, a .rq file, - or a name from --list")
    filled = {"since": since, "until": until, "on": on, "actor": actor, "other": other, "relation": relation}
    given = {name: value for name, value in filled.items() if value}
    try:
        with graph_to_read(store, unreviewed, reviewed_only) as graph:
            named = question in questions()
            if not named and NAME.fullmatch(question):
                known = did_you_mean(question, questions()) or "; diplograph query --list names them"
                raise UserError(f"no question {question!r}{known}")
            # A table is for people; what a program reads has ids beside the labels.
            ids = form != "table"
            for name in [] if named else unknown_terms(question):
                complain(f"dg:{name} is no term of the ontology{did_you_mean(name, terms())}")
            if named:
                told = answer(graph, question, given, lang, ids=ids, limit=limit, timeout=timeout)
                found = in_words(told, lang, ids=ids)
            else:
                found = graph.query(_read(question, given), limit=limit, timeout=timeout)
    except (StoreError, QueryError) as error:
        raise UserError(str(error)) from error
    try:
        _print(found, form)
    except QueryError as error:
        raise UserError(str(error)) from error


@lru_cache
def terms() -> frozenset[str]:
    """The names of the ontology's classes, relations and properties."""
    return frozenset(re.findall(r"^dg:(\w+)", ontology_text(), re.MULTILINE))


def unknown_terms(sparql: str) -> list[str]:
    """The names with dg: in a query that the ontology does not have."""
    return sorted(set(re.findall(r"(?<![\w\"'])dg:([A-Za-z]\w*)", sparql)) - terms())


def _read(question: str, given: dict[str, str]) -> str:
    if given:
        raise UserError(f"--{next(iter(given))} is for named questions; see diplograph query --list")
    try:
        if question == "-":
            return sys.stdin.read()
        return Path(question).read_text(encoding="utf8") if question.endswith(".rq") else question
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise UserError(f"{question}: {reason}") from error


def _list() -> None:
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in ("question", "asks", "takes"):
        table.add_column(column, overflow="fold")
    for question in questions().values():
        takes = " ".join(f"--{name}" + ("" if name in question.needed else "?") for name in question.parameters)
        table.add_row(plain(question.name), plain(question.asks), plain(takes))
    output().print(table)


def _print(answer: Answer, form: str) -> None:
    match form:
        case "csv":
            sys.stdout.write(answer.to_csv())
        case "json":
            sys.stdout.write(answer.to_json() + "\n")
        case "ttl":
            sys.stdout.write(answer.to_turtle() + "\n")
        case _:
            show(answer)


def shortened(value: str) -> str:
    """An IRI in one of the known namespaces as prefix and name, other text as it is."""
    fitting = [(namespace, prefix) for prefix, namespace in PREFIXES.items() if value.startswith(namespace)]
    if not fitting:
        return value
    namespace, prefix = max(fitting, key=lambda pair: len(pair[0]))
    return f"{prefix}:{value.removeprefix(namespace)}"


def too_narrow(width: int, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table would part its words: not every column has its widest value or `NARROW` characters."""
    least = [min(NARROW, max(map(len, values))) for values in zip(columns, *rows, strict=True)]
    return bool(rows) and sum(least) + 3 * (len(least) - 1) > width


def show(answer: Answer) -> None:
    """Print rows as a table, with IRIs shortened; triples as Turtle."""
    if not answer.columns:
        output().print(plain(answer.to_turtle()))
        return
    console = output()
    rows = [[shortened(value) for value in row] for row in answer.rows]
    if too_narrow(console.width, answer.columns, rows):
        for row in rows:
            for column, value in zip(answer.columns, row, strict=True):
                if value:
                    console.print(Text.assemble((f"{harmless(column)}: ", "bold"), harmless(value)))
            console.print()
    else:
        table = Table(show_edge=False, pad_edge=False, header_style="bold")
        for column in answer.columns:
            table.add_column(plain(column), overflow="fold")
        for row in rows:
            table.add_row(*map(plain, row))
        console.print(table)
    console.print(plain(f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}"))
