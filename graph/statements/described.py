"""How actors, their offices and places are read back from a store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.rdf.names import identifier, local
from graph.rdf.nquads import node
from graph.storage.store import ArticleStore
from ontology.actor import Spelling
from ontology.labels import in_language

LABELS = """
SELECT ?node ?kind ?label (lang(?label) AS ?language) ?same ?scheme ?state {
  # which
  VALUES ?kind { dg:Person dg:State dg:Organisation dg:Group dg:Place }
  ?node a ?kind ; skos:prefLabel ?label .
  OPTIONAL { ?node skos:exactMatch ?same } OPTIONAL { ?node skos:inScheme ?scheme } OPTIONAL { ?node dg:inState ?state }
}"""
NAMES = """
SELECT DISTINCT ?node ?name (lang(?name) AS ?language) { # which
  ?node skos:altLabel ?name }"""
OFFICES = """
SELECT DISTINCT ?m ?actor ?title (lang(?title) AS ?language) ?of ?start ?end {
  ?m a org:Membership ; org:member ?actor ; org:organization ?of ; rdfs:label ?title .
  OPTIONAL { ?m schema:startDate ?start } OPTIONAL { ?m schema:endDate ?end }
}"""
PLACE = "Place"


@dataclass(frozen=True, slots=True)
class Described:
    """An actor or a place: `kind` is a name of the ontology, `labels` are by language, `state` is the IRI of a place's state.

    `names` are other spellings, each with its language, sorted.
    """

    id: str
    kind: str
    labels: Mapping[str, str] = field(hash=False)
    names: tuple[Spelling, ...]
    qid: str
    known: bool
    state: str

    @property
    def is_actor(self) -> bool:
        """Whether it is no place."""
        return self.kind != PLACE

    def label(self, lang: str) -> str:
        """The label in a language, else in English, else in any; the id where there is none."""
        return in_language(self.labels, lang, self.id)


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody held: its title, the id of what it is of, its first and last ISO day, "" where unknown.

    `titles` has the title in all languages that have one.
    """

    title: str
    of: str
    start: str
    end: str
    titles: Mapping[str, str] = field(default_factory=dict, hash=False)


def described(store: ArticleStore, nodes: Iterable[str] = ()) -> dict[str, Described]:
    """Actors and places by IRI, in the order of their IRIs: all, or those of some IRIs."""
    values = " ".join(map(node, sorted(nodes)))
    which = f"VALUES ?node {{ {values} }}" if values else ""
    names: dict[str, set[Spelling]] = defaultdict(set)
    for iri, name, language in store.query(NAMES.replace("# which", which)).rows:
        names[iri].add(Spelling(name, language))
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    others: dict[str, tuple[str, ...]] = {}
    for iri, kind, label, language, *other in sorted(store.query(LABELS.replace("# which", which)).rows):
        labels[iri][language] = label
        others[iri] = (kind, *other)
    found = {}
    for iri, (kind, same, scheme, state) in others.items():
        found[iri] = Described(
            identifier(iri), local(kind), dict(sorted(labels[iri].items())), tuple(sorted(names[iri])),
            same.rpartition("/")[2], bool(scheme), state,
        )  # fmt: skip
    return found


def offices(store: ArticleStore, lang: str) -> dict[str, tuple[Office, ...]]:
    """The offices of persons by IRI, the one that began first before the others, with titles in a language as far as they have them."""
    titles: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for membership, actor, title, language, *held in sorted(store.query(OFFICES).rows):
        titles[membership, actor, *held].setdefault(language, title)
    found: dict[str, list[Office]] = defaultdict(list)
    for (_, actor, of, start, end), named in titles.items():
        found[actor].append(Office(in_language(named, lang), identifier(of), start, end, named))
    return {actor: tuple(sorted(held, key=lambda o: (o.start, o.title, o.of, o.end))) for actor, held in found.items()}
