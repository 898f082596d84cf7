"""Networks with planted groups, the same for the same seed: signed ties, and statements over time with a defection."""

import random
from datetime import date, timedelta

import networkx as nx

from ontology.vocabulary import relations


def planted(actors: int, groups: int, edges: int, *, noise: float, seed: int = 1) -> tuple[nx.Graph, dict[str, int]]:
    """A signed graph and each actor's group: positive inside, negative between, but for a share `noise` of ties of the other sign.

    Half of the ties lie inside groups.
    """
    chance = random.Random(seed)
    members = [[f"actor{n}" for n in range(group, actors, groups)] for group in range(groups)]
    made = nx.Graph()
    made.add_nodes_from(f"actor{n}" for n in range(actors))
    count = 0
    while count < edges:
        inside = chance.random() < 0.5
        if inside:
            first, second = chance.sample(chance.choice(members), 2)
        else:
            one, other = chance.sample(members, 2)
            first, second = chance.choice(one), chance.choice(other)
        if made.has_edge(first, second):
            continue
        count += 1
        sign = 1 if inside != (chance.random() < noise) else -1
        weight = sign * round(chance.uniform(1, 8), 3)
        made.add_edge(first, second, weight=weight, statements=())
    return made, {actor: group for group, names in enumerate(members) for actor in names}


def defection(
    *, windows: int = 6, days: int = 30, at: int = 3, each: int = 60, seed: int = 1
) -> tuple[nx.MultiDiGraph, str, str]:
    """Statements of two blocs of six, of which one actor changes sides; the network, the actor, and the first day it is over there.

    In each window of `days` there are `each` statements: support inside blocs, accusation between them.
    """
    chance = random.Random(seed)
    blocs = [[f"west{n}" for n in range(6)], [f"east{n}" for n in range(6)]]
    defector, first = "west5", date(2025, 1, 1)
    network = nx.MultiDiGraph()
    for actor in (*blocs[0], *blocs[1]):
        network.add_node(actor, label=actor.title(), labels={"de": actor}, kind="State", qid="", names=(), offices=())
    for window in range(windows):
        if window == at:
            blocs[0].remove(defector)
            blocs[1].append(defector)
        for number in range(each):
            inside = chance.random() < 0.6
            if inside:
                subject, target = chance.sample(chance.choice(blocs), 2)
            else:
                one, other = chance.sample(blocs, 2)
                subject, target = chance.choice(one), chance.choice(other)
            relation = relations()["supports" if inside else "accuses"]
            day = (first + timedelta(days=window * days + (0 if number == 0 else chance.randrange(days)))).isoformat()
            network.add_edge(
                subject, target, key=f"s{window}-{number}", relation=relation.name, sign=relation.sign, goldstein=relation.goldstein,
                polarity="affirmed", status="actual", date=day, place="", source="", confidence=0.9,
                evidence=f"{subject} {relation.label('en')} {target}.", article=f"a{window}-{number}", title="", url="", article_date=day,
            )  # fmt: skip
    return network, defector, (first + timedelta(days=at * days)).isoformat()
