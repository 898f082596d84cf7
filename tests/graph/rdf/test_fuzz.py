"""Whatever an article says, it becomes statements and valid N-Quads, soon, and nothing breaks out."""

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

import extractors
from extractors import Article
from extractors.reading.records import ArticleError, from_text
from graph.rdf.articles import article_lines
from graph.rdf.descriptions import described, description_lines

WORDS = """Macron Selenskyj
Trump Russland Ukraine EU Nato Kreml Berlin US-Präsident Außenminister der die das den dem von mit gegen am Montag
4. September 2025 , . ! ? : „ “ – ( ) traf empfing drohte lehnte ab warnte will nicht sagte dass sich wurde werden habe laut ihm sie er
beide > < " \\ { } @de ^^xsd:date \u202e 😀 ß"""
PIECES = st.sampled_from([*WORDS.split(), "\n\n"])


@pytest.mark.slow
def test_any_text_gives_valid_quads(nlp: Language) -> None:
    @settings(max_examples=80, deadline=5000, database=None, suppress_health_check=list(HealthCheck))
    @given(
        st.one_of(st.lists(PIECES, min_size=1, max_size=60).map(" ".join), st.text(min_size=1, max_size=200)),
        st.text(max_size=20),
    )
    def case(text: str, identifier: str) -> None:
        try:
            article = from_text(text, identifier)
        except ArticleError:
            return
        assert isinstance(article, Article)
        (extraction,) = extractors.extractions([article], nlp)
        lines = [*article_lines(extraction), *description_lines(described([extraction]).values())]
        quads = list(pyoxigraph.parse("".join(lines).encode(), format=pyoxigraph.RdfFormat.N_QUADS))
        assert len(quads) == len(lines)
        for statement in extraction.statements:
            for span in (statement.evidence, statement.subject_span, statement.object_span):
                assert 0 <= span.begin < span.end <= len(article.text)

    case()
