"""Text cleaned of what is no text, once, whatever the file: what a copy, a crawler or a typesetter left in the words.

Each repair leaves ordinary text alone, and says how often it found something. Afterwards nothing is changed any more: offsets count
in the repaired text.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from html import unescape

from extractors.reading.markup import MARKED_UP, plain_text
from extractors.reading.wording import wording

# Soft hyphens, word joiners, zero-width spaces, marks of direction and of variation: nothing that a reader sees.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]"
)
SOFT_AT_LINE_END = re.compile("\u00ad[ \t]*\r?\n[ \t]*")
# HYPHEN and NON-BREAKING HYPHEN; the en dash only as in "UN–Sicherheitsrat": between names it means "against", "from … to".
HYPHENS = re.compile("[\u2010\u2011]|(?<=\\b[A-Z]{2})\u2013(?=[A-ZÄÖÜ][a-zäöüß]{3})")
LIGATURES = re.compile("[\ufb00-\ufb06]")
# Between letters, as in "Sana’a"; as a genitive, as in "Merz’ Besuch", it stands where no quotation is open.
APOSTROPHES = re.compile("(?<=[^\\W\\d_])[\u2018\u2019\u02bc\u00b4\u0060\uff07](?=[^\\W\\d_])")
GENITIVES = re.compile("(?<=[sßxzSXZ])\u2019(?= [A-ZÄÖÜ])")
OPEN_QUOTE = re.compile("[\u201a\u2018\u203a]")
# How far before a sign the quotation may begin that it closes.
QUOTED = 300
CUT_WORD = re.compile(r"(?P<before>[^\W\d_]+|\d+)[-\u00ac][ \t]*\n[ \t]*(?P<after>[^\W\d_]+)")
# What an inflected adjective has behind its stem.
INFLECTION = 2
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|&(?:apos|quot|nbsp|amp)\b")
# What the first byte of a sign in UTF-8 is taken for, with what its second one is taken for.
DECODED_TWICE = re.compile("[ÂÃÄÅÎÏÐÑâåð][\u0080-\u00bfŠŒŽšœžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]")
# How often a text may be encoded: a feed in a feed is twice.
LAYERS = 4


def repaired(text: str, lang: str) -> tuple[str, Counter[str]]:
    """The text in NFC as a reader means it, and how often each repair found something."""
    found: Counter[str] = Counter()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _decoded(text, found)
    for name, repair in _REPAIRS:
        text, times = repair(text)
        found[name] += times
    text, times = _joined(text, wording(lang))
    found["words joined at line ends"] += times
    return unicodedata.normalize("NFC", text), +found


def unlayered(text: str) -> tuple[str, int, int]:
    """A text without tags and entities, however often it was encoded, with the number of entities and of tags."""
    entities = tags = 0
    for _ in range(LAYERS):
        if marks := len(MARKED_UP.findall(text)):
            text, tags = plain_text(text), tags + marks
        elif marks := len(ENTITY.findall(text)):
            text, entities = ENTITY.sub(_unescaped, text), entities + marks
        else:
            break
    return text, entities, tags


def _unescaped(match: re.Match[str]) -> str:
    return unescape(match[0] if match[0].endswith(";") else f"{match[0]};")


def _decoded(text: str, found: Counter[str]) -> str:
    text, found["HTML entities"], found["HTML tags"] = unlayered(text)
    # ftfy takes a second for two million characters, and hardly any text has such a pair.
    if not DECODED_TWICE.search(text):
        return text
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    # A line at a time: one broken quotation in an article of thousand words.
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if DECODED_TWICE.search(line) and is_bad(line):
            fixed = fix_encoding(line)
            found["lines of another encoding"] += fixed != line
            lines[number] = fixed
    return "\n".join(lines)


def _sub(pattern: re.Pattern[str], by: str) -> Callable[[str], tuple[str, int]]:
    return lambda text: pattern.subn(by, text)


def _ligatures(text: str) -> tuple[str, int]:
    return LIGATURES.subn(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def _genitives(text: str) -> tuple[str, int]:
    """*Merz’ Besuch* with an apostrophe; where a single quotation is open the sign closes it."""
    if not OPEN_QUOTE.search(text):
        return GENITIVES.subn("'", text)

    times = 0

    def fitting(match: re.Match[str]) -> str:
        nonlocal times
        earliest = max(0, match.start() - QUOTED)
        line = text.rfind("\n", earliest, match.start())
        if OPEN_QUOTE.search(text, max(line + 1, earliest), match.start()):
            return match[0]
        times += 1
        return "'"

    return GENITIVES.sub(fitting, text), times


_REPAIRS: tuple[tuple[str, Callable[[str], tuple[str, int]]], ...] = (
    ("words joined at line ends", _sub(SOFT_AT_LINE_END, "")),
    ("invisible characters", _sub(INVISIBLE, "")),
    ("ligatures", _ligatures),
    ("hyphens and apostrophes", _sub(HYPHENS, "-")),
    ("hyphens and apostrophes", _sub(APOSTROPHES, "'")),
    ("hyphens and apostrophes", _genitives),
)  # fmt: skip


def _joined(text: str, words: Mapping[str, frozenset[str]]) -> tuple[str, int]:
    """Words that were parted at a line's end, in one piece.

    A hyphen stays before a capital, after a number, between two adjectives (*deutsch-französische*), and where it waits for what
    follows (*Außen- und Sicherheitspolitik*).
    """
    ends, times = tuple(words["adjective-ends"]), 0

    def whole(match: re.Match[str]) -> str:
        nonlocal times
        before, after = match["before"], match["after"]
        if after.lower() in words["joining"]:
            return f"{before}- {after}"
        times += 1
        stems = [after[: len(after) - cut] for cut in range(INFLECTION + 1)]
        adjectives = bool(ends) and before.lower().endswith(ends) and any(stem.endswith(ends) for stem in stems)
        return f"{before}-{after}" if before.isdigit() or not after[0].islower() or adjectives else before + after

    return CUT_WORD.sub(whole, text), times
