"""What a store holds that judgements are about: judgements themselves, and the quads of articles and actors as they stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from pyoxigraph import Quad, QuerySolutions

from graph.rdf.names import ACTORS_GRAPH, REVIEWS_GRAPH
from graph.rdf.nquads import Spo, Term, node, value
from graph.rdf.terms import named
from graph.reviews.delta import Line, undone
from graph.reviews.judgement import NODES, Judgement
from graph.reviews.triples import from_quads
from graph.storage.ask import PROLOGUE
from graph.storage.store import ArticleStore

AT_ONCE = 200
WALKED, WALKED_FOR = 100, 1000
MEMBER = named("org:member")
ENDS = tuple(named(name) for name in ("rdf:subject", "rdf:object", "prov:wasAttributedTo"))


def _lines(store: ArticleStore, pattern: str) -> Iterator[Line]:
    """The quads that a pattern binds to `?s ?p ?o ?g`."""
    return ((row[0], row[1], row[2], row[3]) for row in _rows_of(store, f"?s ?p ?o ?g {{ {pattern} }}"))


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


def _parts(terms: Iterable[Term], at_once: int = AT_ONCE) -> Iterator[str]:
    """Terms for a `VALUES` block, so many at a time that no server finds the query too long."""
    left = iter(terms)
    while part := list(islice(left, at_once)):
        yield " ".join(part)


def article_lines(store: ArticleStore, articles: Iterable[str]) -> dict[Term, set[Line]]:
    """The quads of articles' graphs (IRIs) by their terms; articles that the store does not have are left out."""
    found: dict[Term, set[Line]] = defaultdict(set)
    for part in _parts(map(node, sorted(set(articles)))):
        for line in _lines(store, f"VALUES ?g {{ {part} }} GRAPH ?g {{ ?s ?p ?o }}"):
            found[line[3]].add(line)
    return dict(found)


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
    rest = {article: told for article, told in partly.items() if article not in missed}
    for part in _parts(map(node, sorted(rest))):
        own = "GRAPH ?g { ?g ?p ?o FILTER(?p != dg:mentions) } BIND(?g AS ?s)"
        for line in _lines(store, f"VALUES ?g {{ {part} }} {own}"):
            found.setdefault(line[3], set()).add(line)
    for line in _mentions(store, rest, found):
        found[line[3]].add(line)
    return {article: lines for article, lines in found.items() if value(article) not in missed} | article_lines(
        store, full | missed
    )


def _mentions(
    store: ArticleStore, given: Mapping[str, Sequence[Judgement]], found: Mapping[Term, set[Line]]
) -> Iterator[Line]:
    """Of what articles mention those whom their judgements, or the statements found of them, name: most articles mention many more."""
    pairs: set[tuple[Term, Term]] = set()
    for iri, told in given.items():
        said = {getattr(one.was, name) for one in told for name in NODES} | {
            one.correction.get(name, "") for one in told for name in NODES
        }
        ends = {target for _, name, target, _ in found.get(node(iri), ()) if name in ENDS}
        pairs |= {(node(iri), end) for end in ends | {node(one) for one in said if one}}
    for part in _parts(f"({article} {end})" for article, end in sorted(pairs)):
        rows = _rows_of(store, f"?g ?o {{ VALUES (?g ?o) {{ {part} }} GRAPH ?g {{ ?g dg:mentions ?o }} }}")
        yield from ((article, named("dg:mentions"), end, article) for article, end in rows)


def supporters(store: ArticleStore, facts: Iterable[Spo]) -> dict[Spo, set[Term]]:
    """The affirmed, actual statements that support plain facts, by the facts.

    A fact is looked for among all statements of its subject, of which the largest have a tenth of a store: beyond some facts it is
    quicker to walk through all statements once, which a store does where these are selected by themselves.
    """
    asked = sorted(set(facts))
    saying = "GRAPH ?g { ?st rdf:subject ?s ; rdf:object ?o ; rdf:predicate ?p }"
    walks = len(asked) > WALKED
    pattern = f"{{ SELECT ?s ?p ?o ?st {{ {saying} }} }}" if walks else saying
    fact_of: dict[Term, Spo] = {}
    for part in _parts(map(_row, asked), WALKED_FOR if walks else AT_ONCE):
        for subject, predicate, target, statement in _rows_of(
            store, f"?s ?p ?o ?st {{ VALUES (?s ?p ?o) {{ {part} }} {pattern} }}"
        ):
            fact_of[statement] = (subject, predicate, target)
    found: dict[Spo, set[Term]] = defaultdict(set)
    # Only of these it is asked whether they are affirmed and actual.
    for part in _parts(sorted(fact_of)):
        holds = "GRAPH ?g { ?st dg:polarity dg:affirmed ; dg:status dg:actual }"
        for (statement,) in _rows_of(store, f"?st {{ VALUES ?st {{ {part} }} {holds} }}"):
            found[fact_of[statement]].add(statement)
    return dict(found)


def _row(fact: Spo) -> Term:
    return f"({' '.join(fact)})"


def _rows_of(store: ArticleStore, select: str) -> Iterator[tuple[Term, ...]]:
    """The rows of a query that selects so, as terms."""
    rows = store.backend.query(f"{PROLOGUE}SELECT {select}")
    assert isinstance(rows, QuerySolutions)
    for row in rows:
        yield tuple(map(str, row))


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


def _iris(store: ArticleStore, pattern: str, among: Iterable[Term]) -> set[str]:
    """The IRIs that a pattern binds to `?found` for terms that it calls `?one`."""
    return {
        value(found)
        for part in _parts(sorted(set(among)))
        for (found,) in _rows_of(store, f"DISTINCT ?found {{ VALUES ?one {{ {part} }} {pattern} }}")
    }


def changed_articles(store: ArticleStore, articles: Iterable[str]) -> set[str]:
    """Those of some articles (IRIs) in which judgements changed anything so far."""
    return _iris(store, "?one dg:putIn ?any BIND(?one AS ?found)", map(node, articles))


def mentioning(store: ArticleStore, actors: Iterable[Term]) -> set[str]:
    """The IRIs of the articles that mention one of some actors."""
    return _iris(store, "?found dg:mentions ?one", actors)


def in_force(store: ArticleStore, judgements_: Iterable[str] | None = None) -> set[str]:
    """The IRIs of the judgements that are in force in an article: of all, or of some."""
    if judgements_ is None:
        return {row[0] for row in store.query("SELECT DISTINCT ?j { ?a dg:inForce ?j }").rows}
    return _iris(store, "?a dg:inForce ?one BIND(?one AS ?found)", map(node, judgements_))
