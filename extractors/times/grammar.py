"""Finds time expressions in a text and resolves them against the article's date.

A weekday or month without year is open in German news: *am Donnerstag* is the last or the next Thursday. Each expression
therefore carries both readings; the tense of its clause decides (`TimeExpression.resolve`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

from extractors.times.resolver import Reading, Resolver
from extractors.times.words import TimeWords, load_time_words

# Groups of a match that make it say the same on any day.
ABSOLUTE = ("iso_year", "slash_year", "year", "short_year", "month_year", "only_year", "feast_year")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: character offsets, and its ISO day, month or year read as past and as future ("" where it fixes none).

    `since` marks the beginning of a state (*seit 2011*), which dates no event. `ahead` says of either reading whether it lies
    after the article's day though its month or year does not show it (*nächste Woche*).
    """

    begin: int
    end: int
    past: str
    future: str
    since: bool = False
    ahead: tuple[bool, bool] = (False, False)

    def resolve(self, *, future: bool) -> str:
        """The ISO date in the past or future reading; "" for the beginning of a lasting state."""
        return "" if self.since else self.future if future else self.past

    def lies_ahead(self, *, future: bool) -> bool:
        """Whether the past or future reading lies after the article's day by its words alone."""
        return self.ahead[future] and not self.since


class TimeFinder:
    """Finds the time expressions of a language."""

    def __init__(self, words: TimeWords) -> None:
        """`words` are the language's words of time."""
        self.words = words
        self.pattern = _pattern(words)

    def find(self, text: str, today: date | None) -> Iterator[TimeExpression]:
        """The expressions of a text in order, resolved against `today`, the article's date; none without a date but full ones.

        A day at either end of the calendar is no date of an article: what is a week before it cannot be said.
        """
        if today and not MINYEAR < today.year < MAXYEAR:
            today = None
        resolver = Resolver(self.words, today or date(1, 1, 1))
        kinds: dict[str, Callable[[re.Match[str]], Reading | None]] = {
            "full": resolver.full,
            "feast_": resolver.feast,
            "month": resolver.month,
            "weekday_": resolver.weekday,
            "weekend_": resolver.weekend,
            "ago_": resolver.ago,
            "period_": resolver.period,
            "anaphoric": resolver.anaphoric,
            "deictic_": resolver.deictic,
            "soon": resolver.soon,
            "bound_": resolver.bound,
            "year_": resolver.year,
            "season_": resolver.season,
        }
        for match in self.pattern.finditer(text):
            kind = next(name for name in kinds if match[name])
            if today is None and not any(match[group] for group in ABSOLUTE):
                continue
            reading = kinds[kind](match)
            if reading is None:
                continue
            if len(reading.past) == len("2025-09-04"):
                resolver.last_day = date.fromisoformat(reading.past)
            past, future, ahead = reading
            yield TimeExpression(match.start(), match.end(), past, future, bool(match["since"]), ahead)


def _pattern(words: TimeWords) -> re.Pattern[str]:
    months, weekdays = words.alternatives(words.months), words.alternatives(words.weekdays)
    month_names = words.alternatives((*words.months, *words.short_months))
    units, modifiers = words.alternatives(words.units), words.modifier_pattern
    numbers = words.alternatives(words.numbers)
    counted = words.alternatives(words.counted)
    dayparts = words.alternatives(words.dayparts)
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"""\b(?:(?P<since>{words.alternatives(words.since)})\s+(?:(?:{words.alternatives(words.parts)})\s+)*)?
        # in der Nacht zum, in der Nacht von Montag auf, in der Nacht vom 2. auf den
        (?:(?:{words.phrases(words.nights)})\s+
          (?:(?:{words.alternatives(words.nights_from)})\s+(?:(?:{weekdays})|\d{{1,2}}\.(?:\s?(?:{month_names}))?)\s+)?
          (?:{words.phrases(words.nights_to)})\s+)?(?:
        (?P<full>(?P<iso_year>{year})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)\b(?!-)
          | (?P<slash_day>\d{{1,2}})/(?P<slash_month>\d{{1,2}})/(?P<slash_year>{year})\b
          | (?:(?:{weekdays})(?:{dayparts})?,?\s\(?(?:(?:{words.alternatives(words.apposed)})\s)?)?
            (?:(?P<first_day>\d{{1,2}})\.(?:\s?[/–-]\s?|\s(?:{words.phrases(words.day_links)})\s))?
            (?P<day>\d{{1,2}})\.\s?(?:(?P<month_name>{month_names})|(?P<month_number>\d{{1,2}})\.)
            (?:\s?(?P<year>{year})\b|(?<=\.)(?P<short_year>\d\d)\b(?![.:,]?\d))?)
      | (?P<month>(?:(?P<month_part>{words.alternatives(words.month_parts)})\s+)?(?:(?P<month_modifier>{modifiers})\s+)?
          \b(?P<only_month>{months})(?:\s+(?P<month_year>{year}))?\b)
      | (?P<feast_>(?:(?P<feast_modifier>{modifiers})\s+)?\b(?P<feast>{words.phrases(words.feasts)})(?:\s+(?P<feast_year>{year}))?\b)
      | (?P<weekday_>(?:(?P<weekday_modifier>{modifiers})\s+)?(?P<weekday>{weekdays})(?:{dayparts})?\b)
      | (?P<weekend_>(?:(?P<weekend_modifier>{modifiers})\s+)?(?:{words.alternatives(words.weekends)})\b)
      | (?P<ago_>(?P<ago>{words.alternatives(words.distances)})\s+(?P<count>\d{{1,3}}|{numbers})\s+(?P<unit>{units})\b)
      | (?P<period_>(?P<period_modifier>{modifiers})\s+(?P<period>{units})\b)
      | (?P<season_>(?:{words.alternatives(words.in_seasons)})\s+(?P<season>{words.alternatives(words.seasons)})\b(?!\s+{year}))
      | (?P<bound_>\b(?P<bound>{words.alternatives(words.bounds)})\b)
      | (?P<anaphoric>\b(?P<anaphor>{words.phrases(words.anaphors)})\b)
      | (?P<deictic_>\b(?P<deictic>{words.alternatives(words.deictics)}
          |(?:(?<![^\n„“"»«])|(?<=[.!?:…“"]\s))(?:{words.alternatives(words.first_deictics)}))\b)
      | (?P<soon>\b(?:{words.phrases(words.soon)})\b)
      | (?P<year_>(?<![\d.,])\b(?P<only_year>{year})\b(?![.,]?\d|\s+(?:{counted})))
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
