"""The shapes as they are read from the ontology, and what breaks them."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import rdflib
from rdflib.namespace import RDFS, SH

from ontology.patterns import answered
from ontology.vocabulary import ontology_text

SHAPES = "https://w3id.org/diplograph/shapes#"
# The rule that no shape needs to say: a value is one of its type.
LITERAL, MISFORMED = "literal", "is no {}"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A rule that a node breaks: `rule` is the shape's local name, `path` the property's IRI or empty, `value` what was found."""

    node: str
    rule: str
    path: str
    message: str
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a graph breaks: all violations, sorted."""

    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Whether there are none."""
        return not self.violations


@lru_cache
def shapes_text() -> str:
    """The shapes as Turtle."""
    return files("ontology").joinpath("shapes.ttl").read_text(encoding="utf8")


@lru_cache
def shapes() -> tuple[rdflib.Graph, tuple[tuple[str, str, str], ...]]:
    """The shapes without their SPARQL constraints, and these apart: rule, message, query."""
    found = rdflib.Graph().parse(data=shapes_text(), format="turtle")
    constraints = []
    for shape, constraint in list(found.subject_objects(SH.sparql)):
        message, select = found.value(constraint, SH.message), found.value(constraint, SH.select)
        constraints.append((str(shape).removeprefix(SHAPES), str(message), answered(str(select))))
        found.remove((shape, None, None))
    return found, tuple(sorted(constraints))


@lru_cache
def classes() -> tuple[tuple[rdflib.term.Node, rdflib.term.Node], ...]:
    """The pairs of class and class above it in the ontology."""
    ontology = rdflib.Graph().parse(data=ontology_text(), format="turtle")
    return tuple(sorted(ontology.subject_objects(RDFS.subClassOf), key=str))
