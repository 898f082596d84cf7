"""The store: what is written, replaced, removed; and that hostile text stays text."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, Dataset, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV, SKOS
from rdflib.util import guess_format

from extractors.statement import Extraction, Span
from graph.knowledge import KnowledgeGraph
from graph.storage.backend import StoreError
from ontology.actor import Actor, ActorKind, Place, Spelling
from tests.graph.conftest import FRANCE, MACRON, SELENSKYJ, make_article, make_statement

DG = Namespace("https://w3id.org/diplograph/ontology#")
DATA = "https://w3id.org/diplograph/id/"


def test_rdf_is_as_designed(graph: KnowledgeGraph, extraction: Extraction) -> None:
    graph.replace(extraction)
    data = graph.to_rdflib()
    (st_,) = (s for s in data.subjects(RDF.predicate, DG.hosts))
    macron, selenskyj = URIRef(f"{DATA}actor/Q3052772"), URIRef(f"{DATA}actor/Q3874799")
    assert (st_, RDF.type, DG.Statement) in data
    assert data.value(st_, RDF.subject) == macron
    assert data.value(st_, RDF.object) == selenskyj
    assert data.value(st_, DG.polarity) == DG.affirmed
    assert data.value(st_, DG.status) == DG.actual
    assert data.value(st_, DG.date).n3(data.namespace_manager) == '"2025-09-03"^^xsd:date'
    assert data.value(st_, DG.place) == URIRef(f"{DATA}place/paris")
    assert data.value(st_, DG.evidence) == Literal("Macron empfing Selenskyj am Mittwoch in Paris.", lang="de")
    assert data.value(st_, PROV.wasDerivedFrom) == URIRef(f"{DATA}article/a1")
    assert (macron, DG.hosts, selenskyj) in data
    assert (macron, SKOS.prefLabel, Literal("Emmanuel Macron", lang="de")) in data
    assert (macron, SKOS.exactMatch, URIRef("http://www.wikidata.org/entity/Q3052772")) in data
    assert data.value(URIRef(f"{DATA}article/a1"), DCTERMS.identifier) == Literal("a1")
    (meeting,) = (s for s in data.subjects(RDF.predicate, DG.meets))
    assert data.value(meeting, PROV.wasAttributedTo) == macron
    assert (selenskyj, DG.meets, URIRef(f"{DATA}actor/Q142")) not in data


def test_building_again_changes_nothing(graph: KnowledgeGraph, extraction: Extraction) -> None:
    graph.replace(extraction)
    before = list(graph.quads())
    graph.replace(extraction)
    assert list(graph.quads()) == before


def test_replacing_an_article_leaves_others_and_their_facts(graph: KnowledgeGraph, extraction: Extraction) -> None:
    other = make_article("a2")
    graph.replace(extraction)
    graph.replace(Extraction(other, [make_statement(other)], (MACRON, SELENSKYJ)))
    graph.replace(Extraction(extraction.article, [], ()))
    assert graph.articles() == ["a1", "a2"]
    fact = "ASK { dgactor:Q3052772 dg:hosts dgactor:Q3874799 }"
    assert graph.query(fact).boolean is True
    assert graph.query("ASK { dgactor:Q3052772 dg:represents dgactor:Q142 }").boolean is False
    assert graph.remove("a2")
    assert graph.query(fact).boolean is False
    assert not graph.remove("a2")


def test_no_triple_counts_twice(graph: KnowledgeGraph, extraction: Extraction) -> None:
    other = make_article("a2")
    graph.replace(extraction)
    graph.replace(Extraction(other, [make_statement(other)], (MACRON, SELENSKYJ)))
    assert graph.query("SELECT ?l { dgactor:Q3052772 skos:prefLabel ?l FILTER(lang(?l) = 'de') }").rows == (
        ("Emmanuel Macron",),
    )
    assert len(graph.query("SELECT ?x { ?x dg:hosts ?y }").rows) == 1


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_exports_are_read_by_rdflib_and_are_stable(
    graph: KnowledgeGraph, extraction: Extraction, tmp_path: Path
) -> None:
    graph.replace(extraction)
    sizes = set()
    for suffix in ("ttl", "nt", "nq", "trig", "jsonld", "rdf"):
        path = tmp_path / f"kg.{suffix}"
        graph.export(path)
        first = path.read_bytes()
        graph.export(path)
        if suffix in ("ttl", "nt", "nq", "trig"):
            assert path.read_bytes() == first
        data = Dataset(default_union=True)
        data.parse(data=path.read_bytes(), format=guess_format(str(path)))
        sizes.add(len(set(data.triples((None, None, None)))))
    assert len(sizes) == 1


def test_a_folder_keeps_what_was_written(extraction: Extraction, tmp_path: Path) -> None:
    with KnowledgeGraph(tmp_path / "kg") as graph:
        graph.replace(extraction)
    with KnowledgeGraph(tmp_path / "kg", read_only=True) as graph:
        assert graph.articles() == ["a1"]


def test_folders_that_are_no_graph_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph here"):
        KnowledgeGraph(tmp_path / "none", read_only=True)
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(StoreError, match="other files"):
        KnowledgeGraph(tmp_path)


HOSTILE = [
    "> . } ; DROP ALL #",
    '"""',
    "'; }",
    "\\",
    "\n\r\t",
    "\u202e",
    "<script>",
    "{{",
    "$x",
    "a" * 1000,
    "%00",
    "../..",
    "é\u0301",
    "😀",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(graph: KnowledgeGraph, text: str, extraction: Extraction) -> None:
    graph.replace(extraction)
    actor = Actor(text, ActorKind.PERSON, {"de": text}, (Spelling(text, "de"),), known=False)
    article = make_article(text, text + " text", title=text, url=text)
    graph.replace(
        Extraction(article, [make_statement(article, actor, evidence=Span(0, len(text)), rule=text)], (actor,))
    )
    assert sorted(graph.articles()) == sorted(["a1", text])
    labels = graph.query(
        "SELECT DISTINCT ?l { ?st rdf:subject/skos:prefLabel ?l ; dg:rule ?r FILTER(?r != 'verb: empfangen') }"
    ).rows
    assert labels == ((text,),) or (text,) in labels


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    graph = KnowledgeGraph()
    actor = Actor("x", ActorKind.GROUP, {"de": text, "en": text}, (), known=False)
    article = make_article("a1", text + text)
    graph.replace(
        Extraction(article, [make_statement(article, actor, target=FRANCE, evidence=Span(0, len(text)))], (actor,))
    )
    (row,) = graph.query(
        "SELECT ?label ?evidence { ?st rdf:subject/skos:prefLabel ?label ; dg:evidence ?evidence FILTER(lang(?label) = 'en') }"
    ).rows
    assert row == (text, text)


def test_a_title_of_a_megabyte(graph: KnowledgeGraph) -> None:
    title = '"> . } \u202e' * 100_000
    article = make_article(title=title)
    graph.replace(Extraction(article, [make_statement(article)], ()))
    assert graph.query("SELECT (STRLEN(?t) AS ?n) { ?a dcterms:title ?t }").rows == ((str(len(title)),),)


def test_a_new_description_of_an_actor_replaces_the_old(graph: KnowledgeGraph) -> None:
    article, other = make_article("a1"), make_article("a2")
    known = Actor("x", ActorKind.GROUP, {"de": "X"}, (Spelling("Xe", "de"),), known=False)
    later = Actor("x", ActorKind.PERSON, {"de": "Herr X", "en": "Mr X"}, (Spelling("Xi", "de"),), "Q1")
    graph.replace(Extraction(article, [make_statement(article, known)], ()))
    graph.replace(Extraction(other, [make_statement(other, later)], ()))
    rows = graph.query("SELECT ?l { dgactor:x a dg:Person ; skos:prefLabel ?l } ORDER BY ?l").rows
    assert rows == (("Herr X",), ("Mr X",))
    assert not graph.query("ASK { dgactor:x a dg:Group }").boolean
    assert graph.query("SELECT ?l { dgactor:x skos:altLabel ?l } ORDER BY ?l").rows == (("Xe",), ("Xi",))


def labels(graph: KnowledgeGraph) -> tuple[tuple[str, ...], ...]:
    return graph.query("SELECT ?l (LANG(?l) AS ?lang) { dgactor:x skos:prefLabel ?l } ORDER BY ?lang ?l").rows


@pytest.mark.parametrize("at_once", [True, False])
def test_labels_of_two_languages_stay_beside_each_other(graph: KnowledgeGraph, at_once: bool) -> None:
    articles = [make_article(f"a{number}") for number in range(3)]
    told = [
        Actor("x", ActorKind.GROUP, {lang: name}, known=False)
        for lang, name in (("de", "Bund"), ("en", "League"), ("de", "Liga"))
    ]
    found = [
        Extraction(article, [make_statement(article, actor)], ()) for article, actor in zip(articles, told, strict=True)
    ]
    if at_once:
        graph.load(found)
    else:
        for extraction in found:
            graph.replace(extraction)
    assert labels(graph) == (("Liga", "de"), ("League", "en"))
    # An article built again changes the labels of its own language alone.
    graph.load(found[:1])
    assert labels(graph) == (("Bund", "de"), ("League", "en"))


def test_a_place_keeps_its_name_in_another_language(graph: KnowledgeGraph) -> None:
    for number, names in enumerate(({"de": "Genf"}, {"en": "Geneva"})):
        article = make_article(f"a{number}")
        graph.load([Extraction(article, [make_statement(article, place=Place("genf", names))], ())])
    rows = graph.query("SELECT ?l { ?p a dg:Place ; skos:prefLabel ?l }").rows
    assert sorted(rows) == [("Geneva",), ("Genf",)]
