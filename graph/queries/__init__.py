"""The questions that analysts ask again and again, by name, and how they become SPARQL."""

from graph.queries.named import Question, answer, asked, in_words, labelled, questions
from graph.storage.ask import Answer, QueryError

__all__ = ["Answer", "QueryError", "Question", "answer", "asked", "in_words", "labelled", "questions"]
