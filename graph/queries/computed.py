"""Named questions whose answer is an analysis: what `diplograph analyze` says, as rows (one question, one answer)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from graph.statements.selection import SURE, selected
from graph.storage.ask import Answer
from graph.storage.store import ArticleStore
from ontology.vocabulary import DG

if TYPE_CHECKING:
    import networkx as nx

ASKS: Mapping[str, str] = MappingProxyType(
    {
        "brokers": "Who stands with members of several camps, or mediates?",
        "contested-statements": "Which facts does one affirm and another deny, of days at most two weeks apart?",
    }
)
PARAMETERS = ("since", "until")


def computed(store: ArticleStore, name: str, given: Mapping[str, str], lang: str, *, ids: bool = False) -> Answer:
    """The answer to a question of `ASKS`, with labels in a language; with `ids` what they name beside them (`broker`, `broker_id`)."""
    from graph.statements.network import statement_graph

    chosen = selected(store, since=given.get("since", ""), until=given.get("until", ""), min_confidence=SURE)
    columns, rows = _ANSWERS[name](statement_graph(store, chosen, lang))
    kept = [at for at, column in enumerate(columns) if ids or not column.endswith("_id")]
    told = tuple(tuple(str(row[at]) for at in kept) for row in rows)
    return Answer(columns=tuple(columns[at] for at in kept), rows=told)


def _brokers(network: "nx.MultiDiGraph") -> tuple[list[str], list[list[Any]]]:
    from graph.analysis import brokers, camps, view

    states = view(network, level="state")
    frame = brokers(states, camps(states)).reset_index()
    columns = ["broker", "broker_id", "camp", "across", "articles", "partners", "participation", "mediations", "score"]
    read = ["label", "actor", *columns[2:]]
    return columns, frame[read].to_numpy().tolist()


def _contested(network: "nx.MultiDiGraph") -> tuple[list[str], list[list[Any]]]:
    from graph.analysis import contested, view

    frame = contested(view(network))
    sides = [
        f"{side}_{name}" for side in ("affirmed", "denied") for name in ("by", "status", "date", "evidence", "article")
    ]
    frame["relation"] = DG + frame["relation"].astype(str)
    columns = ["subject", "subject_id", "relation", "object", "object_id", *sides]
    read = ["subject_label", "subject", "relation", "object_label", "object", *sides]
    return columns, frame[read].to_numpy().tolist()


_ANSWERS: Mapping[str, Callable[["nx.MultiDiGraph"], tuple[list[str], list[list[Any]]]]] = MappingProxyType(
    {"brokers": _brokers, "contested-statements": _contested}
)
