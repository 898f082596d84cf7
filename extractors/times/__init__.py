"""German time expressions against an article's date, never more precise than the text."""

from extractors.times.grammar import TimeExpression, find_times

__all__ = ["TimeExpression", "find_times"]
