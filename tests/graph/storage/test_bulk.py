"""Bulk loading: the same graph as article by article, and whole articles after a killed process."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from spacy.language import Language

import extractors
from extractors.statement import Extraction
from graph.demo import articles
from graph.knowledge import KnowledgeGraph
from graph.validation.shacl import validate
from ontology.actor import Actor, ActorKind, Spelling
from tests.bench.synthetic import extractions
from tests.graph.conftest import make_article, make_statement

ROOT = Path(__file__).resolve().parents[3]


def test_bulk_gives_the_same_graph_as_one_by_one(graph: KnowledgeGraph) -> None:
    graph.load(extractions(200))
    single = KnowledgeGraph()
    for extraction in extractions(200):
        single.replace(extraction)
    assert list(graph.quads()) == list(single.quads())
    graph.load(extractions(200))
    assert list(graph.quads()) == list(single.quads())


def test_spellings_gather_and_the_last_description_counts_in_bulk_too(graph: KnowledgeGraph) -> None:
    made = [
        Extraction(
            article,
            [make_statement(article, Actor("x", kind, {"de": name}, (Spelling(f"{name}er", "de"),), known=False))],
            (),
        )
        for article, kind, name in (
            (make_article("a1"), ActorKind.GROUP, "X"),
            (make_article("a2"), ActorKind.PERSON, "Y"),
        )
    ]
    graph.load(made)
    single = KnowledgeGraph()
    for extraction in made:
        single.replace(extraction)
    assert list(graph.quads()) == list(single.quads())


def test_removing_all_articles_leaves_nothing(graph: KnowledgeGraph) -> None:
    graph.load(extractions(100))
    for article in graph.articles():
        assert graph.remove(article)
    assert list(graph.quads()) == []


def test_removing_one_is_as_if_it_had_never_been(graph: KnowledgeGraph) -> None:
    made = list(extractions(100))
    graph.load(made)
    graph.remove(made[2].article.id)
    other = KnowledgeGraph()
    other.load([*made[:2], *made[3:]])
    assert list(graph.quads()) == list(other.quads())


BUILD = """
import sys
from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from ontology.actor import Actor, ActorKind, Spelling
from tests.bench.synthetic import extractions
from tests.graph.conftest import make_article, make_statement
with KnowledgeGraph(sys.argv[1]) as graph:
    print("open", flush=True)
    made = extractions(40_000)
    if sys.argv[2] == "load":
        graph.load(made)
    else:
        for extraction in made:
            graph.replace(extraction)
"""


@pytest.mark.slow
@pytest.mark.parametrize(("way", "seconds"), [("replace", 0.7), ("replace", 1.5), ("load", 1.2), ("load", 2.5)])
def test_a_killed_build_leaves_whole_articles(tmp_path: Path, way: str, seconds: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(tmp_path / "kg"), way], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    time.sleep(seconds)
    assert process.poll() is None, "the build was over before it could be killed"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with KnowledgeGraph(tmp_path / "kg") as graph:
        written = graph.articles()
        rows = graph.query(
            "SELECT ?id (COUNT(?st) AS ?n) { ?st prov:wasDerivedFrom ?a . ?a dcterms:identifier ?id } GROUP BY ?id"
        ).rows
        assert len(rows) == len(written)
        assert {int(count) for _, count in rows} <= {20}
        assert validate(graph, written[:3]).conforms
        graph.load(extractions(200))
        assert set(graph.articles()) >= {f"synthetic-{n}" for n in range(10)}


@pytest.mark.slow
def test_a_killed_build_of_real_articles(tmp_path: Path, nlp: Language) -> None:
    texts = list(articles())
    whole = {e.article.id: len(e.statements) for e in extractors.extractions(texts, nlp)}
    with (tmp_path / "many.jsonl").open("w", encoding="utf8") as lines:
        for copy in range(40):
            for article in texts:
                record = {"id": f"{article.id}.{copy}", "date": str(article.date), "lang": "de", "text": article.text}
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    line = [sys.executable, "-c", "from graph.cli import main; main()", "build", str(tmp_path / "many.jsonl")]
    report = tmp_path / "report.jsonl"
    line += ["--store", str(tmp_path / "kg"), "--report", str(report)]
    process = subprocess.Popen(line, cwd=ROOT, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 300
    while not (report.is_file() and report.stat().st_size) and time.monotonic() < until:
        time.sleep(0.01)
    assert process.poll() is None, "the build was over before it could be killed"
    process.send_signal(signal.SIGKILL)
    process.wait()
    with KnowledgeGraph(tmp_path / "kg") as graph:
        rows = graph.query(
            "SELECT ?id (COUNT(DISTINCT ?st) AS ?n) { ?a a dg:Article ; dcterms:identifier ?id ."
            " OPTIONAL { ?st prov:wasDerivedFrom ?a } } GROUP BY ?id"
        ).rows
        assert rows
        for name, count in rows:
            assert int(count) == whole[name.rpartition(".")[0]], name
        assert validate(graph, [name for name, _ in rows[:5]]).conforms
