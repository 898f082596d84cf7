"""The constraint components of SHACL core that our shapes use, as functions from a node's values to those that break them.

One function a component (https://www.w3.org/TR/shacl/#core-components), all of them named in `COMPONENTS`. An unknown component
is an error, never skipped.
"""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import SH, XSD

from graph.rdf.nquads import Term, datatype, language, length, lexical


@dataclass(frozen=True, slots=True)
class Around:
    """What a constraint may ask for: the node's values by property, and the classes of all nodes with those above them."""

    values: Mapping[str, list[Term]]
    classes: Mapping[str, frozenset[str]]


Constraint = Callable[[list[Term], Around], list[str]]
Component = Callable[[rdflib.Graph, rdflib.term.Node], Constraint]

LEXICAL = {
    str(XSD.integer): re.compile(r"[+-]?\d+"),
    str(XSD.decimal): re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    str(XSD.gYear): re.compile(r"-?\d{4,}"),
    str(XSD.gYearMonth): re.compile(r"-?\d{4,}-(0[1-9]|1[0-2])"),
    str(XSD.double): re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?"),
}
NUMBERS = frozenset((str(XSD.integer), str(XSD.decimal)))


@lru_cache(maxsize=4096)
def formed(value: str, kind: str) -> bool:
    """Whether a literal is one of its type: *2025-02-30* is no date."""
    if kind == str(XSD.date):
        try:
            return bool(datetime.date.fromisoformat(value))
        except ValueError:
            return False
    pattern = LEXICAL.get(kind)
    return pattern is None or pattern.fullmatch(value) is not None


def _order(term: Term) -> Decimal | str | None:
    """What a literal is compared by, None for what has no order."""
    value, kind = lexical(term), datatype(term)
    if not kind or not formed(value, kind):
        return None
    return Decimal(value) if kind in NUMBERS else value


def _least(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
    number = int(str(value))
    return lambda terms, _: [""] if len(terms) < number else []


def _most(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
    number = int(str(value))
    return lambda terms, _: [""] if len(terms) > number else []


def _datatype(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
    wanted = str(value)

    def broken(terms: list[Term], _: Around) -> list[str]:
        return [lexical(term) for term in terms if datatype(term) != wanted or not formed(lexical(term), wanted)]

    return broken


def _class(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
    wanted = str(value)
    return lambda terms, around: [lexical(t) for t in terms if wanted not in around.classes.get(t, ())]


def _kind(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
    if value != SH.IRI:
        raise NotImplementedError(f"sh:nodeKind {value}")
    return lambda terms, _: [lexical(t) for t in terms if not t.startswith("<")]


def _disjoint(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
    other = str(value)
    return lambda terms, around: [lexical(t) for t in terms if t in around.values.get(other, ())]


def _in(shapes: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
    allowed = frozenset(f"<{member}>" for member in Collection(shapes, value))
    return lambda terms, _: [lexical(t) for t in terms if t not in allowed]


def _inclusive(sign: int) -> Component:
    def made(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
        limit = Decimal(str(value)) * sign

        def broken(terms: list[Term], _: Around) -> list[str]:
            numbers = ((term, _order(term)) for term in terms)
            return [lexical(t) for t, number in numbers if not isinstance(number, Decimal) or number * sign < limit]

        return broken

    return made


def _length(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
    least = int(str(value))
    return lambda terms, _: [lexical(t) for t in terms if length(t) < least]


def _before(equal: bool) -> Component:
    def made(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
        path = str(value)

        def broken(terms: list[Term], around: Around) -> list[str]:
            found = []
            for term in terms:
                for other in around.values.get(path, ()):
                    pair = _order(term), _order(other)
                    if not _precedes(*pair, equal):
                        found.append(lexical(term))
            return found

        return broken

    return made


def _precedes(one: Decimal | str | None, other: Decimal | str | None, equal: bool) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one < other or (equal and one == other)
    if isinstance(one, str) and isinstance(other, str):
        return one < other or (equal and one == other)
    return False


def _languages(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
    if not bool(value):
        raise NotImplementedError("sh:uniqueLang false")

    def broken(terms: list[Term], _: Around) -> list[str]:
        used = Counter(said for term in terms if (said := language(term)))
        return [""] * sum(count > 1 for count in used.values())

    return broken


def _pattern(_: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
    wanted = re.compile(str(value))
    return lambda terms, _: [lexical(t) for t in terms if not wanted.search(lexical(t))]


def _alternatives(least: int, most: int) -> Component:
    """`sh:or` and `sh:xone` over shapes of constraints alone: how many of them a value may keep to."""

    def made(shapes: rdflib.Graph, value: rdflib.term.Node) -> Constraint:
        members = [constraints(shapes, part) for part in Collection(shapes, value)]

        def broken(terms: list[Term], around: Around) -> list[str]:
            found = []
            for term in terms:
                kept = sum(not any(c([term], around) for c in member) for member in members)
                if not least <= kept <= most:
                    found.append(lexical(term))
            return found

        return broken

    return made


COMPONENTS: Mapping[rdflib.term.Node, Component] = {
    SH.minCount: _least,
    SH.maxCount: _most,
    SH["class"]: _class,
    SH.datatype: _datatype,
    SH.nodeKind: _kind,
    SH["in"]: _in,
    SH.disjoint: _disjoint,
    SH.minInclusive: _inclusive(1),
    SH.maxInclusive: _inclusive(-1),
    SH.minLength: _length,
    SH.lessThan: _before(equal=False),
    SH.lessThanOrEquals: _before(equal=True),
    SH.uniqueLang: _languages,
    SH.pattern: _pattern,
    SH["or"]: _alternatives(1, 1 << 30),
    SH.xone: _alternatives(1, 1),
}


def constraints(
    shapes: rdflib.Graph, shape: rdflib.term.Node, beside: frozenset[rdflib.term.Node] = frozenset()
) -> tuple[Constraint, ...]:
    """The constraints of a shape; `beside` are properties of it that constrain nothing. Raises `NotImplementedError`."""
    found = []
    for component, value in sorted(shapes.predicate_objects(shape), key=str):
        if component in beside:
            continue
        if component not in COMPONENTS:
            raise NotImplementedError(
                f"{shape}: no function for {component}; add it to graph/validation/constraints.py"
            )
        found.append(COMPONENTS[component](shapes, value))
    return tuple(found)
