"""`diplograph analyze` on the graph of the demo articles, and on next to nothing."""

import csv
import io
import json
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner, Result

import extractors
from extractors.statement import Extraction
from graph.cli.app import app
from graph.cli.terminal import UserError
from graph.demo import articles
from graph.knowledge import KnowledgeGraph

QUESTIONS = (
    "overview",
    "coalitions",
    "brokers",
    "balance",
    "pair Russland Ukraine",
    "changes",
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
    assert len(rows) == 1 + len(next(iter(tables.values())))


def test_who_stands_with_whom(store: str) -> None:
    rows = json.loads(asked("coalitions", "--store", store, "--json").stdout)["tables"]["members"]
    coalition = {row["label"]: row["coalition"] for row in rows}
    assert coalition["Ukraine"] == coalition["Polen"] != coalition["Russland"]


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


@pytest.mark.parametrize("question", [name for name in QUESTIONS if not name.startswith("pair")])
def test_next_to_nothing(little: str, question: str, tmp_path: Path) -> None:
    result = asked(question, "--store", little)
    assert (result.exit_code, result.exception) == (0, None)
    if question in PICTURES:
        assert asked(question, "--store", little, "--plot", str(tmp_path / "p.png")).exit_code == 0
