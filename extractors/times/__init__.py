"""Time expressions against an article's date, never more precise than the text."""

from extractors.times.grammar import TimeExpression, TimeFinder, find_times, time_finder

__all__ = ["TimeExpression", "TimeFinder", "find_times", "time_finder"]
