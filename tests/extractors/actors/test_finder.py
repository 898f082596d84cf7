"""In which order a token is read: titles, names, organs, adjectives, references."""

import pytest

from extractors.actors import find_mentions
from tests.extractors.actors.noted import about, noted, read
from tests.extractors.trees import DAY, tree


def test_mentions_are_sorted_by_where_they_begin() -> None:
    text = """
        Emmanuel   _  PROPN  6  nsubj  _  PER
        Macron     _  PROPN  1  flat   _  I
        ,          _  PUNCT  5  punct
        Polens     _  PROPN  5  nmod
        Präsident  _  NOUN   1  appos  Number=Sing
        kam        _  VERB   0  root
    """
    begins = [(m.begin, m.end) for m in tree(text)._.mentions]
    assert begins == [(0, 15), (0, 33), (17, 23)]


def test_spaces_and_punctuation_denote_nobody() -> None:
    doc = tree("Er _ PRON 2 nsubj\nkam _ VERB 0 root\n. _ PUNCT 2 punct")
    assert doc._.mentions == ()
    assert find_mentions(tree(", _ PUNCT 0 root"), DAY, "de") == ()


@pytest.mark.parametrize(
    ("pos", "label", "found"),
    [
        ("ADJ", "amod", 1),
        ("PROPN", "amod", 1),
        ("NOUN", "amod", 1),
        ("VERB", "amod", 0),
        ("ADV", "amod", 0),
        ("ADJ", "obj", 1),
        ("ADJ", "acl", 1),
        ("PUNCT", "amod", 0),
    ],
)
def test_an_adjective_of_a_state(pos: str, label: str, found: int) -> None:
    text = f"polnische _ {pos} 2 {label}\nReisen _ NOUN 0 root"
    assert about("polnische", text) == ["adjective Polen 1.0"] * found


def test_an_adjective_that_is_the_sentence_is_none() -> None:
    assert read("polnisch _ ADJ 0 root") == []


def test_a_name_is_no_title() -> None:
    assert read("Kanzleramt _ PROPN 2 nsubj\nkam _ VERB 0 root") == ["Kanzleramt: metonym Deutschland 1.0, name"]


def test_a_title_in_lower_case_is_none() -> None:
    text = "Frankreichs _ PROPN 2 nmod\npräsident _ NOUN 3 nsubj\nkam _ VERB 0 root"
    assert about("präsident", text) == []


def test_a_title_that_is_a_surname_is_the_person() -> None:
    text = """
        Uwe        _  PROPN  3  nsubj  _  PER
        Kanzler    _  PROPN  1  flat   _  I
        kam        _  VERB   0  root
    """
    assert read(text) == ["Uwe Kanzler: name Uwe Kanzler 0.5, name"]


def test_a_title_of_nobody_is_read_on_as_an_organ() -> None:
    text = "Der _ DET 3 det\neinstige _ ADJ 3 amod\nUS-Präsident _ NOUN 4 nsubj\nkam _ VERB 0 root"
    assert about("US-Präsident", text) == ["compound USA 1.0, compound"]


@pytest.mark.parametrize(
    ("noun", "pos", "found"),
    [
        ("Armee", "NOUN", 1),
        ("Armee", "PROPN", 1),
        ("Armee", "ADJ", 0),
        ("Armee", "X", 0),
        ("Armee", "VERB", 0),
        ("armee", "NOUN", 0),
    ],
)
def test_an_organ_is_a_noun(noun: str, pos: str, found: int) -> None:
    assert len(about(noun, f"polnische _ ADJ 2 amod\n{noun} _ {pos} 3 nsubj\nkam _ VERB 0 root")) == found


def test_references_come_last_and_are_less_sure() -> None:
    text = "Macron _ PROPN 2 nsubj _ PER\nkam _ VERB 0 root\n\nEr _ PRON 2 nsubj\nging _ VERB 0 root"
    assert read(text)[1] == "Er: pronoun Emmanuel Macron 0.8, last person that agrees"


def test_sentences_are_counted() -> None:
    rain = "Dann _ ADV 2 advmod\nregnete _ VERB 0 root\n\n"
    text = "Macron _ PROPN 2 nsubj _ PER\nkam _ VERB 0 root\n\n{rain}Er _ PRON 2 nsubj\nging _ VERB 0 root"
    assert len(read(text.format(rain=rain * 3))) == 2
    assert len(read(text.format(rain=rain * 4))) == 1


def test_a_date_tells_who_held_an_office() -> None:
    doc = tree("Frankreichs _ PROPN 2 nmod\nPräsident _ NOUN 3 nsubj\nkam _ VERB 0 root")
    assert "Macron" in noted(doc)[1]
    assert len(find_mentions(doc, None, "de")) == 1
