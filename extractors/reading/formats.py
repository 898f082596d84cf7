"""Which reader takes which file, by its suffix, or by how it begins. A new format is one function and one line here."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath, PurePosixPath
from types import MappingProxyType
from typing import BinaryIO

from extractors.article import Article
from extractors.reading import documents, json_files, mails, pages, tables, texts, webarchives, wires, xml_files
from extractors.reading.packed import members
from extractors.reading.records import ArticleError
from extractors.reading.sources import Source

# The articles of an open file, each with its place in it (":17", or "" where the file is one article) or the error at that place.
Reader = Callable[[BinaryIO, Source], Iterator[tuple[str, Article | ArticleError]]]
PACKED = ".gz"
# Archives in archives in archives are no collection.
DEEPEST = 3
# So many bytes tell what a file is.
START = 1024


def _refused(reason: str) -> Reader:
    def refuse(_stream: BinaryIO, _source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
        raise ArticleError(reason)
        yield

    return refuse


def zipped(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """What is in a zip file, each member as its own file would be; those of unknown suffixes are passed over."""
    if source.depth >= DEEPEST:
        raise ArticleError(f"archives in archives, {DEEPEST} deep, are not opened")
    known = 0
    for path, content in members(stream):
        if isinstance(content, ArticleError):
            known += 1
            yield f"!{path}", content
        elif (suffix := suffix_of(path)) in READERS:
            known += 1
            inner = replace(source, name=path.stem, depth=source.depth + 1)
            try:
                for where, found in reader(suffix, content.getbuffer()[:START].tobytes())(content, inner):
                    yield f"!{path}{where}", found
            except ArticleError as error:
                yield f"!{path}", error
    if not known:
        raise ArticleError(f"no article in this archive (looked for {', '.join(READERS)})")


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": texts.plain,
        ".md": texts.markdown,
        ".json": json_files.json_file,
        ".jsonl": json_files.json_lines,
        ".ndjson": json_files.json_lines,
        ".js": json_files.json_file,
        ".csv": tables.comma,
        ".tsv": tables.tab,
        ".html": pages.html,
        ".htm": pages.html,
        ".rss": xml_files.xml,
        ".rdf": xml_files.xml,
        ".atom": xml_files.xml,
        ".xml": xml_files.xml,
        ".iptc7901": wires.iptc7901,
        ".warc": webarchives.warc,
        ".pdf": documents.pdf,
        ".docx": documents.word,
        ".odt": documents.open_document,
        ".eml": mails.mail,
        ".zip": zipped,
    }
)

# How files begin, whatever they are called; in this order.
_BEGINNINGS: tuple[tuple[re.Pattern[bytes], Reader], ...] = (
    (re.compile(rb"%PDF"), documents.pdf),
    (re.compile(rb"PK\x03\x04.{26}\[Content_Types\]\.xml|PK\x03\x04.{26}word/", re.DOTALL), documents.word),
    (
        re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", re.DOTALL),
        documents.open_document,
    ),
    (re.compile(rb"PK\x03\x04"), zipped),
    (
        re.compile(rb"\xd0\xcf\x11\xe0"),
        _refused("this is an old Word file or an Outlook message; save it as .docx or .eml"),
    ),
    (re.compile(rb"\{\\rtf"), _refused("this is rich text (RTF); save it as .docx or .txt")),
    (re.compile(rb"\x1f\x8b"), _refused("this file is packed with gzip; call it ….gz")),
    (re.compile(rb"WARC/\d"), webarchives.warc),
    (re.compile(rb"<\?xml|<rss\b|<feed\b|<rdf:RDF\b|<newsMessage\b"), xml_files.xml),
    (re.compile(rb"<!doctype html|<html\b", re.IGNORECASE), pages.html),
    (re.compile(rb"\x01[^\x00]{0,200}\x02", re.DOTALL), wires.iptc7901),
    (re.compile(rb'\[\s*[{"\[]|\{\s*\n'), json_files.json_file),
    (re.compile(rb'\{\s*"'), json_files.json_lines),
    (
        re.compile(
            rb"(?:From|Received|Return-Path|Delivered-To|MIME-Version|Message-ID): .*\r?\n(?:[!-9;-~]+:|[ \t])",
            re.IGNORECASE,
        ),
        mails.mail,
    ),
)
# Suffixes that say little: a text may be anything, and lines of JSON may be one value over many.
_DOUBTFUL = frozenset((".txt", ".jsonl", ".ndjson"))


def suffix_of(path: PurePath) -> str:
    """The suffix that tells the format, in lower case: that before `.gz` in a packed file's name."""
    return PurePosixPath(path.stem).suffix.lower() if path.suffix.lower() == PACKED else path.suffix.lower()


def reader(suffix: str, start: bytes) -> Reader:
    """The reader for a suffix ("" for none) and the first bytes, which decide where the suffix says little."""
    if suffix in READERS and suffix not in _DOUBTFUL:
        return READERS[suffix]
    begun = start.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    fitting = next((take for beginning, take in _BEGINNINGS if beginning.match(begun)), None)
    if suffix in (".jsonl", ".ndjson") and fitting is not json_files.json_file:
        return json_files.json_lines
    return fitting or READERS.get(suffix, texts.plain)
