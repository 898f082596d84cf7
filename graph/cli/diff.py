"""`diplograph diff`: what two graphs differ in."""

from typing import Annotated

import typer
from rich.text import Text

from graph.cli.terminal import DEFAULT_LANG, Lang, UserError, harmless, output
from graph.evaluation.difference import Fact, difference
from graph.storage.ask import QueryError
from graph.storage.backend import StoreError
from graph.storage.files import opened
from ontology.vocabulary import relations


def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="A store or an RDF file.")],
    second: Annotated[str, typer.Argument(metavar="B", help="A store or an RDF file.")],
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Show the statements and actors that B gained (+) and lost (-) against A. Exit code 0: none, 1: some.

    Example: diplograph diff old.ttl kg/

    Example: diplograph diff old.ttl kg/ --lang en
    """
    try:
        with opened(first) as one, opened(second) as other:
            found = difference(one, other, lang)
    except (StoreError, QueryError) as error:
        raise UserError(str(error)) from error
    console = output()
    for mark, style, facts, actors in (
        ("+", "green", found.gained, found.actors_gained),
        ("-", "red", found.lost, found.actors_lost),
    ):
        for actor in actors:
            console.print(Text(f"{mark} actor {harmless(actor)}", style=style), soft_wrap=True)
        for fact in facts:
            console.print(Text(f"{mark} {harmless(_shown(fact, lang))}", style=style), soft_wrap=True)
    console.print(
        f"{len(found.gained):,} statements gained, {len(found.lost):,} lost; "
        f"{len(found.actors_gained):,} actors gained, {len(found.actors_lost):,} lost"
    )
    if found:
        raise typer.Exit(1)


def _shown(fact: Fact, lang: str) -> str:
    relation = relations()[fact.relation].label(lang)
    qualifiers = [
        fact.polarity,
        fact.status,
        fact.date,
        fact.place,
        f"according to {fact.source}" if fact.source else "",
    ]
    return f"{fact.article}: {fact.subject} {relation} {fact.object} ({', '.join(q for q in qualifiers if q)})"
