"""Scores a graph against gold statements: precision, recall and F1, by relation and by qualifier, and what is wrong.

A predicted statement is right where subject, relation and object match by name (symmetric relations in either direction); each gold
statement counts once an article, optional ones neither for nor against. Names are compared without case, accents and hyphens.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from extractors.article import DEFAULT_LANGUAGE
from graph.evaluation.causes import cause
from graph.evaluation.gold import Judged
from graph.evaluation.guesses import guesses
from graph.storage.store import ArticleStore

QUALIFIERS = ("polarity", "status", "date", "place", "source")
# Offices are found four times as often as events: one figure of both says little of either.
OFFICES = "represents"
GROUPS = ("events", "offices")
RESAMPLES, SEED = 1000, 0

Rates = tuple[float, float, float]
# Right, wrong and missed of a relation in one article.
Count = tuple[str, str]


def group(relation: str) -> str:
    """`offices` for who represents what, `events` for all else."""
    return "offices" if relation == OFFICES else "events"


def rates(right: int, wrong: int, missed: int) -> Rates:
    """Precision, recall and F1."""
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """An error: `missed`, `wrong`, or the qualifier that is wrong; its kind; the article's id; the statement in words."""

    error: str
    kind: str
    article: str
    shown: str


@dataclass
class Scores:
    """The tally of an evaluation; `articles` counts by article id what is right, wrong and missed of each relation."""

    articles: dict[str, Counter[Count]] = field(default_factory=lambda: defaultdict(Counter))
    qualifier_right: Counter[str] = field(default_factory=Counter)
    qualifier_all: Counter[str] = field(default_factory=Counter)
    errors: list[Fault] = field(default_factory=list)
    judged: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def relations(self) -> list[str]:
        """The names of all relations that gold or graph has."""
        return sorted({relation for counts in self.articles.values() for _, relation in counts})

    def counts(self, *relations: str) -> tuple[int, int, int]:
        """How many are right, wrong and missed, of some relations or of all."""
        chosen = self._of(relations or tuple(self.relations))
        right, wrong, missed = chosen.sum(axis=0).tolist()
        return right, wrong, missed

    def rates(self, *relations: str) -> Rates:
        """Precision, recall and F1, of some relations or of all."""
        return rates(*self.counts(*relations))

    def members(self, name: str) -> list[str]:
        """The relations of a group."""
        return [relation for relation in self.relations if group(relation) == name]

    def interval(self, *relations: str) -> tuple[float, float]:
        """Between which values F1 lies in 95 of 100 resamples of the articles (Efron 1979), of some relations or of all."""
        counts = self._of(relations or tuple(self.relations))
        drawn = np.random.default_rng(SEED).integers(len(counts), size=(RESAMPLES, len(counts)))
        found = [rates(*sample.tolist())[2] for sample in counts[drawn].sum(axis=1)]
        low, high = np.quantile(found, (0.025, 0.975)).tolist()
        return low, high

    def qualifier(self, name: str) -> float:
        """The share of matched statements whose qualifier is right."""
        return self.qualifier_right[name] / max(1, self.qualifier_all[name])

    def sure(self, confidence: float, below: float = 2.0) -> tuple[float, int]:
        """The share of right ones among the predicted statements of at least this confidence, and their number."""
        kept = [right for sure, right in self.judged if confidence <= sure < below]
        return sum(kept) / max(1, len(kept)), len(kept)

    def _of(self, relations: Sequence[str]) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
        """A row an article: right, wrong and missed."""
        verdicts = ("right", "wrong", "missed")
        return np.array(
            [
                [sum(counts[verdict, relation] for relation in relations) for verdict in verdicts]
                for counts in self.articles.values()
            ]
            or [[0, 0, 0]]
        )


def evaluate(store: ArticleStore, gold: Mapping[str, Sequence[Judged]], lang: str = DEFAULT_LANGUAGE) -> Scores:
    """The scores of a store over the gold's articles; articles that gold does not have are not counted."""
    scores = Scores()
    predicted, actors = guesses(store, lang)
    for article, golds in gold.items():
        tally = scores.articles[article]
        given = predicted.get(article, [])
        free = list(given)
        for statement in _distinct(golds):
            matching = [guess for guess in free if statement.fits(guess)]
            free = [guess for guess in free if guess not in matching]
            scores.judged += [(guess.confidence, True) for guess in matching]
            if statement.optional:
                continue
            if matching:
                best = max(matching, key=lambda g: sum(statement.agrees(q, g) for q in QUALIFIERS[:3]))
                tally["right", statement.relation] += 1
                _judge(statement, best, scores)
            else:
                tally["missed", statement.relation] += 1
                kind = cause(statement, given, actors.get(article, frozenset()))
                scores.errors.append(Fault("missed", kind, article, statement.shown))
        for guess in _distinct(free):
            tally["wrong", guess.relation] += 1
            scores.errors.append(Fault("wrong", cause(guess, golds), article, guess.shown))
        scores.judged += [(guess.confidence, False) for guess in free]
    return scores


def _judge(gold: Judged, guess: Judged, scores: Scores) -> None:
    for name in QUALIFIERS:
        silent = name in QUALIFIERS[2:] and gold.qualifiers[name] <= {""} and not guess.qualifiers[name]
        if silent:
            continue
        scores.qualifier_all[name] += 1
        scores.qualifier_right[name] += gold.agrees(name, guess)
        if not gold.agrees(name, guess):
            said = "/".join(sorted(guess.qualifiers[name])) or "nothing"
            shown = f"{gold.shown}: {said}, not {'/'.join(sorted(gold.qualifiers[name]))}"
            scores.errors.append(Fault(name, "qualifier", gold.article, shown))


def _distinct(statements: Sequence[Judged]) -> Iterator[Judged]:
    kept: list[Judged] = []
    for statement in sorted(statements, key=lambda s: s.optional):
        if not any(statement.fits(other) for other in kept):
            kept.append(statement)
            yield statement
