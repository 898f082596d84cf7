"""Extractions as RDF quads: one IRI node a statement, no blank nodes (RDF 1.1).

Three kinds of graph, so that no triple stands in two of them and the union of all counts right: one an article, with its
statements; one of the actors, their offices and the places; one of the plain facts, each of which some affirmed, actual
statement supports.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import version
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from extractors.article import Article
from extractors.statement import Extraction, Polarity, Statement, Status
from ontology.actor import Actor, Place
from ontology.vocabulary import DATA, PREFIXES
from ontology.whoswho import load

ACTORS_GRAPH = NamedNode(f"{DATA}graph/actors")
FACTS_GRAPH = NamedNode(f"{DATA}graph/facts")
WHOSWHO = NamedNode(f"{DATA}whoswho")
DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
Spo = tuple[NamedNode, NamedNode, NamedNode | Literal]


@lru_cache(maxsize=256)
def term(curie: str) -> NamedNode:
    """The IRI of a prefixed name: `dg:hosts`."""
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


@lru_cache(maxsize=65536)
def _data(kind: str, identifier: str) -> NamedNode:
    return NamedNode(f"{DATA}{kind}/{quote(identifier, safe='', errors='replace')}")


@lru_cache
def extractor() -> str:
    """The name and version of this program, written into every article's graph."""
    return f"diplograph {version('diplograph')}"


def _text(value: str, language: str | None = None) -> Literal:
    """A literal. A lone surrogate, which broken JSON can bring (`\\ud83d`), is no character in RDF; offsets stay as they are."""
    if value.isascii():
        return Literal(value, language=language)
    return Literal(value.encode("utf8", "replace").decode("utf8"), language=language)


def actor_iri(actor: Actor | str) -> NamedNode:
    """The IRI of an actor, or of an actor's id."""
    return _data("actor", actor if isinstance(actor, str) else actor.id)


def article_iri(identifier: str) -> NamedNode:
    """The IRI of an article, which also names its graph."""
    return _data("article", identifier)


def statement_iri(statement: Statement) -> NamedNode:
    """A hash of article, evidence span, subject, relation and object: the same fact in the same place is the same node."""
    parts = (
        statement.article.id, statement.evidence.begin, statement.evidence.end,
        statement.subject.id, statement.relation, statement.object.id,
    )  # fmt: skip
    return NamedNode(f"{DATA}statement/{hashlib.sha256(repr(parts).encode()).hexdigest()[:20]}")


@lru_cache(maxsize=4096)
def date_literal(iso: str) -> Literal:
    """An ISO day, month or year with its XML Schema type."""
    return Literal(iso, datatype=term(f"xsd:{DATE_TYPES[len(iso)]}"))


@lru_cache(maxsize=1024)
def _decimal(value: float) -> Literal:
    """Three places at most, without zeros at the end: the form to which Oxigraph brings it anyway."""
    return Literal(f"{value:.3f}".rstrip("0").rstrip("."), datatype=term("xsd:decimal"))


@lru_cache(maxsize=65536)
def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=term("xsd:integer"))


def quads(extraction: Extraction) -> Iterator[Quad]:
    """All quads that an article gives, in a fixed order: its own graph, the plain facts, the actors."""
    yield from article_quads(extraction)
    yield from description_quads(described([extraction]).values())


def article_quads(extraction: Extraction) -> Iterator[Quad]:
    """The quads of the article's own graph and of the plain facts.

    A node is one fact in one place of the text, so of two statements that differ only in qualifiers the first counts.
    """
    graph = article_iri(extraction.article.id)
    yield from _in(graph, _article(extraction.article))
    facts: dict[Quad, None] = {}
    for node, statement in _distinct(extraction.statements):
        yield from _in(graph, _statement(node, statement))
        if statement.polarity is Polarity.AFFIRMED and statement.status is Status.ACTUAL:
            relation = term(f"dg:{statement.relation}")
            facts[Quad(actor_iri(statement.subject), relation, actor_iri(statement.object), FACTS_GRAPH)] = None
    for key in sorted(_actors(extraction)):
        yield Quad(graph, term("dg:mentions"), actor_iri(key), graph)
    yield from facts


def _distinct(statements: Iterable[Statement]) -> Iterator[tuple[NamedNode, Statement]]:
    seen: set[NamedNode] = set()
    for statement in statements:
        node = statement_iri(statement)
        if node not in seen:
            seen.add(node)
            yield node, statement


def _actors(extraction: Extraction) -> dict[str, Actor]:
    found = {actor.id: actor for actor in extraction.actors}
    for statement in extraction.statements:
        found |= {actor.id: actor for actor in (statement.subject, statement.object, statement.source) if actor}
    return found


def described(extractions: Iterable[Extraction]) -> dict[NamedNode, Actor | Place]:
    """The actors that articles mention and the places, by IRI; of two descriptions the last counts, but spellings gather.

    What offices are of, and where places lie, is there too, so that nothing points at a node without a name.
    """
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    for extraction in extractions:
        for key, actor in _actors(extraction).items():
            before = actors.get(key, actor)
            names = before.names if before.names == actor.names else tuple(sorted({*before.names, *actor.names}))
            actors[key] = actor if names == actor.names else replace(actor, names=names)
        places |= {s.place.id: s.place for s in extraction.statements if s.place}
    listed = load()
    around = {holding.of for key in actors for holding in listed.careers.get(key, ())}
    around |= {place.state for place in places.values() if place.state}
    actors |= {key: listed.actors[key] for key in around if key not in actors and key in listed.actors}
    found: dict[NamedNode, Actor | Place] = {actor_iri(key): actors[key] for key in sorted(actors)}
    return found | {_data("place", key): places[key] for key in sorted(places)}


def description_quads(things: Iterable[Actor | Place]) -> Iterator[Quad]:
    """The quads that describe actors, with their offices, and places."""
    for thing in things:
        if isinstance(thing, Place):
            yield from _in(ACTORS_GRAPH, _place(thing))
        else:
            yield from _in(ACTORS_GRAPH, _actor(thing))
            yield from _in(ACTORS_GRAPH, _offices(thing))


def _in(graph: NamedNode, triples: Iterable[Spo]) -> list[Quad]:
    return [Quad(subject, predicate, value, graph) for subject, predicate, value in triples]


def _article(article: Article) -> Iterator[Spo]:
    node = article_iri(article.id)
    yield node, term("rdf:type"), term("dg:Article")
    yield node, term("dcterms:identifier"), _text(article.id)
    yield node, term("dcterms:language"), Literal(article.lang)
    yield node, term("dcterms:extent"), _integer(len(article.text))
    yield node, term("dg:extractedBy"), Literal(extractor())
    if article.date:
        yield node, term("dcterms:date"), date_literal(article.date.isoformat())
    if article.title:
        yield node, term("dcterms:title"), _text(article.title, article.lang)
    if article.url:
        # An address from the article is text until somebody follows it: a literal, never an IRI that tools resolve.
        yield (
            node,
            term("schema:url"),
            Literal(article.url.encode("utf8", "replace").decode("utf8"), datatype=term("xsd:anyURI")),
        )


def _statement(node: NamedNode, statement: Statement) -> Iterator[Spo]:
    text = statement.article.text
    yield node, term("rdf:type"), term("dg:Statement")
    yield node, term("rdf:subject"), actor_iri(statement.subject)
    yield node, term("rdf:predicate"), term(f"dg:{statement.relation}")
    yield node, term("rdf:object"), actor_iri(statement.object)
    yield node, term("dg:polarity"), term(f"dg:{statement.polarity}")
    yield node, term("dg:status"), term(f"dg:{statement.status}")
    if statement.date:
        yield node, term("dg:date"), date_literal(statement.date)
    if statement.place:
        yield node, term("dg:place"), _data("place", statement.place.id)
    if statement.source:
        yield node, term("prov:wasAttributedTo"), actor_iri(statement.source)
    yield node, term("dg:confidence"), _decimal(statement.confidence)
    yield (
        node,
        term("dg:evidence"),
        _text(text[statement.evidence.begin : statement.evidence.end], statement.article.lang),
    )
    yield node, term("nif:beginIndex"), _integer(statement.evidence.begin)
    yield node, term("nif:endIndex"), _integer(statement.evidence.end)
    for name, span in (("subject", statement.subject_span), ("object", statement.object_span)):
        yield node, term(f"dg:{name}Begin"), _integer(span.begin)
        yield node, term(f"dg:{name}End"), _integer(span.end)
    yield node, term("dg:rule"), _text(statement.rule)
    for reason in statement.reasons:
        yield node, term("dg:because"), _text(reason)
    yield node, term("prov:wasDerivedFrom"), article_iri(statement.article.id)


def _actor(actor: Actor) -> Iterator[Spo]:
    node = actor_iri(actor)
    yield node, term("rdf:type"), term(f"dg:{actor.kind}")
    yield node, term("skos:prefLabel"), _text(actor.name, "en")
    yield node, term("skos:prefLabel"), _text(actor.name_de, "de")
    for name in actor.names:
        yield node, term("skos:altLabel"), _text(name, "de")
    if actor.qid:
        yield node, term("skos:exactMatch"), NamedNode(PREFIXES["wd"] + quote(actor.qid, safe=""))
    if actor.known:
        yield node, term("skos:inScheme"), WHOSWHO


def _place(place: Place) -> Iterator[Spo]:
    node = _data("place", place.id)
    yield node, term("rdf:type"), term("dg:Place")
    yield node, term("skos:prefLabel"), _text(place.name, "en")
    yield node, term("skos:prefLabel"), _text(place.name_de, "de")
    if place.state:
        yield node, term("dg:inState"), actor_iri(place.state)


def _offices(actor: Actor) -> Iterator[Spo]:
    """The offices of a known person as ORG memberships: https://www.w3.org/TR/vocab-org/#membership."""
    for holding in load().careers.get(actor.id, ()):
        start = holding.start.isoformat() if holding.start.year > 1 else ""
        node = _data("membership", f"{actor.id}-{holding.office}-{holding.of}-{start or 'unknown'}")
        yield node, term("rdf:type"), term("dg:Office")
        yield node, term("rdf:type"), term("org:Membership")
        yield node, term("org:member"), actor_iri(actor)
        yield node, term("org:organization"), actor_iri(holding.of)
        yield node, term("org:role"), _data("role", holding.office)
        yield node, term("rdfs:label"), Literal(holding.titles[0], language="de")
        if start:
            yield node, term("schema:startDate"), date_literal(start)
        if holding.end.year < 9999:
            yield node, term("schema:endDate"), date_literal(holding.end.isoformat())
