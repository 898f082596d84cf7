"""From statements to store, queries, network, page and command line."""

from graph.store import KnowledgeGraph

__all__ = ["KnowledgeGraph"]
