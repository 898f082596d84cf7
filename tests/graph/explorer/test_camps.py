"""Camps and ties in the browser: kinds, counts, and two selections side by side."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.explorer import write_page
from tests.graph.analysis.networks import on_days
from tests.graph.explorer.pages import Opened

PAGE = {"subject_begin": -1, "subject_end": -1, "object_begin": -1, "object_end": -1}


@pytest.fixture
def sided(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Two camps of three, whose quarrel is of March; in April a and x have made peace."""
    made = on_days(
        *((a, "supports", b, 3) for a, b in ("ab", "bc", "ca", "xy", "yz", "zx")),
        *((a, "accuses", x, 3) for a, x in ("ax", "by", "cz")), month="2025-03",
    )  # fmt: skip
    later = on_days(("a", "supports", "x", 4), ("a", "meets", "y", 2), month="2025-04")
    made.add_edges_from(
        (s, o, f"later{key}", edge | {"article": f"later{key}"})
        for s, o, key, edge in later.edges(keys=True, data=True)
    )
    for *_, edge in made.edges(data=True):
        edge |= PAGE
    file = tmp_path / "graph.html"
    write_page(made, file, language="en")
    opened = Opened(browser, file)
    yield opened
    opened.close()


def period(opened: Opened, since: int, until: int) -> None:
    for name, value in (("until", until), ("since", since)):
        opened.page.evaluate(
            "([name, value]) => { const r = document.getElementById(name); r.value = value; r.dispatchEvent(new Event('input')); }",
            [name, value],
        )


def kinds(opened: Opened) -> dict[str, list[object]]:
    told = "() => [...diplograph.selection().ties.values()].map((t) => [t.key, [t.kind, t.aligned, t.conflict, t.contacts]])"
    return dict(opened.page.evaluate(told))


def test_ties_are_counted_anew_for_what_is_selected(sided: Opened) -> None:
    assert kinds(sided)["a x"] == ["divided", 4, 3, 0]
    period(sided, 0, 0)
    assert kinds(sided)["a x"] == ["opposed", 0, 3, 0]
    assert kinds(sided)["a b"] == ["aligned", 3, 0, 0]
    period(sided, 1, 1)
    assert kinds(sided) == {"a x": ["aligned", 4, 0, 0], "a y": ["thin", 0, 0, 2]}


def test_an_actor_shows_its_camp_and_its_ties_by_kind(sided: Opened) -> None:
    sided.page.fill("#search", "b")
    sided.page.press("#search", "Enter")
    sided.until("document.querySelector('#panel h2')?.textContent === 'b'")
    told = sided.text("#panel")
    assert "Camp" in told
    assert "% of the resamples" in told
    assert "ALIGNED" in told.upper()
    assert "a (3 : 0)" in told
    assert "y (0 : 3)" in told


def test_two_outlets_side_by_side(browser: Browser, tmp_path: Path) -> None:
    made = on_days(("a", "supports", "b", 4), ("a", "accuses", "b", 4))
    for *_, edge in made.edges(data=True):
        edge |= PAGE | {"outlet": "Morgenblatt" if edge["relation"] == "supports" else "Abendblatt, Zürich"}
    write_page(made, tmp_path / "graph.html", language="en")
    opened = Opened(browser, tmp_path / "graph.html")
    try:
        assert opened.page.locator("#outlets label").all_inner_texts() == ["Abendblatt, Zürich\n4", "Morgenblatt\n4"]
        evening, morning = opened.page.locator("#outlets input").all()
        evening.click()
        assert kinds(opened) == {"a b": ["aligned", 4, 0, 0]}
        opened.page.click("#compare")
        evening.click()
        morning.click()
        told = " ".join(opened.text("#panel").split())
        assert "Morgenblatt. Now: " in told
        assert "Abendblatt, Zürich." in told
        assert "a – b aligned 4 : 0 → opposed 0 : 4" in told
        opened.page.reload()
        assert kinds(opened) == {"a b": ["opposed", 0, 4, 0]}
    finally:
        opened.close()


def test_two_selections_side_by_side(sided: Opened) -> None:
    period(sided, 0, 0)
    sided.page.click("#compare")
    assert sided.page.get_attribute("#compare", "aria-pressed") == "true"
    period(sided, 1, 1)
    told = sided.text("#panel")
    assert "Held: 2025-03 – 2025-03. Now: 2025-04 – 2025-04." in told
    assert "Turned (1)" in told
    assert "a – x opposed 0 : 3 → aligned 4 : 0" in " ".join(told.split())
    assert "Gained (0)" in told
    assert "Lost (8)" in told
    sided.page.click("#panel li button")
    assert "4 acts of alignment" in sided.text("#panel")
    sided.page.click("#compare")
    sided.page.click("#panel .close")
    assert "Turned" not in sided.text("#panel")
