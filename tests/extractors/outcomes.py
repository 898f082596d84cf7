"""What the extraction makes of all sentences of ours, right or wrong, as text: frozen in `outcomes.txt`, so that a change shows itself.

python -m tests.extractors.outcomes    # writes the file anew; its diff is part of a change
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

import extractors
from extractors import Article, Statement
from extractors.languages import language
from extractors.languages.tables import rows
from extractors.reading import read

FILE = Path(__file__).with_name("outcomes.txt")
PHENOMENA = Path(__file__).parent / "statements" / "phenomena.txt"
DEMO = Path(__file__).resolve().parents[2] / "graph" / "demo" / "articles"
# How the acceptor's reasons begin.
LEARNED = ("for it: ", "against it: ")
DAY = date(2025, 9, 4)
# The tables whose rows have a sentence, in which column, and the column of what the row is about.
TABLES = {
    "predicates": 6,
    "words": 2,
    "classes": 2,
    "clause_verbs": 2,
    "support_verbs": 2,
    "contractions": 2,
    "strong_verbs": 4,
    "titles": 2,
    "organs": 2,
    "bare_groups": 2,
    "times": 3,
}


def sentences_of(table: str, lang: str = "de") -> Iterator[tuple[int, list[str], str]]:
    """Line, fields and sentence of each row of a table; "" for a row without one."""
    for number, fields in rows(language(lang).folder, f"{table}.tsv"):
        if not fields[0].startswith("@"):
            yield number, fields, fields[TABLES[table]] if len(fields) > TABLES[table] else ""


def phenomena() -> Iterator[str]:
    """The sentences of all phenomena."""
    for line in PHENOMENA.read_text(encoding="utf8").splitlines():
        if line.strip() and not line.startswith(("#", "    ")):
            yield line


def articles() -> Iterator[Article]:
    """All that is frozen: phenomena, the sentences of the tables, the articles of the demo."""
    yield from (Article("phenomena", text, DAY) for text in phenomena())
    for table in TABLES:
        yield from (Article(table, text, DAY) for _, _, text in sentences_of(table) if text)
    for article in read(sorted(DEMO.glob("*.txt"))):
        assert isinstance(article, Article)
        yield article


def parsed(found: list[Article], nlp: Language) -> Iterator[Doc]:
    """The docs of articles, with mentions and statements."""
    docs = []
    for article in found:
        doc = nlp.make_doc(article.text)
        doc._.article, doc._.date = article, article.date
        docs.append(doc)
    yield from nlp.pipe(docs)


def written(doc: Doc) -> Iterator[str]:
    """What an article gave, a line a mention that is somebody and a line a statement."""
    for mention in doc._.mentions:
        if mention.actors:
            actors = " + ".join(actor.label("en") for actor in mention.actors)
            office = f" for {mention.represents.label('en')}" if mention.represents else ""
            place = " place" if mention.place else ""
            name = " ".join(doc.text[mention.begin : mention.end].split())
            yield f"    [{name}] {mention.kind} {actors}{office}{place} {mention.confidence:.3f}"
    for statement in doc._.statements:
        yield f"    {in_words(statement)}"


def in_words(statement: Statement) -> str:
    """A statement with all that rules say of it; its confidence, and what the acceptor says, change with every training."""
    subject, target = statement.subject.label("en"), statement.object.label("en")
    place = statement.place.label("en") if statement.place else "-"
    source = statement.source.label("en") if statement.source else "-"
    ruled = [reason for reason in statement.reasons if not reason.startswith(LEARNED)]
    reasons = f" ({'; '.join(ruled)})" if ruled else ""
    return (
        f"{subject} {statement.relation} {target} | {statement.polarity} {statement.status}"
        f" {statement.date or '-'} {place} | {source} | {statement.rule}{reasons}"
    )


def outcomes(nlp: Language) -> str:
    """The text of the file."""
    lines, group = [], ""
    found = list(articles())
    for article, doc in zip(found, parsed(found, nlp), strict=True):
        if article.id != group:
            group = article.id
            lines += ["", f"# {group}"]
        if "\n" not in article.text:
            lines.append(article.text)
        lines += written(doc)
    return "\n".join(lines[1:]) + "\n"


if __name__ == "__main__":
    FILE.write_text(outcomes(extractors.load()), encoding="utf8")
