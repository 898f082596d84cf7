"""German: its tables, and its grammar."""

from extractors.languages.de.grammar import grammar

__all__ = ["grammar"]
