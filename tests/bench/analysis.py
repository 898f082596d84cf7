"""python -m tests.bench.analysis [--great]: our analyses beside igraph, scipy and networkx on the same networks, in one run.

2,000 actors with 60,000 ties; with `--great` 20,000 with 1,000,000 too, groups and balance alone. Seconds of processor time, the
best of three; both sides begin with the same networkx graph, so that both turn it into arrays or into igraph's graph.
"""

import argparse
import resource
import time
from collections.abc import Callable

import igraph
import networkx as nx
import numpy as np
from scipy.sparse import coo_array

from graph.analysis import frustration, partition, triads
from graph.analysis.measures import betweenness, pagerank
from tests.bench.planted import planted


def seconds(work: Callable[[], object], repeats: int = 3) -> float:
    best = float("inf")
    for _ in range(repeats):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def in_igraph(signed: nx.Graph, *, positive: bool) -> igraph.Graph:
    """As a user of igraph would: numbered actors, a list of edges, weights."""
    number = {actor: index for index, actor in enumerate(signed)}
    rows = [(number[a], number[b], w) for a, b, w in signed.edges(data="weight") if w > 0 or not positive]
    made = igraph.Graph(n=len(number), edges=[row[:2] for row in rows])
    made.es["weight"] = [abs(row[2]) for row in rows]
    return made


def leiden(signed: nx.Graph) -> object:
    return in_igraph(signed, positive=True).community_leiden(
        objective_function="modularity", weights="weight", n_iterations=4
    )


def triangles(signed: nx.Graph) -> object:
    """The census in scipy, and a list of all triangles in igraph."""
    number = {actor: index for index, actor in enumerate(signed)}
    rows = [(number[a], number[b], w) for a, b, w in signed.edges(data="weight")]
    first, second, weight = (np.array(column) for column in zip(*rows, strict=True))
    ends = np.concatenate((first, second)), np.concatenate((second, first))
    sums = []
    for sign in (1, -1):
        values = np.concatenate((sign * weight > 0,) * 2).astype(float)
        matrix = coo_array((values, ends), shape=(len(number),) * 2).tocsr()
        matrix.eliminate_zeros()
        sums.append((matrix @ matrix).multiply(matrix).sum())
    return sums, in_igraph(signed, positive=False).list_triangles()


def shortest(signed: nx.Graph) -> object:
    made = in_igraph(signed, positive=True)
    return made.betweenness(directed=False, weights=[1 / weight for weight in made.es["weight"]])


def ranks(signed: nx.Graph) -> object:
    return in_igraph(signed, positive=True).pagerank(weights="weight", directed=False)


def friendly(signed: nx.Graph) -> nx.Graph:
    made = nx.Graph()
    made.add_nodes_from(signed)
    made.add_edges_from((a, b, {"length": 1 / w}) for a, b, w in signed.edges(data="weight") if w > 0)
    return made


def row(name: str, ours: float, raw: float) -> None:
    print(f"{name:<24}{ours:>9.2f}{raw:>12.2f}{ours / raw:>10.2f}", flush=True)


def main(great: bool) -> None:
    sizes = [(2_000, 60_000, 8)] + ([(20_000, 1_000_000, 12)] if great else [])
    for actors, edges, groups in sizes:
        signed, _ = planted(actors, groups, edges, noise=0.2)
        print(f"{actors:,} actors, {edges:,} ties{'':<1}  ours s   igraph/scipy s   ratio")
        row("partition", seconds(lambda: partition(signed)), seconds(lambda: leiden(signed)))
        row("triads", seconds(lambda: triads(signed)), seconds(lambda: triangles(signed)))
        if actors <= 2_000:
            row("pagerank", seconds(lambda: pagerank(signed)), seconds(lambda: ranks(signed)))
            exact = seconds(lambda: betweenness(signed), 1)
            row("betweenness", exact, seconds(lambda: shortest(signed), 1))
            pure = friendly(signed)
            slow = seconds(lambda: nx.betweenness_centrality(pure, weight="length", k=40, seed=1), 1) * actors / 40
            print(
                f"networkx' betweenness: {slow:,.0f} s (from 40 of {actors:,} sources), {slow / exact:.0f} times ours"
            )
        print(f"frustration {seconds(lambda: frustration(signed), 1):.2f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--great", action="store_true")
    main(parser.parse_args().great)
