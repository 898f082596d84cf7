"""Who is meant: every kind of mention, with dates before and after a change of office."""

from datetime import date

import pytest
from spacy.language import Language

from extractors.mention import Mention


def mentions(nlp: Language, text: str, day: str) -> list[Mention]:
    doc = nlp.make_doc(text)
    doc._.date = date.fromisoformat(day) if day else None
    return list(nlp(doc)._.mentions)


def linked(nlp: Language, text: str, day: str) -> dict[str, list[str]]:
    """German names of the actors of each mention, by its text."""
    found: dict[str, list[str]] = {}
    for mention in mentions(nlp, text, day):
        found.setdefault(text[mention.begin : mention.end], []).extend(a.label("de") for a in mention.actors)
    return found


@pytest.mark.parametrize(
    ("text", "day", "surface", "actor"),
    [
        # an office at a date
        ("Der US-Präsident lobte Kanada.", "2016-12-01", "US-Präsident", "Barack Obama"),
        ("Der US-Präsident lobte Kanada.", "2017-06-01", "US-Präsident", "Donald Trump"),
        ("Der US-Präsident lobte Kanada.", "2022-06-01", "US-Präsident", "Joe Biden"),
        ("Der US-Präsident lobte Kanada.", "2025-06-01", "US-Präsident", "Donald Trump"),
        ("Frankreichs Präsident reiste ab.", "2016-06-01", "Präsident", "François Hollande"),
        ("Frankreichs Präsident reiste ab.", "2018-06-01", "Präsident", "Emmanuel Macron"),
        ("Die deutsche Kanzlerin reiste ab.", "2019-06-01", "Kanzlerin", "Angela Merkel"),
        ("Der deutsche Bundeskanzler reiste ab.", "2023-06-01", "Bundeskanzler", "Olaf Scholz"),
        ("Der deutsche Bundeskanzler reiste ab.", "2025-06-01", "Bundeskanzler", "Friedrich Merz"),
        ("Der US-Außenminister sprach mit Journalisten.", "2015-10-24", "US-Außenminister", "John Kerry"),
        ("Der britische Premierminister kam später.", "2025-09-04", "Premierminister", "Keir Starmer"),
        ("Der ukrainische Präsident kam später.", "2018-01-10", "Präsident", "Petro Poroschenko"),
        ("Der ukrainische Präsident kam später.", "2020-01-10", "Präsident", "Wolodymyr Selenskyj"),
        ("Der Kremlchef schwieg.", "2025-09-04", "Kremlchef", "Wladimir Putin"),
        ("Der Nato-Generalsekretär warnte.", "2016-05-01", "Nato-Generalsekretär", "Jens Stoltenberg"),
        ("Der Nato-Generalsekretär warnte.", "2025-05-01", "Nato-Generalsekretär", "Mark Rutte"),
        ("Der Präsident der Türkei schwieg.", "2025-05-01", "Präsident", "Recep Tayyip Erdogan"),
        # names
        ("Präsident Emmanuel Macron schwieg.", "2025-09-04", "Präsident Emmanuel Macron", "Emmanuel Macron"),
        ("Der Sprecher traf Netanyahu.", "2025-09-04", "Netanyahu", "Benjamin Netanjahu"),
        ("Bundeskanzlerin Merkels Reise endete.", "2019-09-04", "Bundeskanzlerin Merkels", "Angela Merkel"),
        # states, adjectives, demonyms
        ("Die USA warnten.", "2025-09-04", "USA", "USA"),
        ("Die russischen Luftangriffe dauern an.", "2025-09-04", "russischen", "Russland"),
        ("Die Polen protestierten.", "2025-09-04", "Polen", "Polen"),
        ("Irans Außenminister schwieg.", "2025-09-04", "Irans", "Iran"),
        ("Die Entscheidung Ägyptens überraschte.", "2025-09-04", "Ägyptens", "Ägypten"),
        # organs
        ("Die französische Regierung schwieg.", "2025-09-04", "Regierung", "Frankreich"),
        ("Die russische Armee zog ab.", "2025-09-04", "Armee", "Russland"),
        ("Türkische Diplomaten reisten ab.", "2025-09-04", "Diplomaten", "Türkei"),
        ("Die Regierung in Peking schwieg.", "2025-09-04", "Regierung", "China"),
        ("Die US-Regierung schwieg.", "2025-09-04", "US-Regierung", "USA"),
        ("Die Bundesregierung schwieg.", "2025-09-04", "Bundesregierung", "Deutschland"),
        # metonyms
        ("Der Kreml wies das zurück.", "2025-09-04", "Kreml", "Russland"),
        ("Das Weiße Haus dementierte.", "2025-09-04", "Weiße Haus", "USA"),
        ("Das Pentagon dementierte.", "2025-09-04", "Pentagon", "USA"),
        ("Ankara dementierte das.", "2025-09-04", "Ankara", "Türkei"),
        # organisations and groups
        ("Die Vereinten Nationen warnten.", "2025-09-04", "Vereinten Nationen", "Vereinte Nationen"),
        ("Der UN-Sicherheitsrat tagte.", "2025-09-04", "UN-Sicherheitsrat", "UN-Sicherheitsrat"),
        ("Die Kämpfer des Islamischen Staates flohen.", "2025-09-04", "Islamischen Staates", "Islamischer Staat"),
        ("Die Koalition der Willigen tagte.", "2025-09-04", "Koalition der Willigen", "Koalition der Willigen"),
        ("Die Huthi-Rebellen drohten.", "2025-09-04", "Huthi-Rebellen", "Huthi-Rebellen"),
        # compounds
        ("Die US-Luftangriffe dauern an.", "2025-09-04", "US-Luftangriffe", "USA"),
        ("Die EU-Sanktionen wirken.", "2025-09-04", "EU-Sanktionen", "Europäische Union"),
    ],
)
def test_mention(nlp: Language, text: str, day: str, surface: str, actor: str) -> None:
    found = linked(nlp, text, day)
    assert actor in found.get(surface, []), found


@pytest.mark.parametrize(
    ("text", "surface", "actors"),
    [
        ("Präsident Emmanuel Macron kam nach Rom. Er lobte Italien.", "Er", ["Emmanuel Macron"]),
        ("Giorgia Meloni kam nach Berlin. Sie lobte Deutschland.", "Sie", ["Giorgia Meloni"]),
        ("Außenminister Sergej Lawrow kam nach Genf. Der Minister schwieg.", "Minister", ["Sergej Lawrow"]),
        (
            "Außenminister Lawrow traf seinen Kollegen Rubio. Die beiden Minister schwiegen.",
            "Minister",
            ["Sergej Lawrow", "Marco Rubio"],
        ),
        ("Nordkorea testete Raketen. Das Land droht seit Jahren.", "Land", ["Nordkorea"]),
        ("Macron empfing seinen britischen Amtskollegen.", "seinen", ["Emmanuel Macron"]),
        ("Die Huthi beschossen Schiffe. Die Rebellen drohten Israel.", "Rebellen", ["Huthi-Rebellen"]),
    ],
)
def test_reference(nlp: Language, text: str, surface: str, actors: list[str]) -> None:
    assert linked(nlp, text, "2025-09-04").get(surface) == actors


def test_an_article_introduces_whom_no_table_knows(nlp: Language) -> None:
    text = "Der georgische Minister Irakli Lomidse reiste ab. Lomidse war drei Tage in Rom."
    first, *_, last = (
        m for m in mentions(nlp, text, "2025-09-04") if m.actors and m.actors[0].label("en") == "Irakli Lomidse"
    )
    assert first.actors == last.actors
    assert not first.actors[0].known
    assert first.actors[0].id == "irakli-lomidse"
    assert first.represents is not None
    assert first.represents.label("en") == "Georgia"


def test_a_former_office_represents_nobody(nlp: Language) -> None:
    text = "Der frühere Präsident Barack Obama schwieg."
    assert [
        m.represents
        for m in mentions(nlp, text, "2025-09-04")
        if m.actors and m.actors[0].label("en") == "Barack Obama"
    ] == [None]


def test_a_city_after_in_is_a_place(nlp: Language) -> None:
    (inside,) = (m for m in mentions(nlp, "In Moskau regnete es.", "2025-09-04"))
    assert inside.place
    speaking = next(m for m in mentions(nlp, "Moskau wies die Vorwürfe zurück.", "2025-09-04"))
    assert not speaking.place


def test_an_office_needs_a_date(nlp: Language) -> None:
    found = linked(nlp, "Der US-Präsident lobte Kanada.", "")
    assert not any("Obama" in name or "Trump" in name or "Biden" in name for names in found.values() for name in names)
