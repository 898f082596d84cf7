"""`diplograph analyze` on the graph of the demo articles, and on next to nothing."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner, Result

import extractors
from extractors.statement import Extraction
from graph.analysis.ties import kind
from graph.cli.app import app
from graph.cli.columns import COLUMNS
from graph.cli.terminal import UserError
from graph.demo import articles
from graph.knowledge import KnowledgeGraph

pytestmark = pytest.mark.slow

QUESTIONS = (
    "overview",
    "ties",
    "coalitions",
    "brokers",
    "balance",
    "pair Russland Ukraine",
    "changes",
    "compare --between 2025-08 --and 2025-09",
    "contested",
    "coverage",
)
PICTURES = ("overview", "coalitions", "balance", "pair Trump Selenskyj", "changes")


@pytest.fixture(scope="module")
def store(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("analyze") / "kg"
    with KnowledgeGraph(folder) as graph:
        graph.load(extractors.extractions(list(articles()), nlp))
    return str(folder)


def asked(*words: str) -> Result:
    return CliRunner().invoke(app, ["analyze", *words])


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_answers_in_every_form(store: str, question: str) -> None:
    words = (*question.split(), "--store", store)
    assert asked(*words).exit_code == 0
    tables = json.loads(asked(*words, "--json").stdout)["tables"]
    assert tables
    rows = list(csv.reader(io.StringIO(asked(*words, "--csv").stdout)))
    if question != "coalitions":
        assert len(rows) == 1 + len(next(iter(tables.values())))


def told(store: str, *words: str) -> dict[str, list[dict[str, Any]]]:
    """The tables that programs read."""
    return json.loads(asked(*words, "--store", store, "--json").stdout)["tables"]  # type: ignore[no-any-return]


def test_every_tie_is_told_with_its_counts(store: str) -> None:
    rows = told(store, "ties")["ties"]
    for row in rows:
        assert row["a"]["id"] < row["b"]["id"]
        assert set(row["a"]["labels"]) >= {"de", "en"} or row["a"]["labels"]
        assert row["kind"] == kind(row["aligned"], row["conflict"])
        assert row["aligned"] + row["conflict"] + row["contacts"] > 0
        assert row["articles"] >= 1
    by_label = {(row["a"]["labels"]["en"], row["b"]["labels"]["en"]): row for row in rows if "en" in row["a"]["labels"]}
    assert by_label["Russia", "Ukraine"]["kind"] == "opposed"


def test_every_camp_is_told_with_its_members_and_their_shares(store: str) -> None:
    tables = told(store, "coalitions")
    members = [{one["labels"].get("en") for one in camp["members"]} for camp in tables["camps"]]
    assert not [names for names in members if {"Ukraine", "Russia"} <= names]
    for camp in tables["camps"]:
        assert len(camp["members"]) >= 3
        assert all(0.5 <= one["share"] <= 1 for one in camp["members"])
        assert set(camp["names"]) == {"de", "en"}
    rows = list(csv.DictReader(io.StringIO(asked("coalitions", "--store", store, "--csv").stdout)))
    assert [row["actor"] for row in rows] == [one["id"] for camp in tables["camps"] for one in camp["members"]]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--since", "2025-08-20"),
        ("--actor", "Q212,Q159,Q30"),
        ("--min-confidence", "0"),
        ("--min-confidence", "0.8"),
    ],
)
def test_the_page_gives_the_same_camps_for_the_same_selection(
    store: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    page = tmp_path / "graph.html"
    CliRunner().invoke(app, ["explore", "--store", store, "-o", str(page), *words], catch_exceptions=False)
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page.read_text("utf8"))[1])  # type: ignore[index]
    camp = {node["id"]: node["camp"] for node in data["nodes"] if node["share"] is not None}
    tables = told(store, "coalitions", *words)
    assert camp == {one["id"]: at for at, found in enumerate(tables["camps"]) for one in found["members"]}
    assert [found["de"] for found in data["camps"]] == [found["names"]["de"] for found in tables["camps"]]


def test_a_page_of_nothing_is_not_written(store: str, tmp_path: Path) -> None:
    words = ("--store", store, "-o", str(tmp_path / "graph.html"))
    error = CliRunner().invoke(app, ["explore", *words, "--since", "2031"]).exception
    assert isinstance(error, UserError)
    assert (error.exit_code, str(error)) == (1, "no statement is selected; no page is written")
    assert not list(tmp_path.iterdir())


def test_what_is_left_out_is_said(store: str) -> None:
    whole = json.loads(asked("ties", "--store", store, "--min-confidence", "0", "--json").stdout)
    sure = json.loads(asked("ties", "--store", store, "--min-confidence", "0.9", "--json").stdout)
    assert not any("left out" in remark for remark in whole["remarks"])
    (remark,) = (remark for remark in sure["remarks"] if "left out" in remark)
    assert re.fullmatch(
        r"left out: \d+ of \d+ statements, less than 0.9 sure \(--min-confidence 0 counts all\)", remark
    )
    counts = [sum(one["aligned"] + one["conflict"] for one in made["tables"]["ties"]) for made in (whole, sure)]
    assert counts[1] < counts[0]


def test_columns_are_explained_under_the_table_and_in_the_help(store: str) -> None:
    shown = " ".join(asked("ties", "--store", store).stdout.split())
    assert "aligned: acts of alignment: support" in shown
    assert "kind: aligned: most of what they do is alignment" in shown
    help_text = " ".join(re.sub("[│─╭╮╰╯]", " ", asked("--help").stdout).split())
    for columns in COLUMNS.values():
        for name in columns:
            assert f"{name}:" in help_text


@pytest.mark.parametrize(("lang", "word"), [("de", "gegeneinander"), ("en", "opposed")])
def test_kinds_are_in_the_readers_language(store: str, lang: str, word: str) -> None:
    rows = list(csv.DictReader(io.StringIO(asked("ties", "--store", store, "--lang", lang, "--csv").stdout)))
    assert word in {row["kind"] for row in rows}


def test_a_pair_is_told_in_words(store: str) -> None:
    shown = " ".join(asked("pair", "Russland", "Ukraine", "--store", store, "--lang", "en").stdout.split())
    assert re.search(
        r"Russia and Ukraine are opposed: \d+ acts of alignment, \d+ of conflict and \d+ of talk in \d+ articles", shown
    )


def test_two_periods_side_by_side(store: str) -> None:
    tables = told(store, "compare", "--between", "2025-08", "--and", "2025-08-25..2025-12")
    assert {row["change"] for row in tables["ties that differ"]} <= {"gained", "lost", "turned"}
    for row in tables["ties that differ"]:
        sure = [side and side["kind"] in ("aligned", "opposed") for side in (row["first"], row["second"])]
        assert any(sure)
        assert row["said"]["sentence"]
    assert {"camps, first", "camps, second"} <= set(tables)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_names_and_figures_stay_on_a_narrow_terminal(store: str, width: int) -> None:
    done = CliRunner().invoke(app, ["analyze", "overview", "--store", store], env={"COLUMNS": str(width)})
    lines = done.stdout.splitlines()
    row = next(line for line in lines if line.startswith("Ukraine"))
    assert len(row.split("│")) == 8
    assert all(cell.strip() for cell in row.split("│"))
    assert max(map(len, lines)) <= width


def test_filters_narrow(store: str) -> None:
    whole = asked("overview", "--store", store, "--csv").stdout
    conflict = asked("overview", "--store", store, "--csv", "--sign", "conflict").stdout
    assert len(conflict.splitlines()) < len(whole.splitlines())
    assert len(asked("overview", "--store", store, "--csv", "--since", "2031").stdout.splitlines()) == 1


@pytest.mark.slow
@pytest.mark.parametrize("question", PICTURES)
def test_pictures_are_the_same_twice(store: str, question: str, tmp_path: Path) -> None:
    for suffix in ("svg", "png"):
        for name in ("one", "two"):
            path = tmp_path / f"{name}.{suffix}"
            assert asked(*question.split(), "--store", store, "--plot", str(path)).exit_code == 0
        assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("dance",), "no analysis 'dance'"),
        (("pair", "Russland"), "pair needs two actors"),
        (("pair", "Russland", "Nirgendwo"), "no actor 'Nirgendwo'"),
        (("brokers", "Russland"), "no further words"),
        (("compare",), "compare needs two sides"),
        (("compare", "--between", "2025", "--and", "Nowhere Times"), "no outlet 'Nowhere Times'"),
        (("compare", "--between", "2025-02..2025-01", "--and", "2024"), "ends before it begins"),
        (("compare", "--between", "2025", "--and", "1999"), "no statement in 1999"),
        (("coalitions", "--also", "trees"), "no kind of actor"),
        (("changes", "--window", "soon"), "write 30d"),
        (("coalitions", "--level", "village"), "no level"),
        (("coalitions", "--sign", "good"), "no sign"),
        (("coalitions", "--status", "real"), "no status"),
        (("brokers", "--plot", "x.svg"), "has no picture"),
        (("coalitions", "--plot", "x.bmp"), ".svg, .png, .pdf"),
        (("coalitions", "--plot", "missing/x.svg"), "cannot be written"),
    ],
)
def test_mistakes_are_explained(store: str, words: tuple[str, ...], reason: str) -> None:
    error = asked(*words, "--store", store).exception
    assert isinstance(error, UserError)
    assert reason in str(error)


@pytest.fixture(params=["empty", "one statement"])
def little(request: pytest.FixtureRequest, tmp_path: Path, extraction: Extraction) -> str:
    with KnowledgeGraph(tmp_path / "kg") as graph:
        if request.param == "one statement":
            graph.replace(Extraction(extraction.article, extraction.statements[:1], extraction.actors))
    return str(tmp_path / "kg")


@pytest.mark.parametrize("question", [name for name in QUESTIONS if not name.startswith(("pair", "compare"))])
def test_next_to_nothing(little: str, question: str, tmp_path: Path) -> None:
    result = asked(question, "--store", little)
    assert (result.exit_code, result.exception) == (0, None)
    if question in PICTURES:
        assert asked(question, "--store", little, "--plot", str(tmp_path / "p.png")).exit_code == 0
