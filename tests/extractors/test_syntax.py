"""Questions to a tree, on trees built by hand."""

import pytest
from spacy.tokens import Doc, Token

from extractors.lexicon import Lexicon, load_lexicon
from extractors.syntax import (
    ancestors,
    antecedent,
    auxiliaries,
    carriers,
    children,
    clause_head,
    conjuncts,
    finite,
    first_conjunct,
    infinitive,
    is_passive,
    is_postponed,
    is_relative_pronoun,
    is_verbal,
    participle_bases,
    particle,
    preposition,
)
from tests.extractors.trees import tree

FIN, PART, INF = "Number=Sing|VerbForm=Fin", "VerbForm=Part", "VerbForm=Inf"


def lexicon() -> Lexicon:
    return load_lexicon("de")


def word(doc: Doc, form: str) -> Token:
    return next(token for token in doc if token.text == form)


def forms(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


# Neighbours ------------------------------------------------------------------------------------------------------------------


def test_children_of_several_labels_come_in_text_order() -> None:
    doc = tree(f"""
        Polen     _         PROPN 2  obj
        empfing   empfangen VERB  0  root  {FIN}
        Macron    _         PROPN 2  nsubj
        gestern   _         ADV   2  advmod
    """)
    assert forms(children(doc[1], "nsubj", "obj")) == ["Polen", "Macron"]
    assert children(doc[1], "obl") == []


def coordination() -> Doc:
    return tree(f"""
        Macron    _         PROPN 7  nsubj
        ,         _         PUNCT 3  punct
        Starmer   _         PROPN 1  conj
        und       _         CCONJ 5  cc
        Merz      _         PROPN 3  conj
        von       _         ADP   5  case
        reisten   reisen    VERB  0  root  {FIN}
        Tusk      _         PROPN 1  conj
    """)


def test_conjuncts_are_found_below_each_other() -> None:
    assert forms(conjuncts(coordination()[0])) == ["Macron", "Starmer", "Merz", "Tusk"]
    assert forms(conjuncts(coordination()[2])) == ["Starmer", "Merz"]


@pytest.mark.parametrize("form", ["Macron", "Starmer", "Merz", "Tusk"])
def test_the_first_conjunct_heads_the_coordination(form: str) -> None:
    assert first_conjunct(word(coordination(), form)).text == "Macron"


def test_what_is_no_conjunct_is_the_first() -> None:
    assert first_conjunct(word(coordination(), "und")).text == "und"
    assert first_conjunct(tree("Macron _ PROPN 0 conj")[0]).text == "Macron"


def test_ancestors_begin_with_the_token() -> None:
    assert forms(list(ancestors(word(coordination(), "Merz")))) == ["Merz", "Starmer", "Macron", "reisten"]
    assert forms(list(ancestors(word(coordination(), "reisten")))) == ["reisten"]


# Prepositions -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "found"), [("zum", "zu"), ("Im", "in"), ("mit", "mit"), ("laut", "laut")])
def test_contractions_are_resolved(form: str, found: str) -> None:
    doc = tree(f"{form} _ ADP 2 case\nGipfel _ NOUN 0 root")
    assert preposition(doc[1], lexicon()) == found


def test_the_nearest_of_several_prepositions_counts() -> None:
    doc = tree("wie _ ADP 4 case\netwa _ ADV 4 advmod\nin _ ADP 4 case\nMali _ PROPN 0 root")
    assert preposition(doc[3], lexicon()) == "in"


def test_a_noun_without_preposition_has_none() -> None:
    doc = tree("die der DET 2 det\nReise _ NOUN 0 root\nwegen _ ADP 2 case\nzufolge _ ADP 3 case")
    assert preposition(doc[1], lexicon()) == ""
    assert preposition(doc[3], lexicon()) == ""


def test_a_preposition_that_closes_behind_its_noun_is_another() -> None:
    doc = tree("von _ ADP 3 case\nder der DET 3 det\nTürkei _ PROPN 0 root\naus _ ADP 3 case")
    assert preposition(doc[2], lexicon()) == "von … aus"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        # Whatever its label, but for the preposition of a next phrase.
        ("aus _ ADP 4 compound:prt", "von … aus"),
        ("aus _ ADP 5 case", "von"),
        ("an _ ADP 3 case", "von"),
        ("aus _ ADV 5 advmod", "von … aus"),
    ],
)
def test_only_a_closing_word_closes(rows: str, found: str) -> None:
    doc = tree(f"""
        Angriffe  _  NOUN  0  root
        von       _  ADP   3  case
        Kurden    _  NOUN  1  nmod
        {rows}
        Syrien    _  PROPN 3  nmod
    """)
    assert preposition(doc[2], lexicon()) == found


@pytest.mark.parametrize("first", ["mit", "in"])
def test_other_prepositions_are_not_closed(first: str) -> None:
    doc = tree(f"{first} _ ADP 2 case\nPolen _ PROPN 0 root\naus _ ADP 2 case")
    assert preposition(doc[1], lexicon()) == first


def test_a_noun_that_ends_the_text_is_not_closed() -> None:
    doc = tree("von _ ADP 2 case\nPolen _ PROPN 0 root")
    assert preposition(doc[1], lexicon()) == "von"


# Particles and infinitives ------------------------------------------------------------------------------------------------


def test_a_verb_has_its_separated_particle() -> None:
    doc = tree(f"wies weisen VERB 0 root {FIN}\nPolen _ PROPN 1 obj\nZurück _ ADP 1 compound:prt")
    assert particle(doc[0], lexicon().grammar) == "zurück"
    assert particle(doc[1], lexicon().grammar) == ""


@pytest.mark.parametrize(
    ("opening", "found"),
    [("von", ""), ("aus", "aus"), ("in", "aus")],
)
def test_the_end_of_a_circumposition_is_no_particle(opening: str, found: str) -> None:
    doc = tree(f"""
        griff     greifen  VERB  0  root  {FIN}
        {opening} _        ADP   4  case
        der       der      DET   4  det
        Türkei    _        PROPN 1  obl
        aus       _        ADP   1  compound:prt
    """)
    assert particle(doc[0], lexicon().grammar) == found


def test_a_particle_right_behind_its_verb_is_one() -> None:
    doc = tree(f"von _ ADP 2 case\nwich weichen VERB 0 root {FIN}\naus _ ADP 2 compound:prt")
    assert particle(doc[1], lexicon().grammar) == "aus"


def test_another_particle_after_von_is_one() -> None:
    doc = tree(f"""
        zog       ziehen   VERB  0  root  {FIN}
        von       _        ADP   3  case
        Polen     _        PROPN 1  obl
        ab        _        ADP   1  compound:prt
    """)
    assert particle(doc[0], lexicon().grammar) == "ab"


def test_a_closing_word_two_words_on_is_a_particle() -> None:
    doc = tree(f"""
        wich      weichen  VERB  0  root  {FIN}
        von       _        ADP   3  case
        Polen     _        PROPN 1  obl
        heute     _        ADV   1  advmod
        aus       _        ADP   1  compound:prt
    """)
    assert particle(doc[0], lexicon().grammar) == "aus"


@pytest.mark.parametrize(
    ("form", "lemma", "last", "found"),
    [
        # A form of the lexicon, whatever the lemma.
        ("empfing", "empfingen", "", ("empfangen", "empfingen")),
        ("Wies", "weisen", "zurück", ("zurückweisen",)),
        ("wies", "Zurückweisen", "zurück", ("zurückweisen",)),
        # A participle.
        ("angegriffen", "angreif", "", ("angreifen", "angreif")),
        # No form of the lexicon.
        ("knickte", "knicken", "ein", ("einknicken",)),
        ("knickte", "einknicken", "ein", ("einknicken",)),
        ("knickte", "Knicken", "", ("knicken",)),
    ],
)
def test_infinitives_by_form_then_lemma(form: str, lemma: str, last: str, found: tuple[str, ...]) -> None:
    rows = [f"{form} {lemma} VERB 0 root", *([f"{last} _ ADP 1 compound:prt"] if last else [])]
    assert infinitive(tree("\n".join(rows))[0], lexicon()) == found


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("angegriffen", "angreifen"),
        ("angegriffene", "angreifen"),
        ("Angegriffenen", "angreifen"),
        ("angreifenden", "angreifen"),
        ("besetztem", "besetzen"),
        ("schönen", None),
    ],
)
def test_a_participle_before_a_noun_has_a_verb(form: str, verb: str | None) -> None:
    assert participle_bases(form.lower(), lexicon()) == ((verb,) if verb else ())


# Clauses ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pos", ["VERB", "AUX"])
def test_a_verb_heads_a_clause(pos: str) -> None:
    assert is_verbal(tree(f"geht gehen {pos} 0 root")[0])


@pytest.mark.parametrize("label", ["cop", "aux", "aux:pass"])
@pytest.mark.parametrize("pos", ["ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV", "X"])
def test_a_predicate_with_auxiliary_heads_a_clause(pos: str, label: str) -> None:
    assert is_verbal(tree(f"wird werden AUX 2 {label}\nkonkret _ {pos} 0 root")[1])


@pytest.mark.parametrize("pos", ["DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "SYM"])
def test_a_function_word_heads_no_clause(pos: str) -> None:
    assert not is_verbal(tree(f"ist sein AUX 2 cop\nder _ {pos} 0 root")[1])


def test_a_noun_alone_heads_no_clause() -> None:
    assert not is_verbal(tree("die der DET 2 det\nReise _ NOUN 0 root")[1])


def test_the_clause_of_a_token_is_the_nearest_verb_above() -> None:
    doc = tree(f"""
        sagte    sagen  VERB  0  root   {FIN}
        Gipfel   _      NOUN  4  nsubj
        der      der    DET   2  det
        gut      _      ADJ   1  ccomp
        war      sein   AUX   4  cop    {FIN}
    """)
    assert clause_head(doc[2]).text == "gut"
    assert clause_head(doc[3]).text == "gut"
    assert clause_head(doc[0]).text == "sagte"
    assert clause_head(doc[4]).text == "war"


def test_without_a_verb_the_root_is_the_clause() -> None:
    doc = tree("die der DET 2 det\nReise _ NOUN 0 root")
    assert clause_head(doc[0]).text == "Reise"


# Voice ---------------------------------------------------------------------------------------------------------------------------


def postponed(label: str = "acl", agent: str = "obl:agent", extra: str = "") -> Doc:
    return tree(f"""
        Armee        _            NOUN  0  root
        unterstützt  unterstützen VERB  1  {label}  {PART}
        von          _            ADP   4  case
        Frankreich   _            PROPN 2  {agent}
        {extra}
    """)


def test_a_participle_with_agent_behind_its_noun_is_postponed() -> None:
    assert is_postponed(postponed()[1])
    assert is_passive(postponed()[1], lexicon().grammar)


@pytest.mark.parametrize(
    "changed",
    [
        {"label": "advcl"},
        {"agent": "obl"},
        {"extra": "hat haben AUX 2 aux"},
        {"extra": "wird werden AUX 2 aux:pass"},
        {"extra": "die der PRON 2 nsubj"},
        {"extra": "die der PRON 2 nsubj:pass"},
        {"extra": "die der PRON 2 csubj"},
    ],
)
def test_another_clause_is_not_postponed(changed: dict[str, str]) -> None:
    assert not is_postponed(postponed(**changed)[1])


@pytest.mark.parametrize(("label", "passive"), [("aux:pass", True), ("aux", False), ("cop", False)])
def test_an_auxiliary_of_the_passive_makes_one(label: str, passive: bool) -> None:
    doc = tree(f"wird werden AUX 2 {label}\nempfangen _ VERB 0 root {PART}")
    assert is_passive(doc[1], lexicon().grammar) is passive


@pytest.mark.parametrize(("label", "passive"), [("nsubj:pass", True), ("nsubj", False)])
def test_a_subject_of_the_passive_makes_one(label: str, passive: bool) -> None:
    doc = tree(f"Merz _ PROPN 2 {label}\nempfangen _ VERB 0 root {PART}")
    assert is_passive(doc[1], lexicon().grammar) is passive


@pytest.mark.parametrize(
    ("first", "second", "pos", "passive"),
    [
        ("nsubj:pass", "obj", "PROPN", False),
        ("nsubj", "obj", "PROPN", False),
        ("nsubj", "nsubj:pass", "PROPN", False),
        # A participle that may be an infinitive makes a future: "wird den Premierminister empfangen".
        ("nsubj:pass", "obj", "NOUN", False),
        ("nsubj:pass", "obl", "PROPN", True),
    ],
)
def test_two_ends_are_of_no_passive(first: str, second: str, pos: str, passive: bool) -> None:
    doc = tree(f"""
        Trump     _      PROPN 4  {first}
        wird      werden AUX   4  aux:pass  {FIN}
        Netanjahu _      {pos} 4  {second}
        empfangen _      VERB  0  root
    """)
    assert is_passive(doc[3], lexicon().grammar) is passive


def test_two_ends_and_an_agent_are_of_a_passive() -> None:
    doc = tree(f"""
        Trump     _      PROPN 6  nsubj:pass
        wird      werden AUX   6  aux:pass  {FIN}
        Netanjahu _      PROPN 6  obj
        von       _      ADP   5  case
        Merz      _      PROPN 6  obl:agent
        empfangen _      VERB  0  root
    """)
    assert is_passive(doc[5], lexicon().grammar)


def conjunct(
    tag: str = "VVPP", extra: str = "", label: str = "conj", pos: str = "VERB", voice: str = "aux:pass"
) -> Doc:
    return tree(f"""
        wurde     werden     AUX      2  {voice}  {FIN}
        empfangen _          {pos}    0  root     {PART}
        und       _          CCONJ    4  cc
        gelobt    loben      VERB/{tag}  2  {label}  {PART}
        {extra}
    """)


def test_a_participle_shares_the_passive_of_the_first() -> None:
    assert is_passive(conjunct()[3], lexicon().grammar)


@pytest.mark.parametrize(
    "changed",
    [
        {"tag": "VVFIN"},
        {"extra": "hat haben AUX 4 aux"},
        {"extra": "Merz _ PROPN 4 nsubj"},
        {"label": "advcl"},
        {"label": "xcomp"},
        {"pos": "ADJ"},
        {"voice": "aux"},
    ],
)
def test_a_clause_of_its_own_shares_no_passive(changed: dict[str, str]) -> None:
    assert not is_passive(conjunct(**changed)[3], lexicon().grammar)


# Auxiliaries -----------------------------------------------------------------------------------------------------------------------


def shared(morph: str = INF, extra: str = "", pos: str = "VERB", label: str = "conj") -> Doc:
    return tree(f"""
        will      wollen   AUX   2  aux   {FIN}
        treffen   _        VERB  0  root  {INF}
        und       _        CCONJ 4  cc
        beraten   _        {pos}  2  {label}  {morph}
        {extra}
    """)


@pytest.mark.parametrize("label", ["aux", "aux:pass", "cop"])
def test_auxiliaries_and_copula_help_a_verb(label: str) -> None:
    doc = tree(f"wird werden AUX 2 {label} {FIN}\nempfangen _ VERB 0 root {PART}")
    assert forms(auxiliaries(doc[1])) == ["wird"]
    found = finite(doc[1])
    assert found is not None
    assert found.text == "wird"


def test_a_conjunct_shares_the_auxiliaries_of_the_first() -> None:
    assert forms(auxiliaries(shared()[3])) == ["will"]
    assert forms(auxiliaries(shared(extra="kann können AUX 4 aux")[3])) == ["kann"]


@pytest.mark.parametrize("changed", [{"morph": FIN}, {"pos": "NOUN"}, {"label": "advcl"}, {"label": "xcomp"}])
def test_another_clause_shares_no_auxiliaries(changed: dict[str, str]) -> None:
    assert auxiliaries(shared(**changed)[3]) == []


def test_a_finite_verb_is_its_own_finite_word() -> None:
    doc = tree(f"ging gehen VERB 0 root {FIN}\nlaufen _ VERB 1 xcomp {INF}")
    assert finite(doc[0]) == doc[0]
    assert finite(doc[1]) is None


# Relative clauses ----------------------------------------------------------------------------------------------------------------


def relative(pronoun: str = "das", pos: str = "PRON", label: str = "acl", head: str = "4") -> Doc:
    return tree(f"""
        Land      _          NOUN  0  root
        {pronoun} der        {pos} {head}  obj
        Russland  _          PROPN 4  nsubj
        angriff   angreifen  VERB  1  {label}  {FIN}
    """)


@pytest.mark.parametrize("pos", ["PRON", "DET"])
@pytest.mark.parametrize("pronoun", ["das", "die", "Welche", "dessen"])
def test_a_relative_pronoun_stands_for_a_noun(pronoun: str, pos: str) -> None:
    doc = relative(pronoun, pos)
    assert is_relative_pronoun(doc[1], lexicon().grammar)
    assert antecedent(doc[1]) == doc[0]


@pytest.mark.parametrize(
    "changed",
    # Another part of speech, another word, another clause, and one that stands behind its head.
    [{"pos": "NOUN"}, {"pronoun": "es"}, {"label": "advcl"}, {"head": "1"}],
)
def test_another_word_is_no_relative_pronoun(changed: dict[str, str]) -> None:
    assert not is_relative_pronoun(relative(**changed)[1], lexicon().grammar)


def test_a_relative_pronoun_may_hang_deep_in_its_clause() -> None:
    doc = tree(f"""
        Land      _          NOUN  0  root
        auf       _          ADP   4  case
        dessen    der        PRON  4  det
        Boden     _          NOUN  5  obl
        kämpft    kämpfen    VERB  1  acl  {FIN}
    """)
    assert is_relative_pronoun(doc[2], lexicon().grammar)
    assert antecedent(doc[2]) == doc[0]


def test_a_pronoun_that_heads_its_own_clause_is_not_relative() -> None:
    doc = tree(f"""
        Land      _          NOUN  3  nsubj
        die       der        PRON  1  acl
        kämpft    kämpfen    VERB  0  root  {FIN}
    """)
    assert not is_relative_pronoun(doc[1], lexicon().grammar)


def test_outside_a_relative_clause_nothing_stands_for_a_noun() -> None:
    assert antecedent(relative(label="advcl")[1]) is None


def test_the_carriers_of_a_noun_have_it_as_object() -> None:
    doc = tree(f"""
        Besuch    _          NOUN  0  root
        den       der        PRON  4  obj
        Erdogan   _          PROPN 4  nsubj
        begann    beginnen   VERB  1  acl   {FIN}
        der       der        PRON  6  nsubj
        endete    enden      VERB  1  acl   {FIN}
    """)
    assert forms(carriers(doc[0], lexicon().grammar)) == ["begann"]
    assert carriers(relative(label="advcl")[0], lexicon().grammar) == []


def test_an_article_is_no_preposition() -> None:
    doc = tree("den der DET 2 advmod\nGipfel _ NOUN 0 root")
    assert preposition(doc[1], lexicon()) == ""


def test_a_contraction_is_resolved_where_it_is_the_nearest() -> None:
    doc = tree("bis _ ADP 3 case\nzum _ ADP 3 case\nGipfel _ NOUN 0 root")
    assert preposition(doc[2], lexicon()) == "zu"


def test_a_particle_late_in_its_sentence_is_none_of_von() -> None:
    doc = tree(f"""
        gestern   _        ADV   2  advmod
        griff     greifen  VERB  0  root  {FIN}
        von       _        ADP   4  case
        Polen     _        PROPN 2  obl
        aus       _        ADP   2  compound:prt
    """)
    assert particle(doc[1], lexicon().grammar) == ""


def test_a_particle_of_a_late_verb_is_none_of_von() -> None:
    doc = tree(f"""
        heute     _        ADV   4  advmod
        gestern   _        ADV   4  advmod
        morgen    _        ADV   4  advmod
        griff     greifen  VERB  0  root  {FIN}
        von       _        ADP   6  case
        Polen     _        PROPN 4  obl
        aus       _        ADP   4  compound:prt
    """)
    assert particle(doc[3], lexicon().grammar) == ""


def test_the_verb_of_a_relative_clause_may_stand_before_its_pronoun() -> None:
    doc = tree(f"""
        Land      _          NOUN  0  root
        litten    leiden     VERB  1  acl   {FIN}
        dessen    der        PRON  4  det
        Städte    Stadt      NOUN  2  nsubj
    """)
    assert is_relative_pronoun(doc[2], lexicon().grammar)


def test_a_pronoun_behind_the_verb_of_its_clause_is_not_relative() -> None:
    doc = tree(f"""
        Land      _          NOUN  0  root
        litt      leiden     VERB  1  acl   {FIN}
        das       der        PRON  2  obj
    """)
    assert not is_relative_pronoun(doc[2], lexicon().grammar)


def test_any_other_word_behind_a_noun_closes_nothing() -> None:
    doc = tree(f"von _ ADP 2 case\nPolen _ PROPN 3 obl\nkam kommen VERB 0 root {FIN}")
    assert preposition(doc[1], lexicon()) == "von"
