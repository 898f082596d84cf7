"""The command line as a user types it, in a process of its own where the exit code matters."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from typer.testing import CliRunner

from graph.cli.app import app

pytestmark = pytest.mark.slow

SENTENCE = "Frankreichs Präsident Emmanuel Macron hat den ukrainischen Präsidenten Wolodymyr Selenskyj am Mittwoch in Paris empfangen."
COMMANDS = (
    "demo", "build", "explore", "query", "export", "info", "explain", "validate", "evaluate", "remove", "diff", "serve",
)  # fmt: skip


def run(*arguments: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from graph.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "a.txt").write_text("date 2025-09-04\n" + SENTENCE, "utf8")
    done = run("build", "a.txt", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "empfängt" in done.stdout
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"])
    assert shown.exit_code == 0
    assert f"Example: diplograph {command}" in " ".join(shown.output.split())


def test_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).output.startswith("diplograph 0.")


def test_export_and_query(built: Path) -> None:
    assert run("export", "-o", "kg.ttl", cwd=built).returncode == 0
    graph = rdflib.Graph().parse(built / "kg.ttl")
    hosts = rdflib.URIRef("https://w3id.org/diplograph/ontology#hosts")
    assert [(str(s)[-8:], str(o)[-8:]) for s, o in graph.subject_objects(hosts)] == [("Q3052772", "Q3874799")]
    question = "SELECT ?who { ?x dg:hosts ?y . ?x skos:prefLabel ?who FILTER(lang(?who) = 'de') }"
    asked = run("query", "-", "--format", "json", cwd=built, stdin=question)
    assert json.loads(asked.stdout) == [{"who": "Emmanuel Macron"}]
    (built / "q.rq").write_text(question, "utf8")
    assert run("query", "q.rq", "--format", "csv", cwd=built).stdout.split() == ["who", "Emmanuel", "Macron"]
    assert "1 row" in run("query", question, cwd=built).stdout


def test_building_twice_gives_the_same_bytes(built: Path) -> None:
    run("export", "-o", "one.ttl", cwd=built)
    run("export", "-o", "one.nq", cwd=built)
    assert run("build", "a.txt", cwd=built).returncode == 0
    for suffix in ("ttl", "nq"):
        run("export", "-o", f"two.{suffix}", cwd=built)
        assert (built / f"one.{suffix}").read_bytes() == (built / f"two.{suffix}").read_bytes()


def test_explore_and_info(built: Path) -> None:
    assert run("explore", "-o", "graph.html", cwd=built).returncode == 0
    assert "Wolodymyr Selenskyj" in (built / "graph.html").read_text("utf8")
    assert run("explore", "--since", "2026", "-o", "later.html", cwd=built).returncode == 1
    assert not (built / "later.html").exists()
    assert "no relation" in run("explore", "--relation", "hugs", cwd=built).stderr
    shown = run("info", cwd=built).stdout
    assert "articles" in shown
    assert "at least 0.6 sure" in shown


def test_named_questions_validation_difference_and_removal(built: Path) -> None:
    assert "hosts-in-period" in run("query", "--list", cwd=built).stdout
    asked = run("query", "hosts-in-period", "--since", "2025-09", "--format", "csv", cwd=built).stdout
    assert "Emmanuel Macron" in asked
    assert (
        len(run("query", "hosts-in-period", "--since", "2026", "--format", "csv", cwd=built).stdout.splitlines()) == 1
    )
    assert "conforms" in run("validate", "--store", "kg", cwd=built).stdout
    run("export", "-o", "whole.ttl", cwd=built)
    assert run("validate", "whole.ttl", cwd=built).returncode == 0
    assert run("diff", "kg", "whole.ttl", cwd=built).returncode == 0
    assert run("build", "a.txt", "--store", "gone", cwd=built).returncode == 0
    assert run("remove", "a", "--store", "gone", cwd=built).returncode == 0
    lost = run("diff", "kg", "gone", cwd=built)
    assert lost.returncode == 1
    assert "Emmanuel Macron empfängt" in " ".join(lost.stdout.split())
    assert run("remove", "a", "--store", "gone", cwd=built).returncode == 2


def test_explain(built: Path) -> None:
    asked = run("query", "SELECT ?st { ?st rdf:predicate dg:hosts }", "--format", "csv", cwd=built).stdout.split()
    shown = run("explain", asked[1].rpartition("/")[2][:8], cwd=built).stdout
    assert "empfangen" in shown
    assert "2025-09-03" in shown


def test_one_bad_file_is_named_and_the_rest_is_built(built: Path) -> None:
    (built / "bad.pdf").write_bytes(b"%PDF-1.7")
    done = run("build", "a.txt", "bad.pdf", "none.txt", "--store", "other", cwd=built)
    assert done.returncode == 1
    assert "bad.pdf: the PDF cannot be read" in done.stderr
    assert "none.txt: no such file" in done.stderr
    assert "Traceback" not in done.stderr
    assert "articles" in run("info", "--store", "other", cwd=built).stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["build", "none.txt"], "nothing was built"),
        (["build", "a.txt", "--pipeline", "no_such_pipeline"], "no spaCy pipeline"),
        (["query", "SELECT", "--store", "kg"], "cannot be read"),
        (["query", "DROP ALL"], "no updates"),
        (["query", "none.rq"], "none.rq"),
        (["query", "ASK {}", "--format", "xml"], "no format"),
        (["query"], "no question"),
        (["query", "statements-about"], "needs --actor"),
        (["query", "ASK {}", "--since", "2025"], "named questions"),
        (["export", "-o", "kg.ttl", "--relation", "likes"], "no relation"),
        (["export", "-o", "kg.ttl", "--actor", "Niemand"], "no actor"),
        (["validate"], "name either"),
        (["validate", "none.ttl"], "none.ttl"),
        (["diff", "kg", "nowhere"], "nowhere"),
        (["explain", "zzzz"], "no statement begins"),
        (["serve", "--store", "nowhere"], "no graph here"),
        (["info", "--store", "nowhere"], "no graph here"),
        (["export", "-o", "kg.doc"], "no format"),
        (["export", "-o", "missing/kg.ttl"], "cannot be written"),
        (["explore", "-o", "missing/graph.html"], "cannot be written"),
    ],
)
def test_mistakes_give_one_line_and_exit_code_2(built: Path, arguments: list[str], reason: str) -> None:
    done = run(*arguments, cwd=built)
    assert done.returncode == 2, done.stderr
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_date_it_says_so(built: Path) -> None:
    (built / "undated.txt").write_text("Macron empfing Selenskyj.", "utf8")
    done = run("build", "undated.txt", "--store", "undated", cwd=built)
    assert done.returncode == 0
    assert "no date for 1 of 1" in done.stderr


def test_articles_later_than_the_tables_are_warned_of_once(built: Path) -> None:
    texts = {"later-2031-05-02": "Der US-Präsident lobte Polen.", "later-2031-05-03": "Der US-Präsident lobte Ghana."}
    for name, text in texts.items():
        (built / f"{name}.txt").write_text(text, "utf8")
    done = run("build", *(f"{name}.txt" for name in texts), "--store", "later", cwd=built)
    assert done.returncode == 0
    assert done.stderr.count("later than the who's-who") == 1
    assert "2 of 2 articles" in done.stderr
    assert "actors update" in done.stderr


def test_an_article_cannot_drive_the_terminal(built: Path) -> None:
    record = {
        "id": "\u001b]0;owned\u0007\u202eevil",
        "date": "2025-09-04",
        "text": "Macron empfing am Mittwoch Selenskyj.",
        "title": "[red]x[/red]",
    }
    (built / "n.jsonl").write_text(json.dumps(record), "utf8")
    assert run("build", "n.jsonl", "--store", "evil", cwd=built).returncode == 0
    shown = run(
        "query", "SELECT ?id ?t { ?a dcterms:identifier ?id ; dcterms:title ?t }", "--store", "evil", cwd=built
    ).stdout
    assert "\u001b" not in shown
    assert "\u202e" not in shown
    assert "[red]x[/red]" in shown


def test_demo(tmp_path: Path) -> None:
    done = run("demo", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "The ten strongest ties" in done.stdout
    assert done.stdout.count("SELECT") >= 3
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"kg", "kg.ttl", "graph.html"}
    page = (tmp_path / "out" / "graph.html").read_text("utf8")
    assert "Emmanuel Macron" in page
