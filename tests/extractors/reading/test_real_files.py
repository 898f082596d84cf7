"""The real files of `../shared/files`: each read right, or refused with the reason. What they hold stays there: only figures stand here."""

import re
from pathlib import Path

import pytest

from extractors.article import Article
from extractors.reading import Unreadable, read

# File: articles, inputs that are none, how many are without a date, the first day and the last one, and words of the reason for what is none.
TABLE = {
    "atom_beispiel.xml": (1, 1, 0, "2026-07-30", "2026-07-30", "no text"),
    "bom-zeit-2019-11-13.json": (5, 25, 0, "2019-11-12", "2019-11-13", "no text"),
    "dpa-digitalwires-tvo-pol.json": (1, 0, 0, "2024-09-24", "2024-09-24", ""),
    "dpa-tvo-pol.iptc7901": (1, 0, 0, "2024-09-24", "2024-09-24", ""),
    "dpa-tvo_pol.newsml-g2.xml": (1, 0, 0, "2024-09-24", "2024-09-24", ""),
    "dpa-weblines-2016-11-11.js": (24, 0, 0, "2016-11-11", "2016-11-11", ""),
    "epoch-ms-taz.json": (10, 0, 1, "2016-12-16", "2023-05-14", ""),
    "fang-covid-410.json": (1, 0, 0, "2020-12-18", "2020-12-18", ""),
    "fundus-EuronewsDE.expected.json": (2, 0, 0, "2024-04-30", "2026-01-06", ""),
    "fundus-EuronewsDE_2026_01_06.html.gz": (1, 0, 0, "2026-01-06", "2026-01-06", ""),
    "fundus-NTV_2025_12_12.html.gz": (1, 0, 0, "2025-12-12", "2025-12-12", ""),
    "fundus-SRF_2024_04_15.html.gz": (1, 0, 0, "2024-04-15", "2024-04-15", ""),
    "hugo-toml-chinderzytig-taiwan.md": (1, 0, 0, "2022-08-03", "2022-08-03", ""),
    "jekyll-trends-2024-06-14-russland-ukraine.md": (1, 0, 0, "2024-06-14", "2024-06-14", ""),
    "krone-2022.html": (1, 0, 0, "2022-01-03", "2022-01-03", ""),
    "latin1-badische-zeitung.html": (1, 0, 0, "2023-10-18", "2023-10-18", ""),
    "latin1-die-tagespost.html": (1, 0, 0, "2020-04-24", "2020-04-24", ""),
    "lossy-anchors-spiegel-2024-12.json": (150, 0, 0, "", "", ""),
    "news-please-sample.json": (0, 1, 0, "", "", "no pipeline"),
    "newsapi-org-news_de.js": (20, 0, 0, "2021-05-18", "2021-05-18", ""),
    "nzz-2018-11-29-fixtures.js": (6, 0, 0, "2018-11-15", "2018-11-29", ""),
    "presseportal-api-get_stories.json": (1, 0, 0, "2020-07-02", "2020-07-02", ""),
    "rdf-orf_news.xml": (3, 0, 0, "2026-07-30", "2026-07-30", ""),
    "rss-parser-deutschlandfunk-nachrichten.json": (30, 0, 0, "", "", ""),
    "rss2-deutschlandfunk-nachrichten.xml": (30, 0, 0, "", "", ""),
    "rss2-spiegel.xml": (30, 0, 0, "", "", ""),
    "rss2-tagesschau.xml": (40, 0, 0, "", "", ""),
    "scrapy-german-news-krone.json": (1, 0, 0, "2022-01-03", "2022-01-03", ""),
    "scrapy-german-news-tagesschau-2019.json": (1, 0, 0, "2019-02-24", "2019-02-24", ""),
    "spiegel-2022-09-23-armenien.html": (1, 0, 0, "2022-09-23", "2022-09-23", ""),
    "srf-ticker-relative-dates.json": (3, 0, 3, "", "", ""),
    "tagesschau-2019.html": (1, 0, 0, "2019-02-24", "2019-02-24", ""),
    "tagesschau-api2-homepage-2023-01-07.json": (26, 0, 0, "", "", ""),
    "tagesschau-dump-2025-03-14-article_5.md": (1, 0, 0, "2025-03-14", "2025-03-14", ""),
    "tagesschau-flattened-database-2022-11-22.json": (76, 0, 0, "", "", ""),
    "wikinews-quotation-soleimani-2020.json": (1, 0, 0, "2020-01-05", "2020-01-05", ""),
}
# What no article's text may hold: tags, entities, signs that nobody sees, ligatures, a line's end in a word, an interface's mark.
LEFT = re.compile(
    r"</?[a-z]+[ >]|&(?:#\d+|[a-z]+);|[\u00ad\u200b-\u200f\u2060\ufeff\ufb00-\ufb06\x80-\x9f]|\w-\n|\[\+\d+ chars\]|\[mehr\]|\ufffd"
)


def test_the_table_is_whole(shared: Path) -> None:
    assert {path.name for path in (shared / "files").iterdir()} - {"README.md"} == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_read_right_or_refused_with_the_reason(shared: Path, name: str) -> None:
    articles, refused, undated, first, last, reason = TABLE[name]
    found = list(read([shared / "files" / name]))
    made = [one for one in found if isinstance(one, Article)]
    reasons = [one.reason for one in found if isinstance(one, Unreadable)]
    assert (len(made), len(reasons)) == (articles, refused), reasons[:3]
    assert all(reason in told for told in reasons)
    days = sorted(one.date.isoformat() for one in made if one.date)
    assert len(made) - len(days) == undated
    assert not first or (days[0], days[-1]) == (first, last)
    for one in made:
        assert not (left := LEFT.search(one.text)), one.text[max(0, left.start() - 40) : left.end() + 40]
        assert one.title or name.startswith("bom-zeit"), "sections of that site have no headline"
        assert one.text != one.title or "only a headline is in this record" in one.warnings
        assert one.text.count("\n") == 2 * one.text.count("\n\n")
