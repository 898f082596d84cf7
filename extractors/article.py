"""The article: what step 1 (read) makes and every later step refers to."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """A news article. All character offsets of mentions and evidence count in `text`; `date` is the day of publication or None."""

    id: str
    text: str
    date: date | None = None
    lang: str = "de"
    title: str | None = None
    url: str | None = None
