"""What language a text is in, where that is clear: an English article must not be half parsed as a German one."""

import re
from functools import lru_cache
from typing import Any

from extractors.languages import ROOMS

LANGUAGES = tuple(sorted(ROOMS))
# Shorter texts are too often taken for Frisian or Luxembourgish.
WORDS = 8
# By how much another language must be likelier, in natural logarithms.
CLEAR = 40.0
# Names that a message needs; others show their code.
NAMES = {
    "de": "German",
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "ru": "Russian",
    "uk": "Ukrainian",
    "tr": "Turkish",
    "zxx": "a text in no language",
}
# What is meant by two letters, as other programs write it.
WRITTEN = {"de": "deu ger deutsch german", "en": "eng englisch english"}


def code(told: str) -> str:
    """The two letters of a language: of `de-AT`, `de_DE`, `deu`, `German`; what is unknown as it is, in lower case."""
    lang = told.strip().lower()
    return next(
        (known for known, names in WRITTEN.items() if lang in names.split()), re.split("[-_]", lang, maxsplit=1)[0]
    )


@lru_cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def foreign(text: str, expected: str) -> str | None:
    """The code of the language that a text clearly is in instead of the expected one, or None (py3langid: Lui and Baldwin 2012).

    The first 5,000 characters decide.
    """
    start = text[:5000]
    if len(start.split()) < WORDS:
        return None
    ranked = dict(_identifier().rank(start))
    best = max(ranked, key=lambda code: ranked[code])
    return None if best == expected or ranked[best] - ranked[expected] < CLEAR else str(best)


def named(code: str) -> str:
    """The language's English name, or its code."""
    return NAMES.get(code, code)
