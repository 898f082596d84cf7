"""python -m ontology.whoswho.derive [FOLDER]: put the rows of `additions/` into the tables of a folder, of this one if none is given.

The tables are their own source: a row of `additions/` goes over the table's row of the same key (an office: person, office, of and
start), where an empty cell leaves what the table says; all others stay. What an addition is of may be written as an id, a key or a
name, also of one that another addition brings. Rows are sorted, so that the same input gives the same bytes, and where there is
nothing new nothing changes. Actors get their id here: the Wikidata id where there is one, else a slug of the English name.
"""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

from ontology.slugs import slug
from ontology.whoswho.own import OwnActorsError, ids_by_name, read_offices

KEYS = {
    "states": ("qid",),
    "organisations": ("key",),
    "offices": ("person_en", "office", "of", "start"),
    "metonyms": ("surface_de",),
}
Row = dict[str, str]


def read_table(path: Path) -> tuple[list[str], list[Row]]:
    """The columns and rows of a CSV file with a header line; an absent file has none."""
    if not path.is_file():
        return [], []
    with path.open(encoding="utf8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or ()), [{k: v or "" for k, v in row.items() if k} for row in reader]


def merged(name: str, table: Iterable[Row], additions: Iterable[Row]) -> list[Row]:
    """The table's rows with ours put over them, sorted by key."""
    rows = {tuple(row[column] for column in KEYS[name]): row for row in table}
    for row in additions:
        key = tuple(row[column] for column in KEYS[name])
        old = rows.get(key, {})
        rows[key] = old | {column: value for column, value in row.items() if value or column not in old}
    return [rows[key] for key in sorted(rows)]


def write_table(path: Path, columns: list[str], rows: list[Row]) -> None:
    """Write rows; a column that a row does not have stays empty."""
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def _additions(folder: Path, name: str) -> list[Row]:
    """Our rows for a table. Raises `OwnActorsError` for one without its key."""
    path = folder / "additions" / f"{name}.csv"
    rows = read_table(path)[1]
    for number, row in enumerate(rows, start=2):
        if empty := [column for column in KEYS[name] if not row.get(column)]:
            raise OwnActorsError(f"{path}:{number}: {', '.join(empty)} is empty")
    return rows


def derive(folder: Path) -> dict[str, int]:
    """Write the four tables of a folder anew and count their rows. Raises `OwnActorsError` for a bad addition, and then writes nothing."""
    tables = {name: read_table(folder / f"{name}.csv") for name in KEYS}
    states = merged("states", tables["states"][1], _additions(folder, "states"))
    organisations = merged("organisations", tables["organisations"][1], _additions(folder, "organisations"))
    for row in states:
        row["id"] = row["qid"]
    # An organisation that gets its Wikidata id gets another id, and what is of it goes with it.
    renamed = {}
    for row in organisations:
        identifier = row["qid"] or slug(row["name_en"])
        renamed[row.get("id", identifier)] = identifier
        row["id"] = identifier
    ids = ids_by_name(states, organisations) | {old.casefold(): new for old, new in renamed.items()}

    given = folder / "additions" / "offices.csv"
    added = [
        {**row, "source": row["source"] or "diplograph"}
        for row in (read_offices(given, ids) if given.is_file() else ())
    ]
    held = [{**row, "of": renamed.get(row["of"], row["of"])} for row in tables["offices"][1]]
    offices = merged("offices", held, added)
    known = {row["person_en"]: row["person_qid"] for row in offices if row["person_qid"]}
    for row in offices:
        row["person_qid"] = row["person_qid"] or known.get(row["person_en"], "")
        row["id"] = row["person_qid"] or slug(row["person_en"])

    metonyms = merged("metonyms", tables["metonyms"][1], _additions(folder, "metonyms"))
    for row in metonyms:
        if row["of"].casefold() not in ids:
            raise OwnActorsError(
                f"metonyms.csv: {row['surface_de']} is of no state or organisation, but of {row['of']!r}"
            )
        row["id"] = ids[row["of"].casefold()]

    written = {"states": states, "organisations": organisations, "offices": offices, "metonyms": metonyms}
    for name, rows in written.items():
        write_table(folder / f"{name}.csv", tables[name][0], rows)
    return {name: len(rows) for name, rows in written.items()}


if __name__ == "__main__":
    try:
        for name, number in derive(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent).items():
            print(f"{name}: {number} rows")
    except OwnActorsError as error:
        sys.exit(str(error))
