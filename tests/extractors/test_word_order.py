import pytest
import spacy
from spacy.tokens import Doc

import extractors.word_order  # noqa: F401
from extractors.word_order import word_order

VOCAB = spacy.blank("de").vocab
ROOT = "ROOT"
FIN, PLUR = "VerbForm=Fin|Number=Sing", "VerbForm=Fin|Number=Plur"


def parsed(*rows: tuple[str, str, int, str], morph: str = FIN) -> Doc:
    words, pos, heads, deps = (list(column) for column in zip(*rows, strict=True))
    morphs = [morph if tag in ("VERB", "AUX") else "" for tag in pos]
    return Doc(VOCAB, words=words, pos=pos, heads=heads, deps=deps, morphs=morphs)


def labels(doc: Doc) -> dict[str, str]:
    return {token.text: token.dep_ for token in word_order(doc) if token.pos_ == "PROPN"}


@pytest.mark.parametrize(
    ("first", "second", "object_"),
    [
        ("obj", "nsubj", "obj"),
        ("nsubj", "nsubj", "obj"),
        ("obj", "obj", "obj"),
        ("obl:arg", "nsubj", "obl:arg"),
        ("nsubj", "obl:arg", "obl:arg"),
    ],
)
def test_the_first_of_two_names_is_the_subject(first: str, second: str, object_: str) -> None:
    doc = parsed(("Macron", "PROPN", 1, first), ("empfing", "VERB", 1, ROOT), ("Selenskyj", "PROPN", 1, second))
    assert labels(doc) == {"Macron": "nsubj", "Selenskyj": object_}


def test_an_article_tells_the_case() -> None:
    doc = parsed(
        ("Den", "DET", 1, "det"),
        ("Irak", "PROPN", 2, "obj"),
        ("warnte", "VERB", 2, ROOT),
        ("Trump", "PROPN", 2, "nsubj"),
    )
    assert labels(doc) == {"Irak": "obj", "Trump": "nsubj"}


def test_number_decides() -> None:
    doc = parsed(
        ("Macron", "PROPN", 1, "obj"),
        ("trafen", "VERB", 1, ROOT),
        ("Merz", "PROPN", 1, "nsubj"),
        ("Tusk", "PROPN", 2, "conj"),
        morph=PLUR,
    )
    assert labels(doc) == {"Macron": "obj", "Merz": "nsubj", "Tusk": "conj"}
    doc = parsed(
        ("Trump", "PROPN", 2, "obj"),
        ("Putin", "PROPN", 0, "conj"),
        ("traf", "VERB", 2, ROOT),
        ("Merz", "PROPN", 2, "nsubj"),
    )
    assert labels(doc) == {"Trump": "obj", "Putin": "conj", "Merz": "nsubj"}


def test_another_subject_leaves_the_names_alone() -> None:
    doc = parsed(
        ("Macron", "PROPN", 2, "obj"),
        ("die", "PRON", 2, "nsubj"),
        ("bat", "VERB", 2, ROOT),
        ("Merz", "PROPN", 2, "obj"),
    )
    assert labels(doc) == {"Macron": "obj", "Merz": "obj"}


def test_a_name_after_a_time_belongs_to_the_verb() -> None:
    doc = parsed(
        ("Russland", "PROPN", 1, "nsubj"), ("griff", "VERB", 1, ROOT), ("in", "ADP", 4, "case"), ("der", "DET", 4, "det"),
        ("Nacht", "NOUN", 1, "obl"), ("Kiew", "PROPN", 4, "nmod"), ("an", "ADP", 1, "compound:prt"),
    )  # fmt: skip
    assert labels(doc) == {"Russland": "nsubj", "Kiew": "obj"}
    assert doc[5].head.text == "griff"


@pytest.mark.parametrize("name", ["Moskaus", "Paris"])
def test_a_genitive_after_a_time_stays(name: str) -> None:
    doc = parsed(
        ("Wir", "PRON", 1, "nsubj"),
        ("reisten", "VERB", 1, ROOT),
        ("in", "ADP", 4, "case"),
        ("der", "DET", 4, "det"),
        ("Nacht", "NOUN", 1, "obl"),
        (name, "PROPN", 4, "nmod"),
    )
    assert labels(doc) == {name: "nmod"}
