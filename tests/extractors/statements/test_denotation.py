"""What phrases denote, on trees built by hand."""

import pytest
from spacy.tokens import Doc

from extractors.lexicon import Slot
from extractors.statements.denotation import Argument
from tests.extractors.trees import finder, tree

SUBJ, OWNER, TERRITORY = Slot("subj"), Slot("obj", owner=True), Slot("obj", territory=True)
FINITE = "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"


def told(found: list[Argument]) -> list[str]:
    """Actors with how sure they are: `Russia 0.9`."""
    return [f"{argument.actor.label('en')} {argument.confidence:.5g}" for argument in found]


def denoted(doc: Doc, form: str, slot: Slot = SUBJ) -> list[str]:
    return told(finder(doc).denoted(next(token for token in doc if token.text == form), slot))


def owners(doc: Doc, form: str, slot: Slot = SUBJ) -> list[str]:
    return told(finder(doc).owners(next(token for token in doc if token.text == form), slot))


# Phrases -------------------------------------------------------------------------------------------------------------------


def test_an_argument_knows_where_it_stands() -> None:
    doc = tree(f"""
        Gestern   _     ADV   2  advmod
        lobte     loben VERB  0  root   {FINITE}
        Emmanuel  _     PROPN 2  nsubj  _  PER
        Macron    _     PROPN 3  flat   _  I
        Polen     _     PROPN 2  obj    _  LOC
    """)
    (argument,) = finder(doc).denoted(doc[2], SUBJ)
    assert (argument.actor.label("en"), argument.begin, argument.end, argument.token) == ("Emmanuel Macron", 14, 29, 2)
    assert (argument.confidence, argument.slot, argument.territory) == (1.0, "subj", False)
    assert [a.territory for a in finder(doc).denoted(doc[4], TERRITORY)] == [True]
    assert Argument(argument.actor, 0, 1, 0, 1.0, "subj").territory is False


def test_conjuncts_are_denoted_too() -> None:
    doc = tree(f"""
        Macron   _     PROPN 6  nsubj  _  PER
        ,        _     PUNCT 3  punct
        Polen    _     PROPN 1  conj   _  LOC
        und      _     CCONJ 5  cc
        Merz     _     PROPN 3  conj   _  PER
        lobten   loben VERB  0  root   {FINITE}
    """)
    assert denoted(doc, "Macron") == ["Emmanuel Macron 1", "Poland 1", "Friedrich Merz 1"]
    assert denoted(doc, "Macron", Slot("subj", kinds="P")) == ["Emmanuel Macron 1", "Friedrich Merz 1"]
    assert denoted(doc, "Macron", Slot("subj", kinds="SO")) == ["Poland 1"]


@pytest.mark.parametrize("label", ["appos", "flat"])
def test_further_names_of_one_title_are_denoted(label: str) -> None:
    doc = tree(f"""
        Merz         _         PROPN 2  nsubj  _  PER
        traf         treffen   VERB  0  root   {FINITE}
        die          der       DET   4  det
        Präsidenten  Präsident NOUN  2  obj    Number=Plur
        Macron       _         PROPN 4  {label}  _  PER
        und          _         CCONJ 7  cc
        Selenskyj    _         PROPN 5  conj   _  PER
    """)
    assert denoted(doc, "Präsidenten") == ["Emmanuel Macron 1", "Volodymyr Zelenskyy 1"]


def test_a_name_beside_a_name_shares_no_title() -> None:
    doc = tree(f"""
        Merz         _         PROPN 2  nsubj  _  PER
        traf         treffen   VERB  0  root   {FINITE}
        Putin        _         PROPN 2  obj    _  PER
        Macron       _         PROPN 3  appos  _  PER
        und          _         CCONJ 6  cc
        Selenskyj    _         PROPN 4  conj   _  PER
    """)
    assert denoted(doc, "Putin") == ["Vladimir Putin 1"]


def test_a_description_is_as_sure_as_its_mention() -> None:
    doc = tree(f"""
        russische  russisch ADJ   2  amod
        Truppen    Truppe   NOUN  3  nsubj  Number=Plur
        flohen     fliehen  VERB  0  root   {FINITE}
    """)
    assert denoted(doc, "Truppen") == ["Russia 0.9"]


@pytest.mark.parametrize(("slot", "found"), [(SUBJ, []), (TERRITORY, ["Ukraine 1"])])
def test_a_city_where_something_is_stands_for_its_state_as_territory(slot: Slot, found: list[str]) -> None:
    doc = tree(f"""
        Merz    _       PROPN 2  nsubj  _  PER
        landete landen  VERB  0  root   {FINITE}
        in      _       ADP   4  case
        Lwiw    _       PROPN 2  obl    _  LOC
    """)
    assert denoted(doc, "Lwiw", slot) == found


def test_a_state_where_something_is_is_itself() -> None:
    doc = tree(f"""
        Merz       _       PROPN 2  nsubj  _  PER
        landete    landen  VERB  0  root   {FINITE}
        in         _       ADP   4  case
        Frankreich _       PROPN 2  obl    _  LOC
    """)
    assert denoted(doc, "Frankreich") == ["France 1"]


def test_a_relative_pronoun_is_its_antecedent_less_surely() -> None:
    doc = tree(f"""
        Russland  _         PROPN 0  root  _  LOC
        ,         _         PUNCT 5  punct
        das       der       PRON  5  nsubj
        Polen     _         PROPN 5  obj   _  LOC
        angriff   angreifen VERB  1  acl   {FINITE}
    """)
    assert denoted(doc, "das") == ["Russia 0.9"]


def test_a_pronoun_outside_a_relative_clause_is_nobody() -> None:
    doc = tree(f"""
        das       der       PRON  3  nsubj
        Polen     _         PROPN 3  obj   _  LOC
        angriff   angreifen VERB  0  root   {FINITE}
    """)
    assert denoted(doc, "das", OWNER) == []


@pytest.mark.parametrize("label", ["appos", "flat"])
def test_a_noun_is_the_name_beside_it(label: str) -> None:
    doc = tree(f"""
        Die        der   DET   2  det
        Großmacht  _     NOUN  4  nsubj
        Russland   _     PROPN 2  {label}  _  LOC
        wuchs      wachsen VERB 0  root   {FINITE}
    """)
    (argument,) = finder(doc).denoted(doc[1], SUBJ)
    assert (argument.actor.label("en"), argument.begin, argument.end, argument.token) == ("Russia", 14, 22, 1)


def test_a_noun_beside_a_word_of_no_actor_is_nobody() -> None:
    doc = tree(f"""
        Die        der   DET   2  det
        Großmacht  _     NOUN  4  nsubj
        Foo        _     PROPN 2  appos
        wuchs      wachsen VERB 0  root   {FINITE}
    """)
    assert denoted(doc, "Großmacht", OWNER) == []


def plans(pos: str = "NOUN", form: str = "Pläne") -> Doc:
    return tree(f"""
        Die      der     DET   2  det
        {form}   Plan    {pos} 4  nsubj  Number=Plur
        Moskaus  Moskau  PROPN 2  nmod   _  LOC
        wuchsen  wachsen VERB  0  root   {FINITE}
    """)


def test_a_thing_is_its_owner_where_the_slot_says_so() -> None:
    assert denoted(plans(), "Pläne", OWNER) == ["Russia 0.85"]
    assert denoted(plans(), "Pläne") == []
    assert denoted(plans("PROPN"), "Pläne", OWNER) == []


def test_an_actor_is_not_its_owner() -> None:
    doc = tree(f"""
        Die        der   DET   2  det
        Regierung  _     NOUN  4  nsubj
        Polens     Polen PROPN 2  nmod   _  LOC
        wuchs      wachsen VERB 0  root   {FINITE}
    """)
    assert denoted(doc, "Regierung", OWNER) == ["Poland 0.9"]


def test_an_argument_by_its_owner_stands_at_the_thing() -> None:
    (argument,) = finder(doc := plans()).denoted(doc[1], OWNER)
    assert (argument.token, argument.begin, argument.end, argument.slot) == (1, 10, 17, "obj")


# Owners ------------------------------------------------------------------------------------------------------------------


def test_the_genitive_owns() -> None:
    assert owners(plans(), "Pläne") == ["Russia 0.85"]
    assert told(finder(doc := plans()).owners(doc[1], SUBJ, 1.0)) == ["Russia 1"]


@pytest.mark.parametrize(("name", "found"), [("Moskau", []), ("Moskaus", ["Russia 0.85"])])
def test_an_apposition_is_a_genitive_by_its_ending(name: str, found: list[str]) -> None:
    doc = tree(f"""
        Pläne    Plan    NOUN  0  root  Number=Plur
        {name}   Moskau  PROPN 1  appos _  LOC
    """)
    assert owners(doc, "Pläne") == found


@pytest.mark.parametrize(
    ("preposition", "found"),
    [("von", ["Russia 0.85"]), ("durch", ["Russia 0.85"]), ("gegen", []), ("für", [])],
)
def test_a_phrase_with_von_or_durch_owns(preposition: str, found: list[str]) -> None:
    doc = tree(f"""
        Pläne      Plan NOUN  0  root  Number=Plur
        {preposition} _ ADP   3  case
        Russland   _    PROPN 1  nmod  _  LOC
    """)
    assert owners(doc, "Pläne") == found


def test_an_adjective_owns_with_its_conjuncts() -> None:
    doc = tree("""
        russische    russisch   ADJ   4  amod
        und          _          CCONJ 3  cc
        chinesische  chinesisch ADJ   1  conj
        Pläne        Plan       NOUN  0  root  Number=Plur
    """)
    assert owners(doc, "Pläne") == ["Russia 0.85", "China 0.85"]


def test_the_first_part_of_a_compound_owns() -> None:
    doc = tree("US-Angriffe US-Angriff NOUN 0 root Number=Plur")
    assert owners(doc, "US-Angriffe") == ["United States 0.85"]


@pytest.mark.parametrize("label", ["det:poss", "det"])
def test_a_possessive_owns(label: str) -> None:
    doc = tree(f"""
        Putin   _     PROPN 2  nsubj     _  PER
        lobte   loben VERB  0  root      {FINITE}
        seine   sein  DET   4  {label}  Poss=Yes
        Pläne   Plan  NOUN  2  obj       Number=Plur
    """)
    assert owners(doc, "Pläne") == ["Vladimir Putin 0.68"]


def test_an_article_owns_nothing() -> None:
    doc = tree("""
        die    der  DET  2 det
        Pläne  Plan NOUN 0 root
    """)
    assert owners(doc, "Pläne") == []


def test_a_relative_pronoun_owns() -> None:
    doc = tree(f"""
        Russland  _       PROPN 0  root  _  LOC
        ,         _       PUNCT 5  punct
        deren     der     PRON  4  nmod
        Pläne     Plan    NOUN  5  nsubj
        wuchsen   wachsen VERB  1  acl   {FINITE}
    """)
    # By the genitive: the pronoun is a mention of its own or stands for what is before it.
    assert owners(doc, "Pläne") == ["Russia 0.765"]
    assert told(finder(doc).of_noun(doc[3], Slot("poss"))) == ["Russia 0.9"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        # The genitive before the adjective, von before the adjective, the adjective before durch.
        (("russische russisch ADJ 2 amod", "Pläne Plan NOUN 0 root", "Polens Polen PROPN 2 nmod _ LOC"), "Poland"),
        (
            ("russische russisch ADJ 2 amod", "Pläne Plan NOUN 0 root", "von _ ADP 4 case", "Polen _ PROPN 2 nmod _ LOC"),
            "Poland",
        ),
        (
            ("russische russisch ADJ 2 amod", "Pläne Plan NOUN 0 root", "durch _ ADP 4 case", "Polen _ PROPN 2 nmod _ LOC"),
            "Russia",
        ),
        (("russische russisch ADJ 2 amod", "US-Pläne US-Plan NOUN 0 root"), "Russia"),
        (("US-Pläne US-Plan NOUN 0 root", "durch _ ADP 3 case", "Polen _ PROPN 1 nmod _ LOC"), "United States"),
    ],
)  # fmt: skip
def test_the_surest_way_to_name_an_owner_wins(rows: tuple[str, ...], found: str) -> None:
    doc = tree("\n".join(rows))
    noun = next(token for token in doc if token.head.i == token.i)
    assert told(finder(doc).owners(noun, SUBJ)) == [f"{found} 0.85"]


def test_the_owner_of_a_doer_counts() -> None:
    doc = tree("""
        Absetzung   _         NOUN  0  root
        durch       _         ADP   4  case
        das         der       DET   4  det
        Gericht     _         NOUN  1  nmod
        Venezuelas  Venezuela PROPN 4  nmod  _  LOC
    """)
    assert owners(doc, "Absetzung") == ["Venezuela 0.7225"]


def test_the_owner_of_another_attribute_does_not_count() -> None:
    doc = tree("""
        Absetzung   _         NOUN  0  root
        von         _         ADP   4  case
        dem         der       DET   4  det
        Gericht     _         NOUN  1  nmod
        Venezuelas  Venezuela PROPN 4  nmod  _  LOC
    """)
    assert owners(doc, "Absetzung") == []


@pytest.mark.parametrize(("label", "found"), [("obl:agent", ["European Commission 0.85"]), ("obl", [])])
def test_who_has_made_it_owns_it(label: str, found: list[str]) -> None:
    doc = tree(f"""
        der          der       DET   6  det
        von          _         ADP   4  case
        der          der       DET   4  det
        EU-Kommission _        PROPN 5  {label}  _  ORG
        vorgelegte   vorlegen  ADJ   6  amod
        Plan         _         NOUN  0  root
    """)
    assert owners(doc, "Plan") == found


@pytest.mark.parametrize(("noun", "found"), [("Vorwürfe", ["Ukraine 0.85"]), ("Soldaten", [])])
def test_what_is_said_from_a_seat_of_government_is_its_word(noun: str, found: list[str]) -> None:
    doc = tree(f"""
        {noun}  _  NOUN  0  root  Number=Plur
        aus     _  ADP   3  case
        Kiew    _  PROPN 1  nmod  _  LOC
    """)
    assert owners(doc, noun) == found


def test_an_adjective_owns_before_the_seat_where_it_is_said() -> None:
    doc = tree("""
        russische  russisch ADJ 2 amod
        Vorwürfe   Vorwurf  NOUN  0  root  Number=Plur
        aus        _        ADP   4  case
        Kiew       _        PROPN 2  nmod  _  LOC
    """)
    assert owners(doc, "Vorwürfe") == ["Russia 0.85"]


# Owners of territory -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("preposition", "noun", "found"),
    [
        ("im", "Norden", ["Yemen 0.7225"]),
        ("im", "Haus", []),
        ("am", "Norden", []),
        ("über", "Norden", []),
        ("vor", "Lager", ["Yemen 0.7225"]),
        ("von", "Lager", ["Yemen 0.7225"]),
        ("bei", "Lager", []),
        ("", "Lager", ["Yemen 0.7225"]),
    ],
)
@pytest.mark.parametrize("label", ["nmod", "appos"])
def test_territory_belongs_to_the_owner_of_what_it_is_part_of(
    preposition: str, noun: str, found: list[str], label: str
) -> None:
    case = f"{preposition} _ ADP 3 case" if preposition else "des der DET 3 det"
    doc = tree(f"""
        Stützpunkt _       NOUN  0  root
        {case}
        {noun}     _       NOUN  1  {label}
        Jemens     Jemen   PROPN 3  nmod  _  LOC
    """)
    assert owners(doc, "Stützpunkt", TERRITORY) == found
    assert owners(doc, "Stützpunkt") == []


def test_territory_is_followed_two_phrases_deep() -> None:
    rows = ["Lager _ NOUN 0 root"]
    rows += [f"Lager{i} _ NOUN {i} nmod" for i in range(1, 4)]
    deep = tree("\n".join([*rows[:3], "Jemens Jemen PROPN 3 nmod _ LOC"]))
    assert told(finder(deep).owners(deep[0], TERRITORY)) == ["Yemen 0.61412"]
    deeper = tree("\n".join([*rows, "Jemens Jemen PROPN 4 nmod _ LOC"]))
    assert told(finder(deeper).owners(deeper[0], TERRITORY)) == []


def test_an_actor_within_territory_is_not_its_part() -> None:
    doc = tree("""
        Lager      _       NOUN  0  root
        vor        _       ADP   4  case
        der        der     DET   4  det
        Regierung  _       NOUN  1  nmod
        Jemens     Jemen   PROPN 4  nmod  _  LOC
    """)
    assert owners(doc, "Lager", TERRITORY) == []


def test_the_state_where_an_own_thing_lies_counts_as_territory() -> None:
    doc = tree("""
        Vororte  Vorort NOUN  0  root
        von      _      ADP   3  case
        Lwiw     _      PROPN 1  nmod  _  LOC
    """)
    assert owners(doc, "Vororte", TERRITORY) == ["Ukraine 0.85"]


# Slots of a noun ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["nmod", "obl", "obl:agent", "obl:arg", "appos"])
@pytest.mark.parametrize(("preposition", "found"), [("mit", ["Poland 1"]), ("ohne", [])])
def test_a_phrase_fills_the_slot_of_its_preposition(label: str, preposition: str, found: list[str]) -> None:
    doc = tree(f"""
        Gespräche      Gespräch NOUN  0  root
        {preposition}  _        ADP   3  case
        Polen          _        PROPN 1  {label}  _  LOC
    """)
    assert told(finder(doc).of_noun(doc[0], Slot("mit"))) == found


def test_a_second_phrase_may_hang_on_the_genitive() -> None:
    doc = tree("""
        Unterstützung _           NOUN  0  root
        Deutschlands  Deutschland PROPN 1  nmod  _  LOC
        für           _           ADP   5  case
        die           der         DET   5  det
        Ukraine       _           PROPN 2  nmod  _  LOC
    """)
    assert told(finder(doc).of_noun(doc[0], Slot("für"))) == ["Ukraine 1"]


def stray(
    noun_label: str = "obj",
    label: str = "obl",
    preposition: str = "mit",
    first: bool = False,
) -> Doc:
    verb, name = (4, 2) if first else (1, 4)
    phrase = [f"{preposition} _ ADP {name} case", f"Polen _ PROPN {verb} {label} _ LOC"]
    clause = [f"führten führen VERB 0 root {FINITE}", f"Gespräche Gespräch NOUN {verb} {noun_label}"]
    return tree("\n".join([*phrase, ", _ PUNCT 4 punct", *clause] if first else [*clause, *phrase]))


@pytest.mark.parametrize("noun_label", ["obj", "nsubj", "nsubj:pass", "obl"])
@pytest.mark.parametrize("label", ["obl", "obl:arg", "nmod"])
def test_a_phrase_hung_on_the_verb_belongs_to_the_noun_before_it(noun_label: str, label: str) -> None:
    doc = stray(noun_label, label)
    assert told(finder(doc).of_noun(doc[1], Slot("mit"))) == ["Poland 0.9"]


@pytest.mark.parametrize(
    ("noun_label", "label", "preposition"),
    [("xcomp", "obl", "mit"), ("obj", "advcl", "mit"), ("obj", "obl", "für"), ("obj", "obl", "von")],
)
def test_another_phrase_of_the_verb_is_not_the_noun_s(noun_label: str, label: str, preposition: str) -> None:
    doc = stray(noun_label, label, preposition)
    assert told(finder(doc).of_noun(doc[1], Slot("mit"))) == []


def test_a_phrase_before_the_noun_is_the_verb_s_but_for_zwischen() -> None:
    doc = stray("nsubj", "obl", "mit", first=True)
    assert told(finder(doc).of_noun(doc[4], Slot("mit"))) == []
    doc = stray("nsubj", "obl", "zwischen", first=True)
    assert told(finder(doc).of_noun(doc[4], Slot("zwischen"))) == ["Poland 0.9"]


def test_where_something_is_done_from_is_no_origin_of_the_noun() -> None:
    doc = stray("obl", "obl", "aus")
    assert told(finder(doc).of_noun(doc[1], Slot("aus", territory=True))) == []


def test_a_slot_takes_actors_of_its_kinds() -> None:
    doc = stray()
    assert told(finder(doc).of_noun(doc[1], Slot("mit", kinds="P"))) == []
    assert told(finder(doc).of_noun(doc[1], Slot("mit", kinds="PS"))) == ["Poland 0.9"]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("", "von _ ADP 8 case\nPolen _ PROPN 6 nmod _ LOC", "Poland"),
        ("", "Polens Polen PROPN 6 nmod _ LOC", "Poland"),
        ("russische russisch ADJ 6 amod", "", "European Commission"),
    ],
)
def test_who_has_made_it_comes_after_von_and_before_adjectives(before: str, after: str, found: str) -> None:
    doc = tree(f"""
        von          _         ADP   2  case
        EU-Kommission _        PROPN 3  obl:agent  _  ORG
        vorgelegte   vorlegen  ADJ   6  amod
        {before or "neue neu ADJ 6 amod"}
        gute         gut       ADJ   6  amod
        Plan         _         NOUN  0  root
        {after}
    """)
    assert owners(doc, "Plan") == [f"{found} 0.85"]


@pytest.mark.parametrize("preposition", ["an", "zu"])
def test_a_phrase_of_any_preposition_but_of_origin_may_be_hung_on_the_verb(preposition: str) -> None:
    doc = stray("obj", "obl", preposition)
    assert told(finder(doc).of_noun(doc[1], Slot(preposition))) == ["Poland 0.9"]


def test_a_mark_that_a_parser_takes_for_a_name_is_no_other_actor() -> None:
    doc = tree("""
        Polen  _       PROPN  3  nsubj  _  LOC
        –      _       PUNCT  1  appos
        warnt  warnen  VERB   0  root   VerbForm=Fin
    """)
    assert [a.actor.label("en") for a in finder(doc).denoted(doc[0], Slot("subj"))] == ["Poland"]
