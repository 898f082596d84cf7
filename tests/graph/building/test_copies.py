"""A text that two outlets print: both are attributed, and it counts once."""

import json
from datetime import date
from pathlib import Path

from spacy.language import Language
from typer.testing import CliRunner

import extractors
from extractors import Article
from extractors.reading import marked
from graph.analysis import events, view
from graph.analysis.coverage import articles, coverage
from graph.cli.app import app
from graph.knowledge import KnowledgeGraph
from graph.statements.records import statements
from graph.validation.shacl import validate

REPORT = (
    "Emmanuel Macron empfing am Mittwoch Wolodymyr Selenskyj in Paris. Italien unterstützte die Ukraine mit Waffen."
)
LONG = (
    f"{REPORT} Beide sprachen nach Angaben des Élysée-Palasts über Sicherheitsgarantien und über weitere Lieferungen für die"
    " Luftabwehr. Am Donnerstag wollten mehr als dreißig Staaten in einer Videokonferenz über eine Truppe beraten, die einen"
    " Waffenstillstand sichert. Russland lehnte ausländische Soldaten in der Ukraine erneut ab."
)


def test_both_are_attributed_and_it_counts_once(nlp: Language) -> None:
    day = date(2025, 9, 4)
    read = [
        Article("agentur", REPORT, day, outlet="Agentur"),
        Article("blatt", REPORT, day, outlet="Tagesblatt"),
        Article("eigen", "Macron hat Selenskyj am Mittwoch in Paris empfangen.", day, outlet="Eigener Bericht"),
    ]
    found = [one for one in marked(iter(read)) if isinstance(one, Article)]
    assert [one.copy_of for one in found] == [None, "agentur", None]
    kg = KnowledgeGraph()
    kg.load(extractors.extractions(found, nlp))
    assert validate(kg).conforms
    network = kg.network()
    hosting = [edge for *_, edge in network.edges(data=True) if edge["relation"] == "hosts"]
    assert sorted((edge["article"], edge["report"]) for edge in hosting) == [
        ("agentur", "agentur"), ("blatt", "agentur"), ("eigen", "eigen")
    ]  # fmt: skip
    counted = {edge["relation"]: edge["reports"] for *_, edge in events(view(network)).edges(data=True)}
    assert counted["hosts"] == 2
    assert all(reports == 1 for relation, reports in counted.items() if relation != "hosts")
    assert set(coverage(network, articles(kg)).outlets.index) == {"Agentur", "Tagesblatt", "Eigener Bericht"}
    back = {statement.article.id: statement.article for statement in statements(kg)}
    assert (back["blatt"].copy_of, back["blatt"].outlet) == ("agentur", "Tagesblatt")


def test_an_article_that_is_no_copy_says_nothing_of_copies(nlp: Language) -> None:
    kg = KnowledgeGraph()
    kg.load(extractors.extractions([Article("a", REPORT, date(2025, 9, 4))], nlp))
    assert not kg.query("ASK { ?a dg:copyOf ?b }").boolean


def test_copies_are_recognised_across_builds(tmp_path: Path) -> None:
    store, day = str(tmp_path / "kg"), "2025-09-04"
    runs = [("agentur", LONG), ("blatt", f"Paris – {LONG}"), ("agentur", LONG)]
    for number, (name, text) in enumerate(runs):
        file = tmp_path / str(number) / f"{name}.jsonl"
        file.parent.mkdir()
        line = {"id": name, "text": text, "date": day, "outlet": name}
        file.write_text(json.dumps(line) + "\n", encoding="utf8")
        assert CliRunner().invoke(app, ["build", str(file), "--store", store, "--jobs", "1"]).exit_code == 0
    with KnowledgeGraph(store, read_only=True) as kg:
        rows = kg.query(
            "SELECT ?copy ?original { ?a dg:copyOf ?o ; dcterms:identifier ?copy . ?o dcterms:identifier ?original }"
        ).rows
        assert rows == (("blatt", "agentur"),)
        assert [name for name, _ in kg.fingerprints()] == ["agentur"], "a copy leads to its original, not on"


def test_every_kind_of_store_tells_its_fingerprints(graph: KnowledgeGraph, nlp: Language) -> None:
    read = [Article("a", REPORT, date(2025, 9, 4)), Article("b", LONG, date(2025, 9, 5)), Article("c", REPORT)]
    found = [one for one in marked(iter(read)) if isinstance(one, Article)]
    graph.load(extractors.extractions(found, nlp))
    assert dict(graph.fingerprints()) == {one.id: one.fingerprint for one in found[:2]}
    late = [one for one in marked(iter([Article("d", LONG)]), graph.fingerprints()) if isinstance(one, Article)]
    assert [one.copy_of for one in late] == ["b"]
