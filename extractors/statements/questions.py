"""Questions: *Hat Fico Putin eingeladen?* leaves open what it asks; *Warum kritisiert Brasilien Israel?* takes it for granted."""

from spacy.tokens import Token

from extractors.languages import Grammar
from extractors.syntax import is_verbal

CLOSING = frozenset("“”\"«»‘’')")
# An interrogative may follow a preposition, or open a clause behind a label and a colon.
OPENING = 2


def is_asked(head: Token, grammar: Grammar) -> bool:
    """Whether a main clause, or a noun that is all there is of one, is a question that yes or no answers."""
    mark = next((word for word in head.doc[head.i : head.sent.end] if word.text == "?"), None)
    if mark is None or not _main(head, mark):
        return False
    start = max((word.i + 1 for word in head.doc[head.sent.start : mark.i] if word.text in (":", "?", "–")), default=0)
    words = [w for w in head.doc[max(start, head.sent.start) : mark.i] if not w.is_punct]
    return not any(word.lower_ in grammar.interrogatives for word in words[:OPENING])


def _main(head: Token, mark: Token) -> bool:
    """Whether the clause is the one that the mark closes: the root, or what a verb of asking reports in quotation marks."""
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    if head.head.i == head.i:
        return is_verbal(head) or _closed(head, mark)
    return (
        head.dep_ in ("ccomp", "parataxis")
        and head.head.i > mark.i
        and not any(c.dep_ == "mark" for c in head.children)
    )


def _closed(noun: Token, mark: Token) -> bool:
    """Whether nothing but the phrase itself stands before the mark."""
    return all(
        word.is_punct or noun.is_ancestor(word) or word.i == noun.i for word in noun.doc[noun.sent.start : mark.i]
    )
