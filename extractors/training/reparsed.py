"""python -m extractors.training.reparsed PIPELINE RAW OUT [--words N]: raw sentences as a pipeline itself parses them, as a DocBin.

When a finished pipeline is trained on with new trees, these keep it where it was on everything else (Li and Hoiem 2016, "Learning
without forgetting"). RAW is a file of one sentence a line; one to three of them make a doc, so that the parser does not
forget where sentences end. No lemmas: edit trees would be learnt from their own errors.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.pipeline import fast_products
from extractors.training.moods import decide_all
from extractors.training.silver import Row, write

SHORTEST, LONGEST = 5, 60  # words of a sentence


def rows(doc: Doc) -> list[Row]:
    """The analysis of one sentence, heads counted from 1."""
    return [
        (
            token.text, token.pos_, str(token.morph), token.tag_, token.dep_,
            token.ent_iob_ + (f"-{token.ent_type_}" if token.ent_type_ else ""),
            0 if token.head.i == token.i else token.head.i + 1,
        )
        for token in doc
    ]  # fmt: skip


def parsed(nlp: Language, lines: list[str]) -> Iterator[list[Row]]:
    """The lines that the pipeline takes for one sentence, analysed."""
    for doc in nlp.pipe(lines, batch_size=256):
        roots = sum(token.head.i == token.i for token in doc)
        if SHORTEST <= len(doc) <= LONGEST and roots == 1 and not any(token.is_space for token in doc):
            yield rows(decide_all(doc))


def main(pipeline: str, raw: Path, out: Path, limit: int) -> None:
    """Write the DocBin and print its size."""
    nlp = spacy.load(pipeline)
    fast_products(nlp)
    lines = raw.read_text(encoding="utf8").splitlines()
    random.Random(0).shuffle(lines)
    write(parsed(nlp, lines), out, limit)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pipeline")
    parser.add_argument("raw", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=300_000)
    arguments = parser.parse_args()
    main(arguments.pipeline, arguments.raw, arguments.out, arguments.words)
