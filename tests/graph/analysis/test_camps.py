"""Camps: who stands with whom, who between, and how sure that is."""

import igraph
import networkx as nx
import numpy as np
import pytest

from graph.analysis import Camps, acts, camps, partition, view
from graph.analysis import ties as tied
from graph.analysis.camps import with_friends
from tests.bench.planted import planted
from tests.graph.analysis.networks import add_actor, highland_tribes, on_days, statements, ties


def test_the_three_blocs_of_the_highland_tribes() -> None:
    """Hage and Harary (1983): Gama, Gavev, Kotun, Nagad; the Gahuku bloc; and the Uheto bloc."""
    network = highland_tribes()
    signs = [weight for *_, weight in network.edges(data="weight")]
    assert (len(network), signs.count(1), signs.count(-1)) == (16, 29, 29)
    assert {frozenset(group) for group in partition(network)} == {
        frozenset("Ove Alika Gahuk Masil Ukudz Geham Asaro".split()),
        frozenset("Nagam Notoh Kohik Uheto Seuve".split()),
        frozenset("Gavev Kotun Nagad Gama".split()),
    }


@pytest.mark.parametrize("seed", range(3))
def test_planted_groups_come_back(seed: int) -> None:
    network, truth = planted(120, 4, 1800, noise=0.15, seed=seed)
    found = {actor: number for number, group in enumerate(partition(network)) for actor in group}
    actors = list(network)
    score = igraph.compare_communities([found[a] for a in actors], [truth[a] for a in actors], method="nmi")
    assert score >= 0.9


def test_no_move_of_one_actor_makes_a_partition_better() -> None:
    network, _ = planted(30, 3, 150, noise=0.3, seed=4)
    found = {actor: number for number, group in enumerate(partition(network)) for actor in group}

    def quality(place: dict[str, int]) -> float:
        pairs = [(a, b) for a in network for b in network if a < b and place[a] == place[b]]
        return sum(network.get_edge_data(*pair, {"weight": 0.0})["weight"] - 0.01 for pair in pairs)

    best = quality(found)
    for actor in network:
        for group in {*found.values(), len(network)}:
            assert quality(found | {actor: group}) <= best + 1e-9


TWO = (
    *((a, "supports", b, 3) for a, b in ("ab", "bc", "ca", "xy", "yz", "zx")),
    *((a, "accuses", x, 2) for a, x in ("ax", "by", "cz")),
)


def two_sides() -> nx.MultiDiGraph:
    return on_days(*TWO)


def test_two_sides() -> None:
    found = camps(two_sides())
    assert [set(camp.members) for camp in found.camps] == [set("abc"), set("xyz")]
    for camp in found.camps:
        assert all(share > 0.9 for share in camp.shares)
        assert camp.acts == (6, 6, 6)
        assert (camp.aligned, camp.conflict, camp.articles) == (9, 0, 9)
    assert (found.acts, found.articles, found.between) == (24, 24, ())
    assert found.camps[0].name == ", ".join(found.camps[0].members)
    assert found.place == {actor: int(actor in "xyz") for actor in "abcxyz"}


def test_a_camp_is_named_by_its_alliance_where_most_belong_to_it() -> None:
    made = on_days(*TWO)
    for number, actor in enumerate("ab"):
        made.add_edge(
            actor,
            "Q7184",
            key=f"m{number}",
            **next(iter(made.edges(data=True)))[2] | {"relation": "memberOf", "article": "m"},
        )
    add_actor(made, "Q7184", "Organisation")
    made.nodes["Q7184"]["label"] = "Nato"
    made.add_edge(
        "Q7184", "x", key="n", **next(iter(made.edges(data=True)))[2] | {"relation": "criticizes", "article": "n"}
    )
    allied, others = camps(view(made)).camps
    assert allied.name == "Nato"
    assert others.name == ", ".join(others.members)


def test_talk_joins_nobody() -> None:
    with_talk = on_days(*TWO, *((a, "meets", x, 20) for a in "abc" for x in "xyz"), ("a", "agreesWith", "x", 9))
    assert [camp.members for camp in camps(with_talk).camps] == [camp.members for camp in camps(two_sides()).camps]


def test_who_stands_with_all_sides_stands_between() -> None:
    third = [(a, "supports", b, 3) for a, b in ("uv", "vw", "wu")]
    third += [(a, "accuses", b, 2) for a, b in ("au", "bv", "cw", "xu", "yv", "zw")]
    found = camps(on_days(*TWO, *third, *(("m", "supports", one, 2) for one in "axu")))
    (between,) = found.between
    assert between.actor == "m"
    assert len(between.shares) == len(found.camps) == 3
    assert all(0.1 < share < 0.5 for share in between.shares)


def joined(*more: tuple[str, str, str, int], share: float) -> list[int]:
    """The groups of a to c, x to z and m beside them, where m is together with a in this share of ten resamples."""
    actors = "abcxyzm"
    groups, number = np.array([0, 0, 0, 1, 1, 1, 2]), {actor: at for at, actor in enumerate(actors)}
    drawn = [np.array([0, 3, 4, 1, 1, 1, 0 if at < 10 * share else 2]) for at in range(10)]
    return with_friends(groups, drawn, tied(acts(on_days(*TWO, *more))), number).tolist()


def test_who_is_mostly_together_with_whom_he_is_aligned_with_is_of_their_camp() -> None:
    friend = ("m", "supports", "a", 4)
    assert joined(friend, share=0.6)[-1] == 0
    assert joined(friend, share=0.5)[-1] == 2, "not in more than half"
    assert joined(friend, ("m", "accuses", "b", 4), share=0.9)[-1] == 2, "opposed to a member"
    assert joined(friend, ("m", "supports", "x", 4), share=0.9)[-1] == 2, "aligned with members of two camps"
    assert joined(("m", "supports", "a", 1), share=0.9)[-1] == 2, "one act is no sure tie"


def test_one_report_places_nobody() -> None:
    found = camps(statements(("a", "supports", "b"), ("b", "supports", "c"), ("c", "supports", "a")))
    assert (found.camps, found.between) == ((), ())


def test_two_are_no_camp() -> None:
    found = camps(on_days(("a", "supports", "b", 4)))
    assert found.camps == ()
    assert [one.actor for one in found.between] == ["a", "b"]


def test_a_common_enemy_is_no_bond() -> None:
    assert camps(on_days(*((actor, "attacks", "enemy", 4) for actor in "abc"))).camps == ()


def test_persons_and_parties_stand_apart() -> None:
    made = on_days(*TWO, ("mueller", "supports", "a", 4), ("party", "supports", "b", 4))
    add_actor(made, "mueller", "Person")
    nx.relabel_nodes(made, {"party": "alternative-for-germany"}, copy=False)
    members = {actor for camp in camps(made).camps for actor in camp.members}
    assert members == set("abcxyz")
    assert {"mueller", "alternative-for-germany"} <= set(camps(made, persons=True, parties=True).place)


@pytest.mark.parametrize(
    "network", [nx.MultiDiGraph(), statements(("a", "accuses", "b")), statements(("a", "meets", "a"))]
)
def test_next_to_nothing(network: nx.MultiDiGraph) -> None:
    found = camps(network)
    assert (found.camps, found.between, found.acts if not network else 0) == ((), (), 0)
    assert isinstance(found, Camps)
    assert partition(nx.Graph()) == ()
    assert partition(ties(("a", "a", 3.0))) == (("a",),)


def test_the_same_network_gives_the_same_camps() -> None:
    assert camps(two_sides()) == camps(two_sides())
