"""A small extraction made by hand, so that the graph's tests need no parser."""

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from extractors.article import Article
from extractors.statement import Extraction, Polarity, Span, Statement, Status
from graph.knowledge import KnowledgeGraph
from graph.services.oxigraph import server_program
from graph.storage.backend import StoreError
from ontology.actor import Actor, ActorKind, Place, Spelling

MACRON = Actor("Q3052772", ActorKind.PERSON, {"de": "Emmanuel Macron", "en": "Emmanuel Macron"}, (), "Q3052772")
SELENSKYJ = Actor(
    "Q3874799",
    ActorKind.PERSON,
    {"de": "Wolodymyr Selenskyj", "en": "Volodymyr Zelenskyy"},
    (Spelling("Selenskyj", "de"),),
    "Q3874799",
)
FRANCE = Actor("Q142", ActorKind.STATE, {"de": "Frankreich", "en": "France"}, (), "Q142")
PARIS = Place("paris", {"de": "Paris", "en": "Paris"}, "Q142")
TEXT = "Macron empfing Selenskyj am Mittwoch in Paris. Er lehnte ein Treffen mit Frankreichs Gegnern ab."


def make_article(
    identifier: str = "a1", text: str = TEXT, title: str | None = "Besuch", url: str | None = None
) -> Article:
    return Article(identifier, text, date(2025, 9, 4), title=title, url=url)


def make_statement(
    article: Article, subject: Actor = MACRON, relation: str = "hosts", target: Actor = SELENSKYJ, **more: object
) -> Statement:
    fields: dict[str, object] = {
        "evidence": Span(0, 46),
        "subject_span": Span(0, 6),
        "object_span": Span(15, 24),
        "date": "2025-09-03",
        "place": PARIS,
        "confidence": 0.9,
        "rule": "verb: empfangen",
    }
    return Statement(article, subject, relation, target, **(fields | more))  # type: ignore[arg-type]


@pytest.fixture
def extraction() -> Extraction:
    article = make_article()
    statements = [
        make_statement(article),
        make_statement(article, MACRON, "represents", FRANCE, date="", place=None),
        make_statement(
            article,
            SELENSKYJ,
            "meets",
            FRANCE,
            polarity=Polarity.NEGATED,
            status=Status.PLANNED,
            source=MACRON,
            date="2025-09",
            place=None,
        ),
    ]
    return Extraction(article, statements, (MACRON, SELENSKYJ, FRANCE))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answering(command: list[str], address: str, cwd: Path | None = None) -> subprocess.Popen[bytes]:
    """The server process once it answers."""
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}?query=ASK%20%7B%7D", timeout=5).close()
        except urllib.error.HTTPError as error:
            error.close()
            return process
        except OSError:
            assert process.poll() is None, "the server ended"
            time.sleep(0.1)
        else:
            return process
    process.kill()
    process.wait()
    pytest.fail("the server does not answer")


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The query address of a real SPARQL server on the loopback interface."""
    try:
        program = server_program()
    except StoreError as error:
        pytest.skip(str(error))
    port = free_port()
    folder = tmp_path_factory.mktemp("server")
    address = f"http://127.0.0.1:{port}/query"
    process = answering([program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"], address)
    yield address
    process.terminate()
    process.wait()


VIRTUOSO = """
[Database]
DatabaseFile = kg.db
ErrorLogFile = kg.log
LockFile = kg.lck
TransactionFile = kg.trx
xa_persistent_file = kg.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
NumberOfBuffers = 2000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 1000000
"""


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Virtuoso, where Debian's virtuoso-opensource-7-bin is installed."""
    if not shutil.which("virtuoso-t") or not shutil.which("isql-vt"):
        pytest.skip("Virtuoso is not installed")
    folder = tmp_path_factory.mktemp("virtuoso")
    port, http = free_port(), free_port()
    (folder / "kg.ini").write_text(VIRTUOSO.format(port=port, http=http))
    address = f"http://127.0.0.1:{http}/sparql"
    process = answering(["virtuoso-t", "+foreground", "+wait", "+configfile", "kg.ini"], address, cwd=folder)
    right = 'exec=GRANT SPARQL_UPDATE TO "SPARQL";'
    subprocess.run(["isql-vt", f"127.0.0.1:{port}", "dba", "dba", right], check=True, capture_output=True)
    yield address
    process.terminate()
    process.wait()


@pytest.fixture(params=["memory", "folder", "endpoint", "virtuoso"])
def graph(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[KnowledgeGraph]:
    """An empty graph, in each kind of store."""
    address = {"memory": None, "folder": tmp_path / "kg"}.get(request.param)
    if request.param in ("endpoint", "virtuoso"):
        address = request.getfixturevalue(request.param)
    with KnowledgeGraph(address) as made:
        for name in {str(quad.graph_name) for quad in made.backend.quads()}:
            made.backend.update(f"DROP SILENT GRAPH {name}")
        yield made


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()
