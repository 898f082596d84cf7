"""What the page offers a reviewer beside the statements themselves: contested ones, and actors that may be one."""

from collections.abc import Collection
from typing import Any

import networkx as nx

from graph.reviews.queue import contested_statements, doubles

# Pairs of actors that a page shows.
PAIRS = 200


def reviewing(
    network: nx.MultiDiGraph, *, settled: Collection[frozenset[str]] = (), live: bool = False, by: str = ""
) -> dict[str, Any]:
    """The queues by their statements (ids) and pairs of actors (ids); of a pair the first is the one that would go.

    `settled` are pairs about which somebody has said whether they are one; `by` is who judges, as far as it is known; with `live`
    the page sends what is judged to the server that it came from.
    """
    pairs = []
    for double in doubles(network, settled)[:PAIRS]:
        goes, stays = sorted((double.one, double.other), key=lambda actor: (bool(network.nodes[actor]["qid"]), actor))
        pairs.append((goes, stays))
    return {"contested": sorted(contested_statements(network)), "doubles": pairs, "live": live, "by": by}
