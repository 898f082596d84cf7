"""What each kind of time expression says against the article's date: one method a kind."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from extractors.times.feasts import feast
from extractors.times.words import TimeWords

# Days of a month, and months of a year, that its beginning, middle and end have.
THIRDS = {"month": 10, "year": 4}
# Seasons begin about the 21st of their first month in what people say, and have three months.
SEASON_BEGINS, SEASON_MONTHS = 21, 3
SATURDAY = 5


class Reading(NamedTuple):
    """An expression's ISO day, month or year, read as past and as future, and for either whether it lies after the article's day.

    The last tells what a month or year does not show: *nächste Woche* is of this month, *im Herbst* of this year. Both are ""
    where the words fix no date (*demnächst*).
    """

    past: str
    future: str
    ahead: tuple[bool, bool] = (False, False)


def _day(past: date, future: date | None = None) -> Reading:
    return Reading(past.isoformat(), (future or past).isoformat())


def _month(year: int, month: int) -> str:
    years, index = divmod(year * 12 + month - 1, 12)
    return f"{years:04d}-{index + 1:02d}"


class Resolver:
    """Resolves the matches of `extractors.times.grammar` in one text; None is no time at all."""

    def __init__(self, words: TimeWords, today: date) -> None:
        """`today` is the article's date."""
        self.words = words
        self.today = today
        self.last_day = today

    def full(self, match: re.Match[str]) -> Reading | None:
        """*am 3. September*, *3.9.2025*, *2025-09-03*; of *3. und 4. September*, *3.-5. September* the first day."""
        if match["iso_year"]:
            return self._valid(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
        if match["slash_year"]:
            return self._valid(int(match["slash_year"]), int(match["slash_month"]), int(match["slash_day"]))
        month = int(match["month_number"] or 0) or self.words.month(match["month_name"])
        day = min(int(match["day"]), int(match["first_day"] or match["day"]))
        if match["year"] or match["short_year"]:
            return self._valid(int(match["year"] or f"20{match['short_year']}"), month, day)
        # Without a year the nearest such day: "am 21. April", said on 1 May, is this year's; on 2 January, last year's.
        candidates = [self._date(self.today.year + shift, month, day) for shift in (-1, 0, 1)]
        return self._nearest([day for day in candidates if day])

    def _nearest(self, days: list[date]) -> Reading | None:
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

    def _valid(self, year: int, month: int, day: int) -> Reading | None:
        found = self._date(year, month, day)
        return _day(found) if found else None

    def feast(self, match: re.Match[str]) -> Reading | None:
        """*Silvester*, *am vergangenen Karfreitag*, *Ostermontag 2024*."""
        value = self.words.feast(match["feast"])
        if match["feast_year"]:
            found = feast(value, int(match["feast_year"]))
            return _day(found) if found else None
        days = self._nearest([d for shift in (-1, 0, 1) if (d := feast(value, self.today.year + shift))])
        modifier = (match["feast_modifier"] or "").lower()
        if days and self.words.points_back(modifier):
            return Reading(days.past, days.past)
        return Reading(days.future, days.future) if days and self.words.points_forward(modifier) else days

    def weekday(self, match: re.Match[str]) -> Reading:
        """*am Mittwoch*, *am kommenden Mittwochabend*."""
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

    def weekend(self, match: re.Match[str]) -> Reading:
        """*am Wochenende*: two days, so no more than their month."""
        modifier = (match["weekend_modifier"] or "").lower()
        running = self.today.weekday() >= SATURDAY
        saturday = self.today + timedelta(SATURDAY - self.today.weekday())
        next_one = saturday + timedelta(7 * (running and self.words.points_forward(modifier)))
        last = saturday - timedelta(7 * (not running or self.words.points_back(modifier)))
        past, future = (_month(day.year, day.month) for day in (last, next_one))
        if self.words.points_back(modifier):
            return Reading(past, past)
        if self.words.points_forward(modifier):
            return Reading(future, future, (True, True))
        return Reading(past, future, (False, not running))

    def deictic(self, match: re.Match[str]) -> Reading:
        """*gestern*, *übermorgen*; *Morgen* at the beginning of a sentence."""
        return _day(self.today + timedelta(self.words.deictic(match["deictic"])))

    def anaphoric(self, match: re.Match[str]) -> Reading:
        """*am Vortag* of the day named before."""
        return _day(self.last_day + timedelta(self.words.anaphors[" ".join(match["anaphor"].lower().split())]))

    def soon(self, match: re.Match[str]) -> Reading:  # noqa: ARG002  all readings are asked alike
        """*demnächst*: ahead, on no date."""
        return Reading("", "", (True, True))

    def month(self, match: re.Match[str]) -> Reading:
        """*im Juli*, *Ende September*, *im vergangenen Mai*, *im März 2014*."""
        month = self.words.months[match["only_month"]]
        if match["month_year"]:
            found = _month(int(match["month_year"]), month)
            return Reading(found, found)
        modifier = (match["month_modifier"] or "").lower()
        begun, over = self.today.month >= month, self.today.month > month
        if match["month_part"] and self.today.month == month:
            begun, over = self._passed(self.today.day, self.words.month_parts[match["month_part"]], "month")
        past, future = _month(self.today.year - (not begun), month), _month(self.today.year + over, month)
        if self.words.points_back(modifier):
            return Reading(past, past)
        if self.words.points_forward(modifier):
            return Reading(future, future)
        return Reading(past, future, (False, not begun))

    @staticmethod
    def _passed(now: int, begin: int, unit: str) -> tuple[bool, bool]:
        """Whether a third of a month or year that begins with `begin` has begun, and whether it is over."""
        return now >= begin, now >= begin + THIRDS[unit]

    def bound(self, match: re.Match[str]) -> Reading:
        """*zum Monatsende*, *zu Jahresbeginn*: this one's, unless it has yet to come (past) or is over (future)."""
        unit, begin = self.words.bounds[match["bound"]].split()
        now = self.today.day if unit == "month" else self.today.month
        begun, over = self._passed(now, int(begin), unit)
        past, future = self._shift(-(not begun), unit), self._shift(int(over), unit)
        return Reading(past.past, future.past, (False, over or not begun))

    def ago(self, match: re.Match[str]) -> Reading | None:
        """*vor drei Tagen*, *in zwei Wochen*."""
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
        return Reading(found, found, (number > 0, number > 0))

    def period(self, match: re.Match[str]) -> Reading | None:
        """*vergangene Woche*, *im kommenden Jahr*; the plural (*in den kommenden Tagen*) fixes nothing, but may be ahead."""
        modifier = match["period_modifier"].lower()
        step = -1 if self.words.points_back(modifier) else 1 if self.words.points_forward(modifier) else 0
        if match["period"] in self.words.plural_units:
            return Reading("", "", (True, True)) if step > 0 else None
        return self._shift(step, self.words.units[match["period"]])

    def season(self, match: re.Match[str]) -> Reading:
        """*im Herbst*: as past this year's if it has begun, as future this year's until it is over."""
        first = self.words.seasons[match["season"]]
        begun = (self.today.month, self.today.day) >= (first, SEASON_BEGINS)
        over = self.today.month >= first + SEASON_MONTHS
        return Reading(f"{self.today.year - (not begun):04d}", f"{self.today.year + over:04d}", (False, not begun))

    def year(self, match: re.Match[str]) -> Reading:
        """*im Jahr 2009*."""
        return Reading(match["only_year"], match["only_year"])
