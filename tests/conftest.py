"""Fixtures of all tests: the embedded pipeline, loaded once."""

from datetime import date
from pathlib import Path
from typing import Protocol

import pytest
from spacy.language import Language

import extractors
from extractors import Article, Statement

# A test that asks for one of these starts a browser, a Dask cluster, a Virtuoso, or whole builds in processes of their own.
SLOW = frozenset(("browser", "corpus", "scheduler", "virtuoso"))
SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what needs one of the slow fixtures; other slow tests say so themselves."""
    for item in items:
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        if SLOW & {*getattr(item, "fixturenames", ()), *map(str, parameters.values())}:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The embedded German pipeline with all components."""
    return extractors.load("de")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the checkout; tests that read it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the development data is not here")
    return SHARED


class Extract(Protocol):
    """The statements of a text published on a day."""

    def __call__(self, text: str, day: str = "2025-09-04") -> list[Statement]: ...


@pytest.fixture(scope="session")
def statements_of(nlp: Language) -> Extract:
    """A function from a sentence of ours to its statements."""

    def statements(text: str, day: str = "2025-09-04") -> list[Statement]:
        article = Article("test", text, date.fromisoformat(day) if day else None)
        return list(extractors.extract([article], nlp))

    return statements
