"""Why a statement was missed, or is wrong: what the article's nearest statements and its actors tell.

The kinds are those of an error analysis of extraction: the mention (an end was linked nowhere), the direction, the relation between
the right two, the argument (one end is another), and nothing like it (the predicate was not seen, or was made up).
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from graph.evaluation.gold import Judged


class Cause(StrEnum):
    """A kind of error."""

    MENTION = "actor not found"
    DIRECTION = "turned round"
    RELATION = "other relation"
    ARGUMENT = "other actor"
    NOTHING = "nothing like it"


def cause(error: Judged, others: Sequence[Judged], actors: frozenset[str] | None = None) -> Cause:
    """The kind of an error, by its nearest of `others`: the graph's statements for a missed one, the gold's for a wrong one.

    `actors` are all names of the actors that the graph has in the article of a missed one.
    """
    if actors is not None and not (error.subject & actors and error.object & actors):
        return Cause.MENTION
    turned = replace(error, subject=error.object, object=error.subject)
    if any(turned.fits(other) for other in others):
        return Cause.DIRECTION
    if any(_of_both(error, other) or _of_both(turned, other) for other in others):
        return Cause.RELATION
    if any(error.relation == other.relation and _of_one(error, other) for other in others):
        return Cause.ARGUMENT
    return Cause.NOTHING


def _of_both(one: Judged, other: Judged) -> bool:
    return bool(one.subject & other.subject and one.object & other.object)


def _of_one(one: Judged, other: Judged) -> bool:
    return bool(one.subject & other.subject or one.object & other.object)
