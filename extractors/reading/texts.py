"""Text and Markdown."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from extractors.article import DEFAULT_LANGUAGE, Article
from extractors.reading.databases import documents
from extractors.reading.front_matter import front_matter
from extractors.reading.markup import plain_text
from extractors.reading.records import ArticleError, article, dated_by_name, dated_header, from_text
from extractors.reading.sources import Source, decoded, whole
from extractors.reading.tickers import entries

HEADING = re.compile(r"\A\s*#[ \t]+(?P<title>[^\n]+)(?:\n|\Z)")
CLOSING = re.compile(r"[ \t]+#+[ \t]*\Z")
# Hugo's and Jekyll's: `{{< figure src="…" >}}`, `{% include … %}`.
SHORTCODE = re.compile(r"\{\{[<%](?P<inside>[^{}]{0,4000}?)[%>]\}\}|\{%(?P<liquid>[^{}]{0,4000}?)%\}")
# What a shortcode shows in the sentence around it.
SHOWN = re.compile(r"\b(?:wort|word|text)\s*=\s*[\"'“](?P<shown>[^\"'”]*)[\"'”]")


def plain(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """A text file: one article, its date in a header; or a database's export of several."""
    yield from from_plain(decoded(whole(stream)), source)


def from_plain(text: str, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """The articles of a text, however its file held it."""
    found = documents(text)
    for number, parts in enumerate(found, start=1):
        try:
            yield f":{number}", article(parts, f"{source.name}-{number}")
        except ArticleError as error:
            yield f":{number}", error
    if not found:
        yield from _ticker_or_article(text, source.name)


def _ticker_or_article(text: str, name: str) -> Iterator[tuple[str, Article | ArticleError]]:
    """One article, or one an entry of a ticker, whose day is that of its head, else that of the whole text."""
    header, day = dated_header(text)
    text = text[header:]
    found = entries(text, DEFAULT_LANGUAGE, day)
    whole_day = day.isoformat() if day else ""
    for number, entry in enumerate(found, start=1):
        parts = {"date": entry.day.isoformat() if entry.day else whole_day}
        try:
            yield f":{number}", from_text(entry.text, f"{name}-{number}", parts)
        except ArticleError as error:
            yield f":{number}", error
    if not found:
        yield "", from_text(text, name, {"date": whole_day} if day else None)


def markdown(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """Markdown without its marks; title and date from front matter (YAML or TOML), else the title from the first heading."""
    parts, text = front_matter(decoded(whole(stream)))
    text = SHORTCODE.sub(_shown, text)
    heading = HEADING.match(text)
    if heading:
        parts.setdefault("title", plain_text(_rendered(CLOSING.sub("", heading["title"]))))
        text = text[heading.end() :]
    words = plain_text(_rendered(text))
    if parts.get("title"):
        made = (
            article(parts | {"text": words}, source.name) if parts.get("date") else from_text(words, source.name, parts)
        )
    else:
        made = from_text(words, source.name, parts)
    yield "", made if made.date else dated_by_name(made, source.name)


def _shown(code: re.Match[str]) -> str:
    shown = SHOWN.search(code["inside"] or "")
    return shown["shown"] if shown else ""


def _rendered(text: str) -> str:
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
