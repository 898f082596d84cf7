"""Which statements an analysis counts, and for whom: persons, or the states and organisations whose office they held that day."""

from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any, Literal

import networkx as nx

from ontology import vocabulary

Level = Literal["actor", "state"]
LAST_DAY = "-99-99"


def when(edge: dict[str, Any]) -> str:
    """The ISO day, month or year of a statement, else its article's, or empty."""
    return str(edge["date"] or edge["article_date"] or "")


def view(
    network: nx.MultiDiGraph,
    *,
    level: Level = "actor",
    since: str = "",
    until: str = "",
    relations: Collection[str] = (),
    signs: Collection[int] = (),
    statuses: Collection[str] = (),
    sources: Collection[str] = (),
    min_confidence: float = 0.0,
    offices: bool = False,
) -> nx.MultiDiGraph:
    """The statements of `graph.statements.network.statement_graph` that pass, as a graph of the same shape; empty filters let all pass.

    `since` and `until` are ISO days, months or years, both inclusive; a statement without a date counts on its article's.
    `signs` are 1, 0, -1; `sources` the labels of actors whose word a statement is. Statements of office and membership are
    left out unless `offices`. With `level="state"` persons count for whom they represent (`homes`), and stay on the edge as
    `subject_person` and `object_person`; what then joins an actor to itself is left out. Nodes without an edge are left out.
    """
    chosen = nx.MultiDiGraph()
    home = Homes(network) if level == "state" else None
    known = vocabulary.relations()
    for subject, target, key, edge in network.edges(keys=True, data=True):
        if not offices and known[edge["relation"]].standing:
            continue
        if (relations and edge["relation"] not in relations) or (signs and edge["sign"] not in signs):
            continue
        if (statuses and edge["status"] not in statuses) or (sources and edge["source"] not in sources):
            continue
        if edge["confidence"] < min_confidence or not _inside(when(edge), since, until):
            continue
        ends, persons = (subject, target), {}
        if home:
            day = when(edge)
            ends = home.of(subject, day), home.of(target, day)
            persons = {
                "subject_person": subject if ends[0] != subject else "",
                "object_person": target if ends[1] != target else "",
            }
            if ends[0] == ends[1]:
                continue
        for end in ends:
            if end not in chosen:
                chosen.add_node(end, **(network.nodes[end] if end in network else network.graph["homes"][end]))
        chosen.add_edge(*ends, key=key, **edge, **persons)
    return chosen


def _inside(day: str, since: str, until: str) -> bool:
    # "2025-09" lies in a period that begins on 2025-09-03: compared as its last possible day.
    return (not since or (bool(day) and day + LAST_DAY >= since)) and (
        not until or (bool(day) and day <= until + LAST_DAY)
    )


class Homes:
    """For whom a person acts on a day: the state, else the organisation, of an office held then.

    The who's-who comes first, since it knows terms of office; then what articles say (`represents`), which is not dated.
    Among several, a state counts before an organisation, then the office that began last.
    """

    def __init__(self, network: nx.MultiDiGraph) -> None:
        """Read the offices of the network's nodes and the statements of office in it."""
        self.network = network
        self.known = set(network) | set(network.graph.get("homes", ()))
        said: dict[str, Counter[str]] = defaultdict(Counter)
        for person, home, relation in network.edges(data="relation"):
            if relation == "represents":
                said[person][home] += 1
        self.said = {
            person: min(found, key=lambda key: (not self._is_state(key), -found[key], key))
            for person, found in said.items()
        }

    def of(self, actor: str, day: str) -> str:
        """The home of an actor on an ISO day, month or year; the actor itself where there is none."""
        node = self.network.nodes[actor]
        if node["kind"] != "Person":
            return actor
        held = [office for office in node["offices"] if office["of"] in self.known and day and _held(office, day)]
        if held:
            best = max(held, key=lambda office: (self._is_state(office["of"]), office["start"], office["of"]))
            return str(best["of"])
        return self.said.get(actor, actor)

    def _is_state(self, actor: str) -> bool:
        nodes = self.network.nodes
        return bool((nodes[actor] if actor in nodes else self.network.graph["homes"][actor])["kind"] == "State")


def _held(office: dict[str, str], day: str) -> bool:
    return (not office["start"] or office["start"] <= day + LAST_DAY) and (
        not office["end"] or day <= office["end"] + LAST_DAY
    )
