"""Camps: groups of actors that stand together, found on resampled articles.

A partition maximises Σ (λ_ij − γ) over pairs in one group, λ being the weight of a tie (`graph.analysis.ties`), γ the resolution:
the constant Potts model (Traag, Van Dooren and Nesterov 2011), by the Leiden algorithm (Traag, Waltman and van Eck 2019). So that
no single article decides, it is found on many resamples of the articles (Poisson bootstrap); a camp is those who are together in
more than half of them, three or more, and who is together in more than half with those of it with whom he is surely aligned, and opposed
to none of it. Who else has sure ties stands between them.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.analysis.acts import Act, acts
from graph.analysis.alliances import MEMBERS
from graph.analysis.arrays import Arrays, Floats, Numbers, arrays, leiden
from graph.analysis.homes import PARTY
from graph.analysis.ties import Kind, Tie, fading, ties
from ontology.labels import in_language
from ontology.whoswho import load

RESOLUTION = 0.01
DRAWS = 300
# The share of resamples from which on actors are together.
HALF = 0.5
# Fewer are in two minds, and no camp.
LEAST = 3
# Members that a camp is named by.
NAMED = 3
# Beyond so many actors, no table of all pairs is kept: the camps are those of all articles, resamples give the shares alone. And
# beyond so many ties times resamples, fewer resamples are drawn.
DENSE, WORK, FEWEST = 1_500, 3_000_000, 10


@dataclass(frozen=True, slots=True)
class Camp:
    """Actors that stand together.

    `members` are ids, the strongest first: by acts of alignment with other members. `label` is the id of the first, so that it
    stays while that one stays. `shares` say in how much of the resamples each is together with the other members, from 0 to 1,
    `acts` how many acts of alignment join each to them. `aligned` and `conflict` count all acts inside, `articles` those that
    report them. `name` is what it is called (`name`).
    """

    label: str
    members: tuple[str, ...]
    shares: tuple[float, ...]
    acts: tuple[int, ...]
    aligned: int
    conflict: int
    articles: int
    name: str


@dataclass(frozen=True, slots=True)
class Between:
    """An actor with a sure tie that is in no camp, and in how much of the resamples it is together with each camp's members."""

    actor: str
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Camps:
    """The camps, the largest first; who stands between them, nearest to one first; and what both rest on.

    `ties` are all ties, `acts` and `articles` count what is behind those among the actors of camps and between them.
    """

    camps: tuple[Camp, ...]
    between: tuple[Between, ...]
    ties: tuple[Tie, ...]
    acts: int
    articles: int

    @property
    def place(self) -> dict[str, int]:
        """The place of each member's camp in `camps`."""
        return {actor: number for number, camp in enumerate(self.camps) for actor in camp.members}


def camps(
    network: nx.MultiDiGraph,
    *,
    persons: bool = False,
    parties: bool = False,
    resolution: float = RESOLUTION,
    draws: int = DRAWS,
    half_life_days: float | None = None,
    seed: int = 1,
) -> Camps:
    """The camps of a network of statements (`graph.analysis.view`, in which persons count for their offices).

    Persons that are left, and parties, stand apart unless asked for. The same network and seed give the same camps; a higher resolution
    gives more and smaller ones.
    """
    found = acts(network)
    tied = ties(found, half_life_days=half_life_days)
    apart = {actor for actor, of in network.nodes(data="kind") if of == "Person" and not persons}
    kinds = {} if parties else load().organisations
    apart |= {actor for actor in network if kinds.get(actor) == PARTY}
    actors = sorted({end for tie in tied if tie.kind.sure for end in (tie.first, tie.second)} - apart)
    evidence = _Evidence(found, actors, half_life_days)
    groups, drawn = _groups(evidence, resolution, draws, seed)
    if not len(groups):
        return _described(network, tied, evidence, groups, np.zeros((0, 0)))
    groups = with_friends(groups, drawn, tied, {actor: number for number, actor in enumerate(actors)})
    return _described(network, tied, evidence, groups, _near(groups, drawn))


def partition(signed: nx.Graph, *, resolution: float = RESOLUTION, seed: int = 1) -> tuple[tuple[str, ...], ...]:
    """The groups of a signed graph (edges with `weight`) by one run of Leiden, the largest first: camps without evidence to resample."""
    network = arrays(signed)
    found = leiden(network, network.weight, resolution=resolution, seed=seed)
    members = [tuple(network.actors[i] for i in np.flatnonzero(found == group)) for group in np.unique(found)]
    return tuple(sorted(members, key=lambda one: (-len(one), one)))


class _Evidence:
    """The acts among some actors as arrays: pairs of numbers of actors, and of each act its pair, side, article and what is left of it."""

    def __init__(self, found: Sequence[Act], actors: Sequence[str], half_life_days: float | None) -> None:
        number = {actor: index for index, actor in enumerate(actors)}
        chosen = [act for act in found if act.side and act.first in number and act.second in number]
        pairs = sorted({(number[act.first], number[act.second]) for act in chosen})
        place = {pair: index for index, pair in enumerate(pairs)}
        told = {report: index for index, report in enumerate(sorted({act.reports[0] for act in chosen}))}
        newest = max((act.day for act in chosen), default="")
        self.acts, self.articles = chosen, len({report for act in chosen for report in act.reports})
        self.reports = len(told)
        self.report = np.array([told[act.reports[0]] for act in chosen], dtype=np.int64)
        self.pair = np.array([place[number[act.first], number[act.second]] for act in chosen], dtype=np.int64)
        self.aligned = np.array([act.side > 0 for act in chosen], dtype=bool)
        self.left = np.array([fading(act.day, half_life_days, newest) for act in chosen], dtype=np.float64)
        first, second = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        self.ties = Arrays(tuple(actors), first, second, np.zeros(len(pairs)))

    def weights(self, times: Floats | None = None) -> Floats:
        """λ of each pair, where an article counts so many times."""
        counted = self.left if times is None else self.left * times[self.report]
        sums = [
            np.bincount(self.pair[side], counted[side], len(self.ties.first)) for side in (self.aligned, ~self.aligned)
        ]
        return np.asarray(np.log((sums[0] + 1) / (sums[1] + 1)), dtype=np.float64)


def _groups(evidence: _Evidence, resolution: float, draws: int, seed: int) -> tuple[Numbers, list[Numbers]]:
    """The group of each actor, numbered from 0, and those of each resample."""
    size = len(evidence.ties.actors)
    if not size:
        return np.zeros(0, dtype=np.int64), []
    number = max(FEWEST, min(draws, WORK // max(1, len(evidence.ties.first))))
    chance = np.random.default_rng(seed)
    drawn = [
        leiden(
            evidence.ties,
            evidence.weights(chance.poisson(1.0, evidence.reports).astype(np.float64)),
            resolution=resolution,
            seed=seed + n,
        )
        for n in range(number)
    ]
    if size > DENSE:
        groups = leiden(evidence.ties, evidence.weights(), resolution=resolution, seed=seed)
    else:
        together = np.zeros((size, size))
        for one in drawn:
            together += one[:, None] == one[None]
        first, second = np.triu_indices(size, 1)
        pairs = Arrays(evidence.ties.actors, first, second, together[first, second] / number)
        groups = leiden(pairs, pairs.weight, resolution=HALF, seed=seed)
    return np.unique(groups, return_inverse=True)[1], drawn


def with_friends(groups: Numbers, drawn: Sequence[Numbers], tied: Sequence[Tie], number: Mapping[str, int]) -> Numbers:
    """The groups, with those beside them who are together with whom they are aligned with.

    Of a large camp some members come and go with the resamples, so that Belarus, tied to Russia alone, is together with less than half of
    them on the average, and with Russia in most. Who is opposed to a member, or aligned with members of two camps, stays between.
    """
    sizes = np.bincount(groups)
    aligned, opposed = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    for tie in tied:
        if tie.kind.sure and tie.first in number and tie.second in number:
            first, second = number[tie.first], number[tie.second]
            of_kind = aligned if tie.kind is Kind.ALIGNED else opposed
            of_kind[first].add(second)
            of_kind[second].add(first)
    found = groups.copy()
    for actor in (actor for actor in sorted(aligned) if sizes[groups[actor]] < LEAST):
        friends = [other for other in aligned[actor] if sizes[groups[other]] >= LEAST]
        homes = {int(groups[other]) for other in friends}
        if len(homes) == 1 and not homes & {int(groups[other]) for other in opposed[actor]}:
            together = np.mean([[one[actor] == one[other] for other in friends] for one in drawn])
            if together > HALF:
                found[actor] = homes.pop()
    return np.asarray(np.unique(found, return_inverse=True)[1], dtype=np.int64)


def _near(groups: Numbers, drawn: Sequence[Numbers]) -> Floats:
    """How much of a group's members, oneself left out, are together with each actor, on the average of the resamples."""
    actors, number = np.arange(len(groups)), int(groups.max()) + 1
    found = np.zeros((len(groups), number))
    for one in drawn:
        counts = np.zeros((number, int(one.max()) + 1))
        np.add.at(counts, (groups, one), 1)
        found += counts[:, one].T
    found /= len(drawn)
    size = np.broadcast_to(np.bincount(groups, minlength=number).astype(np.float64), found.shape).copy()
    # With oneself one is always together.
    found[actors, groups] -= 1
    size[actors, groups] -= 1
    return np.divide(found, size, out=np.zeros_like(found), where=size > 0)


def _described(
    network: nx.MultiDiGraph, tied: tuple[Tie, ...], evidence: _Evidence, groups: Numbers, near: Floats
) -> Camps:
    actors = evidence.ties.actors
    number = {actor: index for index, actor in enumerate(actors)}
    inside: dict[int, list[Act]] = defaultdict(list)
    joined: Counter[str] = Counter()
    for act in evidence.acts:
        if (group := groups[number[act.first]]) == groups[number[act.second]]:
            inside[int(group)].append(act)
            if act.side > 0:
                joined.update((act.first, act.second))
    found: list[tuple[int, Camp]] = []
    for group in range(near.shape[1]):
        members = [actors[i] for i in np.flatnonzero(groups == group)]
        if len(members) < LEAST:
            continue
        share = {actor: round(float(near[number[actor], group]), 4) for actor in members}
        members.sort(key=lambda actor: (-joined[actor], -share[actor], actor))
        here = inside[group]
        camp = Camp(
            members[0], tuple(members), tuple(share[actor] for actor in members), tuple(joined[actor] for actor in members),
            sum(act.side > 0 for act in here), sum(act.side < 0 for act in here),
            len({report for act in here for report in act.reports}), name(network, members),
        )  # fmt: skip
        found.append((group, camp))
    found.sort(key=lambda one: (-len(one[1].members), one[1].label))
    taken = {actor for _, camp in found for actor in camp.members}
    columns = [group for group, _ in found]
    between = [
        Between(actor, tuple(round(float(near[number[actor], group]), 4) for group in columns))
        for actor in actors
        if actor not in taken
    ]
    between.sort(key=lambda one: (-max(one.shares, default=0.0), one.actor))
    return Camps(tuple(camp for _, camp in found), tuple(between), tied, len(evidence.acts), evidence.articles)


def name(network: nx.MultiDiGraph, members: Sequence[str], lang: str = "") -> str:
    """What a camp is called, in a language or in the network's own: the alliance to which most belong, else its strongest members."""
    of = Counter(one.alliance for one in network.graph.get(MEMBERS, ()) if one.actor in members)
    largest = min(of, key=lambda alliance: (-of[alliance], alliance), default="")
    if largest in network and 2 * of[largest] > len({*members} - {largest}):
        return _label(network, largest, lang)
    return listed(network, members[:NAMED], lang)


def listed(network: nx.MultiDiGraph, members: Sequence[str], lang: str = "") -> str:
    """The labels of some actors with commas between, in a language or in the network's own."""
    return ", ".join(_label(network, actor, lang) for actor in members)


def _label(network: nx.MultiDiGraph, actor: str, lang: str) -> str:
    node = network.nodes[actor]
    return in_language(node["labels"], lang, actor) if lang else str(node.get("label", actor))
