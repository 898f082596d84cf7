"""`--lang`: all of a command's output in one language, no row missing and none twice; nothing else depends on it."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from extractors.statement import Extraction, Polarity, Status
from graph.cli.app import app
from graph.knowledge import KnowledgeGraph
from ontology.actor import Actor, ActorKind, Place
from ontology.vocabulary import relations
from tests.graph.conftest import FRANCE, MACRON, SELENSKYJ, make_article, make_statement

pytestmark = pytest.mark.slow

GERMANY = Actor("Q183", ActorKind.STATE, {"de": "Deutschland", "en": "Germany"}, (), "Q183")
GENEVA = Place("genf", {"de": "Genf", "en": "Geneva"})
# An actor that no table has: the German article's name stands in both languages.
UNLISTED = Actor("nordbund", ActorKind.ORGANISATION, {"de": "Nordbund"}, known=False)
# What may stand in the output of the other language only where the articles' own words are shown.
WORDS = {
    "de": ("Deutschland", "Frankreich", "Wolodymyr Selenskyj", "Genf", "empfängt", "unterstützt", "trifft"),
    "en": ("Germany", "France", "Volodymyr Zelenskyy", "Geneva", "hosts", "supports", "meets"),
}
LANGUAGES = sorted(WORDS)


@pytest.fixture
def store(tmp_path: Path) -> str:
    article = make_article()
    made = [
        make_statement(article, MACRON, "hosts", SELENSKYJ, place=GENEVA, source=GERMANY),
        make_statement(article, MACRON, "hosts", UNLISTED, place=GENEVA),
        make_statement(article, FRANCE, "supports", GERMANY),
        make_statement(article, GERMANY, "supports", FRANCE),
        make_statement(article, FRANCE, "supports", UNLISTED, place=None),
        make_statement(
            article, SELENSKYJ, "meets", FRANCE, polarity=Polarity.NEGATED, status=Status.PLANNED, source=MACRON
        ),
    ]
    with KnowledgeGraph(tmp_path / "kg") as graph:
        graph.replace(Extraction(article, made, ()))
    return str(tmp_path / "kg")


def run(*words: str, lang: str = "", **environment: str) -> Result:
    option = ["--lang", lang] if lang else []
    return CliRunner().invoke(app, [*words, *option], env={"COLUMNS": "200", "DIPLOGRAPH_LANG": "", **environment})


def only(text: str, lang: str, *expected: str) -> None:
    """The text has some words of a language, and none of the other."""
    here, there = WORDS[lang], WORDS["en" if lang == "de" else "de"]
    told = " ".join(text.split())
    for word in expected:
        assert here[WORDS["en"].index(word)] in told, told
    assert not [word for word in there if re.search(rf"\b{word}\b", told)], told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_review(store: str, tmp_path: Path, lang: str) -> None:
    only(run("review", "queue", "--store", store, lang=lang).output, lang, "France", "Germany", "supports", "meets")
    with KnowledgeGraph(store, read_only=True) as graph:
        ((first,),) = graph.query("SELECT ?st { ?st rdf:predicate dg:meets }").rows
    line = {"statement": first, "verdict": "amended", "relation": "hosts", "object": "Q183"}
    (tmp_path / "r.jsonl").write_text(json.dumps(line), "utf8")
    assert run("review", "apply", str(tmp_path / "r.jsonl"), "--store", store).exit_code == 0
    only(run("review", "list", "--store", store, lang=lang).output, lang, "Volodymyr Zelenskyy", "meets", "Germany")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_named_question(store: str, lang: str) -> None:
    shown = run("query", "hosts-in-period", "--store", store, lang=lang).output
    only(shown, lang, "Volodymyr Zelenskyy", "Geneva")
    assert "Nordbund" in shown
    assert "2 rows" in shown
    shown = run("query", "statements-about", "--actor", "Q142", "--store", store, lang=lang).output
    only(shown, lang, "France", "Germany", "supports", "meets")
    assert "4 rows" in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_programs_read_has_ids_beside_labels(store: str, lang: str) -> None:
    asked = ("query", "statements-about", "--actor", "Q142", "--store", store)
    rows = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv", lang=lang).output)))
    told = json.loads(run(*asked, "--format", "json", lang=lang).output)
    assert [{name: "" if value is None else str(value) for name, value in row.items()} for row in told] == rows
    assert {type(row["confidence"]) for row in told} == {float}
    known = {one.id: one.label(lang) for one in (FRANCE, GERMANY, SELENSKYJ, MACRON, UNLISTED)}
    assert len(rows) == 4
    for row in rows:
        assert row["subject"] == known[row["subject_id"]]
        assert row["object"] == known[row["object_id"]]
        assert row["source"] == (known[row["source_id"]] if row["source_id"] else "")
        assert row["relation"] == relations()[row["relation_id"]].label(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ties(store: str, lang: str) -> None:
    shown = run("analyze", "ties", "--store", store, lang=lang).output
    only(shown, lang, "Germany", "France")
    rows = json.loads(run("analyze", "ties", "--json", "--store", store, lang=lang).output)["tables"]["ties"]
    assert {one["id"]: one["labels"] for row in rows for one in (row["a"], row["b"])}["Q183"] == dict(GERMANY.labels)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_explain(store: str, lang: str) -> None:
    with KnowledgeGraph(store, read_only=True) as graph:
        ((iri,),) = graph.query("SELECT ?st { ?st rdf:predicate dg:hosts ; rdf:object dgactor:Q3874799 }").rows
    shown = run("explain", iri.rpartition("/")[2], "--store", store, lang=lang).output
    # The id of the relation stands as it is in queries.
    only(shown.replace("dg:hosts", ""), lang, "hosts", "Volodymyr Zelenskyy", "Geneva", "Germany")
    assert "dg:hosts" in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_info(store: str, lang: str) -> None:
    shown = run("info", "--store", store, lang=lang).output
    only(shown, lang, "hosts", "supports", "meets")
    names = [relations()[name].label(lang) for name in ("supports", "hosts", "meets")]
    assert [line.split() for line in shown.splitlines()[-3:]] == [
        [name, str(number)] for name, number in zip(names, (3, 2, 1), strict=True)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_diff(store: str, tmp_path: Path, lang: str) -> None:
    with KnowledgeGraph(tmp_path / "empty"):
        pass
    done = run("diff", str(tmp_path / "empty"), store, lang=lang)
    assert done.exit_code == 1
    only(done.output, lang, "France", "Germany", "hosts", "supports", "meets", "Geneva")
    lines = done.output.splitlines()
    assert len(lines) == len(set(lines)) == 6 + 6 + 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_evaluate(store: str, tmp_path: Path, lang: str) -> None:
    def gold(subject: str, relation: str, target: str) -> dict[str, object]:
        told = {"subject": subject, "relation": relation, "object": target, "polarity": "affirmed", "status": "actual"}
        return {**told, "date": ["2025-09-03"], "place": ["Genf"], "source": [""]}

    record = {
        "id": "a1",
        "actors": [{"name": name, "names": []} for name in ("Emmanuel Macron", "Wolodymyr Selenskyj", "Nordbund")],
        "statements": [
            gold("Emmanuel Macron", "hosts", "Wolodymyr Selenskyj"),
            gold("Emmanuel Macron", "meets", "Nordbund"),
        ],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(record), "utf8")
    done = run("evaluate", str(tmp_path / "gold.jsonl"), "--errors", "--store", store, lang=lang)
    assert done.exit_code == 0, done.exception
    missed = dict(zip(LANGUAGES, ("Emmanuel Macron trifft Nordbund", "Emmanuel Macron meets Nordbund"), strict=True))
    assert missed[lang] in done.output
    wrong = [line for line in done.output.splitlines() if line.startswith("wrong")]
    assert len(wrong) == 5
    only("\n".join(wrong), lang, "France", "Germany", "supports")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_demo(tmp_path: Path, lang: str) -> None:
    done = run("demo", str(tmp_path / "demo"), lang=lang)
    assert done.exit_code == 0, done.exception
    told = "\n".join(line for line in done.output.splitlines() if not line.startswith((" ", "SELECT", "}")))
    # The questions stand there in English.
    told = told.replace("at odds with Russia", "")
    other = {"de": ("Russland", "Polen", "empfängt"), "en": ("Russia", "Poland", "hosts")}
    assert all(word in told for word in other[lang])
    assert not [word for word in other["en" if lang == "de" else "de"] if re.search(rf"\b{word}\b", told)]
    assert f'"language":"{lang}"' in (tmp_path / "demo" / "graph.html").read_text("utf8")


def test_the_environment_decides_where_nothing_is_said(store: str) -> None:
    only(run("info", "--store", store, DIPLOGRAPH_LANG="en").output, "en", "hosts")
    only(run("info", "--store", store, lang="de", DIPLOGRAPH_LANG="en").output, "de", "hosts")
    assert run("info", "--store", store).output == run("info", "--store", store, lang="DE").output


@pytest.mark.parametrize("given", [("--lang", "fr"), ("-l", ""), ()])
def test_an_unknown_language_is_one_line(store: str, given: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", "from graph.cli import main; main()", "info", "--store", store, *given]
    environment = {"DIPLOGRAPH_LANG": "" if given else "fr", "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    wrong = "''" if given == ("-l", "") else "'fr'"
    assert line == f"diplograph: no language {wrong}; --lang and DIPLOGRAPH_LANG take de, en"


def with_language() -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None) or {"": command}
        found += [
            (name, sub) if sub else (name,)
            for sub, one in inner.items()
            if any("--lang" in parameter.opts for parameter in one.params)
        ]
    return found


def test_all_that_show_names_have_it() -> None:
    shown = {" ".join(words) for words in with_language()}
    assert shown == {
        "demo", "build", "explore", "query", "analyze", "info", "explain", "evaluate", "diff", "actors lookup",
        "actors duplicates", "export", "report", "follow", "review list", "review queue", "review agreement",
    }  # fmt: skip


@pytest.mark.parametrize("words", with_language(), ids=" ".join)
def test_help_has_the_option_and_an_example(words: tuple[str, ...]) -> None:
    shown = " ".join(run(*words, "--help").output.split())
    assert "de|en" in shown
    assert re.search(rf"Example: diplograph {' '.join(words)} [^:]*--lang en", shown)
