"""The N-Quads that describe the actors of articles, their offices, and places: one graph for all articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import quote

from pyoxigraph import NamedNode

from extractors.statement import Extraction
from graph.rdf.names import ACTORS_GRAPH, WHOSWHO, actor_iri, data_iri
from graph.rdf.nquads import Spo, lines, text
from graph.rdf.terms import actor_term, date, named, thing
from ontology.actor import Actor, Place
from ontology.vocabulary import PREFIXES
from ontology.whoswho import load

# What an actor has one of; older descriptions go before the new one comes. Spellings gather, and labels (`LABEL`) of other languages.
SINGLE = ("rdf:type", "skos:exactMatch", "skos:inScheme", "dcterms:isReplacedBy", "dg:setAside", "dg:putIn")
LABEL = "skos:prefLabel"


def actors_of(extraction: Extraction) -> dict[str, Actor]:
    """The actors that an article mentions, by id."""
    found = {actor.id: actor for actor in extraction.actors}
    for statement in extraction.statements:
        found |= {actor.id: actor for actor in (statement.subject, statement.object, statement.source) if actor}
    return found


def described(extractions: Iterable[Extraction]) -> dict[NamedNode, Actor | Place]:
    """The actors that articles mention and the places, by IRI; of two descriptions the last counts.

    But spellings gather, and labels of languages in which the last has none.

    What offices are of, and where places lie, is there too, so that nothing points at a node without a name.
    """
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    for extraction in extractions:
        for key, actor in actors_of(extraction).items():
            before = actors.get(key, actor)
            names = before.names if before.names == actor.names else tuple(sorted({*before.names, *actor.names}))
            labels = {**before.labels, **actor.labels}
            same = names == actor.names and labels == actor.labels
            actors[key] = actor if same else replace(actor, names=names, labels=labels)
        for place in (s.place for s in extraction.statements if s.place):
            labels = {**places.get(place.id, place).labels, **place.labels}
            places[place.id] = place if labels == place.labels else replace(place, labels=labels)
    listed = load()
    around = {holding.of for key in actors for holding in listed.careers.get(key, ())}
    around |= {place.state for place in places.values() if place.state}
    actors |= {key: listed.actors[key] for key in around if key not in actors and key in listed.actors}
    found: dict[NamedNode, Actor | Place] = {actor_iri(key): actors[key] for key in sorted(actors)}
    return found | {data_iri("place", key): places[key] for key in sorted(places)}


def description_lines(things: Iterable[Actor | Place]) -> Iterator[str]:
    """The N-Quads that describe actors, with their offices, and places."""
    graph = str(ACTORS_GRAPH)
    for one in things:
        if isinstance(one, Place):
            yield from lines(graph, _place(one))
        else:
            yield from lines(graph, _actor(one))
            yield from lines(graph, _offices(one))


def _actor(actor: Actor) -> Iterator[Spo]:
    node = actor_term(actor)
    yield node, named("rdf:type"), named(f"dg:{actor.kind}")
    yield from _labels(node, actor.labels)
    for name in actor.names:
        yield node, named("skos:altLabel"), text(name.text, name.lang)
    if actor.qid:
        yield node, named("skos:exactMatch"), str(NamedNode(PREFIXES["wd"] + quote(actor.qid, safe="")))
    if actor.known:
        yield node, named("skos:inScheme"), str(WHOSWHO)


def _labels(node: str, labels: Mapping[str, str]) -> Iterator[Spo]:
    for lang, label in sorted(labels.items()):
        yield node, named(LABEL), text(label, lang)


def _place(place: Place) -> Iterator[Spo]:
    node = thing("place", place.id)
    yield node, named("rdf:type"), named("dg:Place")
    yield from _labels(node, place.labels)
    if place.state:
        yield node, named("dg:inState"), actor_term(place.state)


def _offices(actor: Actor) -> Iterator[Spo]:
    """The offices of a known person as ORG memberships: https://www.w3.org/TR/vocab-org/#membership."""
    for holding in load().careers.get(actor.id, ()):
        start = holding.start.isoformat() if holding.start.year > 1 else ""
        node = thing("membership", f"{actor.id}-{holding.office}-{holding.of}-{start or 'unknown'}")
        yield node, named("rdf:type"), named("dg:Office")
        yield node, named("rdf:type"), named("org:Membership")
        yield node, named("org:member"), actor_term(actor)
        yield node, named("org:organization"), actor_term(holding.of)
        yield node, named("org:role"), thing("role", holding.office)
        for lang, titles in sorted(holding.titles.items()):
            yield node, named("rdfs:label"), text(titles[0], lang)
        if start:
            yield node, named("schema:startDate"), date(start)
        if holding.end.year < 9999:
            yield node, named("schema:endDate"), date(holding.end.isoformat())
