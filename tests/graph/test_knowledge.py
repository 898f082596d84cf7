"""The names under which programs import the knowledge graph."""

import subprocess
import sys
from pathlib import Path

import networkx as nx

import graph
import graph.knowledge
import graph.store
from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph


def test_one_class_under_every_name() -> None:
    assert graph.KnowledgeGraph is graph.store.KnowledgeGraph is graph.knowledge.KnowledgeGraph


def test_it_waits_with_what_is_slow_to_import() -> None:
    slow = ("rdflib", "networkx", "numpy", "pyshacl", "pyvis", "scipy", "pandas", "spacy")
    code = f"import sys, graph.store; print([name for name in {slow} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_networkx_own_writers_take_the_plain_network(extraction: Extraction, tmp_path: Path) -> None:
    kg = KnowledgeGraph()
    kg.replace(extraction)
    for level in ("actor", "state"):
        network = kg.network(level=level, plain=True)
        nx.write_graphml(network, tmp_path / "a.graphml")
        nx.write_gexf(network, tmp_path / "a.gexf")
        nx.write_gml(network, tmp_path / "a.gml")
        nx.write_edgelist(network, tmp_path / "a.txt")
        frame = nx.to_pandas_edgelist(network)
        assert {"source", "target", "relation", "said_by", "confidence"} <= set(frame.columns)
        assert set(frame["source"]) <= set(network)
        assert nx.node_link_graph(nx.node_link_data(network, edges="edges"), edges="edges").number_of_edges() == len(
            frame
        )
    assert "source" in next(iter(kg.network().edges(data=True)))[2]
