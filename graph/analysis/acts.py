"""Acts: what one actor did to another, each once, as it bears on who stands with whom. All counts of ties and camps are of acts.

An act is an event (`graph.analysis.events`) that is affirmed, and actual or planned. The ontology says on which side its relation
puts the two (`Relation.side`): alignment, conflict, or neither; what is mere contact counts as that. Two whom one sentence lets
do the same to the same third stand on one side there: a joint act. So do two members of one alliance, once
(`graph.analysis.alliances`).

What one article tells of a pair in five sentences is one quarrel or one friendship: it gives at most one act of either side.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import networkx as nx

from graph.analysis.alliances import MEMBERS, Member
from graph.analysis.events import events
from graph.analysis.homes import when
from ontology.vocabulary import relations

REAL = frozenset(("actual", "planned"))
# A sentence that lists the signatories of a treaty or the members of a club says little of each pair: one that gives more pairs than
# this gives none.
LISTED = 6
JOINT = "joint"
# The relation of a membership act.
ALLIED = "memberOf"
# Where an act is told: report or article, sentence, and what tells it from others there.
Sentence = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """What joined two actors once: `first` and `second` are ids, sorted; `side` is 1 (alignment), -1 (conflict) or 0 (contact).

    `relation` is the event's, of a joint act what both did to the third or belong to; `actor` is who did it, empty where it was both
    (joint, or a symmetric relation). `reports` are the articles (copies of one text are one), `statements` the ids, the surest
    first, `day` an ISO day, month or year, or empty.
    """

    first: str
    second: str
    side: int
    relation: str
    actor: str
    day: str
    reports: tuple[str, ...]
    statements: tuple[str, ...]
    joint: bool = False


def acts(network: nx.MultiDiGraph) -> tuple[Act, ...]:
    """The acts of a network of statements (`graph.analysis.view`), in a fixed order; lists of more than `LISTED` pairs left out."""
    happened = events(network)
    reports = {key: _report(edge) for *_, key, edge in network.edges(keys=True, data=True)}
    found = [*_done(happened, reports), *_joint(network, happened)]
    size = Counter(sentence for sentence, act in found if act.side)
    kept = _by_article([act for sentence, act in found if not act.side or size[sentence] <= LISTED])
    return tuple(sorted([*kept, *_allied(network)], key=lambda act: (act.first, act.second, act.day, act.statements)))


def _by_article(found: list[Act]) -> Iterator[Act]:
    """The acts, of which each of alignment or conflict has an article that tells no other of its side between the two.

    Those that most articles tell choose last: they have others.
    """
    taken: set[tuple[str, str, int, str]] = set()
    for act in sorted(found, key=lambda act: (len(act.reports), act.joint, act.day, act.statements)):
        free = [one for one in act.reports if (act.first, act.second, act.side, one) not in taken]
        if free or not act.side:
            taken |= {(act.first, act.second, act.side, one) for one in free[:1] if act.side}
            yield act


def _allied(network: nx.MultiDiGraph) -> Iterator[Act]:
    """The acts of being in one alliance, two members and a member with the alliance itself; both must be in the network."""
    alliances: dict[str, list[Member]] = defaultdict(list)
    for member in network.graph.get(MEMBERS, ()):
        if member.actor in network:
            alliances[member.alliance].append(member)
    once: set[tuple[str, str]] = set()
    for alliance, joined in sorted(alliances.items()):
        for one, other in combinations(sorted(joined, key=lambda member: member.actor), 2):
            if (one.actor, other.actor) not in once:
                told = tuple(sorted({one.report, other.report}))
                yield Act(one.actor, other.actor, 1, ALLIED, "", "", told, (one.statement, other.statement), joint=True)
            once.add((one.actor, other.actor))
        for one in joined if alliance in network else ():
            first, second = sorted((one.actor, alliance))
            yield Act(first, second, 1, ALLIED, "", "", (one.report,), (one.statement,), joint=True)


def _report(edge: dict[str, Any]) -> str:
    return str(edge.get("report") or edge["article"])


def _done(happened: nx.MultiDiGraph, reports: dict[str, str]) -> Iterator[tuple[Sentence, Act]]:
    """The acts that are events of their own, with the sentence and relation that they come from."""
    known = relations()
    for subject, target, key, edge in happened.edges(keys=True, data=True):
        relation = known[edge["relation"]]
        if subject == target or not _counts(edge) or not (relation.side or relation.contact):
            continue
        others = tuple(one for one in edge["statements"] if one != key)
        first, second = sorted((subject, target))
        act = Act(
            first, second, relation.side, relation.name, "" if relation.symmetric else subject, when(edge),
            tuple(sorted({reports[one] for one in edge["statements"]})), (key, *others),
        )  # fmt: skip
        yield (edge["article"], edge["evidence"], relation.name, ""), act


def _counts(edge: dict[str, Any]) -> bool:
    return edge["polarity"] == "affirmed" and edge["status"] in REAL


def _joint(network: nx.MultiDiGraph, happened: nx.MultiDiGraph) -> Iterator[tuple[Sentence, Act]]:
    """The joint acts: who sends arms together, or together condemns a third, who is not one of them.

    Not of two whom the sentence itself joins: *A und B kritisieren C, und B kritisiert A*. What several sentences say of the same two
    events is one act.
    """
    known = relations()
    event = {one: key for *_, key, edge in happened.edges(keys=True, data=True) for one in edge["statements"]}
    together: dict[Sentence, dict[str, tuple[str, str]]] = defaultdict(dict)
    joined: set[Sentence] = set()
    for subject, target, key, edge in network.edges(keys=True, data=True):
        if edge["polarity"] != "affirmed" or subject == target:
            continue
        sentence, relation = (_report(edge), edge["evidence"]), known[edge["relation"]]
        joined |= {(*sentence, subject, target), (*sentence, target, subject)}
        if edge["status"] in REAL and not (relation.symmetric or relation.contact or relation.standing):
            doers = together[*sentence, relation.name, target]
            doers[subject] = min(doers.get(subject, (when(edge), key)), (when(edge), key))
    once: set[Sentence] = set()
    for (report, evidence, relation_name, third), doers in sorted(together.items()):
        for (first, (day, key)), (second, (_, other)) in combinations(sorted(doers.items()), 2):
            if third in (first, second) or (report, evidence, first, second) in joined:
                continue
            same = {(first, second, event[key], event[other]), (first, second, report, evidence)}
            if once.isdisjoint(same):
                act = Act(first, second, 1, relation_name, "", day, (report,), (key, other), joint=True)
                yield (report, evidence, relation_name, JOINT), act
            once |= same
