"""Events: what several articles report is counted once, with the number of its reports."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import networkx as nx

from ontology.vocabulary import relations

# An undated statement of a daily speaks of the day of its article or of the two before.
LOOK_BACK = timedelta(days=2)
Interval = tuple[date, date]
ALWAYS: Interval = (date.min, date.max)


def events(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The statements as events: a graph of the same nodes, each edge one event, keyed by its surest statement.

    Statements are of one event where ends (of a symmetric relation either way round), relation, polarity and status are the
    same and their dates can be the same; the vaguer date joins the first event it fits. An edge has the fields of its surest
    statement, the most precise `date`, `reports` (articles that report it; copies of one text, where edges have `report`, are
    one), and `statements` (their ids, sorted). The confidence is the best one's: articles copy from each other, so that more
    of them do not make it surer (compare the event de-duplication of ICEWS and POLECAT).
    """
    grouped: dict[tuple[str, ...], list[tuple[str, str, str, dict[str, Any]]]] = defaultdict(list)
    known = relations()
    for subject, target, key, edge in network.edges(keys=True, data=True):
        ends = (subject, target)
        if known[edge["relation"]].symmetric and target < subject:
            ends = (target, subject)
        grouped[*ends, edge["relation"], edge["polarity"], edge["status"]].append((subject, target, key, edge))
    found = nx.MultiDiGraph()
    found.add_nodes_from(network.nodes(data=True))
    found.graph.update(network.graph)
    for group in sorted(grouped):
        for members in _same(grouped[group]):
            subject, target, key, best = max(members, key=lambda one: (one[3]["confidence"], one[2]))
            dates = [edge["date"] for *_, edge in members if edge["date"]]
            found.add_edge(
                subject, target, key=key,
                **best | {
                    "date": max(dates, key=len, default=""),
                    "reports": len({edge.get("report") or edge["article"] for *_, edge in members}),
                    "statements": tuple(sorted(member for _, _, member, _ in members)),
                },
            )  # fmt: skip
    return found


def _same(
    group: list[tuple[str, str, str, dict[str, Any]]],
) -> list[list[tuple[str, str, str, dict[str, Any]]]]:
    """Statements of one kind sorted into events, precise dates first so that a month never joins two of its days."""
    dated = sorted(((_interval(one[3]), one[2], one) for one in group), key=lambda d: (d[0][1] - d[0][0], *d[:2]))
    gathered: list[tuple[Interval, list[tuple[str, str, str, dict[str, Any]]]]] = []
    for interval, _, one in dated:
        for number, (core, members) in enumerate(gathered):
            shared = max(core[0], interval[0]), min(core[1], interval[1])
            if shared[0] <= shared[1]:
                members.append(one)
                gathered[number] = (shared, members)
                break
        else:
            gathered.append((interval, [one]))
    return [members for _, members in gathered]


def _interval(edge: dict[str, Any]) -> Interval:
    """The days that a statement may mean."""
    said = str(edge["date"] or "")
    if said:
        return interval(said)
    if edge["article_date"]:
        first, last = interval(str(edge["article_date"]))
        return first - LOOK_BACK, last
    return ALWAYS


def interval(day: str) -> Interval:
    """The first and last day of an ISO day, month or year. Raises `ValueError` for anything else."""
    parts = [int(part) for part in day.split("-")]
    first = date(parts[0], *([*parts[1:], 1, 1][:2]))
    if len(parts) == 3:
        return first, first
    following = (
        date(first.year + 1, 1, 1) if len(parts) == 1 or first.month == 12 else first.replace(month=first.month + 1)
    )
    return first, following - timedelta(days=1)
