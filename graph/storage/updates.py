"""The SPARQL updates that write and remove articles. Terms are written by the RDF library, so nothing in them can end a block."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from graph.rdf.descriptions import LABEL, SINGLE
from graph.rdf.names import ACTORS_GRAPH, FACTS_GRAPH, term
from graph.rdf.nquads import languages


def insertion(quads: Iterable[Quad]) -> str:
    """One INSERT DATA of quads in named graphs."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        blocks[str(quad.graph_name)].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    return "INSERT DATA {\n" + "\n".join(_block(graph, lines) for graph, lines in blocks.items()) + "\n}"


def _block(graph: str, lines: list[str]) -> str:
    return f"GRAPH {graph} {{\n" + "\n".join(lines) + "\n}"


def undescription(descriptions: Mapping[str, str]) -> str:
    """The updates that make room for new descriptions of actors and places, by their nodes as N-Triples writes them.

    Labels in languages in which the new description has none stay: another article, in another language, gave them.
    """
    single = " ".join(str(term(name)) for name in SINGLE)
    label = str(term(LABEL))
    told = [(node, lang) for node, text in descriptions.items() for lang in sorted(languages(text, node, label))]
    labels = " ".join(f"({node} {Literal(lang)})" for node, lang in told)
    return (
        f"DELETE {{ GRAPH {ACTORS_GRAPH} {{ ?node ?property ?value }} }} WHERE {{\n"
        f"  VALUES ?node {{ {' '.join(descriptions)} }} VALUES ?property {{ {single} }}\n"
        f"  GRAPH {ACTORS_GRAPH} {{ ?node ?property ?value }} }} ;\n"
        f"DELETE {{ GRAPH {ACTORS_GRAPH} {{ ?node {label} ?value }} }} WHERE {{\n"
        f"  VALUES (?node ?lang) {{ {labels} }}\n"
        f"  GRAPH {ACTORS_GRAPH} {{ ?node {label} ?value }} FILTER(LANG(?value) = ?lang) }}"
    )


def removal(article: NamedNode) -> str:
    """The update that takes an article's graph away, and the plain facts that only its statements support."""

    def support(node: str) -> str:
        return (
            f"{node} {term('rdf:subject')} ?s ; {term('rdf:predicate')} ?p ; {term('rdf:object')} ?o ; "
            f"{term('dg:polarity')} {term('dg:affirmed')} ; {term('dg:status')} {term('dg:actual')} ."
        )

    return (
        f"DELETE {{ GRAPH {FACTS_GRAPH} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {article} {{ {support('?st')} }}\n"
        f"  FILTER NOT EXISTS {{ GRAPH ?g {{ {support('?other')} }} FILTER(?g != {article}) }} }} ;\n"
        f"DROP SILENT GRAPH {article}"
    )


def sweeping() -> str:
    """The updates that take away offices, places and actors to which nothing leads any more, in this order."""
    graph = ACTORS_GRAPH
    everything = f"DELETE {{ GRAPH {graph} {{ ?x ?p ?o }} }} WHERE {{ GRAPH {graph} {{ ?x a {{kind}} ; ?p ?o }}"
    offices = (
        everything.replace("{kind}", str(term("org:Membership")))
        + f" GRAPH {graph} {{ ?x {term('org:member')} ?actor }}"
        + f" FILTER NOT EXISTS {{ GRAPH ?g {{ ?a {term('dg:mentions')} ?actor }} }} }}"
    )
    places = (
        everything.replace("{kind}", str(term("dg:Place")))
        + f" FILTER NOT EXISTS {{ GRAPH ?g {{ ?st {term('dg:place')} ?x }} }} }}"
    )
    kinds = " ".join(str(term(f"dg:{kind}")) for kind in ("Person", "State", "Organisation", "Group"))
    actors = (
        f"DELETE {{ GRAPH {graph} {{ ?x ?p ?o }} }} WHERE {{ VALUES ?kind {{ {kinds} }} GRAPH {graph} {{ ?x a ?kind ; ?p ?o }}"
        f" FILTER NOT EXISTS {{ GRAPH ?g {{ ?a {term('dg:mentions')} ?x }} }}"
        f" FILTER NOT EXISTS {{ GRAPH {graph} {{ ?m {term('org:organization')} ?x }} }}"
        f" FILTER NOT EXISTS {{ GRAPH {graph} {{ ?m {term('dg:inState')} ?x }} }} }}"
    )
    return " ;\n".join((offices, places, actors))
