"""Stores that are files: RDF read into memory."""

from pathlib import Path

from pyoxigraph import NamedNode, Quad, parse

from graph.rdf.formats import FORMATS
from graph.rdf.names import ACTORS_GRAPH, FACTS_GRAPH, REVIEWS_GRAPH, term
from graph.rdf.nquads import written
from graph.storage.backend import StoreError
from graph.storage.store import ArticleStore
from ontology.vocabulary import relations


def opened(address: str) -> ArticleStore:
    """A store to read: by address, or an RDF file, read into memory. Raises `StoreError`."""
    path = Path(address)
    if path.suffix.lower() not in FORMATS or path.is_dir():
        return ArticleStore(address, read_only=True)
    store = ArticleStore()
    try:
        quads = list(parse(path=str(path), format=FORMATS[path.suffix.lower()]))
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{path}: this is no {path.suffix} file ({error})") from error
    store.backend.load(written(placed(quads)))
    return store


def placed(quads: list[Quad]) -> list[Quad]:
    """Triples of a file without graphs, in the graphs that a store would give them; a file with graphs as it is."""
    if any(isinstance(quad.graph_name, NamedNode) for quad in quads):
        return quads
    articles = {quad.subject for quad in quads if quad.object == term("dg:Article")}
    homes: dict[object, NamedNode] = {article: article for article in articles if isinstance(article, NamedNode)}
    homes |= {quad.subject: REVIEWS_GRAPH for quad in quads if quad.object == term("dg:Judgement")}
    for quad in quads:
        if quad.predicate == term("prov:wasDerivedFrom") and quad.object in articles:
            homes[quad.subject] = quad.object  # type: ignore[assignment]
    facts = {term(f"dg:{name}") for name in relations()}
    return [
        Quad(
            quad.subject, quad.predicate, quad.object,
            homes.get(quad.subject, FACTS_GRAPH if quad.predicate in facts else ACTORS_GRAPH),
        )
        for quad in quads
    ]  # fmt: skip
