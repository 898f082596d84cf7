import pytest

from extractors.training.moods import decided

THIRD = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}


@pytest.mark.parametrize(
    ("form", "lemma", "mood", "tense"),
    [
        ("sei", "sein", "Sub", "Pres"),
        ("plane", "planen", "Sub", "Pres"),
        ("biete", "bieten", "Sub", "Pres"),
        ("könnte", "können", "Sub", "Past"),
        ("teilte", "mitteilen", "Ind", "Past"),
        ("arbeitete", "arbeiten", "Ind", "Past"),
        ("plant", "planen", "Ind", "Pres"),
        ("gilt", "gelten", "Ind", "Pres"),
    ],
)
def test_the_form_decides(form: str, lemma: str, mood: str, tense: str) -> None:
    found = decided(form, lemma, THIRD)
    assert (found["Mood"], found["Tense"]) == (mood, tense)


@pytest.mark.parametrize(
    ("form", "lemma", "features"),
    [
        ("bieten", "bieten", THIRD | {"Number": "Plur"}),
        ("plane", "planen", THIRD | {"Person": "1"}),
        ("geplante", "planen", {"VerbForm": "Part"}),
        ("wurde", "werden", THIRD | {"Tense": "Past"}),
    ],
)
def test_what_the_form_leaves_open_stays(form: str, lemma: str, features: dict[str, str]) -> None:
    assert decided(form, lemma, features) == features
