"""Mentions of a tree in words, so that a test shows all of each."""

from datetime import date

from spacy.tokens import Doc

from extractors.mention import Mention
from tests.extractors.trees import DAY, tree


def noted(doc: Doc) -> list[str]:
    """The mentions of a tree, as `Frankreichs Präsident: office Emmanuel Macron for Frankreich 0.9, why` with German names."""
    return [_words(doc, mention) for mention in doc._.mentions]


def _words(doc: Doc, mention: Mention) -> str:
    actors = " + ".join(actor.label("de") for actor in mention.actors)
    serves = f" for {mention.represents.label('de')}" if mention.represents else ""
    place = " place" if mention.place else ""
    why = f", {mention.why}" if mention.why else ""
    surface = doc.text[mention.begin : mention.end]
    return f"{surface}: {mention.kind} {actors}{serves}{place} {round(mention.confidence, 3)}{why}"


def read(text: str, day: str = "") -> list[str]:
    """The mentions of the tree written in `text`, published on a day (`DAY` where none is given, `never` for no date)."""
    return noted(tree(text, None if day == "never" else date.fromisoformat(day) if day else DAY))


def about(word: str, text: str, day: str = "") -> list[str]:
    """The mentions whose text ends in a word, as `read` gives them, without that text."""
    return [said.partition(": ")[2] for said in read(text, day) if said.partition(": ")[0].endswith(word)]
