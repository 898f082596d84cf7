"""The live page: saved at once, two browsers at once, a killed server, and a page of another site that cannot write."""

import http.server
import json
import os
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.rdf.batch import batch
from graph.statements.stored import stored
from graph.validation.shacl import validate
from tests.bench.synthetic import extractions
from tests.graph.explorer.pages import HOSTILE, until
from tests.graph.reviews.test_book import second

ROOT = Path(__file__).resolve().parents[3]
Started = tuple[subprocess.Popen[str], str]


def start(store: Path) -> Started:
    line = [sys.executable, "-c", "from graph.cli import main; main()", "review", "--store", str(store), "--by", "anna"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(line, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    said = process.stderr.readline()
    assert said.startswith("review page: "), said + process.stderr.read()
    return process, said.split()[-1]


def end(process: subprocess.Popen[str], kind: signal.Signals = signal.SIGINT) -> None:
    process.send_signal(kind)
    process.wait(20)
    assert process.stderr is not None
    process.stderr.close()


@pytest.fixture
def begun(tmp_path: Path, extraction: Extraction) -> Iterator[str]:
    with KnowledgeGraph(tmp_path / "kg") as graph:
        graph.load([extraction, second()])
    process, address = start(tmp_path / "kg")
    yield address
    end(process)


def post(address: str, says: object, **headers: str) -> tuple[int, dict[str, str]]:
    origin = address.split("/", 3)
    sent = {"Content-Type": "application/json", "Origin": f"{origin[0]}//{origin[2]}"} | {
        name.replace("_", "-"): told for name, told in headers.items()
    }
    request = urllib.request.Request(f"{address}judgements", json.dumps(says).encode(), sent, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            body = error.read()
        return error.code, json.loads(body) if body.startswith(b"{") else {}


def get(address: str, **headers: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


@pytest.mark.slow
def test_who_may_ask(begun: str) -> None:
    host = begun.split("/")[2]
    port = host.rpartition(":")[2]
    assert get(begun) == 200
    assert get(begun, Host=f"localhost:{port}") == 200
    for name in ("evil.example", f"evil.example:{port}", "127.0.0.1"):
        assert get(begun, Host=name) == 421
    assert get(f"http://{host}/") == 404
    assert get(f"http://{host}/{'x' * 32}/") == 404
    assert get(f"http://{host}/%C3%A4/") == 404
    good = {"statement": "0", "verdict": "confirmed"}
    for wrong in ("http://evil.example", "null", "", f"https://{host}", f"http://localhost:{port}"):
        assert post(begun, good, Origin=wrong)[0] == 403
    assert post(begun, good, Sec_Fetch_Site="cross-site")[0] == 403
    assert post(begun, good, Content_Type="text/plain")[0] == 415
    assert post(begun, {"statement": "x" * 300_000, "verdict": "confirmed"})[0] == 413
    for bad in ([], "x", {"verdict": "confirmed"}, good, {"statement": "> . } ; DROP ALL #", "verdict": "rejected"}):
        status, told = post(begun, bad)
        assert status == 400
        assert told["error"]


@pytest.mark.slow
def test_a_judgement_made_in_the_page_is_saved_at_once(begun: str, browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(begun)
    page.click("#review")
    page.keyboard.press("w")
    until(page, "diplograph.reviewed() >= 1")
    page.keyboard.press("u")
    page.keyboard.press("a")
    page.select_option("form [name=relation]", "criticizes")
    page.fill("form [name=why]", HOSTILE[1])
    page.press("form [name=why]", "Enter")
    until(page, "diplograph.reviewed() === 3")
    page.wait_for_timeout(500)
    page.reload()
    assert "kritisiert" in page.inner_text("#panel")
    assert page.evaluate("window.hacked") is None
    assert complaints == []
    page.close()


@pytest.mark.slow
def test_fifty_by_the_keyboard_alone(tmp_path: Path, browser: Browser) -> None:
    with KnowledgeGraph(tmp_path / "kg") as graph:
        graph.load(extractions(80))
    process, address = start(tmp_path / "kg")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.focus("#review")
    page.keyboard.press("Enter")
    for number in range(50):
        # Whoever is judged is seen whole.
        box = page.locator("article.current").bounding_box()
        assert box is not None
        assert box["y"] > 50
        assert box["y"] + box["height"] <= 900
        page.keyboard.press("rrw"[number % 3])
        if number == 20:
            page.keyboard.press("u")
            page.keyboard.press("w")
    until(page, "diplograph.reviewed() === 52", seconds=60)
    assert page.inner_text("#progress") == "50 von 80 geprüft"
    assert page.inner_text("#state") == "gesichert: 52 von 52"
    page.close()
    end(process)
    with KnowledgeGraph(tmp_path / "kg", read_only=True) as graph:
        verdicts = [str(one.verdict) for one in graph.judgements()]
        assert (verdicts.count("confirmed"), verdicts.count("rejected")) == (34, 16)
        assert len(stored(graph)) == 80 - 16


@pytest.mark.slow
def test_two_at_once_lose_none(tmp_path: Path) -> None:
    with KnowledgeGraph(tmp_path / "kg") as graph:
        graph.load(extractions(200))
        keys = [one.id for one in stored(graph)]
    process, address = start(tmp_path / "kg")

    def one(number: int) -> int:
        by = "anna" if number % 2 else "bert"
        return post(address, {"statement": keys[number // 2], "verdict": "confirmed", "by": by})[0]

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(one, range(80))) == {200}
    end(process)
    with KnowledgeGraph(tmp_path / "kg", read_only=True) as graph:
        assert len(graph.judgements()) == 80
        assert sum(one_.verdict == "confirmed" for one_ in stored(graph)) == 40


@pytest.mark.slow
def test_killed_while_saving_loses_at_most_the_one_in_flight(tmp_path: Path) -> None:
    with KnowledgeGraph(tmp_path / "kg") as graph:
        graph.load(extractions(200))
        keys = [one.id for one in stored(graph)]
    process, address = start(tmp_path / "kg")
    answered: list[str] = []

    def judge() -> None:
        for key in keys:
            try:
                if post(address, {"statement": key, "verdict": "rejected"})[0] == 200:
                    answered.append(key)
            except OSError:
                return

    thread = threading.Thread(target=judge)
    thread.start()
    while len(answered) < 15:
        assert thread.is_alive()
    end(process, signal.SIGKILL)
    thread.join()
    with KnowledgeGraph(tmp_path / "kg") as graph:
        kept = {one.target.rpartition("/")[2] for one in graph.judgements()}
        assert set(answered) <= kept
        assert len(kept) <= len(answered) + 1
        assert not kept & {one.id for one in stored(graph)}


class Evil(http.server.BaseHTTPRequestHandler):
    """Another site's page, which knows even the token and tries to judge."""

    target = ""

    def do_GET(self) -> None:
        body = f"""<!doctype html><title>Evil</title><form id=f method=post enctype=text/plain action="{self.target}judgements">
        <input name='{{"statement":"x","verdict":"rejected","x":"' value='"}}'></form><iframe src="{self.target}"></iframe>
        <script>
        const line = JSON.stringify(window.name ? JSON.parse(window.name) : {{}});
        const post = (headers, mode) => fetch("{self.target}judgements", {{ method: "POST", mode, headers, body: line }});
        const send = (headers, mode) => post(headers, mode).then((a) => a.status, (e) => "refused");
        window.done = Promise.all([send({{ "Content-Type": "application/json" }}, "cors"),
          send({{ "Content-Type": "text/plain" }}, "no-cors"),
          fetch("{self.target}").then((a) => a.text(), () => "refused")]);
        </script>"""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def evil(begun: str) -> Iterator[str]:
    Evil.target = begun
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Evil) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.mark.slow
def test_another_sites_page_cannot_write_or_read(begun: str, evil: str, browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(evil)
    asked = page.evaluate("window.done")
    assert asked[0] == "refused"
    assert asked[2] == "refused"
    assert all("diplograph" not in frame.title() for frame in page.frames[1:])
    page.evaluate("document.getElementById('f').submit()")
    page.wait_for_timeout(500)
    page.close()
    own = browser.new_page()
    own.goto(begun)
    own.click("#review")
    assert own.inner_text("#progress").startswith("0 ")
    own.close()


def test_without_starlette_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.desk.server import serve
    from graph.storage.backend import StoreError

    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(StoreError, match=r"diplograph\[review\]"):
        serve(str(tmp_path / "kg"), 0, "anna", "de", print)


@pytest.mark.slow
def test_a_missing_statement_is_added_by_marking_words(
    tmp_path: Path, browser: Browser, extraction: Extraction
) -> None:
    with KnowledgeGraph(tmp_path / "kg") as graph:
        graph.write(batch([extraction, second()], keep_text=True))
    process, address = start(tmp_path / "kg")
    page = browser.new_page()
    page.goto(address)
    page.fill("#search", "Ukraine")
    page.press("#search", "Enter")
    page.click("article >> text=Text zeigen")
    page.wait_for_selector(".text pre")
    select = """words => { const place = document.querySelector('.text pre');
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) { const at = walker.currentNode.data.indexOf(words); if (at < 0) continue;
        const range = document.createRange(); range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + words.length);
        getSelection().removeAllRanges(); getSelection().addRange(range); return; } }"""
    for words, ending in (("Er", "subject"), ("Selenskyj", "object")):
        page.evaluate(select, words)
        page.click(f"[data-end={ending}]")
    assert page.input_value("article form [name=object]") == "Wolodymyr Selenskyj"
    page.fill("article form [name=subject]", "Emanuel Macron")
    page.select_option("article form [name=relation]", "meets")
    page.click("article form [type=submit]")
    until(page, "diplograph.reviewed() === 1")
    page.close()
    end(process)
    with KnowledgeGraph(tmp_path / "kg", read_only=True) as graph:
        (added,) = [one for one in stored(graph) if one.verdict == "added"]
        assert added.evidence == "Er traf Selenskyj."
        assert (added.evidence[slice(*added.subject_inside)], added.evidence[slice(*added.object_inside)]) == (
            "Er",
            "Selenskyj",
        )
        assert validate(graph).conforms
