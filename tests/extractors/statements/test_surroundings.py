"""What the features ask of a document: ways, paths, clauses, quotations and filled slots, on trees built by hand."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from extractors.actors import mentions_at
from extractors.lexicon import Entry
from extractors.statements.candidates import Word
from extractors.statements.context import ContextFinder
from extractors.statements.surroundings import LONGEST, Surroundings
from ontology.actor import Actor
from tests.extractors.candidacy import FINITE, LEXICON, actor, entry, named, surroundings
from tests.extractors.trees import finder

SENTENCE = f"""
    Paris        _            PROPN  2  nsubj   _  LOC
    kritisierte  kritisieren  VERB   0  root    {FINITE}
    am           _            ADP    4  case
    Montag       _            NOUN   2  obl
    ,            _            PUNCT  8  punct
    dass         _            SCONJ  8  mark
    Moskau       _            PROPN  8  nsubj   _  LOC
    angriff      angreifen    VERB   2  ccomp   {FINITE}
"""


def chain(*labels: str) -> Surroundings:
    """A tree in which each token hangs on the one before it, with these labels."""
    return surroundings(named("\n".join(f"w _ NOUN {i} {label}" for i, label in enumerate(labels))))


# Ways --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "end", "up", "down"),
    [
        (0, 6, [0], [7, 6]),
        (6, 0, [6, 7], [0]),
        (0, 1, [0], []),
        (1, 0, [], [0]),
        (2, 7, [2, 3], [7]),
        (2, 3, [2], []),
        (3, 2, [], [2]),
        (1, 6, [], [7, 6]),
        (6, 1, [6, 7], []),
        (6, 6, [], []),
        (1, 1, [], []),
    ],
)
def test_the_way_goes_up_to_the_lowest_common_head_and_down(
    begin: int, end: int, up: list[int], down: list[int]
) -> None:
    around = surroundings(named(SENTENCE))
    assert around.ways(begin, end) == (up, down)
    assert around.ways(begin, end) == (up, down), "asked again"


def test_between_two_roots_the_way_goes_over_both() -> None:
    around = surroundings(named("Paris _ PROPN 0 root _ LOC\nschweigt schweigen VERB 0 root"))
    assert around.ways(0, 1) == ([0], [1])


def test_a_chain_is_a_token_and_its_heads() -> None:
    around = surroundings(named(SENTENCE))
    assert [around.chain(i) for i in (0, 1, 2, 6)] == [[0, 1], [1], [2, 3, 1], [6, 7, 1]]
    assert around.heads == [1, 1, 3, 1, 7, 7, 7, 1]


def test_the_second_sentence_has_heads_of_its_own() -> None:
    around = surroundings(named(f"{SENTENCE}\n\n{SENTENCE}"))
    assert around.chain(14) == [14, 15, 9]


def test_a_path_is_the_labels_of_a_way() -> None:
    around = surroundings(named(SENTENCE))
    assert around.path(*around.ways(0, 6)) == "nsubj ccomp>nsubj"
    assert around.path(*around.ways(6, 0)) == "nsubj<ccomp nsubj"
    assert around.path(*around.ways(0, 1)) == "nsubj "
    assert around.path(*around.ways(1, 0)) == " nsubj"
    assert around.path([], []) == " "


@pytest.mark.parametrize("label", ["appos", "flat", "conj", "compound"])
def test_a_path_leaves_out_what_stands_beside_a_name(label: str) -> None:
    around = chain("root", "obj", label, "nmod")
    assert around.path([3, 2, 1], []) == "nmod<obj "
    assert around.path([], [1, 2, 3]) == " obj>nmod"


def test_a_long_path_is_far() -> None:
    assert LONGEST == 6
    around = chain("root", "a", "b", "conj", "c", "d", "e", "f", "g")
    assert around.path([6, 5, 4, 3, 2, 1], []) == "e<d<c<b<a "
    assert around.path([7, 6, 5, 4, 3, 2, 1], []) == "f<e<d<c<b<a "
    assert around.path([8, 7, 6, 5, 4, 3, 2, 1], []) == "far"
    assert around.path([4, 2, 1], [6, 7, 8]) == "c<b<a e>f>g"
    assert around.path([4, 2, 1], [5, 6, 7, 8]) == "far"
    assert around.path([], [1, 2, 4, 5, 6, 7, 8]) == "far"


# Clauses and words -------------------------------------------------------------------------------------------------------


def test_the_clause_of_a_token() -> None:
    around = surroundings(named(SENTENCE))
    assert [around.clause(i).i for i in (0, 1, 2, 3, 5, 6, 7)] == [1, 1, 1, 1, 7, 7, 7]
    assert around.clause(6) is around.clause(6), "asked once"


def test_the_preposition_of_a_token() -> None:
    around = surroundings(named(SENTENCE))
    assert [around.preposition(i) for i in (0, 3)] == ["", "an"]


def test_labels_by_token() -> None:
    assert surroundings(named(SENTENCE)).labels == "nsubj root case obl punct mark nsubj ccomp".split()


def test_what_stands_between_quotation_marks_is_quoted() -> None:
    rows = ["Er _ PRON 0 root", *(f"{form} _ X 1 dep" for form in "„ A B “ C".split())]
    assert surroundings(named("\n".join(rows))).quoted == [False, True, True, True, False, False]


# Mentions ----------------------------------------------------------------------------------------------------------------


def test_mentions_are_counted_by_actor() -> None:
    changes = {"B": {"actors": (actor("A"), actor("C"))}}
    around = surroundings(named("A _ PROPN 0 root _ LOC\nB _ PROPN 1 obj _ LOC\nC _ PROPN 1 obj _ LOC", changes))
    assert around.counts == {"A": 2, "C": 2}
    assert around.firsts == {"A": 0, "C": 2}


@pytest.mark.parametrize(("first", "second"), [("0 root", "1 flat"), ("2 compound", "0 root")])
def test_a_name_of_several_words_counts_once(first: str, second: str) -> None:
    doc = named(f"Emmanuel _ PROPN {first} _ PER\nMacron _ PROPN {second} _ I\nMacron _ PROPN 2 obj _ PER")
    around = surroundings(doc)
    assert set(around.mentions) == {0, 1, 2}
    assert around.counts == {"Emmanuel Macron": 1, "Macron": 1}
    assert around.firsts == {"Emmanuel Macron": 0, "Macron": 16}


def test_the_first_mention_is_the_first_in_the_text() -> None:
    doc = named("A _ PROPN 0 root _ LOC\nB _ PROPN 1 obj _ LOC", {"B": {"actors": (actor("A"),)}})
    doc._.mentions = tuple(reversed(doc._.mentions))
    around = surroundings(doc)
    assert around.firsts == {"A": 0}


def test_whom_an_actor_has_served_is_asked_once() -> None:
    doc = named("A _ PROPN 0 root _ PER\nB _ PROPN 1 obj _ PER")
    asked: list[str] = []

    def homes(person: Actor) -> frozenset[str]:
        asked.append(person.id)
        return frozenset((f"home of {person.id}",))

    arguments = finder(doc, LEXICON)
    around = Surroundings(doc, mentions_at(doc), arguments, ContextFinder(arguments, LEXICON, {}), homes)
    assert [around.homes(actor(name)) for name in "ABA"] == [{"home of A"}, {"home of B"}, {"home of A"}]
    assert asked == ["A", "B"]


# Filled slots ------------------------------------------------------------------------------------------------------------


def filled(doc: Doc, form: str, shape: str, one: Entry) -> list[dict[str, str]]:
    """The slots of subject and object that mentions fill, by their texts."""
    token = next(token for token in doc if token.text == form)
    around = surroundings(doc)
    word = Word(token, one, shape)
    named_at = {mention.begin: doc.text[mention.begin : mention.end] for mention in doc._.mentions}
    return [{named_at[begin]: slot for begin, slot in around.filled(word, side).items()} for side in (0, 1)]


VERB = entry("v | üben | criticizes | subj | obj,an")
NOUN = entry("n | Kritik | criticizes | gen,adj | an*")


def test_the_slots_of_a_verb() -> None:
    doc = named(f"""
        Paris    _     PROPN  2  nsubj  _  LOC
        übte     üben  VERB   0  root   {FINITE}
        Kritik   _     NOUN   2  obj
        an       _     ADP    5  case
        Moskau   _     PROPN  2  obl    _  LOC
    """)
    assert filled(doc, "übte", "verb", VERB) == [{"Paris": "subj"}, {"Moskau": "an"}]
    assert filled(doc, "übte", "verb", replace(VERB, subject=VERB.object, object=VERB.subject)) == [
        {"Moskau": "an"},
        {"Paris": "subj"},
    ]


def test_every_slot_that_is_filled_counts() -> None:
    doc = named(f"""
        Paris    _     PROPN  2  nsubj  _  LOC
        übte     üben  VERB   0  root   {FINITE}
        Berlin   _     PROPN  2  obj    _  LOC
        an       _     ADP    5  case
        Moskau   _     PROPN  2  obl    _  LOC
    """)
    assert filled(doc, "übte", "verb", VERB)[1] == {"Berlin": "obj", "Moskau": "an"}


def test_of_two_slots_that_one_fills_the_first_counts() -> None:
    doc = named(f"Paris _ PROPN 2 nsubj _ LOC\nübte üben VERB 0 root {FINITE}\nBerlin _ PROPN 2 obj _ LOC")
    for slots, found in (("obj,act,obj*", "obj"), ("dat,obj*,obj", "obj")):
        assert filled(doc, "übte", "verb", entry(f"v | üben | praises | subj | {slots}"))[1] == {"Berlin": found}
    doc = named("""
        Kritik    _  NOUN   0  root
        Moskaus   _  PROPN  1  appos  _  LOC
    """)
    for slots in ("gen,bearer", "bearer,gen"):
        one = entry(f"n | Kritik | criticizes | {slots} | an")
        assert filled(doc, "Kritik", "noun", one)[0] == {"Moskaus": slots.partition(",")[0]}


@pytest.mark.parametrize("shape", ["noun", "role"])
def test_the_slots_of_a_noun(shape: str) -> None:
    doc = named("""
        russische  russisch  ADJ    2  amod  _  ADJ
        Kritik     _         NOUN   0  root
        an         _         ADP    4  case
        Paris      _         PROPN  2  nmod  _  LOC
    """)
    assert filled(doc, "Kritik", shape, NOUN) == [{"russische": "adj"}, {"Paris": "an"}]


def test_an_unfilled_slot_is_empty() -> None:
    assert filled(named("Kritik _ NOUN 0 root\nParis _ PROPN 1 dep _ LOC"), "Kritik", "noun", NOUN) == [{}, {}]


def before_noun(form: str, preposition: str, label: str = "obl:agent") -> Doc:
    """*die von Paris unterstützten Türken*."""
    return named(f"""
        die            der         DET    5  det
        {preposition}  _           ADP    3  case
        Paris          _           PROPN  4  {label}  _  LOC
        {form}         _           ADJ    5  amod
        Türken         _           PROPN  0  root     _  LOC
    """)


SUPPORT = entry("v | unterstützen | supports | subj | obj")


@pytest.mark.parametrize(
    ("before", "slots"),
    [
        ("von", [{"Paris": "subj"}, {"Türken": "obj"}]),
        ("durch", [{"Paris": "subj"}, {"Türken": "obj"}]),
        ("mit", [{}, {"Türken": "obj"}]),
    ],
)
def test_a_participle_is_said_of_its_noun_by_an_agent(before: str, slots: list[dict[str, str]]) -> None:
    assert filled(before_noun("unterstützten", before), "unterstützten", "participle", SUPPORT) == slots


def test_an_adjective_is_said_of_its_noun_with_another() -> None:
    doc = before_noun("verbündeten", "mit", "obl")
    one = entry("a | verbündet | alliedWith | subj | mit")
    assert filled(doc, "verbündeten", "adjective", one) == [{"Türken": "subj"}, {"Paris": "mit"}]
    doc = before_noun("verbündeten", "von")
    one = entry("a | verbündet | alliedWith | subj | obj")
    assert filled(doc, "verbündeten", "adjective", one) == [{"Türken": "subj"}, {}]


def test_an_adjective_and_a_participle_fill_their_slots_each_its_way() -> None:
    doc = before_noun("unterstützten", "von")
    around = surroundings(doc)
    shapes = [around.filled(Word(doc[3], SUPPORT, shape), 0) for shape in ("participle", "adjective", "participle")]
    assert shapes == [{8: "subj"}, {28: "subj"}, {8: "subj"}]


def test_an_adjective_keeps_the_kinds_of_its_slots_and_takes_no_owner() -> None:
    doc = before_noun("verbündeten", "mit", "obl")
    for kinds, found in (("S", {"Türken": "subj"}), ("O", {})):
        one = entry(f"a | verbündet | alliedWith | subj/{kinds} | mit")
        assert filled(doc, "verbündeten", "adjective", one)[0] == found
    doc = named("""
        verbündete  verbündet  ADJ    2  amod
        Armee       _          NOUN   0  root
        Moskaus     _          PROPN  2  nmod  _  LOC
    """)
    assert filled(doc, "verbündete", "adjective", entry("a | verbündet | alliedWith | subj* | mit"))[0] == {}


def predicative(label: str = "root") -> Doc:
    return named(f"""
        Paris      _          PROPN  5  nsubj    _  LOC
        ist        sein       AUX    5  cop      {FINITE}
        mit        _          ADP    4  case
        Moskau     _          PROPN  5  obl      _  LOC
        verbündet  _          ADJ    0  {label}
    """)


@pytest.mark.parametrize("label", ["root", "acl", "conj"])
def test_a_predicative_adjective_is_said_of_its_subject(label: str) -> None:
    one = entry("a | verbündet | alliedWith | subj | mit")
    assert filled(predicative(label), "verbündet", "adjective", one) == [{"Paris": "subj"}, {"Moskau": "mit"}]
    one = entry("a | verbündet | alliedWith | subj | obj")
    assert filled(predicative(label), "verbündet", "participle", one) == [{"Paris": "subj"}, {}]


def test_slots_are_filled_once() -> None:
    around = surroundings(predicative())
    word = Word(around.doc[4], entry("a | verbündet | alliedWith | subj | mit"), "adjective")
    assert around.filled(word, 0) is around.filled(word, 0)
    assert around.filled(word, 0) is not around.filled(word, 1)
