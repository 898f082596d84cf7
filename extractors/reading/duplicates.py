"""The same text twice: agency copies are recognised by MinHash (Broder 1997), so that they count as one report.

A text's signature are the least hashes of its shingles of words under 64 functions; the share in which two signatures agree estimates the
Jaccard similarity of the texts. Signatures are looked up by 8 bands of 8 numbers (locality-sensitive hashing: Leskovec,
Rajaraman and Ullman 2014, ch. 3), which finds 9 of 10 pairs of similarity 0.85. A text costs about 1 kB.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from extractors.article import Article
from extractors.reading.files import Unreadable

SHINGLE, FUNCTIONS, BANDS = 4, 64, 8
# Estimated similarity from which two texts are one: copies differ by a dateline, a headline, a last paragraph.
SIMILAR = 0.8
# Shorter texts are compared whole: few shingles make a coarse estimate.
WORDS = 40
PRIME = (1 << 31) - 1
WORD = re.compile(r"\w+")
Signature = NDArray[np.uint32]

_draw = np.random.default_rng(20251126)
_FACTORS = _draw.integers(1, PRIME, FUNCTIONS, dtype=np.int64)
_SUMMANDS = _draw.integers(0, PRIME, FUNCTIONS, dtype=np.int64)


def words(text: str) -> list[str]:
    """The words that are compared: lower case, without punctuation and layout."""
    return WORD.findall(text.casefold())


def signature(found: list[str]) -> Signature:
    """The MinHash signature of a text's words."""
    shingles = {
        zlib.crc32(" ".join(found[at : at + SHINGLE]).encode()) for at in range(max(1, len(found) - SHINGLE + 1))
    }
    hashed = np.fromiter(shingles, dtype=np.int64) % PRIME
    # One function at a time: all at once would take 64 times a long text's memory.
    least = [
        int(((factor * hashed + summand) % PRIME).min()) for factor, summand in zip(_FACTORS, _SUMMANDS, strict=True)
    ]
    return np.array(least, dtype=np.uint32)


class Duplicates:
    """The texts seen so far."""

    def __init__(self) -> None:
        """Nothing seen."""
        self.ids: list[str] = []
        self.signatures: list[Signature | None] = []
        self.whole: dict[int, int] = {}
        self.bands: list[dict[int, int]] = [{} for _ in range(BANDS)]

    def first(self, article: Article) -> str | None:
        """The id of the first article with the same or nearly the same text, or None; then this one is remembered."""
        found = words(article.text)
        exact = zlib.crc32(" ".join(found).encode()) << 32 | zlib.adler32(" ".join(found).encode())
        if exact in self.whole:
            return self.ids[self.whole[exact]]
        mine = signature(found) if len(found) >= WORDS else None
        keys = [] if mine is None else [zlib.crc32(part.tobytes()) for part in np.split(mine, BANDS)]
        candidates = {band[key] for band, key in zip(self.bands, keys, strict=False) if key in band}
        for candidate in sorted(candidates):
            theirs = self.signatures[candidate]
            if mine is not None and theirs is not None and (mine == theirs).mean() >= SIMILAR:
                return self.ids[candidate]
        number = len(self.ids)
        self.ids.append(article.id)
        self.signatures.append(mine)
        self.whole[exact] = number
        for band, key in zip(self.bands, keys, strict=False):
            band.setdefault(key, number)
        return None


def marked(found: Iterator[Article | Unreadable]) -> Iterator[Article | Unreadable]:
    """The stream, each article that is a copy of an earlier one with that one's id in `copy_of`."""
    seen = Duplicates()
    for one in found:
        original = seen.first(one) if isinstance(one, Article) else None
        yield replace(one, copy_of=original) if isinstance(one, Article) and original else one
