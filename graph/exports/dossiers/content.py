"""What a report says: events by date, each with the sentences that say so, their outlets, days and links. Nothing without a sentence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.exports.dossiers.words import WORDS
from ontology.version import running
from ontology.vocabulary import relations

Edge = Mapping[str, Any]
SIGNS = {1: "cooperative", 0: "neutral", -1: "conflictual"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence as it stands in an article; who published it, when (an ISO day or ""), under what title and address ("" where unknown)."""

    sentence: str
    outlet: str
    day: str
    title: str
    url: str
    # Other outlets with the same text.
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What is said: a headline such as "Frankreich empfängt Ukraine", remarks such as "geplant", and the sentences behind it."""

    headline: str
    remarks: tuple[str, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A report: title, what it rests on, events by day ("2025-09-04", "2025-09" or ""), counts by month and sign, method and limits."""

    title: str
    basis: str
    days: tuple[tuple[str, tuple[Event, ...]], ...]
    months: Mapping[str, Mapping[str, int]]
    notes: tuple[str, ...]
    lang: str

    @property
    def words(self) -> Mapping[str, str]:
        """The report's own words in its language."""
        return WORDS[self.lang]


def dossier(
    network: nx.MultiDiGraph, people: nx.MultiDiGraph, title: str, lang: str, among: Sequence[str] = ()
) -> Dossier:
    """The report on the statements of a network: on those between two actors (`among`), with one, or on all.

    `people` has the labels of persons who are counted for their state in `network`.
    """
    found = [edge for edge in network.edges(keys=True, data=True) if _asked(edge[0], edge[1], among)]
    found = [edge for edge in found if edge[3]["relation"] != "represents"]
    events: dict[tuple[str, ...], list[tuple[str, str, Edge]]] = defaultdict(list)
    for subject, target, _, fields in found:
        events[_key(subject, target, fields)].append((subject, target, fields))
    by_day: dict[str, list[Event]] = defaultdict(list)
    for key, same in sorted(events.items()):
        by_day[key[0]].append(_event(same, network, people, lang))
    days = tuple((day, tuple(_joined(by_day[day]))) for day in sorted(by_day, key=lambda day: (not day, day)))
    edges = [fields for *_, fields in found]
    return Dossier(title, _basis(edges, lang), days, _months(edges), _notes(edges, lang), lang)


def _joined(events: Iterable[Event]) -> Iterator[Event]:
    """The events of a day, those that rest on the same sentences as one: "China – lobt – Peru; Peru – lobt – China"."""
    together: dict[tuple[tuple[Quotation, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    for event in events:
        together[event.quotations, event.remarks].append(event.headline)
    for (quotations, remarks), headlines in together.items():
        yield Event("; ".join(headlines), remarks, quotations)


def _asked(subject: str, target: str, among: Sequence[str]) -> bool:
    return set(among) <= {subject, target} if among else True


def _key(subject: str, target: str, edge: Edge) -> tuple[str, ...]:
    """What makes statements of several articles one event: the day (or the article's), relation, ends, and what is said of it."""
    ends = sorted((subject, target)) if relations()[edge["relation"]].symmetric else [subject, target]
    day = edge["date"] or edge["article_date"]
    return (day, edge["relation"], *ends, edge["polarity"], edge["status"], edge["source"])


def _event(
    same: Sequence[tuple[str, str, Edge]], network: nx.MultiDiGraph, people: nx.MultiDiGraph, lang: str
) -> Event:
    subject, target, edge = same[0]
    words = WORDS[lang]
    first, second = network.nodes[subject]["label"], network.nodes[target]["label"]
    headline = f"{first} – {relations()[edge['relation']].label(lang)} – {second}"
    persons = {
        people.nodes[person]["label"]
        for _, _, one in same
        for name in ("subject_person", "object_person")
        if (person := one.get(name, "")) in people
    }
    remarks = [", ".join(sorted(persons))] if persons else []
    remarks += [words[edge["polarity"]]] if edge["polarity"] != "affirmed" else []
    remarks += [words[edge["status"]]] if edge["status"] != "actual" else []
    remarks += [words["according"].format(edge["source"])] if edge["source"] else []
    places = sorted({str(one["place"]) for _, _, one in same if one["place"]})
    remarks += [words["place"].format(", ".join(places))] if places else []
    remarks += [] if edge["date"] else [words["undated"]]
    return Event(headline, tuple(remarks), _quotations(one for *_, one in same))


def _quotations(edges: Iterable[Edge]) -> tuple[Quotation, ...]:
    """The sentences, each once; copies of one text are one report, of which the other outlets are named."""
    found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        found[edge["report"], edge["evidence"]].append(edge)
    quotations = []
    for same in found.values():
        same.sort(key=lambda edge: (edge["article"] != edge["report"], edge["article_date"], edge["article"]))
        edge, *others = same
        copies = sorted({_outlet(other) for other in others} - {_outlet(edge)})
        quotations.append(
            Quotation(edge["evidence"], _outlet(edge), edge["article_date"], edge["title"], edge["url"], tuple(copies))
        )
    return tuple(sorted(quotations, key=lambda one: (one.day, one.outlet, one.sentence)))


def _outlet(edge: Edge) -> str:
    return str(edge["outlet"] or edge["article"])


def _basis(edges: Sequence[Edge], lang: str) -> str:
    days = sorted(edge["article_date"] for edge in edges if edge["article_date"])
    outlets = {edge["outlet"] for edge in edges if edge["outlet"]}
    return WORDS[lang]["basis"].format(
        statements=len(edges), reports=len({edge["report"] for edge in edges}), outlets=len(outlets),
        span=" – ".join(dict.fromkeys((days[0], days[-1]))) if days else "–",
    )  # fmt: skip


def _months(edges: Sequence[Edge]) -> dict[str, dict[str, int]]:
    """How many affirmed, actual statements of each sign there are by month, months between the first and last one included."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for edge in edges:
        day = edge["date"] or edge["article_date"]
        if len(day) >= 7 and (edge["polarity"], edge["status"]) == ("affirmed", "actual"):
            counted[day[:7]][SIGNS[edge["sign"]]] += 1
    if not counted:
        return {}
    return {month: dict(counted[month]) for month in _between(min(counted), max(counted))}


def _between(first: str, last: str) -> list[str]:
    months, year, month = [], int(first[:4]), int(first[5:])
    while (found := f"{year:04}-{month:02}") <= last:
        months.append(found)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


def _notes(edges: Sequence[Edge], lang: str) -> tuple[str, ...]:
    words = WORDS[lang]
    least = min((edge["confidence"] for edge in edges), default=0.0)
    undated = sum(not edge["date"] for edge in edges)
    notes = [words["method"].format(version=running(), least=f"{least:.2f}"), words["limits"]]
    return (*notes, words["dates"].format(undated=undated)) if undated else tuple(notes)
