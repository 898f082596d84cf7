"""The picture of a report: statements by month, cooperative above the line, conflictual below."""

import io
from html import escape

from graph.exports.dossiers.content import Dossier
from ontology.errors import RequestError

# Told apart with any sight (Okabe and Ito 2008), and by their side of the line.
COLOURS = {"cooperative": "#0072b2", "conflictual": "#d55e00"}
WIDTH, HEIGHT, EDGE = 680, 220, 34


def svg(found: Dossier) -> str:
    """The picture as SVG, "" where no month has a statement that is either."""
    months = list(found.months)
    most = max((found.months[month].get(sign, 0) for month in months for sign in COLOURS), default=0)
    if not most:
        return ""
    step, half = (WIDTH - 2 * EDGE) / len(months), (HEIGHT - 2 * EDGE) / 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img">',
        f"<title>{escape(found.words['picture'])}</title>",
        f'<line x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{EDGE + half:.1f}" y2="{EDGE + half:.1f}" stroke="#555"/>',
    ]
    for number, month in enumerate(months):
        left = EDGE + number * step
        for sign, colour in COLOURS.items():
            count = found.months[month].get(sign, 0)
            height = half * count / most
            top = EDGE + half - (height if sign == "cooperative" else 0)
            if count:
                told = escape(f"{month}: {count} {found.words[sign]}")
                place = f'x="{left + step * 0.15:.1f}" y="{top:.1f}" width="{min(step * 0.7, 60):.1f}" height="{height:.1f}"'
                parts.append(f'<rect {place} fill="{colour}"><title>{told}</title></rect>')
    parts += [
        _text(EDGE, HEIGHT - 8, months[0]), _text(WIDTH - EDGE, HEIGHT - 8, months[-1], "end"),
        _text(EDGE, 20, f"▲ {found.words['cooperative']} (max. {most})", fill=COLOURS["cooperative"]),
        _text(WIDTH - EDGE, 20, f"▼ {found.words['conflictual']}", "end", COLOURS["conflictual"]), "</svg>",
    ]  # fmt: skip
    return "\n".join(parts)


def _text(x: float, y: float, text: str, anchor: str = "start", fill: str = "#333") -> str:
    return f'<text x="{x}" y="{y}" font-family="sans-serif" font-size="12" text-anchor="{anchor}" fill="{fill}">{escape(text)}</text>'


def png(found: Dossier) -> bytes:
    """The picture as PNG, for Word. Raises `RequestError` without matplotlib; empty where there is nothing to draw."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise RequestError("the picture in a Word file needs matplotlib: pip install 'diplograph[plots]'") from error
    if not svg(found):
        return b""
    months = list(found.months)
    figure = Figure(figsize=(6.3, 2.2), dpi=200, layout="tight")
    axes = figure.add_subplot()
    for sign, side in (("cooperative", 1), ("conflictual", -1)):
        heights = [side * found.months[month].get(sign, 0) for month in months]
        axes.bar(range(len(months)), heights, 0.6, color=COLOURS[sign], label=found.words[sign])
    axes.axhline(0, color="#555555", linewidth=0.8)
    shown = sorted({0, len(months) // 2, len(months) - 1})
    axes.set_xticks(shown, [months[at] for at in shown])
    axes.yaxis.set_major_formatter(lambda value, _place: f"{abs(value):g}")
    axes.legend(frameon=False, fontsize=8)
    axes.set_title(found.words["picture"], fontsize=9)
    axes.spines[["top", "right"]].set_visible(False)
    target = io.BytesIO()
    # Its own version and day would make two files of the same graph differ.
    figure.savefig(target, format="png", metadata={"Software": None})
    return target.getvalue()
