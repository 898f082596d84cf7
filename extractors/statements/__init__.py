"""From a parsed article with linked actors to statements."""

from extractors.statements.builder import StatementBuilder

__all__ = ["StatementBuilder"]
