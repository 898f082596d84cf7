"""A user's own actors, and their refresh from a SPARQL endpoint: a real server on loopback with a small fixture."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

import extractors
from extractors import Article
from graph.cli.app import app
from graph.services.wikidata import EndpointError, office_holders
from ontology.whoswho import OwnActorsError, load

FIXTURE = """
@prefix wd: <http://www.wikidata.org/entity/> . @prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> . @prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix s: <http://www.wikidata.org/entity/statement/> .
wd:Q142 wdt:P31 wd:Q3624078 ; p:P35 s:a , s:old ; p:P6 s:b .
s:a ps:P35 wd:Q900000001 ; pq:P580 "2030-05-14T00:00:00Z"^^xsd:dateTime .
s:old ps:P35 wd:Q900000003 ; pq:P580 "1995-05-17T00:00:00Z"^^xsd:dateTime ; pq:P582 "2007-05-16T00:00:00Z"^^xsd:dateTime .
s:b ps:P6 wd:Q900000002 ; pq:P580 "2030-06-01T00:00:00Z"^^xsd:dateTime ; pq:P582 "2031-06-01T00:00:00Z"^^xsd:dateTime .
wd:Q900000001 rdfs:label "Jeanne Exemple"@en , "Jeanne Exemple"@de ; wdt:P21 wd:Q6581072 .
wd:Q900000002 rdfs:label "Paul Modèle"@en ; wdt:P21 wd:Q6581097 .
wd:Q900000003 rdfs:label "Old President"@en .
"""


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if binary is None:
        pytest.skip("no oxigraph server here")
    folder = tmp_path_factory.mktemp("endpoint")
    (folder / "fixture.ttl").write_text(FIXTURE, "utf8")
    subprocess.run(
        [binary, "load", "--location", folder / "db", "--file", folder / "fixture.ttl"], check=True, capture_output=True
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    bind = f"127.0.0.1:{port}"
    server = subprocess.Popen(
        [binary, "serve-read-only", "--location", folder / "db", "--bind", bind],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield f"http://{bind}/query"
    server.terminate()
    server.wait(10)


@pytest.mark.slow
def test_update_writes_a_file_that_build_takes(endpoint: str, tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    done = CliRunner().invoke(app, ["actors", "update", "--endpoint", endpoint, "-o", str(path)])
    assert done.exit_code == 0, done.output
    whoswho = load(str(path))
    (holder,) = whoswho.holders("Präsidentin", "Q142", date(2030, 7, 1), "de")
    assert whoswho.actors[holder.person].label("en") == "Jeanne Exemple"
    assert "Old President" not in path.read_text("utf8")
    nlp = extractors.load("de", actors=path)
    article = Article("a", "Die französische Präsidentin kritisierte Italien.", date(2030, 7, 1), "de")
    (statement,) = (s for s in extractors.extract([article], nlp) if s.relation == "criticizes")
    assert (statement.subject.id, statement.object.label("en")) == ("Q900000001", "Italy")


def test_a_silent_endpoint_is_named() -> None:
    with pytest.raises(EndpointError, match=r"127\.0\.0\.1:1"):
        office_holders("http://127.0.0.1:1/sparql")
    with pytest.raises(EndpointError, match="no http"):
        office_holders("file:///etc/passwd")


GOOD = (
    "person_en,sex,office,title_de,of,start,end\nAda Beispiel,f,special_envoy,Donauministerin,Österreich,2030-01-01,\n"
)


def test_own_file(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(GOOD, "utf8")
    whoswho = load(str(tmp_path / "own.csv"))
    (holder,) = whoswho.holders("Donauministerin", "Q40", date(2031, 1, 1), "de")
    assert holder.person == "ada-beispiel"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("sex,", "gender,"), "no column sex"),
        (("Österreich", "Atlantis"), "Atlantis"),
        (("2030-01-01,", "gestern,"), "no ISO day"),
        ((",f,", ",x,"), "neither m nor f"),
        (("Ada Beispiel", ""), "person_en is empty"),
        (("2030-01-01,", "2030-01-01,2029-01-01"), "not after its start"),
    ],
)
def test_a_bad_file_is_named_with_its_line(tmp_path: Path, change: tuple[str, str], reason: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(GOOD.replace(*change), "utf8")
    with pytest.raises(OwnActorsError, match=reason):
        load(str(path))


def test_lookup_explains() -> None:
    shown = CliRunner().invoke(
        app, ["actors", "lookup", "US-Außenminister", "--date", "2015-10-24"], env={"COLUMNS": "200"}
    )
    assert "John Kerry" in shown.output
    assert "Q22316" in shown.output
