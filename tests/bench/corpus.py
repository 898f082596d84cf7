"""Building a corpus: `python -m tests.bench.corpus [PART …]`, parts `speed`, `workers`, `growth`, `triples`, `killed`; all by default.

speed    end to end against bare spaCy with the same trained components, by processor time: words a second, ratio (aim 0.70).
workers  two processes against one, by the clock, from the first stored batch on; wants a quiet machine (aim 1.6).
growth   20,000 articles against 2,000: peak memory (aim 1.2), and the last thousand against the first (aim 1.1).
triples  beside textacy's subject-verb-object triples, on the same parses.
killed   5,000 short articles, the build killed three times at random and resumed: the same bytes as uninterrupted.
"""

import argparse
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import extractors
from tests.bench.newsroom import Newsroom, write

COMMAND = [sys.executable, "-c", "from graph.cli import main; main()"]
PARTS = ("speed", "workers", "growth", "triples", "killed")


def measured(*arguments: Path | str) -> dict[str, Any]:
    """The figures of one build in a process of its own (`tests.bench.build`), with one thread: a second one spins and counts as work."""
    line = [sys.executable, "-m", "tests.bench.build", *map(str, arguments)]
    single = os.environ | {"OMP_NUM_THREADS": "1"}
    return dict(json.loads(subprocess.run(line, check=True, capture_output=True, text=True, env=single).stdout))


def speed(folder: Path, articles: int = 1500) -> None:
    """End to end against the bare parse, as spaCy loads the pipeline and with the faster products that ours has."""
    file = folder / "speed.jsonl"
    write(file, articles)
    for bare, name in (("bare", "bare spaCy"), ("fast", "bare spaCy with our matrix products")):
        found = measured(file, folder / bare, bare)
        ours, theirs = (found["words"] / found[key] for key in ("seconds", "bare"))
        print(f"speed    {ours:,.0f} words/s end to end, {theirs:,.0f} {name}, ratio {ours / theirs:.2f}")


def stored(report: Path) -> int:
    """Articles that are in the store already, by the report."""
    return report.read_bytes().count(b"\n") if report.exists() else 0


def rate(file: Path, folder: Path, jobs: int, articles: int) -> float:
    """Articles a second by the clock, from the first stored batch to the end."""
    report = folder / f"rate-{jobs}-{random.random()}.jsonl"
    store = report.with_suffix("")
    arguments = ["build", str(file), "--store", str(store), "--jobs", str(jobs), "--report", str(report)]
    process = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.DEVNULL)
    while not (first := stored(report)):
        time.sleep(0.02)
    started = time.perf_counter()
    while (last := stored(report)) < articles and process.poll() is None:
        time.sleep(0.02)
    seconds = time.perf_counter() - started
    process.wait()
    return (last - first) / seconds


def workers(folder: Path, repeats: int = 2) -> None:
    """Two processes against one, in turns."""
    file, articles = folder / "workers.jsonl", 1500
    write(file, articles)
    one, two = [], []
    for _ in range(repeats):
        one.append(rate(file, folder, 1, articles))
        two.append(rate(file, folder, 2, articles))
    print(f"workers  {max(one):.1f} articles/s with one, {max(two):.1f} with two, ratio {max(two) / max(one):.2f}")


def growth(folder: Path, few: int = 2000, many: int = 20_000) -> None:
    """Memory and cost as a build goes on."""
    runs = []
    for number in (few, many):
        file = folder / f"growth-{number}.jsonl"
        write(file, number)
        runs.append(measured(file, folder / f"growth-{number}"))
    small, large = (run["peak"] for run in runs)
    print(f"growth   peak {small:,.0f} MiB for {few:,}, {large:,.0f} MiB for {many:,}, ratio {large / small:.2f}")
    marks: list[tuple[int, float, float]] = [(0, 0.0, 0.0), *runs[1]["marks"]]
    # The store tidies its files in a thread of its own: that is processor time which nobody waits for while a core is free.
    for kind, name in ((2, "by the clock"), (1, "of all threads")):
        costs = [(b[kind] - a[kind]) / (b[0] - a[0]) * 1e6 for a, b in itertools.pairwise(marks)]
        print(f"         µs a word {name}, by thousands of articles: {' '.join(f'{cost:.0f}' for cost in costs)}")
        print(f"         last thousand against first {costs[-1] / costs[0]:.2f}")


def triples(articles: int = 300) -> None:
    """Our actors and statements, and textacy's triples, on the same parses."""
    from textacy.extract.triples import subject_verb_object_triples

    nlp = extractors.load("de")
    with nlp.select_pipes(disable=["actors", "statements"]):
        docs = list(nlp.pipe(article.text for article in Newsroom().articles(articles)))
    words = sum(len(doc) for doc in docs)
    started = time.process_time()
    theirs = sum(len(list(subject_verb_object_triples(doc))) for doc in docs)
    between = time.process_time()
    ours = 0
    for doc in docs:
        for name in ("actors", "statements"):
            nlp.get_pipe(name)(doc)
        ours += len(doc._.statements)
    ended = time.process_time()
    print(f"triples  textacy {theirs:,} triples of words, {(between - started) / words * 1e6:.1f} µs a token")
    print(f"         ours {ours:,} statements of linked actors, {(ended - between) / words * 1e6:.1f} µs a token")


def killed(folder: Path, articles: int = 5000, times: int = 3, seed: int = 7) -> None:
    """The bytes after kills at random moments against those of one build."""
    file = folder / "killed.jsonl"
    write(file, articles, sentences=3)
    chance = random.Random(seed)
    whole, broken = folder / "whole", folder / "broken"
    subprocess.run([*COMMAND, "build", str(file), "--store", str(whole)], check=True, stdout=subprocess.DEVNULL)
    report = folder / "killed-report.jsonl"
    line = [*COMMAND, "build", str(file), "--store", str(broken), "--report", str(report)]
    points = sorted(chance.randrange(articles // 20, articles) for _ in range(times))
    for point in points:
        report.unlink(missing_ok=True)
        process = subprocess.Popen(line, stdout=subprocess.DEVNULL)
        while stored(report) < point and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.random())
        process.send_signal(signal.SIGKILL)
        process.wait()
        print(f"killed   with about {stored(report):,} of {articles:,} articles stored (exit {process.returncode})")
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    for store in (whole, broken):
        export = [*COMMAND, "export", "-o", f"{store}.nq", "--store", str(store)]
        subprocess.run(export, check=True, stdout=subprocess.DEVNULL)
    one, other = (Path(f"{store}.nq").read_bytes() for store in (whole, broken))
    print(
        f"         {len(one):,} bytes of N-Quads, {'the same' if one == other else 'NOT the same'} after the resumed build"
    )


def main() -> None:
    """Run the parts that are asked for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    wanted = arguments.parse_args().parts or PARTS
    if unknown := set(wanted) - set(PARTS):
        arguments.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory() as name:
        for part in wanted:
            if part == "triples":
                triples()
            else:
                {"speed": speed, "workers": workers, "growth": growth, "killed": killed}[part](Path(name))


if __name__ == "__main__":
    main()
