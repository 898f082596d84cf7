"""The same id from another source: another article is refused, another text is said, a new edition replaces."""

import json
from pathlib import Path

import pytest

from extractors.article import Article
from extractors.reading import Unreadable
from graph.building.identity import OTHER_TEXT, Stored, compared, stored
from graph.knowledge import KnowledgeGraph
from tests.graph.building.conftest import build, told

pytestmark = pytest.mark.slow

LONG = (
    "Die polnische Regierung hat am Mittwoch den litauischen Botschafter in Warschau empfangen und ihm Unterstützung zugesagt."
    " Ministerpräsident Donald Tusk kritisierte das russische Vorgehen. Die Schweiz lobte das Treffen, und auch aus Peru kam Lob."
    " Am Abend sprach der Minister in Vilnius mit Vertretern der Opposition über die Lage an der Grenze zu Belarus."
)
FEED = (
    '<rss version="2.0"><channel><title>{outlet}</title><item><guid isPermaLink="false">1</guid>'
    "<pubDate>Fri, 05 Sep 2025 08:00:00 +0200</pubDate><description>{text}</description></item></channel></rss>"
)


def print_of(text: str) -> str:
    from extractors.reading.duplicates import Print

    return str(Print.of(text))


def test_a_new_edition_replaces_in_silence() -> None:
    before = Stored("Blatt", "https://b.example/1", print_of(LONG))
    edition = Article("1", f"{LONG} Am Freitag folgt ein Treffen in Kiew.", outlet="Anderes Blatt")
    assert compared(edition, {"1": before}) is edition
    assert compared(edition, {}) is edition


def test_another_outlet_or_host_is_another_article() -> None:
    before = Stored("Blatt", "https://www.b.example/1", print_of(LONG))
    found = compared(Article("1", "Peru warnte Chile.", outlet="Abendpost"), {"1": before})
    assert isinstance(found, Unreadable)
    assert "is in the store already, from Blatt" in found.reason
    assert isinstance(
        compared(Article("1", "Peru warnte Chile.", url="https://c.example/1"), {"1": before}), Unreadable
    )
    same = compared(Article("1", "Peru warnte Chile.", url="http://b.example/2"), {"1": before})
    assert isinstance(same, Article)
    assert same.warnings == (OTHER_TEXT,)
    assert isinstance(compared(Article("1", "Peru.", url="https://[broken"), {"1": before}), Article)


def test_the_command_says_what_it_refuses_and_replaces(tmp_path: Path) -> None:
    alpha, beta, folder = tmp_path / "alpha.rss", tmp_path / "beta.rss", tmp_path / "kg"
    alpha.write_text(FEED.format(outlet="Alpha", text="Polen kritisierte Ungarn."), "utf8")
    beta.write_text(FEED.format(outlet="Beta", text="Norwegen warnte Island."), "utf8")
    assert build(alpha, "--store", folder).returncode == 0
    refused = build(beta, "--store", folder, "--report", tmp_path / "r.jsonl")
    assert refused.returncode == 1
    assert "from Alpha; give it another id" in refused.stderr
    assert [line["outcome"] for line in told(tmp_path / "r.jsonl")] == ["not read"]
    alpha.write_text(FEED.format(outlet="Alpha", text="Norwegen warnte Island."), "utf8")
    replaced = build(alpha, "--store", folder, "--report", tmp_path / "r.jsonl")
    assert replaced.returncode == 0
    assert "replaced under a known id, with another text: 1" in replaced.stderr
    assert told(tmp_path / "r.jsonl")[0]["warnings"] == [OTHER_TEXT]
    with KnowledgeGraph(folder, read_only=True) as graph:
        assert stored(graph, ["1", "2"])["1"].outlet == "Alpha"


def test_what_was_cleaned_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2025-09-05\n\nPolen kri\u00adti\u00adsier\u00adte Un\u00adgarn.", "utf8")
    (tmp_path / "b.jsonl").write_text(
        json.dumps({"nr": "b", "wort": "Peru lobte &Ouml;sterreich.", "am": "2025-09-05"}), "utf8"
    )
    done = build(tmp_path / "a.txt", tmp_path / "b.jsonl", "--field", "text=wort,id=nr", "--field", "date=am",
                 "--store", tmp_path / "kg", "--report", tmp_path / "r.jsonl")  # fmt: skip
    assert done.returncode == 0, done.stderr
    first, second = told(tmp_path / "r.jsonl")
    assert (first["statements"], first["cleaned"]) == (1, {"invisible characters": 4})
    assert (second["id"], second["statements"], second["cleaned"]) == ("b", 1, {"HTML entities": 1})
    assert "cleaned 2 of 2 articles (invisible characters 4, HTML entities 1)" in done.stderr
    wrong = build(tmp_path / "a.txt", "--field", "body=x", "--store", tmp_path / "kg")
    assert wrong.returncode == 2
    assert "PART=NAME" in wrong.stderr
