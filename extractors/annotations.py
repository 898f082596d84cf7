"""What our components leave on a spaCy `Doc`: `doc._.date`, `doc._.article`, `doc._.mentions` and `doc._.statements`.

A `Doc` travels as msgpack (`to_bytes`, `DocBin`, the processes of `nlp.pipe`), which knows text, numbers, lists and dictionaries,
and no classes of ours. So in `doc.user_data` stand such plain values, each actor once, and they become dataclasses when asked for.
A field that is added to a dataclass travels with it, if it is a plain value.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from spacy.tokens import Doc

from extractors.article import Article
from extractors.mention import Mention, MentionKind
from extractors.statement import Polarity, Span, Statement, Status
from ontology.actor import Actor, ActorKind, Place, Spelling

# A dataclass as msgpack takes it; what it refers to is a number in a list beside it.
Row = dict[str, Any]
Thing = TypeVar("Thing")
DATE, ARTICLE, MENTIONS, STATEMENTS = (f"diplograph.{name}" for name in ("date", "article", "mentions", "statements"))
SPANS = ("evidence", "subject_span", "object_span")
NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in (Article, Mention, Statement, Actor, Place)}


def register() -> None:
    """Give every `Doc` our attributes; again does no harm."""
    Doc.set_extension("date", getter=_date, setter=_set_date, force=True)
    Doc.set_extension("article", getter=_article, setter=_set_article, force=True)
    Doc.set_extension("mentions", getter=_mentions, setter=_set_mentions, force=True)
    Doc.set_extension("statements", getter=_statements, setter=_set_statements, force=True)


class _Plain(dict[str, Any]):
    """Plain values, for msgpack a dictionary, that in this process remember what they were made of: asking costs nothing."""

    def __init__(self, values: Row, made_of: Any) -> None:
        super().__init__(values)
        self.made_of = made_of

    def __reduce__(self) -> tuple[type[dict[str, Any]], tuple[Row]]:
        return dict, (dict(self),)


def _row(value: Any) -> Row:
    return {name: getattr(value, name) for name in NAMES[type(value)]}


class _Shelf:
    """Rows of things, each once, found by number."""

    def __init__(self, row: Callable[[Any], Row]) -> None:
        self.row = row
        self.rows: list[Row] = []
        self.numbers: dict[int, int] = {}

    def number(self, thing: object) -> int | None:
        """Where a thing stands; None for None. By identity, which is quick and enough: an equal one stands there twice."""
        if thing is None:
            return None
        found = self.numbers.get(id(thing))
        if found is None:
            found = self.numbers[id(thing)] = len(self.rows)
            self.rows.append(self.row(thing))
        return found


def _actors(rows: Iterable[Row]) -> list[Actor]:
    return [
        Actor(**{**row, "kind": ActorKind(row["kind"]), "names": tuple(Spelling(*name) for name in row["names"])})
        for row in rows
    ]


def _date(doc: Doc) -> datetime.date | None:
    """The article's day, None where nobody set one."""
    told = doc.user_data.get(DATE)
    return datetime.date.fromisoformat(told) if told else None


def _set_date(doc: Doc, day: datetime.date | None) -> None:
    doc.user_data[DATE] = day.isoformat() if day else None


def _article_row(article: Article) -> Row:
    return {**_row(article), "date": article.date.isoformat() if article.date else None}


def _article_of(row: Row) -> Article:
    day = datetime.date.fromisoformat(row["date"]) if row["date"] else None
    changes = tuple((name, number) for name, number in row["changes"])
    return Article(**{**row, "date": day, "warnings": tuple(row["warnings"]), "changes": changes})


def _article(doc: Doc) -> Article | None:
    """The article that the doc is of, None where nobody set one."""
    held = doc.user_data.get(ARTICLE)
    return held.made_of if isinstance(held, _Plain) else _article_of(held) if held else None


def _set_article(doc: Doc, article: Article | None) -> None:
    doc.user_data[ARTICLE] = _Plain(_article_row(article), article) if article else None


def _mentions(doc: Doc) -> tuple[Mention, ...]:
    """The mentions by where they begin; none before the component `actors` ran."""
    held = doc.user_data.get(MENTIONS)
    if isinstance(held, _Plain) or not held:
        return held.made_of if held else ()
    actors = _actors(held["actors"])
    return tuple(
        Mention(
            **{
                **row,
                "kind": MentionKind(row["kind"]),
                "actors": tuple(actors[i] for i in row["actors"]),
                "represents": _at(actors, row["represents"]),
            }
        )
        for row in held["mentions"]
    )


def _set_mentions(doc: Doc, mentions: Iterable[Mention]) -> None:
    made, actors = tuple(mentions), _Shelf(_row)
    rows = [
        {
            **_row(mention),
            "actors": [actors.number(actor) for actor in mention.actors],
            "represents": actors.number(mention.represents),
        }
        for mention in made
    ]
    doc.user_data[MENTIONS] = _Plain({"actors": actors.rows, "mentions": rows}, made)


def _statements(doc: Doc) -> tuple[Statement, ...] | None:
    """The statements in the order of the text; None before the component `statements` ran."""
    held = doc.user_data.get(STATEMENTS)
    if isinstance(held, _Plain) or held is None:
        return held.made_of if held else None
    actors, places = _actors(held["actors"]), [Place(**row) for row in held["places"]]
    articles = [_article_of(row) for row in held["articles"]]
    return tuple(_statement(row, articles, actors, places) for row in held["statements"])


def _statement(row: Mapping[str, Any], articles: list[Article], actors: list[Actor], places: list[Place]) -> Statement:
    return Statement(
        **{
            **row,
            "article": articles[row["article"]],
            "subject": actors[row["subject"]],
            "object": actors[row["object"]],
            "source": _at(actors, row["source"]),
            "place": _at(places, row["place"]),
            "polarity": Polarity(row["polarity"]),
            "status": Status(row["status"]),
            "reasons": tuple(row["reasons"]),
            **{name: Span(*row[name]) for name in SPANS},
        }
    )


def _at(things: list[Thing], number: int | None) -> Thing | None:
    return None if number is None else things[number]


def _set_statements(doc: Doc, statements: Iterable[Statement] | None) -> None:
    if statements is None:
        doc.user_data[STATEMENTS] = None
        return
    made, articles, actors, places = tuple(statements), _Shelf(_article_row), _Shelf(_row), _Shelf(_row)
    rows = [
        {
            **_row(statement),
            "article": articles.number(statement.article),
            "subject": actors.number(statement.subject),
            "object": actors.number(statement.object),
            "source": actors.number(statement.source),
            "place": places.number(statement.place),
            **{name: (getattr(statement, name).begin, getattr(statement, name).end) for name in SPANS},
        }
        for statement in made
    ]
    held = {"articles": articles.rows, "actors": actors.rows, "places": places.rows, "statements": rows}
    doc.user_data[STATEMENTS] = _Plain(held, made)
