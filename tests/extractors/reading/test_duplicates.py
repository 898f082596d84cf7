from dataclasses import replace

from extractors.article import Article
from extractors.reading import Unreadable, marked
from extractors.reading.duplicates import Duplicates, signature, words

SENTENCES = [
    "Der französische Präsident Emmanuel Macron hat am Mittwoch den ukrainischen Präsidenten Wolodymyr Selenskyj in Paris empfangen.",
    "Beide sprachen nach Angaben des Élysée-Palasts über Sicherheitsgarantien und über weitere Lieferungen für die Luftabwehr.",
    "Am Donnerstag wollten mehr als dreißig Staaten in einer Videokonferenz über eine Truppe beraten, die einen Waffenstillstand sichert.",
    "Russland lehnte ausländische Soldaten in der Ukraine erneut ab und warnte den Westen vor einer weiteren Verschärfung des Konflikts.",
    "Bundeskanzler Friedrich Merz hatte sich zuvor zurückhaltend geäußert und auf die Rolle der Vereinigten Staaten verwiesen.",
    "In Kiew wurde in der Nacht mehrfach Luftalarm ausgelöst, über Schäden war am Morgen zunächst nichts bekannt.",
]
REPORT = " ".join(SENTENCES)


def article(identifier: str, text: str) -> Article:
    return Article(identifier, text)


def test_layout_and_case_make_no_new_text() -> None:
    seen = Duplicates()
    assert seen.first(article("a", "Macron traf Merz.")) is None
    assert seen.first(article("b", "MACRON  traf\n\nMerz!")) == "a"
    assert seen.first(article("c", "Macron traf Meloni.")) is None


def test_an_agencys_text_with_another_dateline_and_ending_is_a_copy() -> None:
    seen = Duplicates()
    assert seen.first(article("agency", REPORT)) is None
    assert seen.first(article("paper", f"Paris/Berlin – {REPORT} Mehr dazu lesen Sie in Kürze.")) == "agency"
    assert seen.first(article("short", " ".join(SENTENCES[:3]))) is None, "half of it is another report"
    assert seen.first(article("other", " ".join(reversed(words(REPORT))))) is None


def test_a_copy_of_a_copy_leads_to_the_first() -> None:
    seen = Duplicates()
    assert [seen.first(article(str(n), REPORT + " Ende." * n)) for n in range(4)] == [None, "0", "0", "0"]


def test_signatures_estimate_similarity() -> None:
    first = signature(words(REPORT))
    same, half = signature(words(REPORT)), signature(words(" ".join(SENTENCES[:3])))
    assert (first == same).all()
    assert 0.3 < (first == half).mean() < 0.7


def test_the_stream_is_marked_and_nothing_else_changes() -> None:
    refusal = Unreadable("x", "broken")
    first, second = article("a", REPORT), article("b", REPORT)
    found = list(marked(iter([first, refusal, second])))
    assert isinstance(found[0], Article)
    assert isinstance(found[2], Article)
    assert (replace(found[0], fingerprint=""), found[1]) == (first, refusal)
    assert (found[2].id, found[2].copy_of) == ("b", "a")


def test_many_short_texts_are_kept_apart() -> None:
    seen = Duplicates()
    assert [seen.first(article(str(n), f"Minister {n} reiste ab.")) for n in range(300)] == [None] * 300


def test_fingerprints_of_an_earlier_build_are_compared_and_broken_ones_are_not() -> None:
    seen = Duplicates()
    kept = [
        (one.id, one.fingerprint)
        for one in (seen.marked(article("long", REPORT)), seen.marked(article("short", "Merz traf Macron.")))
    ]
    later = Duplicates(
        [*kept, ("odd", "no hexadecimal"), ("cut", "00:0011"), ("long", f"{1 << 64:x}:"), ("less", "-1:")]
    )
    assert later.first(article("paper", f"Paris – {REPORT}")) == "long"
    assert later.first(article("brief", "MERZ traf Macron")) == "short"
    assert later.first(article("long", REPORT)) is None, "built again, it is no copy of itself"
