"""The one reader: what was written comes back, of all statements, of selected ones, and of one."""

from dataclasses import replace

import pytest

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.statements.articles import articles
from graph.statements.described import described, offices
from graph.statements.selection import Selection
from graph.statements.stored import beginning, one, reasons, stored
from graph.storage.store import ArticleStore
from tests.bench.synthetic import extractions
from tests.graph.conftest import make_article, make_statement

ACTOR = "https://w3id.org/diplograph/id/actor/"


@pytest.fixture
def filled(graph: KnowledgeGraph, extraction: Extraction) -> KnowledgeGraph:
    """An article with three statements, one of them with reasons, and a copy of it, in each kind of store."""
    hosts, *others = extraction.statements
    told = replace(hosts, reasons=("date: am Mittwoch", "actual: Präteritum"))
    graph.replace(Extraction(extraction.article, [told, *others], extraction.actors))
    copied = replace(make_article("a0", title="Noch einmal"), copy_of="a1", outlet="Blatt")
    graph.replace(Extraction(copied, [make_statement(copied)], ()))
    return graph


def test_a_statement_as_it_was_written(filled: KnowledgeGraph) -> None:
    found = {(read.article, read.relation): read for read in stored(filled)}
    hosts = found["a1", "hosts"]
    assert (hosts.subject, hosts.object) == (f"{ACTOR}Q3052772", f"{ACTOR}Q3874799")
    assert (hosts.polarity, hosts.status, hosts.date, hosts.source) == ("affirmed", "actual", "2025-09-03", "")
    assert hosts.place.endswith("/place/paris")
    assert (hosts.confidence, hosts.rule) == (0.9, "verb: empfangen")
    assert hosts.evidence[slice(*hosts.subject_inside)] == "Macron"
    assert hosts.evidence[slice(*hosts.object_inside)] == "Selenskyj"
    assert hosts.inside(80, 90) == (-1, -1)
    meets = found["a1", "meets"]
    assert (meets.polarity, meets.status, meets.date, meets.place) == ("negated", "planned", "2025-09", "")
    assert meets.source == f"{ACTOR}Q3052772"


def test_one_by_the_beginning_of_its_id(filled: KnowledgeGraph) -> None:
    hosts = next(read for read in stored(filled) if read.article == "a1" and read.relation == "hosts")
    assert beginning(filled, hosts.id[:12]) == [hosts.iri]
    assert len(beginning(filled, "")) == 2
    assert beginning(filled, "zz") == []
    assert one(filled, hosts.iri) == hosts
    assert one(filled, f"{ACTOR}Q142") is None
    assert reasons(filled, hosts.iri) == reasons(filled) == {hosts.iri: ("actual: Präteritum", "date: am Mittwoch")}


def test_every_store_gives_the_same_order(graph: KnowledgeGraph) -> None:
    graph.load(extractions(200))
    memory = ArticleStore()
    memory.load(extractions(200))
    assert stored(graph) == stored(memory)
    places = [(read.article, read.begin) for read in stored(graph)]
    assert places == sorted(places)


def test_articles_of_all_and_of_selected_statements(filled: KnowledgeGraph) -> None:
    both = articles(filled)
    assert list(both) == ["a0", "a1"]
    assert (both["a0"].original, both["a0"].report, both["a0"].outlet, both["a0"].title) == (
        "a1",
        "a1",
        "Blatt",
        "Noch einmal",
    )
    assert (both["a1"].original, both["a1"].report, both["a1"].day, both["a1"].language) == (
        "",
        "a1",
        "2025-09-04",
        "de",
    )
    assert list(articles(filled, Selection(relations=("meets",)))) == ["a1"]
    assert [read.relation for read in stored(filled, Selection(relations=("meets",)))] == ["meets"]


def test_actors_places_and_offices(filled: KnowledgeGraph) -> None:
    things = described(filled)
    assert list(things) == sorted(things)
    france, macron = things[f"{ACTOR}Q142"], things[f"{ACTOR}Q3052772"]
    assert (france.id, france.kind, france.label("de"), france.label("en"), france.qid) == (
        "Q142",
        "State",
        "Frankreich",
        "France",
        "Q142",
    )
    assert [thing.label("de") for thing in things.values() if not thing.is_actor] == ["Paris"]
    assert described(filled, [f"{ACTOR}Q3052772"]) == {f"{ACTOR}Q3052772": macron}
    held = offices(filled, "de")[f"{ACTOR}Q3052772"]
    assert ("Präsident", "Q142", "2017-05-14") in {(office.title, office.of, office.start) for office in held}
    assert [office.start for office in held] == sorted(office.start for office in held)


def test_an_actor_with_one_name_has_it_in_both_languages() -> None:
    store = ArticleStore()
    store.backend.update(
        f"INSERT DATA {{ GRAPH <urn:g> {{ <{ACTOR}x%20y> a <https://w3id.org/diplograph/ontology#Group> ;"
        ' <http://www.w3.org/2004/02/skos/core#prefLabel> "Iks"@de } }'
    )
    (thing,) = described(store).values()
    assert (thing.id, thing.label("de"), thing.label("en")) == ("x y", "Iks", "Iks")
