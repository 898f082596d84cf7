"""Reads text files and JSON lines, single, in folders or from standard input."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.article import Article
from extractors.reading.records import ArticleError, from_record, from_text

LANGUAGES = ("de",)
SUFFIXES = {".txt": "text", ".md": "text", "": "text", ".jsonl": "jsonl", ".ndjson": "jsonl"}
# spaCy's own limit for one text, in characters: parsing needs about 1 GB for 100,000 tokens.
LONGEST = 1_000_000
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gave no article: its name (`news.jsonl:17`), and the reason with the way out."""

    name: str
    reason: str


def read(paths: Iterable[str | Path]) -> Iterator[Article | Unreadable]:
    """Articles of files, folders (every `.txt`, `.md`, `.jsonl` in them, sorted) and `-` (JSON lines or one text on standard input).

    Inputs that cannot be read, and articles whose id came before, come as `Unreadable` in their place.
    """
    seen: dict[str, str] = {}
    for name, article in _all(paths):
        if isinstance(article, Unreadable):
            yield article
        elif article.id in seen:
            yield Unreadable(
                name, f"article id {article.id!r} was already read from {seen[article.id]}; give it another id"
            )
        else:
            seen[article.id] = name
            yield article


def _all(paths: Iterable[str | Path]) -> Iterator[tuple[str, Article | Unreadable]]:
    for path in paths:
        for file in _files(str(path)):
            if isinstance(file, Unreadable):
                yield file.name, file
            else:
                yield from _of_file(file)


def _files(path: str) -> Iterator[Path | Unreadable]:
    if path == STANDARD_INPUT:
        yield Path(STANDARD_INPUT)
        return
    place = Path(path)
    if place.is_dir():
        found = sorted(
            file for file in place.rglob("*") if file.is_file() and file.suffix.lower() in SUFFIXES and file.suffix
        )
        yield from found
        if not found:
            yield Unreadable(path, f"no article in this folder (looked for {', '.join(s for s in SUFFIXES if s)})")
    elif place.is_file():
        yield place
    else:
        yield Unreadable(path, "no such file or folder")


def _of_file(path: Path) -> Iterator[tuple[str, Article | Unreadable]]:
    name = str(path)
    try:
        text = _decoded(path)
        lines = SUFFIXES.get(path.suffix.lower()) == "jsonl" or (
            name == STANDARD_INPUT and text.lstrip().startswith("{")
        )
        if not lines:
            identifier = "standard-input" if name == STANDARD_INPUT else path.stem
            yield name, _checked(from_text(text, identifier))
            return
    except (ArticleError, OSError) as error:
        yield name, Unreadable(name, _reason(error))
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            where = f"{name}:{number}"
            try:
                yield where, _checked(from_record(line))
            except ArticleError as error:
                yield where, Unreadable(where, str(error))


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def _decoded(path: Path) -> str:
    raw = sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else path.read_bytes()
    if raw.startswith(b"%PDF"):
        raise ArticleError("this is a PDF; export its text first, for instance with: pdftotext FILE.pdf FILE.txt")
    if b"\0" in raw[:4096]:
        raise ArticleError("this is a binary file, not text")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        raise ArticleError(
            f"not UTF-8 (byte 0x{byte:02x} at position {error.start}); if it is Latin-1, convert it with: iconv -f latin1 -t utf8"
        ) from error


def _checked(article: Article) -> Article:
    if article.lang not in LANGUAGES:
        raise ArticleError(f"language {article.lang!r} has no pipeline yet; there is: {', '.join(LANGUAGES)}")
    if len(article.text) > LONGEST:
        raise ArticleError(
            f"{len(article.text):,} characters are more than the {LONGEST:,} of one article; split the file"
        )
    return article
