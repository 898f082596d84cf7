"""A workbook for Excel and LibreOffice: statements, actors, ties, coverage, and what the columns mean. No cell is a formula."""

import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import networkx as nx

from extractors.article import DEFAULT_LANGUAGE
from graph.exports.rdf import NO_XML
from graph.exports.tables import rows
from ontology.errors import RequestError
from ontology.vocabulary import relations

# Excel's own limits: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
ROWS, CHARACTERS, ADDRESS, LINKS = 1_048_575, 32_767, 2_079, 65_530
# A workbook's day of making would make two files of the same graph differ.
MADE = datetime(2000, 1, 1)
WIDTHS = {
    "evidence": 90,
    "title": 50,
    "url": 40,
    "subject_label": 24,
    "object_label": 24,
    "actor": 28,
    "outlet": 28,
    "meaning": 100,
}
STATEMENTS = (
    "date", "subject_label", "relation", "object_label", "evidence", "polarity", "status", "place", "source", "confidence", "sign",
    "goldstein", "article_date", "title", "url", "article", "subject", "object", "statement",
)  # fmt: skip
MEANINGS = {
    "date": "day, month or year that the sentence names, never more precise than the text",
    "evidence": "the sentence itself",
    "polarity": "affirmed, or negated by the sentence",
    "status": "actual, planned, possible or claimed",
    "source": "who says so, where the sentence names somebody",
    "confidence": "how sure the extraction is, from 0 to 1",
    "sign": "1 cooperative, -1 conflictual, 0 neither",
    "goldstein": "value of the relation on Goldstein's scale (1992), from -10 to 10",
    "affirmed": "affirmed, actual statements of the first actor about the second one",
    "reports": "articles behind them; copies of one text are one report",
    "subject, object, statement": "identifiers, of Wikidata where they begin with Q",
}


def workbook(network: nx.MultiDiGraph, lang: str = DEFAULT_LANGUAGE) -> bytes:
    """The workbook. Raises `RequestError` without XlsxWriter, and for more statements than a sheet has rows."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise RequestError("xlsx needs XlsxWriter: pip install 'diplograph[sheets]'") from error
    if network.number_of_edges() > ROWS:
        raise RequestError(f"a sheet has {ROWS:,} rows; select fewer statements, or write .csv or .parquet")
    target = io.BytesIO()
    book = Workbook(
        target, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    )
    book.set_properties({"created": MADE, "title": "diplograph"})
    pages = _Pages(book)
    pages.add("statements", STATEMENTS, (_labelled(row, lang) for row in rows(network)))
    pages.add(
        "actors",
        ("actor", "kind", "statements", "as_subject", "as_object", "offices", "wikidata", "id"),
        _actors(network),
    )
    pages.add(
        "ties",
        ("subject_label", "relation", "object_label", "affirmed", "reports", "first", "last"),
        _ties(network, lang),
    )
    pages.add("coverage", ("outlet", "articles", "statements", "first", "last"), _coverage(network))
    pages.add(
        "about", ("column", "meaning"), ({"column": name, "meaning": meaning} for name, meaning in MEANINGS.items())
    )
    book.close()
    return target.getvalue()


class _Pages:
    """The sheets of a workbook: a frozen header with a filter, wrapped sentences, live links."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.head = book.add_format({"bold": True, "bottom": 1})
        self.text = book.add_format({"valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.link = book.add_format({"font_color": "blue", "underline": 1, "valign": "top"})
        self.links = 0

    def add(self, name: str, columns: Sequence[str], found: Iterable[dict[str, Any]]) -> None:
        sheet = self.book.add_worksheet(name)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column, self.head)
            sheet.set_column(place, place, WIDTHS.get(column, 14))
        number = 0
        for number, row in enumerate(found, start=1):
            for place, column in enumerate(columns):
                self._write(sheet, number, place, column, row[column])
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(number, 1), len(columns) - 1)

    def _write(self, sheet: Any, row: int, place: int, column: str, value: Any) -> None:
        if isinstance(value, int | float):
            sheet.write_number(row, place, value, self.text)
            return
        text = NO_XML.sub("\ufffd", str(value))[:CHARACTERS]
        followed = column == "url" and text.startswith(("http://", "https://")) and len(text) <= ADDRESS
        if followed and self.links < LINKS:
            self.links += 1
            # Where the address is none for a spreadsheet, its text is written.
            if sheet.write_url(row, place, text, self.link, text) == 0:
                return
        if text:
            sheet.write_string(row, place, text, self.wrapped if column in ("evidence", "meaning") else self.text)


def _labelled(row: dict[str, Any], lang: str) -> dict[str, Any]:
    return row | {"relation": relations()[row["relation"]].label(lang)}


def _actors(network: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    found = sorted(network.nodes(data=True), key=lambda node: (-network.degree(node[0]), node[1]["label"], node[0]))
    for actor, fields in found:
        offices = "; ".join(f"{office['title']} ({office['of']})" for office in fields["offices"])
        yield {
            "actor": fields["label"], "kind": fields["kind"], "statements": network.degree(actor),
            "as_subject": network.out_degree(actor), "as_object": network.in_degree(actor), "offices": offices,
            "wikidata": fields["qid"], "id": actor,
        }  # fmt: skip


def _ties(network: nx.MultiDiGraph, lang: str) -> Iterator[dict[str, Any]]:
    ties: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for subject, target, edge in network.edges(data=True):
        if (edge["polarity"], edge["status"]) == ("affirmed", "actual"):
            ties[subject, edge["relation"], target].append(edge)
    for (subject, relation, target), edges in sorted(ties.items(), key=lambda tie: (-len(tie[1]), tie[0])):
        days = [day for edge in edges if (day := edge["date"] or edge["article_date"])]
        yield {
            "subject_label": network.nodes[subject]["label"], "relation": relations()[relation].label(lang),
            "object_label": network.nodes[target]["label"], "affirmed": len(edges),
            "reports": len({edge["report"] for edge in edges}), "first": min(days, default=""), "last": max(days, default=""),
        }  # fmt: skip


def _coverage(network: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    articles: dict[str, set[str]] = defaultdict(set)
    days: dict[str, list[str]] = defaultdict(list)
    told: Counter[str] = Counter()
    for _, _, edge in network.edges(data=True):
        outlet = edge["outlet"]
        articles[outlet].add(edge["article"])
        told[outlet] += 1
        days[outlet] += [edge["article_date"]] if edge["article_date"] else []
    for outlet, count in sorted(told.items(), key=lambda pair: (-pair[1], pair[0])):
        yield {
            "outlet": outlet or "–", "articles": len(articles[outlet]), "statements": count,
            "first": min(days[outlet], default=""), "last": max(days[outlet], default=""),
        }  # fmt: skip
