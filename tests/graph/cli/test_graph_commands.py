"""The commands that check, change, compare and serve a graph."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from extractors.statement import Extraction
from graph.cli.diff import diff
from graph.cli.evaluate import evaluate
from graph.cli.remove import remove
from graph.cli.serve import serve
from graph.cli.terminal import UserError
from graph.cli.validate import validate
from graph.knowledge import KnowledgeGraph
from tests.graph.conftest import make_article, make_statement

app = typer.Typer()
for command in (validate, evaluate, remove, diff, serve):
    app.command()(command)


def run(*arguments: str) -> tuple[int, str, str]:
    """Exit code, output, and the message of a user's mistake."""
    done = CliRunner().invoke(app, arguments)
    if isinstance(done.exception, UserError):
        return done.exception.exit_code, done.output, str(done.exception)
    return done.exit_code, done.output, ""


@pytest.fixture
def store(tmp_path: Path, extraction: Extraction) -> str:
    address = str(tmp_path / "kg")
    with KnowledgeGraph(address) as graph:
        graph.replace(extraction)
        graph.export(tmp_path / "kg.ttl")
    return address


def test_validate(store: str) -> None:
    assert run("validate", "--store", store)[:2] == (0, "conforms\n")
    file = Path(f"{store}.ttl")
    assert run("validate", str(file))[0] == 0
    file.write_text(file.read_text("utf8").replace("dg:confidence 0.9", "dg:confidence 9.9"), "utf8")
    code, shown, _ = run("validate", str(file))
    assert code == 1
    assert "statement-confidence" in shown
    file.write_text("no turtle", "utf8")
    assert run("validate", str(file))[0] == 2
    for other in ("", "<urn:a> <urn:b> <urn:c> ."):
        file.write_text(other, "utf8")
        assert run("validate", str(file))[:2] == (1, "no statement to check: is this a graph of diplograph?\n")
    assert run("validate", "--store", "nowhere")[0] == 2


def test_remove(store: str) -> None:
    code, _, message = run("remove", "none", "--store", store)
    assert (code, message) == (2, "nothing was removed")
    assert run("remove", "a1", "none", "--store", store)[0] == 1
    with KnowledgeGraph(store, read_only=True) as graph:
        assert list(graph.quads()) == []


def test_diff(store: str) -> None:
    file = f"{store}.ttl"
    assert run("diff", file, store)[0] == 0
    with KnowledgeGraph(store) as graph:
        other = make_article("a2")
        graph.replace(Extraction(other, [make_statement(other)], ()))
    code, shown, _ = run("diff", file, store)
    assert code == 1
    assert "+ a2: Emmanuel Macron empfängt Wolodymyr Selenskyj (affirmed, actual, 2025-09-03, Paris)" in shown
    assert run("diff", "none.ttl", store)[0] == 2


def test_evaluate_says_where_no_article_of_the_gold_is_there(store: str, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "elsewhere", "actors": [], "statements": []}\n', "utf8")
    code, _, message = run("evaluate", str(tmp_path / "gold.jsonl"), "--store", store)
    assert code == 2
    assert message.startswith("none of the 1 articles of")


def test_serve_says_what_is_missing(tmp_path: Path) -> None:
    assert "no graph here" in run("serve", "--store", str(tmp_path))[2]
