"""Demands without a verb of demanding, on trees built by hand."""

import pytest

from tests.extractors.trees import statements, told, tree


def demanded(
    helper: str,
    label: str = "ccomp",
    opening: str = "da _ ADV 7 advmod",
    saying: str = "sagte",
    subject: str = "Russland _ PROPN 7 nsubj _ LOC",
    speaker: str = "Macron _ PROPN 2 nsubj _ PER",
    verb: str = "abziehen VERB",
) -> list[str]:
    """The statements of *Macron sagte, OPENING Russland HELPER abziehen*."""
    return told(
        tree(f"""
        {speaker}
        {saying}   _          VERB   0  root     Mood=Ind|Tense=Past|VerbForm=Fin
        ,          _          PUNCT  7  punct
        {opening}
        {subject}
        {helper}   _          AUX    7  aux      VerbForm=Fin
        abziehen   {verb}     2  {label}  VerbForm=Inf
    """)
    )


URGED = ["Emmanuel Macron urges Russia"]


@pytest.mark.parametrize("helper", ["müsse", "müssten", "müsste", "solle", "sollten"])
@pytest.mark.parametrize("opening", ["da _ ADV 7 advmod", "dass _ SCONJ 7 mark"])
def test_a_reporting_subjunctive_of_obligation_is_a_demand(helper: str, opening: str) -> None:
    assert demanded(helper, opening=opening) == URGED


@pytest.mark.parametrize("helper", ["muss", "Müssen"])
def test_a_plain_must_is_a_demand_in_speech_without_dass(helper: str) -> None:
    assert demanded(helper) == URGED
    assert demanded(helper, opening="dass _ SCONJ 7 mark") == []


@pytest.mark.parametrize(("label", "urged"), [("parataxis", URGED), ("ccomp", URGED), ("advcl", []), ("conj", [])])
def test_a_plain_must_is_a_demand_in_a_loose_clause_too(label: str, urged: list[str]) -> None:
    doc = tree(f"""
        Trump      _          PROPN  2  nsubj    _  PER
        lachte     lachen     VERB   0  root     Mood=Ind|Tense=Past|VerbForm=Fin
        :          _          PUNCT  6  punct
        Russland   _          PROPN  6  nsubj    _  LOC
        muss       müssen     AUX    6  aux      VerbForm=Fin
        abziehen   _          VERB   2  {label}  VerbForm=Inf
        ,          _          PUNCT  9  punct
        so         _          ADV    9  advmod
        Macron     _          PROPN  2  appos    _  PER
        .          _          PUNCT  2  punct
    """)
    assert told(doc) == urged


def test_a_plain_must_elsewhere_is_none() -> None:
    assert demanded("muss", "csubj") == []
    assert demanded("müsse", "csubj") == URGED


@pytest.mark.parametrize("helper", ["will", "könne", "werde", "soll"])
def test_other_modals_demand_nothing(helper: str) -> None:
    assert demanded(helper) == []


@pytest.mark.parametrize("saying", ["lachte", "plante", "hoffte"])
def test_a_demand_needs_a_speaker(saying: str) -> None:
    assert demanded("müsse", saying=saying) == []
    assert demanded("müsse", speaker="Jemand _ PRON 2 nsubj") == []


def test_a_demand_needs_somebody_addressed() -> None:
    assert demanded("müsse", subject="Regen _ NOUN 7 nsubj") == []
    assert demanded("müsse", subject="Russland _ PROPN 7 obj _ LOC") == []


def test_nobody_demands_of_himself() -> None:
    assert demanded("müsse", subject="Macron _ PROPN 7 nsubj _ PER") == []


def test_a_state_demands_of_a_person_too() -> None:
    found = demanded("müsse", speaker="Moskau _ PROPN 2 nsubj _ LOC", subject="Macron _ PROPN 7 nsubj _ PER")
    assert found == ["Russia urges Emmanuel Macron"]


def test_of_several_addressed_all_but_the_speaker_are_urged() -> None:
    doc = tree("""
        Macron     _          PROPN  2  nsubj    _  PER
        sagte      _          VERB   0  root     Mood=Ind|Tense=Past|VerbForm=Fin
        ,          _          PUNCT  8  punct
        Russland   _          PROPN  8  nsubj    _  LOC
        und        _          CCONJ  6  cc
        Macron     _          PROPN  4  conj     _  PER
        müssten    _          AUX    8  aux      VerbForm=Fin
        abziehen   _          VERB   2  ccomp    VerbForm=Inf
    """)
    assert told(doc) == URGED


def test_only_what_heads_a_clause_demands() -> None:
    """A preposition is none, whatever a parser hangs on it."""
    assert demanded("müsse", verb="abziehen ADP") == []
    assert demanded("müsse", verb="abziehen NOUN") == URGED


CONDITION = """
    {first}
    {second}
    abziehen   _          VERB   6  advcl    VerbForm=Inf
    ,          _          PUNCT  3  punct
    Macron     _          PROPN  6  nsubj    _  PER
    lacht      lachen     VERB   0  root     Mood=Ind|Tense=Pres|VerbForm=Fin
    ,          _          PUNCT  8  punct
    sagte      sagen      VERB   6  parataxis  Mood=Ind|Tense=Past|VerbForm=Fin
    Merz       _          PROPN  8  nsubj    _  PER
"""


def test_a_condition_is_no_demand() -> None:
    helper, subject = "sollten _ AUX 3 aux VerbForm=Fin", "Russland _ PROPN 3 nsubj _ LOC"
    assert told(tree(CONDITION.format(first=helper, second=subject))) == []
    assert told(tree(CONDITION.format(first=subject, second=helper))) == ["Friedrich Merz urges Russia"]


def test_only_an_adverbial_clause_is_a_condition() -> None:
    doc = tree(
        """
        Macron     _          PROPN  2  nsubj    _  PER
        sagte      _          VERB   0  root     Mood=Ind|Tense=Past|VerbForm=Fin
        „          _          PUNCT  6  punct
        müsse      _          AUX    6  aux      VerbForm=Fin
        Russland   _          PROPN  6  nsubj    _  LOC
        abziehen   _          VERB   2  {label}    VerbForm=Inf
    """.replace("{label}", "ccomp")
    )
    assert told(doc) == URGED


def test_punctuation_before_a_condition_does_not_count() -> None:
    doc = tree("""
        „          _          PUNCT  4  punct
        Sollten    _          AUX    4  aux      VerbForm=Fin
        Russland   _          PROPN  4  nsubj    _  LOC
        abziehen   _          VERB   7  advcl    VerbForm=Inf
        ,          _          PUNCT  4  punct
        Macron     _          PROPN  7  nsubj    _  PER
        lacht      lachen     VERB   0  root     Mood=Ind|Tense=Pres|VerbForm=Fin
        ,          _          PUNCT  9  punct
        sagte      sagen      VERB   7  parataxis  Mood=Ind|Tense=Past|VerbForm=Fin
        Merz       _          PROPN  9  nsubj    _  PER
    """)
    assert told(doc) == []


def test_a_second_helper_may_oblige() -> None:
    doc = tree("""
        Macron     _          PROPN  2  nsubj    _  PER
        sagte      _          VERB   0  root     Mood=Ind|Tense=Past|VerbForm=Fin
        ,          _          PUNCT  7  punct
        Russland   _          PROPN  7  nsubj    _  LOC
        werde      _          AUX    7  aux      VerbForm=Fin
        dann       _          ADV    7  advmod
        abziehen   _          VERB   2  ccomp    VerbForm=Inf
        müssen     _          AUX    7  aux      VerbForm=Inf
    """)
    assert told(doc) == URGED


def test_a_demand_is_an_act_of_its_own() -> None:
    (statement,) = statements(
        tree("""
        Macron     _          PROPN  2  nsubj    _  PER
        sagte      _          VERB   0  root     Mood=Ind|Tense=Past|VerbForm=Fin
        ,          _          PUNCT  7  punct
        Russland   _          PROPN  7  nsubj    _  LOC
        solle      _          AUX    7  aux      VerbForm=Fin
        nicht      _          PART   7  advmod
        abziehen   _          VERB   2  ccomp    VerbForm=Inf
    """)
    )
    assert (statement.rule, statement.confidence) == ("demand: müssen", 0.75)
    assert (statement.polarity, statement.status, statement.source) == ("affirmed", "actual", None)
    assert statement.reasons == ()
