"""Bytes of an input, piece by piece and never too many of them: plain, packed, or from standard input."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from extractors.reading.records import ArticleError

STANDARD_INPUT = "-"
# The largest file that is one article, and the longest line of a file of many: their text is at most a million characters.
WHOLE, LINE = 32 << 20, 64 << 20
# What a packed file may unpack to: many articles, but no bomb. Text shrinks to a fifth or a tenth, never to a five-hundredth.
UNPACKED, RATIO, PATIENCE = 64 << 30, 500, 1 << 20
# So many empty lines one after the other are no layout.
EMPTY = 100_000
# Bytes that mean letters and quotation marks in Windows, and nothing in Latin-1.
WINDOWS = frozenset(range(0x80, 0xA0))


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader is told beside the bytes.

    A name for articles without an id, the user's names of parts, how deep in archives it is, and its address.
    """

    name: str
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    depth: int = 0
    url: str = ""


class _Unpacked(io.RawIOBase):
    """The unpacked bytes of a .gz file, with an end to patience."""

    def __init__(self, path: Path) -> None:
        self.packed = path.stat().st_size
        self.stream = gzip.open(path, "rb")  # noqa: SIM115  # closed by close()
        self.told = 0
        self.cut = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        assert isinstance(buffer, memoryview)
        try:
            found = self.stream.read(len(buffer))
        except EOFError:
            # Readers of archives take this for the end of the data; it is the end of the file alone.
            self.cut = True
            raise
        self.told += len(found)
        if self.told > UNPACKED or (self.told > PATIENCE and self.told > RATIO * max(self.packed, 1)):
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
            with io.BufferedReader(raw := _Unpacked(path), 1 << 16) as unpacked:
                yield unpacked
                if raw.cut:
                    raise ArticleError("broken gzip file (it ends too soon); what was whole is read")
        else:
            with path.open("rb") as plain:
                yield plain
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ArticleError(f"broken gzip file ({error})") from error


def whole(stream: BinaryIO, largest: int = WHOLE) -> bytes:
    """All bytes of a stream that is read at once. Raises `ArticleError` for too many."""
    raw = stream.read(largest + 1)
    if len(raw) > largest:
        raise ArticleError(f"more than {largest >> 20} MB are no single article; split the file")
    return raw


def decoded(raw: bytes) -> str:
    """The text of UTF-8, or of UTF-16 with its mark. Raises `ArticleError` for any other encoding, and for what is no text."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError as error:
            raise ArticleError("not UTF-16, though it begins so") from error
    if b"\0" in raw[:4096]:
        raise ArticleError("this is a binary file, not text")
    try:
        return raw.decode("utf-8-sig").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        where = f"byte 0x{raw[error.start]:02x} at position {error.start}"
        raise ArticleError(f"not UTF-8 ({where}); {other_encoding(raw)}") from error


def other_encoding(raw: bytes) -> str:
    """The way out for bytes that are no UTF-8."""
    name, code = ("Windows-1252", "cp1252") if WINDOWS.intersection(raw) else ("Latin-1", "latin1")
    return f"if it is {name}, convert it with: iconv -f {code} -t utf8"


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | ArticleError]]:
    """The lines of a stream with their numbers; an error in place of one that is too long."""
    number = empty = 0
    while raw := stream.readline(LINE):
        number += 1
        empty = 0 if raw.strip() else empty + 1
        if empty > EMPTY:
            raise ArticleError(f"{EMPTY:,} empty lines up to line {number:,}; this is no file of articles")
        if len(raw) == LINE and not raw.endswith(b"\n"):
            yield number, ArticleError(f"line {number} is longer than {LINE >> 20} MB; this is no article")
            while (raw := stream.readline(LINE)) and not raw.endswith(b"\n"):
                pass
        else:
            yield number, raw
