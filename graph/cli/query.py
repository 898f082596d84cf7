"""`diplograph query`: SPARQL from the terminal."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from graph.cli.terminal import DEFAULT_STORE, Store, UserError, output, plain
from graph.queries import Answer, QueryError
from graph.queries.ask import FORMATS
from graph.store import KnowledgeGraph, StoreError
from ontology.vocabulary import PREFIXES


def query(
    question: Annotated[
        str, typer.Argument(help="The SPARQL query, a file that ends in .rq, or - for standard input.")
    ],
    store: Store = DEFAULT_STORE,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(FORMATS), help="How to show the answer.")
    ] = "table",
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many rows.")] = None,
) -> None:
    """Ask the graph a question in SPARQL, over all articles at once.

    Prefixes are known without declaring them: dg: (ontology), dgactor:, skos:, prov:, dcterms:, wd: and others.
    Queries only read; SERVICE is refused.

    Example: diplograph query --store kg/ 'SELECT ?who ?whom { ?s dg:hosts ?o . ?s skos:prefLabel ?who . ?o skos:prefLabel ?whom }'
    """
    if form not in FORMATS:
        raise UserError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    sparql = _read(question)
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            answer = graph.query(sparql, limit=limit)
            text = {"csv": answer.to_csv, "json": answer.to_json, "ttl": answer.to_turtle}.get(form)
            if text:
                sys.stdout.write(text() + ("" if form == "csv" else "\n"))
            else:
                show(answer)
    except (StoreError, QueryError) as error:
        raise UserError(str(error)) from error


def _read(question: str) -> str:
    try:
        if question == "-":
            return sys.stdin.read()
        return Path(question).read_text(encoding="utf8") if question.endswith(".rq") else question
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise UserError(f"{question}: {reason}") from error


def shortened(value: str) -> str:
    """An IRI in one of the known namespaces as prefix and name, other text as it is."""
    fitting = [(namespace, prefix) for prefix, namespace in PREFIXES.items() if value.startswith(namespace)]
    if not fitting:
        return value
    namespace, prefix = max(fitting, key=lambda pair: len(pair[0]))
    return f"{prefix}:{value.removeprefix(namespace)}"


def show(answer: Answer) -> None:
    """Print rows as a table, triples as Turtle."""
    if not answer.columns:
        output().print(plain(answer.to_turtle()))
        return
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in answer.columns:
        table.add_column(plain(column), overflow="fold")
    for row in answer.rows:
        table.add_row(*(plain(shortened(value)) for value in row))
    console = output()
    console.print(table)
    console.print(plain(f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}"))
