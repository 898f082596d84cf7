"""`diplograph demo`: the whole way on an embedded corpus."""

import shlex
from pathlib import Path
from typing import Annotated

import networkx as nx
import typer
from rich.table import Table
from rich.text import Text

import extractors
from graph.analysis import acts, camps, ties, view
from graph.analysis.camps import listed
from graph.analysis.ties import LABELS, Kind, strongest
from graph.cli.query import show
from graph.cli.terminal import DEFAULT_LANG, Lang, UserError, messages, output, plain
from graph.demo import articles
from graph.knowledge import KnowledgeGraph
from graph.queries import in_words, labelled
from graph.statements.selection import SURE
from graph.storage.backend import StoreError

QUESTIONS = (
    (
        "Who received whom, when and where?",
        """SELECT ?host ?guest ?date ?place {
  ?st a dg:Statement ; rdf:predicate dg:hosts ; rdf:subject ?s ; rdf:object ?o .
  ?s skos:prefLabel ?host . FILTER(LANG(?host) = ?lang)
  ?o skos:prefLabel ?guest . FILTER(LANG(?guest) = ?lang)
  OPTIONAL { ?st dg:date ?date }
  OPTIONAL { ?st dg:place ?p . ?p skos:prefLabel ?place . FILTER(LANG(?place) = ?lang) }
} ORDER BY ?date ?host ?guest""",
    ),
    (
        "Who is at odds with Russia, and how?",
        """SELECT ?actor ?relation (COUNT(?st) AS ?statements) {
  VALUES ?relation { dg:criticizes dg:accuses dg:sanctions dg:urges dg:summons dg:opposes dg:rejects dg:warns }
  ?st rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?russia . ?russia skos:prefLabel "Russia"@en .
  ?s skos:prefLabel ?actor . FILTER(LANG(?actor) = ?lang)
} GROUP BY ?actor ?relation ORDER BY ?actor ?relation""",
    ),
    (
        "What was only planned, refused or claimed?",
        """SELECT ?subject ?relation ?object ?polarity ?status {
  ?st rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ; dg:polarity ?polarity ; dg:status ?status .
  FILTER(?status != dg:actual || ?polarity = dg:negated)
  ?s skos:prefLabel ?subject . FILTER(LANG(?subject) = ?lang)
  ?o skos:prefLabel ?object . FILTER(LANG(?object) = ?lang)
} ORDER BY ?subject ?relation ?object LIMIT 12""",
    ),
)


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where the graph, kg.ttl and graph.html are written.")
    ] = Path("demo"),
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Build a graph from ten embedded articles, write kg.ttl and graph.html, and ask it three questions.

    Example: diplograph demo

    Example: diplograph demo --lang en
    """
    console = output()
    store, turtle, page = folder / "kg", folder / "kg.ttl", folder / "graph.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = list(articles())
        messages().print(f"reading {len(found)} articles …", markup=False)
        nlp = extractors.load()
        with KnowledgeGraph(store) as graph:
            for extraction in extractors.extractions(found, nlp):
                graph.replace(extraction)
            graph.export(turtle)
            graph.explore(page, language=lang)
            network = graph.network(lang=lang)
            console.print(
                plain(
                    f"{len(found)} articles, {network.number_of_nodes()} actors, {network.number_of_edges()} statements\n"
                )
            )
            _ties(view(network, level="state", min_confidence=SURE), lang)
            for question, sparql in QUESTIONS:
                console.print(Text(f"\n{question}", style="bold"))
                console.print(Text(sparql.replace("?lang", f'"{lang}"'), style="dim"))
                show(in_words(graph.query(labelled(sparql, lang)), lang))
    except StoreError as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"{folder}: cannot be written ({error.strerror})") from error
    quoted = shlex.quote(str(store))
    console.print(Text("\nWhat next", style="bold"))
    for line in (
        f"open {page} in a browser",
        f"diplograph query --store {quoted} 'SELECT ?who {{ ?x dg:meets dgactor:Q3874799 ; skos:prefLabel ?who"
        f' FILTER(lang(?who) = "{lang}") }}\'',
        "diplograph build YOUR-ARTICLES/*.txt --store kg",
    ):
        console.print(plain(f"  {line}"), soft_wrap=True)


def _ties(network: nx.MultiDiGraph, lang: str) -> None:
    table = Table(
        title="The ten strongest ties, by acts of alignment and conflict",
        title_justify="left",
        show_edge=False,
        pad_edge=False,
        header_style="bold",
    )
    for column in ("actor", "actor", "what they are", "alignment", "conflict", "talk", "articles"):
        table.add_column(column)
    label = network.nodes(data="label")
    for tie in strongest(ties(acts(network)), 10):
        table.add_row(
            plain(label[tie.first]), plain(label[tie.second]), LABELS[tie.kind][lang],
            *(f"{number:g}" for number in (tie.aligned, tie.conflict, tie.contacts, tie.articles)),
            style={Kind.ALIGNED: "green", Kind.OPPOSED: "red"}.get(tie.kind, ""),
        )  # fmt: skip
    output().print(table)
    console = output()
    console.print(Text("\nWho stands with whom?", style="bold"))
    for camp in camps(network).camps:
        console.print(plain(f"  {listed(network, camp.members)} ({camp.articles} articles)"))
