"""Questions in SPARQL: plain queries over the union of the articles' graphs, with the prefixes known."""

from graph.queries.ask import Answer, QueryError, ask

__all__ = ["Answer", "QueryError", "ask"]
