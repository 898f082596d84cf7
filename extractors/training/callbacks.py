"""Callbacks of the configs, for `spacy train --code extractors/training/callbacks.py`."""

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.util import registry


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


registry.callbacks("diplograph.known_edit_trees.v1", func=known_edit_trees)
