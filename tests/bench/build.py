"""One build in a process of its own, measured from inside: `python -m tests.bench.build FILE.jsonl STORE [bare|fast]`.

Prints JSON: words, processor seconds after the pipeline is loaded, those and seconds by the clock after each thousand articles, and the
peak of memory in MiB. With `bare` each batch goes through spaCy's own `nlp.pipe` too, the trained components of the same pipeline as
spaCy loads them, so that a busy machine slows both alike; that time is told apart. With `fast` these multiply as ours do.
"""

import json
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy

import extractors
from extractors.pipeline import fast_products
from extractors.reading import marked, read
from graph.building import Builder, Here, Settings
from graph.building.task import Task
from graph.building.window import Done
from graph.knowledge import KnowledgeGraph

THOUSAND = 1000


class Beside:
    """Extracts as `Here` does, and measures the bare parse of the same articles beside it."""

    def __init__(self, settings: Settings, *, fast: bool) -> None:
        self.here = Here(settings)
        # As anybody loads it: only its trained components, with the operations that thinc chooses.
        self.nlp = spacy.load(Path(extractors.__path__[0]) / "pipelines" / "de")
        if fast:
            fast_products(self.nlp)
        self.bare = 0.0

    def results(self, tasks: Iterable[Task]) -> Iterator[Done]:
        for task in tasks:
            # In turns: who comes second finds the words of these articles known.
            if task.number % 2:
                self.parse(task)
            done = list(self.here.results([task]))
            if not task.number % 2:
                self.parse(task)
            yield from done

    def parse(self, task: Task) -> None:
        started = time.thread_time()
        for _ in self.nlp.pipe((article.text for article in task.articles), batch_size=32):
            pass
        self.bare += time.thread_time() - started


def main(file: str, store: str, bare: str = "") -> None:
    """Print the figures."""
    settings = Settings()
    extractors.load("de")
    workers = Beside(settings, fast=bare == "fast") if bare else Here(settings)
    words = 0
    marks: list[tuple[int, float, float]] = []
    started, clock = time.process_time(), time.perf_counter()
    with KnowledgeGraph(store) as graph:
        for number, entry in enumerate(Builder(graph, settings).build(marked(read([Path(file)])), workers), start=1):
            assert entry.made
            words += entry.made.words
            if number % THOUSAND == 0:
                marks.append((words, time.process_time() - started, time.perf_counter() - clock))
    seconds = time.process_time() - started
    beside = workers.bare if isinstance(workers, Beside) else 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"words": words, "seconds": seconds - beside, "bare": beside, "marks": marks, "peak": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:4])
