"""The spaCy component `word_order`: of two bare names of one verb, the first is its subject.

German names show no case: *Macron hat Selenskyj in Paris empfangen* could be said of either. Readers take the first name for
the subject unless number speaks against it (Duden, Die Grammatik, "Die Abfolge der Satzglieder"; Bornkessel-Schlesewsky and
Schlesewsky 2009 call it the subject-first preference). A parser that has seen *Den Kanzler empfing Macron* does so less surely.
"""

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc, Token

CORE = frozenset(("nsubj", "obj", "obl:arg"))
# What shows case, or makes another phrase of a name.
SHOWING = frozenset(("det", "det:poss", "case", "amod", "nmod"))


def bare(token: Token) -> bool:
    """Whether a core argument is a name of which nothing tells the case."""
    return token.dep_ in CORE and token.pos_ == "PROPN" and not any(child.dep_ in SHOWING for child in token.children)


def settle(verb: Token, first: Token, second: Token) -> None:
    """Let the first of two names be the subject, and the second what the first one was, or the object."""
    if first.dep_ == "nsubj":
        if second.dep_ == "nsubj":
            second.dep_ = "obj"
        return
    finite = next((t for t in (verb, *verb.children) if "Fin" in t.morph.get("VerbForm", [])), None)
    if finite is None or "Plur" in finite.morph.get("Number", []) or any(child.dep_ == "conj" for child in first.children):
        # "Trump und Putin traf Merz", "Macron trafen Merz und Tusk": number decides.
        return
    first.dep_, second.dep_ = "nsubj", first.dep_


@Language.component("word_order", requires=["token.dep", "token.pos", "token.morph"], assigns=["token.dep"])
def word_order(doc: Doc) -> Doc:
    """The doc, with subjects before objects where names alone leave it open."""
    names: dict[int, list[Token]] = defaultdict(list)
    others: set[int] = set()
    for token in doc:
        if bare(token):
            names[token.head.i].append(token)
        elif token.dep_ in ("nsubj", "nsubj:pass", "obj", "csubj", "ccomp", "aux:pass"):
            others.add(token.head.i)
    for head, found in names.items():
        if len(found) == 2 and head not in others:
            settle(doc[head], *found)
    return doc
