"""The ontology: 38 relations, complete, and consistent under OWL RL."""

import owlrl
import pytest
from rdflib import OWL, RDF, Graph, URIRef

from ontology.vocabulary import DG, ontology_text, relations

SYMMETRIC = {"meets", "phones", "negotiatesWith", "agreesWith", "cooperatesWith", "alliedWith"}


def test_the_relations_of_the_guide() -> None:
    found = relations()
    assert len(found) == 38
    assert {name for name, relation in found.items() if relation.symmetric} == SYMMETRIC
    assert (found["hosts"].sign, found["attacks"].sign, found["urges"].sign) == (1, -1, 0)
    assert (found["sanctions"].cameo, found["sanctions"].plover) == (("163",), ("SANCTION",))


def test_every_relation_is_described_in_both_languages() -> None:
    for relation in relations().values():
        texts = [texts.get(lang, "") for texts in (relation.labels, relation.definitions) for lang in ("de", "en")]
        assert all(text.strip() for text in texts), relation.name
        assert -10 <= relation.goldstein <= 10
        assert relation.goldstein * relation.sign >= 0, relation.name


@pytest.mark.slow
def test_consistent_under_owl_rl() -> None:
    graph = Graph().parse(data=ontology_text(), format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    errors = list(graph.subjects(RDF.type, URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")))
    assert errors == []
    assert (URIRef(DG + "meets"), RDF.type, OWL.SymmetricProperty) in graph
