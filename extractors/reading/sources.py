"""Bytes of an input, piece by piece and never too many of them: plain, packed, or from standard input."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from extractors.reading.records import ArticleError

STANDARD_INPUT = "-"
# The largest file that is one article, and the longest line of a file of many: their text is at most a million characters.
WHOLE, LINE = 32 << 20, 64 << 20
# What a packed file may unpack to: many articles, but no bomb. Text shrinks to a fifth or a tenth, never to a five-hundredth.
UNPACKED, RATIO = 64 << 30, 500


class _Unpacked(io.RawIOBase):
    """The unpacked bytes of a .gz file, with an end to patience."""

    def __init__(self, path: Path) -> None:
        self.packed = path.stat().st_size
        self.stream = gzip.open(path, "rb")  # noqa: SIM115  # closed by close()
        self.told = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        assert isinstance(buffer, memoryview)
        found = self.stream.read(len(buffer))
        self.told += len(found)
        if self.told > UNPACKED or (self.told > WHOLE and self.told > RATIO * self.packed):
            raise ArticleError(f"unpacks to more than {self.told >> 20} MB: this looks like a zip bomb")
        buffer[: len(found)] = found
        return len(found)

    def close(self) -> None:
        self.stream.close()
        super().close()


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked if its name ends in .gz, or of standard input. Raises `ArticleError` and `OSError`."""
    try:
        if str(path) == STANDARD_INPUT:
            yield sys.stdin.buffer
        elif path.suffix.lower() == ".gz":
            with io.BufferedReader(_Unpacked(path), 1 << 16) as unpacked:
                yield unpacked
        else:
            with path.open("rb") as plain:
                yield plain
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ArticleError(f"broken gzip file ({error})") from error


def whole(stream: BinaryIO) -> bytes:
    """All bytes of a stream that is one article. Raises `ArticleError` for too many, and for what is no text."""
    raw = stream.read(WHOLE + 1)
    if len(raw) > WHOLE:
        raise ArticleError(f"more than {WHOLE >> 20} MB are no single article; split the file")
    if raw.startswith(b"%PDF"):
        raise ArticleError("this is a PDF; export its text first, for instance with: pdftotext FILE.pdf FILE.txt")
    if b"\0" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ArticleError("this is a binary file, not text")
    return raw


def decoded(raw: bytes) -> str:
    """The text of UTF-8, or of UTF-16 with its mark. Raises `ArticleError` for any other encoding."""
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return raw.decode("utf-16")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        raise ArticleError(
            f"not UTF-8 (byte 0x{byte:02x} at position {error.start}); if it is Latin-1, convert it with: iconv -f latin1 -t utf8"
        ) from error


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines of a stream with their numbers. Raises `ArticleError` for one that never ends."""
    number = 0
    while raw := stream.readline(LINE):
        number += 1
        if len(raw) == LINE and not raw.endswith(b"\n"):
            raise ArticleError(f"line {number} is longer than {LINE >> 20} MB; this is no file of articles")
        yield number, raw
