import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import extractors.lemmas
from extractors.lexicon import load_lexicon


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


@pytest.mark.parametrize("pos", ["VERB", "AUX"])
def test_verbs_and_auxiliaries_have_infinitives(blank: Language, pos: str) -> None:
    assert lemmas(blank, [("empfing", "empfing", pos, 0, "ROOT")]) == ["empfangen"]


@pytest.mark.parametrize("pos", ["NOUN", "ADJ", "PROPN"])
def test_what_is_no_verb_has_no_infinitive(blank: Language, pos: str) -> None:
    assert lemmas(blank, [("empfing", "empfing", pos, 0, "ROOT")]) == ["empfing"]


def test_a_participle_has_its_infinitive(blank: Language) -> None:
    assert lemmas(blank, [("angegriffen", "angreif", "VERB", 0, "ROOT")]) == ["angreifen"]


def test_a_form_of_a_participle_with_particle_is_another_verb(blank: Language) -> None:
    """*Polen besetzt die Stelle nach*: *besetzt* is a participle of the lexicon, *nachbesetzen* another verb."""
    rows = [("besetzt", "besetzen", "VERB", 0, "ROOT"), ("nach", "nach", "ADP", 0, "compound:prt")]
    assert lemmas(blank, rows)[0] == "nachbesetzen"


def test_a_finite_form_comes_before_a_participle(blank: Language) -> None:
    """*unterstützt* may be either, and is the same verb."""
    assert lemmas(blank, [("unterstützt", "unterstützt", "VERB", 0, "ROOT")]) == ["unterstützen"]


def test_the_particle_decides_which_form_of_the_lexicon_it_is(blank: Language) -> None:
    rows = [("wies", "weisen", "VERB", 0, "ROOT"), ("Zurück", "zurück", "ADP", 0, "compound:prt")]
    assert lemmas(blank, rows)[0] == "zurückweisen"
    rows = [("wies", "foo", "VERB", 0, "ROOT"), ("zurück", "zurück", "ADV", 0, "advmod")]
    assert lemmas(blank, rows)[0] == "foo"


def test_the_first_of_two_particles_belongs_to_the_verb(blank: Language) -> None:
    rows = [
        ("lehnte", "lehnen", "VERB", 0, "ROOT"),
        ("ab", "ab", "ADP", 0, "compound:prt"),
        ("zu", "zu", "ADP", 0, "compound:prt"),
    ]
    assert lemmas(blank, rows)[0] == "ablehnen"


def test_a_lemma_that_the_lexicon_allows_stays(blank: Language) -> None:
    """Of several verbs that a form may be of, the one that the pipeline chose; else the first."""
    form, verbs = next(
        (form, verbs)
        for (form, separated), verbs in load_lexicon("de").finite_forms.items()
        if not separated and len(verbs) > 1
    )
    assert lemmas(blank, [(form, verbs[1], "VERB", 0, "ROOT")]) == [verbs[1]]
    assert lemmas(blank, [(form, "foo", "VERB", 0, "ROOT")]) == [verbs[0]]


def test_words_of_the_pipeline_s_table_come_first_by_part_of_speech() -> None:
    nlp = spacy.blank("de")
    nlp.vocab.lookups.add_table("lemma_words", {"DET der": "d", "VERB empfing": "foon"})
    rows = [("Der", "der", "DET", 1, "det"), ("der", "der", "PRON", 1, "obj"), ("empfing", "foo", "VERB", 1, "acl")]
    assert lemmas(nlp, rows) == ["d", "der", "empfangen"]


def test_a_table_of_words_alone_is_enough() -> None:
    nlp = spacy.blank("de")
    nlp.vocab.lookups.add_table("lemma_forms", {"Bahnhöfen": "Bahnhof"})
    assert lemmas(nlp, [("Bahnhöfen", "Bahnhöfe", "NOUN", 0, "ROOT")]) == ["Bahnhof"]


def test_pipelines_know_the_component_by_its_name(blank: Language) -> None:
    assert isinstance(blank.create_pipe("lemmas"), extractors.lemmas.Lemmas)
