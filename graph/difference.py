"""What two graphs differ in: statements and actors gained and lost."""

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.backends import StoreError
from graph.exports.rdf import FORMATS
from graph.rdf import ACTORS_GRAPH, FACTS_GRAPH, term
from graph.store import KnowledgeGraph
from ontology.vocabulary import relations

STATEMENTS = """
SELECT ?st ?s ?p ?o ?polarity ?status ?date ?place ?source ?article {
  ?st a dg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; dg:polarity ?polarity ; dg:status ?status ;
      prov:wasDerivedFrom/dcterms:identifier ?article .
  OPTIONAL { ?st dg:date ?date } OPTIONAL { ?st dg:place ?place } OPTIONAL { ?st prov:wasAttributedTo ?source }
}"""
ACTORS = """
SELECT ?actor ?label { VALUES ?kind { dg:Person dg:State dg:Organisation dg:Group } ?actor a ?kind ; skos:prefLabel ?label
  FILTER(LANG(?label) = "en") }"""
SUFFIXES = tuple(FORMATS)


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A statement as a reader compares it: what it says in which article, with all qualifiers, whatever its place in the text."""

    article: str
    subject: str
    relation: str
    object: str
    polarity: str
    status: str
    date: str
    place: str
    source: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Facts and actors (English names) that the second graph has and the first does not (`gained`), and the other way round."""

    gained: tuple[Fact, ...]
    lost: tuple[Fact, ...]
    actors_gained: tuple[str, ...]
    actors_lost: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.gained or self.lost or self.actors_gained or self.actors_lost)


def difference(first: KnowledgeGraph, second: KnowledgeGraph) -> Difference:
    """What `second` gained and lost against `first`, sorted."""
    before, after = _facts(first), _facts(second)
    actors_before, actors_after = _actors(first), _actors(second)
    return Difference(
        tuple(sorted(after - before)),
        tuple(sorted(before - after)),
        tuple(sorted(label for actor, label in actors_after.items() if actor not in actors_before)),
        tuple(sorted(label for actor, label in actors_before.items() if actor not in actors_after)),
    )


def _facts(graph: KnowledgeGraph) -> set[Fact]:
    labels = _actors(graph)
    facts = set()
    for _, subject, relation, target, polarity, status, date, place, source, article in graph.query(STATEMENTS).rows:
        facts.add(
            Fact(
                article, labels.get(subject, subject), relation.rpartition("#")[2], labels.get(target, target),
                polarity.rpartition("#")[2], status.rpartition("#")[2], date, place.rpartition("/")[2],
                labels.get(source, source),
            )
        )  # fmt: skip
    return facts


def _actors(graph: KnowledgeGraph) -> dict[str, str]:
    return {row[0]: row[1] for row in graph.query(ACTORS).rows}


def opened(address: str) -> KnowledgeGraph:
    """A graph to read: a store by address, or an RDF file, read into memory. Raises `StoreError`."""
    path = Path(address)
    if path.suffix.lower() not in SUFFIXES or path.is_dir():
        return KnowledgeGraph(address, read_only=True)
    graph = KnowledgeGraph()
    try:
        quads = list(parse(path=str(path), format=_format(path)))
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}") from error
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{path}: this is no {path.suffix} file ({error})") from error
    graph.backend.load("".join(f"{quad} .\n" for quad in _placed(quads)))
    return graph


def _format(path: Path) -> RdfFormat:
    return FORMATS[path.suffix.lower()]


def _placed(quads: list[Quad]) -> list[Quad]:
    """Triples of a file without graphs, in the graphs that a store would give them; a file with graphs as it is."""
    if any(isinstance(quad.graph_name, NamedNode) for quad in quads):
        return quads
    articles = {quad.subject for quad in quads if quad.object == term("dg:Article")}
    homes: dict[object, NamedNode] = {article: article for article in articles if isinstance(article, NamedNode)}
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
