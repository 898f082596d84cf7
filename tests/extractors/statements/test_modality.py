"""Polarity and status of one clause or noun phrase, on trees built by hand."""

import pytest

from extractors.lexicon import load_lexicon
from extractors.statement import Polarity, Status
from extractors.statements.modality import Modality, negation, of_clause, of_noun
from tests.extractors.trees import told, tree

LEXICON = load_lexicon("de")
PLAIN = Modality()


def clause(text: str, head: str = "", *arguments: str) -> Modality:
    """The modality of the clause whose head is this form, of the root where none is given."""
    doc = tree(text)
    words = {token.text: token for token in doc}
    verb = words[head] if head else next(doc.sents).root
    return of_clause(verb, [words[form] for form in arguments], LEXICON)


def weakened(status: Status, *reasons: str) -> Modality:
    return Modality(status=status, reasons=reasons)


def negated(word: str) -> Modality:
    return Modality(polarity=Polarity.NEGATED, reasons=(f"negated: {word}",))


# Modality --------------------------------------------------------------------------------------------------------------


def test_a_clause_is_affirmed_actual_and_stated() -> None:
    assert Modality(Polarity.AFFIRMED, Status.ACTUAL, True, ()) == PLAIN


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        (Status.PLANNED, Status.ACTUAL, Status.PLANNED),
        (Status.PLANNED, Status.CLAIMED, Status.CLAIMED),
        (Status.PLANNED, Status.POSSIBLE, Status.POSSIBLE),
        (Status.CLAIMED, Status.PLANNED, Status.CLAIMED),
        (Status.CLAIMED, Status.POSSIBLE, Status.POSSIBLE),
        (Status.POSSIBLE, Status.CLAIMED, Status.POSSIBLE),
        (Status.POSSIBLE, Status.POSSIBLE, Status.POSSIBLE),
    ],
)
def test_the_less_real_of_two_statuses_stays(first: Status, second: Status, left: Status) -> None:
    found = PLAIN.weaken(first, "one").weaken(second, "other")
    assert found.status is left
    assert found.reasons == ((f"{first}: one",) if left is first else (f"{first}: one", f"{second}: other"))


def test_a_second_negation_supports_the_first() -> None:
    found = PLAIN.negate("nie").negate("lehnte")
    assert found == Modality(polarity=Polarity.NEGATED, reasons=("negated: nie", "negated: lehnte"))


def test_what_is_dropped_states_nothing() -> None:
    assert PLAIN.drop("muss") == Modality(stated=False, reasons=("nothing stated: muss",))


# Negation --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["nicht", "nie", "niemals", "keineswegs", "mitnichten"])
def test_a_word_of_negation_negates_its_verb(word: str) -> None:
    doc = tree(f"""
        Macron     _           PROPN  2  nsubj   _  PER
        empfing    empfangen   VERB   0  root    Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin
        Selenskyj  _           PROPN  2  obj     _  PER
        {word}     _           PART   2  advmod
    """)
    assert told(doc) == ["Emmanuel Macron hosts Volodymyr Zelenskyy polarity=negated"]


@pytest.mark.parametrize("label", ["advmod", "neg", "cc"])
def test_parsers_label_a_negation_differently(label: str) -> None:
    assert clause(f"""
        Macron   _         PROPN  2  nsubj
        reiste   reisen    VERB   0  root   Tense=Past|VerbForm=Fin
        nicht    _         PART   2  {label}
        ab       _         ADP    2  compound:prt
    """) == negated("nicht")


def test_a_negation_that_is_a_conjunct_belongs_to_something_else() -> None:
    """„Macron kam, Merz nicht“: the label of what has no verb of its own."""
    assert (
        clause("""
        Macron  _       PROPN  2  nsubj
        kam     kommen  VERB   0  root   Tense=Past|VerbForm=Fin
        ,       _       PUNCT  5  punct
        Merz    _       PROPN  5  nsubj
        nicht   _       PART   2  conj
    """)
        == PLAIN
    )


@pytest.mark.parametrize("after", ["nur", "zuletzt", "allein", "weniger"])
def test_not_only_affirms(after: str) -> None:
    doc = tree(f"""
        Macron     _           PROPN  2  nsubj   _  PER
        empfing    empfangen   VERB   0  root    Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin
        nicht      _           PART   2  advmod
        {after}    _           ADV    5  advmod
        Selenskyj  _           PROPN  2  obj     _  PER
    """)
    assert told(doc) == ["Emmanuel Macron hosts Volodymyr Zelenskyy"]


def test_not_only_needs_its_second_word_right_behind() -> None:
    assert (
        clause("""
        Nur     nur     ADV    2  advmod
        Macron  _       PROPN  3  nsubj
        kam     kommen  VERB   0  root   Tense=Past|VerbForm=Fin
        nicht   _       PART   3  advmod
        allein  _       ADV    3  advmod
        .       _       PUNCT  3  punct
    """)
        == PLAIN
    )
    assert clause("""
        Allein  allein  ADV    2  advmod
        nicht   _       PART   3  advmod
        kam     kommen  VERB   0  root   Tense=Past|VerbForm=Fin
        Macron  _       PROPN  3  nsubj
        nur     _       ADV    3  advmod
    """) == negated("nicht")


def test_not_only_may_end_a_sentence() -> None:
    assert (
        clause("""
        Macron  _       PROPN  2  nsubj
        kam     kommen  VERB   0  root   Tense=Past|VerbForm=Fin
        nicht   _       PART   2  advmod
        allein  _       ADV    2  advmod
    """)
        == PLAIN
    )


def test_a_second_negation_counts_where_the_first_is_not_only() -> None:
    assert clause("""
        Nicht    nicht   PART   3  advmod
        zuletzt  _       ADV    1  advmod
        kam      kommen  VERB   0  root   Tense=Past|VerbForm=Fin
        Macron   _       PROPN  3  nsubj
        nie      _       ADV    3  advmod
    """) == negated("nie")


@pytest.mark.parametrize("adverb", ["wieder", "mehr", "länger", "weiter"])
def test_a_negation_on_the_adverb_of_going_on_negates_the_verb(adverb: str) -> None:
    assert clause(f"""
        Kiew        _           PROPN  2  nsubj
        verhandelt  verhandeln  VERB   0  root    Tense=Pres|VerbForm=Fin
        nicht       _           PART   4  advmod
        {adverb}    _           ADV    2  advmod
    """) == negated("nicht")


def test_a_negation_on_another_adverb_is_only_the_adverbs() -> None:
    assert (
        clause("""
        Kiew        _           PROPN  2  nsubj
        verhandelt  verhandeln  VERB   0  root    Tense=Pres|VerbForm=Fin
        nicht       _           PART   4  advmod
        gern        _           ADV    2  advmod
    """)
        == PLAIN
    )


@pytest.mark.parametrize("label", ["det", "amod", "advmod"])
@pytest.mark.parametrize("word", ["keine", "Keinerlei"])
def test_kein_before_an_argument_negates_the_clause(word: str, label: str) -> None:
    text = f"""
        {word}    _          DET    2  {label}
        Waffen    Waffe      NOUN   3  obj
        liefert   liefern    VERB   0  root   Tense=Pres|VerbForm=Fin
        Berlin    _          PROPN  3  nsubj
    """
    assert clause(text, "", "Waffen") == negated(word)
    assert clause(text) == PLAIN


def test_kein_elsewhere_negates_nothing() -> None:
    """An argument with an apposition: *Merz, kein Freund des Kremls, …*."""
    assert (
        clause(
            """
        Merz   _        PROPN  3  nsubj
        kein   _        DET    1  appos
        reist  reisen   VERB   0  root   Tense=Pres|VerbForm=Fin
        nach   _        ADP    5  case
        Kiew   _        PROPN  3  obl
    """,
            "",
            "Merz",
        )
        == PLAIN
    )


def test_a_negation_on_the_auxiliary_negates_the_verb() -> None:
    assert clause("""
        Berlin     _         PROPN  4  nsubj
        hat        haben     AUX    4  aux    Tense=Pres|VerbForm=Fin
        nicht      _         PART   2  advmod
        geliefert  liefern   VERB   0  root   VerbForm=Part
    """) == negated("nicht")


def test_negation_tells_the_word_as_it_stands() -> None:
    doc = tree("""
        Nie      nie      ADV    2  advmod
        reiste   reisen   VERB   0  root   Tense=Past|VerbForm=Fin
        Merz     _        PROPN  2  nsubj
    """)
    assert negation([doc[1]], LEXICON) == "Nie"
    assert negation([doc[2]], LEXICON) == ""
    assert negation([], LEXICON) == ""


# Words of the clause -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("vielleicht", Status.POSSIBLE),
        ("Möglicherweise", Status.POSSIBLE),
        ("angeblich", Status.CLAIMED),
        ("Mutmaßlich", Status.CLAIMED),
        ("gestern", Status.ACTUAL),
    ],
)
def test_hedges(word: str, status: Status) -> None:
    found = clause(f"""
        {word}    _          ADV    2  advmod
        traf      treffen    VERB   0  root   Tense=Past|VerbForm=Fin
        Merz      _          PROPN  2  nsubj
        Macron    _          PROPN  2  obj
    """)
    assert found == (PLAIN if status is Status.ACTUAL else weakened(status, f"{status}: {word}"))


@pytest.mark.parametrize("label", ["acl", "xcomp"])
@pytest.mark.parametrize("word", ["möglich", "vermeintlich", "wenn", "ob", "ohne"])
def test_hedges_and_marks_only_by_their_label(word: str, label: str) -> None:
    assert (
        clause(f"""
        Merz      _          PROPN  2  nsubj
        machte    machen     VERB   0  root   Tense=Past|VerbForm=Fin
        das       _          PRON   2  obj
        {word}    _          ADJ    2  {label}
    """)
        == PLAIN
    )


@pytest.mark.parametrize("word", ["wenn", "Falls", "sofern"])
def test_a_condition_is_possible(word: str) -> None:
    text = f"""
        {word}     _           SCONJ  4  mark
        Russland   _           PROPN  4  nsubj
        Polen      _           PROPN  4  obj
        angreift   angreifen   VERB   0  root   Tense=Pres|VerbForm=Fin
    """
    assert clause(text) == weakened(Status.POSSIBLE, f"possible: {word}")
    assert clause(text.replace("mark", "advmod")) == PLAIN


@pytest.mark.parametrize(("word", "found"), [("ob", weakened(Status.POSSIBLE, "possible: ob")), ("dass", PLAIN)])
def test_whether_is_possible_and_that_is_not(word: str, found: Modality) -> None:
    assert (
        clause(f"""
        {word}     _           SCONJ  4  mark
        Russland   _           PROPN  4  nsubj
        Polen      _           PROPN  4  obj
        angreift   angreifen   VERB   0  root   Tense=Pres|VerbForm=Fin
    """)
        == found
    )


@pytest.mark.parametrize("word", ["ohne", "statt", "anstatt"])
def test_without_and_instead_negate(word: str) -> None:
    assert clause(f"""
        {word}        _             ADP    5  mark
        Moskau        _             PROPN  5  obj
        dabei         _             ADV    5  advmod
        zu            _             PART   5  mark
        kritisieren   kritisieren   VERB   0  root   VerbForm=Inf
    """) == negated(word)


def test_two_words_of_a_clause_add_up() -> None:
    assert clause("""
        wenn         _           SCONJ  5  mark
        Russland     _           PROPN  5  nsubj
        angeblich    _           ADV    5  advmod
        nicht        _           PART   5  advmod
        angreift     angreifen   VERB   0  root   Tense=Pres|VerbForm=Fin
    """) == Modality(Polarity.NEGATED, Status.POSSIBLE, True, ("negated: nicht", "possible: wenn"))


# Modals ------------------------------------------------------------------------------------------------------------------


def modal(form: str, verb: str = "treffen", morph: str = "VerbForm=Inf") -> Modality:
    """The modality of *Merz FORM Macron treffen*."""
    return clause(f"""
        Merz     _         PROPN  4  nsubj
        {form}   _         AUX    4  aux    VerbForm=Fin
        Macron   _         PROPN  4  obj
        {verb}   treffen   VERB   0  root   {morph}
    """)


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ("will", Status.PLANNED),
        ("wollte", Status.PLANNED),
        ("möchte", Status.PLANNED),
        ("soll", Status.PLANNED),
        ("sollte", Status.PLANNED),
        ("könnte", Status.POSSIBLE),
        ("würde", Status.POSSIBLE),
        ("hätte", Status.POSSIBLE),
        ("kann", Status.POSSIBLE),
        ("darf", Status.POSSIBLE),
        ("Kann", Status.POSSIBLE),
        ("wird", Status.PLANNED),
        ("werde", Status.PLANNED),
    ],
)
def test_modals_before_an_infinitive(form: str, status: Status) -> None:
    assert modal(form) == weakened(status, f"{status}: {form}")


@pytest.mark.parametrize("form", ["konnte", "konnten", "hat", "ließ"])
def test_what_could_be_done_was_done(form: str) -> None:
    assert modal(form) == PLAIN


@pytest.mark.parametrize("form", ["muss", "müsse", "müssten"])
def test_a_duty_states_nothing(form: str) -> None:
    assert modal(form) == Modality(stated=False, reasons=(f"nothing stated: {form}",))


@pytest.mark.parametrize("tag", ["VVINF", "VVIZU"])
def test_a_future_by_the_tag_of_its_infinitive(tag: str) -> None:
    """The morphology may be missing where the tag is right."""
    found = clause(f"""
        Merz     _         PROPN       4  nsubj
        wird     werden    AUX         4  aux    VerbForm=Fin
        Macron   _         PROPN       4  obj
        treffen  treffen   VERB/{tag}  0  root
    """)
    assert found == weakened(Status.PLANNED, "planned: wird")


def test_a_participle_after_werden_is_no_future() -> None:
    assert modal("wird", "empfangen", "VerbForm=Part") == PLAIN
    assert modal("werden", "empfangen", "VerbForm=Part") == PLAIN


def test_a_passive_in_the_present_is_no_future() -> None:
    """Some infinitives look like participles: *Merz wird in Paris empfangen*."""
    assert (
        clause("""
        Merz       _           PROPN  3  nsubj:pass
        wird       werden      AUX    3  aux:pass    VerbForm=Fin
        empfangen  empfangen   VERB   0  root        VerbForm=Inf
    """)
        == PLAIN
    )


def test_a_passive_in_the_future_is_planned() -> None:
    assert clause("""
        Merz       _           PROPN  3  nsubj:pass
        wird       werden      AUX    3  aux         VerbForm=Fin
        empfangen  empfangen   VERB   0  root        VerbForm=Part
        werden     werden      AUX    3  aux:pass    VerbForm=Inf
    """) == weakened(Status.PLANNED, "planned: wird")


@pytest.mark.parametrize("infinitive", ["haben", "sein"])
def test_soll_with_a_perfect_is_hearsay(infinitive: str) -> None:
    assert clause(f"""
        Merz           _         PROPN  4  nsubj
        soll           sollen    AUX    4  aux    VerbForm=Fin
        Macron         _         PROPN  4  obj
        getroffen      treffen   VERB   0  root   VerbForm=Part
        {infinitive}   _         AUX    4  aux    VerbForm=Inf
    """) == weakened(Status.CLAIMED, "claimed: soll … haben")


def test_soll_with_a_passive_is_a_plan() -> None:
    assert clause("""
        Merz       _           PROPN  3  nsubj:pass
        soll       sollen      AUX    3  aux         VerbForm=Fin
        empfangen  empfangen   VERB   0  root        VerbForm=Part
        werden     werden      AUX    3  aux:pass    VerbForm=Inf
    """) == weakened(Status.PLANNED, "planned: soll")


def test_other_modals_with_a_perfect_stay_what_they_are() -> None:
    assert clause("""
        Merz        _         PROPN  3  nsubj
        will        wollen    AUX    3  aux    VerbForm=Fin
        getroffen   treffen   VERB   0  root   VerbForm=Part
        haben       _         AUX    3  aux    VerbForm=Inf
    """) == weakened(Status.PLANNED, "planned: will")


@pytest.mark.parametrize("form", ["Sollte", "Sollten"])
def test_a_clause_that_sollte_opens_is_a_condition(form: str) -> None:
    found = clause(
        f"""
        {form}      sollen       AUX    3  aux     VerbForm=Fin
        Moskau      _            PROPN  3  nsubj
        angreifen   angreifen    VERB   6  advcl   VerbForm=Inf
        ,           _            PUNCT  3  punct
        wird        werden       AUX    6  aux     VerbForm=Fin
        helfen      helfen       VERB   0  root    VerbForm=Inf
    """,
        "angreifen",
    )
    assert found == weakened(Status.POSSIBLE, f"possible: {form} … (condition)")


def test_a_quotation_mark_before_sollte_does_not_count() -> None:
    found = clause(
        """
        „           _            PUNCT  4  punct
        Sollte      sollen       AUX    4  aux     VerbForm=Fin
        Moskau      _            PROPN  4  nsubj
        angreifen   angreifen    VERB   6  advcl   VerbForm=Inf
        ,           _            PUNCT  4  punct
        helfen      helfen       VERB   0  root    VerbForm=Fin
    """,
        "angreifen",
    )
    assert found == weakened(Status.POSSIBLE, "possible: Sollte … (condition)")


def test_sollte_elsewhere_is_a_plan() -> None:
    inside = """
        Da          _            SCONJ  4  mark
        Moskau      _            PROPN  4  nsubj
        sollte      sollen       AUX    4  aux     VerbForm=Fin
        angreifen   angreifen    VERB   6  advcl   VerbForm=Inf
        ,           _            PUNCT  4  punct
        half        helfen       VERB   0  root    VerbForm=Fin
    """
    assert clause(inside, "angreifen") == weakened(Status.PLANNED, "planned: sollte")
    question = """
        Sollte      sollen       AUX    3  aux     VerbForm=Fin
        Moskau      _            PROPN  3  nsubj
        angreifen   angreifen    VERB   0  root    VerbForm=Inf
    """
    assert clause(question) == weakened(Status.PLANNED, "planned: Sollte")


def reported(saying: str, label: str, helper: str = "hätten", morph: str = "VerbForm=Part") -> Modality:
    """The modality of *geholfen* in *Merz SAYING, die USA hätten dem Irak geholfen*."""
    return clause(
        f"""
        Merz       _          PROPN  2  nsubj
        {saying}   _          VERB   0  root     Tense=Past|VerbForm=Fin
        ,          _          PUNCT  7  punct
        die        der        DET    5  det
        USA        _          PROPN  7  nsubj
        {helper}   _          AUX    7  aux      Mood=Sub|VerbForm=Fin
        geholfen   helfen     VERB   2  {label}  {morph}
    """,
        "geholfen",
    )


@pytest.mark.parametrize("saying", ["sagte", "erklärte", "behauptete"])
def test_the_past_subjunctive_after_a_verb_of_saying_only_reports(saying: str) -> None:
    assert reported(saying, "ccomp") == PLAIN


def test_the_past_subjunctive_elsewhere_is_possible() -> None:
    possible = weakened(Status.POSSIBLE, "possible: hätten")
    assert reported("sagte", "advcl") == possible
    assert reported("hoffte", "ccomp") == possible
    assert reported("lachte", "ccomp") == possible


def test_only_haben_and_sein_only_report() -> None:
    assert reported("sagte", "ccomp", "könnten") == weakened(Status.POSSIBLE, "possible: könnten")


def test_a_modal_behind_a_reporting_one_counts() -> None:
    found = clause(
        """
        Merz       _          PROPN  2  nsubj
        sagte      sagen      VERB   0  root   Tense=Past|VerbForm=Fin
        ,          _          PUNCT  7  punct
        Japan      _          PROPN  7  nsubj
        hätte      haben      AUX    7  aux    Mood=Sub|VerbForm=Fin
        vielleicht _          ADV    7  advmod
        helfen     helfen     VERB   2  ccomp  VerbForm=Inf
        wollen     wollen     AUX    7  aux    VerbForm=Inf
    """,
        "helfen",
    )
    assert found == Modality(status=Status.POSSIBLE, reasons=("planned: wollen", "possible: vielleicht"))


@pytest.mark.parametrize("form", ["wäre", "wären"])
def test_what_would_be_something_is_only_a_politer_is(form: str) -> None:
    assert (
        clause(f"""
        Belarus      _             PROPN  4  nsubj
        {form}       sein          AUX    4  cop    Mood=Sub|VerbForm=Fin
        ein          _             DET    4  det
        Verbündeter  Verbündeter   NOUN   0  root
    """)
        == PLAIN
    )


def test_a_modal_behind_a_copula_in_the_subjunctive_counts() -> None:
    assert clause("""
        Belarus      _             PROPN  3  nsubj
        wäre         sein          AUX    3  cop    Mood=Sub|VerbForm=Fin
        Mitglied     _             NOUN   0  root
        könnte       können        AUX    3  aux    Mood=Sub|VerbForm=Fin
    """) == weakened(Status.POSSIBLE, "possible: könnte")


def test_a_conjunct_shares_the_modal_of_the_first_verb() -> None:
    found = clause(
        """
        Merz       _           PROPN  4  nsubj
        will       wollen      AUX    4  aux    VerbForm=Fin
        Macron     _           PROPN  4  obj
        treffen    treffen     VERB   0  root   VerbForm=Inf
        und        _           CCONJ  7  cc
        Meloni     _           PROPN  7  obj
        anrufen    anrufen     VERB   4  conj   VerbForm=Inf
    """,
        "anrufen",
    )
    assert found == weakened(Status.PLANNED, "planned: will")


# Nouns -------------------------------------------------------------------------------------------------------------------


def noun(word: str, pos: str = "ADJ", label: str = "amod") -> Modality:
    """The modality of *WORD Treffen*."""
    doc = tree(f"""
        {word}    _         {pos}  2  {label}
        Treffen   _         NOUN   3  nsubj
        dauerte   dauern    VERB   0  root   Tense=Past|VerbForm=Fin
    """)
    return of_noun(doc[1], LEXICON)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("geplantes", Status.PLANNED),
        ("Vereinbarte", Status.PLANNED),
        ("möglichen", Status.POSSIBLE),
        ("denkbares", Status.POSSIBLE),
        ("angebliche", Status.CLAIMED),
        ("mutmaßliches", Status.CLAIMED),
    ],
)
def test_adjectives_before_an_event(word: str, status: Status) -> None:
    assert noun(word) == weakened(status, f"{status}: {word}")


def test_adjectives_before_an_event_only_as_attributes() -> None:
    assert noun("langes") == PLAIN
    assert noun("geplantes", label="appos") == PLAIN


def test_two_adjectives_before_an_event_add_up() -> None:
    doc = tree("""
        mögliches    möglich    ADJ    3  amod
        geplantes    geplant    ADJ    3  amod
        Treffen      _          NOUN   0  root
    """)
    assert of_noun(doc[2], LEXICON) == weakened(Status.POSSIBLE, "possible: mögliches")


def test_kein_before_an_event_negates_it() -> None:
    assert noun("Kein", "DET", "det") == negated("Kein")
    assert noun("Ein", "DET", "det") == PLAIN
