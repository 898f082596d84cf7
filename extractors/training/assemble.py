"""python -m extractors.training.assemble SYNTAX ENTITIES TARGET: one pipeline of two trained ones, ready to ship.

Takes the entity recogniser, with a tok2vec of its own, into the syntax pipeline; both share one table of vectors. Weights are
written as trained; training leftovers are left out.
"""

import sys
import warnings
from pathlib import Path

import spacy


def assemble(syntax: Path, entities: Path, target: Path) -> None:
    """Write the pipeline to `target`."""
    warnings.filterwarnings("ignore", category=UserWarning)
    nlp = spacy.load(syntax)
    recogniser = spacy.load(entities)
    recogniser.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=recogniser, last=True)
    nlp.meta.update(
        lang="de",
        name="diplograph",
        description="German pipeline of diplograph: Universal Dependencies labels, PER/LOC/ORG/MISC entities",
        author="The diplograph authors",
        license="CC BY-SA 4.0",
    )
    nlp.to_disk(target)
    print(f"{target}: {sum(file.stat().st_size for file in target.rglob('*') if file.is_file()) / 1e6:.1f} MB")


if __name__ == "__main__":
    assemble(*(Path(argument) for argument in sys.argv[1:4]))
