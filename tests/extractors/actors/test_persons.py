"""Mentions of persons, on trees built by hand: titles with and without names, offices at a date, names without titles."""

import pytest

from tests.extractors.actors.noted import about, read
from tests.extractors.trees import tree

# Offices ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2017-05-13", ["Präsident: office François Hollande for Frankreich 0.9, Präsident of France"]),
        ("2017-05-14", ["Präsident: office Emmanuel Macron for Frankreich 0.9, Präsident of France"]),
        ("never", []),
    ],
)
def test_an_office_is_who_holds_it_on_the_day(day: str, found: list[str]) -> None:
    text = """
        Frankreichs  _  PROPN  2  nmod
        Präsident    _  NOUN   3  nsubj
        schwieg      _  VERB   0  root
    """
    assert read(text, day) == ["Frankreichs: name Frankreich 1.0, name", *found]


def test_an_office_names_its_state_itself() -> None:
    text = """
        Der              _  DET   2  det
        US-Außenminister _  NOUN  3  nsubj
        schwieg          _  VERB  0  root
    """
    assert read(text, "2017-01-19") == [
        "US-Außenminister: office John Kerry for USA 0.9, Außenminister of United States"
    ]
    assert read(text, "2025-09-04") == [
        "US-Außenminister: office Marco Rubio for USA 0.9, Außenminister of United States"
    ]


def test_the_state_in_the_title_comes_before_the_state_beside_it() -> None:
    text = """
        Der          _  DET    3  det
        ukrainische  _  ADJ    3  amod
        Kremlchef    _  NOUN   4  nsubj
        schwieg      _  VERB   0  root
    """
    assert about("Kremlchef", text) == ["office Wladimir Putin for Russland 0.9, Kremlchef of Russia"]


@pytest.mark.parametrize("word", ["frühere", "damalige", "designierte"])
def test_a_former_office_is_nobody(word: str) -> None:
    text = f"""
        Der          _  DET   4  det
        {word}       _  ADJ   4  amod
        französische _  ADJ   4  amod
        Präsident    _  NOUN  5  nsubj
        schwieg      _  VERB  0  root
    """
    assert about("Präsident", text) == []


def test_a_former_office_by_its_prefix_is_nobody() -> None:
    text = """
        Frankreichs  _  PROPN  2  nmod
        Ex-Präsident _  NOUN   3  nsubj
        schwieg      _  VERB   0  root
    """
    assert about("Präsident", text) == []


@pytest.mark.parametrize("article", ["Ein", "Eine", "Einem"])
def test_an_indefinite_office_is_not_its_holder(article: str) -> None:
    text = f"""
        {article}    _  DET   3  det
        französischer _  ADJ   3  amod
        Präsident    _  NOUN  4  nsubj
        schwieg      _  VERB  0  root
    """
    assert about("Präsident", text) == []


@pytest.mark.parametrize(("label", "found"), [("det", []), ("nummod", ["office"])])
def test_only_an_article_makes_an_office_indefinite(label: str, found: list[str]) -> None:
    text = f"""
        einen       _  DET   3  {label}
        deutschen   _  ADJ   3  amod
        Kanzler     _  NOUN  4  obj
        wählte      _  VERB  0  root
    """
    assert [said.split()[0] for said in about("Kanzler", text)] == found


def test_an_indefinite_speaker_speaks_for_the_state() -> None:
    text = """
        Ein           _  DET   3  det
        französischer _  ADJ   3  amod
        Diplomat      _  NOUN  4  nsubj
        schwieg       _  VERB  0  root
    """
    assert about("Diplomat", text) == ["organ Frankreich 0.81, speaks for its state"]


def test_an_office_whose_holder_is_unknown_speaks_only_as_an_office_that_does() -> None:
    text = """
        Frankreichs       _  PROPN  2  nmod
        {title}           _  NOUN   3  nsubj
        schwieg           _  VERB   0  root
    """
    assert about("Sprecher", text.format(title="Sprecher")) == ["organ Frankreich 0.81, speaks for its state"]
    assert about("Kronprinz", text.format(title="Kronprinz")) == []


def test_a_role_is_no_office_that_somebody_holds() -> None:
    text = """
        Frankreichs  _  PROPN  2  nmod
        Politiker    _  NOUN   3  nsubj  {number}
        schwieg      _  VERB   0  root
    """
    assert about("Politiker", text.format(number="Number=Sing")) == ["organ Frankreich 0.81, speaks for its state"]


def test_several_of_one_state_are_no_holder() -> None:
    text = """
        Die          _  DET   3  det
        deutschen    _  ADJ   3  amod
        Kanzler      _  NOUN  4  nsubj  Number={number}
        schwiegen    _  VERB  0  root
    """
    assert about("Kanzler", text.format(number="Plur")) == ["organ Deutschland 0.81, speaks for its state"]
    assert about("Kanzler", text.format(number="Sing")) == [
        "office Friedrich Merz for Deutschland 0.9, Kanzler of Germany"
    ]


def test_ministers_of_several_states_speak_for_them_where_no_date_tells_who_they_are() -> None:
    text = """
        Die            _  DET    2  det
        Außenminister  _  NOUN   7  nsubj  Number=Plur
        des            _  DET    4  det
        Irans          _  PROPN  2  nmod
        und            _  CCONJ  6  cc
        Ägyptens       _  PROPN  4  conj
        schwiegen      _  VERB   0  root
    """
    assert about("Außenminister", text, "never") == ["organ Iran + Ägypten 0.81, speaks for its state"]


def test_ministers_of_several_states_each_represent_their_own() -> None:
    text = """
        Die            _  DET    2  det
        Außenminister  _  NOUN   7  nsubj  Number=Plur
        des            _  DET    4  det
        Irans          _  PROPN  2  nmod
        und            _  CCONJ  6  cc
        Ägyptens       _  PROPN  4  conj
        schwiegen      _  VERB   0  root
    """
    assert sorted(about("Außenminister", text)) == [
        "office Abbas Araghtschi + Badr Abdel Atti 0.9, Außenminister of Iran",
        "office Abbas Araghtschi for Iran 0.9",
        "office Badr Abdel Atti for Ägypten 0.9",
    ]


def test_an_office_introduces_its_holder() -> None:
    text = """
        Irans          _  PROPN  2  nmod
        Außenminister  _  NOUN   3  nsubj  Number=Sing
        kam            _  VERB   0  root

        Araghtschi     _  X      2  nsubj
        schwieg        _  VERB   0  root

        Der            _  DET    2  det
        Minister       _  NOUN   3  nsubj  Number=Sing
        ging           _  VERB   0  root
    """
    assert read(text) == [
        "Irans: name Iran 1.0, name",
        "Außenminister: office Abbas Araghtschi for Iran 0.9, Außenminister of Iran",
        "Minister: description Abbas Araghtschi 0.8, introduced before",
    ]
    assert read(text.replace(" X ", " PROPN "))[2:3] == ["Araghtschi: name Abbas Araghtschi 1.0, name"]


# Ambassadors -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("Rumänien", "organ"),
        ("Deutschland", "office"),
        ("Russland", "office"),
        ("Nato", "office"),
        ("Niemand", "office"),
    ],
)
def test_a_listed_ambassador_is_in_berlin(host: str, kind: str) -> None:
    text = f"""
        {host}       _  PROPN  2  nsubj
        bestellte    _  VERB   0  root
        den          _  DET    5  det
        russischen   _  ADJ    5  amod
        Botschafter  _  NOUN   2  obj  Number=Sing
        ein          _  ADP    2  compound:prt
    """
    told = {
        "organ": ["organ Russland 0.81, speaks for its state"],
        "office": ["office Sergej Netschajew for Russland 0.9, Botschafter of Russia"],
    }
    assert about("Botschafter", text) == told[kind]


@pytest.mark.parametrize(("adjective", "kind"), [("rumänische", "organ"), ("deutsche", "office")])
def test_an_adjective_tells_of_another_host_too(adjective: str, kind: str) -> None:
    text = f"""
        Die          _  DET    3  det
        {adjective}  _  ADJ    3  amod
        Regierung    _  NOUN   4  nsubj  Number=Sing
        rügte        _  VERB   0  root
        den          _  DET    7  det
        russischen   _  ADJ    7  amod
        Botschafter  _  NOUN   4  obj  Number=Sing
    """
    assert about("Botschafter", text)[0].split()[0] == kind


def test_another_state_tells_nothing_of_other_offices() -> None:
    text = """
        Rumänien       _  PROPN  2  nsubj
        rügte          _  VERB   0  root
        den            _  DET    5  det
        russischen     _  ADJ    5  amod
        Außenminister  _  NOUN   2  obj  Number=Sing
    """
    assert about("Außenminister", text) == ["office Sergej Lawrow for Russland 0.9, Außenminister of Russia"]


# Titles with names -----------------------------------------------------------------------------------------------------


def test_a_title_and_its_name_are_one_mention() -> None:
    text = """
        Präsident  _  NOUN   4  nsubj  Number=Sing
        Emmanuel   _  PROPN  1  flat   _  PER
        Macron     _  PROPN  2  flat   _  I
        schwieg    _  VERB   0  root
    """
    assert read(text) == [
        "Präsident Emmanuel Macron: name Emmanuel Macron for Frankreich 1.0, Präsident Emmanuel Macron"
    ]


@pytest.mark.parametrize("word", ["ehemalige", "einstige"])
def test_who_was_something_represents_nobody(word: str) -> None:
    text = f"""
        Der        _  DET    3  det
        {word}     _  ADJ    3  amod
        Präsident  _  NOUN   6  nsubj  Number=Sing
        Emmanuel   _  PROPN  3  flat   _  PER
        Macron     _  PROPN  4  flat   _  I
        schwieg    _  VERB   0  root
    """
    assert read(text) == ["Präsident Emmanuel Macron: name Emmanuel Macron 1.0, Präsident Emmanuel Macron"]


def test_the_state_named_comes_before_the_state_of_the_tables() -> None:
    text = """
        Der          _  DET    3  det
        polnische    _  ADJ    3  amod
        Präsident    _  NOUN   6  nsubj  Number=Sing
        Emmanuel     _  PROPN  3  flat   _  PER
        Macron       _  PROPN  4  flat   _  I
        schwieg      _  VERB   0  root
    """
    assert read(text)[1] == ("Präsident Emmanuel Macron: name Emmanuel Macron for Polen 1.0, Präsident Emmanuel Macron")


def test_a_role_represents_nobody() -> None:
    text = """
        Der        _  DET    3  det
        deutsche   _  ADJ    3  amod
        Politiker  _  NOUN   6  nsubj  Number=Sing
        Uwe        _  PROPN  3  flat   _  PER
        Lindmüller _  PROPN  4  flat   _  I
        schwieg    _  VERB   0  root
    """
    assert read(text)[1] == "Politiker Uwe Lindmüller: name Uwe Lindmüller 0.85, Politiker Uwe Lindmüller"


def test_a_name_before_its_title_in_apposition() -> None:
    text = """
        Emmanuel   _  PROPN  6  nsubj  _  PER
        Macron     _  PROPN  1  flat   _  I
        ,          _  PUNCT  5  punct
        Frankreichs _ PROPN  5  nmod
        Präsident  _  NOUN   1  appos  Number=Sing
        schwieg    _  VERB   0  root
    """
    assert read(text) == [
        "Emmanuel Macron: name Emmanuel Macron 1.0, name",
        "Emmanuel Macron, Frankreichs Präsident: name Emmanuel Macron for Frankreich 1.0, Präsident Emmanuel Macron",
        "Frankreichs: name Frankreich 1.0, name",
    ]


def test_a_title_is_in_apposition_to_a_name_not_to_its_object() -> None:
    text = """
        Emmanuel    _  PROPN  5  nsubj  _  PER
        Macron      _  PROPN  1  flat   _  I
        ,           _  PUNCT  4  punct
        Präsident   _  NOUN   1  {label}  Number=Sing
        schwieg     _  VERB   0  root
    """
    assert len(read(text.format(label="appos"))) == 2
    for label in ("amod", "nmod"):
        assert read(text.format(label=label)) == ["Emmanuel Macron: name Emmanuel Macron 1.0, name"]


def test_a_name_in_apposition_further_on() -> None:
    text = """
        Der        _  DET    2  det
        Präsident  _  NOUN   7  nsubj  Number=Sing
        Frankreichs _ PROPN  2  nmod
        ,          _  PUNCT  5  punct
        Emmanuel   _  PROPN  2  {label}  _  PER
        Macron     _  PROPN  5  flat     _  I
        schwieg    _  VERB   0  root
    """
    whole = "Präsident Frankreichs, Emmanuel Macron: name Emmanuel Macron for Frankreich 1.0, Präsident Emmanuel Macron"
    for label in ("appos", "flat"):
        assert read(text.format(label=label))[0] == whole
    assert read(text.format(label="conj"))[0].startswith("Präsident: office")


def test_a_name_that_recognition_missed_stands_in_apposition() -> None:
    text = """
        Der        _  DET    2  det
        Präsident  _  NOUN   7  nsubj  Number=Sing
        Frankreichs _ PROPN  2  nmod
        ,          _  PUNCT  5  punct
        Uwe        _  {pos}  2  {label}
        Lindmüller _  {last} 5  {more}
        schwieg    _  VERB   0  root
    """
    whole = text.format(label="appos", pos="PROPN", last="PROPN", more="flat")
    assert read(whole) == [
        "Präsident Frankreichs, Uwe Lindmüller: name Uwe Lindmüller for Frankreich 0.85, Präsident Uwe Lindmüller",
        "Frankreichs: name Frankreich 1.0, name",
    ]
    for last, more in (("NOUN", "flat"), ("VERB", "flat"), ("PROPN", "conj"), ("PROPN", "nmod")):
        short = read(text.format(label="appos", pos="PROPN", last=last, more=more))
        assert short[0] == "Präsident Frankreichs, Uwe: name Uwe for Frankreich 0.85, Präsident Uwe"
    for label, tag in (("flat", "PROPN"), ("amod", "PROPN"), ("appos", "NOUN"), ("appos", "X")):
        named = text.format(label=label, pos=tag, last="PROPN", more="flat")
        assert read(named)[0].startswith("Präsident: office")


def test_a_name_that_recognition_missed_ends_with_the_text() -> None:
    text = """
        Der         _  DET    2  det
        Sprecher    _  NOUN   0  root   Number=Sing
        Uwe         _  PROPN  2  appos
        Lindmüller  _  PROPN  3  flat
    """
    assert read(text) == ["Sprecher Uwe Lindmüller: name Uwe Lindmüller 0.85, Sprecher Uwe Lindmüller"]


def test_a_state_in_apposition_is_no_person() -> None:
    text = """
        Der        _  DET    2  det
        Nachfolger _  NOUN   4  nsubj  Number=Sing
        Russland   _  PROPN  2  appos
        schwieg    _  VERB   0  root
    """
    assert read(text) == ["Russland: name Russland 1.0, name"]


def test_a_name_before_a_title_belongs_to_something_else() -> None:
    text = """
        Uwe        _  PROPN  2  {label}
        Sprecher   _  NOUN   3  nsubj  Number=Sing
        schwieg    _  VERB   0  root
    """
    assert read(text.format(label="appos")) == []


def test_a_name_may_hang_on_the_genitive_beside_the_title() -> None:
    text = """
        Der         _  DET    2  det
        Vizechef    _  NOUN   7  nsubj  Number=Sing
        der         _  DET    4  det
        Verwaltung  _  {pos}  2  {label}
        Andrej      _  PROPN  4  {name}  _  PER
        Krolow      _  PROPN  5  flat    _  I
        schwieg     _  VERB   0  root
    """
    whole = "Vizechef der Verwaltung Andrej Krolow: name Andrej Krolow 0.85, Vizechef Andrej Krolow"
    alone = "Andrej Krolow: name Andrej Krolow 0.5, name"
    assert read(text.format(pos="NOUN", label="nmod", name="flat")) == [whole]
    assert read(text.format(pos="NOUN", label="nmod", name="appos")) == [whole]
    assert read(text.format(pos="PROPN", label="nmod", name="appos")) == [alone]
    assert read(text.format(pos="NOUN", label="obl", name="appos")) == [alone]
    assert read(text.format(pos="NOUN", label="nmod", name="nmod")) == [alone]


def test_a_name_further_from_the_genitive_is_of_the_genitive() -> None:
    text = """
        Der         _  DET    2  det
        Vizechef    _  NOUN   7  nsubj  Number=Sing
        der         _  DET    4  det
        Verwaltung  _  NOUN   2  nmod
        ,           _  PUNCT  6  punct
        Krolow      _  PROPN  4  appos  _  PER
        schwieg     _  VERB   0  root
    """
    assert [said for said in read(text) if "Vizechef" in said] == []


def test_an_official_of_no_named_state_serves_none_spoken_of() -> None:
    text = """
        Polen       _  PROPN  2  nsubj
        kam         _  VERB   0  root

        Minister    _  NOUN   4  nsubj  Number=Sing
        Uwe         _  PROPN  1  flat   _  PER
        Lindmüller  _  PROPN  2  flat   _  I
        schwieg     _  VERB   0  root
    """
    assert about("Lindmüller", text) == ["name Uwe Lindmüller 0.85, Minister Uwe Lindmüller"]


def test_a_listed_person_serves_whom_the_tables_say_and_no_state_spoken_of() -> None:
    text = """
        Polen       _  PROPN  2  nsubj
        kam         _  VERB   0  root

        Sultan      _  NOUN   4  nsubj  Number=Sing
        Emmanuel    _  PROPN  1  flat   _  PER
        Macron      _  PROPN  2  flat   _  I
        schwieg     _  VERB   0  root
    """
    assert about("Macron", text) == ["name Emmanuel Macron for Frankreich 1.0, Sultan Emmanuel Macron"]


# Colleagues ------------------------------------------------------------------------------------------------------------


COLLEAGUE = """
    Außenminister  _  NOUN   3  nsubj  Number=Sing
    Lawrow         _  PROPN  1  flat   _  PER
    traf           _  VERB   0  root
    seinen         _  DET    6  det:poss
    britischen     _  ADJ    6  amod
    Amtskollegen   _  NOUN   3  obj  Number=Sing
"""


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2024-07-04", ["office David Cameron for Vereinigtes Königreich 0.9, colleague of the person before"]),
        ("2024-07-06", ["office David Lammy for Vereinigtes Königreich 0.9, colleague of the person before"]),
        ("never", []),
    ],
)
def test_a_colleague_holds_the_same_office_of_his_state(day: str, found: list[str]) -> None:
    assert about("Amtskollegen", COLLEAGUE, day) == found


def test_a_colleague_of_no_state_is_nobody() -> None:
    assert about("Amtskollegen", COLLEAGUE.replace("britischen", "neuen")) == []


def test_a_colleague_with_a_name_has_the_office_of_the_person_before() -> None:
    text = """
        Außenminister  _  NOUN   3  nsubj  Number=Sing
        Lawrow         _  PROPN  1  flat   _  PER
        traf           _  VERB   0  root
        seinen         _  DET    5  det:poss
        Amtskollegen   _  NOUN   3  obj  Number=Sing
        Rubio          _  PROPN  5  flat   _  PER
    """
    assert about("Rubio", text) == ["name Marco Rubio for USA 1.0, Amtskollegen Rubio"]


def test_a_named_colleague_of_nobody_stays_a_colleague() -> None:
    text = """
        Der        _  DET    3  det
        polnische  _  ADJ    3  amod
        Kollege    _  NOUN   5  nsubj  Number=Sing
        Lindmüller _  PROPN  3  flat   _  PER
        schwieg    _  VERB   0  root
    """
    assert about("Lindmüller", text) == ["name Lindmüller for Polen 0.85, Kollege Lindmüller"]


# Introduced before -----------------------------------------------------------------------------------------------------


INTRODUCED = """
    Außenminister  _  NOUN   3  nsubj  Number=Sing
    Lawrow         _  PROPN  1  flat   _  PER
    kam            _  VERB   0  root

    {article}      _  {pos}  2  {label}
    Minister       _  NOUN   3  nsubj  Number=Sing
    schwieg        _  VERB   0  root
"""


@pytest.mark.parametrize("article", ["Der", "Dieser"])
def test_a_definite_title_is_the_person_introduced_with_it(article: str) -> None:
    text = INTRODUCED.format(article=article, pos="DET", label="det")
    assert about("Minister", text) == ["description Sergej Lawrow 0.8, introduced before"]


@pytest.mark.parametrize(
    ("article", "pos", "label"), [("Ein", "DET", "det"), ("Dort", "ADV", "advmod"), ("Polens", "PROPN", "nmod")]
)
def test_other_titles_are_not(article: str, pos: str, label: str) -> None:
    assert not [
        said for said in about("Minister", INTRODUCED.format(article=article, pos=pos, label=label)) if "Lawrow" in said
    ]


@pytest.mark.parametrize(
    ("pos", "label", "found"),
    [
        ("PROPN", "nsubj", ["name Uwe Lindmüller 0.85, name"]),
        ("NOUN", "nsubj", ["name Uwe Lindmüller 0.85, name"]),
        ("VERB", "nsubj", []),
    ],
)
def test_a_surname_that_recognition_missed_is_who_was_introduced(pos: str, label: str, found: list[str]) -> None:
    text = f"""
        Minister    _  NOUN   4  nsubj  Number=Sing
        Uwe         _  PROPN  1  flat   _  PER
        Lindmüller  _  PROPN  2  flat   _  I
        kam         _  VERB   0  root

        Lindmüller  _  {pos}  2  {label}
        schwieg     _  VERB   0  root
    """
    assert read(text)[1:] == [f"Lindmüller: {said}" for said in found]


@pytest.mark.parametrize("label", ["det", "amod", "nummod", "det:poss"])
def test_a_noun_with_its_article_is_no_surname(label: str) -> None:
    text = """
        Minister    _  NOUN   4  nsubj  Number=Sing
        Uwe         _  PROPN  1  flat   _  PER
        Fischer     _  PROPN  2  flat   _  I
        kam         _  VERB   0  root

        die         _  DET    2  {label}
        Fischer     _  {pos}  3  nsubj
        schwiegen   _  VERB   0  root
    """
    assert len(read(text.format(label=label, pos="NOUN"))) == 1
    assert len(read(text.format(label=label, pos="PROPN"))) == 2
    assert len(read(text.format(label="advmod", pos="NOUN"))) == 2


@pytest.mark.parametrize(("surname", "number"), [("Ib", 1), ("Ibe", 2), ("ibe", 1)])
def test_a_surname_has_three_letters_and_a_capital(surname: str, number: int) -> None:
    text = f"""
        Minister    _  NOUN   4  nsubj  Number=Sing
        Uwe         _  PROPN  1  flat   _  PER
        {surname.title()}  _  PROPN  2  flat   _  I
        kam         _  VERB   0  root

        {surname}   _  NOUN   2  nsubj
        schwieg     _  VERB   0  root
    """
    assert len(read(text)) == number


# Names without a title -------------------------------------------------------------------------------------------------


def test_a_bare_name_of_nobody_is_nobody() -> None:
    text = """
        Lindmüller  _  PROPN  2  nsubj  _  PER
        schwieg     _  VERB   0  root
    """
    assert read(text) == []


def test_a_full_name_that_no_table_has_is_uncertain() -> None:
    text = """
        Uwe         _  PROPN  3  nsubj  _  PER
        Lindmüller  _  PROPN  1  flat   _  I
        schwieg     _  VERB   0  root

        Lindmüller  _  PROPN  2  nsubj  _  PER
        ging        _  VERB   0  root
    """
    assert read(text) == [
        "Uwe Lindmüller: name Uwe Lindmüller 0.5, name",
        "Lindmüller: name Uwe Lindmüller 0.5, name",
    ]


@pytest.mark.parametrize(
    ("noun", "title", "found"),
    [
        ("Besuch _ NOUN 4 nsubj", "1 nmod", "Uwe Lindes"),
        ("schwieg _ VERB 0 root", "1 nsubj", "Uwe Lindes"),
        ("", "4 nmod", "Uwe Linde"),
        ("", "4 nsubj", "Uwe Lindes"),
    ],
)
def test_a_name_loses_its_s_only_as_what_follows_is_whose(noun: str, title: str, found: str) -> None:
    begin = f"{noun}\n" if noun else "Da _ ADV 5 advmod\n"
    text = f"""
        Präsident  _  NOUN   {title}
        Uwe        _  PROPN  2  appos  _  PER
        Lindes     _  PROPN  3  flat   _  I
        {"kam _ VERB 0 root" if "NOUN" in noun or not noun else ". _ PUNCT 1 punct"}
    """
    assert [said.split(" ", 1)[1].rpartition(" 0.")[0] for said in about("Lindes", begin + text)] == [found]


def test_a_name_is_read_once() -> None:
    text = """
        Uwe         _  PROPN  2  flat   _  PER
        Lindmüller  _  PROPN  3  nsubj  _  I
        schwieg     _  VERB   0  root
    """
    assert read(text) == ["Uwe Lindmüller: name Uwe Lindmüller 0.5, name"]


def test_the_head_of_a_name_is_in_the_name() -> None:
    for label, above, head in (("flat", 3, 2), ("obj", 5, 3)):
        doc = tree(f"""
            Heute       _  ADV    5  advmod
            und         _  CCONJ  5  cc
            Uwe         _  PROPN  5  nsubj  _  PER
            Lindmüller  _  PROPN  {above}  {label}  _  I
            schwieg     _  VERB   0  root
        """)
        assert [m.token for m in doc._.mentions] == [head]


def test_the_state_beside_a_title_in_a_name_tells_namesakes_apart() -> None:
    text = """
        {state}   _  PROPN  2  nmod
        König     _  NOUN   4  nsubj  Number=Sing
        Abdullah  _  PROPN  2  flat   _  PER
        schwieg   _  VERB   0  root
    """
    assert about("Abdullah", text.format(state="Jordaniens"), "2012-09-04") == [
        "name Abdullah II. for Jordanien 1.0, name"
    ]
    assert about("Abdullah", text.format(state="Saudi-Arabiens"), "2012-09-04") == [
        "name Abdullah for Saudi-Arabien 1.0, name"
    ]


@pytest.mark.parametrize(("before", "surface"), [("Von der", "Von der Leyen"), ("Doch der", "der Leyen")])
def test_particles_belong_to_a_name(before: str, surface: str) -> None:
    first, second = before.split()
    text = f"""
        {first}   _  ADP    3  case
        {second}  _  DET    3  det
        Leyen     _  PROPN  4  nsubj  _  PER
        schwieg   _  VERB   0  root
    """
    assert read(text) == [f"{surface}: name Ursula von der Leyen 1.0, name"]


def test_particles_of_other_names_are_articles() -> None:
    text = """
        von      _  ADP    3  case
        der      _  DET    3  det
        Merkel   _  PROPN  4  obl  _  PER
        schwieg  _  VERB   0  root
    """
    assert read(text, "2016-09-04") == ["Merkel: name Angela Merkel 1.0, name"]


SERVES = """
    Uwe         _  PROPN  6  nsubj  _  PER
    Lindmüller  _  PROPN  1  flat   _  I
    {vom}       _  ADP    5  case
    {between}   _  ADJ    5  amod
    {body}      _  {pos}  1  nmod  Number=Sing
    schwieg     _  VERB   0  root
"""


@pytest.mark.parametrize(
    ("vom", "between", "body", "pos", "found"),
    [
        ("vom", "polnischen", "Verteidigungsministerium", "NOUN", "Uwe Lindmüller for Polen 0.85"),
        ("von", "polnischen", "Finanzministeriums", "NOUN", "Uwe Lindmüller for Polen 0.85"),
        ("im", "polnischen", "Verteidigungsministerium", "NOUN", "Uwe Lindmüller 0.5"),
        ("vom", "polnischen", "Sportverein", "NOUN", "Uwe Lindmüller 0.5"),
        ("vom", "polnischen", "Verteidigungsministerium", "PROPN", "Uwe Lindmüller 0.5"),
        ("vom", "neuen", "Verteidigungsministerium", "NOUN", "Uwe Lindmüller 0.5"),
    ],
)
def test_a_ministry_behind_a_name_is_served(vom: str, between: str, body: str, pos: str, found: str) -> None:
    text = SERVES.format(vom=vom, between=between, body=body, pos=pos)
    assert about("Lindmüller", text) == [f"name {found}, name"]


def test_a_ministry_of_no_named_state_is_that_of_the_state_spoken_of() -> None:
    before = """
        Polen  _  PROPN  2  nsubj
        kam    _  VERB   0  root
    """
    text = before + "\n" + SERVES.format(vom="vom", between="neuen", body="Verteidigungsministerium", pos="NOUN")
    assert about("Lindmüller", text) == ["name Uwe Lindmüller for Polen 0.85, name"]


def test_a_ministry_stands_close_behind_the_name() -> None:
    words = ["alten", "neuen", "großen"]
    for number, found in ((0, "0.85"), (2, "0.85"), (3, "0.5")):
        rows = ["Uwe _ PROPN 3 nsubj _ PER", "Lindmüller _ PROPN 1 flat _ I", "vom _ ADP 1 case"]
        rows += [f"{word} _ ADJ 1 amod" for word in words[:number]]
        rows += ["US-Verteidigungsministerium _ NOUN 1 nmod Number=Sing", "sprach _ VERB 0 root"]
        rows[0] = f"Uwe _ PROPN {len(rows)} nsubj _ PER"
        assert found in about("Lindmüller", "\n".join(rows))[0], number


def test_a_ministry_may_end_the_text() -> None:
    text = """
        Uwe                 _  PROPN  0  root  _  PER
        Lindmüller          _  PROPN  1  flat  _  I
        vom                 _  ADP    4  case
        US-Verteidigungsministerium _  NOUN  1  nmod  Number=Sing
    """
    assert about("Lindmüller", text) == ["name Uwe Lindmüller for USA 0.85, name"]


def test_who_had_a_title_once_is_surer_afterwards() -> None:
    text = """
        Minister    _  NOUN   4  nsubj  Number=Sing
        Uwe         _  PROPN  1  flat   _  PER
        Lindmüller  _  PROPN  2  flat   _  I
        kam         _  VERB   0  root

        Lindmüller  _  PROPN  2  nsubj  _  PER
        schwieg     _  VERB   0  root
    """
    assert read(text)[1:] == ["Lindmüller: name Uwe Lindmüller 0.85, name"]
