"""What a build builds, leaves alone and says."""

import json
from pathlib import Path

import pytest

import graph.building.origin
from extractors.article import Article
from extractors.reading import Unreadable
from graph.building import Builder, Entry, Here, Outcome, Settings
from graph.building.stream import chunked
from graph.knowledge import KnowledgeGraph
from tests.graph.building.conftest import build, told

pytestmark = pytest.mark.slow

VISIT = "Frankreichs Präsident Emmanuel Macron besuchte am Montag Berlin."
CALL = "Bundeskanzler Friedrich Merz telefonierte am Dienstag mit Donald Trump."


def written(folder: Path, **texts: str) -> Path:
    """A folder of articles."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"date 2025-09-04\n{text}", "utf8")
    return folder


def outcomes(articles: list[Article], kg: KnowledgeGraph, settings: Settings, **more: bool) -> list[Outcome]:
    return [entry.outcome for entry in Builder(kg, settings, **more).build(articles, Here(settings))]


def test_a_second_build_leaves_alone_what_has_not_changed(tmp_path: Path) -> None:
    articles = written(tmp_path / "news", one=VISIT, two=CALL)
    assert build(articles, "--store", tmp_path / "kg").returncode == 0
    written(articles, two=CALL + " Es war das erste Gespräch.", three=VISIT)
    done = build(articles, "--store", tmp_path / "kg", "--report", tmp_path / "report.jsonl")
    assert done.returncode == 0, done.stderr
    assert {line["id"]: line["outcome"] for line in told(tmp_path / "report.jsonl")} == {
        "one": "unchanged",
        "two": "rebuilt",
        "three": "built",
    }


def test_another_date_or_option_builds_an_article_again() -> None:
    kg = KnowledgeGraph()
    article = Article("a", VISIT)
    assert outcomes([article], kg, Settings()) == [Outcome.BUILT]
    assert outcomes([article], kg, Settings()) == [Outcome.UNCHANGED]
    assert outcomes([article], kg, Settings(min_confidence=0.99)) == [Outcome.REBUILT]
    assert outcomes([Article("a", VISIT, title="Besuch")], kg, Settings()) == [Outcome.REBUILT]


def test_rebuild_makes_anew_what_another_extractor_made(monkeypatch: pytest.MonkeyPatch) -> None:
    kg = KnowledgeGraph()
    article = Article("a", VISIT)
    for module in (graph.building.origin, graph.building.task):
        monkeypatch.setattr(module, "extractor_digest", lambda: "older")
    assert outcomes([article], kg, Settings()) == [Outcome.BUILT]
    monkeypatch.undo()
    assert outcomes([article], kg, Settings()) == [Outcome.OLDER]
    assert outcomes([article], kg, Settings(), rebuild=True) == [Outcome.REBUILT]
    assert outcomes([article], kg, Settings(), rebuild=True) == [Outcome.UNCHANGED]


def test_an_article_stored_by_hand_is_built_again() -> None:
    kg = KnowledgeGraph()
    kg.add([])
    article = Article("a", VISIT)
    outcomes([article], kg, Settings())
    kg.backend.update("DELETE { GRAPH ?a { ?a <https://w3id.org/diplograph/ontology#contentDigest> ?c } } WHERE"
                      " { GRAPH ?a { ?a <https://w3id.org/diplograph/ontology#contentDigest> ?c } }")  # fmt: skip
    assert outcomes([article], kg, Settings()) == [Outcome.REBUILT]


def test_what_a_replaced_article_alone_mentioned_is_swept_away() -> None:
    kg, other = KnowledgeGraph(), KnowledgeGraph()
    outcomes([Article("a", VISIT)], kg, Settings())
    outcomes([Article("a", CALL)], kg, Settings())
    outcomes([Article("a", CALL)], other, Settings())
    assert list(kg.quads()) == list(other.quads())


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    articles = written(tmp_path / "news", one=VISIT)
    done = build(articles, "--store", tmp_path / "kg", "--dry-run")
    assert (done.returncode, (tmp_path / "kg").exists()) == (0, False), done.stderr
    assert "Would build" in done.stdout
    assert build(articles, "--store", tmp_path / "kg").returncode == 0
    written(articles, two=CALL)
    before = sorted(file.stat().st_mtime_ns for file in (tmp_path / "kg").iterdir())
    done = build(articles, "--store", tmp_path / "kg", "--dry-run", "--report", tmp_path / "report.jsonl")
    assert {line["id"]: line["outcome"] for line in told(tmp_path / "report.jsonl")} == {
        "one": "unchanged",
        "two": "built",
    }
    assert sorted(file.stat().st_mtime_ns for file in (tmp_path / "kg").iterdir()) == before


def test_the_report_has_a_line_an_input(tmp_path: Path) -> None:
    articles = written(tmp_path / "news", one=VISIT)
    (articles / "undated.txt").write_text(CALL, "utf8")
    (articles / "empty.txt").write_text(" ", "utf8")
    done = build(articles, "--store", tmp_path / "kg", "--report", tmp_path / "report.jsonl")
    assert done.returncode == 1
    empty, one, undated = told(tmp_path / "report.jsonl")
    assert "empty" in str(empty["error"])
    assert one["statements"] >= 1  # type: ignore[operator]
    assert 0 < one["seconds"] < 60  # type: ignore[operator]
    assert "warnings" not in one
    assert undated["warnings"] == ["no date: offices are linked by name only"]


def test_one_article_that_fails_takes_no_other_along(monkeypatch: pytest.MonkeyPatch) -> None:
    real = graph.building.task.extracted

    def failing(articles: list[Article], nlp: object) -> object:
        if any(article.id == "bad" for article in articles):
            raise RuntimeError("no parse\nof this")
        return real(articles, nlp)  # type: ignore[arg-type]

    monkeypatch.setattr(graph.building.task, "extracted", failing)
    kg, settings = KnowledgeGraph(), Settings()
    articles = [Article("a", VISIT), Article("bad", VISIT), Article("c", CALL)]
    entries: list[Entry] = list(Builder(kg, settings).build(articles, Here(settings)))
    assert [entry.outcome for entry in entries] == [Outcome.BUILT, Outcome.FAILED, Outcome.BUILT]
    assert entries[1].reason == "extraction failed (RuntimeError: no parse)"
    assert kg.articles() == ["a", "c"]


def test_chunks_end_with_articles_or_characters_and_take_no_more_than_they_need() -> None:
    taken = []

    def stream() -> object:
        for number in range(1000):
            taken.append(number)
            yield Unreadable(str(number), "") if number % 2 else Article(str(number), "x" * 1000)

    first = next(chunked(stream()))  # type: ignore[arg-type]
    assert len(first) == len(taken) == 32
    assert [len(part) for part in chunked(Article(str(n), "x" * 150_000) for n in range(5))] == [2, 2, 1]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--jobs", "2", "--scheduler", "tcp://127.0.0.1:1"], "either --jobs or --scheduler"),
        (["--scheduler", "tcp://127.0.0.1:1"], "no Dask scheduler answers"),
        (["--report", "missing/report.jsonl"], "missing/report.jsonl"),
        (["--actors", "missing.csv"], "missing.csv"),
        (["--lexicon", "missing.tsv"], "missing.tsv"),
        (["--jobs", "2", "--pipeline", "no_such_pipeline"], "no spaCy pipeline"),
    ],
)
def test_mistakes_give_one_line(tmp_path: Path, arguments: list[str], reason: str) -> None:
    articles = written(tmp_path / "news", one=VISIT)
    done = build(articles, "--store", tmp_path / "kg", *arguments)
    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_many_complaints_are_counted(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"n{n}", "text": " " if n else VISIT, "date": "2025-09-04"}) for n in range(31)]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), "utf8")
    done = build(tmp_path / "news.jsonl", "--store", tmp_path / "kg")
    assert done.returncode == 1
    assert done.stderr.count("empty") == 20
    assert "and 10 more" in done.stderr
