"""The knowledge graph: articles' graphs in memory, in a folder or at an endpoint, replaced whole, queried as one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pyoxigraph import Quad

from extractors.article import Article
from extractors.statement import Extraction, Statement
from graph.backends import StoreError, connect
from graph.batch import Batch, Origin, batch
from graph.rdf import ACTORS_GRAPH, article_iri, read
from graph.selection import Selection, selected, selected_quads
from graph.updates import insertion, removal, sweeping, undescription

if TYPE_CHECKING:
    import networkx
    import rdflib

    from graph.explorer import Inline
    from graph.queries import Answer

__all__ = ["KnowledgeGraph", "StoreError"]

BATCH = 500
# Descriptions known to be written already; each costs about 200 bytes.
REMEMBERED = 20_000
# Articles of earlier builds with which new ones are compared; each costs about half a kilobyte while a build runs.
# As many as Virtuoso sorts.
COMPARED = 10_000


class KnowledgeGraph:
    """A graph of statements by address: none is memory, `http(s)://` a SPARQL endpoint, anything else a folder on disk.

    A context manager; one writer at a time holds a folder.
    """

    def __init__(self, address: str | Path | None = None, *, read_only: bool = False) -> None:
        """Open the store. Raises `StoreError` where it is missing (`read_only`), locked, silent, or no store."""
        self.address = str(address) if address is not None else None
        self.backend = connect(self.address, read_only=read_only)
        self._described: dict[str, int] = {}

    def __enter__(self) -> Self:
        """The graph itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Make sure that what was written is on disk, and let go of the folder."""
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.backend.close()

    # Writing ---------------------------------------------------------------------------------------------------------

    def replace(self, extraction: Extraction) -> None:
        """Write an article's graph anew, in one transaction: what it held before is gone, nothing else is touched."""
        made = batch([extraction])
        lost = self._mentioned(extraction.article.id) - {node[1:-1] for node in made.descriptions}
        self._replace(made, [extraction.article.id], [sweeping()] if lost else [])

    def load(self, extractions: Iterable[Extraction]) -> None:
        """Write many articles: as `replace`, but several times faster for those that the store does not have yet.

        Articles come in batches; each batch is there whole or not at all, whenever the process ends.
        """
        source = iter(extractions)
        replaced = False
        while part := list(islice(source, BATCH)):
            replaced = self.write(batch(part)) or replaced
        if replaced:
            self.sweep()

    def write(self, made: Batch, known: Iterable[str] | None = None) -> bool:
        """Write a batch, all or nothing; articles that are there already are replaced. True where there were such.

        `known` are those of its articles that are there, where the caller has asked before. After replacements `sweep` takes
        away actors that no article mentions any more.
        """
        known = sorted(set(self.origins(made.articles) if known is None else known).intersection(made.articles))
        if known:
            self._replace(made, known, [])
            return True
        things = {node: text for node, text in made.descriptions.items() if self._described.get(node) != hash(text)}
        there = self._there([node for node in things if node not in self._described])
        old = {node: text for node, text in things.items() if node in self._described or node in there}
        # Descriptions first: an article must never be there before its actors' names.
        if old:
            self.backend.update(f"{undescription(old)} ;\n{insertion(read(''.join(old.values())))}")
        new = [text for node, text in things.items() if node not in old]
        if made.articles:
            self.backend.load("".join([*new, *made.articles.values()]))
        if len(self._described) > REMEMBERED:
            self._described.clear()
        self._described |= {node: hash(text) for node, text in things.items()}
        return False

    def _there(self, nodes: Iterable[str]) -> set[str]:
        """Those of some nodes, as N-Triples writes them, that are described already."""
        asked = " ".join(nodes)
        if not asked:
            return set()
        rows = self.query(
            f"SELECT DISTINCT ?n {{ VALUES ?n {{ {asked} }} GRAPH {ACTORS_GRAPH} {{ ?n a ?kind }} }}"
        ).rows
        return {f"<{node}>" for (node,) in rows}

    def sweep(self) -> None:
        """Take away actors, offices and places to which nothing leads any more."""
        self._described.clear()
        self.backend.update(sweeping())

    def _replace(self, made: Batch, known: Iterable[str], after: Iterable[str]) -> None:
        self._described.clear()
        before = [undescription(made.descriptions)] if made.descriptions else []
        before += [removal(article_iri(identifier)) for identifier in known]
        self.backend.update(" ;\n".join([*before, insertion(read(made.text())), *after]))

    def add(self, statements: Iterable[Statement]) -> None:
        """Write statements, article by article; each article's graph is replaced by its statements."""
        by_article: dict[str, list[Statement]] = defaultdict(list)
        articles: dict[str, Article] = {}
        for statement in statements:
            by_article[statement.article.id].append(statement)
            articles[statement.article.id] = statement.article
        self.load(Extraction(articles[identifier], mine, ()) for identifier, mine in by_article.items())

    def remove(self, article: str) -> bool:
        """Take away an article, its facts, and actors that no other article mentions; False where there was no such article."""
        if not self.query(f"ASK {{ {article_iri(article)} a dg:Article }}").boolean:
            return False
        self._described.clear()
        self.backend.update(f"{removal(article_iri(article))} ;\n{sweeping()}")
        return True

    def _mentioned(self, article: str) -> set[str]:
        rows = self.query(f"SELECT ?actor {{ {article_iri(article)} dg:mentions ?actor }}").rows
        return {actor for (actor,) in rows}

    # Reading ---------------------------------------------------------------------------------------------------------

    def articles(self) -> list[str]:
        """The ids of all articles, sorted."""
        return [
            row[0] for row in self.query("SELECT ?id { ?a a dg:Article ; dcterms:identifier ?id } ORDER BY ?id").rows
        ]

    def origins(self, articles: Iterable[str]) -> dict[str, Origin | None]:
        """Those of some articles (ids) that are in the graph, with what they were made of where a build told it."""
        nodes = {article_iri(identifier).value: identifier for identifier in articles}
        if not nodes:
            return {}
        # Named by its graph, an article is looked up; without, all articles would be walked through.
        rows = self.query(
            f"SELECT ?a ?content ?extractor {{ VALUES ?a {{ {' '.join(f'<{node}>' for node in nodes)} }}"
            " GRAPH ?a { ?a a dg:Article . OPTIONAL { ?a dg:contentDigest ?content ; dg:extractorDigest ?extractor } } }"
        ).rows
        return {nodes[node]: Origin(content, extractor) if content else None for node, content, extractor in rows}

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        """Ids and fingerprints of the articles that are no copies, the latest `COMPARED` of them: copies come within days."""
        rows = self.query(
            "SELECT ?id ?print { ?a a dg:Article ; dcterms:identifier ?id ; dg:fingerprint ?print OPTIONAL { ?a dcterms:date ?day } }"
            f" ORDER BY DESC(?day) ?id LIMIT {COMPARED}"
        ).rows
        yield from ((identifier, told) for identifier, told in rows)

    def query(self, sparql: str, *, limit: int | None = None, timeout: float | None = None) -> "Answer":
        """The answer to a SPARQL query over the union of all graphs: at most `limit` rows, within `timeout` seconds.

        Raises `QueryError` for anything but a plain query, and where the time is over.
        """
        from graph.queries import ask

        return ask(self.backend, sparql, limit=limit, timeout=timeout)

    def question(self, name: str, parameters: dict[str, str] | None = None, *, limit: int | None = None) -> "Answer":
        """The answer to a named question (`graph.queries.questions`). Raises `QueryError` for an unknown name or parameter."""
        from graph.queries.questions import asked

        return self.query(asked(self, name, parameters or {}), limit=limit)

    def quads(self, selection: Selection | None = None) -> Iterator[Quad]:
        """All quads, or those that selected statements need, sorted, so that the same graph gives the same bytes."""
        if selection is None or not selection:
            return iter(sorted(self.backend.quads(), key=str))
        return iter(sorted(selected_quads(self, selection), key=str))

    def to_rdflib(self) -> "rdflib.Dataset":
        """A copy as an rdflib `Dataset` in memory."""
        from graph.exports.rdf import dataset

        return dataset(self)

    def network(
        self, selection: Selection | None = None, *, level: str = "actor", **filters: str
    ) -> "networkx.MultiDiGraph":
        """The statements as a networkx `MultiDiGraph` of actors; with `level="state"` persons count for whom they represent.

        Filters are those of `graph.selection.selected`: `since="2025-01-01"`, `relation="hosts"`, `actor="Q142"`.
        """
        from graph.network import represented, statement_graph

        network = statement_graph(self, selection or selected(self, **filters))
        return represented(network) if level == "state" else network

    def export(self, path: str | Path, selection: Selection | None = None, *, rdf12: bool = False) -> None:
        """Write the graph to a file, in the format of its suffix. Raises `ExportError` for an unknown one."""
        from graph.exports import export

        export(self, Path(path), selection, rdf12=rdf12)

    def explore(
        self,
        path: str | Path | None = None,
        selection: Selection | None = None,
        *,
        language: str = "de",
        height: int = 720,
        **filters: str,
    ) -> "Inline | None":
        """Write the interactive page to a file; without one, return it for a notebook to show inline, `height` pixels high.

        Of all statements, or of the selected ones; filters are those of `network`.
        """
        from graph.explorer import Inline, page_html, write_page

        network = self.network(selection, **filters)
        if path is None:
            return Inline(page_html(network, language=language), height)
        write_page(network, Path(path), language=language)
        return None
