from pathlib import Path

import spacy

from extractors.training.convert import sentences, to_doc

TREE = """# sent_id = own-1
# text = Merz traf Macron.
1-2\tMerz traf\t_\t_\t_\t_\t_\t_\t_\t_
1\tMerz\t_\tPROPN\t_\t_\t2\tnsubj\t_\tNER=B-PER
2\ttraf\t_\tVERB\t_\t_\t0\troot\t_\tNER=O
3\tMacron\t_\tPROPN\t_\t_\t2\tobj\t_\tSpaceAfter=No|NER=B-PER
4\t.\t_\tPUNCT\t_\t_\t2\tpunct\t_\tNER=O

1\tJa\t_\tINTJ\t_\t_\t0\troot\t_\t_
"""


def test_a_tree_becomes_a_gold_doc(tmp_path: Path) -> None:
    path = tmp_path / "own.conllu"
    path.write_text(TREE, encoding="utf8")
    nlp = spacy.blank("de")
    first, second = (to_doc(rows, nlp) for rows in sentences(path))
    assert first.text == "Merz traf Macron. "
    assert [(t.dep_, t.head.text) for t in first] == [
        ("nsubj", "traf"),
        ("ROOT", "traf"),
        ("obj", "traf"),
        ("punct", "traf"),
    ]
    assert [(ent.text, ent.label_) for ent in first.ents] == [("Merz", "PER"), ("Macron", "PER")]
    assert [t.text for t in second] == ["Ja"]
    assert not second.ents


def test_a_file_that_does_not_end_in_a_blank_line_keeps_its_last_sentence(tmp_path: Path) -> None:
    path = tmp_path / "own.conllu"
    path.write_text(TREE.rstrip("\n"), encoding="utf8")
    assert [len(rows) for rows in sentences(path)] == [4, 1]


def test_domain_trees_are_whole(shared: Path) -> None:
    nlp = spacy.blank("de")
    docs = [to_doc(rows, nlp) for rows in sentences(shared / "treebanks" / "diplo" / "diplo-dev.conllu")]
    assert len(docs) > 100
    assert all(sum(token.dep_ == "ROOT" for token in doc) == 1 for doc in docs)
    assert any(doc.ents for doc in docs)
