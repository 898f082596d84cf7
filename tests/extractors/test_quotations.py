"""What stands in a quotation."""

import pytest
import spacy

from extractors.quotations import REACH, quoted

BLANK = spacy.blank("de")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Er sagte : „ Komm bald “ und ging", "„ Komm bald"),
        ("Er sagte: „Komm, ‚sofort‘, bald“ und ging", "„ Komm , ‚ sofort ‘ , bald"),
        ("Er sagte: »Komm bald« und ging", "» Komm bald"),
        ("Komm“ und geh", ""),
        ("“Komm bald” rief er", "“ Komm bald"),
    ],
)
def test_what_stands_between_marks_is_quoted(text: str, inside: str) -> None:
    doc = BLANK(text.replace(" “ und", "“ und"))
    assert " ".join(token.text for token, told in zip(doc, quoted(doc), strict=True) if told) == inside


def test_a_quotation_that_nothing_closes_ends_of_itself() -> None:
    doc = BLANK("Er : „" + " so" * (2 * REACH))
    assert sum(quoted(doc)) == REACH
