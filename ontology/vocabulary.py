"""The vocabulary as Python values, read from `diplograph.ttl`, the one source of truth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from ontology.labels import in_language

DG = "https://w3id.org/diplograph/ontology#"
DATA = "https://w3id.org/diplograph/id/"
CAMEO = "https://w3id.org/diplograph/cameo/"
PLOVER = "https://w3id.org/diplograph/plover/"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dg": DG,
        "dgactor": f"{DATA}actor/",
        "dgarticle": f"{DATA}article/",
        "dgplace": f"{DATA}place/",
        "dgstatement": f"{DATA}statement/",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "wd": "http://www.wikidata.org/entity/",
        "wdt": "http://www.wikidata.org/prop/direct/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the ontology.

    `sign` is 1 (cooperative), -1 (conflictual) or 0; `goldstein` lies in -10..10 (Goldstein 1992, ICEWS assignment); `cameo`
    and `plover` are the codes it matches; `group` is its family in menus. `inverse` is the property that reads it from the
    object's side (a symmetric relation is its own), `wikidata` and `wikidata_inverse` the Wikidata property that says the same
    from either side, or empty. `labels` and `definitions` are by language.

    The other fields are facts that the ontology defines (`dg:standing`, `dg:contact` …): what is done with a relation follows
    from them, never from its name. `by_telephone` is the name of another relation, or empty.
    """

    name: str
    sign: int
    symmetric: bool
    goldstein: float
    group: str
    labels: Mapping[str, str] = field(hash=False)
    definitions: Mapping[str, str] = field(hash=False)
    cameo: tuple[str, ...]
    plover: tuple[str, ...]
    inverse: str | None = None
    wikidata: str = ""
    wikidata_inverse: str = ""
    standing: bool = False
    contact: bool = False
    alignment: bool = False
    conflict: bool = False
    encounter: bool = False
    affiliation: bool = False
    hostile: bool = False
    speech_act: bool = False
    befalls_persons: bool = False
    abroad: bool = False
    journey: bool = False
    on_territory: bool = False
    by_telephone: str = ""

    @property
    def side(self) -> int:
        """1 where the deed puts two actors on one side, -1 where it turns them against each other, 0 for talk, offices and the rest."""
        return int(self.alignment) - int(self.conflict)

    def label(self, lang: str) -> str:
        """What the ontology calls it in a language, else in English."""
        return in_language(self.labels, lang, self.name)

    def definition(self, lang: str) -> str:
        """What the ontology says it is, in a language, else in English."""
        return in_language(self.definitions, lang)


@lru_cache
def ontology_text() -> str:
    """The ontology as Turtle."""
    return files("ontology").joinpath("diplograph.ttl").read_text(encoding="utf8")


@lru_cache
def relations() -> Mapping[str, Relation]:
    """The relations by local name, in the order of the ontology's names."""
    store = Store()
    store.load(ontology_text().encode(), RdfFormat.TURTLE)

    def named(prefix: str, name: str) -> NamedNode:
        return NamedNode(PREFIXES[prefix] + name)

    def values(node: NamedNode, prefix: str, name: str) -> list[NamedNode | Literal]:
        found = [quad.object for quad in store.quads_for_pattern(node, named(prefix, name), None)]
        return sorted((term for term in found if isinstance(term, NamedNode | Literal)), key=str)

    def texts(node: NamedNode, prefix: str, name: str) -> Mapping[str, str]:
        found = {v.language: v.value for v in values(node, prefix, name) if isinstance(v, Literal) and v.language}
        return dict(sorted(found.items()))

    def codes(node: NamedNode, name: str, namespace: str) -> tuple[str, ...]:
        return tuple(
            v.value.removeprefix(namespace) for v in values(node, "skos", name) if v.value.startswith(namespace)
        )

    def local(node: NamedNode, prefix: str, name: str, namespace: str) -> str:
        return next((v.value.removeprefix(namespace) for v in values(node, prefix, name)), "")

    def holds(node: NamedNode, name: str) -> bool:
        return any(value.value == "true" for value in values(node, "dg", name))

    inverses = {
        quad.object: quad.subject.value.removeprefix(DG)
        for quad in store.quads_for_pattern(None, named("owl", "inverseOf"), None)
        if isinstance(quad.subject, NamedNode)
    }
    found: dict[str, Relation] = {}
    for quad in store.quads_for_pattern(None, named("rdfs", "subPropertyOf"), named("dg", "relation")):
        node = quad.subject
        assert isinstance(node, NamedNode)
        name = node.value.removeprefix(DG)
        found[name] = Relation(
            name=name,
            sign=int(values(node, "dg", "sign")[0].value),
            symmetric=named("owl", "SymmetricProperty") in values(node, "rdf", "type"),
            goldstein=float(values(node, "dg", "goldstein")[0].value),
            group=values(node, "dg", "group")[0].value,
            labels=texts(node, "rdfs", "label"),
            definitions=texts(node, "skos", "definition"),
            cameo=codes(node, "closeMatch", CAMEO),
            plover=codes(node, "broadMatch", PLOVER),
            inverse=name if named("owl", "SymmetricProperty") in values(node, "rdf", "type") else inverses.get(node),
            wikidata=local(node, "dg", "wikidata", PREFIXES["wdt"]),
            wikidata_inverse=local(node, "dg", "wikidataInverse", PREFIXES["wdt"]),
            standing=holds(node, "standing"),
            contact=holds(node, "contact"),
            alignment=holds(node, "alignment"),
            conflict=holds(node, "conflict"),
            encounter=holds(node, "encounter"),
            affiliation=holds(node, "affiliation"),
            hostile=holds(node, "hostile"),
            speech_act=holds(node, "speechAct"),
            befalls_persons=holds(node, "befallsPersons"),
            abroad=holds(node, "abroad"),
            journey=holds(node, "journey"),
            on_territory=holds(node, "onTerritory"),
            by_telephone=local(node, "dg", "byTelephone", DG),
        )
    return MappingProxyType(dict(sorted(found.items())))
