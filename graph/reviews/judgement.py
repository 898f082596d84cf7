"""A judgement: what a reviewer said of a statement or an actor, when and why. It is a value that no later one edits.

Of one reviewer's judgements in one register (a statement; whether two actors are one; an actor's name in a language; its kind) the
latest counts, in whatever order they come: files of several reviewers can be applied twice, and in any order.
"""

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graph.rdf.names import data_iri
from graph.statements.stored import Stored
from ontology.errors import InputError
from ontology.vocabulary import DATA


class ReviewError(InputError):
    """A judgement that cannot be read or applied; the message names the file, the line and the reason."""


class Verdict(StrEnum):
    """What a judgement says; values are local names of the ontology."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    AMENDED = "amended"
    ADDED = "added"
    WITHDRAWN = "withdrawn"
    SAME = "same"
    DIFFERENT = "different"
    RENAMED = "renamed"
    RETYPED = "retyped"


# The verdicts by which a statement stands in the graph.
STANDING = (Verdict.CONFIRMED, Verdict.AMENDED, Verdict.ADDED)
STATEMENT, IDENTITY, NAME, KIND = "statement", "identity", "name", "kind"
# What can be amended in a statement; ends, place and source are IRIs.
NODES = ("subject", "object", "place", "source")
FIELDS = ("relation", "polarity", "status", "date", *NODES)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What `by` said of `target` (an IRI) at `at` (UTC, as `moment` writes it).

    `was` is the statement as it stood when it was judged, or as it was added: by its article, sentence and ends it is found again.
    `correction` has the fields that a reviewer says otherwise: those of `FIELDS`, or `name` and `lang`, or `kind`. `other` is the
    actor that the target is, or is not, the same as. `described` describes by IRI the actors and places that are named and that no
    table lists, so that a judgement holds in a store that has never heard of them.
    """

    target: str
    register: str
    verdict: Verdict
    by: str
    at: str
    why: str = ""
    other: str = ""
    was: Stored | None = None
    correction: Mapping[str, str] = field(default_factory=dict, hash=False)
    described: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, hash=False)

    @property
    def iri(self) -> str:
        """The node: one for each reviewer and register, so that a later judgement takes the earlier one's place."""
        parts = (*self.subject_matter, self.by)
        return f"{DATA}judgement/{hashlib.sha256(repr(parts).encode()).hexdigest()[:20]}"

    @property
    def subject_matter(self) -> tuple[str, ...]:
        """What it is about, the same for all reviewers; of a pair of actors neither is first."""
        ends = sorted((self.target, self.other)) if self.register == IDENTITY else [self.target]
        return (self.register, *ends)

    @property
    def article(self) -> str:
        """The id of the statement's article, "" for an actor."""
        return self.was.article if self.was else ""

    @property
    def article_iri(self) -> str:
        """The IRI of the statement's article, "" for an actor."""
        return data_iri("article", self.was.article).value if self.was else ""


def moment(text: str = "") -> str:
    """A point in time in UTC with milliseconds, as `2025-09-04T12:00:00.000Z`; now, where nothing is said. Raises `ValueError`."""
    at = datetime.datetime.fromisoformat(text) if text else datetime.datetime.now(datetime.UTC)
    at = at.astimezone(datetime.UTC) if at.tzinfo else at.replace(tzinfo=datetime.UTC)
    return f"{at.strftime('%Y-%m-%dT%H:%M:%S')}.{at.microsecond // 1000:03d}Z"


def latest(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Of each reviewer the last word on each matter, in the order in which they were said."""
    ordered = sorted(judgements, key=lambda one: (one.at, one.by, one.iri))
    return sorted({one.iri: one for one in ordered}.values(), key=lambda one: (one.at, one.by, one.iri))


def effective(judgements: Iterable[Judgement]) -> Judgement | None:
    """The judgement on one matter that counts: the latest that was not taken back; None where there is none."""
    by_reviewer = {one.by: one for one in sorted(judgements, key=lambda one: (one.at, one.iri))}
    standing = [one for one in by_reviewer.values() if one.verdict is not Verdict.WITHDRAWN]
    return max(standing, key=lambda one: (one.at, one.by), default=None)
