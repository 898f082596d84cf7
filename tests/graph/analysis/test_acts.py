"""Acts: what counts as one, on which side, and how often."""

import pytest

from graph.analysis import acts, view
from tests.graph.analysis.networks import add_actor, on_days, statements


def sides(network) -> list[tuple[str, str, int]]:  # type: ignore[no-untyped-def]
    return [(act.first, act.second, act.side) for act in acts(network)]


@pytest.mark.parametrize(
    ("relation", "side"),
    [("supports", 1), ("arms", 1), ("accuses", -1), ("attacks", -1), ("meets", 0), ("agreesWith", 0)],
)
def test_the_ontology_says_on_which_side_an_act_puts_two(relation: str, side: int) -> None:
    assert sides(statements(("a", relation, "b"))) == [("a", "b", side)]


@pytest.mark.parametrize("relation", ["urges", "represents", "chairs"])
def test_what_is_neither_alignment_nor_conflict_nor_talk_is_no_act(relation: str) -> None:
    assert sides(statements(("a", relation, "b"))) == []


@pytest.mark.parametrize(
    "fields",
    [{"polarity": "negated"}, {"status": "possible"}, {"status": "claimed"}],
    ids=lambda f: next(iter(f.values())),
)
def test_what_did_not_happen_is_no_act(fields: dict[str, str]) -> None:
    assert sides(statements(("a", "supports", "b", fields))) == []
    assert len(sides(statements(("a", "supports", "b", {"status": "planned"})))) == 1


def test_an_event_is_one_act_however_many_report_it() -> None:
    (act,) = acts(statements(*(("a", "supports", "b"),) * 3))
    assert act.reports == ("a0", "a1", "a2")
    assert set(act.statements) == {"s0", "s1", "s2"}
    assert act.actor == "a"


def test_an_article_gives_a_pair_one_act_of_a_side() -> None:
    same = {"article": "quarrel"}
    told = statements(
        ("a", "accuses", "b", same), ("b", "criticizes", "a", same), ("a", "supports", "b", same), ("a", "meets", "b", same)
    )  # fmt: skip
    assert sorted(side for *_, side in sides(told)) == [-1, 0, 1]
    elsewhere = statements(("a", "accuses", "b", same), ("b", "criticizes", "a", same), ("b", "criticizes", "a"))
    assert sides(elsewhere) == [("a", "b", -1)] * 2, "what another article tells too is one of that one's"


def test_two_who_do_the_same_to_a_third_in_one_sentence_stand_on_one_side() -> None:
    sentence = {"evidence": "a und b verurteilen c.", "article": "x"}
    found = acts(statements(("a", "criticizes", "c", sentence), ("b", "criticizes", "c", sentence)))
    assert [(act.first, act.second, act.side, act.joint) for act in found] == [
        ("a", "b", 1, True), ("a", "c", -1, False), ("b", "c", -1, False)
    ]  # fmt: skip
    apart = statements(("a", "criticizes", "c", sentence), ("b", "criticizes", "c", sentence | {"evidence": "b auch."}))
    assert ("a", "b", 1) not in sides(apart)
    quarrel = statements(
        ("a", "criticizes", "c", sentence), ("b", "criticizes", "c", sentence), ("b", "accuses", "a", sentence)
    )
    assert ("a", "b", 1) not in sides(quarrel)


def test_who_meets_the_same_does_not_stand_together() -> None:
    sentence = {"evidence": "a und b besuchen c.", "article": "x"}
    assert sides(statements(("a", "visits", "c", sentence), ("b", "visits", "c", sentence))) == [
        ("a", "c", 0),
        ("b", "c", 0),
    ]


def test_a_list_says_little_of_each_pair() -> None:
    def listed(number: int) -> list[tuple[str, str, int]]:
        sentence = {"evidence": "Alle unterstützen c.", "article": "x"}
        return sides(statements(*((f"a{n}", "supports", "c", sentence) for n in range(number))))

    assert len(listed(4)) == 4 + 6
    assert len(listed(5)) == 5, "ten pairs of five doers are left out"
    assert len(listed(7)) == 0


def test_members_of_an_alliance_stand_on_one_side_once() -> None:
    nato = "Q7184"
    made = statements(
        ("a", "memberOf", nato), ("a", "memberOf", nato), ("b", "memberOf", nato, {"date": "2025-05-01"}),
        ("c", "memberOf", nato, {"status": "planned"}), ("a", "meets", "b", {"date": "2025-01-03"}), ("b", "meets", "c"),
        ("c", "meets", nato),
    )  # fmt: skip
    add_actor(made, nato, "Organisation")
    assert [one for one in sides(view(made)) if one[2]] == [(nato, "a", 1), (nato, "b", 1), ("a", "b", 1)]
    assert ("a", "b", 1) in sides(view(made, until="2025-01")), "who was never only a candidate was a member before"


def test_a_candidate_is_a_member_from_the_day_that_it_is_one() -> None:
    nato = "Q7184"
    made = statements(
        ("a", "memberOf", nato), ("b", "memberOf", nato, {"status": "planned", "date": "2024-01-01"}), ("b", "memberOf", nato),
        ("a", "meets", "b", {"date": "2024-02-01"}), ("a", "meets", "b"),
    )  # fmt: skip
    add_actor(made, nato, "Organisation")
    assert ("a", "b", 1) in sides(view(made))
    assert ("a", "b", 1) not in sides(view(made, until="2024"))


def test_the_order_of_statements_changes_nothing() -> None:
    made = on_days(("a", "supports", "b", 3), ("b", "accuses", "c", 2), ("a", "accuses", "c", 2))
    again = made.__class__()
    again.add_nodes_from(reversed(list(made.nodes(data=True))))
    again.add_edges_from(reversed(list(made.edges(keys=True, data=True))))
    assert acts(made) == acts(again)
