"""PDF, Word and OpenDocument: the text as a reader sees it, in the order of reading."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from extractors.article import Article
from extractors.reading.layout import ENDED
from extractors.reading.records import LONGEST, ArticleError
from extractors.reading.sources import Source, whole
from extractors.reading.texts import from_plain

# The largest file, and what its parts may unpack to.
LARGEST, UNPACKED = 128 << 20, 256 << 20
# A PDF with more pages is a book; laying out takes a tenth of a second a page.
PAGES = 500
# A line that stands on so many pages is a header or footer; its digits count the pages.
REPEATED = 3
OFFICE_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
SPACES = {f"{OFFICE_TEXT}s": " ", f"{OFFICE_TEXT}tab": " ", f"{OFFICE_TEXT}line-break": "\n"}


def pdf(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """A PDF with a text layer: columns one after the other, headers and footers left out."""
    yield from from_plain(_pdf_text(whole(stream, LARGEST)), source)


def _pdf_text(raw: bytes) -> str:
    try:
        from pdfminer.high_level import extract_text
        from pdfminer.layout import LAParams
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError as error:
        raise ArticleError("PDF needs pdfminer.six: pip install 'diplograph[documents]'") from error
    try:
        text = extract_text(io.BytesIO(raw), maxpages=PAGES, laparams=LAParams())
    except PDFPasswordIncorrect as error:
        raise ArticleError("this PDF is locked by a password") from error
    except Exception as error:
        # Broken files break parsers in many ways; the file is named, the others go on.
        raise ArticleError(f"the PDF cannot be read ({type(error).__name__})") from error
    if len(text) > 2 * LONGEST:
        raise ArticleError(f"{len(text):,} characters are no single article; split the file")
    pages = _without_margins([page.strip() for page in text.split("\f") if page.strip()])
    if not any(pages):
        raise ArticleError(
            "no text in this PDF: it holds pictures of pages; it needs OCR first, for instance with: ocrmypdf"
        )
    return rejoined("\n\n".join(pages))


def _without_margins(pages: Sequence[str]) -> list[str]:
    """The pages without the lines that most of them have first or last, whatever number is in them."""

    def folded(line: str) -> str:
        return re.sub(r"\d+", "0", line.strip())

    split = [page.split("\n") for page in pages]
    often = Counter(line for lines in split for line in {folded(line) for line in (*lines[:2], *lines[-2:])})
    margin = {
        line for line, times in often.items() if len(pages) >= REPEATED and times >= max(REPEATED, len(pages) / 2)
    }
    return ["\n".join(line for line in lines if folded(line) not in margin) for lines in split]


def rejoined(text: str) -> str:
    """A text whose paragraphs go on where a column or a page ended: where no sentence was over and no capital follows."""
    found: list[str] = []
    for block in (block.strip() for block in re.split(r"\n\s*\n", text)):
        if found and block[:1].islower() and not ENDED.search(found[-1]):
            found[-1] += f"\n{block}"
        elif block:
            found.append(block)
    return "\n\n".join(found)


def word(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """A Word file (.docx): its paragraphs and the cells of its tables; title and day of its properties are not trusted."""
    raw = whole(stream, LARGEST)
    _checked(raw)
    try:
        from docx import Document
    except ImportError as error:
        raise ArticleError("Word files need python-docx: pip install 'diplograph[documents]'") from error
    try:
        document = Document(io.BytesIO(raw))
        text = "\n\n".join(_word_parts(document))
    except Exception as error:
        raise ArticleError(f"the Word file cannot be read ({type(error).__name__})") from error
    yield from from_plain(text, source)


def _word_parts(document: Any) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in dict.fromkeys(row.cells))
        else:
            yield block.text


def open_document(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """An OpenDocument text (.odt; ISO 26300): its paragraphs and headings, in order."""
    from defusedxml.ElementTree import fromstring

    raw = whole(stream, LARGEST)
    _checked(raw)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            root = fromstring(packed.read("content.xml"))
    except Exception as error:
        raise ArticleError(f"the OpenDocument file cannot be read ({type(error).__name__})") from error
    names = (f"{OFFICE_TEXT}p", f"{OFFICE_TEXT}h")
    text = "\n\n".join(_shown(node) for node in root.iter() if node.tag in names)
    yield from from_plain(text, source)


def _shown(node: Any) -> str:
    """The text of a paragraph, without notes and comments, which are paragraphs of their own."""
    parts = [node.text or ""]
    for inner in node:
        name = str(inner.tag)
        if name in SPACES:
            parts.append(SPACES[name])
        elif not name.endswith(("}note", "}annotation", "}tracked-changes")):
            parts.append(_shown(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


def _checked(raw: bytes) -> None:
    """Raises `ArticleError` for a packed file that would fill the memory, and for one that is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            size = sum(one.file_size for one in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ArticleError(f"this is no whole document ({error})") from error
    if size > UNPACKED:
        raise ArticleError(f"unpacks to {size >> 20} MB: this looks like a zip bomb")
