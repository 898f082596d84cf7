"""HTML pages, by trafilatura: the article's text, title, date and outlet without menus and comments."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from extractors.article import Article
from extractors.reading.records import ArticleError, article
from extractors.reading.sources import whole

# A page with fewer words is a menu or a notice.
FEWEST = 5


def html(stream: BinaryIO, name: str) -> Iterator[tuple[str, Article | ArticleError]]:
    """A page: one article."""
    yield "", article(extracted(whole(stream)), name)


def extracted(page: bytes, url: str | None = None) -> dict[str, str | None]:
    """The parts of the article in a page. Raises `ArticleError` where there is none, and without trafilatura."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise ArticleError("HTML needs trafilatura: pip install 'diplograph[html]'") from error
    try:
        found: Any = bare_extraction(page, url=url, with_metadata=True, include_comments=False, include_tables=False)
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
