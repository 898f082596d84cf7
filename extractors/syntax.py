"""Small questions to a Universal Dependencies tree, GSD flavour: whose subject, which preposition, what voice."""

from collections.abc import Iterator
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Token

from extractors.languages import Grammar
from extractors.lexicon import Lexicon

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
# What only a predicate has, whatever its tag (*Frankreich entsandte Soldaten*, tagged ADJ).
PREDICATING = frozenset(("cop", "aux", "aux:pass", "nsubj", "nsubj:pass"))
# Parts of speech that head no clause.
FUNCTIONAL = frozenset(("DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "SYM"))


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents of a token with one of these labels, in text order."""
    if not token.n_lefts and not token.n_rights:
        return []
    # By number: each `dep_` is a string made anew, and this is what rules ask most.
    numbers = _numbers(labels)
    return [child for child in token.children if child.dep in numbers]


@cache
def _numbers(labels: tuple[str, ...]) -> frozenset[int]:
    return frozenset(map(get_string_id, labels))


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated below it: *Macron, Starmer und Merz* from *Macron*."""
    found = [token]
    for child in children(token, "conj"):
        found += conjuncts(child)
    return found


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that the token stands in, or the token itself."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def preposition(token: Token, lexicon: Lexicon) -> str:
    """The preposition before a noun, contractions resolved (*zum* → *zu*), or ""; the nearest of several (*wie etwa in Mali*).

    One that closes behind the noun is another: *Angriffe von der Türkei aus* ("von … aus") names no agent.
    """
    forms = _cases(token)
    form = lexicon.contractions.get(forms[-1], forms[-1]) if forms else ""
    closing = lexicon.grammar.circumpositions.get(form)
    return f"{form} … {closing}" if closing and _closes(token, closing) else form


def _cases(token: Token) -> list[str]:
    return [child.lower_ for child in token.children if child.dep_ == "case" and child.i < token.i]


def _closes(token: Token, closing: str) -> bool:
    """Whether the word behind a noun is the *aus* of *von … aus*, not the preposition of a next phrase (*von Kurden aus Syrien*)."""
    if token.i + 1 >= len(token.doc) or token.nbor(1).lower_ != closing:
        return False
    word = token.nbor(1)
    return word.dep_ != "case" or word.head.i < word.i


def particle(verb: Token, grammar: Grammar) -> str:
    """The separated particle of a verb (*wies … zurück*), or ""; the *aus* of *von der Türkei aus* is none."""
    found = next(iter(children(verb, "compound:prt")), None)
    if found is None:
        return ""
    if found.i > verb.i + 1:
        noun = found.nbor(-1)
        opening = (form for form in _cases(noun) if grammar.circumpositions.get(form) == found.lower_)
        if any(_closes(noun, found.lower_) for _ in opening):
            return ""
    return found.lower_


def infinitive(verb: Token, lexicon: Lexicon) -> tuple[str, ...]:
    """Candidate infinitives, best first: the lexicon's own forms, then the pipeline's lemma with the separated particle."""
    separated = particle(verb, lexicon.grammar)
    finite = lexicon.finite_forms.get((verb.lower_, separated), ())
    if verb.lower_ in finite and verb.tag_.startswith(lexicon.grammar.infinitive_tags):
        # "zu ziehen" is no form of "zeihen".
        return (verb.lower_,)
    perfect = lexicon.participles.get(verb.lower_, ())
    lemma = verb.lemma_.lower()
    if separated and not lemma.startswith(separated):
        lemma = separated + lemma
    known = (*perfect, *finite) if _is_participle(verb, lexicon) else (*finite, *perfect)
    return tuple(dict.fromkeys((*known, lemma, *_loosely_separated(verb, lexicon))))


def _is_participle(verb: Token, lexicon: Lexicon) -> bool:
    return verb.tag_.startswith(lexicon.grammar.participle_tags)


def _loosely_separated(verb: Token, lexicon: Lexicon) -> Iterator[str]:
    """The verb whose particle a parser takes for an adjective: *machte … mobil*, *nahmen … gefangen*, *stellte … bereit*.

    It comes last: *stellt sich klar gegen Brüssel* is no *klarstellen*.
    """
    for child in children(verb, "xcomp", "advmod", "advcl"):
        if not any(child.children):
            yield from lexicon.finite_forms.get((verb.lower_, child.lower_), ())


def participle_bases(form: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The verbs that a participle in any case may be of, the likeliest first: *angegriffenen* → *angreifen*."""
    bases = (lexicon.participles.get(base) for base in lexicon.grammar.bare_adjectives(form))
    return next((verbs for verbs in bases if verbs), ())


def is_verb(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token is a verb of its clause: by its tag, or a verb's form with a subject and no copula that a tagger takes
    for an adjective (*Frankreich entsandte Soldaten*, *hat die Huthi bewaffnet*).
    """
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ != "amod"
    if token.pos_ != "ADJ" or not children(token, "nsubj", "nsubj:pass") or children(token, "cop"):
        return False
    helped = children(token, "aux", "aux:pass")
    return token.lower_ in lexicon.participles if helped else (token.lower_, "") in lexicon.finite_forms


def is_verbal(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a predicate with copula or auxiliary (*wird konkretisiert*, tagged ADJ)."""
    tag = token.pos_
    if tag in ("VERB", "AUX"):
        return True
    if tag == "ADJ" and token.dep_ == "ROOT" and any(child.dep_ == "obj" for child in token.children):
        # "Deutschland stoppte Waffenlieferungen", whose verb a tagger takes for an adjective: only verbs have objects.
        return True
    # Most tokens of a text are none of these, and this is asked of every one.
    return tag not in FUNCTIONAL and any(child.dep_ in PREDICATING for child in token.children)


def is_postponed(verb: Token) -> bool:
    """Whether a participle stands behind its noun and names an agent: *die Armee, unterstützt von Frankreich, …*."""
    return verb.dep_ == "acl" and bool(children(verb, "obl:agent")) and not children(verb, "aux", "aux:pass", *SUBJECTS)


def may_be_infinitive(verb: Token) -> bool:
    """Whether a participle looks like its infinitive: *wird empfangen* is future as well as passive."""
    return verb.lower_ == verb.lemma_


def is_passive(verb: Token, grammar: Grammar) -> bool:
    """Whether the verb is in the passive; a conjunct without auxiliary of its own takes over the first one's."""
    if is_postponed(verb):
        return True
    ends = children(verb, "nsubj", "nsubj:pass")
    if may_be_infinitive(verb):
        # "Macron wird den Emir empfangen"; a passive has no object beside its subject.
        named = [o for o in children(verb, "obl:arg") if o.pos_ == "PROPN" and not children(o, "case", "det")]
        ends += [*children(verb, "obj"), *named]
    else:
        ends += [o for o in children(verb, "obj") if o.pos_ == "PROPN"]
    if len(ends) > 1 and not children(verb, "obl:agent"):
        # Two ends are a subject and an object: "Trump wird Netanjahu empfangen" may be future as well as passive.
        return False
    if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_.startswith(grammar.participle_tags):
        return not children(verb, "aux", "nsubj") and is_passive(verb.head, grammar)
    return False


def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries, modals and copula of the verb, and those that a conjunct shares with the first one (*will … treffen und … beraten*)."""
    own = children(verb, "aux", "aux:pass", "cop")
    if not own and verb.dep_ == "conj" and verb.pos_ == "VERB" and "Fin" not in verb.morph.get("VerbForm", []):
        return auxiliaries(verb.head)
    return own


def finite(verb: Token) -> Token | None:
    """The finite word of the clause: the verb itself, or its finite auxiliary."""
    for token in (*auxiliaries(verb), verb):
        if "Fin" in token.morph.get("VerbForm", []):
            return token
    return None


def clause_head(token: Token) -> Token:
    """The nearest verb or copular predicate above a token, the token itself included; the root where there is none."""
    while not is_verbal(token) and token.head.i != token.i:
        token = token.head
    return token


def ancestors(token: Token) -> Iterator[Token]:
    """The token and its heads, upwards."""
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def is_relative_pronoun(token: Token, grammar: Grammar) -> bool:
    """Whether the token is a relative pronoun: *das Land, das Russland angegriffen hat*."""
    if token.pos_ not in ("PRON", "DET") or token.lower_ not in grammar.relative_pronouns:
        return False
    if token.dep_ == "det" and token.lower_ not in grammar.relative_determiners:
        # "die Sorge, dass die USA …": an article.
        return False
    return any(above.dep_ == "acl" for above in ancestors(token) if above.i != token.i) and token.head.i > token.i


def carriers(noun: Token, grammar: Grammar) -> list[Token]:
    """The verbs of relative clauses that have the noun as their object: *der Besuch, den Erdogan am Mittwoch begann*."""
    clauses = children(noun, "acl")
    return [clause for clause in clauses if any(is_relative_pronoun(c, grammar) for c in children(clause, "obj"))]


def antecedent(relative: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    return next((above.head for above in ancestors(relative) if above.dep_ == "acl"), None)
