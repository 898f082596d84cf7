"""A user's own actors: a CSV file of offices beside the shipped table.

Columns: `person_en`, `person_de`, `names_de` (other spellings, `|` between), `sex` (m or f), `office`, `title_de` (German titles, `|`
between), `of` (a state or organisation by Wikidata id, key, German or English name), `start`, `end` (ISO days; an empty end is still
in office; with an empty start the person is known by name, but not as who holds the office on a day); if known, `person_qid`, and for
an ambassador `host`, the state of the embassy, written like `of`.
`diplograph actors update` writes such a file.
"""

import csv
import datetime
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from ontology.errors import InputError
from ontology.slugs import slug

NEEDED = ("person_en", "sex", "office", "title_de", "of", "start")
COLUMNS = (
    "person_qid",
    "person_en",
    "person_de",
    "names_de",
    "sex",
    "office",
    "title_de",
    "of",
    "start",
    "end",
    "source",
    "host",
)
Row = dict[str, str]


class OwnActorsError(InputError):
    """A file of actors that cannot be used; the message names file, line, reason and way out."""


def ids_by_name(states: Iterable[Row], organisations: Iterable[Row]) -> dict[str, str]:
    """Ids of states and organisations by everything a row may call them, in lower case."""
    found: dict[str, str] = {}
    names = ("id", "name_en", "name_de")
    for table, columns in ((states, ("qid", "iso2", "iso3", *names)), (organisations, ("key", "qid", *names))):
        for row in table:
            found |= {row[column].casefold(): row["id"] for column in columns if row.get(column)}
    return found


@lru_cache
def _ids() -> dict[str, str]:
    """`ids_by_name` of the shipped tables."""
    texts = (
        files("ontology.whoswho").joinpath(f"{name}.csv").read_text("utf8") for name in ("states", "organisations")
    )
    return ids_by_name(*(list(csv.DictReader(text.splitlines())) for text in texts))


def read_offices(path: Path, ids: Mapping[str, str] | None = None) -> list[Row]:
    """The rows of a user's file in the form of the shipped table. Raises `OwnActorsError`.

    `ids` tells what a row may be of (`ids_by_name`), by default the shipped states and organisations.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OwnActorsError(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from error
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        raise OwnActorsError(f"{path}: no column {', '.join(missing)}; the columns are {', '.join(COLUMNS)}")
    return [
        _row(path, number, _ids() if ids is None else ids, {k: (v or "").strip() for k, v in row.items() if k})
        for number, row in enumerate(reader, start=2)
    ]


def _row(path: Path, number: int, ids: Mapping[str, str], row: Row) -> Row:
    where = f"{path}:{number}"
    empty = [column for column in NEEDED if not row[column] and column != "start"]
    if empty:
        raise OwnActorsError(f"{where}: {', '.join(empty)} is empty")
    if row["sex"] not in ("m", "f"):
        raise OwnActorsError(f"{where}: sex {row['sex']!r} is neither m nor f")
    of = ids.get(row["of"].casefold())
    if of is None:
        raise OwnActorsError(f"{where}: no state or organisation {row['of']!r}; give its Wikidata id or its name")
    host = ids.get(row.get("host", "").casefold(), "")
    if row.get("host") and not host:
        raise OwnActorsError(f"{where}: no state {row['host']!r} as host; give its Wikidata id or its name")
    for column in ("start", "end"):
        try:
            if row.get(column):
                datetime.date.fromisoformat(row[column])
        except ValueError as error:
            raise OwnActorsError(f"{where}: {column} {row[column]!r} is no ISO day such as 2025-09-04") from error
    if row.get("end") and row["end"] <= row["start"]:
        raise OwnActorsError(f"{where}: the office ends on {row['end']}, not after its start {row['start']}")
    full = dict.fromkeys(COLUMNS, "") | row
    return full | {"of": of, "host": host, "id": row.get("person_qid") or slug(row["person_en"])}
