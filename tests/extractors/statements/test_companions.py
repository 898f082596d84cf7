"""The words beside a verb that make a predicate of it, on trees built by hand."""

import pytest
from spacy.tokens import Doc

from extractors.lexicon import Entry, Slot, WordClass, load_lexicon
from extractors.lexicon.frames import Companion
from extractors.statements.companions import CompanionFinder
from tests.extractors.trees import tree

FINITE = "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"


def entry(*companions: str, remarks: str = "") -> Entry:
    """An entry with companions written as in the lexicon: `sich`, `Kritik`, `an:Tisch`, `@weapon`."""
    parts = [word.rpartition(":") for word in companions]
    read = tuple(Companion(lemma, preposition if colon else None) for preposition, colon, lemma in parts)
    slots = (Slot("subj"),), (Slot("obj"),)
    return Entry(WordClass.VERB, "tun", read, "meets", *slots, frozenset(remarks.split()))


def found(doc: Doc, *companions: str) -> dict[str, str] | None:
    """The companions of the sentence's root as forms."""
    verb = next(token for token in doc if token.head.i == token.i)
    tokens = CompanionFinder(load_lexicon("de")).find(verb, entry(*companions))
    return tokens if tokens is None else {name: token.text for name, token in tokens.items()}


def excluded(doc: Doc, remarks: str) -> bool:
    return CompanionFinder(load_lexicon("de")).excluded(doc[0], entry(remarks=remarks))


def beside(form: str, label: str = "obj", lemma: str = "_", case: str = "") -> Doc:
    rows = [f"übte üben VERB 0 root {FINITE}"]
    rows += [f"{case} _ ADP 3 case"] if case else []
    return tree("\n".join([*rows, f"{form} {lemma} NOUN 1 {label}"]))


def test_a_verb_alone_has_no_companions() -> None:
    assert found(beside("Kritik")) == {}


@pytest.mark.parametrize(
    "label",
    ["obj", "obl", "nsubj:pass", "nsubj", "xcomp", "advmod", "compound:prt", "obl:arg", "nmod", "cop", "expl:pv"],
)
def test_a_companion_may_have_many_labels(label: str) -> None:
    assert found(beside("Kritik", label), "Kritik") == {"Kritik": "Kritik"}


@pytest.mark.parametrize("label", ["conj", "advcl", "iobj"])
def test_a_word_of_another_label_is_no_companion(label: str) -> None:
    assert found(beside("Kritik", label), "Kritik") is None


def test_all_companions_must_be_there() -> None:
    doc = tree(f"""
        stellte  stellen VERB  0  root     {FINITE}
        Waffen   Waffe   NOUN  1  obj
        in       _       ADP   4  case
        Aussicht _       NOUN  1  obl
    """)
    assert found(doc, "in:Aussicht", "Waffe") == {"Aussicht": "Aussicht", "Waffe": "Waffen"}
    assert found(doc, "in:Aussicht", "Kritik") is None


@pytest.mark.parametrize("label", ["expl:pv", "obj", "obl:arg", "iobj"])
@pytest.mark.parametrize("form", ["sich", "einander", "uns", "mich", "Euch"])
def test_a_reflexive_is_any_of_its_forms(form: str, label: str) -> None:
    doc = tree(f"traf treffen VERB 0 root {FINITE}\n{form} _ PRON 1 {label}\nKritik _ NOUN 1 obj")
    assert found(doc, "sich") == {}
    assert found(doc, "sich", "Kritik") == {"Kritik": "Kritik"}


@pytest.mark.parametrize(("form", "label"), [("ihn", "obj"), ("sich", "nmod"), ("sich", "nsubj")])
def test_another_word_is_no_reflexive(form: str, label: str) -> None:
    assert found(tree(f"traf treffen VERB 0 root {FINITE}\n{form} _ PRON 1 {label}"), "sich") is None


@pytest.mark.parametrize(
    ("case", "written", "there"),
    [
        ("an", "an:Tisch", True),
        ("am", "an:Tisch", True),
        ("auf", "an:Tisch", False),
        ("", "an:Tisch", False),
        # Without a preposition in the lexicon any goes.
        ("an", "Tisch", True),
        ("", "Tisch", True),
    ],
)
def test_a_companion_has_its_preposition(case: str, written: str, there: bool) -> None:
    assert found(beside("Tisch", "obl", case=case), written) == ({"Tisch": "Tisch"} if there else None)


@pytest.mark.parametrize(
    ("form", "lemma", "there"),
    [
        ("Waffen", "Waffe", True),
        ("Waffen", "waff", True),
        ("Kriegswaffen", "Kriegswaffen", True),
        ("Panzern", "Panzer", True),
        ("Kampfpanzer", "_", True),
        ("Brot", "_", False),
    ],
)
def test_a_companion_may_be_any_word_of_a_class(form: str, lemma: str, there: bool) -> None:
    assert found(beside(form, lemma=lemma), "@weapon") == ({"@weapon": form} if there else None)


@pytest.mark.parametrize(
    ("form", "lemma", "written", "there"),
    [
        # Lemma, form, form in lower case.
        ("Sanktionen", "Sanktion", "Sanktion", True),
        ("Sanktion", "foo", "Sanktion", True),
        ("Verantwortlich", "foo", "verantwortlich", True),
        # Endings of nouns.
        ("Sanktionen", "foo", "Sanktion", True),
        ("Tische", "foo", "Tisch", True),
        ("Sanktions", "foo", "Sanktion", False),
        # The last part of a compound, of nouns alone.
        ("US-Sanktionen", "foo", "Sanktion", True),
        ("foo", "Handelssanktion", "Sanktion", True),
        ("Sanktionsliste", "foo", "Sanktion", False),
        ("eigenverantwortlich", "foo", "verantwortlich", False),
    ],
)
def test_a_companion_is_known_by_lemma_form_and_ending(form: str, lemma: str, written: str, there: bool) -> None:
    assert found(beside(form, lemma=lemma), written) == ({written: form} if there else None)


def test_the_first_of_two_words_is_the_companion() -> None:
    doc = tree(f"liefert liefern VERB 0 root {FINITE}\nPanzer _ NOUN 1 obj\nWaffen Waffe NOUN 1 obl")
    assert found(doc, "@weapon") == {"@weapon": "Panzer"}


@pytest.mark.parametrize(("label", "there"), [("acl", {"Drohung": "Drohungen"}), ("advcl", None)])
def test_a_relative_pronoun_is_the_noun_that_it_stands_for(label: str, there: dict[str, str] | None) -> None:
    doc = tree(f"""
        Drohungen   Drohung    NOUN  0  root
        ,           _          PUNCT 4  punct
        die         der        PRON  4  obj
        ausstieß    ausstoßen  VERB  1  {label}  {FINITE}
    """)
    tokens = CompanionFinder(load_lexicon("de")).find(doc[3], entry("Drohung"))
    assert (tokens and {name: token.text for name, token in tokens.items()}) == there


# What forbids an entry -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["obl", "nmod", "obl:arg"])
@pytest.mark.parametrize(
    ("remarks", "case", "forbidden"),
    [
        ("without=auf", "auf", True),
        ("without=auf", "aufs", True),
        ("without=auf,von", "von", True),
        ("without=auf", "mit", False),
        ("", "auf", False),
    ],
)
def test_a_phrase_makes_another_verb_of_it(remarks: str, case: str, forbidden: bool, label: str) -> None:
    assert excluded(beside("Serbien", label, case=case), remarks) is forbidden


def test_a_phrase_of_another_label_forbids_nothing() -> None:
    assert not excluded(beside("Serbien", "advcl", case="auf"), "without=auf")


@pytest.mark.parametrize(
    ("form", "remarks", "forbidden"),
    [
        ("sich", "without=sich", True),
        ("Sich", "without=sich", True),
        ("ihn", "without=sich", False),
        ("sich", "without=auf", False),
        ("sich", "planned", False),
    ],
)
def test_a_reflexive_makes_another_verb_of_it(form: str, remarks: str, forbidden: bool) -> None:
    assert excluded(tree(f"verpflichtete verpflichten VERB 0 root {FINITE}\n{form} _ PRON 1 obj"), remarks) is forbidden
