"""One article from its parts: what is cleaned, what is refused, and what is only doubtful."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from extractors.article import DEFAULT_LANGUAGE, Article
from extractors.reading.dates import DateError, published, shortened
from extractors.reading.languages import LANGUAGES, code, foreign, named
from extractors.reading.layout import paragraphs
from extractors.reading.openings import Opening, opening
from extractors.reading.repair import repaired
from ontology.errors import InputError

# "date 2025-09-04", on a line of its own or before the text on the same line.
HEADER = re.compile(r"\s*date[ \t:]+(\S+)\s*")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# "2025-09-04-wien", "20250904_wien", "wien_2025_09_04".
NAMED_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
# "den ukrainischen Staatschef in ."
LOST, MANY_LOST = re.compile(r"[^\W\d_] [.,](?=\s|\Z)"), 2
UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ud800-\udfff\u2028\u2029]")
# spaCy's own limit for one text, in characters: parsing needs about 1 GB for 100,000 tokens.
LONGEST = 1_000_000
LONGEST_LINE = 2_000
FIELDS = ("id", "text", "date", "lang", "title", "url", "outlet")


class ArticleError(InputError):
    """An input that is no article; the message is the reason and, where there is one, the way out."""


def article(
    parts: Mapping[str, str | None], identifier: str = "", *, untitled: bool = False, doubtful: bool = False
) -> Article:
    """The article of its parts (`FIELDS`), `identifier` where they have no id.

    The text is repaired and its layout read (`repair`, `layout`, `openings`); with `untitled` its headline is its title. A date that
    cannot be read as one day is left out with a warning; a `doubtful` one gives way to an earlier one in a line above the text.
    Raises `ArticleError` for an empty or too long text, and for a language without a pipeline, declared or clearly recognised.
    """
    lang = code(parts.get("lang") or DEFAULT_LANGUAGE)
    if lang not in LANGUAGES:
        raise ArticleError(f"language {shortened(lang)!r} has no pipeline yet; there is: {', '.join(LANGUAGES)}")
    title = _line(parts.get("title"))
    read = _opened(parts.get("text") or "", lang, title or "", untitled=untitled)
    text, warnings, day = "\n\n".join(read.paragraphs), read.warnings, None
    if not text:
        raise ArticleError("empty: there is no text in it")
    if len(text) > LONGEST:
        raise _too_long(text)
    if given := (parts.get("date") or "").strip():
        try:
            day = published(given)
        except DateError as error:
            warnings.append(f"{error}; built without a date")
    if read.date and (day is None or (doubtful and read.date < day.isoformat())):
        day = date.fromisoformat(read.date)
        warnings.append(f"date {read.date} is from a line of the text")
    if (lost := len(LOST.findall(text))) >= MANY_LOST:
        warnings.append(f'words are missing in {lost} places (" ."), as where a crawler loses the texts of links')
    if other := foreign(text, lang):
        raise ArticleError(f"this is {named(other)}, not {named(lang)}; there is no pipeline for it yet")
    return Article(
        _identifier(parts.get("id") or identifier), text, day, lang, title or read.title or None, _address(parts.get("url")),
        _line(parts.get("outlet")), warnings=tuple(warnings), changes=tuple(sorted(read.found.items())),
    )  # fmt: skip


def _opened(text: str, lang: str, title: str, *, untitled: bool) -> Opening:
    """The paragraphs of a text as it came, and what stood around them."""
    # NFC can lengthen a text by a third at most: what is far too long is not repaired first.
    if len(text) > 2 * LONGEST:
        raise _too_long(text)
    whole, changes = repaired(text, lang)
    found, apart = paragraphs(UNSAFE.sub(" ", whole), lang)
    read = opening(found, lang, title, untitled=untitled)
    read.found.update(changes)
    if apart:
        read.found["lines set apart"] += apart
    return read


def from_text(text: str, identifier: str, parts: Mapping[str, str | None] | None = None) -> Article:
    """The article of a text file, its date from the header if there is one, else from a line above it or from the file's name.

    `parts` are what else is known of it. Raises `ArticleError`, also for a false date in the header.
    """
    length, day = dated_header(text)
    given = dict(parts or {}) | ({"date": day.isoformat()} if day else {})
    made = article(given | {"text": text[length:]}, identifier, untitled=True)
    return made if made.date else dated_by_name(made, identifier)


def dated_header(text: str) -> tuple[int, date | None]:
    """How long a header such as "date 2025-09-04" is, and its day; 0 and None without one. Raises `ArticleError` for a false day."""
    header = HEADER.match(text)
    return (header.end(), _iso(header[1])) if header and ISO_DAY.match(header[1]) else (0, None)


def dated_by_name(made: Article, name: str) -> Article:
    """The article with the day that its file's name holds, and a warning; unchanged where the name holds none."""
    found = NAMED_DAY.search(name)
    if not found:
        return made
    try:
        day = published("-".join(found.groups()))
    except DateError:
        return made
    return replace(made, date=day, warnings=(*made.warnings, f"date {day} is from the file's name"))


def _too_long(text: str) -> ArticleError:
    return ArticleError(f"{len(text):,} characters are more than the {LONGEST:,} of one article; split the file")


def _line(text: str | None) -> str | None:
    """A title or an outlet, repaired as the text is."""
    if not text:
        return None
    # Beyond a title's length nobody reads it, and a table of it fills a screen.
    return " ".join(_safe(repaired(text[:LONGEST_LINE], DEFAULT_LANGUAGE)[0]).split()) or None


def _address(text: str | None) -> str | None:
    return " ".join(_safe(text[:LONGEST_LINE]).split()).replace("&amp;", "&") or None if text else None


def _identifier(text: str) -> str:
    cleaned = " ".join(_safe(text).split())
    if not cleaned:
        raise ArticleError('empty "id"')
    if len(cleaned) > LONGEST_LINE:
        raise ArticleError(f"an id of {len(cleaned):,} characters; at most {LONGEST_LINE:,} are read")
    return cleaned


def _safe(text: str) -> str:
    """A text in NFC without control characters and lone surrogates, each replaced by a space so that words stay apart."""
    return UNSAFE.sub(" ", unicodedata.normalize("NFC", text))


def _iso(text: str) -> date:
    """The day of a header, which is the user's own: a false one is an error, not a doubt."""
    try:
        # A time after the day is let be: 2025-09-04T10:00:00+02:00.
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).date()
    except ValueError as error:
        raise ArticleError(f"date {text!r} is no ISO day such as 2025-09-04") from error
