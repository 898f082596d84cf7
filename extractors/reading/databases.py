"""Exports of newspaper databases: several articles in one text, parted by their headers.

LexisNexis and Nexis Uni (`Dokument 1 von 25`, `End of Document`, `LÄNGE: 513 Wörter`), Factiva (`HD`, `PD`, `Dokument SDDZ0000…`), and
wiso/GENIOS (`Quelle: … vom 03.09.2025`, `Dokumentnummer: …`).
"""

import re
from collections.abc import Callable, Iterator

from extractors.reading.dates import DateError, published

Parts = dict[str, str | None]

# --- LexisNexis, Nexis Uni
COUNTED = re.compile(
    r"^[ \t]*(?:Dokument\s+\d+\s+von\s+\d+|\d+\s+(?:of|von)\s+\d+\s+(?:DOCUMENTS?|DOKUMENTE?N?))[ \t]*$", re.MULTILINE
)
NEXIS_END = re.compile(r"^[ \t]*(?:End of Document|Ende des Dokuments)[ \t]*$", re.MULTILINE)
NEXIS_FIELD = re.compile(
    r"^[ \t]*(?:(?P<name>[A-ZÄÖÜ][A-Za-zÄÖÜäöü -]{2,24}):[ \t]*(?P<value>.*)|(?P<alone>Body|Text))$"
)
# What the fields are, by their names in German and English; from an "end" on nothing is the article's.
_NEXIS = {
    "title": "headline überschrift titel",
    "length": "length länge",
    "highlight": "highlight zusammenfassung",
    "body": "body text",
    "end": "load-date update ladedatum language sprache publication-type zeitungstyp journal-code zeitungs-code subject",
    "beside": "byline autor verfasser section rubrik ressort dateline ort graphic grafik copyright type page seite",
}
NEXIS_NAMES = {name: part for part, names in _NEXIS.items() for name in names.split()}
RIGHTS = re.compile(r"^[ \t]*(?:copyright\b|©|\(c\)|all rights reserved|alle rechte vorbehalten)", re.IGNORECASE)

# --- Factiva
FACTIVA_END = re.compile(
    r"^[ \t]*(?:Document|Dokument)[ \t]+(?P<id>[A-Z0-9]{4,10}0{2,}[A-Za-z0-9]{10,30})[ \t]*$", re.MULTILINE
)
FACTIVA_CODE = re.compile(
    r"^(?P<code>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM)(?:[ \t]+(?P<value>.*))?$"
)
FACTIVA_WORDS = re.compile(r"^[ \t]*[\d.,]+\s+(?:Wörter|words)[ \t]*$", re.IGNORECASE)
FACTIVA_LANGUAGES = frozenset("deutsch german englisch english".split())

# --- wiso, GENIOS
SOURCE, NUMBER, ADDRESS, ALL_RIGHTS, DAY, *BESIDE = (
    "Quelle|Dokumentnummer|Dauerhafte Adresse des Dokuments|Alle Rechte vorbehalten|Datum|Ressort|Rubrik|ISSN|Ausgabe|Autor|Seite".split(
        "|"
    )
)
WISO_FIELD = re.compile(
    rf"^[ \t]*(?P<name>{'|'.join((SOURCE, NUMBER, ADDRESS, ALL_RIGHTS, DAY, *BESIDE))})[ \t]*:[ \t]*(?P<value>.*)$"
)
WISO_END = re.compile(rf"^[ \t]*(?:{NUMBER}|{ADDRESS}|{ALL_RIGHTS})[ \t]*:", re.MULTILINE)
WISO_SOURCE = re.compile(r"(?P<outlet>[^,]+?)(?:\s+vom\s+|,\s*)(?P<date>\d{1,2}\.\d{1,2}\.\d{4})")


def documents(text: str) -> list[Parts]:
    """The articles of a database's export; none where the text is no such export."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    readers: tuple[tuple[re.Pattern[str], Callable[[str], Iterator[Parts]]], ...] = (
        (FACTIVA_END, _factiva), (COUNTED, _counted), (NEXIS_END, _ended), (WISO_END, _wiso),
    )  # fmt: skip
    for sign, reader in readers:
        if sign.search(text):
            found = [parts for parts in reader(text) if (parts.get("text") or "").strip()]
            # The sign alone may stand in any text; an outlet or a day beside it makes a header.
            if any(parts.get("date") or parts.get("outlet") for parts in found):
                return found
    return []


def _counted(text: str) -> Iterator[Parts]:
    for piece in COUNTED.split(text)[1:]:
        yield _nexis(piece)


def _ended(text: str) -> Iterator[Parts]:
    for piece in NEXIS_END.split(text)[:-1]:
        yield _nexis(piece)


def _nexis(text: str) -> Parts:
    """An article of LexisNexis: outlet, day and headline in lines of their own before or after them, fields, text, fields."""
    head: list[str] = []
    fields: dict[str, str] = {}
    body: list[str] = []
    part = "head"
    for line in text.split("\n"):
        found = NEXIS_FIELD.match(line)
        name = NEXIS_NAMES.get((found["name"] or found["alone"]).strip().lower()) if found else None
        if found and name is not None:
            if name == "end" and body and any(map(str.strip, body)):
                break
            value = (found["value"] or "").strip()
            fields.setdefault(name, value)
            part = "body" if name in ("body", "length", "highlight") or part == "body" else "fields"
            if name == "body" and value:
                body.append(value)
        elif RIGHTS.match(line):
            part = "body" if part == "body" and any(map(str.strip, body)) else part
        elif part == "head":
            head.append(line.strip())
        elif part == "body" or line.strip():
            # Behind the fields comes the text, with or without a word that says so.
            part = "body"
            body.append(line)
    lines = [line for line in head if line]
    day = next((at for at, line in enumerate(lines) if _day(line)), -1)
    outlet, title = "", fields.get("title", "")
    if day > 0:
        # Old: outlet, day, headline. New: headline, outlet, day.
        outlet = lines[day - 1]
        title = title or " ".join(lines[day + 1 :]) or " ".join(lines[: day - 1])
    return {
        "title": title,
        "outlet": outlet,
        "date": _day(lines[day]) if day >= 0 else "",
        "text": "\n".join(body).strip(),
    }


def _factiva(text: str) -> Iterator[Parts]:
    start = 0
    for end in FACTIVA_END.finditer(text):
        piece = text[start : end.start()]
        parts = _coded(piece) if len(re.findall(r"(?m)^(?:HD|PD|SN|LP|TD)\b", piece)) > 2 else _listed(piece)
        yield parts | {"id": end["id"]}
        start = end.end()


def _coded(text: str) -> Parts:
    """An article of Factiva with codes before its parts."""
    values: dict[str, list[str]] = {}
    code = ""
    for line in text.split("\n"):
        if found := FACTIVA_CODE.match(line):
            code = found["code"]
            values.setdefault(code, []).append(found["value"] or "")
        elif code:
            values[code].append(line.strip() if code in ("LP", "TD") else line)
    told = {code: "\n".join(lines).strip() for code, lines in values.items()}
    return {
        "title": " ".join(told.get("HD", "").split()),
        "outlet": told.get("SN", ""),
        "date": _day(told.get("PD", "")),
        "text": f"{told.get('LP', '')}\n\n{told.get('TD', '')}".strip(),
    }


def _listed(text: str) -> Parts:
    """An article of Factiva without codes: headline, author, number of words, day, outlet, …, language, rights, text."""
    lines = [line.strip() for line in text.strip().split("\n")]
    counted = next((at for at, line in enumerate(lines) if FACTIVA_WORDS.match(line)), -1)
    if counted < 1:
        return {}
    day = next((at for at in range(counted + 1, min(counted + 4, len(lines))) if _day(lines[at])), counted)
    outlet = next((line for line in lines[day + 1 :] if line and not re.fullmatch(r"\d{1,2}:\d{2}.*", line)), "")
    language = next(
        (at for at in range(day, min(day + 10, len(lines))) if lines[at].lower() in FACTIVA_LANGUAGES), day + 1
    )
    body = language + 1
    while body < len(lines) and (not lines[body] or RIGHTS.match(lines[body])):
        body += 1
    above = [line for line in lines[:counted] if line]
    # An author stands between the headline and the number of words, a section above the headline.
    longest = max(above, key=len, default="")
    return {"title": longest, "outlet": outlet, "date": _day(lines[day]), "text": "\n".join(lines[body:]).strip()}


def _wiso(text: str) -> Iterator[Parts]:
    """Articles of wiso: headline and text, then fields, of which the last are number, address and rights."""
    body: list[str] = []
    fields: dict[str, str] = {}
    for line in [*text.split("\n"), ""]:
        found = WISO_FIELD.match(line)
        if found:
            fields.setdefault(found["name"], found["value"].strip())
        elif fields.keys() & {NUMBER, ALL_RIGHTS} and line.strip():
            yield _of_wiso(body, fields)
            body, fields = [line], {}
        else:
            body.append(line)
    yield _of_wiso(body, fields)


def _of_wiso(body: list[str], fields: dict[str, str]) -> Parts:
    source, address = fields.get(SOURCE, ""), fields.get(ADDRESS, "")
    told = WISO_SOURCE.match(source)
    lines = "\n".join(body).strip().split("\n")
    # The first line may be the source again: "Tagesblatt vom 03.09.2025, S. 5".
    if (again := WISO_SOURCE.match(lines[0].strip())) and len(lines) > 1:
        told, lines = told or again, lines[1:]
    text = "\n".join(lines).strip()
    title, _, rest = text.partition("\n")
    short = bool(rest.strip()) and not title.rstrip().endswith((".", "!", "?"))
    return {
        "id": fields.get(NUMBER, ""), "title": title.strip() if short else "", "text": rest if short else text,
        "outlet": told["outlet"].strip() if told else source, "date": told["date"] if told else fields.get(DAY, ""),
        "url": address if address.startswith(("http://", "https://")) else "",
    }  # fmt: skip


def _day(text: str) -> str:
    try:
        return published(text).isoformat()
    except DateError:
        return ""
