"""Comparing names that another alphabet writes: *Selenskyj*, *Selenskij*, *Zelensky* are one.

Every language and paper has its own transliteration (ISO 9, Duden, BGN/PCGN, ALA-LC). The key keeps what they agree on: where they differ
for the same letter (ш: *sch*, *sh*, *š*; й: *j*, *y*, *i*), it has one letter.
"""

from functools import lru_cache

from extractors.actors.folding import fold

# Longest first: "schtsch" is one letter (щ). The voiced and the voiceless are one where languages write z for both.
LETTERS = (
    ("schtsch", "s"), ("shch", "s"), ("tsch", "c"), ("dsch", "i"), ("tch", "c"), ("sch", "s"), ("dzh", "i"), ("kh", "h"),
    ("gh", "g"), ("sh", "s"), ("zh", "s"), ("ch", "c"), ("ts", "s"), ("tz", "s"), ("dj", "i"), ("ph", "f"), ("ou", "u"),
    ("oo", "u"), ("ks", "x"), ("q", "k"), ("w", "v"), ("z", "s"), ("j", "i"), ("y", "i"),
)  # fmt: skip
# й and ий at the end, and -ов, -ев as French wrote them.
ENDS = (("off", "ov"), ("eff", "ev"))
PATRONYMICS = ("ovic", "evic", "ovna", "evna", "ics", "inicna")


@lru_cache(maxsize=16384)
def romanised(word: str) -> str:
    """The key of a name's word: *Selenskyj*, *Zelenskiy* → `selenski`, *Gorbatschow*, *Gorbachev* differ in more than letters."""
    key = fold(word)
    for end, plain in ENDS:
        if key.endswith(end):
            key = key[: -len(end)] + plain
    for written, letter in LETTERS:
        key = key.replace(written, letter)
    return "".join(letter for at, letter in enumerate(key) if not at or letter != key[at - 1])


def is_patronymic(word: str) -> bool:
    """Whether a middle name is the father's: *Sergej Wiktorowitsch Lawrow*."""
    return len(word) > 6 and romanised(word).endswith(PATRONYMICS)


def is_initial(word: str) -> bool:
    """Whether a word of a name is cut to its first letter: *Donald J. Trump*, *v.*"""
    return len(word) == 2 and word.endswith(".")
