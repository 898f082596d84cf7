"""Networks and opened pages for the tests of the explorer."""

import time
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, Frame, Page

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
    "NUL \0 and \x1b[31m",
    "</style><style>body{display:none}",
    "\t\n \u00a0\u200b",
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
        made.add_node(actor, label=label, labels={"de": label}, kind=kind, qid=actor, names=(), offices=())
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
    claimed = edge | {"status": "claimed", "date": "2025-07", "confidence": 0.7, "goldstein": -2.0}
    made.add_edge("Q1", "Q2", key="st1", relation="hosts", sign=1, **edge)
    made.add_edge("Q1", "Q4", key="st2", relation="represents", sign=0, **(edge | {"date": "", "goldstein": 0.0}))
    made.add_edge("Q3", "Q2", key="st3", relation="criticizes", sign=-1, **claimed)
    for number, text in enumerate(texts):
        office = {"title": text, "of": "Q4", "start": text, "end": text}
        made.add_node(
            f"x{number}", label=text, labels={"de": text}, kind="Group", qid=text, names=(text,), offices=(office,)
        )
        hostile: dict[str, object] = dict.fromkeys(("place", "source", "evidence", "article", "title", "url"), text)
        hostile |= {"place_labels": {"de": text, "en": f"{text} in English"}}
        made.add_edge(
            "Q1",
            f"x{number}",
            key=f"h{number}",
            relation="meets",
            sign=1,
            **(edge | hostile | {"subject_end": min(6, len(text))}),
        )
    return made


def until(place: Page | Frame, expression: str, arg: object = None, seconds: float = 20.0) -> None:
    """Wait for an expression, or a function of `arg`, to be true.

    Playwright's own waiting evaluates strings inside the page, which its policy forbids.
    """
    end = time.monotonic() + seconds
    while not place.evaluate(expression, arg):
        assert time.monotonic() < end, f"never true: {expression}"
        time.sleep(0.02)


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

    def until(self, expression: str, arg: object = None) -> None:
        until(self.page, expression, arg)

    def text(self, selector: str) -> str:
        return self.page.inner_text(selector)

    def close(self) -> None:
        """Close it; it must have asked for nothing but its file, and complained of nothing."""
        assert [url for url in self.requests if not url.startswith(("file:", "blob:"))] == []
        assert self.complaints == []
        self.page.close()


def click_middle(opened: Opened, key: str) -> None:
    point = opened.page.evaluate("key => diplograph.middleOf(key)", key)
    box = opened.page.locator("#network").bounding_box()
    assert box is not None
    opened.page.mouse.click(box["x"] + point["x"], box["y"] + point["y"])
