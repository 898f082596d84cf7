"""Oxigraph inside this process: in memory, or in a folder on disk."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from graph.storage.backend import Found, StoreError

T = TypeVar("T")


class Local:
    """A pyoxigraph `Store`. A folder has one writer at a time; closing lets the next one in."""

    def __init__(self, folder: Path | None, *, read_only: bool = False) -> None:
        """Open or make it. Raises `StoreError` where it is missing (`read_only`), locked, or no store."""
        self.folder = folder
        self.read_only = read_only and folder is not None
        self.store = _open(folder, read_only) if folder is not None else Store()

    def query(self, sparql: str) -> Found:
        """The answer over the union of all graphs. Raises `SyntaxError`."""
        return self.store.query(sparql, use_default_graph_as_union=True)

    def update(self, sparql: str) -> None:
        """Change the store in one transaction. Raises `StoreError`."""
        self._write(lambda: self.store.update(sparql))

    def load(self, nquads: str) -> None:
        """Add quads at once: files are written beside the store and taken in whole. Raises `StoreError`."""
        # Lenient: the terms were written by the same library a moment ago.
        self._write(lambda: self.store.bulk_load(nquads.encode(), RdfFormat.N_QUADS, lenient=True))

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads, or those of one graph."""
        return self.store.quads_for_pattern(None, None, None, graph)

    def close(self) -> None:
        """Let go of the folder; everything that was written is on disk before."""
        if self.folder is not None and not self.read_only:
            self.store.flush()
        del self.store

    def _write(self, write: Callable[[], T]) -> T:
        if self.read_only:
            raise StoreError(f"{self.folder}: the graph was opened for reading only")
        try:
            return write()
        except OSError as error:
            raise StoreError(f"{self.folder or 'memory'}: the graph cannot be written ({error})") from error


def _open(folder: Path, read_only: bool) -> Store:
    is_graph = (folder / "CURRENT").is_file()
    if folder.is_dir() and not is_graph and any(folder.iterdir()):
        raise StoreError(f"{folder}: this folder holds other files and no graph; name an empty or new folder")
    if read_only and not is_graph:
        raise StoreError(f"{folder}: there is no graph here; make one with: diplograph build ARTICLES --store {folder}")
    try:
        if read_only:
            return Store.read_only(str(folder))
        folder.mkdir(parents=True, exist_ok=True)
        return Store(str(folder))
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{folder}: the graph cannot be opened ({error}); is another build or review running on it?"
        ) from error
