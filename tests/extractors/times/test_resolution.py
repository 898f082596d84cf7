"""How German time expressions are found and resolved: every kind, from both sides of the article's day."""

import re
from datetime import date

import pytest

from extractors.times import TimeExpression, find_times
from extractors.times.words import load_time_words

THURSDAY = date(2025, 9, 4)


def found(text: str, today: date | None = THURSDAY) -> list[str]:
    """Each expression with its readings, one where both are the same: `am Montag: 2025-09-01 | 2025-09-08`."""
    return [
        f"{text[t.begin : t.end]}: {t.past}" + (f" | {t.future}" if t.future != t.past else "") + " since" * t.since
        for t in find_times(text, today, "de")
    ]


# Resolving ---------------------------------------------------------------------------------------------------------------


def test_an_expression_is_read_as_past_or_future() -> None:
    time = TimeExpression(3, 9, "2025-09-01", "2025-09-08")
    assert time.resolve(future=False) == "2025-09-01"
    assert time.resolve(future=True) == "2025-09-08"


def test_the_beginning_of_a_state_is_no_date() -> None:
    time = TimeExpression(0, 9, "2011", "2011", since=True)
    assert time.resolve(future=False) == ""
    assert time.resolve(future=True) == ""


# Days with and without year ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 3. Mai 2024", "3. Mai 2024: 2024-05-03"),
        ("am 3.Mai 2024", "3.Mai 2024: 2024-05-03"),
        ("am 03.05.2024", "03.05.2024: 2024-05-03"),
        ("am 3.5. 2024", "3.5. 2024: 2024-05-03"),
        ("am 31. Dezember 1999", "31. Dezember 1999: 1999-12-31"),
        ("am 29. Februar 2024", "29. Februar 2024: 2024-02-29"),
        ("am 4. September", "4. September: 2025-09-04"),
        ("am 5. September", "5. September: 2024-09-05 | 2025-09-05"),
        ("am 3. September", "3. September: 2025-09-03 | 2026-09-03"),
        ("am 3.9.", "3.9.: 2025-09-03 | 2026-09-03"),
        ("am 29. Februar", "29. Februar: 2024-02-29"),
        ("am 2. Jänner", "2. Jänner: 2025-01-02 | 2026-01-02"),
        ("am 2. Feber", "2. Feber: 2025-02-02 | 2026-02-02"),
    ],
)
def test_days(text: str, expected: str) -> None:
    assert found(text) == [expected]


def test_a_leap_day_that_only_lies_ahead_or_behind() -> None:
    assert found("am 29. Februar", date(2023, 6, 1)) == ["29. Februar: 2024-02-29"]
    assert found("am 29. Februar", date(2026, 6, 1)) == []
    assert found("am 29. Februar", date(2024, 2, 29)) == ["29. Februar: 2024-02-29"]
    assert found("am 29. Februar", date(2024, 2, 28)) == ["29. Februar: 2024-02-29"]


@pytest.mark.parametrize("text", ["am 31. Februar 2024", "am 29. Februar 2023", "am 1.13.2024", "am 0. Mai 2024"])
def test_no_days(text: str) -> None:
    assert found(text) == []


# Weekdays ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weekday", "past", "future"),
    [
        ("Montag", "2025-09-01", "2025-09-08"),
        ("Dienstag", "2025-09-02", "2025-09-09"),
        ("Mittwoch", "2025-09-03", "2025-09-10"),
        ("Freitag", "2025-08-29", "2025-09-05"),
        ("Samstag", "2025-08-30", "2025-09-06"),
        ("Sonnabend", "2025-08-30", "2025-09-06"),
        ("Sonntag", "2025-08-31", "2025-09-07"),
    ],
)
def test_weekdays(weekday: str, past: str, future: str) -> None:
    assert found(f"am {weekday}") == [f"{weekday}: {past} | {future}"]
    assert found(f"am {weekday}abend") == [f"{weekday}abend: {past} | {future}"]
    assert found(f"am vergangenen {weekday}") == [f"vergangenen {weekday}: {past}"]
    assert found(f"am nächsten {weekday}") == [f"nächsten {weekday}: {future}"]


def test_todays_weekday() -> None:
    assert found("am Donnerstag") == ["Donnerstag: 2025-09-04"]
    assert found("am letzten Donnerstag") == ["letzten Donnerstag: 2025-08-28"]
    assert found("am kommenden Donnerstag") == ["kommenden Donnerstag: 2025-09-11"]
    assert found("an diesem Donnerstag") == ["diesem Donnerstag: 2025-09-04"]


@pytest.mark.parametrize("daypart", ["morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht", "früh", "s"])
def test_parts_of_a_weekday(daypart: str) -> None:
    assert found(f"am Montag{daypart}") == [f"Montag{daypart}: 2025-09-01 | 2025-09-08"]


def test_a_weekday_in_a_longer_word_is_none() -> None:
    assert found("die Montagsdemonstration am Wintermontag") == []


# Days by distance --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("heute", "2025-09-04"),
        ("Heute", "2025-09-04"),
        ("gestern", "2025-09-03"),
        ("Vorgestern", "2025-09-02"),
        ("morgen", "2025-09-05"),
        ("übermorgen", "2025-09-06"),
    ],
)
def test_days_as_seen_from_today(text: str, day: str) -> None:
    assert found(text) == [f"{text}: {day}"]
    assert found(f"{text}ig") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vor einem Tag", "2025-09-03"),
        ("vor 10 Tagen", "2025-08-25"),
        ("in zwölf Tagen", "2025-09-16"),
        ("In 100 Tagen", "2025-12-13"),
        ("vor einer Woche", "2025-08"),
        ("vor zwei Wochen", "2025-08"),
        ("in vier Wochen", "2025-10"),
        ("vor acht Monaten", "2025-01"),
        ("vor neun Monaten", "2024-12"),
        ("in drei Monaten", "2025-12"),
        ("in vier Monaten", "2026-01"),
        ("vor zwanzig Jahren", "2005"),
        ("in einem Jahr", "2026"),
    ],
)
def test_distances(text: str, expected: str) -> None:
    assert found(text) == [f"{text}: {expected}"]


@pytest.mark.parametrize("text", ["vor wenigen Tagen", "vor einigen Wochen", "nach drei Tagen", "in 1000 Tagen"])
def test_no_distances(text: str) -> None:
    assert found(text) == []


# Periods -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vergangene Woche", "2025-08"),
        ("diese Woche", "2025-09"),
        ("kommender Woche", "2025-09"),
        ("voriges Jahr", "2024"),
        ("dieses Jahres", "2025"),
        ("laufenden Jahres", "2025"),
        ("folgenden Jahres", "2026"),
        ("zurückliegenden Monat", "2025-08"),
        ("diesem Monat", "2025-09"),
        ("nächsten Monat", "2025-10"),
        ("letzten Tag", "2025-09-03"),
        ("Diesen Tag", "2025-09-04"),
        ("kommenden Tag", "2025-09-05"),
    ],
)
def test_periods(text: str, expected: str) -> None:
    assert found(text) == [f"{text}: {expected}"]


def test_the_month_of_a_week_and_the_year_of_a_month() -> None:
    assert found("kommende Woche", date(2025, 12, 28)) == ["kommende Woche: 2026-01"]
    assert found("vergangene Woche", date(2026, 1, 5)) == ["vergangene Woche: 2025-12"]
    assert found("kommenden Monat", date(2025, 12, 28)) == ["kommenden Monat: 2026-01"]
    assert found("vergangenen Monat", date(2026, 1, 5)) == ["vergangenen Monat: 2025-12"]
    assert found("in elf Monaten", date(2025, 1, 5)) == ["in elf Monaten: 2025-12"]


@pytest.mark.parametrize("unit", ["Tage", "Tagen", "Wochen", "Monate", "Monaten", "Jahre", "Jahren"])
def test_the_plural_fixes_nothing(unit: str) -> None:
    assert found(f"in den vergangenen {unit}") == []
    (coming,) = find_times(f"in den kommenden {unit}", THURSDAY, "de")
    assert (coming.past, coming.future, coming.ahead) == ("", "", (True, True))


# Months, seasons, years --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im August", "August: 2025-08 | 2026-08"),
        ("im September", "September: 2025-09"),
        ("im Oktober", "Oktober: 2024-10 | 2025-10"),
        ("Anfang Jänner", "Anfang Jänner: 2025-01 | 2026-01"),
        ("im März 2014", "März 2014: 2014-03"),
        ("im Dezember 1999", "Dezember 1999: 1999-12"),
        ("im vergangenen September", "vergangenen September: 2025-09"),
        ("im letzten August", "letzten August: 2025-08"),
        ("im vorigen Oktober", "vorigen Oktober: 2024-10"),
        ("im kommenden August", "kommenden August: 2026-08"),
        ("im nächsten Oktober", "nächsten Oktober: 2025-10"),
        ("in diesem August", "diesem August: 2025-08 | 2026-08"),
    ],
)
def test_months(text: str, expected: str) -> None:
    assert found(text) == [expected]


def test_the_year_of_a_month_without_one() -> None:
    assert found("im Oktober", date(2026, 1, 5)) == ["Oktober: 2025-10 | 2026-10"]
    assert found("im Januar", date(2024, 12, 5)) == ["Januar: 2024-01 | 2025-01"]


def test_a_month_in_a_longer_word_is_none() -> None:
    assert found("die Oktoberrevolution und das Frühlingsmärz") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im Frühjahr", "2025 | 2026"),
        ("im Frühling", "2025 | 2026"),
        ("Im Sommer", "2025 | 2026"),
        ("im Herbst", "2024 | 2025"),
        ("im Winter", "2024 | 2025"),
    ],
)
def test_seasons(text: str, expected: str) -> None:
    assert found(text) == [f"{text}: {expected}"]


def test_a_season_begins_about_the_21st_and_has_three_months() -> None:
    assert found("im Sommer", date(2025, 6, 21)) == ["im Sommer: 2025"]
    assert found("im Sommer", date(2025, 6, 20)) == ["im Sommer: 2024 | 2025"]
    assert found("im Sommer", date(2025, 8, 31)) == ["im Sommer: 2025"]
    assert found("im Sommer", date(2025, 9, 1)) == ["im Sommer: 2025 | 2026"]


def test_a_season_with_its_year_is_the_year() -> None:
    assert found("im Sommer 2014") == ["2014: 2014"]
    assert found("der Sommer") == []


@pytest.mark.parametrize("year", ["1900", "1999", "2000", "2099"])
def test_years(year: str) -> None:
    assert found(f"im Jahr {year}") == [f"{year}: {year}"]


@pytest.mark.parametrize(
    "text",
    ["1899", "2100", "20255", "12025", "1.2025", "1,2025", "2025.1", "2025,1", "2009er", "2000 Euro", "2000  Menschen"],
)
def test_no_years(text: str) -> None:
    assert found(text) == []


# Days that the text before them fixes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("Am Vortag", "2025-08-31"),
        ("tags zuvor", "2025-08-31"),
        ("am Vorabend", "2025-08-31"),
        ("am selben Tag", "2025-09-01"),
        ("in der Nacht", "2025-09-01"),
        ("am  späten Abend", "2025-09-01"),
        ("am folgenden Tag", "2025-09-02"),
        ("Am Tag Darauf", "2025-09-02"),
    ],
)
def test_days_as_seen_from_the_one_before(phrase: str, day: str) -> None:
    assert found(f"Am Montag sprach er, {phrase} kam sie.")[1:] == [f"{phrase}: {day}"]
    assert found("Merz kam am Vortag.") == ["am Vortag: 2025-09-03"]


def test_a_month_or_year_is_no_day_to_count_from() -> None:
    assert found("Im Mai 2024 sprach er, am Vortag kam sie.")[1:] == ["am Vortag: 2025-09-03"]
    assert found("Am 3. Mai 2024 sprach er, am Vortag kam sie, am Vortag er.")[1:] == [
        "am Vortag: 2024-05-02",
        "am Vortag: 2024-05-01",
    ]


# Beginnings --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seit 2011", "seit 2011: 2011 since"),
        ("Seit Montag", "Seit Montag: 2025-09-01 | 2025-09-08 since"),
        ("seit dem 3. Mai 2024", "seit dem 3. Mai 2024: 2024-05-03 since"),
        ("seit Anfang Mai 2024", "seit Anfang Mai 2024: 2024-05 since"),
        ("seit der vergangenen Woche", "seit der vergangenen Woche: 2025-08 since"),
        ("seit  gestern", "seit  gestern: 2025-09-03 since"),
        ("seitdem 2011", "2011: 2011"),
        ("Anfang 2011", "2011: 2011"),
    ],
)
def test_since(text: str, expected: str) -> None:
    assert found(text) == [expected]


# Texts -------------------------------------------------------------------------------------------------------------------


def test_expressions_come_in_the_order_of_the_text() -> None:
    text = "Gestern, am Montag, im Mai 2024, vor drei Tagen, vergangene Woche und 2009: im Sommer"
    assert [expression.partition(":")[0] for expression in found(text)] == [
        "Gestern",
        "Montag",
        "Mai 2024",
        "vor drei Tagen",
        "vergangene Woche",
        "2009",
        "im Sommer",
    ]


def test_without_a_day_only_what_names_its_year_is_found() -> None:
    text = "Gestern, am 3. Mai, im Mai, im Sommer, vor drei Tagen, am 4. Mai 2024, im Juni 2023, 2009, vergangene Woche"
    assert found(text, None) == ["4. Mai 2024: 2024-05-04", "Juni 2023: 2023-06", "2009: 2009"]


# Words -------------------------------------------------------------------------------------------------------------------


def test_modifiers_in_any_inflection() -> None:
    words = load_time_words("de")
    assert all(map(words.points_back, ("vergangene", "letzter", "vorigen", "zurückliegendem")))
    assert all(map(words.points_forward, ("kommende", "nächstes", "folgenden")))
    assert not any(map(words.points_back, ("kommende", "diesem", "")))
    assert not any(map(words.points_forward, ("vergangene", "diesem", "")))
    assert re.fullmatch(words.modifier_pattern, "Letzten")
    assert not re.fullmatch(words.modifier_pattern, "letztens")


def test_numbers_in_digits_and_words() -> None:
    words = load_time_words("de")
    assert [words.number(word) for word in ("12", "Zwölf", "dreißig", "wenigen")] == [12, 12, 30, None]


def test_alternatives_try_the_longest_first() -> None:
    words = load_time_words("de")
    assert words.alternatives(["Tag", "Tagen", "a.b"]) == r"Tagen|Tag|a\.b"
    assert words.phrases(["am Tag", "am selben Tag"]) == r"(?i:am\s+selben\s+Tag|am\s+Tag)"


# Feasts, nights, spans, and what lies ahead ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an Silvester", "Silvester: 2024-12-31 | 2025-12-31"),
        ("am vergangenen Karfreitag", "vergangenen Karfreitag: 2025-04-18"),
        ("am Ostermontag 2024", "Ostermontag 2024: 2024-04-01"),
        ("an Christi Himmelfahrt", "Christi Himmelfahrt: 2025-05-29 | 2026-05-14"),
        ("am ersten Advent", "ersten Advent: 2024-12-01 | 2025-11-30"),
        ("am 2. Sept.", "2. Sept.: 2025-09-02 | 2026-09-02"),
        ("am 2025-09-02", "2025-09-02: 2025-09-02"),
        ("am 18/8/2025", "18/8/2025: 2025-08-18"),
        ("am 2.9.25", "2.9.25: 2025-09-02"),
        ("am 2. und 3. September", "2. und 3. September: 2025-09-02 | 2026-09-02"),
        ("am 1./2. September", "1./2. September: 2025-09-01 | 2026-09-01"),
        ("in der Nacht zum Mittwoch", "in der Nacht zum Mittwoch: 2025-09-03 | 2025-09-10"),
        ("in der Nacht von Montag auf Dienstag", "in der Nacht von Montag auf Dienstag: 2025-09-02 | 2025-09-09"),
        (
            "in der Nacht vom 1. auf den 2. September",
            "in der Nacht vom 1. auf den 2. September: 2025-09-02 | 2026-09-02",
        ),
        ("am Dienstag, dem 2. September,", "Dienstag, dem 2. September: 2025-09-02 | 2026-09-02"),
        ("Morgen", "Morgen: 2025-09-05"),
        ("Ende September", "Ende September: 2024-09 | 2025-09"),
        ("am Wochenende", "Wochenende: 2025-08 | 2025-09"),
        ("zum Jahresende", "Jahresende: 2024 | 2025"),
        ("am Monatsanfang", "Monatsanfang: 2025-09"),
    ],
)
def test_named_nights_and_spans(text: str, expected: str) -> None:
    assert found(text) == [expected]


def test_a_morning_is_no_tomorrow() -> None:
    assert found("der Morgen") == []
    assert found("Er kam. Morgen geht er.") == ["Morgen: 2025-09-05"]


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("nächste Woche", (True, True)),
        ("in zwei Wochen", (True, True)),
        ("am kommenden Wochenende", (True, True)),
        ("demnächst", (True, True)),
        ("Ende September", (False, True)),
        ("am Wochenende", (False, True)),
        ("im Herbst", (False, True)),
        ("Anfang September", (False, False)),
        ("im September", (False, False)),
        ("vergangene Woche", (False, False)),
        ("vor zwei Wochen", (False, False)),
    ],
)
def test_what_lies_ahead_by_its_words(text: str, ahead: tuple[bool, bool]) -> None:
    (time,) = find_times(text, THURSDAY, "de")
    assert time.ahead == ahead


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1, 12, 31), date(9999, 1, 1), date(9999, 12, 31)])
def test_a_day_at_the_end_of_the_calendar_is_no_date(day: date) -> None:
    assert [time.past for time in find_times("gestern, am Wochenende, nächste Woche, am 3. Mai 2024", day, "de")] == [
        "2024-05-03"
    ]
