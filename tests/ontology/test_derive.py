"""The who's-who is derived from its own tables: nothing new changes nothing, and a minister is one line."""

import csv
from pathlib import Path

import pytest

from ontology.whoswho.derive import derive
from ontology.whoswho.own import OwnActorsError
from tests.ontology.copies import copied, run

TABLES = ("states", "organisations", "offices", "metonyms")
HOLDER = """
from datetime import date
from ontology.whoswho import load
print(load().holders("Außenministerin", "Q142", date(2031, 5, 1), "de")[0].person)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path) / "whoswho"


def added(folder: Path, table: str, line: str) -> None:
    path = folder / "additions" / f"{table}.csv"
    path.write_text(path.read_text("utf8") + line + "\n", "utf8")


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / f"{table}.csv").read_text("utf8").splitlines()))


def test_without_a_new_addition_nothing_changes(folder: Path) -> None:
    before = {name: (folder / f"{name}.csv").read_bytes() for name in TABLES}
    derive(folder)
    assert {name: (folder / f"{name}.csv").read_bytes() for name in TABLES} == before


@pytest.mark.slow
def test_a_minister_is_one_line(folder: Path, tmp_path: Path) -> None:
    before = rows(folder, "offices")
    added(
        folder, "offices", ",Jeanne Exemple,,,f,foreign_minister,Außenministerin|Chefdiplomatin,Frankreich,2031-01-02,,"
    )
    done = run(tmp_path, "-m", "ontology.whoswho.derive")
    assert done.returncode == 0, done.stderr
    new = [row for row in rows(folder, "offices") if row not in before]
    assert [(r["id"], r["of"], r["source"]) for r in new] == [("jeanne-exemple", "Q142", "diplograph")]
    assert len(rows(folder, "offices")) == len(before) + 1
    assert run(tmp_path, "-c", HOLDER).stdout.strip() == "jeanne-exemple"
    again = (folder / "offices.csv").read_bytes()
    derive(folder)
    assert (folder / "offices.csv").read_bytes() == again


def test_an_addition_goes_over_a_row_and_leaves_what_it_does_not_say(folder: Path) -> None:
    (old,) = (row for row in rows(folder, "organisations") if row["key"] == "M23")
    added(folder, "organisations", "M23,,,Bewegung M23,,")
    derive(folder)
    (new,) = (row for row in rows(folder, "organisations") if row["key"] == "M23")
    assert new == old | {"name_de": "Bewegung M23"}


def test_an_office_of_an_organisation_that_is_added_too(folder: Path) -> None:
    added(folder, "organisations", "NEWORG,,New Alliance,Neue Allianz,,alliance")
    added(folder, "offices", ",Jeanne Exemple,,,f,secretary_general,Generalsekretärin,NEWORG,2031-01-02,,")
    derive(folder)
    assert [row["of"] for row in rows(folder, "offices") if row["person_en"] == "Jeanne Exemple"] == ["new-alliance"]


def test_what_is_of_an_organisation_goes_with_its_new_id(folder: Path) -> None:
    assert {row["of"] for row in rows(folder, "offices") if row["person_en"] == "Nigel Farage"} == {
        "uk-independence-party",
        "reform-uk",
    }
    path = folder / "additions" / "organisations.csv"
    path.write_text(path.read_text("utf8").replace("UKIP,,UK", "UKIP,Q10647,UK"), "utf8")
    derive(folder)
    assert {row["of"] for row in rows(folder, "offices") if row["person_en"] == "Nigel Farage"} == {
        "Q10647",
        "reform-uk",
    }


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ("offices", ",A B,,,f,minister,Ministerin,Atlantis,2031-01-02,,", "no state or organisation 'Atlantis'"),
        ("offices", ",A B,,,f,minister,Ministerin,Q142,gestern,,", "'gestern' is no ISO day"),
        ("offices", ",A B,,,x,minister,Ministerin,Q142,2031-01-02,,", "neither m nor f"),
        ("organisations", ",,New Alliance,Neue Allianz,,alliance", "key is empty"),
        ("metonyms", "Poseidonpalast,Atlantis,office", "of no state or organisation, but of 'Atlantis'"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_written(folder: Path, table: str, line: str, reason: str) -> None:
    before = {name: (folder / f"{name}.csv").read_bytes() for name in TABLES}
    added(folder, table, line)
    with pytest.raises(OwnActorsError, match=reason):
        derive(folder)
    assert {name: (folder / f"{name}.csv").read_bytes() for name in TABLES} == before
