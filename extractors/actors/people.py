"""Linking persons: by name, by office at the article's date, by what the article introduced before."""

import datetime
from collections.abc import Iterable, Sequence

from extractors.actors.folding import fold
from extractors.actors.gazette import Gazette
from extractors.actors.titles import Title
from extractors.actors.transliteration import is_initial, is_patronymic, romanised
from ontology.actor import Actor, ActorKind
from ontology.slugs import slug
from ontology.whoswho import Holding

# Who is meant by a bare surname that several office holders have: the higher office.
RANK = ("head_of_state", "head_of_government", "president", "foreign_minister", "secretary_general", "commission_president",
        "high_representative", "vice_president", "defence_minister")  # fmt: skip
HEADS = 3
# Days before an office in which somebody is its future holder.
NEAR = 366


class People:
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
        self.gazette = gazette
        self.lang = gazette.lang
        self.grammar = gazette.grammar
        self.particles = particles
        self.generations = generations
        self.day = day
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
        for holding in self.gazette.whoswho.careers.get(actor.id, ()):
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
        if actor.id in self.titles or self._rank(actor)[0] < len(RANK):
            return None
        leading = [p for p in self.gazette.people(surname, exactly=True) if self._rank(p)[0] < HEADS]
        return leading[0] if len(leading) == 1 and self.day else None

    def _fits(self, actor: Actor, words: Sequence[str]) -> bool:
        """Whether a longer name can be this actor's: its first names begin alike (*Mohammed*, *Mohammad*; *v. d. Leyen*).

        A patronymic or initial between first name and surname tells nothing: *Sergej Wiktorowitsch Lawrow*, *Donald J. Trump*.
        """
        parts = [part for name in actor.spellings(self.lang) for part in name.split()]
        mine = {form(part)[:3] for part in parts for form in (fold, romanised)}
        given = words[:-1]
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
        states = {actor.id for actor in of}
        if listed and len(words) > 1:
            return self._namesake(words, states) or self._in_office(listed, states) or listed
        fitting = [p for p in self.gazette.people(words[-1]) if len(words) == 1 or self._whole(p, words)]
        if len(words) == 1 and not words[0].endswith(self.grammar.genitive_endings) and not fitting:
            return None
        if len(words) > 1 and len(fitting) == 1:
            # A whole name that one listed person has is that person, in office or not yet: *Donald Trump* in 2015.
            return fitting[0]
        if states or title:
            fitting = [p for p in fitting if self._held(p, title, states)]
        elif self.day:
            fitting = [p for p in fitting if self.gazette.whoswho.offices_on(p.id, self.day)]
        else:
            # Without a date a bare surname is somebody only if one leading person of all years has it.
            fitting = [p for p in fitting if self.leads(p)]
            if len(fitting) > 1:
                return None
        fitting.sort(key=self._rank)
        if len(fitting) > 1 and self._rank(fitting[0])[0] == self._rank(fitting[1])[0]:
            return None
        return fitting[0] if fitting else None

    def _whole(self, person: Actor, words: Sequence[str]) -> bool:
        """Whether a name of several words can be the person's: *Yi Wang* is not *Wang Yi*."""
        bases = {romanised(form) for form in (words[-1], self.grammar.genitive_base(words[-1]))}
        lasts = {romanised(name.split()[-1]) for name in person.spellings(self.lang)}
        # "al-Burhan", "Burhan"
        lasts |= {romanised(name.split()[-1].rpartition("-")[2]) for name in person.spellings(self.lang)}
        return not bases.isdisjoint(lasts) and self._fits(person, words)

    def _namesake(self, words: Sequence[str], states: set[str]) -> Actor | None:
        same = [self.gazette.whoswho.actors[key] for key in self.gazette.whoswho.names.get(" ".join(words), ())]
        fitting = [p for p in same if any(h.of in states for h in self.gazette.whoswho.careers.get(p.id, ()))]
        return fitting[0] if len(fitting) == 1 else None

    def _in_office(self, listed: Actor, states: set[str]) -> Actor | None:
        """Of several persons who are listed under one name, as *König Abdullah*, the one in office, of these states if any are named."""
        names, careers = self.gazette.whoswho.names, self.gazette.whoswho.careers
        rivals = sorted({key for name in listed.spellings(self.lang) for key in names.get(name, ())})
        if len(rivals) < 2:
            return None
        near = [key for key in rivals if any(h.of in states for h in careers.get(key, ()))]
        if not near and self.day:
            near = [key for key in rivals if self.gazette.whoswho.offices_on(key, self.day)]
        return self.gazette.whoswho.actors[near[0]] if len(near) == 1 else None

    def _held(self, person: Actor, title: Title | None, states: set[str]) -> bool:
        """Whether the person held such an office around the date: within a year, since articles call a leaving minister minister."""
        for holding in self.gazette.whoswho.careers.get(person.id, ()):
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

    def _rank(self, person: Actor) -> tuple[int, str]:
        careers = self.gazette.whoswho.careers.get(person.id, ())
        offices = self.gazette.whoswho.offices_on(person.id, self.day) if self.day else careers
        ranks = [RANK.index(h.office) if h.office in RANK else len(RANK) for h in offices]
        return min(ranks, default=len(RANK) + 1), person.id

    def leads(self, person: Actor) -> bool:
        """Whether the person holds one of the leading offices at the article's date, or ever held one where that is not known."""
        return self._rank(person)[0] < len(RANK)

    def holder(self, title: Title, of: Actor) -> Actor | None:
        """Who holds the office at the article's date, by its title; None without a date or a single holder."""
        if self.day is None:
            return None
        for form in title.forms:
            found = self.gazette.whoswho.holders(form, of.id, self.day, self.lang)
            if found and (len(found) == 1 or found[0].office == found[1].office or found[0].office in RANK):
                return self.gazette.whoswho.actors[found[0].person]
        return None

    def holds(self, person: Actor, title: Title) -> bool:
        """Whether the person holds an office of this title at the article's date."""
        offices = self.gazette.whoswho.offices_on(person.id, self.day) if self.day else ()
        return any(set(title.forms) & set(holding.titled(self.lang)) for holding in offices)

    def following(self, title: Title, owners: Iterable[Actor]) -> frozenset[str]:
        """Who (ids) comes into an office of this title within a year: *der künftige US-Präsident*."""
        if self.day is None:
            return frozenset()
        holdings, states = self.gazette.whoswho.holdings, [actor.id for actor in owners]
        return frozenset(
            holding.person
            for of in states or holdings
            for holding in holdings.get(of, ())
            if set(title.forms) & set(holding.titled(self.lang))
            and self.day < holding.start <= self.day + datetime.timedelta(NEAR)
        )

    def serves(self, person: Actor, state: Actor) -> bool:
        """Whether a person may be called by a state's people: one that the tables know serves it."""
        careers = self.gazette.whoswho.careers.get(person.id, ())
        states = {h.of for h in careers if self.gazette.whoswho.actors[h.of].kind is ActorKind.STATE}
        return not states or state.id in states

    def may_belong(self, person: Actor, party: Actor) -> bool:
        """Whether a person may be of a party: nobody who leads another one."""
        led = {h.of for h in self.gazette.whoswho.careers.get(person.id, ()) if h.office == "party_leader"}
        return not led or party.id in led

    def hosts(self, title: Title, owners: Iterable[Actor]) -> frozenset[str]:
        """The states (ids) to which those who hold the office at the article's date are accredited."""
        if self.day is None:
            return frozenset()
        found = (
            holding
            for of in owners
            for form in title.forms
            for holding in self.gazette.whoswho.holders(form, of.id, self.day, self.lang)
        )
        return frozenset(holding.host for holding in found if holding.host)

    def office_of(self, person: Actor, title: Title) -> Actor | None:
        """What a known person holds this office for: *Außenminister Lawrow* → Russia, at the date or the nearest to it."""
        careers = self.gazette.whoswho.careers.get(person.id, ())
        fitting = [
            h
            for h in careers
            if set(title.forms) & set(h.titled(self.lang)) and (self.day is None or h.start <= self.day)
        ]
        if not fitting:
            return None
        return self.gazette.whoswho.actors.get(max(fitting, key=self._nearness).of)

    def rules(self, person: Actor) -> Actor | None:
        """The state that a known person leads, at the date or the nearest to it."""
        careers = self.gazette.whoswho.careers.get(person.id, ())
        leading = [h for h in careers if h.office in RANK[:2] and (self.day is None or h.start <= self.day)]
        return self.gazette.whoswho.actors.get(max(leading, key=self._nearness).of) if leading else None

    def leads_body(self, person: Actor) -> Actor | None:
        """What a person leads in the highest office at the article's date: a state, an organisation, a party."""
        if self.day is None:
            return self.rules(person)
        held = self.gazette.whoswho.offices_on(person.id, self.day)
        if not held:
            return None
        first = min(held, key=lambda h: RANK.index(h.office) if h.office in RANK else len(RANK))
        return self.gazette.whoswho.actors.get(first.of)

    def on_duty(self, person: Actor, title: Title) -> Actor | None:
        """The one body that a known person serves at the article's date, whatever the article calls the office.

        *Finanzminister Champagne*, *der stellvertretende Außenminister Rjabkow*: tables have one title, papers another.
        """
        if self.day is None or title.kind != "office":
            return None
        bodies = {h.of for h in self.gazette.whoswho.offices_on(person.id, self.day)}
        return self.gazette.whoswho.actors.get(bodies.pop()) if len(bodies) == 1 else None

    def _nearness(self, holding: Holding) -> tuple[bool, datetime.date]:
        return self.day is not None and holding.holds_on(self.day), holding.start

    def is_one(self, actors: Sequence[Actor], sex: str) -> bool:
        """Whether actors are a single person, of this sex as far as is known."""
        return len(actors) == 1 and actors[0].kind is ActorKind.PERSON and self.sex(actors[0]) in (sex, "")

    def sex(self, actor: Actor) -> str:
        """`m`, `f`, or "" where nothing tells."""
        return self.sexes.get(actor.id, "")

    def unlisted(self, words: Sequence[str], *, genitive: bool = False) -> Actor:
        """An actor of its own for a person that no table has, its id from the name; *Pius* keeps its -s unless it is a `genitive`."""
        name = " ".join((*words[:-1], self.grammar.genitive_base(words[-1]) if genitive else words[-1]))
        return Actor(slug(name), ActorKind.PERSON, {self.lang: name}, known=False)


def _later(day: datetime.date, days: int) -> datetime.date:
    return day if day > datetime.date.max - datetime.timedelta(days) else day + datetime.timedelta(days)
