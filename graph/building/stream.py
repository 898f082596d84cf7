"""The stream of a build: chunks of what was read, those of them that are not yet in the store, extracted, written, told."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from extractors.article import Article
from extractors.reading import Unreadable
from graph.building.identity import compared, stored
from graph.building.origin import Origins, Settings
from graph.building.task import Made, Result, Task
from graph.building.workers import WorkerError, Workers
from graph.rdf.batch import Origin, merged
from graph.storage.store import ArticleStore

# A chunk ends with so many articles or characters: enough for the pipeline to be at full speed, little enough to lose.
ARTICLES, CHARACTERS = 32, 200_000
# Finished chunks are committed with so many articles, or after so many seconds: what a crash can lose.
COMMITTED, SECONDS = 256, 5.0


class Outcome(StrEnum):
    """What became of an input."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    OLDER = "unchanged, older extractor"
    REBUILT = "rebuilt"
    FAILED = "failed"
    UNREADABLE = "not read"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a report: the article's id, or the name of an input that gave none, with what was made or why nothing was."""

    name: str
    outcome: Outcome
    article: Article | None = None
    made: Made | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """What was read, in order, with the outcome of what needs no work; of the rest, what is already there to be replaced."""

    found: tuple[Article | Unreadable, ...]
    settled: dict[str, Outcome]
    known: frozenset[str]
    origins: dict[str, Origin]

    def task(self, number: int) -> Task:
        """The work that is left."""
        articles = tuple(a for a in self.found if isinstance(a, Article) and a.id not in self.settled)
        return Task(number, articles, {article.id: self.origins[article.id] for article in articles})


class _Waiting:
    """Chunks that are finished and not yet in the store. Few large commits cost a store much less than many small ones."""

    def __init__(self, graph: ArticleStore) -> None:
        self.graph = graph
        self.replaced = False
        self._clear()

    def _clear(self) -> None:
        self.chunks: list[tuple[Chunk, tuple[Result, ...]]] = []
        self.articles = 0
        self.since = time.monotonic()

    def add(self, chunk: Chunk, results: tuple[Result, ...]) -> None:
        self.chunks.append((chunk, results))
        self.articles += len(chunk.found)

    @property
    def due(self) -> bool:
        return self.articles >= COMMITTED or time.monotonic() - self.since > SECONDS

    def commit(self) -> Iterator[Entry]:
        """Write them, then tell what became of each input."""
        chunks = self.chunks
        made = merged([result.batch for _, results in chunks for result in results])
        known = {identifier for chunk, _ in chunks for identifier in chunk.known}
        self.replaced = self.graph.write(made, known) or self.replaced
        self._clear()
        for chunk, results in chunks:
            yield from entries(chunk, results)


class Builder:
    """Builds what was read into a graph, in order, each article whole; whenever the process ends, the next build goes on."""

    def __init__(self, graph: ArticleStore, settings: Settings, *, rebuild: bool = False) -> None:
        """With `rebuild` articles are built again that another version of the extractor made.

        Raises `OSError` where the user's files cannot be read.
        """
        self.graph = graph
        self.rebuild = rebuild
        self.origins = Origins(settings)

    def build(self, found: Iterable[Article | Unreadable], workers: Workers) -> Iterator[Entry]:
        """An entry for each input, in order, as soon as it is in the store. Raises `StoreError`, `WorkerError` and what
        `graph.building.task.work` raises.
        """
        chunks: dict[int, Chunk] = {}

        def tasks() -> Iterator[Task]:
            for number, part in enumerate(chunked(found)):
                chunks[number] = self.planned(part)
                yield chunks[number].task(number)

        waiting = _Waiting(self.graph)
        try:
            for task, results in workers.results(tasks()):
                waiting.add(chunks.pop(task.number), results)
                if waiting.due:
                    yield from waiting.commit()
            yield from waiting.commit()
        except (GeneratorExit, KeyboardInterrupt, WorkerError):
            # Stopped by the user, or nobody works any more: what is finished is kept.
            for _ in waiting.commit():
                pass
            raise
        finally:
            if waiting.replaced:
                self.graph.sweep()

    def plan(self, found: Iterable[Article | Unreadable]) -> Iterator[Entry]:
        """What `build` would do with each input; nothing is extracted or written. Raises `StoreError`."""
        for part in chunked(found):
            yield from entries(self.planned(part), ())

    def planned(self, found: tuple[Article | Unreadable, ...]) -> Chunk:
        """The chunk, compared with the store."""
        articles = [article for article in found if isinstance(article, Article)]
        origins = {article.id: self.origins(article) for article in articles}
        there = self.graph.origins(origins)
        settled: dict[str, Outcome] = {}
        for identifier, origin in there.items():
            mine = origins[identifier]
            if origin and origin.content == mine.content and (origin == mine or not self.rebuild):
                settled[identifier] = Outcome.UNCHANGED if origin == mine else Outcome.OLDER
        changed = stored(self.graph, [one for one in there if one not in settled])
        checked = tuple(compared(one, changed) if isinstance(one, Article) else one for one in found)
        return Chunk(checked, settled, frozenset(there), origins)


def chunked(found: Iterable[Article | Unreadable]) -> Iterator[tuple[Article | Unreadable, ...]]:
    """What was read, in chunks. Their borders depend on the input alone: what a pipeline computes may depend on its batch."""
    part: list[Article | Unreadable] = []
    characters = 0
    for one in found:
        part.append(one)
        characters += len(one.text) if isinstance(one, Article) else 0
        if len(part) >= ARTICLES or characters >= CHARACTERS:
            yield tuple(part)
            part, characters = [], 0
    if part:
        yield tuple(part)


def entries(chunk: Chunk, results: Iterable[Result]) -> Iterator[Entry]:
    """The entries of a chunk with its results, or before it has any."""
    made: dict[str, Made] = {}
    failed: dict[str, str] = {}
    for result in results:
        made |= result.made
        failed |= result.failed
    for one in chunk.found:
        if isinstance(one, Unreadable):
            yield Entry(one.name, Outcome.UNREADABLE, reason=one.reason)
        elif one.id in chunk.settled:
            yield Entry(one.id, chunk.settled[one.id], one)
        elif one.id in failed:
            yield Entry(one.id, Outcome.FAILED, one, reason=failed[one.id])
        else:
            outcome = Outcome.REBUILT if one.id in chunk.known else Outcome.BUILT
            yield Entry(one.id, outcome, one, made.get(one.id))
