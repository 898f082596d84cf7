"""A time limit for work that Oxigraph does outside the interpreter's lock."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float | None, work: Callable[[], T]) -> T:
    """What `work` returns. Raises `TimeoutError` where it takes longer than `seconds`, and whatever `work` raises.

    Oxigraph cannot be told to stop, so late work goes on in a daemon thread, which dies with the process: right for a
    command, bearable in a notebook.
    """
    if seconds is None:
        return work()
    results: list[T] = []
    failures: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as failure:
            failures.append(failure)

    thread = threading.Thread(target=run, daemon=True, name="query")
    thread.start()
    thread.join(seconds)
    if failures:
        raise failures[0]
    if not results:
        raise TimeoutError(f"no answer within {seconds:g} s")
    return results[0]
