"""The tasks under way, in their order: how many are ahead of the next one to be committed, and what has come back of each."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.building.task import Result, Task, failure

Done = tuple[Task, tuple[Result, ...]]


@dataclass(slots=True)
class Pending:
    """A task that was given out: its results by the position of their first article, and how many are still to come."""

    task: Task
    missing: int = 1
    results: dict[int, Result] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """What one worker has at hand: a task, or one article of a task that a worker died of."""

    of: Pending
    task: Task
    position: int = 0


class Window:
    """At most `size` tasks between the next one to be committed and the last one given out, which bounds the memory."""

    def __init__(self, tasks: Iterable[Task], size: int) -> None:
        """Tasks are taken from the stream only as there is room."""
        self._tasks = iter(tasks)
        self._size = size
        self._pending: deque[Pending] = deque()
        self._alone: deque[Share] = deque()

    def __bool__(self) -> bool:
        """Whether anything was given out and not yet committed."""
        return bool(self._pending)

    @property
    def ready(self) -> bool:
        """Whether the first task is complete."""
        return bool(self._pending) and not self._pending[0].missing

    def give(self) -> Share | None:
        """The next work for a worker, None where there is no room or nothing left. A task without articles needs no worker."""
        if self._alone:
            return self._alone.popleft()
        while len(self._pending) < self._size:
            task = next(self._tasks, None)
            if task is None:
                return None
            pending = Pending(task, 1 if task.articles else 0)
            self._pending.append(pending)
            if task.articles:
                return Share(pending, task)
        return None

    def put(self, share: Share, result: Result) -> None:
        """Take a result."""
        share.of.results[share.position] = result
        share.of.missing -= 1

    def lose(self, share: Share, reason: str) -> None:
        """The worker died: each article is tried alone, so that one cannot take its neighbours along; a single one has failed."""
        if len(share.task.articles) == 1:
            self.put(share, failure(share.task.articles[0], reason))
            return
        share.of.missing += len(share.task.articles) - 1
        for position, article in enumerate(share.task.articles):
            task = Task(share.task.number, (article,), {article.id: share.task.origins[article.id]})
            self._alone.append(Share(share.of, task, position))

    def done(self) -> Iterator[Done]:
        """The first tasks, as far as they are complete."""
        while self.ready:
            pending = self._pending.popleft()
            yield pending.task, tuple(pending.results[position] for position in sorted(pending.results))
