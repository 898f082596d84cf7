"""What the tables say of offices at an article's date: who holds one, who will, what somebody leads."""

import datetime
from collections.abc import Iterable

from extractors.actors.gazette import Gazette
from extractors.actors.titles import Title
from ontology.actor import Actor, ActorKind
from ontology.whoswho import Holding

# Who is meant by a bare surname that several office holders have: the higher office.
RANK = ("head_of_state", "head_of_government", "president", "foreign_minister", "secretary_general", "commission_president",
        "high_representative", "vice_president", "defence_minister")  # fmt: skip
HEADS = 3
# Days before an office in which somebody is its future holder.
NEAR = 366


class Offices:
    """The offices of the tables at one day."""

    def __init__(self, gazette: Gazette, day: datetime.date | None) -> None:
        """`day` is the article's date; without it no office is looked up."""
        self.gazette = gazette
        self.whoswho = gazette.whoswho
        self.lang = gazette.lang
        self.day = day

    def rank(self, person: Actor) -> tuple[int, str]:
        """How high the person's highest office of the day is, the lowest number first, and the id so that nothing is left to chance."""
        careers = self.whoswho.careers.get(person.id, ())
        offices = self.whoswho.offices_on(person.id, self.day) if self.day else careers
        ranks = [RANK.index(h.office) if h.office in RANK else len(RANK) for h in offices]
        return min(ranks, default=len(RANK) + 1), person.id

    def leads(self, person: Actor) -> bool:
        """Whether the person holds one of the leading offices at the article's date, or ever held one where that is not known."""
        return self.rank(person)[0] < len(RANK)

    def holder(self, title: Title, of: Actor) -> Actor | None:
        """Who holds the office at the article's date, by its title; None without a date or a single holder."""
        if self.day is None:
            return None
        for form in title.forms:
            found = self.whoswho.holders(form, of.id, self.day, self.lang)
            if found and (len(found) == 1 or found[0].office == found[1].office or found[0].office in RANK):
                return self.whoswho.actors[found[0].person]
        return None

    def ruler(self, of: Actor) -> Actor | None:
        """Who is head of a state at the article's date, or of its government where the tables know no head of state."""
        if self.day is None:
            return None
        held = [h for h in self.whoswho.holdings.get(of.id, ()) if h.office in RANK[:2] and h.holds_on(self.day)]
        held.sort(key=lambda h: (RANK.index(h.office), -h.start.toordinal(), h.person))
        return self.whoswho.actors[held[0].person] if held else None

    def holds(self, person: Actor, title: Title) -> bool:
        """Whether the person holds an office of this title at the article's date."""
        offices = self.whoswho.offices_on(person.id, self.day) if self.day else ()
        return any(set(title.forms) & set(holding.titled(self.lang)) for holding in offices)

    def following(self, title: Title, owners: Iterable[Actor]) -> frozenset[str]:
        """Who (ids) comes into an office of this title within a year: *der künftige US-Präsident*."""
        if self.day is None:
            return frozenset()
        holdings, states = self.whoswho.holdings, [actor.id for actor in owners]
        return frozenset(
            holding.person
            for of in states or holdings
            for holding in holdings.get(of, ())
            if set(title.forms) & set(holding.titled(self.lang))
            and self.day < holding.start <= self.day + datetime.timedelta(NEAR)
        )

    def serves(self, person: Actor, state: Actor) -> bool:
        """Whether a person may be called by a state's people: one that the tables know serves it."""
        careers = self.whoswho.careers.get(person.id, ())
        states = {h.of for h in careers if self.whoswho.actors[h.of].kind is ActorKind.STATE}
        return not states or state.id in states

    def may_belong(self, person: Actor, party: Actor) -> bool:
        """Whether a person may be of a party: nobody who leads another one."""
        led = {h.of for h in self.whoswho.careers.get(person.id, ()) if h.office == "party_leader"}
        return not led or party.id in led

    def hosts(self, title: Title, owners: Iterable[Actor]) -> frozenset[str]:
        """The states (ids) to which those who hold the office at the article's date are accredited."""
        if self.day is None:
            return frozenset()
        found = (
            holding
            for of in owners
            for form in title.forms
            for holding in self.whoswho.holders(form, of.id, self.day, self.lang)
        )
        return frozenset(holding.host for holding in found if holding.host)

    def office_of(self, person: Actor, title: Title) -> Actor | None:
        """What a known person holds this office for: *Außenminister Lawrow* → Russia, at the date or the nearest to it."""
        careers = self.whoswho.careers.get(person.id, ())
        fitting = [
            h
            for h in careers
            if set(title.forms) & set(h.titled(self.lang)) and (self.day is None or h.start <= self.day)
        ]
        if not fitting:
            return None
        return self.whoswho.actors.get(max(fitting, key=self._nearness).of)

    def rules(self, person: Actor) -> Actor | None:
        """The state that a known person leads, at the date or the nearest to it."""
        careers = self.whoswho.careers.get(person.id, ())
        leading = [h for h in careers if h.office in RANK[:2] and (self.day is None or h.start <= self.day)]
        return self.whoswho.actors.get(max(leading, key=self._nearness).of) if leading else None

    def leads_body(self, person: Actor) -> Actor | None:
        """What a person leads in the highest office at the article's date: a state, an organisation, a party."""
        if self.day is None:
            return self.rules(person)
        held = self.whoswho.offices_on(person.id, self.day)
        if not held:
            return None
        first = min(held, key=lambda h: RANK.index(h.office) if h.office in RANK else len(RANK))
        return self.whoswho.actors.get(first.of)

    def on_duty(self, person: Actor, title: Title) -> Actor | None:
        """The one body that a known person serves at the article's date, whatever the article calls the office.

        *Finanzminister Champagne*, *der stellvertretende Außenminister Rjabkow*: tables have one title, papers another.
        """
        return self.body(person) if title.kind == "office" else None

    def body(self, person: Actor) -> Actor | None:
        """The one body that a known person serves at the article's date, or served till a year before."""
        if self.day is None:
            return None
        careers = self.whoswho.careers.get(person.id, ())
        bodies = {h.of for h in careers if h.holds_on(self.day)} or {
            h.of for h in careers if h.start <= self.day < h.end + datetime.timedelta(NEAR)
        }
        return self.whoswho.actors.get(bodies.pop()) if len(bodies) == 1 else None

    def _nearness(self, holding: Holding) -> tuple[bool, datetime.date]:
        return self.day is not None and holding.holds_on(self.day), holding.start
