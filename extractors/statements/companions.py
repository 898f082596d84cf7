"""Companions: the words beside a verb that make a predicate of it (*Kritik üben*, *an einen Tisch bringen*, *liefern* with a weapon)."""

from spacy.tokens import Token

from extractors.lexicon import Entry, Lexicon
from extractors.lexicon.frames import Companion
from extractors.syntax import antecedent, children, is_relative_pronoun, preposition

LABELS = (
    "obj",
    "obl",
    "nsubj:pass",
    "nsubj",
    "xcomp",
    "advmod",
    "compound:prt",
    "obl:arg",
    "nmod",
    "cop",
    "expl:pv",
)


class CompanionFinder:
    """Finds the companions of entries at verbs."""

    def __init__(self, lexicon: Lexicon) -> None:
        """`lexicon` has the classes of words that a companion `@name` stands for."""
        self.lexicon = lexicon

    def find(self, verb: Token, entry: Entry) -> dict[str, Token] | None:
        """The companion nouns by the lemma or class that the entry writes; None where one of them is missing."""
        found: dict[str, Token] = {}
        for companion in entry.companions:
            if companion.lemma == self.lexicon.grammar.reflexive:
                if not any(
                    child.lower_ in self.lexicon.grammar.reflexives
                    for child in children(verb, "expl:pv", "obj", "obl:arg", "iobj")
                ):
                    return None
                continue
            token = next((c for c in map(self._meant, children(verb, *LABELS)) if self._is(c, companion)), None)
            if token is None:
                return None
            found[companion.lemma] = token
        return found

    def excluded(self, verb: Token, entry: Entry) -> bool:
        """Whether a phrase is there that makes something else of it (`without=auf`: *trifft auf Serbien* is no meeting;
        `without=@office`: *besetzt einen Posten* is no occupation).
        """
        unwanted = entry.values("without")
        if not unwanted:
            return False
        reflexive = self.lexicon.grammar.reflexive
        if reflexive in unwanted and any(child.lower_ == reflexive for child in verb.children):
            return True
        phrases = children(verb, "obl", "nmod", "obl:arg", "obj", "nsubj:pass")
        classes = [word[1:] for word in unwanted if word.startswith("@")]
        return any(
            (preposition(phrase, self.lexicon) or None) in unwanted
            or any(self.lexicon.is_of_class(phrase, name) for name in classes)
            for phrase in phrases
        )

    def _is(self, token: Token, companion: Companion) -> bool:
        if companion.preposition is not None and preposition(token, self.lexicon) != companion.preposition:
            return False
        if companion.lemma.startswith("@"):
            return self.lexicon.is_of_class(token, companion.lemma[1:])
        return self.lexicon.is_word(token, companion.lemma)

    def _meant(self, token: Token) -> Token:
        """The token, or the noun that it stands for as a relative pronoun (*Drohungen, die Nordkorea ausgestoßen hat*)."""
        noun = antecedent(token) if is_relative_pronoun(token, self.lexicon.grammar) else None
        return token if noun is None else noun
