"""From news to a knowledge graph of diplomatic relations: the one import that programs and notebooks need.

import diplograph as dg

nlp = dg.load("de")                            # a spaCy Language; doc._.mentions, doc._.statements
articles = [a for a in dg.read(["articles/"]) if isinstance(a, dg.Article)]
with dg.KnowledgeGraph("kg/") as kg:           # memory, a folder or a SPARQL endpoint, by address
    kg.add(dg.extract(articles, nlp))
    kg.explore("graph.html")

A facade: all of it lives in the packages `extractors`, `graph` and `ontology` beside this file. `python -m diplograph` is the
command line.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractors.article import Article
    from extractors.extraction import extract
    from extractors.pipeline import load
    from extractors.reading import read
    from extractors.statement import Statement
    from graph.store import KnowledgeGraph
    from ontology.errors import DiplographError

    __version__: str

__all__ = ["Article", "DiplographError", "KnowledgeGraph", "Statement", "__version__", "extract", "load", "read"]

# Where each name lives. Imported on first use: spaCy takes half a second, and who only queries a graph does not pay for it.
_HOMES = {
    "Article": "extractors.article",
    "DiplographError": "ontology.errors",
    "KnowledgeGraph": "graph.store",
    "Statement": "extractors.statement",
    "extract": "extractors.extraction",
    "load": "extractors.pipeline",
    "read": "extractors.reading",
}
_PACKAGES = ("ontology", "extractors", "graph")
_FOLDER = Path(__file__).resolve().parent


def _place(package: str) -> Path | None:
    """The file or folder that Python takes for a package, None where there is none."""
    module = sys.modules.get(package)
    spec = getattr(module, "__spec__", None) if module else find_spec(package)
    if spec is None:
        file = getattr(module, "__file__", None)
        return Path(file).resolve() if file else None
    # A folder without `__init__.py` has a place, but no origin.
    place = spec.origin or next(iter(spec.submodule_search_locations or ()), None)
    return Path(place).resolve() if place else None


def _hidden() -> str:
    """A sentence on the first of our packages that something else hides, or that is missing; else ""."""
    for package in _PACKAGES:
        ours, found = _FOLDER / package, _place(package)
        if found is None:
            return f"diplograph needs its folder {ours}, and there is none: install diplograph anew."
        if found.parent != ours:
            return (
                f"{found} hides diplograph's own package {package!r} ({ours}): rename it if it is yours, or uninstall what brought"
                " it; an environment of its own keeps diplograph apart."
            )
    return ""


if _hindrance := _hidden():
    raise ImportError(_hindrance)


def __getattr__(name: str) -> Any:
    """What the facade offers, imported on first use."""
    if name == "__version__":
        return import_module("ontology.version").running()
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'diplograph' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What the facade offers, for completion."""
    return __all__


if __name__ == "__main__":
    import_module("graph.cli").main()
