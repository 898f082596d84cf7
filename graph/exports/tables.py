"""Statements as a flat table."""

import csv
import io

import networkx as nx

COLUMNS = (
    "statement", "subject", "subject_label", "relation", "object", "object_label", "sign", "goldstein", "polarity", "status",
    "date", "place", "source", "confidence", "evidence", "article", "article_date", "title", "url",
)  # fmt: skip


def cell(value: object) -> str:
    """A value as text that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection.

    Text that begins with one of `= + - @`, a tab or a carriage return gets an apostrophe before it; numbers stay numbers.
    """
    if not isinstance(value, str):
        return str(value)
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def statements(network: nx.MultiDiGraph) -> bytes:
    """One line a statement (RFC 4180, UTF-8), ordered by the article's day and id."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    edges = network.edges(keys=True, data=True)
    for subject, target_actor, key, edge in sorted(edges, key=lambda e: (e[3]["article_date"], e[3]["article"], e[2])):
        row = edge | {
            "statement": key,
            "subject": subject,
            "object": target_actor,
            "subject_label": network.nodes[subject]["label"],
            "object_label": network.nodes[target_actor]["label"],
        }
        writer.writerow([cell(row[column]) for column in COLUMNS])
    return target.getvalue().encode("utf8")
