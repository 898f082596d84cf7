"""Names and offices as papers write them: each kind with sentences of ours, on the whole pipeline."""

from datetime import date

import pytest
from spacy.language import Language

import extractors
from extractors import Article
from extractors.extraction import Extraction


def read(nlp: Language, text: str, day: str = "2024-06-10") -> Extraction:
    (found,) = extractors.extractions([Article("a", text, date.fromisoformat(day))], nlp)
    return found


def unlinked(nlp: Language, text: str) -> list[str]:
    """The names of the actors that no table has."""
    return sorted(actor.label("de") for actor in read(nlp, text).actors if not actor.known)


def offices(nlp: Language, text: str, day: str = "2024-06-10") -> list[tuple[str, str]]:
    """Who represents what, by German names."""
    found = read(nlp, text, day).statements
    return [(s.subject.label("de"), s.object.label("de")) for s in found if s.relation == "represents"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # an office, a title, a second mention are evidence
        ("Der togoische Minister Kossi Amavi lobte Ghana.", ["Kossi Amavi"]),
        ("Kossi Amavi, Sprecher der togoischen Regierung, lobte Ghana.", ["Kossi Amavi"]),
        ("In Lomé sprach Peter Amavi. Peter Amavi schwieg dann.", ["Peter Amavi"]),
        # a bare name alone is none, nor what the text calls an expert, a town, a ship
        ("Darüber sprach am Abend auch Peter Amavi.", []),
        # two mentions of what may be no name are too few
        ("Danach kam Turk Stream. Turk Stream ist lang.", []),
        ("Der Politologe Kossi Amavi sprach. Kossi Amavi schwieg dann.", []),
        ("In der Hafenstadt Kossi Amavi regnet es. Kossi Amavi ist klein.", []),
        ("In Kossi Amavi regnet es. Kossi Amavi ist klein.", []),
        # a surname alone is nobody
        ("Minister Amavi schwieg.", []),
    ],
)
def test_what_no_table_has_needs_evidence(nlp: Language, text: str, found: list[str]) -> None:
    assert unlinked(nlp, text) == found


def test_one_person_of_two_articles_is_one_actor(nlp: Language) -> None:
    texts = ("Der togoische Minister Kossi Amavi lobte Ghana.", "Togos Minister Kossi Amavi kam. Amavi traf Macron.")
    found = extractors.extractions([Article(str(i), text, date(2024, 6, 10)) for i, text in enumerate(texts)], nlp)
    ids = [{actor.id for actor in extraction.actors if not actor.known} for extraction in found]
    assert ids == [{"kossi-amavi"}, {"kossi-amavi"}]


def test_a_headline_has_the_surname_of_whom_the_text_names(nlp: Language) -> None:
    text = "Minister Amavi lobt Ghana.\n\nDer togoische Minister Kossi Amavi sprach von Freunden."
    assert unlinked(nlp, text) == ["Kossi Amavi"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # whom somebody serves, by the leader
        ("Bidens Sprecherin Dana Whitlock lobte Kanada.", [("Dana Whitlock", "USA")]),
        ("Macron und sein Berater Paul Lenoir trafen Merz.", [("Paul Lenoir", "Frankreich")]),
        # accredited to a body, for a state
        ("Der kenianische UN-Botschafter Peter Otieno kritisierte Ruanda.", [("Peter Otieno", "Kenia")]),
        # one title in the tables, another in the paper
        ("Vize-Außenminister Sergej Rjabkow kritisierte die USA.", [("Sergej Rjabkow", "Russland")]),
        # a body that is not its state, and a state's own body
        ("Der Chef des polnischen Energieversorgers Karta, Jan Nowak, warnte Litauen.", []),
        ("Der Hamas-Vertreter Issam Taleb lobte Katar.", [("Issam Taleb", "Hamas")]),
        # a name behind a title may be another's
        ("Am Montag will der US-Präsident Macron ehren.", [("Joe Biden", "USA")]),
        # former, long-standing, overthrown: none
        ("Die langjährige togoische Ministerin Afi Amavi lobte Ghana.", []),
        # a king's number, particles
        ("Der britische König Charles III. lobte Kanada.", [("Charles III.", "Vereinigtes Königreich")]),
        ("Kommissionspräsidentin von der Leyen lobte Kanada.", [("Ursula von der Leyen", "Europäische Kommission")]),
    ],
)
def test_offices(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    assert offices(nlp, text) == found


def test_an_ambassador_is_known_by_both_states(nlp: Language) -> None:
    found = read(nlp, "Der togoische Botschafter in Oslo kritisierte Norwegen.")
    assert [actor.id for actor in found.actors if not actor.known] == ["ambassador-of-togo-in-norway"]
    said = {(s.subject.label("de"), s.relation, s.object.label("de")) for s in found.statements}
    assert said == {("Botschafter (Togo – Norwegen)", "represents", "Togo"), ("Togo", "criticizes", "Norwegen")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der ukrainische Präsident Wolodymyr Selenkyj dankte Polen.", "Wolodymyr Selenskyj"),
        ("Die schwedische Ministerpräsidentin Eva Magdalena Andersson lobte Polen.", "Magdalena Andersson"),
        ("Regierungssprecher Peskow kritisierte Polen.", "Dmitri Peskow"),
        ("Ex-Kanzler Schröder lobte Polen.", "Gerhard Schröder"),
    ],
)
def test_a_name_agrees_with_state_office_or_given_name(nlp: Language, text: str, found: str) -> None:
    assert found in [actor.label("de") for actor in read(nlp, text, "2022-03-10").actors]


def test_groups_are_of_the_state_that_the_text_names(nlp: Language) -> None:
    found = read(nlp, "Die kenianische Opposition warf Ruanda Einmischung vor.")
    assert [(actor.id, actor.kind) for actor in found.actors if not actor.known] == [("opposition-of-kenya", "Group")]
    (statement,) = found.statements
    assert (statement.subject.label("de"), statement.object.label("de")) == ("kenianische Opposition", "Ruanda")


def test_a_body_is_the_state_that_the_text_calls_it(nlp: Language) -> None:
    names = [actor.label("de") for actor in read(nlp, "Die österreichische Bundesregierung lobte Polen.").actors]
    assert names == ["Polen", "Österreich"] or sorted(names) == ["Polen", "Österreich"]
    assert "UN-Sicherheitsrat" not in [
        actor.label("de") for actor in read(nlp, "Der Nationale Sicherheitsrat der USA warnte Polen.").actors
    ]


def test_after_the_last_known_day_an_office_is_less_sure(nlp: Language) -> None:
    def sure(day: str) -> float:
        doc = nlp.make_doc("Der US-Präsident lobte Polen.")
        doc._.date = date.fromisoformat(day)
        return next(m.confidence for m in nlp(doc)._.mentions if m.kind == "office")

    assert (sure("2026-09-01"), sure("2026-12-01")) == (0.9, 0.6)
