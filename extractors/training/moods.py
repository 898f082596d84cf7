"""Mood and tense of finite verbs by their form, where a treebank leaves them undecided.

HDT marks every subjunctive as indicative present (*sei*, *könne*, *würde*), and a third of its weak preterites as present
(*sagte*). German forms decide it: no indicative present of the third person singular ends in *-e*, and no present is the
stem with *-te* (Duden, Die Grammatik, "Konjugation").
"""

import re

from spacy.tokens import Doc, Token

# Second subjunctives that are no preterite too; *sollte* and *wollte* are both, and stay preterites.
SECOND_SUBJUNCTIVE = re.compile(
    r"(hätt|wär|würd|könnt|müsst|müßt|dürft|möcht|käm|gäb|bräucht|nähm|fänd|läg|stünd|wüsst|wüßt)(e|en|est|et|t)",
    re.IGNORECASE,
)
FIRST_OF_SEIN = frozenset(("sei", "seien"))
STEM = re.compile(r"e?n$")


def decided(form: str, lemma: str, features: dict[str, str]) -> dict[str, str]:
    """The features with mood and tense as the form has them; unchanged where the form does not decide, or is not finite.

    `lemma` is the infinitive, with or without a separated particle in front.
    """
    if features.get("VerbForm") != "Fin" or features.get("Mood") == "Imp" or features.get("Person") == "2":
        return features
    word = form.lower()
    if SECOND_SUBJUNCTIVE.fullmatch(word):
        return features | {"Mood": "Sub", "Tense": "Past"}
    if word in FIRST_OF_SEIN:
        return features | {"Mood": "Sub", "Tense": "Pres"}
    stem = STEM.sub("", lemma.lower())
    if len(stem) < 2:
        return features
    # *teilte* of *mitteilen*: the particle stands elsewhere, so that the stem only ends like the form's.
    preterite = re.fullmatch(r"(\w{2,}?)(e?te)(n?)", word)
    if preterite and stem.endswith(preterite[1]) and features.get("Tense") != "Past":
        return features | {"Mood": "Ind", "Tense": "Past"}
    third = features.get("Person") == "3" and features.get("Number") == "Sing"
    if third and features.get("Tense") == "Pres" and word.endswith("e"):
        return features | {"Mood": "Sub"}
    return features


def decide(token: Token, lemma: str) -> None:
    """Give a token of a gold document the mood and tense of its form."""
    features = token.morph.to_dict()
    better = decided(token.text, lemma, features)
    if better != features:
        token.set_morph(better)  # type: ignore[attr-defined]  # missing in spaCy's stubs


def decide_all(doc: Doc) -> Doc:
    """The same document, each token by its own lemma."""
    for token in doc:
        decide(token, token.lemma_)
    return doc
