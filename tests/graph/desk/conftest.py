"""The browser of the explorer's tests."""

from tests.graph.explorer.conftest import browser

__all__ = ["browser"]
