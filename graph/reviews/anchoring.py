"""How a judged statement is found again: by its node, else by article, sentence and ends, however offsets and extraction shift."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from graph.statements.stored import Stored
from ontology.vocabulary import relations

# How alike two passages are that are the same sentence, cut or corrected a little; measured as `SequenceMatcher.ratio`.
ALIKE = 0.8


def found(was: Stored, among: Sequence[Stored]) -> Stored | None:
    """The statement of the same article that says what `was` says: the same relation and ends in the same sentence.

    The same node counts before the same words, these before words that are alike; of several the one nearest to the old place. An
    end may have another identity by now, where its mention has the same words. None where there is no such statement.
    """
    # A node is named after offsets and ends: another sentence of the same length would have the same one.
    if same := next((one for one in among if one.iri == was.iri and alike(was.evidence, one.evidence)), None):
        return same
    fitting = [one for one in among if _says_the_same(was, one)]
    nearest = sorted(fitting, key=lambda one: (abs(one.begin - was.begin), one.iri))
    exact = (one for one in nearest if _words(one.evidence) == _words(was.evidence))
    return next(exact, None) or next((one for one in nearest if alike(was.evidence, one.evidence)), None)


def _says_the_same(was: Stored, one: Stored) -> bool:
    if was.relation != one.relation:
        return False
    straight = _same_end(was, one, "subject", "subject") and _same_end(was, one, "object", "object")
    return straight or (
        relations()[was.relation].symmetric
        and _same_end(was, one, "subject", "object")
        and _same_end(was, one, "object", "subject")
    )


def _same_end(was: Stored, one: Stored, mine: str, other: str) -> bool:
    if getattr(was, mine) == getattr(one, other):
        return True
    words = mention(was, mine)
    return bool(words) and words == mention(one, other)


def mention(statement: Stored, end: str) -> str:
    """The words that name an end (`subject`, `object`) in the evidence; "" where they lie in another sentence."""
    first, last = getattr(statement, f"{end}_inside")
    return statement.evidence[first:last] if first >= 0 else ""


def alike(one: str, other: str) -> bool:
    """Whether two passages are the same sentence: one lies in the other, or few characters differ."""
    first, second = " ".join(_words(one)), " ".join(_words(other))
    if first in second or second in first:
        return True
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _words(text: str) -> list[str]:
    return text.split()


def placed(was: Stored, text: str) -> Stored | None:
    """The statement where its sentence stands in the article's text now, whatever the white space; None where it does not.

    Of several places the one nearest to the old one. A mention that stood in another sentence becomes the whole sentence.
    """
    pattern = r"\s+".join(map(re.escape, _words(was.evidence)))
    places = [match.span() for match in re.finditer(pattern, text)] if pattern else []
    if not places:
        return None
    begin, end = min(places, key=lambda place: abs(place[0] - was.begin))
    moved = replace(was, begin=begin, end=end, evidence=text[begin:end])
    for name in ("subject", "object"):
        words = mention(was, name)
        # Where white space changed inside the sentence, the mention is looked for by its words.
        at = moved.evidence.find(words, max(0, getattr(was, f"{name}_inside")[0] - len(was.evidence))) if words else -1
        same = words and moved.evidence == was.evidence
        first = getattr(was, f"{name}_inside")[0] if same else at
        span = (begin + first, begin + first + len(words)) if words and first >= 0 else (begin, end)
        moved = replace(moved, **{f"{name}_begin": span[0], f"{name}_end": span[1]})  # type: ignore[arg-type]
    return moved


def standing(statements: Iterable[Stored], iri: str) -> Stored | None:
    """The statement with an IRI among some."""
    return next((one for one in statements if one.iri == iri), None)
