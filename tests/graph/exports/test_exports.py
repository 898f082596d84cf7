"""Exports: every format is read by a program that knows it, hostile text stays text, filters filter, bytes are stable."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from rdflib.compare import isomorphic

from extractors.statement import Extraction, Span
from graph.exports import SUFFIXES, ExportError
from graph.exports.networks import interval
from graph.exports.tables import cell
from graph.knowledge import KnowledgeGraph
from graph.statements.selection import Selection
from ontology.actor import Actor, ActorKind, Spelling
from ontology.vocabulary import PREFIXES
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
    content = written(hostile, tmp_path / "kg.csv")
    assert content.startswith(b"\xef\xbb\xbf"), "the mark by which Excel knows UTF-8"
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == 1
    assert rows[0]["subject_label"] == f"'{HOSTILE}"
    assert rows[0]["goldstein"] == "-10.0"


@pytest.mark.parametrize(
    "text", ["=1", " =1", "\ufeff=1", "＝1", "+1", "-1", "@x", "\t1", "\r=1", "a;=HYPERLINK(1)", "a;\n=1", "a|@x"]
)
def test_no_cell_begins_a_formula(text: str) -> None:
    for part in re.split(r"[;|\t]", cell(text)):
        assert not re.match(r"[\s\ufeff]*[=+@＝-]", part), cell(text)


@pytest.mark.parametrize("text", ["a = b", "a; b", "5-3", "https://b.example/?a=1;b=2", "x@y"])
def test_ordinary_cells_stay(text: str) -> None:
    assert cell(text) == text


def test_the_separator_of_a_csv(extraction: Extraction, tmp_path: Path) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    text = written(graph, tmp_path / "kg.csv", separator=";").decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))) == 4
    for wrong, suffix in (("x", ".csv"), (";", ".ttl")):
        with pytest.raises(ExportError, match="separator"):
            graph.export(tmp_path / f"kg{suffix}", separator=wrong)


def test_a_workbook_holds_no_formula_and_live_links(
    hostile: KnowledgeGraph, extraction: Extraction, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    hostile.replace(extraction)
    hostile.export(tmp_path / "kg.xlsx", lang="en")
    book = load_workbook(tmp_path / "kg.xlsx")
    assert book.sheetnames == ["statements", "actors", "ties", "coverage", "about"]
    cells = [one for sheet in book for row in sheet.iter_rows() for one in row if one.value is not None]
    assert not [one for one in cells if one.data_type == "f"]
    statements = list(book["statements"].iter_rows(values_only=True))
    header, rows = statements[0], [dict(zip(statements[0], row, strict=True)) for row in statements[1:]]
    assert {row["evidence"] for row in rows} >= {re.sub("[\x00\x07]", "\ufffd", HOSTILE)}
    assert {type(row["confidence"]) for row in rows} <= {float, int}
    assert "hosts" in {row["relation"] for row in rows}
    links = [one.hyperlink.target for one in cells if one.hyperlink]
    assert all(link.startswith("http") for link in links), "javascript: is no link"
    assert "url" in header
    assert book["statements"].freeze_panes == "A2"
    ties = [row for row in book["ties"].iter_rows(min_row=2, values_only=True) if row[0]]
    assert all(isinstance(row[3], int) for row in ties)


def test_parquet_has_numbers_and_days(extraction: Extraction, tmp_path: Path) -> None:
    import pandas

    graph = KnowledgeGraph()
    graph.replace(extraction)
    graph.export(tmp_path / "kg.parquet")
    frame = pandas.read_parquet(tmp_path / "kg.parquet")
    assert frame["confidence"].dtype == float
    assert len(frame) == 3
    month = frame[frame["date"] == "2025-09"].iloc[0]
    assert (str(month["first_day"]), str(month["last_day"])) == ("2025-09-01", "2025-09-30")
    assert frame["place"].isna().any()


def test_cypher_keeps_text_in_its_literals(hostile: KnowledgeGraph, tmp_path: Path) -> None:
    text = written(hostile, tmp_path / "kg.cypher").decode()
    lines = text.splitlines()
    # Two constraints, an index, an article, two actors, a statement.
    assert len(lines) == 7
    outside = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    assert "DETACH" in text
    assert "DETACH" not in outside
    assert "'" not in outside
    # A reader that takes \uXXXX before strings must not find one that the text brought.
    assert "\\u0022" not in text
    assert "-[r:ATTACKS {" in text


def test_cypher_has_articles_typed_days_and_nothing_empty(extraction: Extraction, tmp_path: Path) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    text = written(graph, tmp_path / "kg.cypher").decode()
    article, index = extraction.article, "CREATE INDEX hosts_id IF NOT EXISTS FOR ()-[r:HOSTS]-() ON (r.id);"
    assert (
        f'MERGE (article:Article {{id: "{article.id}"}}) SET article += {{article_date: date("{article.date}")' in text
    )
    assert index in text.splitlines()
    assert 'date: date("2025-09-03")' in text
    # A month has no type of its own.
    assert 'date: "2025-09"' in text
    assert ': ""' not in text


@pytest.mark.parametrize("name", ["Nr. 5.", ".nr5", "a b", "München–Kiew", "x.", "plain-1.2", "<urn:whole:>"])
def test_other_readers_of_turtle_take_every_id(name: str, tmp_path: Path) -> None:
    graph = KnowledgeGraph()
    article = make_article(name)
    graph.replace(Extraction(article, [make_statement(article, evidence=Span(0, 5))], ()))
    whole = rdflib.Dataset(default_union=True)
    whole.parse(data=written(graph, tmp_path / "kg.nq"), format="nquads")
    for suffix in (".ttl", ".trig", ".jsonld"):
        read = rdflib.Dataset(default_union=True)
        read.parse(
            data=written(graph, tmp_path / f"kg{suffix}"),
            format={".ttl": "turtle", ".trig": "trig"}.get(suffix, "json-ld"),
        )
        assert isomorphic(triples(read), triples(whole)), suffix


def triples(dataset: rdflib.Dataset) -> rdflib.Graph:
    found = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        found.add(triple)
    return found


def test_json_ld_has_a_context_and_a_graph_an_article(extraction: Extraction, tmp_path: Path) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    told = json.loads(written(graph, tmp_path / "kg.jsonld"))
    assert told["@context"]["dg"] == PREFIXES["dg"]
    (article,) = (one for one in told["@graph"] if one["@id"] == f"dgarticle:{extraction.article.id}")
    hosts = [node for node in article["@graph"] if node.get("rdf:predicate") == {"@id": "dg:hosts"}]
    assert hosts[0]["rdf:subject"] == {"@id": "dgactor:Q3052772"}


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
    made.append(make_statement(article, MACRON, "chairs", union, confidence=0.5, date="2025-09-01"))
    graph.replace(Extraction(article, made, ()))
    graph.replace(Extraction(bad, [make_statement(bad, union, "recognizes", FRANCE)], ()))
    left = graph.export(tmp_path / "kg.qs")
    assert (tmp_path / "kg.qs").read_text("utf8").splitlines() == [
        'Q142\tP463\tQ458\tP585\t+2025-09-00T00:00:00Z/10\tS854\t"https://example.org/a"',
        'Q458\tP488\tQ3052772\tS854\t"https://example.org/a"',
    ]
    assert set(left) == {
        "left out 1 of a relation that Wikidata has no property for",
        "left out 1 of actors that are no items",
        "left out 1 without an address to refer to",
    }


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
    lines = io.StringIO((tmp_path / "kg.csv").read_bytes().decode("utf-8-sig"), newline="")
    assert len(list(csv.reader(lines))) == len(nodes) + 1


@pytest.mark.parametrize("name", ["kg.doc", "kg", "missing/kg.ttl"])
def test_files_that_cannot_be_written(extraction: Extraction, tmp_path: Path, name: str) -> None:
    graph = KnowledgeGraph()
    with pytest.raises(ExportError, match=name.replace(".", r"\.")):
        graph.export(tmp_path / name)
