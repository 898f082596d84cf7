"""Facts about relations: what the ontology says of each, that it says what it means, and that nobody else lists relations."""

import re
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace

from ontology.vocabulary import DG, Relation, ontology_text, relations
from tests.ontology.copies import ROOT

D = Namespace(DG)
BEARERS = {
    "standing": "represents memberOf",
    "contact": "meets phones negotiatesWith hosts visits informs invites mediates agreesWith",
    "alignment": "supports praises alliedWith aids arms cooperatesWith pledges recognizes",
    "conflict": "attacks occupies sanctions accuses criticizes threatens warns opposes rejects expels breaksTiesWith detains "
    "mobilizesAgainst summons",
    "encounter": "meets phones negotiatesWith hosts visits invites",
    "affiliation": "represents memberOf chairs",
    "hostile": "attacks occupies detains expels threatens deploysTo arms mobilizesAgainst",
    "speech_act": "praises criticizes accuses urges warns threatens rejects pledges supports",
    "befalls_persons": "detains releases expels sanctions summons",
    "abroad": "visits recognizes",
    "journey": "visits",
    "on_territory": "deploysTo",
    "by_telephone": "meets",
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(data=ontology_text(), format="turtle")


def property_of(field: str) -> str:
    first, *others = field.split("_")
    return first + "".join(word.capitalize() for word in others)


@pytest.mark.parametrize("field", sorted(BEARERS))
def test_who_bears_which_fact(field: str) -> None:
    assert {name for name, relation in relations().items() if getattr(relation, field)} == set(BEARERS[field].split())


def test_talks_by_telephone_are_calls() -> None:
    assert relations()["meets"].by_telephone == "phones"
    assert {relation.by_telephone for relation in relations().values()} - {""} <= set(relations())


def test_every_fact_is_defined_in_both_languages_and_borne_by_relations(ontology: Graph) -> None:
    known = {D[name] for name in relations()}
    assert set(BEARERS) <= {field.name for field in fields(Relation)}
    for field in BEARERS:
        fact = D[property_of(field)]
        assert (fact, RDF.type, OWL.AnnotationProperty) in ontology, fact
        for said in (RDFS.label, SKOS.definition):
            assert {text.language for text in ontology.objects(fact, said)} == {"de", "en"}, fact
        assert set(ontology.subjects(fact)) <= known
        if field != "by_telephone":
            assert set(ontology.objects(None, fact)) == {Literal(True)}, fact


def test_a_standing_relation_is_neutral_and_no_contact() -> None:
    for relation in relations().values():
        assert not (relation.standing and (relation.sign or relation.contact)), relation.name
        assert not (relation.contact and relation.sign < 0), relation.name


def test_a_side_has_the_sign_of_its_relation_and_is_no_talk() -> None:
    for relation in relations().values():
        assert not (relation.alignment and relation.conflict), relation.name
        assert relation.side * relation.sign >= 0, relation.name
        assert not (relation.side and (relation.contact or relation.standing)), relation.name


def listed(text: str) -> set[str]:
    return {name for name in re.findall(r"dg:(\w+)", text) if name in relations()}


def test_shapes_name_no_relation() -> None:
    assert listed(files("ontology").joinpath("shapes.ttl").read_text("utf8")) == set()


@pytest.mark.parametrize("path", sorted((ROOT / "graph").rglob("*.rq")), ids=lambda path: path.stem)
def test_a_question_names_the_relation_it_is_about_or_none(path: Path) -> None:
    assert len(listed(path.read_text("utf8"))) <= 1
