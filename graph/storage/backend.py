"""What the store asks of the place where it lives, be it memory, a folder or a SPARQL endpoint: one small interface."""

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from ontology.errors import DiplographError

Found = QuerySolutions | QueryBoolean | QueryTriples | Iterator[Triple]


class StoreError(DiplographError):
    """A store that cannot be opened, read or written; the message names the address, the reason and the way out."""


class Backend(Protocol):
    """A place where quads live. Queries see the union of all graphs; each writing call is one transaction."""

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
