"""A small page opened in a real browser without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graph.explorer import write_page
from tests.graph.explorer.pages import Opened, network


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    file = tmp_path / "graph.html"
    write_page(network(), file)
    made = Opened(browser, file)
    yield made
    made.close()
