"""The CSV tables as rows, and the columns that say their language.

A column `title_de` has titles in German, `title_en` English ones. Beside `NAME.csv` may stand `NAME.LANG.csv`, the words of one more
language: of `states`, `organisations` and `offices` its columns go to all rows that agree with it, of `metonyms` and `places` its rows
follow. So `offices.en.csv` with the columns `office,of,sex,title_en` gives English titles: a row counts where all that it says in
columns of the table is so there, an empty cell says nothing, and of several rows the one that says most counts.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import combinations

Row = dict[str, str]
# Tables of which each row is one word: further languages bring rows, not columns.
OF_WORDS = frozenset(("metonyms", "places"))


def rows(name: str, own: Iterable[Row] = ()) -> Iterator[Row]:
    """The rows of a table and a user's own, with the columns or followed by the rows of its further languages."""
    folder = files("ontology.whoswho")
    beside = sorted(
        place.name
        for place in folder.iterdir()
        if place.name.startswith(f"{name}.") and place.name.endswith(".csv") and place.name != f"{name}.csv"
    )
    found = [*_read(f"{name}.csv"), *own]
    for other in beside:
        more = _read(other)
        found = [*found, *more] if name in OF_WORDS else list(joined(found, more))
    yield from found


def joined(table: Iterable[Row], more: Iterable[Row]) -> Iterator[Row]:
    """The rows of a table, each with the further columns of the row of `more` that agrees with it in most."""
    table, index = list(table), dict[tuple[tuple[str, str], ...], Row]()
    shared: list[str] = []
    for row in more:
        shared = [column for column in row if table and column in table[0]]
        index.setdefault(tuple((column, row[column]) for column in shared if row[column]), row)
    choices = [chosen for size in range(len(shared), -1, -1) for chosen in combinations(shared, size)]
    for row in table:
        keys = (tuple((column, row[column]) for column in chosen) for chosen in choices)
        found = next((index[key] for key in keys if key in index), {})
        yield row | {column: value for column, value in found.items() if column not in row}


@lru_cache
def _read(name: str) -> list[Row]:
    text = files("ontology.whoswho").joinpath(name).read_text(encoding="utf8")
    return list(csv.DictReader(text.splitlines()))


def split(*fields: str) -> tuple[str, ...]:
    """The parts of fields with `|` between, each once."""
    return tuple(dict.fromkeys(part.strip() for text in fields for part in text.split("|") if part.strip()))


def by_language(row: Mapping[str, str], *columns: str) -> dict[str, tuple[str, ...]]:
    """The parts of some columns by language: of `title`, those of `title_de` and `title_en`; languages without any are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for name in row:
        column, _, lang = name.rpartition("_")
        if column in columns and len(lang) == 2 and lang not in found:
            found[lang] = split(*(row.get(f"{one}_{lang}", "") for one in columns))
    return {lang: parts for lang, parts in sorted(found.items()) if parts}
