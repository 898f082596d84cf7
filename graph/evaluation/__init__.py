"""Evaluation: a graph against gold statements (what is right, wrong, missed), and against another graph (what it gained and lost)."""

from graph.evaluation.gold import GoldError, Judged, read_gold
from graph.evaluation.scores import QUALIFIERS, Scores, evaluate

__all__ = ["QUALIFIERS", "GoldError", "Judged", "Scores", "evaluate", "read_gold"]
