"""python -m tests.bench.actors SHARED [gold | news/train | news/check]: how well actors are found and linked on gold articles.

Prints the share of gold actors that appear, by kind and under exactly one IRI, the share of known linked actors that no gold name
supports, precision, recall and F1 of `represents`, and what linking takes of the parse's time. Scores alone, no error, so that articles
kept for checking stay unread.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path

import extractors
from extractors import Article
from extractors.extraction import Extraction
from extractors.reading import read
from graph.evaluation import evaluate, read_gold
from graph.evaluation.gold import normal
from graph.evaluation.scores import OFFICES, rates
from graph.knowledge import KnowledgeGraph
from ontology.actor import Actor

# What each set is read from, and its gold.
SETS = {
    "gold": (
        ("gold/paris-2025-09-04.txt", "gold/dev-articles.jsonl"),
        ("gold/paris-gold.jsonl", "gold/dev-gold.jsonl"),
    ),
    "news/train": (("news/train-articles.jsonl",), ("news/train-gold.jsonl",)),
    "news/check": (("news/check-articles.jsonl",), ("news/check-gold.jsonl",)),
}


def names_of(actor: Actor) -> set[str]:
    return {normal(name) for name in actor.spellings("de")}


def linking(articles: list[Article]) -> float:
    """The time of the component `actors` as a share of that of the components before it."""
    nlp = extractors.load("de")
    spent = Counter[str]()
    for article in articles:
        doc = nlp.make_doc(article.text)
        doc._.article, doc._.date = article, article.date
        for name, component in nlp.pipeline:
            began = time.process_time()
            doc = component(doc)
            spent[name] += time.process_time() - began
            if name == "actors":
                break
    return spent["actors"] / (spent.total() - spent["actors"])


def main(shared: str, name: str = "gold") -> None:
    texts, golds = ([Path(shared) / path for path in paths] for paths in SETS[name])
    articles = [a for a in read(texts) if isinstance(a, Article)]
    found: dict[str, Extraction] = {e.article.id: e for e in extractors.extractions(articles, extractors.load("de"))}
    graph = KnowledgeGraph()
    for extraction in found.values():
        graph.replace(extraction)
    wanted, any_of, one_of = Counter[str](), Counter[str](), Counter[str]()
    linked = unsupported = right = wrong = missed = 0
    for path in golds:
        for line in path.read_text(encoding="utf8").splitlines():
            record = json.loads(line)
            gold = [
                (actor["type"], {normal(n) for n in (actor["name"], *actor["names"])}) for actor in record["actors"]
            ]
            for kind, names in gold:
                mine = [actor for actor in found[record["id"]].actors if names_of(actor) & names]
                wanted[kind] += 1
                any_of[kind] += bool(mine)
                one_of[kind] += len(mine) == 1
            ends = {a.id: a for s in found[record["id"]].statements for a in (s.subject, s.object) if a.known}
            linked += len(ends)
            unsupported += sum(not any(names_of(actor) & names for _, names in gold) for actor in ends.values())
        scores = evaluate(graph, read_gold(path))
        counts = scores.counts(OFFICES)
        low, high = scores.interval(OFFICES)
        print(f"{path.name}: represents F1 {scores.rates(OFFICES)[2]:.3f} ({low:.2f}–{high:.2f})")
        right, wrong, missed = (n + count for n, count in zip((right, wrong, missed), counts, strict=True))
    for kind in sorted(wanted):
        print(
            f"{kind}: found {any_of[kind] / wanted[kind]:.3f}, under one IRI {one_of[kind] / wanted[kind]:.3f}, {wanted[kind]} in all"
        )
    print(f"all: found {any_of.total() / wanted.total():.3f}, under one IRI {one_of.total() / wanted.total():.3f}")
    print(f"known actors in statements that gold does not name {unsupported / max(1, linked):.3f} ({linked} in all)")
    precision, recall, f1 = rates(right, wrong, missed)
    print(f"represents P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"linking takes {linking(articles):.3f} of the parse's time")


if __name__ == "__main__":
    main(*sys.argv[1:])
