"""Camps over time: rolling windows, matched from one to the next so that a camp keeps its label."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import networkx as nx
import numpy as np

from graph.analysis.alliances import MEMBERS, joined_by
from graph.analysis.camps import Camp, Camps, camps
from graph.analysis.events import interval
from graph.analysis.homes import when
from graph.analysis.view import view

# Camps that share less of their members (Jaccard) are not the same one.
LEAST_SHARED = 0.25
# Many windows with few acts each: a tenth more or less of the resamples decides nothing.
DRAWS = 100


@dataclass(frozen=True, slots=True)
class Window:
    """A period (ISO days, both inclusive), its statements, and its camps, labelled as in the windows before."""

    since: str
    until: str
    network: nx.MultiDiGraph
    camps: Camps


def periods(network: nx.MultiDiGraph, *, days: int, step: int | None = None) -> Iterator[tuple[str, str]]:
    """Periods of `days` from the first to the last exact day of the network's statements, `step` days apart (default: `days`).

    The last one may reach beyond the last day. None where no statement has a day.
    """
    dated = [day for *_, edge in network.edges(data=True) if len(day := when(edge)) == 10]
    if not dated:
        return
    first, last = date.fromisoformat(min(dated)), date.fromisoformat(max(dated))
    while first <= last:
        yield first.isoformat(), (first + timedelta(days=days - 1)).isoformat()
        first += timedelta(days=step or days)


def windows(network: nx.MultiDiGraph, *, days: int = 30, step: int | None = None, seed: int = 1) -> tuple[Window, ...]:
    """The windows that have camps, in order; labels are carried on (`carried`)."""
    found: list[Window] = []
    latest: dict[str, list[frozenset[str]]] = {}
    for since, until, there in parts(network, days=days, step=step):
        standing = camps(there, draws=DRAWS, seed=seed)
        if not standing.camps:
            continue
        named = carried(latest, list(standing.camps))
        for one in named:
            latest.setdefault(one.label, []).append(frozenset(one.members))
        found.append(Window(since, until, there, replace(standing, camps=tuple(named))))
    return tuple(found)


def parts(
    network: nx.MultiDiGraph, *, days: int, step: int | None = None
) -> Iterator[tuple[str, str, nx.MultiDiGraph]]:
    """The periods that have statements, in order, each with these as a network of the same shape.

    A statement of a month or year counts only where the whole of it lies inside the period: it says nothing of its weeks.
    """
    viewed = view(network)
    rows = [
        (*map(date.isoformat, interval(when(edge))), *ends, key, edge)
        for *ends, key, edge in viewed.edges(keys=True, data=True)
        if when(edge)
    ]
    rows.sort(key=lambda row: (row[0], row[4]))
    begins = [row[0] for row in rows]
    for since, last in periods(viewed, days=days, step=step):
        there = nx.MultiDiGraph()
        for _, end, subject, target, key, edge in rows[bisect_left(begins, since) : bisect_right(begins, last)]:
            if end <= last:
                for actor in (subject, target):
                    if actor not in there:
                        there.add_node(actor, **viewed.nodes[actor])
                there.add_edge(subject, target, key=key, **edge)
        if there:
            there.graph.update(viewed.graph, **{MEMBERS: joined_by(viewed.graph[MEMBERS], last)})
            yield since, last, there


def carried(earlier: dict[str, list[frozenset[str]]], found: list[Camp]) -> list[Camp]:
    """The camps with the labels of the earlier ones (label → members, window by window) that they continue.

    Pairs are chosen so that the shared parts (Jaccard) sum to the most (Kuhn 1955), as Greene, Doyle and Cunningham (2010) track
    communities. What continues none keeps its own label, numbered where an earlier camp has it.
    """
    from scipy.optimize import linear_sum_assignment

    labels = sorted(earlier)
    shared = np.array([[_shared(earlier[label], frozenset(one.members)) for one in found] for label in labels]).reshape(
        len(labels), len(found)
    )
    rows, columns = linear_sum_assignment(-shared)
    kept = {int(c): labels[r] for r, c in zip(rows, columns, strict=True) if shared[r, c] >= LEAST_SHARED}
    taken = set(labels)
    named = []
    for number, one in enumerate(found):
        label = kept.get(number, "")
        if not label:
            label, copy = one.label, 1
            while label in taken:
                copy += 1
                label = f"{one.label} ({copy})"
            taken.add(label)
        named.append(replace(one, label=label))
    return named


def _shared(earlier: list[frozenset[str]], members: frozenset[str]) -> float:
    """The shared part with the camp as it was last, or in its last two windows: not each member is in each month's news."""
    last = earlier[-1]
    both = last | earlier[-2] if len(earlier) > 1 else last
    return max(len(members & known) / len(members | known) for known in (last, both))
