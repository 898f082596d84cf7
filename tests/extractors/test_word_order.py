import pytest
import spacy
from spacy.tokens import Doc

from extractors.word_order import bare, released, settle, time_of, word_order

VOCAB = spacy.blank("de").vocab
ROOT = "ROOT"
FIN, PLUR = "VerbForm=Fin|Number=Sing", "VerbForm=Fin|Number=Plur"


def parsed(*rows: tuple[str, str, int, str], morph: str = FIN) -> Doc:
    words, pos, heads, deps = (list(column) for column in zip(*rows, strict=True))
    morphs = [morph if tag in ("VERB", "AUX") else "" for tag in pos]
    return Doc(VOCAB, words=words, pos=pos, heads=heads, deps=deps, morphs=morphs)


def labels(doc: Doc) -> dict[str, str]:
    return {token.text: token.dep_ for token in word_order(doc) if token.pos_ == "PROPN"}


@pytest.mark.parametrize(
    ("first", "second", "object_"),
    [
        ("obj", "nsubj", "obj"),
        ("nsubj", "nsubj", "obj"),
        ("obj", "obj", "obj"),
        ("obl:arg", "nsubj", "obl:arg"),
        ("nsubj", "obl:arg", "obl:arg"),
    ],
)
def test_the_first_of_two_names_is_the_subject(first: str, second: str, object_: str) -> None:
    doc = parsed(("Macron", "PROPN", 1, first), ("empfing", "VERB", 1, ROOT), ("Selenskyj", "PROPN", 1, second))
    assert labels(doc) == {"Macron": "nsubj", "Selenskyj": object_}


def test_an_article_tells_the_case() -> None:
    doc = parsed(
        ("Den", "DET", 1, "det"),
        ("Irak", "PROPN", 2, "obj"),
        ("warnte", "VERB", 2, ROOT),
        ("Trump", "PROPN", 2, "nsubj"),
    )
    assert labels(doc) == {"Irak": "obj", "Trump": "nsubj"}


def test_number_decides() -> None:
    doc = parsed(
        ("Macron", "PROPN", 1, "obj"),
        ("trafen", "VERB", 1, ROOT),
        ("Merz", "PROPN", 1, "nsubj"),
        ("Tusk", "PROPN", 2, "conj"),
        morph=PLUR,
    )
    assert labels(doc) == {"Macron": "obj", "Merz": "nsubj", "Tusk": "conj"}
    doc = parsed(
        ("Trump", "PROPN", 2, "obj"),
        ("Putin", "PROPN", 0, "conj"),
        ("traf", "VERB", 2, ROOT),
        ("Merz", "PROPN", 2, "nsubj"),
    )
    assert labels(doc) == {"Trump": "obj", "Putin": "conj", "Merz": "nsubj"}


def test_another_subject_leaves_the_names_alone() -> None:
    doc = parsed(
        ("Macron", "PROPN", 2, "obj"),
        ("die", "PRON", 2, "nsubj"),
        ("bat", "VERB", 2, ROOT),
        ("Merz", "PROPN", 2, "obj"),
    )
    assert labels(doc) == {"Macron": "obj", "Merz": "obj"}


def test_a_name_after_a_time_belongs_to_the_verb() -> None:
    doc = parsed(
        ("Russland", "PROPN", 1, "nsubj"), ("griff", "VERB", 1, ROOT), ("in", "ADP", 4, "case"), ("der", "DET", 4, "det"),
        ("Nacht", "NOUN", 1, "obl"), ("Kiew", "PROPN", 4, "nmod"), ("an", "ADP", 1, "compound:prt"),
    )  # fmt: skip
    assert labels(doc) == {"Russland": "nsubj", "Kiew": "obj"}
    assert doc[5].head.text == "griff"


@pytest.mark.parametrize("name", ["Moskaus", "Paris"])
def test_a_genitive_after_a_time_stays(name: str) -> None:
    doc = parsed(
        ("Wir", "PRON", 1, "nsubj"),
        ("reisten", "VERB", 1, ROOT),
        ("in", "ADP", 4, "case"),
        ("der", "DET", 4, "det"),
        ("Nacht", "NOUN", 1, "obl"),
        (name, "PROPN", 4, "nmod"),
    )
    assert labels(doc) == {name: "nmod"}


# What is a name without case -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("label", "found"), [("nsubj", True), ("obj", True), ("obl:arg", True), ("obl", False)])
@pytest.mark.parametrize(("pos", "name"), [("PROPN", True), ("NOUN", False), ("PRON", False), ("X", False)])
def test_a_core_argument_that_is_a_name_is_bare(label: str, found: bool, pos: str, name: bool) -> None:
    assert bare(parsed(("traf", "VERB", 0, ROOT), ("Merz", pos, 0, label))[1]) is (found and name)


@pytest.mark.parametrize("label", ["det", "det:poss", "case", "amod", "nmod"])
def test_a_word_that_shows_case_makes_a_phrase_of_a_name(label: str) -> None:
    doc = parsed(("traf", "VERB", 0, ROOT), ("Merz", "PROPN", 0, "obj"), ("der", "X", 1, label))
    assert not bare(doc[1])


@pytest.mark.parametrize("label", ["flat", "conj", "appos"])
def test_a_word_that_shows_no_case_leaves_a_name_bare(label: str) -> None:
    doc = parsed(("traf", "VERB", 0, ROOT), ("Merz", "PROPN", 0, "obj"), ("Tusk", "PROPN", 1, label))
    assert bare(doc[1])


# What is a time -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "time"),
    [
        ("Mittwoch", True),
        ("Mai", True),
        ("Woche", True),
        ("Mittwochabend", True),
        ("Nacht", True),
        # In -s, which alone is a part of day (*morgens*).
        ("Haus", False),
        ("Berlin", False),
    ],
)
@pytest.mark.parametrize(
    ("label", "case", "phrase"),
    [("obl", "case", True), ("nmod", "case", False), ("obl", "det", False), ("obl", "advmod", False)],
)
def test_a_time_is_a_phrase_of_the_verb_with_preposition(
    word: str, time: bool, label: str, case: str, phrase: bool
) -> None:
    doc = parsed(("kam", "VERB", 0, ROOT), ("am", "ADP", 2, case), (word, "NOUN", 0, label))
    assert time_of(doc[2], "de") is (time and phrase)


# Names after a time ------------------------------------------------------------------------------------------------------------


def after_time(
    *more: tuple[str, str, int, str], name: str = "Kiew", label: str = "nmod", pos: str = "PROPN", verb: str = "VERB"
) -> Doc:
    """*… griff in Nacht Kiew*, the name hung on the night."""
    rows = (("griff", verb, 0, ROOT), ("in", "ADP", 2, "case"), ("Nacht", "NOUN", 0, "obl"), (name, pos, 2, label))
    return parsed(*rows, *more)


@pytest.mark.parametrize("label", ["nmod", "appos", "flat"])
@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ((), "nsubj"),
        ((("Russland", "PROPN", 0, "nsubj"),), "obj"),
        ((("dass", "X", 0, "csubj"),), "obj"),
        ((("es", "PRON", 0, "expl"),), "obj"),
        ((("Polen", "PROPN", 0, "obj"),), "nsubj"),
        ((("Polen", "PROPN", 0, "ccomp"),), "nsubj"),
    ],
)
def test_a_name_after_a_time_is_what_the_verb_lacks(
    more: tuple[tuple[str, str, int, str], ...], missing: str, label: str
) -> None:
    doc = after_time(*more, label=label)
    assert released(doc[3], "de")
    assert (doc[3].dep_, doc[3].head.i) == (missing, 0)


@pytest.mark.parametrize(
    ("more", "changed"),
    [
        # The verb lacks nothing, or is in the passive, or is none.
        ((("Russland", "PROPN", 0, "nsubj"), ("Polen", "PROPN", 0, "obj")), {}),
        ((("Russland", "PROPN", 0, "nsubj"), ("Polen", "PROPN", 0, "obl:arg")), {}),
        ((("Russland", "PROPN", 0, "nsubj"), ("Polen", "PROPN", 0, "ccomp")), {}),
        ((("Russland", "PROPN", 0, "nsubj"), ("Polen", "PROPN", 0, "xcomp")), {}),
        ((("wurde", "AUX", 0, "aux:pass"),), {}),
        ((), {"verb": "NOUN"}),
        # Another label, no name, a name with an article.
        ((), {"label": "conj"}),
        ((), {"pos": "NOUN"}),
        ((), {"pos": "X"}),
        ((("der", "DET", 3, "det"),), {}),
    ],
)
def test_another_word_after_a_time_stays(more: tuple[tuple[str, str, int, str], ...], changed: dict[str, str]) -> None:
    doc = after_time(*more, **changed)
    assert not released(doc[3], "de")
    assert (doc[3].dep_, doc[3].head.i) == (changed.get("label", "nmod"), 2)


def test_only_the_word_right_after_the_time_belongs_to_the_verb() -> None:
    doc = parsed(
        ("griff", "VERB", 0, ROOT),
        ("in", "ADP", 2, "case"),
        ("Nacht", "NOUN", 0, "obl"),
        ("heute", "ADV", 0, "advmod"),
        ("Kiew", "PROPN", 2, "nmod"),
    )
    assert not released(doc[4], "de")
    assert labels(doc) == {"Kiew": "nmod"}


def test_a_name_after_another_noun_stays() -> None:
    doc = parsed(
        ("griff", "VERB", 0, ROOT), ("in", "ADP", 2, "case"), ("Stadt", "NOUN", 0, "obl"), ("Kiew", "PROPN", 2, "nmod")
    )
    assert not released(doc[3], "de")


@pytest.mark.parametrize("name", ["Moskaus", "Paris", "Moskau'", "Moskau’"])
def test_a_name_that_may_be_a_genitive_stays_with_the_time(name: str) -> None:
    assert labels(after_time(name=name)) == {name: "nmod"}


def test_a_name_without_genitive_goes_to_the_verb() -> None:
    assert labels(after_time()) == {"Kiew": "nsubj"}


# Two names -----------------------------------------------------------------------------------------------------------------------


def two(first: str, second: str, *more: tuple[str, str, int, str], morph: str = FIN) -> Doc:
    """*Macron VERB Tusk*, with these labels."""
    return parsed(
        ("Macron", "PROPN", 1, first), ("traf", "VERB", 1, ROOT), ("Tusk", "PROPN", 1, second), *more, morph=morph
    )


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("nsubj", "nsubj", ("nsubj", "obj")),
        ("nsubj", "obl:arg", ("nsubj", "obl:arg")),
        ("obl:arg", "obj", ("nsubj", "obl:arg")),
        ("obj", "obl:arg", ("nsubj", "obj")),
    ],
)
def test_the_second_name_is_what_the_first_one_was(first: str, second: str, found: tuple[str, str]) -> None:
    doc = two(first, second)
    settle(doc[1], doc[0], doc[2])
    assert (doc[0].dep_, doc[2].dep_) == found


@pytest.mark.parametrize("morph", ["VerbForm=Inf", PLUR, "VerbForm=Part"])
def test_without_a_finite_verb_in_the_singular_names_stay(morph: str) -> None:
    doc = two("obj", "nsubj", morph=morph)
    settle(doc[1], doc[0], doc[2])
    assert (doc[0].dep_, doc[2].dep_) == ("obj", "nsubj")


def test_a_finite_auxiliary_is_enough() -> None:
    doc = two("obj", "nsubj", ("hat", "AUX", 1, "aux"))
    for token in doc:
        token.set_morph(FIN if token.text == "hat" else "VerbForm=Part" if token.text == "traf" else "")
    settle(doc[1], doc[0], doc[2])
    assert (doc[0].dep_, doc[2].dep_) == ("nsubj", "obj")


def test_a_plural_verb_leaves_two_subjects_to_the_first() -> None:
    doc = two("nsubj", "nsubj", morph=PLUR)
    assert labels(doc) == {"Macron": "nsubj", "Tusk": "obj"}


@pytest.mark.parametrize("label", ["nsubj", "nsubj:pass", "obj", "csubj", "ccomp", "aux:pass"])
def test_another_end_of_the_verb_leaves_names_alone(label: str) -> None:
    assert labels(two("obj", "nsubj", ("foo", "NOUN", 1, label))) == {"Macron": "obj", "Tusk": "nsubj"}


@pytest.mark.parametrize("label", ["obl", "advmod", "xcomp"])
def test_another_phrase_of_the_verb_does_not(label: str) -> None:
    assert labels(two("obj", "nsubj", ("foo", "NOUN", 1, label))) == {"Macron": "nsubj", "Tusk": "obj"}


def test_one_or_three_names_stay() -> None:
    assert labels(parsed(("Macron", "PROPN", 1, "obj"), ("traf", "VERB", 1, ROOT))) == {"Macron": "obj"}
    doc = two("obj", "obj", ("Merz", "PROPN", 1, "nsubj"))
    assert labels(doc) == {"Macron": "obj", "Tusk": "obj", "Merz": "nsubj"}


def test_names_of_two_verbs_are_settled_apart() -> None:
    doc = two("obj", "nsubj", ("lobte", "VERB", 1, "conj"), ("Merz", "PROPN", 3, "obj"), ("Orban", "PROPN", 3, "nsubj"))
    assert labels(doc) == {"Macron": "nsubj", "Tusk": "obj", "Merz": "nsubj", "Orban": "obj"}


def test_a_name_anywhere_after_its_time_belongs_to_the_verb() -> None:
    doc = parsed(
        ("griff", "VERB", 0, ROOT),
        ("in", "ADP", 3, "case"),
        ("der", "DET", 3, "det"),
        ("Nacht", "NOUN", 0, "obl"),
        ("Kiew", "PROPN", 3, "nmod"),
    )
    assert released(doc[4], "de")


def test_a_name_before_the_time_stays() -> None:
    doc = parsed(
        ("Kiew", "PROPN", 2, "nmod"), ("in", "ADP", 2, "case"), ("Nacht", "NOUN", 3, "obl"), ("griff", "VERB", 3, ROOT)
    )
    assert not released(doc[0], "de")


def test_pipelines_know_the_component_by_its_name() -> None:
    assert spacy.blank("de").add_pipe("word_order") is word_order
