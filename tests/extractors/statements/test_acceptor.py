"""The acceptor: features as buckets of a table, probabilities, reasons, and what is shipped."""

import math
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from extractors.actors import mentions_at
from extractors.languages import language
from extractors.statements import acceptor as module
from extractors.statements.acceptor import (
    BITS,
    CROSSES,
    FILE,
    GROUP_OF,
    GROUPS,
    NAMES,
    Acceptor,
    Numbers,
    buckets,
    load_acceptor,
    read,
)
from extractors.statements.component import StatementComponent
from extractors.statements.features import COLUMNS, Columns
from extractors.statements.judgement import judged
from tests.extractors.candidacy import pairing
from tests.extractors.trees import tree

# Rows of candidates: no two columns are alike.
ROWS: Columns = np.arange(3 * len(COLUMNS), dtype=np.uint64).reshape(3, len(COLUMNS)) * np.uint64(0x9E3779B1)


def toy(
    weights: dict[tuple[str, ...], float], bias: float = 0.0, row: Columns = ROWS[0], **settings: float
) -> Acceptor:
    """An acceptor with the weights of these crosses of one row."""
    table = np.zeros(1 << BITS, dtype=np.float16)
    places = buckets(row[None, :])[0]
    for cross, weight in weights.items():
        table[places[CROSSES.index(cross)]] = weight
    return Acceptor(table, bias, 0.5, np.zeros(len(NAMES)), **settings)


def changed(row: Columns, *names: str) -> Columns:
    other = row.copy()
    for name in names:
        other[COLUMNS.index(name)] += np.uint64(1)
    return other


# Buckets -----------------------------------------------------------------------------------------------------------------


def test_a_row_has_a_bucket_a_cross() -> None:
    found = buckets(ROWS)
    assert found.shape == (3, len(CROSSES))
    assert found.dtype == np.int64
    assert found.min() >= 0
    assert found.max() < 1 << BITS
    assert found.max() > (1 << BITS) * 0.9, "the whole table is used"
    assert buckets(ROWS[:0]).shape == (0, len(CROSSES))


def test_equal_rows_have_equal_buckets_wherever_they_stand() -> None:
    found = buckets(ROWS)
    assert (buckets(ROWS[[2, 0, 2]]) == found[[2, 0, 2]]).all()
    before = ROWS.copy()
    buckets(ROWS)
    assert (before == ROWS).all(), "the rows are left as they are"


def test_the_buckets_are_those_that_shipped_weights_stand_in() -> None:
    # Trained tables are read by these: another hash needs another training.
    found = buckets(ROWS)
    assert found[0, :6].tolist() == [477851, 834362, 915397, 988779, 80972, 411279]
    assert found[:, -1].tolist() == [110696, 838197, 8261]
    assert int((found * np.arange(1, found.size + 1).reshape(found.shape)).sum()) == 68_173_791_650


def test_buckets_are_spread() -> None:
    assert len(np.unique(buckets(ROWS)[0])) > len(CROSSES) - 3
    # Rows that differ in one column of few values: each value has a bucket of its own.
    rows = np.repeat(ROWS[:1], 200, axis=0)
    rows[:, COLUMNS.index("relation")] = np.arange(200, dtype=np.uint64)
    assert len(np.unique(buckets(rows)[:, CROSSES.index(("relation",))])) > 195


def test_each_cross_hangs_on_its_columns_alone() -> None:
    before = buckets(ROWS[:1])[0]
    # The first column, which says nothing, fills up the crosses of few columns.
    assert COLUMNS[0] == "any"
    for name in COLUMNS[1:]:
        after = buckets(changed(ROWS[0], name)[None, :])[0]
        moved = {CROSSES[k] for k in np.nonzero(before != after)[0].tolist()}
        assert moved == {cross for cross in CROSSES if name in cross}, name


def test_a_cross_tells_its_columns_apart() -> None:
    # The same values the other way round are another feature: who is the subject matters.
    row = ROWS[0].copy()
    one, other = COLUMNS.index("subject slot"), COLUMNS.index("object slot")
    row[[one, other]] = row[[other, one]]
    place = CROSSES.index(("subject slot", "object slot"))
    assert buckets(row[None, :])[0, place] != buckets(ROWS[:1])[0, place]


def test_equal_values_of_different_columns_are_different_features() -> None:
    found = buckets(np.ones((1, len(COLUMNS)), dtype=np.uint64))[0]
    assert len(np.unique(found)) > len(CROSSES) - 3


# Crosses and their groups ------------------------------------------------------------------------------------------------


def test_every_column_is_used() -> None:
    assert {name for cross in CROSSES for name in cross} == set(COLUMNS) - {"any"}
    assert len(set(CROSSES)) == len(CROSSES)
    for name in COLUMNS[2:]:
        assert (name,) in CROSSES
        assert (name, "relation") in CROSSES
    assert ("relation",) in CROSSES


@pytest.mark.parametrize(
    "cross",
    [
        "subject slot & object slot",
        "subject slot & object slot & relation",
        "subject slot & object slot & word shape",
        "subject kind & object kind & word shape",
        "subject mention & object mention & relation",
        "subject rivals & object rivals & relation",
        "subject way order & object way order & relation",
        "subject way nearer & object way nearer",
        "subject way path & object way path & word lemma",
        "subject way hang & object way hang & word lemma",
        "subject slot & object slot & word lemma",
        "subject slot & object slot & word voice",
        "subject slot & object slot & pair order",
        "subject way hang & object way hang & word clause",
        "subject slot & object way hang & relation",
        "subject way hang & object slot & relation",
    ],
)
def test_what_is_seen_together(cross: str) -> None:
    assert tuple(cross.split(" & ")) in CROSSES


@pytest.mark.parametrize(
    ("column", "group"),
    [
        ("relation", "the word and its relation"),
        ("word lemma", "the word and its relation"),
        ("word class", "the word and its relation"),
        ("word clause", "the clause of the word"),
        ("word voice", "the clause of the word"),
        ("triple again", "what else the article could say of them"),
        ("pair path", "how the two stand to each other"),
        ("subject way path", "the way from the actors to the word"),
        ("object way hang", "the way from the actors to the word"),
        ("subject slot", "the slots of the word's frame"),
        ("object rivals", "the slots of the word's frame"),
        ("object swapped", "the slots of the word's frame"),
        ("subject kind", "what the actors are and how often they are named"),
        ("object count", "what the actors are and how often they are named"),
    ],
)
def test_a_feature_is_in_the_group_of_its_first_column(column: str, group: str) -> None:
    mine = [NAMES[GROUP_OF[k]] for k, cross in enumerate(CROSSES) if cross[0] == column]
    assert set(mine) == {group}


def test_each_group_has_features_and_a_name_of_its_own() -> None:
    assert len(GROUP_OF) == len(CROSSES)
    assert set(GROUP_OF.tolist()) == set(range(len(NAMES)))
    assert set(NAMES) == set(GROUPS.values())
    assert len(set(NAMES)) == len(NAMES)


# Probabilities -----------------------------------------------------------------------------------------------------------


def logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def test_without_weights_the_bias_alone_speaks() -> None:
    assert toy({}).probabilities(ROWS) == pytest.approx([0.5] * 3)
    assert toy({}, -2.0).probabilities(ROWS) == pytest.approx([logistic(-2.0)] * 3)
    assert toy({}).probabilities(ROWS[:0]).shape == (0,)


def test_weights_of_all_features_add_up() -> None:
    one, other = ("relation",), ("subject slot", "object slot")
    found = toy({one: 1.5, other: -0.25}, 0.5).probabilities(ROWS)
    assert found == pytest.approx([logistic(1.75), logistic(0.5), logistic(0.5)])
    assert toy({one: 1.5, other: 2.0}).probabilities(changed(ROWS[0], "object slot")[None, :]) == pytest.approx(
        [logistic(1.5)]
    )


def test_sums_are_exact() -> None:
    # In half precision 2048 + 1 is 2048.
    found = toy({("relation",): 2048.0, ("word lemma",): 1.0}, -2049.0).probabilities(ROWS[:1])
    assert found.tolist() == [0.5]


def test_by_default_nothing_is_calibrated_and_nothing_dropped() -> None:
    acceptor = toy({})
    assert (acceptor.slope, acceptor.shift, acceptor.others, acceptor.least) == (1, 0, 1, 0)


@pytest.mark.parametrize("sure", [0.001, 0.2, 0.5, 0.9])
def test_uncalibrated_is_as_sure_as_before(sure: float) -> None:
    assert toy({}).calibrated(sure) == pytest.approx(sure)


def test_calibration_turns_log_odds() -> None:
    assert toy({}, slope=2.0).calibrated(0.8) == pytest.approx(16 / 17)
    assert toy({}, slope=0.5).calibrated(0.8) == pytest.approx(2 / 3)
    assert toy({}, shift=math.log(3)).calibrated(0.5) == pytest.approx(0.75)
    assert toy({}, slope=2.0, shift=math.log(0.25)).calibrated(0.8) == pytest.approx(0.8)


def test_calibration_keeps_the_order() -> None:
    acceptor = toy({}, slope=0.6, shift=1.1)
    found = [acceptor.calibrated(k / 100) for k in range(101)]
    assert found == sorted(found)
    assert len(set(found)) == 101


def test_certainty_is_clipped() -> None:
    acceptor = toy({})
    assert acceptor.calibrated(0.0) == pytest.approx(1e-6)
    assert acceptor.calibrated(1e-7) == acceptor.calibrated(0.0) < acceptor.calibrated(1e-5)
    assert 1 - acceptor.calibrated(1.0) == pytest.approx(1e-6)
    assert acceptor.calibrated(1 - 1e-7) == acceptor.calibrated(1.0) > acceptor.calibrated(1 - 1e-5)


# Reasons -----------------------------------------------------------------------------------------------------------------

WORD, CLAUSE, AGAIN = NAMES[:3]


def test_reasons_name_the_two_groups_most_for_it_and_the_one_most_against_it() -> None:
    weights = {
        ("relation",): 1.0,
        ("word voice",): 3.0,
        ("triple again",): 2.0,
        ("pair path",): -1.0,
        ("subject slot",): -2.0,
    }
    assert toy(weights).reasons(ROWS[0]) == (
        f"for it: {CLAUSE} and {AGAIN}",
        "against it: the slots of the word's frame",
    )


def test_weights_of_a_group_add_up() -> None:
    weights = {("relation",): 1.0, ("word lemma",): 1.0, ("word voice",): 1.5, ("triple again",): 1.75}
    assert toy(weights).reasons(ROWS[0]) == (f"for it: {WORD} and {AGAIN}",)


def test_what_is_neither_for_nor_against_it_is_no_reason() -> None:
    assert toy({}).reasons(ROWS[0]) == ()
    assert toy({("word voice",): 1.0}).reasons(ROWS[0]) == (f"for it: {CLAUSE}",)
    assert toy({("word voice",): -1.0}).reasons(ROWS[0]) == (f"against it: {CLAUSE}",)
    assert toy({("word voice",): 1.0}, row=ROWS[1]).reasons(ROWS[0]) == ()


def test_reasons_are_what_differs_from_the_average() -> None:
    usual = np.zeros(len(NAMES))
    usual[NAMES.index(CLAUSE)] = 2.0
    weights = {("word voice",): 1.5, ("relation",): 0.25}
    assert replace(toy(weights), means=usual).reasons(ROWS[0]) == (f"for it: {WORD}", f"against it: {CLAUSE}")


# Files -------------------------------------------------------------------------------------------------------------------


def trained(seed: int = 0) -> Acceptor:
    drawn = np.random.default_rng(seed)
    table = np.zeros(1 << BITS, dtype=np.float16)
    table[drawn.choice(1 << BITS, 500, replace=False)] = drawn.normal(size=500)
    table[[0, 1, (1 << BITS) - 1]] = 0.5, -0.5, 0.25
    means: Numbers = drawn.normal(size=len(NAMES))
    return Acceptor(table, -0.25, 0.4, means, slope=0.6, shift=1.25, others=0.8, least=0.3)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / FILE
    trained().write(file)
    found = read(file)
    assert (found.table == trained().table).all()
    assert found.table.dtype == np.float16
    assert (found.means == trained().means).all()
    assert replace(found, table=trained().table, means=trained().means).__dict__.keys() == trained().__dict__.keys()
    settings = (found.bias, found.threshold, found.slope, found.shift, found.others, found.least)
    assert settings == (-0.25, 0.4, 0.6, 1.25, 0.8, 0.3)
    assert found.probabilities(ROWS).tolist() == trained().probabilities(ROWS).tolist()


def test_the_same_weights_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        trained().write(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert (tmp_path / "one").stat().st_size < 10_000, "what is zero is not written"


def test_an_acceptor_without_weights_is_written_too(tmp_path: Path) -> None:
    toy({}).write(tmp_path / FILE)
    assert not read(tmp_path / FILE).table.any()


def test_a_language_without_a_file_has_no_acceptor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "language", lambda _: SimpleNamespace(folder=tmp_path))
    assert load_acceptor.__wrapped__("xx") is None
    trained().write(tmp_path / FILE)
    found = load_acceptor.__wrapped__("xx")
    assert found is not None
    assert found.threshold == 0.4


# What is shipped ---------------------------------------------------------------------------------------------------------


LEARNED = StatementComponent("de", None)


def rated(text: str) -> dict[str, float]:
    """How probable the German acceptor finds the candidates of a tree."""
    shipped = load_acceptor("de")
    assert shipped is not None
    doc = tree(text)
    mentions = mentions_at(doc)
    builder = LEARNED.builder
    found = judged(doc, mentions, *builder.finders(doc, mentions), pairing(), lambda p: p.entry.relation, shipped)
    return {
        f"{c.subject.actor.label('en')} {c.word.entry.relation} {c.object.actor.label('en')}": sure
        for c, sure in zip(found.candidates, shipped.probabilities(found.columns).tolist(), strict=True)
    }


def test_the_german_acceptor_is_small_and_read_once() -> None:
    with language("de").folder.joinpath(FILE).open("rb") as file:
        assert len(file.read()) < 300_000
    shipped = load_acceptor("de")
    assert shipped is load_acceptor("de")
    assert shipped is not None
    assert shipped.means.shape == (len(NAMES),)
    assert 0 < shipped.threshold < 1
    assert 0 < shipped.others <= 1
    assert shipped.slope > 0, "what is surer stays surer"
    assert 1_000 < np.count_nonzero(shipped.table) < 1 << (BITS - 3)


def test_the_german_acceptor_knows_a_clear_sentence_from_a_senseless_pair() -> None:
    sure = rated("""
        Frankreich   _            PROPN  2  nsubj  _  LOC
        kritisierte  kritisieren  VERB   0  root   Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin
        Russland     _            PROPN  2  obj    _  LOC
        .            _            PUNCT  2  punct
    """)
    assert sure["France criticizes Russia"] > 0.5 > sure["Russia criticizes France"]
    far = rated("""
        Nach         _            ADP    2  case
        Kritik       _            NOUN   3  obl
        reiste       reisen       VERB   0  root   Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin
        Macron       _            PROPN  3  nsubj  _  PER
        nach         _            ADP    6  case
        China        _            PROPN  3  obl    _  LOC
        ,            _            PUNCT  9  punct
        wo           _            ADV    9  advmod
        schneite     schneien     VERB   6  acl    Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin
        .            _            PUNCT  3  punct
    """)
    assert far["China criticizes Emmanuel Macron"] < 0.5 < far["Emmanuel Macron visits China"]
    assert sure["France criticizes Russia"] > far["China criticizes Emmanuel Macron"]
