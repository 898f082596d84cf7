"""Step 1: the stream of articles from files, folders, patterns and standard input, and what could not be read."""

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.article import Article
from extractors.reading import texts
from extractors.reading.formats import READERS, Reader
from extractors.reading.languages import LANGUAGES
from extractors.reading.records import ArticleError
from extractors.reading.sources import STANDARD_INPUT, opened

__all__ = ["LANGUAGES", "Unreadable", "read"]

PACKED = ".gz"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gave no article: its name (`news.jsonl:17`), and the reason with the way out."""

    name: str
    reason: str


def read(paths: Iterable[str | Path]) -> Iterator[Article | Unreadable]:
    """Articles of files, folders, patterns (`news/**/*.html`) and `-` (JSON lines or one text), in order, one at a time.

    By suffix: text, Markdown, JSON lines, CSV and TSV, HTML, RSS and Atom, WARC, and `.gz` of each (`formats.READERS`). A file with
    another suffix that is named itself is read as text. Inputs that cannot be read, and articles whose id came before, come as
    `Unreadable` in their place.
    """
    seen: dict[str, str] = {}
    for name, found in _all(paths):
        if isinstance(found, Unreadable):
            yield found
        elif found.id in seen:
            yield Unreadable(
                name, f"article id {found.id!r} was already read from {seen[found.id]}; give it another id"
            )
        else:
            seen[found.id] = name
            yield found


def _all(paths: Iterable[str | Path]) -> Iterator[tuple[str, Article | Unreadable]]:
    for path in paths:
        for file in _files(str(path)):
            if isinstance(file, Unreadable):
                yield file.name, file
            else:
                yield from _of_file(file)


def _suffix(path: Path) -> str:
    return Path(path.stem).suffix.lower() if path.suffix.lower() == PACKED else path.suffix.lower()


def _files(path: str) -> Iterator[Path | Unreadable]:
    if path == STANDARD_INPUT:
        yield Path(STANDARD_INPUT)
        return
    place = Path(path)
    try:
        if place.is_dir():
            found = sorted(file for file in place.rglob("*") if _suffix(file) in READERS and file.is_file())
            yield from found
            if not found:
                yield Unreadable(path, f"no article in this folder (looked for {', '.join(READERS)})")
        elif place.is_file():
            yield place
        elif glob.has_magic(path):
            matched = [file for file in map(Path, sorted(glob.glob(path, recursive=True))) if file.is_file()]  # noqa: PTH207  a pattern may begin at the root
            yield from matched
            if not matched:
                yield Unreadable(path, "no file fits this pattern")
        else:
            yield Unreadable(path, "no such file or folder")
    except (OSError, ValueError) as error:
        yield Unreadable(path, _reason(error))


def _of_file(path: Path) -> Iterator[tuple[str, Article | Unreadable]]:
    name = str(path)
    identifier = "standard-input" if name == STANDARD_INPUT else _identifier(path)
    try:
        with opened(path) as stream:
            for where, found in _reader(path, stream)(stream, identifier):
                place = f"{name}{where}"
                yield place, Unreadable(place, str(found)) if isinstance(found, ArticleError) else found
    except (ArticleError, OSError) as error:
        yield name, Unreadable(name, _reason(error))


def _identifier(path: Path) -> str:
    return Path(path.stem).stem if path.suffix.lower() == PACKED else path.stem


def _reader(path: Path, stream: object) -> Reader:
    if str(path) != STANDARD_INPUT:
        return READERS.get(_suffix(path), texts.plain)
    start = stream.peek(64) if hasattr(stream, "peek") else b""
    return texts.json_lines if start.lstrip().startswith(b"{") else texts.plain


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
