"""What several recognisers agree on."""

from collections import Counter

from extractors.training.votes import decided

MERZ, BERLIN = (0, 1, "PER"), (3, 4, "LOC")


def test_a_majority_decides() -> None:
    assert decided(Counter({MERZ: 3, BERLIN: 1}), 3) == [MERZ]
    assert decided(Counter({MERZ: 2, (0, 2, "PER"): 1, BERLIN: 3}), 3) == [MERZ, BERLIN]


def test_a_sentence_on_which_they_are_divided_teaches_nothing() -> None:
    assert decided(Counter({MERZ: 5, BERLIN: 2}), 5) is None
    assert decided(Counter({MERZ: 2, (0, 1, "ORG"): 3}), 5) == [(0, 1, "ORG")], "whose label is disputed is decided"


def test_nobody_sees_anything() -> None:
    assert decided(Counter(), 3) == []
