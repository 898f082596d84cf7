"""The arrays of `teacher_corpus.py` as padded batches, and scores on them."""
# mypy: ignore-errors
# torch is no dependency of the package, so its types are unknown where the checks run.

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

MASK, WORD_START = 2, 1 << 15
CLASSES = ("pos", "feats", "tag", "ner")
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
Arrays = dict[str, NDArray[np.int64]]


def load_arrays(path: Path) -> Arrays:
    """The arrays of a file with the places where sentences begin added."""
    arrays: Arrays = {name: array.astype(np.int64) for name, array in np.load(path).items()}
    arrays["starts"] = np.cumsum(arrays["lengths"]) - arrays["lengths"]
    first = np.cumsum(np.append(0, arrays["pieces"] >= WORD_START))
    arrays["word_counts"] = first[arrays["starts"] + arrays["lengths"]] - first[arrays["starts"]] - 1
    arrays["word_starts"] = np.cumsum(arrays["word_counts"]) - arrays["word_counts"]
    return arrays


def up(size: int, step: int) -> int:
    """The next multiple of `step`: few different shapes keep a GPU's allocator and kernels warm."""
    return -(-int(size) // step) * step


def batches(
    arrays: Arrays, numbers: NDArray[np.int64], subwords: int, shuffle: bool
) -> Iterator[tuple[NDArray[np.int64], dict[str, Tensor]]]:
    """Sentences of similar length, padded; words are shifted by one for the root."""
    lengths, starts = arrays["lengths"], arrays["starts"]
    order = numbers[np.argsort(lengths[numbers] + (np.random.rand(len(numbers)) * 6 if shuffle else 0), kind="stable")]
    groups: list[list[int]] = [[]]
    for number in order:
        if groups[-1] and (len(groups[-1]) + 1) * up(lengths[number], 16) > subwords:
            groups.append([])
        groups[-1].append(int(number))
    if shuffle:
        np.random.shuffle(groups)  # type: ignore[arg-type]
    for group in groups:
        ids = np.zeros((len(group), up(lengths[group].max(), 16)), dtype=np.int64)
        for k, n in enumerate(group):
            ids[k, : lengths[n]] = arrays["pieces"][starts[n] : starts[n] + lengths[n]]
        begins = [np.flatnonzero(row >= WORD_START) for row in ids]
        words = up(max(map(len, begins)), 8)
        first, last = (np.zeros((len(group), words), dtype=np.int64) for _ in range(2))
        present = np.zeros((len(group), words), dtype=bool)
        for k, (n, where) in enumerate(zip(group, begins, strict=True)):
            first[k, : len(where)], present[k, : len(where)] = where, True
            last[k, : len(where)] = np.append(where[1:], lengths[n]) - 1
        made = {"ids": ids & (WORD_START - 1), "first": first, "last": last, "present": present}
        for layer in ("head", "dep", *CLASSES):
            if layer in arrays:
                made[layer] = np.full((len(group), words), -1, dtype=np.int64)
                for k, n in enumerate(group):
                    at, size = arrays["word_starts"][n], arrays["word_counts"][n]
                    made[layer][k, 1 : 1 + size] = arrays[layer][at : at + size]
        yield (
            np.array(group),
            {name: torch.from_numpy(array).to(DEVICE, non_blocking=True) for name, array in made.items()},
        )


def spans(names: list[str], marks: NDArray[np.int64], ends: NDArray[np.int64]) -> set[tuple[int, int, str]]:
    """Entities as (begin, end, label) of a run of BIO marks; `ends` are the places after a sentence's last word."""
    found, begin, label, borders = set(), 0, "", set(ends.tolist())
    for i, mark in enumerate([*(names[m] if m >= 0 else "O" for m in marks), "O"]):
        if label and (mark[0] != "I" or mark[2:] != label or i in borders):
            found.add((begin, i, label))
            label = ""
        if mark[0] != "O" and not label:
            begin, label = i, mark[2:]
    return found


def report(
    name: str,
    labels: dict[str, list[str]],
    arrays: Arrays,
    numbers: NDArray[np.int64],
    guess: dict[str, NDArray[np.int64]],
) -> None:
    """Print the scores on one set: attachment without punctuation, morphology, entities."""
    gold = {
        layer: np.concatenate(
            [
                arrays[layer][arrays["word_starts"][n] : arrays["word_starts"][n] + arrays["word_counts"][n]]
                for n in numbers
            ]
        )
        for layer in ("head", "dep", *CLASSES)
    }
    line = f"{name:12}"
    scored = (gold["head"] >= 0) & (gold["dep"] != labels["dep"].index("punct"))
    if scored.any():
        right = gold["head"] == guess["head"]
        line += f" UAS {100 * right[scored].mean():.2f} LAS {100 * (right & (gold['dep'] == guess['dep']))[scored].mean():.2f}"
    for layer in ("pos", "feats", "tag"):
        if (gold[layer] >= 0).any():
            line += f" {layer} {100 * (gold[layer] == guess[layer])[gold[layer] >= 0].mean():.2f}"
    if (gold["ner"] >= 0).any():
        ends = np.cumsum(arrays["word_counts"][numbers])
        a, b = (spans(labels["ner"], marks["ner"], ends) for marks in (gold, guess))
        line += f" NER {200 * len(a & b) / (len(a) + len(b)):.2f}"
    print(line, flush=True)
