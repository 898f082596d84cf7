"""A report as a Word file, by python-docx."""

import io
import zipfile
from typing import Any

from graph.exports.dossiers.content import Dossier, Quotation
from graph.exports.dossiers.picture import png
from graph.exports.rdf import NO_XML
from ontology.errors import RequestError

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
# A zip's own time would make two files of the same graph differ.
MADE = (1980, 1, 1, 0, 0, 0)


def docx(found: Dossier) -> bytes:
    """The report as .docx, with live links. Raises `RequestError` without python-docx."""
    try:
        from docx import Document
        from docx.shared import Cm, Pt
    except ImportError as error:
        raise RequestError("Word files need python-docx: pip install 'diplograph[documents]'") from error
    document = Document()
    document.core_properties.title = _clean(found.title)
    document.add_heading(_clean(found.title), 0)
    document.add_paragraph(_clean(found.basis))
    if picture := png(found):
        document.add_picture(io.BytesIO(picture), width=Cm(15.5))
    for day, events in found.days:
        document.add_heading(day or found.words["no day"], 2)
        for event in events:
            line = document.add_paragraph()
            line.paragraph_format.keep_with_next = True
            line.add_run(_clean(event.headline)).bold = True
            if event.remarks:
                line.add_run(_clean(f" ({'; '.join(event.remarks)})"))
            for quotation in event.quotations:
                _quoted(document, quotation, found)
    document.add_heading(found.words["notes"], 3)
    for note in found.notes:
        document.add_paragraph().add_run(_clean(note)).font.size = Pt(9)
    target = io.BytesIO()
    document.save(target)
    return _timeless(target.getvalue())


def _quoted(document: Any, quotation: Quotation, found: Dossier) -> None:
    from docx.shared import Cm

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(1)
    paragraph.add_run(_clean(f"„{' '.join(quotation.sentence.split())}“"))
    paragraph.add_run().add_break()
    paragraph.add_run(_clean(" — " + ", ".join(part for part in (quotation.outlet, quotation.day) if part)))
    title = quotation.title or found.words["link"]
    if quotation.url.startswith(("http://", "https://")):
        paragraph.add_run(", ")
        _linked(paragraph, quotation.url, title)
    elif quotation.title:
        paragraph.add_run(_clean(f", {quotation.title}"))
    if quotation.copies:
        paragraph.add_run(_clean(f", {found.words['also'].format(', '.join(quotation.copies))}"))


def _linked(paragraph: Any, url: str, text: str) -> None:
    """A hyperlink, which python-docx reads but does not make."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(_clean(url), HYPERLINK, is_external=True))
    run = paragraph.add_run(_clean(text))
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _timeless(content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for one in made.infolist():
            packed.writestr(zipfile.ZipInfo(one.filename, MADE), made.read(one), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _clean(text: str) -> str:
    return NO_XML.sub("\ufffd", text)
