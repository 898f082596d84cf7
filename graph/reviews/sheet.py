"""Judgements as a spreadsheet (CSV, RFC 4180), for reading and for correcting by hand; nothing in it is taken for a formula."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from graph.reviews.judgement import FIELDS, Judgement, ReviewError
from graph.reviews.lines import FARTHEST, Line, checked, said

WHO = ("verdict", "by", "at", "why")
ABOUT = ("statement", "article", "actor", "same", "different", "name", "lang", "kind")
# What a reader wants to see of the judged statement; nothing of it is read back: `was` holds all.
SHOWN = {"was_subject": "subject", "was_relation": "relation", "was_object": "object", "sentence": "evidence"}
WHOLE = ("was", "described")
COLUMNS = (*ABOUT, *WHO, *FIELDS, *SHOWN, "begin", "end", *WHOLE)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# An amendment that empties a field: an empty cell says nothing.
NOTHING = "(none)"


def sheet(judgements: Iterable[Judgement]) -> str:
    """One line a judgement."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in judgements:
        told = said(one)
        told |= {name: told[name] or NOTHING for name in one.correction}
        told |= {name: json.dumps(told[name], ensure_ascii=False, sort_keys=True) for name in WHOLE if name in told}
        if one.was:
            told |= {column: getattr(one.was, name) for column, name in SHOWN.items()}
        writer.writerow([_cell(told.get(column, "")) for column in COLUMNS])
    return target.getvalue()


def _cell(value: Any) -> str:
    text = str(value)
    return f"'{text}" if text.startswith((*FORMULA, "'")) else text


def _read(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*FORMULA, "'")) else cell


def rows_of(text: str, name: str) -> tuple[list[Line], list[str]]:
    """The lines of a spreadsheet, and what is wrong with the others, by the number of the row. Raises `ReviewError` without a head."""
    # A cell with what judgements describe may hold more than the reader takes by itself.
    csv.field_size_limit(FARTHEST)
    separator = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    head, end, rest = text.partition("\n")
    rows = csv.DictReader(io.StringIO(f"{head.lower()}{end}{rest}", newline=""), delimiter=separator)
    if not rows.fieldnames or not {"statement", "actor", "article"} & set(rows.fieldnames):
        raise ReviewError(f"{name}: no column statement, actor or article in its first line")
    found: list[Line] = []
    wrong: list[str] = []
    for number, row in enumerate(rows, 2):
        try:
            if says := _says(row, f"{name}:{number}"):
                found.append(checked(says, f"{name}:{number}"))
        except ReviewError as error:
            wrong.append(str(error))
    return found, wrong


def _says(row: dict[str, str], place: str) -> dict[str, Any]:
    """What a row says: its cells that are not empty, but for those that only show."""
    told: dict[str, Any] = {
        name: _read(cell) for name, cell in row.items() if name and cell and not isinstance(cell, list)
    }
    told = {name: "" if said_ == NOTHING else said_ for name, said_ in told.items() if not name.startswith("was_")}
    if "was" in told or told.get("statement"):
        told.pop("sentence", None)
    try:
        told |= {name: json.loads(told[name]) for name in WHOLE if name in told}
        told |= {name: int(told[name]) for name in ("begin", "end") if name in told}
    except ValueError as error:
        raise ReviewError(f"{place}: {error}") from error
    return told
