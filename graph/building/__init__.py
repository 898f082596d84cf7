"""From a stream of articles to a store: batches made by workers, checked, committed in order, resumable at any of them."""

from graph.building.origin import Settings
from graph.building.stream import Builder, Entry, Outcome
from graph.building.workers import Here, Processes, WorkerError, Workers

__all__ = ["Builder", "Entry", "Here", "Outcome", "Processes", "Settings", "WorkerError", "Workers"]
