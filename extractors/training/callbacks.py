"""Callbacks of the configs, for `spacy train --code extractors/training/callbacks.py`."""

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.util import registry
from thinc.api import NumpyOps, set_current_ops


def known_edit_trees() -> Callable[[Language], Language]:
    """Before training goes on: gives the lemmatizer back the numbers of its edit trees.

    spaCy 3.8 does not restore them when the component comes from a saved pipeline, and every word is then trained towards the
    first tree.
    """

    def restore(nlp: Language) -> Language:
        lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
        lemmatizer.tree2label = {tree: number for number, tree in enumerate(lemmatizer.cfg["labels"])}
        return nlp

    return restore


def numpy_products() -> Callable[[type[Language]], type[Language]]:
    """Before the pipeline is made: models multiply by numpy's own BLAS, as `extractors.pipeline.fast_products` has it."""

    def choose(language: type[Language]) -> type[Language]:
        set_current_ops(NumpyOps(use_blis=False))
        return language

    return choose


registry.callbacks("diplograph.numpy_products.v1", func=numpy_products)
registry.callbacks("diplograph.known_edit_trees.v1", func=known_edit_trees)
