"""How sure a statement is, from the rule that found it, how its arguments were found, and how their mentions were linked."""

from extractors.statements.arguments import Argument
from extractors.statements.predicates import Predicate

# Prior of a shape: share of right statements on development articles, rounded.
SHAPES = {"verb": 0.9, "participle": 0.9, "role": 0.8, "noun": 0.75, "adjective": 0.8, "demand": 0.75, "reproach": 0.7}
SLOTS = {"governor": 0.9}


def confidence(predicate: Predicate, subject: Argument, target: Argument) -> float:
    """A number in 0..1, rounded to three places: the product of rule and argument evidence."""
    value = SHAPES[predicate.shape] * subject.confidence * target.confidence
    for argument in (subject, target):
        value *= SLOTS.get(argument.slot, 1.0)
    return round(min(1.0, value), 3)
