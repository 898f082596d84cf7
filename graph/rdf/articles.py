"""The N-Quads of an article: its own graph with its statements, and the plain facts that they support."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from extractors.article import Article
from extractors.statement import Extraction, Polarity, Statement, Status
from graph.rdf.descriptions import actors_of
from graph.rdf.names import FACTS_GRAPH, statement_iri, term
from graph.rdf.nquads import Spo, lines, text, typed
from graph.rdf.terms import actor_term, article_term, date, decimal, integer, named, thing
from ontology.version import running


@lru_cache
def extractor() -> str:
    """The name and version of this program, written into every article's graph."""
    return f"diplograph {running()}"


def article_lines(extraction: Extraction) -> Iterator[str]:
    """The N-Quads of the article's own graph and of the plain facts.

    A node is one fact in one place of the text, so of two statements that differ only in qualifiers the first counts.
    """
    graph = article_term(extraction.article.id)
    yield from lines(graph, _article(extraction.article))
    facts: dict[Spo, None] = {}
    for node, statement in _distinct(extraction.statements):
        yield from lines(graph, _statement(node, statement))
        if statement.polarity is Polarity.AFFIRMED and statement.status is Status.ACTUAL:
            ends = actor_term(statement.subject), actor_term(statement.object)
            facts[ends[0], named(f"dg:{statement.relation}"), ends[1]] = None
    yield from lines(graph, ((graph, named("dg:mentions"), actor_term(key)) for key in sorted(actors_of(extraction))))
    yield from lines(str(FACTS_GRAPH), facts)


def origin_lines(identifier: str, content: str, extractor_digest: str) -> list[str]:
    """The N-Quads that say of what an article's graph was made, both digests as hexadecimal text."""
    graph = article_term(identifier)
    digests = (("dg:contentDigest", content), ("dg:extractorDigest", extractor_digest))
    return lines(graph, ((graph, named(name), text(digest)) for name, digest in digests))


def text_lines(article: Article) -> list[str]:
    """The N-Quads of the article's text."""
    node = article_term(article.id)
    return lines(node, ((node, named("dg:text"), text(article.text, article.lang)),))


def _distinct(statements: Iterable[Statement]) -> Iterator[tuple[str, Statement]]:
    seen: set[str] = set()
    for statement in statements:
        node = str(statement_iri(statement))
        if node not in seen:
            seen.add(node)
            yield node, statement


def _article(article: Article) -> Iterator[Spo]:
    node = article_term(article.id)
    yield node, named("rdf:type"), named("dg:Article")
    yield node, named("dcterms:identifier"), text(article.id)
    yield node, named("dcterms:language"), text(article.lang)
    yield node, named("dcterms:extent"), integer(len(article.text))
    yield node, named("dg:extractedBy"), text(extractor())
    if article.date:
        yield node, named("dcterms:date"), date(article.date.isoformat())
    if article.title:
        yield node, named("dcterms:title"), text(article.title, article.lang)
    if article.outlet:
        yield node, named("dcterms:publisher"), text(article.outlet)
    if article.fingerprint:
        yield node, named("dg:fingerprint"), text(article.fingerprint)
    if article.copy_of:
        yield node, named("dg:copyOf"), article_term(article.copy_of)
    if article.url:
        # An address from the article is text until somebody follows it: a literal, never an IRI that tools resolve.
        yield (
            node,
            named("schema:url"),
            typed(article.url, term("xsd:anyURI")),
        )


def _statement(node: str, statement: Statement) -> Iterator[Spo]:
    whole = statement.article.text
    yield node, named("rdf:type"), named("dg:Statement")
    yield node, named("rdf:subject"), actor_term(statement.subject)
    yield node, named("rdf:predicate"), named(f"dg:{statement.relation}")
    yield node, named("rdf:object"), actor_term(statement.object)
    yield node, named("dg:polarity"), named(f"dg:{statement.polarity}")
    yield node, named("dg:status"), named(f"dg:{statement.status}")
    if statement.date:
        yield node, named("dg:date"), date(statement.date)
    if statement.place:
        yield node, named("dg:place"), thing("place", statement.place.id)
    if statement.source:
        yield node, named("prov:wasAttributedTo"), actor_term(statement.source)
    yield node, named("dg:confidence"), decimal(statement.confidence)
    yield (
        node,
        named("dg:evidence"),
        text(whole[statement.evidence.begin : statement.evidence.end], statement.article.lang),
    )
    yield node, named("nif:beginIndex"), integer(statement.evidence.begin)
    yield node, named("nif:endIndex"), integer(statement.evidence.end)
    for name, span in (("subject", statement.subject_span), ("object", statement.object_span)):
        yield node, named(f"dg:{name}Begin"), integer(span.begin)
        yield node, named(f"dg:{name}End"), integer(span.end)
    yield node, named("dg:rule"), text(statement.rule)
    for reason in statement.reasons:
        yield node, named("dg:because"), text(reason)
    yield node, named("prov:wasDerivedFrom"), article_term(statement.article.id)
