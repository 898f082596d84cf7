"""The quads that selected statements need, for exports of a part."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from graph.rdf.names import ACTORS_GRAPH, FACTS_GRAPH, article_iri, term
from graph.statements.selection import Selection
from graph.statements.stored import stored
from graph.storage.store import ArticleStore


def selected_quads(store: ArticleStore, selection: Selection) -> Iterator[Quad]:
    """The quads of the selected statements, their articles, actors and places, and the plain facts they support, in any order."""
    found = stored(store, selection)
    facts = {(one.subject, term(f"dg:{one.relation}").value, one.object) for one in found}
    ends = {iri for one in found for iri in (one.subject, one.object, one.source)}
    kept = {iri for one in found for iri in (one.iri, article_iri(one.article).value, one.place)} | ends
    described = list(store.backend.quads(ACTORS_GRAPH))
    member, leads_on = term("org:member"), (term("org:organization"), term("dg:inState"))
    kept |= {_iri(quad.subject) for quad in described if quad.predicate == member and _iri(quad.object) in ends}
    kept |= {_iri(quad.object) for quad in described if quad.predicate in leads_on and _iri(quad.subject) in kept}
    for quad in store.backend.quads():
        if quad.graph_name == FACTS_GRAPH:
            if (_iri(quad.subject), _iri(quad.predicate), _iri(quad.object)) in facts:
                yield quad
        elif _iri(quad.subject) in kept and (quad.predicate != term("dg:mentions") or _iri(quad.object) in ends):
            yield quad


def _iri(node: object) -> str:
    return node.value if isinstance(node, NamedNode) else ""
