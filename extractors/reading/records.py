"""One article from a text with an optional date header, or from a line of JSON."""

import json
import re
import unicodedata
from datetime import date, datetime

from extractors.article import Article

# "date 2025-09-04", on a line of its own or before the text on the same line.
HEADER = re.compile(r"\s*date[ \t:]+(\S+)\s*")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PARAGRAPH = re.compile(r"\n\s*\n")
UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\u2028\u2029]")


class ArticleError(ValueError):
    """An input that is no article; the message is the reason and, where there is one, the way out."""


def from_text(text: str, identifier: str) -> Article:
    """The article of a text file, its date from the header if there is one. Raises `ArticleError` for an empty text or a false date."""
    day = None
    header = HEADER.match(text)
    if header and ISO_DAY.match(header[1]):
        day = _day(header[1])
        text = text[header.end() :]
    return Article(_identifier(identifier), _text(text), day)


def from_record(line: str) -> Article:
    """The article of a JSON line `{"id", "text", "date"?, "lang"?, "title"?, "url"?}`. Raises `ArticleError` saying what is wrong."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ArticleError(f"broken JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise ArticleError("broken JSON: nested too deeply") from error
    if not isinstance(record, dict):
        raise ArticleError('not a JSON object with "id" and "text"')
    for field in ("id", "text"):
        if not isinstance(record.get(field), str | int) or isinstance(record.get(field), bool):
            raise ArticleError(f'no "{field}" in this record')
    for field in ("date", "lang", "title", "url"):
        if record.get(field) is not None and not isinstance(record[field], str):
            raise ArticleError(f'"{field}" is no text')
    return Article(
        _identifier(str(record["id"])),
        _text(str(record["text"])),
        _day(record["date"]) if record.get("date") else None,
        record.get("lang") or "de",
        _line(record.get("title")),
        _line(record.get("url")),
    )


def clean(text: str) -> str:
    """The text in NFC without control characters and lone surrogates, each replaced by a space so that words stay apart."""
    return UNSAFE.sub(" ", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


def _text(text: str) -> str:
    # Line breaks inside a paragraph and double spaces are layout; a blank line ends a paragraph and its last sentence.
    paragraphs = (" ".join(paragraph.split()) for paragraph in PARAGRAPH.split(clean(text)))
    cleaned = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not cleaned:
        raise ArticleError("empty: there is no text in it")
    return cleaned


def _line(text: str | None) -> str | None:
    return " ".join(clean(text).split()) or None if text else None


def _identifier(text: str) -> str:
    cleaned = " ".join(clean(text).split())
    if not cleaned:
        raise ArticleError('empty "id"')
    return cleaned


def _day(text: str) -> date:
    try:
        # A time after the day is let be: 2025-09-04T10:00:00+02:00.
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).date()
    except ValueError as error:
        raise ArticleError(f"date {text!r} is no ISO day such as 2025-09-04") from error
