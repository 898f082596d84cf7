"""The lexicon: its lines are well-formed, and its verbs are found in all their forms."""

from datetime import date
from pathlib import Path

import pytest

import extractors
from extractors.article import Article
from extractors.lexicon import load_lexicon
from extractors.lexicon.reader import LexiconError
from ontology.vocabulary import relations

SLOTS = frozenset(
    "subj obj dat act clause deed gen poss adj comp governor bearer body mod an auf aus bei durch für gegen gegenüber hinter in mit nach"
    " über um unter von vor zu zwischen".split()
)


def test_every_relation_has_predicates_and_every_predicate_a_relation() -> None:
    lexicon = load_lexicon("de")
    entries = [
        e
        for index in (lexicon.verbs, lexicon.nouns, lexicon.roles, lexicon.adjectives)
        for es in index.values()
        for e in es
    ]
    assert len(entries) >= 600
    used = {entry.relation for entry in entries}
    assert used <= set(relations())
    assert set(relations()) - used == {"represents"}


def test_slots_are_known() -> None:
    lexicon = load_lexicon("de")
    for index in (lexicon.verbs, lexicon.nouns, lexicon.roles, lexicon.adjectives):
        for entries in index.values():
            for entry in entries:
                unknown = {slot.name for slot in (*entry.subject, *entry.object)} - SLOTS
                assert not unknown, (entry.name, unknown)


@pytest.mark.parametrize(
    ("form", "particle", "infinitive"),
    [
        ("empfing", "", "empfangen"),
        ("empfängt", "", "empfangen"),
        ("wies", "zurück", "zurückweisen"),
        ("zurückwies", "", "zurückweisen"),
        ("lehnte", "ab", "ablehnen"),
        ("abzulehnen", "", "ablehnen"),
        ("rief", "auf", "aufrufen"),
        ("verhandelten", "", "verhandeln"),
        ("kritisierte", "", "kritisieren"),
        ("wirft", "vor", "vorwerfen"),
        ("droht", "", "drohen"),
        ("griffen", "an", "angreifen"),
    ],
)
def test_finite_forms(form: str, particle: str, infinitive: str) -> None:
    assert infinitive in load_lexicon("de").finite_forms[form, particle]


@pytest.mark.parametrize(
    ("participle", "infinitive"),
    [
        ("angegriffen", "angreifen"),
        ("unterstützt", "unterstützen"),
        ("geführt", "führen"),
        ("zurückgewiesen", "zurückweisen"),
        ("kritisiert", "kritisieren"),
        ("eingeladen", "einladen"),
        ("besetzt", "besetzen"),
        ("vertrieben", "vertreiben"),
    ],
)
def test_participles(participle: str, infinitive: str) -> None:
    assert infinitive in load_lexicon("de").participles[participle]


def test_compounds_are_found_by_their_last_part() -> None:
    lexicon = load_lexicon("de")
    assert lexicon.noun_entries("Raketenangriff")[0].lemma == "Angriff"
    assert lexicon.noun_entries("US-Militärhilfe")[0].lemma == "Militärhilfe"
    assert lexicon.noun_entries("Tisch") == ()


@pytest.mark.slow
def test_a_users_own_verb_is_one_line(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("# class\tpredicate\trelation\tsubject\tobject\nv\tumgarnen\tpraises\tsubj\tobj\n", encoding="utf8")
    article = Article("a", "Emmanuel Macron umgarnte am Montag Donald Trump.", date(2025, 9, 4))
    for nlp, found in ((extractors.load("de"), []), (extractors.load("de", lexicon=own), ["praises"])):
        assert [statement.relation for statement in extractors.extract([article], nlp)] == found


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("v\tumgarnen\tcharms\tsubj\tobj", "line 1: no relation 'charms'"),
        ("v\tumgarnen", "line 1"),
        ("z\ta\thosts\tsubj\tobj", "line 1"),
    ],
)
def test_a_users_mistake_is_named(tmp_path: Path, line: str, reason: str) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(line, encoding="utf8")
    with pytest.raises(LexiconError, match=reason):
        load_lexicon("de", str(own))
