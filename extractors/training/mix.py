"""python -m extractors.training.mix WORK: the mixtures that are trained on, each a folder of DocBins.

WORK has the output of `convert` (`syntax/`, `ner/`), of `silver` (`silver.spacy`, `silver_news.spacy`, `silver_small.spacy`) and of
`votes` (`votes.spacy`).

    mix/broad       first training of the syntax: 2 M machine-parsed words, the trees several times
    mix/fine        its end: trees above all
    mix/entities    entities
    mix/fine_entities   their end: what people marked
    mix/recogniser_*    a finished pipeline's entities trained on: by what people marked, without and with n_smart
    mix/recogniser      and by what the recognisers of the two above agree on
"""

import argparse
import shutil
from pathlib import Path

# name of a DocBin → how often an epoch sees it; diplo counts with our own trees, the domain
MIXTURES: dict[str, dict[str, int]] = {
    "broad": {"silver": 1, "gsd": 4, "hdt2": 4, "pud": 4, "sig": 3, "diplo0": 8, "docs": 1, "generated": 1},
    "fine": {
        "silver_small": 1,
        "gsd": 2,
        "hdt2": 2,
        "pud": 2,
        "sig": 1,
        "diplo0": 3,
        "diplo1": 2,
        "docs": 1,
        "generated": 1,
    },
    "fine_entities": {"silver_small": 1, "n_germeval": 2, "n_pud": 2, "n_smart": 1, "diplo0": 2},
    "recogniser_gold": {"n_germeval": 3, "n_pud": 2, "diplo0": 2},
    "recogniser_smart": {"n_germeval": 3, "n_pud": 2, "n_smart": 1, "diplo0": 2},
    "recogniser": {"votes": 1, "n_germeval": 3, "n_pud": 2, "n_smart": 1, "diplo0": 2},
    "entities": {"silver_news": 1, "n_germeval": 2, "n_smart": 2, "n_pud": 2, "diplo0": 4, "generated": 1},
}


def main(work: Path) -> None:
    """Write the folders anew, but for those whose material is not there."""
    for mixture, weights in MIXTURES.items():
        folder = work / "mix" / mixture
        shutil.rmtree(folder, ignore_errors=True)
        annotated = work / ("ner" if mixture.endswith("entities") or mixture.startswith("recogniser") else "syntax")
        sources = {
            name: (work if name.startswith(("silver", "votes")) else annotated) / f"{name}.spacy" for name in weights
        }
        if missing := [name for name, source in sources.items() if not source.exists()]:
            print(f"{mixture}: not mixed, there is no {', '.join(missing)}")
            continue
        folder.mkdir(parents=True)
        for name, copies in weights.items():
            for copy in range(copies):
                shutil.copyfile(sources[name], folder / f"{name}-{copy}.spacy")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("work", type=Path)
    main(parser.parse_args().work)
