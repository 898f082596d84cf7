"""One build in a process of its own, measured from inside: `python -m tests.bench.build FILE.jsonl STORE`, or `bare` for STORE.

Prints JSON: words, processor seconds after the pipeline is loaded, those after each thousand articles, and the peak of memory in
MiB. `bare` is spaCy's own `nlp.pipe` with the trained components of the same pipeline and nothing else.
"""

import json
import resource
import sys
import time
from pathlib import Path

import extractors
from extractors.article import Article
from extractors.reading import read
from graph.building import Builder, Here, Settings
from graph.store import KnowledgeGraph

OURS = ("paragraphs", "lemmas", "adjectives", "actors", "statements")
THOUSAND = 1000


def ours(file: Path, store: str) -> dict[str, object]:
    """The whole build: read, extract, check, write."""
    settings = Settings()
    words = 0
    marks: list[tuple[int, float]] = []
    extractors.load("de")
    started = time.process_time()
    with KnowledgeGraph(store) as graph:
        builder = Builder(graph, settings)
        for number, entry in enumerate(builder.build(read([file]), Here(settings)), start=1):
            assert entry.made
            words += entry.made.words
            if number % THOUSAND == 0:
                marks.append((words, time.process_time() - started))
    return {"words": words, "seconds": time.process_time() - started, "marks": marks}


def bare(file: Path) -> dict[str, object]:
    """The parse alone, texts from the same file."""
    nlp = extractors.load("de")
    texts = [article.text for article in read([file]) if isinstance(article, Article)]
    started = time.process_time()
    with nlp.select_pipes(disable=OURS):
        for _ in nlp.pipe(texts):
            pass
    return {"words": sum(len(text.split()) for text in texts), "seconds": time.process_time() - started}


def main(file: str, store: str) -> None:
    """Print the figures."""
    found = bare(Path(file)) if store == "bare" else ours(Path(file), store)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found | {"peak": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:3])
