"""Every phenomenon of German diplomatic prose, a sentence each: what it must state, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from spacy.language import Language

import extractors
from extractors import Article, Statement
from ontology.actor import Actor
from ontology.vocabulary import relations
from tests.extractors.outcomes import DAY

FILE = Path(__file__).with_name("phenomena.txt")


@dataclass(frozen=True)
class Case:
    """A sentence, its phenomenon, and the expected statements as (subject, relation, object, qualifiers)."""

    phenomenon: str
    sentence: str
    expected: tuple[tuple[str, str, str, dict[str, str]], ...]


def cases() -> Iterator[Case]:
    phenomenon, sentence = "", ""
    expected: list[tuple[str, str, str, dict[str, str]]] = []
    for line in [*FILE.read_text(encoding="utf8").splitlines(), "# end"]:
        if line.startswith("    "):
            words = line.split()
            if words != ["nothing"]:
                expected.append((words[0], words[1], words[2], dict(word.split("=") for word in words[3:])))
        elif line.strip():
            if sentence:
                yield Case(phenomenon, sentence, tuple(expected))
            sentence, expected = ("", []) if line.startswith("#") else (line, [])
            phenomenon = line[2:] if line.startswith("#") else phenomenon


def is_named(actor: Actor | None, name: str) -> bool:
    """Whether a name of the file is this actor: the German name, its last word, or another of its names."""
    if actor is None:
        return name == "-"
    label, spellings = actor.label("de"), [spelling.text for spelling in actor.names]
    return name in (label, label.split()[-1], *spellings) or label.startswith(name)


def fits(statement: Statement, subject: str, relation: str, target: str) -> bool:
    forth = is_named(statement.subject, subject) and is_named(statement.object, target)
    back = (
        relations()[relation].symmetric and is_named(statement.subject, target) and is_named(statement.object, subject)
    )
    return statement.relation == relation and (forth or back)


def differs(statement: Statement, qualifiers: dict[str, str]) -> list[str]:
    found = {
        "polarity": statement.polarity == qualifiers.get("polarity"),
        "status": statement.status == qualifiers.get("status"),
        "date": (statement.date or "-") == qualifiers.get("date"),
        "place": (statement.place.label("de") if statement.place else "-") == qualifiers.get("place"),
        "source": is_named(statement.source, qualifiers.get("source", "")),
    }
    return [name for name in qualifiers if not found[name]]


CASES = list(cases())
Found = Mapping[str, list[Statement]]


@pytest.fixture(scope="module")
def found(request: pytest.FixtureRequest, nlp: Language) -> Found:
    """The statements of each chosen sentence; all at once takes a third of the time."""
    chosen = (getattr(test, "callspec", None) for test in request.session.items)
    mine = [case for call in chosen if call and isinstance(case := call.params.get("case"), Case)]
    articles = [Article("phenomena", case.sentence, DAY) for case in mine]
    return {made.article.text: list(made.statements) for made in extractors.extractions(articles, nlp)}


def test_there_are_enough() -> None:
    assert sum(1 for case in CASES if case.expected) >= 100
    assert sum(1 for case in CASES if not case.expected) >= 50


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.phenomenon}: {case.sentence[:50]}")
def test_sentence(case: Case, found: Found) -> None:
    statements = [s for s in found[case.sentence] if s.relation != "represents"]
    left = list(statements)
    for subject, relation, target, qualifiers in case.expected:
        mine = [s for s in left if fits(s, subject, relation, target)]
        assert mine, f"missing {subject} {relation} {target}; found {shown(statements)}"
        assert not differs(mine[0], qualifiers), f"{differs(mine[0], qualifiers)} of {shown(mine)}"
        left = [s for s in left if s not in mine]
    assert not left, f"too much: {shown(left)}"


def shown(statements: list[Statement]) -> list[str]:
    return [
        f"{s.subject.label('de')} {s.relation} {s.object.label('de')} {s.polarity} {s.status} {s.date} {s.place and s.place.label('de')}"
        f" {s.source and s.source.label('de')} ({s.rule})"
        for s in statements
    ]
