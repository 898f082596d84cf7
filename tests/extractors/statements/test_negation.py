"""Negation, on trees built by hand."""

from tests.extractors.trees import told, tree


def test_nicht_negates_its_verb() -> None:
    doc = tree("""
        Macron     _           PROPN  2  nsubj   _  PER
        empfing    empfangen   VERB   0  root    Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin
        Selenskyj  _           PROPN  2  obj     _  PER
        nicht      _           PART   2  advmod
    """)
    assert told(doc) == ["Emmanuel Macron hosts Volodymyr Zelenskyy polarity=negated"]


def test_not_only_affirms() -> None:
    doc = tree("""
        Macron     _           PROPN  2  nsubj   _  PER
        empfing    empfangen   VERB   0  root    Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin
        nicht      _           PART   2  advmod
        nur        _           ADV    5  advmod
        Selenskyj  _           PROPN  2  obj     _  PER
    """)
    assert told(doc) == ["Emmanuel Macron hosts Volodymyr Zelenskyy"]
