"""The knowledge graph: articles' graphs in memory or in a folder, replaced whole, queried as one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pyoxigraph import NamedNode, Quad, Store

from extractors.article import Article
from extractors.statement import Extraction, Statement
from graph.rdf import FACTS_GRAPH, article_iri, quads
from ontology.vocabulary import PREFIXES

if TYPE_CHECKING:
    import networkx
    import rdflib

    from graph.queries import Answer


class StoreError(Exception):
    """A store that cannot be opened or written; the message names the address, the reason and the way out."""


class KnowledgeGraph:
    """A graph of statements by address: none is memory, anything else a folder on disk.

    A context manager; one writer at a time holds a folder.
    """

    def __init__(self, address: str | Path | None = None, *, read_only: bool = False) -> None:
        """Open the store. Raises `StoreError` where it is missing (`read_only`), locked, or no store."""
        self.address = str(address) if address is not None else None
        self.store = self._open(read_only)

    def _open(self, read_only: bool) -> Store:
        if self.address is None:
            return Store()
        if self.address.startswith(("http://", "https://")):
            raise StoreError(f"{self.address}: SPARQL endpoints as stores come with a later version; give a folder")
        folder = Path(self.address)
        if folder.is_dir() and any(folder.iterdir()) and not (folder / "CURRENT").is_file():
            raise StoreError(f"{self.address}: this folder holds other files and no graph; name an empty or new folder")
        try:
            if read_only:
                if not (folder / "CURRENT").is_file():
                    raise StoreError(
                        f"{folder}: there is no graph here; make one with: diplograph build ARTICLES --store {folder}"
                    )
                return Store.read_only(self.address)
            folder.mkdir(parents=True, exist_ok=True)
            return Store(self.address)
        except OSError as error:
            raise StoreError(
                f"{self.address}: the graph cannot be opened ({error}); is another build running on it?"
            ) from error

    def __enter__(self) -> Self:
        """The graph itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Make sure that what was written is on disk, and let go of the folder."""
        self.close()

    def close(self) -> None:
        """Let go of the folder. Everything committed before is on disk already."""
        del self.store

    # Writing ---------------------------------------------------------------------------------------------------------

    def replace(self, extraction: Extraction) -> None:
        """Write an article's graph anew, in one transaction: what it held before is gone, nothing else is touched."""
        by_graph: dict[str, list[Quad]] = defaultdict(list)
        for quad in quads(extraction):
            by_graph[str(quad.graph_name)].append(quad)
        blocks = "\n".join(_block(graph, found) for graph, found in by_graph.items())
        self.store.update(f"{_removal(article_iri(extraction.article.id))} ;\nINSERT DATA {{\n{blocks}\n}}")

    def add(self, statements: Iterable[Statement]) -> None:
        """Write statements, article by article; each article's graph is replaced by its statements."""
        by_article: dict[str, list[Statement]] = defaultdict(list)
        articles: dict[str, Article] = {}
        for statement in statements:
            by_article[statement.article.id].append(statement)
            articles[statement.article.id] = statement.article
        for identifier, mine in by_article.items():
            actors = {a.id: a for s in mine for a in (s.subject, s.object, s.source) if a}
            self.replace(Extraction(articles[identifier], mine, tuple(actors.values())))

    def remove(self, article: str) -> bool:
        """Take an article's graph away; False where there was none."""
        graph = article_iri(article)
        known = self.store.contains_named_graph(graph)
        self.store.update(_removal(graph))
        return bool(known)

    # Reading ---------------------------------------------------------------------------------------------------------

    def articles(self) -> list[str]:
        """The ids of all articles, sorted."""
        return [
            row[0] for row in self.query("SELECT ?id { ?a a dg:Article ; dcterms:identifier ?id } ORDER BY ?id").rows
        ]

    def query(self, sparql: str, *, limit: int | None = None) -> "Answer":
        """The answer to a SPARQL query over the union of all graphs. Raises `QueryError` for anything but a plain query."""
        from graph.queries import ask

        return ask(self.store, sparql, limit=limit)

    def quads(self) -> Iterator[Quad]:
        """All quads, sorted, so that the same graph gives the same bytes."""
        return iter(sorted(self.store, key=str))

    def to_rdflib(self) -> "rdflib.Dataset":
        """A copy as an rdflib `Dataset` in memory."""
        from graph.exports import dataset

        return dataset(self)

    def network(self) -> "networkx.MultiDiGraph":
        """The statements as a networkx `MultiDiGraph` of actors."""
        from graph.network import statement_graph

        return statement_graph(self)

    def export(self, path: str | Path) -> None:
        """Write the graph to a file, in the format of its suffix. Raises `ExportError` for an unknown one."""
        from graph.exports import export

        export(self, Path(path))

    def explore(self, path: str | Path) -> None:
        """Write the interactive page."""
        from graph.explorer import write_page

        write_page(self.network(), Path(path))


def _block(graph: str, found: Iterable[Quad]) -> str:
    """The quads of one graph as a block of INSERT DATA; terms are written by the RDF library, so nothing in them can end it."""
    lines = "\n".join(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in found)
    return f"GRAPH {graph} {{\n{lines}\n}}"


def _removal(article: NamedNode) -> str:
    """The update that takes an article away, and the plain facts that only its statements support."""
    support = (
        "?st {rdf}subject> ?s ; {rdf}predicate> ?p ; {rdf}object> ?o ; {dg}polarity> {dg}affirmed> ; {dg}status> {dg}actual> ."
    ).format(rdf=f"<{PREFIXES['rdf']}", dg=f"<{PREFIXES['dg']}")
    other = support.replace("?st", "?other")
    return (
        f"DELETE {{ GRAPH {FACTS_GRAPH} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {article} {{ {support} }}\n"
        f"  FILTER NOT EXISTS {{ GRAPH ?g {{ {other} }} FILTER(?g != {article}) }} }} ;\n"
        f"DROP SILENT GRAPH {article}"
    )
