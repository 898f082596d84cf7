"""Coreference: whom a pronoun or a description means, by agreement, recency and grammatical role.

Antecedents are ranked as in Lappin and Leass (1994), much reduced: nearer sentences first, subjects before others, and those
mentioned more often before those mentioned once.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.mention import Mention, MentionKind
from ontology.actor import Actor, ActorKind

SENTENCES_BACK = 4
SUBJECT_BONUS, SENTENCE_COST, REPETITION_BONUS = 1.2, 1.5, 0.15


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A mention that may be referred back to: its actors, sentence number and token, and whether it is a subject."""

    actors: tuple[Actor, ...]
    sentence: int
    token: int
    subject: bool
    plural: bool
    modifies: bool = False


class Salience:
    """The antecedents of one article, in order of mention."""

    def __init__(self) -> None:
        """Nothing has been mentioned yet."""
        self.antecedents: list[Antecedent] = []
        self.counts: Counter[str] = Counter()

    def mention(self, mention: Mention, token: Token, sentence: int, *, plural: bool) -> None:
        """Add a mention; modifiers count for frequency alone."""
        self.counts.update(actor.id for actor in mention.actors)
        if mention.actors and mention.kind is not MentionKind.COMPOUND:
            subject = token.dep_ in ("nsubj", "nsubj:pass") or (
                token.dep_ == "conj" and token.head.dep_ in ("nsubj", "nsubj:pass")
            )
            self.antecedents.append(
                Antecedent(mention.actors, sentence, token.i, subject, plural, mention.kind.modifies)
            )

    def best(
        self, sentence: int, fits: Callable[[Antecedent], bool], *, back: int = SENTENCES_BACK
    ) -> Antecedent | None:
        """The most salient antecedent that fits, no more than `back` sentences away."""
        near = [a for a in self.antecedents if sentence - a.sentence <= back and fits(a)]
        # Of two subjects of one sentence the first leads it; of others the last is nearest.
        return max(near, key=lambda a: (self._weight(a, sentence), -a.token if a.subject else a.token), default=None)

    def _weight(self, antecedent: Antecedent, sentence: int) -> float:
        repetition = min(4, max(self.counts[actor.id] for actor in antecedent.actors))
        distance = SENTENCE_COST * (sentence - antecedent.sentence)
        return REPETITION_BONUS * repetition + SUBJECT_BONUS * antecedent.subject - distance

    def last_two(self, sentence: int, kinds: frozenset[ActorKind]) -> tuple[Actor, ...]:
        """The two actors of these kinds mentioned last (*die beiden Minister*), in order of mention; empty without two.

        Surest are the two of one sentence: *Indien und Pakistan verhandelten. Der omanische Minister leitete das Treffen. Beide Seiten …*
        """
        for number in range(sentence, sentence - SENTENCES_BACK - 1, -1):
            near = [a for a in self.antecedents if a.sentence == number and not a.modifies]
            for these in ([a for a in near if a.subject], near):
                latest = [actor for a in reversed(these) for actor in reversed(a.actors) if actor.kind in kinds]
                pair = tuple(dict.fromkeys(latest))
                if len(pair) == 2:
                    return pair[::-1]
        found: list[Actor] = []
        for antecedent in reversed(self.antecedents):
            if sentence - antecedent.sentence > SENTENCES_BACK:
                break
            for actor in reversed(antecedent.actors):
                if actor.kind in kinds and actor not in found:
                    found.append(actor)
            if len(found) >= 2:
                return tuple(reversed(found[:2]))
        return ()
