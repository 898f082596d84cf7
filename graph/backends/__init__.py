"""Where a graph lives: in memory, in a folder, or behind a SPARQL endpoint. One small interface, one module each."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from ontology.errors import DiplographError

Found = QuerySolutions | QueryBoolean | QueryTriples | Iterator[Triple]


class StoreError(DiplographError):
    """A store that cannot be opened, read or written; the message names the address, the reason and the way out."""


class Backend(Protocol):
    """What the knowledge graph asks of a store. Queries see the union of all graphs; each writing call is one transaction."""

    def query(self, sparql: str) -> Found:
        """The answer to a query. Raises `SyntaxError` or `StoreError`."""

    def update(self, sparql: str) -> None:
        """Change the store, all or nothing. Raises `StoreError`."""

    def load(self, nquads: str) -> None:
        """Add many quads of our own writing, as N-Quads: fast, all or nothing. Raises `StoreError`."""

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of our graphs, or of one of them, in any order."""

    def close(self) -> None:
        """Let go of the store."""


def connect(address: str | None, *, read_only: bool = False) -> Backend:
    """The backend of an address: None is memory, `http(s)://` an endpoint, anything else a folder. Raises `StoreError`."""
    if address is not None and address.startswith(("http://", "https://")):
        from graph.backends.endpoint import Endpoint

        return Endpoint(address, read_only=read_only)
    from graph.backends.local import Local

    return Local(Path(address) if address is not None else None, read_only=read_only)
