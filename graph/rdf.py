"""Extractions as RDF quads: one IRI node a statement, no blank nodes (RDF 1.1).

Three kinds of graph, so that no triple stands in two of them and the union of all counts right: one an article, with its
statements; one of the actors, their offices and the places; one of the plain facts, each of which some affirmed, actual
statement supports.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from extractors.article import Article
from extractors.statement import Extraction, Polarity, Statement, Status
from ontology.actor import Actor, Place
from ontology.version import running
from ontology.vocabulary import DATA, PREFIXES
from ontology.whoswho import load

ACTORS_GRAPH = NamedNode(f"{DATA}graph/actors")
FACTS_GRAPH = NamedNode(f"{DATA}graph/facts")
WHOSWHO = NamedNode(f"{DATA}whoswho")
DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
# A triple of terms as N-Triples writes them: ten times faster to make than objects, and as safe, for the RDF library writes
# every literal.
Spo = tuple[str, str, str]


@lru_cache(maxsize=256)
def term(curie: str) -> NamedNode:
    """The IRI of a prefixed name: `dg:hosts`."""
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


@lru_cache(maxsize=2048)
def _data(kind: str, identifier: str) -> NamedNode:
    return NamedNode(f"{DATA}{kind}/{quote(identifier, safe='', errors='replace')}")


@lru_cache
def extractor() -> str:
    """The name and version of this program, written into every article's graph."""
    return f"diplograph {running()}"


def _characters(value: str) -> str:
    """The text. A lone surrogate, which broken JSON can bring (`\\ud83d`), is no character in RDF; offsets stay as they are."""
    return value if value.isascii() else value.encode("utf8", "replace").decode("utf8")


def _text(value: str, language: str | None = None) -> str:
    return str(Literal(_characters(value), language=language))


def _typed(value: str, datatype: str) -> str:
    return str(Literal(_characters(value), datatype=term(datatype)))


@lru_cache(maxsize=512)
def _t(curie: str) -> str:
    return str(term(curie))


@lru_cache(maxsize=16384)
def _data_term(kind: str, identifier: str) -> str:
    return str(_data(kind, identifier))


def _actor_term(actor: Actor | str) -> str:
    return _data_term("actor", actor if isinstance(actor, str) else actor.id)


def _article_term(identifier: str) -> str:
    return _data_term("article", identifier)


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
def _date(iso: str) -> str:
    """An ISO day, month or year with its XML Schema type."""
    return _typed(iso, f"xsd:{DATE_TYPES[len(iso)]}")


@lru_cache(maxsize=1024)
def _decimal(value: float) -> str:
    """Three places at most, without zeros at the end: the form to which Oxigraph brings it anyway."""
    return _typed(f"{value:.3f}".rstrip("0").rstrip("."), "xsd:decimal")


@lru_cache(maxsize=8192)
def _integer(value: int) -> str:
    return _typed(str(value), "xsd:integer")


def quads(extraction: Extraction) -> Iterator[Quad]:
    """All quads that an article gives, in a fixed order: its own graph, the plain facts, the actors."""
    lines = [*article_lines(extraction), *description_lines(described([extraction]).values())]
    return read("".join(lines))


def read(nquads: str) -> Iterator[Quad]:
    """The quads of a text in N-Quads."""
    return parse(nquads.encode(), format=RdfFormat.N_QUADS)


def article_lines(extraction: Extraction) -> Iterator[str]:
    """The N-Quads of the article's own graph and of the plain facts.

    A node is one fact in one place of the text, so of two statements that differ only in qualifiers the first counts.
    """
    graph = _article_term(extraction.article.id)
    yield from _in(graph, _article(extraction.article))
    facts: dict[Spo, None] = {}
    for node, statement in _distinct(extraction.statements):
        yield from _in(graph, _statement(node, statement))
        if statement.polarity is Polarity.AFFIRMED and statement.status is Status.ACTUAL:
            ends = _actor_term(statement.subject), _actor_term(statement.object)
            facts[ends[0], _t(f"dg:{statement.relation}"), ends[1]] = None
    yield from _in(graph, ((graph, _t("dg:mentions"), _actor_term(key)) for key in sorted(_actors(extraction))))
    yield from _in(str(FACTS_GRAPH), facts)


def origin_lines(identifier: str, content: str, extractor_digest: str) -> list[str]:
    """The N-Quads that say of what an article's graph was made, both digests as hexadecimal text."""
    graph = _article_term(identifier)
    digests = (("dg:contentDigest", content), ("dg:extractorDigest", extractor_digest))
    return _in(graph, ((graph, _t(name), _text(digest)) for name, digest in digests))


def _distinct(statements: Iterable[Statement]) -> Iterator[tuple[str, Statement]]:
    seen: set[str] = set()
    for statement in statements:
        node = str(statement_iri(statement))
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


def description_lines(things: Iterable[Actor | Place]) -> Iterator[str]:
    """The N-Quads that describe actors, with their offices, and places."""
    graph = str(ACTORS_GRAPH)
    for thing in things:
        if isinstance(thing, Place):
            yield from _in(graph, _place(thing))
        else:
            yield from _in(graph, _actor(thing))
            yield from _in(graph, _offices(thing))


def _in(graph: str, triples: Iterable[Spo]) -> list[str]:
    return [f"{subject} {predicate} {value} {graph} .\n" for subject, predicate, value in triples]


def _article(article: Article) -> Iterator[Spo]:
    node = _article_term(article.id)
    yield node, _t("rdf:type"), _t("dg:Article")
    yield node, _t("dcterms:identifier"), _text(article.id)
    yield node, _t("dcterms:language"), _text(article.lang)
    yield node, _t("dcterms:extent"), _integer(len(article.text))
    yield node, _t("dg:extractedBy"), _text(extractor())
    if article.date:
        yield node, _t("dcterms:date"), _date(article.date.isoformat())
    if article.title:
        yield node, _t("dcterms:title"), _text(article.title, article.lang)
    if article.outlet:
        yield node, _t("dcterms:publisher"), _text(article.outlet)
    if article.fingerprint:
        yield node, _t("dg:fingerprint"), _text(article.fingerprint)
    if article.copy_of:
        yield node, _t("dg:copyOf"), _article_term(article.copy_of)
    if article.url:
        # An address from the article is text until somebody follows it: a literal, never an IRI that tools resolve.
        yield (
            node,
            _t("schema:url"),
            _typed(article.url, "xsd:anyURI"),
        )


def _statement(node: str, statement: Statement) -> Iterator[Spo]:
    text = statement.article.text
    yield node, _t("rdf:type"), _t("dg:Statement")
    yield node, _t("rdf:subject"), _actor_term(statement.subject)
    yield node, _t("rdf:predicate"), _t(f"dg:{statement.relation}")
    yield node, _t("rdf:object"), _actor_term(statement.object)
    yield node, _t("dg:polarity"), _t(f"dg:{statement.polarity}")
    yield node, _t("dg:status"), _t(f"dg:{statement.status}")
    if statement.date:
        yield node, _t("dg:date"), _date(statement.date)
    if statement.place:
        yield node, _t("dg:place"), _data_term("place", statement.place.id)
    if statement.source:
        yield node, _t("prov:wasAttributedTo"), _actor_term(statement.source)
    yield node, _t("dg:confidence"), _decimal(statement.confidence)
    yield (
        node,
        _t("dg:evidence"),
        _text(text[statement.evidence.begin : statement.evidence.end], statement.article.lang),
    )
    yield node, _t("nif:beginIndex"), _integer(statement.evidence.begin)
    yield node, _t("nif:endIndex"), _integer(statement.evidence.end)
    for name, span in (("subject", statement.subject_span), ("object", statement.object_span)):
        yield node, _t(f"dg:{name}Begin"), _integer(span.begin)
        yield node, _t(f"dg:{name}End"), _integer(span.end)
    yield node, _t("dg:rule"), _text(statement.rule)
    for reason in statement.reasons:
        yield node, _t("dg:because"), _text(reason)
    yield node, _t("prov:wasDerivedFrom"), _article_term(statement.article.id)


def _actor(actor: Actor) -> Iterator[Spo]:
    node = _actor_term(actor)
    yield node, _t("rdf:type"), _t(f"dg:{actor.kind}")
    yield node, _t("skos:prefLabel"), _text(actor.name, "en")
    yield node, _t("skos:prefLabel"), _text(actor.name_de, "de")
    for name in actor.names:
        yield node, _t("skos:altLabel"), _text(name, "de")
    if actor.qid:
        yield node, _t("skos:exactMatch"), str(NamedNode(PREFIXES["wd"] + quote(actor.qid, safe="")))
    if actor.known:
        yield node, _t("skos:inScheme"), str(WHOSWHO)


def _place(place: Place) -> Iterator[Spo]:
    node = _data_term("place", place.id)
    yield node, _t("rdf:type"), _t("dg:Place")
    yield node, _t("skos:prefLabel"), _text(place.name, "en")
    yield node, _t("skos:prefLabel"), _text(place.name_de, "de")
    if place.state:
        yield node, _t("dg:inState"), _actor_term(place.state)


def _offices(actor: Actor) -> Iterator[Spo]:
    """The offices of a known person as ORG memberships: https://www.w3.org/TR/vocab-org/#membership."""
    for holding in load().careers.get(actor.id, ()):
        start = holding.start.isoformat() if holding.start.year > 1 else ""
        node = _data_term("membership", f"{actor.id}-{holding.office}-{holding.of}-{start or 'unknown'}")
        yield node, _t("rdf:type"), _t("dg:Office")
        yield node, _t("rdf:type"), _t("org:Membership")
        yield node, _t("org:member"), _actor_term(actor)
        yield node, _t("org:organization"), _actor_term(holding.of)
        yield node, _t("org:role"), _data_term("role", holding.office)
        yield node, _t("rdfs:label"), _text(holding.titles[0], "de")
        if start:
            yield node, _t("schema:startDate"), _date(start)
        if holding.end.year < 9999:
            yield node, _t("schema:endDate"), _date(holding.end.isoformat())
