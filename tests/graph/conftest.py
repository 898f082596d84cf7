"""A small extraction made by hand, so that the graph's tests need no parser."""

from datetime import date

import pytest

from extractors.article import Article
from extractors.statement import Extraction, Polarity, Span, Statement, Status
from ontology.actor import Actor, ActorKind, Place

MACRON = Actor("Q3052772", ActorKind.PERSON, "Emmanuel Macron", "Emmanuel Macron", (), "Q3052772")
SELENSKYJ = Actor(
    "Q3874799", ActorKind.PERSON, "Volodymyr Zelenskyy", "Wolodymyr Selenskyj", ("Selenskyj",), "Q3874799"
)
FRANCE = Actor("Q142", ActorKind.STATE, "France", "Frankreich", (), "Q142")
PARIS = Place("paris", "Paris", "Paris", "Q142")
TEXT = "Macron empfing Selenskyj am Mittwoch in Paris. Er lehnte ein Treffen mit Frankreichs Gegnern ab."


def make_article(
    identifier: str = "a1", text: str = TEXT, title: str | None = "Besuch", url: str | None = None
) -> Article:
    return Article(identifier, text, date(2025, 9, 4), title=title, url=url)


def make_statement(
    article: Article, subject: Actor = MACRON, relation: str = "hosts", target: Actor = SELENSKYJ, **more: object
) -> Statement:
    fields: dict[str, object] = {
        "evidence": Span(0, 46),
        "subject_span": Span(0, 6),
        "object_span": Span(15, 24),
        "date": "2025-09-03",
        "place": PARIS,
        "confidence": 0.9,
        "rule": "verb: empfangen",
    }
    return Statement(article, subject, relation, target, **(fields | more))  # type: ignore[arg-type]


@pytest.fixture
def extraction() -> Extraction:
    article = make_article()
    statements = [
        make_statement(article),
        make_statement(article, MACRON, "represents", FRANCE, date="", place=None),
        make_statement(
            article,
            SELENSKYJ,
            "meets",
            FRANCE,
            polarity=Polarity.NEGATED,
            status=Status.PLANNED,
            source=MACRON,
            date="2025-09",
            place=None,
        ),
    ]
    return Extraction(article, statements, (MACRON, SELENSKYJ, FRANCE))
