"""python -m tests.bench.speed SHARED [REPEATS]: words a second of the whole pipeline beside the parse alone, in one run.

Prints the ratio of all components to those before `actors`, and what actors and statements cost of the parse time.
"""

import sys
import time
from pathlib import Path

import extractors
from extractors import Article
from extractors.reading import read


def main(shared: str, repeats: str = "8") -> None:
    nlp = extractors.load("de")
    folder = Path(shared) / "gold"
    found = [
        a for a in read([folder / "paris-2025-09-04.txt", folder / "dev-articles.jsonl"]) if isinstance(a, Article)
    ]
    texts = [a for _ in range(int(repeats)) for a in found]

    def docs() -> list[object]:
        made = []
        for article in texts:
            doc = nlp.make_doc(article.text)
            doc._.date, doc._.article = article.date, article
            made.append(doc)
        return made

    def seconds(disabled: list[str]) -> float:
        with nlp.select_pipes(disable=disabled):
            batch = docs()
            started = time.process_time()
            for _ in nlp.pipe(batch):
                pass
            return time.process_time() - started

    seconds([])  # warms caches; processor time, so that other work on the machine does not count
    parse = min(seconds(["actors", "statements"]) for _ in range(3))
    linked = min(seconds(["statements"]) for _ in range(3))
    whole = min(seconds([]) for _ in range(3))
    words = sum(len(nlp.make_doc(a.text)) for a in texts)
    print(f"parse {words / parse:,.0f} words/s, whole {words / whole:,.0f} words/s, ratio {parse / whole:.2f}")
    print(f"actors cost {(linked - parse) / parse:.0%} of the parse, statements {(whole - linked) / parse:.0%}")


if __name__ == "__main__":
    main(*sys.argv[1:])
