"""python -m tests.bench.explorer [ACTORS STATEMENTS]…: the page in headless Chromium, beside pyvis' own page of the same graph.

First draw: from the call of the browser to a picture drawn and the panel there; filter: from a click to the picture redrawn, the median of
six. pyvis' page is drawn when its first frame is; physics is off in both, and positions are the same. Default: 1,000 with 10,000
statements and 5,000 with 50,000.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, sync_playwright

from graph.analysis import partition, signed_graph
from graph.explorer import write_page
from graph.explorer.layout import positions
from ontology.vocabulary import relations
from tests.bench.synthetic import extractions

# Two frames: the first is asked for before the canvas is painted, the second comes after.
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"


def network(actors: int, statements: int) -> nx.MultiDiGraph:
    """The graph of synthetic articles, cut to so many actors."""
    made, known = nx.MultiDiGraph(), relations()
    labels = {}
    count = 0
    for extraction in extractions(max(statements, actors * 50), each=20):
        for number, statement in enumerate(extraction.statements):
            ends = []
            for actor in (statement.subject, statement.object):
                key = f"a{int(actor.id.rpartition('-')[2]) % actors}"
                labels.setdefault(key, (actor.label("de"), actor.kind))
                ends.append(key)
            if count == statements or ends[0] == ends[1]:
                continue
            for key in ends:
                if key not in made:
                    name, kind = labels[key]
                    made.add_node(
                        key, label=name, labels={"de": name}, kind=kind.value, qid="", names=(name,), offices=()
                    )
            relation, span, text = known[statement.relation], statement.evidence, statement.article.text
            day = statement.article.date
            made.add_edge(
                *ends, key=f"{count:020x}", relation=relation.name, sign=relation.sign, goldstein=relation.goldstein,
                polarity=statement.polarity.value, status=statement.status.value, date=statement.date, place="", source="",
                confidence=statement.confidence, evidence=text[span.begin : span.end], subject_begin=0, subject_end=5, object_begin=-1,
                object_end=-1, article=f"{extraction.article.id}-{number // 5}", title=extraction.article.title,
                url="", article_date=day.isoformat() if day else "",
            )  # fmt: skip
            count += 1
    return made


def pyvis_page(made: nx.MultiDiGraph, path: Path) -> None:
    """What pyvis writes for the actors, ties and statements: its template, statements as the titles of edges."""
    from pyvis.network import Network

    ties = signed_graph(made)
    places = positions(ties, partition(ties))
    model = Network(directed=True, cdn_resources="in_line")
    for actor, fields in made.nodes(data=True):
        x, y = places[actor]
        model.add_node(actor, label=fields["label"], x=x, y=y)
    for subject, target, fields in made.edges(data=True):
        model.add_edge(subject, target, title=f"{fields['relation']} {fields['date']} {fields['evidence']}")
    model.toggle_physics(False)
    path.write_text(model.generate_html(), encoding="utf8")


def drawn(browser: Browser, path: Path, ready: str) -> float:
    page = browser.new_page(viewport={"width": 1400, "height": 850})
    page.route("http*://**", lambda route: route.abort())
    started = time.perf_counter()
    page.goto(path.as_uri())
    while not page.evaluate(ready):
        page.wait_for_timeout(10)
    page.evaluate(PAINTED)
    seconds = time.perf_counter() - started
    page.close()
    return seconds


def filtered(browser: Browser, path: Path) -> float:
    page = browser.new_page(viewport={"width": 1400, "height": 850})
    page.goto(path.as_uri())
    page.evaluate(PAINTED)
    times = []
    for key in ("planned", "planned", "foe", "foe", "hosts", "hosts"):
        click = "document.querySelector(`input[data-key=${key}]`).click();"
        script = f"async (key) => {{ const t = performance.now(); {click} return (await ({PAINTED})()) - t; }}"
        times.append(page.evaluate(script, key))
    page.close()
    return statistics.median(times)


def main(sizes: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for actors, statements in sizes:
            made = network(actors, statements)
            ours, theirs = Path(folder) / "ours.html", Path(folder) / "pyvis.html"
            started = time.perf_counter()
            write_page(made, ours)
            written = time.perf_counter() - started
            pyvis_page(made, theirs)
            print(
                f"{made.number_of_nodes():,} actors, {made.number_of_edges():,} statements; written in {written:.1f} s"
            )
            print(
                f"  ours   {ours.stat().st_size / 1e6:6.2f} MB  first draw {drawn(browser, ours, 'globalThis.diplograph'):6.2f} s",
                end="",
            )
            print(f"  filter {filtered(browser, ours):4.0f} ms", flush=True)
            seconds = drawn(browser, theirs, "globalThis.network?.body?.nodeIndices?.length")
            print(f"  pyvis  {theirs.stat().st_size / 1e6:6.2f} MB  first draw {seconds:6.2f} s", flush=True)
        browser.close()


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:]] or [1_000, 10_000, 5_000, 50_000]
    main(list(zip(numbers[::2], numbers[1::2], strict=True)))
