"""Extractions as RDF quads: one named graph an article, one IRI node a statement, no blank nodes (RDF 1.1)."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from extractors.article import Article
from extractors.statement import Extraction, Polarity, Statement, Status
from ontology.actor import Actor, Place
from ontology.vocabulary import DATA, PREFIXES
from ontology.whoswho import load

WHOSWHO_GRAPH = NamedNode(f"{DATA}graph/whoswho")
DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
Object = NamedNode | Literal


def term(curie: str) -> NamedNode:
    """The IRI of a prefixed name: `dg:hosts`."""
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


def _data(kind: str, identifier: str) -> NamedNode:
    return NamedNode(f"{DATA}{kind}/{quote(identifier, safe='')}")


def actor_iri(actor: Actor | str) -> NamedNode:
    """The IRI of an actor, or of an actor's id."""
    return _data("actor", actor if isinstance(actor, str) else actor.id)


def article_iri(identifier: str) -> NamedNode:
    """The IRI of an article, which also names its graph."""
    return _data("article", identifier)


def statement_iri(statement: Statement) -> NamedNode:
    """A hash of article, evidence span, subject, relation and object: the same fact in the same place is the same node."""
    parts = (
        statement.article.id, str(statement.evidence.begin), str(statement.evidence.end),
        statement.subject.id, statement.relation, statement.object.id,
    )  # fmt: skip
    return _data("statement", hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20])


def date_literal(iso: str) -> Literal:
    """An ISO day, month or year with its XML Schema type."""
    return Literal(iso, datatype=term(f"xsd:{DATE_TYPES[len(iso)]}"))


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=term("xsd:nonNegativeInteger"))


def quads(extraction: Extraction) -> Iterator[Quad]:
    """All quads of an article's graph, in a fixed order."""
    graph = article_iri(extraction.article.id)
    for subject, predicate, value in _triples(extraction):
        yield Quad(subject, predicate, value, graph)


def _triples(extraction: Extraction) -> Iterator[tuple[NamedNode, NamedNode, Object]]:
    article = extraction.article
    yield from _article(article)
    actors = {actor.id: actor for actor in extraction.actors}
    places: dict[str, Place] = {}
    for statement in extraction.statements:
        yield from _statement(statement)
        actors |= {actor.id: actor for actor in (statement.subject, statement.object, statement.source) if actor}
        if statement.place:
            places[statement.place.id] = statement.place
    for key in sorted(actors):
        yield article_iri(article.id), term("dg:mentions"), actor_iri(key)
        yield from _actor(actors[key])
    for key in sorted(places):
        yield from _place(places[key])


def _article(article: Article) -> Iterator[tuple[NamedNode, NamedNode, Object]]:
    node = article_iri(article.id)
    yield node, term("rdf:type"), term("dg:Article")
    yield node, term("dcterms:identifier"), Literal(article.id)
    yield node, term("dcterms:language"), Literal(article.lang)
    yield node, term("dcterms:extent"), _integer(len(article.text))
    yield node, term("prov:wasGeneratedBy"), Literal(f"diplograph {version('diplograph')}")
    if article.date:
        yield node, term("dcterms:date"), date_literal(article.date.isoformat())
    if article.title:
        yield node, term("dcterms:title"), Literal(article.title, language=article.lang)
    if article.url:
        # An address from the article is text until somebody follows it: a literal, never an IRI that tools resolve.
        yield node, term("schema:url"), Literal(article.url, datatype=term("xsd:anyURI"))


def _statement(statement: Statement) -> Iterator[tuple[NamedNode, NamedNode, Object]]:
    node, text = statement_iri(statement), statement.article.text
    subject, target = actor_iri(statement.subject), actor_iri(statement.object)
    relation = term(f"dg:{statement.relation}")
    yield node, term("rdf:type"), term("dg:Statement")
    yield node, term("rdf:subject"), subject
    yield node, term("rdf:predicate"), relation
    yield node, term("rdf:object"), target
    yield node, term("dg:polarity"), term(f"dg:{statement.polarity}")
    yield node, term("dg:status"), term(f"dg:{statement.status}")
    if statement.date:
        yield node, term("dg:date"), date_literal(statement.date)
    if statement.place:
        yield node, term("dg:place"), _data("place", statement.place.id)
    if statement.source:
        yield node, term("prov:wasAttributedTo"), actor_iri(statement.source)
    yield node, term("dg:confidence"), Literal(f"{statement.confidence:.3f}", datatype=term("xsd:decimal"))
    yield node, term("dg:evidence"), Literal(text[statement.evidence.begin : statement.evidence.end], language=statement.article.lang)
    yield node, term("nif:beginIndex"), _integer(statement.evidence.begin)
    yield node, term("nif:endIndex"), _integer(statement.evidence.end)
    for name, span in (("subject", statement.subject_span), ("object", statement.object_span)):
        yield node, term(f"dg:{name}Begin"), _integer(span.begin)
        yield node, term(f"dg:{name}End"), _integer(span.end)
    yield node, term("dg:rule"), Literal(statement.rule)
    for reason in statement.reasons:
        yield node, term("dg:because"), Literal(reason)
    yield node, term("prov:wasDerivedFrom"), article_iri(statement.article.id)
    if statement.polarity is Polarity.AFFIRMED and statement.status is Status.ACTUAL:
        yield subject, relation, target


def _actor(actor: Actor) -> Iterator[tuple[NamedNode, NamedNode, Object]]:
    node = actor_iri(actor)
    yield node, term("rdf:type"), term(f"dg:{actor.kind}")
    yield node, term("skos:prefLabel"), Literal(actor.name, language="en")
    yield node, term("skos:prefLabel"), Literal(actor.name_de, language="de")
    for name in actor.names:
        yield node, term("skos:altLabel"), Literal(name, language="de")
    if actor.qid:
        yield node, term("skos:exactMatch"), term(f"wd:{actor.qid}")


def _place(place: Place) -> Iterator[tuple[NamedNode, NamedNode, Object]]:
    node = _data("place", place.id)
    yield node, term("rdf:type"), term("dg:Place")
    yield node, term("skos:prefLabel"), Literal(place.name, language="en")
    yield node, term("skos:prefLabel"), Literal(place.name_de, language="de")
    if place.state:
        yield node, term("dg:inState"), actor_iri(place.state)


def office_quads(actors: list[Actor]) -> Iterator[Quad]:
    """The offices of known persons as ORG memberships, in the graph of the who's-who: https://www.w3.org/TR/vocab-org/#membership."""
    whoswho = load()
    for actor in sorted(actors, key=lambda a: a.id):
        for holding in whoswho.careers.get(actor.id, ()):
            start = holding.start.isoformat() if holding.start.year > 1 else "unknown"
            node = _data("membership", f"{actor.id}-{holding.office}-{holding.of}-{start}")
            yield Quad(node, term("rdf:type"), term("org:Membership"), WHOSWHO_GRAPH)
            yield Quad(node, term("org:member"), actor_iri(actor), WHOSWHO_GRAPH)
            yield Quad(node, term("org:organization"), actor_iri(holding.of), WHOSWHO_GRAPH)
            yield Quad(node, term("org:role"), _data("role", holding.office), WHOSWHO_GRAPH)
            yield Quad(node, term("rdfs:label"), Literal(holding.titles[0], language="de"), WHOSWHO_GRAPH)
            if holding.start.year > 1:
                yield Quad(node, term("schema:startDate"), date_literal(holding.start.isoformat()), WHOSWHO_GRAPH)
            if holding.end.year < 9999:
                yield Quad(node, term("schema:endDate"), date_literal(holding.end.isoformat()), WHOSWHO_GRAPH)
