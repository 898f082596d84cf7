"""RSS 2.0, RSS 1.0 and Atom files (https://www.rssboard.org/rss-specification, RFC 4287): an article an entry."""

from collections.abc import Iterator
from typing import Any

from extractors.article import Article
from extractors.reading.markup import plain_text
from extractors.reading.records import ArticleError
from extractors.reading.shapes import read_record
from extractors.reading.sources import Source

# The texts of an entry, the fullest first, by local name.
TEXTS = ("encoded", "content", "description", "summary")
DATES = ("pubDate", "published", "updated", "date")
ENTRIES = ("item", "entry")


def feed(root: Any, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """The entries of a feed."""
    channel = next((node for node in root if local(node) == "channel"), root)
    # An entry inside an entry is none: its text would be read as often as it is deep.
    entries = [node for holder in dict.fromkeys((channel, root)) for node in holder if local(node) in ENTRIES]
    if not entries:
        raise ArticleError("no entries in this XML; it is no feed")
    outlet, lang = child(channel, "title"), child(channel, "language") or attribute(root, "lang")
    for number, entry in enumerate(entries, start=1):
        where = f":{number}"
        try:
            yield where, read_record(_parts(entry, outlet, lang), f"{source.name}-{number}")
        except ArticleError as error:
            yield where, error


def _parts(entry: Any, outlet: str, lang: str) -> dict[str, str | None]:
    texts = {local(node): "".join(node.itertext()) for node in entry if local(node) in TEXTS}
    link = next(
        (
            node.get("href") or node.text or ""
            for node in entry
            if local(node) == "link" and node.get("rel") in (None, "alternate")
        ),
        "",
    )
    return {
        "id": child(entry, "guid") or child(entry, "id") or attribute(entry, "about") or link.strip(),
        "text": plain_text(next((texts[name] for name in TEXTS if texts.get(name, "").strip()), "")),
        "title": plain_text(child(entry, "title")),
        "date": next((found for name in DATES if (found := child(entry, name))), ""),
        "url": link.strip() or attribute(entry, "about"),
        "outlet": outlet,
        "lang": lang,
    }


def local(node: Any) -> str:
    """The name of an element without its namespace."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def child(node: Any, name: str) -> str:
    """The text of the first child of that name, or ""."""
    return next(("".join(child.itertext()).strip() for child in node if local(child) == name), "")


def attribute(node: Any, name: str) -> str:
    """The value of the attribute of that name, whatever its namespace, or ""."""
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")
