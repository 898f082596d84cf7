"""What evaluation says of a graph and its gold: groups, intervals, and kinds of errors."""

import json
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractors import Extraction
from graph.cli.app import app
from graph.evaluation import Scores, evaluate, read_gold
from graph.evaluation.causes import Cause, cause
from graph.evaluation.gold import Judged
from graph.knowledge import KnowledgeGraph
from tests.graph.conftest import make_article, make_statement

A, B, C = frozenset(("a",)), frozenset(("b",)), frozenset(("c",))


def judged(subject: frozenset[str], relation: str, target: frozenset[str]) -> Judged:
    return Judged("x", subject, relation, target, {}, "")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (judged(B, "warns", A), Cause.DIRECTION),
        (judged(A, "praises", B), Cause.RELATION),
        (judged(B, "praises", A), Cause.RELATION),
        (judged(A, "warns", C), Cause.ARGUMENT),
        (judged(C, "warns", B), Cause.ARGUMENT),
        (judged(C, "warns", A), Cause.NOTHING),
        (judged(A, "praises", C), Cause.NOTHING),
    ],
)
def test_the_nearest_statement_tells_the_kind(other: Judged, expected: Cause) -> None:
    assert cause(judged(A, "warns", B), [other]) == expected
    assert cause(judged(A, "warns", B), [other], A | B) == expected
    assert cause(judged(A, "warns", B), [other], A | C) == Cause.MENTION
    assert cause(judged(A, "warns", B), [other], B | C) == Cause.MENTION


def test_the_interval_is_of_articles() -> None:
    scores = Scores()
    for i in range(10):
        scores.articles[f"even {i}"].update({("right", "warns"): 1, ("missed", "warns"): 1})
    assert scores.interval() == pytest.approx((2 / 3, 2 / 3))
    for i in range(10):
        scores.articles[f"bad {i}"].update({("missed", "warns"): 2})
    low, high = scores.interval("warns")
    assert low < scores.rates("warns")[2] < high
    assert (low, high) == scores.interval("warns")
    assert scores.interval("meets") == (0, 0)


def test_events_and_offices_apart() -> None:
    scores = Scores()
    scores.articles["x"] = Counter({("right", "represents"): 3, ("wrong", "warns"): 2, ("missed", "meets"): 1})
    assert scores.members("events") == ["meets", "warns"]
    assert scores.members("offices") == ["represents"]
    assert scores.counts("represents") == (3, 0, 0)
    assert scores.counts(*scores.members("events")) == (0, 2, 1)
    assert scores.counts() == (3, 2, 1)


def test_sure() -> None:
    scores = Scores(judged=[(0.8, True), (0.9, False), (0.79, True)])
    assert scores.sure(0.8) == (0.5, 2)
    assert scores.sure(0.7, 0.8) == (1, 1)
    assert scores.sure(0.95) == (0, 0)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A graph that says of an article what `make_statement` makes, beside a gold that says the reverse, it, and more."""
    one = make_statement(make_article())
    path = tmp_path / "kg"
    with KnowledgeGraph(path) as graph:
        graph.replace(Extraction(one.article, [one], (one.subject, one.object)))
    names = [one.subject.label("en"), one.object.label("en"), "Atlantis"]

    def said(subject: str, relation: str, target: str) -> dict[str, object]:
        free: dict[str, object] = {"date": [""], "place": [""], "source": [""]}
        return {
            "subject": subject,
            "relation": relation,
            "object": target,
            "polarity": "affirmed",
            "status": "actual",
        } | free

    gold = {
        "id": one.article.id,
        "actors": [{"name": name, "names": []} for name in names],
        "statements": [said(names[0], one.relation, names[1]), said(names[2], "warns", names[1]), said(names[1], "warns", names[0])],
    }  # fmt: skip
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold), "utf8")
    return path


def test_missed_ones_have_their_kind(store: Path) -> None:
    with KnowledgeGraph(store, read_only=True) as graph:
        scores = evaluate(graph, read_gold(store.parent / "gold.jsonl"))
    assert scores.counts() == (1, 0, 2)
    assert sorted(fault.kind for fault in scores.errors if fault.error == "missed") == [Cause.MENTION, Cause.RELATION]


def test_the_command_lists_errors_by_kind(store: Path) -> None:
    shown = CliRunner().invoke(app, ["evaluate", str(store.parent / "gold.jsonl"), "--store", str(store), "--errors"])
    assert shown.exit_code == 0, shown.output
    assert "events" in shown.output
    assert "missed, actor not found: 1" in " ".join(shown.output.split())
