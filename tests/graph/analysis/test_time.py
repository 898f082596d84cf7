import networkx as nx
import pandas as pd
import pytest

from graph.analysis import Camp, contested, history, moves, pair, windows
from graph.analysis.movers import moves_frame
from graph.analysis.view import view
from graph.analysis.windows import carried, periods
from tests.bench.planted import defection
from tests.graph.analysis.networks import statements


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_planted_defection_is_found_where_and_why_it_was(seed: int) -> None:
    network, defector, since = defection(seed=seed)
    (move,) = moves(windows(network, days=30))
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
    assert moves(windows(network, days=30)) == ()


def test_periods_cover_all_days() -> None:
    made = statements(("a", "meets", "b", {"date": "2025-01-01"}), ("a", "meets", "b", {"date": "2025-02-15"}))
    assert list(periods(made, days=30)) == [("2025-01-01", "2025-01-30"), ("2025-01-31", "2025-03-01")]
    assert len(list(periods(made, days=30, step=15))) == 4
    assert list(periods(statements(("a", "meets", "b", {"date": "2025", "article_date": ""})), days=30)) == []


def test_a_month_counts_in_no_week() -> None:
    rows = [(a, "supports", b, {"date": f"2025-01-{day:02}"}) for a, b in ("ab", "bc", "ca") for day in (6, 7)]
    vague = [("c", "supports", "d", {"date": day}) for day in ("2025-01", "2025")]
    (window,) = windows(statements(*rows, *vague), days=7)
    assert set(window.network) == {"a", "b", "c"}
    assert [set(camp.members) for camp in window.camps.camps] == [{"a", "b", "c"}]


def test_a_camp_keeps_its_label_while_its_members_change() -> None:
    earlier = {"a": [frozenset("abcd")], "x": [frozenset("xyz")]}
    members = {"y": "yzx", "b": "bcde", "a": "q"}
    found = [Camp(label, tuple(ids), (1.0,) * len(ids), (1,) * len(ids), 1, 0, 1, "") for label, ids in members.items()]
    assert [one.label for one in carried(earlier, found)] == ["x", "a", "a (2)"]


def test_months_of_which_nobody_wrote_are_gaps() -> None:
    made = statements(
        ("a", "supports", "b", {"date": "2025-01-10"}), ("b", "accuses", "a", {"date": "2025-01"}),
        ("a", "accuses", "b", {"date": "2025-03-01"}), ("a", "meets", "b", {"date": "2025-03-02"}),
        ("a", "meets", "b", {"date": "2024"}), ("a", "memberOf", "b"),
    )  # fmt: skip
    found = pair(view(made), "b", "a")
    assert list(found.months.index) == ["2025-01", "2025-02", "2025-03"]
    january, february, march = found.months.itertuples(index=False)
    assert tuple(january) == (1, 1, 0, 2)
    assert all(pd.isna(value) for value in february)
    assert tuple(march) == (0, 1, 1, 2)
    assert found.undated == 1
    assert found.tie is not None
    assert (found.tie.aligned, found.tie.conflict, found.tie.contacts) == (1, 2, 2)
    with pytest.raises(KeyError):
        pair(made, "a", "nobody")


def test_what_most_articles_tell_of_a_pair_comes_first() -> None:
    made = statements(
        ("a", "supports", "b", {"date": "2025-01-10"}), *(("b", "supports", "a", {"date": "2024-12-01"}),) * 2,
        ("a", "accuses", "b"),
    )  # fmt: skip
    told = pair(made, "a", "b").strongest(1)
    assert [len(act.reports) for act in told] == [2, 1]
    assert pair(made, "a", "b").strongest(0) == ()


def test_two_without_an_act() -> None:
    found = pair(statements(("a", "meets", "b"), ("c", "meets", "d")), "a", "c")
    assert (len(found.months), found.tie, found.undated) == (0, None, 0)


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
    assert moves(windows(network, days=30)) == ()
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
