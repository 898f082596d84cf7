"""The who's-who as one object: actors by id and name, holders of offices at a date, adjectives, metonyms, places."""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ontology.actor import Actor, ActorKind, Place, Spelling
from ontology.labels import in_language
from ontology.slugs import slug
from ontology.whoswho.own import read_offices
from ontology.whoswho.tables import Row, by_language, rows, split

GROUPS = frozenset(("armed_group", "party_to_conflict"))
FAR = datetime.date.max


@dataclass(frozen=True, slots=True)
class Holding:
    """A person's time in an office: `titles` by language for this holder, `of` the id of the state or organisation; end exclusive.

    `host` is the id of the state to which an ambassador is accredited, else empty.
    """

    person: str
    office: str
    titles: Mapping[str, tuple[str, ...]] = field(hash=False)
    of: str
    start: datetime.date
    end: datetime.date
    sex: str
    host: str = ""

    def holds_on(self, day: datetime.date) -> bool:
        """Whether the person holds the office on that day; on the day of a handover it is the new holder."""
        return self.start <= day < self.end

    @property
    def since_known(self) -> bool:
        """Whether the tables say when the time in office began."""
        return self.start > datetime.date.min

    def titled(self, lang: str) -> tuple[str, ...]:
        """The titles in a language, the usual one first; none where the tables have none."""
        return self.titles.get(lang, ())

    def title(self, lang: str) -> str:
        """The usual title in a language, else in English, else in any; the kind of office where there is none."""
        return in_language({one: titles[0] for one, titles in self.titles.items() if titles}, lang, self.office)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language for states and places.

    `adjectives` and `demonyms` map a base form (*russisch*, *Russe*) to a state's id; `metonyms` a surface (*Kreml*) to (actor id,
    kind); `places` a name to the place.
    """

    adjectives: Mapping[str, str] = field(default_factory=dict)
    demonyms: Mapping[str, str] = field(default_factory=dict)
    metonyms: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class WhosWho:
    """All that the tables say.

    `actors` by id; `names` maps a state's, organisation's or person's full name to ids; `words_by_language` has the words of each
    language of the tables; `holdings` are by the id of what the office is of, `careers` by person. `surname_first` are the states
    whose people put the surname first (*Xi Jinping*), `transliterated` those that write another alphabet (*Selenskyj*, *Zelensky*);
    `led` maps who leads a coalition to it; `active` the nature of a group (`rebels`) to pairs of a state and the group of that
    nature in it; `organisations` are the kinds of organisations and groups by id, as the table has them (`party`, `alliance`);
    `known_to` is the last day of which the table of offices speaks.
    """

    actors: Mapping[str, Actor]
    names: Mapping[str, tuple[str, ...]]
    words_by_language: Mapping[str, Words] = field(repr=False)
    holdings: Mapping[str, tuple[Holding, ...]]
    careers: Mapping[str, tuple[Holding, ...]]
    surname_first: frozenset[str]
    led: Mapping[str, str]
    active: Mapping[str, tuple[tuple[str, str], ...]]
    transliterated: frozenset[str] = frozenset()
    known_to: datetime.date = FAR
    organisations: Mapping[str, str] = field(default_factory=dict, repr=False)

    def words(self, lang: str) -> Words:
        """The words of a language, none for one that no table has."""
        return self.words_by_language.get(lang, Words())

    def holders(self, title: str, of: str, day: datetime.date, lang: str) -> tuple[Holding, ...]:
        """Who holds an office with this title, in a language, for a state or organisation on a day; the latest start first.

        Whoever is known to have held it, but not since when, is not among them.
        """
        found = [h for h in self.holdings.get(of, ()) if title in h.titled(lang) and h.since_known and h.holds_on(day)]
        return tuple(sorted(found, key=lambda holding: (holding.start, holding.person), reverse=True))

    def offices_on(self, person: str, day: datetime.date) -> tuple[Holding, ...]:
        """The offices that a person holds on a day."""
        return tuple(h for h in self.careers.get(person, ()) if h.holds_on(day))


def _day(text: str, otherwise: datetime.date) -> datetime.date:
    return datetime.date.fromisoformat(text) if text else otherwise


def _actor(row: Row, kind: ActorKind, labels: Mapping[str, tuple[str, ...]], names: set[Spelling]) -> Actor:
    usual = {lang: found[0] for lang, found in labels.items()}
    others = tuple(sorted(name for name in names if name.text not in usual.values()))
    return Actor(row["id"], kind, usual, others, row["id"] if row["id"].startswith("Q") else None)


def _names(row: Row, *columns: str) -> set[Spelling]:
    return {Spelling(text, lang) for lang, texts in by_language(row, *columns).items() for text in texts}


def _spelt(row: Row, more: Mapping[str, str]) -> set[Spelling]:
    """Further spellings of a person in German papers (`spellings.csv`)."""
    return {Spelling(text, "de") for text in split(more.get(row["person_en"], ""))}


def _persons(extra: str | None) -> tuple[dict[str, Actor], dict[str, list[Holding]]]:
    last: dict[str, Row] = {}
    names: dict[str, set[Spelling]] = defaultdict(set)
    careers: dict[str, list[Holding]] = defaultdict(list)
    more = {row["person_en"]: row["spellings"] for row in rows("spellings")}
    for row in rows("offices", read_offices(Path(extra)) if extra else ()):
        last[row["id"]] = row
        names[row["id"]] |= _names(row, "names", "person") | _spelt(row, more)
        holding = Holding(
            row["id"], row["office"], by_language(row, "title"), row["of"],
            _day(row["start"], datetime.date.min), _day(row["end"], FAR), row["sex"], row["host"],
        )  # fmt: skip
        careers[row["id"]].append(holding)
    persons = {key: _actor(row, ActorKind.PERSON, by_language(row, "person"), names[key]) for key, row in last.items()}
    return persons, careers


class _Words:
    """Words by language, while the tables are read."""

    def __init__(self) -> None:
        self.adjectives: dict[str, dict[str, str]] = defaultdict(dict)
        self.demonyms: dict[str, dict[str, str]] = defaultdict(dict)
        self.metonyms: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        self.places: dict[str, dict[str, Place]] = defaultdict(dict)

    def add_state(self, row: Row, state: Actor) -> None:
        """The adjectives and demonyms of a state, and its territory as a place."""
        for lang, words in by_language(row, "adjective", "adjectives_alt").items():
            self.adjectives[lang] |= dict.fromkeys(words, row["id"])
        for lang, words in by_language(row, "demonym", "demonyms_alt").items():
            self.demonyms[lang] |= dict.fromkeys(words, row["id"])
        place = Place(slug(state.label("en")), state.labels, row["id"])
        for lang, names in by_language(row, "name", "names").items():
            self.places[lang] |= dict.fromkeys(names, place)

    def add_place(self, row: Row) -> None:
        """A place by its name in each language."""
        labels = {lang: names[0] for lang, names in by_language(row, "name").items()}
        place = Place(slug(in_language(labels, "en")), labels, row["state"] or None)
        for lang, name in labels.items():
            self.places[lang][name] = place

    def add_metonym(self, row: Row) -> None:
        """A metonym in each language that has it."""
        for lang, surfaces in by_language(row, "surface").items():
            self.metonyms[lang] |= dict.fromkeys(surfaces, (row["id"], row["kind"]))

    def by_language(self) -> dict[str, Words]:
        """The words of each language that has any."""
        langs = {*self.adjectives, *self.demonyms, *self.metonyms, *self.places}
        return {
            lang: Words(self.adjectives[lang], self.demonyms[lang], self.metonyms[lang], self.places[lang])
            for lang in sorted(langs)
        }


def known_to() -> dict[str, datetime.date]:
    """To which day each table is known, by the table's name (`known_to.csv`)."""
    return {row["table"]: datetime.date.fromisoformat(row["known_to"]) for row in rows("known_to")}


def _begun(extra: str | None) -> list[datetime.date]:
    """The days on which offices of a user's own file begin: it is as new as the latest of them, for lack of a better witness."""
    own = read_offices(Path(extra)) if extra else []
    return [datetime.date.min, *(_day(row["start"], datetime.date.min) for row in own)]


@lru_cache
def load(extra: str | None = None) -> WhosWho:
    """The who's-who, read once; `extra` is a user's own file of offices (`ontology.whoswho.own`). Raises `OwnActorsError` for a bad one."""
    actors, careers = _persons(extra)
    words = _Words()
    surname_first: set[str] = set()
    transliterated: set[str] = set()
    led: dict[str, str] = {}
    active: dict[str, list[tuple[str, str]]] = defaultdict(list)
    organisations: dict[str, str] = {}
    for row in rows("states"):
        if row["surname_first"]:
            surname_first.add(row["id"])
        if row["transliterated"]:
            transliterated.add(row["id"])
        actors[row["id"]] = _actor(row, ActorKind.STATE, by_language(row, "name"), _names(row, "names"))
        words.add_state(row, actors[row["id"]])
    for row in rows("organisations"):
        kind = (
            ActorKind.GROUP
            if row["kind"] in GROUPS
            else ActorKind.STATE
            if row["kind"] == "region"
            else ActorKind.ORGANISATION
        )
        actors[row["id"]] = _actor(row, kind, by_language(row, "name"), _names(row, "names"))
        led |= dict.fromkeys(split(row["led_by"]), row["id"])
        organisations[row["id"]] = row["kind"]
        for nature in split(row["nature"]):
            active[nature] += [(state, row["id"]) for state in split(row["active_in"])]
    for row in rows("places"):
        words.add_place(row)
    for row in rows("metonyms"):
        words.add_metonym(row)
    names: dict[str, list[str]] = defaultdict(list)
    for key, actor in actors.items():
        for name in actor.spellings("en"):
            names[name].append(key)
    holdings: dict[str, list[Holding]] = defaultdict(list)
    for career in careers.values():
        for holding in career:
            holdings[holding.of].append(holding)
    return WhosWho(
        actors=actors,
        names={name: tuple(keys) for name, keys in names.items()},
        words_by_language=words.by_language(),
        holdings={of: tuple(found) for of, found in holdings.items()},
        careers={person: tuple(found) for person, found in careers.items()},
        surname_first=frozenset(surname_first),
        led=led,
        active={nature: tuple(found) for nature, found in active.items()},
        transliterated=frozenset(transliterated),
        known_to=max(known_to()["offices"], *_begun(extra)),
        organisations=organisations,
    )
