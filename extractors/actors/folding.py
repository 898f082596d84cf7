"""Comparing names whatever their accents, hyphens and sharp s."""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = re.compile(r"['’`ʼ]")


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """The word in lower case without accents, apostrophes and hyphens, ß as ss: *Élysée-Palast* → `elyseepalast`."""
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", word).replace("ı", "i").replace("-", ""))
    return "".join(char for char in plain.casefold() if not unicodedata.combining(char))
