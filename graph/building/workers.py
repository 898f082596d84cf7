"""Workers: this process alone, or several beside it. Results come back in the order of the tasks, whoever was faster."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from typing import Any, Protocol

from graph.building.origin import Settings
from graph.building.task import Result, Task, work
from graph.building.window import Done, Share, Window
from ontology.errors import DiplographError

# Tasks under way for each worker: while one is committed the others must not wait.
AHEAD = 3
DEATHS_IN_A_ROW = 4
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class WorkerError(DiplographError):
    """Workers that cannot work; the message says why, and the way out."""


class Workers(Protocol):
    """Whoever extracts."""

    def results(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Each task with its results, in the order of the tasks; tasks are taken only as workers are ready.

        A task has one result, or one an article where a worker died of it. Raises `WorkerError`, and what `work` raises.
        """


class Here:
    """This process: nothing to start, for small builds."""

    def __init__(self, settings: Settings) -> None:
        """The pipeline is loaded with the first task."""
        self.settings = settings

    def results(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Each task with its result."""
        for task in tasks:
            yield task, (work(self.settings, task),) if task.articles else ()


class Processes:
    """Processes of this machine. One that dies is replaced; of its task's articles each is tried alone, once."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        """`jobs` processes, started with the first task."""
        self.settings = settings
        self.jobs = jobs
        self.context = multiprocessing.get_context("spawn")

    def results(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Each task with its results; the processes end with the iteration."""
        # Each worker has a core: linear algebra with threads of its own would make them wait for each other.
        for name in THREADS:
            os.environ.setdefault(name, "1")
        window = Window(tasks, self.jobs * AHEAD)
        workers = [_Worker(self.context, self.settings) for _ in range(self.jobs)]
        deaths = 0
        try:
            while True:
                for worker in workers:
                    worker.take(window)
                if not window:
                    return
                busy = {worker.pipe: worker for worker in workers if worker.share}
                for pipe in wait(list(busy), timeout=0 if window.ready else None):
                    worker = busy[pipe]  # type: ignore[index]
                    if worker.answer(window):
                        deaths = 0
                        worker.take(window)
                        continue
                    deaths += 1
                    if deaths > DEATHS_IN_A_ROW:
                        raise WorkerError(
                            f"{deaths} workers in a row ended ({worker.manner}); where memory is short, try --jobs 1"
                        )
                    workers[workers.index(worker)] = _Worker(self.context, self.settings)
                yield from window.done()
        finally:
            for worker in workers:
                worker.end()


class _Worker:
    """A process, the pipe to it, and what it has at hand."""

    def __init__(self, context: SpawnContext, settings: Settings) -> None:
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, settings), daemon=True)
        self.process.start()
        theirs.close()
        self.share: Share | None = None

    def take(self, window: Window) -> None:
        """Give it work, where it has none and there is some."""
        if self.share is None and (share := window.give()):
            self.share = share
            try:
                self.pipe.send(share.task)
            except OSError:
                # It died waiting; reading from the pipe will tell.
                return

    def answer(self, window: Window) -> bool:
        """Take what it sent; False where it died instead. Raises what `work` raised."""
        share, self.share = self.share, None
        assert share is not None
        try:
            found: Result | Exception = self.pipe.recv()
        except (EOFError, OSError):
            self.end()
            window.lose(share, f"its worker ended ({self.manner})")
            return False
        if isinstance(found, Exception):
            raise found
        window.put(share, found)
        return True

    @property
    def manner(self) -> str:
        """How the process ended: killed for want of memory it says SIGKILL."""
        code = self.process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"

    def end(self) -> None:
        """End it, at once."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _serve(pipe: "Connection[Any, Any]", settings: Settings) -> None:
    """A worker's life: until its pipe is closed, or its parent dies, however that happens."""
    # Ctrl-C reaches the whole group; the parent decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        found: Result | Exception
        try:
            found = work(settings, task)
        except Exception as error:
            found = error
        pipe.send(found)


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
