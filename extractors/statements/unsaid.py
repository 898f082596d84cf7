"""Objects of verbs that stand elsewhere: with the verb before, or in the talk in which something is said.

*Washington warf dem Iran Betrug vor und verhängte Sanktionen*: against whom needs no second mention. These are asked where a frame
has its subject and no object, and are less sure than what a frame says.
"""

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Token

from extractors.lexicon import Entry, Lexicon, Slot
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.denotation import INHERITED, OWNER
from extractors.syntax import SUBJECTS, children, infinitive, is_passive, preposition
from ontology.vocabulary import Relation

# How sure an object is that another verb lends.
LENT = INHERITED * OWNER
# Slots that the accusative object fills: where a verb has one of these, what it has for an object is its object.
ACCUSATIVE = frozenset(("obj", "act", "mod"))
# What is demanded, threatened or promised in a talk is for whom it is held with; who praises or blames there may speak of others.
ADDRESSED = frozenset(("request", "threaten", "agree"))


class Unsaid:
    """Finds the unsaid objects of predicates in one document."""

    def __init__(self, finder: ArgumentFinder, lexicon: Lexicon, relations: Mapping[str, Relation]) -> None:
        """`relations` are the ontology's by name."""
        self.finder = finder
        self.lexicon = lexicon
        self.relations = relations

    def of_verb(self, verb: Token, entry: Entry) -> list[Argument]:
        """The object of a verb that has none."""
        if is_passive(verb, self.lexicon.grammar):
            return []
        relation = self.relations[entry.relation]
        if relation.speech_act and relation.group in ADDRESSED and (partners := self._partners(verb)):
            return partners
        # "besuchte Polen und führte Gespräche": with whom, nobody says.
        return [] if relation.contact else self._of_verb_before(verb, entry)

    def _partners(self, verb: Token) -> list[Argument]:
        """With whom the talk is held in which it is said: *forderte in einem Telefonat mit Erdogan die Freilassung von …*."""
        slot = Slot(self.lexicon.grammar.companion)
        for phrase in children(verb, "obl"):
            entries = self.lexicon.noun_entries(phrase.lemma_, phrase.text)
            talk = any(self.relations[entry.relation].contact for entry in entries)
            if not talk or preposition(phrase, self.lexicon) not in self.lexicon.words["event-prepositions"]:
                continue
            if found := self.finder.of_noun(phrase, slot):
                return [_lent(argument, INHERITED) for argument in found]
        return []

    def _of_verb_before(self, verb: Token, entry: Entry) -> list[Argument]:
        """The object of the verb with which this one is coordinated, where its own names none: *… und verhängte Sanktionen*."""
        before = verb.head
        slots = {slot.name for slot in entry.object}
        if verb.dep_ != "conj" or before.pos_ != "VERB" or children(verb, *SUBJECTS):
            return []
        if not self._goes_on(before, self.relations[entry.relation]):
            return []
        if slots & ACCUSATIVE or not children(verb, "obj"):
            return []
        if any(preposition(phrase, self.lexicon) in slots for phrase in _phrases(verb)):
            # "… und verhängte Sanktionen gegen mehrere Firmen"
            return []
        for name in ("obj", "dat"):
            found = self.finder.of_verb(before, Slot(name), {})
            if len(found) == 1:
                return [_lent(found[0], LENT)]
        return []

    def _goes_on(self, before: Token, relation: Relation) -> bool:
        """Whether a deed may be to whom the verb before did something: *besuchte Polen und kündigte Zölle an* tells of two."""
        entries = (e for lemma in infinitive(before, self.lexicon) for e in self.lexicon.verbs.get(lemma, ()))
        known = [self.relations[entry.relation] for entry in entries if not entry.companions]
        return bool(known) and not any(one.contact or one.side * relation.side < 0 for one in known)


def _phrases(verb: Token) -> list[Token]:
    """The phrases beside a verb and those that hang on its object."""
    return [*children(verb, "obl", "obl:arg"), *(p for o in children(verb, "obj") for p in children(o, "nmod", "obl"))]


def _lent(argument: Argument, share: float) -> Argument:
    return replace(argument, confidence=argument.confidence * share)
