"""Candidates: the words of a sentence with every two of its actors, on trees built by hand."""

from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest
from spacy.tokens import Doc

from extractors.lexicon import Lexicon
from extractors.mention import MentionKind
from extractors.statements.candidates import LEARNED, NEAREST, Beside, CandidateFinder
from ontology.actor import ActorKind
from tests.extractors.candidacy import FINITE, LEXICON, actor, candidates, in_words, lexicon, named, pairing

CRITICISED = f"""
    Paris   _            PROPN  2  nsubj  _  LOC
    tat     kritisieren  VERB   0  root   {FINITE}
    Moskau  _            PROPN  2  obj    _  LOC
"""


def told(doc: Doc, known: Lexicon = LEXICON, **homes: frozenset[str]) -> list[str]:
    return [in_words(candidate) for sentence in candidates(doc, known, homes) for candidate in sentence]


def words(doc: Doc, known: Lexicon = LEXICON) -> list[str]:
    """The words of a tree's first sentence, whoever is named there."""
    mentions = {mention.token: mention for mention in doc._.mentions}
    found = CandidateFinder(mentions, known, pairing()).words(next(doc.sents))
    return [f"{word.token.text} {word.shape}: {word.entry.name} {word.entry.relation}" for word in found]


def listed(number: int, relation: str = "criticizes") -> Doc:
    """So many states before a verb: A, B, …"""
    rows = [f"{chr(ord('A') + i)} _ PROPN {number + 1} nsubj _ LOC" for i in range(number)]
    lemma = {"criticizes": "kritisieren", "meets": "treffen"}[relation]
    return named("\n".join([*rows, f"tat {lemma} VERB 0 root {FINITE}"]))


# Pairs -------------------------------------------------------------------------------------------------------------------


def test_two_actors_and_a_word_are_candidates_in_both_directions() -> None:
    doc = named(CRITICISED)
    assert told(doc) == ["Paris verb: kritisieren Moskau", "Moskau verb: kritisieren Paris"]


def test_a_symmetric_relation_has_its_ends_in_text_order() -> None:
    assert told(named(CRITICISED.replace("kritisieren", "treffen"))) == ["Paris verb: treffen Moskau"]
    assert told(listed(3, "meets")) == ["A verb: treffen B", "A verb: treffen C", "B verb: treffen C"]


def test_three_actors_are_six_candidates() -> None:
    pairs = [said[0] + said[-1] for said in told(listed(3))]
    assert pairs == ["AB", "AC", "BA", "BC", "CA", "CB"]


def test_one_actor_is_no_candidate() -> None:
    assert candidates(named(CRITICISED.replace("_  LOC", "", 1))) == []
    assert candidates(named(CRITICISED, {"Moskau": {"actors": (actor("Paris"),)}})) == [], "named twice it is one"


def test_an_actor_named_twice_is_a_candidate_at_both_places() -> None:
    twice = named(
        f"""
        Paris        _            PROPN  2  nsubj  _  LOC
        kritisierte  kritisieren  VERB   0  root   {FINITE}
        Moskau       _            PROPN  2  obj    _  LOC
        Frankreich   _            PROPN  2  obl    _  LOC
    """,
        {"Frankreich": {"actors": (actor("Paris"),)}},
    )
    ends = [(c.subject.token, c.object.token) for sentence in candidates(twice) for c in sentence]
    assert ends == [(0, 2), (2, 0), (2, 3), (3, 2)]


def test_each_sentence_has_candidates_of_its_own() -> None:
    alone = CRITICISED.replace("Moskau  _            PROPN  2  obj    _  LOC", "")
    wordless = CRITICISED.replace("kritisieren", "malen")
    found = candidates(named("\n\n".join([CRITICISED, alone, wordless, CRITICISED.replace("Moskau", "Peking")])))
    assert [[in_words(candidate) for candidate in sentence] for sentence in found] == [
        ["Paris verb: kritisieren Moskau", "Moskau verb: kritisieren Paris"],
        ["Paris verb: kritisieren Peking", "Peking verb: kritisieren Paris"],
    ]
    assert [c.subject.token for sentence in found for c in sentence] == [0, 2, 8, 10]


def test_an_end_is_where_and_how_surely_it_is_mentioned() -> None:
    (sentence,) = candidates(named(CRITICISED, {"Moskau": {"confidence": 0.7, "place": True}}))
    end = sentence[0].object
    assert (end.begin, end.end, end.token, end.confidence, end.slot) == (10, 16, 2, 0.7, LEARNED)
    assert end.territory, "a name that may be a place stands for its state"
    assert not sentence[0].subject.territory


def test_a_mention_of_several_actors_is_each_of_them() -> None:
    changes = {"Paris": {"actors": (actor("A"), actor("B"))}, "Moskau": {"actors": (actor("C"),)}}
    assert [said[0] + said[-1] for said in told(named(CRITICISED, changes))] == ["AB", "AC", "BA", "BC", "CA", "CB"]


def test_a_mention_of_nobody_is_no_end() -> None:
    assert told(named(CRITICISED, {"Moskau": {"actors": ()}})) == []


def test_a_name_of_several_words_is_one_end() -> None:
    doc = named(f"""
        Emmanuel     _            PROPN  3  nsubj  _  PER
        Macron       _            PROPN  1  flat   _  I
        kritisierte  kritisieren  VERB   0  root   {FINITE}
        Moskau       _            PROPN  3  obj    _  LOC
    """)
    assert told(doc) == ["Emmanuel Macron verb: kritisieren Moskau", "Moskau verb: kritisieren Emmanuel Macron"]


def test_a_name_stands_at_its_head() -> None:
    doc = named(f"""
        Schloss      _            PROPN  2  compound  _  LOC
        Bellevue     _            PROPN  3  nsubj     _  I
        kritisierte  kritisieren  VERB   0  root      {FINITE}
        Moskau       _            PROPN  3  obj       _  LOC
    """)
    assert [c.subject.token for sentence in candidates(doc) for c in sentence] == [1, 3]


@pytest.mark.parametrize("label", ["ADJ", "CMP"])
def test_what_modifies_a_noun_is_an_end_too(label: str) -> None:
    assert len(told(named(CRITICISED.replace("_  LOC", f"_  {label}", 1)))) == 2


def test_impossible_pairs_are_left_out() -> None:
    private: dict[str, Any] = {"actors": (actor("Schmidt", ActorKind.PERSON, known=False),), "confidence": 0.5}
    assert told(named(CRITICISED, {"Paris": private})) == []
    assert len(told(named(CRITICISED, {"Paris": private | {"confidence": 0.6}}))) == 2
    visit = named(CRITICISED.replace("kritisieren", "besuchen"))
    assert told(visit, Paris=frozenset(("Moskau",))) == ["Moskau verb: besuchen Paris"]
    assert len(told(visit)) == 2


def test_what_is_possible_by_one_relation_may_not_be_by_another_of_the_sentence() -> None:
    further = "\n".join(f"tat {lemma} VERB 2 conj {FINITE}" for lemma in ("treffen", "besuchen"))
    doc = named(CRITICISED + further)
    assert told(doc, Paris=frozenset(("Moskau",))) == [
        "Paris verb: kritisieren Moskau",
        "Moskau verb: kritisieren Paris",
        "Paris verb: treffen Moskau",
        "Moskau verb: besuchen Paris",
    ]
    private: dict[str, Any] = {"actors": (actor("Schmidt", ActorKind.PERSON, known=False),), "confidence": 0.5}
    known = lexicon("v | kritisieren | criticizes | subj | obj", "v | treffen | detains | subj | obj")
    assert told(named(CRITICISED + f"tat treffen VERB 2 conj {FINITE}", {"Paris": private}), known) == [
        "Moskau verb: treffen Schmidt"
    ]


# Many actors -------------------------------------------------------------------------------------------------------------


def test_of_many_actors_the_nearest_alone_are_candidates() -> None:
    assert NEAREST == 6
    assert {said[0] for said in told(listed(NEAREST))} == set("ABCDEF")
    pairs = told(listed(NEAREST + 2))
    assert {said[0] for said in pairs} == set("CDEFGH")
    assert len(pairs) == NEAREST * (NEAREST - 1)


def test_the_nearest_stay_in_text_order() -> None:
    pairs = [said[0] + said[-1] for said in told(listed(NEAREST + 1, "meets"))]
    assert pairs[:2] == ["BC", "BD"]
    assert pairs == sorted(pairs)


def between(before: str, behind: str) -> Doc:
    """States before and behind a verb."""
    states = [f"{name} _ PROPN {len(before) + 1} nsubj _ LOC" for name in before + behind]
    states.insert(len(before), f"tat kritisieren VERB 0 root {FINITE}")
    return named("\n".join(states))


@pytest.mark.parametrize(
    ("before", "behind", "near"),
    [
        ("ABCD", "EFG", "BCDEFG"),
        ("ABC", "DEFG", "ABCDEF"),
        ("ABCD", "EFGH", "BCDEFG"),
        ("", "ABCDEFG", "ABCDEF"),
        ("ABCDEFG", "", "BCDEFG"),
    ],
)
def test_near_is_what_has_few_words_between(before: str, behind: str, near: str) -> None:
    assert {said[0] for said in told(between(before, behind))} == set(near)


def test_of_two_as_near_the_first_is_nearer() -> None:
    # Each mention is of two: A and B are two words away, as are G and H.
    def two(one: str, other: str) -> dict[str, Any]:
        return {"actors": (actor(one), actor(other))}

    doc = named(
        f"""
        X    _            PROPN  2  nsubj  _  LOC
        Y    _            PROPN  3  nsubj  _  LOC
        tat  kritisieren  VERB   0  root   {FINITE}
        Z    _            PROPN  3  obj    _  LOC
        W    _            PROPN  3  obj    _  LOC
    """,
        {"X": two("A", "B"), "Y": two("C", "D"), "Z": two("E", "F"), "W": two("G", "H")},
    )
    assert {said[0] for said in told(doc)} == set("ABCDEF")


def test_each_word_has_its_own_nearest() -> None:
    rows = [f"{name} _ PROPN 1 nsubj _ LOC" for name in "ABCDEFGH"]
    verb = f"tat kritisieren VERB {{}} root {FINITE}"
    doc = named("\n".join([verb.format(0), *rows, verb.format(1)]))
    (found,) = candidates(doc)
    near = {c.word.token.i: set[str]() for c in found}
    for c in found:
        near[c.word.token.i].add(c.subject.actor.id)
    assert near == {0: set("ABCDEF"), 9: set("CDEFGH")}


def test_actors_are_as_many_as_they_are_mentioned() -> None:
    changes = {"A": {"actors": (actor("H"),)}}
    rows = [f"{name} _ PROPN 8 nsubj _ LOC" for name in "AABCDEF"]
    doc = named("\n".join([*rows, f"tat kritisieren VERB 0 root {FINITE}"]), changes)
    ends = {c.subject.token for sentence in candidates(doc) for c in sentence}
    assert ends == {1, 2, 3, 4, 5, 6}


# Words -------------------------------------------------------------------------------------------------------------------


def sentence_of(row: str, *others: str) -> Doc:
    return named("\n".join([row, *others]))


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (f"kritisierte kritisieren VERB 0 root {FINITE}", ["verb: kritisieren criticizes"]),
        ("Kritik _ NOUN 0 root", ["noun: Kritik criticizes"]),
        ("Kritik _ PROPN 0 root", ["noun: Kritik criticizes"]),
        ("Kritik _ ADJ 0 root", []),
        ("Medienkritik _ NOUN 0 root", ["noun: Kritik criticizes"]),
        ("Verbündeter _ NOUN 0 root", ["role: Verbündeter alliedWith"]),
        ("Verbündeter _ PROPN 0 root", ["role: Verbündeter alliedWith"]),
        ("verbündet _ ADJ 0 root", ["adjective: verbündet alliedWith"]),
        ("verbündete verbünden ADJ 0 root", ["adjective: verbündet alliedWith"]),
        ("verbündet _ ADV 0 root", []),
        ("unterstützten unterstützt ADJ 0 root", ["participle: unterstützen supports"]),
        ("unterstützten unterstützt ADV 0 root", []),
        ("kritisieren _ NOUN 0 root", []),
    ],
)
def test_the_shapes_of_words(row: str, found: list[str]) -> None:
    assert [" ".join(said.split()[1:]) for said in words(sentence_of(row))] == found


def test_a_verb_before_a_noun_is_a_participle() -> None:
    doc = sentence_of("unterstützten unterstützen VERB 2 amod", "Rebellen Rebell NOUN 0 root")
    assert words(doc) == ["unterstützten participle: unterstützen supports"]
    doc = sentence_of("verbündeten verbündet NOUN 2 amod", "Rebellen Rebell NOUN 0 root")
    assert words(doc) == ["verbündeten adjective: verbündet alliedWith"]


@pytest.mark.parametrize("label", ["ROOT", "acl", "nmod"])
def test_a_noun_of_any_label_is_a_noun(label: str) -> None:
    doc = sentence_of("tat malen VERB 0 root", f"Kritik _ NOUN 1 {label}")
    assert words(doc) == ["Kritik noun: Kritik criticizes"]


def test_a_verb_with_companions_is_no_participle() -> None:
    known = lexicon("v | unterstützen Kritik | supports | subj | obj", "v | unterstützen | aids | subj | obj")
    doc = sentence_of("unterstützten unterstützt ADJ 2 amod", "Kritik _ NOUN 0 root")
    assert words(doc, known) == ["unterstützten participle: unterstützen aids"]


def test_a_noun_may_be_an_event_and_a_role() -> None:
    known = lexicon("n | Partner | cooperatesWith | gen | mit", "r | Partner | alliedWith | bearer | gen")
    assert words(sentence_of("Partner _ NOUN 0 root"), known) == [
        "Partner noun: Partner cooperatesWith",
        "Partner role: Partner alliedWith",
    ]


@pytest.mark.parametrize(("label", "found"), [("LOC", 0), ("ADJ", 1), ("CMP", 1)])
def test_the_word_of_a_mention_is_no_event(label: str, found: int) -> None:
    assert len(words(named(f"Kritik _ NOUN 0 root _ {label}"))) == found


def test_the_word_of_a_mention_may_be_a_role() -> None:
    doc = named("Verbündeter _ NOUN 0 root _ PER", {"Verbündeter": {"kind": MentionKind.DESCRIPTION}})
    assert words(doc) == ["Verbündeter role: Verbündeter alliedWith"]


def test_a_word_states_a_relation_once_by_its_first_entry() -> None:
    known = lexicon(
        "v | üben Kritik | criticizes | subj | an",
        "v | üben | criticizes | subj | obj",
        "v | üben | praises | subj | obj",
    )
    verb = f"übte üben VERB 0 root {FINITE}"
    assert words(sentence_of(verb, "Kritik _ NOUN 1 obj"), known) == [
        "übte verb: üben Kritik criticizes",
        "übte verb: üben praises",
    ]
    assert words(sentence_of(verb), known) == ["übte verb: üben criticizes", "übte verb: üben praises"]
    both = sentence_of(verb, f"übte üben VERB 1 conj {FINITE}")
    assert len(words(both, known)) == 4, "another word states it again"


def test_a_phrase_that_makes_another_verb_of_it() -> None:
    verb = f"traf treffen VERB 0 root {FINITE}"
    for before, found in (("auf", []), ("vor", ["traf verb: treffen meets"])):
        assert words(sentence_of(verb, f"{before} _ ADP 3 case", "Serbien _ PROPN 1 obl")) == found


def test_a_word_is_a_value() -> None:
    (sentence,) = candidates(named(CRITICISED))
    word = sentence[0].word
    assert word is sentence[1].word
    with pytest.raises(FrozenInstanceError):
        word.shape = "noun"  # type: ignore[misc]
    assert not hasattr(word, "__dict__"), "there are thousands"


# Companions --------------------------------------------------------------------------------------------------------------


def test_companions_may_stand_anywhere_in_the_sentence() -> None:
    verb = f"übte üben VERB 0 root {FINITE}"
    assert words(sentence_of(verb)) == []
    far = sentence_of(verb, "Rede _ NOUN 1 obl", "scharfer scharf ADJ 4 amod", "Kritik _ NOUN 2 nmod")
    assert words(far) == ["übte verb: üben Kritik criticizes", "Kritik noun: Kritik criticizes"]
    elsewhere = named(f"{verb}\n\nKritik _ NOUN 0 root")
    assert words(elsewhere) == []


def test_all_companions_must_be_there_whatever_preposition_is_before_them() -> None:
    known = lexicon("v | bringen an:Tisch Gegner | mediates | subj | obj")
    verb = f"brachte bringen VERB 0 root {FINITE}"
    assert words(sentence_of(verb, "Tisch _ NOUN 1 obj"), known) == []
    assert words(sentence_of(verb, "Gegner _ NOUN 1 obj"), known) == []
    assert len(words(sentence_of(verb, "Tisch _ NOUN 1 obj", "Gegner _ NOUN 1 obj"), known)) == 1


@pytest.mark.parametrize("written", ["Kritik", "verantwortlich", "an:Tisch"])
def test_a_reflexive_is_no_other_companion(written: str) -> None:
    known = lexicon(f"v | machen {written} | criticizes | subj | obj")
    assert words(sentence_of(f"machte machen VERB 0 root {FINITE}", "sich _ PRON 1 obj"), known) == []


@pytest.mark.parametrize("form", ["sich", "uns", "Einander"])
def test_a_reflexive_is_any_of_its_forms(form: str) -> None:
    known = lexicon("v | treffen sich | meets | subj | mit")
    verb = f"traf treffen VERB 0 root {FINITE}"
    assert len(words(sentence_of(verb, f"{form} sich PRON 1 nmod"), known)) == 1
    assert words(sentence_of(verb, "ihn _ PRON 1 obj"), known) == []


@pytest.mark.parametrize(
    ("row", "there"),
    [
        ("Sanktionen Sanktion NOUN 1 obj", True),
        ("Sanktion foo NOUN 1 obj", True),
        ("US-Sanktionen foo NOUN 1 obj", True),
        ("Sanktionsliste foo NOUN 1 obj", False),
    ],
)
def test_a_companion_is_known_by_its_lemma_form_or_ending(row: str, there: bool) -> None:
    known = lexicon("v | verhängen Sanktion | sanctions | subj | gegen")
    doc = sentence_of(f"verhängte verhängen VERB 0 root {FINITE}", row)
    assert len(words(doc, known)) == there


def test_a_companion_may_be_written_small() -> None:
    known = lexicon("v | unterstützen militärisch | arms | subj | obj")
    verb = f"unterstützte unterstützen VERB 2 root {FINITE}"
    assert len(words(sentence_of(f"Militärisch foo ADV 2 advmod\n{verb.replace(' 2 ', ' 0 ')}"), known)) == 1


def test_a_companion_may_be_any_word_of_a_class() -> None:
    known = lexicon("v | liefern @weapon | arms | subj | an")
    verb = f"lieferte liefern VERB 0 root {FINITE}"
    assert len(words(sentence_of(verb, "Kampfpanzer _ NOUN 1 obj"), known)) == 1
    assert words(sentence_of(verb, "Brot _ NOUN 1 obj"), known) == []


def test_each_companion_is_looked_for_once() -> None:
    doc = named(f"übte üben VERB 0 root {FINITE}\nKritik _ NOUN 1 obj")
    asked: list[str] = []

    class Asked:
        """A lexicon that notes what is looked up."""

        grammar = LEXICON.grammar

        def spelling(self, companion: str) -> Any:
            asked.append(companion)
            return LEXICON.spelling(companion)

    beside = Beside(next(doc.sents), Asked())  # type: ignore[arg-type]
    (entry,) = LEXICON.verbs["üben"]
    assert [beside.has(entry), beside.has(entry), beside.has(replace(entry, companions=()))] == [True, True, True]
    assert asked == ["Kritik"]


# What a word cannot say --------------------------------------------------------------------------------------------------

PARTNERS = lexicon(
    "r | Partner | alliedWith | bearer | gen",
    "r | Gegner | opposes | bearer | gen",
    "v | begrüßen | praises | subj | act,clause",
    "v | sprechen | meets | subj | mit",
    "n | Besuch | visits | gen | in | without=@office",
)


def test_partners_are_no_partners_of_each_other() -> None:
    text = f"""
        Die      der       DET    2  det
        Partner  _         NOUN   6  nsubj
        Iran     _         PROPN  2  {{label}}  _  LOC
        und      _         CCONJ  5  cc
        China    _         PROPN  3  conj  _  LOC
        redeten  reden     VERB   0  root   {FINITE}
        mit      _         ADP    8  case
        Kuba     _         PROPN  6  obl  _  LOC
    """
    outside = ["Iran role: Partner Kuba", "China role: Partner Kuba"]
    for label in ("appos", "flat", "nmod"):
        found = told(named(text.format(label=label)), PARTNERS)
        assert [one for one in found if "Kuba" in one and one.endswith("Kuba")] == outside
        assert not any(one in found for one in ("Iran role: Partner China", "China role: Partner Iran"))
    assert "Iran role: Partner China" in told(named(text.format(label="obl")), PARTNERS)


def test_the_foe_of_a_state_is_not_that_state() -> None:
    text = f"""
        Paris    _         PROPN  2  nsubj  _  LOC
        sprach   sprechen  VERB   0  root   {FINITE}
        mit      _         ADP    4  case
        Gegnern  Gegner    NOUN   2  obl
        der      der       DET    6  det
        Türkei   _         PROPN  4  nmod  _  LOC
    """
    assert told(named(text), PARTNERS) == ["Paris role: Gegner Türkei", "Türkei role: Gegner Paris"]
    friends = text.replace("Gegnern  Gegner", "Nachbarn  Nachbar")
    assert told(named(friends), PARTNERS) == ["Paris verb: sprechen Türkei"]
    towards = text.replace("der      der       DET    6  det", "in       _         ADP    6  case")
    assert "Paris verb: sprechen Türkei" in told(named(towards), PARTNERS)


def test_whom_another_thing_is_like_is_nobody() -> None:
    text = f"""
        Paris      _            PROPN  2  nsubj  _  LOC
        rügte      kritisieren  VERB   0  root   {FINITE}
        Gesetze    _            NOUN   2  obj
        {{like}}   _            ADP    5  case
        Moskau     _            PROPN  3  nmod   _  LOC
    """
    assert told(named(text.format(like="wie"))) == []
    assert told(named(text.format(like="in"))) == ["Paris verb: kritisieren Moskau", "Moskau verb: kritisieren Paris"]
    of_word = text.replace("PROPN  3  nmod", "PROPN  2  obl")
    assert len(told(named(of_word.format(like="wie")))) == 2


@pytest.mark.parametrize(("label", "greeted"), [("obj", True), ("nsubj:pass", True), ("obl", False)])
def test_who_is_greeted_is_not_praised(label: str, greeted: bool) -> None:
    text = f"""
        Paris      _         PROPN  2  nsubj  _  LOC
        begrüßte   begrüßen  VERB   0  root   {FINITE}
        polnische  polnisch  ADJ    4  amod  _  ADJ
        {{noun}}   _         NOUN   2  {label}
    """
    found = "Paris verb: begrüßen polnische" in told(named(text.format(noun="Mannschaft")), PARTNERS)
    assert found is not greeted
    assert "Paris verb: begrüßen polnische" in told(named(text.format(noun="Ideen")), PARTNERS)


def test_a_state_that_is_greeted_is_not_praised_but_its_treaty_is() -> None:
    text = f"""
        Paris     _         PROPN  2  nsubj  _  LOC
        begrüßte  begrüßen  VERB   0  root   {FINITE}
        Warschau  _         PROPN  2  obj    _  {{kind}}
    """
    assert "Paris verb: begrüßen Warschau" not in told(named(text.format(kind="LOC")), PARTNERS)
    assert "Paris verb: begrüßen Warschau" in told(named(text.format(kind="CMP")), PARTNERS)


def test_a_noun_with_what_makes_something_else_of_it_is_none() -> None:
    text = f"""
        Beim      _       ADP    2  case
        Besuch    _       NOUN   5  obl
        des       der     DET    4  det
        {{noun}}  _       NOUN   2  nmod
        sah       sehen   VERB   0  root   {FINITE}
        Paris     _       PROPN  5  nsubj  _  LOC
        Moskau    _       PROPN  5  obj    _  LOC
    """
    assert any("Besuch" in one for one in told(named(text.format(noun="Hauses")), PARTNERS))
    assert told(named(text.format(noun="Amt")), PARTNERS) == []
