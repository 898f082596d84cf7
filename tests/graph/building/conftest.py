"""Small corpora of ours, and builds of them as a user starts them."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.newsroom import write

ROOT = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "-c", "from graph.cli import main; main()"]


def build(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A build to its end."""
    line = [*COMMAND, "build", *map(str, arguments)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)


def started(*arguments: str | Path) -> "subprocess.Popen[str]":
    """A build that goes on, and that Ctrl-C reaches even where the tests themselves run in a shell's background, which ignores it."""
    line = [*COMMAND, "build", *map(str, arguments)]

    def listen() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    return subprocess.Popen(
        line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=listen
    )


def exported(store: Path) -> bytes:
    """The store as N-Quads."""
    line = [*COMMAND, "export", "--store", str(store), "-o", str(store.with_suffix(".nq"))]
    subprocess.run(line, cwd=ROOT, capture_output=True, check=True)
    return store.with_suffix(".nq").read_bytes()


def told(report: Path) -> list[dict[str, object]]:
    """The lines of a report, as far as it is written."""
    if not report.exists():
        return []
    return [json.loads(line) for line in report.read_text("utf8").splitlines(keepends=True) if line.endswith("\n")]


def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Short articles for three commits."""
    file = tmp_path_factory.mktemp("corpus") / "news.jsonl"
    write(file, 600, sentences=1)
    return file


@pytest.fixture(scope="session")
def whole(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The N-Quads of the corpus, built in one process without a break."""
    store = tmp_path_factory.mktemp("whole") / "kg"
    done = build(corpus, "--store", store, "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return exported(store)
