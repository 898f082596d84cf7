import math

import networkx as nx
import pytest

from graph.analysis import Coalition, contested, history, moves, pair, windows
from graph.analysis.movers import moves_frame
from graph.analysis.windows import carried, periods
from tests.bench.planted import defection
from tests.graph.analysis.networks import statements


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_planted_defection_is_found_where_and_why_it_was(seed: int) -> None:
    network, defector, since = defection(seed=seed)
    (move,) = moves(network, windows(network, days=30))
    assert (move.actor, move.since) == (defector, since)
    assert set(move.after.members) > {"east0", "east1"}
    own = {key: (s, o, e["relation"]) for s, o, key, e in network.edges(keys=True, data=True) if defector in (s, o)}
    assert move.statements
    for key in move.statements:
        subject, target, relation = own[key]
        other = target if subject == defector else subject
        assert (relation, other[:4]) in {("supports", "east"), ("accuses", "west")}
        assert key.startswith("s3-")
    frame = moves_frame(network, (move,))
    assert list(frame["label"]) == ["West5"]


def test_nobody_moves_where_nobody_moved() -> None:
    network, _, _ = defection(at=99)
    assert moves(network, windows(network, days=30)) == ()


def test_periods_cover_all_days() -> None:
    made = statements(("a", "meets", "b", {"date": "2025-01-01"}), ("a", "meets", "b", {"date": "2025-02-15"}))
    assert list(periods(made, days=30)) == [("2025-01-01", "2025-01-30"), ("2025-01-31", "2025-03-01")]
    assert len(list(periods(made, days=30, step=15))) == 4
    assert list(periods(statements(("a", "meets", "b", {"date": "2025", "article_date": ""})), days=30)) == []


def test_a_month_counts_in_no_week() -> None:
    made = statements(("a", "supports", "b", {"date": "2025-01-06"}), ("b", "supports", "c", {"date": "2025-01"}))
    (window,) = windows(made, days=7)
    assert set(window.signed) == {"a", "b"}


def test_a_coalition_keeps_its_label_while_its_members_change() -> None:
    earlier = {"a": [frozenset("abcd")], "x": [frozenset("xyz")]}
    members = {"y": "yzx", "b": "bcde", "a": "q"}
    found = [Coalition(label, tuple(ids), (1.0,) * len(ids), "") for label, ids in members.items()]
    assert [one.label for one in carried(earlier, found)] == ["x", "a", "a (2)"]


def test_months_without_statements_are_gaps() -> None:
    made = statements(
        ("a", "supports", "b", {"date": "2025-01-10"}), ("b", "accuses", "a", {"date": "2025-01"}),
        ("a", "accuses", "b", {"date": "2025-03-01"}), ("a", "meets", "b", {"date": "2024"}), ("a", "memberOf", "b"),
    )  # fmt: skip
    frame = pair(made, "a", "b")
    assert list(frame.index) == ["2025-01", "2025-02", "2025-03"]
    assert list(frame["statements"]) == [2, 0, 1]
    assert math.isnan(frame.loc["2025-02", "net"])
    assert frame.loc["2025-03", "index"] == -1
    assert frame.loc["2025-01", "net"] == pytest.approx(
        frame.loc["2025-01", "cooperation"] - frame.loc["2025-01", "conflict"]
    )
    assert frame.attrs["undated"] == 1
    with pytest.raises(KeyError):
        pair(made, "a", "nobody")


def test_two_without_statements() -> None:
    assert len(pair(statements(("a", "meets", "b"), ("c", "meets", "d")), "a", "c")) == 0


def test_one_affirms_and_the_other_denies() -> None:
    made = statements(
        ("a", "meets", "b", {"source": "Paris", "evidence": "Es gab ein Treffen."}),
        ("b", "meets", "a", {"source": "Moskau", "polarity": "negated", "evidence": "Es gab keines."}),
        ("a", "meets", "b", {"source": "Moskau"}),
        ("a", "meets", "b", {"source": "Moskau", "polarity": "negated", "date": "2025-05-01"}),
        ("a", "meets", "b", {"source": "Moskau", "polarity": "negated", "status": "planned"}),
    )
    frame = contested(made)
    assert list(frame["affirmed_evidence"]) == ["Es gab ein Treffen."]
    assert list(frame["denied_evidence"]) == ["Es gab keines."]
    assert list(frame["denied_by"]) == ["Moskau"]


@pytest.mark.parametrize(
    "network", [nx.MultiDiGraph(), statements(("a", "accuses", "b")), statements(("a", "meets", "a"))]
)
def test_next_to_nothing(network: nx.MultiDiGraph) -> None:
    found = windows(network, days=30)
    assert moves(network, found) == ()
    assert len(contested(network)) == 0


def test_measures_follow_an_actor_through_the_windows() -> None:
    network, defector, since = defection()
    frame = history(network, days=30)
    assert list(frame["since"].drop_duplicates()) == sorted(set(frame["since"]))
    ties = frame[frame["actor"] == defector].set_index("since")
    west = {name for name in network if name.startswith("west")}
    assert len(ties) == 6
    assert ties.loc[since:, "friends"].max() <= 6
    assert set(frame["actor"]) >= west
    assert len(history(nx.MultiDiGraph())) == 0


def test_an_actor_nobody_wrote_of_has_no_row() -> None:
    made = statements(("a", "supports", "b", {"date": "2025-01-01"}), ("a", "supports", "c", {"date": "2025-02-15"}))
    frame = history(made, days=30)
    assert [(since, actor) for since, actor in zip(frame["since"], frame["actor"], strict=True)] == [
        ("2025-01-01", "a"), ("2025-01-01", "b"), ("2025-01-31", "a"), ("2025-01-31", "c")
    ]  # fmt: skip
