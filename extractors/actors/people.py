"""Linking persons: by name, by office at the article's date, by what the article introduced before."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA

from extractors.actors.folding import fold
from extractors.actors.gazette import Gazette, joined
from extractors.actors.offices import HEADS, RANK, Offices
from extractors.actors.titles import Title
from extractors.actors.transliteration import is_initial, is_patronymic, romanised
from ontology.actor import Actor, ActorKind
from ontology.slugs import slug

# Shorter surnames are a letter away from too many others.
SHORTEST_SLIP = 5


class People(Offices):
    """The persons of one article: those it introduced, and the tables behind them."""

    def __init__(
        self,
        gazette: Gazette,
        day: datetime.date | None,
        particles: frozenset[str],
        generations: frozenset[str] = frozenset(),
    ) -> None:
        """`day` is the article's date; without it no office is looked up.

        `particles` are parts of names that name nobody (*von*), `generations` tell a child or parent from the namesake (*junior*).
        """
        super().__init__(gazette, day)
        self.grammar = gazette.grammar
        self.particles = particles
        self.generations = generations
        # Whole names that the article has somewhere, by surname: a headline has the surname alone.
        self.whole: Mapping[str, tuple[str, ...]] = {}
        self.introduced: dict[str, Actor] = {}
        self.sexes: dict[str, str] = {}
        self.titles: dict[str, set[str]] = {}

    def introduce(self, actor: Actor, words: Sequence[str], title: Title | None = None) -> None:
        """Remember a person by every part of the name; the last part wins over an earlier person's first name."""
        for position, word in enumerate(words):
            key = fold(self.grammar.genitive_base(word) if position == len(words) - 1 else word)
            if (
                len(key) > 1
                and key not in self.particles
                and key not in self.generations
                and (position == len(words) - 1 or key not in self.introduced)
            ):
                self.introduced[key] = actor
        self.introduced[" ".join(fold(word) for word in words)] = actor
        for holding in self.whoswho.careers.get(actor.id, ()):
            self.sexes.setdefault(actor.id, holding.sex)
        if title:
            self.titles.setdefault(actor.id, set()).add(title.head)
            if title.sex:
                self.sexes.setdefault(actor.id, title.sex)

    def known_here(self, words: Sequence[str]) -> Actor | None:
        """The person introduced before under this name or part of it."""
        whole = " ".join(fold(word) for word in words)
        for key in (whole, fold(words[-1]), fold(self.grammar.genitive_base(words[-1]))):
            if key in self.introduced:
                actor = self.introduced[key]
                if len(words) == 1:
                    return self._famous(actor, words[0]) or actor
                if key == whole or self._fits(actor, words):
                    return actor
        return None

    def _famous(self, actor: Actor, surname: str) -> Actor | None:
        """Who leads a state and has the surname of a private person whom the article named: *Jill Biden … Biden warnte Russland*."""
        if actor.id in self.titles or self.rank(actor)[0] < len(RANK):
            return None
        leading = [p for p in self.gazette.people(surname, exactly=True) if self.rank(p)[0] < HEADS]
        return leading[0] if len(leading) == 1 and self.day else None

    def _fits(self, actor: Actor, words: Sequence[str]) -> bool:
        """Whether a longer name can be this actor's: its first names begin alike (*Mohammed*, *Mohammad*; *v. d. Leyen*).

        A patronymic or initial between first name and surname tells nothing: *Sergej Wiktorowitsch Lawrow*, *Donald J. Trump*.
        """
        parts = [part for name in actor.spellings(self.lang) for part in name.split()]
        mine = {form(part)[:3] for part in parts for form in (fold, romanised)}
        given = [word for word in words[:-1] if not (word.islower() and fold(word) in self.particles)]
        given = [
            *given[:1],
            *(word for word in given[1:] if not (is_patronymic(word) or (word[0].isupper() and is_initial(word)))),
        ]
        return all(
            any(part.startswith(romanised(word[0])) for part in mine)
            if is_initial(word)
            else not mine.isdisjoint((fold(word)[:3], romanised(word)[:3]))
            for word in given
        )

    def by_name(
        self, words: Sequence[str], title: Title | None, of: Iterable[Actor], listed: Actor | None
    ) -> Actor | None:
        """The person of a name: introduced here, listed under the full name, or fitting by surname, office and state."""
        if words[-1].lower() in self.generations:
            return self.introduced.get(" ".join(fold(word) for word in words))
        here = self.known_here(words)
        if here:
            return here
        of = tuple(of)
        states = {actor.id for actor in of}
        if len(words) == 2 and words[0].islower() and fold(words[0]) in self.particles:
            # "al Sarradsch"
            words = words[1:]
        if len(words) == 1 and (whole := self.whole.get(fold(words[0]))) and (named := self._unique(whole)):
            return named
        if listed and len(words) > 1:
            return self._namesake(words, states) or self._in_office(listed, states) or listed
        if len(words) > 1 and (same := self._unique(words) or self._shortened(words, title, of)):
            return same
        fitting = [p for p in self.gazette.people(words[-1]) if len(words) == 1 or self._whole(p, words)]
        if len(words) == 1 and title is None and (whole := self.whole.get(fold(words[0]))):
            # "Herr Nowak" of an article that names Jan Nowak is not Alexander Nowak; beside Brigitte Macron, Macron is the president.
            fitting = [p for p in fitting if self._whole(p, whole) or self.rank(p)[0] < HEADS]
        if len(words) == 1 and not words[0].endswith(self.grammar.genitive_endings) and not fitting:
            return None
        if len(words) > 1 and len(fitting) == 1:
            # A whole name that one listed person has is that person, in office or not yet: *Donald Trump* in 2015.
            return fitting[0]
        if states or title:
            near = [p for p in fitting if self._held(p, title, states)]
            if not near and title and not any(actor.kind is ActorKind.STATE for actor in of):
                # "EU-Ratspräsident Michel": tables have the office under the body's own name.
                near = [p for p in fitting if self._held(p, title, set())]
            if not near and title and len(words) == 1:
                near = [p for p in fitting if self._held_like(p, title, states)]
            if not near and len(words) > 1:
                near = self._misspelt(words, title, states)
            fitting = near
        elif self.day:
            if len(words) == 1 and not self.gazette.people(words[0], exactly=True):
                # A bare surname in another spelling is that of somebody who leads: "Selenskij", but not "Nowak".
                fitting = [p for p in fitting if self.leads(p)]
            fitting = [p for p in fitting if self.whoswho.offices_on(p.id, self.day)]
        else:
            # Without a date a bare surname is somebody only if one leading person of all years has it.
            fitting = [p for p in fitting if self.leads(p)]
            if len(fitting) > 1:
                return None
        fitting.sort(key=self.rank)
        if len(fitting) > 1 and self.rank(fitting[0])[0] == self.rank(fitting[1])[0]:
            return None
        return fitting[0] if fitting else None

    def _unique(self, words: Sequence[str]) -> Actor | None:
        """Who alone is listed under a name, however it is joined: *Ahmed Aboul-Gheit*, *Ahmed Aboul Gheit*."""
        for last in (words[-1], self.grammar.genitive_base(words[-1])):
            found = self.gazette.joined.get(joined((*words[:-1], last)), ())
            if len(found) == 1:
                return found[0]
        return None

    def _shortened(self, words: Sequence[str], title: Title | None, of: Iterable[Actor]) -> Actor | None:
        """Who holds the office, where the tables have fewer of the person's names: *Außenministerin Ann Christin Linde*."""
        mine = {fold(word) for word in words} | {fold(self.grammar.genitive_base(words[-1]))}
        for owner in of if title else ():
            holder = self.holder(title, owner) if title else None
            names = holder.spellings(self.lang) if holder else ()
            if any(len(name.split()) > 1 and mine.issuperset(fold(part) for part in name.split()) for name in names):
                return holder
        return None

    def _whole(self, person: Actor, words: Sequence[str]) -> bool:
        """Whether a name of several words can be the person's: *Yi Wang* is not *Wang Yi*."""
        bases = {romanised(form) for form in (words[-1], self.grammar.genitive_base(words[-1]))}
        lasts = {romanised(name.split()[-1]) for name in person.spellings(self.lang)}
        # "al-Burhan", "Burhan"
        lasts |= {romanised(name.split()[-1].rpartition("-")[2]) for name in person.spellings(self.lang)}
        return not bases.isdisjoint(lasts) and self._fits(person, words)

    def _namesake(self, words: Sequence[str], states: set[str]) -> Actor | None:
        same = [self.whoswho.actors[key] for key in self.whoswho.names.get(" ".join(words), ())]
        fitting = [p for p in same if any(h.of in states for h in self.whoswho.careers.get(p.id, ()))]
        return fitting[0] if len(fitting) == 1 else None

    def _in_office(self, listed: Actor, states: set[str]) -> Actor | None:
        """Of several persons who are listed under one name, as *König Abdullah*, the one in office, of these states if any are named."""
        names, careers = self.whoswho.names, self.whoswho.careers
        rivals = sorted({key for name in listed.spellings(self.lang) for key in names.get(name, ())})
        if len(rivals) < 2:
            return None
        near = [key for key in rivals if any(h.of in states for h in careers.get(key, ()))]
        if not near and self.day:
            near = [key for key in rivals if self.whoswho.offices_on(key, self.day)]
        return self.whoswho.actors[near[0]] if len(near) == 1 else None

    def _held(self, person: Actor, title: Title | None, states: set[str]) -> bool:
        """Whether the person held such an office around the date: within a year, since articles call a leaving minister minister."""
        for holding in self.whoswho.careers.get(person.id, ()):
            near = self.day is None or (
                holding.start <= self.day + datetime.timedelta(365) and self.day < _later(holding.end, 365)
            )
            titled = (
                title is None
                or title.kind == "role"
                or bool(set(title.forms) & set(holding.titled(self.lang)))
                or bool(states)
            )
            if near and titled and (not states or holding.of in states):
                return True
        return False

    def is_one(self, actors: Sequence[Actor], sex: str) -> bool:
        """Whether actors are a single person, of this sex as far as is known."""
        return len(actors) == 1 and actors[0].kind is ActorKind.PERSON and self.sex(actors[0]) in (sex, "")

    def sex(self, actor: Actor) -> str:
        """`m`, `f`, or "" where nothing tells."""
        return self.sexes.get(actor.id, "")

    def otherwise_named(self, actor: Actor, words: Sequence[str]) -> bool:
        """Whether the article introduced a person by another whole name than this one."""
        known = actor.known and len(words) > 1 and actor in self.introduced.values()
        return known and " ".join(fold(word) for word in words) not in self.introduced

    def before_noun(self, words: Sequence[str], title: Title, of: Iterable[Actor]) -> Actor | None:
        """Whose surname stands first in what is no name as a whole: *während Präsident Erdogan Öl ins Feuer gießt*."""
        if len(words) != 2 or fold(words[0]) in self.gazette.given:
            return None
        found = self.by_name(words[:1], title, of, None)
        return found if found and found.known else None

    def _held_like(self, person: Actor, title: Title, states: set[str]) -> bool:
        """Whether a surname's bearer held such an office: one of that kind in these days, or that very one before.

        *Regierungssprecher Peskow* is the spokesman of the Kremlin, *Ex-Kanzler Schröder* was chancellor long ago.
        """
        if title.kind == "role":
            return False
        for holding in self.whoswho.careers.get(person.id, ()):
            titles = holding.titled(self.lang)
            alike = title.base.lower().endswith(title.head)
            kind = alike and any(fold(one).endswith(fold(title.head)) for one in titles)
            now = self.day is None or holding.holds_on(self.day)
            # "Präsident Jelzin" needs no word that he was one.
            past = title.kind == "former" or holding.office in RANK[:HEADS]
            before = (
                past and self.day is not None and holding.start <= self.day and bool(set(title.forms) & set(titles))
            )
            if (not states or holding.of in states) and ((kind and now) or before):
                return True
        return False

    def _misspelt(self, words: Sequence[str], title: Title | None, states: set[str]) -> list[Actor]:
        """Who has the name but for a slip, and an office of these states or of this kind that day.

        The given name is alike and the surname a letter away (*Selenkyj*), or the reverse (*Juli Uschakow*).
        """
        given, surname = fold(words[0]), fold(self.grammar.genitive_base(words[-1]))
        found = {}
        for person in (*self.gazette.given.get(given, ()), *self.gazette.people(surname)):
            for name in person.spellings(self.lang):
                first, last = fold(name.split()[0]), fold(name.split()[-1])
                if min(len(last), len(surname)) < SHORTEST_SLIP or " " not in name:
                    continue
                slip = OSA.distance(last, surname) == 1 if first == given else OSA.distance(first, given) == 1
                if slip and (first == given or last == surname) and self._serves_now(person, title, states):
                    found[person.id] = person
        return list(found.values())

    def _serves_now(self, person: Actor, title: Title | None, states: set[str]) -> bool:
        """Whether the person has an office of these states that day or, where none is said, one of this kind."""
        offices = self.whoswho.offices_on(person.id, self.day) if self.day else ()
        if states:
            return any(holding.of in states for holding in offices)
        return title is not None and any(
            fold(one).endswith(fold(title.head)) for holding in offices for one in holding.titled(self.lang)
        )

    def unlisted(self, words: Sequence[str], *, genitive: bool = False) -> Actor:
        """An actor of its own for a person that no table has, its id from the name; *Pius* keeps its -s unless it is a `genitive`."""
        if len(words) == 1:
            base = self.grammar.genitive_base(words[0])
            words = self.whole.get(fold(words[0])) or (self.whole.get(fold(base)) if genitive else None) or words
            genitive = genitive and len(words) == 1
        name = " ".join((*words[:-1], self.grammar.genitive_base(words[-1]) if genitive else words[-1]))
        return Actor(slug(name), ActorKind.PERSON, {self.lang: name}, known=False)


def _later(day: datetime.date, days: int) -> datetime.date:
    return day if day > datetime.date.max - datetime.timedelta(days) else day + datetime.timedelta(days)
