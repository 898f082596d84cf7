import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import extractors.lemmas


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("de")


def lemmas(nlp: Language, rows: list[tuple[str, str, str, int, str]]) -> list[str]:
    """The corrected lemmas of a sentence of rows (form, lemma, upos, head, label)."""
    forms, given, pos, heads, labels = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(nlp.vocab, words=forms, lemmas=given, pos=pos, heads=heads, deps=labels)
    return [token.lemma_ for token in extractors.lemmas.Lemmas(nlp, "lemmas")(doc)]


def test_a_separated_particle_belongs_to_its_verb(blank: Language) -> None:
    rows = [
        ("Moskau", "Moskau", "PROPN", 1, "nsubj"),
        ("knickte", "knicken", "VERB", 1, "ROOT"),
        ("ein", "ein", "ADP", 1, "compound:prt"),
    ]
    assert lemmas(blank, rows) == ["Moskau", "einknicken", "ein"]


def test_a_lemma_that_has_its_particle_keeps_it_once(blank: Language) -> None:
    rows = [("knickte", "einknicken", "VERB", 0, "ROOT"), ("ein", "ein", "ADP", 0, "compound:prt")]
    assert lemmas(blank, rows)[0] == "einknicken"


@pytest.mark.parametrize(
    ("form", "guess", "expected"),
    [
        ("empfing", "empfingen", "empfangen"),
        ("empfangen", "empfangen", "empfangen"),
        ("schloss", "schließen", "schließen"),
    ],
)
def test_strong_forms_come_from_the_lexicon(blank: Language, form: str, guess: str, expected: str) -> None:
    assert lemmas(blank, [(form, guess, "VERB", 0, "ROOT")]) == [expected]


def test_no_sharp_s_where_the_word_has_none(blank: Language) -> None:
    rows = [("Russland", "Rußland", "PROPN", 0, "ROOT"), ("Straße", "Straße", "NOUN", 0, "appos")]
    assert lemmas(blank, rows) == ["Russland", "Straße"]


def test_tables_of_the_pipeline_come_before_the_edit_trees() -> None:
    nlp = spacy.blank("de")
    nlp.vocab.lookups.add_table("lemma_words", {"ADP nach": "nach"})
    nlp.vocab.lookups.add_table(
        "lemma_forms",
        {"Bahnhöfen": "Bahnhof", "gefüllten": "füllen", "offenen": "offen", "saßen": "sitzen", "Laufen": "laufen"},
    )
    rows = [
        ("Nach", "Nach", "ADP", 1, "case"),
        ("Bahnhöfen", "Bahnhöfen", "NOUN", 1, "ROOT"),
        ("gefüllten", "gefüllt", "ADJ", 1, "amod"),
        ("offenen", "offenen", "ADJ", 1, "amod"),
        ("saßen", "saßen", "VERB", 1, "acl"),
        ("Laufen", "Laufe", "NOUN", 1, "obj"),
    ]
    assert lemmas(nlp, rows) == ["nach", "Bahnhof", "gefüllt", "offen", "sitzen", "Laufe"]
