"""Days of publication as outlets write them: in thirty forms, without guessing what a form leaves open."""

import email.utils
import re
from datetime import UTC, date, datetime
from functools import lru_cache

from babel.dates import get_month_names

from ontology.errors import InputError

MONTH_FIRST = re.compile(r"(?P<month>[^\W\d]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})\b")
DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(?P<month>[^\W\d]+)\.?,?\s+(?P<year>\d{4})\b")
DOTTED = re.compile(r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})\b")
YEAR_FIRST = re.compile(r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?")
SLASHED = re.compile(r"\b(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>\d{4})\b")
# Seconds and milliseconds since 1970, from 1973 on: shorter numbers are no times.
EPOCH = re.compile(r"(?P<seconds>\d{9,10})(?:\d{3})?(?:\.\d+)?")
NO_DAY = re.compile(r"\d{4}(-\d{2})?|[^\W\d]+\.?\s+\d{4}")
# A day of publication is not longer, even with a time, a zone and a label before it.
LONGEST = 100
# Other years are no years of publication: programs write 0001-01-01 and 9999-12-31 where they know none.
FIRST_YEAR, LAST_YEAR = 1500, 2199
LANGUAGES = ("de", "en")


class DateError(InputError):
    """A date that cannot be read as one day; the message says why."""


@lru_cache
def _months() -> dict[str, int]:
    """Numbers of months by their names and abbreviations, lower case without a full stop (CLDR)."""
    found = {"jänner": 1, "feber": 2, "sept": 9, "mrz": 3}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names = get_month_names(width, context, language)
                found |= {name.rstrip(".").lower(): number for number, name in names.items()}
    return found


def published(text: str) -> date:
    """The day that a text names: ISO 8601, RFC 2822, German or English, numbers since 1970.

    Times and zones after the day are let be. Raises `DateError` for none, for a month or year without a day, for a day that does
    not exist, and for *03/04/2025*, which is in March for some and in April for others.
    """
    if len(text) > LONGEST:
        raise DateError(f"date {shortened(text)!r} is longer than any date")
    text = " ".join(text.split())
    if not text:
        raise DateError("no date")
    found = _published(text)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise DateError(f"date {text!r} is no day of publication")
    return found


def _published(text: str) -> date:
    for shape in (YEAR_FIRST, DOTTED):
        if found := shape.search(text):
            return _day(text, found["year"], found["month"], found["day"])
    if (found := COMPACT.fullmatch(text)) and "01" <= found["month"] <= "12":
        return _day(text, found["year"], found["month"], found["day"])
    if found := EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(found["seconds"]), UTC).date()
    if found := SLASHED.search(text):
        return _slashed(text, int(found["first"]), int(found["second"]), found["year"])
    for shape in (DAY_FIRST, MONTH_FIRST):
        for found in shape.finditer(text):
            month = _months().get(found["month"].lower())
            if month:
                return _day(text, found["year"], str(month), found["day"])
    if NO_DAY.fullmatch(text):
        raise DateError(f"date {text!r} names no day")
    try:
        return email.utils.parsedate_to_datetime(text).date()
    except (TypeError, ValueError, IndexError, OverflowError) as error:
        raise DateError(f"date {shortened(text)!r} is in no known form; write 2025-09-04") from error


def shortened(text: str, longest: int = 60) -> str:
    """A text for a message."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def _slashed(text: str, first: int, second: int, year: str) -> date:
    if first > 12:
        return _day(text, year, str(second), str(first))
    if second > 12 or first == second:
        return _day(text, year, str(first), str(second))
    raise DateError(
        f"date {text!r} may be in month {first} or {second}; write {year}-{second:02}-{first:02} or the like"
    )


def _day(text: str, year: str, month: str, day: str) -> date:
    whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(whole, int(month), int(day))
    except ValueError as error:
        raise DateError(f"date {shortened(text)!r} is no day that exists") from error
