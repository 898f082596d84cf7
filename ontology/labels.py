"""Texts by language (ISO 639-1): which one a reader of some language gets."""

from collections.abc import Mapping

# What stands in where a language has no text.
FALLBACK = "en"


def in_language(texts: Mapping[str, str], lang: str, otherwise: str = "") -> str:
    """The text in a language, else in English, else in the first language that has one; `otherwise` where there is no text at all."""
    found = texts.get(lang) or texts.get(FALLBACK)
    return found or next((texts[other] for other in sorted(texts) if texts[other]), otherwise)
