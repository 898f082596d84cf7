"""Labels by language: which one is taken, who is equal to whom, and a language more in the tables."""

import pickle

from ontology.actor import Actor, ActorKind, Place, Spelling
from ontology.vocabulary import relations
from ontology.whoswho import load
from ontology.whoswho.tables import by_language, joined


def test_a_label_falls_back_to_english_and_then_to_any() -> None:
    actor = Actor("x", ActorKind.GROUP, {"de": "Bund", "en": "League"})
    assert [actor.label(lang) for lang in ("de", "en", "fr")] == ["Bund", "League", "League"]
    assert Actor("x", ActorKind.GROUP, {"de": "Bund"}).label("en") == "Bund"
    assert Place("bonn", {}).label("de") == "bonn"
    assert relations()["hosts"].label("fr") == relations()["hosts"].label("en") == "hosts"


def test_an_actor_is_who_its_id_says() -> None:
    one = Actor("x", ActorKind.GROUP, {"de": "Bund"}, (Spelling("Bündnis", "de"),))
    other = Actor("x", ActorKind.GROUP, {"en": "League"})
    assert one == other
    assert len({one, other}) == 1
    assert one != Place("x", {"de": "Bund"})
    assert repr(pickle.loads(pickle.dumps(one))) == repr(one)


def test_spellings_are_each_once_the_language_first() -> None:
    actor = Actor(
        "x", ActorKind.STATE, {"de": "Polen", "en": "Poland"}, (Spelling("Polska", "pl"), Spelling("Polen", "nl"))
    )
    assert actor.spellings("de") == ("Polen", "Polska", "Poland")


def test_the_columns_say_their_language() -> None:
    row = {"title_de": "Minister|Ministerin", "title_en": "minister", "names_de": "", "led_by": "x"}
    assert by_language(row, "title") == {"de": ("Minister", "Ministerin"), "en": ("minister",)}
    assert by_language(row, "names") == {}


def test_a_language_more_goes_to_the_rows_that_agree_most() -> None:
    table = [{"office": "minister", "of": of, "sex": "f", "title_de": "Ministerin"} for of in ("Q1", "Q2")]
    more = [
        {"office": "minister", "of": of, "title_en": title} for of, title in (("", "minister"), ("Q2", "secretary"))
    ]
    assert [row["title_en"] for row in joined(table, more)] == ["minister", "secretary"]


def test_the_tables_name_everybody_in_both_languages() -> None:
    whoswho = load()
    for actor in whoswho.actors.values():
        assert set(actor.labels) == {"de", "en"}, actor
        assert list(actor.names) == sorted(set(actor.names)), actor
    assert whoswho.words("fr").adjectives == {}
    assert whoswho.words("de").places["Athen"].label("en") == "Athens"
