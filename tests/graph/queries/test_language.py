"""Named questions answer in a language: a label that is missing there takes no row away and brings none twice."""

import pytest

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from ontology.actor import Actor, ActorKind
from tests.graph.conftest import MACRON, SELENSKYJ, make_article, make_statement

UNLISTED = Actor("merz-x", ActorKind.PERSON, {"de": "Merz X"}, known=False)
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
