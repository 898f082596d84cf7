"""What each question of `diplograph analyze` computes: tables, remarks and a picture."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import networkx as nx

from extractors.article import DEFAULT_LANGUAGE
from graph.analysis import (
    Coalition,
    brokers,
    coalitions,
    contested,
    coverage,
    events,
    frustration,
    history,
    measures,
    membership,
    moves,
    pair,
    reciprocity,
    signed_graph,
    signed_modularity,
    triads,
    view,
    windows,
)  # fmt: skip
from graph.analysis.coverage import articles
from graph.analysis.movers import moves_frame
from graph.analysis.plots import plot_flow, plot_matrix, plot_pair
from graph.cli.terminal import UserError
from graph.knowledge import KnowledgeGraph
from graph.statements.selection import actor_named
from ontology.vocabulary import relations

if TYPE_CHECKING:
    import pandas as pd

TRIANGLES = 10
PERIOD = re.compile(r"(\d+)\s*(d|w|m|y)?")
DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass
class Report:
    """The answer to a question: tables by title, the first one also as CSV; remarks; and how its picture is made.

    `columns` names, for tables that are wider than a terminal, what is shown there; `shown` are tables for the terminal alone.
    """

    tables: "dict[str, pd.DataFrame]"
    remarks: list[str] = field(default_factory=list)
    figure: Callable[[], Any] | None = None
    columns: dict[str, str] = field(default_factory=dict)
    shown: "dict[str, pd.DataFrame]" = field(default_factory=dict)


@dataclass
class Question:
    """What is asked: the store, all its statements, the filters of `graph.analysis.view`, and the question's own words and options."""

    graph: KnowledgeGraph
    statements: nx.MultiDiGraph
    filters: dict[str, Any]
    level: str
    words: tuple[str, ...] = ()
    window: int = 30
    half_life: int | None = None
    lang: str = DEFAULT_LANGUAGE

    def network(self, level: str = "") -> nx.MultiDiGraph:
        """The events that count, each once however many articles report it."""
        return events(view(self.statements, level=level or self.level or "state", **self.filters))  # type: ignore[arg-type]

    def signed(self) -> nx.Graph:
        """The signed graph of these events."""
        return signed_graph(self.network(), half_life_days=self.half_life)

    def evidence(self, statement: str) -> str:
        """The sentence of a statement."""
        if not self._sentences:
            self._sentences.update(
                {key: edge["evidence"] for *_, key, edge in self.statements.edges(keys=True, data=True)}
            )
        return str(self._sentences[statement])

    _sentences: dict[str, str] = field(default_factory=dict)


def days(period: str) -> int:
    """Days of a period such as `30d`, `6w`, `3m` (of 30 days), `1y`. Raises `UserError` for anything else."""
    found = PERIOD.fullmatch(period.strip())
    if not found or not int(found[1]):
        raise UserError(f"period {period!r}: write 30d, 6w, 3m or 1y")
    return int(found[1]) * DAYS[found[2] or "d"]


def overview(question: Question) -> Report:
    """The most active actors."""
    frame = measures(question.network())
    whole = reciprocity(question.network())
    remarks = [f"betweenness: {frame.attrs['betweenness']}"]
    if whole is not None:
        remarks.append(f"reciprocity of the whole: {whole:.2f}")
    signed = question.signed()
    columns = {"actors": "label friends opponents strength net initiative betweenness"}
    return Report({"actors": frame}, remarks, lambda: plot_matrix(signed, coalitions(signed)), columns)


def _coalitions(question: Question) -> Report:
    """Who stands with whom."""
    import pandas as pd

    signed = question.signed()
    found = coalitions(signed)
    joined = [one for one in found if len(one.members) > 1]
    rows = [
        (number, actor, signed.nodes[actor]["label"], strength)
        for number, one in enumerate(joined, 1)
        for actor, strength in zip(one.members, one.strength, strict=True)
    ]
    members = pd.DataFrame(rows, columns=["coalition", "actor", "label", "strength"])
    remarks = []
    if joined:
        groups = membership(found)
        remarks.append(f"signed modularity {signed_modularity(signed, groups):.2f}")
    if alone := len(found) - len(joined):
        remarks.append(f"{alone} actor{'s stand' if alone > 1 else ' stands'} alone")
    shown = pd.DataFrame(
        [(number, len(one.members), _members(signed, one)) for number, one in enumerate(joined, 1)],
        columns=["coalition", "size", "members, with the share of their ties inside"],
    )
    return Report({"members": members}, remarks, lambda: plot_matrix(signed, joined), shown={"coalitions": shown})


def _members(signed: nx.Graph, one: Coalition) -> str:
    pairs = zip(one.members, one.strength, strict=True)
    return ", ".join(f"{signed.nodes[actor]['label']} {strength:.2f}" for actor, strength in pairs)


def _brokers(question: Question) -> Report:
    """Who cooperates across coalitions."""
    network = question.network()
    frame = brokers(network, coalitions(question.signed()))
    columns = {"brokers": "label coalition across participation mediations"}
    return Report({"brokers": frame}, [f"betweenness: {frame.attrs['betweenness']}"], columns=columns)


def _balance(question: Question) -> Report:
    """Whether friends of friends are friends."""
    import pandas as pd

    signed = question.signed()
    found, split = triads(signed, listed=TRIANGLES), frustration(signed)
    label = signed.nodes(data="label")
    triangles = pd.DataFrame(
        [
            (
                " – ".join(label[actor] for actor in one.actors),
                " ".join(f"{weight:+.1f}" for weight in one.weights),
                "\n".join(question.evidence(statements[0]) for statements in one.statements if statements),
            )
            for one in found.unbalanced
        ],
        columns=["unbalanced triangle", "weights", "sentences"],
    )
    census = pd.DataFrame([{"triangles": kind, "count": count} for kind, count in found.census.items()])
    broken = pd.DataFrame(
        [(label[a], label[b], signed.edges[a, b]["weight"]) for a, b in split.broken],
        columns=["first", "second", "weight"],
    )
    share = f"{found.balance:.0%} of triangles are balanced" if found.balance is not None else "there is no triangle"
    how = "no split breaks less" if split.exact else "another split may break less"
    remarks = [share, f"the best split in two breaks {split.index:g} ({split.share:.1%} of all weight; {how})"]
    for number, camp in enumerate(split.camps, 1):
        # Actors without ties are in the first camp by convention and say nothing about it.
        remarks.append(
            f"camp {number}: {', '.join(label[actor] for actor in camp if signed.degree(actor)) or 'nobody'}"
        )
    camps = [Coalition(camp[0], camp, (0.0,) * len(camp), "") for camp in split.camps if camp]
    tables = {"unbalanced triangles": triangles, "census": census, "ties that the split breaks": broken}
    return Report(tables, remarks, lambda: plot_matrix(signed, camps))


def _pair(question: Question) -> Report:
    """Cooperation and conflict of two actors by month."""
    if len(question.words) != 2:
        raise UserError("pair needs two actors: diplograph analyze pair Macron Merz")
    first, second = (actor_named(question.graph, name) for name in question.words)
    nodes = question.statements.nodes
    person = any(actor in nodes and nodes[actor]["kind"] == "Person" for actor in (first, second))
    network = question.network("actor" if person and not question.level else "")
    for name, actor in zip(question.words, (first, second), strict=True):
        if actor not in network:
            way_out = "; try --level actor" if actor in nodes else ""
            raise UserError(f"no statement with {name!r} among those chosen{way_out}", exit_code=1)
    frame = pair(network, first, second)
    remarks = []
    if frame.attrs["undated"]:
        remarks.append(f"{frame.attrs['undated']} without a month are not in the table")
    if not len(frame):
        remarks.append("no dated statements between the two")
    names = network.nodes[first]["label"], network.nodes[second]["label"]
    return Report({"months": frame}, remarks, lambda: plot_pair(frame, *names))


def _changes(question: Question) -> Report:
    """Who moved from one coalition to another."""
    network = view(question.statements, level=question.level or "state", **question.filters)  # type: ignore[arg-type]
    found = windows(network, days=question.window)
    made = moves(network, found)
    frame = moves_frame(network, made)
    frame["sentence"] = [question.evidence(keys[0]) for keys in frame["statements"]]
    remarks = [f"{len(found)} windows of {question.window} days with coalitions"]
    if len(found) < 2:
        remarks.append("changes need two of them; try a shorter --window")
    labels = dict(network.nodes(data="label"))
    columns = {"moves": "since label before after sentence", "measures": "since label friends opponents strength net"}
    return Report(
        {"moves": frame, "measures": history(network, days=question.window)},
        remarks,
        lambda: plot_flow(found, labels),
        columns,
    )


def _contested(question: Question) -> Report:
    """What one says and another denies."""
    import pandas as pd

    known = relations()
    frame = contested(view(question.statements, level=question.level or "actor", **question.filters))  # type: ignore[arg-type]
    shown = pd.DataFrame(
        [
            (
                f"{row['subject_label']} {known[row['relation']].label(question.lang)} {row['object_label']}",
                *(_side(row, side) for side in ("affirmed", "denied")),
            )
            for row in frame.to_dict("records")
        ],
        columns=["fact", "affirmed", "denied"],
    )
    remarks = [] if len(frame) else ["nothing is contested"]
    return Report({"contested": frame}, remarks, shown={"contested": shown})


def _side(row: dict[str, Any], side: str) -> str:
    who = row[f"{side}_by"] or row[f"{side}_article"]
    return f"{who}, {row[f'{side}_date'] or 'undated'}:\n{row[f'{side}_evidence']}"


def _coverage(question: Question) -> Report:
    """What the corpus covers."""
    network = view(question.statements, level=question.level or "actor", **question.filters)  # type: ignore[arg-type]
    found = coverage(network, articles(question.graph))
    tables = {"months": found.months, "outlets": found.outlets, "languages": found.languages, "seen once": found.once}
    return Report(tables, [f"{len(found.once)} of {network.number_of_nodes()} actors are in one statement alone"])


QUESTIONS: dict[str, Callable[[Question], Report]] = {
    "overview": overview,
    "coalitions": _coalitions,
    "brokers": _brokers,
    "balance": _balance,
    "pair": _pair,
    "changes": _changes,
    "contested": _contested,
    "coverage": _coverage,
}
