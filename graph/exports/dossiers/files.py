"""A report as Markdown, HTML or Word."""

from collections.abc import Callable
from html import escape
from pathlib import Path

from graph.exports.dossiers.content import Dossier, Event, Quotation
from graph.exports.dossiers.picture import svg
from graph.exports.dossiers.word import docx
from graph.exports.suffixes import ExportError, replaced

ADDRESSES = ("http://", "https://")
# Signs that Markdown reads: what comes from an article is text.
MARKS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>~&"})


def write(found: Dossier, path: Path) -> list[Path]:
    """Write the report in the form of the file's suffix; the files that were written come back, with the picture of a Markdown file.

    Raises `ExportError` for another suffix, and for what cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMS:
        raise ExportError(f"{path}: a report is written as {', '.join(FORMS)}")
    written = [path]
    picture = path.with_suffix(".svg") if suffix == ".md" and svg(found) else None
    if picture:
        replaced(picture, svg(found).encode("utf8"))
        written.append(picture)
    replaced(path, FORMS[suffix](found, picture.name if picture else ""))
    return written


def markdown(found: Dossier, picture: str) -> bytes:
    """The report as Markdown (CommonMark); text of articles can hold no markup."""
    words = found.words
    lines = [f"# {_plain(found.title)}", "", _plain(found.basis), ""]
    if picture:
        lines += [f"![{words['picture']}](<{picture}>)", ""]
    for day, events in found.days:
        lines += [f"## {day or words['no day']}", ""]
        for event in events:
            remarks = f" ({_plain('; '.join(event.remarks))})" if event.remarks else ""
            lines += [f"**{_plain(event.headline)}**{remarks}", ""]
            for quotation in event.quotations:
                lines += [f"> {_plain(_sentence(quotation))}", ">", f"> — {_cited(quotation, found)}", ""]
    lines += ["---", "", f"### {words['notes']}", ""]
    lines += [line for note in found.notes for line in (_plain(note), "")]
    return "\n".join(lines).encode("utf8")


def _cited(quotation: Quotation, found: Dossier) -> str:
    """Outlet, day, title and link, as Markdown."""
    title = quotation.title or found.words["link"]
    link = (
        f"[{_plain(title)}](<{quotation.url.replace('<', '%3C').replace('>', '%3E')}>)"
        if _followed(quotation)
        else _plain(quotation.title)
    )
    parts = [_plain(quotation.outlet), quotation.day, link, *_copies(quotation, found)]
    return ", ".join(part for part in parts if part)


def _copies(quotation: Quotation, found: Dossier) -> list[str]:
    return [found.words["also"].format(", ".join(quotation.copies))] if quotation.copies else []


def _followed(quotation: Quotation) -> bool:
    return quotation.url.startswith(ADDRESSES)


def _sentence(quotation: Quotation) -> str:
    return f"„{' '.join(quotation.sentence.split())}“"


def _plain(text: str) -> str:
    return " ".join(text.split()).translate(MARKS)


STYLE = (
    "body{font:16px/1.5 serif;max-width:44em;margin:2em auto;padding:0 1em}"
    "blockquote{margin:.4em 0 1em;border-left:3px solid #999;padding-left:1em}"
    "cite{display:block;font-style:normal;font-size:.9em;color:#444}footer{font-size:.85em;border-top:1px solid #999;margin-top:2em}"
    "svg{max-width:100%;height:auto}@media print{a{color:inherit}}"
)


def html(found: Dossier, _picture: str) -> bytes:
    """The report as one HTML page without scripts, everything from articles escaped."""
    words = found.words
    parts = [
        f'<!DOCTYPE html>\n<html lang="{found.lang}"><head><meta charset="utf-8"><title>{escape(found.title)}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<style>{STYLE}</style></head><body><h1>{escape(found.title)}</h1><p>{escape(found.basis)}</p>",
        svg(found),
    ]
    for day, events in found.days:
        parts.append(f"<h2>{escape(day or words['no day'])}</h2>")
        parts += [_article(event, found) for event in events]
    notes = "".join(f"<p>{escape(note)}</p>" for note in found.notes)
    parts.append(f"<footer><h3>{escape(words['notes'])}</h3>{notes}</footer></body></html>\n")
    return "\n".join(parts).encode("utf8")


def _article(event: Event, found: Dossier) -> str:
    remarks = f" ({escape('; '.join(event.remarks))})" if event.remarks else ""
    quotations = "".join(
        f"<blockquote>{escape(_sentence(one))}<cite>{_link(one, found)}</cite></blockquote>" for one in event.quotations
    )
    return f"<section><p><strong>{escape(event.headline)}</strong>{remarks}</p>{quotations}</section>"


def _link(quotation: Quotation, found: Dossier) -> str:
    title = escape(quotation.title or found.words["link"])
    link = (
        f'<a rel="noreferrer" href="{escape(quotation.url)}">{title}</a>'
        if _followed(quotation)
        else escape(quotation.title)
    )
    parts = [escape(quotation.outlet), escape(quotation.day), link, *map(escape, _copies(quotation, found))]
    return ", ".join(part for part in parts if part)


FORMS: dict[str, Callable[[Dossier, str], bytes]] = {
    ".docx": lambda found, _: docx(found),
    ".md": markdown,
    ".html": html,
}
