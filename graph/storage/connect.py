"""Which backend an address means."""

from pathlib import Path

from graph.storage.backend import Backend
from graph.storage.endpoint import Endpoint
from graph.storage.local import Local

PROTOCOLS = ("http://", "https://")


def connect(address: str | None, *, read_only: bool = False) -> Backend:
    """The backend of an address: None is memory, `http(s)://` an endpoint, anything else a folder. Raises `StoreError`."""
    if address is not None and address.startswith(PROTOCOLS):
        return Endpoint(address, read_only=read_only)
    return Local(Path(address) if address is not None else None, read_only=read_only)
