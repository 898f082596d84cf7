"""PDF files written by hand: text in a standard font at given places, so that no program is needed to make them."""


def pdf(pages: list[list[tuple[float, float, str]]], size: int = 11) -> bytes:
    """A PDF with a page for each list of lines, each line at its place in points from the lower left."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        stream = b"BT /F1 %d Tf\n" % size + b"".join(
            b"1 0 0 1 %.1f %.1f Tm (%s) Tj\n" % (x, y, text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)"))
            for x, y, text in lines
        ) + b"ET"  # fmt: skip
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(made),
    )  # fmt: skip
    return made + end


def column(x: float, top: float, lines: list[str], leading: float = 14) -> list[tuple[float, float, str]]:
    """Lines below each other."""
    return [(x, top - leading * number, line) for number, line in enumerate(lines)]
