"""Statements: what an article says about two actors (`subject – relation – object`), with qualifiers and evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractors.article import Article
from ontology.actor import Actor, Place


class Polarity(StrEnum):
    """Whether the text affirms or denies the fact; values are local names of the ontology."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Status(StrEnum):
    """How real the fact is in the text (gold guide, Qualifiers); values are local names of the ontology."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CLAIMED = "claimed"


@dataclass(frozen=True, slots=True)
class Span:
    """Character offsets in the article's text, end exclusive."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact with its qualifiers.

    `relation` is a local name of the ontology (`hosts`). `date` is an ISO day, month or year (`2025-09-03`, `2014-11`, `2009`)
    or empty: never more precise than the text. `source` is the actor whose word it is, or None. `evidence` is the span of the
    sentence or clause in `article.text`; `subject_span` and `object_span` are the two mentions, which may lie in an earlier
    sentence. `rule` names the lexicon entry and shape that produced it, `reasons` say for each qualifier why it was set.
    """

    article: Article
    subject: Actor
    relation: str
    object: Actor
    evidence: Span
    subject_span: Span
    object_span: Span
    polarity: Polarity = Polarity.AFFIRMED
    status: Status = Status.ACTUAL
    source: Actor | None = None
    date: str = ""
    place: Place | None = None
    confidence: float = 1.0
    rule: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article gave: its statements, and every actor it mentions whether or not a statement has it."""

    article: Article
    statements: Sequence[Statement]
    actors: Sequence[Actor]
