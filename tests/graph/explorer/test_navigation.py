"""Moving through the page: keyboard, address, steps, many actors, and what a screen reader and a printer get."""

from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from graph.explorer import Inline, page_html, write_page
from tests.graph.explorer.pages import Opened, click_middle, network, until

SHOWN = "diplograph.selection().shown.size"
KEPT = "diplograph.selection().kept.length"


def chain(actors: int) -> nx.MultiDiGraph:
    """Actors in a row, each of whom meets the next, in the months from January 2025 on."""
    made = network()
    (fields,) = [edge for _, _, key, edge in made.edges(keys=True, data=True) if key == "st1"]
    made.clear()
    for number in range(actors):
        name = f"Akteur {number}"
        made.add_node(f"a{number}", label=name, labels={"de": name}, kind="State", qid="", names=(), offices=())
    for number in range(actors - 1):
        month = number % 12
        fields = fields | {"relation": "meets", "date": f"2025-{month + 1:02}-05", "evidence": f"Satz {number}."}
        made.add_edge(f"a{number}", f"a{number + 1}", key=f"s{number}", **fields)
    return made


@pytest.fixture
def row(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    write_page(chain(8), tmp_path / "row.html")
    made = Opened(browser, tmp_path / "row.html")
    yield made
    made.close()


def test_the_search_goes_by_keyboard(row: Opened) -> None:
    row.page.keyboard.press("/")
    row.page.keyboard.type("akteur")
    assert row.page.locator("#results [role=option]").count() == 8
    row.page.keyboard.press("ArrowDown")
    chosen = row.page.get_attribute("#search", "aria-activedescendant")
    assert row.page.get_attribute(f"#{chosen}", "aria-selected") == "true"
    name = row.page.locator(f"#{chosen}").inner_text().split("\n")[0]
    row.page.keyboard.press("Enter")
    row.until("name => document.querySelector('#panel h2')?.textContent === name", arg=name)
    assert row.page.locator("#results").is_hidden()
    row.page.fill("#search", "niemand")
    assert "Kein Akteur" in row.text("#results")
    row.page.keyboard.press("Escape")
    assert row.page.locator("#results").is_hidden()


def test_one_step_and_two(row: Opened) -> None:
    row.page.fill("#search", "Akteur 3")
    row.page.press("#search", "Enter")
    for button, shown in (("#focus-one", 3), ("#focus-two", 5)):
        row.page.click(button)
        row.until(f"{SHOWN} === {shown}")
    row.page.go_back()
    row.until(f"{SHOWN} === 3")
    row.page.click("#whole")
    row.until(f"{SHOWN} === 8")


def test_the_address_brings_a_view_back(row: Opened) -> None:
    row.page.click("#status [data-key=planned]")
    row.page.evaluate(
        "() => { const r = document.getElementById('since'); r.value = 2; r.dispatchEvent(new Event('input')); }"
    )
    row.page.fill("#search", "Akteur 4")
    row.page.press("#search", "Enter")
    row.page.click("#view")
    address, kept = row.page.url, row.page.evaluate(KEPT)
    assert kept == 5
    row.page.goto("about:blank")
    row.page.goto(address)
    assert row.page.evaluate(KEPT) == kept
    assert row.page.locator("#table tbody tr").count() == kept
    assert row.text("#panel h2") == "Akteur 4"
    assert not row.page.is_checked("#status [data-key=planned]")
    row.page.go_back()


def test_the_slider_has_two_handles_over_the_months(row: Opened) -> None:
    bars = row.page.locator("#histogram i")
    assert bars.count() == 7
    box = row.page.locator(".slider").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    for start, end in (
        (box["x"] + box["width"] - 7, box["x"] + box["width"] / 2),
        (box["x"] + 7, box["x"] + box["width"] / 4),
    ):
        row.page.mouse.move(start, y)
        row.page.mouse.down()
        row.page.mouse.move(end, y, steps=5)
        row.page.mouse.up()
    since, until = (int(row.page.input_value(f"#{name}")) for name in ("since", "until"))
    assert 0 < since < until < 6
    assert row.page.evaluate(KEPT) == until - since + 1
    assert row.page.locator("#histogram i.in").count() == until - since + 1
    row.page.focus("#since")
    row.page.keyboard.press("ArrowRight")
    assert row.page.evaluate(KEPT) == until - since


def test_a_group_of_relations_goes_at_once(opened: Opened) -> None:
    group = opened.page.locator("input[data-group=consult]")
    group.click()
    assert opened.page.evaluate(KEPT) == 2
    assert "0" not in opened.text("summary:has-text('Gespräche') .n")
    opened.page.locator("input[data-group=consult]").click()
    assert opened.page.evaluate(KEPT) == 3


def test_the_message_names_the_filter_to_loosen(opened: Opened) -> None:
    for relation in ("hosts", "represents", "criticizes"):
        opened.page.click(f"#relations [data-key={relation}]")
    assert opened.text("#notice") == "Nichts passt. Lockern Sie: Beziehungen"
    assert opened.page.evaluate(KEPT) == 0


def test_parallel_statements_are_one_edge_that_says_how_many(browser: Browser, tmp_path: Path) -> None:
    made = network()
    (edge,) = [edge for _, _, key, edge in made.edges(keys=True, data=True) if key == "st1"]
    for number in range(60):
        made.add_edge("Q1", "Q2", key=f"more{number:02}", **(edge | {"date": f"2025-08-{number % 28 + 1:02}"}))
    write_page(made, tmp_path / "graph.html")
    opened = Opened(browser, tmp_path / "graph.html")
    click_middle(opened, "Q1 Q2")
    opened.page.wait_for_selector("#panel article")
    assert "61 Aussagen" in opened.text("#panel")
    assert opened.page.locator("#panel article").count() == 40
    dates = opened.page.locator("#panel article .meta:nth-of-type(2)").all_inner_texts()
    assert "2025-09-03" in dates[0]
    opened.page.click(".more")
    assert opened.page.locator("#panel article").count() == 61
    opened.close()


def test_many_actors_are_cut_to_the_strongest_and_found_by_search(browser: Browser, tmp_path: Path) -> None:
    write_page(chain(400), tmp_path / "graph.html")
    opened = Opened(browser, tmp_path / "graph.html")
    assert opened.page.evaluate(SHOWN) == 300
    assert "die stärksten 300 von 400 Akteuren" in opened.text("#notice")
    assert opened.page.is_disabled("#arrange")
    hidden = opened.page.evaluate(
        "[...Array(400).keys()].map(n => `a${n}`).find(id => !diplograph.selection().shown.has(id))"
    )
    opened.page.fill("#search", f"Akteur {hidden[1:]}")
    opened.page.press("#search", "Enter")
    opened.until(f"{SHOWN} <= 3")
    assert opened.page.evaluate("id => diplograph.selection().shown.has(id)", hidden)
    opened.close()


def test_springs_move_actors_only_on_request(row: Opened) -> None:
    before = row.page.evaluate("diplograph.pointOf('a0')")
    row.page.wait_for_timeout(300)
    assert row.page.evaluate("diplograph.pointOf('a0')") == before
    row.page.click("#arrange")
    row.until(
        "before => JSON.stringify(diplograph.pointOf('a0')) !== before",
        arg=str(before).replace("'", '"').replace(" ", ""),
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", ["network", "panel", "table"])
def test_axe_finds_nothing_serious(opened: Opened, theme: str, view: str) -> None:
    if theme == "dark":
        opened.page.click("#theme")
    if view == "panel":
        click_middle(opened, "Q1 Q2")
        opened.page.wait_for_selector("#panel article")
    if view == "table":
        opened.page.click("#view")
    found = Axe().run(opened.page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []


def test_every_control_is_reached_by_tab(opened: Opened) -> None:
    reached = set()
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        reached.add(opened.page.evaluate("document.activeElement.id || document.activeElement.dataset.key || ''"))
    assert {
        "search",
        "view",
        "language",
        "theme",
        "since",
        "until",
        "confidence",
        "rollup",
        "reset",
        "network",
        "hosts",
    } <= reached


def test_paper_shows_what_matters(opened: Opened) -> None:
    click_middle(opened, "Q1 Q2")
    opened.page.wait_for_selector("#panel article")
    opened.page.emulate_media(media="print")
    assert opened.page.locator("#filters").is_hidden()
    assert opened.page.locator("#panel article").is_visible()
    assert len(opened.page.pdf()) > 1000


def test_in_a_notebook_it_is_the_same_page_in_a_frame(browser: Browser, tmp_path: Path) -> None:
    host = tmp_path / "notebook.html"
    host.write_text(
        f"<!doctype html><title>Notebook</title>{Inline(page_html(network()), 700)._repr_html_()}", encoding="utf8"
    )
    opened = Opened(browser, host)
    frame = opened.page.frames[1]
    until(frame, "globalThis.diplograph")
    frame.fill("#search", "selenskyj")
    frame.press("#search", "Enter")
    until(frame, "document.querySelector('#panel h2')?.textContent === 'Wolodymyr Selenskyj'")
    frame.click("#focus-one")
    until(frame, f"{SHOWN} === 3")
    frame.click("#sign [data-key=foe]")
    until(frame, f"{KEPT} === 2")
    opened.close()
