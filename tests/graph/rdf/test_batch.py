"""Batches: merged ones leave a store as the same ones do one after the other."""

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.rdf.batch import batch, merged
from ontology.actor import Actor, ActorKind, Spelling
from tests.bench.synthetic import extractions
from tests.graph.conftest import make_article, make_statement


def described(article: str, kind: ActorKind, name: str, spelling: str, lang: str = "de") -> Extraction:
    actor = Actor("x", kind, {lang: name}, (Spelling(spelling, "de"),), known=False)
    return Extraction(make_article(article), [make_statement(make_article(article), actor)], ())


def both(*parts: list[Extraction]) -> None:
    apart, together = KnowledgeGraph(), KnowledgeGraph()
    for part in parts:
        apart.write(batch(part))
    together.write(merged([batch(part) for part in parts]))
    assert list(together.quads()) == list(apart.quads())


def test_of_several_descriptions_the_last_counts_and_spellings_gather() -> None:
    both(
        [described("a1", ActorKind.GROUP, "X", "der X")],
        [described("a2", ActorKind.PERSON, "Y", "die Y")],
        [described("a3", ActorKind.PERSON, "Y", "der X")],
    )


def test_labels_of_several_languages_gather() -> None:
    parts = [("X", "de"), ("Y", "en"), ("Z", "de")]
    found = [described(f"a{at}", ActorKind.GROUP, name, "x", lang) for at, (name, lang) in enumerate(parts)]
    both(*([one] for one in found))
    graph = KnowledgeGraph()
    graph.write(batch(found))
    assert [row[0] for row in graph.query("SELECT ?l { dgactor:x skos:prefLabel ?l } ORDER BY ?l").rows] == ["Y", "Z"]


def test_a_line_break_in_a_name_ends_no_line() -> None:
    both([described("a1", ActorKind.GROUP, "X\n\u2028X", "x\r\n")], [described("a2", ActorKind.GROUP, "Y\x85", "y")])


def test_merging_many() -> None:
    made = list(extractions(400))
    both(made[:7], made[7:8], made[8:])


def test_nothing_merged_is_nothing() -> None:
    graph = KnowledgeGraph()
    graph.write(merged([]))
    assert list(graph.quads()) == []


def test_known_actors_are_not_written_twice_and_changed_ones_are() -> None:
    graph, fresh = KnowledgeGraph(), KnowledgeGraph()
    first, second = [described("a1", ActorKind.GROUP, "X", "x")], [described("a2", ActorKind.STATE, "Y", "y")]
    graph.write(batch(first))
    graph.write(batch(second))
    # A new process knows nothing of what was written before.
    fresh.write(batch(first))
    fresh._described.clear()
    fresh.write(batch(second))
    assert list(graph.quads()) == list(fresh.quads())
