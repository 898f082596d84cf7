"""Gaps: a second pair of actors that shares the verb of the first (*Merz reiste nach Ankara, Macron nach Kairo*).

What stands behind the comma is a clause without its verb (Duden, "Gapping"): one bare name, and one phrase of the form of an end that
the verb has already. A parser that knows no such clause hangs both on the verb or on the name before.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.lexicon import Lexicon
from extractors.mention import Mention

# What may stand between or before the two names.
WITHIN = frozenset(("DET", "ADJ", "ADP", "NOUN"))
# What opens a second clause.
OPENING = frozenset((",", ";"))
# Slots of ends that have no preposition.
BARE = frozenset(("obj", "dat"))


@dataclass(frozen=True, slots=True)
class Gap:
    """The two names of a clause without a verb, and the preposition before the second ("" without one)."""

    first: Token
    second: Token
    preposition: str

    def fits(self, slot: str) -> bool:
        """Whether the second name has the form of an end in a slot of the verb."""
        return slot == self.preposition if self.preposition else slot in BARE

    def holds(self, token: int) -> bool:
        """Whether a token is one of the two names."""
        return token in (self.first.i, self.second.i)


def gaps(verb: Token, mentions: Mapping[int, Mention], lexicon: Lexicon) -> Iterator[Gap]:
    """The clauses behind a verb's that lack one."""
    sentence = verb.sent
    opened = [t.i for t in sentence if t.i > verb.i and (t.text in OPENING or t.pos_ == "CCONJ")]
    if not opened:
        return
    ends = [*opened[1:], next((t.i for t in reversed(sentence) if t.is_punct), sentence.end)]
    for start, end in zip(opened, ends, strict=True):
        if found := _gap(sentence.doc[start + 1 : end], mentions, lexicon):
            yield found


def _gap(tokens: Iterable[Token], mentions: Mapping[int, Mention], lexicon: Lexicon) -> Gap | None:
    tokens = list(tokens)
    heads = [t for t in tokens if (m := mentions.get(t.i)) and m.actors and m.token == t.i]
    if len(heads) != 2 or heads[0].dep_ == "nmod" or _is_genitive(heads[1], heads[0]):
        return None
    first, second = heads
    named = (mentions[first.i], mentions[second.i])
    covered = {t.i for t in tokens if any(m.begin <= t.idx < m.end for m in named)}
    between = [t for t in tokens if first.i < t.i < second.i and t.i not in covered]
    loose = [t for t in tokens if t.i not in covered and t.dep_ not in ("flat", "appos")]
    if any(t.pos_ not in WITHIN for t in loose) or any(t.pos_ == "ADP" for t in loose if t.i < first.i):
        return None
    if any(t.i > second.i for t in loose):
        return None
    before = [t.lower_ for t in between if t.pos_ == "ADP"]
    return Gap(first, second, lexicon.contractions.get(before[-1], before[-1]) if before else "")


def _is_genitive(name: Token, noun: Token) -> bool:
    """Whether a name is an attribute of the noun before it, not the goal that a parser hung there (*…, Macron nach Kairo*)."""
    return name.head.i == noun.i and name.dep_ == "nmod" and not any(child.dep_ == "case" for child in name.children)
