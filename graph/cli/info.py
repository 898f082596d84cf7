"""`diplograph info`: what a graph holds."""

from rich.table import Table

from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, output, plain
from graph.knowledge import KnowledgeGraph
from graph.statements.selection import SURE
from graph.storage.backend import StoreError
from ontology.vocabulary import DG, relations

COUNTS = """
SELECT (COUNT(DISTINCT ?article) AS ?articles) (COUNT(DISTINCT ?st) AS ?statements) (MIN(?day) AS ?first) (MAX(?day) AS ?last) {
  ?article a dg:Article . OPTIONAL { ?article dcterms:date ?day } OPTIONAL { ?st prov:wasDerivedFrom ?article }
}"""
KINDS = """
SELECT ?kind (COUNT(DISTINCT ?actor) AS ?actors) {
  VALUES ?kind { dg:Person dg:State dg:Organisation dg:Group } ?actor a ?kind
} GROUP BY ?kind ORDER BY ?kind"""
SURE_ONES = f"SELECT (COUNT(DISTINCT ?st) AS ?n) {{ ?st a dg:Statement ; dg:confidence ?sure FILTER(?sure >= {SURE}) }}"
JUDGEMENTS = "SELECT (COUNT(DISTINCT ?j) AS ?judgements) { ?j a dg:Judgement }"
RELATIONS = "SELECT ?p (COUNT(?st) AS ?n) { ?st a dg:Statement ; rdf:predicate ?p } GROUP BY ?p ORDER BY DESC(?n) ?p"


def info(store: Store = DEFAULT_STORE, lang: Lang = DEFAULT_LANG) -> None:
    """Show what a graph holds: articles, days, actors by kind, statements by relation.

    Example: diplograph info --store kg/

    Example: diplograph info --store kg/ --lang en
    """
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            (counts,) = graph.query(COUNTS).rows
            kinds = graph.query(KINDS).rows
            ((sure,),) = graph.query(SURE_ONES).rows
            ((judgements,),) = graph.query(JUDGEMENTS).rows
            by_relation = graph.query(RELATIONS).rows
    except StoreError as error:
        raise UserError(str(error)) from error
    articles, statements, first, last = counts
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("articles", articles)
    if first:
        table.add_row("days", f"{first} to {last}")
    for kind, number in kinds:
        table.add_row(plain(f"actors: {kind.removeprefix(DG)}"), number)
    table.add_row("statements", statements)
    table.add_row(
        f"  at least {SURE} sure, of which four in five are right (analyze, explore and report count these)", sure
    )
    labels = relations()
    for relation, number in by_relation:
        table.add_row(plain(f"  {labels[relation.removeprefix(DG)].label(lang)}"), number)
    if judgements != "0":
        table.add_row("judgements", judgements)
    output().print(table)
