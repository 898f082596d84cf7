"""What reaches the terminal: in any encoding and width, with a word where something is misspelt or empty."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractors.statement import Extraction
from graph.cli.query import too_narrow, unknown_terms
from graph.cli.terminal import did_you_mean
from graph.knowledge import KnowledgeGraph

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
PLAIN = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    line = [sys.executable, "-c", "from graph.cli import main; main()", *map(str, arguments)]
    whole = environment if "LC_ALL" in environment else os.environ | environment
    return subprocess.run(line, cwd=ROOT, env=whole, capture_output=True, timeout=120, check=False)


@pytest.fixture
def store(extraction: Extraction, tmp_path: Path) -> Path:
    with KnowledgeGraph(tmp_path / "kg") as graph:
        graph.replace(extraction)
    return tmp_path / "kg"


NAMES = "SELECT ?name { ?actor skos:prefLabel ?name } ORDER BY ?name"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii"])
@pytest.mark.parametrize("form", ["csv", "json", "table"])
def test_pipes_get_utf8(store: Path, encoding: str, form: str) -> None:
    done = run("query", NAMES, "--store", store, "-f", form, PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert "Élysée" in done.stdout.decode("utf8") or "Selenskyj" in done.stdout.decode("utf8")


def test_the_c_locale_takes_names_with_umlauts(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "größe.csv"
    done = run("export", "--store", store, "-o", out, "--actor", "Élysée", **PLAIN)
    assert "no actor 'Élysée'" in done.stderr.decode("utf8")
    done = run("export", "--store", store, "-o", out, **PLAIN)
    assert done.returncode == 0, done.stderr
    assert out.exists()


def test_misspelt_words_are_answered(store: Path) -> None:
    for arguments, told in (
        (("query", "hosts-in-perid"), "did you mean hosts-in-period"),
        (("query", "qqqq"), "diplograph query --list"),
        (("export", "-o", "x.csv", "--relation", "hostz"), "did you mean hosts"),
        (("export", "-o", "x.csv", "--since", "2025-13"), "a date that exists"),
        (("export", "-o", "x.csv", "--since", "2026", "--until", "2025"), "is after until"),
        (("query", "SELECT * { ?a dg:hostz ?b }"), "dg:hostz is no term of the ontology; did you mean"),
    ):
        done = run(*arguments, "--store", store)
        assert told in done.stderr.decode(), done.stderr
        assert b"Traceback" not in done.stderr
    assert unknown_terms("SELECT * { ?a dg:hosts ?b FILTER(?c = 'dg:foo') }") == []
    assert did_you_mean("xyz", ["hosts"]) == ""


def test_empty_selections_are_said(store: Path, tmp_path: Path) -> None:
    done = run("export", "--store", store, "-o", tmp_path / "x.csv", "--since", "2030")
    assert done.returncode == 1
    assert b"no statement is selected" in done.stderr


def test_a_narrow_terminal_gets_a_block_a_row(store: Path) -> None:
    question = "SELECT ?st ?evidence ?rule ?date ?polarity ?status { ?st a dg:Statement ; dg:evidence ?evidence ; dg:rule ?rule ;" \
        " dg:polarity ?polarity ; dg:status ?status OPTIONAL { ?st dg:date ?date } }"  # fmt: skip
    narrow = run("query", question, "--store", store, COLUMNS="60").stdout.decode()
    assert "evidence: " in narrow
    assert max(map(len, narrow.splitlines())) <= 60
    assert "evidence: " not in run("query", question, "--store", store, COLUMNS="160").stdout.decode()
    assert not too_narrow(60, ["a", "b"], [["x" * 80, "y"]])


@pytest.mark.parametrize(
    ("command", "flag"),
    [("build", "--rebuild"), ("build", "--dry-run"), ("export", "--rdf12"), ("query", "--list"), ("follow", "--pages")],
)
def test_flags_have_no_value_in_their_help(command: str, flag: str) -> None:
    (line,) = [one for one in run(command, "--help").stdout.decode().splitlines() if re.search(rf"│ +{flag} ", one)]
    assert "<bool>" not in line
