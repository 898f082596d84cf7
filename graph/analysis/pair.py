"""Two actors over time: cooperation and conflict by month."""

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from graph.analysis.signed import strength
from graph.analysis.view import when
from ontology.vocabulary import relations

if TYPE_CHECKING:
    import pandas as pd


def pair(network: nx.MultiDiGraph, first: str, second: str) -> "pd.DataFrame":
    """A frame by month (`2025-09`) from the first to the last month with a statement between two actors (ids), either way.

    `statements` and `cooperation`, `conflict` (sums of Goldstein value × confidence, both ≥ 0), `net` (their difference) and
    `index` = net / (cooperation + conflict), from -1 to 1 (Goldstein 1992). A month without a statement has 0 statements and
    nothing else: NaN, for that nobody wrote is not that nothing was. Statements dated by a year alone, or not at all, are in
    no month; `frame.attrs["undated"]` counts them. Raises `KeyError` for an actor that is not in the network.
    """
    import pandas as pd

    for actor in (first, second):
        if actor not in network:
            raise KeyError(actor)
    between = [
        (when(edge), strength(edge))
        for ends in ((first, second), (second, first))
        for edge in (network.get_edge_data(*ends) or {}).values()
        if not relations()[edge["relation"]].standing
    ]
    dated = [(day[:7], value) for day, value in between if len(day) >= 7]
    columns = ["statements", "cooperation", "conflict", "net", "index"]
    if not dated:
        frame = pd.DataFrame(columns=columns, index=pd.Index([], name="month"))
    else:
        months = pd.period_range(min(month for month, _ in dated), max(month for month, _ in dated), freq="M")
        rows = []
        for month in map(str, months):
            values = [value for day, value in dated if day == month]
            cooperation = sum(value for value in values if value > 0)
            conflict = -sum(value for value in values if value < 0)
            both = cooperation + conflict
            sums = (cooperation, conflict, cooperation - conflict) if values else (np.nan, np.nan, np.nan)
            index = (cooperation - conflict) / both if both else np.nan
            rows.append([len(values), *(round(value, 4) for value in (*sums, index))])
        frame = pd.DataFrame(rows, columns=columns, index=pd.Index([str(month) for month in months], name="month"))
    frame.attrs["undated"] = len(between) - len(dated)
    return frame
