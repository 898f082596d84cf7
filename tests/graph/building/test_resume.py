"""Builds that end before their time, and those that go on from there."""

import contextlib
import os
import random
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.graph.building.conftest import build, exported, started, told, until


def alive(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        # A thread may end between being listed and being read; what it started is its process's still.
        with contextlib.suppress(FileNotFoundError):
            found += map(int, (task / "children").read_text().split())
    return found


def workers_of(pid: int) -> list[int]:
    """Those of them that extract: a spawning parent has a process that tracks its resources, too."""
    found = []
    for child in children(pid):
        with contextlib.suppress(OSError):
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(child)
    return found


def test_two_processes_give_the_same_bytes_as_one(corpus: Path, whole: bytes, tmp_path: Path) -> None:
    done = build(corpus, "--store", tmp_path / "kg", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    assert exported(tmp_path / "kg") == whole


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_three_times_and_resumed_it_gives_the_same_bytes(
    corpus: Path, whole: bytes, tmp_path: Path, jobs: str
) -> None:
    chance = random.Random(int(jobs))
    report = tmp_path / "report.jsonl"
    arguments = (corpus, "--store", tmp_path / "kg", "--jobs", jobs, "--report", report)
    for begun in ((tmp_path / "kg" / "CURRENT").is_file, lambda: told(report), lambda: told(report)):
        report.unlink(missing_ok=True)
        process = started(*arguments)
        until(begun)
        time.sleep(chance.uniform(0, 0.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    # What a build has told is in the store: all of it is kept, however soon it was killed.
    kept = len(told(report))
    done = build(*arguments)
    assert done.returncode == 0, done.stderr
    outcomes = Counter(line["outcome"] for line in told(report))
    assert outcomes.total() == 600
    assert outcomes["unchanged"] >= kept > 0
    assert exported(tmp_path / "kg") == whole


def test_workers_die_with_their_parent(corpus: Path, tmp_path: Path) -> None:
    process = started(corpus, "--store", tmp_path / "kg", "--jobs", "2")
    until(lambda: len(children(process.pid)) >= 2)
    workers = children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    until(lambda: not any(alive(worker) for worker in workers), 10)


def test_a_worker_that_is_killed_is_replaced_and_nothing_is_lost(corpus: Path, whole: bytes, tmp_path: Path) -> None:
    process = started(corpus, "--store", tmp_path / "kg", "--jobs", "2")
    until(lambda: len(workers_of(process.pid)) == 2)
    time.sleep(2)
    assert process.poll() is None
    os.kill(workers_of(process.pid)[0], signal.SIGKILL)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    assert exported(tmp_path / "kg") == whole


def test_ctrl_c_keeps_what_is_finished_and_says_how_to_go_on(corpus: Path, whole: bytes, tmp_path: Path) -> None:
    report = tmp_path / "report.jsonl"
    process = started(corpus, "--store", tmp_path / "kg", "--jobs", "2", "--report", report)
    until(lambda: told(report))
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "goes on from there" in errors
    assert "Traceback" not in errors
    assert build(corpus, "--store", tmp_path / "kg").returncode == 0
    assert exported(tmp_path / "kg") == whole
