"""Which lines stand alone, which are joined; headlines, bylines, days, corrections, tickers."""

import contextlib
import textwrap
import time
from datetime import date
from pathlib import Path

import pytest

from extractors.article import Article
from extractors.reading import read
from extractors.reading.layout import paragraphs
from extractors.reading.records import ArticleError, article, from_text
from extractors.reading.tickers import entries

BODY = "Die polnische Regierung hat am Mittwoch den litauischen Botschafter in Warschau empfangen."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"Polen empfängt Botschafter\n{BODY}", ["Polen empfängt Botschafter", BODY]),
        (
            f"Polen empfängt Botschafter\nVon Lena Brandt, Warschau\n{BODY}",
            ["Polen empfängt Botschafter", "Von Lena Brandt, Warschau", BODY],
        ),
        (f"09:15 Uhr\nPolen greift durch\n{BODY}", ["09:15 Uhr", "Polen greift durch", BODY]),
        (f"[09:15] Polen empfängt Botschafter\n{BODY}", ["[09:15]", "Polen empfängt Botschafter", BODY]),
        (f"Stand: 04.09.2025, 17:20 Uhr\n{BODY}", ["Stand: 04.09.2025, 17:20 Uhr", BODY]),
        (f"Foto: Minister Sikorski mit Gästen\n{BODY}", ["Foto: Minister Sikorski mit Gästen", BODY]),
        (
            "Themen am Abend\nPolen warnt Litauen\nPeru lobt Chile",
            ["Themen am Abend", "Polen warnt Litauen", "Peru lobt Chile"],
        ),
        (f"{BODY}\nReaktionen\n{BODY}", [BODY, "Reaktionen", BODY]),
    ],
)
def test_a_line_of_its_own_ends_a_sentence(text: str, parts: list[str]) -> None:
    assert paragraphs(text, "de")[0] == parts


@pytest.mark.parametrize("width", [30, 45, 60, 72, 100])
def test_wrapped_prose_is_joined(width: int) -> None:
    prose = f"{BODY} Der Minister Radosław Sikorski sprach in Vilnius mit Präsident Gitanas Nausėda über Hilfe. {BODY}"
    assert paragraphs("\n".join(textwrap.wrap(prose, width)), "de") == ([prose], 0)


def test_lines_that_go_on_are_joined() -> None:
    assert paragraphs("Der Präsident reiste in die\nTürkei.", "de")[0] == ["Der Präsident reiste in die Türkei."]
    assert (
        paragraphs("Der französische Präsident Emmanuel\nMacron empfing am Mittwoch in\nParis Antonio Tajani.", "de")[1]
        == 0
    )


def test_a_headline_is_a_title_and_no_sentence() -> None:
    made = from_text(
        f"Atomstreit\nPolen empfängt Litauen\nVon Lena Brandt, Warschau\n\nStand: 04.09.2025 15:41 Uhr\n\n{BODY}", "a"
    )
    assert (made.title, made.date, made.text) == ("Atomstreit: Polen empfängt Litauen", date(2025, 9, 4), BODY)
    assert made.warnings == ("date 2025-09-04 is from a line of the text",)
    assert dict(made.changes)["bylines left out"] == 1
    assert from_text(f"{BODY}\n\n{BODY[:50]}.", "a").title is None
    assert from_text("Polen empfängt Litauen", "a").text == "Polen empfängt Litauen"


def test_a_title_that_comes_again_is_left_out() -> None:
    again = article(
        {"id": "a", "title": "Krise: Polen empfängt Litauen", "text": f"Krise\n\nPolen empfängt Litauen\n\n{BODY}"}
    )
    assert again.text == BODY
    other = article({"id": "a", "title": "Anderes", "text": f"Polen empfängt Litauen\n\n{BODY}"})
    assert other.text == f"Polen empfängt Litauen\n\n{BODY}"
    assert article({"id": "a", "text": f"Polen empfängt Litauen\n\n{BODY}"}).title is None


def test_corrections_and_repetitions_are_left_out() -> None:
    wrong = "Berichtigung: In einer früheren Fassung hieß es, Polen habe Litauen gewarnt."
    made = article({"id": "a", "text": f"{BODY[:70]} ...\n\n{BODY}\n\n{BODY}\n\n{wrong}"})
    assert made.text == BODY
    assert "correction" in made.warnings[0]
    assert dict(made.changes) == {"corrections left out": 1, "paragraphs that came twice": 2}
    assert article({"id": "a", "text": wrong}).text == wrong


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("2025-09-04-warschau", BODY, date(2025, 9, 4)),
        ("warschau_20250904", BODY, date(2025, 9, 4)),
        ("bericht", f"Datum: 04.09.2025\n\n{BODY}", date(2025, 9, 4)),
        ("bericht", f"Donnerstag, 4. September 2025\n\n{BODY}", date(2025, 9, 4)),
        ("bericht", f"WARSCHAU, 4. September 2025 (Agentur) - {BODY}", date(2025, 9, 4)),
        ("2025-09-05-warschau", f"date 2025-09-04\n\n{BODY}", date(2025, 9, 4)),
        ("20251399", BODY, None),
        ("bericht-2025", f"Am 4. September 2025 war es kühl. {BODY}", None),
    ],
)
def test_a_day_from_a_line_or_the_name(name: str, text: str, day: date | None) -> None:
    assert from_text(text, name).date == day


def test_a_ticker_is_an_article_an_entry(tmp_path: Path) -> None:
    ticker = "date 2025-09-05\n\nDonnerstag, 4. September, 19:30 Uhr\nPolen warnt Peru\nPolen hat Peru gewarnt.\n\n07:10 Uhr\nPeru lobte Polen.\n"
    (tmp_path / "t.txt").write_text(ticker, "utf8")
    first, second = (one for one in read([tmp_path / "t.txt"]) if isinstance(one, Article))
    assert (first.id, first.title, first.date, first.text) == (
        "t-1",
        "Polen warnt Peru",
        date(2025, 9, 4),
        "Polen hat Peru gewarnt.",
    )
    assert (second.id, second.date, second.text) == ("t-2", date(2025, 9, 5), "Peru lobte Polen.")
    assert entries(f"Um 9:15 Uhr begann es.\n{BODY}\n{BODY}", "de", None) == []


def test_lost_words_are_named() -> None:
    made = article(
        {"id": "a", "text": "Merz traf den Staatschef in . Später kam auch Präsidentin . Beide lobten Peru."}
    )
    assert "words are missing in 2 places" in made.warnings[0]


@pytest.mark.parametrize(
    "piece",
    [
        "Von A\n",
        "17:10 Uhr Hallo ",
        "Polen trifft Peru\n",
        "Von Lena Brandt ",
        "+++ ",
        "12. Mai 12. Mai 2 ",
        "Stand 1 ",
    ],
)
def test_lines_take_no_time(piece: str) -> None:
    started = time.process_time()
    with contextlib.suppress(ArticleError):
        from_text((piece * 60_000)[:900_000], "a")
    assert time.process_time() - started < 10
