"""How far an article bears out that a name which no table has is a political actor's.

The recogniser alone is no witness: it takes ships, towns and headlines for persons, and names every expert, reporter and victim. An
office or title is evidence enough, two bare mentions are, and what the text calls a town, a paper or a historian is none, however
often it comes.
"""

from spacy.tokens import Span

from extractors.languages import WordClasses

# What mentions must come to for an unlisted person to be an actor of the graph.
ENOUGH = 1.0
TITLED, BARE, NONE = 1.0, 0.5, -1.0
# A name of which nothing but the recogniser says that it is a person's.
GUESSED = 0.25
NOMINAL, COMMON = frozenset(("NOUN", "PROPN")), frozenset(("NOUN", "ADJ", "ADV", "VERB"))
# How many letters of inflection may follow a noun.
INFLECTED = 3


def support(name: Span, words: WordClasses, *, titled: bool, whole: bool, given: bool) -> float:
    """What one mention of an unlisted person's name tells: `TITLED`, `BARE`, or `NONE` where the text says that it is no actor.

    `whole` tells that the article has the whole name of which this may be the surname, `given` that it begins with a given name that the
    tables have.
    """
    root = name.root
    if titled:
        # A surname alone tells nobody from namesakes, nor a name from what only looks like one.
        return TITLED if len(name) > 1 or whole else NONE
    cases = {child.lower_ for child in root.children if child.dep_ == "case"}
    before = name.doc[name.start - 1] if name.start > name.sent.start else None
    if before is not None:
        cases.add(before.lower_)
    if cases & words["location-prepositions"]:
        return NONE
    if before is not None and before.is_quote:
        # "das Manöver »Arctic Defender«", "„Sleepy Joe“": what stands in quotation marks of its own is called so.
        behind = name.doc[name.end] if name.end < len(name.doc) else None
        if behind is not None and behind.is_quote:
            return NONE
    if any(word.lower_ in words["things"] for word in name):
        # "Mount McKinley", "Al Masirah TV"
        return NONE
    nouns = [child for child in root.children if child.dep_ == "appos" and child.pos_ == "NOUN"]
    nouns += [root.head] if root.dep_ in ("appos", "flat", "nmod") and root.head.i < name.start else []
    # "der Oligarch X", "X, ein Vertrauter des Präsidenten"
    described = any(noun.pos_ == "NOUN" for noun in nouns)
    nouns += [before] if before is not None else []
    kinds = (*words["bystanders"], *words["things"])
    if any(noun.pos_ in NOMINAL and is_one(noun.lower_, kinds) for noun in nouns):
        return NONE
    # "Turk Stream", "Ain Zara": neither a given name that the tables have, nor a word on who it is.
    return BARE if (given or described) and all(word.pos_ not in COMMON for word in name) else GUESSED


def is_one(noun: str, kinds: tuple[str, ...]) -> bool:
    """Whether a noun is or ends in one of these, inflected or not: *Militärexperten*, *Hafenstadt*."""
    return any((at := noun.rfind(kind)) >= 0 and len(noun) - at - len(kind) <= INFLECTED for kind in kinds)
