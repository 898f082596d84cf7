"""The store: articles' graphs in memory, in a folder or behind a SPARQL endpoint; written and removed whole, queried as one."""
