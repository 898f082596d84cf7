"""Step 1: the stream of articles from files, folders, patterns and standard input, and what could not be read."""

import glob
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractors.article import Article
from extractors.reading.formats import PACKED, READERS, START, reader, suffix_of
from extractors.reading.languages import LANGUAGES
from extractors.reading.records import ArticleError
from extractors.reading.sources import STANDARD_INPUT, Source, opened
from ontology.errors import DiplographError

__all__ = ["LANGUAGES", "Fetch", "Unreadable", "contents", "read"]

ADDRESSES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gave no article: its name (`news.jsonl:17`), and the reason with the way out."""

    name: str
    reason: str


# What an address gave: where it is now, the bytes, and the suffix of their format. Raises `DiplographError` where it gives nothing.
Fetch = Callable[[str], tuple[str, bytes, str]]


def read(
    paths: Iterable[str | Path], fields: Mapping[str, str] | None = None, fetch: Fetch | None = None
) -> Iterator[Article | Unreadable]:
    """Articles of files, folders, patterns (`news/**/*.html`) and `-` (standard input), in order, one at a time.

    By suffix, and by how a file begins: text, Markdown, JSON, tables, pages, feeds, agencies' messages, WARC, PDF, Word, OpenDocument,
    mail, `.zip` and `.gz` of each (`formats.READERS`). `fields` are the user's names of an article's parts in records and tables:
    `{"text": "maintext"}`. Addresses are fetched by `fetch`, and refused without it. Inputs that cannot be
    read, and articles whose id came before, come as `Unreadable` in their place.
    """
    seen: dict[str, str] = {}
    for name, found in _all(paths, fields or {}, fetch):
        if isinstance(found, Unreadable):
            yield found
        elif found.id in seen:
            yield Unreadable(
                name, f"article id {found.id!r} was already read from {seen[found.id]}; give it another id"
            )
        else:
            seen[found.id] = name
            yield found


def _all(
    paths: Iterable[str | Path], fields: Mapping[str, str], fetch: Fetch | None
) -> Iterator[tuple[str, Article | Unreadable]]:
    for path in paths:
        if fetch and str(path).lower().startswith(ADDRESSES):
            yield from _of_address(str(path), fields, fetch)
            continue
        for file in _files(str(path)):
            if isinstance(file, Unreadable):
                yield file.name, file
            else:
                yield from _of_file(file, fields)


def _files(path: str) -> Iterator[Path | Unreadable]:
    if path == STANDARD_INPUT:
        yield Path(STANDARD_INPUT)
        return
    place = Path(path)
    try:
        if not path.strip():
            yield Unreadable(path, "an empty path; is a variable unset?")
        elif path.lower().startswith(ADDRESSES):
            yield Unreadable(path, "addresses are fetched by diplograph build alone; save the page and name the file")
        elif place.is_dir():
            found = sorted(file for file in place.rglob("*") if suffix_of(file) in READERS and file.is_file())
            yield from found
            if not found:
                yield Unreadable(path, f"no article in this folder (looked for {', '.join(READERS)})")
        elif place.is_file() or place.is_fifo():
            yield place
        elif glob.has_magic(path):
            matched = _matched(path)
            yield from matched
            if not matched:
                yield Unreadable(path, "no file fits this pattern")
        else:
            yield Unreadable(path, "no such file or folder")
    except (OSError, ValueError) as error:
        yield Unreadable(path, _reason(error))


def _matched(pattern: str) -> list[Path]:
    """The files that fit a pattern, hidden ones left out. Links to folders are not followed by `**`: two of them may go round for ever."""
    parts = Path(pattern).parts
    first = next(at for at, part in enumerate(parts) if glob.has_magic(part))
    start = Path(*parts[:first]) if first else Path()
    found = start.glob(str(Path(*parts[first:])))
    return sorted(file for file in found if file.is_file() and not _hidden(file.relative_to(start)))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _of_file(path: Path, fields: Mapping[str, str]) -> Iterator[tuple[str, Article | Unreadable]]:
    name = str(path)
    source = Source("standard-input" if name == STANDARD_INPUT else _identifier(path), fields)
    try:
        with opened(path) as stream:
            start = stream.peek(START) if hasattr(stream, "peek") else b""
            suffix = "" if name == STANDARD_INPUT else suffix_of(path)
            for where, found in reader(suffix, start)(stream, source):
                place = f"{name}{where}"
                yield place, Unreadable(place, str(found)) if isinstance(found, ArticleError) else found
    except (ArticleError, OSError) as error:
        yield name, Unreadable(name, _reason(error))
    except Exception as error:
        # A parser's own failure on a hostile file must not take the files behind it along.
        yield name, Unreadable(name, f"it cannot be read ({type(error).__name__})")


def _of_address(url: str, fields: Mapping[str, str], fetch: Fetch) -> Iterator[tuple[str, Article | Unreadable]]:
    try:
        place, content, suffix = fetch(url)
    except DiplographError as error:
        yield url, Unreadable(url, str(error))
        return
    for found in contents(content, suffix, place, fields):
        yield found.name if isinstance(found, Unreadable) else url, found


def contents(
    content: bytes, suffix: str, url: str, fields: Mapping[str, str] | None = None
) -> Iterator[Article | Unreadable]:
    """The articles in bytes from an address, read as a file of that suffix; an article without an id has the address as one."""
    try:
        take = reader(suffix, content[:START])
        for where, found in take(io.BytesIO(content), Source(url, fields or {}, url=url)):
            yield Unreadable(f"{url}{where}", str(found)) if isinstance(found, ArticleError) else found
    except ArticleError as error:
        yield Unreadable(url, str(error))
    except Exception as error:
        yield Unreadable(url, f"it cannot be read ({type(error).__name__})")


def _identifier(path: Path) -> str:
    return Path(path.stem).stem if path.suffix.lower() == PACKED else path.stem


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
