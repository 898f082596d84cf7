"""What a store holds that judgements are about: judgements themselves, and the quads of articles and actors as they stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from pyoxigraph import Quad, QuerySolutions

from graph.rdf.names import ACTORS_GRAPH, REVIEWS_GRAPH
from graph.rdf.nquads import Spo, Term, node, value
from graph.rdf.terms import named
from graph.reviews.delta import Line, undone
from graph.reviews.judgement import Judgement
from graph.reviews.triples import from_quads
from graph.storage.ask import PROLOGUE
from graph.storage.store import ArticleStore

AT_ONCE = 200
WALKED = 100
MEMBER = named("org:member")


def _lines(store: ArticleStore, pattern: str) -> Iterator[Line]:
    """The quads that a pattern binds to `?g ?s ?p ?o`."""
    rows = store.backend.query(f"{PROLOGUE}SELECT ?g ?s ?p ?o {{ {pattern} }}")
    assert isinstance(rows, QuerySolutions)
    for row in rows:
        graph, subject, predicate, target = row
        yield str(subject), str(predicate), str(target), str(graph)


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


def changed_articles(store: ArticleStore, articles: Iterable[str]) -> set[str]:
    """Those of some articles (IRIs) in which judgements changed anything so far."""
    found: set[str] = set()
    for part in _parts(map(node, sorted(set(articles)))):
        found |= {
            row[0] for row in store.query(f"SELECT DISTINCT ?a {{ VALUES ?a {{ {part} }} ?a dg:putIn ?any }}").rows
        }
    return found


def statement_lines(store: ArticleStore, statements: Iterable[str]) -> set[Line]:
    """The quads of statements (IRIs)."""
    found: set[Line] = set()
    for part in _parts(map(node, sorted(set(statements)))):
        found |= set(_lines(store, f"VALUES ?s {{ {part} }} GRAPH ?g {{ ?s ?p ?o ; a dg:Statement }}"))
    return found


def judged_lines(
    store: ArticleStore, given: Mapping[str, Sequence[Judgement]], whole: Iterable[str]
) -> dict[Term, set[Line]]:
    """The quads that judgements on articles (by IRI) need, by the articles' terms.

    Of an article in which nothing was changed yet, and whose judged statements are there under the nodes that they had, only these
    are read, with what else is said in their sentences; any other article is read whole.
    """
    full = {*whole, *changed_articles(store, given)}
    partly = {article: told for article, told in given.items() if article not in full}
    found: dict[Term, set[Line]] = {}
    targets = {one.target: article for article, told in partly.items() for one in told}
    for part in _parts(map(node, sorted(targets))):
        beside = "?judged nif:beginIndex ?begin . ?s nif:beginIndex ?begin ; ?p ?o"
        for line in _lines(store, f"VALUES ?judged {{ {part} }} GRAPH ?g {{ {beside} }}"):
            found.setdefault(line[3], set()).add(line)
    missed = {
        article
        for target, article in targets.items()
        if node(target) not in {line[0] for line in found.get(node(article), ())}
    }
    for part in _parts(map(node, sorted({*partly} - missed))):
        for line in _lines(store, f"VALUES ?g {{ {part} }} GRAPH ?g {{ ?g ?p ?o }} BIND(?g AS ?s)"):
            found.setdefault(line[3], set()).add(line)
    return {article: lines for article, lines in found.items() if value(article) not in missed} | article_lines(
        store, full | missed
    )


def supporters(store: ArticleStore, facts: Iterable[Spo]) -> dict[Spo, set[Term]]:
    """The affirmed, actual statements that support plain facts, by the facts.

    A fact is looked for among all statements of its subject, of which the largest have a tenth of a store: beyond some facts it is
    quicker to walk through all statements once.
    """
    asked = set(facts)
    pattern = "GRAPH ?g { ?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; dg:polarity dg:affirmed ; dg:status dg:actual }"
    which = [""] if len(asked) > WALKED else [f"VALUES (?s ?p ?o) {{ {part} }} " for part in _parts(_rows(asked))]
    found: dict[Spo, set[Term]] = defaultdict(set)
    for values in which:
        rows = store.backend.query(f"{PROLOGUE}SELECT ?s ?p ?o ?st {{ {values}{pattern} }}")
        assert isinstance(rows, QuerySolutions)
        for row in rows:
            subject, predicate, target, statement = map(str, row)
            if (subject, predicate, target) in asked:
                found[subject, predicate, target].add(statement)
    return dict(found)


def _rows(facts: Iterable[Spo]) -> Iterator[Term]:
    yield from (f"({' '.join(fact)})" for fact in sorted(facts))


def in_force(store: ArticleStore, judgements_: Iterable[str] | None = None) -> set[str]:
    """The IRIs of the judgements that are in force in an article: of all, or of some."""
    if judgements_ is None:
        return {row[0] for row in store.query("SELECT DISTINCT ?j { ?a dg:inForce ?j }").rows}
    found: set[str] = set()
    for part in _parts(map(node, sorted(set(judgements_)))):
        found |= {
            row[0] for row in store.query(f"SELECT DISTINCT ?j {{ VALUES ?j {{ {part} }} ?a dg:inForce ?j }}").rows
        }
    return found


def description_lines(store: ArticleStore, actors: Iterable[Term]) -> set[Line]:
    """The quads that describe actors and their offices, as they stand."""
    found: set[Line] = set()
    graph = ACTORS_GRAPH
    for part in _parts(sorted(set(actors))):
        for pattern in (
            f"VALUES ?s {{ {part} }}",
            f"VALUES ?actor {{ {part} }} GRAPH {graph} {{ ?s {MEMBER} ?actor }}",
        ):
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
