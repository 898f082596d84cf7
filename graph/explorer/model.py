"""The page's data: a pyvis `Network` as the graph model, and the statements that its panels show."""

import json
import warnings
from typing import Any

import networkx as nx

from graph.explorer.layout import coalitions, positions
from ontology.vocabulary import relations

SHAPES = {"Person": "dot", "State": "square", "Organisation": "diamond", "Group": "triangle"}
# What closes or opens a script element, an entity or a JavaScript line, wherever it stands in an article.
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def picture(network: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """The nodes of a pyvis network: id, label, shape, position, coalition, importance, and what the node panel shows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # IPython's own deprecations, at import
        from pyvis.network import Network
    groups = coalitions(network)
    places = positions(network, groups)
    model = Network(directed=True, cdn_resources="local")
    for actor in sorted(network.nodes):
        node = network.nodes[actor]
        x, y = places[actor]
        model.add_node(
            actor, label=node["label"], shape=SHAPES[node["kind"]], x=x, y=y, kind=node["kind"], coalition=groups[actor],
            label_en=node["label_en"], qid=node["qid"], names=list(node["names"]), offices=list(node["offices"]),
            value=network.degree(actor),
        )  # fmt: skip
    return list(model.nodes)


def statements(network: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """The statements, newest first, with everything that panels, table and filters need."""
    found = [{"id": key, "s": s, "o": o, **edge} for s, o, key, edge in network.edges(keys=True, data=True)]
    return sorted(found, key=lambda st: (st["date"] or st["article_date"], st["id"]), reverse=True)


def vocabulary() -> dict[str, dict[str, Any]]:
    """What the page says about relations: labels in both languages, sign and group."""
    return {
        name: {"de": relation.label_de, "en": relation.label_en, "sign": relation.sign, "group": relation.group}
        for name, relation in relations().items()
    }


def to_json(value: object) -> str:
    """JSON that may stand inside a script element: nothing in it is markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for char, escape in ESCAPES.items():
        text = text.replace(char, escape)
    return text
