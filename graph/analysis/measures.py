"""Who matters, who acts, who brokers: measures of actors as pandas frames."""

from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from graph.analysis.arrays import Floats, arrays
from graph.analysis.coalitions import Coalition, membership
from graph.analysis.signed import directed_graph, signed_graph

if TYPE_CHECKING:
    import pandas as pd

# Betweenness is exact up to so many actors, and estimated from so many sources beyond.
EXACT_ACTORS, SOURCES = 3_000, 500


def measures(network: nx.MultiDiGraph, *, seed: int = 1) -> "pd.DataFrame":
    """A frame of all actors of `network` (statements or events), the strongest first, indexed by actor id.

    Columns: `label`; `friends` and `opponents`, the actors with whom the balance is positive or negative (signed degree);
    `strength`, the sum of absolute weights; `net`, the sum of weights; `initiated` and `received`, the strength of what the
    actor does and of what is done to it; `initiative`, the share of the first in both; `pagerank` on cooperative ties (Brin
    and Page 1998, damping 0.85); `betweenness` on cooperative ties, a tie's length being 1/cooperation, from 0 to 1 (Brandes
    2001); `reciprocity`, Σ min(w_ij, w_ji) / Σ w_ij over absolute weights of what the actor does (Squartini et al. 2013).
    `frame.attrs["betweenness"]` is "exact" or "sampled" with the number of sources (Brandes and Pich 2007).
    """
    import pandas as pd

    signed, directed = signed_graph(network), directed_graph(network)
    between, how = betweenness(signed, seed=seed)
    rank = pagerank(signed)
    rows = []
    for number, actor in enumerate(signed):
        weights = [weight for _, _, weight in signed.edges(actor, data="weight")]
        done = {target: _volume(edge) for _, target, edge in directed.out_edges(actor, data=True)}
        suffered = {source: _volume(edge) for source, _, edge in directed.in_edges(actor, data=True)}
        initiated, received = sum(done.values()), sum(suffered.values())
        returned = sum(min(volume, suffered.get(other, 0.0)) for other, volume in done.items())
        rows.append(
            {
                "actor": actor,
                "label": signed.nodes[actor].get("label", actor),
                "friends": sum(weight > 0 for weight in weights),
                "opponents": sum(weight < 0 for weight in weights),
                "strength": round(sum(map(abs, weights)), 4),
                "net": round(sum(weights), 4),
                "initiated": round(initiated, 4),
                "received": round(received, 4),
                "initiative": round(initiated / (initiated + received), 4) if initiated + received else np.nan,
                "pagerank": round(float(rank[number]), 6),
                "betweenness": round(float(between[number]), 6),
                "reciprocity": round(returned / initiated, 4) if initiated else np.nan,
            }
        )
    columns = (
        "actor label friends opponents strength net initiated received initiative pagerank betweenness reciprocity"
    )
    frame = pd.DataFrame(rows, columns=columns.split()).sort_values(
        ["strength", "actor"], ascending=[False, True], kind="stable"
    )
    frame.attrs["betweenness"] = how
    return frame.set_index("actor")


def reciprocity(network: nx.MultiDiGraph) -> float | None:
    """Weighted reciprocity of the whole: Σ min(w_ij, w_ji) / Σ w_ij (Squartini et al. 2013); None where nothing was done."""
    directed = directed_graph(network)
    total = sum(_volume(edge) for *_, edge in directed.edges(data=True))
    returned = sum(
        min(_volume(edge), _volume(directed.edges[b, a]))
        for a, b, edge in directed.edges(data=True)
        if directed.has_edge(b, a)
    )
    return round(returned / total, 6) if total else None


def _volume(edge: dict[str, Any]) -> float:
    return float(edge["cooperation"] + edge["conflict"])


def betweenness(
    signed: nx.Graph, *, seed: int = 1, exact_actors: int = EXACT_ACTORS, sources: int = SOURCES
) -> tuple[Floats, str]:
    """Betweenness on cooperative ties in the graph's order, 0…1, and how it was found: "exact", or "sampled (500 sources)".

    Graphs of more than `exact_actors` are sampled from `sources` actors.
    """
    network = arrays(signed)
    size = len(network.actors)
    positive = network.weight > 0
    if size < 3 or not positive.any():
        return np.zeros(size), "exact"
    made = network.to_igraph(positive)
    lengths = [1 / weight for weight in made.es["weight"]]
    pairs = (size - 1) * (size - 2) / 2
    if size <= exact_actors:
        return np.array(made.betweenness(directed=False, weights=lengths)) / pairs, "exact"
    drawn = sorted(np.random.default_rng(seed).choice(size, sources, replace=False).tolist())
    # Paths from a sample to all stand for paths from all to all; igraph counts each path by half, from each of its ends.
    found = np.array(made.betweenness(directed=False, weights=lengths, sources=drawn, targets=list(range(size))))
    return found * size / sources / pairs, f"sampled ({sources} sources)"


def pagerank(signed: nx.Graph) -> Floats:
    """PageRank on cooperative ties in the graph's order; without any, all are equal."""
    network = arrays(signed)
    size = len(network.actors)
    if not size:
        return np.zeros(0)
    made = network.to_igraph(network.weight > 0)
    return np.array(made.pagerank(weights="weight", directed=False, damping=0.85))


def brokers(network: nx.MultiDiGraph, found: tuple[Coalition, ...], *, seed: int = 1) -> "pd.DataFrame":
    """A frame of actors that cooperate across coalitions, the best broker first, indexed by actor id.

    `label`, `coalition` (its name); `across`: cooperation with actors of other coalitions; `partners`: with how many of these
    coalitions; `participation`: 1 − Σ_c (k_c / k)² over cooperation with each coalition (Guimerà and Amaral 2005), 0 where all
    of it goes to one; `betweenness`; `mediations`: statements in which it mediates; `score`: across × participation.
    """
    import pandas as pd

    signed = signed_graph(network)
    place = membership(found)
    between, how = betweenness(signed, seed=seed)
    mediations = dict.fromkeys(signed, 0)
    for subject, _, edge in network.edges(data=True):
        mediations[subject] += edge["relation"] == "mediates" and edge["polarity"] == "affirmed"
    rows = []
    for number, actor in enumerate(signed):
        shares: dict[int, float] = {}
        for _, other, cooperation in signed.edges(actor, data="cooperation"):
            if cooperation:
                shares[place[other]] = shares.get(place[other], 0.0) + cooperation
        total = sum(shares.values())
        across = total - shares.get(place[actor], 0.0)
        if not across and not mediations[actor]:
            continue
        participation = 1 - sum((share / total) ** 2 for share in shares.values()) if total else 0.0
        rows.append(
            {
                "actor": actor,
                "label": signed.nodes[actor].get("label", actor),
                "coalition": found[place[actor]].name,
                "across": round(across, 4),
                "partners": sum(share > 0 and group != place[actor] for group, share in shares.items()),
                "participation": round(participation, 4),
                "betweenness": round(float(between[number]), 6),
                "mediations": mediations[actor],
                "score": round(across * participation, 4),
            }
        )
    columns = "actor label coalition across partners participation betweenness mediations score"
    frame = pd.DataFrame(rows, columns=columns.split()).sort_values(
        ["score", "mediations", "across", "actor"], ascending=[False, False, False, True], kind="stable"
    )
    frame.attrs["betweenness"] = how
    return frame.set_index("actor")
