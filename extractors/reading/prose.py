"""The text of an article that a record holds in pieces: paragraphs, blocks with their kinds, sections with headings."""

from collections.abc import Iterator
from typing import Any

# Blocks of a page that are no part of the article's text.
BESIDE = frozenset(
    "image imagegallery gallery video audio box related htmlembed embed socialmedia quiz ad advertisement newsletter infobox".split()
)
# Where a block has its text.
INSIDE = ("value", "text", "rendered", "html", "content", "paragraphs", "paragraph")
# Deeper nesting is no text.
DEEPEST = 6


def prose(value: Any, depth: int = 0) -> str:
    """The text of a value, paragraphs with a blank line between them; "" where it holds none.

    Read are texts; lists of them; blocks such as `{"type": "text", "value": …}` (Tagesschau, NZZ), without pictures and boxes;
    `{"summary": […], "sections": [{"headline": […], "paragraphs": […]}]}` (fundus); `{heading: [paragraphs]}` (crawlers).
    """
    return "\n\n".join(part for part in _parts(value, depth) if part.strip())


def _parts(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth > DEEPEST:
        return
    elif isinstance(value, list):
        for one in value:
            yield prose(one, depth + 1)
    elif isinstance(value, dict):
        yield from _block(value, depth)


def _block(block: dict[str, Any], depth: int) -> Iterator[str]:
    kind = block.get("type")
    if isinstance(kind, str) and kind.replace("_", "").lower() in BESIDE:
        return
    if "sections" in block or "paragraphs" in block:
        for name in ("summary", "headline", "paragraphs", "sections"):
            yield prose(block.get(name), depth + 1)
        return
    inside = next((block[name] for name in INSIDE if name in block), None)
    if inside is not None:
        yield prose(inside, depth + 1)
    elif all(isinstance(part, list) and all(isinstance(one, str) for one in part) for part in block.values()):
        for heading, paragraphs in block.items():
            if paragraphs:
                yield heading
                yield prose(paragraphs, depth + 1)
