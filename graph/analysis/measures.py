"""Who matters, who acts, who brokers: measures of actors as pandas frames."""

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from graph.analysis.arrays import Floats, arrays
from graph.analysis.camps import Camps
from graph.analysis.signed import directed_graph, signed_graph
from graph.analysis.ties import Kind

if TYPE_CHECKING:
    import pandas as pd

# Betweenness is exact up to so many actors, and estimated from so many sources beyond.
EXACT_ACTORS, SOURCES = 3_000, 500
# Lengths are multiples of 1/GRID.
GRID = 1 << 32
# What each column says, for tables' feet, --help and docs.
COLUMNS = {
    "label": "the actor",
    "friends": "actors with whom it is aligned",
    "opponents": "actors to whom it is opposed",
    "aligned": "acts of alignment with anyone",
    "conflict": "acts of conflict with anyone",
    "contacts": "acts of mere talk: meetings, visits, calls, agreements",
    "initiated": "acts of alignment or conflict that it did",
    "received": "those that were done to it",
    "initiative": "the share of those that it did, 0 to 1",
    "pagerank": "rank by ties of alignment (Brin and Page 1998, damping 0.85)",
    "betweenness": "share of shortest paths of alignment that lead through it (Brandes 2001), a tie's length being 1/λ",
    "reciprocity": "how much of what it did came back from the same, 0 to 1 (Squartini et al. 2013)",
}
BROKERS = {
    "label": "the actor",
    "camp": "the camp that it belongs to, empty for one between camps",
    "across": "acts of alignment with members of other camps",
    "articles": "articles behind its ties with members of camps",
    "partners": "the number of these camps",
    "participation": "how evenly its acts of alignment spread over camps, 0 to 1 (Guimerà and Amaral 2005)",
    "betweenness": COLUMNS["betweenness"],
    "mediations": "statements in which it mediates",
    "score": "across × participation",
}


def measures(network: nx.MultiDiGraph, *, seed: int = 1) -> "pd.DataFrame":
    """A frame of all actors of a network of statements, those of most acts first, indexed by actor id. `COLUMNS` says what each column is.

    `frame.attrs["betweenness"]` is "exact" or "sampled" with the number of sources (Brandes and Pich 2007).
    """
    import pandas as pd

    signed, directed = signed_graph(network), directed_graph(network)
    between, how = betweenness(signed, seed=seed)
    rank = pagerank(signed)
    rows = []
    for number, actor in enumerate(signed):
        tied = [tie for _, _, tie in signed.edges(actor, data=True)]
        done = {target: _volume(edge) for _, target, edge in directed.out_edges(actor, data=True)}
        suffered = {source: _volume(edge) for source, _, edge in directed.in_edges(actor, data=True)}
        initiated, received = sum(done.values()), sum(suffered.values())
        returned = sum(min(volume, suffered.get(other, 0.0)) for other, volume in done.items())
        rows.append(
            {
                "actor": actor,
                "label": signed.nodes[actor].get("label", actor),
                "friends": sum(tie["kind"] == Kind.ALIGNED for tie in tied),
                "opponents": sum(tie["kind"] == Kind.OPPOSED for tie in tied),
                **{name: int(sum(tie[name] for tie in tied)) for name in ("aligned", "conflict", "contacts")},
                "initiated": int(initiated),
                "received": int(received),
                "initiative": round(initiated / (initiated + received), 4) if initiated + received else np.nan,
                "pagerank": round(float(rank[number]), 6),
                "betweenness": round(float(between[number]), 6),
                "reciprocity": round(returned / initiated, 4) if initiated else np.nan,
            }
        )
    frame = pd.DataFrame(rows, columns=["actor", *COLUMNS])
    order = (frame["aligned"] + frame["conflict"]).rename("acts")
    frame = frame.assign(acts=order).sort_values(["acts", "actor"], ascending=[False, True], kind="stable")
    frame = frame.drop(columns="acts")
    frame.attrs["betweenness"] = how
    return frame.set_index("actor")


def reciprocity(network: nx.MultiDiGraph) -> float | None:
    """Reciprocity of the whole: Σ min(w_ij, w_ji) / Σ w_ij over counts of acts (Squartini et al. 2013); None where nothing was done."""
    directed = directed_graph(network)
    total = sum(_volume(edge) for *_, edge in directed.edges(data=True))
    returned = sum(
        min(_volume(edge), _volume(directed.edges[b, a]))
        for a, b, edge in directed.edges(data=True)
        if directed.has_edge(b, a)
    )
    return round(returned / total, 6) if total else None


def _volume(edge: dict[str, Any]) -> float:
    return float(edge["aligned"] + edge["conflict"])


def length(weight: float) -> float:
    """A tie's length, 1/λ on a grid of powers of two: sums of such are exact, so that paths of one length have one in any order."""
    return round(GRID / weight) / GRID


def betweenness(
    signed: nx.Graph, *, seed: int = 1, exact_actors: int = EXACT_ACTORS, sources: int = SOURCES
) -> tuple[Floats, str]:
    """Betweenness on ties of alignment in the graph's order, 0…1, and how it was found: "exact", or "sampled (500 sources)".

    Graphs of more than `exact_actors` are sampled from `sources` actors.
    """
    network = arrays(signed)
    size = len(network.actors)
    positive = network.weight > 0
    if size < 3 or not positive.any():
        return np.zeros(size), "exact"
    made = network.to_igraph(positive)
    lengths = [length(weight) for weight in made.es["weight"]]
    pairs = (size - 1) * (size - 2) / 2
    if size <= exact_actors:
        return np.array(made.betweenness(directed=False, weights=lengths)) / pairs, "exact"
    drawn = sorted(np.random.default_rng(seed).choice(size, sources, replace=False).tolist())
    # Paths from a sample to all stand for paths from all to all; igraph counts each path by half, from each of its ends.
    found = np.array(made.betweenness(directed=False, weights=lengths, sources=drawn, targets=list(range(size))))
    return found * size / sources / pairs, f"sampled ({sources} sources)"


def pagerank(signed: nx.Graph) -> Floats:
    """PageRank on ties of alignment in the graph's order; without any, all are equal."""
    network = arrays(signed)
    size = len(network.actors)
    if not size:
        return np.zeros(0)
    made = network.to_igraph(network.weight > 0)
    return np.array(made.pagerank(weights="weight", directed=False, damping=0.85))


def brokers(network: nx.MultiDiGraph, found: Camps, *, seed: int = 1) -> "pd.DataFrame":
    """A frame of actors that stand with members of several camps, or mediate, the best broker first, indexed by actor id.

    `BROKERS` says what each column is.
    """
    import pandas as pd

    signed = signed_graph(network)
    place = found.place
    between, how = betweenness(signed, seed=seed)
    mediations = dict.fromkeys(signed, 0)
    for subject, _, edge in network.edges(data=True):
        mediations[subject] += edge["relation"] == "mediates" and edge["polarity"] == "affirmed"
    rows = []
    for number, actor in enumerate(signed):
        counts: dict[int, int] = {}
        articles = 0
        for _, other, tie in signed.edges(actor, data=True):
            if tie["aligned"] and other in place:
                counts[place[other]] = counts.get(place[other], 0) + int(tie["aligned"])
                articles += tie["articles"]
        total = sum(counts.values())
        across = total - counts.get(place.get(actor, -1), 0)
        participation = 1 - sum((count / total) ** 2 for count in counts.values()) if total else 0.0
        if not (across and participation) and not mediations[actor]:
            continue
        rows.append(
            {
                "actor": actor,
                "label": signed.nodes[actor].get("label", actor),
                "camp": found.camps[place[actor]].name if actor in place else "",
                "across": across,
                "articles": articles,
                "partners": sum(group != place.get(actor) for group in counts),
                "participation": round(participation, 4),
                "betweenness": round(float(between[number]), 6),
                "mediations": mediations[actor],
                "score": round(across * participation, 4),
            }
        )
    frame = pd.DataFrame(rows, columns=["actor", *BROKERS]).sort_values(
        ["score", "mediations", "across", "actor"], ascending=[False, False, False, True], kind="stable"
    )
    frame.attrs["betweenness"] = how
    return frame.set_index("actor")
