"""Live tickers: entries with a time, and perhaps a day, at the head of each, in one text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractors.reading.dates import DateError, published
from extractors.reading.layout import Marks, heading, marks

# A text with fewer heads is no ticker.
FEWEST = 2
# "Donnerstag, 4. September, 19:30 Uhr": a day without its year.
DAY = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d]+)(?!\s?\d{4})")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its text, and the day that its head names, or None."""

    text: str
    day: date | None


def entries(text: str, lang: str, day: date | None) -> list[Entry]:
    """The entries of a ticker, in its order; none, where the text is no ticker. `day` tells the year of days without one."""
    seen = marks(lang)
    lines = text.split("\n")
    heads = [at for at, line in enumerate(lines) if _head(line.strip(), seen)]
    if len(heads) < FEWEST or len([line for line in lines[: heads[0]] if line.strip()]) > FEWEST:
        return []
    return list(_parted(lines, heads, seen, day))


def _head(line: str, seen: Marks) -> bool:
    """Whether an entry begins with the line: a time alone, or a time before a headline."""
    if not re.search(r"\d{1,2}[:.]\d{2}", line):
        return False
    return bool(seen.clock.match(line)) or (bool(seen.stamped.match(line)) and not line.endswith((".", "!", "?")))


def _parted(lines: list[str], heads: list[int], seen: Marks, day: date | None) -> Iterator[Entry]:
    for head, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        line = lines[head].strip()
        stamped = None if seen.clock.match(line) else seen.stamped.match(line)
        below = lines[head + 1 : end]
        title = stamped["rest"].rstrip("+ ") if stamped else ""
        if not title and len(below) > 1 and heading(" ".join(below[0].split()), seen):
            # Behind a time on a line of its own comes the headline.
            title, *below = below
        text = "\n".join([title, "", *below]).strip()
        if text:
            yield Entry(text, _day(line, day))


def _day(line: str, day: date | None) -> date | None:
    """The day that a head names, in the year that it or the ticker names."""
    try:
        return published(line)
    except DateError:
        found = DAY.search(line)
    if not found or day is None:
        return None
    try:
        return published(f"{found[0]} {day.year}" if found[0][-1].isalpha() else f"{found[0]}{day.year}")
    except DateError:
        return None
