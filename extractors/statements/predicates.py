"""Predicates: words of the lexicon in a parsed article, with the pairs of actors that fill their frames."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from spacy.tokens import Doc, Token

from extractors.lexicon import Entry, Lexicon, Slot
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.context import ContextFinder
from extractors.syntax import antecedent, children, infinitive, is_relative_pronoun, participle_verb, preposition
from ontology.actor import ActorKind

# Event nouns whose doer may be the subject of the verb above even without a support verb: *sagte Macron beim Empfang von …*.
OCCASIONS = frozenset(("event", "visit", "visitor"))
# An argument as unsure as a name without title is.
PRIVATE = 0.5
COMPANION_LABELS = (
    "obj",
    "obl",
    "nsubj:pass",
    "nsubj",
    "xcomp",
    "advmod",
    "compound:prt",
    "obl:arg",
    "nmod",
    "cop",
    "expl:pv",
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A lexicon entry found at a token: the form it took, and the pairs of subject and object that fill its frame."""

    token: Token
    entry: Entry
    shape: str
    pairs: tuple[tuple[Argument, Argument], ...]


class PredicateFinder:
    """Finds the predicates of one document."""

    def __init__(
        self, finder: ArgumentFinder, contexts: ContextFinder, lexicon: Lexicon, symmetric: frozenset[str]
    ) -> None:
        """`symmetric` names the relations that hold both ways."""
        self.finder = finder
        self.contexts = contexts
        self.lexicon = lexicon
        self.symmetric = symmetric

    def find(self, doc: Doc) -> Iterator[Predicate]:
        """The predicates of a document in text order, each with at least one pair of actors."""
        for token in doc:
            match "ADJ" if token.dep_ == "amod" else token.pos_:
                case "VERB" | "AUX":
                    yield from self._verbal(token)
                case "NOUN" | "PROPN":
                    yield from self._nominal(token)
                case "ADJ":
                    yield from self._adjectival(token)

    # Verbs -----------------------------------------------------------------------------------------------------------

    def _verbal(self, verb: Token) -> Iterator[Predicate]:
        for lemma in infinitive(verb, self.lexicon):
            entries = self.lexicon.verbs.get(lemma, ())
            seen: set[str] = set()
            best = -1
            for entry in entries:
                companions = self._companions(verb, entry)
                # The richest construction that is there wins: "in Aussicht stellen" is not "stellen".
                if (
                    companions is None
                    or len(entry.companions) < best
                    or entry.relation in seen
                    or self._excluded(verb, entry)
                ):
                    continue
                pairs = self._pairs(verb, entry, companions)
                if pairs:
                    best = len(entry.companions)
                    seen.add(entry.relation)
                    yield Predicate(verb, entry, "verb", pairs)
            if entries:
                return

    def _companions(self, verb: Token, entry: Entry) -> dict[str, Token] | None:
        """The companion nouns by lemma; None where one of the entry's companions is missing."""
        found: dict[str, Token] = {}
        for companion in entry.companions:
            if companion.lemma == "sich":
                if not any(
                    child.lower_ in self.lexicon.words["reflexive"]
                    for child in children(verb, "expl:pv", "obj", "obl:arg", "iobj")
                ):
                    return None
                continue
            token = next((c for c in map(_meant, children(verb, *COMPANION_LABELS)) if _is_companion(c, companion.lemma)
                          and (companion.preposition is None or preposition(c, self.lexicon) == companion.preposition)), None)  # fmt: skip
            if token is None:
                return None
            found[companion.lemma] = token
        return found

    def _excluded(self, verb: Token, entry: Entry) -> bool:
        """Whether a phrase is there that makes another verb of it (`without=auf`: *trifft auf Serbien* is no meeting)."""
        unwanted = {remark.removeprefix("without=") for remark in entry.remarks if remark.startswith("without=")}
        return bool(unwanted) and any(
            preposition(child, self.lexicon) in unwanted for child in children(verb, "obl", "nmod", "obl:arg")
        )

    def _pairs(
        self, verb: Token, entry: Entry, companions: Mapping[str, Token]
    ) -> tuple[tuple[Argument, Argument], ...]:
        taken = {token.i for token in companions.values()}
        subjects = _first(self.finder.of_verb(verb, slot, companions) for slot in entry.subject)
        objects = _first(
            [a for a in self.finder.of_verb(verb, slot, companions) if a.token not in taken or slot.name == "mod"]
            for slot in entry.object
        )
        return self._combine(entry, subjects, objects, reciprocal=self._reciprocal(verb))

    def _reciprocal(self, verb: Token) -> bool:
        return any(
            child.lower_ in self.lexicon.words["reciprocal"]
            for child in children(verb, "obj", "obl:arg", "iobj", "expl:pv", "advmod")
        )

    def _combine(
        self, entry: Entry, subjects: list[Argument], objects: list[Argument], *, reciprocal: bool
    ) -> tuple[tuple[Argument, Argument], ...]:
        if not objects and (entry.relation in self.symmetric or reciprocal) and len(subjects) > 1:
            ordered = list(permutations(subjects, 2))
            if entry.relation in self.symmetric:
                ordered = [(a, b) for a, b in ordered if subjects.index(a) < subjects.index(b)]
            return tuple((a, b) for a, b in ordered if a.actor.id != b.actor.id)
        pairs = ((s, o) for s in subjects for o in objects if s.actor.id != o.actor.id)
        held = entry.relation in self.lexicon.words["of-persons"]
        return tuple((s, o) for s, o in pairs if not _private(s) and (held or not _private(o)))

    # Nouns -----------------------------------------------------------------------------------------------------------

    def _nominal(self, noun: Token) -> Iterator[Predicate]:
        events = () if noun.i in self.finder.mentions else self.lexicon.noun_entries(noun.lemma_, noun.text)
        for entry in events:
            pairs = self._noun_pairs(noun, entry)
            if pairs:
                yield Predicate(noun, entry, "noun", pairs)
                break
        for entry in self.lexicon.role_entries(noun.lemma_, noun.text):
            pairs = self._noun_pairs(noun, entry)
            if pairs:
                yield Predicate(noun, entry, "role", pairs)
                break

    def _noun_pairs(self, noun: Token, entry: Entry) -> tuple[tuple[Argument, Argument], ...]:
        subjects = _first(self._of_noun(noun, slot, entry) for slot in entry.subject)
        used = {argument.begin for argument in subjects}
        objects = _first([a for a in self._of_noun(noun, slot, entry) if a.begin not in used] for slot in entry.object)
        return self._combine(entry, subjects, objects, reciprocal=False)

    def _of_noun(self, noun: Token, slot: Slot, entry: Entry) -> list[Argument]:
        if slot.name == "governor" and not self._governed(noun, entry):
            return []
        return self.finder.of_noun(noun, slot)

    def _governed(self, noun: Token, entry: Entry) -> bool:
        """Whether the verb above may lend its subject: a support verb with the noun as object, or the noun as occasion of the verb."""
        if noun.dep_ == "obj":
            return self.contexts.support_effect(noun.head) in ("do", "plan", "possible", "refuse", "end")
        occasion = preposition(noun, self.lexicon) in self.lexicon.words["event-prepositions"]
        if not occasion:
            return False
        return bool(entry.remarks & OCCASIONS) or self.contexts.support_effect(noun.head) == "do"

    # Adjectives and participles --------------------------------------------------------------------------------------

    def _adjectival(self, adjective: Token) -> Iterator[Predicate]:
        noun = adjective.head if adjective.dep_ == "amod" else None
        for entry in self.lexicon.adjectives.get(adjective.lemma_, ()):
            subjects = (
                self.finder.denoted(noun, Slot("subj"))
                if noun is not None
                else self.finder.subject(adjective, Slot("subj"))
            )
            objects = _first(self.finder.of_verb(adjective, slot, {}) for slot in entry.object)
            pairs = self._combine(entry, subjects, objects, reciprocal=False)
            if pairs:
                yield Predicate(adjective, entry, "adjective", pairs)
        if noun is None:
            return
        verb = participle_verb(adjective, self.lexicon) or self._compound_participle(adjective)
        for entry in self.lexicon.verbs.get(verb or "", ()):
            if entry.companions or Slot("obj").name not in {slot.name for slot in entry.object}:
                continue
            target = next(slot for slot in entry.object if slot.name == "obj")
            agents = [
                c
                for c in children(adjective, "obl:agent", "obl", "nmod")
                if preposition(c, self.lexicon) in ("von", "durch")
            ]
            subjects = [a for c in agents for a in self.finder.denoted(c, Slot("subj"))] or self.finder.of_noun(
                adjective, Slot("comp")
            )
            plain = Slot("obj", territory=target.territory, kinds=target.kinds)
            pairs = self._combine(entry, subjects, self.finder.denoted(noun, plain), reciprocal=False)
            if pairs:
                yield Predicate(adjective, entry, "participle", pairs)
                return

    def _compound_participle(self, adjective: Token) -> str | None:
        """The verb of *US-geführt*, *russlandgestützt* after its hyphen."""
        _, hyphen, participle = adjective.lower_.rpartition("-")
        if not hyphen:
            return None
        for ending in ("", "e", "en", "er", "es", "em"):
            if participle.endswith(ending) and (verb := self.lexicon.participles.get(participle.removesuffix(ending))):
                return verb
        return None


def _private(argument: Argument) -> bool:
    """Whether an argument is a person that no table has and no title introduces: no political actor for all we know."""
    return argument.actor.kind is ActorKind.PERSON and not argument.actor.known and argument.confidence <= PRIVATE


def _first(fillers: Iterable[list[Argument]]) -> list[Argument]:
    return next((found for found in fillers if found), [])


def _meant(token: Token) -> Token:
    """The token, or the noun that it stands for as a relative pronoun (*Drohungen, die Nordkorea ausgestoßen hat*)."""
    noun = antecedent(token) if is_relative_pronoun(token) else None
    return token if noun is None else noun


def _is_companion(token: Token, lemma: str) -> bool:
    """Whether a token is a companion noun or adverb, as such or as the last part of a compound (*US-Sanktionen*)."""
    forms = {token.lemma_, token.text, token.lower_}
    if lemma in forms or lemma + "n" in forms or lemma + "en" in forms or lemma + "e" in forms:
        return True
    return lemma[0].isupper() and any(
        form.endswith((lemma.lower(), lemma.lower() + "n", lemma.lower() + "en", lemma.lower() + "e")) for form in forms
    )
