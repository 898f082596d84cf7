"""From predicates to statements, on trees built by hand, published on Thursday 2025-09-04."""

from dataclasses import replace

import pytest

from extractors import Article, Statement
from extractors.lexicon import load_lexicon
from extractors.statement import Span
from extractors.statements.attribution import Attribution
from extractors.statements.component import StatementComponent
from extractors.statements.speakers import speakers
from tests.extractors.trees import finder, statements, told, tree

COMPONENT = StatementComponent("de", None, learned=False)


def only(text: str) -> Statement:
    (statement,) = statements(tree(text))
    return statement


# Offices -----------------------------------------------------------------------------------------------------------------


def test_an_office_is_a_statement_with_the_sentence_as_evidence() -> None:
    doc = tree("""
        Es              _    PRON   2  expl
        regnet          regnen  VERB   0  root   Tense=Pres|VerbForm=Fin
        .               _    PUNCT  2  punct

        Der             _    DET    2  det
        US-Präsident    _    NOUN   4  nsubj  Gender=Masc|Number=Sing
        Trump           _    PROPN  2  appos  _  PER
        lachte          lachen  VERB   0  root   Tense=Past|VerbForm=Fin
        .               _    PUNCT  4  punct
    """)
    (office,) = COMPONENT(doc)._.statements
    assert (office.subject.label("en"), office.relation, office.object.label("en")) == (
        "Donald Trump",
        "represents",
        "United States",
    )
    assert doc.text[office.evidence.begin : office.evidence.end] == "Der US-Präsident Trump lachte."
    assert office.subject_span == office.object_span
    assert "Trump" in doc.text[office.subject_span.begin : office.subject_span.end]
    (mention,) = (m for m in doc._.mentions if m.represents)
    assert (office.rule, office.confidence) == ("office", 0.9 * mention.confidence)
    assert office.subject_span == Span(mention.begin, mention.end)


def test_an_office_is_as_sure_as_its_mention() -> None:
    doc = tree("""
        US-Präsident    _       NOUN   3  nsubj  Gender=Masc|Number=Sing
        Trump           _       PROPN  1  appos  _  PER
        lachte          lachen  VERB   0  root   Tense=Past|VerbForm=Fin
    """)
    doc._.mentions = [replace(mention, confidence=0.5) for mention in doc._.mentions]
    assert [statement.confidence for statement in COMPONENT(doc)._.statements] == [0.45]


# What a statement has ----------------------------------------------------------------------------------------------------


PRAISED = """
    Macron    _         PROPN  2  nsubj   _  PER
    lobte     loben     VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
    Polen     _         PROPN  2  obj     _  LOC
    {more}
"""


def test_a_statement_of_a_verb() -> None:
    doc = tree("Es _ PRON 2 expl\nregnet regnen VERB 0 root\n\n" + PRAISED.format(more=". _ PUNCT 2 punct"))
    (found,) = statements(doc)
    assert (found.rule, found.confidence, found.reasons) == ("verb: loben", 0.9, ())
    assert [doc.text[span.begin : span.end] for span in (found.evidence, found.subject_span, found.object_span)] == [
        "Macron lobte Polen.",
        "Macron",
        "Polen",
    ]
    assert (found.polarity, found.status, found.date, found.place, found.source) == (
        "affirmed",
        "actual",
        "",
        None,
        None,
    )
    assert found.article is doc._.article


def test_evidence_ends_with_the_last_word() -> None:
    doc = tree(PRAISED.format(more=". _ PUNCT 2 punct") + "\n\nEs _ PRON 2 expl\nregnet regnen VERB 0 root")
    assert statements(doc)[0].evidence == Span(0, len("Macron lobte Polen."))


def test_a_negated_verb_tells_why() -> None:
    found = only(PRAISED.format(more="nicht _ PART 2 advmod"))
    assert (found.polarity, found.reasons) == ("negated", ("negated: nicht",))


def test_what_must_be_is_no_statement() -> None:
    assert told(tree(PRAISED.format(more="muss _ AUX 2 aux VerbForm=Fin"))) == []


@pytest.mark.parametrize(
    ("label", "polarity"), [("nsubj", "negated"), ("obj", "negated"), ("nsubj:pass", "negated"), ("obl", "affirmed")]
)
def test_kein_before_an_end_negates(label: str, polarity: str) -> None:
    found = only(f"""
        Mit        _         ADP    4  case
        Trump      _         PROPN  4  obl     _  PER
        keine      _         DET    4  det
        Worte      Wort      NOUN   5  {label}
        sprach     sprechen  VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        mit        _         ADP    7  case
        Merz       _         PROPN  5  obl     _  PER
        Macron     _         PROPN  5  nsubj   _  PER
    """)
    assert (found.relation, found.polarity) == ("meets", polarity)


def test_a_subject_is_no_source_of_its_own_deed() -> None:
    text = """
        Laut      _         ADP    2  case
        {who}     _         PROPN  4  obl     _  PER
        Macron    _         PROPN  4  nsubj   _  PER
        lobte     loben     VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        Polen     _         PROPN  4  obj     _  LOC
    """
    assert told(tree(text.format(who="Merz"))) == ["Emmanuel Macron praises Poland source=Friedrich Merz"]
    same = """
        Wir       wir       PRON   2  nsubj   Case=Nom|Number=Plur|Person=1
        loben     loben     VERB   5  ccomp   Mood=Ind|Tense=Pres|VerbForm=Fin
        Polen     _         PROPN  2  obj     _  LOC
        ,         _         PUNCT  2  punct
        sagte     sagen     VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        Macron    _         PROPN  5  nsubj   _  PER
    """
    assert told(tree(same)) == ["Emmanuel Macron praises Poland"]


def test_a_source_may_stand_behind_the_subject() -> None:
    doc = tree(
        PRAISED.format(more=", _ PUNCT 2 punct\nso _ ADV 2 advmod\nMerz _ PROPN 2 appos _ PER\n. _ PUNCT 2 punct")
    )
    assert told(doc) == ["Emmanuel Macron praises Poland source=Friedrich Merz"]


def test_without_a_day_of_the_article_nothing_lies_ahead() -> None:
    text = PRAISED.format(more="am _ ADP 5 case\n20. _ NOUN 2 obl\nOktober _ NOUN 5 nmod\n2025 _ NUM 6 nmod")
    visited = text.replace("lobte     loben   ", "besuchte  besuchen")
    assert visited != text
    assert told(tree(visited)) == ["Emmanuel Macron visits Poland status=planned date=2025-10-20"]
    assert told(tree(visited, day=None)) == ["Emmanuel Macron visits Poland date=2025-10-20"]
    # What is said is said: "dankt für die Einladung zum Gipfel am 20. Oktober".
    assert told(tree(text)) == ["Emmanuel Macron praises Poland"]


def test_an_expected_guest_is_planned() -> None:
    text = """
        Macron    _         PROPN  5  nsubj:pass   _  PER
        {form}    werden    AUX    5  aux:pass     Mood=Ind|Tense=Pres|VerbForm=Fin
        in        _         ADP    4  case
        Polen     _         PROPN  5  obl          _  LOC
        erwartet  erwarten  VERB   0  root         VerbForm=Part
    """
    found = only(text.format(form="wird"))
    assert (found.relation, found.status) == ("visits", "planned")
    assert found.reasons == ("planned: erwartet",)


# Places ------------------------------------------------------------------------------------------------------------------


def went(verb: str, lemma: str, rest: str) -> list[str]:
    return told(
        tree(f"""
        Macron    _         PROPN  2  nsubj   _  PER
        {verb}    {lemma}   VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        {rest}
    """)
    )


def test_the_goal_of_a_visit_is_its_place() -> None:
    assert went("reiste", "reisen", "nach _ ADP 4 case\nWarschau _ PROPN 2 obl _ LOC") == [
        "Emmanuel Macron visits Poland place=Warsaw"
    ]


def test_the_goal_of_something_else_is_none() -> None:
    flown = "Polen _ PROPN 2 obj _ LOC\nnach _ ADP 5 case\nBerlin _ PROPN 2 obl _ LOC"
    assert went("lobte", "loben", flown) == ["Emmanuel Macron praises Poland"]
    assert went("lobte", "loben", flown.replace("nach", "in")) == ["Emmanuel Macron praises Poland place=Berlin"]


def test_a_journey_goes_to_the_state_itself() -> None:
    assert went("reiste", "reisen", "nach _ ADP 4 case\nPolen _ PROPN 2 obl _ LOC") == [
        "Emmanuel Macron visits Poland place=Poland"
    ]


def test_the_city_that_stands_for_its_state_goes_before_another_place() -> None:
    assert went("besuchte", "besuchen", "Warschau _ PROPN 2 obj _ LOC") == [
        "Emmanuel Macron visits Poland place=Warsaw"
    ]
    rest = "in _ ADP 4 case\nBerlin _ PROPN 2 obl _ LOC\n{} _ PROPN 2 obj _ LOC"
    assert went("besuchte", "besuchen", rest.format("Warschau")) == ["Emmanuel Macron visits Poland place=Warsaw"]
    assert went("besuchte", "besuchen", rest.format("Polen")) == ["Emmanuel Macron visits Poland place=Berlin"]


def test_a_capital_that_stands_for_its_government_is_no_place() -> None:
    assert went("lobte", "loben", "Warschau _ PROPN 2 obj _ LOC") == ["Emmanuel Macron praises Poland"]


def test_a_state_that_suffers_is_no_place_beside_itself() -> None:
    text = """
        Russland  _           PROPN  2  nsubj   _  LOC
        griff     angreifen   VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        in        _           ADP    4  case
        {where}   _           PROPN  2  obl     _  LOC
        Polen     _           PROPN  2  obj     _  LOC
        an        _           ADP    2  compound:prt
    """
    assert told(tree(text.format(where="Polen"))) == ["Russia attacks Poland"]
    assert told(tree(text.format(where="Syrien"))) == ["Russia attacks Poland place=Syria"]


def test_where_troops_are_withdrawn_to_is_no_place() -> None:
    doc = tree("""
        Frankreich _         PROPN  2  nsubj   _  LOC
        zog        abziehen  VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        aus        _         ADP    4  case
        Mali       _         PROPN  2  obl     _  LOC
        nach       _         ADP    6  case
        Berlin     _         PROPN  2  obl     _  LOC
        ab         _         ADP    2  compound:prt
    """)
    assert told(doc) == ["France withdrawsFrom Mali"]


def test_where_forces_go_is_a_place() -> None:
    text = """
        Frankreich _           PROPN  2  nsubj   _  LOC
        {verb}     _           VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        Truppen    Truppe      NOUN   2  obj
        {before}   _           ADP    5  case
        Polen      _           PROPN  2  obl     _  LOC
    """
    assert told(tree(text.format(verb="stationierte", before="in"))) == ["France deploysTo Poland place=Poland"]


# Standing states ---------------------------------------------------------------------------------------------------------


def test_a_role_has_no_day_place_or_source() -> None:
    text = """
        Laut         _             ADP    2   case
        Merz         _             PROPN  9   obl     _  PER
        wurde        werden        AUX    9   cop     Mood=Ind|Tense=Past|VerbForm=Fin
        Belarus      _             PROPN  9   nsubj   _  LOC
        gestern      _             ADV    9   advmod
        in           _             ADP    7   case
        Minsk        _             PROPN  9   obl     _  LOC
        ein          _             DET    9   det
        {noun}       _             NOUN   0   root
        Russlands    Russland      PROPN  9   nmod    Case=Gen  LOC
    """
    found = only(text.format(noun="Verbündeter"))
    assert (found.relation, found.rule, found.confidence) == ("alliedWith", "role: Verbündeter", 0.8)
    assert (found.date, found.place, found.source) == ("", None, None)


def test_an_adjective_has_a_source_but_no_day() -> None:
    found = only("""
        Laut         _             ADP    2   case
        Merz         _             PROPN  7   obl     _  PER
        war          sein          AUX    7   cop     Mood=Ind|Tense=Past|VerbForm=Fin
        Belarus      _             PROPN  7   nsubj   _  LOC
        gestern      _             ADV    7   advmod
        eng          _             ADV    7   advmod
        befreundet   _             ADJ    0   root
        mit          _             ADP    9   case
        Russland     _             PROPN  7   obl     _  LOC
    """)
    assert (found.rule, found.date, found.place) == ("adjective: befreundet", "", None)
    assert found.source is not None
    assert found.source.label("en") == "Friedrich Merz"


def test_a_role_is_as_real_as_it_stands_whatever_lies_ahead() -> None:
    found = only("""
        Das            _             DET    2   det
        Nato-Mitglied  _             NOUN   4   nsubj
        Türkei         _             PROPN  2   appos   _  LOC
        wählt          wählen        VERB   0   root    Mood=Ind|Tense=Pres|VerbForm=Fin
        2030           _             NUM    4   obl
    """)
    assert (found.subject.label("en"), found.relation, found.object.label("en")) == ("Turkey", "memberOf", "NATO")
    assert (found.status, found.date) == ("actual", "")


def test_a_participle_is_nobodys_word_but_has_its_day() -> None:
    found = only("""
        Laut         _             ADP    2   case
        Merz         _             PROPN  3   obl     _  PER
        hofft        hoffen        VERB   0   root    Mood=Ind|Tense=Pres|VerbForm=Fin
        das          _             DET    9   det
        gestern      _             ADV    8   advmod
        vom          _             ADP    7   case
        Iran         _             PROPN  8   obl:agent  _  LOC
        unterstützte unterstützen  ADJ    9   amod
        Syrien       _             PROPN  3   nsubj   _  LOC
    """)
    assert (found.rule, found.source, found.date) == ("participle: unterstützen", None, "2025-09-03")


# What another says of a deed -----------------------------------------------------------------------------------------------


def deed(verb: str, source: str = "Merz", more: str = "", ent: str = "PER") -> list[str]:
    doc = tree(f"""
        Laut         _             ADP    2   case
        {source}     _             PROPN  4   obl     _  {ent}
        dort         _             ADV    4   advmod
        {verb}       _             VERB   0   root    Mood=Ind|Tense=Past|VerbForm=Fin
        Russland     _             PROPN  4   nsubj   _  LOC
        Polen        _             PROPN  4   obj     _  LOC
        {more}
    """)
    return told(doc)


def test_a_hostile_deed_that_another_tells_is_a_claim() -> None:
    assert deed("besetzte") == ["Russia occupies Poland status=claimed source=Friedrich Merz"]
    assert deed("lobte") == ["Russia praises Poland source=Friedrich Merz"]


def test_a_hostile_deed_of_ones_own_state_is_no_claim() -> None:
    assert deed("besetzte", "Putin") == ["Russia occupies Poland source=Vladimir Putin"]
    assert deed("besetzte", "Moskau", ent="LOC") == ["Russia occupies Poland source=Russia"]


def test_a_hostile_plan_stays_a_plan() -> None:
    assert deed("besetzen", more="will _ AUX 4 aux VerbForm=Fin") == [
        "Russia occupies Poland status=planned source=Friedrich Merz"
    ]


def test_why_it_is_a_claim() -> None:
    found = only("""
        Laut         _             ADP    2   case
        Merz         _             PROPN  3   obl     _  PER
        besetzte     besetzen      VERB   0   root    Mood=Ind|Tense=Past|VerbForm=Fin
        Russland     _             PROPN  3   nsubj   _  LOC
        Polen        _             PROPN  3   obj     _  LOC
        nicht        _             PART   3   advmod
    """)
    assert found.reasons == ("negated: nicht", "claimed: Friedrich Merz says so of another's deed")


# By telephone ------------------------------------------------------------------------------------------------------------


SPOKE = """
    Macron       _             PROPN  2   nsubj   _  PER
    {verb}       {lemma}       VERB   0   root    Mood=Ind|Tense=Past|VerbForm=Fin
    {how}        _             ADV    2   advmod
    mit          _             ADP    5   case
    Merz         _             PROPN  2   obl     _  PER
"""


def test_talks_by_telephone_are_calls() -> None:
    assert told(tree(SPOKE.format(verb="sprach", lemma="sprechen", how="telefonisch"))) == [
        "Emmanuel Macron phones Friedrich Merz"
    ]
    assert told(tree(SPOKE.format(verb="sprach", lemma="sprechen", how="lange"))) == [
        "Emmanuel Macron meets Friedrich Merz"
    ]


@pytest.mark.parametrize(("verb", "relation"), [("lobte", "praises"), ("kritisierte", "criticizes")])
def test_only_meetings_become_calls(verb: str, relation: str) -> None:
    text = PRAISED.format(more="telefonisch _ ADV 2 advmod").replace("lobte     loben", f"{verb} _")
    assert told(tree(text)) == [f"Emmanuel Macron {relation} Poland"]


@pytest.mark.parametrize(
    ("label", "relation"), [("obj", "phones"), ("nsubj", "phones"), ("nsubj:pass", "phones"), ("obl", "meets")]
)
def test_a_talk_that_a_verb_carries_may_be_a_call(label: str, relation: str) -> None:
    doc = tree(f"""
        Das          _             DET    2   det
        Gespräch     _             NOUN   7   {label}
        zwischen     _             ADP    4   case
        Macron       _             PROPN  2   nmod    _  PER
        und          _             CCONJ  6   cc
        Merz         _             PROPN  4   conj    _  PER
        begann       beginnen      VERB   0   root    Mood=Ind|Tense=Past|VerbForm=Fin
        telefonisch  _             ADV    7   advmod
    """)
    assert told(doc) == [f"Emmanuel Macron {relation} Friedrich Merz"]


# Once each ---------------------------------------------------------------------------------------------------------------


def twice(first: str, second: str, more: str = "") -> list[str]:
    """The statements of *Macron FIRST Polen und SECOND Polen* with `more` on the second verb, place 5."""
    doc = tree(f"""
        Macron    _         PROPN  2  nsubj   _  PER
        {first}   _         VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        Polen     _         PROPN  2  obj     _  LOC
        und       _         CCONJ  5  cc
        {second}  _         VERB   2  conj    Mood=Ind|Tense=Past|VerbForm=Fin
        Polen     _         PROPN  5  obj     _  LOC
        {more}
    """)
    return [f"{s.relation} {s.rule} {s.polarity} {s.status} {s.date}".strip() for s in statements(doc)]


def test_one_statement_a_triple_and_sentence() -> None:
    assert twice("lobte", "würdigte") == ["praises verb: loben affirmed actual"]
    assert [found.split()[0] for found in twice("lobte", "besuchte")] == ["praises", "visits"]


def test_the_affirmed_one_stays() -> None:
    assert twice("lobte", "würdigte", "nicht _ PART 5 advmod") == ["praises verb: loben affirmed actual"]
    assert twice("lobte", "würdigte", "nicht _ PART 2 advmod") == ["praises verb: würdigen affirmed actual"]


def test_the_most_real_one_stays() -> None:
    assert twice("lobte", "würdigte", "vielleicht _ ADV 2 advmod") == ["praises verb: würdigen affirmed actual"]
    assert twice("lobte", "würdigte", "vielleicht _ ADV 2 advmod\nangeblich _ ADV 5 advmod") == [
        "praises verb: würdigen affirmed claimed"
    ]


def test_the_affirmed_one_goes_before_the_real_one() -> None:
    assert twice("lobte", "würdigte", "nicht _ PART 2 advmod\nvielleicht _ ADV 5 advmod") == [
        "praises verb: würdigen affirmed possible"
    ]


def test_the_dated_one_stays() -> None:
    # A conjunct shares the day of the first verb, not the other way round.
    assert twice("lobte", "würdigte", "gestern _ ADV 5 advmod") == ["praises verb: würdigen affirmed actual 2025-09-03"]


def test_the_surer_one_stays() -> None:
    doc = tree("""
        Macrons   Macron    PROPN  2  nmod    Case=Gen  PER
        Kritik    _         NOUN   6  nsubj
        an        _         ADP    4  case
        Polen     _         PROPN  2  nmod    _  LOC
        ,         _         PUNCT  6  punct
        zeigt     zeigen    VERB   0  root    Mood=Ind|Tense=Pres|VerbForm=Fin
        Macron    _         PROPN  8  nsubj   _  PER
        kritisiert kritisieren VERB 6 parataxis  Mood=Ind|Tense=Pres|VerbForm=Fin
        Polen     _         PROPN  8  obj     _  LOC
    """)
    (found,) = statements(doc)
    assert (found.rule, found.confidence) == ("verb: kritisieren", 0.9)


def test_the_surer_one_stays_wherever_it_stands() -> None:
    doc = tree("""
        Macron    _         PROPN  2  nsubj   _  PER
        lobte     loben     VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        Polens    Polen     PROPN  4  nmod    Case=Gen  LOC
        Mut       _         NOUN   2  obj
        und       _         CCONJ  6  cc
        würdigte  würdigen  VERB   2  conj    Mood=Ind|Tense=Past|VerbForm=Fin
        Polen     _         PROPN  6  obj     _  LOC
    """)
    (found,) = statements(doc)
    assert (found.rule, found.confidence) == ("verb: würdigen", 0.81)


def test_a_symmetric_relation_counts_once_in_either_direction() -> None:
    text = """
        Macron    _         PROPN  2  nsubj   _  PER
        {a}       _         VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        Merz      _         PROPN  2  obj     _  PER
        ,         _         PUNCT  6  punct
        Merz      _         PROPN  6  nsubj   _  PER
        {a}       _         VERB   2  parataxis  Mood=Ind|Tense=Past|VerbForm=Fin
        Macron    _         PROPN  6  obj     _  PER
    """
    assert told(tree(text.format(a="traf"))) == ["Emmanuel Macron meets Friedrich Merz"]
    assert told(tree(text.format(a="lobte"))) == [
        "Emmanuel Macron praises Friedrich Merz",
        "Friedrich Merz praises Emmanuel Macron",
    ]


def test_two_sentences_are_two_statements() -> None:
    doc = tree(PRAISED.format(more=". _ PUNCT 2 punct") + "\n\n" + PRAISED.format(more=". _ PUNCT 2 punct"))
    assert len(statements(doc)) == 2


def test_statements_come_in_the_order_of_the_text() -> None:
    doc = tree("""
        Macron    _         PROPN  4  nsubj   _  PER
        und       _         CCONJ  3  cc
        Trump     _         PROPN  1  conj    _  PER
        lobten    loben     VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        Polen     _         PROPN  4  obj     _  LOC
        und       _         CCONJ  7  cc
        Japan     _         PROPN  5  conj    _  LOC
        und       _         CCONJ  9  cc
        besuchten besuchen  VERB   4  conj    Mood=Ind|Tense=Past|VerbForm=Fin
        Polen     _         PROPN  9  obj     _  LOC
    """)
    assert told(doc) == [
        "Emmanuel Macron praises Poland",
        "Emmanuel Macron praises Japan",
        "Emmanuel Macron visits Poland",
        "Donald Trump praises Poland",
        "Donald Trump praises Japan",
        "Donald Trump visits Poland",
    ]


# Running speech ----------------------------------------------------------------------------------------------------------


LEXICON = load_lexicon("de")
SAID = """
    Merz      _         PROPN  2  nsubj   _  PER
    {verb}    _         VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
    viel      _         PRON   2  obj
    .         _         PUNCT  2  punct
"""
REPORTED = """
    Russland  _         PROPN  2  nsubj   Number=Sing  LOC
    lobe      loben     VERB   0  root    Mood=Sub|Tense=Pres|VerbForm=Fin
    Polen     _         PROPN  2  obj     _  LOC
    .         _         PUNCT  2  punct
"""
TOLD = REPORTED.replace("lobe ", "lobt ").replace("Mood=Sub", "Mood=Ind")


def carried(*sentences: str) -> dict[int, str]:
    doc = tree("\n\n".join(sentences))
    found = speakers(doc, Attribution(finder(doc), LEXICON), LEXICON)
    return {start: argument.actor.label("en") for start, argument in found.items()}


def test_speech_runs_on_in_the_reporting_subjunctive() -> None:
    said = SAID.format(verb="sagte")
    assert carried(said, REPORTED, REPORTED) == {4: "Friedrich Merz", 8: "Friedrich Merz"}
    assert carried(said, TOLD) == {}
    assert carried(said, REPORTED, TOLD, REPORTED) == {4: "Friedrich Merz"}
    assert carried(SAID.format(verb="lachte"), REPORTED) == {}
    assert carried(REPORTED, said) == {}


def test_a_new_speaker_takes_over() -> None:
    said = SAID.format(verb="sagte")
    assert carried(said, said.replace("Merz  ", "Macron"), REPORTED) == {8: "Emmanuel Macron"}


def test_running_speech_is_the_source() -> None:
    assert told(tree(SAID.format(verb="sagte") + "\n\n" + REPORTED)) == ["Russia praises Poland source=Friedrich Merz"]
    assert told(tree(SAID.format(verb="sagte") + "\n\n" + TOLD)) == ["Russia praises Poland"]


# Meetings of a body ------------------------------------------------------------------------------------------------------


def test_a_meeting_has_the_day_of_the_body_that_was_named_before() -> None:
    text = """
        Gestern   _         ADV    2  advmod
        tagte     tagen     VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        die       _         DET    4  det
        Nato      _         PROPN  2  nsubj   _  ORG
        in        _         ADP    6  case
        Berlin    _         PROPN  2  obl     _  LOC
        .         _         PUNCT  2  punct

        Unter     _         ADP    2  case
        Führung   _         NOUN   5  obl
        Macrons   Macron    PROPN  2  nmod    Case=Gen  PER
        wurde     werden    AUX    5  aux:pass  Mood=Ind|Tense=Past|VerbForm=Fin
        gestritten streiten VERB   0  root    VerbForm=Part
        {more}
    """
    assert told(tree(text.format(more=". _ PUNCT 5 punct"))) == [
        "Emmanuel Macron chairs NATO date=2025-09-03 place=Berlin"
    ]
    assert told(tree(text.format(more="heute _ ADV 5 advmod")))[0].split(" date=")[1].startswith("2025-09-04")


def test_a_body_in_the_same_sentence_lends_no_day() -> None:
    doc = tree("""
        Die        _         DET    2  det
        Nato       _         PROPN  3  nsubj   _  ORG
        tagte      tagen     VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
        gestern    _         ADV    3  advmod
        ,          _         PUNCT  10 punct
        während    _         SCONJ  10 mark
        unter      _         ADP    8  case
        Führung    _         NOUN   10 obl
        Macrons    Macron    PROPN  8  nmod    Case=Gen  PER
        gestritten streiten  VERB   3  advcl   VerbForm=Part
        wurde      werden    AUX    10 aux:pass  Mood=Ind|Tense=Past|VerbForm=Fin
    """)
    assert told(doc) == ["Emmanuel Macron chairs NATO"]


def test_a_text_without_article() -> None:
    doc = tree(PRAISED.format(more=""))
    doc._.article = None
    (found,) = COMPONENT(doc)._.statements
    assert found.article == Article("text", doc.text, doc._.date)


LED = """
    Merz      _         PROPN  2  nsubj   _  PER
    sagte     sagen     VERB   0  root    Mood=Ind|Tense=Past|VerbForm=Fin
    ,         _         PUNCT  9  punct
    die       _         DET    5  det
    Nato      _         PROPN  9  nsubj   _  ORG
    {between} _         ADV    9  advmod
    unter     _         ADP    8  case
    Führung   _         NOUN   {head}  {label}
    tage      tagen     VERB   2  ccomp   Mood=Sub|Tense=Pres|VerbForm=Fin
    der       _         DET    11 det
    USA       _         PROPN  8  nmod    _  LOC
"""


def test_a_phrase_right_behind_a_body_describes_it_and_is_nobodys_word() -> None:
    behind = LED.replace("    {between} _         ADV    9  advmod\n", "")
    behind = behind.replace("  8  nmod", "  7  nmod").replace("11 det", "10 det").replace("8  case", "7  case")
    behind = behind.replace("9  punct", "8  punct").replace("9  nsubj", "8  nsubj")
    found = only(behind.format(head=8, label="obl"))
    assert (found.subject.label("en"), found.relation, found.source) == ("United States", "chairs", None)
    apart = only(LED.format(between="heute", head=9, label="obl"))
    assert apart.source is not None
    assert apart.source.label("en") == "Friedrich Merz"
