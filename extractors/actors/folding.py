"""Comparing names whatever their accents, case endings and sharp s."""

import re
import unicodedata
from functools import lru_cache

ENDINGS = ("en", "er", "es", "em", "e", "s", "n")
APOSTROPHES = re.compile(r"['’`ʼ]")


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """The word in lower case without accents, apostrophes and hyphens, ß as ss: *Élysée-Palast* → `elyseepalast`."""
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", word).replace("ı", "i").replace("-", ""))
    return "".join(char for char in plain.casefold() if not unicodedata.combining(char))


def stem(folded: str) -> str:
    """The folded word without its case ending: *europaischen* → `europaisch`; short words stay."""
    for ending in ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 4:
            return folded[: -len(ending)]
    return folded


@lru_cache(maxsize=16384)
def key(word: str) -> str:
    """The stem of the folded word: what names are indexed by."""
    return stem(fold(word))


def genitive_base(word: str) -> str:
    """The word without a genitive -s (*Obamas* → *Obama*), itself where it has none."""
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word.rstrip("'’")
