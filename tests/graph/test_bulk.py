"""Bulk loading: the same graph as article by article, and whole articles after a killed process."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.store import KnowledgeGraph
from graph.validation import validate
from tests.bench.synthetic import extractions

ROOT = Path(__file__).resolve().parents[2]


def test_bulk_gives_the_same_graph_as_one_by_one(graph: KnowledgeGraph) -> None:
    graph.load(extractions(200))
    single = KnowledgeGraph()
    for extraction in extractions(200):
        single.replace(extraction)
    assert list(graph.quads()) == list(single.quads())
    graph.load(extractions(200))
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
from graph.store import KnowledgeGraph
from tests.bench.synthetic import extractions
with KnowledgeGraph(sys.argv[1]) as graph:
    print("open", flush=True)
    made = extractions(40_000)
    if sys.argv[2] == "load":
        graph.load(made)
    else:
        for extraction in made:
            graph.replace(extraction)
"""


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
