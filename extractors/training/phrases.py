"""Noun phrases of the generated trees: names, titles with names, states, organisations, in four cases."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from ontology.actor import ActorKind
from ontology.whoswho import Holding, WhosWho

# The trees are German.
LANGUAGE = "de"
DETERMINERS = {"nom": "der", "acc": "den", "dat": "dem", "gen": "des"}
FEMININE = {"nom": "die", "acc": "die", "dat": "der", "gen": "der"}
WITH_ARTICLE = {
    **dict.fromkeys(("Ukraine", "Türkei", "Schweiz", "Slowakei", "Mongolei"), "f"),
    **dict.fromkeys(("Iran", "Irak", "Libanon", "Jemen", "Sudan"), "m"),
    **dict.fromkeys(("USA", "Niederlande", "Philippinen"), "p"),
}
PLURAL = {"nom": "die", "acc": "die", "dat": "den", "gen": "der"}


@dataclass
class Phrase:
    """Tokens with heads inside the phrase: `rows` are (form, upos, head, label, entity), the head's own head being -1."""

    rows: list[tuple[str, str, int, str, str]] = field(default_factory=list)
    plural: bool = False

    @property
    def head(self) -> int:
        """The position of the phrase's head."""
        return next(i for i, row in enumerate(self.rows) if row[2] == -1)

    def prefixed(self, form: str, upos: str, label: str) -> "Phrase":
        """The phrase with one more token in front that hangs on its head: a preposition or a determiner."""
        shifted = [(f, u, h + 1 if h >= 0 else -1, d, e) for f, u, h, d, e in self.rows]
        return Phrase([(form, upos, self.head + 1, label, "O"), *shifted], self.plural)


def name(words: Sequence[str]) -> Phrase:
    """A person's name: the first word is the head."""
    return Phrase(
        [
            (w, "PROPN", -1 if i == 0 else 0, "" if i == 0 else "flat", "B-PER" if i == 0 else "I-PER")
            for i, w in enumerate(words)
        ]
    )


def titled(title: str, words: Sequence[str]) -> Phrase:
    """Title and name: the title is the head, the name its apposition."""
    rows = [(title, "NOUN", -1, "", "O")]
    rows += [
        (w, "PROPN", 0 if i == 0 else 1, "appos" if i == 0 else "flat", "B-PER" if i == 0 else "I-PER")
        for i, w in enumerate(words)
    ]
    return Phrase(rows)


class Phrases:
    """Draws noun phrases from the who's-who."""

    def __init__(self, whoswho: WhosWho, draw: random.Random) -> None:
        """`draw` decides; the same seed gives the same phrases."""
        self.whoswho = whoswho
        self.draw = draw
        self.holdings: list[Holding] = sorted(
            (
                h
                for held in whoswho.careers.values()
                for h in held
                if h.of in whoswho.actors and (titles := h.titled(LANGUAGE)) and " " not in titles[0]
            ),
            key=lambda h: (h.person, h.start),
        )
        self.states = sorted(
            (a for a in whoswho.actors.values() if a.kind is ActorKind.STATE and " " not in a.label(LANGUAGE)),
            key=lambda a: a.id,
        )
        self.organisations = sorted(
            (
                a
                for a in whoswho.actors.values()
                if a.kind in (ActorKind.ORGANISATION, ActorKind.GROUP) and " " not in a.label(LANGUAGE)
            ),
            key=lambda a: a.id,
        )
        self.adjectives: dict[str, str] = {}
        for adjective, state in whoswho.words(LANGUAGE).adjectives.items():
            self.adjectives.setdefault(state, adjective)

    def actor(self, case: str) -> Phrase:
        """A person, state or organisation as an argument in a case."""
        kind = self.draw.random()
        if kind < 0.62:
            return self.person(case)
        return self.state(case) if kind < 0.88 else self.organisation(case)

    def person(self, case: str) -> Phrase:
        """A person: surname, full name, title and name, with state adjective, with genitive, or the office alone."""
        holding = self.draw.choice(self.holdings)
        words = self.whoswho.actors[holding.person].label(LANGUAGE).split()
        title = self.draw.choice([t for t in holding.titled(LANGUAGE) if " " not in t])
        adjective = self.adjectives.get(holding.of)
        kind = self.draw.random()
        if kind < 0.34:
            return name(words[-1:])
        if kind < 0.42:
            return name(words)
        inflected = _weak(title) if case != "nom" else title
        if kind < 0.6:
            return titled(title, words if self.draw.random() < 0.6 else words[-1:])
        if kind < 0.86 and adjective:
            feminine = holding.sex == "f"
            ending = "e" if case == "nom" or (feminine and case == "acc") else "en"
            phrase = (
                titled(title if feminine else inflected, words)
                if kind < 0.76
                else Phrase([(title if feminine else inflected, "NOUN", -1, "", "O")])
            )
            article = (FEMININE if feminine else DETERMINERS)[case]
            return phrase.prefixed(adjective + ending, "ADJ", "amod").prefixed(article, "DET", "det")
        if kind < 0.92:
            feminine = holding.sex == "f"
            office = Phrase([(title if feminine else inflected, "NOUN", -1, "", "O")])
            return office.prefixed((FEMININE if feminine else DETERMINERS)[case], "DET", "det")
        state = self.whoswho.actors[holding.of].label(LANGUAGE)
        if " " in state or state.endswith(("s", "x", "z", "A")) or state in WITH_ARTICLE:
            return titled(title, words)
        phrase = titled(inflected, words if self.draw.random() < 0.7 else words[-1:])
        shifted = [(f, u, h + 1 if h >= 0 else -1, d, e) for f, u, h, d, e in phrase.rows]
        return Phrase([(state + "s", "PROPN", 1, "nmod", "B-LOC"), *shifted])

    def state(self, case: str) -> Phrase:
        """A state, with its article where it has one."""
        chosen = self.draw.choice(self.states).label(LANGUAGE)
        gender = WITH_ARTICLE.get(chosen, "")
        phrase = Phrase([(chosen, "PROPN", -1, "", "B-LOC")], plural=gender == "p")
        if not gender:
            return phrase
        article = {"f": FEMININE, "m": DETERMINERS, "p": PLURAL}[gender][case]
        return phrase.prefixed(article, "DET", "det")

    def organisation(self, case: str) -> Phrase:
        """An organisation or armed group, mostly with a feminine article (*die Nato*, *der Hamas*)."""
        chosen = self.draw.choice(self.organisations).label(LANGUAGE)
        phrase = Phrase([(chosen, "PROPN", -1, "", "B-ORG")])
        return phrase.prefixed(FEMININE[case], "DET", "det") if self.draw.random() < 0.7 else phrase


def _weak(title: str) -> str:
    """The title in an oblique case: weak nouns take -en (*Präsidenten*), the rest stay (*Außenminister*)."""
    if title.endswith(("präsident", "Präsident", "Regent", "Monarch", "monarch")):
        return title + "en"
    return title + "n" if title.endswith(("gesandter", "beauftragter")) else title
