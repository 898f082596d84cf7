"""python -m extractors.training.average FIRST SECOND TARGET: the mean of two pipelines of which one was trained on from the other.

Between the weights before and after the last training on trees alone lies a better pipeline than either (Wortsman et al. 2022,
"Model soups"): it keeps what the machine-parsed sentences taught.
"""

import argparse
import warnings
from pathlib import Path
from typing import Any

import spacy

import extractors.training.callbacks  # noqa: F401  # the configs of half-made pipelines name them


def average(first: Path, second: Path, target: Path) -> None:
    """Write the first pipeline with the means of the weights that both have."""
    warnings.filterwarnings("ignore", category=UserWarning)
    nlp, other = spacy.load(first), spacy.load(second)
    for name, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        if model is None or name not in other.pipe_names:
            continue
        twin: Any = getattr(other.get_pipe(name), "model", None)
        for node, same in zip(model.walk(), twin.walk(), strict=True):
            for parameter in node.param_names:
                if node.has_param(parameter):
                    node.set_param(parameter, (node.get_param(parameter) + same.get_param(parameter)) / 2)
    nlp.to_disk(target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for argument in ("first", "second", "target"):
        parser.add_argument(argument, type=Path)
    given = parser.parse_args()
    average(given.first, given.second, given.target)
