"""What a build did: a line of JSON an input, and the sums."""

import json
from collections import Counter
from datetime import date
from typing import IO

from graph.building.identity import OTHER_TEXT
from graph.building.stream import Entry, Outcome
from graph.validation.shapes import Violation

UNDATED = "no date: offices are linked by name only"
# Violations kept to be shown; all are counted, and each is in the report.
SHOWN = 100


def line(entry: Entry) -> str:
    """The entry as a line of JSON: `id` or `file`, `outcome`, and where there are such the fields below.

    `statements`; `seconds` of processor time (articles are extracted in batches, and share that of their batch by length);
    `warnings`; `cleaned`, what was repaired in the text as it came, with how often; `error`.
    """
    record: dict[str, object] = {"id" if entry.article else "file": entry.name, "outcome": str(entry.outcome)}
    if entry.made:
        record |= {"statements": entry.made.relations.total(), "seconds": round(entry.made.seconds, 4)}
    if warnings := warned(entry):
        record["warnings"] = warnings
    if entry.article and entry.article.changes:
        record["cleaned"] = dict(entry.article.changes)
    if entry.reason:
        record["error"] = entry.reason
    return json.dumps(record, ensure_ascii=False)


def warned(entry: Entry) -> list[str]:
    """What a reader should know of a built article."""
    found = list(entry.article.warnings) if entry.article else []
    if entry.article and entry.article.date is None:
        found.append(UNDATED)
    if entry.article and entry.article.copy_of:
        found.append(f"a copy of {entry.article.copy_of}: counted as one report")
    if entry.made:
        found += [f"does not conform: {v.rule} ({v.message}) at {v.node}" for v in entry.made.violations]
    return found


class Tally:
    """The sums of a build; with a file each entry is written to it too, as soon as it is known."""

    def __init__(self, report: IO[str] | None = None, known_to: date = date.max) -> None:
        """`report` is open for writing; `known_to` is the last day of which the who's-who speaks."""
        self.report = report
        self.known_to = known_to
        self.later = 0
        self.outcomes: Counter[Outcome] = Counter()
        self.relations: Counter[str] = Counter()
        self.words = self.bytes = self.undated = self.broken = 0
        self.first_undated: list[str] = []
        self.cleaned: Counter[str] = Counter()
        self.cleaned_articles = 0
        self.replaced: list[str] = []
        self.violations: list[Violation] = []

    def count(self, entry: Entry) -> None:
        """Take an entry."""
        self.outcomes[entry.outcome] += 1
        if entry.article:
            self.bytes += len(entry.article.text.encode("utf8", "replace"))
        if entry.made:
            self.words += entry.made.words
            self.relations += entry.made.relations
            self.broken += len(entry.made.violations)
            self.violations += entry.made.violations[: SHOWN - len(self.violations)]
            if entry.article and entry.article.changes:
                self.cleaned.update(dict(entry.article.changes))
                self.cleaned_articles += 1
            if entry.article and entry.article.date and entry.article.date > self.known_to:
                self.later += 1
            if entry.article and entry.article.date is None:
                self.undated += 1
                if len(self.first_undated) < 3:
                    self.first_undated.append(entry.name)
        if entry.article and OTHER_TEXT in entry.article.warnings:
            self.replaced.append(entry.name)
        if self.report:
            self.report.write(line(entry) + "\n")

    @property
    def built(self) -> int:
        """Articles that are new or new again."""
        return self.outcomes[Outcome.BUILT] + self.outcomes[Outcome.REBUILT]

    @property
    def articles(self) -> int:
        """Articles that were read."""
        return self.outcomes.total() - self.outcomes[Outcome.UNREADABLE]
