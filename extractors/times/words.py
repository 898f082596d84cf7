"""The words of a language's time expressions, from its table `times.tsv`."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extractors.languages import Language, language
from extractors.languages.tables import Row, rows

# A regular expression that matches nothing.
NOTHING = "(?!)"


@dataclass(frozen=True)
class TimeWords:
    """Closed classes of time words: months and weekdays by number, units, day offsets, numbers, dayparts, modifiers."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    month_parts: Mapping[str, int]
    feasts: Mapping[str, str]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    plural_units: Mapping[str, str]
    seasons: Mapping[str, int]
    deictics: Mapping[str, int]
    # Words that are such only at the beginning of a sentence: "Morgen trifft er …", not "der Morgen".
    first_deictics: Mapping[str, int]
    anaphors: Mapping[str, int]
    numbers: Mapping[str, int]
    dayparts: Mapping[str, str]
    counted: Mapping[str, str]
    since: Mapping[str, str]
    parts: Mapping[str, str]
    distances: Mapping[str, int]
    in_seasons: Mapping[str, str]
    weekends: Mapping[str, str]
    # Beginning, middle and end of the month or year, with its unit and first day or month.
    bounds: Mapping[str, str]
    soon: Mapping[str, str]
    # "in der Nacht", "vom" Montag, "zum" Dienstag
    nights: Mapping[str, str]
    nights_from: Mapping[str, str]
    nights_to: Mapping[str, str]
    # The article between a weekday and its date, and what links two days: "Freitag, dem 5.", "3. und 4. September".
    apposed: Mapping[str, str]
    day_links: Mapping[str, str]
    endings: tuple[str, ...]
    back: tuple[str, ...]
    forward: tuple[str, ...]
    here: tuple[str, ...]

    def points_back(self, modifier: str) -> bool:
        """Whether *vergangenen*, *letzte* … in any inflection."""
        return modifier.startswith(self.back)

    def points_forward(self, modifier: str) -> bool:
        """Whether *kommenden*, *nächste* … in any inflection."""
        return modifier.startswith(self.forward)

    def number(self, word: str) -> int | None:
        """The value of a numeral in digits or words; None for a vague one (*wenigen*)."""
        return int(word) if word.isdigit() else self.numbers.get(word.lower())

    def month(self, word: str) -> int:
        """The number of a month, abbreviated or not."""
        return self.months.get(word) or self.short_months[word]

    def deictic(self, word: str) -> int:
        """The days from today of a word that says so."""
        return {**self.first_deictics, **self.deictics}[word]

    def feast(self, phrase: str) -> str:
        """The value of a feast's name in any case and spacing."""
        return self.feasts[" ".join(phrase.lower().split())]

    @property
    def modifier_pattern(self) -> str:
        """A regular expression for any modifier with its ending."""
        return (
            rf"(?i:{self.alternatives((*self.back, *self.forward, *self.here))})(?:{self.alternatives(self.endings)})"
        )

    @staticmethod
    def alternatives(words: Collection[str]) -> str:
        """The words as alternatives of a regular expression, longest first; what matches nothing where there are none."""
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) if words else NOTHING

    @classmethod
    def phrases(cls, words: Collection[str]) -> str:
        """Like `alternatives`, for phrases: any white space between words, in either case."""
        return rf"(?i:{cls.alternatives(words)})".replace(r"\ ", r"\s+")


@lru_cache
def load_time_words(lang: str) -> TimeWords:
    """The time words of a language, read once."""
    return read_time_words(language(lang))


def read_time_words(spoken: Language) -> TimeWords:
    """The time words in a language's room: class, words, value, and a sentence."""
    return time_words(rows(spoken.folder, "times.tsv"), spoken.grammar.adjective_endings)


def time_words(table: Iterable[Row], endings: tuple[str, ...]) -> TimeWords:
    """The time words of a table; `endings` are those of adjectives (*vergangenen*)."""
    classes: dict[str, dict[str, str]] = defaultdict(dict)
    for _, fields in table:
        kind, words, value = [*fields, ""][:3]
        classes[kind] |= dict.fromkeys(words.split("|"), value)

    def numbers(kind: str) -> dict[str, int]:
        return {word: int(value) for word, value in classes[kind].items()}

    return TimeWords(
        months=numbers("month"),
        short_months=numbers("short-month"),
        month_parts=numbers("month-part"),
        feasts={phrase.lower(): value for phrase, value in classes["feast"].items()},
        weekdays=numbers("weekday"),
        units=classes["unit"],
        plural_units=classes["plural-unit"],
        seasons=numbers("season"),
        deictics=numbers("deictic"),
        first_deictics=numbers("first-deictic"),
        anaphors={phrase.lower(): days for phrase, days in numbers("anaphor").items()},
        numbers=numbers("number"),
        dayparts=classes["daypart"],
        counted=classes["counted"],
        since=classes["since"],
        parts=classes["part"],
        distances=numbers("distance"),
        in_seasons=classes["in-season"],
        weekends=classes["weekend"],
        bounds=classes["bound"],
        soon=classes["soon"],
        nights=classes["night"],
        nights_from=classes["night-from"],
        nights_to=classes["night-to"],
        apposed=classes["apposed"],
        day_links=classes["day-link"],
        endings=endings,
        back=tuple(classes["back"]),
        forward=tuple(classes["forward"]),
        here=tuple(classes["here"]),
    )
