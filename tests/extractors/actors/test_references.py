"""Whom pronouns, possessives and descriptions mean, on trees built by hand."""

import pytest

from extractors.actors.notes import name_tables
from extractors.actors.people import People
from extractors.actors.references import References
from extractors.actors.salience import Salience
from tests.extractors.actors.noted import about, read
from tests.extractors.trees import tree


def came(*names: str, number: str = "Sing") -> str:
    """A sentence in which somebody came: the first name is its subject, each further one coordinated to it."""
    rows = [
        f"{name} _ PROPN {len(names) + 1 if not i else 1} {'conj' if i else 'nsubj'}" for i, name in enumerate(names)
    ]
    return "\n".join([*rows, f"kam _ VERB 0 root Mood=Ind|Number={number}|VerbForm=Fin"]) + "\n\n"


RAIN = "Dann _ ADV 2 advmod\nregnete _ VERB 0 root\n\n"
PERSON = "last person that agrees"


def spoke(word: str, pos: str = "PRON", label: str = "nsubj", number: str = "Sing", own: str = "_") -> str:
    """A sentence in which the word is the subject, or whatever `label` says."""
    return f"{word} _ {pos} 2 {label} {own}\nsprach _ VERB 0 root Mood=Ind|Number={number}|VerbForm=Fin\n"


# Pronouns for persons --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pronoun", "actor"),
    [
        ("Er", "Emmanuel Macron"),
        ("Ihn", "Emmanuel Macron"),
        ("Ihm", "Emmanuel Macron"),
        ("Dieser", "Emmanuel Macron"),
        ("Sie", "Giorgia Meloni"),
        ("Ihr", "Giorgia Meloni"),
        ("Diese", "Giorgia Meloni"),
    ],
)
def test_a_pronoun_is_the_last_person_of_its_sex(pronoun: str, actor: str) -> None:
    for names in (("Macron", "Meloni"), ("Meloni", "Macron")):
        text = "".join(came(name) for name in names) + spoke(pronoun)
        assert read(text)[2:] == [f"{pronoun}: pronoun {actor} 0.8, {PERSON}"]


@pytest.mark.parametrize("pronoun", ["Er", "Sie", "Dieser"])
def test_a_pronoun_for_a_person_is_no_state(pronoun: str) -> None:
    assert about(pronoun, came("Polen") + spoke(pronoun)) == []


def test_two_persons_together_are_no_he() -> None:
    assert about("Er", came("Macron", "Merz", number="Plur") + spoke("Er"))[0].startswith("pronoun Emmanuel Macron 0.8")
    both = came("Macron", "Merz", number="Plur") + spoke("Beide", number="Plur") + "\n"
    assert about("Er", both + RAIN * 3 + spoke("Er")) == []


def test_who_may_be_a_man_or_a_woman_is_both() -> None:
    unknown = "Uwe _ PROPN 3 nsubj _ PER\nLindmüller _ PROPN 1 flat _ I\nkam _ VERB 0 root\n\n"
    for pronoun in ("Er", "Sie"):
        assert about(pronoun, unknown + spoke(pronoun)) == [f"pronoun Uwe Lindmüller 0.8, {PERSON}"]


def test_a_pronoun_reaches_four_sentences_back() -> None:
    assert about("Er", came("Macron") + RAIN * 3 + spoke("Er")) == [f"pronoun Emmanuel Macron 0.8, {PERSON}"]
    assert about("Er", came("Macron") + RAIN * 4 + spoke("Er")) == []


@pytest.mark.parametrize(
    ("label", "found"),
    [("nsubj", 1), ("obj", 1), ("nsubj:pass", 1), ("obl", 0), ("advmod", 0), ("det", 0), ("root", 0)],
)
def test_a_demonstrative_is_subject_or_object(label: str, found: int) -> None:
    assert len(about("Dieser", came("Macron") + spoke("Dieser", "DET", label))) == found


@pytest.mark.parametrize("label", ["obj", "obl:arg", "obl"])
def test_an_object_is_not_its_own_subject(label: str) -> None:
    text = came("Merz") + f"Macron _ PROPN 2 nsubj\ntraf _ VERB 0 root\nihn _ PRON 2 {label}"
    assert about("ihn", text) == [f"pronoun Friedrich Merz 0.8, {PERSON}"]


@pytest.mark.parametrize("label", ["nsubj", "dep", "obl:tmod"])
def test_only_an_object_is_not_its_own_subject(label: str) -> None:
    text = came("Merz") + f"Macron _ PROPN 2 nsubj\ntraf _ VERB 0 root\ner _ PRON 2 {label}"
    assert about("er", text) == [f"pronoun Emmanuel Macron 0.8, {PERSON}"]


@pytest.mark.parametrize(
    ("comma", "label", "found"),
    [(", _ PUNCT 5 punct", "nsubj", "Emmanuel Macron"), ("da _ ADV 5 advmod", "nsubj", "Friedrich Merz")],
)
def test_who_says_a_sentence_is_nobody_in_it(comma: str, label: str, found: str) -> None:
    text = f"""
        Merz    _  PROPN  3  nsubj
        müsse   _  AUX    3  aux
        gehen   _  VERB   5  ccomp
        {comma}
        sagte   _  VERB   0  root
        er      _  PRON   5  {label}
    """
    assert about("er", came("Macron") + text) == [f"pronoun {found} 0.8, {PERSON}"]


def test_an_object_may_be_who_comes_behind_nothing() -> None:
    text = came("Merz") + "Ihn _ PRON 2 obj\ntraf _ VERB 0 root\nMacron _ PROPN 2 nsubj"
    assert about("Ihn", text) == [f"pronoun Friedrich Merz 0.8, {PERSON}"]


def test_they_are_several() -> None:
    both = came("Macron", "Merz") + spoke("Beide", number="Plur") + "\n"
    assert about("Sie", both + spoke("Sie", number="Plur")) == [
        "pronoun Emmanuel Macron + Friedrich Merz 0.8, plural before"
    ]
    assert about("Sie", came("Meloni") + spoke("Sie", number="Plur")) == []
    assert about("Sie", came("USA") + spoke("Sie", number="Plur")) == ["pronoun USA 0.8, plural before"]
    assert about("Er", came("Macron") + spoke("Er", number="Plur")) == [f"pronoun Emmanuel Macron 0.8, {PERSON}"]


def test_they_reach_two_sentences_back() -> None:
    they = spoke("Sie", number="Plur")
    assert about("Sie", came("USA") + RAIN + they) == ["pronoun USA 0.8, plural before"]
    assert about("Sie", came("USA") + RAIN * 2 + they) == []


def test_the_verb_tells_whether_she_is_several() -> None:
    text = came("USA") + came("Meloni")
    woman, several = f"pronoun Giorgia Meloni 0.8, {PERSON}", "pronoun USA 0.8, plural before"
    assert about("Sie", text + spoke("Sie", own="Number=Plur")) == [woman]
    assert about("Sie", text + spoke("Sie", number="Plur", own="Number=Sing")) == [several]
    assert about("Sie", text + spoke("Sie", label="nsubj:pass", number="Plur")) == [several]
    assert about("Sie", text + spoke("Sie", label="obj", number="Plur", own="Number=Sing")) == [woman]
    assert about("Sie", text + spoke("Sie", label="obj", number="Sing", own="Number=Plur")) == [several]
    infinite = "Sie _ PRON 2 nsubj Number=Plur\nsprechen _ VERB 0 root Number=Sing|VerbForm=Inf"
    assert about("Sie", text + infinite) == [several]


@pytest.mark.parametrize(
    ("label", "number"), [("aux", 2), ("aux:pass", 2), ("cop", 2), ("conj", 1), ("acl", 1), ("det", 1)]
)
def test_the_auxiliary_tells_whether_she_is_several(label: str, number: int) -> None:
    text = came("USA") + came("Meloni")
    text += f"Sie _ PRON 3 nsubj Number=Sing\nwurden _ AUX 3 {label} Number=Plur|VerbForm=Fin\ngehört _ VERB 0 root"
    several = "pronoun USA 0.8, plural before"
    assert (about("Sie", text) == [several]) is (number == 2)


def test_a_relative_pronoun_refers_to_its_noun() -> None:
    before = "Man _ PRON 2 nsubj\nlobte _ VERB 0 root\nMacron _ PROPN 2 obj\n\n"
    text = (
        before
        + """
        Merz     _  PROPN  6  nsubj
        ,        _  PUNCT  5  punct
        dessen   _  {pos}  4  det:poss
        Partei   _  NOUN   5  nsubj
        gewann   _  VERB   1  {label}
        kam      _  VERB   0  root
    """
    )
    assert about("dessen", text.format(pos="PRON", label="acl")) == []
    assert about("dessen", text.format(pos="DET", label="acl")) == []
    other = text.format(pos="DET", label="parataxis").replace("6  nsubj", "6  obl")
    assert len(about("dessen", other)) == 1


def test_other_parts_of_speech_refer_to_nobody() -> None:
    for pos in ("PROPN", "ADV", "NOUN", "VERB"):
        assert about("Er", came("Macron") + spoke("Er", pos)) == []
    assert len(about("Er", came("Macron") + spoke("Er", "DET"))) == 1


@pytest.mark.parametrize(("pos", "label", "why"), [
    ("PRON", "obl:arg", PERSON), ("PRON", "det:poss", PERSON), ("DET", "obl:arg", PERSON), ("DET", "det", PERSON),
    ("DET", "det:poss", "owner that agrees"),
])  # fmt: skip
def test_ihr_is_a_pronoun_or_a_possessive(pos: str, label: str, why: str) -> None:
    text = came("Meloni") + f"Dann _ ADV 2 advmod\nkam _ VERB 0 root\nihr _ {pos} 4 {label}\nLand _ NOUN 2 obj"
    assert about("ihr", text) == [f"pronoun Giorgia Meloni 0.8, {why}"]


# It --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Nordkorea", "Nato", "Hamas"])
def test_it_is_the_subject_before(name: str) -> None:
    (found,) = about("Es", came(name) + spoke("Es"))
    assert found.endswith("0.8, subject before")
    assert found.startswith(f"pronoun {name}")


@pytest.mark.parametrize(
    ("label", "number"), [("nsubj", 1), ("expl", 1), ("expl:pv", 0), ("obj", 0), ("dep", 0), ("root", 0)]
)
def test_it_is_a_subject(label: str, number: int) -> None:
    assert len(about("Es", came("Nordkorea") + spoke("Es", label=label))) == number


def test_it_is_no_person_and_no_object_and_not_of_long_ago() -> None:
    assert about("Es", came("Macron") + spoke("Es")) == []
    assert about("Es", "Man _ PRON 2 nsubj\nrügte _ VERB 0 root\nPolen _ PROPN 2 obj\n\n" + spoke("Es")) == []
    assert about("Es", came("Nordkorea") + RAIN + spoke("Es")) == []


def test_it_begins_its_sentence_and_is_no_empty_subject() -> None:
    later = came("Nordkorea") + "Dann _ ADV 3 advmod\nes _ PRON 3 nsubj\nsprach _ VERB 0 root"
    assert about("es", later) == []
    for verb in ("gab", "hieß", "kam"):
        assert about("Es", came("Nordkorea") + f"Es _ PRON 2 nsubj\n{verb} _ VERB 0 root") == []


def test_it_is_one() -> None:
    both = came("Macron", "Merz") + spoke("Beide", number="Plur") + "\n"
    assert about("Es", both + spoke("Es")) == []


# Possessives -----------------------------------------------------------------------------------------------------------


def owned(word: str, before: str = "Man _ PRON 2 nsubj") -> str:
    """A sentence in which something has an owner."""
    return f"{before}\nlobte _ VERB 0 root\n{word} _ DET 4 det:poss\nReise _ NOUN 2 obj\n"


OWNER = "owner that agrees"


@pytest.mark.parametrize(
    ("name", "his", "hers"),
    [
        ("Macron", True, False),
        ("Meloni", False, True),
        ("Polen", True, False),
        ("Ukraine", False, True),
        ("Nato", False, True),
        ("USA", False, True),
        ("Hamas", False, True),
    ],
)
def test_an_owner_agrees_with_its_possessive(name: str, his: bool, hers: bool) -> None:
    assert bool(about("seine", came(name) + owned("seine"))) is his
    assert bool(about("ihre", came(name) + owned("ihre"))) is hers


def test_an_owner_of_unknown_sex_agrees_with_both() -> None:
    unknown = "Uwe _ PROPN 3 nsubj _ PER\nLindmüller _ PROPN 1 flat _ I\nkam _ VERB 0 root\n\n"
    for word in ("seine", "ihre"):
        assert about(word, unknown + owned(word)) == [f"pronoun Uwe Lindmüller 0.8, {OWNER}"]


def test_several_own_as_a_woman_does() -> None:
    both = came("Macron", "Merz") + spoke("Beide", number="Plur") + "\n"
    assert about("ihre", both + RAIN + owned("ihre")) == [f"pronoun Emmanuel Macron + Friedrich Merz 0.8, {OWNER}"]


def test_an_owner_is_two_sentences_back_at_most() -> None:
    assert about("seine", came("Macron") + RAIN + owned("seine")) == [f"pronoun Emmanuel Macron 0.8, {OWNER}"]
    assert about("seine", came("Macron") + RAIN * 2 + owned("seine")) == []


def test_dessen_is_never_the_subjects() -> None:
    text = """
        Serbien     _  PROPN  2  nsubj
        rügt        _  VERB   0  root
        Russland    _  PROPN  2  obj
        und         _  CCONJ  5  cc
        verurteilt  _  VERB   2  conj
        {word}      _  DET    7  det:poss
        Einmarsch   _  NOUN   5  obj
    """
    assert about("dessen", text.format(word="dessen")) == [f"pronoun Russland 0.8, {OWNER}"]
    assert about("seinen", text.format(word="seinen")) == [f"pronoun Serbien 0.8, {OWNER}"]


JOINT = """
    Xi        _  PROPN  4  {label}
    und       _  CCONJ  3  cc
    Macron    _  PROPN  1  conj
    nutzten   _  {verb}  0  root
    ihr       _  DET    6  det:poss
    Treffen   _  NOUN   4  {object}
"""


def test_theirs_is_what_the_subjects_of_the_clause_have() -> None:
    both = "pronoun Xi Jinping + Emmanuel Macron 0.8, the subjects of its clause"
    for verb in ("VERB", "AUX"):
        assert about("ihr", JOINT.format(label="nsubj", verb=verb, object="obj")) == [both]
    assert about("ihr", JOINT.format(label="obl", verb="VERB", object="obj")) == []
    assert about("ihr", JOINT.format(label="csubj", verb="VERB", object="obj")) == []
    his = JOINT.format(label="nsubj", verb="VERB", object="obj").replace("ihr ", "sein ")
    assert about("sein", his) == [f"pronoun Xi Jinping 0.8, {OWNER}"]


def test_one_subject_owns_alone() -> None:
    text = "Meloni _ PROPN 2 nsubj\nnutzte _ VERB 0 root\nihr _ DET 4 det:poss\nTreffen _ NOUN 2 obj"
    assert about("ihr", text) == [f"pronoun Giorgia Meloni 0.8, {OWNER}"]


def test_the_subjects_of_the_clause_are_found_from_deep_inside() -> None:
    text = """
        Xi        _  PROPN  4  nsubj
        und       _  CCONJ  3  cc
        Macron    _  PROPN  1  conj
        nutzten   _  VERB   0  root
        Fotos     _  NOUN   4  obj
        ihres     _  DET    7  det:poss
        Treffens  _  NOUN   5  nmod
    """
    assert about("ihres", text)[0].endswith("the subjects of its clause")


def test_subjects_behind_own_together() -> None:
    text = """
        Bei       _  ADP    3  case
        ihrem     _  DET    3  det:poss
        Treffen   _  NOUN   4  obl
        nutzten   _  VERB   0  root
        Xi        _  PROPN  4  nsubj
        und       _  CCONJ  7  cc
        Macron    _  PROPN  5  conj
        das       _  PRON   4  obj
    """
    assert about("ihrem", text) == ["pronoun Xi Jinping + Emmanuel Macron 0.8, subject behind"]


def test_a_subject_behind_the_phrase_owns_wherever_the_verb_stands() -> None:
    text = """
        Da       _  ADV    {verb}  advmod
        {first}  _  {tag}  0       {root}
        bei      _  ADP    5       case
        ihrem    _  DET    5       det:poss
        Besuch   _  NOUN   {verb}  obl
        Meloni   _  PROPN  {verb}  nsubj
    """
    before = text.format(verb=2, first="sagte", tag="VERB", root="root")
    behind = text.format(verb=7, first="auch", tag="ADV", root="advmod").replace("ADV  0 ", "ADV  7 ")
    for order in (before, behind + "sagte _ VERB 0 root"):
        assert about("ihrem", order) == ["pronoun Giorgia Meloni 0.8, subject behind"]


# Both ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pos", "label", "number"), [("PRON", "nsubj", 1), ("DET", "nsubj", 1), ("PRON", "det", 0), ("PRON", "case", 0)]
)
def test_both_are_the_last_two_persons(pos: str, label: str, number: int) -> None:
    text = came("Meloni") + came("Macron") + came("Polen") + came("Merz") + spoke("Beide", pos, label, "Plur")
    assert about("Beide", text) == ["description Emmanuel Macron + Friedrich Merz 0.8, the last two"] * number


def test_both_need_two() -> None:
    assert about("Beide", came("Macron") + came("Macron") + spoke("Beide", number="Plur")) == []


def described(noun: str, word: str) -> str:
    """A sentence with a noun and a word before it."""
    return f"Die _ DET 3 det\n{word} _ ADJ 3 amod\n{noun} _ NOUN 4 nsubj Number=Plur\nkamen _ VERB 0 root\n"


def test_a_noun_with_beide_is_the_last_two_of_its_kind() -> None:
    text = came("Polen") + came("Macron") + came("Nato") + came("Merz")
    assert about("Männer", text + described("Männer", "beiden")) == []
    assert about("Politiker", text + described("Politiker", "beiden")) == [
        "description Emmanuel Macron + Friedrich Merz 0.8, the last two"
    ]
    assert about("Länder", text + described("Länder", "beiden")) == ["description Polen + Nato 0.8, the last two"]
    assert about("Länder", text + described("Länder", "großen")) == []


# Persons by title ------------------------------------------------------------------------------------------------------

LAWROW = "Außenminister _ NOUN 3 nsubj Number=Sing\nLawrow _ PROPN 1 flat _ PER\nkam _ VERB 0 root\n\n"


def by_title(noun: str, number: str = "Sing") -> str:
    """A sentence whose subject is a title with an article."""
    return (
        f"Der _ DET 2 det\n{noun} _ NOUN 3 nsubj Number={number}\nschwieg _ VERB 0 root Number={number}|VerbForm=Fin\n"
    )


@pytest.mark.parametrize(("noun", "number"), [
    ("Minister", 1), ("Außenminister", 1), ("Diplomat", 1), ("Politiker", 1), ("Gast", 1),
    ("Präsident", 0), ("General", 0), ("Ministerin", 0), ("Ministerpräsident", 0),
])  # fmt: skip
def test_a_title_is_who_had_a_like_one(noun: str, number: int) -> None:
    assert about(noun, LAWROW + by_title(noun)) == ["description Sergej Lawrow 0.8, introduced before"] * number


def test_the_shorter_title_may_come_first_or_last() -> None:
    chief = "Premier _ NOUN 3 nsubj Number=Sing\nLindmüller _ PROPN 1 flat _ PER\nkam _ VERB 0 root\n\n"
    assert about("Premier", chief + by_title("Premier")) == ["description Lindmüller 0.8, introduced before"]
    assert about("Minister", LAWROW.replace("Außenminister", "Ministerpräsident") + by_title("Präsident")) == []
    president = LAWROW.replace("Außenminister", "Ministerpräsident") + by_title("Präsident")
    assert about("Präsident", president) == ["description Lawrow 0.8, introduced before"]
    other = LAWROW.replace("Außenminister", "Präsident") + by_title("Ministerpräsident")
    assert about("Ministerpräsident", other) == ["description Lawrow 0.8, introduced before"]


def test_a_title_in_the_plural_is_nobody_introduced() -> None:
    assert about("Minister", LAWROW + by_title("Minister", "Plur")) == []


def test_a_womans_title_is_a_woman() -> None:
    woman = "Ministerin _ NOUN 3 nsubj Number=Sing\nLindmüller _ PROPN 1 flat _ PER\nkam _ VERB 0 root\n\n"
    assert about("Ministerin", woman + LAWROW + by_title("Ministerin")) == [
        "description Lindmüller 0.8, introduced before"
    ]
    assert about("Minister", woman + by_title("Minister")) == []


def test_a_title_reaches_eight_sentences_back() -> None:
    assert len(about("Minister", LAWROW + RAIN * 7 + by_title("Minister"))) == 1
    assert about("Minister", LAWROW + RAIN * 8 + by_title("Minister")) == []


# Colleagues ------------------------------------------------------------------------------------------------------------


def colleague(noun: str = "Amtskollegen", state: str = "italienischen") -> str:
    """A sentence with a colleague of a state."""
    return f"Er _ PRON 2 nsubj\ntraf _ VERB 0 root\nden _ DET 5 det\n{state} _ ADJ 5 amod\n{noun} _ NOUN 2 obj\n"


@pytest.mark.parametrize(
    ("before", "state", "found"),
    [
        ("Merz", "britischen", "Keir Starmer for Vereinigtes Königreich"),
        ("Wadephul", "italienischen", "Antonio Tajani for Italien"),
        ("Wadephul", "kanadischen", "Anita Anand for Kanada"),
        ("Pistorius", "italienischen", "Guido Crosetto for Italien"),
    ],
)
def test_a_colleague_holds_the_office_of_the_person_before(before: str, state: str, found: str) -> None:
    text = came(before).replace("nsubj", "nsubj _ PER", 1) + colleague(state=state)
    assert about("Amtskollegen", text) == [f"office {found} 0.9, colleague of the person before"]


def test_a_colleague_has_the_office_that_the_article_named() -> None:
    rubio = "{title} _ NOUN 3 nsubj Number=Sing\nRubio _ PROPN 1 flat _ PER\nkam _ VERB 0 root\n\n"
    assert about("Amtskollegen", rubio.format(title="Außenminister") + colleague())[0].startswith("office Antonio")
    assert about("Amtskollegen", rubio.format(title="Sicherheitsberater") + colleague()) == []


def test_a_colleague_of_nobody_in_office_is_nobody() -> None:
    unknown = "Uwe _ PROPN 3 nsubj _ PER\nLindmüller _ PROPN 1 flat _ I\nkam _ VERB 0 root\n\n"
    assert about("Amtskollegen", unknown + colleague()) == []
    assert about("Amtskollegen", came("Polen") + colleague()) == []
    assert about("Amtskollegen", came("Merz") + colleague(state="marsianischen")) == []


# The land --------------------------------------------------------------------------------------------------------------


def land(noun: str = "Land", article: str = "Das _ DET 2 det") -> str:
    """A sentence about a land."""
    return f"{article}\n{noun} _ NOUN 3 nsubj Number=Sing\nschwieg _ VERB 0 root\n"


@pytest.mark.parametrize(("noun", "number"), [("Land", 1), ("Staat", 1), ("Dorf", 0)])
def test_the_land_is_the_last_state(noun: str, number: int) -> None:
    text = came("Nordkorea") + came("Polen") + came("Macron") + came("Nato") + land(noun)
    assert about(noun, text) == ["description Polen 0.8, last state"] * number


@pytest.mark.parametrize(("article", "number"), [("Unser _ DET 2 det:poss", 1), ("Dort _ ADV 2 advmod", 0)])
def test_the_land_has_a_determiner(article: str, number: int) -> None:
    assert len(about("Land", came("Polen") + land(article=article))) == number


def test_the_land_is_one() -> None:
    assert about("Land", came("Polen") + came("USA") + land()) == ["description Polen 0.8, last state"]


def test_the_land_is_none_that_its_own_phrase_names() -> None:
    text = (
        came("Russland")
        + came("Ukraine")
        + """
        Das          _  DET    5  det
        von          _  ADP    3  case
        Russland     _  PROPN  4  obl:agent
        angegriffene _  ADJ    5  amod
        Land         _  NOUN   6  nsubj
        schwieg      _  VERB   0  root
    """
    )
    assert about("Land", text) == ["description Ukraine 0.8, last state"]
    assert about("Land", text.replace("Ukraine", "Macron")) == []


# Organs without a name -------------------------------------------------------------------------------------------------


def regime(article: str = "Das _ DET 2 det", noun: str = "Regime", rest: str = "") -> str:
    """A sentence with an organ of no named state."""
    return f"{article}\n{noun} _ NOUN 3 nsubj Number=Sing\nschwieg _ VERB 0 root\n{rest}"


def test_an_organ_is_of_the_state_spoken_of() -> None:
    assert about("Regime", came("Polen") + regime()) == ["organ Polen 0.7, regime spoken of before"]
    assert about("Regime", came("Polen") + RAIN + regime()) == ["organ Polen 0.7, regime spoken of before"]
    assert about("Regime", came("Polen") + RAIN * 2 + regime()) == []
    assert about("Regime", came("Macron") + regime()) == []
    assert about("Regime", came("Nato") + regime()) == []


@pytest.mark.parametrize(("article", "number"), [
    ("Das _ DET 2 det", 1), ("Dieses _ DET 2 det", 1), ("Ein _ DET 2 det", 0), ("Jedes _ DET 2 det", 0), ("Dort _ ADV 2 advmod", 1),
])  # fmt: skip
def test_an_organ_of_the_state_spoken_of_is_definite(article: str, number: int) -> None:
    assert len(about("Regime", came("Polen") + regime(article))) == number


def test_the_government_named_last_comes_first() -> None:
    named = "Die _ DET 3 det\nkubanische _ ADJ 3 amod\nRegierung _ NOUN 4 nsubj Number=Sing\nkam _ VERB 0 root\n\n"
    text = named + RAIN * 3 + came("Polen") + came("Polen") + regime()
    assert about("Regime", text) == ["organ Kuba 0.7, regime spoken of before"]


def test_the_organ_is_not_of_the_subject_of_its_clause() -> None:
    text = """
        Polen    _  PROPN  2  nsubj
        rügte    _  VERB   0  root
        das      _  DET    4  det
        Regime   _  NOUN   2  obj  Number=Sing
    """
    assert about("Regime", text) == []
    assert about("Regime", came("Kuba") + text) == ["organ Kuba 0.7, regime spoken of before"]
    named = "Die _ DET 3 det\npolnische _ ADJ 3 amod\nRegierung _ NOUN 4 nsubj Number=Sing\nkam _ VERB 0 root\n\n"
    assert about("Regime", named + text) == []


def test_the_subject_of_a_clause_is_that_of_the_clause_it_is_joined_to() -> None:
    text = (
        came("Kuba")
        + """
        Polen    _  PROPN  2  nsubj
        rügte    _  VERB   0  root
        und      _  CCONJ  4  cc
        stürzte  _  VERB   2  {label}
        die      _  DET    6  det
        Pläne    _  NOUN   4  obj
        des      _  DET    8  det
        Regimes  _  NOUN   6  nmod  Number=Sing
    """
    )
    assert about("Regimes", text.format(label="conj")) == ["organ Kuba 0.7, regime spoken of before"]
    assert about("Regimes", text.format(label="ccomp")) == ["organ Polen 0.7, regime spoken of before"]


# Groups ----------------------------------------------------------------------------------------------------------------


def group(noun: str, article: str = "Die _ DET 2 det") -> str:
    """A sentence about a group."""
    return f"{article}\n{noun} _ NOUN 3 nsubj Number=Plur\nschwiegen _ VERB 0 root\n"


SPOKEN = "group of the conflict spoken of"


def test_a_group_noun_is_the_last_group_and_a_coalition_the_last_organisation() -> None:
    text = came("Nato") + came("Hamas") + came("Polen")
    assert about("Miliz", text + group("Miliz")) == [f"description Hamas 0.75, {SPOKEN}"]
    assert about("Bündnis", text + group("Bündnis", "Das _ DET 2 det")) == [f"description Nato 0.75, {SPOKEN}"]
    assert about("Miliz", came("Nato") + group("Miliz")) == []
    assert about("Bündnis", came("Hamas") + group("Bündnis", "Das _ DET 2 det")) == []


@pytest.mark.parametrize("article", ["Eine _ DET 2 det", "Diese _ DET 2 det", "Die _ PRON 2 dep", "Die _ PRON 2 case"])
def test_a_group_spoken_of_has_the_definite_article(article: str) -> None:
    assert about("Miliz", came("Hamas") + group("Miliz", article)) == []


def test_a_group_reaches_six_sentences_back() -> None:
    assert len(about("Miliz", came("Hamas") + RAIN * 5 + group("Miliz"))) == 1
    assert about("Miliz", came("Hamas") + RAIN * 6 + group("Miliz")) == []


@pytest.mark.parametrize(("word", "head"), [
    ("Miliz", "Miliz"), ("Militärallianz", "Militärallianz"), ("Verteidigungsallianz", "Allianz"), ("Parteien", ""),
    ("Partei", "Partei"), ("Volkspartei", "Partei"), ("Tisch", ""), ("Rebellengruppe", "Rebellengruppe"), ("Nordarmee", "Armee"),
])  # fmt: skip
def test_group_heads(word: str, head: str) -> None:
    lang = name_tables("de")
    references = References(lang.words, lang.grammar, People(lang.gazette, None, frozenset()), Salience())
    assert references.group_head(tree(f"{word} _ NOUN 0 root")[0]) == head
