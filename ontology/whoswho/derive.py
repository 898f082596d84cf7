"""python -m ontology.whoswho.derive SOURCE: write the tables of this folder from the source tables and our additions.

SOURCE holds `states.csv`, `offices.csv`, `organisations.csv` and `metonyms.csv`; `additions/` holds rows of ours with the same
columns, which replace source rows of the same key (an office: person, office, of and start). Rows are sorted, so that the same
input gives the same bytes. Actors get their id here: the Wikidata id where there is one, else a slug of the English name.
"""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

from ontology.slugs import slug

KEYS = {
    "states": ("qid",),
    "offices": ("person_en", "office", "of", "start"),
    "organisations": ("key",),
    "metonyms": ("surface_de",),
}
Row = dict[str, str]


def read_table(path: Path) -> list[Row]:
    """The rows of a CSV file with a header line; an absent file has none."""
    if not path.is_file():
        return []
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


def merged(name: str, source: Iterable[Row], additions: Iterable[Row]) -> list[Row]:
    """Source rows with ours put over them, sorted by key."""
    rows = {tuple(row[column] for column in KEYS[name]): row for row in source}
    rows |= {tuple(row[column] for column in KEYS[name]): {"source": "diplograph", **row} for row in additions}
    return [rows[key] for key in sorted(rows)]


def write_table(path: Path, rows: list[Row], first: str) -> None:
    """Write rows with `first` as the first column."""
    columns = [first, *(column for column in rows[0] if column not in (first, None))]
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def derive(source: Path, target: Path) -> None:
    """Write the four tables into `target`."""
    tables = {
        name: merged(name, read_table(source / f"{name}.csv"), read_table(target / "additions" / f"{name}.csv"))
        for name in KEYS
    }
    states = {row["qid"]: row["qid"] for row in tables["states"]}
    organisations = {row["key"]: row["qid"] or slug(row["name_en"]) for row in tables["organisations"]}
    ids = states | organisations
    known = {row["person_en"]: row["person_qid"] for row in tables["offices"] if row["person_qid"]}
    for row in tables["states"]:
        row["id"] = row["qid"]
    for row in tables["organisations"]:
        row["id"] = organisations[row["key"]]
    for row in tables["offices"]:
        row["person_qid"] = row["person_qid"] or known.get(row["person_en"], "")
        row["id"] = row["person_qid"] or slug(row["person_en"])
        row["of"] = ids[row["of"]]
    for row in tables["metonyms"]:
        row["id"] = ids[row["of"]]
    for name, rows in tables.items():
        write_table(target / f"{name}.csv", rows, "id")
        print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    derive(Path(sys.argv[1]), Path(__file__).parent)
