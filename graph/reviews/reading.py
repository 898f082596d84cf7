"""What a store holds that judgements are about: judgements themselves, and the quads of articles and actors as they stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pyoxigraph import Quad, QuerySolutions

from graph.rdf.names import ACTORS_GRAPH, REVIEWS_GRAPH
from graph.rdf.nquads import Term, node
from graph.rdf.terms import named
from graph.reviews.delta import Line, undone
from graph.reviews.judgement import Judgement
from graph.reviews.triples import from_quads
from graph.storage.ask import PROLOGUE
from graph.storage.store import ArticleStore

AT_ONCE = 200
MEMBER = named("org:member")


def _lines(store: ArticleStore, pattern: str) -> Iterator[Line]:
    """The quads that a pattern binds to `?g ?s ?p ?o`."""
    rows = store.backend.query(f"{PROLOGUE}SELECT DISTINCT ?g ?s ?p ?o {{ {pattern} }}")
    assert isinstance(rows, QuerySolutions)
    for row in rows:
        yield str(row["s"]), str(row["p"]), str(row["o"]), str(row["g"])


def any_judgements(store: ArticleStore) -> bool:
    """Whether a store holds judgements at all: most do not, and then nothing of this costs anything."""
    return bool(store.query(f"ASK {{ GRAPH {REVIEWS_GRAPH} {{ ?j a dg:Judgement }} }}").boolean)


def judgements(store: ArticleStore, articles: Sequence[str] | None = None) -> list[Judgement]:
    """The judgements of a store in the order of their moments: all, or those on actors and on statements of some articles (IRIs)."""
    if articles is None:
        return from_quads(store.backend.quads(REVIEWS_GRAPH))
    found = _read(store, "FILTER NOT EXISTS { ?s dg:inArticle ?any }")
    for part in _parts(map(node, articles)):
        found += _read(store, f"VALUES ?article {{ {part} }} ?s dg:inArticle ?article .")
    return sorted(from_quads(found), key=lambda one: (one.at, one.by, one.iri))


def named_judgements(store: ArticleStore, property_: str, nodes: Iterable[str]) -> list[Judgement]:
    """The judgements of which a property has one of some values (IRIs)."""
    found: list[Quad] = []
    for part in _parts(map(node, sorted(set(nodes)))):
        found += _read(store, f"VALUES ?value {{ {part} }} ?s {property_} ?value .")
    return from_quads(found)


def _read(store: ArticleStore, which: str) -> list[Quad]:
    rows = store.backend.query(
        f"{PROLOGUE}SELECT DISTINCT ?s ?p ?o {{ GRAPH {REVIEWS_GRAPH} {{ {which} ?s a dg:Judgement ; ?p ?o }} }}"
    )
    assert isinstance(rows, QuerySolutions)
    return [Quad(row["s"], row["p"], row["o"], REVIEWS_GRAPH) for row in rows]


def _parts(terms: Iterable[Term]) -> Iterator[str]:
    """Terms for a `VALUES` block, so many at a time that no server finds the query too long."""
    left = iter(terms)
    while part := list(islice(left, AT_ONCE)):
        yield " ".join(part)


def article_lines(store: ArticleStore, articles: Iterable[str]) -> dict[Term, set[Line]]:
    """The quads of articles' graphs (IRIs) by their terms; articles that the store does not have are left out."""
    found: dict[Term, set[Line]] = defaultdict(set)
    for part in _parts(map(node, sorted(set(articles)))):
        for line in _lines(store, f"VALUES ?g {{ {part} }} GRAPH ?g {{ ?s ?p ?o }}"):
            found[line[3]].add(line)
    return dict(found)


def description_lines(store: ArticleStore, actors: Iterable[Term]) -> set[Line]:
    """The quads that describe actors and their offices, as they stand."""
    found: set[Line] = set()
    graph = ACTORS_GRAPH
    for part in _parts(sorted(set(actors))):
        for pattern in (f"VALUES ?s {{ {part} }}", f"VALUES ?actor {{ {part} }} GRAPH {graph} {{ ?s {MEMBER} ?actor }}"):
            found |= set(_lines(store, f"{pattern} VALUES ?g {{ {graph} }} GRAPH ?g {{ ?s ?p ?o }}"))
    return found


def raw_descriptions(now: Iterable[Line]) -> dict[Term, frozenset[Line]]:
    """Descriptions by actor as they were extracted, each with its offices."""
    found: dict[Term, set[Line]] = defaultdict(set)
    raw = undone(now)
    member = {line[0]: line[2] for line in raw if line[1] == MEMBER}
    for line in raw:
        found[member.get(line[0], line[0])].add(line)
    return {actor: frozenset(told) for actor, told in found.items()}


def mentioning(store: ArticleStore, actors: Iterable[Term]) -> set[str]:
    """The IRIs of the articles that mention one of some actors."""
    found: set[str] = set()
    for part in _parts(sorted(set(actors))):
        rows = store.query(f"SELECT DISTINCT ?a {{ VALUES ?actor {{ {part} }} ?a dg:mentions ?actor }}").rows
        found |= {row[0] for row in rows}
    return found
