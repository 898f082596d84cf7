"""Gold statements for the trainings: what an annotator says that an article states, and which of ours is one of these.

As in `graph.evaluation`, from whose folder nothing may be imported here: actors match by name without case, accents and hyphens,
symmetric relations in either direction, each gold statement counts once an article, optional ones neither for nor against.
"""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractors.article import Article
from ontology.actor import Actor
from ontology.labels import FALLBACK
from ontology.vocabulary import relations


def normal(text: str) -> str:
    """The text without case, accents, hyphens and double spaces."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("-", " ").replace("’", "'")
    return " ".join("".join(char for char in folded if not unicodedata.combining(char)).split())


def names(actor: Actor) -> frozenset[str]:
    """All names of an actor."""
    return frozenset(map(normal, actor.spellings(FALLBACK)))


@dataclass(frozen=True, slots=True)
class Said:
    """A statement by the names of its ends; gold has the span of its evidence too."""

    subject: frozenset[str]
    relation: str
    object: frozenset[str]
    begin: int = 0
    end: int = 0
    optional: bool = False

    def fits(self, other: "Said") -> bool:
        """Whether both say the same of the same two actors."""
        if self.relation != other.relation:
            return False
        if self.subject & other.subject and self.object & other.object:
            return True
        symmetric = relations()[self.relation].symmetric
        return symmetric and bool(self.subject & other.object and self.object & other.subject)


def distinct(statements: Iterable[Said]) -> list[Said]:
    """One of those that fit each other, the required ones first."""
    kept: list[Said] = []
    for statement in sorted(statements, key=lambda said: said.optional):
        if not any(statement.fits(other) for other in kept):
            kept.append(statement)
    return kept


@dataclass
class Tally:
    """What is right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, gold: Sequence[Said], guesses: Sequence[Said]) -> None:
        """Count one article's guesses."""
        wanted = distinct(gold)
        hit = [said for said in wanted if any(said.fits(guess) for guess in guesses)]
        required = sum(not said.optional for said in hit)
        self.right += required
        self.missed += sum(not said.optional for said in wanted) - required
        self.wrong += len(distinct(guess for guess in guesses if not any(guess.fits(said) for said in hit)))

    @property
    def rates(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its gold statements, offices left out."""

    article: Article
    gold: tuple[Said, ...]


def read_annotated(articles: Path, gold: Path) -> list[Annotated]:
    """The articles of a JSONL file that the gold file has statements for; both as in `graph.evaluation.gold`."""
    stated = {record["id"]: tuple(_said(record)) for record in map(json.loads, _lines(gold))}
    found = []
    for record in map(json.loads, _lines(articles)):
        if record["id"] in stated:
            day = date.fromisoformat(record["date"]) if record.get("date") else None
            found.append(Annotated(Article(record["id"], record["text"], day), stated[record["id"]]))
    return found


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def _said(record: dict[str, list[dict[str, str]]]) -> Iterable[Said]:
    known = {a["name"]: frozenset(map(normal, (a["name"], *a["names"]))) for a in record["actors"]}
    for one in record["statements"]:
        if one["relation"] != "represents":
            ends = known[one["subject"]], known[one["object"]]
            yield Said(ends[0], one["relation"], ends[1], int(one["begin"]), int(one["end"]), bool(one.get("optional")))
