"""Actors that are likely one: found by name, with reasons, and judged by a file that review takes."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from extractors.statement import Extraction
from graph.cli.doubles import duplicates
from graph.cli.review import review
from graph.cli.terminal import UserError
from graph.evaluation.doubles import doubles
from graph.knowledge import KnowledgeGraph
from ontology.actor import Actor, ActorKind
from tests.graph.conftest import FRANCE, MACRON, make_article, make_statement

app = typer.Typer()
app.command()(duplicates)
app.add_typer(review, name="review")


def unlinked(identifier: str, name: str, kind: ActorKind = ActorKind.PERSON) -> Actor:
    return Actor(identifier, kind, {"de": name}, known=False)


def graph_of(*actors: Actor) -> KnowledgeGraph:
    graph = KnowledgeGraph()
    article = make_article()
    graph.replace(Extraction(article, [make_statement(article, actor, "warns", FRANCE) for actor in actors], ()))
    return graph


def pairs(*actors: Actor) -> list[tuple[str, str]]:
    return [(double.actor.rpartition("/")[2], double.same.rpartition("/")[2]) for double in doubles(graph_of(*actors))]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Fuad Schalir", "Fouad Shalir", "one name in two spellings"),
        ("Fuad Schalir", "Schalir", "the surname alone"),
        ("Fuad Schalir", "F. Schalir", "a given name that begins alike"),
        ("Fuad Schalirow", "Fuad Schalisow", "1 letter between them"),
    ],
)
def test_reasons(one: str, other: str, reason: str) -> None:
    (double,) = doubles(graph_of(unlinked("a", one), unlinked("b", other)))
    assert reason in double.reasons[0]
    assert double.sentences[0] == double.sentences[1] == ("Macron empfing Selenskyj am Mittwoch in Paris.",)
    assert "statements with the same others" in double.reasons


def test_others_are_none() -> None:
    assert pairs(unlinked("a", "Fuad Schalir"), unlinked("b", "Karim Schalir")) == []
    assert pairs(unlinked("a", "Roter Stern"), unlinked("b", "Roter Stern", ActorKind.GROUP)) == []
    assert pairs(MACRON, FRANCE) == []


def test_the_known_one_is_the_same() -> None:
    assert pairs(unlinked("a", "Emmanuel Makron"), MACRON) == [("a", "Q3052772")]


def test_an_organisation_by_its_letters() -> None:
    body = unlinked("b", "Internationale Energie-Agentur", ActorKind.ORGANISATION)
    assert pairs(unlinked("a", "IEA", ActorKind.ORGANISATION), body) == [("b", "a")] or pairs(
        unlinked("a", "IEA", ActorKind.ORGANISATION), body
    ) == [("a", "b")]


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, arguments)
    return (done.exception.exit_code if isinstance(done.exception, UserError) else done.exit_code), done.output


def test_the_command_and_what_review_makes_of_it(tmp_path: Path) -> None:
    store, out = str(tmp_path / "kg"), tmp_path / "same.jsonl"
    article = make_article()
    ends = (unlinked("fuad-schalir", "Fuad Schalir"), unlinked("fouad-shalir", "Fouad Shalir"))
    with KnowledgeGraph(store) as graph:
        graph.replace(Extraction(article, [make_statement(article, actor, "warns", FRANCE) for actor in ends], ()))
    code, shown = run("duplicates", "--store", store, "-o", str(out))
    assert code == 1
    assert "Fuad Schalir (fuad-schalir, unlinked)" in shown
    assert "one name in two spellings" in shown
    assert "Macron empfing Selenskyj" in shown
    (line,) = (json.loads(line) for line in out.read_text("utf8").splitlines())
    assert set(line) == {"actor", "same", "why"}
    assert run("review", "apply", str(out), "--store", store, "--by", "anna")[0] == 0
    with KnowledgeGraph(store, read_only=True) as graph:
        assert len({row[0] for row in graph.query("SELECT ?s { ?st rdf:subject ?s }").rows}) == 1
    assert run("duplicates", "--store", store)[0] == 0
    assert run("duplicates", "--store", str(tmp_path / "none"))[0] == 2
