"""Reading a language's lexicon, with a user's own file or without."""

from pathlib import Path

import pytest

from extractors.languages import Language, LanguageError, LexiconError, language
from extractors.lexicon import load_lexicon
from extractors.lexicon.reader import read_lexicon

GERMAN = language("de")


def room(folder: Path, predicates: str, **tables: str) -> Language:
    """German with tables of ours."""
    classes = "prepositions\tmit in gegen\nweapon\tPanzer\n"
    for name, text in ({"words": classes, "predicates": predicates} | tables).items():
        (folder / f"{name}.tsv").write_text(text, encoding="utf8")
    return Language("de", folder, GERMAN.grammar)


PREDICATES = """\
# class\tpredicate\trelation\tsubject\tobject
@of\tgen,mit
v\tloben\tpraises\tsubj\tobj
v\tstellen\tsupports\tsubj\tobj
v\tstellen sich\tsupports\tsubj\tgegen
v\tstellen in:Aussicht sich\tpledges\tsubj\tobj
n\tBesuch\tvisits\t@of\tin
n\tAngriff\tattacks\t@of\tgegen
r\tVerbündete\talliedWith\tbearer\t@of
a\tverbündet\talliedWith\tsubj\tmit
"""


def test_entries_are_indexed_by_class_and_lemma(tmp_path: Path) -> None:
    lexicon = read_lexicon(room(tmp_path, PREDICATES))
    assert list(lexicon.verbs) == ["loben", "stellen"]
    assert list(lexicon.nouns) == ["Besuch", "Angriff"]
    assert list(lexicon.roles) == ["Verbündete"]
    assert list(lexicon.adjectives) == ["verbündet"]
    assert lexicon.grammar is GERMAN.grammar
    assert lexicon.words["weapon"] == {"Panzer"}


def test_more_companions_come_first(tmp_path: Path) -> None:
    lexicon = read_lexicon(room(tmp_path, PREDICATES))
    names = [entry.name for entry in lexicon.verbs["stellen"]]
    assert names == ["stellen in:Aussicht sich", "stellen sich", "stellen"]


def test_a_noun_is_found_in_any_form_and_at_the_end_of_a_compound(tmp_path: Path) -> None:
    lexicon = read_lexicon(room(tmp_path, PREDICATES))
    attack = lexicon.nouns["Angriff"]
    assert lexicon.noun_entries("Angriff") == attack
    assert lexicon.noun_entries("Raketenangriff") == attack
    assert lexicon.noun_entries("Rakete", "Raketenangriffe") == attack
    assert lexicon.noun_entries("Unbekannt", "Angriffen") == attack
    assert lexicon.noun_entries("Besuch", "Angriff") == lexicon.nouns["Besuch"]
    assert lexicon.noun_entries("Raketen") == ()
    assert lexicon.noun_entries("Verbündete") == ()
    assert lexicon.role_entries("Nato-Verbündeter", "Nato-Verbündeten") == lexicon.roles["Verbündete"]
    assert lexicon.role_entries("Angriff") == ()


def test_a_longer_noun_of_the_lexicon_comes_before_its_end(tmp_path: Path) -> None:
    more = PREDICATES + "n\tGegenangriff\tthreatens\t@of\tgegen\n"
    lexicon = read_lexicon(room(tmp_path, more))
    assert [e.relation for e in lexicon.noun_entries("Luftgegenangriff")] == ["threatens"]


def test_verbs_of_all_tables_have_their_forms(tmp_path: Path) -> None:
    lexicon = read_lexicon(
        room(
            tmp_path,
            PREDICATES,
            clause_verbs="sagen\tsay\nAngabe\tsay\n",
            support_verbs="führen\tdo\nsetzen in:Gang\tdo\n",
            contractions="im\tin\n",
        )
    )
    assert lexicon.finite_forms["lobte", ""] == ("loben",)
    assert lexicon.finite_forms["sagte", ""] == ("sagen",)
    assert lexicon.finite_forms["setzte", ""] == ("setzen",)
    assert lexicon.participles["geführt"] == ("führen",)
    assert not [key for key in lexicon.finite_forms if key[0].startswith("Angab")]
    assert lexicon.clause_verbs == {"sagen": "say", "Angabe": "say"}
    assert lexicon.support_verbs == {"führen": "do", "setzen in:Gang": "do"}
    assert lexicon.contractions == {"im": "in"}


def test_a_language_may_have_no_such_tables(tmp_path: Path) -> None:
    lexicon = read_lexicon(room(tmp_path, PREDICATES))
    assert (lexicon.clause_verbs, lexicon.support_verbs, lexicon.contractions) == ({}, {}, {})


def test_a_mistake_in_the_shipped_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"^predicates\.tsv, line 2: no relation 'charms' in the ontology$"):
        read_lexicon(room(tmp_path, "# x\nv\tumgarnen\tcharms\tsubj\tobj\n"))


# A user's own file -----------------------------------------------------------------------------------------------------


def test_a_users_entries_come_after_the_shipped_ones_and_know_their_macros(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("n\tVisite\tvisits\t@of\tin\nn\tBesuch\thosts\t@of\tin\n", encoding="utf-8-sig")
    lexicon = read_lexicon(room(tmp_path, PREDICATES), str(own))
    assert [e.relation for e in lexicon.nouns["Visite"]] == ["visits"]
    assert [e.relation for e in lexicon.nouns["Besuch"]] == ["visits", "hosts"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("v\tumgarnen\tcharms\tsubj\tobj", "no relation 'charms' in the ontology"),
        ("v\tumgarnen\tpraises\tsubject\tobj", "no slot or preposition 'subject'"),
        ("v\tumgarnen\tpraises\tsubj\tobj/Q", "no kind 'Q' of actors (G, O, P, S)"),
        ("v\tumgarnen\tpraises\tsubj\tobj\toften", "no remark 'often'"),
        ("v\tumgarnen @tool\tpraises\tsubj\tobj", "no class of words '@tool'"),
        ("v\tumgarnen\tpraises\t@nobody\tobj", "no macro '@nobody'"),
        ("x\tumgarnen\tpraises\tsubj\tobj", "no class 'x' (v verb, n noun, r role noun, a adjective)"),
        ("v umgarnen praises subj obj", "columns predicate, relation, subject, object are missing (tabs, not spaces, part columns)"),
    ],
)  # fmt: skip
def test_a_users_mistake_is_named_with_file_and_line(tmp_path: Path, line: str, reason: str) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(f"# mine\n\n{line}\n", encoding="utf8")
    with pytest.raises(LexiconError) as caught:
        load_lexicon("de", str(own))
    assert str(caught.value) == f"{own}, line 3: {reason}"


def test_a_users_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing.tsv"
    with pytest.raises(LexiconError) as caught:
        load_lexicon("de", str(missing))
    assert str(caught.value) == f"{missing}: No such file or directory"
    latin = tmp_path / "latin.tsv"
    latin.write_bytes("v\tküren\tpraises\tsubj\tobj\n".encode("latin-1"))
    with pytest.raises(LexiconError) as caught:
        load_lexicon("de", str(latin))
    assert str(caught.value) == f"{latin}: not UTF-8"


def test_a_lexicon_is_read_once() -> None:
    assert load_lexicon("de") is load_lexicon("de")


def test_a_language_without_a_room_has_no_lexicon() -> None:
    with pytest.raises(LanguageError):
        load_lexicon("xx")
