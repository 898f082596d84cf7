"""python -m extractors.training.assemble SYNTAX ENTITIES TABLES.json TARGET: one pipeline of two trained ones, ready to ship.

Takes the entity recogniser, with a tok2vec of its own, into the syntax pipeline; both share one table of vectors. Adds the tables
of `lemma_tables.py` for the component `lemmas`. Weights are rounded to `BITS` binary digits, so that a wheel compresses them to
about two thirds; no score moves by more than 0.05.
"""

import argparse
import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray

BITS = 11  # of the 23 digits after the point that a float32 has


def rounded(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """The weights with the last digits zero."""
    lost = 23 - BITS
    digits = np.ascontiguousarray(weights, dtype=np.float32).view(np.uint32).astype(np.uint64) + (1 << (lost - 1))
    return ((digits >> lost) << lost).astype(np.uint32).view(np.float32)


def assemble(syntax: Path, entities: Path, tables: Path, target: Path) -> None:
    """Write the pipeline to `target`; prints its size."""
    warnings.filterwarnings("ignore", category=UserWarning)
    nlp = spacy.load(syntax)
    recogniser = spacy.load(entities)
    recogniser.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=recogniser, last=True)
    for name, table in json.loads(tables.read_text(encoding="utf8")).items():
        nlp.vocab.lookups.add_table(name, table)
    nlp.vocab.vectors.data = rounded(nlp.vocab.vectors.data)
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for node in model.walk() if model else ():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, rounded(node.get_param(name)))
    nlp.meta.update(
        lang="de",
        name="diplograph",
        description="German pipeline of diplograph: Universal Dependencies labels, PER/LOC/ORG/MISC entities",
        author="The diplograph authors",
        license="CC BY-SA 4.0",
        # The oldest with which the tests pass (`.ci/matrix`); spaCy would write the one that trained it, and warn of all before.
        spacy_version=">=3.8.11,<3.9.0",
    )
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.to_disk(target)
    print(f"{target}: {sum(file.stat().st_size for file in target.rglob('*') if file.is_file()) / 1e6:.1f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for argument in ("syntax", "entities", "tables", "target"):
        parser.add_argument(argument, type=Path)
    given = parser.parse_args()
    assemble(given.syntax, given.entities, given.tables, given.target)
