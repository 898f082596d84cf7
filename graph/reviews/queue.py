"""What to judge next: the least sure statements first, the contested ones first, or actors that may be one.

`disputed` are matters that reviewers have judged differently (`graph.reviews.agreement`).
"""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

import networkx as nx

from graph.analysis.contested import contested
from graph.rdf.names import identifier
from graph.reviews.judgement import Judgement, Verdict

ORDERS = ("unsure", "contested", "doubles", "disputed")
# Names as alike as *Selenskyj* and *Selenskij* are those of one, where the rest fits.
ALIKE = 0.86
# A word that very many names share says nothing about who is whom.
CROWD = 60


@dataclass(frozen=True, slots=True, order=True)
class Double:
    """Two actors (ids) that may be one: `likeness` of their nearest names from 0 to 1."""

    likeness: float
    one: str
    other: str


def queued(network: nx.MultiDiGraph, order: str = "unsure") -> list[str]:
    """The ids of the statements that nobody has judged, in the order in which to judge them."""
    open_ = {key: edge for _, _, key, edge in network.edges(keys=True, data=True) if not edge.get("verdict")}
    disputed = contested_statements(network) if order == "contested" else frozenset()
    return sorted(open_, key=lambda key: (key not in disputed, open_[key]["confidence"], key))


def contested_statements(network: nx.MultiDiGraph) -> frozenset[str]:
    """The ids of the statements that say what another one denies, or deny what it says."""
    frame = contested(network)
    return frozenset((*frame["affirmed_statement"], *frame["denied_statement"]))


def doubles(network: nx.MultiDiGraph, settled: Collection[frozenset[str]] = ()) -> list[Double]:
    """The pairs of actors of one kind whose names are alike, the likest first, without those that are settled already.

    An actor of the tables and an actor of the tables are two: somebody has looked at them.
    """
    names = {actor: _names(network, actor) for actor in sorted(network.nodes)}
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for actor, mine in names.items():
        for name in mine:
            blocks[network.nodes[actor]["kind"], name.split()[-1][:4]].add(actor)
    found: dict[frozenset[str], Double] = {}
    for block in blocks.values():
        if len(block) > CROWD:
            continue
        for one, other in combinations(sorted(block), 2):
            pair = frozenset((one, other))
            if pair in found or pair in settled or (network.nodes[one]["qid"] and network.nodes[other]["qid"]):
                continue
            if (likeness := _likeness(names[one], names[other])) >= ALIKE:
                found[pair] = Double(round(likeness, 3), one, other)
    return sorted(found.values(), key=lambda double: (-double.likeness, double.one, double.other))


def _names(network: nx.MultiDiGraph, actor: str) -> frozenset[str]:
    node = network.nodes[actor]
    return frozenset(filter(None, map(_plain, (*node["labels"].values(), *node["names"]))))


def _plain(name: str) -> str:
    """A name without case, accents and hyphens."""
    folded = unicodedata.normalize("NFKD", name.casefold()).replace("-", " ")
    return " ".join("".join(char for char in folded if not unicodedata.combining(char)).split())


def _likeness(mine: Iterable[str], theirs: Iterable[str]) -> float:
    return max((_alike(one, other) for one in mine for other in theirs), default=0.0)


def _alike(one: str, other: str) -> float:
    """How alike two names are: the words of one among those of the other (*Putin*, *Wladimir Putin*) nearly as much as the same."""
    if one == other:
        return 1.0
    first, second = set(one.split()), set(other.split())
    if (first < second or second < first) and max(map(len, first & second)) >= 4:
        return 0.9
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def settled(given: Iterable[Judgement]) -> set[frozenset[str]]:
    """The pairs of actors (ids) about which somebody has said whether they are one."""
    return {
        frozenset((identifier(one.target), identifier(one.other)))
        for one in given
        if one.verdict in (Verdict.SAME, Verdict.DIFFERENT)
    }
