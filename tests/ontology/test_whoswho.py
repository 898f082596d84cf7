"""The tables of the who's-who: dates, keys, names."""

import datetime
from datetime import date
from itertools import pairwise
from pathlib import Path

import ontology.whoswho
from ontology.actor import ActorKind
from ontology.whoswho import known_to, load

FOLDER = Path(ontology.whoswho.__path__[0])


def test_every_office_is_of_a_known_actor_and_its_dates_are_in_order() -> None:
    whoswho = load()
    for person, career in whoswho.careers.items():
        assert whoswho.actors[person].kind is ActorKind.PERSON
        for holding in career:
            assert holding.of in whoswho.actors, holding
            assert holding.start < holding.end, holding
            assert holding.titles, holding
            assert holding.sex in ("m", "f"), holding


def test_one_head_of_government_at_a_time() -> None:
    whoswho = load()
    for of, holdings in whoswho.holdings.items():
        heads = sorted((h for h in holdings if h.office == "head_of_government"), key=lambda h: h.start)
        for before, after in pairwise(heads):
            overlap = (before.end - after.start).days if before.end != datetime.date.max else 0
            assert overlap <= 31, (of, before, after)


def test_metonyms_adjectives_and_places_point_to_actors() -> None:
    whoswho = load()
    states = {key for key, actor in whoswho.actors.items() if actor.kind is ActorKind.STATE}
    words = whoswho.words("de")
    assert words.demonyms
    assert {key for key, _ in words.metonyms.values()} <= set(whoswho.actors)
    assert set(words.adjectives.values()) <= states
    assert {place.state for place in words.places.values() if place.state} <= states


def test_ids_are_wikidata_or_slugs() -> None:
    for key, actor in load().actors.items():
        assert key == actor.id
        assert (actor.qid == key) == key.startswith("Q")
        assert key.isascii()
        assert " " not in key


def test_offices_change_hands_on_the_day() -> None:
    whoswho = load()

    def president(day: str) -> str:
        (holding,) = whoswho.holders("US-Präsident", "Q30", datetime.date.fromisoformat(day), "de")
        return whoswho.actors[holding.person].label("en")

    assert president("2017-01-19") == "Barack Obama"
    assert president("2017-01-20") == "Donald Trump"
    assert president("2021-01-20") == "Joe Biden"
    assert president("2025-11-01") == "Donald Trump"


def test_every_table_states_to_which_day_it_is_known() -> None:
    tables = {path.stem for path in FOLDER.glob("*.csv") if "." not in path.stem} - {"known_to"}
    assert set(known_to()) == tables
    assert load().known_to == known_to()["offices"]


def test_a_users_own_offices_reach_further(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("person_en,sex,office,title_de,of,start\nAfi Amavi,f,minister,Ministerin,Togo,2031-05-01\n", "utf8")
    assert load(str(own)).known_to == date(2031, 5, 1)


def test_whoever_holds_an_office_since_an_unknown_day_is_known_by_name_alone(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("person_en,sex,office,title_de,of,start\nAfi Amavi,f,minister,Ministerin,Togo,\n", "utf8")
    whoswho = load(str(own))
    togo = whoswho.names["Togo"][0]
    assert whoswho.names["Afi Amavi"] == ("afi-amavi",)
    assert "afi-amavi" not in [h.person for h in whoswho.holders("Ministerin", togo, date(2024, 6, 10), "de")]
    assert [h.of for h in whoswho.offices_on("afi-amavi", date(2024, 6, 10))] == [togo]
