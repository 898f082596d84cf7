"""What the rules ask the German grammar."""

import pytest

from extractors.languages import LanguageError, language
from extractors.languages.de.grammar import words
from tests.extractors.trees import tree

GERMAN = language("de").grammar


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("Obamas", "Obama"),
        ("Irans", "Iran"),
        ("Ross", "Ross"),
        ("Hass", "Hass"),
        ("Scholz'", "Scholz"),
        ("Scholz’", "Scholz"),
        ("Xis", "Xis"),
        ("Roys", "Roy"),
        ("Macron", "Macron"),
        ("Jonas'", "Jonas"),
        ("s", "s"),
    ],
)
def test_the_genitive_has_an_s_or_an_apostrophe(word: str, base: str) -> None:
    assert GERMAN.genitive_base(word) == base


@pytest.mark.parametrize(
    ("folded", "stem"),
    [
        ("europaischen", "europaisch"),
        ("europaischer", "europaisch"),
        ("europaisches", "europaisch"),
        ("europaischem", "europaisch"),
        ("europaische", "europaisch"),
        ("vereinte", "vereint"),
        ("staaten", "staat"),
        ("irans", "iran"),
        ("iran", "iran"),
        ("japan", "japa"),
        ("polen", "pole"),
        ("rote", "rote"),
        ("roten", "rote"),
        ("usa", "usa"),
    ],
)
def test_stems(folded: str, stem: str) -> None:
    assert GERMAN.stem(folded) == stem


@pytest.mark.parametrize(
    ("form", "bases"),
    [
        ("angegriffene", ["angegriffene", "angegriffen"]),
        ("angegriffenen", ["angegriffenen", "angegriffen"]),
        ("angegriffenem", ["angegriffenem", "angegriffen"]),
        ("angegriffener", ["angegriffener", "angegriffen"]),
        ("angegriffenes", ["angegriffenes", "angegriffen"]),
        ("klug", ["klug"]),
    ],
)
def test_adjectives_without_ending(form: str, bases: list[str]) -> None:
    assert list(GERMAN.bare_adjectives(form)) == bases


@pytest.mark.parametrize(
    ("form", "bases"),
    [("Verbündeten", ["Verbündete", "Verbündet"]), ("Türmen", ["Türme", "Türm"]), ("Turme", []), ("Turm", [])],
)
def test_nouns_without_ending(form: str, bases: list[str]) -> None:
    assert list(GERMAN.noun_bases(form)) == bases


@pytest.mark.parametrize(
    ("noun", "heads"),
    [
        ("Luftschlag", ["Tschlag", "Schlag", "Chlag", "Hlag"]),
        ("US-Angriff", ["Angriff", "Ngriff", "Griff", "Riff"]),
        ("Krieger", ["Eger"]),
        ("Kriege", []),
        ("Krieg", []),
    ],
)
def test_the_last_part_of_a_compound(noun: str, heads: list[str]) -> None:
    assert list(GERMAN.compound_heads(noun)) == heads


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Ministerin", [("Minister", "f"), ("Ministeri", ""), ("Ministerin", "")]),
        ("Ministerinnen", [("Minister", "f"), ("Ministerinn", ""), ("Ministerinne", ""), ("Ministerinnen", "")]),
        ("Abgeordnete", [("Abgeordneter", ""), ("Abgeordnete", "")]),
        ("Abgeordneten", [("Abgeordneter", ""), ("Abgeordnet", ""), ("Abgeordnete", ""), ("Abgeordneten", "")]),
        ("Vorsitzende", [("Vorsitzender", ""), ("Vorsitzende", "")]),
        ("Vorsitzenden", [("Vorsitzender", ""), ("Vorsitzend", ""), ("Vorsitzende", ""), ("Vorsitzenden", "")]),
        ("Delegierte", [("Delegierter", ""), ("Delegierter", ""), ("Delegierte", "")]),
        ("Gesandtes", [("Gesandt", ""), ("Gesandte", ""), ("Gesandtes", "")]),
        ("Emir", [("Emir", "")]),
        ("Emirs", [("Emir", ""), ("Emirs", "")]),
        ("Abtin", [("Abt", "f"), ("Abti", ""), ("Abtin", "")]),
        ("Abin", [("Abi", ""), ("Abin", "")]),
        ("Ab", []),
        ("Abt", [("Abt", "")]),
    ],
)
def test_titles(word: str, found: list[tuple[str, str]]) -> None:
    assert list(GERMAN.titles(word)) == found


def test_a_womans_title() -> None:
    assert GERMAN.feminine("Minister") == "Ministerin"


@pytest.mark.parametrize(
    ("determiner", "definite"),
    [
        ("der", True),
        ("dieser", True),
        ("demselben", True),
        ("ein", False),
        ("jeder", False),
        ("seine", False),
        ("", False),
    ],
)
def test_definite_determiners(determiner: str, definite: bool) -> None:
    assert GERMAN.is_definite(determiner) is definite


# Finite verbs ----------------------------------------------------------------------------------------------------------


def reported(
    verb: str, morph: str = "_", subject: str = "er", number: str = "Sing", *, with_subject: bool = True
) -> bool:
    doc = tree(f"{subject} _ PRON 2 nsubj Number={number}\n{verb} _ VERB 0 root {morph}")
    return GERMAN.is_reported(doc[1], doc[0] if with_subject else None)


@pytest.mark.parametrize(
    ("verb", "found"), [("sei", True), ("Habe", True), ("werde", True), ("müsse", True), ("ist", False), ("hat", False)]
)
def test_forms_of_the_reporting_subjunctive(verb: str, found: bool) -> None:
    assert reported(verb, with_subject=False) is found


@pytest.mark.parametrize(
    ("morph", "found"),
    [
        ("Mood=Sub|Tense=Pres", True),
        ("Mood=Sub|Tense=Past", False),
        ("Mood=Sub", False),
        ("Mood=Ind|Tense=Pres", False),
        ("Tense=Pres", False),
    ],
)
def test_the_present_subjunctive_is_reported(morph: str, found: bool) -> None:
    assert reported("schläft", morph) is found


@pytest.mark.parametrize(
    ("verb", "morph", "subject", "number", "found"),
    [
        ("glaube", "Tense=Pres", "er", "Sing", True),
        ("glaube", "_", "Moskau", "Sing", True),
        ("glaube", "Tense=Pres", "ich", "Sing", False),
        ("glaube", "Tense=Pres", "Ich", "Sing", False),
        ("glaube", "Tense=Pres", "man", "Sing", False),
        ("glaube", "Tense=Pres", "sie", "Plur", False),
        ("glaubte", "Tense=Pres", "er", "Sing", False),
        ("käme", "Tense=Past", "er", "Sing", False),
        ("glaubt", "Tense=Pres", "er", "Sing", False),
        ("Glaube", "Tense=Pres", "er", "Sing", True),
    ],
)
def test_a_third_person_in_e_is_reported(verb: str, morph: str, subject: str, number: str, found: bool) -> None:
    assert reported(verb, morph, subject, number) is found


def test_without_a_subject_the_ending_tells_nothing() -> None:
    assert not reported("glaube", "Tense=Pres", with_subject=False)


@pytest.mark.parametrize(
    ("verb", "morph", "auxiliary", "found"),
    [
        ("hat", "Tense=Pres", True, True),
        ("Hat", "Tense=Pres", True, True),
        ("hat", "Tense=Pres", False, False),
        ("wird", "Tense=Pres", True, False),
        ("begrüßte", "Mood=Ind", False, True),
        ("begrüßte", "Mood=Sub", False, False),
        ("begrüßt", "Mood=Ind", False, False),
        ("begrüßte", "_", False, False),
        ("kam", "Tense=Past|Mood=Ind", False, True),
        ("kommt", "Tense=Pres|Mood=Ind", False, False),
    ],
)
def test_past_tenses(verb: str, morph: str, auxiliary: bool, found: bool) -> None:
    token = tree(f"{verb} _ VERB 0 root {morph}")[0]
    assert GERMAN.is_past(token, auxiliary=auxiliary) is found


@pytest.mark.parametrize(
    ("pos", "label", "found"),
    [
        ("PROPN", "obl", True),
        ("NOUN", "obl", True),
        ("ADJ", "nsubj", True),
        ("ADJ", "nsubj:pass", True),
        ("ADJ", "obj", True),
        ("ADJ", "amod", False),
        ("ADJ", "obl", False),
        ("VERB", "nsubj", False),
        ("ADV", "obj", False),
        ("X", "nsubj", False),
    ],
)
def test_what_may_be_a_surname(pos: str, label: str, found: bool) -> None:
    assert GERMAN.may_be_name(tree(f"Merz _ {pos} 2 {label}\nkam _ VERB 0 root")[0]) is found


def test_the_other_questions_are_answered_by_its_modules() -> None:
    doc = tree("ihn _ PRON 2 obj\nging gingen VERB 0 root")
    assert GERMAN.shown_case(doc[0], None) == "Acc"
    assert GERMAN.shown_case(doc[0], doc[1]) == ""
    assert GERMAN.lemma(doc[1], {"ging": "gehen"}) == "gehen"
    finite, perfect = GERMAN.forms(["zurückweisen"])
    assert finite["wies", "zurück"] == ("zurückweisen",)
    assert perfect == {"zurückgewiesen": ("zurückweisen",), "zurückweisend": ("zurückweisen",)}


def test_words_of_a_text() -> None:
    assert words(" von durch  von") == {"von", "durch"}


def test_a_language_without_a_room() -> None:
    with pytest.raises(LanguageError, match=r"no rules for language 'xx'; there are de"):
        language("xx")
