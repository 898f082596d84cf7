"""How sure a statement is: the product of its shape and its two arguments."""

import pytest

from extractors.lexicon import Entry, Slot, WordClass
from extractors.statements.arguments import Argument
from extractors.statements.confidence import confidence
from extractors.statements.predicates import Predicate
from ontology.actor import Actor, ActorKind
from tests.extractors.trees import tree

ENTRY = Entry(WordClass.VERB, "loben", (), "praises", (Slot("subj"),), (Slot("obj"),))
SHAPES = {"verb": 0.9, "participle": 0.9, "role": 0.8, "noun": 0.75, "adjective": 0.8, "demand": 0.75, "reproach": 0.7}


def argument(sure: float = 1.0, slot: str = "subj") -> Argument:
    return Argument(Actor("X", ActorKind.STATE, {"en": "X"}), 0, 1, 0, sure, slot)


def of(shape: str, subject: Argument, target: Argument) -> float:
    return confidence(Predicate(tree("lobte loben VERB 0 root")[0], ENTRY, shape, ()), subject, target)


@pytest.mark.parametrize(("shape", "prior"), SHAPES.items())
def test_each_shape_has_its_prior(shape: str, prior: float) -> None:
    assert of(shape, argument(), argument()) == prior


def test_unsure_arguments_make_it_less_sure() -> None:
    assert of("verb", argument(0.5), argument()) == 0.45
    assert of("verb", argument(), argument(0.5)) == 0.45
    assert of("verb", argument(0.5), argument(0.5)) == 0.225


@pytest.mark.parametrize("slot", ["subj", "obj", "gen", "von", "bearer"])
def test_other_slots_are_sure(slot: str) -> None:
    assert of("noun", argument(slot=slot), argument(slot=slot)) == 0.75


def test_an_argument_lent_by_the_verb_above_is_less_sure() -> None:
    assert of("noun", argument(slot="governor"), argument()) == 0.675
    assert of("noun", argument(), argument(slot="governor")) == 0.675
    assert of("noun", argument(slot="governor"), argument(slot="governor")) == 0.608


def test_three_places_and_never_more_than_sure() -> None:
    assert of("verb", argument(0.777), argument(0.777)) == 0.543
    assert of("verb", argument(1.2), argument(1.2)) == 1.0
