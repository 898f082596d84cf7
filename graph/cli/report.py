"""What is asked of `diplograph analyze`, and what is answered."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import networkx as nx

from extractors.article import DEFAULT_LANGUAGE
from graph.analysis import Camps, Tie, acts, camps, signed_graph, ties, view
from graph.analysis.ties import LABELS, Kind
from graph.cli.terminal import UserError
from graph.knowledge import KnowledgeGraph

if TYPE_CHECKING:
    import pandas as pd

PERIOD = re.compile(r"(\d+)\s*(d|w|m|y)?")
DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
# Who stands apart from the camps unless asked for.
APART = ("persons", "parties")


@dataclass
class Report:
    """The answer to a question: tables by title, the first one also as CSV; remarks; and how its picture is made.

    `columns` names, for tables that are wider than a terminal, what is shown there; `shown` are tables for the terminal alone, `records`
    what programs read as JSON in the place of `tables`.
    """

    tables: "dict[str, pd.DataFrame]"
    remarks: list[str] = field(default_factory=list)
    figure: Callable[[], Any] | None = None
    columns: dict[str, str] = field(default_factory=dict)
    shown: "dict[str, pd.DataFrame]" = field(default_factory=dict)
    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


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
    also: tuple[str, ...] = ()
    between: str = ""
    against: str = ""

    def network(self, level: str = "", **filters: Any) -> nx.MultiDiGraph:
        """The statements that count, and for whom; `level` and `filters` go before the question's own."""
        return view(self.statements, level=level or self.level or "state", **self.filters | filters)  # type: ignore[arg-type]

    def signed(self) -> nx.Graph:
        """The signed graph of these."""
        return signed_graph(self.network(), half_life_days=self.half_life)

    def ties(self) -> tuple[Tie, ...]:
        """The ties of these."""
        return ties(acts(self.network()), half_life_days=self.half_life)

    def camps(self, network: nx.MultiDiGraph | None = None) -> Camps:
        """The camps of these, or of another network; persons are in them where they count for themselves."""
        return camps(
            self.network() if network is None else network,
            persons="persons" in self.also or self.level == "actor", parties="parties" in self.also, half_life_days=self.half_life,
        )  # fmt: skip

    def kind(self, kind: Kind | str) -> str:
        """The kind of a tie in the question's language."""
        return LABELS[Kind(kind)][self.lang]

    def end(self, network: nx.MultiDiGraph, actor: str) -> dict[str, Any]:
        """An actor as programs read it: id and labels by language."""
        return {"id": actor, "labels": dict(network.nodes[actor]["labels"])}

    def evidence(self, statement: str) -> str:
        """The sentence of a statement."""
        if not self._sentences:
            self._sentences.update(
                {key: edge["evidence"] for *_, key, edge in self.statements.edges(keys=True, data=True)}
            )
        return str(self._sentences[statement])

    _sentences: dict[str, str] = field(default_factory=dict)


def count(number: float) -> int | float:
    """A count of acts: whole, but where a half-life makes parts of them."""
    return int(number) if number == int(number) else round(number, 2)


def days(period: str) -> int:
    """Days of a period such as `30d`, `6w`, `3m` (of 30 days), `1y`. Raises `UserError` for anything else."""
    found = PERIOD.fullmatch(period.strip())
    if not found or not int(found[1]):
        raise UserError(f"period {period!r}: write 30d, 6w, 3m or 1y")
    return int(found[1]) * DAYS[found[2] or "d"]
