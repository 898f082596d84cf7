"""Falsehoods: what a text reports to call it untrue (*Berichte, …, sind falsch*; *Dass …, ist frei erfunden*; *Falschmeldung: …*)."""

from spacy.tokens import Span, Token

from extractors.lexicon import Lexicon
from extractors.statements.negation import negation
from extractors.syntax import SUBJECTS, auxiliaries, children, infinitive

# How many words a label before a colon has.
LABEL = 3


def hoax(sentence: Span, lexicon: Lexicon) -> str:
    """The label that calls the sentence after it invented, or "": *Falschmeldung: Meloni trifft Putin*."""
    opening = [token.text for token in sentence[: LABEL + 1]]
    if ":" not in opening:
        return ""
    return next((text for text in opening[: opening.index(":")] if text in lexicon.words["hoaxes"]), "")


def called_false(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether a clause says of its subject that it is not so: *ist unwahr*, *stimmt nicht*, *entspricht nicht der Wahrheit*."""
    words = lexicon.words
    no = bool(negation((predicate, *auxiliaries(predicate)), lexicon))
    if words["false"] & {predicate.lower_, predicate.text, predicate.lemma_}:
        return not no
    return no and bool(words["true"] & {predicate.lower_, *infinitive(predicate, lexicon)})


def unproven(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether a clause says that nothing shows something: *dafür gibt es keine Belege*."""
    nouns = [
        child for child in children(predicate, "obj", *SUBJECTS) if child.lemma_ in lexicon.words["evidence-nouns"]
    ]
    return bool(negation(nouns, lexicon)) or (bool(nouns) and bool(negation((predicate,), lexicon)))


def superseded(predicate: Token, lexicon: Lexicon) -> bool:
    """Whether what a clause reports stood in an article before its correction, or was reported by mistake."""
    former, versions = lexicon.words["former"], lexicon.words["versions"]
    old = (c for c in children(predicate, "obl") if c.text in versions)
    return any(a.lower_ in former for noun in old for a in children(noun, "amod")) or any(
        child.lower_ in lexicon.words["mistaken"] for child in children(predicate, "advmod")
    )
