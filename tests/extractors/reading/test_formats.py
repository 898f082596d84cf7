"""Each format of files: what becomes of it, and what is said of a bad one."""

import gzip
import io
from datetime import date
from pathlib import Path

import pytest

from extractors.article import Article
from extractors.reading import Unreadable, read
from extractors.reading.sources import LINE

TEXT = "Emmanuel Macron empfing am Mittwoch Wolodymyr Selenskyj in Paris. Beide sprachen über Sicherheitsgarantien."
PAGE = f"""<html lang="de"><head><title>Besuch in Paris</title><meta property="og:site_name" content="Tagesblatt">
<meta property="article:published_time" content="2025-09-04T08:00:00+02:00"><script>alert(1)</script></head>
<body><nav><a href="/">Start</a> <a href="/politik">Politik</a></nav><article><h1>Besuch in Paris</h1>
<p>{TEXT}</p><p>Der Besuch dauerte zwei Tage, wie der Élysée-Palast am Donnerstag in Paris mitteilte.</p></article></body></html>"""
RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Tagesblatt</title><language>de-de</language>
<item><title>Besuch</title><link>https://example.org/1</link><guid>g1</guid><pubDate>Thu, 04 Sep 2025 10:00:00 +0200</pubDate>
<description>Kurz.</description>
<content:encoded><![CDATA[<p>{TEXT}</p><script>x()</script><p>Zweiter Absatz.</p>]]></content:encoded></item>
<item><title>Leer</title><guid>g2</guid></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Agentur</title><entry><id>urn:1</id><title>Besuch</title>
<link rel="alternate" href="https://example.org/2"/><published>2025-09-04T10:00:00Z</published><summary>{TEXT}</summary></entry></feed>"""
ENGLISH = (
    "The president met his counterpart in Berlin on Monday and discussed new sanctions with the foreign ministers of several"
    " countries. They agreed that the talks should go on next week in Geneva, officials said on Tuesday."
)


def found(*paths: Path | str) -> list[Article | Unreadable]:
    return list(read(paths))


def one(path: Path) -> Article:
    (article,) = found(path)
    assert isinstance(article, Article), article
    return article


def refused(path: Path) -> str:
    (unreadable,) = found(path)
    assert isinstance(unreadable, Unreadable), unreadable
    return unreadable.reason


def put(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    text = '---\ntitle: "Besuch"\ndate: 4. September 2025\n---\n# Überschrift\n\n**Macron** empfing [Selenskyj](https://x.org).\n\n- Punkt\n'
    article = one(put(tmp_path / "a.md", text))
    assert (article.title, article.date) == ("Besuch", date(2025, 9, 4))
    assert article.text == "Macron empfing Selenskyj.\n\nPunkt"
    plain = one(put(tmp_path / "b.md", "# Treffen in *Genf*\n\ndate 2025-09-04\nMacron traf Merz."))
    assert (plain.title, plain.date, plain.text) == ("Treffen in Genf", date(2025, 9, 4), "Macron traf Merz.")


def test_a_page_without_its_menus(tmp_path: Path) -> None:
    article = one(put(tmp_path / "besuch.html", PAGE))
    assert (article.id, article.title, article.date, article.outlet) == (
        "besuch",
        "Besuch in Paris",
        date(2025, 9, 4),
        "Tagesblatt",
    )
    assert TEXT in article.text
    assert "Politik" not in article.text
    assert "alert" not in article.text


@pytest.mark.parametrize("page", ["", "<html></html>", "<html><body><nav>x</nav></body></html>", "\x00\x01<p>"])
def test_a_page_without_an_article(tmp_path: Path, page: str) -> None:
    assert any(word in refused(put(tmp_path / "a.html", page)) for word in ("no article", "binary", "cannot be read"))


def test_a_table_by_its_header(tmp_path: Path) -> None:
    rows = f'ID;Titel;Datum;Volltext;Zeitung\n7;Besuch;04.09.2025;"{TEXT}\nUnd ""mehr"".";Tagesblatt\n8;Leer;;;\n9;Kurz;heute;Macron traf Merz.;\n'
    first, empty, undated = found(put(tmp_path / "news.csv", rows))
    assert isinstance(first, Article)
    assert (first.id, first.title, first.date, first.outlet) == ("7", "Besuch", date(2025, 9, 4), "Tagesblatt")
    assert first.text.endswith('Und "mehr".')
    assert isinstance(empty, Unreadable)
    assert empty.name.endswith("news.csv:4")
    assert "empty" in empty.reason
    assert isinstance(undated, Article)
    assert "heute" in undated.warnings[0]


def test_tables_that_are_none(tmp_path: Path) -> None:
    assert "no column of texts" in refused(put(tmp_path / "a.csv", "a,b\n1,2\n"))
    broken, good = found(put(tmp_path / "b.tsv", "id\ttext\n1\tMacron\ttraf\n2\tMacron traf Merz.\n"))
    assert isinstance(broken, Unreadable)
    assert "3 values in a row of 2" in broken.reason
    assert isinstance(good, Article)
    latin, good = found(put(tmp_path / "c.csv", "id,text\n1,Präsident\n".encode("latin1") + b"2,Macron traf Merz.\n"))
    assert isinstance(latin, Unreadable)
    assert "not UTF-8" in latin.reason


def test_feeds(tmp_path: Path) -> None:
    first, empty = found(put(tmp_path / "a.rss", RSS))
    assert isinstance(first, Article)
    assert (first.id, first.url, first.date, first.outlet) == (
        "g1",
        "https://example.org/1",
        date(2025, 9, 4),
        "Tagesblatt",
    )
    assert first.text == f"{TEXT}\n\nZweiter Absatz."
    assert isinstance(empty, Unreadable)
    entry = one(put(tmp_path / "b.xml", ATOM))
    assert (entry.id, entry.url, entry.date, entry.outlet) == (
        "urn:1",
        "https://example.org/2",
        date(2025, 9, 4),
        "Agentur",
    )


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
READS = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><description>&a;</description></item></channel></rss>'


@pytest.mark.parametrize(
    ("content", "reason"), [(BOMB, "entities"), (READS, "entities"), ("<rss>", "broken XML"), ("<x/>", "no feed")]
)
def test_feeds_that_are_none(tmp_path: Path, content: str, reason: str) -> None:
    assert reason in refused(put(tmp_path / "a.xml", content))


def archive(pages: list[tuple[str, str, str]]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    target = io.BytesIO()
    writer = WARCWriter(target, gzip=False)
    for url, kind, body in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(body.encode()), http_headers=headers)
        )
    return target.getvalue()


@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)  # of the writer
def test_web_archives(tmp_path: Path) -> None:
    content = archive(
        [
            ("https://example.org/a", "text/html", PAGE),
            ("https://example.org/x.css", "text/css", "a{}"),
            ("https://example.org/b", "text/html", "<html></html>"),
        ]
    )
    for name in ("a.warc", "a.warc.gz"):
        article, empty = found(put(tmp_path / name, gzip.compress(content) if name.endswith("gz") else content))
        assert isinstance(article, Article)
        assert (article.id, article.url, article.date) == (
            "https://example.org/a",
            "https://example.org/a",
            date(2025, 9, 4),
        )
        assert isinstance(empty, Unreadable)
        assert "https://example.org/b: no article" in empty.reason
    assert "broken WARC" in refused(put(tmp_path / "b.warc", "no archive\r\n\r\n"))


@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", TEXT), ("a.html", PAGE), ("a.rss", ATOM), ("a.csv", f"id,text\n1,{TEXT}")]
)
def test_packed_is_the_same(tmp_path: Path, name: str, content: str) -> None:
    plain = found(put(tmp_path / name, content))
    assert found(put(tmp_path / f"{name}.gz", gzip.compress(content.encode()))) == plain


def test_bombs_and_broken_gzip(tmp_path: Path) -> None:
    zeros = gzip.compress(b"\n" * (40 << 20))
    for name in ("a.txt.gz", "a.jsonl.gz", "a.warc.gz"):
        assert any(
            word in refused(put(tmp_path / name, zeros)) for word in ("zip bomb", "MB", "broken WARC", "empty lines")
        )
    assert "broken gzip" in refused(put(tmp_path / "b.txt.gz", b"no gzip"))
    assert "broken gzip" in refused(put(tmp_path / "c.txt.gz", gzip.compress(TEXT.encode() * 100)[:-20]))


def test_folders_and_patterns(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    put(tmp_path / "deep" / "a.html", PAGE)
    put(tmp_path / "b.txt.gz", gzip.compress(TEXT.encode()))
    put(tmp_path / "c.bin", b"\0")
    assert [a.id for a in found(tmp_path) if isinstance(a, Article)] == ["b", "a"]
    assert [a.id for a in found(str(tmp_path / "**" / "*.html")) if isinstance(a, Article)] == ["a"]
    assert "no file fits" in refused(tmp_path / "*.rtf")


@pytest.mark.slow
def test_great_inputs_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    long = '{"id": "long", "text": "' + "a" * (50 << 20) + '"}'
    lines = put(tmp_path / "a.jsonl", f'{long}\n{{"id": "b", "text": "Macron traf Merz."}}\n')
    refusal, article = found(lines)
    assert isinstance(refusal, Unreadable)
    assert "characters are more than" in refusal.reason
    assert isinstance(article, Article)
    put(tmp_path / "b.jsonl", b"x" * (LINE + 5))
    assert "no article" in refused(tmp_path / "b.jsonl")
    assert "no single article" in refused(put(tmp_path / "c.txt", b"a" * (33 << 20)))
    assert "split the file" in refused(put(tmp_path / "d.txt", "Wort " * 300_000))


def test_other_languages_are_not_half_read(tmp_path: Path) -> None:
    assert "this is English" in refused(put(tmp_path / "a.txt", ENGLISH))
    lines = f'{{"id": "a", "lang": "de", "text": "{ENGLISH}"}}\n{{"id": "b", "text": "Macron met Merz."}}\n'
    english, short = found(put(tmp_path / "a.jsonl", lines))
    assert isinstance(english, Unreadable)
    assert isinstance(short, Article), "three words decide nothing"


def test_utf16_with_its_mark_is_read(tmp_path: Path) -> None:
    assert one(put(tmp_path / "a.txt", TEXT.encode("utf-16"))).text == TEXT


def test_a_missing_quotation_mark_loses_one_row(tmp_path: Path) -> None:
    rows = [f"{number},2025-09-04,Polen warnte Peru {number}." for number in range(1, 60)]
    rows[3] = '4,2025-09-04,"Polen warnte Peru 4.'
    made = found(put(tmp_path / "a.csv", "id,date,text\n" + "\n".join(rows)))
    assert len(made) == 59
    (broken,) = [one for one in made if isinstance(one, Unreadable)]
    assert broken.name.endswith("a.csv:5")
    assert "quotation mark" in broken.reason
    quoted = [f'{number},2025-09-04,"Polen warnte Peru {number}."' for number in range(1, 60)]
    quoted[3] = quoted[3].rstrip('"')
    made = found(put(tmp_path / "b.csv", "id,date,text\n" + "\n".join(quoted)))
    assert len([one for one in made if isinstance(one, Article)]) == 58
    assert [one.name.rpartition(":")[2] for one in made if isinstance(one, Unreadable)] == ["5"]


def test_tables_as_programs_write_them(tmp_path: Path) -> None:
    two_lines = 'id;"text\n(Volltext)";"Datum [Tag]"\n1;"Macron traf Merz.\n\nPeru schwieg.";04.09.2025\n'
    for content in (two_lines, f"sep=;\n{two_lines}", f"\n\n{two_lines}", f"\ufeff\ufeff{two_lines}"):
        article = one(put(tmp_path / "a.csv", content))
        assert (article.text, article.date) == ("Macron traf Merz.\n\nPeru schwieg.", date(2025, 9, 4)), content
    tabs = one(put(tmp_path / "b.tsv", 'id\ttext\n1\tMacron nannte es "falsch" und "schlimm.\n'))
    assert tabs.text == 'Macron nannte es "falsch" und "schlimm.'
    short = one(put(tmp_path / "c.csv", "id,text,date\n1,Macron traf Merz.\n"))
    assert "2 values in a row of 3" in short.warnings[0]
    latin = found(put(tmp_path / "d.csv", "id,title,text\n1,Präsident,Macron traf Merz.\n".encode("cp1252")))
    assert isinstance(latin[0], Unreadable)
    assert "not UTF-8 in the title" in latin[0].reason


def test_windows_bytes_are_called_so(tmp_path: Path) -> None:
    assert "iconv -f cp1252" in refused(put(tmp_path / "a.txt", "„Präsident“".encode("cp1252")))
    assert "iconv -f latin1" in refused(put(tmp_path / "b.txt", "Präsident".encode("latin1")))


FEED = '<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>Blatt</title>{items}</channel></rss>'
ITEM = "<item><guid>{guid}</guid><pubDate>{day}</pubDate><description>{text}</description></item>"


def test_feeds_of_all_kinds(tmp_path: Path) -> None:
    day = "Fri, 05 Sep 2025 08:00:00 +0200"
    twice = "&amp;lt;p&amp;gt;Die USA warnten &amp;lt;b&amp;gt;China&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;"
    section = "&lt;![Bild] Polen lobte Peru. &lt;![endif]--&gt;"
    items = ITEM.format(guid="1", day=day, text=twice) + ITEM.format(guid="2", day=day, text=section)
    items += ITEM.format(guid="3", day="04 Jan 99999999999 00:00:00 -0000", text="Polen warnte Chile.")
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    first, second, third = found(put(tmp_path / "a.rss", FEED.format(doctype=doctype, items=items)))
    assert isinstance(first, Article)
    assert first.text == "Die USA warnten China."
    assert isinstance(second, Article)
    assert second.text.startswith("Polen lobte Peru.")
    assert isinstance(third, Article)
    assert third.date is None
    nested = "<item><description>x" * 50 + "</description></item>" * 50
    assert len(found(put(tmp_path / "b.rss", FEED.format(doctype="", items=nested)))) == 1
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Blatt</title></channel>
<item rdf:about="https://b.example/1"><description>Polen lobte Peru.</description><dc:date>2025-09-05</dc:date></item></rdf:RDF>"""
    for name in ("c.rdf", "c.unknown"):
        article = one(put(tmp_path / name, rdf))
        assert (article.id, article.outlet, article.date) == ("https://b.example/1", "Blatt", date(2025, 9, 5))


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_archives_that_end_too_soon_are_named(tmp_path: Path) -> None:
    pages = [
        (f"https://example.org/{number}", "text/html", PAGE.replace("zwei Tage", f"{number} Tage"))
        for number in range(9)
    ]
    content = archive(pages)
    for cut in (len(content) // 2, len(content) - 40):
        for name, packed in (("a.warc", content[:cut]), ("a.warc.gz", gzip.compress(content)[: cut * 2 // 30])):
            made = found(put(tmp_path / name, packed))
            reasons = [one.reason for one in made if isinstance(one, Unreadable)]
            assert reasons, name
            assert "broken" in reasons[-1]
    assert len([one for one in found(put(tmp_path / "b.warc", content[:-40])) if isinstance(one, Article)]) == 8


def test_a_page_has_no_day_that_it_does_not_name(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2025-09-04T08:00:00+02:00">', "")
    assert (
        one(put(tmp_path / "a.html", page.replace("</body>", "<footer>© 1999-2003 Verlag</footer></body>"))).date
        is None
    )
    assert one(put(tmp_path / "2025-09-04-b.html", page)).date == date(2025, 9, 4)


def test_a_tag_of_a_hundred_thousand_attributes_takes_no_time(tmp_path: Path) -> None:
    page = PAGE.replace("<body>", "<body " + " ".join(f"a{number}" for number in range(100_000)) + ">")
    assert "attributes" in refused(put(tmp_path / "a.html", page))
    assert one(put(tmp_path / "b.html", PAGE.replace("<body>", f"<body style='{'x' * 100_000}'>"))).text.startswith(
        TEXT
    )


def test_paths_that_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "a.txt", "Macron traf Merz.")
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(tmp_path)
    assert [a.id for a in found("**/*.txt") if isinstance(a, Article)] == ["a"]
    for path, reason in (
        ("", "an empty path"),
        (" ", "an empty path"),
        ("https://b.example/a", "addresses are fetched"),
    ):
        (unreadable,) = found(path)
        assert isinstance(unreadable, Unreadable)
        assert reason in unreadable.reason


def test_short_texts_in_other_languages_are_named(tmp_path: Path) -> None:
    english = (
        "President Macron welcomed the Ukrainian leader in Paris on Wednesday and promised more help for his country."
    )
    assert "this is English" in refused(put(tmp_path / "a.txt", english))
    assert one(put(tmp_path / "b.txt", "Emmanuel Macron empfing Giorgia Meloni. Macron lobte Italien.")).lang == "de"
    for lang in ("de-AT", "de_DE", "deu", "German"):
        assert (
            one(put(tmp_path / "c.jsonl", f'{{"id": "a", "text": "Macron traf Merz.", "lang": "{lang}"}}')).lang == "de"
        )


def test_a_reader_that_fails_leaves_the_other_files_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("whatever")

    monkeypatch.setattr("extractors.reading.texts.from_plain", fails)
    put(tmp_path / "a.txt", TEXT)
    put(tmp_path / "b.jsonl", f'{{"id": "b", "text": "{TEXT}"}}')
    bad, good = found(tmp_path)
    assert isinstance(bad, Unreadable)
    assert "RuntimeError" in bad.reason
    assert isinstance(good, Article)
