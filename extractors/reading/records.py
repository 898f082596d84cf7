"""One article from its parts: what is cleaned, what is refused, and what is only doubtful."""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime

from extractors.article import DEFAULT_LANGUAGE, Article
from extractors.reading.dates import DateError, published
from extractors.reading.languages import LANGUAGES, foreign, named
from ontology.errors import InputError

# "date 2025-09-04", on a line of its own or before the text on the same line.
HEADER = re.compile(r"\s*date[ \t:]+(\S+)\s*")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PARAGRAPH = re.compile(r"\n\s*\n")
UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\u2028\u2029]")
# spaCy's own limit for one text, in characters: parsing needs about 1 GB for 100,000 tokens.
LONGEST = 1_000_000
FIELDS = ("id", "text", "date", "lang", "title", "url", "outlet")


class ArticleError(InputError):
    """An input that is no article; the message is the reason and, where there is one, the way out."""


def article(parts: Mapping[str, str | None], identifier: str = "") -> Article:
    """The article of its parts (`FIELDS`), `identifier` where they have no id.

    A date that cannot be read as one day is left out with a warning. Raises `ArticleError` for an empty or too long text, and for
    a language without a pipeline, declared or clearly recognised.
    """
    text, warnings, day = _text(parts.get("text") or ""), [], None
    if given := (parts.get("date") or "").strip():
        try:
            day = published(given)
        except DateError as error:
            warnings.append(f"{error}; built without a date")
    lang = (parts.get("lang") or DEFAULT_LANGUAGE).strip().lower().partition("-")[0]
    if lang not in LANGUAGES:
        raise ArticleError(f"language {lang!r} has no pipeline yet; there is: {', '.join(LANGUAGES)}")
    if other := foreign(text, lang):
        raise ArticleError(f"this is {named(other)}, not {named(lang)}; there is no pipeline for it yet")
    return Article(
        _identifier(parts.get("id") or identifier), text, day, lang,
        _line(parts.get("title")), _line(parts.get("url")), _line(parts.get("outlet")), warnings=tuple(warnings),
    )  # fmt: skip


def from_text(text: str, identifier: str) -> Article:
    """The article of a text file, its date from the header if there is one. Raises `ArticleError`, also for a false date there."""
    day = ""
    header = HEADER.match(text)
    if header and ISO_DAY.match(header[1]):
        day = _iso(header[1])
        text = text[header.end() :]
    return article({"text": text, "date": day}, identifier)


def from_record(line: str) -> Article:
    """The article of a JSON line `{"id", "text", "date"?, "lang"?, "title"?, "url"?, "outlet"?}`.

    Raises `ArticleError` saying what is wrong.
    """
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ArticleError(f"broken JSON: {error.msg} at column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        # A number of 5,000 digits is a ValueError of its own.
        raise ArticleError(
            f"broken JSON: {'nested too deeply' if isinstance(error, RecursionError) else 'a number too long'}"
        ) from error
    if not isinstance(record, dict):
        raise ArticleError('not a JSON object with "id" and "text"')
    for field in ("id", "text"):
        if not isinstance(record.get(field), str | int) or isinstance(record.get(field), bool):
            raise ArticleError(f'no "{field}" in this record')
    for field in FIELDS[2:]:
        if field == "date" and isinstance(record.get(field), int) and not isinstance(record[field], bool):
            record[field] = str(record[field])
        if record.get(field) is not None and not isinstance(record[field], str):
            raise ArticleError(f'"{field}" is no text')
    return article({field: str(record[field]) for field in FIELDS if record.get(field) is not None})


def clean(text: str) -> str:
    """The text in NFC without control characters and lone surrogates, each replaced by a space so that words stay apart."""
    return UNSAFE.sub(" ", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


def _text(text: str) -> str:
    # NFC can lengthen a text by a third at most: what is far too long is not cleaned first.
    if len(text) > 2 * LONGEST:
        raise _too_long(text)
    # Line breaks inside a paragraph and double spaces are layout; a blank line ends a paragraph and its last sentence.
    paragraphs = (" ".join(paragraph.split()) for paragraph in PARAGRAPH.split(clean(text)))
    cleaned = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    if not cleaned:
        raise ArticleError("empty: there is no text in it")
    if len(cleaned) > LONGEST:
        raise _too_long(cleaned)
    return cleaned


def _too_long(text: str) -> ArticleError:
    return ArticleError(f"{len(text):,} characters are more than the {LONGEST:,} of one article; split the file")


def _line(text: str | None) -> str | None:
    return " ".join(clean(text).split()) or None if text else None


def _identifier(text: str) -> str:
    cleaned = " ".join(clean(text).split())
    if not cleaned:
        raise ArticleError('empty "id"')
    return cleaned


def _iso(text: str) -> str:
    """The day of a header, which is the user's own: a false one is an error, not a doubt."""
    try:
        # A time after the day is let be: 2025-09-04T10:00:00+02:00.
        return str(date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).date())
    except ValueError as error:
        raise ArticleError(f"date {text!r} is no ISO day such as 2025-09-04") from error
