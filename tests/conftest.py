"""Fixtures of all tests: the embedded pipeline, loaded once."""

from datetime import date
from pathlib import Path
from typing import Protocol

import pytest
from spacy.language import Language

import extractors
from extractors import Article, Statement

SHARED = Path(__file__).resolve().parents[2] / "shared"


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
