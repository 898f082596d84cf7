"""python -m tests.bench.camps STORE [--dyads FILE] [--unga FILE] [--show]: ties and camps against what is known of states and groups.

The definition of `graph.analysis` beside the former one (sums of Goldstein value × confidence, talk and offices included; communities
of cooperative ties refined by signed modularity), on the same store. `dyads.csv` has rows of two actors, friend or foe, from a year to a
year; `unga.csv` the agreement of each state with six others in the UN General Assembly by year. Measured are

- sign: of rows with data in their years, how many have the right sign; of sure ties alone in the new definition;
- camps: in windows of two years, over rows that hold in the whole window and whose two actors have a place there, how many foes are apart,
  how many friends together, and Matthews' correlation of both; over all of them, and over those with an act between the two (*tied*);
- Spearman's correlation of the tie's weight with the agreement in the Assembly, over states and the six.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import numpy as np
from scipy.stats import spearmanr

from graph.analysis import Camps, acts, camps, events, ties, view
from graph.knowledge import KnowledgeGraph
from graph.statements.selection import SURE
from ontology.vocabulary import relations
from ontology.whoswho import load
from ontology.whoswho.tables import rows

NEWS = Path("../shared/news")
WINDOWS = ((2020, 2021), (2022, 2023), (2024, 2025))
SIX = ("USA", "RUS", "BRA", "CHN", "IND", "ISR")
SIGNS = {"friend": 1, "foe": -1}
# Of the former definition: what an office and what talk counted for.
OFFICE, TALK, UNREAL = 4.0, 0.25, 0.5


@dataclass(frozen=True)
class Dyad:
    """Two actors (ids), 1 for friends and -1 for foes, and the first and last year of it."""

    first: str
    second: str
    sign: int
    since: int
    until: int


def dyads(path: Path) -> list[Dyad]:
    """The friends and foes of the table whose ends the who's-who knows."""
    listed = load()
    states = {row["iso3"]: row["id"] for row in rows("states") if row["iso3"]}

    def known(row: dict[str, str], end: str) -> str:
        ids = listed.names.get(row[f"{end}_de"], ()) or listed.names.get(row[f"{end}_en"], ())
        return states.get(row[f"{end}_iso3"]) or next(iter(ids), "")

    found, lost = [], set()
    with path.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            ends = known(row, "a"), known(row, "b")
            lost |= {row[f"{end}_de"] for end, one in zip("ab", ends, strict=True) if not one}
            if all(ends) and row["kind"] in SIGNS:
                found.append(Dyad(*sorted(ends), SIGNS[row["kind"]], int(row["from"] or 0), int(row["to"] or 9999)))
    print(f"{len(found)} friends and foes; not in the who's-who: {', '.join(sorted(lost)) or 'none'}")
    return found


def goldstein(edge: dict[str, Any], talk: float) -> float:
    """The former weight of a statement: with `talk` of 1 that of the analyses, of `TALK` that of the page, which counted offices too."""
    if edge["polarity"] != "affirmed":
        return 0.0
    relation = relations()[edge["relation"]]
    if relation.standing:
        return OFFICE * edge["confidence"] if relation.name == "represents" and talk < 1 else 0.0
    value = float(edge["goldstein"] * edge["confidence"]) * (talk if relation.contact else 1.0)
    return value * (1.0 if edge["status"] == "actual" else UNREAL)


def former_ties(network: nx.MultiDiGraph) -> dict[tuple[str, str], float]:
    """The former sums by pair."""
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for subject, target, edge in events(network).edges(data=True):
        if subject != target:
            sums[min(subject, target), max(subject, target)] += goldstein(edge, 1.0)
    return {pair: value for pair, value in sums.items() if value}


def former_camps(weights: dict[tuple[str, str], float], seed: int = 1) -> dict[str, int]:
    """The former coalitions: Leiden on cooperative ties, then moves of single actors while signed modularity grows."""
    actors = sorted({end for pair in weights for end in pair})
    number = {actor: index for index, actor in enumerate(actors)}
    matrix = np.zeros((len(actors), len(actors)))
    for (first, second), weight in weights.items():
        matrix[number[first], number[second]] = matrix[number[second], number[first]] = weight
    graph = igraph.Graph.Weighted_Adjacency(np.maximum(matrix, 0).tolist(), mode="undirected")
    groups = np.array(
        graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=4).membership
    )
    plus, minus = np.maximum(matrix, 0), np.maximum(-matrix, 0)
    surplus = matrix.copy()
    for part, sign in ((plus, 1), (minus, -1)):
        if part.sum():
            surplus -= sign * np.outer(part.sum(1), part.sum(1)) / part.sum()
    np.fill_diagonal(surplus, 0)
    moved = True
    while moved:
        moved = False
        for actor in range(len(actors)):
            gain = np.zeros(groups.max() + 2)
            np.add.at(gain, groups, surplus[actor])
            best = int(gain.argmax())
            if gain[best] > gain[groups[actor]] + 1e-9:
                groups[actor], moved = best, True
    return {actor: int(group) for actor, group in zip(actors, groups, strict=True)}


def signs(network: nx.MultiDiGraph, known: list[Dyad]) -> None:
    """How many rows have the right sign, by definition."""
    right: dict[tuple[str, int], list[bool]] = defaultdict(list)
    periods: dict[tuple[int, int], list[Dyad]] = defaultdict(list)
    for row in known:
        periods[row.since, row.until].append(row)
    for (since, until), members in sorted(periods.items()):
        there = view(network, since=str(since), until=str(until))
        before = former_ties(there)
        now = {(tie.first, tie.second): tie for tie in ties(acts(there))}
        for row in members:
            pair = (row.first, row.second)
            if before.get(pair):
                right["former", row.sign].append(before[pair] * row.sign > 0)
            tie = now.get(pair)
            if tie and tie.aligned + tie.conflict:
                right["all", row.sign].append(tie.weight * row.sign > 0)
            if tie and tie.kind.sure:
                right["sure", row.sign].append(tie.weight * row.sign > 0)
                if tie.weight * row.sign < 0:
                    names = [load().actors[end].label("de") for end in pair]
                    print(f"  wrong: {' – '.join(names)} {since}–{until}: {tie.aligned:g} : {tie.conflict:g}")
    print(f"{'sign right':<22}{'all':>14}{'friends':>14}{'foes':>14}")
    for name in ("former", "all", "sure"):
        friends, foes = right[name, 1], right[name, -1]
        print(f"{name:<22}" + "".join(f"{share(one):>14}" for one in (friends + foes, friends, foes)))


def share(found: list[bool]) -> str:
    """*126/129 0.98*."""
    return f"{sum(found)}/{len(found)} {sum(found) / len(found):.2f}" if found else "–"


def together(network: nx.MultiDiGraph, known: list[Dyad]) -> None:
    """Foes apart and friends together in windows of two years, by definition."""
    found: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for since, until in WINDOWS:
        there = view(network, since=str(since), until=str(until))
        places = {"former": former_camps(former_ties(there)), "camps": placed(camps(there))}
        tied = {(tie.first, tie.second) for tie in ties(acts(there)) if tie.aligned + tie.conflict}
        for row in known:
            if row.since > since or row.until < until:
                continue
            for name, place in places.items():
                if row.first in place and row.second in place:
                    found[name].append((row.sign > 0, place[row.first] == place[row.second]))
                    if (row.first, row.second) in tied:
                        found[f"{name}, tied"].append(found[name][-1])
    print(f"{'two-year windows':<22}{'foes apart':>14}{'friends together':>20}{'MCC':>8}")
    for name in ("former", "camps", "former, tied", "camps, tied"):
        apart = [not same for friend, same in found[name] if not friend]
        joined = [same for friend, same in found[name] if friend]
        table = np.array(found[name], dtype=float).reshape(-1, 2)
        score = float(np.corrcoef(table.T)[0, 1]) if len(table) and table.std(axis=0).all() else float("nan")
        print(f"{name:<22}{share(apart):>14}{share(joined):>20}{score:>8.2f}")


def placed(found: Camps) -> dict[str, int]:
    """A number for each actor of a camp; who stands between camps has one alone."""
    place = found.place
    return place | {one.actor: -1 - number for number, one in enumerate(found.between)}


def assembly(network: nx.MultiDiGraph, path: Path) -> Iterator[str]:
    """Spearman's correlation of ties with agreement in the Assembly, by definition."""
    states = {row["iso3"]: row["id"] for row in rows("states") if row["iso3"]}
    votes: dict[tuple[str, str], list[float]] = defaultdict(list)
    with path.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            for other in SIX:
                if (
                    row[f"agree_{other}"]
                    and row["iso3"] in states
                    and int(row["year"]) >= 2016
                    and row["iso3"] != other
                ):
                    pair = sorted((states[row["iso3"]], states[other]))
                    votes[pair[0], pair[1]].append(float(row[f"agree_{other}"]))
    now = {(tie.first, tie.second): tie for tie in ties(acts(network)) if tie.aligned + tie.conflict}
    weights = {
        "former": former_ties(network),
        "all": {pair: tie.weight for pair, tie in now.items()},
        "sure": {pair: tie.weight for pair, tie in now.items() if tie.kind.sure},
    }
    for name, tied in weights.items():
        pairs = [pair for pair in votes if pair in tied]
        if len(pairs) > 2:
            rho = spearmanr([tied[pair] for pair in pairs], [np.mean(votes[pair]) for pair in pairs]).statistic
            yield f"{name:<22}ρ {rho:.2f} over {len(pairs)} pairs with one of the six"


def show(network: nx.MultiDiGraph) -> None:
    """The camps of the whole and of each window."""
    for since, until in ((0, 9999), *WINDOWS):
        found = camps(view(network, since=str(since).zfill(4), until=str(until)))
        print(f"\n{since}–{until}: {found.acts} acts in {found.articles} articles, {len(found.between)} between")
        label = network.nodes(data="label")
        for camp in found.camps:
            members = (f"{label[actor]} {part:.2f}" for actor, part in zip(camp.members, camp.shares, strict=True))
            print(f"  {len(camp.members):>3}  {', '.join(members)}")
        print(
            "  between: " + ", ".join(f"{label[one.actor]} {max(one.shares, default=0):.2f}" for one in found.between)
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--dyads", type=Path, default=NEWS / "dyads.csv")
    parser.add_argument("--unga", type=Path, default=NEWS / "unga.csv")
    parser.add_argument("--min-confidence", type=float, default=SURE, help="of statements at least so sure")
    parser.add_argument("--show", action="store_true", help="print the camps too")
    given = parser.parse_args()
    with KnowledgeGraph(given.store, read_only=True) as graph:
        network = view(graph.network(lang="de"), level="state", min_confidence=given.min_confidence)
    print(f"{network.number_of_nodes()} actors, {network.number_of_edges()} statements")
    known = dyads(given.dyads)
    signs(network, known)
    together(network, known)
    for line in assembly(network, given.unga):
        print(line)
    if given.show:
        show(network)


if __name__ == "__main__":
    main()
