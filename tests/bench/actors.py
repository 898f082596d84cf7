"""python -m tests.bench.actors SHARED: how well actors are found and linked on the gold articles.

Prints the share of gold actors that appear under exactly one IRI, the share of known linked actors that no gold name supports, and
precision, recall and F1 of `represents`.
"""

import json
import sys
from pathlib import Path

import extractors
from extractors import Article
from extractors.reading import read
from graph.evaluation import evaluate, read_gold
from graph.evaluation.gold import normal
from graph.knowledge import KnowledgeGraph
from ontology.actor import Actor


def names_of(actor: Actor) -> set[str]:
    return {normal(name) for name in actor.spellings("de")}


def main(shared: str) -> None:
    folder = Path(shared) / "gold"
    articles = [
        a for a in read([folder / "paris-2025-09-04.txt", folder / "dev-articles.jsonl"]) if isinstance(a, Article)
    ]
    found = {e.article.id: e for e in extractors.extractions(articles, extractors.load("de"))}
    one = several = wanted = unsupported = linked = 0
    graph = KnowledgeGraph()
    for extraction in found.values():
        graph.replace(extraction)
    right = wrong = missed = 0
    for name in ("paris-gold.jsonl", "dev-gold.jsonl"):
        for line in (folder / name).read_text(encoding="utf8").splitlines():
            record = json.loads(line)
            gold = {actor["name"]: {normal(n) for n in (actor["name"], *actor["names"])} for actor in record["actors"]}
            actors = found[record["id"]].actors
            for names in gold.values():
                mine = [actor for actor in actors if names_of(actor) & names]
                wanted += 1
                one += len(mine) == 1
                several += len(mine) > 1
            persons = [a for s in found[record["id"]].statements for a in (s.subject, s.object) if a.known]
            linked += len({a.id for a in persons})
            unsupported += len({a.id for a in persons if not any(names_of(a) & names for names in gold.values())})
        scores = evaluate(graph, read_gold(folder / name))
        right, wrong, missed = (
            n + count for n, count in zip((right, wrong, missed), scores.counts("represents"), strict=True)
        )
    print(f"gold actors under one IRI {one / wanted:.3f}, under several {several / wanted:.3f} ({wanted} in all)")
    print(f"known actors in statements that gold does not name {unsupported / max(1, linked):.3f} ({linked} in all)")
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    print(f"represents P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
