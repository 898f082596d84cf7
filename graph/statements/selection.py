"""Which statements: by date, relation, actor and confidence. One filter for the network and all exports."""

import difflib
import re
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal

from graph.rdf.names import actor_iri, identifier
from graph.storage.store import ArticleStore
from ontology.errors import RequestError
from ontology.vocabulary import relations

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
# What pictures, analyses and reports count from where nobody says otherwise: of events and offices together four of five are right
# from here on, and friends and foes come out as they are known (tests.bench.camps); lower, what is turned round costs more than it adds.
SURE = 0.6


class SelectionError(RequestError):
    """A filter that cannot be: no date, no relation of the ontology, no or more than one actor of that name."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Statements from `since` to `until` (ISO days, months or years, both inclusive), of some relations, with some actors (ids).

    A statement without a date counts on its article's. One with a month or a year counts where its days overlap. `reviewed` are those
    that a reviewer confirmed, amended or added.
    """

    since: str = ""
    until: str = ""
    relations: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    min_confidence: float = 0.0
    reviewed: bool = False

    def __post_init__(self) -> None:
        """Raises `SelectionError` for what no statement could match."""
        for name, day in (("since", self.since), ("until", self.until)):
            if day and not (DATE.fullmatch(day) and _exists(day)):
                raise SelectionError(f"{name} {day!r}: write a date that exists as 2025-09-04, 2025-09 or 2025")
        for relation in self.relations:
            if relation not in relations():
                alike = difflib.get_close_matches(relation, relations(), 3)
                meant = f"did you mean {' or '.join(alike)}?" if alike else f"there are {', '.join(relations())}"
                raise SelectionError(f"no relation {relation!r}; {meant}")
        if self.since and self.until and self.since > f"{self.until}-99":
            raise SelectionError(f"since {self.since} is after until {self.until}")

    def __bool__(self) -> bool:
        """Whether it leaves anything out."""
        return self != Selection()

    def pattern(self) -> str:
        """SPARQL that narrows `?st` inside a group; empty where everything is selected."""
        parts = []
        if self.relations:
            names = " ".join(f"dg:{name}" for name in self.relations)
            parts.append(f"VALUES ?selectedRelation {{ {names} }} ?st rdf:predicate ?selectedRelation .")
        if self.actors:
            ids = " ".join(str(actor_iri(actor)) for actor in self.actors)
            parts.append(
                f"FILTER EXISTS {{ VALUES ?selectedActor {{ {ids} }} ?st rdf:subject|rdf:object ?selectedActor }}"
            )
        if self.reviewed:
            parts.append("?st dg:verdict ?judged .")
        if self.min_confidence:
            parts.append(f"?st dg:confidence ?sure . FILTER(?sure >= {self.min_confidence:f})")
        if self.since or self.until:
            parts.append(
                "OPTIONAL { ?st dg:date ?said } OPTIONAL { ?st prov:wasDerivedFrom/dcterms:date ?published }\n"
                "BIND(STR(COALESCE(?said, ?published)) AS ?when)"
            )
        if self.since:
            # "2025-09" lies in a period that begins on 2025-09-03: compared as its last possible day.
            parts.append(f'FILTER(CONCAT(?when, "-99-99") >= {Literal(self.since)})')
        if self.until:
            parts.append(f"FILTER(?when <= {Literal(self.until + '-99')})")
        return "\n".join(parts)


def _exists(day: str) -> bool:
    """Whether a day, month or year is one of the calendar."""
    try:
        date(*(int(part) for part in (*day.split("-"), "1", "1")[:3]))
    except ValueError:
        return False
    return True


def selected(
    store: ArticleStore,
    since: str = "",
    until: str = "",
    relation: str = "",
    actor: str = "",
    min_confidence: float | str = 0.0,
) -> Selection:
    """A selection as a user gives it: `relation` and `actor` may be lists with commas, actors by id or by name.

    Raises `SelectionError`.
    """
    names = [name.strip() for name in actor.split(",") if name.strip()]
    return Selection(
        since,
        until,
        tuple(name.strip() for name in relation.split(",") if name.strip()),
        tuple(actor_named(store, name) for name in names),
        float(min_confidence),
    )


def actor_named(store: ArticleStore, name: str) -> str:
    """The id of the actor with this id or name, in German or English, upper and lower case alike.

    A main name counts before another spelling, and that before a part of a name (*Macron*). Raises `SelectionError` for none
    and for several, naming them.
    """
    if store.query(f"ASK {{ {actor_iri(name)} skos:prefLabel ?label }}").boolean:
        return name
    wanted = Literal(name.casefold())
    word = Literal(rf"(^|[\s-]){re.escape(name.casefold())}($|[\s-])")
    tests = (
        ("skos:prefLabel", f"?folded = {wanted}"),
        ("skos:altLabel", f"?folded = {wanted}"),
        ("skos:prefLabel", f"REGEX(?folded, {word})"),
        ("skos:prefLabel", f"CONTAINS(?folded, {wanted})"),
    )
    for label, test in tests:
        rows = store.query(
            f"SELECT ?a (SAMPLE(?name) AS ?shown) {{ ?a {label} ?name . BIND(LCASE(STR(?name)) AS ?folded) FILTER({test})"
            " FILTER NOT EXISTS { ?a a dg:Place } } GROUP BY ?a ORDER BY ?a LIMIT 6"
        ).rows
        ids = [identifier(iri) for iri, _ in rows]
        if len(ids) == 1 and not test.startswith("CONTAINS"):
            return ids[0]
        if ids:
            found = ", ".join(f"{shown} ({key})" for key, (_, shown) in zip(ids[:5], rows, strict=False))
            which = "names no actor exactly" if test.startswith("CONTAINS") else "names several actors"
            raise SelectionError(f"{name!r} {which}: {found}{' …' if len(ids) > 5 else ''}; give the id")
    raise SelectionError(f"no actor {name!r} in this graph")
