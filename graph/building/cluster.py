"""Extraction on a Dask cluster (https://distributed.dask.org): the scheduler's workers extract, this process writes the store.

The workers need the same version of diplograph. A worker that dies is no loss: the scheduler gives its tasks to another one, and
a batch is written here, once, in the order of the articles.
"""

import logging
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

from graph.building.origin import Settings
from graph.building.task import Task, work
from graph.building.window import Done, Share, Window
from graph.building.workers import AHEAD, WorkerError

if TYPE_CHECKING:
    from distributed import Future

CONNECT_SECONDS = 5


class Cluster:
    """The workers of a Dask scheduler."""

    def __init__(self, settings: Settings, address: str) -> None:
        """Connect to the scheduler, such as `tcp://10.0.0.1:8786`. Raises `WorkerError` where that fails."""
        try:
            from distributed import Client
        except ImportError as error:
            raise WorkerError("a cluster needs Dask: pip install 'diplograph[cluster]'") from error
        self.settings = settings
        self.address = address
        # What goes wrong is raised; in Dask's own log it would be a traceback.
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
        try:
            self.client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise WorkerError(f"{address}: no Dask scheduler answers; start one with: dask scheduler") from error

    def results(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Each task with its result; the connection ends with the iteration."""
        threads = sum(self.client.nthreads().values())
        if not threads:
            self.client.close()
            raise WorkerError(
                f"{self.address}: the scheduler has no workers; start some with: dask worker {self.address}"
            )
        window = Window(tasks, threads * AHEAD)
        under_way: list[tuple[Share, Future]] = []
        try:
            while True:
                while share := window.give():
                    under_way.append((share, self._submit(share)))
                if not window:
                    return
                if not window.ready:
                    self._collect(window, *under_way.pop(0))
                yield from window.done()
        finally:
            self.client.close()

    def _submit(self, share: Share) -> "Future":
        # Not pure: two builds of the same article are two tasks.
        return self.client.submit(work, self.settings, share.task, pure=False)

    def _collect(self, window: Window, share: Share, future: "Future") -> None:
        from distributed import KilledWorker

        try:
            window.put(share, future.result())
        except KilledWorker:
            window.lose(share, "several workers of the cluster ended with it")
        except (CancelledError, OSError) as error:
            raise WorkerError(
                f"{self.address}: the connection to the scheduler was lost; what is finished is stored, and the same command"
                " goes on from there"
            ) from error
        except ImportError as error:
            raise WorkerError(f"{self.address}: a worker cannot run diplograph ({error}); install it there") from error
