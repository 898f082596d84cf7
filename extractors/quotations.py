"""Quotations by their marks: which one a token stands in, and what stands before and behind it."""

from spacy.tokens import Doc, Token

MARKS = frozenset('„“”"»«‚‘›‹')
COLON, COMMA = ":", ","
# How far from a token the marks around it are looked for, and how far from the marks the verb that announces it.
REACH, NEAR = 80, 15


def opens(mark: Token) -> bool:
    """Whether a quotation mark opens, by the space before it: languages use the same marks the other way round."""
    if mark.i == 0:
        return True
    before = mark.nbor(-1)
    if before.text in MARKS:
        return opens(before)
    return bool(before.whitespace_) or before.is_space or before.text in (COLON, "(")


def quotation(token: Token) -> tuple[int, int] | None:
    """The marks of the innermost quotation that a token stands in, as indices; it may end with the text."""
    opening = _mark(token.doc, range(token.i - 1, max(-1, token.i - REACH), -1), opened=True)
    if opening is None:
        return None
    end = min(len(token.doc), token.i + REACH)
    closing = _mark(token.doc, range(token.i + 1, end), opened=False)
    return opening, end if closing is None else closing


def _mark(doc: Doc, indices: range, *, opened: bool) -> int | None:
    """The first mark of the asked kind that closes no other one passed on the way."""
    inner = 0
    for i in indices:
        if doc[i].text in MARKS:
            if opens(doc[i]) is not opened:
                inner += 1
            elif inner:
                inner -= 1
            else:
                return i
    return None


def quoted(doc: Doc) -> list[bool]:
    """Whether each token of a document stands in a quotation or is its opening mark; one that nothing closes ends of itself."""
    opened: list[int] = []
    found = []
    for i, token in enumerate(doc):
        if token.text in MARKS:
            if opens(token):
                opened.append(i)
            elif opened:
                opened.pop()
        while opened and i - opened[-1] >= REACH:
            opened.pop()
        found.append(bool(opened))
    return found


def before_colon(opening: int, doc: Doc) -> int | None:
    """The index of the colon that announces a quotation: *sagte: „…*, *sagte: „‚…*."""
    i = opening - 1
    while i > 0 and (doc[i].is_space or (doc[i].text in MARKS and opens(doc[i]))):
        i -= 1
    return i if i > 0 and doc[i].text == COLON else None


def announcing(token: Token) -> range:
    """The indices where the verb that announces the quotation around a token is looked for, the nearest first."""
    marks = quotation(token)
    if marks is None:
        return range(0)
    doc, (opening, closing) = token.doc, marks
    colon = before_colon(opening, doc)
    if colon is not None:
        return range(colon - 1, max(doc[colon].sent.start, colon - NEAR) - 1, -1)
    if closing + 1 < len(doc) and doc[closing + 1].text == COMMA:
        return range(closing + 1, min(doc[closing + 1].sent.end, closing + NEAR))
    return range(0)


def quoting(token: Token) -> Token | None:
    """The token outside the quotation that what is quoted hangs on, as a rule its verb of saying; None outside quotations."""
    marks = quotation(token)
    while marks and token.head.i != token.i:
        token = token.head
        if not marks[0] < token.i < marks[1]:
            return token
    return None
