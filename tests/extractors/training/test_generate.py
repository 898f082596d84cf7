from collections import Counter
from pathlib import Path

import pytest
import spacy

from extractors.training.convert import sentences, to_doc
from extractors.training.generate import main


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> list[list[list[str]]]:
    place = tmp_path_factory.mktemp("generated") / "generated.conllu"
    main("200", "1", str(place))
    return list(sentences(place))


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        main("20", "7", str(tmp_path / name))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_every_sentence_is_one_tree(trees: list[list[list[str]]]) -> None:
    assert len(trees) == 200
    for rows in trees:
        heads = {row[0]: row[6] for row in rows}
        assert list(heads.values()).count("0") == 1
        for start in heads:
            seen, at = set(), start
            while at != "0":
                assert at not in seen, rows
                seen.add(at)
                at = heads[at]


def test_constructions_that_treebanks_lack_are_common(trees: list[list[list[str]]]) -> None:
    labels = Counter(row[7] for rows in trees for row in rows)
    assert labels["nsubj:pass"] >= 15
    assert labels["obl:agent"] >= 10
    assert labels["obl:arg"] >= 15
    assert labels["appos"] >= 20


def test_entities_leave_titles_and_articles_out(trees: list[list[list[str]]]) -> None:
    nlp = spacy.blank("de")
    for rows in trees:
        for ent in to_doc(rows, nlp).ents:
            assert ent[0].pos_ != "DET"
            assert ent.label_ in ("PER", "LOC", "ORG", "MISC")
            if ent.label_ == "PER":
                assert all(token.pos_ == "PROPN" for token in ent)
