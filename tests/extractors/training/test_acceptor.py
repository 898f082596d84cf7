"""Training the acceptor on examples made by hand, what it is worth, and the gold it is measured by."""

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc

from extractors.article import Article
from extractors.statement import Span, Statement
from extractors.statements.acceptor import BITS, CROSSES, GROUP_OF, NAMES, Acceptor
from extractors.training.acceptor import ARTICLES, CURVE, PENALTY, THRESHOLD, THRESHOLDS, factor, fitted, platt, report
from extractors.training.crossvalidation import (
    FOLDS,
    SAME_STORY,
    Measured,
    auc,
    bins,
    calibration_error,
    cross_validated,
    either,
    folds,
    given,
    learned,
)
from extractors.training.examples import NOTHING, Example, Flags, Numbers, said
from extractors.training.gold import Annotated, Said, Tally, distinct, names, normal, read_annotated
from ontology.actor import Actor, ActorKind, Spelling
from tests.extractors.trees import VOCABS

Key = tuple[int, str, str, str]
# The buckets of features that no example tells apart.
COMMON = 1000


def actor(name: str) -> Actor:
    return Actor(name, ActorKind.STATE, {"en": name})


def statement(
    text: str = "A criticizes B", confidence: float = 0.5, rule: str = "verb: kritisieren", begin: int = 0
) -> Statement:
    subject, relation, target = text.split()
    span = Span(begin, begin + 10)
    return Statement(
        Article("one", ""), actor(subject), relation, actor(target), span, span, span, confidence=confidence, rule=rule
    )


def stated(text: str = "A criticizes B", *, optional: bool = False) -> Said:
    subject, relation, target = text.split()
    return Said(frozenset((subject.lower(),)), relation, frozenset((target.lower(),)), 0, 10, optional)


def example(
    rows: Sequence[Sequence[int]] = (),
    gold: Sequence[bool] = (),
    weights: Sequence[float] | None = None,
    text: str = "",
    said: Sequence[Said] = (),
    keys: Sequence[Key] = (),
) -> Example:
    """An example whose candidates have these buckets in their first places."""
    candidates = np.tile(np.arange(COMMON, COMMON + len(CROSSES)), (len(rows), 1))
    for candidate, row in zip(candidates, rows, strict=True):
        candidate[: len(row)] = row
    return Example(
        Annotated(Article("one", text), tuple(said)),
        Doc(VOCABS["de"]),
        {},
        candidates,
        np.array(gold, bool),
        np.array(weights or [1.0] * len(gold), float),
        frozenset(keys),
    )


# Fitting -----------------------------------------------------------------------------------------------------------------

GOOD, BAD, RARE, SCARCE = 1, 2, 3, 4


def lesson(**changes: Any) -> Example:
    """An article with one right candidate and two wrong ones."""
    return example(**{"rows": [[GOOD], [BAD], [BAD]], "gold": [True, False, False]} | changes)


def test_a_feature_that_separates_is_learnt() -> None:
    acceptor = fitted([lesson()] * 8)
    assert acceptor.table[GOOD] > 0.02
    assert acceptor.table[BAD] < -0.02
    assert abs(float(acceptor.table[COMMON + 5])) < 0.02, "what all have tells nothing"
    assert acceptor.bias < 0, "more are wrong than right"
    assert acceptor.table.dtype == np.float16
    assert acceptor.table.shape == (1 << BITS,)


def test_more_examples_are_surer() -> None:
    some, many = (fitted([lesson()] * number) for number in (8, 80))
    assert many.table[GOOD] > 2 * some.table[GOOD] > 0


def test_a_feature_of_few_articles_is_left_out() -> None:
    def weight(number: int, times: int = 1) -> float:
        rare = lesson(rows=[[GOOD, RARE]] * times + [[BAD]] * 2, gold=[True] * times + [False, False])
        return float(fitted([lesson()] * 8 + [rare] * number).table[RARE])

    assert ARTICLES == 5
    assert weight(ARTICLES - 1) == 0
    assert weight(ARTICLES) > 0
    assert weight(ARTICLES - 1, times=9) == 0, "articles count, not candidates"


def test_the_first_and_the_last_bucket_count_as_well() -> None:
    acceptor = fitted([lesson(rows=[[0], [(1 << BITS) - 1], [(1 << BITS) - 1]])] * 8)
    assert acceptor.table[0] > 0 > acceptor.table[-1]


def test_the_weights_are_those_of_least_loss() -> None:
    """With one feature the optimum is known: the gradient of the penalised loss is zero there."""
    alone = [example([[GOOD, *range(10_000 + k * 500, 10_170 + k * 500)]], [True], [0.7]) for k in range(6)]
    alone += [example([[BAD, *range(20_000 + k * 500, 20_170 + k * 500)]], [False], [0.4]) for k in range(6)]
    acceptor = fitted(alone)
    good, bad = (float(acceptor.table[place]) for place in (GOOD, BAD))
    assert good / PENALTY == pytest.approx(6 * 0.7 / (1 + math.exp(good + acceptor.bias)), rel=0.01)
    assert bad / PENALTY == pytest.approx(-6 * 0.4 / (1 + math.exp(-bad - acceptor.bias)), rel=0.01)
    slopes = 6 * 0.7 / (1 + math.exp(good + acceptor.bias)), 6 * 0.4 / (1 + math.exp(-bad - acceptor.bias))
    assert slopes[0] == pytest.approx(slopes[1], rel=0.01), "the bias has no penalty"


def test_what_weighs_nothing_teaches_nothing() -> None:
    misleading = lesson(gold=[False, True, True], weights=[1e-9] * 3)
    acceptor = fitted([lesson()] * 8 + [misleading] * 80)
    assert acceptor.table[GOOD] == pytest.approx(fitted([lesson()] * 8).table[GOOD], abs=0.01)
    heavy = fitted([lesson()] * 8 + [lesson(gold=[False, True, True])] * 80)
    assert heavy.table[GOOD] < 0


def test_an_example_without_candidates_does_no_harm() -> None:
    empty = example()
    acceptor = fitted([empty, *[lesson()] * 8, empty])
    assert (acceptor.table == fitted([lesson()] * 8).table).all()


def test_the_means_are_what_a_group_gives_on_average() -> None:
    acceptor = fitted([lesson()] * 8)
    assert acceptor.means.shape == (len(NAMES),)
    table = acceptor.table.astype(float)
    whole = (table[GOOD] + 2 * table[BAD]) / 3 + table[COMMON + 1 : COMMON + len(CROSSES)].sum()
    assert acceptor.means.sum() == pytest.approx(whole, abs=1e-6)
    first = (table[GOOD] + 2 * table[BAD]) / 3 + table[COMMON + np.nonzero(GROUP_OF[0] == GROUP_OF)[0]].sum()
    assert acceptor.means[GROUP_OF[0]] == pytest.approx(first - table[COMMON], abs=1e-6)


def test_a_fitted_acceptor_accepts_the_most() -> None:
    acceptor = fitted([lesson()] * 8)
    assert (acceptor.threshold, acceptor.slope, acceptor.shift, acceptor.others, acceptor.least) == (0.15, 1, 0, 1, 0)
    assert min(THRESHOLDS) == THRESHOLDS[0] <= THRESHOLD in THRESHOLDS
    assert list(CURVE) == sorted(CURVE)


def test_nothing_accepts_nothing() -> None:
    assert NOTHING.threshold == 1.0
    assert not NOTHING.table.any()


# Folds -------------------------------------------------------------------------------------------------------------------


def article(*words: str) -> Example:
    return example(text=" ".join(words))


def numbered(number: int, start: int = 0) -> list[Example]:
    """So many articles that have no word in common."""
    return [article(*(f"w{k}-{i}" for i in range(20))) for k in range(start, start + number)]


def test_articles_are_spread_evenly_over_the_folds() -> None:
    assert FOLDS == 6
    assert sorted(folds(numbered(12), 0)) == sorted([*range(FOLDS)] * 2)
    assert sorted(folds(numbered(6), 3)) == list(range(FOLDS))


def test_folds_are_the_same_for_one_seed() -> None:
    assert folds(numbered(30), 1) == folds(numbered(30), 1)
    assert folds(numbered(30), 1) != folds(numbered(30), 2)


def test_articles_of_one_story_are_in_one_fold() -> None:
    for seed in range(4):
        others = numbered(5)
        first, second = article(*"a b c d e f g h".split()), article(*"x a b c d e f g".split())
        found = folds([*others, first, second], seed)
        assert found[5] == found[6]


def test_a_story_goes_on_from_article_to_article() -> None:
    one = article(*"a b c d e f g h".split())
    other = article(*"e f g h i j k l m".split(), *"a b c d e f".split())
    third = article(*"i j k l m n o".split())
    for seed in range(4):
        found = folds([one, *numbered(4), other, third], seed)
        assert found[0] == found[5] == found[6]


def test_versions_that_only_a_later_one_joins_are_in_one_fold() -> None:
    first, second = [f"a{i}" for i in range(20)], [f"b{i}" for i in range(20)]
    for seed in range(4):
        found = folds([article(*first), article(*second), *numbered(8), article(*first, *second)], seed)
        assert found[0] == found[1] == found[-1]


def letters(text: str) -> Example:
    return article(*text)


def test_how_much_two_articles_of_one_story_share() -> None:
    assert SAME_STORY == 0.2
    # Ten sequences of five letters each, of which two are shared, then three.
    one = letters("abcdefghijklmn")
    two, three = letters("abcdefABCDEFGH"), letters("abcdefgABCDEFG")
    assert [len(x.shingles) for x in (one, two, three)] == [10, 10, 10]
    assert [len(one.shingles & x.shingles) for x in (two, three)] == [2, 3]
    for other, same in ((two, False), (three, True)):
        found = [folds([one, other, *numbered(4)], seed) for seed in range(3)]
        assert [fold[0] == fold[1] for fold in found] == [same] * 3


def test_a_short_article_may_be_part_of_a_long_one() -> None:
    long = letters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    short = letters("abcdefg")
    for pair in ([long, short], [short, long]):
        found = [folds([*pair, *numbered(4)], seed) for seed in range(3)]
        assert all(fold[0] == fold[1] for fold in found)


def test_shingles_are_five_words() -> None:
    assert letters("abcdef").shingles == {tuple("abcde"), tuple("bcdef")}
    assert letters("abcde").shingles == {tuple("abcde")}
    assert letters("abcd").shingles == frozenset()


class Maker:
    """Makes statements that say which acceptor made them."""

    def statements(self, one: Example, acceptor: Acceptor | None) -> list[Statement]:
        assert acceptor is not None
        return [statement(confidence=acceptor.bias)]


def trained_on(size: int | None, seed: int = 0) -> tuple[list[Example], list[list[Example]], Measured]:
    """Articles, what each acceptor was trained on, and what was measured with it: its number as confidence."""
    examples, lessons = numbered(13), list[list[Example]]()

    def fit(chosen: Sequence[Example]) -> Acceptor:
        lessons.append(list(chosen))
        return replace(NOTHING, bias=float(len(lessons) - 1))

    return examples, lessons, cross_validated(Maker(), examples, fit, seed, size)  # type: ignore[arg-type]


def test_no_article_is_judged_by_an_acceptor_that_saw_it() -> None:
    examples, lessons, measured = trained_on(None)
    assert len(lessons) == FOLDS
    assert measured.examples is examples
    for one, (found,) in zip(examples, measured.statements, strict=True):
        lesson = lessons[int(found.confidence)]
        assert not any(other is one for other in lesson)
        assert len(lesson) in (10, 11), "all of the other folds"
        assert [examples.index(other) for other in lesson] == sorted(examples.index(other) for other in lesson)


def test_a_smaller_lesson_is_drawn_by_chance() -> None:
    _, lessons, _ = trained_on(4)
    assert [len(lesson) for lesson in lessons] == [4] * FOLDS
    examples, again, _ = trained_on(4)
    assert [[one.annotated for one in lesson] for lesson in lessons] == [[o.annotated for o in x] for x in again]
    assert any([examples.index(one) for one in lesson] != [0, 1, 2, 3] for lesson in again)
    assert [[one.annotated for one in lesson] for lesson in trained_on(4, seed=1)[1]] != [
        [one.annotated for one in lesson] for lesson in lessons
    ]


# What is measured --------------------------------------------------------------------------------------------------------


def test_who_gave_a_statement() -> None:
    one = example()
    for rule, added in (("learned verb: loben", True), ("verb: loben", False), ("office", False), ("learned", False)):
        found = statement(rule=rule)
        assert (learned(one, found), given(one, found), either(one, found)) == (added, not added, True)


def test_an_example_knows_its_candidates() -> None:
    one = example(keys=[(0, "A", "criticizes", "B"), (0, "A", "meets", "B")])
    assert one.has(statement())
    assert not one.has(statement("B criticizes A"))
    assert not one.has(statement(begin=1))
    assert not one.has(statement("A praises B"))
    assert one.has(statement("A meets B"))
    assert one.has(statement("B meets A")), "in either direction"
    assert not one.has(statement("B meets C"))


def test_an_example_knows_its_gold() -> None:
    one = example(said=[stated(), stated("C praises D", optional=True)])
    assert one.is_gold(statement())
    assert one.is_gold(statement("C praises D"))
    assert not one.is_gold(statement("B criticizes A"))


def measured() -> Measured:
    examples = [
        example(said=[stated(), stated("A praises B")], keys=[(0, "A", "criticizes", "B")]),
        example(said=[stated("C praises D", optional=True)]),
    ]
    found = [
        [statement(confidence=0.9), statement("B criticizes A", 0.4, "learned verb: loben")],
        [statement("C praises D", 0.8), statement("A criticizes B", 0.6)],
    ]
    return Measured(examples, found)


def test_rates_of_what_is_kept() -> None:
    precision, recall, f1 = measured().rates(either)
    assert (precision, recall, f1) == pytest.approx((1 / 3, 1 / 2, 2 / 5))
    assert measured().rates(lambda e, s: s.confidence > 0.7) == pytest.approx((1.0, 1 / 2, 2 / 3))
    assert measured().rates(learned)[:2] == (0, 0)


def test_how_sure_and_how_right_what_is_kept_is() -> None:
    sure, right = measured().sure(either)
    assert sure.tolist() == [0.9, 0.4, 0.8, 0.6]
    assert right.tolist() == [True, False, True, False]
    sure, right = measured().sure(learned)
    assert (sure.tolist(), right.tolist()) == ([0.4], [False])
    assert right.dtype == np.bool_


def arrays(pairs: str) -> tuple[Numbers, Flags]:
    """Confidences, the right ones with a plus: `0.9+ 0.8 0.2`."""
    marks = pairs.split()
    return np.array([float(mark.rstrip("+")) for mark in marks]), np.array([mark.endswith("+") for mark in marks])


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ("0.9+ 0.8+ 0.2 0.1", 1.0),
        ("0.9 0.8 0.2+ 0.1+", 0.0),
        ("0.9+ 0.8 0.2+ 0.1", 0.75),
        ("0.1 0.2+ 0.8 0.9+", 0.75),
        # A tie is half.
        ("0.5+ 0.5", 0.5),
        ("0.5+ 0.5 0.4", 0.75),
        ("0.5+ 0.5+ 0.5 0.9", 0.25),
        ("0.9+ 0.5 0.4+ 0.4 0.4 0.1", (4 + 0.5 * 2 + 1) / 8),
        ("0.9+", 0.0),
        ("0.9", 0.0),
    ],
)
def test_the_area_under_the_curve(pairs: str, expected: float) -> None:
    assert auc(*arrays(pairs)) == pytest.approx(expected)


def test_bins_are_tenths() -> None:
    found = bins(*arrays("0.95+ 0.91 1.0+ 0.32+ 0.38 0.05"))
    assert found == [
        (pytest.approx(0.05), 0.0, 1),
        (pytest.approx(0.35), 0.5, 2),
        (pytest.approx(2.86 / 3), pytest.approx(2 / 3), 3),
    ]
    assert bins(*arrays("0.2+ 0.29 0.3")) == [(pytest.approx(0.245), 0.5, 2), (pytest.approx(0.3), 0.0, 1)]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ("0.95+ 0.35", (0.05 + 0.35) / 2),
        ("0.5+ 0.5", 0.0),
        ("0.9+ 0.9+ 0.9+ 0.2", (0.1 * 3 + 0.2) / 4),
        ("0.6+ 0.6 0.1", (0.1 * 2 + 0.1) / 3),
    ],
)
def test_the_calibration_error(pairs: str, expected: float) -> None:
    assert calibration_error(*arrays(pairs)) == pytest.approx(expected)


def test_of_nothing_there_is_no_error() -> None:
    assert calibration_error(np.zeros(0), np.zeros(0, bool)) == 0
    assert auc(np.zeros(0), np.zeros(0, bool)) == 0


# Calibration -------------------------------------------------------------------------------------------------------------


def rated(*counts: tuple[float, int, int], rule: str = "verb: loben", candidate: bool = True) -> Measured:
    """So many right and wrong statements of a confidence, each in an article of its own."""
    examples, found = [], []
    for confidence, right, wrong in counts:
        for gold in [True] * right + [False] * wrong:
            keys = [(0, "A", "criticizes", "B")] if candidate else []
            examples.append(example(said=[stated()] if gold else [], keys=keys))
            found.append([statement(confidence=confidence, rule=rule)])
    return Measured(examples, found)


def test_what_is_calibrated_stays() -> None:
    assert platt(rated((0.8, 4, 1), (0.2, 1, 4))) == pytest.approx((1.0, 0.0), abs=1e-3)


def test_what_is_too_sure_gets_less_sure() -> None:
    assert platt(rated((0.9, 3, 1), (0.1, 1, 3))) == pytest.approx((0.5, 0.0), abs=1e-3)


def test_what_is_too_doubtful_is_shifted() -> None:
    slope, shift = platt(rated((0.5, 3, 1), (0.25, 2, 2)))
    assert (slope, shift) == pytest.approx((1.0, math.log(3)), abs=1e-3)


def test_the_acceptors_own_and_what_has_no_candidate_calibrate_nothing() -> None:
    one = rated((0.8, 4, 1), (0.2, 1, 4))
    for misleading in (
        rated((0.9, 0, 9), rule="learned verb: loben"),
        rated((0.9, 0, 9), candidate=False),
    ):
        both = Measured([*one.examples, *misleading.examples], one.statements + misleading.statements)
        assert platt(both) == pytest.approx((1.0, 0.0), abs=1e-3)


def test_certainty_is_clipped() -> None:
    found = platt(rated((1.0, 999, 1), (0.0, 1, 999)))
    assert found == pytest.approx((1.0, 0.0), abs=1e-2)


def test_priors_without_candidate_get_a_factor() -> None:
    assert factor(rated((0.8, 3, 2), candidate=False)) == pytest.approx(3 / 4)
    assert factor(rated((0.5, 9, 1), candidate=False)) == 1.0, "at most one"
    assert factor(rated((0.8, 3, 2))) == 1.0, "all have candidates"
    both, more = rated((0.8, 3, 2), candidate=False), rated((0.9, 0, 9))
    assert factor(Measured([*both.examples, *more.examples], both.statements + more.statements)) == pytest.approx(0.75)


def test_the_report_has_figures_of_all() -> None:
    found = measured()
    found.statements[0][1] = replace(found.statements[0][1], confidence=0.75)
    rules = rated((0.8, 1, 0))
    lines = list(report(found, rules, replace(NOTHING, slope=2.0, others=0.5)))
    assert lines[0] == "rules alone: 0.500 0.500 0.500"
    by_threshold = dict(line.strip().split(": ") for line in lines[2 : 2 + len(THRESHOLDS)])
    assert list(by_threshold) == [f"{threshold:.2f}" for threshold in THRESHOLDS]
    # All four; those judged so sure; those so sure after calibration: what has no candidate is half as sure.
    all_four, without_the_second = "0.333 0.500 0.400", "0.500 0.500 0.500"
    assert by_threshold["0.35"] == f"{all_four}, {all_four}, {without_the_second}; 1 (0.00)"
    assert by_threshold["0.15"] == f"{all_four}, {all_four}, {all_four}; 1 (0.00)"
    assert by_threshold["0.70"] == f"{all_four}, {without_the_second}, {without_the_second}; 1 (0.00)"
    assert lines[-8].startswith("the rules' statements by priors: AUC 0.000, ECE 0.200")
    assert lines[-7] == "  0.80 1.00 1"
    assert lines[-6].startswith("the rules' statements by the acceptor: AUC 1.000, ECE 0.300")
    assert lines[-4].startswith("the same, calibrated: AUC 1.000, ECE 0.304")
    assert lines[-2].startswith("what the acceptor adds from 0.15 on: AUC 0.000, ECE 0.750")
    assert lines[-1] == "  0.75 0.00 1"


# Gold --------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Türkei", "turkei"),
        ("Saudi-Arabien", "saudi arabien"),
        ("  die   EU ", "die eu"),
        ("Straße", "strasse"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("KIEW", "kiew"),
    ],
)
def test_names_are_compared_without_case_accents_and_hyphens(text: str, plain: str) -> None:
    assert normal(text) == plain


def test_an_actor_has_all_its_names() -> None:
    one = Actor("Q1", ActorKind.STATE, {"de": "Türkei", "en": "Turkey"}, (Spelling("Türkiye", "en"),))
    assert names(one) == {"turkei", "turkey", "turkiye"}


def test_a_statement_of_ours_by_its_names() -> None:
    assert said(statement("A meets B")) == Said(frozenset("a"), "meets", frozenset("b"))


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("A criticizes B", "A criticizes B", True),
        ("A criticizes B", "B criticizes A", False),
        ("A criticizes B", "A praises B", False),
        ("A criticizes B", "A criticizes C", False),
        ("A criticizes B", "C criticizes B", False),
        ("A meets B", "B meets A", True),
        ("A meets B", "A meets B", True),
        ("A meets B", "C meets A", False),
        ("A meets B", "B meets C", False),
        ("A meets B", "A meets C", False),
        ("A meets B", "A phones B", False),
        ("A meets B", "B phones A", False),
    ],
)
def test_whether_two_say_the_same(one: str, other: str, fits: bool) -> None:
    assert stated(one).fits(stated(other)) is fits
    assert stated(other).fits(stated(one)) is fits


def test_one_name_in_common_is_enough() -> None:
    many = Said(frozenset(("a", "x")), "criticizes", frozenset(("b", "y")), 3, 9, optional=True)
    assert many.fits(stated())
    assert many.fits(Said(frozenset("x"), "criticizes", frozenset("y")))
    assert not many.fits(Said(frozenset("x"), "criticizes", frozenset("z")))


def test_statements_that_fit_count_once_the_required_first() -> None:
    optional, required = stated("A meets B", optional=True), stated("B meets A")
    assert distinct([optional, required]) == [required]
    assert distinct([required, optional, stated("A meets C")]) == [required, stated("A meets C")]
    assert distinct([optional]) == [optional]


def tally(gold: Sequence[Said], *guesses: str) -> tuple[int, int, int]:
    counted = Tally()
    counted.add(gold, [stated(guess) for guess in guesses])
    return counted.right, counted.wrong, counted.missed


def test_what_is_right_wrong_and_missed() -> None:
    gold = [stated(), stated("C praises D")]
    assert tally(gold, "A criticizes B") == (1, 0, 1)
    assert tally(gold, "A criticizes B", "C praises D") == (2, 0, 0)
    assert tally(gold, "B criticizes A") == (0, 1, 2)
    assert tally(gold) == (0, 0, 2)
    assert tally([], "A criticizes B") == (0, 1, 0)


def test_a_statement_counts_once_an_article() -> None:
    twice = [stated(), stated()]
    assert tally(twice, "A criticizes B", "A criticizes B") == (1, 0, 0)
    assert tally(twice, "A meets C", "C meets A") == (0, 1, 1)
    assert tally([stated(), stated(optional=True)], "A criticizes B") == (1, 0, 0)


def test_optional_statements_are_neither_for_nor_against() -> None:
    gold = [stated(optional=True), stated("C praises D")]
    assert tally(gold, "A criticizes B") == (0, 0, 1)
    assert tally(gold) == (0, 0, 1)
    assert tally(gold, "A criticizes B", "C praises D", "A meets B") == (1, 1, 0)


def test_a_tally_adds_articles_up() -> None:
    counted = Tally()
    for guesses in (["A criticizes B"], ["A meets B"], []):
        counted.add([stated()], [stated(guess) for guess in guesses])
    assert (counted.right, counted.wrong, counted.missed) == (1, 1, 2)
    assert counted.rates == pytest.approx((1 / 2, 1 / 3, 2 / 5))
    assert Tally().rates == (0, 0, 0)
    assert Tally(0, 3, 2).rates == (0, 0, 0)
    assert Tally(3, 1, 0).rates == pytest.approx((0.75, 1.0, 6 / 7))


def test_annotated_articles_are_read(tmp_path: Path) -> None:
    articles = [
        {"id": "one", "text": "Paris und Rom.", "date": "2025-09-04"},
        {"id": "two", "text": "Ohne Tag."},
        {"id": "unread", "text": "Kein Gold."},
        {"id": "three", "text": "Ohne Aussage.", "date": ""},
    ]
    actors = [{"name": "Frankreich", "names": ["Paris", "Île-de-France"]}, {"name": "Rom", "names": []}]
    ends = {"subject": "Frankreich", "object": "Rom", "begin": 0, "end": 14}
    gold = [
        {"id": "three", "actors": [], "statements": []},
        {
            "id": "one",
            "actors": actors,
            "statements": [
                {"relation": "meets", **ends},
                {"relation": "represents", **ends},
                {"relation": "praises", **ends, "optional": True},
            ],
        },
        {"id": "two", "actors": [], "statements": []},
    ]
    files = []
    for name, records in (("articles", articles), ("gold", gold)):
        files.append(tmp_path / f"{name}.jsonl")
        text = "\n\n".join(json.dumps(record, ensure_ascii=False) for record in records)
        files[-1].write_text(f"{text}\n  \n", encoding="utf8")
    first, second, third = read_annotated(*files)
    assert first.article == Article("one", "Paris und Rom.", date(2025, 9, 4))
    paris = frozenset(("frankreich", "paris", "ile de france"))
    assert first.gold == (
        Said(paris, "meets", frozenset(("rom",)), 0, 14),
        Said(paris, "praises", frozenset(("rom",)), 0, 14, optional=True),
    )
    assert (second.article.id, second.article.date, second.gold) == ("two", None, ())
    assert (third.article.id, third.article.date) == ("three", None)
