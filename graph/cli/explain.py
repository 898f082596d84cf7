"""`diplograph explain`: why a statement is in the graph."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from graph.cli.query import shortened
from graph.cli.terminal import DEFAULT_STORE, Store, UserError, harmless, output, plain
from graph.store import KnowledgeGraph, StoreError
from ontology.vocabulary import DATA

FOUND = """SELECT ?st {{ ?st a dg:Statement FILTER(STRSTARTS(STR(?st), "{prefix}")) }} ORDER BY ?st LIMIT 2"""
FACTS = """
SELECT ?subject ?relation ?object ?evidence ?begin ?sb ?se ?ob ?oe ?rule ?article ?confidence ?polarity ?status ?date ?place ?source {{
  BIND(<{st}> AS ?st)
  ?st rdf:subject/skos:prefLabel ?subject ; rdf:predicate ?relation ; rdf:object/skos:prefLabel ?object ; dg:evidence ?evidence ;
      nif:beginIndex ?begin ; dg:subjectBegin ?sb ; dg:subjectEnd ?se ; dg:objectBegin ?ob ; dg:objectEnd ?oe ; dg:rule ?rule ;
      prov:wasDerivedFrom/dcterms:identifier ?article ; dg:confidence ?confidence ; dg:polarity ?polarity ; dg:status ?status .
  OPTIONAL {{ ?st dg:date ?date }} OPTIONAL {{ ?st dg:place/skos:prefLabel ?place FILTER(lang(?place) = "de") }}
  OPTIONAL {{ ?st prov:wasAttributedTo/skos:prefLabel ?source FILTER(lang(?source) = "de") }}
  FILTER(lang(?subject) = "de" && lang(?object) = "de")
}}"""
REASONS = "SELECT ?why {{ <{st}> dg:because ?why }} ORDER BY ?why"


def explain(
    statement: Annotated[str, typer.Argument(help="The statement's id or IRI, or the beginning of its id.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Show why a statement is in the graph: its sentence with both mentions marked, the rule, and why each qualifier was set.

    Ids come from queries (dgstatement:…) and from the page.

    Example: diplograph explain 8c1f02ab --store kg/
    """
    identifier = statement.removeprefix(f"{DATA}statement/").removeprefix("dgstatement:")
    if not identifier.isalnum():
        raise UserError(f"{harmless(statement)!r} is no statement id; ids are letters and digits")
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            found = graph.query(FOUND.format(prefix=f"{DATA}statement/{identifier}")).rows
            if len(found) != 1:
                raise UserError(f"{'several statements begin' if found else 'no statement begins'} with {identifier}")
            st = found[0][0]
            (facts,) = graph.query(FACTS.format(st=st)).rows[:1]
            reasons = [why for (why,) in graph.query(REASONS.format(st=st)).rows]
    except StoreError as error:
        raise UserError(str(error)) from error
    _show(st, facts, reasons)


def _show(st: str, facts: tuple[str, ...], reasons: list[str]) -> None:
    subject, relation, target, evidence, begin, sb, se, ob, oe, rule, article, *qualifiers = facts
    console = output()
    console.print(Text(harmless(f"{subject} {shortened(relation)} {target}"), style="bold"))
    sentence = Text(harmless(evidence))
    for first, last, style in ((sb, se, "reverse blue"), (ob, oe, "reverse yellow")):
        at = int(first) - int(begin), int(last) - int(begin)
        if 0 <= at[0] < at[1] <= len(evidence):
            sentence.stylize(style, *at)
    console.print(sentence, soft_wrap=True)
    table = Table(show_header=False, box=None, pad_edge=False)
    rows = zip(("confidence", "polarity", "status", "date", "place", "source"), qualifiers, strict=True)
    for name, value in (("id", shortened(st)), ("article", article), ("rule", rule), *rows):
        table.add_row(name, plain(shortened(value) or "–"))
    for why in reasons:
        table.add_row("because", plain(why))
    console.print(table)
