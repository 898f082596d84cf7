"""WARC files (ISO 28500): the HTML pages that a crawler fetched, an article each; other records are passed over."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from extractors.article import Article
from extractors.reading.pages import extracted
from extractors.reading.records import ArticleError, article
from extractors.reading.sources import WHOLE


def warc(stream: BinaryIO, _name: str) -> Iterator[tuple[str, Article | ArticleError]]:
    """The pages of an archive, by address."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise ArticleError("WARC needs warcio and trafilatura: pip install 'diplograph[html]'") from error
    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
            if record.rec_type != "response" or "html" not in kind or record.http_headers.get_statuscode() != "200":
                continue
            yield f":{number}", _page(record)
    except (ArchiveLoadFailed, ValueError, EOFError, OSError) as error:
        raise ArticleError(f"broken WARC after record {number} ({type(error).__name__})") from error


def _page(record: Any) -> Article | ArticleError:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    page = record.content_stream().read(WHOLE + 1)
    if len(page) > WHOLE:
        return ArticleError(f"{url}: a page of more than {WHOLE >> 20} MB")
    try:
        return article(extracted(page, url) | {"url": url}, url)
    except ArticleError as error:
        return ArticleError(f"{url}: {error}")
