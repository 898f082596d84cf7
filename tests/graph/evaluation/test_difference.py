"""The difference of two graphs, from stores and files."""

from pathlib import Path

import pytest

from extractors.statement import Extraction, Polarity
from graph.evaluation.difference import difference
from graph.knowledge import KnowledgeGraph
from graph.storage.backend import StoreError
from graph.storage.files import opened
from graph.validation.shacl import validate
from tests.bench.synthetic import extractions
from tests.graph.conftest import FRANCE, MACRON, SELENSKYJ, make_article, make_statement


def test_gained_and_lost(extraction: Extraction) -> None:
    one, other = KnowledgeGraph(), KnowledgeGraph()
    one.replace(extraction)
    article = make_article()
    other.replace(Extraction(article, [make_statement(article), make_statement(article, MACRON, "warns", FRANCE)], ()))
    found = difference(one, other)
    assert [(fact.subject, fact.relation, fact.object) for fact in found.gained] == [
        ("Emmanuel Macron", "warns", "France")
    ]
    assert {fact.relation for fact in found.lost} == {"represents", "meets"}
    assert not difference(one, one)
    # Ukraine is described too: the who's-who says of whom Selenskyj is president.
    actors = ("Emmanuel Macron", "France", "Ukraine", "Volodymyr Zelenskyy")
    assert difference(other, KnowledgeGraph()).actors_lost == actors


def test_a_changed_qualifier_is_both() -> None:
    one, other = KnowledgeGraph(), KnowledgeGraph()
    article = make_article()
    one.replace(Extraction(article, [make_statement(article)], ()))
    other.replace(Extraction(article, [make_statement(article, polarity=Polarity.NEGATED)], (SELENSKYJ,)))
    found = difference(one, other)
    assert [fact.polarity for fact in (*found.gained, *found.lost)] == ["negated", "affirmed"]


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf"])
def test_a_file_is_the_store_it_came_from(tmp_path: Path, suffix: str) -> None:
    graph = KnowledgeGraph(tmp_path / "kg")
    graph.load(extractions(60))
    graph.export(tmp_path / f"kg{suffix}")
    with opened(str(tmp_path / f"kg{suffix}")) as read:
        assert not difference(graph, read)
        assert list(read.quads()) == list(graph.quads())
        assert validate(read).conforms


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<a> <b>")
    for name, reason in (("none.ttl", "none.ttl"), ("bad.ttl", r"no \.ttl file"), ("none", "no graph here")):
        with pytest.raises(StoreError, match=reason):
            opened(str(tmp_path / name))
