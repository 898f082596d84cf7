"""How actors, their offices and places are read back from a store."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.rdf.names import identifier, local
from graph.rdf.nquads import node
from graph.storage.store import ArticleStore

LABELS = """
SELECT ?node ?kind ?label (lang(?label) AS ?language) ?same ?scheme ?state {
  # which
  VALUES ?kind { dg:Person dg:State dg:Organisation dg:Group dg:Place }
  ?node a ?kind ; skos:prefLabel ?label .
  OPTIONAL { ?node skos:exactMatch ?same } OPTIONAL { ?node skos:inScheme ?scheme } OPTIONAL { ?node dg:inState ?state }
}"""
NAMES = """
SELECT DISTINCT ?node ?name { # which
  ?node skos:altLabel ?name }"""
OFFICES = """
SELECT DISTINCT ?actor ?title ?of ?start ?end {
  ?m a org:Membership ; org:member ?actor ; org:organization ?of ; rdfs:label ?title .
  OPTIONAL { ?m schema:startDate ?start } OPTIONAL { ?m schema:endDate ?end }
}"""
PLACE = "Place"


@dataclass(frozen=True, slots=True)
class Described:
    """An actor or a place: `kind` is a name of the ontology, `names` are other spellings, sorted, `state` is the IRI of a place's state.

    Where one of the two labels is missing the other stands in, and the id for both.
    """

    id: str
    kind: str
    label: str
    label_en: str
    names: tuple[str, ...]
    qid: str
    known: bool
    state: str

    @property
    def is_actor(self) -> bool:
        """Whether it is no place."""
        return self.kind != PLACE


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody held: its German title, the id of what it is of, its first and last ISO day, "" where unknown."""

    title: str
    of: str
    start: str
    end: str


def described(store: ArticleStore, nodes: Iterable[str] = ()) -> dict[str, Described]:
    """Actors and places by IRI, in the order of their IRIs: all, or those of some IRIs."""
    values = " ".join(map(node, sorted(nodes)))
    which = f"VALUES ?node {{ {values} }}" if values else ""
    names: dict[str, set[str]] = defaultdict(set)
    for iri, name in store.query(NAMES.replace("# which", which)).rows:
        names[iri].add(name)
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    others: dict[str, tuple[str, ...]] = {}
    for iri, kind, label, language, *other in sorted(store.query(LABELS.replace("# which", which)).rows):
        labels[iri][language] = label
        others[iri] = (kind, *other)
    found = {}
    for iri, (kind, same, scheme, state) in others.items():
        own = identifier(iri)
        english = labels[iri].get("en") or labels[iri].get("de") or own
        german = labels[iri].get("de") or english
        spellings = tuple(sorted(names[iri]))
        found[iri] = Described(
            own, local(kind), german, english, spellings, same.rpartition("/")[2], bool(scheme), state
        )
    return found


def offices(store: ArticleStore) -> dict[str, tuple[Office, ...]]:
    """The offices of persons by IRI, the one that began first before the others."""
    found: dict[str, list[Office]] = defaultdict(list)
    for actor, title, of, start, end in store.query(OFFICES).rows:
        found[actor].append(Office(title, identifier(of), start, end))
    return {actor: tuple(sorted(held, key=lambda o: (o.start, o.title, o.of, o.end))) for actor, held in found.items()}
