"""Links of real news, judged by a reader: `links.tsv` has article, offsets, actor and verdict of 200 drawn by a seed, and no text.

A link judged right must still be made, one judged wrong need not. `python -m tests.extractors.actors.test_links SEED` draws others to
be judged, with their sentences.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from spacy.language import Language

import extractors
from extractors import Article
from extractors.mention import MentionKind
from extractors.reading import read

ARTICLES = Path(__file__).parents[4] / "shared" / "news" / "raw.jsonl"
JUDGED = Path(__file__).with_name("links.tsv")
# Actors that no table has, each judged: an actor, none, or the double of another one.
UNLINKED = Path(__file__).with_name("unlinked.tsv")
DRAWN, MOST_WRONG, AROUND = 200, 0.02, 60


class Link(NamedTuple):
    """A mention of an article, by its offsets in the text, linked to an actor of the tables."""

    article: str
    begin: int
    end: int
    actor: str


def judged() -> dict[Link, bool]:
    """The links that a reader judged, and whether they are right."""
    lines = [line.split("\t") for line in JUDGED.read_text("utf8").splitlines() if not line.startswith("#")]
    return {Link(article, int(b), int(e), actor): verdict == "right" for article, b, e, actor, verdict in lines}


def links(nlp: Language, articles: list[Article]) -> Iterator[Link]:
    """The links of some articles to actors of the tables; a pronoun is no link of a name."""
    for article in articles:
        doc = nlp.make_doc(article.text)
        doc._.article, doc._.date = article, article.date
        for mention in nlp(doc)._.mentions:
            if mention.kind is not MentionKind.PRONOUN:
                yield from (Link(article.id, mention.begin, mention.end, a.id) for a in mention.actors if a.known)


def test_few_links_are_wrong() -> None:
    verdicts = list(judged().values())
    assert len(verdicts) == DRAWN
    assert verdicts.count(False) / len(verdicts) <= MOST_WRONG


def test_few_unlinked_actors_are_none_or_double() -> None:
    lines = [line for line in UNLINKED.read_text("utf8").splitlines() if not line.startswith("#")]
    verdicts = [line.split("\t")[1].split()[0] for line in lines]
    assert len(verdicts) == DRAWN
    assert verdicts.count("none") <= 2
    assert verdicts.count("double") <= 4


@pytest.mark.slow
@pytest.mark.skipif(not ARTICLES.is_file(), reason="the articles are not here")
def test_what_was_right_is_still_linked(nlp: Language) -> None:
    right = [link for link, is_right in judged().items() if is_right]
    read_again = {link.article for link in right[: DRAWN // 4]}
    articles = [a for a in read([ARTICLES]) if isinstance(a, Article) and a.id in read_again]
    found = set(links(nlp, articles))
    lost = [link for link in right if link.article in read_again and link not in found]
    assert len(lost) <= 1, lost


def main(seed: str) -> None:
    """Print links drawn by a seed with what stands around them; the text is for the reader, not for the file."""
    articles = {a.id: a for a in read([ARTICLES]) if isinstance(a, Article)}
    found = sorted(set(links(extractors.load("de"), list(articles.values()))))
    for link in random.Random(seed).sample(found, DRAWN):
        text = articles[link.article].text
        around = f"{text[max(0, link.begin - AROUND) : link.begin]}[{text[link.begin : link.end]}]{text[link.end :][:AROUND]}"
        print(*link, " ".join(around.split()), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
