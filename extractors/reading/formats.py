"""Which reader takes which file. A new format is one function and one line here."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO

from extractors.article import Article
from extractors.reading import feeds, pages, tables, texts, webarchives
from extractors.reading.records import ArticleError

# The articles of an open file, each with its place in it (":17", or "" where the file is one article) or the error at that place;
# the second argument is the file's name without suffixes, for articles without an id of their own.
Reader = Callable[[BinaryIO, str], Iterator[tuple[str, Article | ArticleError]]]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": texts.plain,
        ".md": texts.markdown,
        ".jsonl": texts.json_lines,
        ".ndjson": texts.json_lines,
        ".csv": tables.comma,
        ".tsv": tables.tab,
        ".html": pages.html,
        ".htm": pages.html,
        ".rss": feeds.feed,
        ".atom": feeds.feed,
        ".xml": feeds.feed,
        ".warc": webarchives.warc,
    }
)
