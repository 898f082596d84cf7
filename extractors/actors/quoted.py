"""Pronouns in somebody's words: *er* in a quotation is not its speaker, and in a reproach it is whom the reproach meets."""

from spacy.tokens import Token

from extractors.actors.salience import Salience
from extractors.languages import WordClasses
from extractors.quotations import COMMA, quoting
from extractors.syntax import SUBJECTS

PERSONAL = ("nsubj", "nsubj:pass")
# How a clause hangs on the verb that reproaches somebody with it; parsers coordinate it at times.
REPROACHED = ("ccomp", "parataxis", "conj", "advcl")


class Quoted:
    """Tells of the pronouns of one article who they cannot be, or are."""

    def __init__(self, words: WordClasses, salience: Salience) -> None:
        """`words` are the language's classes of words."""
        self.words = words
        self.salience = salience

    def waits(self, token: Token) -> bool:
        """Whether a pronoun is read after the other words of its sentence: subject in a quotation whose speaker stands outside."""
        pronouns = self.words["reported-pronouns"]
        return token.lower_ in pronouns and token.dep_ in PERSONAL and quoting(token) is not None

    def addressed(self, token: Token) -> bool:
        """Whether a pronoun is whom the words are spoken to, by its capital within a sentence: *„Nun sollten Sie Trump danken“*."""
        if token.text not in self.words["polite"] or token.is_sent_start:
            return False
        return not token.nbor(-1).is_punct or token.nbor(-1).text == COMMA

    def speakers(self, token: Token) -> set[str]:
        """The ids of who speaks the quotation that a token stands in."""
        verb = quoting(token)
        named = {t.i for child in verb.children if child.dep_ in SUBJECTS for t in child.subtree} if verb else set()
        return {actor.id for a in self.salience.antecedents if a.token in named for actor in a.actors}

    def spoken_of(self, token: Token) -> set[int]:
        """The tokens that name whom a quotation or reproach is about: *sagte Sandu über Putin*, *warf Orban vor, er …*."""
        verb = quoting(token) or (token.head.head if token.head.dep_ in REPROACHED else None)
        if verb is None:
            return set()
        about = self.words["spoken-of"]
        found = [c for c in verb.children if any(case.dep_ == "case" and case.lower_ in about for case in c.children)]
        lemma = verb.lemma_.lower()
        particles = [child.lower_ for child in verb.children if child.dep_ == "compound:prt"]
        if {lemma, *(particle + lemma for particle in particles)} & self.words["reproaching"]:
            found += [child for child in verb.children if child.dep_ in ("obj", "obl:arg", "iobj")]
        return {t.i for child in found for t in child.subtree}
