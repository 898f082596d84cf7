"""Any SPARQL 1.1 endpoint with update, over the SPARQL protocol (https://www.w3.org/TR/sparql11-protocol/).

Credentials come from the environment, never from the address: `DIPLOGRAPH_USER` and `DIPLOGRAPH_PASSWORD` (basic, or
digest where the server asks for it, as Virtuoso's `/sparql-auth` does), or `DIPLOGRAPH_TOKEN` (bearer). The address is that
of queries; where updates go is told by `update_address`, or by `DIPLOGRAPH_UPDATE_URL`.
"""

import http.client
import os
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)

from graph.rdf.nquads import read
from graph.storage.backend import Found, StoreError
from graph.storage.updates import insertion
from ontology.vocabulary import DATA

RESULTS = "application/sparql-results+json"
TRIPLES = "application/n-triples, text/turtle;q=0.5"
VIRTUOSO_ASK = "__ASK_RETVAL"
FIRST_SECONDS, SECONDS = 20.0, 600.0


def update_address(address: str) -> str:
    """Where updates go: Oxigraph, Fuseki and Stardog have `/query` beside `/update`, RDF4J and GraphDB `/statements`.

    Others (Virtuoso, Neptune, QLever) take both at one address.
    """
    given = os.environ.get("DIPLOGRAPH_UPDATE_URL")
    if given:
        return given
    head, _, last = address.rstrip("/").rpartition("/")
    if last == "query":
        return f"{head}/update"
    return f"{address.rstrip('/')}/statements" if head.endswith("/repositories") else address


def _results(body: bytes) -> QuerySolutions | QueryBoolean:
    """The rows or the yes and no of a JSON result; Virtuoso 7 answers ASK with a row of a one, or with none."""
    found = parse_query_results(body, QueryResultsFormat.JSON)
    if isinstance(found, QuerySolutions) and [variable.value for variable in found.variables] == [VIRTUOSO_ASK]:
        row = next(found, None)
        yes = b"true" if row and isinstance(row[0], Literal) and row[0].value == "1" else b"false"
        return parse_query_results(b'{"head": {}, "boolean": ' + yes + b"}", QueryResultsFormat.JSON)
    return found


class Endpoint:
    """A SPARQL endpoint. An update is one request, so as whole as the server makes it."""

    def __init__(self, address: str, *, read_only: bool = False) -> None:
        """Ask it a first question. Raises `StoreError` where nothing answers, or where the address carries a password."""
        parts = urllib.parse.urlsplit(address)
        if not parts.hostname or parts.password or parts.username:
            raise StoreError(
                f"{parts.hostname or address}: give the endpoint's address alone; user and password are read from "
                "DIPLOGRAPH_USER and DIPLOGRAPH_PASSWORD"
            )
        self.address = address
        self.updates = update_address(address)
        self.read_only = read_only
        self.opener = self._opener()
        self._send(self.address, "query", "ASK {}", RESULTS, FIRST_SECONDS)

    def query(self, sparql: str) -> Found:
        """The answer over the union of all graphs. Raises `SyntaxError` (the server refused it) or `StoreError`."""
        kind, body = self._send(self.address, "query", sparql, f"{RESULTS}, {TRIPLES}", SECONDS)
        if "json" in kind:
            return _results(body)
        form = RdfFormat.from_media_type(kind) or RdfFormat.N_TRIPLES
        return (quad.triple for quad in parse(body, format=form))

    def update(self, sparql: str) -> None:
        """Change the store in one request. Raises `StoreError`."""
        if self.read_only:
            raise StoreError(f"{self.address}: the graph was opened for reading only")
        try:
            self._send(self.updates, "update", sparql, "*/*", SECONDS)
        except SyntaxError as error:
            raise StoreError(f"{self.updates}: the server refused the update ({error})") from error

    def load(self, nquads: str) -> None:
        """Add quads in one INSERT DATA. Raises `StoreError`."""
        self.update(insertion(read(nquads)))

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of our graphs: what else the server holds is not ours to copy. Fetched graph by graph."""
        if graph is None:
            for name in self._graphs():
                yield from self.quads(name)
            return
        answer = self.query(f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
        assert isinstance(answer, QuerySolutions)
        for row in answer:
            yield Quad(row["s"], row["p"], row["o"], graph)

    def _graphs(self) -> list[NamedNode]:
        answer = self.query(f'SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{DATA}")) }}')
        assert isinstance(answer, QuerySolutions)
        return sorted((row["g"] for row in answer if isinstance(row["g"], NamedNode)), key=str)

    def close(self) -> None:
        """Nothing is held open."""

    def _opener(self) -> urllib.request.OpenerDirector:
        handlers: list[urllib.request.BaseHandler] = []
        user, password = os.environ.get("DIPLOGRAPH_USER"), os.environ.get("DIPLOGRAPH_PASSWORD", "")
        if user:
            known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
            for address in (self.address, self.updates):
                known.add_password(None, address, user, password)
            handlers += [urllib.request.HTTPBasicAuthHandler(known), urllib.request.HTTPDigestAuthHandler(known)]
        return urllib.request.build_opener(*handlers)

    def _send(self, address: str, name: str, sparql: str, accept: str, timeout: float) -> tuple[str, bytes]:
        # Oxigraph and QLever know union-default-graph; others take the union by default or by their configuration.
        # As a form: Virtuoso 7 never answers a query that is the body of the request.
        fields = {name: sparql} | ({"union-default-graph": ""} if name == "query" else {})
        headers = {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
        if token := os.environ.get("DIPLOGRAPH_TOKEN"):
            headers["Authorization"] = f"Bearer {token}"
        request = urllib.request.Request(address, urllib.parse.urlencode(fields).encode(), headers, method="POST")
        try:
            with self.opener.open(request, timeout=timeout) as response:
                return response.headers.get_content_type(), response.read()
        except urllib.error.HTTPError as error:
            reason = error.read(500).decode("utf8", "replace").strip().partition("\n")[0] or error.reason
            if error.code == 400:
                raise SyntaxError(reason) from error
            if error.code in (401, 403):
                reason = "not allowed; set DIPLOGRAPH_USER and DIPLOGRAPH_PASSWORD, or DIPLOGRAPH_TOKEN"
            raise StoreError(f"{address}: {error.code} {reason}") from error
        except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
            raise StoreError(f"{address}: no SPARQL endpoint answers ({error})") from error
