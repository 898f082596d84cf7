"""Coordinations that their own words show, on trees built by hand as parsers give them."""

import pytest

from extractors.coordination import coordinate
from extractors.languages import language
from tests.extractors.trees import tree


def heads(text: str) -> dict[str, str]:
    """The head and label of each word that is no punctuation, after the coordinations are put together."""
    doc = tree(text)
    coordinate(doc, language("de"))
    return {token.text: f"{token.head.text} {token.dep_}" for token in doc if not token.is_punct}


def test_the_partner_of_a_correlative_is_a_conjunct() -> None:
    found = heads("""
        Weder   _          CCONJ  2  cc
        Polen   _          PROPN  5  nsubj
        noch    _          ADV    4  advmod
        Ungarn  _          PROPN  5  obj
        warnte  warnen     VERB   0  root  VerbForm=Fin
        China   _          PROPN  5  obj
    """)
    assert found["Ungarn"] == "Polen conj"
    assert (found["Weder"], found["noch"], found["China"]) == ("Polen cc", "Ungarn cc", "warnte obj")


def test_the_word_of_negation_hangs_on_what_is_corrected() -> None:
    found = heads("""
        Merz     _          PROPN  2  nsubj
        warnte   warnen     VERB   0  root  VerbForm=Fin
        nicht    _          PART   2  advmod
        Polen    _          PROPN  2  obj
        ,        _          PUNCT  7  punct
        sondern  _          CCONJ  7  cc
        China    _          PROPN  2  obj
    """)
    assert (found["nicht"], found["China"]) == ("Polen advmod", "Polen conj")


@pytest.mark.parametrize("pos", ["PROPN", "NOUN"])
def test_a_remnant_has_its_own_negation(pos: str) -> None:
    found = heads(f"""
        Polen    _          PROPN  2  nsubj
        warnte   warnen     VERB   0  root  VerbForm=Fin
        China    _          PROPN  2  obj
        ,        _          PUNCT  5  punct
        Ungarn   _          {pos}  3  conj
        nicht    _          PART   2  advmod
        .        _          PUNCT  2  punct
    """)
    assert (found["Ungarn"], found["nicht"]) == ("warnte conj", "Ungarn advmod")


def test_a_negation_inside_its_clause_stays() -> None:
    found = heads("""
        Polen    _          PROPN  2  nsubj
        warnte   warnen     VERB   0  root  VerbForm=Fin
        China    _          PROPN  2  obj
        nicht    _          PART   2  advmod
        .        _          PUNCT  2  punct
    """)
    assert found["nicht"] == "warnte advmod"


def test_a_headline_without_a_verb_ends_at_its_root() -> None:
    found = heads("""
        Krieg    _          NOUN   0  root
        ,        _          PUNCT  5  punct
        nicht    _          PART   5  advmod
        in       _          ADP    5  case
        Frieden  _          NOUN   1  nmod
    """)
    assert (found["Krieg"], found["nicht"]) == ("Krieg root", "Frieden advmod")
