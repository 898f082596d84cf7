"""Patterns that only the ontology can answer: what stands in their place."""

import pytest
from pyoxigraph import RdfFormat, Store

from ontology.patterns import PROLOGUE, answered
from ontology.vocabulary import ontology_text, relations


def block(variable: str, names: list[str]) -> str:
    return f"VALUES {variable} {{ {' '.join(f'dg:{name}' for name in names)} }}"


def test_a_fact_a_value_and_the_relations_themselves() -> None:
    known = relations()
    assert answered("?p dg:journey true .") == "VALUES ?p { dg:visits } ."
    assert answered("{ ?p dg:sign -1 }") == f"{{ {block('?p', [n for n, r in known.items() if r.sign == -1])} }}"
    assert answered("?p a owl:SymmetricProperty") == block("?p", [n for n, r in known.items() if r.symmetric])
    assert answered("?p rdfs:subPropertyOf dg:relation") == block("?p", list(known))
    assert answered('?p dg:group "consult"') == block("?p", [n for n, r in known.items() if r.group == "consult"])


def test_two_variables() -> None:
    assert answered("?a dg:byTelephone ?b") == "VALUES (?a ?b) { (dg:meets dg:phones) }"
    assert "(dg:accuses -1) (dg:agreesWith 1)" in answered("?relation dg:sign ?sign")


def test_a_fact_that_must_not_hold_is_a_plain_list() -> None:
    assert answered("FILTER NOT EXISTS { ?p dg:journey true }") == "FILTER(?p NOT IN (dg:visits))"


@pytest.mark.parametrize("text", ["?st dg:status dg:actual ; dg:place ?place", "?a a dg:Statement", "?x dg:inState ?y"])
def test_what_articles_say_stays(text: str) -> None:
    assert answered(text) == text


@pytest.mark.parametrize(
    "text", ["?p dg:journey true ; dg:sign 1", "?st rdf:predicate/dg:hostile true", "?p dg:abroad false"]
)
def test_another_way_to_write_it_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a triple of its own"):
        answered(text)


@pytest.mark.parametrize(
    "pattern", ["?p dg:hostile true", "?p dg:sign ?n", "?p dg:goldstein ?n", "?p rdfs:subPropertyOf dg:relation"]
)
def test_the_answer_is_the_ontologys_own(pattern: str) -> None:
    store = Store()
    store.load(ontology_text().encode(), RdfFormat.TURTLE)

    def rows(where: str) -> set[str]:
        return {str(row) for row in store.query(f"{PROLOGUE}SELECT * {{ {where} ?p a owl:ObjectProperty }}")}  # type: ignore[union-attr]

    assert rows(f"{answered(pattern)} .") == rows(f"{pattern} .") != set()
