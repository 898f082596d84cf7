"""Actors and places: the ends of a statement, as plain values that know neither spaCy nor rdflib."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from ontology.labels import in_language


class ActorKind(StrEnum):
    """The four kinds of political actor; each value is the local name of its class in the ontology."""

    PERSON = "Person"
    STATE = "State"
    ORGANISATION = "Organisation"
    GROUP = "Group"


class Spelling(NamedTuple):
    """A spelling of a name and its language (ISO 639-1)."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A political actor: a person, state, organisation or group.

    `id` is the last part of the actor's IRI: a Wikidata id (`Q3052772`) where one is known, else a slug of the name
    (`coalition-of-the-willing-ukraine`). `labels` are the usual names by language, `names` all other spellings, sorted. `known`
    tells an actor of the who's-who from one that an article introduced, which has a label in the article's language alone.

    Two actors are equal if their ids are: what is said of an actor depends on who says it, who it is does not.
    """

    id: str
    kind: ActorKind = field(compare=False)
    labels: Mapping[str, str] = field(compare=False)
    names: tuple[Spelling, ...] = field(default=(), compare=False)
    qid: str | None = field(default=None, compare=False)
    known: bool = field(default=True, compare=False)

    def label(self, lang: str) -> str:
        """The usual name in a language, else in English, else in any; the id where there is none."""
        return in_language(self.labels, lang, self.id)

    def spellings(self, lang: str) -> tuple[str, ...]:
        """All names, each once: the label in the language, the further names, the labels in other languages."""
        others = (self.labels[other] for other in sorted(self.labels))
        return tuple(dict.fromkeys((self.label(lang), *(name.text for name in self.names), *others)))


@dataclass(frozen=True, slots=True)
class Place:
    """A place where something happened: `id` is the slug in its IRI (`paris`), `state` the id of the state's actor or None.

    `labels` are its names by language. Two places are equal if their ids are.
    """

    id: str
    labels: Mapping[str, str] = field(compare=False)
    state: str | None = field(default=None, compare=False)

    def label(self, lang: str) -> str:
        """The name in a language, else in English, else in any; the id where there is none."""
        return in_language(self.labels, lang, self.id)
