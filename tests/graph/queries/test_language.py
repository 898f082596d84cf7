"""Named questions answer in a language: a label that is missing there takes no row away and brings none twice."""

import pytest

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.queries import answer, asked, in_words, questions
from ontology.actor import Actor, ActorKind
from tests.graph.conftest import MACRON, SELENSKYJ, make_article, make_statement

UNLISTED = Actor("merz-x", ActorKind.PERSON, {"de": "Merz X"}, known=False)
NAMESAKE = Actor("merz-y", ActorKind.PERSON, {"de": "Merz X"}, known=False)
TRILINGUAL = Actor("y", ActorKind.PERSON, {"de": "Ypsilon", "fr": "Igrec"}, known=False)


@pytest.mark.parametrize(
    ("lang", "guests"),
    [
        ("de", ["Merz X", "Wolodymyr Selenskyj", "Ypsilon"]),
        ("en", ["Merz X", "Volodymyr Zelenskyy", "Ypsilon"]),
        ("fr", ["Igrec", "Merz X", "Volodymyr Zelenskyy"]),
    ],
)
def test_each_row_once_in_each_language(lang: str, guests: list[str]) -> None:
    article = make_article()
    graph = KnowledgeGraph()
    made = [make_statement(article, MACRON, "hosts", guest) for guest in (SELENSKYJ, UNLISTED, TRILINGUAL)]
    graph.replace(Extraction(article, made, ()))
    rows = graph.question("hosts-in-period", lang=lang).rows
    assert sorted(row[1] for row in rows) == guests
    assert {row[3] for row in rows} == {"Paris"}


def test_two_of_one_name_are_two_rows_and_their_ids_tell_them_apart() -> None:
    article = make_article()
    graph = KnowledgeGraph()
    graph.replace(Extraction(article, [make_statement(article, who) for who in (UNLISTED, NAMESAKE)], ()))
    sparql = asked(graph, "actors-by-statements", {}, "de", ids=True)
    found = in_words(graph.query(sparql), "de", ids=True)
    assert found.columns[:2] == ("name", "name_id")
    assert sorted(row[:2] for row in found.rows if row[0] == "Merz X") == [("Merz X", "merz-x"), ("Merz X", "merz-y")]


@pytest.mark.parametrize("name", sorted(questions()))
def test_ids_take_no_row_away_and_add_none(name: str) -> None:
    article = make_article()
    graph = KnowledgeGraph()
    pairs = [(MACRON, SELENSKYJ), (SELENSKYJ, UNLISTED), (UNLISTED, TRILINGUAL)]
    made = [make_statement(article, who, relation, whom) for who, whom in pairs for relation in ("hosts", "warns")]
    graph.replace(Extraction(article, made, ()))
    given = {
        key: {"actor": "Q3052772", "other": "Q3874799", "on": "2025-09-03"}[key] for key in questions()[name].needed
    }
    plain = graph.question(name, given)
    found = in_words(answer(graph, name, given, ids=True), "de", ids=True)
    assert set(plain.columns) < set(found.columns)
    assert len(found.rows) == len(plain.rows)
    for column in (column for column in found.columns if column.endswith("_id")):
        values = {row[found.columns.index(column)] for row in found.rows}
        assert not [value for value in values if value.startswith("http")]
