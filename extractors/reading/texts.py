"""Text, Markdown and JSON lines."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from extractors.article import Article
from extractors.reading.markup import plain_text
from extractors.reading.records import FIELDS, ArticleError, article, from_record, from_text
from extractors.reading.sources import decoded, lines, whole

FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n", re.DOTALL)
HEADING = re.compile(r"\A\s*#\s+(.+?)\s*#*\s*(?:\n|\Z)")


def plain(stream: BinaryIO, name: str) -> Iterator[tuple[str, Article | ArticleError]]:
    """A text file: one article, its date in a header."""
    yield "", from_text(decoded(whole(stream)), name)


def json_lines(stream: BinaryIO, _name: str) -> Iterator[tuple[str, Article | ArticleError]]:
    """A record a line; one that is broken leaves the others alone."""
    for number, raw in lines(stream):
        if raw.strip():
            try:
                yield f":{number}", from_record(decoded(raw).strip())
            except ArticleError as error:
                yield f":{number}", error


def markdown(stream: BinaryIO, name: str) -> Iterator[tuple[str, Article | ArticleError]]:
    """Markdown without its marks; title and date from front matter (`title: …`), else the title from the first heading."""
    text = decoded(whole(stream))
    parts: dict[str, str | None] = {}
    if matter := FRONT_MATTER.match(text):
        for line in matter[1].splitlines():
            key, colon, value = line.partition(":")
            if colon and key.strip().lower() in FIELDS:
                parts[key.strip().lower()] = value.strip().strip("\"'")
        text = text[matter.end() :]
    heading = HEADING.match(text)
    if heading:
        parts.setdefault("title", plain_text(_rendered(heading[1])))
        text = text[heading.end() :]
    if "date" not in parts and not matter:
        found = from_text(plain_text(_rendered(text)), name)
        yield "", article({"text": found.text, "date": str(found.date or ""), "title": parts.get("title")}, name)
        return
    yield "", article(parts | {"text": plain_text(_rendered(text))}, name)


def _rendered(text: str) -> str:
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
