"""Two networks side by side, of two periods or two outlets: which ties one has and the other has not, or has turned."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx

from graph.analysis.acts import acts
from graph.analysis.ties import Kind, Tie, ties


class Change(StrEnum):
    """What became of a tie from the first to the second."""

    GAINED = "gained"
    LOST = "lost"
    TURNED = "turned"


@dataclass(frozen=True, slots=True)
class Difference:
    """A tie that differs: of the first and of the second network, None where that has no act between the two."""

    change: Change
    first: Tie | None
    second: Tie | None

    @property
    def telling(self) -> Tie:
        """The tie that shows the change: of the second, or what was lost."""
        tie = self.first if self.change is Change.LOST else self.second
        assert tie is not None
        return tie

    @property
    def side(self) -> int:
        """The side of the sure tie that shows the change: 1 or -1."""
        return 1 if self.telling.kind is Kind.ALIGNED else -1


def differences(first: nx.MultiDiGraph, second: nx.MultiDiGraph) -> tuple[Difference, ...]:
    """The ties that differ between two networks of statements: those that turned, then those gained and lost, of most acts first.

    A tie is gained where it is sure (aligned or opposed) in the second alone, lost where in the first alone, turned where it is aligned in
    one and opposed in the other.
    """
    before, after = ({(tie.first, tie.second): tie for tie in ties(acts(network))} for network in (first, second))
    found = []
    for pair in sorted({*before, *after}):
        one, other = before.get(pair), after.get(pair)
        kinds = [tie.kind if tie and tie.kind.sure else None for tie in (one, other)]
        if kinds[0] is kinds[1]:
            continue
        change = Change.GAINED if kinds[0] is None else Change.LOST if kinds[1] is None else Change.TURNED
        found.append(Difference(change, one, other))
    order = (Change.TURNED, Change.GAINED, Change.LOST)
    return tuple(
        sorted(found, key=lambda one: (order.index(one.change), -(one.telling.aligned + one.telling.conflict)))
    )


def told_by(network: nx.MultiDiGraph, articles: Collection[str]) -> nx.MultiDiGraph:
    """The statements of some articles (ids), as a network of the same shape."""
    chosen = nx.MultiDiGraph()
    chosen.graph.update(network.graph)
    for subject, target, key, edge in network.edges(keys=True, data=True):
        if edge["article"] in articles:
            for end in (subject, target):
                chosen.add_node(end, **network.nodes[end])
            chosen.add_edge(subject, target, key=key, **edge)
    return chosen
