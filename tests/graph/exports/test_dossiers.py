"""Reports: every sentence with its source, nothing that the graph does not say, hostile text harmless in each form."""

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from extractors.statement import Extraction, Polarity, Span, Status
from graph.exports import ExportError
from graph.exports.dossiers import FORMS, Dossier, dossier, write
from graph.exports.dossiers.picture import svg
from graph.knowledge import KnowledgeGraph
from tests.graph.conftest import FRANCE, MACRON, SELENSKYJ, make_article, make_statement

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
HOSTILE = '</blockquote><script>alert(1)</script> [x](javascript:alert(1)) ![y](z) **b** `c` &amp; "q" \x07 <a>'


def graph_of(**more: object) -> KnowledgeGraph:
    graph = KnowledgeGraph()
    article = make_article(url="https://blatt.example/a?x=1&y=2", **more)  # type: ignore[arg-type]
    made = [
        make_statement(article, FRANCE, "hosts", SELENSKYJ),
        make_statement(article, FRANCE, "meets", SELENSKYJ, date="", place=None, polarity=Polarity.NEGATED),
        make_statement(article, FRANCE, "supports", SELENSKYJ, date="2025-10", status=Status.PLANNED, source=MACRON),
        make_statement(article, FRANCE, "criticizes", MACRON),
    ]
    graph.replace(Extraction(article, made, ()))
    return graph


def made_of(graph: KnowledgeGraph, lang: str = "de", *among: str) -> Dossier:
    network = graph.network(lang=lang)
    return dossier(network, network, "Frankreich und Selenskyj", lang, among or (FRANCE.id, SELENSKYJ.id))


def test_what_is_said_stands_under_its_day_with_its_source() -> None:
    found = made_of(graph_of())
    assert [day for day, _ in found.days] == ["2025-09-03", "2025-09-04", "2025-10"]
    events = {event.headline: event.remarks for _, same in found.days for event in same}
    assert len(events) == 3, "what is not between the two is left out"
    assert "Ort: Paris" in next(remarks for headline, remarks in events.items() if "empfängt" in headline)
    assert {"verneint", "ohne eigenes Datum, Tag des Artikels"} <= set(
        next(r for h, r in events.items() if "trifft" in h)
    )
    planned = next(remarks for remarks in events.values() if "geplant" in remarks)
    assert any(remark.startswith("laut ") for remark in planned)
    quotations = [one for _, same in found.days for event in same for one in event.quotations]
    assert all(one.sentence and one.outlet and one.day and one.url for one in quotations)
    assert found.months == {"2025-09": {"cooperative": 1}}, "negated and planned statements are no events"
    assert "2025-09-04" in found.basis


def test_the_same_text_of_two_outlets_is_one_report() -> None:
    from dataclasses import replace

    graph = KnowledgeGraph()
    first = replace(make_article("a"), outlet="Blatt")
    copy = replace(make_article("b"), outlet="Abendpost", copy_of="a")
    for article in (first, copy):
        graph.replace(Extraction(article, [make_statement(article, FRANCE, "hosts", SELENSKYJ)], ()))
    ((_, (event,)),) = made_of(graph).days
    (quotation,) = event.quotations
    assert (quotation.outlet, quotation.copies) == ("Blatt", ("Abendpost",))


def test_what_one_sentence_says_stands_together() -> None:
    graph = KnowledgeGraph()
    article = make_article()
    both = [
        make_statement(article, FRANCE, "praises", SELENSKYJ),
        make_statement(article, SELENSKYJ, "praises", FRANCE),
    ]
    graph.replace(Extraction(article, both, ()))
    ((_, (event,)),) = made_of(graph).days
    assert event.headline.count(" – ") == 4
    assert len(event.quotations) == 1


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_each_form_has_every_sentence_and_link(tmp_path: Path, suffix: str, lang: str) -> None:
    found = made_of(graph_of(), lang)
    written = write(found, tmp_path / f"report{suffix}")
    assert written[0].stat().st_size
    content = (tmp_path / f"report{suffix}").read_bytes()
    text = (
        zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
        if suffix == ".docx"
        else content.decode()
    )
    for _, events in found.days:
        for event in events:
            for quotation in event.quotations:
                assert quotation.sentence in text
    assert found.notes[0].split(":")[0] in text
    links = (
        zipfile.ZipFile(io.BytesIO(content)).read("word/_rels/document.xml.rels").decode()
        if suffix == ".docx"
        else text
    )
    assert "https://blatt.example/a?x=1" in links
    write(found, tmp_path / f"again{suffix}")
    again = (tmp_path / f"again{suffix}").read_bytes()
    assert again.replace(b"again.svg", b"report.svg") == content, "the same graph gives the same bytes"


def test_hostile_text_is_text(tmp_path: Path) -> None:
    from markdown_it import MarkdownIt

    graph = KnowledgeGraph()
    article = make_article("a", HOSTILE * 2, HOSTILE, "javascript:alert(1)")
    graph.replace(
        Extraction(article, [make_statement(article, FRANCE, "hosts", SELENSKYJ, evidence=Span(0, len(HOSTILE)))], ())
    )
    found = made_of(graph)
    for suffix in FORMS:
        write(found, tmp_path / f"r{suffix}")
    page = (tmp_path / "r.html").read_text("utf8")
    rendered = MarkdownIt("commonmark").render((tmp_path / "r.md").read_text("utf8"))
    for html in (page, rendered):
        assert "<script" not in html
        assert 'href="javascript' not in html
        assert "<img" not in html.replace('<img src="r.svg"', "")
    assert "<code" not in rendered
    assert rendered.count("<strong>") == 1, "the headline alone"
    assert "&amp;amp;" in rendered


def test_the_picture_counts_and_is_left_out_where_nothing_is(tmp_path: Path) -> None:
    assert svg(made_of(graph_of())).count("<rect") == 1
    nothing = made_of(graph_of(), "de", "Q1", "Q2")
    assert svg(nothing) == ""
    assert [path.name for path in write(nothing, tmp_path / "r.md")] == ["r.md"]
    with pytest.raises(ExportError, match="written as"):
        write(nothing, tmp_path / "r.pdf")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-c", "from graph.cli import main; main()", "report", *map(str, arguments)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_the_command(tmp_path: Path) -> None:
    store = tmp_path / "kg"
    with KnowledgeGraph(store) as graph:
        graph.load([])
        article = make_article(url="https://blatt.example/a")
        graph.replace(
            Extraction(article, [make_statement(article), make_statement(article, MACRON, "represents", FRANCE)], ())
        )
    done = run("Macron", "2025", "--store", store, "-o", tmp_path / "r.md")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "r.md").read_text("utf8")
    assert text.startswith("# Emmanuel Macron, 2025\n")
    assert re.search(r"(?m)^> — .*2025-09-04, \[.*\]\(<https://blatt\.example/a>\)$", text)
    for arguments, code, reason in (
        (("Macron", "1999"), 1, "no statement about Macron"),
        (("Niemand",), 2, "no actor 'Niemand'"),
        (("a", "b", "c"), 2, "one actor or two"),
        (("Macron", "2025", "--since", "2024"), 2, "not both"),
        (("Macron", "--level", "x"), 2, "no level"),
        (("Macron", "-o", "r.pdf"), 2, "written as .docx"),
    ):
        done = run(*arguments, "--store", store)
        assert (done.returncode, reason in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr
