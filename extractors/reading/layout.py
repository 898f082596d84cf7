"""Lines to paragraphs: what a line of its own is, and what is prose that a narrow page has wrapped.

A heading, a time of a ticker, a byline or a caption ends at its line, and so does the sentence that it is; the lines of prose are joined.
A line is wrapped where the next word would not have fitted in; so a short line before a long one is no prose.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.reading.wording import wording

BLANK_LINE = re.compile(r"\n\s*\n")
# A heading has no more characters and words.
HEADING, HEADING_WORDS = 140, 18
# A line was not wrapped where this share of the width, or at least so many characters, were left for the next word.
FREE, FREE_CHARACTERS = 0.2, 4
# So many lines with capitals before and no full stop behind are a list of headings, in lines of no more characters.
LIST, NARROW = 3, 60
ENDED = re.compile(r"[.!?…:;,][\"'“”«»‹›)\]]*$")
BEGINS = re.compile(r"[\"'„“»«‚(\[+*]*\s*[A-ZÀ-ÖØ-ÞŁŚŠŽČĐ\d]")
STAMP = r"\d{1,2}[:.]\d{2}"


@dataclass(frozen=True, slots=True)
class Marks:
    """The expressions for lines of one kind, of a language."""

    clock: re.Pattern[str]
    stamped: re.Pattern[str]
    byline: re.Pattern[str]
    dated: re.Pattern[str]
    caption: re.Pattern[str]
    correction: re.Pattern[str]
    paging: re.Pattern[str]
    more: re.Pattern[str]
    open: frozenset[str]


@lru_cache
def marks(lang: str) -> Marks:
    """The lines that a language's words tell. A language without such words has times alone."""
    words = wording(lang)
    hour = rf"(?:\s*(?:{_either(words, 'clock')}))"
    name = r"[A-ZÄÖÜ][\w.'’-]+(?:\s(?:von|van|de|der|zu|[A-ZÄÖÜ][\w.'’-]*)){1,3}" if words else r"(?!)"
    day = r"(?:[^\W\d]+,?\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d]+)(?:\s?\d{2,4})?,?\s*"
    place = r"(?:,?\s+(?:in\s)?[A-ZÄÖÜ][\w/ -]{2,30})?"
    return Marks(
        re.compile(rf"[\[(]?(?:{day})?(?:{STAMP}{hour}?)[\])]?\s*[:|–-]?$|{day}$"),
        re.compile(
            rf"(?P<stamp>[\[(]{STAMP}{hour}?[\])]|{STAMP}(?:{hour}|\s*[:|–-])|\+\+\+\s*{STAMP}{hour}?)\s*[:|–-]?\s+(?P<rest>\S.*)$"
        ),
        re.compile(
            rf"(?:{_either(words, 'byline')})\s+{name}(?:(?:,|\s(?:{_either(words, 'joining')}))\s+{name})*{place}$"
        ),
        re.compile(rf"(?:{_either(words, 'dated')})\s*:?\s+(?P<date>.*\d.*)$", re.IGNORECASE),
        re.compile(rf"(?:{_either(words, 'caption')})\s?:\s?\S.*$|©\s?\S.*$"),
        re.compile(rf"\(?(?:{_either(words, 'correction')})\b\s?[:)]"),
        # "Inhalt Seite 1 — Angst vor Rache Seite 2 — Flucht Auf einer Seite lesen", before the first sentence.
        re.compile(rf"\A(?:{_either(words, 'paging')})\s.{{0,600}}?(?:{_either(words, 'paging-end')})\s+"),
        re.compile(rf"\s*\[(?:{_either(words, 'more')})\s*…?\]\Z"),
        words["open"],
    )  # fmt: skip


def _either(words: Mapping[str, frozenset[str]], name: str) -> str:
    # Longest first; without words, nothing fits.
    return "|".join(re.escape(word) for word in sorted(words[name], key=lambda word: (-len(word), word))) or r"(?!)"


def paragraphs(text: str, lang: str) -> tuple[list[str], int]:
    """The paragraphs of a text, white space in them as single blanks, and how many lines of their own were set apart."""
    found: list[str] = []
    apart = 0
    for block in BLANK_LINE.split(text):
        lines = [joined for line in block.split("\n") if (joined := " ".join(line.split()))]
        parts = list(_parts(lines, marks(lang))) if len(lines) > 1 else lines
        found += parts
        apart += max(0, len(parts) - 1)
    return found, apart


def _parts(lines: Sequence[str], seen: Marks) -> Iterator[str]:
    """A block's lines, joined where they are prose."""
    open_part: list[str] = []
    for line, alone in zip(lines, _alone(lines, seen), strict=True):
        if not alone:
            open_part.append(line)
            continue
        if open_part:
            yield " ".join(open_part)
            open_part = []
        stamp = seen.stamped.match(line)
        if stamp and not ENDED.search(line):
            yield from (stamp["stamp"], stamp["rest"])
        else:
            yield line
    if open_part:
        yield " ".join(open_part)


def _alone(lines: Sequence[str], seen: Marks) -> list[bool]:
    """For each line of a block, whether it stands alone."""
    width = max(map(len, lines))
    if len(lines) >= LIST and width <= NARROW and not any(map(ENDED.search, lines)) and all(map(BEGINS.match, lines)):
        return [True] * len(lines)
    alone = [_marked(line, seen) for line in lines]
    # From the end: whether a line is a heading depends on the one below it.
    for at in range(len(lines) - 2, -1, -1):
        line, below = lines[at], lines[at + 1]
        starts = at == 0 or alone[at - 1] or bool(ENDED.search(lines[at - 1])) or heading(lines[at - 1], seen)
        if not alone[at] and starts and heading(line, seen) and BEGINS.match(below):
            needed = len(line) + 1 + len(below.split(" ", 1)[0])
            timed = at > 0 and seen.clock.match(lines[at - 1]) is not None
            alone[at] = timed or alone[at + 1] or width - needed >= max(FREE_CHARACTERS, FREE * width)
    return _from_above(lines, alone)


def _from_above(lines: Sequence[str], alone: list[bool]) -> list[bool]:
    """The same without headings in the middle of a sentence: what is above one is over, or a heading itself."""
    over = True
    for at, line in enumerate(lines):
        alone[at] = alone[at] and over
        over = alone[at] or bool(ENDED.search(line))
    return alone


def _marked(line: str, seen: Marks) -> bool:
    """Whether a line is of a kind that its own words tell."""
    stamped = seen.stamped.match(line)
    return (
        any(mark.match(line) for mark in (seen.clock, seen.byline, seen.dated, seen.caption))
        or (line.startswith("+++") and line.endswith("+++"))
        or (stamped is not None and len(line) <= HEADING and not ENDED.search(line))
    )


def heading(line: str, seen: Marks) -> bool:
    """Whether a line may be a heading: short, with a capital before and no full stop behind, and no sentence that goes on."""
    words = line.split(" ")
    return (
        len(line) <= HEADING
        and len(words) <= HEADING_WORDS
        and not ENDED.search(line)
        and words[-1].lower() not in seen.open
        and not line.endswith(("-", "–", "—"))
        and bool(BEGINS.match(line))
    )
