"""From German news articles to statements about political actors: the only package of the three that imports spaCy.

nlp = extractors.load("de")
statements = extractors.extract(articles, nlp)
"""

from typing import TYPE_CHECKING, Any

from extractors.article import Article
from extractors.statement import Extraction, Polarity, Statement, Status

if TYPE_CHECKING:
    from extractors.extraction import extract, extractions
    from extractors.pipeline import load

__all__ = ["Article", "Extraction", "Polarity", "Statement", "Status", "extract", "extractions", "load"]

# spaCy takes half a second to import: who only queries a graph does not pay for it.
_LAZY = {"load": "extractors.pipeline", "extract": "extractors.extraction", "extractions": "extractors.extraction"}


def __getattr__(name: str) -> Any:
    """The functions that need spaCy, imported on first use."""
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'extractors' has no attribute {name!r}")
