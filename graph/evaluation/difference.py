"""What two graphs differ in: statements and actors gained and lost."""

from dataclasses import dataclass

from extractors.article import DEFAULT_LANGUAGE
from graph.rdf.names import identifier
from graph.statements.described import described
from graph.statements.stored import Stored, stored
from graph.storage.store import ArticleStore


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A statement as a reader compares it: what it says in which article, with all qualifiers, whatever its place in the text."""

    article: str
    subject: str
    relation: str
    object: str
    polarity: str
    status: str
    date: str
    place: str
    source: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Facts and actors (names) that the second graph has and the first does not (`gained`), and the other way round."""

    gained: tuple[Fact, ...]
    lost: tuple[Fact, ...]
    actors_gained: tuple[str, ...]
    actors_lost: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.gained or self.lost or self.actors_gained or self.actors_lost)


def difference(first: ArticleStore, second: ArticleStore, lang: str = DEFAULT_LANGUAGE) -> Difference:
    """What `second` gained and lost against `first`, sorted, with names in a language."""
    (before, actors_before), (after, actors_after) = _told(first, lang), _told(second, lang)
    return Difference(
        tuple(sorted(after - before)),
        tuple(sorted(before - after)),
        tuple(sorted(label for actor, label in actors_after.items() if actor not in actors_before)),
        tuple(sorted(label for actor, label in actors_before.items() if actor not in actors_after)),
    )


def _told(store: ArticleStore, lang: str) -> tuple[set[Fact], dict[str, str]]:
    """The facts, and the names of actors by IRI."""
    things = described(store)
    labels = {iri: thing.label(lang) for iri, thing in things.items()}
    actors = {iri: labels[iri] for iri, thing in things.items() if thing.is_actor}
    return {_fact(statement, labels) for statement in stored(store)}, actors


def _fact(one: Stored, labels: dict[str, str]) -> Fact:
    return Fact(
        one.article, labels.get(one.subject, one.subject), one.relation, labels.get(one.object, one.object),
        one.polarity, one.status, one.date, labels.get(one.place, identifier(one.place)), labels.get(one.source, one.source),
    )  # fmt: skip
