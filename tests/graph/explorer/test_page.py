"""The page in a real browser, without a network."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graph.explorer import page_html, write_page
from graph.explorer.layout import coalitions, positions

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HOSTILE = [
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "<a href='javascript:window.hacked=1'>x</a>",
    "javascript:window.hacked=1",
    '"><svg onload=window.hacked=1>',
    "' onmouseover='window.hacked=1",
    "{{DATA}} {{SCRIPT}} {{7*7}} ${window.hacked=1}",
    "{% import os %}",
    "]]> --> <!--",
    "\u202eabc\u202c \u2066x\u2069",
    "a\u2028b\u2029c",
    "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    '\\u003cscript\\u003e \\" \\\\',
    "href=http://example.org/",
    "<iframe srcdoc='<script>parent.hacked=1</script>'>",
    "<base href='http://example.org/'>",
    "<meta http-equiv=refresh content='0;url=http://example.org/'>",
    "<style>*{display:none}</style>",
    "<object data=x></object>",
    "__proto__",
    "constructor",
    "toString",
    "=cmd|' /C calc'!A0",
    "data:text/html,<script>parent.hacked=1</script>",
    "x" * 100_000,
    "😀 e\u0301 ﷽",
]


def network(*texts: str) -> nx.MultiDiGraph:
    """Macron hosts Selenskyj, who is criticised by Putin; each further text is an actor that says itself everywhere."""
    made = nx.MultiDiGraph()
    for actor, label in (
        ("Q1", "Emmanuel Macron"),
        ("Q2", "Wolodymyr Selenskyj"),
        ("Q3", "Wladimir Putin"),
        ("Q4", "Frankreich"),
    ):
        kind = "State" if actor == "Q4" else "Person"
        made.add_node(actor, label=label, label_en=label, kind=kind, qid=actor, names=(), offices=())
    sentence = "Macron empfing Selenskyj in Paris."
    edge = {
        "goldstein": 2.8,
        "polarity": "affirmed",
        "status": "actual",
        "date": "2025-09-03",
        "place": "Paris",
        "source": "",
        "confidence": 0.9,
        "evidence": sentence,
        "subject_begin": 0,
        "subject_end": 6,
        "object_begin": 15,
        "object_end": 24,
        "article": "a1",
        "title": "Besuch",
        "url": "https://example.org/a1",
        "article_date": "2025-09-04",
    }
    claimed = edge | {"status": "claimed", "date": "2025-07", "confidence": 0.5, "goldstein": -2.0}
    made.add_edge("Q1", "Q2", key="st1", relation="hosts", sign=1, **edge)
    made.add_edge("Q1", "Q4", key="st2", relation="represents", sign=0, **(edge | {"date": "", "goldstein": 0.0}))
    made.add_edge("Q3", "Q2", key="st3", relation="criticizes", sign=-1, **claimed)
    for number, text in enumerate(texts):
        office = {"title": text, "of": "Q4", "start": text, "end": text}
        made.add_node(f"x{number}", label=text, label_en=text, kind="Group", qid=text, names=(text,), offices=(office,))
        hostile = dict.fromkeys(("place", "source", "evidence", "article", "title", "url"), text)
        made.add_edge(
            "Q1",
            f"x{number}",
            key=f"h{number}",
            relation="meets",
            sign=1,
            **(edge | hostile | {"subject_end": min(6, len(text))}),
        )
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


class Opened:
    """A page with what it asked for and complained of."""

    def __init__(self, browser: Browser, file: Path) -> None:
        self.page: Page = browser.new_page(viewport={"width": 1400, "height": 850}, color_scheme="light")
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on(
            "console", lambda message: self.complaints.append(message.text) if message.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(file.as_uri())

    def text(self, selector: str) -> str:
        return self.page.inner_text(selector)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    file = tmp_path / "graph.html"
    write_page(network(), file)
    made = Opened(browser, file)
    yield made
    assert [url for url in made.requests if not url.startswith(("file:", "blob:"))] == []
    assert made.complaints == []
    made.page.close()


def click_middle(opened: Opened, key: str) -> None:
    point = opened.page.evaluate("key => diplograph.middleOf(key)", key)
    box = opened.page.locator("#network").bounding_box()
    assert box is not None
    opened.page.mouse.click(box["x"] + point["x"], box["y"] + point["y"])


def test_an_edge_shows_its_sentence_with_both_marked(opened: Opened) -> None:
    click_middle(opened, "Q1 Q2")
    opened.page.wait_for_selector("#panel article")
    assert "Emmanuel Macron – Wolodymyr Selenskyj" in opened.text("#panel h2")
    assert opened.text("#panel blockquote") == "Macron empfing Selenskyj in Paris."
    assert (opened.text("mark.s"), opened.text("mark.o")) == ("Macron", "Selenskyj")
    assert opened.page.get_attribute("#panel article a", "href") == "https://example.org/a1"
    assert "2025-09-03" in opened.text("#panel article")


def test_search_opens_an_actor_and_back_returns(opened: Opened) -> None:
    opened.page.fill("#search", "selenskyj")
    opened.page.press("#search", "Enter")
    opened.page.wait_for_function("document.querySelector('#panel h2')?.textContent === 'Wolodymyr Selenskyj'")
    assert "open=actor" in opened.page.url
    opened.page.click("#focus")
    opened.page.wait_for_function("diplograph.selection().shown.size === 3")
    opened.page.go_back()
    opened.page.wait_for_function("diplograph.selection().shown.size === 4")
    opened.page.go_back()
    opened.page.wait_for_function("!document.querySelector('#panel h2')")


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


def test_hostile_text_is_text(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "graph.html"
    write_page(network(*HOSTILE), file, title=HOSTILE[0])
    opened = Opened(browser, file)
    for number, text in enumerate(HOSTILE):
        opened.page.evaluate("key => { location.hash = `open=actor:${key}`; }", f"x{number}")
        opened.page.wait_for_function("text => document.querySelector('#panel h2')?.textContent === text", arg=text)
        assert opened.page.evaluate("document.querySelector('#panel blockquote').textContent") == text
    opened.page.click("#view")
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("window.hacked") is None
    hrefs = opened.page.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert all(href.startswith(("http://", "https://")) for href in hrefs)
    assert opened.page.title() == HOSTILE[0]
    assert [url for url in opened.requests if not url.startswith("file:")] == []
    assert opened.complaints == []
    opened.page.close()


def test_positions_and_page_are_stable() -> None:
    made = network("Nato")
    groups = coalitions(made)
    assert positions(made, groups) == positions(made, groups)
    assert page_html(made) == page_html(made)


def test_coalitions_of_friends_are_one() -> None:
    groups = coalitions(network())
    assert groups["Q1"] == groups["Q2"]
    assert groups["Q3"] != groups["Q1"]


def test_an_empty_graph_is_a_page(browser: Browser, tmp_path: Path) -> None:
    write_page(nx.MultiDiGraph(), tmp_path / "graph.html")
    opened = Opened(browser, tmp_path / "graph.html")
    assert opened.text("#count").startswith("0")
    assert opened.complaints == []
    opened.page.close()
