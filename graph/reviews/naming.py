"""Whom a line names: actors and places by IRI, id, name, or a description of somebody new."""

from collections.abc import Mapping
from typing import Any

from extractors.article import DEFAULT_LANGUAGE
from graph.rdf.names import actor_iri, data_iri, identifier
from graph.rdf.nquads import node, text
from graph.reviews.describing import ACTOR, PLACES, described_as_new, in_tables, listed_actor, places, snapshot
from graph.reviews.judgement import Judgement, ReviewError
from graph.reviews.lines import IRI
from graph.statements.described import PLACE, Described, described
from graph.statements.selection import SelectionError, actor_named
from graph.storage.store import ArticleStore


class Names:
    """Finds actors and places in a store; `things` are those that are known to be described, by IRI."""

    def __init__(self, store: ArticleStore, things: Mapping[str, Described]) -> None:
        """What is looked up is remembered, as is who is new."""
        self.store, self.things = store, dict(things)
        self.found: dict[str, str] = {}
        self.new: dict[str, dict[str, Any]] = {}

    def actor(self, given: Any, told_with: Mapping[str, Any] | None = None) -> str:
        """The IRI of an actor by IRI, id, name, or description. Raises `ReviewError` or `SelectionError`."""
        if isinstance(given, dict):
            if known := in_tables(given["name"]):
                return known
            iri, about = described_as_new(given["name"], given["kind"], given.get("lang", DEFAULT_LANGUAGE))
            if not self._there(iri):
                self.new[iri] = about
            return iri
        if given not in self.found:
            self.found[given] = self._actor(given, told_with or {})
        return self.found[given]

    def _actor(self, given: str, told_with: Mapping[str, Any]) -> str:
        if given.startswith(ACTOR) and IRI.fullmatch(given):
            if given in told_with or self._there(given):
                return given
            raise ReviewError(f"no actor {given!r} in the graph")
        if known := listed_actor(given) or next((one for one in (actor_iri(given).value,) if self._there(one)), ""):
            return known
        try:
            return actor_iri(actor_named(self.store, given)).value
        except SelectionError:
            if known := in_tables(given):
                return known
            raise

    def _there(self, iri: str) -> bool:
        """Whether an actor is described, in the store, the tables or this file; or was, and is another one now."""
        if iri in self.things or iri in self.new or listed_actor(identifier(iri)):
            return True
        return bool(self.store.query(f"ASK {{ {node(iri)} dcterms:isReplacedBy|skos:prefLabel ?any }}").boolean)

    def place(self, given: Any) -> str:
        """The IRI of a place by IRI, id or name; a name that no place has makes a new one."""
        if isinstance(given, str) and given.startswith(PLACES) and IRI.fullmatch(given):
            if given in self.things or identifier(given) in places():
                return given
            raise ReviewError(f"no place {given!r} in the graph")
        name = given if isinstance(given, str) else given["name"]
        if name in places():
            return data_iri("place", name).value
        if listed := next((one for one in places().values() if name in one.labels.values()), None):
            return data_iri("place", listed.id).value
        rows = self.store.query(
            f"SELECT ?p {{ ?p a dg:Place ; skos:prefLabel ?l FILTER(STR(?l) = {text(name)}) }} ORDER BY ?p"
        ).rows
        if rows:
            return rows[0][0]
        iri, about = described_as_new(name, PLACE, DEFAULT_LANGUAGE)
        self.new[iri] = about
        return iri

    def described(self, one: Judgement) -> dict[str, Mapping[str, Any]]:
        """The descriptions of those that a judgement names and no table lists."""
        ends = [one.target, one.other] if one.was is None else []
        if one.was:
            ends += [one.was.subject, one.was.object, one.was.place, one.was.source]
            ends += [one.correction.get(name, "") for name in ("subject", "object", "place", "source")]
        wanted = [end for end in ends if end and not _listed(end)]
        if missing := [end for end in wanted if end not in self.things and end not in self.new]:
            self.things |= described(self.store, missing)
        found = {
            end: self.new.get(end) or (snapshot(self.things[end]) if end in self.things else None) for end in wanted
        }
        return {end: about for end, about in sorted(found.items()) if about}


def _listed(iri: str) -> bool:
    return bool(listed_actor(identifier(iri))) if iri.startswith(ACTOR) else identifier(iri) in places()
