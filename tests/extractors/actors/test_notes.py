"""What is known of an article before it is read: names, persons' spans, organs of a language."""

from datetime import date

import pytest

from extractors.actors.notes import ANYBODY, BY_OFFICE, NAMED, ORGAN, SPOKEN_OF, UNLISTED, Notes, name_tables
from extractors.mention import MentionKind
from ontology.actor import Actor, ActorKind
from tests.extractors.trees import DAY, tree

LANG = name_tables("de")
ROY = Actor("roy", ActorKind.PERSON, {"de": "Roy"})
FR = Actor("fr", ActorKind.STATE, {"de": "Frankreich"})


def notes(text: str) -> Notes:
    """The notes of a tree that was not read yet."""
    return Notes(tree(text), DAY, LANG)


def persons(text: str) -> list[str]:
    """The spans of persons in a tree, in order."""
    found = notes(text)
    return [found.doc[first : last + 1].text for first, last in sorted(set(found.persons.values()))]


# Organs ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "plural", "head"),
    [
        ("regierung", False, "regierung"),
        ("us-regierung", False, "regierung"),
        ("regierungen", True, "regierung"),
        ("regierungsnah", False, ""),
        ("soldaten", True, "soldat"),
        ("soldat", False, ""),
        ("soldatinnen", True, ""),
        ("bomber", True, "bomber"),
        ("bombers", False, ""),
        ("diplomaten", True, "diplomat"),
        ("ministerium", False, "ministerium"),
        ("ministeriums", False, "ministerium"),
        ("ministerialrat", False, ""),
        ("vizes", False, ""),
        ("staatsmedien", True, ""),
        ("armee", False, "armee"),
        ("armeechef", False, ""),
        ("armeexyz", False, "armee"),
        ("armeewxyz", False, ""),
        ("armeearmee", False, "armee"),
        ("tisch", False, ""),
    ],
)
def test_organ_heads(word: str, plural: bool, head: str) -> None:
    assert LANG.organ_head(word, plural) == head


# Persons' spans --------------------------------------------------------------------------------------------------------


def test_recognised_and_listed_persons() -> None:
    text = """
        Uwe         _  PROPN  3  nsubj  _  PER
        Lindmüller  _  PROPN  1  flat   _  I
        traf        _  VERB   0  root
        Emmanuel    _  PROPN  3  obj
        Macron      _  PROPN  4  flat
        in          _  ADP    7  case
        Hof         _  PROPN  3  obl    _  LOC
    """
    assert persons(text) == ["Uwe Lindmüller", "Emmanuel Macron"]
    assert notes(text).persons == {0: (0, 1), 1: (0, 1), 3: (3, 4), 4: (3, 4)}


def test_a_listed_person_is_no_part_of_a_recognised_one() -> None:
    text = """
        Lindmüller _  PROPN  4  nsubj  _  PER
        Emmanuel   _  PROPN  1  flat   _  I
        Macron     _  PROPN  2  flat   _  I
        kam        _  VERB   0  root
    """
    assert persons(text) == ["Lindmüller", "Emmanuel Macron"]


def test_a_listed_name_ends_a_recognised_person() -> None:
    text = """
        Lindmüller  _  PROPN  3  nsubj  _  PER
        Russland    _  PROPN  1  flat   _  I
        kam         _  VERB   0  root
    """
    assert persons(text) == ["Lindmüller"]
    assert persons(text.replace("Lindmüller", "Polen").replace("Russland", "Lindmüller")) == []


@pytest.mark.parametrize(("after", "found"), [("junior", 4), ("eilig", 3)])
def test_the_son_of_a_listed_person_has_a_longer_name(after: str, found: int) -> None:
    text = f"""
        Am       _  ADP    2  case
        Montag   _  NOUN   3  obl
        schwieg  _  VERB   0  root
        Donald   _  PROPN  3  nsubj
        Trump    _  PROPN  4  flat
        {after}  _  ADJ    4  flat
    """
    assert sorted(notes(text).persons) == [3, 4, 5][: found - 1]
    assert sorted(notes(text.replace(f"{after}  _  ADJ    4  flat", "")).persons) == [3, 4]


def test_a_person_is_capitalised() -> None:
    text = "{name} _ PROPN 2 nsubj _ PER\nkam _ VERB 0 root"
    assert persons(text.format(name="Lindmüller")) == ["Lindmüller"]
    assert persons(text.format(name="lindmüller")) == []


def test_titles_are_no_part_of_a_name() -> None:
    text = """
        Minister    _  NOUN   4  nsubj  _  PER
        Präsident   _  NOUN   1  flat   _  I
        Lindmüller  _  PROPN  2  flat   _  I
        kam         _  VERB   0  root
    """
    assert persons(text) == ["Lindmüller"]
    assert persons("Minister _ NOUN 2 nsubj _ PER\nkam _ VERB 0 root") == ["Minister"]
    assert persons("Uwe _ PROPN 3 nsubj _ PER\nMinister _ NOUN 1 flat _ I\nkam _ VERB 0 root") == ["Uwe Minister"]


@pytest.mark.parametrize(("first", "second", "found"), [
    ("Merz", "Macron", ["Merz", "Macron"]), ("Merz", "Lindmüller", ["Merz Lindmüller"]), ("Uwe", "Merz", ["Uwe Merz"]),
])  # fmt: skip
def test_two_surnames_of_office_holders_are_two_persons(first: str, second: str, found: list[str]) -> None:
    text = f"traf _ VERB 0 root\n{first} _ PROPN 1 nsubj _ PER\n{second} _ PROPN 2 flat _ I"
    assert persons(text) == found


def test_three_surnames_are_one_person() -> None:
    text = "traf _ VERB 0 root\nMerz _ PROPN 1 nsubj _ PER\nMacron _ PROPN 2 flat _ I\nPutin _ PROPN 2 flat _ I"
    assert persons(text) == ["Merz Macron Putin"]


@pytest.mark.parametrize(("name", "pos", "label", "found"), [
    ("Merz", "PROPN", "obl", 1), ("Merz", "NOUN", "obl", 1), ("Merz", "ADJ", "nsubj", 1), ("Merz", "ADJ", "amod", 0),
    ("Merz", "VERB", "nsubj", 0), ("merz", "PROPN", "obl", 0), ("Tajani", "PROPN", "obl", 1), ("Lindmüller", "PROPN", "obl", 0),
    ("Prosor", "PROPN", "obl", 0),
])  # fmt: skip
def test_a_surname_that_recognition_missed_leads(name: str, pos: str, label: str, found: int) -> None:
    assert len(persons(f"{name} _ {pos} 2 {label}\nkam _ VERB 0 root")) == found


@pytest.mark.parametrize(("day", "found"), [("2021-12-07", 0), ("2021-12-08", 1), ("2025-05-06", 0)])
def test_a_surname_that_recognition_missed_leads_on_the_day(day: str, found: int) -> None:
    doc = tree("Scholz _ PROPN 2 nsubj\nkam _ VERB 0 root")
    assert len(Notes(doc, date.fromisoformat(day), LANG).persons) == found


def test_other_entities_are_no_persons() -> None:
    for label, found in (("PER", 1), ("ORG", 0), ("LOC", 0), ("MISC", 0)):
        assert len(persons(f"Lindmüller _ PROPN 2 nsubj _ {label}\nkam _ VERB 0 root")) == found


def test_a_state_in_the_place_of_a_person_is_a_name() -> None:
    assert notes("Polen _ PROPN 2 nsubj\nkam _ VERB 0 root").persons == {}


# Names -----------------------------------------------------------------------------------------------------------------


def test_ambiguous_words_are_no_names_by_themselves() -> None:
    assert notes("Victoria _ PROPN 2 nsubj\nkam _ VERB 0 root").names == {}
    assert len(notes("Prorussische _ ADJ 2 amod\nSeparatisten _ NOUN 0 root").names) == 2
    assert notes("Die _ DET 2 det\nSeparatisten _ NOUN 0 root").names == {}


def test_the_listed_person_at_a_token() -> None:
    found = notes("Emmanuel _ PROPN 3 nsubj\nMacron _ PROPN 1 flat\ntraf _ VERB 0 root\nPolen _ PROPN 3 obj")
    listed = [found.listed(i) for i in range(4)]
    assert [actor.label("en") if actor else "" for actor in listed] == ["Emmanuel Macron", "Emmanuel Macron", "", ""]


def test_how_sure_links_are() -> None:
    assert (NAMED, BY_OFFICE, UNLISTED, ANYBODY, ORGAN, SPOKEN_OF) == (1.0, 0.9, 0.85, 0.5, 0.9, 0.75)


# Adding ----------------------------------------------------------------------------------------------------------------


def test_a_mention_is_noted_at_its_head_and_what_it_covers() -> None:
    found = notes("Der _ DET 2 det\nSprecher _ NOUN 4 nsubj Number=Sing\nRoy _ X 2 flat\nkam _ VERB 0 root")
    doc = found.doc
    assert found.add(
        doc[1], doc[2], doc[1], MentionKind.NAME, (ROY,), 3, represents=FR, confidence=0.5, why="so", over=[2]
    )
    (mention,) = found.mentions
    assert (mention.begin, mention.end, mention.token) == (4, 16, 1)
    assert (mention.represents, mention.confidence, mention.why, mention.place) == (FR, 0.5, "so", False)
    assert found.at == {1: mention, 2: mention}
    (antecedent,) = found.salience.antecedents
    assert (antecedent.actors, antecedent.sentence, antecedent.token, antecedent.plural) == ((ROY,), 3, 1, False)


@pytest.mark.parametrize(("word", "number", "actors", "plural"), [
    ("Polen", "Sing", (FR,), False), ("USA", "Sing", (FR,), True), ("Polen", "Plur", (FR,), True), ("Polen", "Sing", (FR, ROY), True),
])  # fmt: skip
def test_what_is_plural(word: str, number: str, actors: tuple[Actor, ...], plural: bool) -> None:
    found = notes(f"{word} _ X 0 root Number={number}")
    found.add(found.doc[0], found.doc[0], found.doc[0], MentionKind.NAME, actors, 0)
    assert found.mentions[-1].confidence == 1.0
    assert found.salience.antecedents[-1].plural is plural


def test_a_place_is_no_antecedent() -> None:
    found = notes("Polen _ X 0 root")
    found.add(found.doc[0], found.doc[0], found.doc[0], MentionKind.NAME, (FR,), 0, place=True)
    assert found.mentions[0].place
    assert found.salience.antecedents == []
    assert found.salience.counts == {}
