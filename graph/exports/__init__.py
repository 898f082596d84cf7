"""Exports by suffix. RDF for knowledge bases, graph formats for Gephi and Neo4j, a flat table, statements for Wikidata.

The same graph gives the same file.
"""

from graph.exports.suffixes import SUFFIXES, ExportError, Wishes, export

__all__ = ["SUFFIXES", "ExportError", "Wishes", "export"]
