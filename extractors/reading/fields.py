"""What the parts of an article are called in tables and in records of all kinds, and how a user says it of others.

A name is looked for without its capitals, hyphens and underscores: `datePublished`, `date_published` and `Date-Published` are one.
"""

import re
from collections.abc import Iterable, Mapping

from extractors.reading.records import FIELDS, ArticleError

# The fullest text first. Where there is none of these, what is only the beginning of one.
TEXTS = (
    "text maintext articlehtml fulltext volltext textbody articlebody bodytext artikeltext originaltext plaintext contenthtml"
    " contenttext contentencoded body content article inhalt storytext story html"
).split()
TEASERS = "contentsnippet description summary teaser lead abstract firstsentence excerpt vorspann".split()
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": tuple(
        "id articleid artikelid nr guid urn entryid sophoraid externalid uuid storyid storiesid dokumentnummer an".split()
    ),
    "date": tuple(
        "date datum published publishedat datepublished datepublish publishingdate publishdate publicationdate pubdate isodate"
        " versioncreated firstpublished creationdate created createdat erschienen veröffentlicht erscheinungsdatum day tag updated"
        " documentname".split()
    ),
    "lang": tuple("lang language sprache medialanguage".split()),
    "title": tuple("title titel headline header überschrift schlagzeile topline documentname".split()),
    "url": tuple("url link adresse shareurl detailsweb provenance canonicalurl permalink weburl href".split()),
    "outlet": tuple(
        "outlet newsoutlet sourcename sitename medianame source quelle medium publisher zeitung creditline sourcedomain company"
        " provider".split()
    ),
}
REMARK = re.compile(r"\s*[\n(\[]")
SEPARATORS = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    """A name without capitals and separators."""
    return SEPARATORS.sub("", name).lower()


def user_fields(told: Iterable[str]) -> dict[str, str]:
    """The user's names by part, from `text=maintext,date=date_publish`. Raises `ArticleError` for an unknown part or no name."""
    found: dict[str, str] = {}
    for pair in (pair for one in told for pair in one.split(",") if pair.strip()):
        part, equals, name = (piece.strip() for piece in pair.partition("="))
        if part not in FIELDS or not equals or not name:
            raise ArticleError(f"--field {pair.strip()!r} is not PART=NAME with PART one of {', '.join(FIELDS)}")
        found[part] = name
    return found


def columns(header: Iterable[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """The place of each part of an article in a table's header; `chosen` are the user's own names. Raises `ArticleError` without a text."""
    names = list(header)
    by_name: dict[str, int] = {}
    for place, spelling in enumerate(names):
        by_name.setdefault(folded(spelling), place)
    for place, spelling in enumerate(names):
        # "text (Volltext)", "Datum [Tag]".
        by_name.setdefault(folded(REMARK.split(spelling, maxsplit=1)[0]), place)
    places: dict[str, int] = {}
    for part, known in {**NAMES, "text": (*TEXTS, *TEASERS)}.items():
        wanted = (folded(chosen[part]),) if part in chosen else known
        for name in wanted:
            if name in by_name:
                places.setdefault(part, by_name[name])
    for part, name in chosen.items():
        if part not in places:
            raise ArticleError(f"no column {name!r}; the header has {shown(names)}")
    if "text" not in places:
        raise ArticleError(
            f"no column of texts in the header ({shown(names)}); call it text, or say which it is: --field text=NAME"
        )
    return places


def shown(names: Iterable[str]) -> str:
    """Names for a message."""
    told = [name.strip()[:40] for name in names]
    return ", ".join(told[:15]) + (", …" if len(told) > 15 else "") or "nothing"
