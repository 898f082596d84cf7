"""The names under which programs import the knowledge graph."""

import subprocess
import sys

import graph
import graph.knowledge
import graph.store


def test_one_class_under_every_name() -> None:
    assert graph.KnowledgeGraph is graph.store.KnowledgeGraph is graph.knowledge.KnowledgeGraph


def test_it_waits_with_what_is_slow_to_import() -> None:
    slow = ("rdflib", "networkx", "numpy", "pyshacl", "pyvis", "scipy", "pandas", "spacy")
    code = f"import sys, graph.store; print([name for name in {slow} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
