"""python -m extractors.training.silver WORK OUT [--words N]: the raw sentences that the teacher parsed, as a DocBin.

Kept are sentences whose predicted heads form a tree and of which the teacher is surest; one to three of them make a doc, so that the
parser learns where sentences end, sometimes with a blank line between them. Parts of speech, features, tags, trees and entities are
the teacher's; there are no lemmas.
"""

import argparse
import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

UNSURE = 0.15  # share of sentences left out
BLANK_LINE = 0.1  # share of sentence borders inside a doc that get a blank line
Row = tuple[str, str, str, str, str, str, int]  # word, pos, feats, tag, label, entity, head counted from 1


def is_tree(heads: NDArray[np.int64]) -> bool:
    """Whether heads counted from 1, with 0 for the root, form one tree."""
    if (heads == 0).sum() != 1 or heads.max() > len(heads):
        return False
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = int(heads[at - 1]), steps + 1
        if at:
            return False
    return True


def proper(marks: list[str]) -> list[str]:
    """Entity marks in which nothing continues what has not begun."""
    found: list[str] = []
    for mark in marks:
        if mark[0] == "I" and (not found or found[-1][2:] != mark[2:]):
            mark = "B" + mark[1:]
        found.append(mark)
    return found


def kept(work: Path) -> Iterator[list[Row]]:
    """The sentences that pass, as rows."""
    labels = json.loads((work / "labels.json").read_text(encoding="utf8"))
    parsed = np.load(work / "silver_parsed.npz")
    layers = {name: parsed[name].astype(np.int64) for name in ("head", "pos", "feats", "tag", "dep", "ner")}
    limit = np.quantile(parsed["sure"].astype(np.float32), UNSURE)
    at = 0
    for line, sure in zip((work / "silver.txt").read_text(encoding="utf8").split("\n"), parsed["sure"], strict=True):
        words = line.split(" ")
        place = slice(at, at + len(words))
        at += len(words)
        heads = layers["head"][place]
        if sure < limit or not is_tree(heads):
            continue
        names = {name: [labels[name][k] for k in layers[name][place]] for name in ("pos", "feats", "tag", "dep", "ner")}
        deps = ["ROOT" if head == 0 else dep for head, dep in zip(heads, names["dep"], strict=True)]
        columns = (words, names["pos"], names["feats"], names["tag"], deps, proper(names["ner"]), map(int, heads))
        yield list(zip(*columns, strict=True))


def to_doc(vocab: Vocab, group: list[list[Row]], blank: list[bool]) -> Doc:
    """Sentences as one gold doc; `blank` tells after which a blank line stands."""
    rows: list[Row] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence, line in zip(group, blank, strict=True):
        first = len(rows)
        heads += [first + row[6] - 1 if row[6] else first + k for k, row in enumerate(sentence)]
        rows += sentence
        starts += [k == 0 for k in range(len(sentence))]
        if line:
            heads.append(len(rows) - 1)
            rows.append(("\n\n", "SPACE", "", "_SP", "dep", "O", 0))
            starts.append(False)
    words, pos, feats, tags, deps, entities, _ = (list(column) for column in zip(*rows, strict=True))
    return Doc(
        vocab,
        words=words,
        pos=pos,
        morphs=feats,
        tags=tags,
        heads=heads,
        deps=deps,
        ents=entities,
        sent_starts=starts,
    )


def write(sentences: Iterator[list[Row]], out: Path, limit: int) -> None:
    """Write docs of one to three sentences, some of them with a blank line between, up to `limit` words; print their number."""
    draw = random.Random(0)
    vocab = spacy.blank("de").vocab
    docs, words = DocBin(), 0
    while words < limit:
        group = list(islice(sentences, draw.randint(1, 3)))
        if not group:
            break
        blank = [draw.random() < BLANK_LINE for _ in group[:-1]] + [False]
        docs.add(to_doc(vocab, group, blank))
        words += sum(map(len, group))
    docs.to_disk(out)
    print(f"{words} words in {len(docs)} docs")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=2_000_000)
    arguments = parser.parse_args()
    write(kept(arguments.work), arguments.out, arguments.words)
