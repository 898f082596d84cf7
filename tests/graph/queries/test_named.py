"""The named questions: each runs, agrees with rdflib's own engine, and takes its parameters as data."""

import re

import pytest
import rdflib

from extractors.statement import Extraction, Polarity, Span, Status
from graph.analysis import brokers, camps, contested, view
from graph.knowledge import KnowledgeGraph
from graph.queries import asked, questions
from graph.statements.selection import SURE
from graph.storage.ask import PROLOGUE, QueryError
from ontology.vocabulary import relations
from tests.bench.synthetic import extractions
from tests.graph.conftest import FRANCE, MACRON, SELENSKYJ, make_article, make_statement

pytestmark = pytest.mark.slow

GIVEN = {"since": "2016", "until": "2021-06", "on": "2019-01-01", "actor": "synthetic-0", "other": "synthetic-1"}


@pytest.fixture(scope="module")
def synthetic() -> KnowledgeGraph:
    made = KnowledgeGraph()
    made.load(extractions(1000))
    return made


@pytest.fixture(scope="module")
def plain(synthetic: KnowledgeGraph) -> rdflib.Graph:
    copy = rdflib.Graph()
    for quad in synthetic.to_rdflib().quads((None, None, None, None)):
        copy.add(quad[:3])
    return copy


def given_for(name: str) -> dict[str, str]:
    question = questions()[name]
    return {key: GIVEN[key] for key in question.parameters if key in question.needed or key in ("since", "until")}


def test_there_are_questions_and_they_say_what_they_ask() -> None:
    assert len(questions()) >= 12
    for question in questions().values():
        assert question.asks.endswith(("?", ".")), question.name
        assert set(question.needed) <= set(question.parameters)


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_question_is_answered(synthetic: KnowledgeGraph, name: str) -> None:
    answer = synthetic.question(name, given_for(name))
    assert answer.columns
    # The synthetic actors hold no office, and what one denies of them nobody said that fortnight.
    if name not in ("office-holders", "contested-statements"):
        assert answer.rows


# The others take rdflib minutes.
@pytest.mark.parametrize(
    "name", ["hosts-in-period", "mediators", "places", "planned-meetings", "sources-quoted", "visits-in-period"]
)
def test_another_engine_gives_the_same_answer(synthetic: KnowledgeGraph, plain: rdflib.Graph, name: str) -> None:
    theirs = plain.query(PROLOGUE + asked(synthetic, name, given_for(name)))
    rows = sorted(tuple("" if value is None else str(value) for value in row) for row in theirs)
    assert sorted(synthetic.question(name, given_for(name)).rows) == rows


def test_signs_in_the_questions_are_the_ontologys() -> None:
    for question in questions().values():
        for name, sign in re.findall(r"\(dg:(\w+) (-?\d)\)", question.sparql):
            assert relations()[name].sign == int(sign), (question.name, name)
        for name in re.findall(r"dg:(\w+)", question.sparql):
            assert name[0].islower() or name in ("Statement", "Article", "Office", "Organisation", "Group"), name


def test_periods_and_imprecise_dates() -> None:
    graph = KnowledgeGraph()
    for number, day in enumerate(("2025-09-03", "2025-09", "2024", "")):
        article = make_article(f"a{number}")
        graph.replace(Extraction(article, [make_statement(article, date=day, status=Status.ACTUAL)], ()))

    def hosted(since: str = "", until: str = "") -> list[str]:
        return [row[2] for row in graph.question("hosts-in-period", {"since": since, "until": until}).rows]

    assert hosted() == ["2024", "2025-09", "2025-09-03", "2025-09-04"]
    assert hosted(since="2025-09-04") == ["2025-09", "2025-09-04"]
    assert hosted(until="2025-09-03") == ["2024", "2025-09", "2025-09-03"]
    assert hosted("2024-06", "2024-07") == ["2024"]
    assert hosted("2025-08", "2025-08") == []


def test_changed_sides() -> None:
    graph = KnowledgeGraph()
    article = make_article()
    made = [
        make_statement(article, MACRON, "praises", SELENSKYJ, date="2024-01-01"),
        make_statement(article, SELENSKYJ, "criticizes", MACRON, date="2025-01-01", evidence=Span(0, 20)),
        make_statement(article, MACRON, "praises", FRANCE, date="2024-01-01", evidence=Span(0, 30)),
    ]
    graph.replace(Extraction(article, made, ()))
    rows = graph.question("changed-sides", {"on": "2024-06-01"}).rows
    assert rows == (("Emmanuel Macron", "Wolodymyr Selenskyj", "1", "-1"),)


def test_what_an_analysis_answers_is_what_it_says(synthetic: KnowledgeGraph) -> None:
    states = view(synthetic.network(), level="state", min_confidence=SURE)
    frame = brokers(states, camps(states))
    rows = synthetic.question("brokers").rows
    assert [row[0] for row in rows] == list(frame["label"])
    assert len(synthetic.question("brokers", limit=3).rows) == 3
    with pytest.raises(QueryError, match="an analysis answers it"):
        asked(synthetic, "brokers", {})


def test_contested_statements() -> None:
    graph = KnowledgeGraph()
    for number, polarity in enumerate((Polarity.AFFIRMED, Polarity.NEGATED)):
        article = make_article(f"a{number}")
        graph.replace(Extraction(article, [make_statement(article, polarity=polarity, status=Status.ACTUAL)], ()))
    answer = graph.question("contested-statements")
    ((row,), frame) = answer.rows, contested(view(graph.network()))
    told = dict(zip(answer.columns, row, strict=True))
    assert (told["affirmed_article"], told["denied_article"]) == ("a0", "a1")
    assert told["relation"].endswith("#hosts")
    assert told["subject"] == frame["subject_label"][0]
    assert graph.question("contested-statements", {"since": "2031"}).rows == ()


def test_office_holders_on_a_day(extraction: Extraction) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    titles = {row[1] for row in graph.question("office-holders", {"on": "2025-01-01", "actor": "Frankreich"}).rows}
    assert "Präsident" in titles
    assert not {row for row in graph.question("office-holders", {"on": "1990-01-01", "actor": "Q142"}).rows if row[3]}


def test_actors_by_name(extraction: Extraction) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    for name in ("Q3874799", "Selenskyj", "volodymyr zelenskyy", "Volodymyr"):
        assert len(graph.question("statements-about", {"actor": name}).rows) == 2
    with pytest.raises(QueryError, match=r"names no actor exactly: Emmanuel Macron \(Q3052772\)"):
        graph.question("statements-about", {"actor": "Macro"})


@pytest.mark.parametrize(
    ("name", "parameters", "reason"),
    [
        ("none", {}, "no question 'none'"),
        ("brokers", {"actor": "Q142"}, "no parameter 'actor'; it takes since, until"),
        ("brokers", {"since": "gestern"}, "write a date"),
        ("mediators", {"on": "2025"}, "no parameter 'on'"),
        ("statements-about", {}, "needs --actor"),
        ("hosts-in-period", {"since": "gestern"}, "write a date"),
        ("hosts-in-period", {"since": '2025" } DROP ALL #'}, "write a date"),
        ("statements-about", {"actor": '"> } ; DROP ALL'}, "no actor"),
        ("statements-about", {"actor": "Q142", "relation": "likes"}, "no relation 'likes'"),
    ],
)
def test_mistakes(extraction: Extraction, name: str, parameters: dict[str, str], reason: str) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    with pytest.raises(QueryError, match=re.escape(reason)):
        graph.question(name, parameters)
    assert graph.articles() == ["a1"]
