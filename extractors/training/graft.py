"""python -m extractors.training.graft PIPELINE TRAINED [MORE ...] TARGET: a finished pipeline with components that were trained on.

The weights of each component of the later pipelines take the place of the same one's in the first; vectors, tables and all else stay.
Weights are rounded as `assemble` rounds them.
"""

import argparse
import warnings
from pathlib import Path
from typing import Any

import spacy

import extractors.training.callbacks  # noqa: F401  # the configs of half-made pipelines name them
from extractors.training.assemble import rounded


def graft(finished: Path, trained: list[Path], target: Path) -> None:
    """Write the pipeline; prints which components are new."""
    warnings.filterwarnings("ignore", category=UserWarning)
    nlp = spacy.load(finished)
    for place in trained:
        other = spacy.load(place)
        for name, component in other.pipeline:
            model: Any = getattr(component, "model", None)
            if model is None or name not in nlp.pipe_names:
                continue
            kept: Any = nlp.get_pipe(name)
            for node, better in zip(kept.model.walk(), model.walk(), strict=True):
                for parameter in node.param_names:
                    if better.has_param(parameter):
                        node.set_param(parameter, rounded(better.get_param(parameter)))
            print(f"{name} of {place}")
    nlp.to_disk(target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("finished", type=Path)
    parser.add_argument("trained", type=Path, nargs="+")
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    graft(given.finished, given.trained, given.target)
