"""The SPARQL updates that bring judgements into a store, and take back what they put there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.rdf.names import REVIEWS_GRAPH
from graph.rdf.nquads import Term, language, text, value
from graph.reviews.delta import Line


def change(before: Iterable[Line], after: Iterable[Line]) -> list[str]:
    """The updates that lead from some quads to others."""
    old, new = set(before), set(after)
    gone = old - new
    # Virtuoso 7 keeps a text with a language that DELETE DATA names: those are looked for.
    texts = {line for line in gone if language(line[2])}
    made = [("DELETE", gone - texts), ("INSERT", new - old)]
    updates = [f"{word} DATA {{\n{_blocks(lines)}\n}}" for word, lines in made if lines]
    return [*_without_texts(texts), *updates]


def _without_texts(lines: Iterable[Line]) -> Iterator[str]:
    rows = [
        f"({graph} {subject} {predicate} {text(value(target))} {text(language(target)[1:])})"
        for subject, predicate, target, graph in sorted(lines)
    ]
    if rows:
        # One for all: a store takes as long for an update with a pattern as for hundreds of quads.
        yield (
            f"DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} WHERE {{ VALUES (?g ?s ?p ?text ?lang) {{ {' '.join(rows)} }}\n"
            f"  GRAPH ?g {{ ?s ?p ?o }} FILTER(STR(?o) = ?text && LANG(?o) = ?lang) }}"
        )


def _blocks(lines: Iterable[Line]) -> str:
    by_graph: dict[Term, list[str]] = defaultdict(list)
    for subject, predicate, target, graph in sorted(lines):
        by_graph[graph].append(f"{subject} {predicate} {target} .")
    return "\n".join(f"GRAPH {graph} {{\n" + "\n".join(told) + "\n}" for graph, told in by_graph.items())


def forgetting(judgements: Iterable[Term]) -> list[str]:
    """The updates that take judgements (nodes) away, whatever they say."""
    nodes, graph = " ".join(judgements), REVIEWS_GRAPH
    gone = f"DELETE {{ GRAPH {graph} {{ ?j ?p ?o }} }} WHERE {{ VALUES ?j {{ {nodes} }} GRAPH {graph} {{ ?j ?p ?o }} }}"
    return [gone] if nodes else []
