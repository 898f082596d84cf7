"""The who's-who as one object: actors by id and name, holders of offices at a date, adjectives, metonyms, places."""

import csv
import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from ontology.actor import Actor, ActorKind, Place
from ontology.slugs import slug
from ontology.whoswho.own import read_offices

GROUPS = frozenset(("armed_group", "party_to_conflict"))
FAR = datetime.date.max


@dataclass(frozen=True, slots=True)
class Holding:
    """A person's time in an office: `titles` in German for this holder, `of` the id of the state or organisation; end exclusive.

    `host` is the id of the state to which an ambassador is accredited, else empty.
    """

    person: str
    office: str
    titles: tuple[str, ...]
    of: str
    start: datetime.date
    end: datetime.date
    sex: str
    host: str = ""

    def holds_on(self, day: datetime.date) -> bool:
        """Whether the person holds the office on that day; on the day of a handover it is the new holder."""
        return self.start <= day < self.end


@dataclass(frozen=True)
class WhosWho:
    """All that the tables say.

    `actors` by id; `names` maps a state's, organisation's or person's full name to ids; `adjectives` and `demonyms` map a
    base form (*russisch*, *Russe*) to a state's id; `metonyms` a surface (*Kreml*) to (actor id, kind); `holdings` are by
    the id of what the office is of, `careers` by person. `surname_first` are the states whose people put the surname first
    (*Xi Jinping*), `transliterated` those that write another alphabet (*Selenskyj*, *Zelensky*); `led` maps who
    leads a coalition to it; `active` the nature of a group (`rebels`) to pairs of a state and the group of that nature in it.
    """

    actors: Mapping[str, Actor]
    names: Mapping[str, tuple[str, ...]]
    adjectives: Mapping[str, str]
    demonyms: Mapping[str, str]
    metonyms: Mapping[str, tuple[str, str]]
    holdings: Mapping[str, tuple[Holding, ...]]
    careers: Mapping[str, tuple[Holding, ...]]
    surname_first: frozenset[str]
    led: Mapping[str, str]
    active: Mapping[str, tuple[tuple[str, str], ...]]
    places: Mapping[str, Place] = field(repr=False)
    transliterated: frozenset[str] = frozenset()

    def place(self, name: str) -> Place | None:
        """The place of this German name, None for one that no table has."""
        return self.places.get(name)

    def holders(self, title: str, of: str, day: datetime.date) -> tuple[Holding, ...]:
        """Who holds an office with this title for a state or organisation on a day; the latest start first."""
        found = [h for h in self.holdings.get(of, ()) if title in h.titles and h.holds_on(day)]
        return tuple(sorted(found, key=lambda holding: (holding.start, holding.person), reverse=True))

    def offices_on(self, person: str, day: datetime.date) -> tuple[Holding, ...]:
        """The offices that a person holds on a day."""
        return tuple(h for h in self.careers.get(person, ()) if h.holds_on(day))


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("ontology.whoswho").joinpath(f"{name}.csv").read_text(encoding="utf8")
    yield from csv.DictReader(text.splitlines())


def _split(*fields: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for text in fields for part in text.split("|") if part.strip()))


def _day(text: str, otherwise: datetime.date) -> datetime.date:
    return datetime.date.fromisoformat(text) if text else otherwise


def _actor(row: Mapping[str, str], kind: ActorKind, name: str, name_de: str, names: tuple[str, ...]) -> Actor:
    others = tuple(sorted(set(names) - {name, name_de}))
    return Actor(row["id"], kind, name, name_de, others, row["id"] if row["id"].startswith("Q") else None)


def _offices(extra: str | None) -> Iterator[dict[str, str]]:
    """The rows of the offices' table, then those of a user's own file."""
    yield from _rows("offices")
    if extra:
        yield from read_offices(Path(extra))


def _persons(extra: str | None) -> tuple[dict[str, Actor], dict[str, list[Holding]]]:
    spellings: dict[str, dict[str, str]] = {}
    names: dict[str, tuple[str, ...]] = defaultdict(tuple)
    careers: dict[str, list[Holding]] = defaultdict(list)
    more = {row["person_en"]: row["spellings"] for row in _rows("spellings")}
    for row in _offices(extra):
        spellings[row["id"]] = row
        names[row["id"]] += _split(row["names_de"], row["person_de"], row["person_en"], more.get(row["person_en"], ""))
        holding = Holding(
            row["id"], row["office"], _split(row["title_de"]), row["of"],
            _day(row["start"], datetime.date.min), _day(row["end"], FAR), row["sex"], row["host"],
        )  # fmt: skip
        careers[row["id"]].append(holding)
    persons = {
        key: _actor(row, ActorKind.PERSON, row["person_en"], row["person_de"] or row["person_en"], names[key])
        for key, row in spellings.items()
    }
    return persons, careers


@lru_cache
def load(extra: str | None = None) -> WhosWho:
    """The who's-who, read once; `extra` is a user's own file of offices (`ontology.whoswho.own`). Raises `OwnActorsError` for a bad one."""
    actors, careers = _persons(extra)
    adjectives: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    places: dict[str, Place] = {}
    surname_first: set[str] = set()
    transliterated: set[str] = set()
    led: dict[str, str] = {}
    active: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in _rows("states"):
        if row["surname_first"]:
            surname_first.add(row["id"])
        if row["transliterated"]:
            transliterated.add(row["id"])
        actors[row["id"]] = _actor(row, ActorKind.STATE, row["name_en"], row["name_de"], _split(row["names_de"]))
        adjectives |= dict.fromkeys(_split(row["adjective_de"], row["adjectives_alt_de"]), row["id"])
        demonyms |= dict.fromkeys(_split(row["demonym_de"], row["demonyms_alt_de"]), row["id"])
        place = Place(slug(row["name_en"]), row["name_en"], row["name_de"], row["id"])
        places |= dict.fromkeys((row["name_de"], *_split(row["names_de"])), place)
    for row in _rows("organisations"):
        kind = (
            ActorKind.GROUP
            if row["kind"] in GROUPS
            else ActorKind.STATE
            if row["kind"] == "region"
            else ActorKind.ORGANISATION
        )
        actors[row["id"]] = _actor(row, kind, row["name_en"], row["name_de"], _split(row["names_de"]))
        led |= dict.fromkeys(_split(row["led_by"]), row["id"])
        for nature in _split(row["nature"]):
            active[nature] += [(state, row["id"]) for state in _split(row["active_in"])]
    for row in _rows("places"):
        places[row["name_de"]] = Place(slug(row["name_en"]), row["name_en"], row["name_de"], row["state"] or None)
    names: dict[str, list[str]] = defaultdict(list)
    for key, actor in actors.items():
        for name in dict.fromkeys((actor.name_de, actor.name, *actor.names)):
            names[name].append(key)
    holdings: dict[str, list[Holding]] = defaultdict(list)
    for career in careers.values():
        for holding in career:
            holdings[holding.of].append(holding)
    return WhosWho(
        actors=actors,
        names={name: tuple(keys) for name, keys in names.items()},
        adjectives=adjectives,
        demonyms=demonyms,
        metonyms={row["surface_de"]: (row["id"], row["kind"]) for row in _rows("metonyms")},
        holdings={of: tuple(found) for of, found in holdings.items()},
        careers={person: tuple(found) for person, found in careers.items()},
        surname_first=frozenset(surname_first),
        led=led,
        active={nature: tuple(found) for nature, found in active.items()},
        places=places,
        transliterated=frozenset(transliterated),
    )
