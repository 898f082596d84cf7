"""Fetches what a user names by its address: politely, never more than is wanted, and never from inside a network by way of a redirect.

robots.txt (RFC 9309) is honoured, requests are conditional where an earlier answer told how (RFC 9110, section 13), and size and time
have an end. The address that the user names may be anywhere; a redirect leads to public addresses or to the same host alone.
"""

import ipaddress
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from ontology.errors import RequestError
from ontology.version import running

if TYPE_CHECKING:
    import httpx

SIZE, SECONDS, CONNECT = 32 << 20, 60.0, 10.0
REDIRECTS, ROBOTS = 5, 500_000
# Between two requests to one host; more where its robots.txt asks for it, but not for ever.
PAUSE, LONGEST_PAUSE = 1.0, 30.0
NAME = "diplograph"
# What a kind of content is read as.
SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/rss+xml": ".xml", "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml", "application/xml": ".xml", "text/xml": ".xml", "application/json": ".json",
    "application/feed+json": ".json", "application/pdf": ".pdf", "text/csv": ".csv", "text/markdown": ".md", "application/zip": ".zip",
}  # fmt: skip


class FetchError(RequestError):
    """An address that is not fetched; the message says why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: where it is now, the bytes, the suffix of their format, and what makes the next request conditional.

    `content` is None where nothing has changed since.
    """

    url: str
    content: bytes | None
    suffix: str = ""
    etag: str = ""
    modified: str = ""


@dataclass
class Web:
    """A client for some addresses; a context manager. `pause` is how long it waits between two requests to one host, in seconds."""

    pause: float = PAUSE
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)
    _client: Any = None

    def __enter__(self) -> Self:
        """The client itself. Raises `FetchError` without httpx."""
        try:
            import httpx
        except ImportError as error:
            raise FetchError("addresses need httpx: pip install 'diplograph[web]'") from error
        agent = f"{NAME}/{running()} (news to knowledge graph; https://w3id.org/diplograph)"
        self._client = httpx.Client(
            timeout=httpx.Timeout(SECONDS, connect=CONNECT), follow_redirects=False, headers={"User-Agent": agent}
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of all connections."""
        self._client.close()

    def fetch(self, url: str, etag: str = "", modified: str = "") -> Fetched:
        """What an address gives now. Raises `FetchError` where it may not or cannot be fetched."""
        headers = {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}
        end = time.monotonic() + SECONDS
        first = _checked(url)
        for _ in range(REDIRECTS + 1):
            self._allowed(url, first)
            self._wait(url)
            with self._answer(url, headers) as answer:
                _inside(answer, url, first)
                if answer.status_code == 304:
                    return Fetched(url, None, etag=etag, modified=modified)
                if answer.is_redirect:
                    url = urljoin(url, answer.headers.get("location", ""))
                    _public(url, first)
                    continue
                if answer.status_code != 200:
                    raise FetchError(
                        f"{shown(url)}: the server answers {answer.status_code} {answer.reason_phrase}".rstrip()
                    )
                content = _limited(answer, url, SIZE, end)
                kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
                suffix = SUFFIXES.get(kind) or PurePosixPath(urlsplit(url).path).suffix.lower()
                return Fetched(
                    url, content, suffix, answer.headers.get("etag", ""), answer.headers.get("last-modified", "")
                )
        raise FetchError(f"{shown(url)}: more than {REDIRECTS} redirects")

    @contextmanager
    def _answer(self, url: str, headers: dict[str, str]) -> "Iterator[httpx.Response]":
        import httpx

        try:
            with self._client.stream("GET", url, headers=headers) as answer:
                yield answer
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise FetchError(f"{shown(url)}: not to be had ({str(error) or type(error).__name__})") from error

    def _wait(self, url: str) -> None:
        """Wait until the host may be asked again."""
        host = urlsplit(url).netloc
        asked = self._robots.get(_origin(url))
        delay = asked.crawl_delay(NAME) if asked else None
        pause = min(LONGEST_PAUSE, max(self.pause, float(delay or 0)))
        if host in self._last:
            time.sleep(max(0.0, self._last[host] + pause - time.monotonic()))
        self._last[host] = time.monotonic()

    def _allowed(self, url: str, first: str) -> None:
        """Raises `FetchError` where the host's robots.txt forbids the address, or is not to be had though there is one."""
        origin = _origin(url)
        if origin not in self._robots:
            self._robots[origin] = self._rules(origin, first)
        if not self._robots[origin].can_fetch(NAME, url):
            raise FetchError(f"{shown(url)}: its robots.txt forbids it")

    def _rules(self, origin: str, first: str) -> RobotFileParser:
        rules = RobotFileParser()
        with self._answer(f"{origin}/robots.txt", {}) as answer:
            _inside(answer, origin, first)
            if answer.status_code == 200:
                raw = _limited(answer, origin, ROBOTS, time.monotonic() + CONNECT)
                rules.parse(raw.decode("utf8", "replace").splitlines())
            elif answer.status_code in (401, 403) or answer.status_code >= 500:
                # RFC 9309, section 2.3.1: what is not to be had forbids all.
                rules.parse(["User-agent: *", "Disallow: /"])
            else:
                rules.parse([])
        return rules


def shown(url: str) -> str:
    """An address for a message: without user, password and query, which may be secrets."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "an address that is none"
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _checked(url: str) -> str:
    """The host and port of an address. Raises `FetchError` for one that is none."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(f"{shown(url)}: this is no address") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError(f"{shown(url)}: only http and https addresses are fetched")
    return f"{host}:{port or (443 if parts.scheme == 'https' else 80)}"


def _public(url: str, first: str) -> None:
    """Raises `FetchError` for a redirect to an address that is written as one inside a network."""
    target = _checked(url)
    host = target.rpartition(":")[0].strip("[]")
    try:
        inside = not ipaddress.ip_address(host).is_global
    except ValueError:
        inside = host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
    if inside and target != first:
        raise FetchError(f"{shown(url)}: a redirect into a private network is not followed")


def _inside(answer: "httpx.Response", url: str, first: str) -> None:
    """Raises `FetchError` where a redirected request reached a private address, whatever its name said."""
    stream = answer.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if not peer or _checked(url) == first:
        return
    try:
        public = ipaddress.ip_address(str(peer[0]).partition("%")[0]).is_global
    except ValueError:
        return
    if not public:
        raise FetchError(f"{shown(url)}: a redirect into a private network is not followed")


def _limited(answer: "httpx.Response", url: str, size: int, end: float) -> bytes:
    """The body of an answer. Raises `FetchError` where it is too long, or does not end in time."""
    found = bytearray()
    for part in answer.iter_bytes():
        found += part
        if len(found) > size:
            raise FetchError(f"{shown(url)}: more than {size >> 20 or 1} MB")
        if time.monotonic() > end:
            raise FetchError(f"{shown(url)}: not finished after {SECONDS:.0f} seconds")
    return bytes(found)
