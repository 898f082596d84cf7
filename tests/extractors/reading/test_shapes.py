"""JSON of the shapes that interfaces and crawlers give; sentences are ours."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractors.article import Article
from extractors.reading import Unreadable, read, user_fields
from extractors.reading.records import ArticleError

TEXT = "Die Schweiz hat am Mittwoch Kenia gelobt. Peru warnte Chile."
DAY = date(2025, 9, 4)


def found(folder: Path, value: Any, name: str = "a.json", **fields: str) -> list[Article | Unreadable]:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), "utf8")
    return list(read([path], fields))


SHAPES: dict[str, tuple[Any, tuple[str, str | None, str | None]]] = {
    "records": ([{"id": "r", "text": TEXT, "date": "2025-09-04"}], ("r", None, None)),
    "newsapi.org": (
        {"status": "ok", "totalResults": 1, "articles": [
            {"source": {"id": None, "name": "Blatt"}, "title": "Lob für Kenia - Blatt", "url": "https://b.example/1",
             "publishedAt": "2025-09-04T15:31:00Z", "content": f"{TEXT} Und… [+3436 chars]"}]},
        ("https://b.example/1", "Lob für Kenia", "Blatt"),
    ),
    "Tagesschau": (
        {"news": [
            {"sophoraId": "lob-101", "title": "Lob für Kenia", "date": "2025-09-04T08:28:36.421+01:00", "type": "story",
             "content": [{"type": "text", "value": f"<strong>{TEXT}</strong>"}, {"type": "box", "box": {"text": "Werbung"}},
                         {"type": "headline", "value": "<h2>Reaktionen</h2>"}, {"type": "text", "value": "Peru schwieg."}]}],
         "regional": [], "type": "news"},
        ("lob-101", "Lob für Kenia", None),
    ),
    "presseportal": (
        {"success": "1", "content": {"story": [
            {"id": "77", "url": "https://p.example/77?a=1&amp;b=2", "title": "Lob", "body": TEXT, "published": "2025-09-04T04:30:00+0200",
             "language": "de", "company": {"id": "1", "name": "Verein"}}]}},
        ("77", "Lob", "Verein"),
    ),
    "dpa digitalwires": (
        {"format": "digitalwires@0.9.1", "urn": "urn:x:1", "version_created": "2025-09-04T09:42:36+02:00", "language": "de",
         "headline": "Lob", "article_html": f'<section class="main"><p>{TEXT}</p></section>', "creditline": "dpa", "teaser": None},
        ("urn:x:1", "Lob", "dpa"),
    ),
    "fundus": (
        {"V1": {"title": "Lob", "publishing_date": "2025-09-04 16:17:29+02:00",
                "body": {"summary": [TEXT], "sections": [{"headline": ["Reaktionen"], "paragraphs": ["Peru schwieg."]}]}}},
        ("a", "Lob", None),
    ),
    "news-please": (
        {"maintext": TEXT, "date_publish": "2025-09-04 10:15:00", "language": "de", "title": "Lob", "url": "https://b.example/2",
         "source_domain": "b.example"},
        ("https://b.example/2", "Lob", "b.example"),
    ),
    "Scrapy": (
        {"news_outlet": "blatt", "provenance": "https://b.example/3", "creation_date": "04.09.2025", "crawl_date": "22.10.2026",
         "content": {"title": "Lob", "description": "Kurz.", "body": {"": [TEXT], "Reaktionen": ["Peru schwieg."], "blatt.tv": []}}},
        ("https://b.example/3", "Lob", "blatt"),
    ),
    "JSON Feed": (
        {"version": "https://jsonfeed.org/version/1.1", "title": "Blatt", "items": [
            {"id": "4", "title": "Lob", "content_html": f"<p>{TEXT}</p>", "date_published": "2025-09-04T08:00:00+02:00"}]},
        ("4", "Lob", "Blatt"),
    ),
    "WordPress": (
        [{"id": 5, "date": "2025-09-04T08:00:00", "link": "https://b.example/5", "title": {"rendered": "Lob &#8211; Kenia"},
          "content": {"rendered": f"<p>{TEXT}</p>"}}],
        ("5", "Lob – Kenia", None),
    ),
    "blocks": (
        [{"_id": "6", "title": "Lob", "datePublished": 1756972800000, "outlet": "Blatt", "body": [
            {"type": "text", "text": TEXT}, {"type": "image", "text": "Bild"}]}],
        ("6", "Lob", "Blatt"),
    ),
    "search engine": ({"hits": {"hits": [{"_id": "7", "_source": {"title": "Lob", "text": TEXT, "date": "2025-09-04"}}]}}, ("7", "Lob", None)),
    "export of MongoDB": ([{"_id": {"$oid": "8"}, "date": {"$date": "2025-09-04T00:00:00Z"}, "text": TEXT}], ("8", None, None)),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_known_shapes(tmp_path: Path, shape: str) -> None:
    value, (identifier, title, outlet) = SHAPES[shape]
    (made,) = found(tmp_path, value)
    assert isinstance(made, Article), made
    assert (made.id, made.title, made.outlet, made.date) == (identifier, title, outlet, DAY)
    assert made.text.startswith(TEXT)
    assert "<" not in made.text
    assert "Werbung" not in made.text
    assert "blatt.tv" not in made.text


def test_scripts_bytes_and_lines(tmp_path: Path) -> None:
    record = json.dumps({"id": "r", "text": TEXT, "date": "2025-09-04"}, ensure_ascii=False)
    for name, content in (
        ("a.js", f"// Daten\nvar news = [{record}];"),
        ("b.js", f"export const NEWS = [{{_id: 'r', text: '{TEXT}', date: new Date('2025-09-04T10:53:55Z'),}},];"),
        ("c.json", f"\ufeff[{record}]"),
        ("d.jsonl", f"[\n{record}\n]"),
        ("e.json", f"{record}\n{record.replace('r', 'r2', 1)}"),
        ("f.unknown", f"[{record}]"),
        ("g.txt", f"[{record}]"),
    ):
        made = found(tmp_path, content, name)[0]
        assert isinstance(made, Article), (name, made)
        assert (made.text, made.date) == (TEXT, DAY), name


def test_an_unknown_shape_is_named_with_its_fields(tmp_path: Path) -> None:
    (refused,) = found(tmp_path, {"meta": {"n": 1}, "rows": [{"fliesstext": TEXT, "am": "2025-09-04"}]})
    assert isinstance(refused, Unreadable)
    assert "rows.fliesstext" in refused.reason
    assert "--field text=NAME" in refused.reason
    (made,) = found(
        tmp_path,
        {"rows": [{"inneres": {"fliesstext": TEXT}, "am": "2025-09-04"}]},
        text="inneres.fliesstext",
        date="am",
    )
    assert isinstance(made, Article)
    assert (made.text, made.date) == (TEXT, DAY)
    for value in ("[]", "{}", "[1, 2]", '"text"', "[[[[]]]]", '[{"a": 1}]'):
        (refused,) = found(tmp_path, value)
        assert isinstance(refused, Unreadable)
        assert "no articles in this JSON" in refused.reason


def test_records_without_a_text_are_named_beside_the_others(tmp_path: Path) -> None:
    records = [
        {"title": "Politik", "text": "", "url": "https://b.example/1"},
        {"title": "Lob", "text": TEXT, "url": "https://b.example/2"},
    ]
    empty, made = found(tmp_path, records)
    assert isinstance(empty, Unreadable)
    assert "empty" in empty.reason
    assert isinstance(made, Article)


def test_headlines_alone_are_articles_with_a_warning(tmp_path: Path) -> None:
    ticker = {"source": "Blatt", "articles": [
        {"title": "Schweiz lobt Kenia", "lead": "", "url": "https://b.example/", "date": "Gestern, 14:23"},
        {"title": "Peru warnt Chile", "lead": "", "url": "https://b.example/", "date": "Gestern, 14:06"}]}  # fmt: skip
    first, second = found(tmp_path, ticker)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert {first.id, second.id} == {"a-1", "a-2"}, "one address for both is no id"
    assert first.outlet == "Blatt"
    assert first.date is None
    assert "only a headline is in this record" in first.warnings


def test_a_withdrawn_message_is_not_read(tmp_path: Path) -> None:
    (refused,) = found(
        tmp_path,
        {"urn": "u", "article_html": f"<p>{TEXT}</p>", "pubstatus": "canceled", "version_created": "2025-09-04"},
    )
    assert isinstance(refused, Unreadable)
    assert "withdrawn" in refused.reason


@pytest.mark.parametrize("content", ["[" * 5000, '{"a":' * 5000, "[1", '{"text": "x"', "{]", f'[{{"text": "{TEXT}"}},'])
def test_broken_json_is_named(tmp_path: Path, content: str) -> None:
    (refused,) = found(tmp_path, content)
    assert isinstance(refused, Unreadable)
    assert "broken JSON" in refused.reason


def test_user_fields() -> None:
    assert user_fields(["text=maintext,date=day", "id=nr"]) == {"text": "maintext", "date": "day", "id": "nr"}
    for wrong in ("text", "text=", "author=x"):
        with pytest.raises(ArticleError, match="PART=NAME"):
            user_fields([wrong])


def test_a_table_by_the_users_names(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"nr,fliesstext,am\n1,{TEXT},2025-09-04\n", "utf8")
    (made,) = read([path], {"text": "fliesstext", "date": "am"})
    assert isinstance(made, Article)
    assert (made.id, made.text, made.date) == ("1", TEXT, DAY)
    (refused,) = read([path], {"text": "volltext"})
    assert isinstance(refused, Unreadable)
    assert "no column 'volltext'" in refused.reason
