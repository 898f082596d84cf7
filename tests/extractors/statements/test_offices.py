"""Who represents what, from mentions made by hand."""

import pytest

from extractors.mention import Mention, MentionKind
from extractors.statements.offices import office_holders
from ontology.actor import Actor, ActorKind

RUBIO = Actor("Q1", ActorKind.PERSON, {"en": "Marco Rubio"})
KERRY = Actor("Q2", ActorKind.PERSON, {"en": "John Kerry"})
USA = Actor("USA", ActorKind.STATE, {"en": "United States"})
NATO = Actor("NATO", ActorKind.ORGANISATION, {"en": "NATO"})


def mention(
    *actors: Actor, represents: Actor | None = USA, kind: MentionKind = MentionKind.OFFICE, begin: int = 0
) -> Mention:
    return Mention(begin, begin + 5, begin, kind, actors, represents)


def held(*mentions: Mention) -> list[tuple[int, str, str]]:
    return [(m.begin, person.label("en"), of.label("en")) for m, person, of in office_holders(mentions)]


@pytest.mark.parametrize("kind", [MentionKind.OFFICE, MentionKind.NAME, MentionKind.DESCRIPTION])
def test_who_is_named_with_his_office_represents(kind: MentionKind) -> None:
    assert held(mention(RUBIO, kind=kind)) == [(0, "Marco Rubio", "United States")]


def test_a_name_without_office_does_not() -> None:
    assert held(mention(RUBIO, represents=None, kind=MentionKind.NAME)) == []


def test_a_pronoun_names_no_office() -> None:
    assert held(mention(RUBIO, kind=MentionKind.PRONOUN)) == []
    assert held(mention(RUBIO, kind=MentionKind.PRONOUN), mention(RUBIO, begin=9)) == [
        (9, "Marco Rubio", "United States")
    ]


@pytest.mark.parametrize("kind", [ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP])
def test_only_persons_hold_offices(kind: ActorKind) -> None:
    assert held(mention(Actor("X", kind, {"en": "X"}))) == []


def test_a_pair_counts_once_and_where_it_stands_first() -> None:
    assert held(mention(RUBIO), mention(KERRY, begin=9), mention(RUBIO, begin=20)) == [
        (0, "Marco Rubio", "United States"),
        (9, "John Kerry", "United States"),
    ]


def test_two_offices_of_one_person_are_two_pairs() -> None:
    assert held(mention(RUBIO), mention(RUBIO, represents=NATO, begin=9)) == [
        (0, "Marco Rubio", "United States"),
        (9, "Marco Rubio", "NATO"),
    ]


def test_a_mention_of_several_persons_and_of_nobody() -> None:
    assert held(mention(), mention(RUBIO, NATO, KERRY)) == [
        (0, "Marco Rubio", "United States"),
        (0, "John Kerry", "United States"),
    ]
