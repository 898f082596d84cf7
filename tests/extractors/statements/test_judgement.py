"""What an acceptor says of a document: which candidates it adds to the rules' predicates, and how sure each statement is."""

import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from spacy.tokens import Doc

from extractors import Article, Statement
from extractors.actors import mentions_at
from extractors.lexicon import Lexicon
from extractors.statement import Span
from extractors.statements.acceptor import BITS, NAMES, Acceptor, buckets
from extractors.statements.candidates import Candidate
from extractors.statements.companions import CompanionFinder
from extractors.statements.context import ContextFinder
from extractors.statements.features import COLUMNS, Columns
from extractors.statements.judgement import Judgement, judged
from extractors.statements.predicates import Predicate
from ontology.vocabulary import relations
from tests.extractors.candidacy import FINITE, LEXICON, actor, candidates, in_words, lexicon, named, pairing
from tests.extractors.trees import finder

PLAIN = f"""
    Paris        _            PROPN  2  nsubj  _  LOC
    kritisierte  kritisieren  VERB   0  root   {FINITE}
    Moskau       _            PROPN  2  obj    _  LOC
"""
FORWARD, BACKWARD = "Paris verb: kritisieren Moskau", "Moskau verb: kritisieren Paris"


def own(predicate: Predicate) -> str:
    """The relation of a predicate, by its entry alone."""
    return predicate.entry.relation


def telling(sure: Sequence[float], **settings: float) -> tuple[Acceptor, Columns]:
    """An acceptor that finds candidates as probable as told, in half precision, and the rows by which it tells them apart."""
    columns = np.zeros((len(sure), len(COLUMNS)), dtype=np.uint64)
    columns[:, COLUMNS.index("relation")] = [100 * (1 + sorted(set(sure)).index(one)) for one in sure]
    table = np.zeros(1 << BITS, dtype=np.float16)
    table[buckets(columns)[:, 0]] = [math.log(one / (1 - one)) for one in sure]
    given = {"bias": 0.0, "threshold": 0.5} | settings
    return Acceptor(table, means=np.zeros(len(NAMES)), **given), columns


def judgement(
    doc: Doc,
    sure: Sequence[float],
    known: Lexicon = LEXICON,
    relation: Callable[[Predicate], str] = own,
    **settings: float,
) -> Judgement:
    """What an acceptor says of a tree whose candidates are so probable, in their order."""
    found = [candidate for sentence in candidates(doc, known) for candidate in sentence]
    assert len(found) == len(sure), [in_words(candidate) for candidate in found]
    acceptor, columns = telling(sure, **settings)
    return Judgement(acceptor, found, columns, relations(), relation, CompanionFinder(known))


def told(predicates: Sequence[Predicate]) -> list[str]:
    return [
        f"{subject.actor.id} {predicate.shape}: {predicate.entry.name} {target.actor.id}"
        for predicate in predicates
        for subject, target in predicate.pairs
    ]


def learned(found: Judgement, *given: Predicate) -> list[str]:
    return told(list(found.learned(given)))


def predicate(candidate: Candidate) -> Predicate:
    """What a rule would have given."""
    word = candidate.word
    return Predicate(word.token, word.entry, word.shape, ((candidate.subject, candidate.object),))


# What is added -----------------------------------------------------------------------------------------------------------


def test_what_is_sure_enough_is_added() -> None:
    assert learned(judgement(named(PLAIN), [0.9, 0.1])) == [FORWARD]
    assert learned(judgement(named(PLAIN), [0.1, 0.9])) == [BACKWARD]
    assert learned(judgement(named(PLAIN), [0.1, 0.2])) == []
    assert learned(judgement(named(PLAIN), [0.3, 0.1], threshold=0.2)) == [FORWARD]


def test_the_threshold_itself_is_enough() -> None:
    assert learned(judgement(named(PLAIN), [0.5, 0.1])) == [FORWARD]
    assert learned(judgement(named(PLAIN), [0.5, 0.1], threshold=0.500001)) == []


def test_an_acceptor_that_takes_all_or_nothing() -> None:
    assert learned(judgement(named(PLAIN), [0.5, 0.5], bias=9.0)) == [FORWARD]
    assert learned(judgement(named(PLAIN), [0.5, 0.5], bias=-9.0)) == []


def test_two_actors_are_related_once_a_sentence() -> None:
    assert learned(judgement(named(PLAIN), [0.8, 0.9])) == [BACKWARD], "the surer direction alone"
    twice = named(f"{PLAIN}\n\n{PLAIN}")
    assert learned(judgement(twice, [0.8, 0.1, 0.1, 0.9])) == [BACKWARD, FORWARD], "each sentence for itself"


def test_the_surest_comes_first_and_of_equals_the_first() -> None:
    doc = named(PLAIN + "    Rom _ PROPN 2 obl _ LOC")
    pairs = ["Paris Moskau", "Paris Rom", "Moskau Paris", "Moskau Rom", "Rom Paris", "Rom Moskau"]
    said = {pair: f"{pair.split()[0]} verb: kritisieren {pair.split()[1]}" for pair in pairs}
    found = judgement(doc, [0.7, 0.9, 0.1, 0.8, 0.95, 0.1])
    assert learned(found) == [said["Rom Paris"], said["Moskau Rom"], said["Paris Moskau"]]
    assert learned(judgement(doc, [0.7] * 6)) == [said["Paris Moskau"], said["Paris Rom"], said["Moskau Rom"]]


def test_what_is_added_says_why() -> None:
    (found,) = judgement(named(PLAIN), [0.9, 0.1]).learned(())
    assert found.learned == ("for it: the word and its relation",)
    assert found.rule == "learned verb: kritisieren"
    assert (found.token.i, found.shape, found.entry.name) == (1, "verb", "kritisieren")
    (found,) = judgement(named(PLAIN), [0.3, 0.1], threshold=0.2).learned(())
    assert found.learned == ("against it: the word and its relation",)


TWICE = PLAIN + f"    kritisierte kritisieren VERB 2 conj {FINITE}"


@pytest.mark.parametrize(
    ("sure", "token"), [((0.7, 0.1, 0.8, 0.1), 3), ((0.8, 0.1, 0.7, 0.1), 1), ((0.7, 0.1, 0.7, 0.1), 1)]
)
def test_of_two_words_that_say_the_same_the_surer_one_says_it(sure: tuple[float, ...], token: int) -> None:
    (found,) = judgement(named(TWICE), sure).learned(())
    assert found.token.i == token


# Beside rules ------------------------------------------------------------------------------------------------------------

LISTED = PLAIN + f"    Rom _ PROPN 2 obl _ LOC\n    unterstützte unterstützen VERB 2 conj {FINITE}"


def sure_of(doc: Doc, known: Lexicon = LEXICON, **wanted: float) -> list[float]:
    """0.1 for each candidate but those whose words are told, written with underscores."""
    said = [in_words(candidate) for sentence in candidates(doc, known) for candidate in sentence]
    by_words = {words.replace("__", ": ").replace("_", " "): sure for words, sure in wanted.items()}
    assert by_words.keys() <= set(said)
    return [by_words.get(one, 0.1) for one in said]


def given(found: Judgement, words: str) -> Predicate:
    return predicate(next(candidate for candidate in found.candidates if in_words(candidate) == words))


def test_a_word_that_a_rule_has_read_is_not_read_again() -> None:
    doc = named(LISTED)
    sure = sure_of(doc, Paris_verb__kritisieren_Rom=0.9, Moskau_verb__unterstützen_Rom=0.8)
    found = judgement(doc, sure)
    assert learned(found) == ["Paris verb: kritisieren Rom", "Moskau verb: unterstützen Rom"]
    assert learned(found, given(found, FORWARD)) == ["Moskau verb: unterstützen Rom"]
    assert learned(found, given(found, "Paris verb: unterstützen Moskau")) == ["Paris verb: kritisieren Rom"]


def test_two_actors_that_a_rule_relates_are_not_related_again() -> None:
    doc = named(LISTED)
    for subject, target in (("Paris", "Rom"), ("Rom", "Paris")):
        found = judgement(doc, sure_of(doc, **{f"{subject}_verb__unterstützen_{target}": 0.9}))
        assert learned(found, given(found, "Paris verb: kritisieren Rom")) == []
        assert learned(found, given(found, "Paris verb: kritisieren Moskau")) == [
            f"{subject} verb: unterstützen {target}"
        ]


def test_all_pairs_of_a_rule_are_related() -> None:
    doc = named(LISTED)
    found = judgement(doc, sure_of(doc, Paris_verb__unterstützen_Rom=0.9, Paris_verb__unterstützen_Moskau=0.8))
    both = [given(found, f"Paris verb: kritisieren {name}").pairs[0] for name in ("Moskau", "Rom")]
    rule = given(found, FORWARD)
    assert learned(found, Predicate(rule.token, rule.entry, rule.shape, tuple(both))) == []
    assert learned(found, Predicate(rule.token, rule.entry, rule.shape, tuple(both[1:]))) == [
        "Paris verb: unterstützen Moskau"
    ]


def test_what_a_rule_relates_in_another_sentence_is_free() -> None:
    found = judgement(named(f"{PLAIN}\n\n{PLAIN}"), [0.9, 0.1, 0.9, 0.1])
    assert learned(found, given(found, FORWARD)) == [FORWARD]
    (second,) = found.learned((given(found, FORWARD),))
    assert second.token.i == 4


def test_a_word_that_belongs_to_a_rules_verb_is_not_read_again() -> None:
    doc = named(f"""
        Paris    _     PROPN  2  nsubj  _  LOC
        übte     üben  VERB   0  root   {FINITE}
        Kritik   _     NOUN   2  obj
        an       _     ADP    5  case
        Moskau   _     PROPN  2  obl    _  LOC
        mit      _     ADP    7  case
        Rom      _     PROPN  2  obl    _  LOC
    """)
    found = judgement(doc, sure_of(doc, Rom_noun__Kritik_Moskau=0.9))
    assert learned(found) == ["Rom noun: Kritik Moskau"]
    rule = given(found, "Paris verb: üben Kritik Moskau")
    assert learned(found, rule) == [], "üben and Kritik are one word"
    # Only a verb has companions.
    assert learned(found, Predicate(rule.token, rule.entry, "demand", rule.pairs)) == ["Rom noun: Kritik Moskau"]
    plain = lexicon("v | üben | criticizes | subj | an", "n | Kritik | criticizes | gen | an")
    found = judgement(doc, sure_of(doc, plain, Rom_noun__Kritik_Moskau=0.9), plain)
    assert learned(found, given(found, "Paris verb: üben Moskau")) == ["Rom noun: Kritik Moskau"]


def test_a_verb_whose_companion_is_not_below_it() -> None:
    doc = named(f"""
        Paris    _     PROPN  2  nsubj  _  LOC
        übte     üben  VERB   0  root   {FINITE}
        Rom      _     PROPN  2  obj    _  LOC
        Rede     _     NOUN   2  obj
        Kritik   _     NOUN   4  nmod
        Moskau   _     PROPN  2  obl    _  LOC
    """)
    found = judgement(doc, sure_of(doc, Rom_noun__Kritik_Moskau=0.9))
    assert learned(found, given(found, "Paris verb: üben Kritik Moskau")) == ["Rom noun: Kritik Moskau"]


# Keys --------------------------------------------------------------------------------------------------------------------


def test_a_key_is_sentence_actors_and_relation() -> None:
    found = judgement(named(f"{PLAIN}\n\n{PLAIN}"), [0.1] * 4)
    second = len("Paris kritisierte Moskau ")
    assert found.keyed == [
        (0, "Paris", "criticizes", "Moskau"),
        (0, "Moskau", "criticizes", "Paris"),
        (second, "Paris", "criticizes", "Moskau"),
        (second, "Moskau", "criticizes", "Paris"),
    ]
    assert set(found.best) == set(found.keyed)


def test_a_symmetric_relation_has_its_actors_sorted() -> None:
    found = judgement(named(PLAIN), [0.1, 0.1])
    assert found.key(7, "meets", "B", "A") == found.key(7, "meets", "A", "B") == (7, "A", "meets", "B")
    assert found.key(7, "criticizes", "B", "A") == (7, "B", "criticizes", "A")
    assert found.key(7, "criticizes", "A", "B") == (7, "A", "criticizes", "B")
    met = judgement(named(PLAIN.replace("kritisierte", "traf").replace("kritisieren", "treffen")), [0.1])
    assert met.keyed == [(0, "Moskau", "meets", "Paris")]


def test_a_key_has_the_relation_that_is_stated() -> None:
    doc = named(PLAIN.replace("kritisierte", "traf").replace("kritisieren", "treffen"))
    asked: list[str] = []

    def phoned(predicate: Predicate) -> str:
        asked.append(predicate.token.text)
        return "phones"

    found = judgement(doc, [0.9], relation=phoned)
    assert found.keyed == [(0, "Moskau", "phones", "Paris")]
    assert list(found.keys(given(found, "Paris verb: treffen Moskau"))) == found.keyed
    assert asked == ["traf"] * 2


def test_a_word_is_asked_for_its_relation_once() -> None:
    asked: list[int] = []

    def noted(predicate: Predicate) -> str:
        asked.append(predicate.token.i)
        return predicate.entry.relation

    judgement(named(LISTED), [0.1] * 12, relation=noted)
    assert asked == [1, 4]


# Ratings -----------------------------------------------------------------------------------------------------------------


def statement(
    subject: str = "Paris", relation: str = "criticizes", target: str = "Moskau", begin: int = 0
) -> Statement:
    ends = actor(subject), actor(target)
    return Statement(
        Article("tree", ""), ends[0], relation, ends[1], Span(begin, 24), Span(0, 5), Span(18, 24), confidence=0.6
    )


def test_what_the_acceptor_adds_is_as_sure_as_it_says() -> None:
    found = judgement(named(PLAIN), [0.8, 0.1], slope=2.0, others=0.5)
    assert found.rated(statement(), learned=True).confidence == pytest.approx(0.8, abs=0.001)
    assert found.rated(statement("Moskau", target="Paris"), learned=True).confidence == pytest.approx(0.1, abs=0.001)


def test_what_a_rule_gave_is_calibrated() -> None:
    found = judgement(named(PLAIN), [0.8, 0.1], slope=2.0, others=0.5)
    assert found.rated(statement(), learned=False).confidence == pytest.approx(16 / 17, abs=0.001)
    shifted = judgement(named(PLAIN), [0.5, 0.1], shift=math.log(3))
    assert shifted.rated(statement(), learned=False).confidence == 0.75


@pytest.mark.parametrize(
    "other",
    [
        statement(relation="praises"),
        statement(begin=3),
        statement(target="Rom"),
        statement(subject="Rom"),
    ],
)
@pytest.mark.parametrize("added", [True, False])
def test_without_a_candidate_the_priors_are_calibrated(other: Statement, added: bool) -> None:
    found = judgement(named(PLAIN), [0.8, 0.1], slope=2.0, others=0.5)
    assert found.rated(other, learned=added).confidence == 0.3


def test_a_confidence_has_three_decimals() -> None:
    third = judgement(named(PLAIN), [1 / 3, 0.1], others=1 / 3)
    assert third.rated(statement(), learned=True).confidence == 0.333
    assert third.rated(statement(), learned=False).confidence == 0.333
    assert third.rated(statement(relation="praises"), learned=False).confidence == 0.2
    assert (
        judgement(named(PLAIN), [0.3, 0.1], others=1 / 7).rated(statement(target="Rom"), learned=True).confidence
        == 0.086
    )


def test_the_surest_of_several_words_rates_a_statement() -> None:
    for sure in ([0.7, 0.1, 0.8, 0.1], [0.8, 0.1, 0.7, 0.1]):
        rated = judgement(named(TWICE), sure).rated(statement(), learned=True)
        assert rated.confidence == pytest.approx(0.8, abs=0.001)


def test_a_statement_of_a_symmetric_relation_is_rated_in_either_direction() -> None:
    doc = named(PLAIN.replace("kritisierte", "traf").replace("kritisieren", "treffen"))
    for ends in (("Paris", "Moskau"), ("Moskau", "Paris")):
        rated = judgement(doc, [0.8], others=0.0).rated(statement(ends[0], "meets", ends[1]), learned=True)
        assert rated.confidence == pytest.approx(0.8, abs=0.001)
        assert rated.subject.id == ends[0], "it is turned round for the look-up alone"


def test_nothing_but_the_confidence_changes() -> None:
    rated = judgement(named(PLAIN), [0.8, 0.1]).rated(statement(), learned=False)
    same = [name for name in Statement.__slots__ if getattr(rated, name) == getattr(statement(), name)]
    assert set(Statement.__slots__) - set(same) == {"confidence"}


def test_what_is_too_unlikely_is_dropped() -> None:
    doc = named(PLAIN)
    first, second = statement(), statement("Moskau", target="Paris")
    assert [one.confidence for one in judgement(doc, [0.8, 0.5], least=0.5).likely([second], learned=True)] == [0.5]
    assert judgement(doc, [0.8, 0.5], least=0.501).likely([second], learned=True) == []
    assert len(judgement(doc, [0.8, 0.1]).likely([first, second], learned=True)) == 2, "by default all are kept"


def test_a_list_stands_or_falls_as_a_whole() -> None:
    both = [statement(), statement("Moskau", target="Paris")]
    assert len(judgement(named(PLAIN), [0.8, 0.1], least=0.7).likely(both, learned=True)) == 2
    assert judgement(named(PLAIN), [0.8, 0.1], least=0.9).likely(both, learned=True) == []


def test_likelihood_is_that_after_calibration() -> None:
    found = judgement(named(PLAIN), [0.8, 0.1], slope=2.0, least=0.9, others=0.5)
    assert list(found.likely([statement()], learned=True)) == []
    assert [one.confidence for one in found.likely([statement()], learned=False)] == [pytest.approx(16 / 17, abs=0.001)]
    assert list(found.likely([statement(relation="praises")], learned=False)) == []


# A whole document --------------------------------------------------------------------------------------------------------


def whole(doc: Doc, acceptor: Acceptor, **homes: frozenset[str]) -> Judgement:
    arguments = finder(doc, LEXICON)
    contexts = ContextFinder(arguments, LEXICON, {})
    return judged(doc, mentions_at(doc), arguments, contexts, pairing(homes), own, acceptor)


def test_a_document_is_judged_by_its_candidates() -> None:
    doc = named(f"{PLAIN}\n\n{LISTED}")
    found = whole(doc, telling([0.9])[0])
    assert [in_words(candidate) for candidate in found.candidates] == [
        in_words(candidate) for sentence in candidates(doc) for candidate in sentence
    ]
    assert found.columns.shape == (2 + 12, len(COLUMNS))
    assert found.keyed[0] == (0, "Paris", "criticizes", "Moskau")
    assert len(found.best) == 14


def test_a_document_without_candidates_is_judged_too() -> None:
    found = whole(named("Paris _ PROPN 0 root _ LOC"), telling([0.9])[0])
    assert (found.candidates, found.keyed, found.best) == ([], [], {})
    assert list(found.learned(())) == []
    assert found.rated(statement(), learned=False).confidence == 0.6


def test_a_document_knows_whom_its_persons_serve() -> None:
    home = COLUMNS.index("pair home")
    at_home = whole(named(PLAIN), telling([0.9])[0], Paris=frozenset(("Moskau",))).columns
    assert at_home[0, home] != whole(named(PLAIN), telling([0.9])[0]).columns[0, home]
