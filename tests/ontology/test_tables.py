"""The tables of the who's-who as files: no row twice, and no id that leads nowhere."""

import csv
from collections import Counter
from importlib.resources import files

import pytest

KEYS = {
    "states": ("id", "qid", "iso2", "iso3", "name_en", "name_de"),
    "organisations": ("id", "key", "name_en", "name_de"),
    "metonyms": ("surface_de",),
    "places": ("name_de",),
}
OFFICE = ("id", "office", "of", "start")
# Known and left: Cyril Ramaphosa has his first name Matamela in one office only; both Congos share their words.
SPELT_TWICE, SHARED = {"Q1148669"}, {"kongolesisch", "Kongolese"}


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files("ontology.whoswho").joinpath(f"{name}.csv").read_text("utf8").splitlines()))


def split(text: str) -> list[str]:
    return [part for part in text.split("|") if part]


def twice(values: list[str] | list[tuple[str, ...]]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1 and value]


@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table, columns in KEYS.items() for column in columns]
)
def test_no_row_twice(table: str, column: str) -> None:
    found = rows(table)
    assert found
    assert twice([row[column] for row in found]) == []


def test_no_office_twice() -> None:
    assert twice([tuple(row[column] for column in OFFICE) for row in rows("offices")]) == []


def test_a_person_has_one_english_name_and_a_name_one_person() -> None:
    pairs = {(row["id"], row["person_en"]) for row in rows("offices")}
    assert set(twice([identifier for identifier, _ in pairs])) == SPELT_TWICE
    assert twice([name for _, name in pairs]) == []


def test_an_adjective_and_a_demonym_are_of_one_state() -> None:
    found = rows("states")
    adjectives = [word for row in found for word in {*split(row["adjective_de"]), *split(row["adjectives_alt_de"])}]
    demonyms = [word for row in found for word in {*split(row["demonym_de"]), *split(row["demonyms_alt_de"])}]
    assert {*twice(adjectives), *twice(demonyms)} == SHARED


def test_ids_lead_to_rows() -> None:
    states = {row["id"] for row in rows("states")}
    bodies = states | {row["id"] for row in rows("organisations")}
    keys = bodies | {row["key"] for row in rows("organisations")}
    regions = {row["id"] for row in rows("organisations") if row["kind"] == "region"}
    assert {row["of"] for row in rows("offices")} <= bodies
    assert {row["host"] for row in rows("offices")} - {""} <= states
    assert {row["id"] for row in rows("metonyms")} <= bodies
    assert {row["of"] for row in rows("metonyms")} <= keys
    assert {row["state"] for row in rows("places")} - {""} <= states | regions
    for column in ("led_by", "active_in"):
        assert {state for row in rows("organisations") for state in split(row[column])} <= states


def test_an_organ_is_of_a_body_that_is_no_organ_itself() -> None:
    organs = {row["id"]: row["organ_of"] for row in rows("organisations") if row["organ_of"]}
    whole = {row["id"] for row in rows("organisations")} - set(organs)
    assert organs
    assert set(organs.values()) <= whole


def test_a_group_that_a_bare_noun_may_mean_is_active_somewhere() -> None:
    for row in rows("organisations"):
        assert bool(row["nature"]) == bool(row["active_in"]), row["id"]


def test_every_ambassador_has_a_host_and_nobody_else() -> None:
    for row in rows("offices"):
        assert bool(row["host"]) == (row["office"] == "ambassador"), row
