"""Statements as a flat table, and as CSV for spreadsheets."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import networkx as nx

COLUMNS = (
    "statement", "subject", "subject_label", "relation", "object", "object_label", "sign", "goldstein", "polarity", "status",
    "date", "place", "source", "confidence", "evidence", "article", "article_date", "title", "url",
)  # fmt: skip
# What a spreadsheet takes for a formula, also behind blanks and marks, and in the wide forms of East Asia.
FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")
# A spreadsheet that parts cells at semicolons begins one here.
INNER = re.compile(r"([;\t|]\s*)(?=[=@])")
SEPARATORS = (",", ";", "\t")
# By which Excel knows UTF-8.
MARK = "\ufeff"


def cell(value: object) -> str:
    """A value as text that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection.

    Text that begins with one of `= + - @`, a tab or a line break, whatever blanks are before, gets an apostrophe before it, and so
    does `=` behind a semicolon; numbers stay numbers.
    """
    if not isinstance(value, str):
        return str(value)
    harmless = INNER.sub(r"\1'", value)
    return f"'{harmless}" if FORMULA.match(harmless) else harmless


def rows(network: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    """The statements by column, ordered by the article's day and id."""
    edges = network.edges(keys=True, data=True)
    for subject, target, key, edge in sorted(edges, key=lambda e: (e[3]["article_date"], e[3]["article"], e[2])):
        ends = {"subject": subject, "object": target}
        labels = {f"{end}_label": network.nodes[actor]["label"] for end, actor in ends.items()}
        row = edge | {"statement": key} | ends | labels
        yield {column: row[column] for column in COLUMNS}


def statements(network: nx.MultiDiGraph, separator: str = ",") -> bytes:
    """One line a statement (RFC 4180, UTF-8 with its mark, so that Excel reads it), all text in quotes."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=separator, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    for row in rows(network):
        writer.writerow([cell(value) if isinstance(value, str) else value for value in row.values()])
    return (MARK + target.getvalue()).encode("utf8")
