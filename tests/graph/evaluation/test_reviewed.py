"""What judgements tell of the extraction, and judged articles as gold."""

from pathlib import Path

import pytest

from extractors.statement import Extraction
from graph.evaluation import evaluate, read_gold
from graph.evaluation.reviewed import Precision, reviewed
from graph.knowledge import KnowledgeGraph
from tests.graph.reviews.test_book import judge, say, second, statements


@pytest.fixture
def judged(extraction: Extraction) -> KnowledgeGraph:
    made = KnowledgeGraph()
    made.load([extraction, second()])
    judge(made)
    return made


def test_precision_by_relation_and_confidence(judged: KnowledgeGraph) -> None:
    found = reviewed(judged.judgements())
    # Confirmed; rejected; amended in its relation, so wrong. The added one was not extracted.
    assert (found.whole.right, found.whole.judged, found.added) == (1, 3, 1)
    assert {one.what: (one.right, one.judged) for one in found.relations} == {
        "hosts": (1, 1),
        "meets": (0, 1),
        "warns": (0, 1),
    }
    assert {one.what: (one.right, one.judged) for one in found.bands} == {"0.6–0.7": (0, 1), "0.9–1.0": (1, 2)}
    say(judged, {"statement": statements(judged)["a1 represents"].iri, "verdict": "amended", "date": "2025"})
    assert reviewed(judged.judgements()).whole.right == 2


def test_wilsons_interval() -> None:
    low, high = Precision("all", 8, 10).interval
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert Precision("all", 0, 0).interval == (0.0, 1.0)
    assert Precision("all", 5, 5).interval[1] == 1.0


def test_judged_articles_are_gold(judged: KnowledgeGraph, tmp_path: Path) -> None:
    judged.export(tmp_path / "gold.jsonl")
    gold = read_gold(tmp_path / "gold.jsonl")
    assert set(gold) == {"a1", "a2"}
    scores = evaluate(judged, gold)
    assert (scores.wrong.total(), scores.missed.total(), scores.right.total()) == (0, 0, 3)
    raw = evaluate(judged.unreviewed(), gold)
    assert (raw.right["hosts"], raw.wrong["meets"], raw.wrong["warns"]) == (1, 1, 1)
    assert raw.missed["criticizes"] == raw.missed["meets"] == 1
