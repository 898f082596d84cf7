"""Scores a graph against gold statements: precision, recall and F1, by relation and by qualifier, and what is wrong.

A predicted statement is right where subject, relation and object match by name (symmetric relations in either direction); each gold
statement counts once an article, optional ones neither for nor against. Names are compared without case, accents and hyphens.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.article import DEFAULT_LANGUAGE
from graph.evaluation.gold import Judged, normal
from graph.statements.described import described
from graph.statements.stored import stored
from graph.storage.store import ArticleStore
from ontology.vocabulary import relations

QUALIFIERS = ("polarity", "status", "date", "place", "source")


@dataclass
class Scores:
    """The tally of an evaluation."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    qualifier_right: Counter[str] = field(default_factory=Counter)
    qualifier_all: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, str, str]] = field(default_factory=list)
    judged: list[tuple[float, bool]] = field(default_factory=list)

    def rates(self, relation: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1, of one relation or of all."""
        right, wrong, missed = (c[relation] if relation else c.total() for c in (self.right, self.wrong, self.missed))
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    def qualifier(self, name: str) -> float:
        """The share of matched statements whose qualifier is right."""
        return self.qualifier_right[name] / max(1, self.qualifier_all[name])

    def sure(self, confidence: float) -> float:
        """The share of right ones among predicted statements of at least this confidence."""
        kept = [right for sure, right in self.judged if sure >= confidence]
        return sum(kept) / max(1, len(kept))


def guesses(store: ArticleStore, lang: str = DEFAULT_LANGUAGE) -> dict[str, list[Judged]]:
    """The store's statements by article id, to be shown in a language."""
    things, known = described(store), relations()
    labels = {iri: thing.label(lang) for iri, thing in things.items()}
    names = {
        iri: frozenset(map(normal, (*thing.labels.values(), *(name.text for name in thing.names))))
        for iri, thing in things.items()
    }
    found: dict[str, list[Judged]] = defaultdict(list)
    for one in stored(store):
        subject, target = (names.get(iri, frozenset()) for iri in (one.subject, one.object))
        values = {
            "polarity": frozenset((one.polarity,)),
            "status": frozenset((one.status,)),
            "date": frozenset((normal(one.date),)) if one.date else frozenset(),
            "place": names.get(one.place, frozenset()),
            "source": names.get(one.source, frozenset()),
        }
        ends = (labels.get(iri, iri) for iri in (one.subject, one.object))
        shown = f" {known[one.relation].label(lang)} ".join(ends) + f" ({one.rule})"
        found[one.article].append(
            Judged(one.article, subject, one.relation, target, values, shown, confidence=one.confidence)
        )
    return found


def evaluate(store: ArticleStore, gold: Mapping[str, Sequence[Judged]], lang: str = DEFAULT_LANGUAGE) -> Scores:
    """The scores of a store over the gold's articles; articles that gold does not have are not counted."""
    scores = Scores()
    predicted = guesses(store, lang)
    for article, golds in gold.items():
        free = list(predicted.get(article, ()))
        for statement in _distinct(golds):
            mine = [guess for guess in free if statement.fits(guess)]
            free = [guess for guess in free if guess not in mine]
            scores.judged += [(guess.confidence, True) for guess in mine]
            if statement.optional:
                continue
            if mine:
                best = max(mine, key=lambda g, s=statement: sum(s.agrees(q, g) for q in QUALIFIERS[:3]))  # type: ignore[misc]
                scores.right[statement.relation] += 1
                _judge(statement, best, scores)
            else:
                scores.missed[statement.relation] += 1
                scores.errors.append(("missed", article, statement.shown))
        for guess in _distinct(free):
            scores.wrong[guess.relation] += 1
            scores.errors.append(("wrong", article, guess.shown))
        scores.judged += [(guess.confidence, False) for guess in free]
    return scores


def _judge(gold: Judged, guess: Judged, scores: Scores) -> None:
    for name in QUALIFIERS:
        silent = name in QUALIFIERS[2:] and gold.qualifiers[name] <= {""} and not guess.qualifiers[name]
        if not silent:
            scores.qualifier_all[name] += 1
            scores.qualifier_right[name] += gold.agrees(name, guess)
            if not gold.agrees(name, guess):
                said = "/".join(sorted(guess.qualifiers[name])) or "nothing"
                scores.errors.append(
                    (name, gold.article, f"{gold.shown}: {said}, not {'/'.join(sorted(gold.qualifiers[name]))}")
                )


def _distinct(statements: Sequence[Judged]) -> Iterator[Judged]:
    kept: list[Judged] = []
    for statement in sorted(statements, key=lambda s: s.optional):
        if not any(statement.fits(other) for other in kept):
            kept.append(statement)
            yield statement
