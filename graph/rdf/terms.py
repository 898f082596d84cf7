"""The terms that our lines are made of: names, dates and numbers as N-Quads write them. Most come again and again, so they are kept."""

from functools import lru_cache

from graph.rdf.names import data_iri, term
from graph.rdf.nquads import Term, typed
from ontology.actor import Actor

DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


@lru_cache(maxsize=512)
def named(curie: str) -> Term:
    """A prefixed name of a vocabulary: `dg:hosts`."""
    return str(term(curie))


@lru_cache(maxsize=16384)
def thing(kind: str, identifier: str) -> Term:
    """A thing of ours by kind and id."""
    return str(data_iri(kind, identifier))


def actor_term(one: Actor | str) -> Term:
    """An actor, or one by id."""
    return thing("actor", one if isinstance(one, str) else one.id)


def article_term(identifier: str) -> Term:
    """An article, which is also its graph."""
    return thing("article", identifier)


@lru_cache(maxsize=4096)
def date(iso: str) -> Term:
    """An ISO day, month or year with its XML Schema type."""
    return typed(iso, term(f"xsd:{DATE_TYPES[len(iso)]}"))


@lru_cache(maxsize=1024)
def decimal(value: float) -> Term:
    """Three places at most, without zeros at the end: the form to which Oxigraph brings it anyway."""
    return typed(f"{value:.3f}".rstrip("0").rstrip("."), term("xsd:decimal"))


@lru_cache(maxsize=8192)
def integer(value: int) -> Term:
    """A whole number."""
    return typed(str(value), term("xsd:integer"))
