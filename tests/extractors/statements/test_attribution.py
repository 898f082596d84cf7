"""Whose word a clause is, on trees built by hand."""

import pytest
from spacy.tokens import Doc

from extractors.lexicon import load_lexicon
from extractors.statements.arguments import Argument
from extractors.statements.attribution import Attribution
from tests.extractors.trees import finder, told, tree

LEXICON = load_lexicon("de")


def attribution(doc: Doc) -> Attribution:
    return Attribution(finder(doc), LEXICON)


def name(argument: Argument | None) -> str:
    return argument.actor.label("en") if argument else ""


def source(text: str, head: str = "") -> str:
    """Who is named as the source inside the clause with this head, the root's where none is given."""
    doc = tree(text)
    token = next(t for t in doc if t.text == head) if head else next(doc.sents).root
    return name(attribution(doc).in_clause(token))


def speaker(text: str) -> str:
    """Who speaks in the clause of the first sentence's root."""
    doc = tree(text)
    return name(attribution(doc).speaker(next(doc.sents).root))


# Verbs of saying ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "lemma", "effect"),
    [
        ("sagte", "sagen", "say"),
        ("behauptete", "_", "claim"),
        ("droht", "_", "threaten"),
        ("lacht", "lachen", ""),
        ("bereit", "bereit", "plan"),
    ],
)
def test_the_effect_of_a_verb_by_its_infinitives(form: str, lemma: str, effect: str) -> None:
    doc = tree(f"{form} {lemma} VERB 0 root")
    assert attribution(doc).effect(doc[0]) == effect


def test_the_effect_of_a_separable_verb() -> None:
    doc = tree("""
        Merz    _        PROPN  2  nsubj  _  PER
        kündigt kündigen VERB   0  root   Tense=Pres|VerbForm=Fin
        an      _        ADP    2  compound:prt
    """)
    assert attribution(doc).effect(doc[1]) == "plan"


def test_a_speaker_is_the_subject() -> None:
    assert (
        speaker("""
        Macron  _      PROPN  2  nsubj  _  PER
        sagte   sagen  VERB   0  root   Tense=Past|VerbForm=Fin
        das     _      PRON   2  obj
    """)
        == "Emmanuel Macron"
    )


HEARD = """
    hieß     heißen  VERB   0  root    Tense=Past|VerbForm=Fin
    {it}     es      PRON   1  {label}
    {before} _       ADP    4  case
    {place}  _       PROPN  1  {phrase}  _  LOC
"""


@pytest.mark.parametrize("label", ["expl", "nsubj"])
@pytest.mark.parametrize("phrase", ["obl", "nmod"])
@pytest.mark.parametrize("before", ["aus", "von", "in"])
def test_hieß_es_has_its_source_in_a_phrase(label: str, phrase: str, before: str) -> None:
    assert speaker(HEARD.format(it="es", label=label, before=before, place="Moskau", phrase=phrase)) == "Russia"


@pytest.mark.parametrize(("phrase", "before"), [("obl:agent", "von"), ("obl", "mit"), ("obl", "über"), ("obl", "bei")])
def test_hieß_es_hears_from_no_other_phrase(phrase: str, before: str) -> None:
    assert speaker(HEARD.format(it="es", label="expl", before=before, place="Moskau", phrase=phrase)) == ""


def test_hieß_es_may_miss_its_subject() -> None:
    text = HEARD.replace("{it}     es      PRON   1  {label}", "dann     _       ADV    1  advmod")
    assert speaker(text.format(before="aus", place="Moskau", phrase="obl")) == "Russia"


def test_what_bears_a_name_is_no_source() -> None:
    """*Das Schiff hieß in Moskau anders*: it has a subject that is no actor."""
    for subject in ("dieses", "jenes"):
        assert speaker(HEARD.format(it=subject, label="nsubj", before="in", place="Moskau", phrase="obl")) == ""


def test_only_heißen_is_heard_of() -> None:
    text = HEARD.replace("hieß     heißen", "sprach   sprechen")
    assert speaker(text.format(it="es", label="expl", before="aus", place="Moskau", phrase="obl")) == ""


def test_hieß_es_from_somebodys_circles() -> None:
    text = """
        hieß       heißen  VERB   0  root    Tense=Past|VerbForm=Fin
        es         es      PRON   1  expl
        aus        _       ADP    4  case
        Kreisen    Kreis   NOUN   1  obl
        Macrons    Macron  PROPN  4  nmod    Case=Gen  PER
    """
    assert speaker(text) == "Emmanuel Macron"
    assert speaker(text.replace("Macrons    Macron", "Gestern    Gestern").replace("  PER", "")) == ""


# Phrases -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["obl", "nmod", "obl:arg", "advmod"])
@pytest.mark.parametrize("word", ["Laut", "gemäß"])
def test_according_to_somebody(word: str, label: str) -> None:
    assert (
        source(f"""
        {word}   _       ADP    2  case
        Macron   _       PROPN  3  {label}   _  PER
        regnet   regnen  VERB   0  root    Tense=Pres|VerbForm=Fin
        es       _       PRON   3  expl
    """)
        == "Emmanuel Macron"
    )


def test_zufolge_stands_behind() -> None:
    text = """
        Macron   _       PROPN  3  obl     _  PER
        {word}   _       ADP    1  {label}
        regnet   regnen  VERB   0  root    Tense=Pres|VerbForm=Fin
        es       _       PRON   3  expl
    """
    assert source(text.format(word="zufolge", label="case")) == "Emmanuel Macron"
    assert source(text.format(word="gegenüber", label="case")) == ""
    assert source(text.format(word="zufolge", label="advmod")) == ""


def test_according_to_somebodys_office_and_to_a_capital() -> None:
    text = """
        laut     _       ADP    2  case
        {who}    _       {pos}  3  obl     _  {ent}
        regnet   regnen  VERB   0  root    Tense=Pres|VerbForm=Fin
        {more}
    """
    owner = "Macrons Macron PROPN 2 nmod Case=Gen PER"
    assert source(text.format(who="Umfeld", pos="NOUN", ent="_", more=owner)) == "Emmanuel Macron"
    assert source(text.format(who="Moskau", pos="PROPN", ent="LOC", more="es _ PRON 3 expl")) == "Russia"
    assert source(text.format(who="Umfeld", pos="NOUN", ent="_", more="es _ PRON 3 expl")) == ""


def test_a_subject_is_no_source() -> None:
    assert (
        source("""
        laut     _       ADP    2  case
        Macron   _       PROPN  3  nsubj   _  PER
        lachte   lachen  VERB   0  root    Tense=Past|VerbForm=Fin
    """)
        == ""
    )


ACCOUNT = """
    {before} _       ADP    {noun}  case
    {phrase}
    regnet   regnen  VERB   0  root   Tense=Pres|VerbForm=Fin
"""


@pytest.mark.parametrize(
    "phrase",
    [
        "Angaben Angabe NOUN 5 obl\naus _ ADP 4 case\nMoskau _ PROPN 2 nmod _ LOC",
        "Angaben Angabe NOUN 5 obl\nvon _ ADP 4 case\nMoskau _ PROPN 2 nmod _ LOC",
        "Darstellung _ NOUN 4 obl\nMoskaus Moskau PROPN 2 nmod Case=Gen LOC",
        "russischen russisch ADJ 3 amod\nErkenntnissen Erkenntnis NOUN 4 obl",
    ],
)
def test_by_somebodys_account(phrase: str) -> None:
    noun = 3 if "amod" in phrase else 2
    assert source(ACCOUNT.format(before="Nach", noun=noun, phrase=phrase)) == "Russia"
    assert source(ACCOUNT.format(before="trotz", noun=noun, phrase=phrase)) == ""


def test_after_an_event_is_no_account() -> None:
    phrase = "Angriffen Angriff NOUN 4 obl\nMoskaus Moskau PROPN 2 nmod Case=Gen LOC"
    assert source(ACCOUNT.format(before="Nach", noun=2, phrase=phrase)) == ""
    assert source(ACCOUNT.format(before="Nach", noun=2, phrase=phrase.replace("Angriffen", "Worten"))) == "Russia"


def test_by_his_own_account() -> None:
    doc = tree("""
        Macron   _       PROPN  2  nsubj   _  PER
        lachte   lachen  VERB   0  root    Tense=Past|VerbForm=Fin
        .        _       PUNCT  2  punct

        Nach     _       ADP    3  case
        seinen   sein    DET    3  det:poss  Poss=Yes|PronType=Prs
        Worten   Wort    NOUN   4  obl
        regnet   regnen  VERB   0  root    Tense=Pres|VerbForm=Fin
        es       _       PRON   4  expl
        .        _       PUNCT  4  punct
    """)
    assert name(attribution(doc).in_clause(doc[6])) == "Emmanuel Macron"


# Inserted clauses --------------------------------------------------------------------------------------------------------


def inserted(verb: str, label: str, opening: str = "", pos: str = "VERB") -> str:
    """The source of *lacht* in *Moskau lacht, OPENING VERB Macron*."""
    return source(
        f"""
        Moskau     _       PROPN  2  nsubj    _  LOC
        lacht      lachen  VERB   0  root     Tense=Pres|VerbForm=Fin
        ,          _       PUNCT  5  punct
        {opening or "dann"}  _  ADV  5  advmod
        {verb}     _       {pos}  2  {label}  Tense=Past|VerbForm=Fin
        Macron     _       PROPN  5  nsubj    _  PER
    """
    )


@pytest.mark.parametrize("verb", ["sagte", "behauptete"])
@pytest.mark.parametrize("label", ["parataxis", "discourse"])
def test_a_clause_of_saying_that_is_inserted(verb: str, label: str) -> None:
    assert inserted(verb, label) == "Emmanuel Macron"


@pytest.mark.parametrize("verb", ["forderte", "drohte", "lachte", "plante"])
def test_no_other_inserted_clause_names_a_source(verb: str) -> None:
    assert inserted(verb, "parataxis") == ""
    assert inserted(verb, "advcl", "wie") == ""


@pytest.mark.parametrize("label", ["advcl", "ccomp"])
def test_a_clause_below_names_a_source_only_after_wie(label: str) -> None:
    assert inserted("sagte", label, "Wie") == "Emmanuel Macron"
    assert inserted("sagte", label, "weil") == ""
    assert inserted("sagte", "conj", "wie") == ""


def test_so_and_an_actor_as_a_clause() -> None:
    text = """
        Moskau     _       PROPN  2  nsubj    _  LOC
        lacht      lachen  VERB   0  root     Tense=Pres|VerbForm=Fin
        {word}     _       ADV    4  advmod
        Macron     _       PROPN  2  {label}  _  PER
        gestern    _       ADV    2  advmod
    """
    assert source(text.format(word="so", label="parataxis")) == "Emmanuel Macron"
    assert source(text.format(word="so", label="discourse")) == "Emmanuel Macron"
    assert source(text.format(word="also", label="parataxis")) == ""
    assert source(text.format(word="so", label="obj")) == ""
    assert source(text.format(word="wie", label="advcl")) == ""


SO = """
    Moskau     _       PROPN  2  nsubj    _  LOC
    lacht      lachen  VERB   0  root     Tense=Pres|VerbForm=Fin
    dort       _       ADV    2  advmod
    {comma}    _       PUNCT  2  punct
    {word}     _       ADV    2  advmod
    {more}
    Macron     _       PROPN  2  appos    _  PER
    gestern    _       ADV    2  advmod
"""


@pytest.mark.parametrize("comma", [",", '"', "“", "”"])
@pytest.mark.parametrize("more", ["", "der _ DET 2 det", "der _ DET 2 det\nMann _ NOUN 2 appos"])
def test_so_behind_a_comma_or_quotation_mark(comma: str, more: str) -> None:
    assert source(SO.format(comma=comma, word="so", more=more)) == "Emmanuel Macron"


@pytest.mark.parametrize(
    ("comma", "word", "more"),
    [
        (":", "so", ""),
        ("und", "so", ""),
        (",", "und", ""),
        (",", "so", "der _ DET 2 det\nalte _ ADJ 2 amod\nMann _ NOUN 2 appos"),
    ],
)
def test_so_elsewhere_names_nobody(comma: str, word: str, more: str) -> None:
    assert source(SO.format(comma=comma, word=word, more=more)) == ""


def test_so_and_an_actor_may_end_a_sentence() -> None:
    assert source(SO.replace("gestern    _       ADV    2  advmod", "").format(comma=",", word="so", more="")) == (
        "Emmanuel Macron"
    )


def test_of_several_actors_after_so_the_first_speaks() -> None:
    assert source(SO.format(comma=",", word="so", more="Merz _ PROPN 2 appos _ PER")) == "Friedrich Merz"


def test_so_may_stand_second_and_not_last() -> None:
    text = """
        ,          _       PUNCT  3  punct
        {a}        so      ADV    3  advmod
        lacht      lachen  VERB   0  root     Tense=Pres|VerbForm=Fin
        Macron     _       PROPN  3  nsubj    _  PER
        ,          _       PUNCT  3  punct
        {b}        _       ADV    3  advmod

        Merz       _       PROPN  2  nsubj    _  PER
        lacht      lachen  VERB   0  root     Tense=Pres|VerbForm=Fin
    """
    assert source(text.format(a="so", b="da")) == "Emmanuel Macron"
    assert source(text.format(a="da", b="so")) == ""


def test_the_first_word_of_a_sentence_has_no_comma_of_its_own() -> None:
    doc = tree("""
        Merz       _       PROPN  2  nsubj    _  PER
        lacht      lachen  VERB   0  root     Tense=Pres|VerbForm=Fin
        “          _       PUNCT  2  punct

        So         so      ADV    2  advmod
        lacht      lachen  VERB   0  root     Tense=Pres|VerbForm=Fin
        Macron     _       PROPN  2  nsubj    _  PER
    """)
    assert name(attribution(doc).in_clause(doc[4])) == ""


def test_a_sentence_is_searched_once_and_others_apart() -> None:
    doc = tree("""
        Moskau     _       PROPN  2  nsubj    _  LOC
        lacht      lachen  VERB   0  root     Tense=Pres|VerbForm=Fin
        ,          _       PUNCT  2  punct
        so         _       ADV    2  advmod
        Macron     _       PROPN  2  appos    _  PER
        .          _       PUNCT  2  punct

        Moskau     _       PROPN  2  nsubj    _  LOC
        weint      weinen  VERB   0  root     Tense=Pres|VerbForm=Fin
        ,          _       PUNCT  2  punct
        so         _       ADV    2  advmod
        Merz       _       PROPN  2  appos    _  PER
        .          _       PUNCT  2  punct
    """)
    found = attribution(doc)
    names = [name(found.in_clause(doc[i])) for i in (1, 7, 1, 7)]
    assert names == ["Emmanuel Macron", "Friedrich Merz", "Emmanuel Macron", "Friedrich Merz"]


def test_a_phrase_goes_before_an_inserted_clause() -> None:
    assert (
        source("""
        Laut       _       ADP    2  case
        Merz       _       PROPN  3  obl        _  PER
        lacht      lachen  VERB   0  root       Tense=Pres|VerbForm=Fin
        Moskau     _       PROPN  3  nsubj      _  LOC
        ,          _       PUNCT  3  punct
        sagte      sagen   VERB   3  parataxis  Tense=Past|VerbForm=Fin
        Macron     _       PROPN  6  nsubj      _  PER
    """)
        == "Friedrich Merz"
    )


# Reported speech ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "morph", "reported"),
    [
        ("gehe", "Mood=Sub|Tense=Pres|VerbForm=Fin", True),
        ("glaube", "Mood=Ind|Tense=Pres|VerbForm=Fin", True),
        ("glaubt", "Mood=Ind|Tense=Pres|VerbForm=Fin", False),
        ("glaubte", "Mood=Ind|Tense=Past|VerbForm=Fin", False),
        ("gehe", "VerbForm=Inf", False),
    ],
)
@pytest.mark.parametrize("label", ["nsubj", "nsubj:pass"])
def test_a_sentence_in_the_reporting_subjunctive(form: str, morph: str, reported: bool, label: str) -> None:
    doc = tree(f"""
        Er       er      PRON   2  {label}  Number=Sing
        {form}   _       VERB   0  root   {morph}
        daran    _       ADV    2  advmod
    """)
    assert attribution(doc).reported(doc[1]) is reported


@pytest.mark.parametrize("label", ["nsubj", "nsubj:pass"])
def test_a_first_person_reports_nothing(label: str) -> None:
    doc = tree(f"""
        Ich      ich     PRON   2  {label}  Number=Sing
        glaube   glauben VERB   0  root   Mood=Ind|Tense=Pres|VerbForm=Fin
        daran    _       ADV    2  advmod
    """)
    assert not attribution(doc).reported(doc[1])


def last(text: str) -> str:
    """The speaker whom the first sentence leaves for the next one."""
    doc = tree(text)
    return name(attribution(doc).last_speaker(next(doc.sents)))


def test_the_last_of_two_speakers_goes_on() -> None:
    text = """
        Macron     _       PROPN  2  nsubj      _  PER
        {a}        _       VERB   0  root       Tense=Past|VerbForm=Fin
        und        _       CCONJ  4  cc
        {b}        _       VERB   2  conj       Tense=Past|VerbForm=Fin
        Merz       _       PROPN  4  nsubj      _  PER
    """
    assert last(text.format(a="sagte", b="behauptete")) == "Friedrich Merz"
    assert last(text.format(a="sagte", b="lachte")) == "Emmanuel Macron"
    assert last(text.format(a="behauptete", b="forderte")) == "Emmanuel Macron"
    assert last(text.format(a="lachte", b="forderte")) == ""
    assert last(text.replace("VERB   2", "AUX    2").format(a="sagte", b="meinte")) == "Emmanuel Macron"
    assert last(text.replace("Merz       _       PROPN", "wer        _       PRON").format(a="sagte", b="meinte")) == (
        "Emmanuel Macron"
    )


def test_without_a_verb_of_saying_the_source_of_the_sentence_goes_on() -> None:
    assert (
        last("""
        Laut       _       ADP    2  case
        Merz       _       PROPN  3  obl        _  PER
        lacht      lachen  VERB   0  root       Tense=Pres|VerbForm=Fin
        Moskau     _       PROPN  3  nsubj      _  LOC
    """)
        == "Friedrich Merz"
    )


# Whole statements --------------------------------------------------------------------------------------------------------


def test_the_source_of_a_statement() -> None:
    doc = tree("""
        Laut         _             ADP    2  case
        Macron       _             PROPN  3  obl     _  PER
        unterstützt  unterstützen  VERB   0  root    Tense=Pres|Mood=Ind|VerbForm=Fin
        Deutschland  _             PROPN  3  nsubj   _  LOC
        Polen        _             PROPN  3  obj     _  LOC
    """)
    assert told(doc) == ["Germany supports Poland source=Emmanuel Macron"]
