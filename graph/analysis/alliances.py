"""Who is a member of which alliance, as the articles say: two members of one stand on one side there, once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx

from graph.analysis.homes import LAST_DAY, when
from ontology.vocabulary import relations
from ontology.whoswho import load

# Of the organisations in the who's-who: an alliance promises help, a union or a forum has quarrelling members too.
ALLIANCE = "alliance"
# Where a network keeps its members of alliances (`graph.analysis.view`).
MEMBERS = "members"
NEVER = "9999"


@dataclass(frozen=True, slots=True)
class Member:
    """A state in an alliance (ids), since an ISO day, month or year, or ever (empty); the article that said so first, and its statement."""

    actor: str
    alliance: str
    since: str
    report: str
    statement: str


def members(edges: Iterable[tuple[str, str, str, dict[str, Any]]], network: nx.MultiDiGraph) -> tuple[Member, ...]:
    """The members of alliances by statements of membership (subject, object, id, fields): where more articles affirm than deny it.

    What is planned or possible makes no member, but tells that whose membership is stated later was none before.
    """
    known, kinds = relations(), load().organisations
    said: dict[tuple[str, str], list[Member]] = defaultdict(list)
    against: dict[tuple[str, str], set[str]] = defaultdict(set)
    not_yet: dict[tuple[str, str], str] = {}
    for actor, body, key, edge in edges:
        relation = known[edge["relation"]]
        if not (relation.standing and relation.affiliation) or kinds.get(body) != ALLIANCE:
            continue
        if network.nodes[actor]["kind"] != "State":
            continue
        if edge["status"] != "actual":
            not_yet[body, actor] = min(when(edge), not_yet.get((body, actor), NEVER))
            continue
        report = str(edge.get("report") or edge["article"])
        if edge["polarity"] == "affirmed":
            said[body, actor].append(Member(actor, body, when(edge), report, key))
        else:
            against[body, actor].add(report)
    made = []
    for ends, found in sorted(said.items()):
        if len({one.report for one in found}) > len(against[ends]):
            first = min(found, key=lambda one: (one.since, one.statement))
            made.append(first if not_yet.get(ends, NEVER) < first.since else replace(first, since=""))
    return tuple(made)


def joined_by(found: tuple[Member, ...], day: str) -> tuple[Member, ...]:
    """Those who were members by an ISO day, month or year; all where it is empty."""
    return tuple(one for one in found if not day or one.since <= day + LAST_DAY)
