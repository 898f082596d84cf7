import pytest

from graph.analysis import events, signed_graph, view
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


def test_what_joins_a_state_to_itself_is_left_out() -> None:
    made = statements(("kerry", "meets", "neu", {"date": "2016-01-01"}))
    add_actor(made, "kerry", "Person", MINISTER)
    assert not view(made, level="state").edges


def test_a_home_outside_the_statements_is_known_all_the_same() -> None:
    made = statements(("kerry", "meets", "x", {"date": "2016-01-01"}))
    add_actor(made, "kerry", "Person", MINISTER)
    made.graph["homes"] = {"neu": {"label": "Neuland", "kind": "State"}}
    assert view(made, level="state").nodes["neu"]["label"] == "Neuland"


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


def test_weights() -> None:
    made = statements(
        ("a", "supports", "b", {"confidence": 0.5}),
        ("b", "accuses", "a"),
        ("a", "supports", "b", {"status": "planned"}),
        ("a", "attacks", "b", {"polarity": "negated"}),
        ("a", "memberOf", "b"),
        ("a", "supports", "a"),
    )
    edge = signed_graph(made).edges["a", "b"]
    support, accusation = made.edges["a", "b", "s0"]["goldstein"], made.edges["b", "a", "s1"]["goldstein"]
    assert edge["cooperation"] == pytest.approx(support)
    assert edge["conflict"] == pytest.approx(-accusation)
    assert edge["weight"] == pytest.approx(support + accusation)
    assert set(edge["statements"]) == {"s0", "s1", "s2"}


def test_old_statements_fade() -> None:
    made = statements(("a", "supports", "b", {"date": "2025-01-01"}), ("a", "supports", "c", {"date": "2025-01-31"}))
    signed = signed_graph(made, half_life_days=30)
    assert signed.edges["a", "b"]["weight"] == pytest.approx(signed.edges["a", "c"]["weight"] / 2)
