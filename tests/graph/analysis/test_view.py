import pytest

from graph.analysis import events, view
from graph.analysis.events import interval
from tests.graph.analysis.networks import add_actor, statements

MINISTER = ({"title": "Minister", "of": "alt", "start": "2010-01-01", "end": "2014-12-31"},
            {"title": "Minister", "of": "neu", "start": "2015-01-01", "end": ""})  # fmt: skip


def network():  # type: ignore[no-untyped-def]
    made = statements(
        ("kerry", "meets", "lawrow", {"date": "2014-05-01"}),
        ("kerry", "meets", "lawrow", {"date": "2016-05"}),
        ("neu", "supports", "alt"),
        ("lawrow", "represents", "partei"),
        ("sprecher", "accuses", "alt"),
    )
    add_actor(made, "kerry", "Person", MINISTER)
    add_actor(made, "lawrow", "Person")
    add_actor(made, "sprecher", "Person")
    return made


def test_a_person_counts_for_the_office_of_that_day() -> None:
    rolled = view(network(), level="state")
    assert rolled.edges["alt", "partei", "s0"]["subject_person"] == "kerry"
    assert ("neu", "partei") in rolled.edges()
    assert ("sprecher", "alt") in rolled.edges(), "who holds no office counts for himself"
    assert "kerry" not in rolled


def placed(*said: tuple[str, str, str], day: str = "2016-01-01", offices=MINISTER):  # type: ignore[no-untyped-def]
    """Where the roll-up puts a person of whom articles say this, on a day."""
    made = statements(("m", "accuses", "x", {"date": day}), *said)
    for actor, kind in (("m", "Person"), ("hamas", "Group"), ("alternative-for-germany", "Organisation")):
        add_actor(made, actor, kind, offices if actor == "m" else ())
    return next(subject for subject, _, key in view(made, level="state").edges(keys=True) if key == "s0")


def test_a_person_of_a_body_counts_for_the_body() -> None:
    said = (("m", "memberOf", "hamas"), ("m", "chairs", "hamas"), ("m", "represents", "alt"))
    assert placed(*said, offices=()) == "hamas", "what most statements say counts, not that one says it of a state"
    assert placed(("m", "represents", "hamas"), ("m", "represents", "alt"), offices=()) == "m", (
        "of neither, where both are as often"
    )


def test_an_organ_counts_for_its_body() -> None:
    commission, union = "Q8880", "Q458"
    made = statements(
        (commission, "accuses", "x"), ("kommissar", "accuses", "x"), ("x", "meets", union), (union, "meets", commission)
    )
    for actor, kind in ((commission, "Organisation"), (union, "Organisation"), ("kommissar", "Person")):
        held = ({"title": "Kommissarin", "of": commission, "start": "", "end": ""},) if kind == "Person" else ()
        add_actor(made, actor, kind, held)
    rolled = view(made, level="state")
    assert sorted((s, o) for s, o in rolled.edges()) == [(union, "x"), (union, "x"), ("x", union)]
    alone = statements((commission, "accuses", "x"))
    add_actor(alone, commission, "Organisation")
    assert set(view(alone, level="state")) == {commission, "x"}, "of the Union nobody speaks"


def test_of_state_and_party_the_state_counts() -> None:
    party = "alternative-for-germany"
    assert placed(("m", "memberOf", party), ("m", "memberOf", party), ("m", "represents", "alt"), offices=()) == "alt"
    assert placed(("m", "memberOf", party), offices=()) == party


def test_an_office_that_is_over_is_no_home() -> None:
    assert placed(("m", "represents", "alt"), day="2009-01-01") == "m"
    assert placed(("m", "represents", "hamas"), day="2009-01-01") == "hamas"


def test_what_joins_a_state_to_itself_is_left_out() -> None:
    made = statements(("kerry", "meets", "neu", {"date": "2016-01-01"}))
    add_actor(made, "kerry", "Person", MINISTER)
    assert not view(made, level="state").edges


def test_a_home_outside_the_statements_is_known_all_the_same() -> None:
    made = statements(("kerry", "meets", "x", {"date": "2016-01-01"}))
    add_actor(made, "kerry", "Person", MINISTER)
    made.graph["homes"] = {"neu": {"label": "Neuland", "kind": "State"}}
    assert view(made, level="state").nodes["neu"]["label"] == "Neuland"


def test_an_analysis_of_part_of_it_keeps_who_is_in_an_alliance() -> None:
    made = statements(("a", "memberOf", "Q7184"), ("a", "meets", "b"))
    (member,) = view(view(made), relations=("meets",)).graph["members"]
    assert (member.actor, member.alliance, member.since) == ("a", "Q7184", "")


@pytest.mark.parametrize(
    ("filters", "keys"),
    [
        ({"since": "2016"}, {"s1", "s2", "s4"}),
        ({"since": "2016-05-20", "until": "2016-06"}, {"s1"}),
        ({"relations": ("accuses",)}, {"s4"}),
        ({"signs": (-1,)}, {"s4"}),
        ({"statuses": ("planned",)}, set()),
        ({"sources": ("niemand",)}, set()),
        ({"min_confidence": 1.1}, set()),
        ({"offices": True, "relations": ("represents",)}, {"s3"}),
    ],
)
def test_filters(filters: dict[str, object], keys: set[str]) -> None:
    assert {key for *_, key in view(network(), **filters).edges(keys=True)} == keys  # type: ignore[arg-type]


def test_a_statement_without_date_counts_on_its_articles() -> None:
    made = statements(("a", "meets", "b", {"date": "", "article_date": "2020-02-02"}))
    assert view(made, since="2020", until="2020").edges
    assert not view(made, since="2021").edges


def test_what_several_articles_report_is_one_event() -> None:
    made = statements(
        ("a", "meets", "b", {"confidence": 0.5}),
        ("b", "meets", "a", {"date": "2025-09", "confidence": 0.9}),
        ("a", "meets", "b", {"date": "2025-09-20"}),
        ("a", "meets", "b", {"polarity": "negated"}),
    )
    found = {edge["statements"]: edge for *_, edge in events(made).edges(data=True)}
    assert set(found) == {("s0", "s1"), ("s2",), ("s3",)}
    assert found["s0", "s1"]["reports"] == 2
    assert found["s0", "s1"]["date"] == "2025-09-03"
    assert found["s0", "s1"]["confidence"] == 0.9


def test_copies_of_one_text_are_one_report() -> None:
    made = statements(*(("a", "meets", "b", {"article": f"copy{n}", "report": "agency"}) for n in range(3)))
    assert [edge["reports"] for *_, edge in events(made).edges(data=True)] == [1]


def test_an_undated_statement_may_mean_the_days_before_its_article() -> None:
    made = statements(("a", "hosts", "b"), ("a", "hosts", "b", {"date": "", "article_date": "2025-09-05"}),
                      ("a", "hosts", "b", {"date": "", "article_date": "2025-10-05"}))  # fmt: skip
    assert sorted(edge["reports"] for *_, edge in events(made).edges(data=True)) == [1, 2]


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2023", "2023-01-01", "2023-12-31"),
    ],
)
def test_months_and_years_are_intervals(day: str, first: str, last: str) -> None:
    assert tuple(map(str, interval(day))) == (first, last)
