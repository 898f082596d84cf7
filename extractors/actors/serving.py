"""For whom an official holds an office: the body that the title names, the one whose leader is served, or the one of the tables."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from extractors.actors.gazette import Found
from extractors.actors.people import People
from extractors.actors.phrases import named_owners
from extractors.actors.salience import Salience
from extractors.actors.titles import Title, Titles
from extractors.languages import WordClasses
from extractors.mention import Mention
from ontology.actor import Actor, ActorKind, Spelling
from ontology.labels import FALLBACK
from ontology.slugs import slug

# How an ambassador whom no table has is called, as an actor of its own.
EMBASSY = "{title} ({sender} – {host})"


class Serving:
    """Finds in one article what an office is of."""

    def __init__(
        self,
        words: WordClasses,
        people: People,
        salience: Salience,
        titles: Titles,
        names: Mapping[int, Found],
        persons: Mapping[int, tuple[int, int]],
        at: Mapping[int, Mention],
    ) -> None:
        """`names`, `persons` and `at` are the article's notes by token: names of the tables, persons' names, mentions so far."""
        self.words = words
        self.people = people
        self.salience = salience
        self.titles = titles
        self.gazette = people.gazette
        self.names = names
        self.persons = persons
        self.at = at

    def owners(self, token: Token, title: Title) -> list[Actor]:
        """What a title's own phrase says that it is of, the surest first.

        Who is accredited to a body is of the state: *der iranische UN-Botschafter*. And *der russische Botschafter in Madrid* is no
        Spaniard.
        """
        named = list(
            dict.fromkeys(
                named_owners(token, self.names, self.gazette, seats=title.base not in self.words["ambassadors"])
            )
        )
        if not title.of:
            beside = token.dep_ == "conj" and token.head.i == token.i - 2
            if not named and beside and (first := self.titles.parse(token.head.text)):
                # "der ÖVP-Delegationsleiter und Spitzenkandidat Karas"
                return self.owners(token.head, first)
            return named
        states = [actor for actor in named if actor.kind is ActorKind.STATE and actor != title.of]
        accredited = title.head in self.words["accredited"] and title.of.kind is not ActorKind.STATE
        return states if accredited and states else [title.of]

    def held(self, token: Token, title: Title, owners: list[Actor], actor: Actor) -> Actor | None:
        """What a named official's office is of; an official whom no table has is of no state unless one is said."""
        if title.kind == "role" and title.head not in self.words["accredited"]:
            return None
        if owners:
            return owners[0]
        return self.of_leader(token, title) or self.people.office_of(actor, title) or self.people.on_duty(actor, title)

    def of_leader(self, token: Token, title: Title) -> Actor | None:
        """The body of the leader whom somebody serves: *Bidens Sprecherin*, *ein Berater von Präsident Macron*, *dessen Vize*."""
        if title.head not in self.words["staff"]:
            return None
        for leader in self._served(token):
            if leader.kind is ActorKind.PERSON and (body := self.people.leads_body(leader)):
                return body
        return None

    def _served(self, token: Token) -> Iterable[Actor]:
        doc = token.doc
        left = self.at.get(token.i - 1)
        if left and doc[token.i - 1].text.endswith(self.gazette.grammar.genitive_endings):
            yield from left.actors
        for child in token.children:
            if child.dep_ in ("det:poss", "det", "nmod") and child.i < token.i and child.i in self.at:
                yield from self.at[child.i].actors
            elif child.dep_ == "nmod" and child.i > token.i:
                for word in (child, *child.children):
                    if word.i in self.persons:
                        first, last = self.persons[word.i]
                        found = self.people.by_name([t.text for t in doc[first : last + 1]], None, (), None)
                        if found:
                            yield found

    def contradicts(self, title: Title, owners: list[Actor], words: list[str]) -> bool:
        """Whether the name behind a title is somebody else's: *will der US-Präsident Merz ehren*.

        So it is where the office has a holder, and the name a person who serves another state that day.
        """
        if not owners or title.kind != "office" or len(words) != 1 or self.people.day is None:
            return False
        holder = self.people.holder(title, owners[0])
        person = self.people.by_name(words, None, (), None)
        if not holder or not person or not person.known or holder == person:
            return False
        serves = {h.of for h in self.gazette.whoswho.offices_on(person.id, self.people.day)}
        # "Ministerpräsident Rutte" told years later
        served = {h.of for h in self.gazette.whoswho.careers.get(person.id, ())}
        return bool(serves) and owners[0].id not in served

    def _spoken_of(self, sentence: int) -> Actor | None:
        """The state that an unlisted official of no named state serves: the one that the article speaks of most here."""
        found = self.salience.best(
            sentence, lambda a: len(a.actors) == 1 and a.actors[0].kind is ActorKind.STATE, back=3
        )
        return found.actors[0] if found else None

    def ministry(self, name: Token, actor: Actor, sentence: int) -> Actor | None:
        """Whom a person serves whose ministry follows the name, of which `name` is the last word: *Igor X vom Verteidigungsministerium*."""
        doc, last = name.doc, name.i
        if last + 2 >= len(doc) or doc[last + 1].lower_ not in self.words["serving-prepositions"]:
            return None
        noun = next((t for t in doc[last + 2 : last + 5] if t.pos_ == "NOUN"), None)
        if noun is None or not noun.lower_.endswith(tuple(self.words["ministries"])):
            return None
        owners = list(named_owners(noun, self.names, self.gazette))
        if owners:
            return owners[0]
        return self.people.body(actor) if actor.known else self._spoken_of(sentence)

    def accredited(self, token: Token, title: Title, owners: list[Actor]) -> bool:
        """Whether an ambassador may be the listed one (the tables have those in Berlin): not where the sentence is about another host.

        *Rumänien bestellte den russischen Botschafter ein* is about the one in Bucharest, whom no table has.
        """
        if title.head in self.words["envoys"] and self._sent_for(token, title, owners):
            return False
        if title.base not in self.words["ambassadors"]:
            return True
        named = {self.names[t.i].name.actor for t in token.sent if t.i in self.names}
        named |= {state for t in token.sent if (state := self.gazette.adjective(t.text))}
        states = {actor.id for actor in named if actor.kind is ActorKind.STATE} - {owner.id for owner in owners}
        return not states or not states.isdisjoint(self.people.hosts(title, owners))

    def _sent_for(self, token: Token, title: Title, owners: list[Actor]) -> bool:
        """Whether an envoy is for a land that is not that of the listed one: *der UN-Sondergesandte für Libyen*."""
        lands = {
            self.names[child.i].name.actor.id
            for child in token.children
            if child.dep_ == "nmod" and child.i in self.names
        } - {owner.id for owner in owners}
        return bool(lands) and lands.isdisjoint(self.people.hosts(title, owners))

    def embassy(self, token: Token, title: Title, owners: list[Actor]) -> Actor | None:
        """The ambassador of one state in another whom no table has, an actor of its own: *der russische Botschafter in Madrid*."""
        if title.base not in self.words["ambassadors"] or not owners or owners[0].kind is not ActorKind.STATE:
            return None
        seats = [child for child in token.children if child.dep_ == "nmod" and child.i in self.names]
        hosts = {child.i: self.names[child.i].name.actor for child in seats}
        seat = next((i for i, host in hosts.items() if host.kind is ActorKind.STATE and host != owners[0]), None)
        if seat is None:
            return None
        host = hosts[seat]
        first = next((child.i for child in token.children if child.dep_ == "amod"), token.i)
        called = token.doc[min(first, token.i) : max(seat, token.i) + 1].text
        lang = self.people.lang
        name = EMBASSY.format(title=title.base, sender=owners[0].label(lang), host=host.label(lang))
        key = slug(f"ambassador of {owners[0].label(FALLBACK)} in {host.label(FALLBACK)}")
        return Actor(key, ActorKind.PERSON, {lang: name}, (Spelling(called, lang),), known=False)
