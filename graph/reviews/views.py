"""A store's graph as it was extracted, and the part of it that reviewers confirmed: as N-Quads for a graph in memory."""

from collections import defaultdict

from graph.rdf.names import ACTORS_GRAPH, FACTS_GRAPH, REVIEWS_GRAPH
from graph.rdf.nquads import Term
from graph.rdf.nquads import written as nquads
from graph.rdf.terms import named
from graph.reviews.applied import facts
from graph.reviews.delta import Line, line, undone, written
from graph.statements.quads import selected_quads
from graph.statements.selection import Selection
from graph.storage.store import ArticleStore


def unreviewed(store: ArticleStore) -> str:
    """All of a store without its judgements and without what they changed; what only judgements brought in is gone."""
    graphs: dict[Term, set[Line]] = defaultdict(set)
    for quad in store.backend.quads():
        graphs[str(quad.graph_name)].add(line(quad))
    actors = graphs.pop(str(ACTORS_GRAPH), set())
    for name in (FACTS_GRAPH, REVIEWS_GRAPH):
        graphs.pop(str(name), None)
    articles = {name: undone(lines) for name, lines in graphs.items()}
    mentioned = {
        one[2] for lines in articles.values() for one in lines if one[1] in (named("dg:mentions"), named("dg:place"))
    }
    described = _reached(undone(actors), mentioned)
    plain = {(*fact, str(FACTS_GRAPH)) for lines in articles.values() for fact in facts(one[:3] for one in lines)}
    return "".join(map(written, (described, plain, *articles.values())))


def _reached(actors: set[Line], mentioned: set[Term]) -> set[Line]:
    """The descriptions of those whom articles mention, with their offices, what these are of, and the states of places."""
    leads_on = (named("org:organization"), named("dg:inState"))
    offices = {one[0] for one in actors if one[1] == named("org:member") and one[2] in mentioned}
    kept = mentioned | offices
    kept |= {one[2] for one in actors if one[1] in leads_on and one[0] in kept}
    return {one for one in actors if one[0] in kept}


def reviewed_only(store: ArticleStore) -> str:
    """What the statements need that a reviewer confirmed, amended or added."""
    return nquads(selected_quads(store, Selection(reviewed=True)))
