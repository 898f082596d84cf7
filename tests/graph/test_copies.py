"""A text that two outlets print: both are attributed, and it counts once."""

from datetime import date

from spacy.language import Language

import extractors
from extractors import Article
from extractors.reading import marked
from graph.analysis import events, view
from graph.analysis.coverage import articles, coverage
from graph.recall import statements
from graph.store import KnowledgeGraph
from graph.validation import validate

REPORT = (
    "Emmanuel Macron empfing am Mittwoch Wolodymyr Selenskyj in Paris. Italien unterstützte die Ukraine mit Waffen."
)


def test_both_are_attributed_and_it_counts_once(nlp: Language) -> None:
    day = date(2025, 9, 4)
    read = [
        Article("agentur", REPORT, day, outlet="Agentur"),
        Article("blatt", REPORT, day, outlet="Tagesblatt"),
        Article("eigen", "Macron hat Selenskyj am Mittwoch in Paris empfangen.", day, outlet="Eigener Bericht"),
    ]
    found = [one for one in marked(iter(read)) if isinstance(one, Article)]
    assert [one.copy_of for one in found] == [None, "agentur", None]
    kg = KnowledgeGraph()
    kg.load(extractors.extractions(found, nlp))
    assert validate(kg).conforms
    network = kg.network()
    hosting = [edge for *_, edge in network.edges(data=True) if edge["relation"] == "hosts"]
    assert sorted((edge["article"], edge["report"]) for edge in hosting) == [
        ("agentur", "agentur"), ("blatt", "agentur"), ("eigen", "eigen")
    ]  # fmt: skip
    counted = {edge["relation"]: edge["reports"] for *_, edge in events(view(network)).edges(data=True)}
    assert counted["hosts"] == 2
    assert all(reports == 1 for relation, reports in counted.items() if relation != "hosts")
    assert set(coverage(network, articles(kg)).outlets.index) == {"Agentur", "Tagesblatt", "Eigener Bericht"}
    back = {statement.article.id: statement.article for statement in statements(kg)}
    assert (back["blatt"].copy_of, back["blatt"].outlet) == ("agentur", "Tagesblatt")


def test_an_article_that_is_no_copy_says_nothing_of_copies(nlp: Language) -> None:
    kg = KnowledgeGraph()
    kg.load(extractors.extractions([Article("a", REPORT, date(2025, 9, 4))], nlp))
    assert not kg.query("ASK { ?a dg:copyOf ?b }").boolean
