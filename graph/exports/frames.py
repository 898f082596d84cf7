"""Statements as Parquet, for data frames of pandas, Polars, R and DuckDB (https://parquet.apache.org)."""

import io
from datetime import date
from typing import Any

import networkx as nx

from graph.analysis.events import interval
from graph.exports.tables import COLUMNS, rows
from ontology.errors import RequestError

NUMBERS = ("goldstein", "confidence")


def parquet(network: nx.MultiDiGraph) -> bytes:
    """One row a statement: the columns of the CSV, numbers as numbers, what is not said as null; `first_day`, `last_day` of its date.

    Raises `RequestError` without pyarrow.
    """
    try:
        import pyarrow
        from pyarrow import parquet as format_of
    except ImportError as error:
        raise RequestError("Parquet needs pyarrow: pip install 'diplograph[frames]'") from error
    found = list(rows(network))
    days = [interval(row["date"]) if row["date"] else (None, None) for row in found]
    columns: dict[str, Any] = {}
    for name in COLUMNS:
        if name in NUMBERS:
            columns[name] = pyarrow.array([float(row[name]) for row in found], pyarrow.float64())
        elif name == "article_date":
            columns[name] = pyarrow.array([_day(row[name]) for row in found], pyarrow.date32())
        else:
            columns[name] = pyarrow.array([str(row[name]) or None for row in found], pyarrow.string())
    for place, name in enumerate(("first_day", "last_day")):
        columns[name] = pyarrow.array([found_days[place] for found_days in days], pyarrow.date32())
    target = io.BytesIO()
    format_of.write_table(pyarrow.table(columns), target, compression="zstd")
    return target.getvalue()


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
