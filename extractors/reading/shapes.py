"""JSON of any shape: where the articles are in it, and what their parts are called.

Known by their fields, not by their makers: newsapi.org, Tagesschau's API, presseportal, dpa digitalwires, JSON Feed, rss-parser,
fundus, news-please, Scrapy, WordPress, mediacloud, and whatever is alike.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from extractors.article import Article
from extractors.reading.fields import NAMES, TEASERS, TEXTS, folded, shown
from extractors.reading.prose import prose
from extractors.reading.records import FIELDS, ArticleError, article

# Objects in which a record keeps its text and title.
WRAPPED = ("content", "article", "attributes", "_source", "fields", "post", "data")
# What is no article may hold them so deep.
DEEPEST = 5
# "… [+3436 chars]": what an interface leaves of a text.
# A headline with fewer words says nothing: "Politik".
HEADLINE = 3
CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\s?\d+ [a-zA-Z]+\]\s*\Z")
CUT_LENGTH = 60
ADDRESS = re.compile(r"\Ahttps?://(?:www\.)?")
# dpa's states of a message: https://cv.iptc.org/newscodes/pubstatusg2/
WITHDRAWN = frozenset(("canceled", "withheld"))
ENDING = re.compile(r"\s+[-–|]\s+(?P<outlet>[^-–|]+)\Z")
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Around:
    """What the object around the records says of all of them."""

    outlet: str = ""
    lang: str = ""


def articles(value: Any, name: str, chosen: Mapping[str, str]) -> Iterator[tuple[str, Article | ArticleError]]:
    """The articles of a JSON value, each with its number; `chosen` are the user's names of parts, with dots for a path.

    A record without an id has its address as one, where no other record has it, else `name` and its number. Raises `ArticleError`,
    with the fields that there are, where no record has a text.
    """
    found = list(_records(value, chosen, Around()))
    if not found:
        raise ArticleError(unknown(value))
    addresses = Counter(_parts(record, chosen, around).get("url") for record, around in found)
    for number, (record, around) in enumerate(found, start=1):
        try:
            parts = _parts(record, chosen, around)
            unique = parts.get("url") if addresses[parts.get("url")] == 1 else None
            yield f":{number}", read_record(parts, unique or (name if len(found) == 1 else f"{name}-{number}"))
        except ArticleError as error:
            yield f":{number}", error


def read_record(parts: dict[str, str | None], identifier: str) -> Article:
    """The article of a record's parts. Raises `ArticleError`."""
    text, title = parts.get("text") or "", parts.get("title") or ""
    if parts.get("withdrawn"):
        raise ArticleError("the agency has withdrawn it")
    warnings = []
    if cut := CUT.search(text, max(0, len(text) - CUT_LENGTH)):
        text = text[: cut.start()]
        warnings.append("only the beginning of the text is in this record")
    ending = ENDING.search(title)
    if ending and folded(ending["outlet"]) == folded(parts.get("outlet") or ""):
        title = title[: ending.start()]
    if not text.strip() and len(title.split()) >= HEADLINE:
        text = title
        warnings.append("only a headline is in this record")
    made = article(parts | {"text": text, "title": title}, identifier)
    return replace(made, warnings=(*made.warnings, *warnings)) if warnings else made


def record_parts(record: Record, chosen: Mapping[str, str]) -> dict[str, str | None]:
    """The parts of one record. Raises `ArticleError`, with its fields, where it has no text and no title."""
    parts = _parts(record, chosen, Around())
    known = any(folded(name) in TEXTS for name in unwrapped(record)) or "text" in chosen
    if not (known or parts.get("text") or parts.get("title")):
        raise ArticleError(
            f'no "text" in this record; its fields are: {shown(record)}; say which it is: --field text=NAME'
        )
    return parts


def unknown(value: Any) -> str:
    """What is said of JSON without articles."""
    example = value[0] if isinstance(value, list) and value else value
    fields = f"its fields are: {shown(_paths(example))}" if isinstance(example, dict) else "it holds no objects"
    return f"no articles in this JSON; {fields}; say which is the text: --field text=NAME,date=NAME"


def _paths(record: Record) -> Iterator[str]:
    for name, value in record.items():
        nested = value[0] if isinstance(value, list) and value else value
        if isinstance(nested, dict):
            yield from (f"{name}.{inner}" for inner in nested)
        else:
            yield name


def _records(
    value: Any, chosen: Mapping[str, str], around: Around, depth: int = 0, *, listed: bool = False
) -> Iterator[tuple[Record, Around]]:
    """The records in a value, from outside to inside: what is an article is not searched for others."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        inside = [list(_records(one, chosen, around, depth + 1, listed=True)) for one in value]
        for one, found in zip(value, inside, strict=True):
            # Beside articles, a record without a text is named; alone it is no list of articles.
            yield from found or ([(one, around)] if any(inside) and isinstance(one, dict) else [])
    elif isinstance(value, dict):
        whole = unwrapped(value)
        if _text(whole, TEXTS, chosen):
            yield value, around
            return
        mine = Around(
            _part(whole, "outlet") or _part(whole, "title") or around.outlet, _part(whole, "lang") or around.lang
        )
        held = [found for part in value.values() for found in _records(part, chosen, mine, depth + 1)]
        if held:
            yield from held
        elif "text" not in chosen and _announces(whole, listed):
            yield value, around


def _announces(record: Record, listed: bool) -> bool:
    """Whether a record without a text may be an article all the same: a teaser or a headline that says when or where it appeared."""
    told = _text(record, TEASERS, {}) or len(_part(record, "title").split()) >= HEADLINE
    return bool(told and (_part(record, "date") or (listed and _part(record, "url"))))


def unwrapped(record: Record) -> Record:
    """A record with the fields of the object in which it keeps text and title."""
    for name in WRAPPED:
        inner = record.get(name)
        if isinstance(inner, dict) and any(folded(key) in (*TEXTS, "title", "headline") for key in inner):
            return {key: value for key, value in record.items() if key != name} | inner
    return record


def _parts(record: Record, chosen: Mapping[str, str], around: Around) -> dict[str, str | None]:
    whole = unwrapped(record)
    parts: dict[str, str | None] = {part: _part(whole, part) for part in FIELDS if part != "text"}
    parts["text"] = _text(whole, TEXTS, {}) or _text(whole, TEASERS, {})
    for part, path in chosen.items():
        parts[part] = _at(record, path) if part == "text" else _line(_found(record, path))
    parts["outlet"] = ADDRESS.sub("", parts["outlet"] or around.outlet).rstrip("/")
    parts["withdrawn"] = "yes" if str(whole.get("pubstatus", "")).lower() in WITHDRAWN else ""
    parts["lang"] = parts["lang"] or around.lang
    return parts


def _text(record: Record, names: list[str], chosen: Mapping[str, str]) -> str:
    if "text" in chosen:
        return _at(record, chosen["text"])
    by_name = {folded(key): value for key, value in reversed(record.items())}
    return next((text for name in names if name in by_name and (text := prose(by_name[name])).strip()), "")


def _part(record: Record, part: str) -> str:
    by_name = {folded(key): value for key, value in reversed(record.items())}
    return next((line for name in NAMES[part] if (line := _line(by_name.get(name)))), "")


def _line(value: Any) -> str:
    """A value that is one line: a text, a number, or the name or text of an object; of several the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = next(
            (value[name] for name in ("name", "title", "rendered", "$date", "$oid", "value", "#text") if name in value),
            None,
        )
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return f"{value:.0f}" if isinstance(value, float) and abs(value) < 1e18 else str(value).strip()


def _at(record: Record, path: str) -> str:
    return prose(_found(record, path))


def _found(value: Any, path: str) -> Any:
    """What stands at a path: `content.body`. A name with dots of its own goes first."""
    if not isinstance(value, dict):
        return None
    if path in value:
        return value[path]
    first, dot, rest = path.partition(".")
    return _found(value.get(first), rest) if dot else None
