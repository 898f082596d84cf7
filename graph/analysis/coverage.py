"""What the corpus covers: articles by outlet, month and language, and actors that are seen once."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import networkx as nx

from graph.statements import articles as told
from graph.storage.store import ArticleStore

if TYPE_CHECKING:
    import pandas as pd

COUNTS = """
SELECT ?id (COUNT(DISTINCT ?st) AS ?statements) {
  ?st a dg:Statement ; prov:wasDerivedFrom/dcterms:identifier ?id
} GROUP BY ?id"""
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Coverage:
    """Frames: `outlets`, `months` and `languages` with columns `articles` and `statements`; `once`, the actors of one statement.

    `months` has every month from the first to the last, with 0 articles where there are none.
    """

    outlets: "pd.DataFrame"
    months: "pd.DataFrame"
    languages: "pd.DataFrame"
    once: "pd.DataFrame"


def articles(store: ArticleStore) -> "pd.DataFrame":
    """All articles of a store with `outlet`, `month`, `language` and number of statements.

    The outlet is as it names itself, else the host of the article's address, else unknown.
    """
    import pandas as pd

    counts = {name: int(number) for name, number in store.query(COUNTS).rows}
    rows = [
        (
            one.id,
            one.outlet or _outlet(one.url),
            (one.day or UNKNOWN)[:7],
            one.language or UNKNOWN,
            counts.get(one.id, 0),
        )
        for one in told.articles(store).values()
    ]
    return pd.DataFrame(rows, columns=["article", "outlet", "month", "language", "statements"])


def _outlet(url: str) -> str:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or UNKNOWN


def coverage(network: nx.MultiDiGraph, listed: "pd.DataFrame") -> Coverage:
    """The coverage of `articles` and of a network of statements."""
    import pandas as pd

    months = _counted(listed, "month")
    dated = sorted(month for month in months.index if month != UNKNOWN)
    if dated:
        every = [str(month) for month in pd.period_range(dated[0], dated[-1], freq="M")]
        months = months.reindex(every + [month for month in months.index if month == UNKNOWN], fill_value=0)
        months.index.name = "month"
    counts: Counter[str] = Counter()
    for subject, target in network.edges():
        counts.update({subject, target})
    once = sorted((network.nodes[actor].get("label", actor), actor) for actor, count in counts.items() if count == 1)
    frame = pd.DataFrame([(actor, label) for label, actor in once], columns=["actor", "label"])
    return Coverage(
        _ranked(_counted(listed, "outlet")), months, _ranked(_counted(listed, "language")), frame.set_index("actor")
    )


def _counted(listed: "pd.DataFrame", column: str) -> "pd.DataFrame":
    grouped = listed.groupby(column, sort=True)
    return grouped.agg(articles=("article", "size"), statements=("statements", "sum"))


def _ranked(counted: "pd.DataFrame") -> "pd.DataFrame":
    return counted.sort_values("articles", ascending=False, kind="stable")
