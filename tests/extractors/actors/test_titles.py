"""What a word is as a title: office or role, in any case, number and sex, and of whom."""

import pytest

from extractors.actors.notes import name_tables
from extractors.actors.titles import Title, Titles

TITLES = name_tables("de").titles


def parsed(word: str) -> Title:
    """The title that the word is."""
    title = TITLES.parse(word)
    assert title is not None, word
    return title


@pytest.mark.parametrize(
    ("word", "head", "kind", "base", "of", "sex"),
    [
        ("Präsident", "präsident", "office", "Präsident", "", ""),
        ("Präsidenten", "präsident", "office", "Präsident", "", ""),
        ("Präsidentin", "präsident", "office", "Präsident", "", "f"),
        ("Präsidentinnen", "präsident", "office", "Präsident", "", "f"),
        ("Außenminister", "minister", "office", "Außenminister", "", ""),
        ("Außenministers", "minister", "office", "Außenminister", "", ""),
        ("Ministerpräsident", "präsident", "office", "Ministerpräsident", "", ""),
        ("Vorsitzende", "vorsitzender", "office", "Vorsitzender", "", ""),
        ("Vorsitzenden", "vorsitzender", "office", "Vorsitzender", "", ""),
        ("Sonderbeauftragten", "beauftragter", "office", "Sonderbeauftragter", "", ""),
        ("Sondergesandte", "gesandter", "office", "Sondergesandter", "", ""),
        ("Sondergesandten", "gesandter", "office", "Sondergesandter", "", ""),
        ("Abgeordnete", "abgeordneter", "role", "Abgeordneter", "", ""),
        ("Diplomaten", "diplomat", "role", "Diplomat", "", ""),
        ("Amtskollegen", "kollege", "colleague", "Amtskollege", "", ""),
        ("Kollegin", "", "", "", "", ""),
        ("US-Außenminister", "minister", "office", "Außenminister", "United States", ""),
        ("EU-Kommissarin", "kommissar", "office", "Kommissar", "European Union", "f"),
        ("Kremlchef", "chef", "office", "Kremlchef", "Russia", ""),
        ("Kremlsprecherin", "sprecher", "office", "Kremlsprecher", "Russia", "f"),
        ("Pentagonsprecher", "sprecher", "office", "Pentagonsprecher", "United States", ""),
        ("Ex-Präsident", "präsident", "former", "Präsident", "", ""),
        ("Alt-Kanzler", "kanzler", "former", "Kanzler", "", ""),
        ("Ex-US-Präsident", "präsident", "former", "Präsident", "United States", ""),
        ("US-Präsidentschaft", "", "", "", "", ""),
        ("präsident", "", "", "", "", ""),
        ("Chef", "chef", "office", "Chef", "", ""),
        ("Tisch", "", "", "", "", ""),
        ("Emir", "emir", "office", "Emir", "", ""),
        ("Che", "", "", "", "", ""),
    ],
)
def test_titles(word: str, head: str, kind: str, base: str, of: str, sex: str) -> None:
    title = TITLES.parse(word)
    if not head:
        assert title is None
    else:
        assert title is not None
        actor = title.of.label("en") if title.of else ""
        assert (title.head, title.kind, title.base, actor, title.sex) == (head, kind, base, of, sex)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("US-Außenminister", ("US-Außenminister", "Außenminister", "Außenministerin", "US-Außenministerin")),
        ("Präsidentin", ("Präsidentin",)),
        ("US-Präsidentin", ("US-Präsidentin", "Präsidentin")),
        ("Präsidenten", ("Präsident", "Präsidenten", "Präsidentin")),
        ("Ex-Kanzler", ("Kanzler", "Kanzlerin")),
    ],
)
def test_forms_to_look_for_are_of_the_holders_sex(word: str, forms: tuple[str, ...]) -> None:
    assert parsed(word).forms == forms


def test_the_rest_of_a_compound_is_written_as_a_noun() -> None:
    assert parsed("EU-außenminister").base == "Außenminister"


def test_a_title_is_read_from_the_longest_head() -> None:
    assert parsed("Chefdiplomat").head == "chefdiplomat"
    assert parsed("Außenbeauftragter").head == "außenbeauftragter"
    assert parsed("Sportbeauftragter").head == "beauftragter"


def test_heads_have_three_letters() -> None:
    short = Titles({"abt": "office", "ab": "role"}, TITLES.gazette)
    found = [short.parse(word) for word in ("Erzabt", "Erzab")]
    assert [title.head if title else "" for title in found] == ["abt", ""]


def test_heads_that_are_no_titles_are_left_out() -> None:
    assert "präsidentschaft" not in TITLES.heads
    assert TITLES.heads["minister"] == "office"


def test_titles_of_one_word_are_known() -> None:
    assert "Bundeskanzlerin" in TITLES.known
    assert not [title for title in TITLES.known if " " in title]
