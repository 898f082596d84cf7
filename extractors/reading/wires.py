"""What agencies send: NewsML-G2 (https://iptc.org/standards/newsml-g2/) and IPTC 7901 (https://iptc.org/standards/iptc-7901/)."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from extractors.article import DEFAULT_LANGUAGE, Article
from extractors.reading.feeds import attribute, child, local
from extractors.reading.markup import BLOCKS
from extractors.reading.records import ArticleError, article, from_text
from extractors.reading.sources import Source, decoded, whole
from extractors.reading.wording import wording

MESSAGES = ("newsMessage", "newsItem", "packageItem", "newsML")
# Start of header, start of text, end of text, end of transmission.
HEADER, TEXT, END = "\x01", "\x02", "\x03"
# "dpa", "afp" at the end of the header's first line: service, number, priority, category, words, keyword, source, number.
AGENCY = re.compile(r"\s([a-zA-Z]{2,12})\s+\d{3,4}\s*$")
# The last line of a message: "241530 Sep 24" (day, hour and minute, month, year).
SENT = re.compile(r"\b(?P<day>[0-3]\d)\d{4}\s+(?P<month>[A-Za-zä]{3})\s+(?P<year>\d{2})\b")
# A title ends with this sign where the text begins.
TITLE_END = "="


def messages(root: Any, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """The news items of a NewsML-G2 message."""
    items = [node for node in root.iter() if local(node) == "newsItem"]
    if not items:
        raise ArticleError("no news item in this NewsML")
    for number, item in enumerate(items, start=1):
        try:
            yield f":{number}", article(_parts(item), f"{source.name}-{number}")
        except ArticleError as error:
            yield f":{number}", error


def _parts(item: Any) -> dict[str, str | None]:
    meta = next((node for node in item if local(node) == "itemMeta"), item)
    content = next((node for node in item if local(node) == "contentMeta"), item)
    inline = next((node for node in item.iter() if local(node) in ("inlineXML", "inlineData")), None)
    body = None if inline is None else next((node for node in inline.iter() if local(node) == "body"), inline)
    section = None if body is None else _main(body)
    provider = next((node for node in meta if local(node) == "provider"), None)
    language = next((attribute(node, "tag") for node in content if local(node) == "language"), attribute(item, "lang"))
    return {
        "id": attribute(item, "guid"),
        "text": "" if section is None else _text(section),
        "title": child(content, "headline"),
        "date": child(content, "contentCreated") or child(meta, "versionCreated") or child(meta, "firstCreated"),
        "outlet": child(content, "creditline")
        or ("" if provider is None else child(provider, "name") or attribute(provider, "literal")),
        "lang": language,
    }


def _main(body: Any) -> Any:
    """The part of a body that is the article: its main section where it says so."""
    return next(
        (node for node in body.iter() if "main" in (node.get("class") or "").split() or local(node) == "article"), body
    )


def _text(node: Any) -> str:
    """The text of an element, blocks with a blank line between them, without headers and lists of subjects."""
    if local(node) in ("header", "footer", "nav"):
        return node.tail or ""
    inside = (node.text or "") + "".join(_text(part) for part in node)
    name = local(node)
    framed = f"\n\n{inside}\n\n" if name in BLOCKS else "\n" if name == "br" else inside
    return framed + (node.tail or "")


def iptc7901(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """The messages of a wire: header, keywords, title up to "=", text, and in the last line day and hour."""
    found = [part for part in decoded(whole(stream)).split(HEADER) if part.strip()]
    for number, message in enumerate(found, start=1):
        name = source.name if len(found) == 1 else f"{source.name}-{number}"
        try:
            yield f":{number}" if len(found) > 1 else "", _message(message, name)
        except ArticleError as error:
            yield f":{number}", error


def _without_notes(text: str) -> str:
    """A text up to the agency's notes for editors ("# Notizblock")."""
    either = "|".join(map(re.escape, sorted(wording(DEFAULT_LANGUAGE)["notes"]))) or "(?!)"
    found = re.search(rf"^#*[ \t]*(?:{either})[ \t]*$", text, re.MULTILINE)
    return text[: found.start()] if found else text


def _message(message: str, name: str) -> Article:
    header, _, rest = message.partition(TEXT)
    text, _, end = rest.partition(END)
    text = _without_notes(text)
    title, sign, body = text.partition(f" {TITLE_END}\n")
    # Notes stand in brackets above the title: "(Berichtigung: …)", "(Vorschau)".
    notes = re.findall(r"^\s*\(([^()\n]*)\)\s*$", title, re.MULTILINE) if sign else []
    title = re.sub(r"^\s*\([^()\n]*\)\s*$", "", title, flags=re.MULTILINE) if sign else ""
    agency, sent = AGENCY.search(header.strip().split("\n")[0]), SENT.search(end)
    parts = {
        "title": " ".join(title.split()),
        "outlet": agency[1] if agency else "",
        "date": f"{sent['day']}. {sent['month']} 20{sent['year']}" if sent else "",
    }
    noted = "\n\n".join(f"({note})" for note in notes)
    return from_text(f"{noted}\n\n{body if sign else text}".strip(), name, parts)
