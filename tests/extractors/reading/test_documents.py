"""PDF, Word, OpenDocument, mail, archives, agencies' messages, front matter, databases' exports: written here, read back."""

import io
import textwrap
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from extractors.article import Article
from extractors.reading import Unreadable, read
from tests.extractors.reading.pdfs import column, pdf

BODY = (
    "Die polnische Regierung hat am Mittwoch den litauischen Botschafter in Warschau empfangen und ihm Unterstützung zugesagt."
    " Ministerpräsident Donald Tusk kritisierte das russische Vorgehen. Die Schweiz lobte das Treffen."
)
MORE = "Peru warnte Chile am Donnerstag vor neuen Zöllen. Die Europäische Union unterstützt Peru."


def found(path: Path, content: bytes) -> list[Article | Unreadable]:
    path.write_bytes(content)
    return list(read([path]))


def one(path: Path, content: bytes) -> Article:
    (made,) = found(path, content)
    assert isinstance(made, Article), made
    return made


def refused(path: Path, content: bytes) -> str:
    (unreadable,) = found(path, content)
    assert isinstance(unreadable, Unreadable), unreadable
    return unreadable.reason


def hyphenated(text: str, width: int) -> list[str]:
    """Text in lines of a width, words parted where it falls."""
    lines: list[str] = []
    rest = text
    while len(rest) > width:
        cut = rest.rfind(" ", 0, width)
        word = rest[cut + 1 :].split(" ", 1)[0]
        room = width - cut - 2
        if len(word) > 9 and 3 < room < len(word) - 3 and word[room].islower():
            lines.append(f"{rest[: cut + 1 + room]}-")
            rest = rest[cut + 1 + room :]
        else:
            lines.append(rest[:cut])
            rest = rest[cut + 1 :]
    return [*lines, rest]


def test_a_pdf_in_columns_with_parted_words(tmp_path: Path) -> None:
    lines = hyphenated(BODY, 38)
    assert any(line.endswith("-") for line in lines)
    half = len(lines) // 2
    page = [
        *column(60, 780, ["Polen empfängt Botschafter"]),
        *column(60, 740, lines[:half]),
        *column(320, 740, lines[half:]),
    ]
    made = one(tmp_path / "2025-09-04-warschau.pdf", pdf([page]))
    assert (made.title, made.date) == ("Polen empfängt Botschafter", date(2025, 9, 4))
    assert made.text == BODY


def test_a_pdf_goes_on_over_its_pages_without_headers(tmp_path: Path) -> None:
    lines = textwrap.wrap(" ".join([BODY, MORE, BODY.replace("Mittwoch", "Montag"), MORE.replace("Peru", "Kenia")]), 50)
    parts = [lines[:4], lines[4:8], lines[8:]]
    pages = [
        [*column(60, 810, ["Tagesblatt"]), *column(60, 760, part), *column(280, 40, [f"Seite {number}"])]
        for number, part in enumerate(parts, start=1)
    ]
    made = one(tmp_path / "a.pdf", pdf(pages))
    assert "Tagesblatt" not in made.text
    assert "Seite" not in made.text
    assert made.text.replace("\n\n", " ") == " ".join(
        [BODY, MORE, BODY.replace("Mittwoch", "Montag"), MORE.replace("Peru", "Kenia")]
    )


@pytest.mark.parametrize("content", [b"%PDF-1.7 ...", b"%PDF", b"%PDF-1.4\n" + bytes(range(256)) * 20])
def test_broken_pdfs(tmp_path: Path, content: bytes) -> None:
    assert any(word in refused(tmp_path / "a.pdf", content) for word in ("cannot be read", "no text in this PDF"))


def test_a_pdf_of_pictures(tmp_path: Path) -> None:
    assert "OCR" in refused(tmp_path / "a.pdf", pdf([[]]))


def docx(*paragraphs: str) -> bytes:
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def odt(*paragraphs: str) -> bytes:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return target.getvalue()


def test_word_and_open_document(tmp_path: Path) -> None:
    for name, content in (
        ("2025-09-04.docx", docx("Polen empfängt Botschafter", BODY, MORE)),
        ("2025-09-04.odt", odt("Polen<text:s/>empfängt <text:span>Botschafter</text:span>", BODY, MORE)),
        ("2025-09-04.unknown", docx("Polen empfängt Botschafter", BODY, MORE)),
    ):
        made = one(tmp_path / name, content)
        assert (made.title, made.date, made.text) == (
            "Polen empfängt Botschafter",
            date(2025, 9, 4),
            f"{BODY}\n\n{MORE}",
        ), name
    for name in ("b.docx", "b.odt"):
        assert "no whole document" in refused(tmp_path / name, b"PK\x03\x04 and no more")
    assert "old Word file" in refused(tmp_path / "c.doc", b"\xd0\xcf\x11\xe0" + bytes(100))
    assert "RTF" in refused(tmp_path / "d.rtf", rb"{\rtf1 Text}")


def test_a_mail(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Polen empfängt Botschafter"
    message["From"] = "Tagesblatt <news@blatt.example>"
    message["Date"] = "Thu, 04 Sep 2025 10:00:00 +0200"
    message.set_content(BODY)
    message.add_alternative(f"<p>{BODY}</p>", subtype="html")
    made = one(tmp_path / "a.eml", message.as_bytes())
    assert (made.title, made.outlet, made.date, made.text) == (
        "Polen empfängt Botschafter",
        "Tagesblatt",
        date(2025, 9, 4),
        BODY,
    )
    message.make_mixed()
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="b.pdf")
    article, attachment = found(tmp_path / "b.eml", message.as_bytes())
    assert isinstance(article, Article)
    assert isinstance(attachment, Unreadable)
    assert attachment.name.endswith("b.eml!b.pdf")


def test_archives(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("deep.txt", MORE)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("../../2025-09-04-a.txt", BODY)
        packed.writestr("news/b.jsonl", f'{{"id": "x", "text": "{MORE} Und mehr."}}\n{{broken\n')
        packed.writestr("__MACOSX/._b.jsonl", "x")
        packed.writestr("picture.png", b"\x89PNG")
        packed.writestr("more.zip", inner.getvalue())
    made = found(tmp_path / "a.zip", target.getvalue())
    assert [one.id for one in made if isinstance(one, Article)] == ["2025-09-04-a", "x", "deep"]
    (broken,) = [one for one in made if isinstance(one, Unreadable)]
    assert broken.name.endswith("a.zip!news/b.jsonl:2")
    assert not (tmp_path.parent.parent / "2025-09-04-a.txt").exists()


def test_archives_that_are_none(tmp_path: Path) -> None:
    assert "broken zip" in refused(tmp_path / "a.zip", b"PK\x03\x04")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", b" " * (64 << 20))
    assert "zip bomb" in refused(tmp_path / "b.zip", target.getvalue())
    nested = b"x"
    for _ in range(6):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as packed:
            packed.writestr("a.zip", nested)
        nested = target.getvalue()
    assert "archives in archives" in refused(tmp_path / "c.zip", nested)


def test_front_matter_of_both_kinds(tmp_path: Path) -> None:
    yaml = f'---\ntitle: "Polen: Empfang"\ndate: Thu, 04 Sep 2025 19:00:00 +0200\nsource: [Blatt]\n---\n{{% include x.html %}}\n{BODY}\n'
    made = one(tmp_path / "a.md", yaml.encode())
    assert (made.title, made.date, made.outlet, made.text) == ("Polen: Empfang", date(2025, 9, 4), "Blatt", BODY)
    toml = f'+++\ntitle = "Polen: Empfang"\ndate = 2025-09-04T04:00:00Z\n+++\n{{{{< image src="x.png" >}}}}\n{BODY} Die {{{{< wort wort="NATO" text="" >}}}} lobte Peru.\n'
    made = one(tmp_path / "b.md", toml.encode())
    assert (made.title, made.date) == ("Polen: Empfang", date(2025, 9, 4))
    assert made.text == f"{BODY} Die NATO lobte Peru."
    broken = f"---\ntitle: Polen: Empfang: jetzt\ndate: 2025-09-04\n---\n{BODY}\n"
    assert one(tmp_path / "c.md", broken.encode()).title == "Polen: Empfang: jetzt"
    assert one(tmp_path / "d.md", f"---\nx: &a [1]\ny: *a\n---\n{BODY}\n".encode()).text == BODY


def test_an_agencys_messages(tmp_path: Path) -> None:
    wire = f"\x01bdt0001 3 pl 160  xyz 0001\n\nPolen/Litauen/\n\x02(Berichtigung: Uhrzeit korrigiert)\n(Meldung)\nPolen empfängt\nBotschafter =\n\n{BODY}\n\n# Notizblock\n\n- Telefon\n\x03041542 Sep 25\n"
    made = one(tmp_path / "a.iptc7901", wire.encode())
    assert (made.title, made.outlet, made.date) == ("Polen empfängt Botschafter", "xyz", date(2025, 9, 4))
    assert made.text.endswith(BODY)
    assert "correction" in made.warnings[0]
    newsml = f"""<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:x:2" xml:lang="de">
<itemMeta><versionCreated>2025-09-04T09:42:36+02:00</versionCreated><edNote>Notiz</edNote></itemMeta><contentMeta><language tag="de"/>
<headline>Polen empfängt Botschafter</headline><creditline>xyz</creditline></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body><header><time>04.09.2025</time></header><section class="main"><p>{BODY}</p><p>{MORE}</p></section></body></html>
</inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
    made = one(tmp_path / "b.xml", newsml.encode())
    assert (made.id, made.title, made.outlet, made.date) == (
        "urn:x:2",
        "Polen empfängt Botschafter",
        "xyz",
        date(2025, 9, 4),
    )
    assert made.text == f"{BODY}\n\n{MORE}"


OLD_NEXIS = """
                               Dokument 1 von 2


                                 Tagesblatt

                         Donnerstag 4. September 2025

Polen empfängt Botschafter

AUTOR: Lena Brandt
RUBRIK: POLITIK; S. 5
LÄNGE: 33 Wörter

{body}

UPDATE: 4. September 2025
SPRACHE: GERMAN; DEUTSCH
ZEITUNGS-CODE: tb
Copyright 2025 Verlag
Alle Rechte vorbehalten


                               Dokument 2 von 2


                                 Abendpost

                         Freitag 5. September 2025

Peru warnt Chile

LÄNGE: 12 Wörter

{more}

UPDATE: 5. September 2025
"""
NEW_NEXIS = """
Polen empfängt Botschafter
Tagesblatt
4. September 2025 Donnerstag

Copyright 2025 Verlag Alle Rechte vorbehalten

Section: POLITIK; S. 5
Length: 33 words
Byline: Lena Brandt
Body


{body}

Load-Date: September 4, 2025


End of Document


Peru warnt Chile
Abendpost
5. September 2025 Freitag

Length: 12 words
Body


{more}

Load-Date: September 5, 2025


End of Document
"""
FACTIVA_CODED = """
HD Polen empfängt Botschafter
BY Lena Brandt
WC 33 Wörter
PD 4. September 2025
SN Tagesblatt
LA Deutsch
LP
{body}
TD
CO polreg : Polen
AN Dokument TB00000020250904el940001a

Dokument TB00000020250904el940001a

HD Peru warnt Chile
WC 12 Wörter
PD 5. September 2025
SN Abendpost
LA Deutsch
LP
{more}

Dokument AP00000020250905el950001b
"""
FACTIVA_LISTED = """
Politik
Polen empfängt Botschafter
Lena Brandt
33 Wörter
4. September 2025
Tagesblatt
TB
5
Deutsch
© 2025 Verlag

{body}

Dokument TB00000020250904el940001a

Peru warnt Chile
12 Wörter
5. September 2025
Abendpost
AP
Deutsch
(c) 2025 Verlag

{more}

Dokument AP00000020250905el950001b
"""
WISO = """
Polen empfängt Botschafter
{body}

Quelle: Tagesblatt vom 04.09.2025, S. 5
Ressort: Politik
ISSN: 0000-0000
Dokumentnummer: TB-1
Dauerhafte Adresse des Dokuments: https://wiso.example/TB-1
Alle Rechte vorbehalten: (c) Verlag

Peru warnt Chile
{more}

Quelle: Abendpost, 05.09.2025, Nr. 203, S. 1
Dokumentnummer: AP-2
Alle Rechte vorbehalten: (c) Verlag
"""


@pytest.mark.parametrize(
    "layout",
    [OLD_NEXIS, NEW_NEXIS, FACTIVA_CODED, FACTIVA_LISTED, WISO],
    ids=["old Nexis", "Nexis", "Factiva, codes", "Factiva", "wiso"],
)
@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_exports_of_databases(tmp_path: Path, layout: str, suffix: str) -> None:
    text = layout.format(body="\n".join(textwrap.wrap(BODY, 70)), more=MORE)
    content = text.encode() if suffix == ".txt" else docx(*text.split("\n"))
    first, second = found(tmp_path / f"export{suffix}", content)
    assert isinstance(first, Article), first
    assert isinstance(second, Article), second
    assert (first.title, first.outlet, first.date) == ("Polen empfängt Botschafter", "Tagesblatt", date(2025, 9, 4))
    assert (second.title, second.outlet, second.date) == ("Peru warnt Chile", "Abendpost", date(2025, 9, 5))
    assert first.text.replace("\n\n", " ") == BODY
    assert second.text == MORE


def test_a_text_that_only_mentions_a_sign_is_one_article(tmp_path: Path) -> None:
    made = one(tmp_path / "a.txt", f"{BODY}\n\nEnd of Document\n\n{MORE}".encode())
    assert MORE in made.text
