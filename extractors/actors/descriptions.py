"""Persons described by office, party or country: *der Minister*, *sein Amtskollege*, *der künftige Präsident*, *die Finnin*."""

from collections.abc import Callable

from spacy.tokens import Token

from extractors.actors.people import People
from extractors.actors.references import is_plural
from extractors.actors.salience import Antecedent, Salience
from extractors.actors.titles import Title
from extractors.languages import Grammar, WordClasses
from ontology.actor import Actor, ActorKind

# Sentences after which an envoy is forgotten.
ENVOY_BACK = 2


class Descriptions:
    """Finds the persons whom one article describes."""

    def __init__(self, words: WordClasses, grammar: Grammar, people: People, salience: Salience) -> None:
        """`words` are the language's classes of words."""
        self.words = words
        self.grammar = grammar
        self.people = people
        self.salience = salience
        self.envoys: list[tuple[int, tuple[Actor, ...]]] = []

    def envoy(self, title: Title, sentence: int) -> tuple[Actor, ...]:
        """*der Diplomat*: the envoy spoken of last, who may be known by the state alone, not the minister who receives the envoy."""
        if title.head not in self.words["envoy-roles"] or not self.envoys or sentence - self.envoys[-1][0] > ENVOY_BACK:
            return ()
        return self.envoys[-1][1]

    def designated(self, title: Title, owners: list[Actor], sentence: int) -> tuple[Actor, ...]:
        """*der künftige Präsident*: a person spoken of who does not hold such an office yet; surest, who holds it next."""

        def fits(antecedent: Antecedent) -> bool:
            if not self.people.is_one(antecedent.actors, title.sex or "m"):
                return False
            person = antecedent.actors[0]
            return not self.people.holds(person, title) and title.head not in self.people.titles.get(person.id, ())

        following = self.people.following(title, owners)
        found = self.salience.best(sentence, lambda a: fits(a) and a.actors[0].id in following) or (
            self.salience.best(sentence, fits)
        )
        return found.actors if found else ()

    def countryman(self, state: Actor, sex: str, sentence: int) -> tuple[Actor, ...]:
        """*die Finnin, der Belgier*: the last person who agrees and serves that state, or of whom no table tells another."""
        return self._known_as(lambda person: self.people.serves(person, state), sex, sentence)

    def member(self, party: Actor | None, sex: str, sentence: int) -> tuple[Actor, ...]:
        """*der Christdemokrat, die AfD-Politikerin*: the last person who agrees and leads no other party."""
        return self._known_as(lambda person: party is None or self.people.may_belong(person, party), sex, sentence)

    def _known_as(self, suits: Callable[[Actor], bool], sex: str, sentence: int) -> tuple[Actor, ...]:
        found = self.salience.best(sentence, lambda a: self.people.is_one(a.actors, sex) and suits(a.actors[0]), back=2)
        return found.actors if found else ()

    def person_by_title(self, title: Title, token: Token, sentence: int) -> tuple[Actor, ...]:
        """The person introduced with such an office: *der Minister* after *Außenminister Lawrow*."""
        # "den Diplomaten" may look like a plural.
        if is_plural(token) and not any(
            "Sing" in child.morph.get("Number", []) for child in token.children if child.dep_ == "det"
        ):
            return ()
        if envoy := self.envoy(title, sentence):
            return envoy

        def fits(antecedent: Antecedent) -> bool:
            if not self.people.is_one(antecedent.actors, title.sex or "m"):
                return False
            heads = self.people.titles.get(antecedent.actors[0].id, set())
            return (title.kind == "role" and title.head in self.words["person-roles"]) or any(
                head.endswith(title.head) or title.head.endswith(head) for head in heads
            )

        found = self.salience.best(sentence, fits, back=8)
        return found.actors if found else ()

    def colleague(self, title: Title, owners: list[Actor], sentence: int) -> tuple[Actor, ...]:
        """*sein britischer Amtskollege*: who holds for that state the office of the person spoken of."""
        mine = self.title_before(sentence)
        if not mine or not owners:
            return ()
        holder = self.people.holder(
            Title(
                mine.head,
                mine.kind,
                mine.base,
                (mine.base, *mine.forms, self.grammar.feminine(mine.base)),
                None,
                title.sex,
            ),
            owners[0],
        )
        return (holder,) if holder else ()

    def title_before(self, sentence: int) -> Title | None:
        """The office of the person spoken of last, from the article's own words or the tables."""
        found = self.salience.best(sentence, lambda a: len(a.actors) == 1 and a.actors[0].kind is ActorKind.PERSON)
        if not found or self.people.day is None:
            return None
        offices = self.people.gazette.whoswho.offices_on(found.actors[0].id, self.people.day)
        heads = self.people.titles.get(found.actors[0].id, set())
        for holding in offices:
            titles = holding.titled(self.people.lang)
            base = next(iter(titles), "")
            if base and (not heads or any(head in base.lower() for head in heads)):
                return Title(base.lower(), "office", base, titles, None, "")
        return None
