"""Tables with a header: an article a row."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, TextIO

from extractors.article import Article
from extractors.reading.fields import columns
from extractors.reading.records import LONGEST, ArticleError, article
from extractors.reading.sources import Source, other_encoding

DELIMITERS = ",;\t|"
# Excel's own first line.
SEPARATOR = re.compile(r"sep=(.)\s*\Z")
# A row goes over so many lines at most, and after so many broken ones over one.
LINES, BROKEN = 20_000, 100
LONGEST_LINE = 4 * LONGEST


def comma(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """Values with commas, or with what the header has most of: semicolons, tabs, bars."""
    return _articles(stream, source, "")


def tab(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """Values with tabs, in which a quotation mark is one (https://www.iana.org/assignments/media-types/text/tab-separated-values)."""
    return _articles(stream, source, "\t")


def _articles(stream: BinaryIO, source: Source, delimiter: str) -> Iterator[tuple[str, Article | ArticleError]]:
    csv.field_size_limit(LONGEST_LINE)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        rows = _Rows(text, delimiter)
        _, header = next(iter(rows), (0, []))
        if isinstance(header, ArticleError):
            raise header
        places = columns((name.strip("\ufeff") for name in header), source.fields)
        for number, row in rows:
            if isinstance(row, ArticleError):
                yield f":{number}", row
            elif any(value.strip() for value in row):
                yield _row(row, places, len(header), number, source.name)
    finally:
        # The stream is its opener's to close.
        text.detach()


class _Rows:
    """The rows of a table, each with its line; where a quotation mark is missing the row is named and the next line begins anew."""

    def __init__(self, text: TextIO, delimiter: str) -> None:
        self.text = text
        self.waiting: deque[str] = deque()
        self.number = self.broken = 0
        self.quoted = not delimiter
        self.delimiter = delimiter or self._found()

    def _found(self) -> str:
        """The separator that Excel names, or that the header has most of; empty lines before it are passed over."""
        while (line := self.text.readline(LONGEST_LINE)) and not line.strip("\ufeff \r\n"):
            self.number += 1
        if told := SEPARATOR.match(line.strip("\ufeff")):
            self.number += 1
            return told[1]
        self.waiting.append(line)
        return max(DELIMITERS, key=re.sub(r'"[^"]*"', "", line).count)

    def __iter__(self) -> Iterator[tuple[int, list[str] | ArticleError]]:
        while True:
            taken: list[str] = []
            rows = csv.reader(
                self._lines(taken), delimiter=self.delimiter, strict=True,
                quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            )  # fmt: skip
            number = self.number + 1
            try:
                row = next(rows, None)
            except csv.Error as error:
                self.waiting.extendleft(reversed(taken[1:]))
                self.number, self.broken = number, self.broken + 1
                yield number, ArticleError(f"broken row ({error}); is a quotation mark missing?")
                continue
            if row is None:
                return
            self.number += len(taken)
            yield number, row

    def _lines(self, taken: list[str]) -> Iterator[str]:
        while line := self.waiting.popleft() if self.waiting else self.text.readline(LONGEST_LINE):
            taken.append(line)
            if len(taken) > (LINES if self.broken < BROKEN else 1) or sum(map(len, taken[-2:])) > LONGEST_LINE:
                raise csv.Error("it does not end")
            yield line


def _row(
    row: Sequence[str], places: dict[str, int], width: int, number: int, name: str
) -> tuple[str, Article | ArticleError]:
    where = f":{number}"
    if len(row) > width:
        return where, ArticleError(f"{len(row)} values in a row of {width} columns; is a quotation mark missing?")
    parts = {part: row[place] for part, place in places.items() if place < len(row)}
    for part, value in parts.items():
        if any("\udc80" <= char <= "\udcff" for char in value):
            raw = value.encode("utf8", "surrogateescape")
            return where, ArticleError(f"not UTF-8 in the {part}; {other_encoding(raw)}")
    try:
        made = article(parts, f"{name}-{number}")
    except ArticleError as error:
        return where, error
    if len(row) < width:
        made = replace(made, warnings=(*made.warnings, f"{len(row)} values in a row of {width} columns"))
    return where, made
