"""Stores that are files: RDF read into memory is the store that it was written from."""

from pathlib import Path

import pytest

from graph.evaluation.difference import difference
from graph.knowledge import KnowledgeGraph
from graph.storage.backend import StoreError
from graph.storage.files import opened
from graph.validation.shacl import validate
from tests.bench.synthetic import extractions

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf"])
def test_a_file_is_the_store_it_came_from(tmp_path: Path, suffix: str) -> None:
    graph = KnowledgeGraph(tmp_path / "kg")
    graph.load(extractions(60))
    graph.export(tmp_path / f"kg{suffix}")
    with opened(str(tmp_path / f"kg{suffix}")) as read:
        assert not difference(graph, read)
        assert list(read.quads()) == list(graph.quads())
        assert validate(read).conforms


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<a> <b>")
    for name, reason in (("none.ttl", "none.ttl"), ("bad.ttl", r"no \.ttl file"), ("none", "no graph here")):
        with pytest.raises(StoreError, match=reason):
            opened(str(tmp_path / name))
