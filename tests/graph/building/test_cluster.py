"""Extraction on a Dask cluster: a real scheduler with two worker processes, one of which is killed in the middle."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.reading import marked, read
from graph.building import Builder, Entry, Outcome, Settings
from graph.knowledge import KnowledgeGraph
from tests.graph.building.conftest import build, exported, started, told, until

distributed = pytest.importorskip("distributed")
from graph.building.cluster import Cluster  # noqa: E402  needs Dask


@pytest.fixture
def scheduler() -> Iterator["distributed.LocalCluster"]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        yield cluster


def pids(cluster: "distributed.LocalCluster") -> list[int]:
    """The worker processes, as the scheduler knows them."""
    with distributed.Client(cluster, set_as_default=False) as client:
        return sorted(client.run(os.getpid).values())


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("address", ["folder", "endpoint"])
def test_a_killed_worker_costs_nothing_and_doubles_nothing(
    scheduler: "distributed.LocalCluster", corpus: Path, whole: bytes, tmp_path: Path, address: str,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    store = tmp_path / "kg" if address == "folder" else request.getfixturevalue("endpoint")
    settings = Settings()
    victim = pids(scheduler)[0]
    entries: list[Entry] = []
    stored_before: list[int] = []

    def kill() -> None:
        stored_before.append(len(entries))
        os.kill(victim, signal.SIGKILL)

    threading.Timer(1.0, kill).start()
    with KnowledgeGraph(store) as kg:
        for name in {str(quad.graph_name) for quad in kg.backend.quads()}:
            kg.backend.update(f"DROP SILENT GRAPH {name}")
        workers = Cluster(settings, scheduler.scheduler_address)
        for entry in Builder(kg, settings).build(marked(read([corpus])), workers):
            entries.append(entry)
        kg.export(tmp_path / "out.nq")
    assert [entry.outcome for entry in entries] == [Outcome.BUILT] * 600
    assert len({entry.name for entry in entries}) == 600
    assert (tmp_path / "out.nq").read_bytes() == whole
    assert stored_before[0] < 600, "the build was over before a worker could be killed"
    until(lambda: victim not in pids(scheduler))


CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


def test_a_lost_scheduler_is_named_and_the_build_goes_on_without_it(corpus: Path, whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "cluster.py").write_text(CLUSTER, "utf8")
    line = [sys.executable, str(tmp_path / "cluster.py")]
    with subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as far:
        assert far.stdout is not None
        address = far.stdout.readline().strip()
        report = tmp_path / "report.jsonl"
        process = started(corpus, "--store", tmp_path / "kg", "--scheduler", address, "--report", report)
        until(lambda: told(report) or process.poll() is not None)
        far.kill()
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 2, errors
    assert "the connection to the scheduler was lost" in errors
    assert "Traceback" not in errors
    done = build(corpus, "--store", tmp_path / "kg", "--jobs", "1", "--report", report)
    assert done.returncode == 0
    assert any(line["outcome"] == "unchanged" for line in told(report))
    assert exported(tmp_path / "kg") == whole


def test_a_scheduler_without_workers_is_named() -> None:
    from graph.building import WorkerError

    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=None, host="127.0.0.1") as cluster,
        pytest.raises(WorkerError, match="no workers"),
    ):
        list(Cluster(Settings(), cluster.scheduler_address).results([]))
