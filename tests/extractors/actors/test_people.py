"""Linking persons by name, office and date, on a who's-who of ours."""

from datetime import date

import pytest

from extractors.actors.gazette import Gazette
from extractors.actors.people import People
from extractors.actors.titles import Title
from extractors.languages import language
from ontology.actor import Actor, ActorKind, Spelling
from ontology.whoswho import Holding, WhosWho

GRAMMAR = language("de").grammar
STATES = {key: Actor(key, ActorKind.STATE, {"de": name}) for key, name in (("fr", "France"), ("de", "Germany"))}
DAY = date(2020, 6, 1)
FAR = date.max


def person(key: str, name: str, *names: str) -> Actor:
    return Actor(key, ActorKind.PERSON, {"de": name}, tuple(Spelling(one, "de") for one in names))


def held(
    key: str,
    office: str = "foreign_minister",
    titles: str = "Außenminister",
    of: str = "fr",
    start: date = date(2019, 1, 1),
    end: date = date(2021, 1, 1),
    sex: str = "m",
) -> Holding:
    return Holding(key, office, {"de": tuple(titles.split("|"))}, of, start, end, sex)


def people(persons: list[Actor], offices: list[Holding], day: date | None = DAY) -> People:
    actors = STATES | {p.id: p for p in persons}
    names: dict[str, tuple[str, ...]] = {}
    for actor in actors.values():
        for name in actor.spellings("de"):
            names[name] = (*names.get(name, ()), actor.id)
    whoswho = WhosWho(
        actors=actors,
        names=names,
        words_by_language={},
        holdings={of: tuple(h for h in offices if h.of == of) for of in STATES},
        careers={p.id: tuple(h for h in offices if h.person == p.id) for p in persons},
        surname_first=frozenset(),
        led={},
        active={},
    )
    return People(Gazette(whoswho, "de", GRAMMAR), day, frozenset(("von", "der")))


def title(
    base: str = "Außenminister", kind: str = "office", head: str = "minister", sex: str = "", of: Actor | None = None
) -> Title:
    return Title(head, kind, base, (base,), of, sex)


ROY, DUPONT = person("a", "Anne Roy"), person("b", "Bruno Dupont")


# Introduced here -------------------------------------------------------------------------------------------------------


def test_every_part_of_a_name_introduces() -> None:
    known = people([], [])
    known.introduce(ROY, ["Anne", "Marie", "Roy"])
    for words in (["Anne"], ["Marie"], ["Roy"], ["Roys"], ["ROY"], ["Anne", "Marie", "Roy"]):
        assert known.known_here(words) is ROY
    assert known.known_here(["Marien"]) is None


def test_particles_and_single_letters_introduce_nobody() -> None:
    known = people([], [])
    known.introduce(ROY, ["J", "-", "von", "der", "Roy"])
    assert set(known.introduced) == {"roy", "j  von der roy"}


def test_a_name_of_two_letters_introduces() -> None:
    known = people([], [])
    known.introduce(ROY, ["Li", "Wu"])
    assert set(known.introduced) == {"li", "wu", "li wu"}


def test_the_surname_is_introduced_without_its_genitive_and_no_other_part() -> None:
    known = people([], [])
    known.introduce(ROY, ["Hans", "Roys"])
    assert set(known.introduced) == {"hans", "roy", "hans roys"}


def test_a_surname_wins_over_an_earlier_name_and_a_first_name_does_not() -> None:
    known = people([], [])
    known.introduce(ROY, ["Martin", "Roy"])
    known.introduce(DUPONT, ["Roy", "Martin"])
    assert known.known_here(["Martin"]) is DUPONT
    assert known.known_here(["Roy"]) is ROY


def test_a_longer_name_must_begin_as_a_name_of_the_person_does() -> None:
    known = people([], [])
    known.introduce(person("m", "Mohammed Salem", "Muh Salem"), ["Salem"])
    for words, fits in (
        (["Mohammad", "Salem"], True),
        (["Muhammad", "Salem"], True),
        (["Ahmed", "Salem"], False),
        (["Mo", "Salem"], False),
        (["Ahmed", "Mohammed", "Salem"], False),
    ):
        assert (known.known_here(words) is not None) is fits, words


def test_a_whole_name_that_was_introduced_needs_no_fitting_first_name() -> None:
    known = people([], [])
    known.introduce(ROY, ["Zoe", "Roy"])
    assert known.known_here(["Zoe", "Roy"]) is ROY
    assert known.known_here(["Zoe", "Roys"]) is None


def test_a_longer_name_in_the_genitive_is_who_was_introduced() -> None:
    known = people([], [])
    known.introduce(ROY, ["Roy"])
    assert known.known_here(["Anne", "Roys"]) is ROY
    assert known.known_here(["Zoe", "Roys"]) is None


def test_sex_and_titles_are_remembered() -> None:
    known = people([ROY], [held("a", sex="f"), held("a", sex="m")])
    known.introduce(ROY, ["Roy"], title(sex="m"))
    known.introduce(ROY, ["Roy"], title(head="präsident"))
    assert known.sex(ROY) == "f"
    assert known.titles == {"a": {"minister", "präsident"}}
    known.introduce(DUPONT, ["Dupont"], title(sex="f"))
    known.introduce(DUPONT, ["Dupont"], title(sex="m"))
    assert known.sex(DUPONT) == "f"


def test_nothing_tells_a_sex_or_a_title() -> None:
    known = people([], [])
    known.introduce(ROY, ["Roy"], title())
    assert known.sex(ROY) == ""
    known.introduce(DUPONT, ["Dupont"])
    assert known.titles == {"a": {"minister"}}


# By name ---------------------------------------------------------------------------------------------------------------


def test_who_was_introduced_here_comes_first() -> None:
    known = people([ROY], [held("a")])
    other = person("x", "Xaver Roy")
    known.introduce(other, ["Xaver", "Roy"])
    assert known.by_name(["Roy"], None, (), None) is other


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2018, 12, 31), None),
        (date(2019, 1, 1), ROY),
        (date(2020, 12, 31), ROY),
        (date(2021, 1, 1), None),
        (None, ROY),
    ],
)
def test_a_bare_surname_is_who_is_in_office_on_the_day(day: date | None, found: Actor | None) -> None:
    assert people([ROY], [held("a")], day).by_name(["Roy"], None, (), None) is found


def test_a_surname_in_the_genitive_is_found() -> None:
    assert people([ROY], [held("a")]).by_name(["Roys"], None, (), None) is ROY
    assert people([ROY], [held("a")]).by_name(["Rois"], None, (), None) is None


def test_a_whole_name_needs_no_office() -> None:
    known = people([ROY, person("c", "Carla Roy")], [])
    assert known.by_name(["Anne", "Roy"], None, (), None) is ROY
    assert known.by_name(["Annette", "Roy"], None, (STATES["de"],), None) is ROY
    assert known.by_name(["Zoe", "Roy"], None, (), None) is None
    assert known.by_name(["Roy"], None, (), None) is None


def test_a_whole_name_that_two_have_is_who_is_in_office() -> None:
    persons = [ROY, person("c", "Annette Roy")]
    assert people(persons, [held("c")]).by_name(["Ann", "Roy"], None, (), None) is persons[1]
    assert people(persons, []).by_name(["Ann", "Roy"], None, (), None) is None


def test_of_namesakes_the_higher_office_is_meant() -> None:
    persons = [ROY, person("c", "Carla Roy")]
    offices = [held("a"), held("c", "head_of_state", "Präsidentin")]
    assert people(persons, offices).by_name(["Roy"], None, (), None) is persons[1]
    assert people(persons, offices[::-1]).by_name(["Roy"], None, (), None) is persons[1]
    assert people(persons, [held("a"), held("c")]).by_name(["Roy"], None, (), None) is None


def test_an_office_that_leads_nothing_is_lower_than_one_that_does() -> None:
    persons = [ROY, person("c", "Carla Roy")]
    offices = [held("a", "defence_minister"), held("c", "postmaster")]
    assert people(persons, offices).by_name(["Roy"], None, (), None) is ROY


def test_without_a_date_only_one_leading_person_is_meant() -> None:
    persons = [ROY, person("c", "Carla Roy")]
    both = [held("a"), held("c", "head_of_state")]
    assert people(persons, both, None).by_name(["Roy"], None, (), None) is None
    one = [held("a", "postmaster"), held("c", "head_of_state")]
    assert people(persons, one, None).by_name(["Roy"], None, (), None) is persons[1]
    assert people([ROY], [held("a", "postmaster")], None).by_name(["Roy"], None, (), None) is None


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2017, 12, 31), None),
        (date(2018, 1, 1), ROY),
        (date(2021, 12, 31), ROY),
        (date(2022, 1, 1), None),
        (None, ROY),
    ],
)
def test_with_a_title_a_year_around_the_office_counts(day: date | None, found: Actor | None) -> None:
    assert people([ROY], [held("a")], day).by_name(["Roy"], title(), (), None) is found


def test_an_office_without_end_has_no_year_after_it() -> None:
    assert people([ROY], [held("a", end=FAR)]).by_name(["Roy"], title(), (), None) is ROY
    late = date.max.replace(month=1)
    assert people([ROY], [held("a", end=late)], date(9998, 12, 1)).by_name(["Roy"], title(), (), None) is ROY


def test_title_and_state_must_fit() -> None:
    known = people([ROY], [held("a")])
    france, germany = STATES["fr"], STATES["de"]
    assert known.by_name(["Roy"], title("Präsident"), (), None) is None
    assert known.by_name(["Roy"], title("Politiker", "role"), (), None) is ROY
    assert known.by_name(["Roy"], title("Präsident"), (france,), None) is ROY
    assert known.by_name(["Roy"], title(), (germany,), None) is None
    assert known.by_name(["Roy"], None, (france,), None) is ROY
    assert known.by_name(["Roy"], None, (germany,), None) is None


def test_any_holding_may_fit() -> None:
    known = people([ROY], [held("a", titles="Präsident", of="de"), held("a")])
    assert known.by_name(["Roy"], title(), (), None) is ROY


def test_a_listed_name_is_who_is_listed() -> None:
    known = people([ROY, person("c", "Anne Roy")], [held("c", of="de")])
    assert known.by_name(["Anne", "Roy"], None, (), ROY) is known.gazette.whoswho.actors["c"]
    assert people([ROY], []).by_name(["Anne", "Roy"], None, (), ROY) is ROY
    assert people([ROY], []).by_name(["Roy"], None, (), ROY) is None


def test_of_two_listed_under_one_name_the_state_decides_then_the_day() -> None:
    carla = person("c", "Carla Roy", "König Roy")
    bert = person("d", "Bert Roy", "König Roy")
    offices = [held("c", of="fr"), held("d", of="de", end=date(2019, 6, 1))]
    known = people([carla, bert], offices)
    words = ["König", "Roy"]
    assert known.by_name(words, None, (STATES["de"],), carla) is bert
    assert known.by_name(words, None, (STATES["fr"],), bert) is carla
    assert known.by_name(words, None, (), bert) is carla
    assert people([carla, bert], offices, None).by_name(words, None, (), bert) is bert
    both = [held("c", of="fr"), held("d", of="fr")]
    assert people([carla, bert], both).by_name(words, None, (), bert) is bert
    assert people([carla, bert], both).by_name(words, None, (STATES["fr"],), bert) is bert
    assert people([carla, bert], offices).by_name(["Karla", "Roy"], None, (), bert) is carla


def test_rivals_are_found_by_any_name_of_the_listed_one() -> None:
    carla = person("c", "Carla Roy", "König Roy")
    bert = person("d", "Bert Roy", "König Roy")
    known = people([carla, bert], [held("c", of="fr"), held("d", of="de")])
    assert known.by_name(["Bert", "Roy"], None, (STATES["fr"],), bert) is carla
    alone = people([bert], [held("d", of="de", end=date(2019, 6, 1))])
    assert alone.by_name(["Bert", "Roy"], None, (STATES["fr"],), bert) is bert


# Offices ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2018, 12, 31), None),
        (date(2019, 1, 1), "a"),
        (date(2020, 12, 31), "a"),
        (date(2021, 1, 1), "b"),
        (None, None),
    ],
)
def test_the_holder_changes_on_the_day_of_the_handover(day: date | None, found: str | None) -> None:
    offices = [held("a"), held("b", start=date(2021, 1, 1), end=FAR)]
    holder = people([ROY, DUPONT], offices, day).holder(title(), STATES["fr"])
    assert (holder.id if holder else None) == found


def test_the_first_form_with_a_holder_decides() -> None:
    known = people([ROY, DUPONT], [held("a"), held("b", titles="Minister")])
    forms = Title("minister", "office", "X", ("Nichts", "Minister", "Außenminister"), None, "")
    assert known.holder(forms, STATES["fr"]) is DUPONT
    assert known.holder(forms, STATES["de"]) is None


def test_two_holders_of_different_lesser_offices_are_nobody() -> None:
    def holder(first: str, second: str) -> Actor | None:
        offices = [held("a", first, "Chef", start=date(2019, 2, 1)), held("b", second, "Chef")]
        return people([ROY, DUPONT], offices).holder(title("Chef"), STATES["fr"])

    assert holder("postmaster", "intelligence_chief") is None
    assert holder("postmaster", "postmaster") is ROY
    assert holder("head_of_state", "postmaster") is ROY
    assert holder("postmaster", "head_of_state") is None


def test_what_an_office_is_of() -> None:
    offices = [held("a"), held("a", of="de", start=date(2021, 1, 1), end=date(2022, 1, 1))]

    def of(day: date | None, base: str = "Außenminister") -> str:
        state = people([ROY], offices, day).office_of(ROY, title(base))
        return state.id if state else ""

    assert of(date(2018, 12, 31)) == ""
    assert of(date(2019, 1, 1)) == "fr"
    assert of(date(2021, 1, 1)) == "de"
    assert of(date(2030, 1, 1)) == "de"
    assert of(None) == "de"
    assert of(date(2019, 1, 1), "Präsident") == ""
    assert people([DUPONT], []).office_of(DUPONT, title()) is None


def test_an_office_held_on_the_day_is_nearer_than_a_later_one() -> None:
    offices = [held("a", end=FAR), held("a", of="de", start=date(2019, 6, 1), end=date(2020, 1, 1))]
    assert people([ROY], offices).office_of(ROY, title()) is STATES["fr"]
    assert people([ROY], offices, None).office_of(ROY, title()) is STATES["de"]
    assert people([ROY], [held("a", of="mars")]).office_of(ROY, title()) is None


@pytest.mark.parametrize(
    ("office", "found"),
    [("head_of_state", "fr"), ("head_of_government", "fr"), ("president", None), ("foreign_minister", None)],
)
def test_who_rules_what(office: str, found: str | None) -> None:
    state = people([ROY], [held("a", office)]).rules(ROY)
    assert (state.id if state else None) == found


def test_who_rules_what_at_the_date() -> None:
    offices = [
        held("a", "head_of_state", end=FAR),
        held("a", "head_of_state", of="de", start=date(2019, 6, 1), end=date(2020, 1, 1)),
    ]
    assert people([ROY], offices, date(2018, 12, 31)).rules(ROY) is None
    assert people([ROY], offices, date(2019, 1, 1)).rules(ROY) is STATES["fr"]
    assert people([ROY], offices, date(2019, 6, 1)).rules(ROY) is STATES["de"]
    assert people([ROY], offices).rules(ROY) is STATES["fr"]
    assert people([ROY], offices, None).rules(ROY) is STATES["de"]
    assert people([ROY], []).rules(ROY) is None


@pytest.mark.parametrize(
    ("office", "day", "leads"),
    [
        ("head_of_state", DAY, True),
        ("defence_minister", DAY, True),
        ("postmaster", DAY, False),
        ("head_of_state", date(2022, 1, 1), False),
        ("head_of_state", None, True),
        ("postmaster", None, False),
    ],
)
def test_who_leads(office: str, day: date | None, leads: bool) -> None:
    assert people([ROY], [held("a", office)], day).leads(ROY) is leads


def test_the_highest_of_several_offices_counts() -> None:
    assert people([ROY], [held("a", "postmaster"), held("a", "president")]).leads(ROY)


# Nobody's table --------------------------------------------------------------------------------------------------------


def test_a_person_that_no_table_has() -> None:
    known = people([], [])
    assert known.unlisted(["Irakli", "Lomidse"]) == Actor(
        "irakli-lomidse", ActorKind.PERSON, {"de": "Irakli Lomidse"}, known=False
    )
    assert known.unlisted(["Lomidses"], genitive=True).label("de") == "Lomidse"
    assert known.unlisted(["Pius"]).label("de") == "Pius"
    assert known.unlisted(["Irakli", "Lomidses"]).label("de") == "Irakli Lomidses"
