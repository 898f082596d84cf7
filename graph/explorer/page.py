"""Puts the page together: our template, styles and scripts, vis-network's JavaScript, and the data."""

import base64
import hashlib
import html
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx

from extractors.article import DEFAULT_LANGUAGE
from graph.explorer.model import page_data, to_json
from graph.explorer.reviewing import reviewing
from graph.pages.template import filled
from graph.statements.selection import SURE
from ontology.vocabulary import DATA

SCRIPTS = (
    "data.js",
    "words.js",
    "reviewwords.js",
    "selection.js",
    "review.js",
    "reviewcards.js",
    "reviewpairs.js",
    "reviewqueue.js",
    "panels.js",
    "compare.js",
    "table.js",
    "search.js",
    "filters.js",
    "canvas.js",
    "page.js",
)


def _own(name: str) -> str:
    return files("graph.explorer").joinpath(name).read_text(encoding="utf8")


@lru_cache
def vis_network() -> str:
    """The JavaScript of vis-network (Apache-2.0 or MIT) that pyvis brings along."""
    return files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js").read_text(encoding="utf8")


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def page_html(
    network: nx.MultiDiGraph,
    *,
    title: str = "diplograph",
    language: str = DEFAULT_LANGUAGE,
    review: Mapping[str, Any] | None = None,
    sure: float = SURE,
) -> str:
    """The page as HTML. A Content-Security-Policy lets run what is hashed here and nothing else, and forbids every request.

    `review` is what a reviewer is offered (`graph.explorer.reviewing`); where it is `live`, requests to the page's own server are
    let through. From the confidence `sure` on statements are shown at first and count for the camps.
    """
    # A script is hashed as the parser sees it: no "</script" may stand in it, and none does in ours or in vis-network's.
    library = vis_network().replace("</script", "<\\/script")
    script = "(() => {\n'use strict';\n" + "\n".join(_own(name) for name in SCRIPTS) + "\n})();"
    style = _own("page.css") + _own("review.css")
    offered = reviewing(network) if review is None else review
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(library)} {_hash(script)}",
            f"style-src {_hash(style)}",
            "img-src data:",
            *(("connect-src 'self'",) if offered.get("live") else ()),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    data = page_data(network, sure) | {"language": language, "namespace": DATA, "review": offered}
    fields = {
        "LANGUAGE": html.escape(language),
        "TITLE": html.escape(title),
        "POLICY": html.escape(policy),
        "STYLE": style,
        "DATA": to_json(data),
        "LIBRARY": library,
        "SCRIPT": script,
    }
    return filled(_own("page.html"), fields)


class Inline:
    """The page for a notebook: shown in a frame of its own, which runs its scripts and reaches nothing of the notebook."""

    def __init__(self, page: str, height: int) -> None:
        """`page` is HTML from `page_html`, `height` in pixels."""
        self.page, self.height = page, height

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.page)}" sandbox="allow-scripts allow-downloads allow-popups"'
            f' style="width: 100%; height: {self.height}px; border: 1px solid #ccc"></iframe>'
        )


def write_page(
    network: nx.MultiDiGraph,
    path: Path,
    *,
    title: str = "diplograph",
    language: str = DEFAULT_LANGUAGE,
    review: Mapping[str, Any] | None = None,
    sure: float = SURE,
) -> None:
    """Write the page (`page_html`) to a file. Raises `OSError` where it cannot be written."""
    path.write_text(page_html(network, title=title, language=language, review=review, sure=sure), encoding="utf8")
