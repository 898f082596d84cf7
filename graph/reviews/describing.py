"""Actors and places that judgements name: described in the judgement itself where no table lists them, so that it holds in any store."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from graph.rdf.names import actor_iri, data_iri, identifier
from graph.rdf.nquads import Term, value
from graph.reviews.judgement import Judgement
from graph.statements.described import PLACE, Described
from ontology.actor import Actor, ActorKind, Place, Spelling
from ontology.slugs import slug
from ontology.whoswho import load

LONGEST = 100
ACTOR, PLACES = data_iri("actor", "").value, data_iri("place", "").value


def snapshot(thing: Described) -> dict[str, Any]:
    """What a judgement keeps of an actor or place."""
    told: dict[str, Any] = {"kind": thing.kind, "labels": dict(thing.labels)}
    if thing.names:
        told["names"] = [list(name) for name in thing.names]
    told |= {name: value for name, value in (("qid", thing.qid), ("state", thing.state)) if value}
    return told


def described_as_new(name: str, kind: str, lang: str) -> tuple[str, dict[str, Any]]:
    """The IRI and description of an actor or a place that nobody has described: it is called so in a language."""
    which, identifier_ = "place" if kind == PLACE else "actor", slug(name)
    if len(identifier_) > LONGEST:
        # Some stores cannot index an IRI of thousands of characters.
        identifier_ = f"{identifier_[:LONGEST]}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
    return data_iri(which, identifier_).value, {"kind": kind, "labels": {lang: name}}


def needed(nodes: Iterable[Term], judgements: Iterable[Judgement]) -> dict[Term, Actor | Place]:
    """The actors and places among some nodes that judgements or the tables describe, by their terms, sorted."""
    wanted = sorted(nodes)
    if not wanted:
        return {}
    told = {iri: kept for one in judgements for iri, kept in one.described.items()}
    found = {one: _thing(value(one), told.get(value(one))) for one in wanted}
    return {one: thing for one, thing in found.items() if thing}


def _thing(iri: str, told: Mapping[str, Any] | None) -> Actor | Place | None:
    name = identifier(iri)
    if iri.startswith(ACTOR) and name in load().actors:
        return load().actors[name]
    if iri.startswith(PLACES) and name in places():
        return places()[name]
    if told is None:
        return None
    if told["kind"] == PLACE:
        return Place(name, told["labels"], identifier(told["state"]) if told.get("state") else None)
    names = tuple(Spelling(text, lang) for text, lang in told.get("names", ()))
    return Actor(name, ActorKind(told["kind"]), told["labels"], names, told.get("qid"), known=False)


@lru_cache
def places() -> dict[str, Place]:
    """The places of the tables by id."""
    return {
        place.id: place for lang in sorted(load().words_by_language) for place in load().words(lang).places.values()
    }


def listed_actor(name: str) -> str:
    """The IRI of the actor of the tables with this id, "" where there is none."""
    return actor_iri(name).value if name in load().actors else ""


def in_tables(name: str) -> str:
    """The IRI of the one actor of the tables with this full name, "" where there is none or more than one."""
    found = load().names.get(name, ())
    return actor_iri(found[0]).value if len(found) == 1 else ""
