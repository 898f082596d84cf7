"""Reads the tables of a language: tab-separated files with one row a line, comments after `#`."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from ontology.errors import InputError

Row = tuple[int, list[str]]


class LexiconError(InputError):
    """A line of a table that cannot be read; the message names file, line and reason."""


class WordClasses(dict[str, frozenset[str]]):
    """Classes of words by name; a class that a language does not have is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        """No words."""
        return frozenset()


def lines(text: str) -> Iterator[Row]:
    """The rows of a table with their line numbers, fields stripped."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, [field.strip() for field in line.split("\t")]


def rows(folder: Traversable, name: str) -> Iterator[Row]:
    """The rows of a file of the folder; none where the language has no such table."""
    table = folder.joinpath(name)
    return lines(table.read_text(encoding="utf8")) if table.is_file() else iter(())


def pairs(folder: Traversable, name: str) -> Mapping[str, str]:
    """A table of two columns, first to second. Raises `LexiconError` for a row of fewer columns and for a key that comes twice."""
    found: dict[str, str] = {}
    for number, fields in rows(folder, name):
        if len(fields) < 2 or not fields[0]:
            raise LexiconError(f"{name}, line {number}: two columns are needed, not {len(fields)}")
        if fields[0] in found:
            raise LexiconError(f"{name}, line {number}: {fields[0]!r} has a row already")
        found[fields[0]] = fields[1]
    return found


def word_classes(folder: Traversable) -> WordClasses:
    """The closed classes of `words.tsv`, one a row, and the open ones of `classes.tsv`, one word a row.

    Raises `LexiconError` for a row of fewer than two columns, and for a class or word that comes twice.
    """
    found = {name: set(words.split()) for name, words in pairs(folder, "words.tsv").items()}
    closed = frozenset(found)
    for number, fields in rows(folder, "classes.tsv"):
        name, word = [*fields, ""][:2]
        if not word or name in closed or word in found.setdefault(name, set()):
            raise LexiconError(
                f"classes.tsv, line {number}: {name!r} needs a word that it has not yet, and no row in words.tsv"
            )
        found[name].add(word)
    return WordClasses({name: frozenset(words) for name, words in found.items()})
