"""The stored statements as records of the extraction, as they were before they were written."""

import datetime
from collections.abc import Iterable

from extractors.article import Article
from extractors.statement import Polarity, Span, Statement, Status
from graph.rdf.names import identifier
from graph.statements.articles import StoredArticle, articles
from graph.statements.described import Described, described
from graph.statements.stored import Stored, reasons, stored
from graph.storage.store import ArticleStore
from ontology.actor import Actor, ActorKind, Place


def statements(store: ArticleStore) -> list[Statement]:
    """All statements, ordered by article and place in it.

    A store keeps the evidence, not the article: its text comes back blank outside the sentences quoted, so that all offsets
    hold. Reasons come back in alphabetical order.
    """
    found = stored(store)
    known = articles(store)
    by_article: dict[str, list[Stored]] = {name: [] for name in known}
    for one in found:
        by_article[one.article].append(one)
    texts = {name: _article(told, by_article[name]) for name, told in known.items()}
    things, told_why = described(store), reasons(store)
    actors = {iri: _actor(thing) for iri, thing in things.items() if thing.is_actor}
    places = {iri: _place(thing) for iri, thing in things.items() if not thing.is_actor}
    return [
        Statement(
            texts[one.article], actors[one.subject], one.relation, actors[one.object], Span(one.begin, one.end),
            Span(one.subject_begin, one.subject_end), Span(one.object_begin, one.object_end), Polarity(one.polarity),
            Status(one.status), actors[one.source] if one.source else None, one.date,
            places[one.place] if one.place else None, one.confidence, one.rule, told_why.get(one.iri, ()),
        )
        for one in found
    ]  # fmt: skip


def _article(told: StoredArticle, quoted: Iterable[Stored]) -> Article:
    text = [" "] * told.length
    for one in quoted:
        text[one.begin : one.begin + len(one.evidence)] = one.evidence
    day = datetime.date.fromisoformat(told.day) if told.day else None
    named = (told.title or None, told.url or None, told.outlet or None, told.original or None)
    return Article(told.id, "".join(text), day, told.language, *named)


def _actor(thing: Described) -> Actor:
    kind = ActorKind(thing.kind)
    return Actor(thing.id, kind, thing.labels, thing.names, thing.qid or None, thing.known)


def _place(thing: Described) -> Place:
    return Place(thing.id, thing.labels, identifier(thing.state) if thing.state else None)
