"""Actors and places: the ends of a statement, as plain values that know neither spaCy nor rdflib."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """The four kinds of political actor; each value is the local name of its class in the ontology."""

    PERSON = "Person"
    STATE = "State"
    ORGANISATION = "Organisation"
    GROUP = "Group"


@dataclass(frozen=True, slots=True)
class Actor:
    """A political actor: a person, state, organisation or group.

    `id` is the last part of the actor's IRI: a Wikidata id (`Q3052772`) where one is known, else a slug of the name
    (`coalition-of-the-willing-ukraine`). `name` is the canonical English name, `name_de` the usual German one; `names` are
    all other spellings, in any language, sorted. `known` tells an actor of the who's-who from one that an article introduced.
    """

    id: str
    kind: ActorKind
    name: str
    name_de: str
    names: tuple[str, ...] = ()
    qid: str | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A place where something happened: `id` is the slug in its IRI (`paris`), `state` the id of the state's actor or None."""

    id: str
    name: str
    name_de: str
    state: str | None = None
