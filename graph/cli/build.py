"""`diplograph build`: articles into a store."""

import contextlib
import os
import shlex
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO, Annotated

import typer

from extractors.article import Article
from extractors.lexicon import LexiconError
from extractors.pipeline import PipelineError
from extractors.reading import Unreadable, marked, read, user_fields
from graph.building import Builder, Entry, Here, Outcome, Processes, Settings, WorkerError, Workers
from graph.building.cluster import Cluster
from graph.building.report import Tally
from graph.building.stream import ARTICLES
from graph.cli.progress import progress, size, summary
from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, complain, output, plain
from graph.cli.validate import show
from graph.knowledge import KnowledgeGraph
from graph.services.web import FetchError, Web
from graph.storage.backend import StoreError
from graph.validation.shapes import Report
from ontology.errors import InputError
from ontology.whoswho import OwnActorsError, load

# Complaints shown one by one; a report has them all.
COMPLAINTS = 20
# Below so many articles more processes take longer to start than they save.
FEW = 3 * ARTICLES
INTERRUPTED = 130
# Names, and kinds of repairs, that the summary has.
NAMED, CLEANED = 5, 4


def build(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Text, Markdown, HTML, JSON, tables, feeds, WARC, PDF, Word, OpenDocument, mail, .zip and .gz of these; folders,"
            " patterns, addresses, - for standard input.",
        ),
    ],
    store: Store = DEFAULT_STORE,
    pipeline: Annotated[
        str | None, typer.Option(help="Another spaCy pipeline with Universal Dependencies labels.")
    ] = None,
    actors: Annotated[
        Path | None, typer.Option(help="Your own offices beside the who's-who, as CSV (see diplograph actors).")
    ] = None,
    lexicon: Annotated[
        Path | None, typer.Option(help="Your own predicates beside the lexicon (see extractors/lexicon/frames.py).")
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PART=NAME", help="What parts are called in your records and tables: text=maintext,date=day."
        ),
    ] = None,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Leave out statements that are less sure.")] = 0.0,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes that extract. Default: one a core.")] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Extract on a Dask cluster: tcp://HOST:8786.")
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", metavar="", help="Build again what another version of the extractor made.")
    ] = False,
    keep_text: Annotated[
        bool, typer.Option("--keep-text", help="Keep the articles' text in the graph, for reviewers to read and mark.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help="Say what would be built; extract and write nothing.")
    ] = False,
    lang: Lang = DEFAULT_LANG,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="Write one line of JSON an article to this file.")
    ] = None,
) -> None:
    """Read articles, extract their statements and store them, one named graph an article.

    A text file may begin with a line [bold]date 2025-09-04[/bold]; its name is the article's id. A line of JSON is
    {"id", "text", "date", "lang", "title", "url", "outlet"}; a table has such columns. Other names are known too (maintext,
    publishedAt, Volltext …), and --field says those that are not. What is no text (soft hyphens, tags, words parted at line ends,
    headlines, bylines) is taken out once, at reading, and counted in the report. A text that came before, in this build
    or an earlier one, or nearly the same one, is attributed to its outlet too and counts as the same report.

    Batches are stored as they are finished: after Ctrl-C or a crash the same command goes on where it was. Articles that are in
    the store already are left alone, unless their text, date or title, or an option of the extraction, has changed.

    An address is fetched once, as its robots.txt allows; diplograph follow keeps up with feeds.

    What is added is checked against the shapes. Exit codes: 0 ok, 1 something was not read or does not conform, 2 nothing built,
    130 stopped by Ctrl-C.

    Example: diplograph build articles/*.txt --store kg/

    Example: diplograph build "news/**/*.html" feeds/ corpus.jsonl.gz --store kg/ --report report.jsonl

    Example: diplograph build articles/*.txt --store kg/ --lang en

    Example: diplograph build dump.json --field text=fliesstext,date=tag --store kg/
    """
    if jobs is not None and scheduler:
        raise UserError("give either --jobs or --scheduler")
    try:
        fields = user_fields(field or ())
    except InputError as error:
        raise UserError(str(error)) from error
    settings = Settings(pipeline, _path(actors), _path(lexicon), min_confidence, keep_text)
    started = time.perf_counter()
    try:
        with _report(report) as lines, contextlib.ExitStack() as lasting:
            tally = Tally(lines, load(settings.actors).known_to)
            found = _articles(paths, fields, tally, lasting.enter_context(Web()) if _addresses(paths) else None)
            with _graph(store, dry_run) as graph:
                builder = Builder(graph, settings, rebuild=rebuild)
                found = marked(found, graph.fingerprints())
                if dry_run:
                    entries = builder.plan(found)
                else:
                    workers, found = _workers(settings, jobs, scheduler, found)
                    entries = builder.build(found, workers)
                stopped = _follow(entries, tally, progress("reading" if dry_run else "building", size(paths)))
    except (FetchError, LexiconError, OwnActorsError, PipelineError, StoreError, WorkerError) as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"{error.filename or store}: {error.strerror or error}") from error
    _conclude(tally, time.perf_counter() - started, store, dry_run, stopped, lang)


def _path(path: Path | None) -> str | None:
    return str(path) if path else None


def _addresses(paths: list[str]) -> bool:
    return any(path.lower().startswith(("http://", "https://")) for path in paths)


def _fetch(web: Web, url: str) -> tuple[str, bytes, str]:
    found = web.fetch(url)
    return found.url, found.content or b"", found.suffix


def _articles(
    paths: list[str], fields: dict[str, str], tally: Tally, web: Web | None
) -> Iterator[Article | Unreadable]:
    """What was read. Raises `UserError` where no article is in it, before a store is made for nothing."""
    found = read(paths, fields, partial(_fetch, web) if web else None)
    refused: list[Unreadable] = []
    for one in found:
        if isinstance(one, Article):
            return chain(refused, [one], found)
        refused.append(one)
    for unreadable in refused:
        tally.count(Entry(unreadable.name, Outcome.UNREADABLE, reason=unreadable.reason))
    for unreadable in refused[:COMPLAINTS]:
        complain(f"{unreadable.name}: {unreadable.reason}")
    _more(len(refused))
    raise UserError("nothing was built: no article could be read")


def _graph(store: str, dry_run: bool) -> KnowledgeGraph:
    """The store; one that does not exist yet is only imagined in a dry run."""
    if dry_run and not store.startswith(("http://", "https://")) and not Path(store).exists():
        return KnowledgeGraph()
    return KnowledgeGraph(store, read_only=dry_run)


def _workers(
    settings: Settings, jobs: int | None, scheduler: str | None, found: Iterator[Article | Unreadable]
) -> tuple[Workers, Iterator[Article | Unreadable]]:
    """Who extracts, and the stream again, of which the first articles were looked at."""
    if scheduler:
        return Cluster(settings, scheduler), found
    wanted = jobs or _cores()
    if wanted > 1 and jobs is None:
        first = [one for _, one in zip(range(FEW), found, strict=False)]
        found = chain(first, found)
        wanted = wanted if len(first) == FEW else 1
    return (Processes(settings, wanted) if wanted > 1 else Here(settings)), found


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def _report(path: Path | None) -> Iterator[IO[str] | None]:
    if path is None:
        yield None
        return
    with path.open("w", encoding="utf8", errors="replace", buffering=1) as lines:
        yield lines


def _follow(entries: Iterator[Entry], tally: Tally, shown: AbstractContextManager[Callable[[Tally], None]]) -> bool:
    """Count the entries and show how far it is. True where Ctrl-C ended it; what was committed before stays."""
    complaints = 0
    try:
        with contextlib.closing(entries), shown as advance:  # type: ignore[type-var]
            for entry in entries:
                tally.count(entry)
                advance(tally)
                if entry.reason:
                    complaints += 1
                    if complaints <= COMPLAINTS:
                        complain(f"{entry.name}: {entry.reason}")
    except KeyboardInterrupt:
        return True
    finally:
        _more(complaints)
    return False


def _more(complaints: int) -> None:
    if complaints > COMPLAINTS:
        complain(f"and {complaints - COMPLAINTS:,} more; --report FILE.jsonl names them all")


def _first(names: list[str]) -> str:
    """Some names for a message."""
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED:,} more" if len(names) > NAMED else "")


def _conclude(tally: Tally, seconds: float, store: str, dry_run: bool, stopped: bool, lang: str) -> None:
    """The summary, and the exit code."""
    if tally.undated:
        names = ", ".join(tally.first_undated) + (" …" if tally.undated > len(tally.first_undated) else "")
        complain(
            f"no date for {tally.undated} of {tally.built} articles ({names}): their offices are linked by name only"
        )
    if tally.later:
        complain(
            f"{tally.later:,} of {tally.built:,} articles are later than the who's-who, known to {tally.known_to}: offices are linked"
            " less surely; diplograph actors update brings it up to date"
        )
    if tally.replaced:
        complain(f"replaced under a known id, with another text: {_first(tally.replaced)}")
    if tally.cleaned:
        told = ", ".join(f"{name} {times:,}" for name, times in tally.cleaned.most_common(CLEANED))
        complain(
            f"cleaned {tally.cleaned_articles:,} of {tally.built:,} articles ({told}); --report FILE.jsonl has each"
        )
    if older := tally.outcomes[Outcome.OLDER]:
        complain(f"{older:,} articles were made by another version of the extractor; --rebuild makes them anew")
    output().print(summary(tally, seconds, store, dry_run, lang))
    if tally.built and not dry_run:
        place = shlex.quote(store)
        output().print(
            plain(f"next: diplograph explore --store {place} -o graph.html   or   diplograph query --list"),
            soft_wrap=True,
        )
    if stopped:
        complain("stopped; what is finished is stored, and the same command goes on from there")
        raise typer.Exit(INTERRUPTED)
    if tally.violations:
        show(Report(tuple(sorted(tally.violations))))
    if tally.broken or tally.outcomes[Outcome.UNREADABLE] or tally.outcomes[Outcome.FAILED]:
        raise typer.Exit(1)
