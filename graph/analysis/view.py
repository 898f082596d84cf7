"""Which statements an analysis counts, and for whom: persons, or the states and bodies for which they acted that day."""

from collections.abc import Collection
from typing import Any, Literal

import networkx as nx

from graph.analysis.alliances import MEMBERS, joined_by, members
from graph.analysis.homes import LAST_DAY, Homes, when
from ontology import vocabulary

Level = Literal["actor", "state"]


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
    `signs` are 1, 0, -1; `sources` the labels of actors whose word a statement is. Statements of office and membership are left out
    unless `offices`; who is said to be in an alliance by `until` stays as `graph["members"]`. With `level="state"` persons count for
    whom they act (`graph.analysis.homes`), and stay on the edge as `subject_person` and `object_person`; what then joins an actor
    to itself is left out. Nodes without an edge are left out.
    """
    chosen = nx.MultiDiGraph()
    chosen.graph.update(network.graph)
    memberships: list[tuple[str, str, str, dict[str, Any]]] = []
    home = Homes(network) if level == "state" else None
    known = vocabulary.relations()
    for subject, target, key, edge in network.edges(keys=True, data=True):
        if (relations and edge["relation"] not in relations) or (signs and edge["sign"] not in signs):
            continue
        if (statuses and edge["status"] not in statuses) or (sources and edge["source"] not in sources):
            continue
        if edge["confidence"] < min_confidence:
            continue
        standing = known[edge["relation"]].standing
        if standing:
            memberships.append((subject, target, key, edge))
        if (standing and not offices) or not _inside(when(edge), since, until):
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
    # A member is one in weeks in which nobody says so too; what was kept of a view of a view is all there is.
    found = network.graph[MEMBERS] if MEMBERS in network.graph else members(memberships, network)
    chosen.graph[MEMBERS] = joined_by(found, until)
    return chosen


def _inside(day: str, since: str, until: str) -> bool:
    # "2025-09" lies in a period that begins on 2025-09-03: compared as its last possible day.
    return (not since or (bool(day) and day + LAST_DAY >= since)) and (
        not until or (bool(day) and day <= until + LAST_DAY)
    )
