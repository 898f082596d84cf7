"""How far a build is, and what it did, on the terminal."""

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rich.console import Group
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from graph.building import Outcome
from graph.building.report import Tally
from graph.cli.terminal import messages, plain
from ontology.vocabulary import relations

# Files that are hardly more than their articles' text.
PLAIN = frozenset((".txt", ".md", ".jsonl", ".ndjson"))


def size(paths: Iterable[str]) -> int | None:
    """The bytes of the inputs, by which the time left is told; None where their articles are less than their bytes."""
    total = 0
    for path in paths:
        place = Path(path)
        for file in place.rglob("*") if place.is_dir() else (place,):
            if file.is_dir():
                continue
            if file.suffix.lower() not in PLAIN or not file.is_file():
                return None
            total += file.stat().st_size
    return total


@contextlib.contextmanager
def progress(doing: str, total: int | None) -> Iterator[Callable[[Tally], None]]:
    """A line on standard error, where that is a terminal; the function brings it up to date. `total` is in bytes."""
    console = messages()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[rate]}"),
    )
    started = time.perf_counter()
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(doing, total=total, rate="")

        def advance(tally: Tally) -> None:
            seconds = time.perf_counter() - started
            rate = f"{tally.words / seconds:,.0f} words/s" if tally.words else ""
            bar.update(task, description=f"{doing}: {tally.articles:,} articles", rate=rate, completed=tally.bytes)

        yield advance


def summary(tally: Tally, seconds: float, store: str, dry_run: bool, lang: str) -> Group:
    """What was built, or would be."""
    # A folder's name is no markup, and may be wider than the table.
    title = plain(f"Would build into {store}" if dry_run else f"Built {store}")
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_row("articles", f"{tally.built:,}")
    for outcome in (Outcome.REBUILT, Outcome.UNCHANGED, Outcome.OLDER, Outcome.FAILED, Outcome.UNREADABLE):
        if tally.outcomes[outcome]:
            label = f"  of these {outcome}" if outcome is Outcome.REBUILT else outcome
            table.add_row(label, f"{tally.outcomes[outcome]:,}")
    if not dry_run:
        table.add_row("statements", f"{tally.relations.total():,}")
        labels = relations()
        for relation, count in sorted(tally.relations.items(), key=lambda pair: (-pair[1], pair[0])):
            table.add_row(plain(f"  {labels[relation].label(lang)}"), f"{count:,}")
        table.add_row("seconds", f"{seconds:.1f}")
        table.add_row("words/s", f"{tally.words / max(seconds, 1e-9):,.0f}")
    return Group(title, table)
