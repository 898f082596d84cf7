"""Tables with a header: an article a row."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from extractors.article import Article
from extractors.reading.records import LONGEST, ArticleError, article

# What columns are called, lower case.
COLUMNS = {
    "id": "id guid article_id artikel_id artikelid nr",
    "text": "text volltext fulltext full_text body content inhalt artikeltext",
    "date": "date datum published pubdate published_at erschienen veröffentlicht day tag",
    "lang": "lang language sprache",
    "title": "title titel headline überschrift schlagzeile",
    "url": "url link adresse",
    "outlet": "outlet source quelle medium publisher zeitung",
}
DELIMITERS = ",;\t|"


def comma(stream: BinaryIO, name: str) -> Iterator[tuple[str, Article | ArticleError]]:
    """Values with commas, or with what the header has most of: semicolons, tabs, bars."""
    return _rows(stream, name, "")


def tab(stream: BinaryIO, name: str) -> Iterator[tuple[str, Article | ArticleError]]:
    """Values with tabs."""
    return _rows(stream, name, "\t")


def _rows(stream: BinaryIO, name: str, delimiter: str) -> Iterator[tuple[str, Article | ArticleError]]:
    csv.field_size_limit(4 * LONGEST)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        header = text.readline(1 << 16)
        delimiter = delimiter or max(DELIMITERS, key=header.count)
        names = next(csv.reader([header], delimiter=delimiter), [])
        places = _places(names)
        rows = csv.reader(text, delimiter=delimiter)
        while True:
            try:
                row = next(rows, None)
            except csv.Error as error:
                yield f":{rows.line_num + 1}", ArticleError(f"broken row: {error}")
                continue
            if row is None:
                return
            if any(value.strip() for value in row):
                yield _row(row, places, len(names), rows.line_num + 1, name)
    finally:
        # The stream is its opener's to close.
        text.detach()


def _places(names: list[str]) -> dict[str, int]:
    """The place of each part of an article. Raises `ArticleError` for a header without a text."""
    known = {spelling: part for part, spellings in COLUMNS.items() for spelling in spellings.split()}
    places: dict[str, int] = {}
    for place, spelling in enumerate(names):
        part = known.get(spelling.strip().lower())
        if part:
            places.setdefault(part, place)
    if "text" not in places:
        shown = ", ".join(name[:30] for name in names[:12]) or "nothing"
        raise ArticleError(f"no column of texts in the header ({shown}); call it one of: {COLUMNS['text']}")
    return places


def _row(
    row: list[str], places: dict[str, int], width: int, number: int, name: str
) -> tuple[str, Article | ArticleError]:
    where = f":{number}"
    if len(row) > width:
        return where, ArticleError(f"{len(row)} values in a row of {width} columns; is a quotation mark missing?")
    parts = {part: row[place] for part, place in places.items() if place < len(row)}
    if any("\udc80" <= char <= "\udcff" for char in parts.get("text", "")):
        return where, ArticleError("not UTF-8; if it is Latin-1, convert the file with: iconv -f latin1 -t utf8")
    try:
        return where, article(parts, f"{name}-{number}")
    except ArticleError as error:
        return where, error
