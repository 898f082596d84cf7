"""Which events share the day and place of the verb that they stand with, and which are only spoken of.

*Merz besuchte am Montag …, begann am Montag einen Besuch* and *sagte am Montag bei einem Treffen mit Macron* date the event;
*verurteilte am Montag den Angriff, warnte am Montag vor einem Angriff, kritisierte Israel wegen des Angriffs* do not.
"""

from spacy.tokens import Token

from extractors.lexicon import Lexicon
from extractors.syntax import auxiliaries, first_conjunct, infinitive, is_verbal, preposition
from ontology.vocabulary import relations

# Effects on clauses (`clause_verbs.tsv`) that only speech has.
SPEECH = frozenset(("say", "claim", "urge", "threaten", "deny"))


def is_speech(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb tells of words: what it says stands below it, or its relation is an act of speech (*verurteilen*)."""
    lemmas = infinitive(verb, lexicon)
    if any(lexicon.clause_verbs.get(lemma) in SPEECH for lemma in lemmas):
        return True
    known = relations()
    return any(
        known[e.relation].speech_act for lemma in lemmas for e in lexicon.verbs.get(lemma, ()) if not e.companions
    )


def spoken_of(noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether an event noun below a verb is what its words are about, not their occasion."""
    top = first_conjunct(noun)
    while top.head.i not in (verb.i, top.i) and not is_verbal(top.head):
        top = first_conjunct(top.head)
    if top.head.i != verb.i:
        return False
    before = preposition(top, lexicon)
    if before:
        occasion = lexicon.words["event-prepositions"] | lexicon.words["leading-prepositions"]
        return before not in occasion or (
            is_speech(verb, lexicon)
            and any(f"{lemma} {before}" in lexicon.support_verbs for lemma in infinitive(verb, lexicon))
        )
    return top.dep_ in ("obj", "nsubj:pass", "iobj") and is_speech(verb, lexicon)


def precedes(clause: Token, lexicon: Lexicon) -> bool:
    """Whether an infinitive tells of what was before its verb: *bestritt am Dienstag, Polen angegriffen zu haben*."""
    return any(helper.lower_ in lexicon.grammar.perfect_infinitives for helper in auxiliaries(clause))
