"""Evaluation: a graph against gold statements (what is right, wrong, missed), and against another graph (what it gained and lost)."""

from graph.evaluation.gold import GoldError, Judged, read_gold
from graph.evaluation.scores import GROUPS, QUALIFIERS, Fault, Scores, evaluate

__all__ = ["GROUPS", "QUALIFIERS", "Fault", "GoldError", "Judged", "Scores", "evaluate", "read_gold"]
