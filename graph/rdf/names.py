"""How everything is named: the IRIs of the vocabulary and of our data, and what they say when they are read back."""

import hashlib
from functools import lru_cache
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from extractors.statement import Statement
from ontology.actor import Actor
from ontology.vocabulary import DATA, PREFIXES

ACTORS_GRAPH = NamedNode(f"{DATA}graph/actors")
FACTS_GRAPH = NamedNode(f"{DATA}graph/facts")
REVIEWS_GRAPH = NamedNode(f"{DATA}graph/reviews")
WHOSWHO = NamedNode(f"{DATA}whoswho")


@lru_cache(maxsize=256)
def term(curie: str) -> NamedNode:
    """The IRI of a prefixed name: `dg:hosts`."""
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


@lru_cache(maxsize=2048)
def data_iri(kind: str, identifier: str) -> NamedNode:
    """The IRI of a thing of ours: `actor`, `place`, `article`, `membership`, `role`."""
    return NamedNode(f"{DATA}{kind}/{quote(identifier, safe='', errors='replace')}")


def actor_iri(actor: Actor | str) -> NamedNode:
    """The IRI of an actor, or of an actor's id."""
    return data_iri("actor", actor if isinstance(actor, str) else actor.id)


def article_iri(identifier: str) -> NamedNode:
    """The IRI of an article, which also names its graph."""
    return data_iri("article", identifier)


def statement_iri(statement: Statement) -> NamedNode:
    """A hash of article, evidence span, subject, relation and object: the same fact in the same place is the same node."""
    parts = (
        statement.article.id, statement.evidence.begin, statement.evidence.end,
        statement.subject.id, statement.relation, statement.object.id,
    )  # fmt: skip
    return NamedNode(f"{DATA}statement/{hashlib.sha256(repr(parts).encode()).hexdigest()[:20]}")


def identifier(iri: str) -> str:
    """The id in an IRI of our data, whatever its kind; the IRI itself, unquoted, where it is not ours."""
    return unquote(iri.removeprefix(DATA).partition("/")[2] if iri.startswith(DATA) else iri)


def local(iri: str) -> str:
    """The name in an IRI of the vocabulary: `hosts`."""
    return iri.rpartition("#")[2]
