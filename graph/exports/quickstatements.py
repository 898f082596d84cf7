"""Statements as QuickStatements (version 1), for those of which Wikidata has both items and a property.

https://www.wikidata.org/wiki/Help:QuickStatements: a line is item, property, value, qualifiers and sources, with tabs.
Nobody should run them unread: a newspaper's sentence is a hint for an editor, not a source for every claim.
"""

import re
from collections import Counter
from typing import Any

import networkx as nx

from ontology.vocabulary import relations

PRECISION = {4: "9", 7: "10", 10: "11"}
ADDRESS = re.compile(r"https?://[^\s\"|<>\\^`{}]+")
ITEM = re.compile(r"Q[1-9]\d*")


def _point(date: str) -> str:
    return f"+{date}{'-00' * ((10 - len(date)) // 3)}T00:00:00Z/{PRECISION[len(date)]}"


# Statements that are less sure are no hint for an editor of Wikidata.
FLOOR = 0.7


def commands(network: nx.MultiDiGraph, floor: float = FLOOR) -> tuple[bytes, Counter[str]]:
    """One line a fact, and how many statements were left out by reason.

    A fact has an affirmed, actual statement of at least the confidence `floor`, and an address that says so; the surest such
    statement gives date and source.
    """
    left: Counter[str] = Counter()
    lines: dict[tuple[str, str, str], tuple[float, str]] = {}
    for subject, target, edge in sorted(network.edges(data=True), key=lambda found: (found[2]["article"], found[:2])):
        if reason := _left_out(network, subject, target, edge, floor):
            left[reason] += 1
            continue
        key = _fact(network, subject, target, edge["relation"])
        parts = [*key, *(["P585", _point(edge["date"])] if edge["date"] else []), "S854", f'"{edge["url"]}"']
        if key not in lines or lines[key][0] < edge["confidence"]:
            lines[key] = edge["confidence"], "\t".join(parts)
    return "".join(f"{line}\n" for _, (_, line) in sorted(lines.items())).encode("utf8"), left


def _left_out(network: nx.MultiDiGraph, subject: str, target: str, edge: dict[str, Any], floor: float) -> str:
    """Why a statement is no command, "" where it is one."""
    relation = relations()[edge["relation"]]
    if not (relation.wikidata or relation.wikidata_inverse):
        return "of a relation that Wikidata has no property for"
    if not all(ITEM.fullmatch(network.nodes[end]["qid"]) for end in (subject, target)):
        return "of actors that are no items"
    if (edge["polarity"], edge["status"]) != ("affirmed", "actual"):
        return "negated, planned, possible or claimed"
    if edge["confidence"] < floor:
        return f"less sure than {floor:g}"
    return "" if ADDRESS.fullmatch(edge["url"]) else "without an address to refer to"


def _fact(network: nx.MultiDiGraph, subject: str, target: str, name: str) -> tuple[str, str, str]:
    relation, first, second = relations()[name], network.nodes[subject]["qid"], network.nodes[target]["qid"]
    if relation.wikidata:
        return first, relation.wikidata, second
    return second, str(relation.wikidata_inverse), first
