"""`diplograph analyze compare`: two periods or two outlets side by side."""

import re
from typing import Any

import networkx as nx

from graph.analysis import Camps, Tie, differences
from graph.analysis.camps import listed
from graph.analysis.comparison import told_by
from graph.analysis.coverage import articles
from graph.cli.report import Question, Report, count
from graph.cli.standing import camp_records
from graph.cli.terminal import UserError

PERIOD = re.compile(r"(\d{4}(?:-\d{2}){0,2})\.\.(\d{4}(?:-\d{2}){0,2})|(\d{4}(?:-\d{2}){0,2})")
DIFFER = "ties that differ"


def compare(question: Question) -> Report:
    """Ties gained, lost and turned, the camps of both, and the sentences."""
    import pandas as pd

    if not (question.between and question.against):
        raise UserError(
            "compare needs two sides: --between 2022-01..2022-12 --and 2024-01..2024-12, or two outlets as coverage names them"
        )
    whole = question.network()
    networks = [_side(question, whole, side) for side in (question.between, question.against)]
    found = differences(*networks)
    rows, records = [], []
    for one in found:
        tie = one.telling
        sentence = next((act for act in tie.acts if act.side == one.side), None)
        said = _said(question, sentence.statements[0]) if sentence else {}
        ends = (whole.nodes[end]["label"] for end in (tie.first, tie.second))
        sides = (_told(question, side) for side in (one.first, one.second))
        told_so = f"{said['by']}, {said['date']}: {said['sentence']}" if said else ""
        rows.append((str(one.change), *ends, *sides, told_so))
        records.append(
            {
                "change": str(one.change), "a": question.end(whole, tie.first), "b": question.end(whole, tie.second),
                "first": _record(one.first), "second": _record(one.second), "said": said,
            }
        )  # fmt: skip
    standing = [question.camps(network) for network in networks]
    tables = {DIFFER: pd.DataFrame(rows, columns="change a b first second sentence".split())}
    tables["camps"] = pd.DataFrame(
        [row for at, made in zip((question.between, question.against), standing, strict=True) for row in _camps(at, made, whole)],
        columns="in camp size aligned conflict articles members".split(),
    )  # fmt: skip
    changes = pd.Series([str(one.change) for one in found], dtype=object).value_counts()
    remarks = [
        f"first: {question.between}, {standing[0].acts} acts in {standing[0].articles} articles; "
        f"second: {question.against}, {standing[1].acts} acts in {standing[1].articles} articles",
        ", ".join(f"{number} {change}" for change, number in changes.items()) or "no sure tie differs",
    ]
    told: dict[str, list[dict[str, Any]]] = {DIFFER: records}
    for which, made in zip(("first", "second"), standing, strict=True):
        told |= {f"{title}, {which}": listed for title, listed in camp_records(question, whole, made).items()}
    return Report(tables, remarks, records=told)


def _side(question: Question, whole: nx.MultiDiGraph, side: str) -> nx.MultiDiGraph:
    """The statements of a period or an outlet."""
    found = PERIOD.fullmatch(side.strip())
    if found:
        since, until = found[1] or found[3], found[2] or found[3]
        if since > until + "-99":
            raise UserError(f"{side!r} ends before it begins")
        network = question.network(since=since, until=until)
    else:
        listed = articles(question.graph)
        known = sorted(set(listed["outlet"]))
        if side not in known:
            raise UserError(f"no outlet {side!r}, and no period such as 2022-01..2022-12; outlets: {', '.join(known)}")
        network = told_by(whole, set(listed.loc[listed["outlet"] == side, "article"]))
    if not network.number_of_edges():
        raise UserError(f"no statement in {side}", exit_code=1)
    return network


def _camps(at: str, made: Camps, network: nx.MultiDiGraph) -> list[tuple[Any, ...]]:
    return [
        (at, number, len(camp.members), camp.aligned, camp.conflict, camp.articles, listed(network, camp.members))
        for number, camp in enumerate(made.camps, 1)
    ]  # fmt: skip


def _told(question: Question, tie: Tie | None) -> str:
    if tie is None:
        return "nothing written"
    return f"{question.kind(tie.kind)} ({count(tie.aligned)}:{count(tie.conflict)} in {tie.articles} articles)"


def _record(tie: Tie | None) -> dict[str, Any] | None:
    if tie is None:
        return None
    counts = {"aligned": count(tie.aligned), "conflict": count(tie.conflict), "contacts": count(tie.contacts)}
    return {"kind": str(tie.kind), **counts, "articles": tie.articles}


def _said(question: Question, statement: str) -> dict[str, str]:
    """Who says what: the source or the article, the day, the sentence."""
    edge = next(edge for *_, key, edge in question.statements.edges(keys=True, data=True) if key == statement)
    return {
        "by": edge["source"] or edge["article"], "date": edge["date"] or edge["article_date"] or "undated", "sentence": edge["evidence"],
        "statement": statement, "article": edge["article"],
    }  # fmt: skip
