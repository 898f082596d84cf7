import json
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import DocBin

from extractors.training.silver import is_tree, kept, proper, write

LABELS = {
    "sets": [],
    "pos": ["PROPN", "VERB", "PUNCT"],
    "feats": ["", "Case=Nom"],
    "tag": ["NE", "VVFIN", "$."],
    "dep": ["nsubj", "root", "obj", "punct"],
    "ner": ["O", "B-PER", "I-PER"],
}


@pytest.mark.parametrize(
    ("heads", "expected"),
    [([2, 0, 2], True), ([2, 1, 0], False), ([0, 0, 2], False), ([2, 0, 9], False), ([2, 3, 1], False)],
)
def test_only_one_rooted_trees_without_cycles_pass(heads: list[int], expected: bool) -> None:
    assert is_tree(np.array(heads)) is expected


def test_an_entity_never_starts_inside() -> None:
    assert proper(["I-PER", "I-PER", "O", "I-ORG"]) == ["B-PER", "I-PER", "O", "B-ORG"]


def test_sentences_of_the_teacher_become_docs(tmp_path: Path) -> None:
    (tmp_path / "labels.json").write_text(json.dumps(LABELS), encoding="utf8")
    (tmp_path / "silver.txt").write_text("Merz traf Macron .\nMerz traf Tusk .", encoding="utf8")
    columns = {
        "pos": [0, 1, 0, 2],
        "feats": [1, 0, 0, 0],
        "tag": [0, 1, 0, 2],
        "dep": [0, 1, 2, 3],
        "ner": [1, 0, 1, 0],
    }
    heads = [2, 0, 2, 2, 2, 0, 4, 3]  # the second sentence has a cycle
    arrays = {name: np.array(values * 2) for name, values in columns.items()}
    np.savez(tmp_path / "silver_parsed.npz", head=np.array(heads), sure=np.array([-0.1, -0.1]), **arrays)
    write(kept(tmp_path), tmp_path / "out.spacy", 1000)
    (doc,) = DocBin().from_disk(tmp_path / "out.spacy").get_docs(spacy.blank("de").vocab)
    assert [(token.text, token.dep_, token.head.text) for token in doc] == [
        ("Merz", "nsubj", "traf"),
        ("traf", "ROOT", "traf"),
        ("Macron", "obj", "traf"),
        (".", "punct", "traf"),
    ]
    assert str(doc[0].morph) == "Case=Nom"
    assert [ent.text for ent in doc.ents] == ["Merz", "Macron"]
