"""The same text twice: agency copies are recognised by MinHash (Broder 1997), so that they count as one report.

A text's signature are the least hashes of its shingles of words under 64 functions; the share in which two signatures agree estimates the
Jaccard similarity of the texts. Signatures are looked up by 8 bands of 8 numbers (locality-sensitive hashing: Leskovec,
Rajaraman and Ullman 2014, ch. 3), which finds 9 of 10 pairs of similarity 0.85. A text costs about half a kilobyte.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from extractors.article import Article
from extractors.reading.files import Unreadable
from extractors.reading.first_seen import FirstSeen

SHINGLE, FUNCTIONS, BANDS = 4, 64, 8
# Estimated similarity from which two texts are one: copies differ by a dateline, a headline, a last paragraph.
SIMILAR = 0.8
# Shorter texts are compared whole: few shingles make a coarse estimate.
WORDS = 40
PRIME = (1 << 31) - 1
WORD = re.compile(r"\w+")
Signature = NDArray[np.uint32]
# How a signature's numbers are written, whatever the machine.
BYTES = np.dtype("<u4")
SIZE = FUNCTIONS * BYTES.itemsize

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


@dataclass(frozen=True, slots=True)
class Print:
    """What a text is recognised by: a checksum of its words and, for texts that are long enough, their signature."""

    exact: int
    signature: Signature | None

    @classmethod
    def of(cls, text: str) -> "Print":
        """The print of a text."""
        found = words(text)
        plain = " ".join(found).encode()
        exact = zlib.crc32(plain) << 32 | zlib.adler32(plain)
        return cls(exact, signature(found) if len(found) >= WORDS else None)

    @classmethod
    def read(cls, told: str) -> "Print":
        """The print that `str` wrote. Raises `ValueError` for any other text."""
        exact, _, rest = told.partition(":")
        found = np.frombuffer(bytes.fromhex(rest), dtype=BYTES)
        if found.size not in (0, FUNCTIONS):
            raise ValueError(f"a signature of {found.size} numbers")
        checksum = int(exact, 16)
        if not 0 <= checksum < 1 << 64:
            raise ValueError("a checksum of more than 64 bits")
        return cls(checksum, found.astype(np.uint32) if found.size else None)

    def __str__(self) -> str:
        """Checksum and signature in hexadecimal."""
        return f"{self.exact:016x}:{'' if self.signature is None else self.signature.astype(BYTES).tobytes().hex()}"

    def band_keys(self) -> list[int]:
        """A key for each band of the signature, another one for the same numbers in another band."""
        parts = [] if self.signature is None else np.split(self.signature, BANDS)
        return [band << 32 | zlib.crc32(part.tobytes()) for band, part in enumerate(parts)]


# Under this estimate a text under a known id is no new edition but another text.
RELATED = 0.2


def alike(article: Article, told: str) -> bool:
    """Whether an article's text may be a new edition of the one with this fingerprint ("" for none is like nothing).

    Texts of less than `WORDS` words are alike where their words are the same.
    """
    try:
        mine, theirs = Print.of(article.text), Print.read(told)
    except ValueError:
        return False
    if mine.exact == theirs.exact:
        return True
    if mine.signature is None or theirs.signature is None:
        return False
    return bool((mine.signature == theirs.signature).mean() >= RELATED)


class Duplicates:
    """The texts seen so far, copies left out."""

    def __init__(self, known: Iterable[tuple[str, str]] = ()) -> None:
        """`known` are ids and fingerprints of articles that an earlier build kept."""
        self.ids: list[str] = []
        # All in one: 20,000 texts of a build that runs for hours take 8 MB, not 20.
        self.signatures = bytearray()
        self.whole = FirstSeen()
        self.bands = FirstSeen()
        for identifier, told in known:
            try:
                self._remember(identifier, Print.read(told))
            except ValueError:
                # Another program's fingerprint recognises nothing.
                continue

    def first(self, article: Article) -> str | None:
        """The id of the first article with the same or nearly the same text, or None; then this one is remembered."""
        return self.marked(article).copy_of

    def marked(self, article: Article) -> Article:
        """The article with the id of the one that it copies, or else with its own fingerprint; then it is remembered."""
        mine = Print.of(article.text)
        original = self._original(article.id, mine)
        if original:
            return replace(article, copy_of=original)
        self._remember(article.id, mine)
        return replace(article, fingerprint=str(mine))

    def _original(self, identifier: str, mine: Print) -> str | None:
        same = self.whole.get(mine.exact)
        near = {number for key in mine.band_keys() if (number := self.bands.get(key)) is not None}
        for candidate in (*([] if same is None else [same]), *sorted(near)):
            # An article that is built again is no copy of itself.
            if self.ids[candidate] != identifier and (candidate == same or self._alike(candidate, mine)):
                return self.ids[candidate]
        return None

    def _alike(self, candidate: int, mine: Print) -> bool:
        theirs = np.frombuffer(self.signatures, dtype=BYTES, count=FUNCTIONS, offset=candidate * SIZE)
        return mine.signature is not None and bool((mine.signature == theirs).mean() >= SIMILAR)

    def _remember(self, identifier: str, seen: Print) -> None:
        number = len(self.ids)
        self.ids.append(identifier)
        # A text without a signature is in no band, so that nothing is compared with its zeros.
        self.signatures += bytes(SIZE) if seen.signature is None else seen.signature.astype(BYTES).tobytes()
        self.whole.add(seen.exact, number)
        for key in seen.band_keys():
            self.bands.add(key, number)


def marked(
    found: Iterator[Article | Unreadable], known: Iterable[tuple[str, str]] = ()
) -> Iterator[Article | Unreadable]:
    """The stream, each article that is a copy of an earlier one with that one's id in `copy_of`.

    `known` are ids and fingerprints of articles that are in the store already.
    """
    seen = Duplicates(known)
    for one in found:
        yield seen.marked(one) if isinstance(one, Article) else one
