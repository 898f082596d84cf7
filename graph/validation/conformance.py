"""Conformance of a batch: the rules about single nodes, checked in milliseconds where pyshacl needs seconds.

The same `shapes.ttl` is read, so that there is one place for rules. `graph.validation.shacl` runs pyshacl itself over a store, and
tests compare the two.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rdflib.namespace import RDF, SH

from graph.rdf.batch import Batch
from graph.rdf.nquads import Term, datatype, lexical, triples
from graph.validation.constraints import Around, Constraint, constraints, formed
from graph.validation.shapes import LITERAL, MISFORMED, SHAPES, Violation, classes, shapes

TYPE = str(RDF.type)
# What names, aims or explains a shape.
DESCRIBING = frozenset((RDF.type, SH.path, SH.message, SH.targetClass, SH.property))


@dataclass(frozen=True, slots=True)
class Rule:
    """A property shape, or a node shape's own constraints, whose path is empty."""

    name: str
    path: str
    message: str
    constraints: tuple[Constraint, ...]


def violations(made: Batch) -> Iterator[Violation]:
    """What in a batch breaks the rules about single nodes, by node. A batch describes all that its articles lead to."""
    nodes: dict[Term, dict[str, list[Term]]] = defaultdict(dict)
    # The same triple stands in a graph once, however often the batch has it.
    for subject, predicate, value in dict.fromkeys(triples(made.text())):
        nodes[subject].setdefault(lexical(predicate), []).append(value)
    kinds = {node: _all_above(tuple(lexical(kind) for kind in values.get(TYPE, ()))) for node, values in nodes.items()}
    for node in sorted(nodes):
        values = nodes[node]
        around = Around(values, kinds)
        for rule in _rules_of(kinds[node]):
            found = values.get(rule.path, []) if rule.path else [node]
            for constraint in rule.constraints:
                for value in constraint(found, around):
                    yield Violation(lexical(node), rule.name, rule.path, rule.message, value)
        for path, terms in values.items():
            for kind, value in ((datatype(term), lexical(term)) for term in terms):
                if kind and not formed(value, kind):
                    message = MISFORMED.format(kind.rpartition("#")[2])
                    yield Violation(lexical(node), LITERAL, path, message, value)


@lru_cache(maxsize=1024)
def _with_above(kind: str) -> frozenset[str]:
    """A class and all above it."""
    above = (str(parent) for child, parent in classes() if str(child) == kind)
    return frozenset((kind,)).union(*(_with_above(parent) for parent in above))


@lru_cache(maxsize=1024)
def _all_above(kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(_with_above(kind) for kind in kinds))


@lru_cache(maxsize=1024)
def _rules_of(kinds: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that a node of some classes must keep to."""
    return tuple(rule for kind in sorted(kinds) for rule in _rules().get(kind, ()))


@lru_cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    """The rules by the class whose nodes must keep to them."""
    found, _ = shapes()
    rules: dict[str, tuple[Rule, ...]] = {}
    for shape, kind in found.subject_objects(SH.targetClass):
        mine = [
            Rule(
                str(node).removeprefix(SHAPES),
                str(found.value(node, SH.path) or ""),
                str(found.value(node, SH.message) or ""),
                constraints(found, node, DESCRIBING),
            )
            for node in (shape, *sorted(found.objects(shape, SH.property), key=str))
        ]
        rules[str(kind)] = tuple(rule for rule in mine if rule.constraints)
    return rules
