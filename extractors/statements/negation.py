"""Negation: the word that negates a clause or phrase, and which ends of a predicate it stands for (Duden, "Negation": the scope)."""

from collections.abc import Iterable

from spacy.tokens import Token

from extractors.lexicon import Lexicon
from extractors.syntax import auxiliaries, children, first_conjunct


def negation(tokens: Iterable[Token], lexicon: Lexicon) -> str:
    """The word that negates one of these tokens, or "": *nicht*, *kein Treffen*, *weder … noch*; not *nicht nur*, *nicht zuletzt*."""
    words, determiners = lexicon.words["negation"], lexicon.words["no-determiner"]
    for token in tokens:
        # "nahm die Beziehungen nicht wieder auf", "will nicht länger verhandeln": here *nicht* hangs on the adverb.
        adverbs = [child for child in token.children if child.lower_ in lexicon.words["resumed"]]
        for child in (*token.children, *(inner for adverb in adverbs for inner in adverb.children)):
            if child.lower_ in words and child.dep_ in ("advmod", "neg", "cc"):
                follows = child.nbor().lower_ if child.i + 1 < len(child.doc) else ""
                if follows not in lexicon.words["not-only"]:
                    return child.text
            if child.lower_ in determiners and child.dep_ in ("det", "amod", "advmod"):
                return child.text
            if child.dep_ == "cc" and child.lower_ in lexicon.words["neither"]:
                return child.text
            if child.dep_ in ("nsubj", "nsubj:pass") and child.lower_ in lexicon.words["nobody"]:
                # "Niemand glaubt, dass …"
                return child.text
    return ""


def inherited_negation(verb: Token, lexicon: Lexicon) -> str:
    """The word before the first of two verbs that negates the second too: *hat Ungarn nicht gewarnt oder kritisiert*, or "".

    It must share auxiliary and ends with the first (*nicht kritisiert und Haiti unterstützt* negates one), or be the alternative.
    """
    above = verb.head
    own = children(verb, "aux", "aux:pass", "cop", "nsubj", "nsubj:pass")
    if verb.dep_ != "conj" or above.pos_ != "VERB" or own or "Fin" in verb.morph.get("VerbForm", []):
        return ""
    joining = [child.lower_ for child in children(verb, "cc")]
    alternative = any(word in lexicon.words["alternative"] for word in joining)
    bare = verb.i > 1 and verb.nbor(-1).lower_ in lexicon.words["joining"]
    return negation((above, *auxiliaries(above)), lexicon) if alternative or bare else ""


def excluded(end: Token, lexicon: Lexicon) -> str:
    """The word that excludes one end of a predicate, or "": *nicht Polen, sondern die Slowakei*; *weder von den USA noch von Israel*."""
    return negation((end,), lexicon)


def alternative(end: Token, lexicon: Lexicon) -> str:
    """The word that makes an end one of two of which one is meant, or "": *entweder Katar oder Ägypten*."""
    opening = children(first_conjunct(end), "cc")
    return next((child.text for child in opening if child.lower_ in lexicon.words["either"]), "")
