"""HTML pages, by trafilatura: the article's text, title, date and outlet without menus and comments."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from extractors.article import Article
from extractors.reading.records import ArticleError, article, dated_by_name
from extractors.reading.sources import Source, whole

# A page with fewer words is a menu or a notice.
FEWEST = 5
# A tag of so many bytes and blanks holds more attributes than any page has; libxml2's time grows with their square.
LONG_TAG, ATTRIBUTES = re.compile(rb"<[A-Za-z][^<>]{20000,}"), 5_000
# Only what the page says of itself: any year in a text or a footer is no day of publication.
DATES = {"original_date": True, "extensive_search": False}


def html(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """A page: one article."""
    raw = whole(stream)
    if b"\0" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ArticleError("this is a binary file, not text")
    # What a page says of itself may be the day of its last change.
    made = article(extracted(raw, source.url or None), source.name, doubtful=True)
    yield "", made if made.date else dated_by_name(made, source.name)


def extracted(page: bytes, url: str | None = None) -> dict[str, str | None]:
    """The parts of the article in a page. Raises `ArticleError` where there is none, and without trafilatura."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise ArticleError("HTML needs trafilatura: pip install 'diplograph[html]'") from error
    if any(found[0].count(b" ") + found[0].count(b"\n") > ATTRIBUTES for found in LONG_TAG.finditer(page)):
        raise ArticleError(f"a tag in this page has more than {ATTRIBUTES:,} attributes")
    try:
        found: Any = bare_extraction(
            page,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=DATES,
        )
    except Exception as error:
        # Hostile markup breaks parsers below trafilatura in many ways; the page is named, the others go on.
        raise ArticleError(f"the page cannot be read ({type(error).__name__})") from error
    if found is None or len((found.text or "").split()) < FEWEST:
        raise ArticleError("no article in this page")
    return {
        "text": "\n\n".join(found.text.split("\n")),
        "title": found.title,
        "date": found.date,
        "url": found.url or url,
        "outlet": found.sitename,
    }
