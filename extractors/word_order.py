"""The spaCy component `word_order`: bare names of a verb, of which German shows no case.

Of two the first is the subject. *Macron hat Selenskyj in Paris empfangen* could be said of either. Readers take the first name for
the subject unless number speaks against it (Duden, Die Grammatik, "Die Abfolge der Satzglieder"; Bornkessel-Schlesewsky and
Schlesewsky 2009 call it the subject-first preference). A parser that has seen *Den Kanzler empfing Macron* does so less surely.
And a name right after a time belongs to the verb: no night is Kiew's in *Russland griff in der Nacht Kiew an*.
"""

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc, Token

from extractors.coordination import coordinate
from extractors.languages import language
from extractors.times.words import load_time_words

CORE = frozenset(("nsubj", "obj", "obl:arg"))
# What shows case, or makes another phrase of a name.
SHOWING = frozenset(("det", "det:poss", "case", "amod", "nmod"))
# Kinds of recognised names that may be tagged as nouns.
NAMED = frozenset(("ORG", "LOC"))
SUBJECTS, OBJECTS = frozenset(("nsubj", "csubj", "expl")), frozenset(("obj", "obl:arg", "ccomp", "xcomp"))


def bare(token: Token) -> bool:
    """Whether a core argument is a name of which nothing tells the case; one may look like a noun (*M23-Rebellen*, *Cabo Verde*)."""
    name = token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.ent_type_ in NAMED)
    # "Cabo" is no attribute of "Verde".
    shown = (child for child in token.children if child.dep_ in SHOWING and not _one_name(child, token))
    return token.dep_ in CORE and name and not any(shown)


def _one_name(part: Token, token: Token) -> bool:
    """Whether two neighbours are words of one recognised name."""
    begins = max(part.i, token.i)
    return abs(part.i - token.i) == 1 and part.pos_ == "PROPN" and token.doc[begins].ent_iob_ == "I"


def time_of(token: Token, lang: str) -> bool:
    """Whether a noun after a preposition is a time: a day, part of a day, month, or unit (*am Mittwochabend*, *in der Nacht*)."""
    words = load_time_words(lang)
    named = token.text in words.weekdays or token.text in words.months or token.text in words.units
    part = any(token.lower_.endswith(word) for word in words.dayparts if len(word) > 1)
    return token.dep_ == "obl" and (named or part) and any(child.dep_ == "case" for child in token.children)


def released(token: Token, lang: str) -> bool:
    """Give a bare name that the parser hung on the time before it to the verb, as what the verb lacks; whether it did."""
    time = token.head
    hung = token.dep_ in ("nmod", "appos", "flat") and token.pos_ == "PROPN" and time.i == token.i - 1
    if not hung or not time_of(time, lang) or any(child.dep_ in SHOWING for child in token.children):
        return False
    labels = {child.dep_ for child in time.head.children}
    missing = "nsubj" if not labels & SUBJECTS else "obj" if not labels & OBJECTS else ""
    if missing and "aux:pass" not in labels and time.head.pos_ == "VERB":
        token.head, token.dep_ = time.head, missing
        return True
    return False


def settle(verb: Token, first: Token, second: Token) -> None:
    """Let the first of two names be the subject, and the second what the first one was, or the object."""
    if first.dep_ == "nsubj":
        if second.dep_ == "nsubj":
            second.dep_ = "obj"
        return
    finite = next((t for t in (verb, *verb.children) if "Fin" in t.morph.get("VerbForm", [])), None)
    if finite is None or any(child.dep_ == "conj" for child in first.children):
        # "Trump und Putin traf Merz": number decides.
        return
    if "Plur" in finite.morph.get("Number", []) and (
        "Plur" not in first.morph.get("Number", []) or any(child.dep_ == "conj" for child in second.children)
    ):
        # "Macron trafen Merz und Tusk"; but "Huthi-Rebellen kritisieren Oman" has a plural in front.
        return
    first.dep_, second.dep_ = "nsubj", first.dep_


@Language.component("word_order", requires=["token.dep", "token.pos", "token.morph"], assigns=["token.dep"])
def word_order(doc: Doc) -> Doc:
    """The doc, with coordinations put together (`coordination`), names after times at the verb, and subjects before objects where
    names alone leave it open.
    """
    spoken = language(doc.lang_)
    grammar = spoken.grammar
    coordinate(doc, spoken)
    if not grammar.bare_names_in_order:
        return doc
    for token in doc:
        if token.i and not token.text.endswith(grammar.genitive_endings):
            # "in der Nacht Moskaus" is a genitive; so may be any name in -s.
            released(token, doc.lang_)
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
