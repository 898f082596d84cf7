"""Coordinations that one word opens and another goes on with: *weder X noch Y*, *entweder X oder Y*, *nicht X, sondern Y*.

Parsers take Y for another phrase of the verb as often as for the partner of X, and hang *nicht* on the verb, whose clause it then
negates (*Nicht Merz, sondern Macron traf Modi*). The words themselves show what belongs together: here Y is coordinated with X, and
each has its own word. A remnant (*…, Ungarn nicht*) is a clause of its own that shares its verb (UD, "Ellipsis").
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractors.languages import Language

NOMINAL, VERBAL = frozenset(("NOUN", "PROPN", "PRON")), frozenset(("VERB",))
# What may stand before the noun of a phrase.
BEFORE = frozenset(("DET", "ADP", "ADJ", "ADV", "NUM"))
WITHIN = frozenset(("flat", "appos", "nmod"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))


def coordinate(doc: Doc, spoken: Language) -> None:
    """Put the members of each correlative coordination, and each remnant, in their place."""
    for token in doc:
        if token.dep_ == "conj" and token.head.dep_ == "flat":
            # "Sierra Leone und Ghana": what is coordinated is the whole name.
            _hang(token, token.head.head, "conj")
        form = token.lower_
        if going_on := spoken.grammar.correlatives.get(form):
            _correlative(token, going_on)
        elif form in spoken.words["negation"] and not (_next(token, spoken.words["not-only"])):
            _ = _correction(token, spoken) or _excluded(token, spoken) or _remnant(token, spoken)


def _next(token: Token, forms: frozenset[str]) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in forms


def _rest(token: Token, end: int | None = None) -> Iterator[Token]:
    """The words of the sentence behind a token, up to an index."""
    stop = token.sent.end if end is None else end
    yield from token.doc[token.i + 1 : stop]


def _phrase(words: Iterator[Token]) -> Token | None:
    """The noun or pronoun of the phrase that begins here, None where another word does."""
    for word in words:
        if word.pos_ in NOMINAL and word.dep_ != "det":
            above = word.head
            inner = word.dep_ in ("flat", "appos") and 0 < above.i - word.i < 3 and above.pos_ in NOMINAL
            return above if inner else word
        if word.pos_ not in BEFORE and word.dep_ != "det":
            return None
    return None


def _case(noun: Token) -> str:
    return next((child.lower_ for child in noun.children if child.dep_ == "case" and child.i < noun.i), "")


def _hang(token: Token, head: Token, label: str) -> bool:
    """Hang a token on another, which must not be below it; whether that could be done."""
    if head.i == token.i or token.is_ancestor(head):
        return False
    token.head = head
    token.dep_ = label
    return True


def _join(first: Token, second: Token) -> bool:
    """Make the second a conjunct of the first; where the first hung below the second, it takes its place."""
    if second.is_ancestor(first):
        if second.head.i == second.i:
            return False
        first.head, first.dep_ = second.head, second.dep_
    verb = first.head
    subjects = [
        c for t in (verb, *verb.children) if t is verb or t.dep_ == "aux" for c in t.children if c.dep_ in SUBJECTS
    ]
    if first.dep_ == "nsubj" and any(subject.i < first.i for subject in subjects):
        # "Finnland hat weder China noch Indien kritisiert": the clause has its subject already.
        first.dep_ = "obl:arg" if any(c.dep_ == "obj" for c in verb.children) else "obj"
        for subject in subjects:
            _hang(subject, verb, subject.dep_)
    return _hang(second, first, "conj")


def _front(first: Token, second: Token) -> bool:
    """Make the first the subject of the verb that follows both, where it has none: *sagte, nicht Russland, sondern die Nato habe …*."""
    if second.i + 1 >= second.sent.end or "Fin" not in second.nbor().morph.get("VerbForm", []):
        return False
    finite = second.nbor()
    verb = finite.head if finite.dep_ in ("aux", "aux:pass") else finite
    lacks = not any(child.dep_ in SUBJECTS for child in verb.children)
    return lacks and not _case(first) and first.dep_ not in (*SUBJECTS, "obj") and _hang(first, verb, "nsubj")


def _verbs(words: Iterator[Token]) -> list[Token]:
    return [word for word in words if word.pos_ in VERBAL and word.dep_ not in ("amod", "acl", "advcl")]


def _correlative(opening: Token, going_on: str) -> None:
    closing = next((word for word in _rest(opening) if word.lower_ == going_on), None)
    if closing is None:
        return
    first, second = _phrase(_rest(opening, closing.i)), _phrase(_rest(closing))
    before = _verbs(_rest(opening, closing.i))
    if first and second and not before:
        if _case(second) and not _case(first):
            return
        joined = _join(first, second)
        _front(first, second)
    else:
        after = _verbs(_rest(closing))
        # "weder eingeladen noch angerufen"; "unterstützt weder die USA noch bekämpft es Russland"
        head = before[0] if before else _clause(first) if first else None
        second = after[0] if after else None
        if head is None or second is None or head.i == second.i:
            return
        first, joined = head, _verb_join(head, second)
    if joined and first and second:
        for word, member in ((opening, first), (closing, second)):
            _hang(word, member, "cc")


def _verb_join(first: Token, second: Token) -> bool:
    """Make the second of two verbs a conjunct of the first, which takes over what stood before both."""
    if not second.is_ancestor(first):
        return _hang(second, first, "conj")
    root = second.head.i == second.i
    above, label = second.head, second.dep_
    first.head = first if root else above
    first.dep_ = label
    for child in [c for c in second.children if c.i < first.i]:
        _hang(child, first, child.dep_)
    return _hang(second, first, "conj")


def _clause(token: Token) -> Token | None:
    """The verb above a noun."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else None


def _correction(no: Token, spoken: Language) -> bool:
    """*nicht Polen, sondern die Slowakei*: the word of negation stands for the first alone."""
    but = next((word for word in _rest(no) if _corrects(word, spoken)), None)
    if but is None:
        return False
    first, second = _phrase(_rest(no, but.i)), _phrase(_rest(but))
    if first is None or second is None or bool(_case(first)) < bool(_case(second)):
        return False
    if but.lower_ != spoken.grammar.correcting and _clause_begins(no, second):
        return False
    spans = [w for w in _rest(no, but.i) if w.pos_ in VERBAL or w.dep_ == "compound:prt"]
    # "Nicht Merz reiste nach Peking, sondern Macron": what is corrected stands before the verb.
    opens = no.i == no.sent.start or no.nbor(-1).text in (",", ":")
    postponed = (
        opens and len(spans) == 1 and first.i < spans[0].i and second.i + 1 < second.sent.end and second.nbor().is_punct
    )
    if spans and not postponed:
        return False
    joined = _join(first, second) and _hang(but, second, "cc") and _hang(no, first, "advmod")
    _front(first, second)
    return joined


def _corrects(word: Token, spoken: Language) -> bool:
    """*sondern*, and *aber* behind a comma (*nicht mit Putin, aber mit Xi*)."""
    contrasting = word.lower_ in spoken.grammar.contrasting and word.i > 0 and word.nbor(-1).text == ","
    return word.lower_ == spoken.grammar.correcting or contrasting


def _excluded(no: Token, spoken: Language) -> bool:
    """*Schweden, nicht aber Finnland*; *Erdogan und nicht Putin*: what follows is coordinated and negated."""
    opening = no.nbor(-1) if no.i > no.sent.start + 1 else None
    while opening is not None and opening.pos_ == "CCONJ" and opening.nbor(-1).text == ",":
        opening = opening.nbor(-1)
    if opening is None or not (opening.text == "," or opening.pos_ == "CCONJ") or opening.i == no.sent.start:
        return False
    before = opening.nbor(-1)
    second = _phrase(_rest(no))
    if before.pos_ not in NOMINAL or second is None or _clause_begins(no, second):
        return False
    adverbs = [w for w in _rest(no, second.i) if w.pos_ == "ADV"]
    if any(w.lower_ not in spoken.grammar.contrasting for w in adverbs):
        return False
    first = before
    # A root is its own head: "Kein Krieg, nicht Frieden".
    while (
        first.head.i not in (first.i, no.i)
        and first.head.i < no.i
        and first.head.pos_ in NOMINAL
        and (first.dep_ == "conj" or _case(first) != _case(second))
    ):
        first = first.head
    for adverb in adverbs:
        _hang(adverb, second, "advmod")
    return _join(first, second) and _hang(no, second, "advmod")


def _clause_begins(no: Token, noun: Token) -> bool:
    """Whether a finite verb after the noun opens a clause of its own: *sagte Merz, nicht Putin habe …*."""
    words = noun.doc[noun.i + 1 : noun.i + 2]
    finite = any("Fin" in word.morph.get("VerbForm", []) for word in words)
    return finite and any("Fin" in w.morph.get("VerbForm", []) for w in noun.doc[no.sent.start : no.i])


def _remnant(no: Token, spoken: Language) -> bool:
    """*…, Ungarn jedoch nicht.*: the last words are a clause whose verb is the one before."""
    closing = no.doc[no.i + 1] if no.i + 1 < no.sent.end else None
    if closing is not None and not closing.is_punct:
        return False
    commas = [word.i for word in no.doc[no.sent.start : no.i] if word.text == ","]
    if not commas:
        return False
    words = list(no.doc[commas[-1] + 1 : no.i])
    noun = _phrase(iter(words))
    verb = noun and _clause(noun)
    if noun is None or verb is None or verb.i > commas[-1] or any(verb.i < comma for comma in commas[:-1]):
        return False
    if any(w.pos_ in ("VERB", "AUX", "SCONJ", "ADP") for w in words if w.i > noun.i):
        return False
    if any(w.pos_ == "CCONJ" for w in words) and no.doc[commas[-1] - 1].pos_ in NOMINAL:
        # "lobte Macron, Tusk und Meloni nicht" is a list.
        return False
    for word in [no, *(w for w in words if w.lower_ in spoken.grammar.contrasting)]:
        _hang(word, noun, "advmod")
    return _hang(noun, verb, "conj")
