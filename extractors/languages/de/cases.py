"""Which case a German phrase shows: by its pronoun, its article, or as a relative pronoun. Names show none (*traf Merz Macron*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.languages.cases import ACCUSATIVE, DATIVE, NOMINATIVE

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = {
    "er": NOMINATIVE,
    "wer": NOMINATIVE,
    "ihn": ACCUSATIVE,
    "wen": ACCUSATIVE,
    "ihm": DATIVE,
    "ihnen": DATIVE,
    "denen": DATIVE,
}
RELATIVES = {"den": ACCUSATIVE, "dem": DATIVE, "denen": DATIVE}
ARTICLES = {
    **dict.fromkeys(("einen", "seinen", "ihren"), ACCUSATIVE),
    **dict.fromkeys(("einem", "dem", "seinem", "ihrem"), DATIVE),
}


def shown_case(token: Token, stands_for: Token | None) -> str:
    """The case that a pronoun or the article of a phrase shows beyond doubt, or ""; `stands_for` as in `Grammar.shown_case`."""
    if stands_for is not None:
        return _of_relative(token.lower_, stands_for)
    if token.pos_ == "PRON":
        return PRONOUNS.get(token.lower_, "")
    article = next((child.lower_ for child in token.children if child.dep_.startswith("det")), "")
    if "Sing" not in token.morph.get("Number", []):
        return ""
    if article == "den":
        return ACCUSATIVE
    if article == "der" and token.pos_ == "NOUN":
        gender = token.morph.get("Gender", [])
        return NOMINATIVE if "Masc" in gender else DATIVE if "Fem" in gender else ""
    return ARTICLES.get(article, "")


def _of_relative(form: str, noun: Token) -> str:
    if form == "der":
        # "die Türkei, der …" is dative, "die Staaten, der …" is no German.
        masculine = "Fem" not in noun.morph.get("Gender", []) and "Plur" not in noun.morph.get("Number", [])
        return NOMINATIVE if masculine else ""
    return RELATIVES.get(form, "")
