"""The knowledge graph: articles' graphs in memory, in a folder or at an endpoint, replaced whole, queried as one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pyoxigraph import NamedNode, Quad

from extractors.article import Article
from extractors.statement import Extraction, Statement
from graph.backends import StoreError, connect
from graph.rdf import article_iri, article_lines, described, description_lines, read
from graph.selection import Selection, selected, selected_quads
from graph.updates import insertion, removal, sweeping, undescription
from ontology.actor import Actor, Place

if TYPE_CHECKING:
    import networkx
    import rdflib

    from graph.explorer import Inline
    from graph.queries import Answer

__all__ = ["KnowledgeGraph", "StoreError"]

BATCH = 500


class KnowledgeGraph:
    """A graph of statements by address: none is memory, `http(s)://` a SPARQL endpoint, anything else a folder on disk.

    A context manager; one writer at a time holds a folder.
    """

    def __init__(self, address: str | Path | None = None, *, read_only: bool = False) -> None:
        """Open the store. Raises `StoreError` where it is missing (`read_only`), locked, silent, or no store."""
        self.address = str(address) if address is not None else None
        self.backend = connect(self.address, read_only=read_only)

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
        things = described([extraction])
        lost = self._mentioned(extraction.article.id) - {node.value for node in things}
        steps = [undescription(things)] if things else []
        steps.append(removal(article_iri(extraction.article.id)))
        steps.append(insertion(read("".join([*article_lines(extraction), *description_lines(things.values())]))))
        self.backend.update(" ;\n".join([*steps, sweeping()] if lost else steps))

    def load(self, extractions: Iterable[Extraction]) -> None:
        """Write many articles: as `replace`, but several times faster for those that the store does not have yet.

        Articles come in batches; each is there whole or not at all, whenever the process ends.
        """
        known = set(self.articles())
        written: dict[NamedNode, Actor | Place] = {}
        source = iter(extractions)
        while batch := list(islice(source, BATCH)):
            fresh: dict[str, Extraction] = {}
            for extraction in batch:
                if extraction.article.id in known:
                    self.replace(extraction)
                    written.clear()
                else:
                    fresh[extraction.article.id] = extraction
            if not fresh:
                continue
            # Descriptions first: an article must never be there before its actors' names.
            things = {n: t for n, t in described(fresh.values()).items() if written.get(n) != t}
            if things:
                self.backend.update(
                    f"{undescription(things)} ;\n{insertion(read(''.join(description_lines(things.values()))))}"
                )
                written |= things
            self.backend.load("".join(line for extraction in fresh.values() for line in article_lines(extraction)))
            known |= set(fresh)

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
