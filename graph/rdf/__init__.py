"""Statements as RDF 1.1: how everything is named, and the N-Quads of articles and of those they speak of.

Three kinds of graph, so that no triple stands in two of them and the union of all counts right: one an article, with its
statements; one of the actors, their offices and the places; one of the plain facts, each of which some affirmed, actual
statement supports. A statement is one IRI node; there are no blank nodes.
"""
