"""`diplograph follow`: feeds into a store, day by day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import Literal

from extractors.article import Article
from extractors.pipeline import PipelineError
from extractors.reading import Unreadable, contents, marked
from graph.building import Builder, Here, Outcome, Settings, WorkerError
from graph.building.report import Tally
from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, complain, output, plain
from graph.knowledge import KnowledgeGraph
from graph.services.seen import Feed, Seen, SeenError
from graph.services.web import PAUSE, FetchError, Web
from graph.storage.backend import StoreError
from ontology.vocabulary import relations

ADDRESSES = ("http://", "https://")
# New statements that are shown; all are in the store.
SHOWN = 40
NEW = """SELECT ?subject ?relation ?object ?polarity ?status ?evidence ?article {{ VALUES ?id {{ {ids} }}
  ?a dcterms:identifier ?id . ?st prov:wasDerivedFrom ?a ; rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ;
  dg:polarity ?polarity ; dg:status ?status ; dg:evidence ?evidence . BIND(?id AS ?article)
  FILTER(?relation != dg:represents)
  OPTIONAL {{ ?s skos:prefLabel ?subjectLabel FILTER(LANG(?subjectLabel) = "{lang}") }}
  OPTIONAL {{ ?o skos:prefLabel ?objectLabel FILTER(LANG(?objectLabel) = "{lang}") }}
  OPTIONAL {{ ?s skos:prefLabel ?anySubject }} OPTIONAL {{ ?o skos:prefLabel ?anyObject }}
  BIND(COALESCE(?subjectLabel, ?anySubject) AS ?subject) BIND(COALESCE(?objectLabel, ?anyObject) AS ?object)
}} ORDER BY ?article ?evidence"""


def follow(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED", help="Addresses of feeds: RSS, Atom, JSON Feed.")],
    store: Store = DEFAULT_STORE,
    seen: Annotated[
        Path | None,
        typer.Option(metavar="FILE.json", help="Where it keeps what it has seen. Default: beside the store."),
    ] = None,
    pages: Annotated[
        bool, typer.Option("--pages", metavar="", help="Fetch the page of each new entry, for its whole text.")
    ] = False,
    pause: Annotated[float, typer.Option(min=0, max=60, help="Seconds between two requests to one host.")] = PAUSE,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Fetch feeds, build what is new in them, and print it: made for cron.

    robots.txt is honoured; a feed that has not changed is not sent again. What it has tried it does not try again.

    Exit codes: 0 ok, also where nothing is new; 1 a feed or entry could not be had; 2 usage, or the store.

    Example: diplograph follow https://www.tagesschau.de/infoservices/alle-meldungen-100~rss2.xml --store kg/

    Example: diplograph follow $(cat feeds.txt) --store kg/ --lang en
    """
    for feed in feeds:
        if not feed.lower().startswith(ADDRESSES):
            raise UserError(f"{feed}: follow takes addresses; diplograph build reads files")
    if seen is None and store.startswith(ADDRESSES):
        raise UserError("give --seen FILE.json: beside an endpoint nothing can be kept")
    settings, tally, today = Settings(), Tally(), date.today()
    try:
        known = Seen.read(seen or Path(f"{store.rstrip('/')}.follow.json"))
        with Web(pause) as web, KnowledgeGraph(store) as graph:
            found = marked(_new(web, feeds, known, pages, today), graph.fingerprints())
            built = []
            for entry in Builder(graph, settings).build(found, Here(settings)):
                tally.count(entry)
                if entry.reason:
                    complain(f"{entry.name}: {entry.reason}")
                if entry.outcome in (Outcome.BUILT, Outcome.REBUILT) and entry.article:
                    built.append(entry.article)
            known.write(today)
            _show(graph, built, lang)
    except (FetchError, PipelineError, SeenError, StoreError, WorkerError) as error:
        raise UserError(str(error)) from error
    if tally.outcomes[Outcome.UNREADABLE] or tally.outcomes[Outcome.FAILED]:
        raise typer.Exit(1)


def _new(web: Web, feeds: list[str], known: Seen, pages: bool, today: date) -> Iterator[Article | Unreadable]:
    """The entries of all feeds that were not seen, each once."""
    told: set[str] = set()
    for url in feeds:
        feed = known.of(url)
        try:
            answer = web.fetch(url, feed.etag, feed.modified)
        except FetchError as error:
            yield Unreadable(url, str(error))
            continue
        feed.etag, feed.modified = answer.etag, answer.modified
        for one in contents(answer.content, answer.suffix, url) if answer.content is not None else ():
            yield from _entry(web, one, feed, told, pages, today)


def _entry(
    web: Web, one: Article | Unreadable, feed: Feed, told: set[str], pages: bool, today: date
) -> Iterator[Article | Unreadable]:
    name = one.name if isinstance(one, Unreadable) else one.id
    if not feed.show(name, today) or name in told:
        return
    told.add(name)
    if isinstance(one, Article) and pages and one.url:
        yield _whole(web, one)
    else:
        yield one


def _whole(web: Web, entry: Article) -> Article | Unreadable:
    """The article of an entry's page, under the entry's id; the entry itself where its page is not to be had."""
    try:
        answer = web.fetch(str(entry.url))
    except FetchError as error:
        return replace(entry, warnings=(*entry.warnings, f"its page is not read: {error}"))
    page = next(iter(contents(answer.content or b"", answer.suffix or ".html", answer.url)), None)
    if not isinstance(page, Article) or len(page.text) < len(entry.text):
        return entry
    return replace(page, id=entry.id, date=entry.date or page.date, outlet=entry.outlet or page.outlet, url=entry.url)


def _show(graph: KnowledgeGraph, built: list[Article], lang: str) -> None:
    """What is new: statements by article."""
    console = output()
    if not built:
        console.print("nothing new")
        return
    by_id = {article.id: article for article in built}
    ids = " ".join(str(Literal(identifier)) for identifier in sorted(by_id))
    rows = list(dict.fromkeys(graph.query(NEW.format(ids=ids, lang=lang)).rows))
    console.print(f"{len(built):,} new articles, {len(rows):,} statements")
    for subject, relation, target, polarity, status, evidence, identifier in rows[:SHOWN]:
        name = relation.rpartition("#")[2]
        label = relations()[name].label(lang) if name in relations() else name
        told = [
            part
            for value, usual in ((polarity, "affirmed"), (status, "actual"))
            if (part := value.rpartition("#")[2]) != usual
        ]
        remark = f" ({', '.join(told)})" if told else ""
        article = by_id[identifier]
        where = ", ".join(
            part for part in (article.outlet, article.date and article.date.isoformat(), article.url) if part
        )
        console.print(plain(f"\n{subject} – {label} – {target}{remark}"), soft_wrap=True)
        console.print(plain(f"  „{evidence}“"), soft_wrap=True)
        console.print(plain(f"  {where}"), soft_wrap=True)
    if len(rows) > SHOWN:
        console.print(f"\nand {len(rows) - SHOWN:,} more")
