"""The page in a real browser, without a network."""

from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser

from graph.explorer import write_page
from tests.graph.explorer.pages import HOSTILE, Opened, click_middle, network


def test_an_edge_shows_its_sentence_with_both_marked(opened: Opened) -> None:
    click_middle(opened, "Q1 Q2")
    opened.page.wait_for_selector("#panel article")
    assert "Emmanuel Macron – Wolodymyr Selenskyj" in opened.text("#panel h2")
    assert opened.text("#panel blockquote") == "Macron empfing Selenskyj in Paris."
    assert (opened.text("mark.s"), opened.text("mark.o")) == ("Macron", "Selenskyj")
    assert opened.page.get_attribute("#panel article a", "href") == "https://example.org/a1"
    assert "2025-09-03" in opened.text("#panel article")


def test_what_is_less_sure_waits_behind_the_slider(browser: Browser, tmp_path: Path) -> None:
    made = network()
    made.edges["Q3", "Q2", "st3"]["confidence"] = 0.5
    write_page(made, tmp_path / "graph.html", language="en")
    opened = Opened(browser, tmp_path / "graph.html")
    try:
        assert opened.page.evaluate("diplograph.selection().kept.map(({ st }) => st.id).sort()") == ["st1", "st2"]
        assert opened.text("#confidence-value") == "0.60 · 1 less sure hidden"
        opened.page.evaluate(
            "() => { const r = document.getElementById('confidence'); r.value = 0; r.dispatchEvent(new Event('input')); }"
        )
        assert opened.page.evaluate("diplograph.selection().kept.length") == 3
        assert opened.text("#confidence-value") == "0.00"
        assert "sure=0" in opened.page.url
        opened.page.reload()
        assert opened.page.evaluate("diplograph.selection().kept.length") == 3
        opened.page.click("#reset")
        assert opened.page.evaluate("diplograph.selection().kept.length") == 2
    finally:
        opened.close()


def test_search_opens_an_actor_and_back_returns(opened: Opened) -> None:
    opened.page.fill("#search", "selenskyj")
    opened.page.press("#search", "Enter")
    opened.until("document.querySelector('#panel h2')?.textContent === 'Wolodymyr Selenskyj'")
    assert "open=actor" in opened.page.url
    opened.page.click("#focus-one")
    opened.until("diplograph.selection().shown.size === 3")
    opened.page.go_back()
    opened.until("diplograph.selection().shown.size === 4")
    opened.page.go_back()
    opened.until("!document.querySelector('#panel h2')")


@pytest.mark.parametrize(
    ("click", "left"),
    [("#sign [data-key=foe]", 2), ("#status [data-key=actual]", 1), ("#relations [data-key=hosts]", 2), ("#rollup", 2)],
)
def test_filters_act_at_once(opened: Opened, click: str, left: int) -> None:
    opened.page.click(click)
    assert opened.page.evaluate("diplograph.selection().kept.length") == left
    assert opened.text("#count").startswith(str(left))
    if click != "#rollup":
        opened.page.click("#reset")
        assert opened.page.evaluate("diplograph.selection().kept.length") == 3


def test_period_and_confidence(opened: Opened) -> None:
    assert opened.text("#period") == "2025-07 – 2025-09"
    opened.page.evaluate(
        "() => { const r = document.getElementById('since'); r.value = 1; r.dispatchEvent(new Event('input')); }"
    )
    assert opened.page.evaluate("diplograph.selection().kept.length") == 2
    opened.page.evaluate(
        "() => { const r = document.getElementById('confidence'); r.value = 0.95; r.dispatchEvent(new Event('input')); }"
    )
    assert opened.page.evaluate("diplograph.selection().kept.length") == 0
    assert "Mindestens sicher" in opened.text("#notice")


def test_table_sorts_and_saves_csv(opened: Opened) -> None:
    opened.page.click("#view")
    assert opened.page.locator("#table tbody tr").count() == 3
    opened.page.click("#table th:nth-child(3) button")
    assert opened.text("#table tbody tr:first-child td:nth-child(3)") == "Frankreich"
    with opened.page.expect_download() as download:
        opened.page.click("#csv")
    lines = Path(download.value.path()).read_bytes().decode().split("\r\n")
    assert lines[0].startswith('"Subjekt","Beziehung"')
    assert len(lines) == 4


def test_english_and_dark(opened: Opened) -> None:
    opened.page.click("#language")
    assert "statements" in opened.text("#count")
    before = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    opened.page.click("#theme")
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") != before


@pytest.mark.parametrize("first", ["de", "en"])
def test_places_sources_and_offices_follow_the_language(browser: Browser, tmp_path: Path, first: str) -> None:
    made = network()
    made.nodes["Q4"]["labels"] = {"de": "Frankreich", "en": "France"}
    titles = {"de": "Präsident", "en": "president"}
    made.nodes["Q1"]["offices"] = ({"title": titles[first], "titles": titles, "of": "Q4", "start": "2017", "end": ""},)
    told = {
        "place": {"de": "Genf", "en": "Geneva"},
        "source": {"de": "Weißes Haus", "en": "White House"},
    }
    for name, labels in told.items():
        made.edges["Q1", "Q2", "st1"].update({name: labels[first], f"{name}_labels": labels})
    write_page(made, tmp_path / "graph.html", language=first)
    opened = Opened(browser, tmp_path / "graph.html")
    shown = {
        "de": ("Präsident, Frankreich", "Genf", "laut Weißes Haus", "president, Geneva, White House"),
        "en": ("president, France", "Geneva", "according to White House", "Präsident, Genf, Weißes Haus"),
    }
    for language in (first, "en" if first == "de" else "de", first):
        opened.until("language => document.documentElement.lang === language", language)
        opened.page.evaluate("() => { location.hash = ''; location.hash = 'open=actor:Q1'; }")
        opened.until("document.querySelector('#panel h2')?.textContent === 'Emmanuel Macron'")
        panel = opened.text("#panel")
        *expected, others = shown[language]
        assert all(text in panel for text in expected), panel
        assert not any(text in panel for text in others.split(", "))
        opened.page.click("#language")
    opened.close()


def test_hostile_text_is_text(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "graph.html"
    write_page(network(*HOSTILE), file, title=HOSTILE[0])
    opened = Opened(browser, file)
    for number, text in enumerate(HOSTILE):
        opened.page.evaluate("key => { location.hash = `open=actor:${key}`; }", f"x{number}")
        opened.until("text => document.querySelector('#panel h2')?.textContent === text", arg=text)
        assert opened.page.evaluate("document.querySelector('#panel blockquote').textContent") == text
    opened.page.click("#view")
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("window.hacked") is None
    hrefs = opened.page.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert all(href.startswith(("http://", "https://")) for href in hrefs)
    assert opened.page.title() == HOSTILE[0]
    opened.close()


def test_an_empty_graph_is_a_page(browser: Browser, tmp_path: Path) -> None:
    write_page(nx.MultiDiGraph(), tmp_path / "graph.html")
    opened = Opened(browser, tmp_path / "graph.html")
    assert opened.text("#count").startswith("0")
    opened.close()
