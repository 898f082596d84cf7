"""Scores a graph against gold statements: precision, recall and F1, by relation and by qualifier, and what is wrong.

A predicted statement is right where subject, relation and object match by name (symmetric relations in either direction); each gold
statement counts once an article, optional ones neither for nor against. Names are compared without case, accents and hyphens.
"""

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.store import KnowledgeGraph
from ontology.errors import InputError
from ontology.vocabulary import DG, relations

QUALIFIERS = ("polarity", "status", "date", "place", "source")
GUESSES = """
SELECT ?st ?article ?s ?p ?o ?polarity ?status ?date ?place ?source ?confidence ?rule {
  ?st a dg:Statement ; prov:wasDerivedFrom/dcterms:identifier ?article ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
      dg:polarity ?polarity ; dg:status ?status ; dg:confidence ?confidence ; dg:rule ?rule .
  OPTIONAL { ?st dg:date ?date } OPTIONAL { ?st dg:place ?place } OPTIONAL { ?st prov:wasAttributedTo ?source }
} ORDER BY ?article ?st"""
NAMES = "SELECT DISTINCT ?node ?name { ?node skos:prefLabel|skos:altLabel ?name }"
Names = Mapping[str, frozenset[str]]


class GoldError(InputError):
    """A gold file that cannot be read; the message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold or predicted statement with the names of its ends; qualifiers are accepted values (gold) or the one value (guess)."""

    article: str
    subject: frozenset[str]
    relation: str
    object: frozenset[str]
    qualifiers: Mapping[str, frozenset[str]]
    shown: str
    optional: bool = False
    confidence: float = 1.0

    def fits(self, other: "Judged") -> bool:
        """Whether both say the same of the same two actors."""
        if self.relation != other.relation:
            return False
        if self.subject & other.subject and self.object & other.object:
            return True
        return relations()[self.relation].symmetric and bool(
            self.subject & other.object and self.object & other.subject
        )

    def agrees(self, qualifier: str, guess: "Judged") -> bool:
        """Whether a guess's qualifier is one of the accepted; nothing said is right where gold accepts silence."""
        mine, theirs = self.qualifiers[qualifier], guess.qualifiers[qualifier]
        return bool(mine & theirs) if theirs else not mine or "" in mine


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


def normal(text: str) -> str:
    """The text without case, accents, hyphens and double spaces."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("-", " ").replace("’", "'")
    return " ".join("".join(char for char in folded if not unicodedata.combining(char)).split())


def read_gold(path: Path) -> dict[str, list[Judged]]:
    """Gold statements by article id. Raises `GoldError` for a file that is none."""
    found: dict[str, list[Judged]] = {}
    try:
        lines = path.read_text(encoding="utf8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                record = json.loads(line)
                names = {a["name"]: frozenset(normal(n) for n in (a["name"], *a["names"])) for a in record["actors"]}
                found[record["id"]] = [_gold(record["id"], statement, names) for statement in record["statements"]]
            except (KeyError, TypeError, ValueError) as error:
                raise GoldError(f"{path}:{number}: no gold record ({error!r})") from error
    return found


def _gold(article: str, statement: Mapping[str, object], names: Names) -> Judged:
    accepted = {"polarity": [statement["polarity"]], "status": [statement["status"]]}
    accepted |= {name: statement[name] for name in ("date", "place", "source")}  # type: ignore[misc]
    qualifiers = {
        name: frozenset(form for value in values for form in names.get(str(value), frozenset((normal(str(value)),))))
        for name, values in accepted.items()
    }
    subject, target, relation = str(statement["subject"]), str(statement["object"]), str(statement["relation"])
    shown = f"{subject} {relation} {target}"
    return Judged(article, names[subject], relation, names[target], qualifiers, shown, bool(statement.get("optional")))


def guesses(graph: KnowledgeGraph) -> dict[str, list[Judged]]:
    """The graph's statements by article id."""
    names: dict[str, set[str]] = defaultdict(set)
    for node, name in graph.query(NAMES).rows:
        names[node].add(normal(name))
    found: dict[str, list[Judged]] = defaultdict(list)
    for _, article, s, p, o, polarity, status, date, place, source, confidence, rule in graph.query(GUESSES).rows:
        values = {
            "polarity": frozenset((polarity.removeprefix(DG),)),
            "status": frozenset((status.removeprefix(DG),)),
            "date": frozenset((normal(date),)) if date else frozenset(),
            "place": frozenset(names[place]) if place else frozenset(),
            "source": frozenset(names[source]) if source else frozenset(),
        }
        relation = p.removeprefix(DG)
        shown = f"{min(names[s], default=s)} {relation} {min(names[o], default=o)} ({rule})"
        guess = Judged(
            article, frozenset(names[s]), relation, frozenset(names[o]), values, shown, confidence=float(confidence)
        )
        found[article].append(guess)
    return found


def evaluate(graph: KnowledgeGraph, gold: Mapping[str, Sequence[Judged]]) -> Scores:
    """The scores of a graph over the gold's articles; articles that gold does not have are not counted."""
    scores = Scores()
    predicted = guesses(graph)
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
