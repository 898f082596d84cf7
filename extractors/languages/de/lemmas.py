"""Dictionary forms where German spelling and parts of speech decide between the dictionary and a guess."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def lemma(token: Token, forms: Mapping[str, str]) -> str:
    """The lemma of a noun, verb or adjective: the dictionary's where it is one of that part of speech, else the guessed one."""
    guess = token.lemma_
    if token.pos_ == "NOUN":
        known = forms.get(token.text, "")
        if known[:1].isupper():
            return known
    elif token.pos_ in ("VERB", "ADJ"):
        known = forms.get(token.text) or forms.get(token.lower_, "")
        if known[:1].islower() and (is_adjective(known, token.lower_) if token.pos_ == "ADJ" else known.endswith("n")):
            return known
    elif "ß" in guess and "ß" not in token.text:
        return guess.replace("ß", "ss")
    return guess


def is_adjective(known: str, form: str) -> bool:
    """Whether the dictionary means the adjective: *offen* of *offenen*, but not *füllen* of *gefüllten*, *führen* of *führend*."""
    return not known.endswith("n") or (form.startswith(known) and form[len(known) :][:1] != "d")
