"""The knowledge graph by the name under which programs import it: `from graph.store import KnowledgeGraph`."""

from graph.knowledge import KnowledgeGraph
from graph.storage.backend import StoreError

__all__ = ["KnowledgeGraph", "StoreError"]
