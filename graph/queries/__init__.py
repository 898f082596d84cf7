"""The questions that analysts ask again and again, by name, and how they become SPARQL."""

from graph.queries.named import Question, asked, in_words, labelled, questions
from graph.storage.ask import Answer, QueryError

__all__ = ["Answer", "QueryError", "Question", "asked", "in_words", "labelled", "questions"]
