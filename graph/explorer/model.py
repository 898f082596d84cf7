"""The page's data: a pyvis `Network` as the graph model, and the statements that its panels show."""

import json
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from graph.analysis.coalitions import NAMED, membership
from graph.analysis.view import Homes, when
from graph.explorer.layout import coalitions, positions, signed_ties
from ontology.labels import in_language
from ontology.vocabulary import relations

# The languages between which the page switches; `words.js` has its own words in them.
LANGUAGES = ("de", "en")
SHAPES = {"Person": "dot", "State": "square", "Organisation": "diamond", "Group": "triangle"}
# What closes or opens a script element, an entity or a JavaScript line, wherever it stands in an article.
ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
# A statement as a row of the page's data, so that names of fields are not repeated ten thousand times; words.js reads it.
# Texts that many statements share are numbers into `texts`, articles into `articles`, actors into `nodes`. Names that differ from
# language to language are lists in the order of LANGUAGES.
ACTORS = ("s", "o", "home_s", "home_o")
SHARED = ("relation", "polarity", "status", "date", "evidence")
NAMES = ("place", "source")
OFFSETS = ("subject_begin", "subject_end", "object_begin", "object_end")
COLUMNS = ("id", *ACTORS, *SHARED, *NAMES, "confidence", *OFFSETS, "article")
ARTICLE = ("article", "title", "url", "article_date")


class _Numbered:
    """Values in the order of their first appearance, each once."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}

    def __call__(self, value: Any) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


def page_data(network: nx.MultiDiGraph) -> dict[str, Any]:
    """All that the page shows: `nodes`, `coalitions`, `statements`, `texts`, `articles`, `relations`, `languages`.

    Statements are rows of `columns`, the newest first.
    """
    ties = signed_ties(network)
    groups = coalitions(ties)
    nodes = picture(network, membership(groups), positions(ties, groups))
    number = {node["id"]: index for index, node in enumerate(nodes)}
    home, texts, articles = Homes(network), _Numbered(), _Numbered()
    ordered = sorted(
        ((when(edge), key, s, o, edge) for s, o, key, edge in network.edges(keys=True, data=True)),
        key=lambda row: row[:2],
        reverse=True,
    )
    rows = []
    for day, key, s, o, edge in ordered:
        # For the roll-up: whom the two represented that day, as far as the picture has them.
        homes = [number.get(home.of(end, day), number[end]) for end in (s, o)]
        rows.append(
            [
                key, number[s], number[o], *homes, *(texts(edge[name] or "") for name in SHARED),
                *(texts(_named(edge.get(f"{name}_labels", {}), edge[name] or "")) for name in NAMES),
                round(edge["confidence"], 3), *(edge[name] for name in OFFSETS), articles(tuple(edge[name] or "" for name in ARTICLE)),
            ]
        )  # fmt: skip
    return {
        "nodes": nodes,
        "coalitions": [
            {lang: _names(network, group.members[:NAMED], lang) for lang in LANGUAGES} | {"size": len(group.members)}
            for group in groups
        ],
        "columns": COLUMNS,
        "statements": rows,
        "texts": list(texts.numbers),
        "articles": list(articles.numbers),
        "relations": vocabulary(),
        "languages": LANGUAGES,
    }


def picture(
    network: nx.MultiDiGraph, groups: dict[str, int], places: dict[str, tuple[float, float]]
) -> list[dict[str, Any]]:
    """The nodes of a pyvis network: id, label, shape, position, coalition, and what the panel shows of an actor."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # IPython's own deprecations, at import
        from pyvis.network import Network
    model = Network(directed=True, cdn_resources="local")
    for actor in sorted(network.nodes):
        node = network.nodes[actor]
        x, y = places[actor]
        model.add_node(
            actor, label=node["label"], shape=SHAPES[node["kind"]], x=x, y=y, kind=node["kind"], coalition=groups[actor],
            labels={lang: in_language(node["labels"], lang, actor) for lang in LANGUAGES},
            qid=node["qid"], names=list(node["names"]), offices=_offices(network, actor),
        )  # fmt: skip
    return list(model.nodes)


def _names(network: nx.MultiDiGraph, actors: Iterable[str], lang: str) -> str:
    return ", ".join(in_language(network.nodes[actor]["labels"], lang, actor) for actor in actors)


def _named(labels: Mapping[str, str], otherwise: str) -> str | tuple[str, ...]:
    """A name in the page's languages, in their order; the text alone where it is the same in all."""
    names = tuple(in_language(labels, lang, otherwise) for lang in LANGUAGES)
    return names[0] if len(set(names)) == 1 else names


def _offices(network: nx.MultiDiGraph, actor: str) -> list[dict[str, Any]]:
    """The offices of an actor, with the name of what they are of, which need not be in the picture."""
    homes = network.graph.get("homes", {})
    found = []
    for office in network.nodes[actor]["offices"]:
        of = office["of"]
        body = network.nodes[of] if of in network else homes.get(of, {})
        found.append(
            {
                "title": _named(office.get("titles", {}), office["title"]),
                "of": _named(body.get("labels", {}), body.get("label", of)),
                "start": office["start"], "end": office["end"],
            }
        )  # fmt: skip
    return found


def vocabulary() -> dict[str, dict[str, Any]]:
    """What the page says about relations: labels in both languages, sign, Goldstein value and group."""
    return {
        name: {
            **{lang: relation.label(lang) for lang in LANGUAGES},
            "sign": relation.sign, "goldstein": relation.goldstein, "group": relation.group,
        }
        for name, relation in relations().items()
    }  # fmt: skip


def to_json(value: object) -> str:
    """JSON that may stand inside a script element: nothing in it is markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for char, escape in ESCAPES.items():
        text = text.replace(char, escape)
    return text
