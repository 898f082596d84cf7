"""What the features of a document's candidates ask of its tree, mentions and frames, each thing once."""

from collections import Counter
from collections.abc import Callable, Mapping

import numpy as np
from spacy.tokens import Doc, Token

from extractors.lexicon import Slot
from extractors.mention import Mention
from extractors.quotations import quoted
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.candidates import Word
from extractors.statements.companions import CompanionFinder
from extractors.statements.context import ContextFinder
from extractors.syntax import clause_head
from ontology.actor import Actor

# Labels of what is another name of the same thing, or another thing of the same kind: without them paths have fewer forms.
ASIDE = frozenset(("appos", "flat", "conj", "compound"))
# The longest path that is spelt out.
LONGEST = 6


class Surroundings:
    """Answers questions about one document."""

    def __init__(
        self,
        doc: Doc,
        mentions: Mapping[int, Mention],
        finder: ArgumentFinder,
        contexts: ContextFinder,
        homes: Callable[[Actor], frozenset[str]],
    ) -> None:
        """`finder` and `contexts` are those of the rules; `mentions` by the index of their tokens, modifiers too; `homes` as in
        `Pairing`.
        """
        self.doc = doc
        self.mentions = mentions
        self.finder = finder
        self.contexts = contexts
        self._homes_of = homes
        self.lexicon = finder.lexicon
        self.companions = CompanionFinder(finder.lexicon)
        strings = doc.vocab.strings
        names = {label: strings[label] for label in set(doc.to_array("DEP").tolist())}
        self.labels = [names[label] for label in doc.to_array("DEP").tolist()]
        self.heads: list[int] = (np.arange(len(doc)) + doc.to_array("HEAD").astype(np.int64)).tolist()
        self.quoted = quoted(doc)
        heading = [mention for i, mention in sorted(mentions.items()) if mention.token == i]
        self.counts = Counter(actor.id for mention in heading for actor in mention.actors)
        self.firsts = {actor.id: mention.begin for mention in reversed(heading) for actor in mention.actors}
        self._homes: dict[str, frozenset[str]] = {}
        self._chains: dict[int, list[int]] = {}
        self._clauses: dict[int, Token] = {}
        self._filled: dict[tuple[int, str, tuple[Slot, ...]], dict[int, str]] = {}

    def homes(self, actor: Actor) -> frozenset[str]:
        """Whom an actor has held office for."""
        found = self._homes.get(actor.id)
        if found is None:
            found = self._homes[actor.id] = self._homes_of(actor)
        return found

    def chain(self, i: int) -> list[int]:
        """A token and its heads, upwards."""
        found = self._chains.get(i)
        if found is None:
            head = self.heads[i]
            found = self._chains[i] = [i] if head == i else [i, *self.chain(head)]
        return found

    def clause(self, i: int) -> Token:
        """The head of the clause that a token stands in."""
        found = self._clauses.get(i)
        if found is None:
            found = self._clauses[i] = clause_head(self.doc[i])
        return found

    def preposition(self, i: int) -> str:
        """The preposition before a token."""
        return self.finder.before(self.doc[i])

    def filled(self, word: Word, side: int) -> dict[int, str]:
        """The slots of a word's subject (side 0) or object (1) that mentions fill, by where these begin; the first slot wins."""
        slots = (word.entry.subject, word.entry.object)[side]
        key = (word.token.i, word.shape, slots)
        found = self._filled.get(key)
        if found is None:
            found = self._filled[key] = {
                argument.begin: slot.name for slot in reversed(slots) for argument in self._arguments(word, slot)
            }
        return found

    def _arguments(self, word: Word, slot: Slot) -> list[Argument]:
        token = word.token
        match word.shape:
            case "noun" | "role":
                return self.finder.of_noun(token, slot)
            case "verb":
                return self.finder.of_verb(token, slot, {})
        # An adjective or participle is said of its noun, with which the others are its arguments.
        owner = Slot(slot.name, kinds=slot.kinds)
        if slot.name not in ("subj", "obj"):
            return self.finder.of_verb(token, slot, {})
        if token.dep_ != "amod":
            return self.finder.subject(token, owner) if slot.name == "subj" else []
        agents = [c for c in token.children if self.preposition(c.i) in self.lexicon.grammar.agents]
        passive = word.shape == "participle"
        bearers = [token.head] if passive == (slot.name == "obj") else agents if passive else []
        return [argument for bearer in bearers for argument in self.finder.denoted(bearer, owner)]

    def ways(self, begin: int, end: int) -> tuple[list[int], list[int]]:
        """The tokens below the lowest common head on the way up from one token, and on the way down to another."""
        rising, falling = self.chain(begin), self.chain(end)
        shared = set(falling)
        up = next((k for k, i in enumerate(rising) if i in shared), None)
        if up is None:
            # A parser may give a sentence two roots.
            return rising, falling[::-1]
        return rising[:up], falling[: falling.index(rising[up])][::-1]

    def path(self, up: list[int], down: list[int]) -> str:
        """The labels on such a way."""
        rising, falling = ([self.labels[i] for i in way if self.labels[i] not in ASIDE] for way in (up, down))
        return f"{'<'.join(rising)} {'>'.join(falling)}" if len(rising) + len(falling) <= LONGEST else "far"
