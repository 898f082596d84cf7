"""Judgements on each kind of store: in force at once, over rebuilds, changed texts, removal, elsewhere; taken back to the letter."""

from dataclasses import replace

import pytest

from extractors.statement import Extraction, Span
from graph.knowledge import KnowledgeGraph
from graph.reviews.judgement import ReviewError
from graph.reviews.lines import checked, parsed, written
from graph.reviews.resolving import resolved
from graph.statements.stored import Stored, stored
from graph.validation.shacl import validate
from ontology.actor import Actor, ActorKind, Spelling
from tests.graph.conftest import FRANCE, MACRON, SELENSKYJ, TEXT, make_article, make_statement

pytestmark = pytest.mark.slow

ACTOR = "https://w3id.org/diplograph/id/actor/"
DOUBLE = Actor(
    "emanuel-macron", ActorKind.PERSON, {"de": "Emanuel Macron"}, (Spelling("E. Macron", "de"),), known=False
)
SECOND = "Emanuel Macron warnte die Ukraine. Er traf Selenskyj."
UKRAINE = Actor("Q212", ActorKind.STATE, {"de": "Ukraine", "en": "Ukraine"}, (), "Q212")


def second() -> Extraction:
    article = make_article("a2", SECOND, "Warnung")
    warns = make_statement(
        article, DOUBLE, "warns", UKRAINE, evidence=Span(0, 34), subject_span=Span(0, 14), object_span=Span(26, 33),
        date="", place=None, confidence=0.6,
    )  # fmt: skip
    return Extraction(article, [warns], (DOUBLE, UKRAINE))


def say(graph: KnowledgeGraph, *says: dict[str, object], by: str = "anna", at: str = "2026-01-01T12:00:00Z") -> None:
    made, wrong = resolved(graph, [checked(one, f"line {n}") for n, one in enumerate(says, 1)], by, at)
    assert wrong == []
    graph.take(made)


def statements(graph: KnowledgeGraph) -> dict[str, Stored]:
    return {f"{one.article} {one.relation}": one for one in stored(graph)}


@pytest.fixture
def filled(graph: KnowledgeGraph, extraction: Extraction) -> KnowledgeGraph:
    graph.replace(extraction)
    graph.replace(second())
    return graph


def judge(graph: KnowledgeGraph) -> None:
    """One of each: right, wrong, rather this, missing, these two are one."""
    found = statements(graph)
    say(
        graph,
        {"statement": found["a1 hosts"].iri, "verdict": "confirmed"},
        {"statement": found["a1 meets"].iri, "verdict": "rejected", "why": "Davon steht dort nichts."},
        {"statement": found["a2 warns"].iri, "verdict": "amended", "relation": "criticizes", "status": "claimed"},
        {
            "article": "a2", "begin": 35, "sentence": "Er traf Selenskyj.",
            "subject": "emanuel-macron", "relation": "meets", "object": "Selenskyj",
        },
        {"actor": f"{ACTOR}emanuel-macron", "same": f"{ACTOR}Q3052772"},
    )  # fmt: skip


def corrected(graph: KnowledgeGraph) -> None:
    """What must be so as long as these judgements are in force."""
    found = statements(graph)
    assert set(found) >= {"a1 hosts", "a1 represents", "a2 criticizes", "a2 meets"}
    assert not {"a1 meets", "a2 warns"} & set(found)
    assert (found["a1 hosts"].verdict, found["a1 hosts"].confidence) == ("confirmed", 1.0)
    amended, added = found["a2 criticizes"], found["a2 meets"]
    assert (amended.subject, amended.status, amended.verdict) == (f"{ACTOR}Q3052772", "claimed", "amended")
    assert (added.subject, added.object, added.verdict) == (f"{ACTOR}Q3052772", f"{ACTOR}Q3874799", "added")
    assert added.evidence[slice(*added.object_inside)] == "Selenskyj"
    assert graph.query("ASK { dgactor:Q3052772 dg:meets dgactor:Q3874799 }").boolean
    assert not graph.query("ASK { ?s dg:warns ?o }").boolean
    assert not graph.query("ASK { dgactor:emanuel-macron skos:prefLabel ?any }").boolean
    assert graph.query("ASK { dgactor:Q3052772 skos:altLabel 'Emanuel Macron'@de , 'E. Macron'@de }").boolean
    assert graph.query("ASK { dgactor:emanuel-macron dcterms:isReplacedBy dgactor:Q3052772 }").boolean
    assert graph.query(
        "ASK { ?new prov:wasRevisionOf ?old ; dg:verdict dg:amended . ?j dg:judges ?old ; dg:verdict dg:amended }"
    ).boolean
    assert validate(graph).violations == ()


def test_in_force_at_once_and_after_building_again(filled: KnowledgeGraph, extraction: Extraction) -> None:
    judge(filled)
    corrected(filled)
    assert filled.orphans() == []
    before = list(filled.quads())
    for again in (extraction, second()):
        filled.replace(again)
        corrected(filled)
    assert list(filled.quads()) == before
    filled.load([extraction, second()])
    assert list(filled.quads()) == before


def test_taken_back_to_the_letter(filled: KnowledgeGraph) -> None:
    before = list(filled.quads())
    judge(filled)
    found = statements(filled)
    assert [str(quad) for quad in filled.unreviewed().quads()] == [str(quad) for quad in before]
    withdrawn = [
        {"statement": found[name].iri, "verdict": "withdrawn"} for name in ("a1 hosts", "a2 criticizes", "a2 meets")
    ]
    gone = next(one.target for one in filled.judgements() if one.verdict == "rejected")
    say(
        filled, *withdrawn, {"statement": gone, "verdict": "withdrawn"},
        {"actor": f"{ACTOR}emanuel-macron", "same": f"{ACTOR}Q3052772", "verdict": "withdrawn"}, at="2026-01-02",
    )  # fmt: skip
    left = [
        quad
        for quad in filled.quads()
        if "graph/reviews" not in str(quad.graph_name) and "#inForce" not in str(quad.predicate)
    ]
    left = [quad for quad in left if "#putIn" not in str(quad.predicate)]
    assert left == before


def test_after_removal_and_a_new_build(filled: KnowledgeGraph, extraction: Extraction) -> None:
    judge(filled)
    for article in filled.articles():
        filled.remove(article)
    assert len(filled.orphans()) >= 4
    filled.load([extraction, second()])
    corrected(filled)
    assert filled.orphans() == []


def test_a_changed_text_moves_what_was_said_of_it(filled: KnowledgeGraph, extraction: Extraction) -> None:
    judge(filled)
    lead = "Neu: "
    for told, text in ((extraction, TEXT), (second(), SECOND)):
        article = replace(told.article, text=lead + text)

        def moved(span: Span) -> Span:
            return Span(span.begin + len(lead), span.end + len(lead))

        made = [
            replace(
                one, article=article, evidence=moved(one.evidence),
                subject_span=moved(one.subject_span), object_span=moved(one.object_span),
            )
            for one in told.statements
        ]  # fmt: skip
        filled.replace(Extraction(article, made, told.actors))
    corrected(filled)
    assert filled.orphans() == []
    assert statements(filled)["a2 meets"].begin == 40


def test_another_lexicon_gives_less_or_what_was_said(filled: KnowledgeGraph, extraction: Extraction) -> None:
    judge(filled)
    filled.replace(Extraction(extraction.article, extraction.statements[1:2], extraction.actors))
    told = second()
    filled.replace(Extraction(told.article, [replace(told.statements[0], relation="criticizes")], told.actors))
    found = statements(filled)
    assert found["a1 hosts"].verdict == "confirmed"
    assert found["a2 criticizes"].verdict == "confirmed"
    assert [one.relation for one in stored(filled)].count("criticizes") == 1
    (orphan,) = filled.orphans()
    assert orphan.judgement.verdict == "rejected"
    assert validate(filled).conforms


def test_a_sentence_that_is_gone_leaves_an_orphan(filled: KnowledgeGraph) -> None:
    judge(filled)
    article = make_article("a2", "Es regnete in Paris.", "Wetter")
    filled.replace(Extraction(article, [], ()))
    assert {one.judgement.verdict for one in filled.orphans()} >= {"amended", "added"}
    assert len(filled.judgements()) == 5
    filled.replace(second())
    corrected(filled)


def test_elsewhere_by_a_file(filled: KnowledgeGraph, extraction: Extraction) -> None:
    judge(filled)
    text = written(filled.judgements())
    other = KnowledgeGraph()
    lines = [parsed(line, f"file:{n}") for n, line in enumerate(text.splitlines(), 1)]
    other.take(resolved(other, lines, "nobody")[0])
    assert len(other.orphans()) == 5
    other.load([extraction, second()])
    corrected(other)
    assert written(other.judgements()) == text
    assert [str(quad) for quad in other.quads()] == [str(quad) for quad in filled.quads()]


def test_merges_hold_for_articles_that_come_later(graph: KnowledgeGraph, extraction: Extraction) -> None:
    graph.replace(second())
    say(graph, {"actor": "emanuel-macron", "same": "Q3052772"})
    assert statements(graph)["a2 warns"].subject == f"{ACTOR}Q3052772"
    assert graph.query("ASK { dgactor:Q3052772 skos:prefLabel 'Emanuel Macron'@de }").boolean
    third = replace(second().article, id="a3")
    graph.replace(extraction)
    graph.load([Extraction(third, [replace(second().statements[0], article=third)], (DOUBLE, UKRAINE))])
    assert statements(graph)["a3 warns"].subject == f"{ACTOR}Q3052772"
    assert graph.query("SELECT ?l { dgactor:Q3052772 skos:prefLabel ?l FILTER(lang(?l) = 'de') }").rows == (
        ("Emmanuel Macron",),
    )
    assert validate(graph).conforms


def test_a_name_and_a_kind(filled: KnowledgeGraph, extraction: Extraction) -> None:
    say(
        filled,
        {"actor": "emanuel-macron", "name": "Monsieur", "lang": "de"},
        {"actor": "emanuel-macron", "kind": "Group"},
    )
    for _ in range(2):
        assert filled.query("SELECT ?l { dgactor:emanuel-macron skos:prefLabel ?l }").rows == (("Monsieur",),)
        assert filled.query("ASK { dgactor:emanuel-macron a dg:Group ; skos:altLabel 'Emanuel Macron'@de }").boolean
        assert not filled.query("ASK { dgactor:emanuel-macron a dg:Person }").boolean
        filled.replace(second())
    raw = filled.unreviewed()
    assert raw.query("ASK { dgactor:emanuel-macron a dg:Person ; skos:prefLabel 'Emanuel Macron'@de }").boolean


def test_two_reviewers_the_later_word_counts(filled: KnowledgeGraph) -> None:
    iri = statements(filled)["a1 hosts"].iri
    say(filled, {"statement": iri, "verdict": "rejected"}, by="anna", at="2026-01-01")
    assert "a1 hosts" not in statements(filled)
    say(filled, {"statement": iri, "verdict": "confirmed"}, by="bert", at="2026-01-02")
    assert statements(filled)["a1 hosts"].verdict == "confirmed"
    say(filled, {"statement": iri, "verdict": "rejected"}, by="bert", at="2025-01-02")
    assert statements(filled)["a1 hosts"].verdict == "confirmed"
    say(filled, {"statement": iri, "verdict": "withdrawn"}, by="bert", at="2026-01-03")
    assert "a1 hosts" not in statements(filled)


def test_who_agrees_with_a_revision_says_what_it_says(filled: KnowledgeGraph) -> None:
    judge(filled)
    revised = statements(filled)["a2 criticizes"]
    say(filled, {"statement": revised.iri, "verdict": "confirmed"}, by="bert", at="2026-02-01")
    corrected(filled)
    say(filled, {"statement": revised.iri, "verdict": "amended", "status": "actual"}, by="bert", at="2026-02-02")
    assert (statements(filled)["a2 criticizes"].iri, statements(filled)["a2 criticizes"].status) == (
        revised.iri,
        "actual",
    )
    added = statements(filled)["a2 meets"]
    say(filled, {"statement": added.iri, "verdict": "amended", "relation": "hosts"}, by="bert", at="2026-02-03")
    assert statements(filled)["a2 hosts"].iri == added.iri
    say(filled, {"statement": added.iri, "verdict": "rejected"}, by="anna", at="2026-02-04")
    assert not {"a2 hosts", "a2 meets"} & set(statements(filled))
    assert filled.orphans() == []


def test_new_ends_places_and_sources_are_described(filled: KnowledgeGraph) -> None:
    say(
        filled,
        {
            "statement": statements(filled)["a1 hosts"].iri, "verdict": "amended", "place": "Neuburg am Inn", "date": "",
            "source": {"name": "Jemand Neues", "kind": "Person"}, "object": "Q183",
        },
    )  # fmt: skip
    found = statements(filled)["a1 hosts"]
    assert (found.date, found.object) == ("", f"{ACTOR}Q183")
    assert found.source == f"{ACTOR}jemand-neues"
    assert filled.query(
        "ASK { dgplace:neuburg-am-inn skos:prefLabel 'Neuburg am Inn'@de . dgactor:Q183 skos:prefLabel 'Deutschland'@de }"
    ).boolean
    assert validate(filled).conforms


def test_only_what_was_reviewed(filled: KnowledgeGraph) -> None:
    judge(filled)
    only = filled.reviewed_only()
    assert set(statements(only)) == {"a1 hosts", "a2 criticizes", "a2 meets"}
    assert only.query("ASK { dgactor:Q3052772 dg:hosts dgactor:Q3874799 }").boolean
    assert {MACRON.id, SELENSKYJ.id, UKRAINE.id} <= set(only.network().nodes)
    assert FRANCE.id not in only.network().nodes


HOSTILE = (
    "> . } ; DROP ALL #",
    '"""',
    "\\",
    "\n\r\t",
    "\u202e",
    "<script>",
    "{{DATA}}",
    "a" * 5000,
    "%00",
    "😀 é",
    "\ud83d",
)


def test_hostile_words_stay_words(filled: KnowledgeGraph) -> None:
    iri = statements(filled)["a1 hosts"].iri
    for number, words in enumerate(HOSTILE):
        says = {
            "statement": iri,
            "verdict": "amended",
            "place": words,
            "why": words,
            "source": {"name": f"{words}x", "kind": "Group"},
        }
        say(
            filled,
            says,
            {"actor": "emanuel-macron", "name": f"{words}x", "lang": "de"},
            by=f"{words[:100]}x",
            at=f"2026-01-{number + 1:02}",
        )
    told = {one.why for one in filled.judgements() if one.why}
    assert told == {words.encode("utf8", "replace").decode() for words in HOSTILE}
    assert sorted(filled.articles()) == ["a1", "a2"]
    assert validate(filled).conforms


@pytest.mark.parametrize(
    "iri", ["x> . } ; DROP ALL #", "http://example.org/x", f"{ACTOR}a b", f"{ACTOR}a\\u003e", f"{ACTOR}<x>", ""]
)
def test_no_iri_leads_out_of_its_brackets(graph: KnowledgeGraph, iri: str) -> None:
    graph.replace(second())
    for says in (
        {"actor": iri, "same": "Q142"},
        {"actor": "emanuel-macron", "same": iri},
        {"statement": iri, "verdict": "rejected"},
    ):
        try:
            line = checked(says, "line")
        except ReviewError:
            continue
        made, wrong = resolved(graph, [line], "anna")
        assert (made, len(wrong)) == ([], 1)
    assert graph.articles() == ["a2"]
