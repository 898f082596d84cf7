"""Judging in the page, with the keyboard and the mouse; the file that it saves is taken by `review apply`."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from extractors.statement import Extraction
from graph.explorer import page as page_module
from graph.explorer import write_page
from graph.knowledge import KnowledgeGraph
from graph.reviews.files import read
from graph.reviews.resolving import resolved
from tests.graph.explorer.pages import HOSTILE, Opened, network
from tests.graph.reviews.test_book import ACTOR, say, second, statements


@pytest.fixture
def graph(extraction: Extraction) -> KnowledgeGraph:
    made = KnowledgeGraph()
    made.replace(extraction)
    made.replace(second())
    return made


def saved(opened: Opened, folder: Path) -> Path:
    with opened.page.expect_download() as told:
        opened.page.keyboard.press("s")
    told.value.save_as(folder / "reviews.jsonl")
    return folder / "reviews.jsonl"


def test_one_of_each_made_in_the_page_is_in_force(
    browser: Browser, graph: KnowledgeGraph, tmp_path: Path, extraction: Extraction
) -> None:
    graph.explore(tmp_path / "graph.html")
    opened = Opened(browser, tmp_path / "graph.html")
    page, found = opened.page, statements(graph)

    def card(name: str) -> str:
        return f"article[data-key='{found[name].id}']"

    page.click("#review")
    page.fill("[name=reviewer]", "anna")
    page.click(f"{card('a1 hosts')} [data-act=right]")
    page.click(f"{card('a1 meets')} [data-act=wrong]")
    page.click(f"{card('a2 warns')} [data-act=amend]")
    page.select_option(f"{card('a2 warns')} [name=relation]", "criticizes")
    page.select_option(f"{card('a2 warns')} [name=status]", "claimed")
    page.click(f"{card('a2 warns')} [type=submit]")
    assert "1" not in page.inner_text("#progress").split()[0]
    page.click(f"{card('a2 warns')} [data-act=add]")
    page.fill(f"{card('a2 warns')} [name=subject]", "Emanuel Macron")
    page.fill(f"{card('a2 warns')} [name=object]", "Wolodymyr Selenskyj")
    page.select_option(f"{card('a2 warns')} form [name=relation]", "phones")
    page.click(f"{card('a2 warns')} [type=submit]")
    page.select_option("[name=order]", "doubles")
    page.click("article.double [data-act=right]")
    lines = [json.loads(line) for line in saved(opened, tmp_path).read_text("utf8").splitlines()]
    opened.close()
    assert {line["by"] for line in lines} == {"anna"}
    given, wrong = read(tmp_path / "reviews.jsonl")
    made, unresolved = resolved(graph, given, "nobody")
    assert (wrong, unresolved) == ([], [])
    graph.take(made)
    for _ in range(2):
        found = statements(graph)
        assert (found["a1 hosts"].verdict, found["a2 criticizes"].verdict, found["a2 phones"].verdict) == (
            "confirmed",
            "amended",
            "added",
        )
        assert "a1 meets" not in found
        assert found["a2 phones"].subject == f"{ACTOR}Q3052772"
        graph.load([extraction, second()])


def test_with_the_keyboard_alone(browser: Browser, graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.explore(tmp_path / "graph.html", language="en")
    opened = Opened(browser, tmp_path / "graph.html")
    page = opened.page
    page.focus("#review")
    page.keyboard.press("Enter")
    assert page.locator("article.current").count() == 1
    sure = page.evaluate(
        "[...document.querySelectorAll('#panel article .meta')].map(m => m.textContent).filter(t => t.includes('%'))"
    )
    assert "60" in sure[0]
    page.keyboard.press("w")
    page.keyboard.press("r")
    assert page.inner_text("#progress") == "2 of 4 judged"
    page.keyboard.press("u")
    assert page.inner_text("#progress") == "1 of 4 judged"
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    assert page.locator("form [name=relation]").count() == 0
    page.keyboard.press("a")
    page.keyboard.type("cri")
    page.keyboard.press("Enter")
    assert page.locator("article.amended").count() == 1
    lines = [json.loads(line) for line in saved(opened, tmp_path).read_text("utf8").splitlines()]
    assert [line["verdict"] for line in lines] == ["rejected", "amended"]
    opened.close()


def test_what_is_missing_is_added_by_keyboard_and_a_slip_makes_nobody(
    browser: Browser, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    graph.explore(tmp_path / "graph.html", language="en")
    opened = Opened(browser, tmp_path / "graph.html")
    page = opened.page
    page.focus("#review")
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    current = page.get_attribute("article.current", "data-key")
    page.keyboard.press("n")
    # A spelling that is one actor's alone is he; a name that nobody has is asked for once.
    for words in ("Selenskyj", "phones", "Selensky"):
        page.keyboard.type(words)
        page.keyboard.press("Tab" if words != "Selensky" else "Enter")
    assert page.inner_text("form .hint").startswith("New is: Selensky.")
    page.fill("form [name=object]", "Emmanuel Macron")
    page.keyboard.press("Enter")
    assert page.inner_text("article.current .verdict") == "added: Volodymyr Zelenskyy phones Emmanuel Macron"
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("u")
    # Undone, and the place is kept.
    assert page.get_attribute("article.current", "data-key") == current
    assert page.locator("article .verdict").count() == 0
    page.keyboard.press("r")
    assert page.inner_text("#progress") == "1 of 4 judged"
    page.evaluate("window.onbeforeunload = null")
    opened.close()


def test_the_focus_stays_where_a_judgement_was_made(browser: Browser, graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.explore(tmp_path / "graph.html")
    opened = Opened(browser, tmp_path / "graph.html")
    page = opened.page
    page.click("#review")
    page.focus("article.current [data-act=wrong]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.act") == "wrong"
    # How far it is stays in sight, however far down the list is.
    page.evaluate("document.getElementById('panel').scrollTop = 10000")
    box = page.locator("#progress").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 200
    opened.close()


def test_actors_are_called_the_same_renamed_and_retyped(
    browser: Browser, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    graph.explore(tmp_path / "graph.html")
    opened = Opened(browser, tmp_path / "graph.html")
    page = opened.page
    page.fill("#search", "Emanuel")
    page.press("#search", "Enter")
    page.click(".correct summary")
    page.fill(".correct [name=same]", "Niemand")
    page.press(".correct [name=same]", "Enter")
    assert "Niemand" in page.inner_text(".correct .hint >> nth=0")
    page.fill(".correct [name=name]", "Emanuel M.")
    page.press(".correct [name=name]", "Enter")
    page.select_option(".correct [name=kind]", "Group")
    page.click(".correct form:last-child [type=submit]")
    with page.expect_download() as told:
        page.click("#save")
    told.value.save_as(tmp_path / "r.jsonl")
    opened.close()
    graph.take(resolved(graph, read(tmp_path / "r.jsonl")[0], "x")[0])
    assert graph.query("ASK { dgactor:emanuel-macron a dg:Group ; skos:prefLabel 'Emanuel M.'@de }").boolean


def test_hostile_words_stay_words(browser: Browser, tmp_path: Path) -> None:
    write_page(network(*HOSTILE), tmp_path / "graph.html")
    opened = Opened(browser, tmp_path / "graph.html")
    page = opened.page
    page.click("#review")
    page.fill("[name=reviewer]", HOSTILE[0])
    for _ in range(5):
        page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("r")
    page.keyboard.press("a")
    page.fill("form [name=why]", HOSTILE[1])
    page.fill("form [name=place]", HOSTILE[2])
    page.press("form [name=why]", "Enter")
    assert page.evaluate("window.hacked") is None
    lines = [json.loads(line) for line in saved(opened, tmp_path).read_text("utf8").split("\n") if line]
    assert {line["by"] for line in lines} == {HOSTILE[0]}
    assert any(line.get("why") == HOSTILE[1] for line in lines)
    opened.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_at_the_desk(
    browser: Browser, graph: KnowledgeGraph, tmp_path: Path, theme: str
) -> None:
    graph.explore(tmp_path / "graph.html")
    opened = Opened(browser, tmp_path / "graph.html")
    if theme == "dark":
        opened.page.click("#theme")
    opened.page.click("#review")
    opened.page.keyboard.press("r")
    opened.page.keyboard.press("w")
    opened.page.keyboard.press("a")
    for order in ("unsure", "doubles"):
        opened.page.select_option("[name=order]", order)
        found = Axe().run(opened.page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    opened.page.evaluate("window.onbeforeunload = null")
    opened.close()


def test_no_two_scripts_of_the_page_declare_one_name() -> None:
    # They share one scope: a second declaration would leave a page without any script.
    folder = Path(page_module.__file__).parent
    texts = [(folder / name).read_text("utf8") for name in page_module.SCRIPTS]
    names = [
        name for text in texts for name in re.findall(r"^(?:const|let|(?:async )?function) (\w+)", text, re.MULTILINE)
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_what_reviewers_dispute_is_listed_with_who_said_what(
    browser: Browser, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    found = statements(graph)
    hosts, warns = found["a1 hosts"].iri, found["a2 warns"].iri
    say(graph, {"statement": hosts, "verdict": "confirmed"}, {"statement": warns, "verdict": "confirmed"}, by="anna")
    later = {"by": "bert", "at": "2026-02-01"}
    say(graph, {"statement": hosts, "verdict": "rejected", "why": HOSTILE[0]}, **later)
    say(graph, {"statement": warns, "verdict": "amended", "relation": "criticizes"}, **later)
    say(graph, {"actor": "emanuel-macron", "same": "Q3052772"}, by="anna")
    say(graph, {"actor": "emanuel-macron", "different": "Q3052772"}, **later)
    graph.explore(tmp_path / "graph.html")
    opened = Opened(browser, tmp_path / "graph.html")
    page = opened.page
    page.click("#review")
    # What is amended stands in the picture, and so in every queue, with who said what.
    assert "bert: berichtigt · relation: kritisiert" in page.inner_text("article:has(.said)")
    page.select_option("[name=order]", "disputed")
    cards = page.locator("article.dispute")
    assert cards.count() == 3
    assert page.inner_text("#progress") == "0 von 3 geprüft"
    rejected = page.locator("article.dispute", has_text="Emmanuel Macron empfängt Wolodymyr Selenskyj")
    assert "anna: bestätigt" in rejected.inner_text()
    assert f"bert: verworfen · {HOSTILE[0]}" in rejected.inner_text()
    page.locator("article.dispute", has_text="Emanuel Macron – Emmanuel Macron").locator("[data-act=right]").click()
    rejected.locator("[data-act=right]").click()
    assert page.inner_text("#progress") == "2 von 3 geprüft"
    page.fill("[name=reviewer]", "cleo")
    page.locator("article.dispute").nth(0).click()
    lines = saved(opened, tmp_path)
    opened.close()
    graph.take(resolved(graph, read(lines)[0], "cleo")[0])
    assert statements(graph)["a1 hosts"].verdict == "confirmed"
    assert statements(graph)["a2 criticizes"].subject == f"{ACTOR}Q3052772"
