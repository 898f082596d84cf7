"""Reproaches without a verb of reproach, on trees built by hand."""

import pytest

from tests.extractors.trees import statements, tree


def blamed(
    clause: str,
    saying: str = "sagte",
    blamed: str = "Russland _ PROPN {verb} nsubj _ LOC",
    speaker: str = "Macron _ PROPN 2 nsubj _ PER",
) -> list[str]:
    """The statements of *Macron sagte, Russland CLAUSE*, with their rules.

    `clause` has the rows from the fourth on; the last one is its head, whose place the others write `{verb}`.
    """
    rows = [row for row in clause.strip().splitlines() if row.strip()]
    verb = 4 + len(rows)
    doc = tree(
        f"""
        {speaker}
        {saying}   _          VERB   0  root     Mood=Ind|Tense=Past|VerbForm=Fin
        ,          _          PUNCT  {verb}  punct
        {blamed}
        """.replace("{verb}", str(verb))
        + "\n".join(rows).replace("{verb}", str(verb))
    )
    return [f"{s.subject.label('en')} {s.relation} {s.object.label('en')} ({s.rule})" for s in statements(doc)]


ACCUSES = "Emmanuel Macron accuses Russia (reproach: {})"
CRITICIZES = "Emmanuel Macron criticizes Russia (reproach: {})"


# Wrongs ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "lemma"), [("lüge", "lügen"), ("provoziere", "provozieren"), ("erpresse", "erpressen")]
)
def test_a_verb_of_wrongdoing(form: str, lemma: str) -> None:
    assert blamed(f"{form} {lemma} VERB 2 ccomp Tense=Pres|VerbForm=Fin") == [ACCUSES.format(lemma)]


def test_other_verbs_are_no_wrong() -> None:
    assert blamed("lache lachen VERB 2 ccomp Tense=Pres|VerbForm=Fin") == []


OBJECT = """
    habe _ AUX {{verb}} aux Mood=Sub|VerbForm=Fin
    {noun} _ NOUN {{verb}} {label}
    {verb} {lemma} VERB 2 ccomp VerbForm=Part
"""


@pytest.mark.parametrize(
    ("noun", "verb", "lemma", "label", "word"),
    [
        ("Völkerrecht", "gebrochen", "brechen", "obj", "brechen"),
        ("Abkommen", "gebrochen", "brechen", "obj", "brechen"),
        ("Stille", "gebrochen", "brechen", "obj", ""),
        ("Abkommen", "gelesen", "lesen", "obj", ""),
        ("Abkommen", "gebrochen", "brechen", "obl", ""),
        ("Verantwortung", "getragen", "tragen", "obj", "tragen"),
        ("Last", "getragen", "tragen", "obj", ""),
        ("Verantwortung", "gesucht", "suchen", "obj", ""),
        ("Verantwortung", "getragen", "tragen", "obl", ""),
        ("Verantwortung", "gebrochen", "brechen", "obj", ""),
        ("Abkommen", "getragen", "tragen", "obj", ""),
    ],
)
def test_breaking_a_promise_and_bearing_the_guilt(noun: str, verb: str, lemma: str, label: str, word: str) -> None:
    found = blamed(OBJECT.format(noun=noun, verb=verb, lemma=lemma, label=label))
    assert found == ([ACCUSES.format(word)] if word else [])


# Verdicts ----------------------------------------------------------------------------------------------------------------


def called(
    word: str, pos: str = "ADJ", label: str = "cop", lemma: str = "_", more: str = "so _ ADV {verb} advmod"
) -> list[str]:
    return blamed(f"""
        sei sein AUX {{verb}} {label} Mood=Sub|VerbForm=Fin
        {more}
        {word} {lemma} {pos} 2 ccomp
    """)


@pytest.mark.parametrize("word", ["schuld", "verantwortlich", "schuldig"])
def test_being_guilty_is_a_wrong(word: str) -> None:
    assert called(word) == [ACCUSES.format(word)]


@pytest.mark.parametrize(
    ("word", "pos"), [("gefährlich", "ADJ"), ("absurd", "ADJ"), ("Lügner", "NOUN"), ("Schande", "NOUN")]
)
def test_a_verdict(word: str, pos: str) -> None:
    assert called(word, pos) == [CRITICIZES.format(word)]


def test_a_verdict_by_its_lemma_or_in_capitals() -> None:
    assert called("Schurkenstaaten", "NOUN", lemma="Schurkenstaat") == [CRITICIZES.format("Schurkenstaat")]
    assert called("Gefährlich") == [CRITICIZES.format("gefährlich")]


def test_a_kind_word_is_no_verdict() -> None:
    assert called("freundlich") == []


def test_a_verdict_needs_a_copula() -> None:
    assert called("gefährlich", label="aux") == []
    assert called("schuld", label="aux") == []


# What cannot be justified ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("no", "label"), [("nicht", "advmod"), ("nichts", "obl"), ("nie", "advmod")])
def test_what_cannot_be_justified_is_criticized(no: str, label: str) -> None:
    found = blamed(f"""
        {no} _ PART {{verb}} {label}
        rechtfertige rechtfertigen VERB 2 ccomp VerbForm=Fin
    """)
    assert found == [CRITICIZES.format("rechtfertigen")]


@pytest.mark.parametrize(("no", "label"), [("gern", "advmod"), ("nichts", "obj"), ("nicht", "mark")])
def test_what_can_be_justified_is_not(no: str, label: str) -> None:
    assert (
        blamed(f"""
        {no} _ PART {{verb}} {label}
        rechtfertige rechtfertigen VERB 2 ccomp VerbForm=Fin
    """)
        == []
    )


@pytest.mark.parametrize(("no", "label"), [("nicht", "advmod"), ("nichts", "obl")])
def test_only_justifying_is_turned_round(no: str, label: str) -> None:
    assert (
        blamed(f"""
        {no} _ PART {{verb}} {label}
        lache lachen VERB 2 ccomp VerbForm=Fin
    """)
        == []
    )


# Asserted, in the active, by somebody else -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "asserted"),
    [
        ("dort _ ADV {verb} advmod", True),
        ("angeblich _ ADV {verb} advmod", True),
        ("nicht _ PART {verb} advmod", False),
        ("vielleicht _ ADV {verb} advmod", False),
        ("könnte _ AUX {verb} aux VerbForm=Fin", False),
        ("wolle _ AUX {verb} aux VerbForm=Fin", False),
        ("muss _ AUX {verb} aux VerbForm=Fin", False),
        ("wenn _ SCONJ {verb} mark", False),
    ],
)
def test_only_what_is_asserted_is_a_reproach(row: str, asserted: bool) -> None:
    found = [s for s in blamed(f"{row}\nlügen lügen VERB 2 ccomp VerbForm=Inf") if "accuses" in s]
    assert found == ([ACCUSES.format("lügen")] if asserted else [])


@pytest.mark.parametrize("row", ["vielleicht _ ADV {verb} advmod", "muss _ AUX {verb} aux VerbForm=Fin"])
def test_what_perhaps_cannot_be_justified_is_no_reproach(row: str) -> None:
    found = blamed(f"{row}\nnicht _ PART {{verb}} advmod\nrechtfertigen rechtfertigen VERB 2 ccomp VerbForm=Inf")
    assert [s for s in found if "criticizes" in s] == []


def test_kein_before_what_is_broken() -> None:
    rows = """
        habe _ AUX {verb} aux Mood=Sub|VerbForm=Fin
        kein _ DET 7 det
        Abkommen _ NOUN {verb} obj
        gebrochen brechen VERB 2 ccomp VerbForm=Part
    """
    assert blamed(rows) == []
    assert blamed(rows.replace("kein ", "ein ")) == [ACCUSES.format("brechen")]


def test_a_passive_blames_nobody() -> None:
    rows = """
        werde werden AUX {verb} aux:pass Mood=Sub|VerbForm=Fin
        provoziert provozieren VERB 2 ccomp VerbForm=Part
    """
    assert blamed(rows) == []
    assert blamed(rows.replace("werde werden AUX {verb} aux:pass", "habe haben AUX {verb} aux")) == [
        ACCUSES.format("provozieren")
    ]


def test_a_reproach_needs_a_speaker() -> None:
    lies = "lüge lügen VERB 2 ccomp Tense=Pres|VerbForm=Fin"
    assert blamed(lies, saying="lachte") == []
    assert blamed(lies, saying="behauptete") == [ACCUSES.format("lügen")]


def test_nobody_reproaches_himself() -> None:
    lies = "lüge lügen VERB 2 ccomp Tense=Pres|VerbForm=Fin"
    assert blamed(lies, blamed="Macron _ PROPN {verb} nsubj _ PER") == []


def test_a_state_reproaches_a_person_too() -> None:
    found = blamed(
        "lüge lügen VERB 2 ccomp Tense=Pres|VerbForm=Fin",
        blamed="Macron _ PROPN {verb} nsubj _ PER",
        speaker="Moskau _ PROPN 2 nsubj _ LOC",
    )
    assert found == ["Russia accuses Emmanuel Macron (reproach: lügen)"]


def test_only_a_subject_is_blamed() -> None:
    lies = "lüge lügen VERB 2 ccomp Tense=Pres|VerbForm=Fin"
    assert blamed(lies, blamed="Russland _ PROPN {verb} obl _ LOC") == []
    assert blamed(lies, blamed="Russland _ PROPN {verb} csubj _ LOC") == [ACCUSES.format("lügen")]


def test_whose_policy_it_is_is_blamed() -> None:
    owner = "Politik _ NOUN {verb} nsubj\nRusslands Russland PROPN 4 nmod Case=Gen LOC"
    rows = """
        sei sein AUX 7 cop Mood=Sub|VerbForm=Fin
        gefährlich _ ADJ 2 ccomp
    """
    assert blamed(rows, blamed=owner.replace("{verb}", "7")) == [CRITICIZES.format("gefährlich")]


def test_a_noun_without_clause_is_no_verdict() -> None:
    assert blamed("Provokation _ NOUN 2 ccomp") == []


def test_a_reproach_is_an_act_of_its_own() -> None:
    doc = tree("""
        Macron     _          PROPN  2  nsubj    _  PER
        sagte      _          VERB   0  root     Mood=Ind|Tense=Past|VerbForm=Fin
        ,          _          PUNCT  6  punct
        Russland   _          PROPN  6  nsubj    _  LOC
        angeblich  _          ADV    6  advmod
        lüge       lügen      VERB   2  ccomp    Mood=Sub|VerbForm=Fin
    """)
    (statement,) = statements(doc)
    assert (statement.polarity, statement.status, statement.source) == ("affirmed", "actual", None)
    assert (statement.confidence, statement.reasons) == (0.7, ())


def test_of_several_words_the_first_by_the_alphabet_is_told() -> None:
    """Sets have no order, and the same input gives the same bytes."""
    assert called("Fehler", "NOUN", lemma="Skandal") == [CRITICIZES.format("Fehler")]
    assert called("schuldig", lemma="schuld") == [ACCUSES.format("schuld")]
