"""Mentions of states, organisations and groups, on trees built by hand."""

import pytest

from ontology.actor import Spelling
from tests.extractors.actors.noted import about, read
from tests.extractors.trees import tree

RAIN = "Dann _ ADV 2 advmod\nregnete _ VERB 0 root\n\n"


def came(name: str, label: str = "nsubj") -> str:
    """A sentence in which somebody came."""
    return f"{name} _ PROPN 2 {label}\nkam _ VERB 0 root\n\n"


# Names: places, demonyms -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("preposition", ["In", "im", "nach", "Bei", "nahe", "unweit"])
@pytest.mark.parametrize("label", ["case", "mark"])
def test_a_state_or_city_after_in_is_a_place(preposition: str, label: str) -> None:
    for name, kind in (("Polen", "name"), ("Moskau", "metonym")):
        text = f"{preposition} _ ADP 2 {label}\n{name} _ PROPN 3 obl\nregnete _ VERB 0 root"
        assert about(name, text)[0].startswith(f"{kind} {'Polen' if name == 'Polen' else 'Russland'} place 1.0, name")


@pytest.mark.parametrize(("preposition", "places"), [
    ("aus", True), ("über", True), ("um", True), ("mit", False), ("gegen", False), ("für", False),
])  # fmt: skip
def test_a_seat_after_aus_is_a_place_and_a_state_is_none(preposition: str, places: bool) -> None:
    text = f"{preposition} _ ADP 2 case\n{{name}} _ PROPN 3 obl\nsprach _ VERB 0 root"
    assert (" place " in about("Moskau", text.format(name="Moskau"))[0]) is places
    assert " place " not in about("Polen", text.format(name="Polen"))[0]


def test_a_preposition_further_off_must_be_its_own() -> None:
    text = """
        In        _  ADP    3  {label}
        ganz      _  ADV    3  advmod
        Polen     _  PROPN  4  obl
        regnete   _  VERB   0  root
    """
    assert about("Polen", text.format(label="case")) == ["name Polen place 1.0, name"]
    for label in ("advmod", "mark"):
        assert about("Polen", text.format(label=label)) == ["name Polen 1.0, name"]


@pytest.mark.parametrize(("label", "place"), [("nsubj", " place"), ("obj", ""), ("conj", " place"), ("obl", " place")])
def test_a_city_that_is_no_seat_speaks_for_nobody(label: str, place: str) -> None:
    text = f"{{name}} _ PROPN 2 {label}\nschwieg _ VERB 0 root"
    assert about("Lwiw", text.format(name="Lwiw")) == [f"metonym Ukraine{place} 1.0, name"]
    assert about("Kiew", text.format(name="Kiew")) == ["metonym Ukraine 1.0, name"]
    assert about("Kreml", text.format(name="Kreml")) == ["metonym Russland 1.0, name"]


def test_an_office_is_no_place() -> None:
    text = "Im _ ADP 2 case\n{name} _ PROPN 3 obl\nregnete _ VERB 0 root"
    assert about("Kreml", text.format(name="Kreml")) == ["metonym Russland place 1.0, name"]
    assert about("Kanzleramt", text.format(name="Kanzleramt")) == ["metonym Deutschland 1.0, name"]
    assert about("Nato", text.format(name="Nato")) == ["name Nato 1.0, name"]


def test_a_name_of_several_words_is_a_place_by_its_head() -> None:
    text = """
        Im        _  ADP    3  case
        Weißen    _  ADJ    3  amod
        Haus      _  PROPN  4  obl
        regnete   _  VERB   0  root
    """
    assert read(text) == ["Weißen Haus: metonym USA place 1.0, name"]


def demonym(before: str, word: str = "Serben", number: str = "Plur", after: str = "") -> str:
    """A sentence about the people of a state."""
    return f"{before}\n{word} _ NOUN 3 nsubj Number={number}\nkamen _ VERB 0 root\n{after}"


def test_the_people_of_a_state_are_the_state() -> None:
    assert about("Serben", demonym("Die _ DET 2 det")) == ["demonym Serbien 1.0, name"]
    assert about("Serben", demonym("Viele _ ADJ 2 amod")) == ["demonym Serbien 1.0, name"]
    assert about("Serben", demonym("Serbische _ ADJ 2 amod")) == ["demonym Serbien 1.0, name"]


@pytest.mark.parametrize(("label", "number"), [("amod", 0), ("advmod", 1), ("appos", 1), ("nmod", 1)])
def test_people_of_a_state_that_live_in_another_are_not_that_state(label: str, number: int) -> None:
    assert len(about("Serben", demonym(f"Bosnische _ ADJ 2 {label}"))) == number


@pytest.mark.parametrize(("number", "label", "found"), [
    ("Sing", "det", 0), ("Plur", "det", 1), ("Sing", "advmod", 1), ("Sing", "nmod", 1), ("Sing", "det:poss", 1),
])  # fmt: skip
def test_one_of_them_is_somebody(number: str, label: str, found: int) -> None:
    assert len(about("Serbe", demonym(f"Der _ DET 2 {label}", "Serbe", number))) == found


@pytest.mark.parametrize("name", ["Iran", "Moskau"])
def test_a_name_with_an_article_is_still_the_state(name: str) -> None:
    assert len(about(name, demonym("Der _ DET 2 det", name, "Sing"))) == 1


@pytest.mark.parametrize(("label", "found"), [("appos", 0), ("flat", 0), ("conj", 1), ("nmod", 1), ("amod", 1)])
def test_one_with_a_name_is_the_person(label: str, found: int) -> None:
    text = f"""
        Dort      _  ADV    4  advmod
        Serben    _  NOUN   4  nsubj  Number=Plur
        Vučić     _  PROPN  2  {label}  _  PER
        kam       _  VERB   0  root
    """
    assert len(about("Serben", text)) == found


def test_a_word_for_people_with_any_word_in_apposition() -> None:
    text = """
        Serben    _  NOUN   4  nsubj  Number=Plur
        ,         _  PUNCT  3  punct
        Bauern    _  NOUN   1  appos
        kamen     _  VERB   0  root
    """
    assert about("Serben", text) == ["demonym Serbien 1.0, name"]


# Organs ----------------------------------------------------------------------------------------------------------------


def organ(before: str, noun: str = "Armee", number: str = "Sing", after: str = "") -> str:
    """A sentence about an organ."""
    return f"{before}\n{noun} _ NOUN 3 nsubj Number={number}\nkam _ VERB 0 root\n{after}"


@pytest.mark.parametrize(("before", "noun", "number", "why"), [
    ("Polnische _ ADJ 2 amod", "Armee", "Sing", "armee"),
    ("Polens _ PROPN 2 nmod", "Regierung", "Sing", "regierung"),
    ("Polnische _ ADJ 2 amod", "Luftstreitkräfte", "Plur", "streitkräfte"),
    ("Polnischen _ ADJ 2 amod", "Soldaten", "Plur", "soldat"),
    ("Polnischen _ ADJ 2 amod", "Soldaten", "Sing", "soldat"),
    ("Polnisches _ ADJ 2 amod", "Verteidigungsministerium", "Sing", "ministerium"),
])  # fmt: skip
def test_an_organ_is_its_state(before: str, noun: str, number: str, why: str) -> None:
    assert about(noun, organ(before, noun, number)) == [f"organ Polen 0.9, {why} of Poland"]


def test_one_soldier_is_no_organ() -> None:
    assert about("Soldat", organ("Polnischer _ ADJ 2 amod", "Soldat")) == []
    assert about("Soldat", organ("Polnischer _ ADJ 2 amod", "Soldat", "Plur")) != []


def test_several_organs_are_of_several_states() -> None:
    text = """
        Indische        _  ADJ    4  amod
        und             _  CCONJ  3  cc
        pakistanische   _  ADJ    1  conj
        Soldaten        _  NOUN   5  nsubj  Number=Plur
        kamen           _  VERB   0  root
    """
    assert about("Soldaten", text) == ["organ Indien + Pakistan 0.9, soldat of India"]


def test_an_organ_is_of_no_person() -> None:
    text = """
        Die      _  DET    2  det
        Marine   _  NOUN   5  nsubj  Number=Sing
        ,        _  PUNCT  4  punct
        Macron   _  PROPN  2  {label}
        kam      _  VERB   0  root
    """
    for label in ("nmod", "appos"):
        assert about("Marine", text.format(label=label)) == []


def test_an_organ_of_an_organisation_is_the_organisation() -> None:
    assert about("Nato-Truppen", organ("Die _ DET 2 det", "Nato-Truppen", "Plur")) == ["organ Nato 0.9, truppe of NATO"]


@pytest.mark.parametrize(("under", "number"), [("unter", 0), ("für", 1)])
def test_leading_is_no_organ(under: str, number: int) -> None:
    text = f"""
        {under}      _  ADP  3  case
        polnischer   _  ADJ  3  amod
        {{noun}}     _  NOUN 4  obl  Number=Sing
        kamen        _  VERB 0  root
    """
    assert len(about("Führung", text.format(noun="Führung"))) == number
    assert len(about("Armee", text.format(noun="Armee"))) == 1


@pytest.mark.parametrize(("noun", "number"), [
    ("Regierung", 1), ("Regime", 1), ("Führung", 1), ("Armee", 1), ("Militär", 1), ("Regierungstruppen", 1),
    ("Regierungsdelegation", 1), ("Luftwaffe", 0), ("Parlament", 0),
])  # fmt: skip
def test_a_bare_organ_is_of_the_state_spoken_of(noun: str, number: int) -> None:
    assert len(about(noun, came("Polen") + organ("Die _ DET 2 det", noun))) == number
    assert len(about(noun, organ("Die _ DET 2 det", noun))) == 0


@pytest.mark.parametrize(
    ("preposition", "place", "label", "found"),
    [
        ("in", "Syrien", "obl", ["Syrien"]),
        ("in", "Nordsyrien", "obl", ["Syrien"]),
        ("in", "Syrien", "advcl", []),
        ("in", "Syrien", "parataxis", []),
        ("in", "Hof", "obl", []),
    ],
)
def test_troops_are_of_the_state_where_they_fight(preposition: str, place: str, label: str, found: list[str]) -> None:
    text = f"""
        {preposition}       _  ADP    2  case
        {place}             _  PROPN  3  {label}
        kämpften            _  VERB   0  root
        Regierungstruppen   _  NOUN   3  nsubj  Number=Plur
    """
    assert [said.split()[1] for said in about("Regierungstruppen", text)] == found


@pytest.mark.parametrize("word", ["europäische", "westliche", "arabischen"])
def test_governments_of_a_region_are_not_the_one_spoken_of(word: str) -> None:
    text = "Die _ DET 3 det\n{word} _ ADJ 3 amod\nRegierung _ NOUN 4 nsubj\nkam _ VERB 0 root"
    assert about("Regierung", came("Polen") + text.format(word=word)) == []
    assert len(about("Regierung", came("Polen") + text.format(word="neue"))) == 1


def test_the_government_named_last_is_remembered() -> None:
    text = organ("Kubas _ PROPN 2 nmod", "{noun}") + "\n" + RAIN * 4 + organ("Die _ DET 2 det", "Regierung")
    for noun in ("Regierung", "Regierungstruppen"):
        assert about("Regierung", text.format(noun=noun))[-1] == "organ Kuba 0.7, regierung spoken of before"
    assert about("Regierung", text.format(noun="Luftwaffe")) == []


def test_of_two_owners_the_surest_is_remembered() -> None:
    text = organ("Kubas _ PROPN 2 nmod", "US-Regierung") + "\n" + RAIN * 4 + organ("Die _ DET 2 det", "Führung")
    assert about("Führung", text) == ["organ USA 0.7, führung spoken of before"]


OF_LEADER = """
    Das        _  DET    2  det
    {noun}     _  NOUN   6  nsubj  Number=Sing
    von        _  ADP    4  case
    {title}    _  {pos}  2  {label}  Number=Sing
    {name}     _  PROPN  4  {under}  _  PER
    kam        _  VERB   0  root
"""


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2021-12-07", ""),
        ("2021-12-08", "organ Deutschland 0.9, regierung of Germany"),
        ("2026-01-01", "organ Deutschland 0.9, regierung of Germany"),
    ],
)
def test_a_government_is_of_the_state_of_its_leader(day: str, found: str) -> None:
    text = """
        Auch       _  ADV    3  advmod
        die        _  DET    3  det
        Regierung  _  NOUN   7  nsubj  Number=Sing
        von        _  ADP    5  case
        Kanzler    _  NOUN   3  nmod   Number=Sing
        {name}     _  PROPN  5  flat   _  PER
        kam        _  VERB   0  root
    """
    assert about("Regierung", text.format(name="Scholz"), day) == ([found] if found else [])


def test_a_government_is_of_the_state_of_its_leader_only_where_the_title_is_his() -> None:
    def found(noun: str = "Regierung", title: str = "Kanzler", label: str = "nmod", name: str = "Merz") -> list[str]:
        text = OF_LEADER.format(noun=noun, title=title, pos="NOUN", label=label, name=name, under="flat")
        return about(noun, text)

    assert found() == ["organ Deutschland 0.9, regierung of Germany"]
    assert found("Armee") == ["organ Deutschland 0.9, armee of Germany"]
    assert found("Luftwaffe") == []
    assert found(title="Freund") == []
    assert found(title="Emir") == []
    assert found(name="Lindmüller") == []
    for label in ("obl", "appos", "amod"):
        assert found(label=label) == []


def test_a_government_is_of_the_state_that_its_leader_rules() -> None:
    text = """
        Das        _  DET    2  det
        Regime     _  NOUN   5  nsubj  Number=Sing
        von        _  ADP    4  case
        {name}     _  PROPN  2  {label}  _  PER
        kam        _  VERB   0  root
    """
    assert about("Regime", text.format(name="Erdogan", label="nmod")) == ["organ Türkei 0.9, regime of Turkey"]
    assert about("Regime", text.format(name="Wadephul", label="nmod")) == []
    assert about("Regime", text.format(name="Lindmüller", label="nmod")) == []
    for label in ("obl", "appos", "amod"):
        assert about("Regime", text.format(name="Erdogan", label=label)) == []


@pytest.mark.parametrize(("label", "noun", "number"), [
    ("nmod", "Landes", 1), ("nmod", "Staates", 1), ("nmod", "Dorfes", 0), ("obl", "Landes", 0), ("appos", "Landes", 0), ("nmod", "Land", 1),
])  # fmt: skip
def test_the_army_of_the_land_is_of_the_state_that_the_land_means(label: str, noun: str, number: int) -> None:
    text = (
        came("Nordkorea")
        + f"""
        Die         _  DET    2  det
        Luftwaffe   _  NOUN   5  nsubj  Number=Sing
        des         _  DET    4  det
        {noun}      _  NOUN   2  {label}
        kam         _  VERB   0  root
    """
    )
    assert about("Luftwaffe", text) == ["organ Nordkorea 0.9, luftwaffe of North Korea"] * number


def test_the_army_of_a_land_that_means_nothing_is_no_organ() -> None:
    text = """
        Die         _  DET    2  det
        Luftwaffe   _  NOUN   5  nsubj  Number=Sing
        des         _  DET    4  det
        Landes      _  NOUN   2  nmod
        kam         _  VERB   0  root
    """
    assert about("Luftwaffe", text) == []


# Groups ----------------------------------------------------------------------------------------------------------------

NAMED = """
    Die         _  DET    2  det
    {noun}      _  NOUN   {root}  nsubj  Number=Sing
    {name}
    kam         _  VERB   0  root
"""


def named(noun: str, *name: str) -> list[str]:
    """The mentions of a group whose name stands behind its noun."""
    rows = "\n".join(f"{word.partition('/')[0]} _ {word.partition('/')[2] or 'PROPN'} 2 flat" for word in name)
    return read(NAMED.format(noun=noun, root=len(name) + 3, name=rows))


@pytest.mark.parametrize("noun", ["Gruppe", "Miliz", "Bataillon", "Front", "Rebellengruppe"])
def test_a_group_that_no_table_has_is_introduced_by_what_it_is(noun: str) -> None:
    assert named(noun, "Morgenrot") == [f"{noun} Morgenrot: name Morgenrot 0.85, named group"]


def test_a_name_of_a_group_is_of_capitalised_nouns_and_adjectives() -> None:
    assert named("Gruppe", "Erste/ADJ", "Küstendivision/NOUN") == [
        "Gruppe Erste Küstendivision: name Erste Küstendivision 0.85, named group"
    ]
    assert named("Gruppe", "Roter", "stern") == ["Gruppe Roter: name Roter 0.85, named group"]
    assert named("Gruppe", "Roter", "Heute/ADV") == ["Gruppe Roter: name Roter 0.85, named group"]
    assert named("Gruppe", "Heute/ADV", "Roter") == []
    assert named("Verein", "Morgenrot") == []


def test_a_name_of_a_group_may_end_the_text() -> None:
    assert read("Die _ DET 2 det\nGruppe _ NOUN 0 root\nMorgenrot _ PROPN 2 flat") == [
        "Gruppe Morgenrot: name Morgenrot 0.85, named group"
    ]
    assert read("Die _ DET 2 det\nGruppe _ NOUN 0 root") == []


def test_a_listed_name_behind_a_group_noun_is_another() -> None:
    assert [said for said in named("Gruppe", "Polen") if "named group" in said] == []


def test_a_named_group_has_the_whole_name_and_its_noun_as_head() -> None:
    doc = tree("Die _ DET 2 det\nMiliz _ NOUN 5 nsubj\nRote _ ADJ 4 amod\nHand _ NOUN 2 flat\nkam _ VERB 0 root")
    (mention,) = doc._.mentions
    (actor,) = mention.actors
    assert mention.token == 1
    assert (actor.id, actor.kind, actor.names, actor.known) == (
        "rote-hand",
        "Group",
        (Spelling("Miliz Rote Hand", "de"),),
        False,
    )


def test_the_words_of_a_groups_name_are_read_once() -> None:
    rows = "Rote _ ADJ 4 amod\nFührung _ NOUN 2 flat"
    text = came("Polen") + NAMED.format(noun="Gruppe", root=5, name=rows)
    assert read(text)[1:] == ["Gruppe Rote Führung: name Rote Führung 0.85, named group"]


def test_a_group_spoken_of_by_the_last_word_of_its_name() -> None:
    text = """
        {first}  _  ADJ   2  amod
        {name}   _  NOUN  3  nsubj
        kamen    _  VERB  0  root

        Die      _  DET   2  det
        {name}   _  NOUN  3  nsubj
        gingen   _  VERB  0  root
    """
    assert read(text.format(first="Prorussische", name="Separatisten")) == [
        "Prorussische Separatisten: name Prorussische Separatisten 1.0, name",
        "Separatisten: description Prorussische Separatisten 0.75, spoken of before",
    ]
    assert len(read(text.format(first="Münchner", name="Sicherheitskonferenz"))) == 1


UNITED = """
    Die         _  DET    6  det
    in          _  ADP    3  case
    {body}      _  PROPN  4  obl
    {word}      _  ADJ    6  {label}
    großen      _  ADJ    6  amod
    Länder      _  NOUN   7  nsubj  Number=Plur
    kamen       _  VERB   0  root
"""


def test_the_members_of_a_coalition_are_the_coalition() -> None:
    text = UNITED.format(body="Nato", word="vereinten", label="amod")
    assert about("Länder", text) == ["description Nato 0.9, members of it"]
    again = "\n" + "Alle _ DET 2 advmod\nLänder _ NOUN 3 nsubj\nkamen _ VERB 0 root"
    assert about("Länder", text + again)[-1] == "description Nato 0.75, spoken of before"
    for body, word, label in (("Polen", "vereinten", "amod"), ("Nato", "großen", "amod"), ("Nato", "vereinten", "acl")):
        assert about("Länder", UNITED.format(body=body, word=word, label=label)) == []


def test_the_head_of_a_group_is_the_group() -> None:
    text = """
        Die        _  DET    2  det
        {noun}     _  NOUN   4  nsubj  Number=Plur
        {owner}    _  PROPN  2  {label}
        kamen      _  VERB   0  root
    """
    assert about("Kämpfer", text.format(noun="Kämpfer", owner="Hamas", label="nmod")) == [
        "organ Hamas 0.9, of the group"
    ]
    assert about("Bauern", text.format(noun="Bauern", owner="Hamas", label="nmod")) == []
    assert about("Kämpfer", text.format(noun="Kämpfer", owner="Polens", label="nmod")) == []


LED = """
    Die         _  DET    6  det
    von         _  ADP    3  case
    {by}        _  {pos}  4  obl
    {led}       _  ADJ    6  {label}
    neue        _  ADJ    6  amod
    Koalition   _  NOUN   7  nsubj  Number=Sing
    kam         _  VERB   0  root
"""


@pytest.mark.parametrize(("by", "pos", "led", "found"), [
    ("Riad", "PROPN", "geführte", "name Saudisch geführte Militärkoalition 1.0, led coalition"),
    ("USA", "PROPN", "geführte", "name US-geführte Koalition 1.0, led coalition"),
    ("saudisch", "ADJ", "geführte", "name Saudisch geführte Militärkoalition 1.0, led coalition"),
    ("selbst", "ADV", "US-geführte", "name US-geführte Koalition 1.0, led coalition"),
    ("Riad", "PROPN", "US-geführte", "name US-geführte Koalition 1.0, led coalition"),
    ("Riad", "PROPN", "gelobte", ""),
    ("Warschau", "PROPN", "geführte", ""),
    ("selbst", "ADV", "geführte", ""),
])  # fmt: skip
def test_a_coalition_is_known_by_who_leads_it(by: str, pos: str, led: str, found: str) -> None:
    text = LED.format(by=by, pos=pos, led=led, label="amod")
    assert about("Koalition", text) == ([found] if found else [])


def test_a_coalition_is_led_by_an_attribute() -> None:
    for label in ("acl", "appos"):
        assert about("Koalition", LED.format(by="Riad", pos="PROPN", led="geführte", label=label)) == []


@pytest.mark.parametrize(("states", "noun", "found"), [
    (["Ukraine"], "Separatisten", "Prorussische Separatisten"),
    (["Jemen"], "Rebellen", "Huthi-Rebellen"),
    (["Syrien"], "Rebellen", "Syrische Opposition"),
    (["Polen"], "Rebellen", ""),
    (["Syrien", "Jemen", "Jemen"], "Rebellen", "Huthi-Rebellen"),
    (["Jemen", "Syrien", "Syrien"], "Rebellen", "Syrische Opposition"),
    (["Jemen"], "Kämpfer", ""),
])  # fmt: skip
def test_a_bare_noun_is_the_group_of_the_state_spoken_of_most(states: list[str], noun: str, found: str) -> None:
    text = "".join(came(state) for state in states) + f"Die _ DET 2 det\n{noun} _ NOUN 3 nsubj\nkamen _ VERB 0 root"
    expected = [f"description {found} 0.75, group of the conflict spoken of"] if found else []
    assert about(noun, text) == expected


def test_a_group_spoken_of_comes_before_the_group_of_the_state() -> None:
    text = came("Jemen") + came("Hamas") + "Die _ DET 2 det\nRebellen _ NOUN 3 nsubj\nkamen _ VERB 0 root"
    assert about("Rebellen", text) == ["description Hamas 0.75, group of the conflict spoken of"]


# Compounds -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("word", "found"), [
    ("US-Luftangriff", "compound USA 1.0, compound"),
    ("EU-Gipfel", "compound Europäische Union 1.0, compound"),
    ("Kreml-Besuch", "compound Russland 1.0, compound"),
    ("Luft-Angriff", ""),
    ("Besuch", ""),
])  # fmt: skip
def test_the_actor_before_a_hyphen(word: str, found: str) -> None:
    text = f"Der _ DET 2 det\n{word} _ NOUN 3 nsubj Number=Sing\nkam _ VERB 0 root"
    assert about(word, text) == ([found] if found else [])


def test_a_person_before_a_hyphen_was_introduced() -> None:
    text = "Der _ DET 2 det\n{word} _ NOUN 3 nsubj Number=Sing\nkam _ VERB 0 root"
    assert about("Macron-Besuch", came("Macron") + text.format(word="Macron-Besuch")) == [
        "compound Emmanuel Macron 1.0, compound"
    ]
    assert about("Macron-Besuch", text.format(word="Macron-Besuch")) == []


def test_a_compound_is_no_owner_of_what_follows() -> None:
    text = (
        came("Polen")
        + """
        Der          _  DET  2  det
        Kuba-Besuch  _  NOUN 3  nsubj
        kam          _  VERB 0  root

        Das          _  DET  2  det
        Land         _  NOUN 3  nsubj
        kam          _  VERB 0  root
    """
    )
    assert about("Land", text) == ["description Polen 0.8, last state"]
