"""Exports: every format is read by a program that knows it, hostile text stays text, filters filter, bytes are stable."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph
import pytest

from extractors.statement import Extraction, Span
from graph.exports import SUFFIXES, ExportError
from graph.exports.networks import interval
from graph.knowledge import KnowledgeGraph
from graph.statements.selection import Selection
from ontology.actor import Actor, ActorKind, Spelling
from tests.bench.synthetic import extractions
from tests.graph.conftest import FRANCE, MACRON, make_article, make_statement

ROOT = Path(__file__).resolve().parents[3]
HOSTILE = "=1+1 \" ' \\ \\u0022}) DETACH DELETE n // </edge>]]> &amp; \u202e\x00\x07\n> . } a,b"


@pytest.fixture
def hostile() -> KnowledgeGraph:
    graph = KnowledgeGraph()
    actor = Actor("böse 1/2", ActorKind.GROUP, {"de": HOSTILE}, (Spelling(HOSTILE, "de"),), known=False)
    article = make_article("a\n1", HOSTILE * 2, HOSTILE, "javascript:alert(1)")
    made = make_statement(article, actor, "attacks", FRANCE, evidence=Span(0, len(HOSTILE)), rule=HOSTILE)
    graph.replace(Extraction(article, [made], ()))
    return graph


def written(graph: KnowledgeGraph, path: Path, **more: object) -> bytes:
    graph.export(path, **more)  # type: ignore[arg-type]
    return path.read_bytes()


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf"])
def test_hostile_text_in_rdf(hostile: KnowledgeGraph, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"kg{suffix}"
    hostile.export(path)
    literals = {
        quad.object.value for quad in pyoxigraph.parse(path=str(path)) if isinstance(quad.object, pyoxigraph.Literal)
    }
    # XML 1.0 cannot hold two of the characters.
    assert (HOSTILE if suffix != ".rdf" else re.sub("[\x00\x07]", "\ufffd", HOSTILE)) in literals


def test_graphml_and_gexf(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    clean = re.sub("[\x00\x07]", "\ufffd", HOSTILE)
    for suffix, read in ((".graphml", nx.read_graphml), (".gexf", nx.read_gexf)):
        hostile.export(tmp_path / f"kg{suffix}")
        network = read(tmp_path / f"kg{suffix}")
        assert set(network) == {"böse 1/2", "Q142"}
        ((_, _, edge),) = network.edges(data=True)
        assert edge["evidence"] == clean
        assert edge["relation"] == "attacks"


def test_gexf_is_dynamic(extraction: Extraction, tmp_path: Path) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    root = ElementTree.fromstring(written(graph, tmp_path / "kg.gexf"))
    space = "{http://www.gexf.net/1.2draft}"
    (drawn,) = root.iter(f"{space}graph")
    assert (drawn.get("mode"), drawn.get("timeformat")) == ("dynamic", "date")
    spells = {(edge.get("start"), edge.get("end")) for edge in root.iter(f"{space}edge")}
    assert spells == {("2025-09-03", "2025-09-03"), ("2025-09-04", "2025-09-04"), ("2025-09-01", "2025-09-30")}
    assert interval("2024-02") == ("2024-02-01", "2024-02-29")
    assert interval("2024") == ("2024-01-01", "2024-12-31")


def test_csv_holds_no_formula(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(written(hostile, tmp_path / "kg.csv").decode(), newline="")))
    assert len(rows) == 1
    assert rows[0]["subject_label"] == f"'{HOSTILE}"
    assert rows[0]["goldstein"] == "-10.0"


def test_cypher_keeps_text_in_its_literals(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    text = written(hostile, tmp_path / "kg.cypher").decode()
    lines = text.splitlines()
    assert len(lines) == 4
    outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    assert "DETACH" in text
    assert "DETACH" not in outside
    assert "'" not in outside
    # A reader that takes \uXXXX before strings must not find one that the text brought.
    assert "\\u0022" not in text
    assert "-[r:ATTACKS {" in text


def test_quickstatements(tmp_path: Path) -> None:
    graph = KnowledgeGraph()
    union = Actor("Q458", ActorKind.ORGANISATION, {"de": "Europäische Union", "en": "European Union"}, (), "Q458")
    article = make_article(url="https://example.org/a")
    bad = make_article("a2", url='https://example.org/"\tP31')
    made = [
        make_statement(article, FRANCE, "memberOf", union, date="2025-09"),
        make_statement(article, MACRON, "chairs", union, date=""),
        make_statement(article, MACRON, "hosts", FRANCE),
        make_statement(article, Actor("x", ActorKind.GROUP, {"de": "X"}, known=False), "memberOf", union),
    ]
    graph.replace(Extraction(article, made, ()))
    graph.replace(Extraction(bad, [make_statement(bad, union, "recognizes", FRANCE)], ()))
    assert written(graph, tmp_path / "kg.qs").decode().splitlines() == [
        'Q142\tP463\tQ458\tP585\t+2025-09-00T00:00:00Z/10\tS854\t"https://example.org/a"',
        'Q458\tP488\tQ3052772\tS854\t"https://example.org/a"',
        "Q458\tP530\tQ142\tP585\t+2025-09-03T00:00:00Z/11",
    ]


def test_rdf12_reifies_every_statement(tmp_path: Path) -> None:
    graph = KnowledgeGraph()
    graph.load(extractions(100))
    for suffix in (".ttl", ".nt", ".nq", ".trig"):
        path = tmp_path / f"kg{suffix}"
        graph.export(path, rdf12=True)
        terms = [quad for quad in pyoxigraph.parse(path=str(path)) if isinstance(quad.object, pyoxigraph.Triple)]
        assert len(terms) == 100
    with pytest.raises(ExportError, match=r"RDF 1\.2"):
        graph.export(tmp_path / "kg.rdf", rdf12=True)


EXPORT = """
import sys
from pathlib import Path
from graph.exports import SUFFIXES
from graph.knowledge import KnowledgeGraph
from tests.bench.synthetic import extractions
graph = KnowledgeGraph()
graph.load(extractions(100))
for suffix in SUFFIXES:
    graph.export(Path(sys.argv[1]) / f"kg{suffix}")
"""


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        subprocess.run([sys.executable, "-c", EXPORT, str(tmp_path / name)], cwd=ROOT, check=True)
    for suffix in SUFFIXES:
        assert (tmp_path / "one" / f"kg{suffix}").read_bytes() == (tmp_path / "two" / f"kg{suffix}").read_bytes(), (
            suffix
        )


def test_a_selection_filters_all_formats(tmp_path: Path) -> None:
    graph = KnowledgeGraph()
    graph.load(extractions(400))
    selection = Selection(since="2018", until="2022-06", actors=("synthetic-0", "synthetic-1"), min_confidence=0.5)
    network = graph.network(selection)
    assert 0 < network.number_of_edges() < 400
    for subject, target, edge in network.edges(data=True):
        assert {subject, target} & {"synthetic-0", "synthetic-1"}
        assert edge["confidence"] >= 0.5
        assert "2018" <= (edge["date"] or edge["article_date"]) <= "2022-06-99"
    path = tmp_path / "kg.nq"
    graph.export(path, selection)
    nodes = {str(quad.subject) for quad in pyoxigraph.parse(path=str(path)) if "/statement/" in str(quad.subject)}
    assert len(nodes) == network.number_of_edges()
    graph.export(tmp_path / "kg.csv", selection)
    lines = io.StringIO((tmp_path / "kg.csv").read_bytes().decode(), newline="")
    assert len(list(csv.reader(lines))) == len(nodes) + 1


@pytest.mark.parametrize("name", ["kg.doc", "kg", "missing/kg.ttl"])
def test_files_that_cannot_be_written(extraction: Extraction, tmp_path: Path, name: str) -> None:
    graph = KnowledgeGraph()
    with pytest.raises(ExportError, match=name.replace(".", r"\.")):
        graph.export(tmp_path / name)
