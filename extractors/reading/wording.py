"""The words by which reading tells a byline from a heading, of the article's language (`layout.tsv` of its room)."""

from collections.abc import Mapping
from functools import lru_cache

from extractors.languages import ROOMS, language
from extractors.languages.tables import pairs


@lru_cache
def wording(lang: str) -> Mapping[str, frozenset[str]]:
    """Words by the name of what they tell; none for a language without a room."""
    if lang not in ROOMS:
        return _Nothing()
    table = pairs(language(lang).folder, "layout.tsv")
    return _Nothing(
        {name: frozenset(word.replace("_", " ") for word in words.split()) for name, words in table.items()}
    )


class _Nothing(dict[str, frozenset[str]]):
    """Words by name; what a language does not have is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()
