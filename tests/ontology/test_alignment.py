"""The ontology against CAMEO's and PLOVER's own tables, other vocabularies, and itself."""

import csv
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef

from ontology.vocabulary import CAMEO, DATA, DG, PLOVER, PREFIXES, ontology_text, relations

D = Namespace(DG)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=ontology_text(), format="turtle")


# The guide calls these neutral, or (warns) hostile where CAMEO's code is a refusal to comment; their values follow the guide.
OTHERWISE = {"deploysTo": 0.0, "urges": 0.0, "withdrawsFrom": 0.0, "warns": -3.0}


def test_codes_values_and_types_are_those_of_the_tables(shared: Path, ontology: Graph) -> None:
    with (shared / "external" / "cameo_plover.tsv").open(encoding="utf8") as lines:
        table = {row["cameo"]: row for row in csv.DictReader(lines, delimiter="\t")}
    for name, relation in relations().items():
        for code in relation.cameo:
            assert OTHERWISE.get(name, float(table[code]["goldstein_icews"])) == relation.goldstein, name
            concept = URIRef(CAMEO + code)
            broader = {str(value).removeprefix(PLOVER) for value in ontology.objects(concept, SKOS.broadMatch)}
            assert broader <= {table[code]["plover_2021"]}, code
            assert str(ontology.value(concept, SKOS.prefLabel)).casefold() == table[code]["name"].casefold()


def test_relations_are_those_of_the_guide(shared: Path) -> None:
    lines = (shared / "gold" / "GUIDE.md").read_text("utf8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("| ")]
    guide = {row[0].removesuffix(" ="): row for row in rows if len(row) == 6 and row[0] != "relation"}
    assert set(guide) == set(relations())
    for name, (shown, sign, _, _, cameo, plover) in guide.items():
        relation = relations()[name]
        assert relation.symmetric is shown.endswith("=")
        assert relation.sign == {"+": 1, "-": -1, "0": 0}[sign]
        assert relation.cameo == tuple(code for code in cameo.split() if code != "–")
        assert relation.plover == tuple(kind for kind in plover.split() if kind != "–")


def test_every_code_that_a_relation_matches_is_a_described_concept(ontology: Graph) -> None:
    for relation in relations().values():
        for concept in [URIRef(CAMEO + c) for c in relation.cameo] + [URIRef(PLOVER + t) for t in relation.plover]:
            assert (concept, RDF.type, SKOS.Concept) in ontology
            assert ontology.value(concept, SKOS.prefLabel)


def test_every_relation_is_symmetric_or_has_an_inverse(ontology: Graph) -> None:
    for name, relation in relations().items():
        assert relation.inverse
        assert (relation.inverse == name) is relation.symmetric
        if not relation.symmetric:
            assert (D[relation.inverse], OWL.inverseOf, D[name]) in ontology
            assert {label.language for label in ontology.objects(D[relation.inverse], RDFS.label)} == {"de", "en"}
    assert len({relation.inverse for relation in relations().values()}) == 38


def test_every_term_of_ours_has_a_german_and_an_english_label(ontology: Graph) -> None:
    for term in {s for s in ontology.subjects() if str(s).startswith(DG)}:
        assert {"de", "en"} <= {label.language for label in ontology.objects(term, RDFS.label)}, term


def test_aligned_with_other_vocabularies(ontology: Graph) -> None:
    others = {str(value) for triple in ontology for value in triple if isinstance(value, URIRef)}
    for prefix in ("prov", "sem", "schema", "foaf", "org", "skos", "nif", "wd", "wdt"):
        assert any(other.startswith(PREFIXES[prefix]) for other in others), prefix
    assert (URIRef(f"{DATA}whoswho"), RDF.type, SKOS.ConceptScheme) in ontology


def test_wikidata_properties_are_those_that_say_the_same() -> None:
    given = {n: (r.wikidata, r.wikidata_inverse) for n, r in relations().items() if r.wikidata or r.wikidata_inverse}
    assert given == {"memberOf": ("P463", ""), "recognizes": ("P530", ""), "chairs": ("", "P488")}
