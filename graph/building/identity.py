"""Whether an article that comes under a known id is the one in the store: newer, or another one of the same name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from extractors.article import Article
from extractors.reading import Unreadable, alike
from graph.rdf.names import article_iri
from graph.rdf.nquads import node
from graph.storage.store import ArticleStore

OTHER_TEXT = "another text stood in the store under this id; it is replaced"


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store tells of an article: outlet, address and fingerprint, each "" where it tells none."""

    outlet: str
    url: str
    fingerprint: str

    @property
    def host(self) -> str:
        """The host of its address."""
        return _host(self.url)


def stored(graph: ArticleStore, articles: Iterable[str]) -> dict[str, Stored]:
    """What the store tells of some articles (ids)."""
    asked = {article_iri(identifier).value: identifier for identifier in articles}
    if not asked:
        return {}
    rows = graph.query(
        f"SELECT ?a ?outlet ?url ?print {{ VALUES ?a {{ {' '.join(map(node, asked))} }} GRAPH ?a {{ ?a a dg:Article"
        " OPTIONAL { ?a dcterms:publisher ?outlet } OPTIONAL { ?a schema:url ?url } OPTIONAL { ?a dg:fingerprint ?print } } }"
    ).rows
    return {asked[iri]: Stored(outlet, url, told) for iri, outlet, url, told in rows}


def compared(article: Article, known: Mapping[str, Stored]) -> Article | Unreadable:
    """The article that may replace the one in the store; refused where it is another outlet's, warned of where its text is another."""
    before = known.get(article.id)
    if before is None or alike(article, before.fingerprint):
        return article
    if _elsewhere(article, before):
        return Unreadable(
            article.id,
            f"article id {article.id!r} is in the store already, from {before.outlet or before.url}; give it another id",
        )
    return replace(article, warnings=(*article.warnings, OTHER_TEXT))


def _elsewhere(article: Article, before: Stored) -> bool:
    """Whether another outlet published it, or, where one is not known, another host."""
    if article.outlet and before.outlet:
        return article.outlet.casefold() != before.outlet.casefold()
    hosts = {_host(article.url or ""), before.host} - {""}
    return len(hosts) == 2


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
