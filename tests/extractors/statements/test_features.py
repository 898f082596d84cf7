"""The columns of candidates by name and value, on trees built by hand."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc

from extractors.lexicon import Lexicon
from extractors.mention import MentionKind
from extractors.statements.features import COLUMNS, FeatureReader, Row, Rows, bucket, code, codes
from ontology.actor import ActorKind
from tests.extractors.candidacy import FINITE, LEXICON, Homes, actor, candidates, columns, lexicon, named, surroundings

PLAIN = f"""
    Paris        _            PROPN  2  nsubj  _  LOC
    kritisierte  kritisieren  VERB   0  root   {FINITE}
    Moskau       _            PROPN  2  obj    _  LOC
"""
FORWARD, BACKWARD = "Paris verb: kritisieren Moskau", "Moskau verb: kritisieren Paris"


def values(
    doc: Doc, column: str, said: str = FORWARD, known: Lexicon = LEXICON, homes: Homes | None = None
) -> list[int]:
    """A column of the candidates that say this, in their order."""
    return [row[column] for one, row in columns(doc, known, homes) if one == said]


def value(doc: Doc, column: str, said: str = FORWARD, known: Lexicon = LEXICON, homes: Homes | None = None) -> int:
    """A column of the only candidate that says this."""
    (found,) = values(doc, column, said, known, homes)
    return found


def plain(changes: Mapping[str, Mapping[str, Any]] | None = None) -> Doc:
    return named(PLAIN, changes)


# Codes -------------------------------------------------------------------------------------------------------------------


def test_a_code_is_the_same_in_every_process() -> None:
    # The check value of CRC-32.
    assert code("123456789") == 0xCBF43926
    assert code("") == 0
    assert code("für") != code("fur")
    assert code("für") == 0x5A9BAE7E, "by its bytes in UTF-8"
    assert codes("", "123456789") == [0, 0xCBF43926]


def test_texts_that_come_again_are_remembered() -> None:
    code.cache_clear()
    for _ in range(2):
        codes(*map(str, range(1000)))
    assert code.cache_info().hits == 1000


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (1, "1"),
        (2, "2"),
        (3, "4"),
        (4, "4"),
        (5, "8"),
        (8, "8"),
        (9, "16"),
        (16, "16"),
        (17, "32"),
        (100, "128"),
    ],
)
def test_large_numbers_are_powers_of_two(number: int, text: str) -> None:
    assert bucket(number) == text
    assert bucket(-number) == (f"-{text}" if number else "0")


def test_each_row_is_read_once() -> None:
    rows, asked = Rows(), []

    def read(*of: object) -> Row:
        asked.append(of)
        return [len(asked)]

    assert [rows.place((key,), read, key, 7) for key in ("a", "b", "a")] == [0, 1, 0]
    assert rows.rows == [[1], [2]]
    assert asked == [("a", 7), ("b", 7)]


# Everything --------------------------------------------------------------------------------------------------------------


def test_the_columns_of_a_plain_sentence() -> None:
    expected = {
        "relation": "criticizes",
        "word lemma": "kritisieren",
        "word class": "v",
        "word shape": "verb",
        "word companions": "0 True",
        "word label": "root",
        "word clause": "root",
        "word voice": "False",
        "word negated": "False",
        "word mood": FINITE,
        "word modal": "",
        "word effect": "say",
        "word quoted": "0",
        "word words": "1",
        "word sentence": "0",
        "word head": "kritisieren",
        "word preposition": "",
        "pair path": "nsubj obj",
        "pair order": "2",
        "pair between": "0",
        "pair crowd": "2",
        "pair again": "2",
        "pair home": "False False",
        "triple again": "1",
        "triple reverse": "1",
    }
    for side, label, order, slot in (("subject", "nsubj", "-1", "subj"), ("object", "obj", "1", "obj")):
        expected |= {
            f"{side} kind": "State",
            f"{side} mention": "name False 1",
            f"{side} known": "True",
            f"{side} sure": "True",
            f"{side} count": "1",
            f"{side} label": label,
            f"{side} case": "",
            f"{side} first": "True",
            f"{side} quoted": "0",
            f"{side} within": "",
            f"{side} level": "False False",
            f"{side} way path": f"{label} ",
            f"{side} way hang": f"{label}:",
            f"{side} way preposition": "",
            f"{side} way clause": "True",
            f"{side} way order": order,
            f"{side} way nearer": "0",
            f"{side} slot": slot,
            f"{side} swapped": "",
            f"{side} rivals": "True False",
        }
    (said, row), _ = columns(plain())
    assert said == FORWARD
    assert row == {"any": 0} | {name: code(text) for name, text in expected.items()}


def test_the_other_direction_has_the_slots_swapped() -> None:
    doc = plain()
    for side, slot, rest in (("subject", "obj", "True True"), ("object", "subj", "True True")):
        assert value(doc, f"{side} slot", BACKWARD) == code("")
        assert value(doc, f"{side} swapped", BACKWARD) == code(slot)
        assert value(doc, f"{side} rivals", BACKWARD) == code(rest)
    assert value(doc, "subject way order", BACKWARD) == code("1")
    assert value(doc, "pair order", BACKWARD) == code("-2")
    assert value(doc, "pair path", BACKWARD) == code("obj nsubj")


def test_rows_are_in_the_order_of_candidates() -> None:
    doc = named(f"{PLAIN}\n\n{PLAIN.replace('Moskau', 'Peking')}")
    assert [said for said, _ in columns(doc)] == [
        FORWARD,
        BACKWARD,
        FORWARD.replace("Moskau", "Peking"),
        BACKWARD.replace("Moskau", "Peking"),
    ]
    orders = [row["pair order"] for _, row in columns(doc)]
    assert orders == codes("2", "-2", "2", "-2")


def test_a_document_without_candidates_has_no_rows() -> None:
    found = FeatureReader(surroundings(plain()), []).columns()
    assert found.shape == (0, len(COLUMNS))
    assert found.dtype == np.uint64
    assert FeatureReader(surroundings(plain()), candidates(plain())).columns().dtype == np.uint64


def test_no_column_knows_who_it_is() -> None:
    one = named(PLAIN.replace("LOC", "PER").replace("Paris", "Macron").replace("Moskau", "Putin"))
    other = named(PLAIN.replace("LOC", "PER").replace("Paris", "Scholz").replace("Moskau", "Trump"))
    assert [row for _, row in columns(one)] == [row for _, row in columns(other)]
    assert [row for _, row in columns(one)] != [row for _, row in columns(plain())], "a person is no state"


def test_each_column_has_a_name_of_its_own() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS) == 66
    assert COLUMNS[:3] == ("any", "relation", "word lemma")


# Words -------------------------------------------------------------------------------------------------------------------


def test_the_entry_of_a_word() -> None:
    doc = named("""
        Kritik  _  NOUN   0  root
        Paris   _  PROPN  1  nmod  _  LOC
        an      _  ADP    4  case
        Moskau  _  PROPN  1  nmod  _  LOC
    """)
    said = "Paris noun: Kritik Moskau"
    found = {name: value(doc, f"word {name}", said) for name in ("lemma", "class", "shape", "companions")}
    assert found == {
        "lemma": code("Kritik"),
        "class": code("n"),
        "shape": code("noun"),
        "companions": code("0 False"),
    }
    assert value(doc, "subject slot", said) == code("gen")
    assert value(doc, "object slot", said) == code("an")


@pytest.mark.parametrize(("label", "text"), [("obj", "1 True"), ("conj", "1 False")])
def test_whether_companions_hang_on_a_verb(label: str, text: str) -> None:
    doc = named(f"""
        Paris    _     PROPN  2  nsubj  _  LOC
        tat      üben  VERB   0  root   {FINITE}
        Kritik   _     NOUN   2  {label}
        Moskau   _     PROPN  2  obl    _  LOC
    """)
    said = "Paris verb: üben Kritik Moskau"
    assert value(doc, "word companions", said) == code(text)
    assert value(doc, "word lemma", said) == code("üben Kritik")


PASSIVE = f"""
    Moskau      _            PROPN      5  nsubj:pass  _  LOC
    wurde       werden       AUX        5  aux:pass    {FINITE}
    von         _            ADP        4  case
    Paris       _            PROPN      5  obl:agent   _  LOC
    kritisiert  kritisieren  VERB/VVPP  0  root        VerbForm=Part
"""


def test_a_passive() -> None:
    doc = named(PASSIVE)
    found = {
        name: value(doc, name) for name in ("word voice", "word modal", "word mood", "subject slot", "object slot")
    }
    assert found == {
        "word voice": code("True"),
        "word modal": code("wurde"),
        "word mood": code(FINITE),
        "subject slot": code("subj"),
        "object slot": code("obj"),
    }
    assert value(doc, "subject way hang") == code("obl:agent:von")
    assert value(doc, "subject way preposition") == code("von")


@pytest.mark.parametrize(
    ("head", "label", "text"),
    [(5, "advmod", "True"), (2, "advmod", "True"), (5, "obl", "False"), (1, "advmod", "False")],
)
def test_what_negates_a_verb(head: int, label: str, text: str) -> None:
    doc = named(f"{PASSIVE}    nicht _ PART {head} {label}")
    assert value(doc, "word negated") == code(text)


NOUN = f"""
    Paris   _     PROPN  2  nsubj  _  LOC
    übte    üben  VERB   0  root   {FINITE}
    {{}}    _     {{}}   5  {{}}
    scharfe _     ADJ    5  amod
    Kritik  _     NOUN   2  obj
    an      _     ADP    7  case
    Moskau  _     PROPN  5  nmod   _  LOC
"""
SAID = "Paris noun: Kritik Moskau"


def of_noun(form: str = "die", pos: str = "DET", label: str = "det") -> Doc:
    return named(NOUN.format(form, pos, label))


def test_what_negates_a_noun() -> None:
    assert value(of_noun("keine"), "word negated", SAID) == code("True")
    assert value(of_noun(), "word negated", SAID) == code("False")
    below = named(NOUN.format("die", "DET", "det") + "    nicht _ PART 2 advmod")
    assert value(below, "word negated", SAID) == code("True"), "its clause is negated"


def test_the_clause_of_a_noun() -> None:
    doc = of_noun("bei", "ADP", "case")
    found = {name: value(doc, f"word {name}", SAID) for name in ("label", "clause", "head", "mood", "preposition")}
    assert found == {
        "label": code("obj"),
        "clause": code("root"),
        "head": code("üben"),
        "mood": code(FINITE),
        "preposition": code("bei"),
    }


def test_the_effect_of_what_is_above() -> None:
    assert value(of_noun(), "word effect", SAID) == code("do"), "support_verbs.tsv: üben"
    doc = named(NOUN.format("die", "DET", "det").replace("üben", "malen").replace("übte", "malte"))
    assert value(doc, "word effect", SAID) == code("")
    below = named(f"""
        Berlin       _            PROPN  2  nsubj  _  LOC
        versprach    versprechen  VERB   0  root   {FINITE}
        Moskau       _            PROPN  5  obj    _  LOC
        zu           _            PART   5  mark
        kritisieren  _            VERB   2  xcomp  VerbForm=Inf
    """)
    said = "Berlin verb: kritisieren Moskau"
    assert value(below, "word effect", said) == code("plan"), "clause_verbs.tsv: versprechen"
    assert value(below, "word head", said) == code("versprechen")
    assert value(below, "word label", said) == code("xcomp")
    assert value(below, "word mood", said) == code("")


def test_the_head_of_a_word_is_no_name() -> None:
    doc = named("""
        Paris   _  PROPN  0  root  _  LOC
        Kritik  _  NOUN   1  nmod
        Moskau  _  PROPN  1  nmod  _  LOC
    """)
    assert value(doc, "word head", SAID) == code("")


def test_helpers_of_a_verb() -> None:
    doc = named(f"""
        Paris       _            PROPN  5  nsubj  _  LOC
        wird        werden       AUX    5  aux    {FINITE}
        Moskau      _            PROPN  5  obj    _  LOC
        Wollen      wollen       AUX    5  aux    VerbForm=Inf
        kritisieren _            VERB   0  root   VerbForm=Inf
    """)
    assert value(doc, "word modal") == code("wird wollen")
    assert value(doc, "word mood") == code(FINITE)


def test_what_is_quoted() -> None:
    doc = named(f"""
        Paris        _            PROPN  3  nsubj  _  LOC
        „            _            PUNCT  3  punct
        kritisierte  kritisieren  VERB   0  root   {FINITE}
        “            _            PUNCT  3  punct
        heute        _            ADV    3  advmod
        „            _            PUNCT  3  punct
        Moskau       _            PROPN  3  obj    _  LOC
    """)
    assert value(doc, "word quoted") == code("1")
    assert value(doc, "subject quoted") == code("0")
    assert value(doc, "object quoted") == code("1")
    assert value(plain(), "word quoted") == code("0")


def test_how_many_words_a_sentence_has() -> None:
    further = [f"tat kritisieren VERB 2 conj {FINITE}"] * 2
    doc = named("\n".join([PLAIN.strip(), *further]))
    assert values(doc, "word words") == codes("4", "4", "4")
    two = lexicon("v | kritisieren | criticizes | subj | obj", "v | kritisieren | praises | subj | obj")
    assert set(values(plain(), "word words", known=two)) == {code("1")}, "two entries of one word"


def test_sentences_that_have_candidates_are_counted() -> None:
    doc = named("\n\n".join([PLAIN, "Es _ PRON 0 root", PLAIN, PLAIN, PLAIN]))
    assert values(doc, "word sentence") == codes("0", "1", "2", "4")


# Ends --------------------------------------------------------------------------------------------------------------------


def test_what_an_end_is() -> None:
    doc = plain({"Moskau": {"actors": (actor("Moskau", ActorKind.GROUP, known=False),), "kind": MentionKind.ORGAN}})
    assert value(doc, "object kind") == code("Group")
    assert value(doc, "object known") == code("False")
    assert value(doc, "object mention") == code("organ False 1")
    assert value(doc, "subject kind") == code("State")


@pytest.mark.parametrize(("number", "text"), [(1, "1"), (2, "2"), (3, "3"), (4, "3")])
def test_how_an_end_is_mentioned(number: int, text: str) -> None:
    several = (actor("Moskau"), *(actor(name) for name in "ABCDE"))[:number]
    doc = plain({"Moskau": {"actors": several, "place": True}})
    assert value(doc, "object mention") == code(f"name True {text}")


@pytest.mark.parametrize(("confidence", "text"), [(0.79, "False"), (0.8, "True"), (0.81, "True")])
def test_how_sure_an_end_is(confidence: float, text: str) -> None:
    assert value(plain({"Moskau": {"confidence": confidence}}), "object sure") == code(text)


def test_how_often_an_actor_is_named_and_where_first() -> None:
    doc = named(f"{PLAIN}\n\nMoskau _ PROPN 0 root _ LOC\n\n{PLAIN}")
    assert values(doc, "object count") == codes("4", "4")
    assert values(doc, "subject count") == codes("2", "2")
    assert values(doc, "object first") == codes("True", "False")


def test_the_case_that_an_end_shows() -> None:
    doc = named(f"""
        Paris        _            PROPN  2  nsubj  _  LOC
        kritisierte  kritisieren  VERB   0  root   {FINITE}
        den          der          DET    4  det
        Moskau       _            PROPN  2  obj    Number=Sing  LOC
    """)
    assert value(doc, "object case") == code("Acc")
    assert value(doc, "subject case") == code("")


def test_an_end_within_another() -> None:
    doc = named(f"""
        Macron       _            PROPN  3  nsubj  _  PER
        Frankreich   _            PROPN  1  nmod   _  LOC
        kritisierte  kritisieren  VERB   0  root   {FINITE}
        Moskau       _            PROPN  3  obj    _  LOC
    """)
    assert value(doc, "subject within", "Frankreich verb: kritisieren Moskau") == code("name False")
    assert value(doc, "subject within", "Macron verb: kritisieren Moskau") == code("")
    doc._.mentions = [
        m if m.token != 1 else m.__class__(m.begin, m.end, 1, m.kind, doc._.mentions[0].actors) for m in doc._.mentions
    ]
    assert values(doc, "subject within", "Macron verb: kritisieren Moskau") == codes("", "name True")


def test_an_end_before_the_name_that_it_belongs_to() -> None:
    doc = named(f"""
        russische    russisch     ADJ    2  amod   _  ADJ
        Huthi        _            PROPN  3  nsubj  _  ORG
        kritisierte  kritisieren  VERB   0  root   {FINITE}
    """)
    assert value(doc, "subject within", "russische verb: kritisieren Huthi") == code("name False")


def test_an_end_that_heads_its_sentence_is_within_none() -> None:
    doc = named("Paris _ PROPN 0 root _ LOC\nKritik _ NOUN 1 nmod\nMoskau _ PROPN 2 nmod _ LOC")
    assert value(doc, "subject within", SAID) == code("")


def test_whether_the_state_of_a_person_is_there() -> None:
    homes = {"Paris": frozenset(("Moskau", "Rom"))}
    assert value(plain(), "subject level", homes=homes) == code("True False")
    assert value(plain(), "object level", homes=homes) == code("False True")
    assert value(plain(), "subject level", homes={"Paris": frozenset(("Rom",))}) == code("False False")
    assert value(plain(), "pair home", homes=homes) == code("True False")
    assert value(plain(), "pair home", BACKWARD, homes=homes) == code("False True")


# Ways --------------------------------------------------------------------------------------------------------------------

DEEP = f"""
    Paris        _            PROPN  2  nsubj  _  LOC
    kritisierte  kritisieren  VERB   0  root   {FINITE}
    vor          _            ADP    4  case
    Wahlen       Wahl         NOUN   2  obl
    in           _            ADP    6  case
    Orten        Ort          NOUN   4  nmod
    nahe         _            ADJ    6  amod
    Moskau       _            PROPN  7  nmod   _  LOC
"""


def test_the_way_to_a_word() -> None:
    doc = named(DEEP)
    assert value(doc, "object way path") == code("nmod<amod<nmod<obl ")
    assert value(doc, "object way hang") == code("obl:vor")
    assert value(doc, "object way preposition") == code("in"), "the first on the way up"
    assert value(doc, "object way order") == code("8")
    assert value(doc, "pair path") == code("nsubj obl>nmod>amod>nmod")


def test_a_word_below_an_end() -> None:
    doc = named("""
        Paris   _  PROPN  0  root  _  LOC
        Kritik  _  NOUN   1  nmod
        Moskau  _  PROPN  2  nmod  _  LOC
    """)
    assert value(doc, "subject way hang", SAID) == code("^nmod")
    assert value(doc, "subject way path", SAID) == code(" nmod")
    assert value(doc, "object way hang", SAID) == code("nmod:")


def test_a_word_beside_an_end_hangs_down() -> None:
    doc = named(f"""
        Kritik   _      NOUN   2  nsubj
        traf     malen  VERB   0  root   {FINITE}
        Paris    _      PROPN  2  obj    _  LOC
        an       _      ADP    5  case
        Moskau   _      PROPN  1  nmod   _  LOC
    """)
    assert value(doc, "subject way path", SAID) == code("obj nsubj")
    assert value(doc, "subject way hang", SAID) == code("^nsubj")


def test_a_participle_that_is_said_of_an_end() -> None:
    doc = named("""
        von            _               ADP    2  case
        Moskau         _               PROPN  3  obl:agent  _  LOC
        unterstützten  unterstützt     ADJ    4  amod
        Türken         _               PROPN  0  root       _  LOC
    """)
    said = "Moskau participle: unterstützen Türken"
    assert value(doc, "subject slot", said) == code("subj")
    assert value(doc, "object slot", said) == code("obj")
    assert value(doc, "object way hang", said) == code("^amod")
    assert value(doc, "word companions", said) == code("0 False")


def test_the_clause_of_an_end() -> None:
    doc = named(f"""
        Paris        _            PROPN  2  nsubj  _  LOC
        kritisierte  kritisieren  VERB   0  root   {FINITE}
        dass         _            SCONJ  5  mark
        Moskau       _            PROPN  5  nsubj  _  LOC
        schwieg      schweigen    VERB   2  ccomp  {FINITE}
    """)
    assert value(doc, "object way clause") == code("False")
    assert value(doc, "subject way clause") == code("True")


def test_how_many_others_stand_between() -> None:
    rows = [f"{name} _ PROPN 5 nsubj _ LOC" for name in "ABCD"]
    doc = named("\n".join([*rows, f"kritisierte kritisieren VERB 0 root {FINITE}", "E _ PROPN 5 obj _ LOC"]))
    far = "A verb: kritisieren E"
    assert value(doc, "subject way nearer", far) == code("4"), "three"
    assert value(doc, "subject way nearer", "C verb: kritisieren E") == code("1")
    assert value(doc, "object way nearer", far) == code("0")
    assert value(doc, "pair between", far) == code("4")
    assert value(doc, "pair between", "E verb: kritisieren B") == code("2")
    assert value(doc, "pair between", "A verb: kritisieren B") == code("0")
    assert value(doc, "pair crowd", far) == code("8"), "five"


# Frames ------------------------------------------------------------------------------------------------------------------


def test_who_else_fills_a_slot() -> None:
    doc = named(f"""
        Paris        _            PROPN  4  nsubj  _  LOC
        und          _            CCONJ  3  cc
        Rom          _            PROPN  1  conj   _  LOC
        kritisierte  kritisieren  VERB   0  root   {FINITE}
        Moskau       _            PROPN  4  obl    _  LOC
    """)
    assert value(doc, "subject rivals") == code("True True")
    assert value(doc, "subject slot") == code("subj")
    assert value(doc, "object rivals") == code("False False")
    assert value(doc, "object slot") == code("")
    assert value(doc, "subject rivals", BACKWARD) == code("True True")
    assert value(doc, "object rivals", BACKWARD) == code("False False")


# Pairs and triples -------------------------------------------------------------------------------------------------------


def test_how_often_the_two_are_named_in_a_sentence() -> None:
    doc = named(PLAIN + "    Moskau _ PROPN 2 obl _ LOC\n    Rom _ PROPN 2 obl _ LOC")
    assert values(doc, "pair again") == codes("4", "4"), "three"
    assert value(doc, "pair again", "Paris verb: kritisieren Rom") == code("2")
    assert value(doc, "pair crowd", "Paris verb: kritisieren Rom") == code("4"), "three actors"


def test_how_many_sentences_could_say_it() -> None:
    twice = PLAIN + f"    tat kritisieren VERB 2 conj {FINITE}"
    doc = named("\n\n".join([twice, PLAIN, PLAIN.replace("Moskau", "Rom")]))
    assert values(doc, "triple again") == codes("2", "2", "2"), "a sentence counts once"
    assert value(doc, "triple again", "Paris verb: kritisieren Rom") == code("1")
    assert value(doc, "triple reverse", "Rom verb: kritisieren Paris") == code("1")


def test_what_the_article_could_say_the_other_way_round() -> None:
    def meeting(one: str, other: str) -> str:
        return f"{one} _ PROPN 2 nsubj _ LOC\ntraf treffen VERB 0 root {FINITE}\n{other} _ PROPN 2 obj _ LOC"

    doc = named("\n\n".join([meeting("Paris", "Moskau"), meeting("Moskau", "Paris"), meeting("Moskau", "Paris")]))
    assert value(doc, "triple reverse", "Paris verb: treffen Moskau") == code("2")
    assert value(doc, "triple again", "Paris verb: treffen Moskau") == code("1")
    assert values(doc, "triple reverse", "Moskau verb: treffen Paris") == codes("1", "1")
    assert value(named(meeting("Paris", "Moskau")), "triple reverse", "Paris verb: treffen Moskau") == code("0")


def test_another_relation_is_another_triple() -> None:
    doc = named(f"{PLAIN}\n\n{PLAIN.replace('kritisierte', 'unterstützte').replace('kritisieren', 'unterstützen')}")
    assert value(doc, "triple again") == code("1")
    assert value(doc, "relation") == code("criticizes")
    assert value(doc, "relation", "Paris verb: unterstützen Moskau") == code("supports")
