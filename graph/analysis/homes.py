"""For whom an actor acts on a day: a person for the state or body whose office the person held then, an organ for its body."""

from collections import Counter, defaultdict
from typing import Any

import networkx as nx

from ontology.vocabulary import relations
from ontology.whoswho import load

LAST_DAY = "-99-99"
# Whoever articles place now here, now there belongs to neither.
MOST = 0.5
# The kind of parties in the who's-who.
PARTY = "party"


def when(edge: dict[str, Any]) -> str:
    """The ISO day, month or year of a statement, else its article's, or empty."""
    return str(edge["date"] or edge["article_date"] or "")


class Homes:
    """For whom each person and organ acts on a day.

    The who's-who comes first, since it knows terms of office: among several held that day a state counts before a body (an
    organisation, party or armed group), then the office that began last. Whom it does not place that day acts for the state or
    body to which most of the articles' statements of office, leadership and membership put him; unless the who's-who knows
    his office there, and it is over or has not begun. Of a state and a party, the state counts. What the Commission does, and
    whoever is a commissioner, counts for the European Union, where articles speak of it too.
    """

    def __init__(self, network: nx.MultiDiGraph) -> None:
        """Read the offices of the network's nodes and the statements of affiliation in it."""
        self.network = network
        self.known = set(network) | set(network.graph.get("homes", ()))
        said: dict[str, Counter[str]] = defaultdict(Counter)
        known = relations()
        for person, home, edge in network.edges(data=True):
            if known[edge["relation"]].affiliation and edge["polarity"] == "affirmed":
                said[person][home] += 1
        self.said = {person: home for person, found in said.items() if (home := self._most(person, found))}

    def of(self, actor: str, day: str) -> str:
        """The home of an actor on an ISO day, month or year; the actor itself where there is none."""
        home = self._of_person(actor, day)
        body = load().organs.get(home, home)
        return body if body in self.known else home

    def _of_person(self, actor: str, day: str) -> str:
        node = self.network.nodes[actor]
        if node["kind"] != "Person":
            return actor
        held = [office for office in node["offices"] if office["of"] in self.known and day and _held(office, day)]
        if held:
            best = max(held, key=lambda office: (self._kind(office["of"]) == "State", office["start"], office["of"]))
            return str(best["of"])
        return self.said.get(actor, actor)

    def _most(self, person: str, found: Counter[str]) -> str:
        """The home that most of the articles' statements give a person, empty where none has more than half of them."""
        dated = {office["of"] for office in self.network.nodes[person]["offices"]}
        open_to = {home: count for home, count in found.items() if home not in dated and self._kind(home) != "Person"}
        # *Außenminister X (SPD)* acts for the state.
        kinds = load().organisations
        open_to = {home: count for home, count in open_to.items() if kinds.get(home) != PARTY} or open_to
        best = min(open_to, key=lambda home: (-open_to[home], home), default="")
        return best if best and open_to[best] > MOST * sum(open_to.values()) else ""

    def _kind(self, actor: str) -> str:
        nodes = self.network.nodes
        return str((nodes[actor] if actor in nodes else self.network.graph["homes"][actor])["kind"])


def _held(office: dict[str, str], day: str) -> bool:
    return (not office["start"] or office["start"] <= day + LAST_DAY) and (
        not office["end"] or day <= office["end"] + LAST_DAY
    )
