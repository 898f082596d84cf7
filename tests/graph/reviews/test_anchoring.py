"""How a judged statement is found again, and where its sentence stands."""

from dataclasses import replace

import pytest

from graph.reviews.anchoring import alike, found, mention, placed
from graph.reviews.lines import IRI
from graph.statements.stored import Stored

ID = "https://w3id.org/diplograph/id/"
SENTENCE = "Macron traf Selenskyj in Paris."
WAS = Stored(
    f"{ID}statement/1", f"{ID}actor/Q1", "meets", f"{ID}actor/Q2", "affirmed", "actual", "", "", "", 0.8, "verb", SENTENCE, "a",
    10, 41, 10, 16, 22, 31,
)  # fmt: skip


def moved(**more: object) -> Stored:
    return replace(WAS, **({"iri": f"{ID}statement/2"} | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "same"),
    [
        (moved(begin=90, end=121), True),
        (moved(evidence=f"Am Freitag: {SENTENCE}"), True),
        (moved(evidence="Macron traf Selenskij in Paris."), True),
        (moved(subject=f"{ID}actor/Q2", object=f"{ID}actor/Q1"), True),
        (moved(subject=f"{ID}actor/Q3052772"), True),
        (moved(relation="hosts"), False),
        (moved(object=f"{ID}actor/Q3", object_begin=32, object_end=37), False),
        (moved(evidence="Die Kanzlerin reiste am Donnerstag ab."), False),
        (replace(WAS, evidence="Putin sah Lukaschenko in Minsk."), False),
    ],
)
def test_found_again(now: Stored, same: bool) -> None:
    assert (found(WAS, [now]) is now) is same


def test_of_several_the_nearest() -> None:
    far, near = moved(iri=f"{ID}statement/3", begin=900, end=931), moved(begin=14, end=45)
    assert found(WAS, [far, near]) is near
    assert found(WAS, [far, near, WAS]) is WAS


def test_placed_by_its_words() -> None:
    text = f"Neu.\nMacron  traf\nSelenskyj in Paris. Danach {SENTENCE}"
    there = placed(WAS, text)
    assert there is not None
    assert text[there.begin : there.end] == there.evidence == "Macron  traf\nSelenskyj in Paris."
    assert (mention(there, "subject"), mention(there, "object")) == ("Macron", "Selenskyj")
    later = placed(replace(WAS, begin=60, end=91, subject_begin=0, subject_end=4), text)
    assert later is not None
    assert later.evidence == SENTENCE
    assert (later.subject_begin, later.subject_end) == (later.begin, later.end)
    assert placed(WAS, "Nichts davon.") is None
    assert placed(replace(WAS, evidence="*"), "a*b") is not None


def test_alike() -> None:
    assert alike("Er kam.", "Er  kam.")
    assert not alike("Er kam gestern nach Paris.", "Sie ging heute aus Rom fort.")
    assert not IRI.fullmatch(f"{ID}actor/x y")
