"""`diplograph build`: articles into a store."""

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

import extractors
from extractors.pipeline import PipelineError
from extractors.reading import Unreadable, read
from extractors.statement import Extraction
from graph.cli.terminal import DEFAULT_STORE, Store, UserError, complain, messages, output, plain
from graph.cli.validate import show
from graph.store import KnowledgeGraph, StoreError
from graph.validation import validate
from ontology.vocabulary import relations
from ontology.whoswho import OwnActorsError


def build(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Text files, JSON lines, folders of these, or - for standard input."),
    ],
    store: Store = DEFAULT_STORE,
    pipeline: Annotated[
        str | None, typer.Option(help="Another spaCy pipeline with Universal Dependencies labels.")
    ] = None,
    actors: Annotated[
        Path | None, typer.Option(help="Your own offices beside the who's-who, as CSV (see diplograph actors).")
    ] = None,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out statements that are less sure.")] = 0.0,
) -> None:
    """Read articles, extract their statements and store them, one named graph an article.

    A text file may begin with a line [bold]date 2025-09-04[/bold]; its name is the article's id. A line of JSON is
    {"id", "text", "date", "lang", "title", "url"}. Building an article again replaces it.

    What is added is checked against the shapes. Exit codes: 0 ok, 1 something was not read or does not conform, 2 nothing built.

    Example: diplograph build articles/*.txt --store kg/
    """
    articles, refused = _read(paths)
    for unreadable in refused:
        complain(f"{unreadable.name}: {unreadable.reason}")
    if not articles:
        raise UserError("nothing was built: no article could be read")
    undated = [article.id for article in articles if article.date is None]
    if undated:
        shown = ", ".join(undated[:3]) + (" …" if len(undated) > 3 else "")
        complain(
            f"no date for {len(undated)} of {len(articles)} articles ({shown}): their offices are linked by name only"
        )
    try:
        nlp = extractors.load("de", pipeline, actors)
        started = time.perf_counter()
        with KnowledgeGraph(store) as graph:
            tally = _Tally()
            for extraction in _progress(extractors.extractions(articles, nlp), len(articles)):
                kept = [s for s in extraction.statements if s.confidence >= min_confidence]
                graph.replace(Extraction(extraction.article, kept, extraction.actors))
                tally.count(extraction, kept)
            report = validate(graph, [article.id for article in articles])
    except (OwnActorsError, PipelineError, StoreError) as error:
        raise UserError(str(error)) from error
    tally.show(time.perf_counter() - started, len(refused), store)
    if not report.conforms:
        show(report)
    if refused or not report.conforms:
        raise typer.Exit(1)


def _read(paths: list[str]) -> tuple[list[extractors.Article], list[Unreadable]]:
    articles: list[extractors.Article] = []
    refused: list[Unreadable] = []
    for found in read([Path(path) if path != "-" else path for path in paths]):
        if isinstance(found, Unreadable):
            refused.append(found)
        else:
            articles.append(found)
    return articles, refused


def _progress(found: Iterator[Extraction], total: int) -> Iterator[Extraction]:
    console = messages()
    columns = (TextColumn("extracting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("extracting", total=total)
        for extraction in found:
            yield extraction
            bar.advance(task)


class _Tally:
    """Counts for the summary table."""

    def __init__(self) -> None:
        self.articles = self.words = 0
        self.actors: set[str] = set()
        self.relations: Counter[str] = Counter()

    def count(self, extraction: Extraction, statements: list[extractors.Statement]) -> None:
        self.articles += 1
        self.words += len(extraction.article.text.split())
        self.actors.update(actor.id for actor in extraction.actors)
        self.relations.update(statement.relation for statement in statements)

    def show(self, seconds: float, refused: int, store: str) -> None:
        table = Table(title=f"Built {store}", title_justify="left", show_header=False, box=None, pad_edge=False)
        table.add_column()
        table.add_column(justify="right")
        table.add_row("articles", f"{self.articles:,}")
        if refused:
            table.add_row("not read", f"{refused:,}")
        table.add_row("actors", f"{len(self.actors):,}")
        table.add_row("statements", f"{self.relations.total():,}")
        labels = relations()
        for relation, count in sorted(self.relations.items(), key=lambda pair: (-pair[1], pair[0])):
            table.add_row(plain(f"  {labels[relation].label_en}"), f"{count:,}")
        table.add_row("seconds", f"{seconds:.1f}")
        table.add_row("words/s", f"{self.words / max(seconds, 1e-9):,.0f}")
        output().print(table)
