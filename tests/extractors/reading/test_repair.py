"""What is repaired in a text as it comes, what is left alone, and how long it takes."""

import time

import pytest

from extractors.reading.markup import plain_text
from extractors.reading.repair import repaired

ORDINARY = (
    "Frankreichs Präsident Emmanuel Macron („Wir sind bereit“) hat am Mittwoch – wie angekündigt – Polen besucht. 'Ja', sagte er: a < b"
    " und b > c. Die Achse Paris–Berlin, Katar & Ägypten; ‚so ist es‘, hieß es. »Nein«, sagte Sánchez in Łódź. AT&T liefert 5 % mehr."
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Die Tür\u00adkei warnte\u200b Grie\u200dchen\u2060land.", "Die Türkei warnte Griechenland."),
        ("Die Türkei war\u00ad\nnte Zypern.", "Die Türkei warnte Zypern."),
        ("Der Präsident grei\ufb00t an und \ufb01ndet Helfer.", "Der Präsident greifft an und findet Helfer."),
        ("Die US\u2011Armee und der Nato\u2010Rat, die EU\u2013Kommission.", "Die US-Armee und der Nato-Rat, die EU-Kommission."),
        ("In Sana’a und L´Aquila, Scholz’ Besuch.", "In Sana'a und L'Aquila, Scholz' Besuch."),
        ("Er nannte es ‚Merz’ Wende‘.", "Er nannte es ‚Merz’ Wende‘."),
        ("Serbien unter-\nzeichnete mit der US-\nRegierung.", "Serbien unterzeichnete mit der US-Regierung."),
        ("Außen-\nund Sicherheitspolitik, deutsch-\nfranzösische Pläne", "Außen- und Sicherheitspolitik, deutsch-französische Pläne"),
        ("das 20-\njährige Bündnis", "das 20-jährige Bündnis"),
        ("Die T&uuml;rkei, &Ouml;sterreich &amp; D&#228;nemark", "Die Türkei, Österreich & Dänemark"),
        ("<p>Polen warnte <b>Litauen</b>.</p>", "Polen warnte Litauen."),
        ("&amp;lt;p&amp;gt;Polen lobte &amp;Ouml;sterreich.&amp;lt;/p&amp;gt;", "Polen lobte Österreich."),
        ("Die TÃ¼rkei lobte Ã–sterreich.", "Die Türkei lobte Österreich."),
        ("Die Tu\u0308rkei", "Die Türkei"),
    ],
)  # fmt: skip
def test_what_is_no_text_goes(text: str, read: str) -> None:
    found, changes = repaired(text, "de")
    assert found == read
    assert sum(changes.values()) or text == read or "\u0308" in text
    assert repaired(found, "de")[0] == found, "a second time changes nothing"


def test_ordinary_text_stays_as_it_is() -> None:
    assert repaired(ORDINARY, "de") == (ORDINARY, {})


def test_a_broken_line_leaves_the_others_alone() -> None:
    found, changes = repaired("Die Türkei „warnte“ Ägypten.\nDie TÃ¼rkei lobte Peru.", "de")
    assert found == "Die Türkei „warnte“ Ägypten.\nDie Türkei lobte Peru."
    assert changes == {"lines of another encoding": 1}


def test_markup_of_all_kinds() -> None:
    assert plain_text("<p>Eins</p>zwei<br>drei") == "Eins\n\nzwei\ndrei"
    assert (
        plain_text("<script>alert('<p>')</script>Polen <!-- nichts --> lobte<style>p{}</style> Peru")
        == "Polen  lobte Peru"
    )
    assert plain_text("<![CDATA[Polen]]> lobte <![Bild] Peru") == "Polen lobte  Peru"
    assert plain_text("Wenn a < b und b > c") == "Wenn a < b und b > c"
    assert (
        plain_text("<img alt='x'/>Polen <a href=\"https://example.org/?a=1&amp;b=2\">lobte</a> &lt;Peru&gt;")
        == "Polen lobte <Peru>"
    )


@pytest.mark.parametrize(
    "piece", ["<a ", "<!--", "a<", "</", "<?", "<a b='", "<p>", "&amp;", "<![CDATA[", "x-\n", "a’ ", "z’ A", "‚z’ A"]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        plain_text(piece * times)
        repaired(piece * times, "de")
        return time.process_time() - started

    seconds(100)
    assert seconds(60_000) < 12 * max(seconds(10_000), 0.05)
