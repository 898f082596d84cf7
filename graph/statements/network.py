"""The statements as a networkx `MultiDiGraph`: what the page and the analysis read."""

from dataclasses import asdict
from typing import Any

import networkx as nx

from extractors.article import DEFAULT_LANGUAGE
from graph.rdf.names import identifier
from graph.statements.articles import articles
from graph.statements.described import Described, described, offices
from graph.statements.selection import Selection
from graph.statements.stored import Stored, stored
from graph.storage.store import ArticleStore
from ontology.vocabulary import relations


def statement_graph(
    store: ArticleStore, selection: Selection | None = None, lang: str = DEFAULT_LANGUAGE
) -> nx.MultiDiGraph:
    """A graph of all actors in statements, or in the selected ones, in a language.

    Nodes are actor ids with `label`, `labels` (by language), `kind`, `qid`, `names`, `offices` (dicts of title, of, start, end,
    and titles by language).
    `graph["homes"]` has the same fields of all whose offices are held, whether or not they are in statements themselves.
    Edges are keyed by statement id, with `relation`, `sign`, `goldstein`, `polarity`, `status`, `date`, `place`, `source`
    (labels), `place_labels`, `source_labels` (by language), `confidence`, `evidence`, its offset `begin` in the article, mention offsets
    in it (`subject_begin` …, -1 where they lie elsewhere), the `verdict` by which a reviewed one stands, `article`, `title`, `url`,
    `outlet`, `article_date`, and `report`: the id of the article of which this one is a copy, else its own.
    """
    network = nx.MultiDiGraph()
    things, held = described(store), offices(store, lang)
    for iri, one in things.items():
        if one.is_actor:
            network.add_node(
                one.id, kind=one.kind, qid=one.qid, names=tuple(dict.fromkeys(name.text for name in one.names)),
                offices=tuple(asdict(office) for office in held.get(iri, ())), label=one.label(lang), labels=one.labels,
            )  # fmt: skip
    told = articles(store, selection)
    for statement in stored(store, selection):
        article = told[statement.article]
        network.add_edge(
            identifier(statement.subject), identifier(statement.object), key=statement.id, **_said(statement, things, lang),
            article=article.id, title=article.title, url=article.url, outlet=article.outlet, article_date=article.day,
            report=article.report,
        )  # fmt: skip
    homes = {office["of"] for _, mine in network.nodes(data="offices") for office in mine}
    network.graph["homes"] = {actor: dict(network.nodes[actor]) for actor in sorted(homes & set(network))}
    network.remove_nodes_from([node for node, degree in list(network.degree()) if degree == 0])
    return network


def _said(statement: Stored, things: dict[str, Described], lang: str) -> dict[str, Any]:
    """The fields of an edge that are the statement's own."""
    relation = relations()[statement.relation]
    subject_begin, subject_end = statement.subject_inside
    object_begin, object_end = statement.object_inside
    place, source = things.get(statement.place), things.get(statement.source)
    return {
        "relation": relation.name, "sign": relation.sign, "goldstein": relation.goldstein,
        "polarity": statement.polarity, "status": statement.status, "date": statement.date,
        "place": place.label(lang) if place else "", "place_labels": place.labels if place else {},
        "source": source.label(lang) if source else "", "source_labels": source.labels if source else {},
        "confidence": statement.confidence, "evidence": statement.evidence, "begin": statement.begin, "verdict": statement.verdict,
        "subject_begin": subject_begin, "subject_end": subject_end, "object_begin": object_begin, "object_end": object_end,
    }  # fmt: skip
