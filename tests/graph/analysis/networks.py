"""Small networks of statements and of signed ties, made by hand."""

from typing import Any

import networkx as nx

from ontology.vocabulary import relations


def statements(*rows: tuple[str, str, str] | tuple[str, str, str, dict[str, Any]]) -> nx.MultiDiGraph:
    """A network as `graph.statements.network.statement_graph` makes it, of rows (subject, relation, object, other fields).

    Each is told by an article of its own.
    """
    network = nx.MultiDiGraph()
    for number, (subject, relation, target, *more) in enumerate(rows):
        for actor in (subject, target):
            if actor not in network:
                add_actor(network, actor)
        known = relations()[relation]
        fields: dict[str, object] = {
            "relation": relation, "sign": known.sign, "goldstein": known.goldstein, "polarity": "affirmed", "status": "actual",
            "date": "2025-09-03", "place": "", "source": "", "confidence": 1.0, "evidence": f"{subject} {relation} {target}.",
            "article": f"a{number}", "title": "", "url": "", "article_date": "2025-09-04",
        }  # fmt: skip
        network.add_edge(subject, target, key=f"s{number}", **fields | (more[0] if more else {}))
    return network


def on_days(*rows: tuple[str, str, str, int], month: str = "2025-09") -> nx.MultiDiGraph:
    """A network of rows (subject, relation, object, times): as many acts, each on a day and in an article of its own."""
    return statements(
        *(
            (subject, relation, target, {"date": f"{month}-{day:02}"})
            for subject, relation, target, times in rows
            for day in range(1, times + 1)
        )
    )


def add_actor(
    network: nx.MultiDiGraph, actor: str, kind: str = "State", offices: tuple[dict[str, str], ...] = ()
) -> None:
    network.add_node(actor, label=actor, labels={"de": actor}, kind=kind, qid="", names=(), offices=offices)


def ties(*rows: tuple[str, str, float]) -> nx.Graph:
    """A signed graph of rows (actor, actor, weight)."""
    made = nx.Graph()
    for first, second, weight in rows:
        made.add_edge(first, second, weight=weight, statements=(f"{first}{second}",))
    return made


# Alliances (rova) and enmities (hina) of sixteen tribes of the Eastern Central Highlands of New Guinea (Read 1954).
TRIBES = "Gavev Kotun Ove Alika Nagam Gahuk Masil Ukudz Notoh Kohik Geham Asaro Uheto Seuve Nagad Gama".split()
ROVA = """Gavev Kotun, Gavev Nagad, Gavev Gama, Kotun Nagad, Kotun Gama, Ove Alika, Ove Gahuk, Ove Masil, Ove Ukudz, Alika Ukudz,
Nagam Masil, Nagam Notoh, Nagam Seuve, Gahuk Masil, Gahuk Ukudz, Gahuk Geham, Gahuk Asaro, Masil Ukudz, Masil Geham, Masil Asaro,
Masil Uheto, Ukudz Geham, Ukudz Asaro, Notoh Kohik, Notoh Uheto, Kohik Uheto, Geham Asaro, Uheto Seuve, Nagad Gama"""
HINA = """Gavev Ove, Gavev Alika, Gavev Nagam, Gavev Gahuk, Gavev Asaro, Kotun Ove, Kotun Nagam, Kotun Gahuk, Kotun Notoh, Kotun Kohik,
Nagam Nagad, Nagam Gama, Gahuk Notoh, Gahuk Uheto, Gahuk Gama, Ukudz Seuve, Notoh Geham, Notoh Nagad, Kohik Geham, Kohik Nagad,
Geham Uheto, Geham Nagad, Geham Gama, Asaro Seuve, Asaro Nagad, Asaro Gama, Uheto Nagad, Uheto Gama, Seuve Gama"""


def highland_tribes() -> nx.Graph:
    """The signed network of the tribes, 29 ties of each sign."""
    return ties(*((*pair.split(), sign) for text, sign in ((ROVA, 1.0), (HINA, -1.0)) for pair in text.split(",")))
