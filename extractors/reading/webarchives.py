"""WARC files (ISO 28500): the HTML pages that a crawler fetched, an article each; other records are passed over."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from extractors.article import Article
from extractors.reading.pages import extracted
from extractors.reading.records import ArticleError, article
from extractors.reading.sources import WHOLE, Source


def warc(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """The pages of an archive, by address. An archive that ends too soon is named once its whole records are read."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise ArticleError("WARC needs warcio and trafilatura: pip install 'diplograph[html]'") from error
    number, last = 0, None
    try:
        for record in ArchiveIterator(stream):
            number, last = number + 1, record
            kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
            if record.rec_type != "response" or "html" not in kind or record.http_headers.get_statuscode() != "200":
                continue
            page = _page(record, f"{source.name}-{number}")
            if not _cut(record):
                yield f":{number}", page
    except ArticleError:
        raise
    except Exception as error:
        # warcio raises whatever a broken header makes of it.
        raise ArticleError(f"broken WARC after record {number} ({type(error).__name__})") from error
    if not number:
        raise ArticleError("no record in this WARC")
    if last is not None and _cut(last):
        raise ArticleError(f"broken WARC: it ends inside record {number}; those before are read")


def _cut(record: Any) -> bool:
    """Whether a record, all of it read, is shorter than its header says."""
    while record.raw_stream.read(1 << 16):
        pass
    return int(getattr(record.raw_stream, "limit", 0)) > 0


def _page(record: Any, name: str) -> Article | ArticleError:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        page = record.content_stream().read(WHOLE + 1)
        if len(page) > WHOLE:
            return ArticleError(f"{url}: a page of more than {WHOLE >> 20} MB")
        return article(extracted(page, url or None) | {"url": url}, url or name, doubtful=True)
    except ArticleError as error:
        return ArticleError(f"{url}: {error}" if url else str(error))
    except Exception as error:
        return ArticleError(f"{url or name}: the record cannot be read ({type(error).__name__})")
