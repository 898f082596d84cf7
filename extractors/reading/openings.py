"""What stands around an article's sentences: headline, byline, day of publication, corrections, paragraphs that come twice.

A headline tells what the first sentence tells again, a byline names a person who did nothing, a correction repeats what was wrong:
none of them is a sentence of the article.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.reading.dates import DateError, published
from extractors.reading.layout import ENDED, HEADING, HEADING_WORDS, Marks, marks

# Paragraphs above the first sentence: kicker, headline, subtitle, byline, day.
ABOVE = 8
# A headline of so few words before another one is its kicker.
KICKER = 5
# Shorter paragraphs may come twice: "Ja.", a speaker's name.
REPEATED = 60
CUT = re.compile(r"[\s\"'“”„»«]*(?:\.\.\.|…)\s*$")
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
# "BRÜSSEL, 3. September 2025 (Reuters) - "
DATELINE = re.compile(
    r"[A-ZÄÖÜ][^.()\d\n]{2,40},\s(?P<day>\d{1,2}\.\s?[^\W\d]+\.?\s\d{4})\s?\([\w/ -]{2,20}\)\s?[-–—:]"
)
WORD = re.compile(r"\w+")


@dataclass
class Opening:
    """An article's paragraphs without what stands around them, and what that told: title and date ("" for none), warnings, counts."""

    paragraphs: list[str]
    title: str = ""
    date: str = ""
    warnings: list[str] = field(default_factory=list)
    found: Counter[str] = field(default_factory=Counter)


def opening(paragraphs: Sequence[str], lang: str, title: str, *, untitled: bool) -> Opening:
    """The parts of an article. With `untitled` a headline above the first sentence is its title; else one like `title` is left out."""
    seen = marks(lang)
    made = Opening(_once([*paragraphs], found := Counter[str]()), title, found=found)
    if made.paragraphs:
        made.paragraphs[0] = seen.paging.sub("", made.paragraphs[0])
        made.paragraphs[-1] = seen.more.sub("", made.paragraphs[-1])
    _above(made, seen, untitled and not title)
    _corrected(made, seen)
    if not made.date and made.paragraphs and (line := DATELINE.match(made.paragraphs[0])):
        made.date = _day(line["day"])
    return made


def _above(made: Opening, seen: Marks, untitled: bool) -> None:
    """Take what stands above the first sentence: lines up to the last one that is the title again, a byline or a day."""
    headings: list[str] = []
    head, taken = made.paragraphs[: min(ABOVE, len(made.paragraphs) - 1)], 0
    for at, line in enumerate(head):
        day = _dated(line, seen)
        if day:
            made.date = made.date or day
            made.found["days of publication taken from a line"] += 1
            taken = at + 1
        elif seen.byline.match(line):
            made.found["bylines left out"] += 1
            taken = at + 1
        elif made.title and _same(line, made.title):
            taken = at + 1
        elif _heads(line, seen):
            headings.append(line)
        else:
            break
    if untitled and headings:
        kicker = len(headings) > 1 and len(headings[0].split()) <= KICKER
        made.title = ": ".join(headings[: 2 if kicker else 1])
        made.found["headlines taken as title"] += 1
        taken = max(taken, head.index(headings[1 if kicker else 0]) + 1)
    elif taken and made.title:
        made.found["headlines left out"] += sum(_heads(line, seen) or _same(line, made.title) for line in head[:taken])
    elif taken:
        # Without a title a heading between a byline and the text may be all that tells what happened.
        made.paragraphs[:taken] = [line for line in head[:taken] if line in headings]
        return
    del made.paragraphs[:taken]


def _heads(line: str, seen: Marks) -> bool:
    return (
        len(line) <= HEADING
        and len(line.split()) <= HEADING_WORDS
        and not ENDED.search(line)
        and not any(mark.match(line) for mark in (seen.clock, seen.caption, seen.stamped))
        and not line.startswith("+++")
    )


def _dated(line: str, seen: Marks) -> str:
    """The day that a line of its own names, "" for none."""
    if len(line) > 2 * HEADING or not YEAR.search(line):
        return ""
    if told := seen.dated.match(line):
        return _day(told["date"])
    if seen.clock.match(line):
        return _day(line)
    # Glued to kicker and headline: "… für Frieden Stand: 14.06.2024 17:11 Uhr".
    for place in re.finditer(r"\s(?=\S+:\s)", line):
        if told := seen.dated.match(line, place.end()):
            return _day(told["date"])
    return ""


def _day(text: str) -> str:
    try:
        return published(text).isoformat()
    except DateError:
        return ""


def _same(line: str, title: str) -> bool:
    """Whether a line is a title again, or the end of one, perhaps with its kicker before it, or cut."""
    if len(line) > 2 * HEADING:
        return False
    words, known = WORD.findall(CUT.sub("", line).casefold()), WORD.findall(CUT.sub("", title).casefold())
    shorter, longer = sorted((words, known), key=len)
    return len(shorter) > 1 and longer[-len(shorter) :] == shorter and len(longer) <= len(shorter) + 2 * KICKER


def _once(paragraphs: list[str], found: Counter[str]) -> list[str]:
    """The paragraphs without those that came before, and without beginnings of others ("Der Präsident hat … angeboten. …")."""
    kept: list[str] = []
    seen: set[str] = set()
    # A beginning is looked up by its first characters, or all would be compared with all.
    by_start: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        if len(paragraph) > REPEATED:
            by_start.setdefault(paragraph[:REPEATED], []).append(paragraph)
    for paragraph in paragraphs:
        if len(paragraph) >= REPEATED:
            start = CUT.sub("", paragraph)
            longer = by_start.get(start[:REPEATED], ()) if start != paragraph else ()
            if paragraph in seen or any(
                len(other) > len(paragraph) and other.startswith(start) for other in longer[:10]
            ):
                found["paragraphs that came twice"] += 1
                continue
            seen.add(paragraph)
        kept.append(paragraph)
    return kept


def _corrected(made: Opening, seen: Marks) -> None:
    """Leave out corrections: they say what was wrong."""
    wrong = [paragraph for paragraph in made.paragraphs if seen.correction.match(paragraph)]
    if wrong and len(wrong) < len(made.paragraphs):
        made.paragraphs = [paragraph for paragraph in made.paragraphs if paragraph not in wrong]
        made.found["corrections left out"] += len(wrong)
        first = wrong[0] if len(wrong[0]) <= 120 else f"{wrong[0][:120]}…"
        made.warnings.append(f"a correction stands with it and is left out: {first}")
