"""JSON and JSON lines, also inside JavaScript (`var news = […]`)."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from extractors.article import Article
from extractors.reading.records import ArticleError
from extractors.reading.shapes import articles, read_record, record_parts, unknown
from extractors.reading.sources import Source, decoded, lines, whole

# A file that is one value is read at once: so many bytes of it take some ten times as much memory.
LARGEST = 256 << 20
# "var news = [", "export const NEWS = [", "callback([", with comments before.
ASSIGNED = re.compile(
    rb"\A(?:\s|//[^\n]*\n|/\*.{0,2000}?\*/)*(?:export\s+)?(?:default\s+|(?:var|let|const)\s+)?[\w$.]{1,80}\s*[=(]\s*[\[{]",
    re.DOTALL,
)


def json_lines(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """A record a line; one that is broken leaves the others alone."""
    for number, raw in lines(stream):
        if isinstance(raw, ArticleError):
            yield f":{number}", raw
        elif raw.strip():
            try:
                yield f":{number}", from_record(decoded(raw).strip(), source.fields, f"{source.name}-{number}")
            except ArticleError as error:
                yield f":{number}", error


def json_file(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """The articles of a JSON value, or of one value a line."""
    raw = whole(stream, LARGEST)
    text = decoded(raw).lstrip("\ufeff \t\r\n")
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        if ASSIGNED.match(raw):
            value = script(text)
        elif error.msg == "Extra data" and "\n" in text[: error.pos + 2]:
            yield from _each(text, source)
            return
        else:
            raise ArticleError(f"broken JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise ArticleError(_broken(error)) from error
    yield from articles(value, source.name, source.fields)


def script(text: str) -> Any:
    """The value that JavaScript assigns to a name. Raises `ArticleError`."""
    try:
        from chompjs import parse_js_object
    except ImportError as error:
        raise ArticleError("JavaScript needs chompjs: pip install 'diplograph[documents]'") from error
    try:
        return parse_js_object(text)
    except (ValueError, RecursionError) as error:
        raise ArticleError("no JSON can be read in this JavaScript") from error


def from_record(line: str, fields: Mapping[str, str] | None = None, identifier: str = "") -> Article:
    """The article of a JSON line `{"id", "text", "date"?, "lang"?, "title"?, "url"?, "outlet"?}`, or with other names (`shapes`).

    Without an id its address is one, else `identifier`. Raises `ArticleError` saying what is wrong.
    """
    record = _loaded(line)
    if not isinstance(record, dict):
        raise ArticleError('not a JSON object with "id" and "text"')
    for field in ("title", "lang", "url", "outlet"):
        if isinstance(record.get(field), bool | int | float):
            raise ArticleError(f'"{field}" is no text')
    parts = record_parts(record, fields or {})
    return read_record(parts, parts.get("url") or identifier)


def _each(text: str, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield f":{number}", from_record(line.strip(), source.fields, f"{source.name}-{number}")
            except ArticleError as error:
                yield f":{number}", error


def _loaded(line: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise ArticleError(f"broken JSON: {error.msg} at column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise ArticleError(_broken(error)) from error


def _broken(error: Exception) -> str:
    # A number of 5,000 digits is a ValueError of its own.
    return f"broken JSON: {'nested too deeply' if isinstance(error, RecursionError) else 'a number too long'}"


__all__ = ["from_record", "json_file", "json_lines", "script", "unknown"]
