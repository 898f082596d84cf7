"""python -m extractors.training.teacher_corpus SHARED TOKENS WORK: everything the teacher reads, as arrays that need no spaCy.

TOKENS is the tokenised raw text, one paragraph a line (`raw_text.py`). Written into WORK:

    pieces.json     the subword vocabulary (byte-pair merges learnt on TOKENS)
    raw.npz         TOKENS as subwords, for masked-word pretraining
    gold.npz        every annotated sentence, training and measuring sets marked by number; what a set lacks is -1
    labels.json     the label inventories and the names of the sets
    silver.npz, silver.txt      sentences of TOKENS to be parsed by the teacher; none is a sentence of a measuring set

A subword is a number below 2**15; the first one of a word has bit 15 set.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.tokens import Doc, DocBin
from tokenizers import Tokenizer
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import WhitespaceSplit
from tokenizers.trainers import BpeTrainer

from extractors.training.convert import sentences, to_doc

PAD, BEGIN, MASK, UNKNOWN = range(4)
WORD_START = 1 << 15
PIECES = 12000
LONGEST_WORD = 8  # subwords; of a longer word the first and last four are read
TRAIN = {
    "treebanks/normalised": ("gsd", "hdt2", "pud", "sig", "docs"),
    "ner/normalised": ("n_germeval", "n_smart", "n_pud"),
}
MEASURE = {"treebanks/normalised": ("dev1", "test1"), "ner/normalised": ("n_dev", "n_test", "n_testnews")}
ENDS = frozenset(".!?")
CLOSING = frozenset("\"“”«»')")
LAYERS = ("head", "dep", "pos", "feats", "tag", "ner")


class Pieces:
    """Words as subword numbers; remembers the words it has seen."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Reads the merges of a trained tokenizer."""
        self.tokenizer = tokenizer
        self.known: dict[str, list[int]] = {}

    def word(self, word: str) -> list[int]:
        """The subwords of a word, never none."""
        found = self.known.get(word)
        if found is None:
            found = self.tokenizer.encode(word).ids or [UNKNOWN]
            if len(found) > LONGEST_WORD:
                found = found[: LONGEST_WORD // 2] + found[-LONGEST_WORD // 2 :]
            found = [found[0] | WORD_START, *found[1:]]
            self.known[word] = found
        return found

    def sentence(self, words: Iterable[str]) -> list[int]:
        """The subwords of a sentence after a BEGIN."""
        return [BEGIN | WORD_START, *(piece for word in words for piece in self.word(word))]


def learn_pieces(tokens: Path, place: Path) -> Pieces:
    """The vocabulary learnt on TOKENS, or the one that lies in `place` already."""
    if not place.exists():
        tokenizer = Tokenizer(BPE(unk_token="<unk>", continuing_subword_prefix="##"))
        tokenizer.pre_tokenizer = WhitespaceSplit()
        trainer = BpeTrainer(
            vocab_size=PIECES,
            special_tokens=["<pad>", "<s>", "<mask>", "<unk>"],
            limit_alphabet=300,
            show_progress=False,
        )
        tokenizer.train([str(tokens)], trainer)
        tokenizer.save(str(place))
    return Pieces(Tokenizer.from_file(str(place)))


def one_sentence(span: Doc) -> tuple[list[str], list[list[str | int | None]]]:
    """Words and, for each, its annotation in the order of LAYERS; None is not annotated."""
    kept = [token for token in span if not token.is_space]
    number = {token.i: k + 1 for k, token in enumerate(kept)}
    rows: list[list[str | int | None]] = []
    for token in kept:
        head: int | None = None
        if token.has_head() and token.dep:
            head = 0 if token.head.i == token.i else number.get(token.head.i)
        rows.append(
            [
                head,
                token.dep_ if head is not None else None,
                token.pos_ or None,
                str(token.morph) if token.has_morph() else None,
                token.tag_ or None,
                (f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O") if token.ent_iob else None,
            ]
        )
    return [token.text for token in kept], rows


def annotated(docs: Iterable[Doc]) -> Iterator[tuple[list[str], list[list[str | int | None]]]]:
    """The sentences of gold docs; a doc without sentence starts is cut at stops, since its entities need no tree."""
    for doc in docs:
        if doc.has_annotation("DEP"):
            yield from (one_sentence(sent.as_doc()) for sent in doc.sents)
            continue
        words, rows = one_sentence(doc)
        for begin, end in pieces_of(words):
            yield words[begin:end], rows[begin:end]


def pieces_of(words: list[str]) -> Iterator[tuple[int, int]]:
    """Begin and end of the sentences in a running text: after a stop and the quotation marks that follow it."""
    begin = 0
    for i, word in enumerate(words):
        if (
            (word in ENDS or (i and word in CLOSING and words[i - 1] in ENDS))
            and not (i + 1 < len(words) and words[i + 1] in CLOSING)
        ) or i - begin >= 100:
            yield begin, i + 1
            begin = i + 1
    if begin < len(words):
        yield begin, len(words)


def silver_sentences(tokens: Path, forbidden: set[str], news: int, more: int) -> list[list[str]]:
    """Whole sentences of the raw text: all of its first `news` lines, then a sample of `more` from the rest."""
    seen = set(forbidden)
    found: tuple[list[list[str]], list[list[str]]] = ([], [])
    for number, line in enumerate(tokens.open(encoding="utf8")):
        words = line.split()
        for begin, end in pieces_of(words):
            part = words[begin:end]
            text = " ".join(part)
            if (
                4 <= len(part) <= 45
                and part[0][0].isupper()
                and (part[-1] in ENDS or part[-1] in CLOSING)
                and text not in seen
            ):
                seen.add(text)
                found[number >= news].append(part)
    random.Random(0).shuffle(found[1])
    return found[0] + found[1][:more]


def main(shared: Path, tokens: Path, work: Path, own: list[Path], more: int) -> None:
    """Write all arrays and print their sizes."""
    work.mkdir(parents=True, exist_ok=True)
    pieces = learn_pieces(tokens, work / "pieces.json")
    nlp = spacy.blank("de")
    sets: list[tuple[str, Iterable[Doc]]] = []
    for names in (TRAIN, MEASURE):
        for folder, stems in names.items():
            for stem in stems:
                sets.append((stem, DocBin().from_disk(shared / folder / f"{stem}.spacy").get_docs(nlp.vocab)))
    diplo = shared / "treebanks" / "diplo"
    for name, files in (("diplo", [diplo / "diplo-train.conllu", *own]), ("diplo_dev", [diplo / "diplo-dev.conllu"])):
        sets.append((name, [to_doc(rows, nlp) for path in files for rows in sentences(path)]))
    labels: dict[str, dict[str, int]] = {layer: {} for layer in LAYERS[1:]}
    subwords: list[list[int]] = []
    columns: dict[str, list[int]] = {layer: [] for layer in LAYERS}
    origin: list[int] = []
    forbidden: set[str] = set()
    for number, (name, docs) in enumerate(sets):
        for words, rows in annotated(docs):
            subwords.append(pieces.sentence(words))
            origin.append(number)
            if name in ("diplo_dev", *MEASURE["treebanks/normalised"], *MEASURE["ner/normalised"]):
                forbidden.add(" ".join(words))
            for row in rows:
                for layer, value in zip(LAYERS, row, strict=True):
                    if isinstance(value, str):
                        value = labels[layer].setdefault(value, len(labels[layer]))
                    columns[layer].append(-1 if value is None else value)
    inventory = {layer: list(values) for layer, values in labels.items()}
    (work / "labels.json").write_text(json.dumps({"sets": [name for name, _ in sets], **inventory}), encoding="utf8")
    lengths = np.array([len(s) for s in subwords], dtype=np.int32)
    flat = np.array([p for s in subwords for p in s], dtype=np.uint16)
    arrays: dict[str, Any] = {layer: np.array(values, dtype=np.int16) for layer, values in columns.items()}
    np.savez_compressed(
        work / "gold.npz", pieces=flat, lengths=lengths, origin=np.array(origin, dtype=np.int8), **arrays
    )
    if not (work / "silver.npz").exists():
        silver = silver_sentences(tokens, forbidden, 37800, more)
        (work / "silver.txt").write_text("\n".join(map(" ".join, silver)), encoding="utf8")
        coded = [pieces.sentence(words) for words in silver]
        np.savez_compressed(
            work / "silver.npz",
            pieces=np.array([p for s in coded for p in s], dtype=np.uint16),
            lengths=np.array([len(s) for s in coded], dtype=np.int32),
        )
        with tokens.open(encoding="utf8") as lines:
            raw = [np.array(pieces.sentence(line.split()), dtype=np.uint16) for line in lines]
        np.savez_compressed(work / "raw.npz", pieces=np.concatenate(raw))
        print(len(silver), "silver sentences,", sum(map(len, silver)), "words;", sum(map(len, raw)), "raw subwords")
    print(len(subwords), "annotated sentences", {layer: len(values) for layer, values in labels.items()})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("tokens", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--own", type=Path, nargs="*", default=[], help="further CoNLL-U files in the format of diplo")
    parser.add_argument("--more", type=int, default=110_000, help="silver sentences besides the news")
    arguments = parser.parse_args()
    main(arguments.shared, arguments.tokens, arguments.work, arguments.own, arguments.more)
