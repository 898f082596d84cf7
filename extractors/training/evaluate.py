"""python -m extractors.training.evaluate PIPELINE SHARED WORK: the figures of a pipeline, as the README of this folder states them.

Syntax on `test1` and on the held-back tenth of diplo, entities on `n_testnews` and that tenth, size, load time, words a second.
"""

import sys
import time
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example

from extractors.pipeline import fast_products

LABELS = ("nsubj", "obj", "nsubj:pass", "obl:agent", "obl:arg", "appos")


def examples(nlp: Language, path: Path) -> list[Example]:
    """The gold documents of a DocBin with the pipeline's analysis of the same tokens."""
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    blank = [
        spacy.tokens.Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        for doc in gold
    ]
    return [Example(predicted, reference) for predicted, reference in zip(nlp.pipe(blank), gold, strict=True)]


def _scored(nlp: Language, name: str, found: list[Example]) -> dict[str, Any]:
    component: Any = nlp.get_pipe(name)
    scores: dict[str, Any] = component.score(found)
    return scores


def syntax(nlp: Language, path: Path) -> dict[str, float]:
    """UAS, LAS, morphology, lemma, and label F of the core relations, in per cent."""
    found = examples(nlp, path)
    scores: dict[str, Any] = {}
    for name in ("parser", "morphologizer", "trainable_lemmatizer"):
        if name in nlp.pipe_names:
            scores |= _scored(nlp, name, found)
    shown = {key: scores.get(key) for key in ("dep_uas", "dep_las", "morph_acc", "lemma_acc")}
    per_label = scores.get("dep_las_per_type") or {}
    shown |= {label: per_label.get(label, {}).get("f") for label in LABELS}
    return {key: round(100 * value, 1) for key, value in shown.items() if value is not None}


def entities(nlp: Language, path: Path) -> dict[str, float]:
    """Entity F overall and by label, in per cent."""
    scores = _scored(nlp, "ner", examples(nlp, path))
    shown = {"f": scores["ents_f"]} | {label: value["f"] for label, value in (scores["ents_per_type"] or {}).items()}
    return {key: round(100 * value, 1) for key, value in shown.items() if value is not None}


def main(pipeline: str, shared: str, work: str) -> None:
    """Print all figures."""
    started = time.perf_counter()
    nlp = spacy.load(pipeline)
    fast_products(nlp)
    print(f"load {time.perf_counter() - started:.2f} s")
    print(f"size {sum(f.stat().st_size for f in Path(pipeline).rglob('*') if f.is_file()) / 1e6:.1f} MB")
    print("test1", syntax(nlp, Path(shared) / "treebanks" / "normalised" / "test1.spacy"))
    print("diplo-dev", syntax(nlp, Path(work) / "diplo_dev.spacy"))
    print("n_testnews", entities(nlp, Path(shared) / "ner" / "normalised" / "n_testnews.spacy"))
    print("diplo-dev", entities(nlp, Path(work) / "diplo_dev.spacy"))
    texts = [doc.text for doc in DocBin().from_disk(Path(work) / "diplo_dev.spacy").get_docs(nlp.vocab)] * 10
    list(nlp.pipe(texts[:50]))
    started = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    print(f"speed {words / (time.perf_counter() - started):,.0f} words/s")


if __name__ == "__main__":
    main(*sys.argv[1:4])
