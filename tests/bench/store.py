"""Bulk loading, questions and memory against rdflib's own store: `python -m tests.bench.store [STATEMENTS]`.

The same quads go into both. Each side runs in a process of its own, so that the peak of its memory is its own; a question that
rdflib does not answer in time counts with the time it was given.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from graph.knowledge import KnowledgeGraph
from graph.queries import asked
from graph.rdf.articles import article_lines
from graph.rdf.descriptions import described, description_lines
from graph.rdf.nquads import read
from graph.storage.ask import PROLOGUE
from tests.bench.synthetic import extractions

QUESTIONS = ("hosts-in-period", "visits-in-period", "mediators", "planned-meetings", "sources-quoted", "places")
GIVEN = {"since": "2016", "until": "2021-06"}
SECONDS = 120.0


def memory() -> float:
    """The resident memory of this process now, in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def timed(work: Callable[[], object], repeats: int = 3) -> float:
    """The median of the seconds that some runs take."""
    seconds = []
    for _ in range(repeats):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)


def ours(statements: int, address: str | None) -> dict[str, float]:
    """Load and ask through the knowledge graph, in memory or in a folder."""
    made = list(extractions(statements))
    before = memory()
    graph = KnowledgeGraph(address)
    started = time.perf_counter()
    graph.load(made)
    found = {"load": time.perf_counter() - started, "memory": memory() - before}
    for name in QUESTIONS:
        found[name] = timed(lambda name=name: graph.question(name, GIVEN))
    started = time.perf_counter()
    graph.export(Path(tempfile.gettempdir()) / "bench.ttl")
    found["turtle"] = time.perf_counter() - started
    return found


def theirs(statements: int) -> dict[str, float]:
    """Load with `add` and ask with rdflib's engine; making the terms is timed too, as it is on our side."""
    import rdflib
    from pyoxigraph import Literal

    made = list(extractions(statements))
    before = memory()
    graph = rdflib.Graph(bind_namespaces="none")
    started = time.perf_counter()
    lines = [*(line for e in made for line in article_lines(e)), *description_lines(described(made).values())]
    for quad in read("".join(lines)):
        value = quad.object
        if isinstance(value, Literal):
            kind = None if value.language else rdflib.URIRef(value.datatype.value)
            term = rdflib.Literal(value.value, lang=value.language, datatype=kind)
        else:
            term = rdflib.URIRef(value.value)  # type: ignore[union-attr]
        graph.add((rdflib.URIRef(quad.subject.value), rdflib.URIRef(quad.predicate.value), term))  # type: ignore[union-attr]
    found = {"load": time.perf_counter() - started, "memory": memory() - before}
    known = KnowledgeGraph()
    for name in QUESTIONS:
        sparql = PROLOGUE + asked(known, name, GIVEN)
        started = time.perf_counter()
        thread = threading.Thread(target=lambda sparql=sparql: list(graph.query(sparql)), daemon=True)
        thread.start()
        thread.join(SECONDS)
        found[name] = time.perf_counter() - started
        if thread.is_alive():
            break
    return found


def main() -> None:
    """Print both sides and their ratios as a table."""
    statements = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        side = sys.argv[2]
        with tempfile.TemporaryDirectory() as folder:
            found = theirs(statements) if side == "rdflib" else ours(statements, folder if side == "folder" else None)
        print(json.dumps(found))
        return
    sides = {}
    for side in ("memory", "folder", "rdflib"):
        line = [sys.executable, "-m", "tests.bench.store", str(statements), side]
        sides[side] = json.loads(subprocess.run(line, check=True, capture_output=True, text=True).stdout)
    print(f"{statements:,} statements{'':12} memory   folder   rdflib   rdflib/memory   rdflib/folder")
    for name in ("load", "memory", *QUESTIONS, "turtle"):
        values = [sides[side].get(name, float("nan")) for side in ("memory", "folder", "rdflib")]
        unit = "MiB" if name == "memory" else "s"
        ratios = [values[2] / max(value, 1e-9) for value in values[:2]]
        print(f"{name:20}{unit:4}" + "".join(f"{v:9.2f}" for v in values) + "".join(f"{r:16.1f}" for r in ratios))


if __name__ == "__main__":
    main()
