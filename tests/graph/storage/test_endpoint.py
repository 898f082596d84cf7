"""Endpoints: addresses, credentials, refusals, silence; and our own server with another client."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.services.oxigraph import command
from graph.storage.ask import QueryError
from graph.storage.backend import StoreError
from graph.storage.endpoint import update_address
from tests.graph.conftest import answering, free_port


@pytest.mark.parametrize(
    ("address", "updates"),
    [
        ("http://localhost:7878/query", "http://localhost:7878/update"),
        ("http://localhost:3030/kg/query", "http://localhost:3030/kg/update"),
        ("http://localhost:7200/repositories/kg", "http://localhost:7200/repositories/kg/statements"),
        ("http://localhost:8890/sparql-auth", "http://localhost:8890/sparql-auth"),
    ],
)
def test_where_updates_go(address: str, updates: str) -> None:
    assert update_address(address) == updates


def test_updates_may_be_told_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLOGRAPH_UPDATE_URL", "http://localhost/u")
    assert update_address("http://localhost/query") == "http://localhost/u"


def test_nobody_answers() -> None:
    with pytest.raises(StoreError, match="no SPARQL endpoint answers"):
        KnowledgeGraph(f"http://127.0.0.1:{free_port()}/query")


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(StoreError, match="DIPLOGRAPH_PASSWORD") as raised:
        KnowledgeGraph("http://me:secret@localhost/query")
    assert "secret" not in str(raised.value)


class Guarded(http.server.BaseHTTPRequestHandler):
    """Answers ASK to who knows the password."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        allowed = self.headers.get("Authorization") in ("Basic bWU6c2VjcmV0", "Bearer token")
        body = b'{"head": {}, "boolean": true}' if allowed else b"no"
        self.send_response(200 if allowed else 401)
        if not allowed:
            self.send_header("WWW-Authenticate", 'Basic realm="kg"')
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def guarded() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Guarded) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/query"
        server.shutdown()
        thread.join()


def test_credentials_come_from_the_environment(guarded: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreError, match="DIPLOGRAPH_USER"):
        KnowledgeGraph(guarded)
    monkeypatch.setenv("DIPLOGRAPH_USER", "me")
    monkeypatch.setenv("DIPLOGRAPH_PASSWORD", "secret")
    assert KnowledgeGraph(guarded).query("ASK {}").boolean
    monkeypatch.delenv("DIPLOGRAPH_USER")
    monkeypatch.setenv("DIPLOGRAPH_TOKEN", "token")
    assert KnowledgeGraph(guarded).query("ASK {}").boolean


def test_an_endpoint_opened_for_reading_is_not_written(endpoint: str, extraction: Extraction) -> None:
    graph = KnowledgeGraph(endpoint, read_only=True)
    with pytest.raises(StoreError, match="reading only"):
        graph.replace(extraction)
    with pytest.raises(QueryError, match="no updates"):
        graph.query("DROP ALL")


def test_graphs_of_others_are_left_alone(endpoint: str, extraction: Extraction) -> None:
    graph = KnowledgeGraph(endpoint)
    graph.backend.update(
        "DROP ALL ; INSERT DATA { GRAPH <http://example.org/g> { <http://example.org/s> a <http://example.org/C> } }"
    )
    graph.replace(extraction)
    assert not any("example.org" in str(quad) for quad in graph.quads())
    graph.remove("a1")
    assert graph.query("ASK { <http://example.org/s> a ?c }").boolean
    assert list(graph.quads()) == []


def test_construct_over_an_endpoint(endpoint: str, extraction: Extraction) -> None:
    graph = KnowledgeGraph(endpoint)
    graph.replace(extraction)
    assert "dg:hosts" in graph.query("CONSTRUCT { ?s dg:hosts ?o } WHERE { ?s dg:hosts ?o }").to_turtle()


def test_serve_answers_sparqlwrapper_and_refuses_updates(extraction: Extraction, tmp_path: Path) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    with KnowledgeGraph(tmp_path / "kg") as graph:
        graph.replace(extraction)
    port = free_port()
    address = f"http://127.0.0.1:{port}/query"
    try:
        line = command(tmp_path / "kg", port)
    except StoreError as error:
        pytest.skip(str(error))
    process = answering(line, address)
    try:
        client = wrapper.SPARQLWrapper(address)
        client.setReturnFormat(wrapper.JSON)
        client.setQuery("SELECT ?o { ?s <https://w3id.org/diplograph/ontology#hosts> ?o }")
        bindings = client.query().convert()["results"]["bindings"]
        assert [row["o"]["value"][-8:] for row in bindings] == ["Q3874799"]
        served = KnowledgeGraph(address)
        with pytest.raises(StoreError):
            served.remove("a1")
        assert served.articles() == ["a1"]
    finally:
        process.terminate()
        process.wait()


def test_serve_needs_a_graph(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph here"):
        command(tmp_path, 7878)
