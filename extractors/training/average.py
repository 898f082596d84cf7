"""python -m extractors.training.average FIRST SECOND [MORE ...] TARGET: the mean of pipelines that were trained on from one another.

Between the weights before and after a training on trees alone, and between those of several seeds, lies a better pipeline than
any of them (Wortsman et al. 2022, "Model soups"): it keeps what the machine-parsed sentences taught.
"""

import argparse
import warnings
from pathlib import Path
from typing import Any

import spacy

import extractors.training.callbacks  # noqa: F401  # the configs of half-made pipelines name them


def average(sources: list[Path], target: Path) -> None:
    """Write the first pipeline with the means of the weights that all have."""
    warnings.filterwarnings("ignore", category=UserWarning)
    nlp, *others = (spacy.load(source) for source in sources)
    for name, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        if model is None or any(name not in other.pipe_names for other in others):
            continue
        parts: list[Any] = [other.get_pipe(name) for other in others]
        twins = [list(part.model.walk()) for part in parts]
        for number, node in enumerate(model.walk()):
            for parameter in node.param_names:
                if node.has_param(parameter):
                    total = node.get_param(parameter) + sum(twin[number].get_param(parameter) for twin in twins)
                    node.set_param(parameter, total / len(sources))
    nlp.to_disk(target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    average(given.sources, given.target)
