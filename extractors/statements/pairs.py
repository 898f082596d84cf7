"""Pairs: which subjects and objects of a predicate go together, and which pairs are no statement."""

from collections.abc import Callable, Mapping
from itertools import permutations

from extractors.lexicon import Entry
from extractors.statements.arguments import Argument
from ontology.actor import Actor, ActorKind
from ontology.vocabulary import Relation

# An argument as unsure as a name without title is.
PRIVATE = 0.5
Pair = tuple[Argument, Argument]


class Pairing:
    """Puts the arguments of predicates together."""

    def __init__(self, relations: Mapping[str, Relation], homes: Callable[[Actor], frozenset[str]]) -> None:
        """`relations` are the ontology's by name; `homes` gives the ids of what a person has held office for."""
        self.relations = relations
        self.homes = homes

    def combine(
        self, entry: Entry, subjects: list[Argument], objects: list[Argument], *, reciprocal: bool = False
    ) -> tuple[Pair, ...]:
        """Each subject with each object; where several subjects do something to each other, each with each other one."""
        relation = self.relations[entry.relation]
        if not objects and (relation.symmetric or reciprocal) and len(subjects) > 1:
            ordered = list(permutations(subjects, 2))
            if relation.symmetric:
                ordered = [(a, b) for a, b in ordered if subjects.index(a) < subjects.index(b)]
            return tuple((a, b) for a, b in ordered if a.actor.id != b.actor.id)
        pairs = ((s, o) for s in subjects for o in objects)
        return tuple((s, o) for s, o in pairs if self.possible(entry.relation, s, o))

    def possible(self, relation: str, subject: Argument, target: Argument) -> bool:
        """Whether a relation may hold between two arguments, by what they are."""
        known = self.relations[relation]
        return (
            subject.actor.id != target.actor.id
            and not _private(subject)
            and (known.befalls_persons or not _private(target))
            and not (known.abroad and self._at_home(subject, target))
        )

    def _at_home(self, visitor: Argument, visited: Argument) -> bool:
        """Whether a person would visit the state he serves: *Macron reiste nach Marseille* is no visit to France."""
        return visited.actor.id in self.homes(visitor.actor)


def _private(argument: Argument) -> bool:
    """Whether an argument is a person that no table has and no title introduces: no political actor for all we know."""
    return argument.actor.kind is ActorKind.PERSON and not argument.actor.known and argument.confidence <= PRIVATE
