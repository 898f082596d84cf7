"""The difference of two graphs, from stores and files."""

from extractors.statement import Extraction, Polarity
from graph.evaluation.difference import difference
from graph.knowledge import KnowledgeGraph
from tests.graph.conftest import FRANCE, MACRON, SELENSKYJ, make_article, make_statement


def test_gained_and_lost(extraction: Extraction) -> None:
    one, other = KnowledgeGraph(), KnowledgeGraph()
    one.replace(extraction)
    article = make_article()
    other.replace(Extraction(article, [make_statement(article), make_statement(article, MACRON, "warns", FRANCE)], ()))
    found = difference(one, other, "en")
    assert [(fact.subject, fact.relation, fact.object) for fact in found.gained] == [
        ("Emmanuel Macron", "warns", "France")
    ]
    assert {fact.relation for fact in found.lost} == {"represents", "meets"}
    assert not difference(one, one)
    # Ukraine is described too: the who's-who says of whom Selenskyj is president.
    actors = ("Emmanuel Macron", "France", "Ukraine", "Volodymyr Zelenskyy")
    assert difference(other, KnowledgeGraph(), "en").actors_lost == actors


def test_a_changed_qualifier_is_both() -> None:
    one, other = KnowledgeGraph(), KnowledgeGraph()
    article = make_article()
    one.replace(Extraction(article, [make_statement(article)], ()))
    other.replace(Extraction(article, [make_statement(article, polarity=Polarity.NEGATED)], (SELENSKYJ,)))
    found = difference(one, other)
    assert [fact.polarity for fact in (*found.gained, *found.lost)] == ["negated", "affirmed"]
