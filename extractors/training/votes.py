"""python -m extractors.training.votes PIPELINE SENTENCES.txt TARGET.spacy RECOGNISER [MORE ...]

Raw sentences with the entities that most of several recognisers see: differently seeded and trained on different mixtures, they err in
different places, so that their majority teaches a next one more than each of them learnt from people. Sentences with an entity
that only a minority sees are left out. PIPELINE splits the sentences into words.
"""

import argparse
import warnings
from collections import Counter
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

import extractors.training.callbacks  # noqa: F401  # the configs of half-made pipelines name them
from extractors.pipeline import fast_products

SHORTEST, LONGEST = 30, 400
Entity = tuple[int, int, str]


def seen(recogniser: Path, docs: list[Doc]) -> list[list[Entity]]:
    """The entities of each document as (first token, end, label)."""
    nlp = spacy.load(recogniser)
    fast_products(nlp)
    for name in set(nlp.pipe_names) - {"tok2vec", "ner"}:
        nlp.remove_pipe(name)
    blank = [Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]) for doc in docs]
    return [[(e.start, e.end, e.label_) for e in doc.ents] for doc in nlp.pipe(blank, batch_size=256)]


def decided(votes: Counter[Entity], voters: int) -> list[Entity] | None:
    """The entities of a majority, or None where some see one that none of them overlaps."""
    chosen = [entity for entity, count in votes.items() if 2 * count > voters]
    for first, end, label in votes:
        lone = votes[first, end, label] == 1
        if not lone and not any(first < other_end and other < end for other, other_end, _ in chosen):
            return None
    return chosen


def main(pipeline: Path, sentences: Path, target: Path, recognisers: list[Path]) -> None:
    """Write the sentences on which the recognisers agree."""
    warnings.filterwarnings("ignore", category=UserWarning)
    tokenizer = spacy.load(pipeline).tokenizer
    lines = (line.strip() for line in sentences.read_text(encoding="utf8").splitlines())
    docs = [tokenizer(line) for line in lines if SHORTEST < len(line) < LONGEST]
    votes: list[Counter[Entity]] = [Counter() for _ in docs]
    for recogniser in recognisers:
        for count, entities in zip(votes, seen(recogniser, docs), strict=True):
            count.update(entities)
        print(recogniser)
    kept = DocBin()
    for doc, count in zip(docs, votes, strict=True):
        if (agreed := decided(count, len(recognisers))) is not None:
            doc.ents = [Span(doc, *entity) for entity in agreed]
            kept.add(doc)
    kept.to_disk(target)
    print(f"{len(kept)} of {len(docs)} sentences")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("recognisers", type=Path, nargs="+")
    given = parser.parse_args()
    main(given.pipeline, given.sentences, given.target, given.recognisers)
