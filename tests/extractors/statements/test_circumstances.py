"""When and where, on trees built by hand, published on Thursday 2025-09-04."""

import pytest
from spacy.tokens import Doc

import ontology.whoswho
from extractors.actors import mentions_at
from extractors.lexicon import Slot, load_lexicon
from extractors.statement import Status
from extractors.statements.attribution import Attribution
from extractors.statements.circumstances import Circumstances
from extractors.times import find_times
from tests.extractors.trees import DAY, finder, told, tree

LEXICON = load_lexicon("de")
TODAY = DAY.isoformat()


def circumstances(doc: Doc) -> Circumstances:
    times = list(find_times(doc.text, DAY, "de"))
    denoting = {i: mention for i, mention in mentions_at(doc).items() if not mention.kind.modifies}
    return Circumstances(doc, times, denoting, ontology.whoswho.load().words("de").places.get, LEXICON)


def date(text: str, *heads: str, status: Status = Status.ACTUAL, today: str = TODAY) -> str:
    """Date and status of what these words head, of the root where none is given: `2025-09-03 actual`."""
    doc = tree(text)
    clauses = [next(t for t in doc if t.text == head) for head in heads] or [next(doc.sents).root]
    return " ".join(circumstances(doc).date(clauses, status, today))


def place(text: str, *heads: str, towards: bool = False) -> str:
    """The place of what these words head, of the root where none is given."""
    doc = tree(text)
    clauses = [next(t for t in doc if t.text == head) for head in heads] or [next(doc.sents).root]
    found = circumstances(doc).place(clauses, towards=towards)
    return found.label("en") if found else ""


# The tense decides -------------------------------------------------------------------------------------------------------


MET = """
    Merz     _         PROPN  2  nsubj   _  PER
    {form}   treffen   VERB   0  root    {morph}
    Macron   _         PROPN  2  obj     _  PER
    am       _         ADP    5  case
    {when}   _         NOUN   2  obl
    {more}
"""
PAST, PRESENT = "Mood=Ind|Tense=Past|VerbForm=Fin", "Mood=Ind|Tense=Pres|VerbForm=Fin"


@pytest.mark.parametrize(
    ("form", "morph", "when", "found"),
    [
        ("traf", PAST, "Montag", "2025-09-01 actual"),
        ("traf", PAST, "Donnerstag", "2025-09-04 actual"),
        ("trifft", PRESENT, "Montag", "2025-09-08 planned"),
        ("trifft", PRESENT, "Donnerstag", "2025-09-04 actual"),
        ("treffe", "Mood=Sub|Tense=Pres|VerbForm=Fin", "Montag", "2025-09-01 actual"),
        ("treffen", "VerbForm=Inf", "Montag", "2025-09-01 actual"),
        ("trifft", "Mood=Ind|VerbForm=Fin", "Montag", "2025-09-01 actual"),
        ("traf", PAST, "Tisch", " actual"),
    ],
)
def test_an_open_day_lies_ahead_in_the_plain_present(form: str, morph: str, when: str, found: str) -> None:
    assert date(MET.format(form=form, morph=morph, when=when, more="")) == found


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (Status.PLANNED, "2025-09-08 planned"),
        (Status.POSSIBLE, "2025-09-08 possible"),
        (Status.CLAIMED, "2025-09-01 claimed"),
        (Status.ACTUAL, "2025-09-01 actual"),
    ],
)
def test_an_open_day_lies_ahead_in_plans(status: Status, found: str) -> None:
    assert date(MET.format(form="traf", morph=PAST, when="Montag", more=""), status=status) == found


@pytest.mark.parametrize("form", ["sollte", "wollten"])
def test_a_plan_of_the_past_lies_behind(form: str) -> None:
    text = MET.format(form="treffen", morph="VerbForm=Inf", when="Montag", more="{form} _ AUX 2 aux VerbForm=Fin")
    assert date(text.format(form=form), status=Status.PLANNED) == "2025-09-01 planned"
    assert date(text.format(form="soll"), status=Status.PLANNED) == "2025-09-08 planned"


def test_a_perfect_lies_behind() -> None:
    text = MET.format(form="getroffen", morph="VerbForm=Part", when="Montag", more="{form} _ AUX 2 aux " + PRESENT)
    assert date(text.format(form="hat")) == "2025-09-01 actual"
    assert date(text.format(form="lässt")) == "2025-09-08 planned"


def test_to_have_itself_in_the_present_lies_ahead() -> None:
    assert date(MET.format(form="hat", morph=PRESENT, when="Montag", more="")) == "2025-09-08 planned"


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2025-10-19", "2025-10-20 planned"),
        ("2025-10-20", "2025-10-20 actual"),
        ("2025-10-21", "2025-10-20 actual"),
        ("", "2025-10-20 actual"),
    ],
)
def test_what_is_dated_after_the_article_is_planned(today: str, found: str) -> None:
    text = MET.format(form="traf", morph=PAST, when="20.", more="Oktober _ NOUN 5 nmod\n2025 _ NUM 6 nmod")
    assert date(text, today=today) == found


def test_a_month_is_compared_as_a_month() -> None:
    text = MET.format(form="traf", morph=PAST, when="Oktober", more="2025 _ NUM 5 nmod")
    assert date(text, today="2025-09-30") == "2025-10 planned"
    assert date(text, today="2025-10-01") == "2025-10 actual"


def test_a_claim_about_the_future_stays_a_claim() -> None:
    text = MET.format(form="traf", morph=PAST, when="20.", more="Oktober _ NOUN 5 nmod\n2025 _ NUM 6 nmod")
    assert date(text, status=Status.CLAIMED) == "2025-10-20 claimed"


def test_since_dates_nothing_and_nothing_else_does() -> None:
    text = """
        Russland    _          PROPN  2  nsubj   _  LOC
        bedroht     bedrohen   VERB   0  root    Mood=Ind|Tense=Pres|VerbForm=Fin
        Polen       _          PROPN  2  obj     _  LOC
        seit        _          ADP    5  case
        2011        _          NUM    2  obl
        heute       _          ADV    2  advmod
    """
    assert date(text) == " actual"
    assert date(text.replace("seit", "dann")) == "2011 actual"


# Whose time --------------------------------------------------------------------------------------------------------------


TWO = """
    Merz      _          PROPN  2  nsubj     _  PER
    sagte     sagen      VERB   0  root      Tense=Past|VerbForm=Fin
    gestern   _          ADV    2  advmod
    ,         _          PUNCT  7  punct
    Macron    _          PROPN  7  nsubj     _  PER
    {when}    _          ADV    7  advmod
    kam       kommen     VERB   2  {label}   Tense=Past|VerbForm=Fin
"""


@pytest.mark.parametrize("label", ["ccomp", "csubj", "advcl", "acl", "parataxis", "conj", "csubj:pass"])
def test_clauses_inside_have_a_time_of_their_own(label: str) -> None:
    text = TWO.format(when="vorgestern", label=label)
    assert date(text, "sagte") == "2025-09-03 actual"
    assert date(text, "kam") == "2025-09-02 actual"
    assert date(text.replace("gestern   _", "dort _"), "sagte") == " actual"


def test_an_infinitive_has_the_time_of_the_whole() -> None:
    text = TWO.format(when="vorgestern", label="xcomp").replace("gestern   _", "dort _")
    assert (
        date(text.replace("sagen   ", "versuchen").replace("sagte ", "versuchte "), "versuchte") == "2025-09-02 actual"
    )
    # Words are not said when what they say was or will be: "forderte sie auf, am Montag zu kommen".
    assert date(text, "sagte") == " actual"


def test_the_innermost_clause_with_a_time_dates() -> None:
    assert date(TWO.format(when="vorgestern", label="ccomp"), "kam", "sagte") == "2025-09-02 actual"
    assert date(TWO.format(when="gern", label="ccomp"), "kam", "sagte") == "2025-09-03 actual"
    assert date(TWO.format(when="gern", label="ccomp"), "kam") == " actual"


def test_the_nearest_time_dates() -> None:
    text = """
        Gestern   _          ADV    5  advmod
        Macron    _          PROPN  5  nsubj     _  PER
        aus       _          ADP    4  case
        Paris     _          PROPN  2  nmod      _  LOC
        kam       kommen     VERB   0  root      Tense=Past|VerbForm=Fin
        heute     _          ADV    5  advmod
        am        _          ADP    8  case
        Montag    _          NOUN   {head}  obl
    """
    assert date(text.format(head=5)) == "2025-09-04 actual"
    assert date(text.format(head=5).replace("heute", "dort")) == "2025-09-01 actual"
    # One step down is farther than four words off.
    assert date(text.format(head=6).replace("heute", "dort")) == "2025-09-03 actual"


def inside(before: str) -> str:
    """The date of *Merz sprach BEFORE das Treffen am Montag*, where the day belongs to the noun."""
    return date(f"""
        Merz      _          PROPN  2  nsubj     _  PER
        sprach    sprechen   VERB   0  root      Tense=Past|VerbForm=Fin
        {before}  _          ADP    4  case
        Treffen   _          NOUN   2  obl
        am        _          ADP    6  case
        Montag    _          NOUN   4  nmod
    """)


@pytest.mark.parametrize("before", ["bei", "auf", "während", "zu", "an", "zwischen", "von", "in", "nahe", "beim", "im"])
def test_a_phrase_that_the_event_is_part_of_lends_its_time(before: str) -> None:
    assert inside(before) == "2025-09-01 actual"


@pytest.mark.parametrize("before", ["über", "nach", "vor", "mit", "gegen", "für"])
def test_what_a_clause_is_about_has_a_time_of_its_own(before: str) -> None:
    assert inside(before) == " actual"


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("acl", " actual"),
        ("advcl", " actual"),
        ("ccomp", " actual"),
        ("parataxis", " actual"),
        ("nmod", "2025-09-03 actual"),
        ("conj", "2025-09-03 actual"),
    ],
)
def test_clauses_on_a_noun_have_a_time_of_their_own(label: str, found: str) -> None:
    text = f"""
        Merz      _          PROPN  2  nsubj     _  PER
        sah       sehen      VERB   0  root      Tense=Past|VerbForm=Fin
        Macron    _          PROPN  2  obj       _  PER
        ,         _          PUNCT  7  punct
        der       _          PRON   7  nsubj
        gestern   _          ADV    7  advmod
        kam       kommen     VERB   3  {label}   Tense=Past|VerbForm=Fin
    """
    assert date(text) == found


# *Nach dem Treffen in Wien am Vortag reiste Merz ab*: the parser hangs all of it on the verb.
FOLLOWING = """
    Nach      _          ADP    2  case
    {noun}    _          NOUN   6  obl
    {between} _          ADV    {head}  {dep}
    am        _          ADP    5  case
    Montag    _          NOUN   {above}  {label}
    lobte     loben      VERB   0  root      Tense=Past|VerbForm=Fin
    Merz      _          PROPN  6  nsubj     _  PER
    Macron    _          PROPN  6  obj       _  PER
"""
BESIDE = {"noun": "Treffen", "between": "dort", "head": 6, "dep": "advmod", "above": 6, "label": "obl"}


def test_a_phrase_right_behind_an_event_before_the_verb_is_the_events() -> None:
    assert date(FOLLOWING.format(**BESIDE), "Treffen") == "2025-09-01 actual"
    assert date(FOLLOWING.format(**BESIDE), "lobte") == " actual"


@pytest.mark.parametrize(
    "change",
    [
        {"noun": "Essen"},
        {"label": "nmod"},
        {"label": "obl:arg"},
        *({"dep": label} for label in ("aux", "aux:pass", "cop", "nsubj")),
    ],
)
def test_a_phrase_that_may_be_the_verbs_is_the_verbs(change: dict[str, str]) -> None:
    text = FOLLOWING.format(**BESIDE | change)
    assert date(text, "lobte") == "2025-09-01 actual"
    assert date(text, BESIDE["noun"] if "noun" not in change else change["noun"]) == " actual"


def test_a_subject_outside_the_two_phrases_does_not_matter() -> None:
    text = (
        FOLLOWING.format(**BESIDE)
        .replace("nsubj ", "obl   ")
        .replace("Nach      _          ADP    2  case", "Merz _ PROPN 6 nsubj")
    )
    assert date(text, "Treffen") == "2025-09-01 actual"


def test_an_event_may_be_the_subject_itself() -> None:
    text = FOLLOWING.format(**BESIDE).replace("6  obl", "6  nsubj", 1)
    assert date(text, "Treffen") == "2025-09-01 actual"


def test_a_phrase_behind_the_verb_is_the_verbs() -> None:
    text = """
        Nach      _          ADP    2  case
        Treffen   _          NOUN   3  obl
        lobte     loben      VERB   0  root      Tense=Past|VerbForm=Fin
        Merz      _          PROPN  3  nsubj     _  PER
        am        _          ADP    6  case
        Montag    _          NOUN   3  obl
    """
    assert date(text, "lobte") == "2025-09-01 actual"
    assert date(text, "Treffen") == " actual"


def test_a_phrase_before_the_event_is_the_verbs() -> None:
    text = """
        Montag    _          NOUN   3  obl
        Treffen   _          NOUN   3  obl
        lobte     loben      VERB   0  root      Tense=Past|VerbForm=Fin
        Merz      _          PROPN  3  nsubj     _  PER
    """
    assert date(text, "lobte") == "2025-09-01 actual"
    assert date(text, "Treffen") == " actual"


def test_an_event_that_heads_a_headline_has_only_its_own_phrases() -> None:
    text = """
        Treffen   _          NOUN   0  root
        gestern   _          ADV    1  advmod
    """
    assert date(text) == "2025-09-03 actual"


# Places ------------------------------------------------------------------------------------------------------------------


def at(before: str, name: str = "Paris", towards: bool = False, pos: str = "PROPN", more: str = "") -> str:
    """The place of *Merz sprach BEFORE NAME*."""
    return place(
        f"""
        Merz      _          PROPN  2  nsubj     _  PER
        sprach    sprechen   VERB   0  root      Tense=Past|VerbForm=Fin
        {before}  _          ADP    4  case
        {name}    _          {pos}  2  obl       _  LOC
        {more}
    """,
        towards=towards,
    )


@pytest.mark.parametrize("before", ["in", "bei", "nahe", "unweit", "nördlich", "im", "beim"])
def test_a_preposition_of_place(before: str) -> None:
    assert at(before) == "Paris"


@pytest.mark.parametrize("before", ["nach", "aus", "über", "mit", "für", "von"])
def test_no_preposition_of_place(before: str) -> None:
    assert at(before) == ""


def test_the_goal_of_a_journey_is_a_place_only_where_asked_for() -> None:
    assert at("nach", towards=True) == "Paris"
    assert at("in", towards=True) == "Paris"
    assert at("aus", towards=True) == ""


def test_names_and_nouns_are_places() -> None:
    assert at("in", pos="NOUN") == "Paris"
    assert at("in", pos="ADJ") == ""
    assert at("in", "Hinterdupfing") == ""


def test_a_state_is_a_place_by_its_territory() -> None:
    assert at("in", "Frankreich") == "France"


def test_a_goal_is_no_place_unless_asked_for() -> None:
    doc = tree("""
        Merz      _          PROPN  2  nsubj     _  PER
        reiste    reisen     VERB   0  root      Tense=Past|VerbForm=Fin
        nach      _          ADP    4  case
        Paris     _          PROPN  2  obl       _  LOC
    """)
    assert circumstances(doc).place([doc[1]]) is None


def test_a_description_of_a_state_is_a_place() -> None:
    doc = tree("""
        Frankreich  _          PROPN  2  nsubj   Case=Nom|Gender=Neut|Number=Sing  LOC
        lacht       lachen     VERB   0  root    Tense=Pres|VerbForm=Fin
        .           _          PUNCT  2  punct

        Merz        _          PROPN  2  nsubj   _  PER
        sprach      sprechen   VERB   0  root    Tense=Past|VerbForm=Fin
        in          _          ADP    5  case
        dem         der        DET    5  det     Case=Dat|Definite=Def|Gender=Neut|Number=Sing
        Land        _          NOUN   2  obl     Case=Dat|Gender=Neut|Number=Sing
        .           _          PUNCT  2  punct
    """)
    found = circumstances(doc).place([doc[4]])
    assert found is not None
    assert found.label("en") == "France"


def test_an_organ_is_no_place() -> None:
    text = """
        Merz         _            PROPN  2  nsubj     _  PER
        sprach       sprechen     VERB   0  root      Tense=Past|VerbForm=Fin
        bei          _            ADP    6  case
        der          _            DET    6  det
        französischen französisch ADJ    6  amod
        Armee        _            NOUN   2  obl
    """
    assert mentions_at(tree(text))[5].actors[0].label("en") == "France"
    assert place(text) == ""


def test_a_person_or_organisation_is_no_place() -> None:
    assert at("bei", "Macron") == ""
    assert at("bei", "Nato") == ""


@pytest.mark.parametrize(
    ("label", "found"), [("appos", "Paris"), ("flat", "Paris"), ("compound", "Paris"), ("nmod", "")]
)
def test_a_name_behind_a_common_noun(label: str, found: str) -> None:
    assert at("in", "Hauptstadt", pos="NOUN", more=f"Paris _ PROPN 4 {label} _ LOC") == found


def test_a_noun_behind_a_common_noun_is_no_name() -> None:
    assert at("in", "Hauptstadt", pos="NOUN", more="Paris _ NOUN 4 appos") == ""
    assert at("in", "Berlin", more="Paris _ NOUN 4 appos") == "Berlin"
    assert at("in", "Berlin", more="Paris _ PROPN 4 appos _ LOC") == "Paris"


def test_a_name_of_several_words() -> None:
    assert at("in", "New", more="York _ PROPN 4 flat _ I") == "New York City"


def test_the_nearest_place_wins() -> None:
    more = "in _ ADP 6 case\nBerlin _ PROPN 2 obl _ LOC"
    assert at("in", more=more) == "Paris"
    assert at("aus", more=more) == "Berlin"
    assert at("in", "Hinterdupfing", more=more) == "Berlin"


def test_the_innermost_clause_with_a_place_has_it() -> None:
    text = """
        Merz      _          PROPN  2  nsubj     _  PER
        sagte     sagen      VERB   0  root      Tense=Past|VerbForm=Fin
        in        _          ADP    4  case
        Paris     _          PROPN  2  obl       _  LOC
        ,         _          PUNCT  9  punct
        Macron    _          PROPN  9  nsubj     _  PER
        in        _          ADP    8  case
        {where}   _          PROPN  9  obl       _  LOC
        kam       kommen     VERB   2  ccomp     Tense=Past|VerbForm=Fin
    """
    assert place(text.format(where="Berlin"), "kam", "sagte") == "Berlin"
    assert place(text.format(where="Hinterdupfing"), "kam", "sagte") == "Paris"


# What goes on being said -------------------------------------------------------------------------------------------------


SAID = """
    Macron    _          PROPN  2  nsubj     _  PER
    {verb}    _          VERB   0  root      Tense=Past|VerbForm=Fin
    {when}    _          ADV    2  advmod
    .         _          PUNCT  2  punct
"""
SILENT = """
    Es        _          PRON   2  expl
    regnet    regnen     VERB   0  root      Tense=Pres|VerbForm=Fin
    .         _          PUNCT  2  punct
"""
PRAISED = """
    Macron    _          PROPN  2  nsubj     _  PER
    lobte     loben      VERB   0  root      Mood=Ind|Tense=Past|VerbForm=Fin
    Polen     _          PROPN  2  obj       _  LOC
"""


@pytest.mark.parametrize("verb", ["sagte", "behauptete", "forderte", "drohte", "bestritt"])
def test_a_speech_goes_on(verb: str) -> None:
    doc = tree("\n\n".join((SAID.format(verb=verb, when="gestern"), PRAISED)))
    assert told(doc)[-1] == "Emmanuel Macron praises Poland date=2025-09-03"


@pytest.mark.parametrize("verb", ["lachte", "plante", "hoffte"])
def test_no_speech_goes_on(verb: str) -> None:
    doc = tree("\n\n".join((SAID.format(verb=verb, when="gestern"), PRAISED)))
    assert told(doc) == ["Emmanuel Macron praises Poland"]


@pytest.mark.parametrize(("between", "date"), [(0, " date=2025-09-03"), (1, " date=2025-09-03"), (2, "")])
def test_a_speech_goes_on_for_two_sentences(between: int, date: str) -> None:
    doc = tree("\n\n".join((SAID.format(verb="sagte", when="gestern"), *[SILENT] * between, PRAISED)))
    assert told(doc) == [f"Emmanuel Macron praises Poland{date}"]


def test_a_speech_goes_on_from_the_last_day() -> None:
    days = [SAID.format(verb="sagte", when=when) for when in ("vorgestern", "gestern")]
    assert told(tree("\n\n".join((*days, PRAISED)))) == ["Emmanuel Macron praises Poland date=2025-09-03"]


def test_a_later_speech_dates_nothing_before_it() -> None:
    doc = tree("\n\n".join((PRAISED + ". _ PUNCT 2 punct", SAID.format(verb="sagte", when="gestern"))))
    assert told(doc) == ["Emmanuel Macron praises Poland"]


def test_a_speech_of_somebody_else_does_not_go_on() -> None:
    said = SAID.format(verb="sagte", when="gestern").replace("Macron", "Merz  ")
    assert told(tree("\n\n".join((said, PRAISED)))) == ["Emmanuel Macron praises Poland"]


def test_a_speech_goes_on_only_from_a_day() -> None:
    said = SAID.format(verb="sagte", when="2024")
    assert told(tree("\n\n".join((said, PRAISED)))) == ["Emmanuel Macron praises Poland"]


def test_a_deed_is_no_speech() -> None:
    deed = PRAISED.replace("lobte     loben   ", "besuchte  besuchen")
    assert told(tree("\n\n".join((SAID.format(verb="sagte", when="gestern"), deed)))) == [
        "Emmanuel Macron visits Poland"
    ]


def test_a_day_of_its_own_goes_before() -> None:
    praised = PRAISED + "    heute _ ADV 2 advmod"
    assert told(tree("\n\n".join((SAID.format(verb="sagte", when="gestern"), praised)))) == [
        "Emmanuel Macron praises Poland date=2025-09-04"
    ]


NAMED = """
    Es        _          PRON   2  expl
    regnet    regnen     VERB   0  root      Tense=Pres|VerbForm=Fin
    {when}
    ,         _          PUNCT  2  punct
    so        _          ADV    6  advmod
    Macron    _          PROPN  2  appos     _  PER
    {behind}
    .         _          PUNCT  2  punct
"""


def test_a_speech_by_so_goes_on() -> None:
    """The day behind the speaker goes before that of the sentence."""
    own = NAMED.format(when="heute _ ADV 2 advmod", behind="gestern _ ADV 6 advmod")
    assert told(tree("\n\n".join((own, PRAISED)))) == ["Emmanuel Macron praises Poland date=2025-09-03"]
    whole = NAMED.format(when="gestern _ ADV 2 advmod", behind="dort _ ADV 6 advmod")
    assert told(tree("\n\n".join((whole, PRAISED)))) == ["Emmanuel Macron praises Poland date=2025-09-03"]
    none = NAMED.format(when="dort _ ADV 2 advmod", behind="2024 _ NUM 6 nmod")
    assert told(tree("\n\n".join((none, PRAISED)))) == ["Emmanuel Macron praises Poland"]


def test_the_sayings_of_a_text() -> None:
    doc = tree(
        "\n\n".join((SAID.format(verb="sagte", when="gestern"), SILENT, SAID.format(verb="sagte", when="heute")))
    )
    found = circumstances(doc)
    arguments = finder(doc)
    found.note_sayings(doc, Attribution(arguments, LEXICON))
    (macron,) = arguments.subject(doc[1], Slot("subj"))
    sentences = list(doc.sents)
    assert found.sayings == [(0, macron.actor.id, "2025-09-03"), (2, macron.actor.id, "2025-09-04")]
    assert [found.said_on(macron, sentence) for sentence in sentences] == [
        "2025-09-03",
        "2025-09-03",
        "2025-09-04",
    ]


def test_only_verbs_say() -> None:
    said = SAID.format(verb="sagte", when="gestern").replace("VERB ", "AUX  ")
    assert told(tree("\n\n".join((said, PRAISED)))) == ["Emmanuel Macron praises Poland"]


@pytest.mark.parametrize(("name", "found"), [("Norden", "Yemen"), ("Zentrum", "Yemen"), ("Bürgerkrieg", "")])
def test_a_quarter_of_a_land_is_in_it(name: str, found: str) -> None:
    text = f"""
        Rebellen   _          NOUN   2  nsubj
        stürmten   stürmen    VERB   0  root   {PAST}
        Dörfer     _          NOUN   2  obj
        im         _          ADP    5  case
        {name}     _          NOUN   3  nmod
        Jemens     Jemen      PROPN  5  nmod   _  LOC
    """
    assert place(text) == found


# *Obama will seinen Ärger über Attacken auf Firmen in Kanada ansprechen*: the parser hangs the last phrase on the verb.
AIRED = f"""
    Obama       _           PROPN  2  nsubj  _  PER
    will        wollen      VERB   0  root   {PRESENT}
    seinen      _           DET    4  det:poss
    Ärger       _           NOUN   9  obj
    über        _           ADP    6  case
    {{noun}}    _           NOUN   9  obl
    in          _           ADP    8  case
    Kanada      _           PROPN  9  obl    _  LOC
    ansprechen  ansprechen  VERB   2  xcomp  VerbForm=Inf
"""


def test_of_two_events_before_the_verb_the_nearest_has_the_phrase() -> None:
    text = AIRED.format(noun="Attacken")
    assert place(text, "Attacken") == "Canada"
    assert [place(text, head) for head in ("Ärger", "ansprechen", "will")] == ["", "", ""]
    assert place(AIRED.format(noun="Autos"), "Ärger") == "Canada"
