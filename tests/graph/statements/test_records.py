"""Statements → RDF → statements: equal, hostile strings included."""

import dataclasses
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.article import Article
from extractors.statement import Extraction, Polarity, Span, Statement, Status
from graph.knowledge import KnowledgeGraph
from graph.statements.records import statements
from graph.validation.shacl import validate
from ontology.actor import Actor, ActorKind, Place, Spelling
from ontology.vocabulary import relations

# All characters but lone surrogates, which are no text, and are told apart below.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
LANGUAGES = st.sampled_from(("de", "en", "fr"))
LABELS = st.dictionaries(LANGUAGES, TEXT, min_size=1).map(lambda found: dict(sorted(found.items())))
SPELLINGS = st.builds(Spelling, TEXT, LANGUAGES)
DATES = st.one_of(
    st.just(""),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)).flatmap(
        lambda day: st.sampled_from((day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]))
    ),
)


@st.composite
def extraction(draw: st.DrawFn) -> Extraction:
    names = draw(st.lists(TEXT, min_size=2, max_size=5, unique=True))
    actors = [
        Actor(
            name, draw(st.sampled_from(list(ActorKind))), draw(LABELS), tuple(sorted(draw(st.sets(SPELLINGS, max_size=3)))),
            draw(st.sampled_from((None, "Q42", "Q1"))), draw(st.booleans()),
        )
        for name in names
    ]  # fmt: skip
    sentences = draw(st.lists(TEXT, min_size=1, max_size=5))
    text = "".join(sentences)
    article = Article(
        draw(TEXT),
        text,
        draw(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))),
        "de",
        draw(st.none() | TEXT),
        draw(st.none() | TEXT),
    )
    found = []
    begin = 0
    places = {name: Place(name, draw(LABELS)) for name in draw(st.lists(TEXT, max_size=3))}
    for sentence in sentences:
        subject, target = draw(st.permutations(actors))[:2]
        found.append(
            Statement(
                article, subject, draw(st.sampled_from(list(relations()))), target, Span(begin, begin + len(sentence)),
                Span(0, len(text)), Span(begin, begin + 1), draw(st.sampled_from(list(Polarity))),
                draw(st.sampled_from(list(Status))), draw(st.none() | st.sampled_from(actors)), draw(DATES),
                draw(st.none() | st.sampled_from(list(places.values()))) if places else None,
                draw(st.integers(0, 1000)) / 1000, draw(TEXT), tuple(sorted(set(draw(st.lists(TEXT, max_size=2))))),
            )
        )  # fmt: skip
        begin += len(sentence)
    return Extraction(article, found, tuple(actors))


@settings(max_examples=60, deadline=None)
@given(extraction())
def test_statements_come_back_equal(made: Extraction) -> None:
    graph = KnowledgeGraph()
    graph.replace(made)
    came_back = statements(graph)
    # Two actors of one id are equal whatever is said of them: repr tells all.
    assert sorted(map(repr, came_back)) == sorted(map(repr, made.statements))


@settings(max_examples=8, deadline=None)
@given(extraction())
def test_what_is_written_validates(made: Extraction) -> None:
    graph = KnowledgeGraph()
    graph.replace(made)
    assert validate(graph).violations == ()


def test_the_text_outside_the_evidence_is_not_kept() -> None:
    article = Article("a", "Geheim. A lobte B. Geheim.")
    one, other = (Actor(name, ActorKind.PERSON, {"de": name}, known=False) for name in "AB")
    made = Statement(article, one, "praises", other, Span(8, 18), Span(8, 9), Span(16, 17), rule="r")
    graph = KnowledgeGraph()
    graph.replace(Extraction(article, [made], ()))
    (back,) = statements(graph)
    assert back == dataclasses.replace(
        made, article=dataclasses.replace(article, text=" " * 8 + "A lobte B." + " " * 8)
    )


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    article = Article("\ud83d", "\ud83d lobte B.", title="\udc00")
    one, other = (Actor(name, ActorKind.PERSON, {"de": name}, known=False) for name in ("\ud83d", "B"))
    made = Statement(article, one, "praises", other, Span(0, 10), Span(0, 1), Span(8, 9), rule="r")
    graph = KnowledgeGraph()
    graph.replace(Extraction(article, [made], ()))
    (back,) = statements(graph)
    assert back.article.text == "? lobte B."
