"""The text inside markup, paragraphs kept apart; for fragments such as feeds, records and Markdown have, not for whole pages.

Read in one pass whose time grows with the length alone: what is opened and never closed costs no second look
(html.parser of older Pythons is quadratic there, and ends in an assertion at `<![Bild]`).
"""

import re
from collections.abc import Iterator
from html import unescape

BLOCKS = frozenset(
    "p div ul ol li h1 h2 h3 h4 h5 h6 tr table blockquote pre section article header footer hr figure figcaption dl dt dd".split()
)
SILENT = frozenset("script style noscript template iframe object svg head".split())
INLINE = frozenset(
    "a abbr b big body br center cite code del em font html i img ins kbd mark meta q s small span strike strong sub sup td th u".split()
)
TAGS = BLOCKS | SILENT | INLINE
# Where a tag begins, or something that is none: comments, declarations, marked sections.
OPENING = re.compile(r"<(?:(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:]{0,30})(?=[\s/>])|(?P<odd>[!?]))")
# "<![if IE]>", "<![Bild]".
SECTION = re.compile(r"<!\[[^\[\]<>]{0,200}\]>?")
# A tag with more is none: an address in an attribute is long, but not so long.
LONGEST_TAG = 20_000
# A fragment in which text is marked up: only names of tags that HTML has, so that "a < b und b > c" stays as it is.
MARKED_UP = re.compile(rf"</?(?:{'|'.join(sorted(TAGS))})(?:\s[^<>]{{0,4000}})?\s?/?>", re.IGNORECASE)


def plain_text(markup: str) -> str:
    """The words of an HTML fragment, blocks with a blank line between them and `<br>` as a line break; scripts and styles left out."""
    return unescape("".join(_parts(markup))).strip()


def _parts(markup: str) -> Iterator[str]:
    at, silent = 0, ""
    end_of = _Ends(markup)
    while found := OPENING.search(markup, at):
        if not silent:
            yield markup[at : found.start()]
        if found["odd"]:
            inside, at = end_of.odd(found.start())
            if not silent:
                yield inside
            continue
        end = end_of(">", found.end())
        if end < 0 or end - found.start() > LONGEST_TAG:
            # Never closed: the bracket is text.
            if not silent:
                yield "<"
            at = found.start() + 1
            continue
        name, at = found["name"].lower(), end + 1
        if name in SILENT and not silent and not found["close"] and markup[end - 1] != "/":
            # Without an end all that follows would be silent, as in a browser.
            silent = name
        elif found["close"] and name == silent:
            silent = ""
        elif not silent:
            yield "\n" if name == "br" else "\n\n" if name in BLOCKS else ""
    if not silent:
        yield markup[at:]


class _Ends:
    """Where something ends, each sign searched for once beyond the last place where there is none."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.known: dict[str, int] = {}

    def __call__(self, sign: str, start: int) -> int:
        """The place of the sign from `start` on, or -1."""
        known = self.known.get(sign, 0)
        if (known >= 0 and known < start) or sign not in self.known:
            known = self.known[sign] = self.markup.find(sign, start)
        return known

    def odd(self, start: int) -> tuple[str, int]:
        """What a comment, a declaration or a marked section holds for the reader, and where it is over."""
        markup = self.markup
        for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>")):
            if markup.startswith(opening, start):
                end = self(closing, start + len(opening))
                if end < 0:
                    return "", start + len(opening)
                inside = markup[start + len(opening) : end] if opening == "<![CDATA[" else ""
                return inside, end + len(closing)
        if section := SECTION.match(markup, start):
            return "", section.end()
        end = self(">", start)
        return ("<", start + 1) if end < 0 or end - start > LONGEST_TAG else ("", end + 1)
