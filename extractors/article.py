"""The article: what step 1 (read) makes and every later step refers to."""

import datetime
from dataclasses import dataclass

# The language (ISO 639-1) of articles and pipelines of which nothing else is said.
DEFAULT_LANGUAGE = "de"


@dataclass(frozen=True, slots=True)
class Article:
    """A news article. All character offsets of mentions and evidence count in `text`; `date` is the day of publication or None.

    `outlet` is who published it. `copy_of` is the id of an earlier article with (nearly) the same text: both are attributed, and
    count as one report; by the `fingerprint` of an article that is no copy later ones are recognised. `warnings` are what reading
    it left doubtful, `changes` what was repaired in the text as it came, with how often: ("invisible characters", 3).
    """

    id: str
    text: str
    date: datetime.date | None = None
    lang: str = DEFAULT_LANGUAGE
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    copy_of: str | None = None
    fingerprint: str = ""
    warnings: tuple[str, ...] = ()
    changes: tuple[tuple[str, int], ...] = ()
