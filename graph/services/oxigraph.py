"""A SPARQL endpoint on this machine: Oxigraph's own server, read-only, with its query page."""

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

from graph.storage.backend import StoreError

LOOPBACK = "127.0.0.1"


def server_program() -> str:
    """The path of Oxigraph's server, beside this interpreter or on the path. Raises `StoreError` where it is not installed."""
    beside = Path(sys.executable).parent
    found = shutil.which("oxigraph", path=str(beside)) or shutil.which("oxigraph")
    if found is None:
        raise StoreError("there is no oxigraph server here; install it with: pip install oxigraph")
    return found


def command(store: str | Path, port: int, *, seconds: int = 60) -> list[str]:
    """The command that serves a folder, on the loopback interface alone; a query is given up after `seconds`.

    Raises `StoreError` where the folder holds no graph, or the server is not installed.
    """
    folder = Path(store)
    if not (folder / "CURRENT").is_file():
        raise StoreError(f"{folder}: there is no graph here; make one with: diplograph build ARTICLES --store {folder}")
    return [
        server_program(), "serve-read-only", "--location", str(folder), "--bind", f"{LOOPBACK}:{port}",
        "--union-default-graph", "--timeout-s", str(seconds),
    ]  # fmt: skip


def serve(store: str | Path, port: int = 7878) -> NoReturn:
    """Become the server of a folder, until the user ends it. Raises `StoreError` as `command` does.

    The process is replaced, so that whoever ends it ends the server. No cross-origin headers are sent: a page in a browser
    cannot read the answers.
    """
    line = command(store, port)
    os.execv(line[0], line)
