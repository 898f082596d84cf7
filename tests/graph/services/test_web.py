"""Fetching and following, from a server of ours on loopback."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from graph.services import web as fetching
from graph.services.seen import Seen, SeenError
from graph.services.web import FetchError, Web, shown

ROOT = Path(__file__).resolve().parents[3]
PAGE = """<html lang="de"><head><title>Polen empfängt Botschafter</title><meta property="og:site_name" content="Tagesblatt">
<meta property="article:published_time" content="2025-09-04T08:00:00+02:00"></head><body><article><h1>Polen empfängt Botschafter</h1>
<p>Die polnische Regierung hat am Mittwoch den litauischen Botschafter in Warschau empfangen. Polen lobte Litauen.</p>
<p>Der Besuch dauerte zwei Tage, wie das Ministerium am Donnerstag in Warschau mitteilte.</p></article></body></html>"""
ITEM = (
    "<item><title>{title}</title><guid>{guid}</guid><link>{link}</link><pubDate>Fri, 05 Sep 2025 08:00:00 +0200</pubDate>"
    "<description>{text}</description></item>"
)


class Site:
    """A server whose answers a test sets: path to status, headers, body; and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                status, headers, body = site.answers.get(self.path, (404, {}, b""))
                if "etag" in headers and self.headers.get("If-None-Match") == headers["etag"]:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if body == b"drip":
                    for _ in range(40):
                        self.wfile.write(b"x")
                        self.wfile.flush()
                        time.sleep(0.1)
                else:
                    self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()

    def feed(self, *items: tuple[str, str]) -> None:
        body = "".join(
            ITEM.format(title="T", guid=guid, link=f"{self.url}/{guid}.html", text=text) for guid, text in items
        )
        content = f'<rss version="2.0"><channel><title>Tagesblatt</title>{body}</channel></rss>'.encode()
        self.answers["/feed"] = (200, {"content-type": "application/rss+xml", "etag": f'"{len(content)}"'}, content)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(pause=0) as made:
        yield made


def test_a_page_and_its_format(site: Site, web: Web) -> None:
    site.answers["/a"] = (200, {"content-type": "text/html; charset=utf-8", "last-modified": "x"}, PAGE.encode())
    found = web.fetch(f"{site.url}/a")
    assert (found.suffix, found.content, found.modified) == (".html", PAGE.encode(), "x")
    agent = site.asked[-1][1]["user-agent"]
    assert agent.startswith("diplograph/")
    site.answers["/b.pdf"] = (200, {}, b"%PDF")
    assert web.fetch(f"{site.url}/b.pdf").suffix == ".pdf"
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_nothing_is_sent_again_that_has_not_changed(site: Site, web: Web) -> None:
    site.feed(("1", "Polen lobte Litauen."))
    first = web.fetch(f"{site.url}/feed")
    again = web.fetch(f"{site.url}/feed", first.etag, first.modified)
    assert again.content is None
    assert again.etag == first.etag
    assert site.asked[-1][1]["if-none-match"] == first.etag


def test_robots_are_obeyed(site: Site) -> None:
    site.answers["/robots.txt"] = (
        200,
        {},
        b"User-agent: diplograph\nDisallow: /private\nCrawl-delay: 1\n\nUser-agent: *\nDisallow: /\n",
    )
    site.answers["/open"] = site.answers["/private/a"] = (200, {}, b"x")
    with Web(pause=0) as web:
        started = time.monotonic()
        assert web.fetch(f"{site.url}/open").content == b"x"
        assert web.fetch(f"{site.url}/open").content == b"x"
        assert time.monotonic() - started >= 1, "as it asks"
        with pytest.raises(FetchError, match="its robots"):
            web.fetch(f"{site.url}/private/a")
    assert "/private/a" not in [path for path, _ in site.asked]
    for status in (403, 503):
        site.answers["/robots.txt"] = (status, {}, b"")
        with Web(pause=0) as web, pytest.raises(FetchError, match="its robots"):
            web.fetch(f"{site.url}/open")


def test_redirects_lead_to_no_private_network(site: Site, web: Web) -> None:
    other = Site()
    other.answers["/secret"] = (200, {}, b"secret")
    port = other.server.server_port
    site.answers["/ok"] = (302, {"location": "/a"}, b"")
    site.answers["/a"] = (200, {}, b"a")
    assert web.fetch(f"{site.url}/ok").content == b"a"
    targets = [f"http://127.0.0.1:{port}/secret", f"http://localhost:{port}/secret", f"http://[::1]:{port}/secret",
               "http://10.0.0.1/", "http://169.254.169.254/meta-data",
               "http://printer.local/", "file:///etc/passwd", "http://[broken", "//"]  # fmt: skip
    for target in targets:
        site.answers["/away"] = (302, {"location": target}, b"")
        with pytest.raises(FetchError):
            web.fetch(f"{site.url}/away")
    assert other.asked == []
    other.server.shutdown()
    other.server.server_close()
    site.answers["/round"] = (302, {"location": "/round"}, b"")
    with pytest.raises(FetchError, match="redirects"):
        web.fetch(f"{site.url}/round")


def test_a_name_hides_no_private_address(site: Site, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    known = socket.getaddrinfo

    def resolved(host: Any, *rest: Any, **more: Any) -> Any:
        return known("127.0.0.1" if host == "news.example" else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    other = Site()
    site.answers["/away"] = (302, {"location": f"http://news.example:{other.server.server_port}/a"}, b"")
    other.answers["/a"] = (200, {}, b"a")
    with pytest.raises(FetchError, match="private network"):
        web.fetch(f"{site.url}/away")
    assert "/a" not in [path for path, _ in other.asked]
    other.server.shutdown()
    other.server.server_close()


def test_size_and_time_have_an_end(site: Site, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SIZE", 1000)
    monkeypatch.setattr(fetching, "SECONDS", 0.5)
    site.answers["/long"] = (200, {}, b"x" * 2000)
    with pytest.raises(FetchError, match="more than 1 MB"):
        web.fetch(f"{site.url}/long")
    site.answers["/slow"] = (200, {}, b"drip")
    started = time.monotonic()
    with pytest.raises(FetchError, match="not finished after"):
        web.fetch(f"{site.url}/slow")
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "http://", "http://[::1", "http://127.0.0.1:1/x", "http://no.such.host.invalid/"]
)
def test_addresses_that_give_nothing(web: Web, url: str) -> None:
    with pytest.raises(FetchError):
        web.fetch(url)


def test_messages_hold_no_secret() -> None:
    assert shown("https://user:pw@b.example:8443/a?key=secret#x") == "https://b.example:8443/a"
    assert "pw" not in shown("http://user:pw@[broken")


def test_what_was_seen_is_kept_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    seen = Seen.read(path)
    assert seen.of("u").show("1", date(2025, 1, 1))
    assert not seen.of("u").show("1", date(2025, 9, 1))
    assert seen.of("u").show("2", date(2025, 1, 1))
    seen.write(date(2025, 9, 2))
    assert Seen.read(path).of("u").entries == {"1": "2025-09-01"}
    for broken in ("{", "[]", '{"feeds": {"u": {"x": 1}}}', '{"feeds": 1}'):
        path.write_text(broken)
        with pytest.raises(SeenError, match="no file of seen entries"):
            Seen.read(path)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-c", "from graph.cli import main; main()", *map(str, arguments)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)


@pytest.mark.slow
def test_the_commands(site: Site, tmp_path: Path) -> None:
    store, feed = tmp_path / "kg", f"{site.url}/feed"
    site.feed(("1", "Polen lobte Litauen."))
    first = run("follow", feed, "--store", store, "--pause", "0")
    assert first.returncode == 0, first.stderr
    assert "1 new articles, 1 statements" in first.stdout
    assert "Polen – lobt – Litauen" in first.stdout
    assert "Tagesblatt, 2025-09-05" in first.stdout
    assert "nothing new" in run("follow", feed, "--store", store, "--pause", "0").stdout
    site.feed(("2", "Peru warnte Chile."), ("1", "Polen lobte Litauen."))
    site.answers["/2.html"] = (200, {"content-type": "text/html"}, PAGE.encode())
    third = run("follow", feed, f"{site.url}/none", "--store", store, "--pause", "0", "--pages")
    assert third.returncode == 1, "one feed is not there"
    assert "the server answers 404" in third.stderr
    assert "1 new articles" in third.stdout
    assert "Warschau" in third.stdout, "the page's text, not the feed's"
    assert set(json.loads((tmp_path / "kg.follow.json").read_text())["feeds"][feed]["entries"]) == {"1", "2"}
    built = run(
        "build", f"{site.url}/2.html", f"{site.url}/gone", "--store", tmp_path / "kg2", "--report", tmp_path / "r.jsonl"
    )
    assert built.returncode == 1
    told = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text("utf8").splitlines()]
    assert [line.get("id") for line in told] == [f"{site.url}/2.html", None]
    assert "404" in told[1]["error"]
    assert run("follow", "feed.xml", "--store", store).returncode == 2
