"""The page's data: a pyvis `Network` as the graph model, and the statements that its panels show."""

import json
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from graph.analysis.homes import Homes, when
from graph.analysis.ties import DIVIDED
from graph.explorer.sides import Sides, described, sides, thresholds
from graph.statements.selection import SURE
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
SHARED = ("relation", "polarity", "status", "date", "evidence", "verdict")
NAMES = ("place", "source")
OFFSETS = ("subject_begin", "subject_end", "object_begin", "object_end")
COLUMNS = ("id", *ACTORS, *SHARED, *NAMES, "confidence", *OFFSETS, "begin", "article")
ARTICLE = ("article", "title", "url", "article_date", "outlet")


class _Numbered:
    """Values in the order of their first appearance, each once."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}

    def __call__(self, value: Any) -> int:
        return self.numbers.setdefault(value, len(self.numbers))


def page_data(network: nx.MultiDiGraph, sure: float = SURE) -> dict[str, Any]:
    """All that the page shows: `nodes`, `camps`, `statements`, `acts`, `texts`, `articles`, `relations`, `languages`, `sure`.

    From the confidence `sure` on statements are shown at first, and count for the camps; the reader's slider shows the rest.
    Statements are rows of `columns`, the newest first. `acts` are rows of two actors, the side, and the statements behind it, by level:
    persons for themselves (`actor`) or for whom they act (`state`). `aligned` says from how many acts of alignment of so many a tie is
    aligned, `divided` from how many acts one that is not sure is divided.
    """
    home, texts, articles = Homes(network), _Numbered(), _Numbered()
    found = sides(network, home, sure)
    nodes = picture(network, found)
    number = {node["id"]: index for index, node in enumerate(nodes)}
    ordered = sorted(
        ((when(edge), key, s, o, edge) for s, o, key, edge in network.edges(keys=True, data=True)),
        key=lambda row: row[:2],
        reverse=True,
    )
    rows: list[list[Any]] = []
    told: dict[str, int] = {}
    for day, key, s, o, edge in ordered:
        told[key] = len(rows)
        # For the roll-up: for whom the two acted that day.
        homes = [number.get(home.of(end, day), number[end]) for end in (s, o)]
        rows.append(
            [
                key, number[s], number[o], *homes, *(texts(edge.get(name) or "") for name in SHARED),
                *(texts(_named(edge.get(f"{name}_labels", {}), edge[name] or "")) for name in NAMES),
                round(edge["confidence"], 3), *(edge[name] for name in OFFSETS), edge.get("begin", -1),
                articles(tuple(edge.get(name) or "" for name in ARTICLE)),
            ]
        )  # fmt: skip
    return {
        "nodes": nodes,
        "camps": described(found, LANGUAGES),
        "columns": COLUMNS,
        "statements": rows,
        "acts": {
            level: [[number[a.first], number[a.second], a.side, *(told[key] for key in a.statements)] for a in made]
            for level, made in found.acts.items()
        },
        "aligned": thresholds(found),
        "divided": DIVIDED,
        "texts": list(texts.numbers),
        "articles": list(articles.numbers),
        "relations": vocabulary(),
        "languages": LANGUAGES,
        "sure": sure,
    }


def picture(network: nx.MultiDiGraph, found: Sides) -> list[dict[str, Any]]:
    """The nodes of a pyvis network: id, label, shape, position, camp, and what the panel shows of an actor.

    `camp` is the number of its camp or of that for which it acts, -1 outside; `share` its own membership share there, None without; `near`
    for one between camps the nearest one's number and the share there.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # IPython's own deprecations, at import
        from pyvis.network import Network
    model = Network(directed=True, cdn_resources="local")
    shares = {
        actor: share for camp in found.camps.camps for actor, share in zip(camp.members, camp.shares, strict=True)
    }
    near = {one.actor: _nearest(one.shares) for one in found.camps.between}
    for actor in sorted(found.places):
        # One for whom persons act, but of whom nothing is said, has no node in the network.
        node = (network if actor in network else found.states).nodes[actor]
        x, y = found.places[actor]
        model.add_node(
            actor, label=node["label"], shape=SHAPES[node["kind"]], x=x, y=y, kind=node["kind"], camp=found.camp[actor],
            share=shares.get(actor), near=near.get(actor), labels={lang: in_language(node["labels"], lang, actor) for lang in LANGUAGES},
            qid=node["qid"], names=list(node["names"]), offices=_offices(network, node["offices"]),
        )  # fmt: skip
    return list(model.nodes)


def _nearest(shares: tuple[float, ...]) -> tuple[int, float] | None:
    best = max(range(len(shares)), key=lambda number: (shares[number], -number), default=-1)
    return (best, shares[best]) if best >= 0 and shares[best] else None


def _named(labels: Mapping[str, str], otherwise: str) -> str | tuple[str, ...]:
    """A name in the page's languages, in their order; the text alone where it is the same in all."""
    names = tuple(in_language(labels, lang, otherwise) for lang in LANGUAGES)
    return names[0] if len(set(names)) == 1 else names


def _offices(network: nx.MultiDiGraph, held: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Offices with the name of what they are of, which need not be in the picture."""
    homes = network.graph.get("homes", {})
    found = []
    for office in held:
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
    """What the page says about relations: labels in both languages, side, Goldstein value and group."""
    return {
        name: {
            **{lang: relation.label(lang) for lang in LANGUAGES},
            "side": relation.side, "goldstein": relation.goldstein, "group": relation.group,
        }
        for name, relation in relations().items()
    }  # fmt: skip


def to_json(value: object) -> str:
    """JSON that may stand inside a script element: nothing in it is markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for char, escape in ESCAPES.items():
        text = text.replace(char, escape)
    return text
