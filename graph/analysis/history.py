"""Measures over time: what each actor was to the others, window by window."""

from typing import TYPE_CHECKING

import networkx as nx

from graph.analysis.measures import measures
from graph.analysis.windows import parts

if TYPE_CHECKING:
    import pandas as pd


def history(network: nx.MultiDiGraph, *, days: int = 30, step: int | None = None) -> "pd.DataFrame":
    """The measures of `graph.analysis.measures` in each window that has statements, in time, those of most acts first within a window.

    Columns: `since`, `until` (ISO days), `actor`, then those of the measures. An actor without statements in a window has no row there:
    nothing was written, which is not nothing.
    """
    import pandas as pd

    frames = []
    for since, until, there in parts(network, days=days, step=step):
        frame = measures(there).reset_index()
        frame.insert(0, "until", until)
        frame.insert(0, "since", since)
        frame.attrs.clear()
        frames.append(frame)
    if not frames:
        empty = measures(nx.MultiDiGraph()).reset_index()
        return pd.DataFrame(columns=["since", "until", *empty.columns])
    return pd.concat(frames, ignore_index=True)
