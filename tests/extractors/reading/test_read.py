"""Reading files: what is read, what is refused and why."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.article import Article
from extractors.reading import Unreadable, read
from extractors.reading.json_files import from_record
from extractors.reading.records import ArticleError, from_text


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "header", ["date 2025-09-04\n", " date 2025-09-04 ", "date: 2025-09-04\n\n", "date\t2025-09-04\t"]
)
def test_date_header(tmp_path: Path, header: str) -> None:
    (article,) = read([write(tmp_path / "a.b.txt", header + "Macron traf Merz.")])
    assert article == Article("a.b", "Macron traf Merz.", date(2025, 9, 4))


def test_text_that_only_begins_like_a_header() -> None:
    assert from_text("date unknown, said the clerk", "x").date is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        ("Präsident".encode("latin1"), "not UTF-8"),
        (b"\x7fELF\0\0", "binary"),
        (b"date 2025-13-45 Text", "no ISO day"),
    ],
)
def test_refused_files(tmp_path: Path, content: bytes, reason: str) -> None:
    bad, good = write(tmp_path / "bad.txt", content), write(tmp_path / "good.txt", "Macron traf Merz.")
    refused, article = read([bad, good])
    assert isinstance(refused, Unreadable)
    assert reason in refused.reason
    assert refused.name == str(bad)
    assert isinstance(article, Article)


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    missing, empty = read([tmp_path / "none.txt", tmp_path])
    assert isinstance(missing, Unreadable)
    assert "no such file" in missing.reason
    assert isinstance(empty, Unreadable)
    assert "no article" in empty.reason


def test_jsonl_goes_on_after_a_broken_line(tmp_path: Path) -> None:
    lines = ['{"id": "a", "text": "Eins."}', "{broken", '["list"]', '{"id": "b"}', '{"id": "a", "text": "Zwei."}']
    lines += [
        '{"id": "c", "text": "Trois.", "lang": "fr"}',
        '{"id": 7, "text": "Sieben.", "date": "2025-09-04T10:00:00+02:00"}',
    ]
    found = list(read([write(tmp_path / "news.jsonl", "\n".join(lines))]))
    articles = [a for a in found if isinstance(a, Article)]
    refused = [r for r in found if isinstance(r, Unreadable)]
    assert [(a.id, a.date) for a in articles] == [("a", None), ("7", date(2025, 9, 4))]
    assert [r.name.rsplit(":", 1)[1] for r in refused] == ["2", "3", "4", "5", "6"]
    assert [
        word in r.reason
        for word, r in zip(["broken JSON", "object", '"text"', "already", "'fr'"], refused, strict=True)
    ] == [True] * 5


def test_control_characters_and_surrogates_become_spaces() -> None:
    article = from_record('{"id": "a\\u0000b", "text": "Macron\\u001b[31m traf\\ud800 Merz", "title": "x\\ny"}')
    assert article.id == "a b"
    assert article.text == "Macron [31m traf Merz"
    assert article.title == "x y"
    article.text.encode()


def test_folder_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.pdf"):
        write(tmp_path / name, "Text.")
    assert [a.id for a in read([tmp_path]) if isinstance(a, Article)] == ["a", "b"]


@settings(deadline=None)
@given(st.text())
def test_any_line_is_an_article_or_an_error(line: str) -> None:
    try:
        article = from_record(line)
    except ArticleError:
        return
    assert article.text
    article.text.encode()


@settings(deadline=None)
@given(st.text(min_size=1), st.text(), st.none() | st.text())
def test_any_record_is_an_article_or_an_error(identifier: str, text: str, day: str | None) -> None:
    try:
        article = from_record(json.dumps({"id": identifier, "text": text, "date": day}))
    except ArticleError:
        return
    assert article.text.strip() == article.text
