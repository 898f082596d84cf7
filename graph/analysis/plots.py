"""Pictures of analyses by matplotlib (extra `plots`): a pair over time, the signed matrix by camp, the flow of camps.

Every function returns a matplotlib `Figure` without touching a screen; `save` writes the same bytes for the same figure.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from graph.analysis.windows import Window
from ontology.errors import RequestError

if TYPE_CHECKING:
    import pandas as pd

FORMATS = (".svg", ".png", ".pdf")
# Blue and orange-red differ for every common colour blindness (Okabe and Ito 2008); so do the colours of camps.
ALIGNED, CONFLICT, TALK = "#0072b2", "#d55e00", "#8c8c8c"
PALETTE = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999")
# Beyond so many actors, names in the margin cannot be read: the strongest are shown.
SHOWN = 40
LONGEST = 24
# Of the flow's bars, in windows.
WIDTH = 0.66


class PlotError(RequestError):
    """A picture that cannot be made; the message says why, and the way out."""


def _figure(width: float, height: float) -> Any:
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise PlotError("pictures need matplotlib: pip install 'diplograph[plots]'") from error
    made = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(made)
    return made


def save(figure: Any, path: Path) -> None:
    """Write a figure as .svg, .png or .pdf. Raises `PlotError` for another suffix, `OSError` where it cannot be written."""
    if path.suffix.lower() not in FORMATS:
        raise PlotError(f"{path}: pictures are {', '.join(FORMATS)}")
    import matplotlib

    dates = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}, ".png": {"Software": None}}
    with matplotlib.rc_context({"svg.hashsalt": "diplograph", "svg.fonttype": "path"}):
        figure.savefig(path, dpi=150, metadata=dates[path.suffix.lower()])


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else label[: LONGEST - 1] + "…"


def _plain(axes: Any) -> None:
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def plot_pair(frame: "pd.DataFrame", first: str, second: str) -> Any:
    """Acts of alignment above and of conflict below the line by month, talk as a line of points; silent months are hatched."""
    figure = _figure(max(6.0, min(14.0, 2.5 + 0.35 * len(frame))), 4.2)
    axes = figure.subplots()
    months = list(frame.index)
    counts = frame.astype(float)
    place = np.arange(len(months))
    axes.bar(place, counts["aligned"].fillna(0), 0.72, color=ALIGNED, label="alignment")
    axes.bar(place, -counts["conflict"].fillna(0), 0.72, color=CONFLICT, label="conflict")
    # A line over a gap would claim what nobody wrote: NaN breaks it.
    axes.plot(place, counts["contacts"], color=TALK, linewidth=1.4, marker="o", markersize=4, label="talk")
    silent = [number for number, count in enumerate(counts["articles"]) if not count > 0]
    for order, number in enumerate(silent):
        label = "nothing written" if not order else None
        axes.axvspan(
            number - 0.5, number + 0.5, facecolor="none", edgecolor="#bbbbbb", hatch="///", linewidth=0, label=label
        )
    axes.axhline(0, color="#555555", linewidth=0.8)
    step = max(1, len(months) // 14)
    axes.set_xticks(place[::step], months[::step], rotation=45, ha="right")
    axes.set_xlim(-0.6, max(len(months), 1) - 0.4)
    axes.set_ylabel("acts (conflict below the line)")
    axes.set_title(f"{_short(first)} – {_short(second)}", loc="left")
    _plain(axes)
    if months:
        axes.legend(frameon=False, fontsize=9, loc="upper left", bbox_to_anchor=(1.0, 1.0))
    else:
        axes.text(0.5, 0.5, "no dated acts", transform=axes.transAxes, ha="center")
    return figure


def plot_matrix(signed: nx.Graph, found: Sequence[Sequence[str]]) -> Any:
    """The sure ties of the strongest actors, ordered by group: aligned blue, opposed orange-red, groups of two or more framed.

    `found` are groups of actors; others with a sure tie stand behind them.
    """
    volume = {actor: sum(abs(w) for *_, w in signed.edges(actor, data="weight")) for actor in signed}
    tied = [actor for actor in volume if volume[actor]]
    strongest = set(sorted(tied, key=lambda actor: (-volume[actor], actor))[:SHOWN])
    grouped = {actor for group in found for actor in group}
    groups = [[actor for actor in one if actor in strongest] for one in found]
    groups += [[actor] for actor in sorted(strongest - grouped)]
    ordered = [actor for group in groups for actor in group]
    weights = [[signed.get_edge_data(a, b, {}).get("weight", 0.0) or np.nan for b in ordered] for a in ordered]
    values = np.array(weights, dtype=float)
    size = max(4.5, 2.2 + 0.24 * len(ordered))
    figure = _figure(size + 1.4, size)
    axes = figure.subplots()
    if not ordered:
        axes.text(0.5, 0.5, "no sure tie", transform=axes.transAxes, ha="center")
        return figure
    values = values.reshape(len(ordered), len(ordered))
    known = np.abs(values[~np.isnan(values)])
    # One very strong pair must not wash out all others.
    top = float(np.quantile(known, 0.95)) if len(known) else 1.0
    from matplotlib.colors import LinearSegmentedColormap
    from matplotlib.patches import Rectangle

    colours = LinearSegmentedColormap.from_list("signed", [CONFLICT, "#f7f7f7", ALIGNED])
    picture = axes.imshow(values, cmap=colours, vmin=-top, vmax=top, interpolation="nearest")
    labels = [_short(str(signed.nodes[actor].get("label", actor))) for actor in ordered]
    axes.set_xticks(range(len(ordered)), labels, rotation=90, fontsize=8)
    axes.set_yticks(range(len(ordered)), labels, fontsize=8)
    begin = 0
    for group in groups:
        if len(group) > 1:
            axes.add_patch(
                Rectangle(
                    (begin - 0.5, begin - 0.5), len(group), len(group), fill=False, edgecolor="black", linewidth=1.3
                )
            )
        begin += len(group)
    bar = figure.colorbar(picture, ax=axes, shrink=0.6, extend="both")
    bar.set_label("opposed  ←  ln((acts of alignment + 1) / (acts of conflict + 1))  →  aligned", fontsize=8)
    shown = f" (the {len(ordered)} strongest of {len(tied)})" if len(ordered) < len(tied) else ""
    axes.set_title(f"Sure ties by camp{shown}", loc="left", fontsize=10)
    return figure


def plot_flow(found: Sequence[Window], labels: dict[str, str]) -> Any:
    """Camps from window to window as stacked bars, with bands for the actors that go from one to the next."""
    height = max((sum(len(one.members) + 1 for one in window.camps.camps) for window in found), default=1)
    figure = _figure(max(6.5, 2.1 * len(found) + 0.6), max(3.5, 1.2 + 0.24 * height))
    axes = figure.subplots()
    if not found:
        axes.text(0.5, 0.5, "no window with camps", transform=axes.transAxes, ha="center")
        axes.set_axis_off()
        return figure
    order = list(dict.fromkeys(one.label for window in found for one in window.camps.camps))
    colour = {label: PALETTE[number % len(PALETTE)] for number, label in enumerate(order)}
    slots = [_stacked(window, order) for window in found]
    for number, (left, right) in enumerate(pairwise(slots)):
        for actor in sorted(set(left) & set(right)):
            (old, y0), (new, y1) = left[actor], right[actor]
            _band(axes, number + WIDTH / 2, number + 1 - WIDTH / 2, y0, y1, colour[old], 0.2 if old == new else 0.75)
    for number, (window, slot) in enumerate(zip(found, slots, strict=True)):
        for one in window.camps.camps:
            rows = [slot[actor][1] for actor in one.members]
            axes.bar(
                number,
                max(rows) - min(rows) + 1,
                WIDTH,
                bottom=min(rows),
                color=colour[one.label],
                alpha=0.4,
                linewidth=0,
            )
            for actor in one.members:
                axes.text(
                    number, slot[actor][1] + 0.5, _short(labels.get(actor, actor)), ha="center", va="center", fontsize=7
                )
    axes.set_xticks(range(len(found)), [f"{window.since}\n{window.until}" for window in found], fontsize=8)
    axes.set_xlim(-0.5, len(found) - 0.5)
    axes.set_yticks([])
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.set_title("Camps from window to window; strong bands are actors that moved", loc="left", fontsize=10)
    return figure


def _stacked(window: Window, order: list[str]) -> dict[str, tuple[str, float]]:
    """The camp and the lower edge of each actor's row, camps in the same order in every window."""
    at, found = 0.0, {}
    for one in sorted(window.camps.camps, key=lambda camp: order.index(camp.label)):
        for actor in reversed(one.members):
            found[actor] = (one.label, at)
            at += 1
        at += 0.8
    return found


def _band(axes: Any, x0: float, x1: float, y0: float, y1: float, colour: str, alpha: float) -> None:
    """A smooth band one row high."""
    x = np.linspace(0, 1, 40)
    ease = 3 * x**2 - 2 * x**3
    low = y0 + (y1 - y0) * ease
    axes.fill_between(x0 + (x1 - x0) * x, low + 0.08, low + 0.92, color=colour, alpha=alpha, linewidth=0)
