"""Which subjects and objects go together."""

from dataclasses import replace

import pytest

from extractors.lexicon import Entry, Slot, WordClass
from extractors.statements.arguments import Argument
from extractors.statements.pairs import Pairing
from ontology.actor import Actor, ActorKind
from ontology.vocabulary import relations


def actor(name: str, kind: ActorKind = ActorKind.STATE, *, known: bool = True) -> Actor:
    return Actor(name, kind, {"en": name}, known=known)


def argument(name: str, kind: ActorKind = ActorKind.STATE, confidence: float = 1.0, *, known: bool = True) -> Argument:
    return Argument(actor(name, kind, known=known), 0, 1, 0, confidence, "subj")


A, B, C = (argument(name) for name in "ABC")
STATES: dict[str, frozenset[str]] = {"Macron": frozenset(("A", "EU"))}


def pairs(
    subjects: list[Argument], objects: list[Argument], relation: str = "accuses", *, reciprocal: bool = False
) -> list[str]:
    pairing = Pairing(relations(), lambda person: STATES.get(person.id, frozenset()))
    entry = Entry(WordClass.VERB, "tun", (), relation, (Slot("subj"),), (Slot("obj"),))
    return [s.actor.id + o.actor.id for s, o in pairing.combine(entry, subjects, objects, reciprocal=reciprocal)]


def test_each_subject_goes_with_each_object() -> None:
    assert pairs([A, B], [C, argument("D")]) == ["AC", "AD", "BC", "BD"]
    assert pairs([], [C]) == []
    assert pairs([A], []) == []


def test_nobody_does_it_to_himself() -> None:
    assert pairs([A, B], [A, C]) == ["AC", "BA", "BC"]
    assert pairs([A], [replace(A, begin=7)]) == []


def test_subjects_of_a_symmetric_relation_go_together_once() -> None:
    assert pairs([A, B, C], [], "meets") == ["AB", "AC", "BC"]
    assert pairs([A, B], [], "meets") == ["AB"]
    assert pairs([A], [], "meets") == []


def test_subjects_that_do_it_to_each_other_go_together_both_ways() -> None:
    assert pairs([A, B, C], [], reciprocal=True) == ["AB", "AC", "BA", "BC", "CA", "CB"]
    assert pairs([A, B], [], reciprocal=True) == ["AB", "BA"]
    assert pairs([A], [], reciprocal=True) == []


def test_subjects_do_nothing_to_each_other_unless_told() -> None:
    pairing = Pairing(relations(), lambda _: frozenset())
    entry = Entry(WordClass.VERB, "tun", (), "accuses", (Slot("subj"),), (Slot("obj"),))
    assert pairing.combine(entry, [A, B], []) == ()


def test_subjects_with_an_object_do_nothing_to_each_other() -> None:
    assert pairs([A, B], [C], "meets") == ["AC", "BC"]
    assert pairs([A, B], [C], reciprocal=True) == ["AC", "BC"]


def test_one_actor_named_twice_meets_nobody() -> None:
    assert pairs([A, replace(A, begin=7)], [], "meets") == []
    assert pairs([A, replace(A, begin=7), B], [], reciprocal=True) == ["AB", "AB", "BA", "BA"]


@pytest.mark.parametrize(
    ("confidence", "known", "kept"), [(0.5, False, []), (0.51, False, ["PA"]), (0.5, True, ["PA"])]
)
def test_a_person_without_title_that_no_table_has_is_no_subject(
    confidence: float, known: bool, kept: list[str]
) -> None:
    person = argument("P", ActorKind.PERSON, confidence, known=known)
    assert pairs([person], [A]) == kept
    assert pairs([person], [A], "detains") == kept


@pytest.mark.parametrize("kind", [ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.STATE])
def test_only_a_person_is_private(kind: ActorKind) -> None:
    assert pairs([argument("G", kind, 0.3, known=False)], [A]) == ["GA"]


@pytest.mark.parametrize(
    ("relation", "kept"), [("accuses", []), ("detains", ["AP"]), ("releases", ["AP"]), ("sanctions", ["AP"])]
)
def test_a_private_person_is_the_object_of_arrests_alone(relation: str, kept: list[str]) -> None:
    person = argument("P", ActorKind.PERSON, 0.4, known=False)
    assert pairs([A], [person], relation) == kept
    assert pairs([A], [argument("P", ActorKind.PERSON, 0.4)], relation) == ["AP"]


@pytest.mark.parametrize(
    ("relation", "visited", "kept"),
    [
        ("visits", "A", []),
        ("visits", "EU", []),
        ("recognizes", "A", []),
        ("visits", "B", ["MacronB"]),
        ("criticizes", "A", ["MacronA"]),
    ],
)
def test_nobody_visits_the_state_he_serves(relation: str, visited: str, kept: list[str]) -> None:
    assert pairs([argument("Macron", ActorKind.PERSON)], [argument(visited)], relation) == kept


def test_who_serves_no_state_visits_any() -> None:
    assert pairs([argument("Merz", ActorKind.PERSON)], [A], "visits") == ["MerzA"]
