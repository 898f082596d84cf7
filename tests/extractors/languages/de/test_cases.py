"""Which case a German phrase shows."""

import pytest

from extractors.languages.de.cases import shown_case
from tests.extractors.trees import tree


@pytest.mark.parametrize(
    ("pronoun", "case"),
    [
        ("er", "Nom"), ("Er", "Nom"), ("wer", "Nom"), ("ihn", "Acc"), ("wen", "Acc"), ("ihm", "Dat"), ("ihnen", "Dat"),
        ("denen", "Dat"), ("sie", ""), ("es", ""), ("uns", ""),
    ],
)  # fmt: skip
def test_pronouns(pronoun: str, case: str) -> None:
    doc = tree(f"{pronoun} _ PRON 2 obj Number=Sing\nkam _ VERB 0 root")
    assert shown_case(doc[0], None) == case


def test_only_a_pronoun_shows_its_case_by_itself() -> None:
    for pos in ("PROPN", "NOUN", "X"):
        assert shown_case(tree(f"er _ {pos} 0 root Number=Sing")[0], None) == ""


def test_an_article_beside_a_pronoun_shows_nothing() -> None:
    doc = tree("einen _ DET 2 det\nsie _ PRON 0 root Number=Sing")
    assert shown_case(doc[1], None) == ""


def of_article(article: str, pos: str = "NOUN", morph: str = "Number=Sing", label: str = "det") -> str:
    doc = tree(f"{article} _ DET 2 {label}\nTurm _ {pos} 3 obj {morph}\nkam _ VERB 0 root")
    return shown_case(doc[1], None)


@pytest.mark.parametrize(
    ("article", "case"),
    [
        ("einen", "Acc"), ("seinen", "Acc"), ("ihren", "Acc"), ("den", "Acc"), ("Den", "Acc"), ("einem", "Dat"), ("dem", "Dat"),
        ("seinem", "Dat"), ("ihrem", "Dat"), ("die", ""), ("das", ""), ("ein", ""), ("des", ""),
    ],
)  # fmt: skip
def test_articles_in_the_singular(article: str, case: str) -> None:
    for pos in ("NOUN", "PROPN"):
        assert of_article(article, pos) == case


@pytest.mark.parametrize("article", ["den", "einen", "dem", "der"])
def test_articles_of_no_known_number_show_nothing(article: str) -> None:
    assert of_article(article, morph="Number=Plur|Gender=Masc") == ""
    assert of_article(article, morph="Gender=Masc") == ""


@pytest.mark.parametrize(
    ("gender", "pos", "case"),
    [
        ("|Gender=Masc", "NOUN", "Nom"),
        ("|Gender=Fem", "NOUN", "Dat"),
        ("|Gender=Neut", "NOUN", ""),
        ("", "NOUN", ""),
        ("|Gender=Masc", "PROPN", ""),
        ("|Gender=Fem", "PROPN", ""),
        ("|Gender=Fem", "ADJ", ""),
    ],
)
def test_der_is_nominative_or_dative_by_the_gender_of_a_noun(gender: str, pos: str, case: str) -> None:
    assert of_article("der", pos, f"Number=Sing{gender}") == case


def test_an_article_is_a_determiner_and_the_first_one_counts() -> None:
    assert of_article("seinem", label="det:poss") == "Dat"
    assert of_article("seinem", label="amod") == ""
    doc = tree("all _ DET 3 det\ndem _ DET 3 det\nTurm _ NOUN 0 root Number=Sing")
    assert shown_case(doc[2], None) == ""


@pytest.mark.parametrize(
    ("form", "morph", "case"),
    [
        ("den", "Number=Sing", "Acc"),
        ("dem", "Number=Sing", "Dat"),
        ("denen", "Number=Plur", "Dat"),
        ("die", "Number=Sing", ""),
        ("er", "Number=Sing", ""),
        ("der", "Number=Sing|Gender=Masc", "Nom"),
        ("der", "Number=Sing|Gender=Neut", "Nom"),
        ("der", "_", "Nom"),
        ("der", "Number=Sing|Gender=Fem", ""),
        ("der", "Number=Plur|Gender=Masc", ""),
        ("der", "Number=Plur|Gender=Fem", ""),
    ],
)
def test_relative_pronouns_by_the_noun_they_stand_for(form: str, morph: str, case: str) -> None:
    doc = tree(f"Turm _ NOUN 0 root {morph}\n{form} _ PRON 3 obj\nkam _ VERB 1 acl")
    assert shown_case(doc[1], doc[0]) == case
