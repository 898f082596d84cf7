"""The knowledge graph: the store, with all that can be asked of it, drawn from it and made of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from extractors.article import DEFAULT_LANGUAGE
from graph.queries import answer
from graph.statements.quads import selected_quads
from graph.statements.selection import SURE, Selection, selected
from graph.storage.ask import Answer
from graph.storage.store import ArticleStore

if TYPE_CHECKING:
    import networkx
    import rdflib

    from graph.explorer import Inline
    from graph.rdf.batch import Batch
    from graph.reviews.book import Orphan
    from graph.reviews.judgement import Judgement

# networkx, rdflib and the explorer take longer to import than most of what is asked of a graph takes: they wait in the methods
# that need them, and worker processes never load them.


class KnowledgeGraph(ArticleStore):
    """A graph of statements by address: none is memory, `http(s)://` a SPARQL endpoint, anything else a folder on disk.

    A context manager; one writer at a time holds a folder.
    """

    # Review ----------------------------------------------------------------------------------------------------------

    def reviewed(self, made: "Batch") -> "Batch":
        """The batch with the judgements of this graph in force: what a person corrected stays corrected, whatever is built."""
        from graph.reviews.batches import reviewed_batch

        return reviewed_batch(self, made)

    def take(self, judgements: "Iterable[Judgement]") -> "list[Judgement]":
        """Keep judgements and put them in force; those that were new. Raises `StoreError`."""
        from graph.reviews.book import take

        return take(self, judgements)

    def judgements(self) -> "list[Judgement]":
        """The judgements of this graph, in the order of their moments."""
        from graph.reviews.reading import judgements

        return judgements(self)

    def orphans(self) -> "list[Orphan]":
        """The judgements that find nothing to be in force in (any more), each with the reason."""
        from graph.reviews.book import orphans

        return orphans(self)

    def unreviewed(self) -> "KnowledgeGraph":
        """This graph as it was extracted, in memory; the graph itself where nobody has judged anything."""
        from graph.reviews.reading import any_judgements
        from graph.reviews.views import unreviewed

        return _in_memory(unreviewed(self)) if any_judgements(self) else self

    def reviewed_only(self) -> "KnowledgeGraph":
        """The statements that a reviewer confirmed, amended or added, with what they need, in memory."""
        from graph.reviews.views import reviewed_only

        return _in_memory(reviewed_only(self))

    # Asking ----------------------------------------------------------------------------------------------------------

    def question(
        self,
        name: str,
        parameters: dict[str, str] | None = None,
        *,
        limit: int | None = None,
        lang: str = DEFAULT_LANGUAGE,
    ) -> Answer:
        """The answer to a named question (`graph.queries`), with labels in a language.

        Raises `QueryError` for an unknown name or parameter.
        """
        return answer(self, name, parameters or {}, lang, limit=limit)

    def quads(self, selection: Selection | None = None) -> Iterator[Quad]:
        """All quads, or those that selected statements need, sorted, so that the same graph gives the same bytes."""
        return iter(sorted(selected_quads(self, selection), key=str)) if selection else super().quads()

    def to_rdflib(self) -> "rdflib.Dataset":
        """A copy as an rdflib `Dataset` in memory."""
        from graph.exports.rdf import dataset

        return dataset(self.quads())

    def network(
        self,
        selection: Selection | None = None,
        *,
        level: str = "actor",
        lang: str = DEFAULT_LANGUAGE,
        plain: bool = False,
        **filters: str,
    ) -> "networkx.MultiDiGraph":
        """The statements as a networkx `MultiDiGraph` of actors; with `level="state"` persons count for whom they act.

        Labels are in a language, as far as there are such (`Actor.label`).

        `graph.analysis` takes it as it is; with `plain` all that nodes and edges hold is texts and numbers, as networkx' own writers
        and `to_pandas_edgelist` want it, and who says so is called `said_by`, since an edge list has a `source` of its own.

        Filters are those of `graph.statements.selection.selected`: `since="2025-01-01"`, `relation="hosts"`, `actor="Q142"`.
        """
        from graph.analysis.view import view
        from graph.statements.network import statement_graph

        network = statement_graph(self, selection or selected(self, **filters), lang)
        found = view(network, level="state") if level == "state" else network
        if not plain:
            return found
        from graph.exports.networks import plain as flat

        return flat(found)

    def export(
        self,
        path: str | Path,
        selection: Selection | None = None,
        *,
        rdf12: bool = False,
        separator: str = ",",
        lang: str = DEFAULT_LANGUAGE,
    ) -> list[str]:
        """Write the graph to a file, in the format of its suffix; what the file leaves out comes back in words.

        Raises `ExportError` for an unknown suffix.
        """
        from graph.exports import Wishes, export

        return export(self, Path(path), selection, Wishes(rdf12, separator, lang))

    def explore(
        self,
        path: str | Path | None = None,
        selection: Selection | None = None,
        *,
        language: str = DEFAULT_LANGUAGE,
        height: int = 720,
        sure: float = SURE,
        **filters: str,
    ) -> "Inline | None":
        """Write the interactive page to a file; without one, return it for a notebook to show inline, `height` pixels high.

        Of all statements, or of the selected ones; filters are those of `network`. Those at least `sure` are shown at first and make
        the camps; the page's slider shows the rest.
        """
        from graph.explorer import Inline, page_html, write_page
        from graph.explorer.reviewing import offered

        network = self.network(selection or selected(self, **filters), lang=language)
        review = offered(self, network)
        if path is None:
            return Inline(page_html(network, language=language, review=review, sure=sure), height)
        write_page(network, Path(path), language=language, review=review, sure=sure)
        return None


def _in_memory(nquads: str) -> KnowledgeGraph:
    made = KnowledgeGraph()
    made.backend.load(nquads)
    return made
