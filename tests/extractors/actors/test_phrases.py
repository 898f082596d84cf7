"""What a noun phrase says about its state."""

import pytest

from extractors.actors.notes import name_tables
from extractors.actors.phrases import named_owners, together
from tests.extractors.trees import tree

GAZETTE = name_tables("de").gazette


def owners(noun: str, text: str, *, seats: bool = True) -> list[str]:
    """The owners of the noun of a tree, in order."""
    doc = tree(text)
    names = {i: f for f in GAZETTE.find(doc) for i in range(f.first, f.last + 1)}
    token = next(t for t in doc if t.text == noun)
    return [actor.label("de") for actor in named_owners(token, names, GAZETTE, seats=seats)]


def side_by_side(noun: str, text: str) -> list[str]:
    """The owners of the noun of a tree that stand together."""
    doc = tree(text)
    names = {i: f for f in GAZETTE.find(doc) for i in range(f.first, f.last + 1)}
    token = next(t for t in doc if t.text == noun)
    return [actor.label("de") for actor in together(token, names, GAZETTE)]


def test_the_surest_owner_comes_first() -> None:
    text = """
        Kubas           _  PROPN  3  nmod
        polnische       _  ADJ    3  amod
        US-Delegation   _  NOUN   0  root
        Hamas           _  PROPN  3  appos
        Spaniens        _  PROPN  3  nmod
    """
    assert owners("US-Delegation", text) == ["USA", "Hamas", "Polen", "Kuba", "Hamas", "Spanien"]


@pytest.mark.parametrize(("label", "found"), [("amod", ["Polen"]), ("advmod", []), ("appos", []), ("acl", [])])
def test_an_adjective_is_an_attribute(label: str, found: list[str]) -> None:
    assert owners("Armee", f"polnische _ ADJ 2 {label}\nArmee _ NOUN 0 root") == found


@pytest.mark.parametrize(
    ("left", "found"), [("Polens", ["Polen"]), ("Polen", []), ("Macrons", []), ("USA", []), ("Jeans", [])]
)
def test_a_genitive_stands_before_its_noun(left: str, found: list[str]) -> None:
    assert owners("Armee", f"{left} _ PROPN 2 dep\nArmee _ NOUN 0 root") == found


def test_a_genitive_stands_right_before_its_noun() -> None:
    assert owners("Armee", "Polens _ PROPN 3 dep\nneue _ ADJ 3 amod\nArmee _ NOUN 0 root") == []
    assert owners("Armee", "Armee _ NOUN 0 root\nPolens _ PROPN 1 dep") == []
    assert owners("Armee", "Auch _ ADV 3 advmod\nPolens _ PROPN 3 dep\nArmee _ NOUN 0 root") == ["Polen"]
    assert owners("Armee", "Polens _ PROPN 3 dep\nKubas _ PROPN 3 dep\nArmee _ NOUN 0 root") == ["Kuba"]


@pytest.mark.parametrize(
    ("preposition", "seats", "found"),
    [
        ("von", True, ["China"]),
        ("vom", True, ["China"]),
        ("der", True, ["China"]),
        ("in", True, ["China"]),
        ("im", True, ["China"]),
        ("bei", True, ["China"]),
        ("aus", True, ["China"]),
        ("gegen", True, []),
        ("nach", True, []),
        ("von", False, ["China"]),
        ("in", False, []),
        ("aus", False, []),
    ],
)
def test_which_prepositions_tell_an_owner(preposition: str, seats: bool, found: list[str]) -> None:
    text = f"Armee _ NOUN 0 root\n{preposition} _ ADP 3 case\nPeking _ PROPN 1 nmod"
    assert owners("Armee", text, seats=seats) == found


@pytest.mark.parametrize("label", ["advmod", "det"])
def test_a_preposition_is_a_case(label: str) -> None:
    assert owners("Armee", f"Armee _ NOUN 0 root\ngegen _ ADP 3 {label}\nPeking _ PROPN 1 nmod") == ["China"]


@pytest.mark.parametrize(
    ("label", "found"), [("nmod", ["Polen"]), ("appos", ["Polen"]), ("obl", []), ("amod", []), ("conj", [])]
)
def test_an_owner_is_a_genitive_or_an_apposition(label: str, found: list[str]) -> None:
    assert owners("Armee", f"Armee _ NOUN 0 root\nPolen _ PROPN 1 {label}") == found


def test_an_apposition_has_no_preposition_and_is_a_name() -> None:
    assert owners("Armee", "Armee _ NOUN 0 root\nvon _ ADP 3 case\nPolen _ PROPN 1 appos") == []
    assert owners("Armee", "Armee _ NOUN 0 root\nHeer _ NOUN 1 appos\nPolens _ PROPN 2 nmod") == []
    assert owners("Armee", "Armee _ NOUN 0 root\nEmmanuel _ PROPN 1 appos\nMacron _ PROPN 2 flat") == []


def test_a_person_owns_nothing() -> None:
    text = "Armee _ NOUN 0 root\nvon _ ADP 3 case\nEmmanuel _ PROPN 1 nmod\nMacron _ PROPN 3 flat"
    assert owners("Armee", text) == []


def test_owners_joined_by_and() -> None:
    text = "Armee _ NOUN 0 root\nIrans _ PROPN 1 nmod\nund _ CCONJ 4 cc\n{name} _ PROPN 2 {label}"
    assert owners("Armee", text.format(name="Ägyptens", label="conj")) == ["Iran", "Ägypten"]
    for label in ("appos", "flat"):
        assert owners("Armee", text.format(name="Ägyptens", label=label)) == ["Iran"]
    assert owners("Armee", text.format(name="Nachbarn", label="conj")) == ["Iran"]


@pytest.mark.parametrize(
    ("pos", "found"), [("NOUN", ["Russland"]), ("PROPN", ["Russland"]), ("ADJ", []), ("NUM", []), ("VERB", [])]
)
def test_the_owner_of_the_owner(pos: str, found: list[str]) -> None:
    text = f"""
        Sprecher            _  NOUN   0  root
        russischen          _  ADJ    3  amod
        Außenministeriums   _  {pos}  1  nmod
    """
    assert owners("Sprecher", text) == found


def test_the_owner_of_the_owner_has_no_seat_where_none_counts() -> None:
    text = """
        Sprecher   _  NOUN   0  root
        der        _  DET    3  det
        Armee      _  NOUN   1  nmod
        in         _  ADP    5  case
        Peking     _  PROPN  3  nmod
    """
    assert owners("Sprecher", text) == ["China"]
    assert owners("Sprecher", text, seats=False) == []


def test_a_group_in_apposition_comes_before_the_adjective() -> None:
    text = "kolumbianische _ ADJ 2 amod\nGuerilla _ NOUN 0 root\n{name} _ PROPN 2 {label}"
    assert owners("Guerilla", text.format(name="Farc", label="appos"))[0] != "Kolumbien"
    assert owners("Guerilla", text.format(name="Polen", label="appos"))[0] == "Kolumbien"
    for label in ("nmod", "amod"):
        assert owners("Guerilla", text.format(name="Farc", label=label))[0] == "Kolumbien"


# Together --------------------------------------------------------------------------------------------------------------

ADJECTIVES = """
    indische       _  ADJ    4  {label}
    und            _  CCONJ  3  cc
    {second}       _  ADJ    1  {joined}
    Soldaten       _  NOUN   0  root
"""


@pytest.mark.parametrize(("label", "second", "joined", "found"), [
    ("amod", "pakistanische", "conj", ["Indien", "Pakistan"]),
    ("amod", "müde", "conj", []),
    ("amod", "pakistanische", "advmod", []),
    ("amod", "pakistanische", "dep", []),
    ("acl", "pakistanische", "conj", []),
    ("appos", "pakistanische", "conj", []),
])  # fmt: skip
def test_adjectives_side_by_side(label: str, second: str, joined: str, found: list[str]) -> None:
    assert side_by_side("Soldaten", ADJECTIVES.format(label=label, second=second, joined=joined)) == found


GENITIVES = """
    Regierungen    _  NOUN   0  root  Number={number}
    {case}         _  X      3  {label}
    Chile          _  PROPN  1  {owner}
    und            _  CCONJ  5  cc
    {second}       _  PROPN  3  {joined}
"""


@pytest.mark.parametrize(("number", "case", "label", "owner", "second", "joined", "found"), [
    ("Plur", "von", "case", "nmod", "Peru", "conj", ["Chile", "Peru"]),
    ("Sing", "von", "case", "nmod", "Peru", "conj", []),
    ("Plur", "in", "case", "nmod", "Peru", "conj", []),
    ("Plur", "für", "case", "nmod", "Peru", "conj", []),
    ("Plur", "aus", "case", "nmod", "Peru", "conj", ["Chile", "Peru"]),
    ("Plur", "von", "case", "obl", "Peru", "conj", []),
    ("Plur", "von", "case", "appos", "Peru", "conj", []),
    ("Plur", "von", "case", "nmod", "Peru", "appos", []),
    ("Plur", "von", "case", "nmod", "Peru", "flat", []),
    ("Plur", "von", "case", "nmod", "Chile", "conj", []),
    ("Plur", "von", "case", "nmod", "Nachbarn", "conj", []),
])  # fmt: skip
def test_genitives_side_by_side(
    number: str, case: str, label: str, owner: str, second: str, joined: str, found: list[str]
) -> None:
    text = GENITIVES.format(number=number, case=case, label=label, owner=owner, second=second, joined=joined)
    assert side_by_side("Regierungen", text) == found


def test_a_seat_is_passed_over() -> None:
    text = """
        Vertreter   _  NOUN   0  root  Number=Plur
        in          _  ADP    3  case
        Genf        _  PROPN  1  nmod
        Irans       _  PROPN  1  nmod
        und         _  CCONJ  6  cc
        Ägyptens    _  PROPN  4  conj
    """
    assert side_by_side("Vertreter", text) == ["Iran", "Ägypten"]


def test_one_adjective_leaves_the_genitives() -> None:
    text = """
        neue          _  ADJ    2  amod
        Regierungen   _  NOUN   0  root  Number=Plur
        Irans         _  PROPN  2  nmod
        und           _  CCONJ  5  cc
        Ägyptens      _  PROPN  3  conj
    """
    assert side_by_side("Regierungen", text) == ["Iran", "Ägypten"]
