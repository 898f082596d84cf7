"""RSS 2.0, RSS 1.0 and Atom files (https://www.rssboard.org/rss-specification, RFC 4287): an article an entry."""

from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from extractors.article import Article
from extractors.reading.markup import plain_text
from extractors.reading.records import ArticleError, article
from extractors.reading.sources import whole

# The texts of an entry, the fullest first, by local name.
TEXTS = ("encoded", "content", "description", "summary")
DATES = ("pubDate", "published", "updated", "date")


def feed(stream: BinaryIO, name: str) -> Iterator[tuple[str, Article | ArticleError]]:
    """The entries of a feed. Entities and document types are refused: they can blow up and read files."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(whole(stream), forbid_dtd=True)
    except DefusedXmlException as error:
        raise ArticleError("this XML declares entities, which are refused") from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise ArticleError(f"broken XML: {error}") from error
    entries = [node for node in root.iter() if _local(node) in ("item", "entry")]
    if not entries:
        raise ArticleError("no entries in this XML; it is no feed")
    channel = next((node for node in root.iter() if _local(node) in ("channel", "feed")), root)
    outlet, lang = _child(channel, "title"), _child(channel, "language") or _attribute(root, "lang")
    for number, entry in enumerate(entries, start=1):
        where = f":{number}"
        try:
            yield where, article(_parts(entry, outlet, lang), f"{name}-{number}")
        except ArticleError as error:
            yield where, error


def _parts(entry: Any, outlet: str, lang: str) -> dict[str, str | None]:
    texts = {_local(node): "".join(node.itertext()) for node in entry if _local(node) in TEXTS}
    link = next(
        (
            node.get("href") or node.text or ""
            for node in entry
            if _local(node) == "link" and node.get("rel") in (None, "alternate")
        ),
        "",
    )
    return {
        "id": _child(entry, "guid") or _child(entry, "id") or link.strip(),
        "text": plain_text(next((texts[name] for name in TEXTS if texts.get(name, "").strip()), "")),
        "title": plain_text(_child(entry, "title")),
        "date": next((found for name in DATES if (found := _child(entry, name))), ""),
        "url": link.strip(),
        "outlet": outlet,
        "lang": lang,
    }


def _local(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _child(node: Any, name: str) -> str:
    return next(("".join(child.itertext()).strip() for child in node if _local(child) == name), "")


def _attribute(node: Any, name: str) -> str:
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), "")
