"""`diplograph explain`: why a statement is in the graph."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from graph.cli.query import shortened
from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, harmless, output, plain
from graph.knowledge import KnowledgeGraph
from graph.statements.described import described
from graph.statements.stored import Stored, beginning, one, reasons
from graph.storage.backend import StoreError
from ontology.vocabulary import DATA, relations


def explain(
    statement: Annotated[str, typer.Argument(help="The statement's id or IRI, or the beginning of its id.")],
    store: Store = DEFAULT_STORE,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Show why a statement is in the graph: its sentence with both mentions marked, the rule, and why each qualifier was set.

    Ids come from queries (dgstatement:…) and from the page.

    Example: diplograph explain 8c1f02ab --store kg/

    Example: diplograph explain 8c1f02ab --store kg/ --lang en
    """
    identifier = statement.removeprefix(f"{DATA}statement/").removeprefix("dgstatement:")
    if not identifier.isalnum():
        raise UserError(f"{harmless(statement)!r} is no statement id; ids are letters and digits")
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            found = beginning(graph, identifier)
            if len(found) != 1:
                raise UserError(f"{'several statements begin' if found else 'no statement begins'} with {identifier}")
            told = one(graph, found[0])
            if told is None:
                raise UserError(f"{identifier} breaks the shapes: see diplograph validate")
            labels = {iri: thing.label(lang) for iri, thing in described(graph, _nodes(told)).items()}
            why = reasons(graph, told.iri).get(told.iri, ())
    except StoreError as error:
        raise UserError(str(error)) from error
    _show(told, relations()[told.relation].label(lang), labels, why)


def _nodes(told: Stored) -> list[str]:
    return [iri for iri in (told.subject, told.object, told.place, told.source) if iri]


def _show(told: Stored, relation: str, labels: dict[str, str], why: tuple[str, ...]) -> None:
    """Print the statement, its sentence with both mentions marked, and a table of the rest."""
    console = output()
    ends = (labels.get(iri, iri) for iri in (told.subject, told.object))
    console.print(Text(harmless(f" {relation} ".join(ends)), style="bold"))
    sentence = Text(harmless(told.evidence))
    for (first, last), style in ((told.subject_inside, "reverse blue"), (told.object_inside, "reverse yellow")):
        if first >= 0:
            sentence.stylize(style, first, last)
    console.print(sentence, soft_wrap=True)
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, value in (
        ("id", shortened(told.iri)),
        ("article", told.article),
        ("relation", f"dg:{told.relation}"),
        ("rule", told.rule),
        *((("review", f"dg:{told.verdict}"),) if told.verdict else ()),
        ("confidence", f"{told.confidence:g}"),
        ("polarity", f"dg:{told.polarity}"),
        ("status", f"dg:{told.status}"),
        ("date", told.date),
        ("place", labels.get(told.place, told.place)),
        ("source", labels.get(told.source, told.source)),
    ):
        table.add_row(name, plain(value or "–"))
    for reason in why:
        table.add_row("because", plain(reason))
    console.print(table)
