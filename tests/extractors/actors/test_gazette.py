"""The index of names: inflection, abbreviations, longest names, prefixes, surnames."""

import pytest
from spacy.tokens import Doc

from extractors.actors.gazette import Gazette
from extractors.languages import language
from ontology.actor import Actor, ActorKind, Place, Spelling
from ontology.whoswho import Holding, WhosWho
from ontology.whoswho.directory import Words
from tests.extractors.trees import DAY, VOCABS


def actor(key: str, kind: ActorKind, name: str, *names: str) -> Actor:
    return Actor(key, kind, {"de": name}, tuple(Spelling(one, "de") for one in names))


ACTORS = [
    actor("fr", ActorKind.STATE, "Frankreich", "Französische Republik"),
    actor("eg", ActorKind.STATE, "Ägypten"),
    actor("nl", ActorKind.STATE, "Holland"),
    actor("us", ActorKind.STATE, "USA", "Vereinigte Staaten"),
    actor("Q148", ActorKind.STATE, "China"),
    actor("eu", ActorKind.ORGANISATION, "Europäische Union", "EU"),
    actor("sz", ActorKind.ORGANISATION, "Schanghai", "SZ-Rat"),
    actor("uno", ActorKind.ORGANISATION, "Uno"),
    actor("g7", ActorKind.ORGANISATION, "G7"),
    actor("who", ActorKind.ORGANISATION, "Welt", "WHO"),
    actor("libya", ActorKind.GROUP, "Einheitsregierung (Libyen)"),
    actor("is", ActorKind.GROUP, "IS"),
    actor("hamas", ActorKind.GROUP, "Hamas"),
    actor("p1", ActorKind.PERSON, "Anne Roy"),
    actor("p2", ActorKind.PERSON, "Xi Jinping"),
    actor("p3", ActorKind.PERSON, "Baschar al-Assad"),
    actor("p4", ActorKind.PERSON, "Sergej Jonas"),
    actor("p5", ActorKind.PERSON, "Anna Roy"),
    actor("p6", ActorKind.PERSON, "Omar Al-Saud"),
    actor("p7", ActorKind.PERSON, "Pele"),
    actor("p8", ActorKind.PERSON, "Karl Dorant"),
]
PLACES = {
    name: Place(name.lower(), {"de": name}, state)
    for name, state in (("Hama", "eg"), ("Lyon", "fr"), ("Atlantis", None), ("Frankreich", "eg"), ("Paris", "eg"))
}
GAZETTE = Gazette(
    WhosWho(
        actors={a.id: a for a in ACTORS},
        names={name: (a.id,) for a in ACTORS for name in a.spellings("de")},
        words_by_language={
            "de": Words(
                {"französisch": "fr", "US-amerikanisch": "us"},
                {"Franzose": "fr", "Ägypter": "eg"},
                {
                    "Paris": ("fr", "seat"),
                    "Kanzleramt": ("fr", "office"),
                    "Weißes Haus": ("us", "building"),
                    "Washington": ("us", "seat"),
                },
                PLACES,
            )
        },
        holdings={},
        careers={"p2": (Holding("p2", "head_of_state", {}, "Q148", DAY, DAY, "m"),)},
        surname_first=frozenset(("Q148",)),
        led={},
        active={},
    ),
    "de",
    language("de").grammar,
)


def found(text: str) -> list[str]:
    """The names in a text of words parted by spaces: text, kind, actor, place and seat."""
    doc = Doc(VOCABS["de"], text.split())
    return [
        f"{doc[f.first : f.last + 1].text} {f.name.kind} {f.name.actor.id}{' place' * f.name.place}{' seat' * f.name.seat}"
        for f in GAZETTE.find(doc)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Frankreich", ["Frankreich name fr place"]),
        ("Frankreichs", ["Frankreichs name fr place"]),
        ("FRANKREICH", ["FRANKREICH name fr place"]),
        ("frankreich", []),
        ("Frankreicher", []),
        ("Ägyptens", ["Ägyptens name eg place"]),
        ("Hollande", []),
        ("Hollands", ["Hollands name nl place"]),
        ("Französische Republik", ["Französische Republik name fr place"]),
        ("der Französischen Republik", ["Französischen Republik name fr place"]),
        ("französische Republik", ["französische Republik name fr place"]),
        ("Französische republik", []),
        ("Französische", []),
        ("die Französische", []),
        ("Europäischen Union", ["Europäischen Union name eu"]),
        ("Europäische Kommission", []),
        # abbreviations
        ("EU", ["EU name eu"]),
        ("Eu", []),
        ("EUs", []),
        ("IS", ["IS name is"]),
        ("is", []),
        ("Is", []),
        ("ISs", []),
        ("IS'", []),
        ("USA'", ["USA' name us place"]),
        ("USA", ["USA name us place"]),
        ("USAs", ["USAs name us place"]),
        ("Usa", []),
        ("WHO", ["WHO name who"]),
        ("WHOs", ["WHOs name who"]),
        ("Who", []),
        ("G7", ["G7 name g7"]),
        # the word as it is before its genitive
        ("Hamas", ["Hamas name hamas"]),
        ("Hama", ["Hama metonym eg place"]),
        # demonyms
        ("Franzosen", ["Franzosen demonym fr"]),
        ("Französinnen", []),
        ("Ägypterin", ["Ägypterin demonym eg"]),
        ("Ägypterinnen", ["Ägypterinnen demonym eg"]),
        ("Ägyptern", ["Ägyptern demonym eg"]),
        ("Ägypters", ["Ägypters demonym eg"]),
        ("ägypter", []),
        # metonyms and places
        ("Paris", ["Paris metonym fr place seat"]),
        ("Washingtons", ["Washingtons metonym us place seat"]),
        ("Kanzleramt", ["Kanzleramt metonym fr seat"]),
        ("Weiße Haus", ["Weiße Haus metonym us place seat"]),
        ("Weißen Hauses", ["Weißen Hauses metonym us place seat"]),
        ("Lyon", ["Lyon metonym fr place"]),
        ("Atlantis", []),
        # brackets, persons
        ("Einheitsregierung Libyen", ["Einheitsregierung Libyen name libya"]),
        ("Anne Roy", ["Anne Roy name p1"]),
        ("Karl Dorants", ["Karl Dorants name p8"]),
        ("Karl Dorantes", ["Karl Dorantes name p8"]),
        ("Karls Dorant", ["Karls Dorant name p8"]),
        ("Karla Dorant", []),
        ("Roy", []),
        ("Pele", []),
        # several, from left to right
        ("Frankreich und Paris", ["Frankreich name fr place", "Paris metonym fr place seat"]),
        ("Anne Roy Frankreich EU", ["Anne Roy name p1", "Frankreich name fr place", "EU name eu"]),
        ("Vereinigte", []),
        ("Vereinigte Staaten", ["Vereinigte Staaten name us place"]),
        ("", []),
    ],
)
def test_names_in_a_text(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("US-Außenminister", None),
        ("USA-Reise", ("us", "Reise")),
        ("EU-Gipfel", ("eu", "Gipfel")),
        ("Frankreich-Besuch", ("fr", "Besuch")),
        ("frankreich-besuch", ("fr", "besuch")),
        ("Kanzleramt-Besuch", ("fr", "Besuch")),
        ("SZ-Rat-Gipfel", ("sz", "Gipfel")),
        ("EU-Hilfs-Paket", ("eu", "Hilfs-Paket")),
        ("Hilfs-Paket", None),
        ("Uno-Bericht", ("uno", "Bericht")),
        ("uno-Bericht", None),
        ("EU-", None),
        ("EU", None),
        ("eu-weit", None),
        ("Roy-Besuch", None),
        ("Anti-EU-Kurs", None),
    ],
)
def test_the_actor_before_a_hyphen(text: str, prefix: tuple[str, str] | None) -> None:
    found = GAZETTE.prefix(text)
    assert (found and (found[0].id, found[1])) == prefix


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("französische", "fr"),
        ("französisch", "fr"),
        ("französischem", "fr"),
        ("Französische", "fr"),
        ("französischs", None),
        ("US-amerikanischen", "us"),
        ("uS-amerikanischen", None),
    ],
)
def test_adjectives(text: str, state: str | None) -> None:
    actor = GAZETTE.adjective(text)
    assert (actor.id if actor else None) == state


@pytest.mark.parametrize(
    ("surname", "ids"),
    [
        ("Roy", ["p1", "p5"]),
        ("Roys", ["p1", "p5"]),
        ("ROY", ["p1", "p5"]),
        ("Xi", ["p2"]),
        ("Jinping", ["p2"]),
        ("Anne", []),
        ("Baschar", []),
        ("al-Assad", ["p3"]),
        ("Assad", ["p3"]),
        ("Assads", ["p3"]),
        ("Saud", ["p6"]),
        ("Al-Saud", ["p6"]),
        ("Jonas", ["p4"]),
        ("Jona", []),
        ("Pele", ["p7"]),
    ],
)
def test_surnames(surname: str, ids: list[str]) -> None:
    assert [person.id for person in GAZETTE.people(surname)] == ids


def test_longer_names_come_first_and_the_same_order_every_time() -> None:
    names = [(len(name.words), name.actor.id) for names in GAZETTE.by_first.values() for name in names]
    assert all(len(name.words) for names in GAZETTE.by_first.values() for name in names)
    for listed in GAZETTE.by_first.values():
        assert listed == sorted(listed, key=lambda name: (-len(name.words), name.actor.id))
    assert names
