"""How judgements, and what is to be judged, are shown on the terminal."""

from collections.abc import Callable, Iterable, Mapping

import networkx as nx
from rich.table import Table

from graph.cli.terminal import output, plain
from graph.knowledge import KnowledgeGraph
from graph.reviews.judgement import Judgement
from graph.reviews.queue import doubles, queued, settled
from graph.reviews.wording import about, names, rather

# Words of a sentence that a table has room for.
SHOWN = 90


def show(graph: KnowledgeGraph, given: Iterable[Judgement], reasons: Mapping[str, str], lang: str) -> None:
    """Print judgements as a table, with the reasons (by judgement) why some are not in force."""
    found = list(given)
    called = names(graph, found, lang)
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in ("verdict", "on", "by", "at", "why", *(("not in force",) if reasons else ())):
        table.add_column(column, overflow="fold")
    for one in found:
        cells = [str(one.verdict), _about(one, called, lang), one.by, one.at[:16].replace("T", " "), one.why]
        table.add_row(*(plain(cell) for cell in (*cells, *((reasons.get(one.iri, ""),) if reasons else ()))))
    console = output()
    if found:
        console.print(table)
    console.print(plain(f"{len(found)} judgement{'' if len(found) == 1 else 's'}"))


def _about(one: Judgement, called: Mapping[str, str], lang: str) -> str:
    said, instead = about(one, called, lang), rather(one, called, lang)
    if one.was is None:
        return f"{said}: {instead}" if instead else said
    return f"{one.was.article}: {said}" + (f" ({instead})" if instead else "")


def show_queue(network: nx.MultiDiGraph, order: str, limit: int, label: Callable[[str], str]) -> None:
    """Print the statements that come next, and how far it is."""
    keys = queued(network, order)
    edges = {key: (subject, target, edge) for subject, target, key, edge in network.edges(keys=True, data=True)}
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in ("statement", "sure", "says", "sentence"):
        table.add_column(column, overflow="fold")
    for key in keys[:limit]:
        subject, target, edge = edges[key]
        says = f"{network.nodes[subject]['label']} {label(edge['relation'])} {network.nodes[target]['label']}"
        sentence = edge["evidence"] if len(edge["evidence"]) <= SHOWN else f"{edge['evidence'][: SHOWN - 1]}…"
        table.add_row(plain(key), f"{edge['confidence']:.2f}", plain(says), plain(sentence))
    console = output()
    console.print(table)
    console.print(plain(f"{len(edges) - len(keys)} of {len(edges)} statements are judged"))


def show_doubles(network: nx.MultiDiGraph, given: Iterable[Judgement], limit: int) -> None:
    """Print pairs of actors that may be one, and that nobody has called the same or not the same."""
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in ("actor", "id", "perhaps the same as", "id", "alike"):
        table.add_column(column, overflow="fold")
    found = doubles(network, settled(given))
    for double in found[:limit]:
        ends = (network.nodes[double.one]["label"], double.one, network.nodes[double.other]["label"], double.other)
        table.add_row(*(plain(end) for end in ends), f"{double.likeness:.2f}")
    console = output()
    console.print(table)
    console.print(plain(f"{len(found)} pair{'' if len(found) == 1 else 's'}"))
