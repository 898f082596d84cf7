"""Statements as QuickStatements (version 1), for those of which Wikidata has both items and a property.

https://www.wikidata.org/wiki/Help:QuickStatements: a line is item, property, value, qualifiers and sources, with tabs.
Nobody should run them unread: a newspaper's sentence is a hint for an editor, not a source for every claim.
"""

import re

import networkx as nx

from ontology.vocabulary import relations

PRECISION = {4: "9", 7: "10", 10: "11"}
ADDRESS = re.compile(r"https?://[^\s\"|<>\\^`{}]+")
ITEM = re.compile(r"Q[1-9]\d*")


def _point(date: str) -> str:
    return f"+{date}{'-00' * ((10 - len(date)) // 3)}T00:00:00Z/{PRECISION[len(date)]}"


def commands(network: nx.MultiDiGraph) -> bytes:
    """One line a fact that some affirmed, actual statement supports; the first such statement gives date and source."""
    known = relations()
    lines: dict[tuple[str, str, str], str] = {}
    for subject, target, edge in network.edges(data=True):
        relation = known[edge["relation"]]
        ends = [network.nodes[end]["qid"] for end in (subject, target)]
        if not all(map(ITEM.fullmatch, ends)) or (edge["polarity"], edge["status"]) != ("affirmed", "actual"):
            continue
        if relation.wikidata:
            key = (ends[0], relation.wikidata, ends[1])
        elif relation.wikidata_inverse:
            key = (ends[1], relation.wikidata_inverse, ends[0])
        else:
            continue
        parts = [*key]
        if edge["date"]:
            parts += ["P585", _point(edge["date"])]
        if ADDRESS.fullmatch(edge["url"]):
            parts += ["S854", f'"{edge["url"]}"']
        lines.setdefault(key, "\t".join(parts))
    return "".join(f"{line}\n" for _, line in sorted(lines.items())).encode("utf8")
