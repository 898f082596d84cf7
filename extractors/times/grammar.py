"""Finds time expressions in a text and resolves them against the article's date.

A weekday or month without year is open in German news: *am Donnerstag* is the last or the next Thursday. Each expression
therefore carries both readings; the tense of its clause decides (`TimeExpression.resolve`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from extractors.times.words import TimeWords, load_time_words


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: character offsets, and its ISO day, month or year read as past and as future ("" where it fixes none).

    `since` marks the beginning of a state (*seit 2011*), which dates no event.
    """

    begin: int
    end: int
    past: str
    future: str
    since: bool = False

    def resolve(self, *, future: bool) -> str:
        """The ISO date in the past or future reading; "" for the beginning of a lasting state."""
        return "" if self.since else self.future if future else self.past


Reading = tuple[str, str] | None


def _day(past: date, future: date | None = None) -> Reading:
    return past.isoformat(), (future or past).isoformat()


def _month(year: int, month: int) -> str:
    years, index = divmod(year * 12 + month - 1, 12)
    return f"{years:04d}-{index + 1:02d}"


class _Resolver:
    """One method a kind of expression; each returns the (past, future) readings, or None for no time at all."""

    def __init__(self, words: TimeWords, today: date) -> None:
        self.words = words
        self.today = today
        self.last_day = today

    def full(self, match: re.Match[str]) -> Reading:
        year = match["year"]
        month = int(match["month_number"] or 0) or self.words.months[match["month_name"]]
        if year:
            return self._valid(int(year), month, int(match["day"]))
        # Without a year the nearest such day: "am 21. April", said on 1 May, is this year's; on 2 January, last year's.
        candidates = [self._date(self.today.year + shift, month, int(match["day"])) for shift in (-1, 0, 1)]
        return self._nearest([day for day in candidates if day])

    def _nearest(self, days: list[date]) -> Reading:
        past = [day for day in days if day <= self.today]
        future = [day for day in days if day >= self.today]
        if not days:
            return None
        return _day(past[-1] if past else future[0], future[0] if future else past[-1])

    @staticmethod
    def _date(year: int, month: int, day: int) -> date | None:
        try:
            return date(year, month, day)
        except ValueError:
            return None

    def _valid(self, year: int, month: int, day: int) -> Reading:
        found = self._date(year, month, day)
        return _day(found) if found else None

    def weekday(self, match: re.Match[str]) -> Reading:
        number = self.words.weekdays[match["weekday"]]
        past = self.today - timedelta((self.today.weekday() - number) % 7)
        future = self.today + timedelta((number - self.today.weekday()) % 7)
        modifier = (match["weekday_modifier"] or "").lower()
        if self.words.points_back(modifier):
            past = past if past < self.today else past - timedelta(7)
            return _day(past)
        if self.words.points_forward(modifier):
            future = future if future > self.today else future + timedelta(7)
            return _day(future)
        return _day(past, future)

    def deictic(self, match: re.Match[str]) -> Reading:
        return _day(self.today + timedelta(self.words.deictics[match["deictic"].lower()]))

    def anaphoric(self, match: re.Match[str]) -> Reading:
        return _day(self.last_day + timedelta(self.words.anaphors[" ".join(match["anaphor"].lower().split())]))

    def month(self, match: re.Match[str]) -> Reading:
        month = self.words.months[match["only_month"]]
        if match["month_year"]:
            found = _month(int(match["month_year"]), month)
            return found, found
        modifier = (match["month_modifier"] or "").lower()
        past = _month(self.today.year - (month > self.today.month), month)
        future = _month(self.today.year + (month < self.today.month), month)
        if self.words.points_back(modifier):
            return past, past
        return (future, future) if self.words.points_forward(modifier) else (past, future)

    def ago(self, match: re.Match[str]) -> Reading:
        number = self.words.number(match["count"])
        if number is None:
            return None
        return self._shift(number * self.words.distances[match["ago"]], self.words.units[match["unit"]])

    def _shift(self, number: int, unit: str) -> Reading:
        match unit:
            case "day":
                return _day(self.today + timedelta(number))
            case "week":
                # A week is no ISO day, month or year: the month is the finest that the text allows.
                day = self.today + timedelta(7 * number)
                found = _month(day.year, day.month)
            case "month":
                found = _month(self.today.year, self.today.month + number)
            case _:
                found = f"{self.today.year + number:04d}"
        return found, found

    def period(self, match: re.Match[str]) -> Reading:
        """*vergangene Woche*, *im kommenden Jahr*, *dieses Jahres*; the plural (*in den kommenden Tagen*) fixes nothing."""
        if match["period"] in self.words.plural_units:
            return None
        modifier = match["period_modifier"].lower()
        step = -1 if self.words.points_back(modifier) else 1 if self.words.points_forward(modifier) else 0
        return self._shift(step, self.words.units[match["period"]])

    def season(self, match: re.Match[str]) -> Reading:
        """*im Frühjahr*: this year's if it has begun, else last year's; as future, the next one's year."""
        begun = self.today.month >= self.words.seasons[match["season"]]
        return f"{self.today.year - (not begun):04d}", f"{self.today.year + begun:04d}"

    def year(self, match: re.Match[str]) -> Reading:
        return match["only_year"], match["only_year"]


class TimeFinder:
    """Finds the time expressions of a language."""

    def __init__(self, words: TimeWords) -> None:
        """`words` are the language's words of time."""
        self.words = words
        self.pattern = _pattern(words)

    def find(self, text: str, today: date | None) -> Iterator[TimeExpression]:
        """The expressions of a text in order, resolved against `today`, the article's date; none without a date but full ones."""
        resolver = _Resolver(self.words, today or date(1, 1, 1))
        kinds: dict[str, Callable[[re.Match[str]], Reading]] = {
            "full": resolver.full,
            "month": resolver.month,
            "weekday_": resolver.weekday,
            "ago_": resolver.ago,
            "period_": resolver.period,
            "anaphoric": resolver.anaphoric,
            "deictic_": resolver.deictic,
            "year_": resolver.year,
            "season_": resolver.season,
        }
        absolute = {"full": "year", "month": "month_year", "year_": "only_year"}
        for match in self.pattern.finditer(text):
            kind = next(name for name in kinds if match[name])
            if today is None and not (kind in absolute and match[absolute[kind]]):
                continue
            readings = kinds[kind](match)
            if readings is None:
                continue
            if len(readings[0]) == len("2025-09-04"):
                resolver.last_day = date.fromisoformat(readings[0])
            yield TimeExpression(match.start(), match.end(), *readings, since=bool(match["since"]))


def _pattern(words: TimeWords) -> re.Pattern[str]:
    months, weekdays = words.alternatives(words.months), words.alternatives(words.weekdays)
    units, modifiers = words.alternatives(words.units), words.modifier_pattern
    numbers = words.alternatives(words.numbers)
    counted = words.alternatives(words.counted)
    return re.compile(
        rf"""\b(?:(?P<since>{words.alternatives(words.since)})\s+(?:(?:{words.alternatives(words.parts)})\s+)*)?(?:
        (?P<full>(?P<day>\d{{1,2}})\.\s?(?:(?P<month_name>{months})|(?P<month_number>\d{{1,2}})\.)(?:\s?(?P<year>(?:19|20)\d\d)\b)?)
      | (?P<month>(?:(?P<month_modifier>{modifiers})\s+)?\b(?P<only_month>{months})(?:\s+(?P<month_year>(?:19|20)\d\d))?\b)
      | (?P<weekday_>(?:(?P<weekday_modifier>{modifiers})\s+)?(?P<weekday>{weekdays})(?:{words.alternatives(words.dayparts)})?\b)
      | (?P<ago_>(?P<ago>{words.alternatives(words.distances)})\s+(?P<count>\d{{1,3}}|{numbers})\s+(?P<unit>{units})\b)
      | (?P<period_>(?P<period_modifier>{modifiers})\s+(?P<period>{units})\b)
      | (?P<season_>(?:{words.alternatives(words.in_seasons)})\s+(?P<season>{words.alternatives(words.seasons)})\b(?!\s+(?:19|20)\d\d))
      | (?P<anaphoric>\b(?P<anaphor>{words.phrases(words.anaphors)})\b)
      | (?P<deictic_>\b(?P<deictic>{words.alternatives(words.deictics)})\b)
      | (?P<year_>(?<![\d.,])\b(?P<only_year>(?:19|20)\d\d)\b(?![.,]?\d|\s+(?:{counted})))
        )""",
        re.VERBOSE,
    )


@lru_cache
def time_finder(lang: str) -> TimeFinder:
    """What finds the time expressions of a language, made once."""
    return TimeFinder(load_time_words(lang))


def find_times(text: str, today: date | None, lang: str) -> Iterator[TimeExpression]:
    """The time expressions of a text, see `TimeFinder.find`."""
    return time_finder(lang).find(text, today)
