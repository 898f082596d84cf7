"""German time expressions, against a Thursday and against a day of January."""

from datetime import date

import pytest

from extractors.times import find_times

THURSDAY = date(2025, 9, 4)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("am Donnerstag", "2025-09-04", "2025-09-04"),
        ("am Mittwochabend", "2025-09-03", "2025-09-10"),
        ("am Montag", "2025-09-01", "2025-09-08"),
        ("am kommenden Montag", "2025-09-08", "2025-09-08"),
        ("am vergangenen Montag", "2025-09-01", "2025-09-01"),
        ("am vergangenen Donnerstag", "2025-08-28", "2025-08-28"),
        ("an diesem Donnerstag", "2025-09-04", "2025-09-04"),
        ("heute", "2025-09-04", "2025-09-04"),
        ("gestern", "2025-09-03", "2025-09-03"),
        ("vorgestern", "2025-09-02", "2025-09-02"),
        ("übermorgen", "2025-09-06", "2025-09-06"),
        ("vor drei Tagen", "2025-09-01", "2025-09-01"),
        ("in fünf Tagen", "2025-09-09", "2025-09-09"),
        ("vor einer Woche", "2025-08", "2025-08"),
        ("vor zwei Monaten", "2025-07", "2025-07"),
        ("vor zehn Jahren", "2015", "2015"),
        ("Mitte August", "2025-08", "2026-08"),
        ("im Oktober", "2024-10", "2025-10"),
        ("im vergangenen Oktober", "2024-10", "2024-10"),
        ("im November 2014", "2014-11", "2014-11"),
        ("am 29. August", "2025-08-29", "2026-08-29"),
        ("am 29. August 2024", "2024-08-29", "2024-08-29"),
        ("am 3.5.2024", "2024-05-03", "2024-05-03"),
        ("im vergangenen Jahr", "2024", "2024"),
        ("Ende kommenden Jahres", "2026", "2026"),
        ("vergangene Woche", "2025-08", "2025-08"),
        ("im Jahr 2009", "2009", "2009"),
        ("am Vortag", "2025-09-03", "2025-09-03"),
    ],
)
def test_one_expression(text: str, past: str, future: str) -> None:
    (found,) = find_times(f"Er traf sie {text}, hieß es.", THURSDAY, "de")
    assert (found.past, found.future) == (past, future)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("am Mittwochabend", "Mittwochabend"),
        ("am kommenden Montag", "kommenden Montag"),
        ("an diesem Donnerstag", "diesem Donnerstag"),
        ("vorgestern", "vorgestern"),
        ("vor drei Tagen", "vor drei Tagen"),
        ("Mitte August", "Mitte August"),
        ("im November 2014", "November 2014"),
        ("am 29. August 2024", "29. August 2024"),
        ("am 3.5.2024", "3.5.2024"),
        ("Ende kommenden Jahres", "kommenden Jahres"),
        ("im Jahr 2009", "2009"),
        ("am Vortag", "am Vortag"),
    ],
)
def test_offsets_are_those_of_the_words_that_date(text: str, marked: str) -> None:
    sentence = f"Er traf sie {text}, hieß es."
    (found,) = find_times(sentence, THURSDAY, "de")
    assert (found.begin, sentence[found.begin : found.end]) == (sentence.index(marked), marked)


@pytest.mark.parametrize(
    "text", ["2000 Soldaten", "in den 1990er-Jahren", "1.250 Euro", "der 31. Februar", "Am Rande des Treffens"]
)
def test_no_expression(text: str) -> None:
    assert list(find_times(text, THURSDAY, "de")) == []


def test_since_dates_no_event() -> None:
    (found,) = find_times("seit Ende September", THURSDAY, "de")
    assert found.since
    assert found.resolve(future=False) == ""


def test_an_evening_belongs_to_the_day_before_it_in_the_text() -> None:
    *_, evening = find_times("Am Mittwoch reiste er ab. Am Abend traf er den König.", THURSDAY, "de")
    assert evening.past == "2025-09-03"


def test_without_a_date_only_full_expressions_are_resolved() -> None:
    text = "Am Montag, im Mai, am 29. August 2024, im März 2023 und 2009"
    assert [found.past for found in find_times(text, None, "de")] == ["2024-08-29", "2023-03", "2009"]


def test_a_day_without_year_is_the_nearest() -> None:
    (found,) = find_times("am 30. Dezember", date(2025, 1, 2), "de")
    assert (found.past, found.future) == ("2024-12-30", "2025-12-30")
