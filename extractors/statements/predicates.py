"""Predicates: words of the lexicon in a parsed article, with the pairs of actors that fill their frames."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extractors.lexicon import Entry, Lexicon, Slot
from extractors.quotations import quotation
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.companions import CompanionFinder
from extractors.statements.context import ContextFinder
from extractors.statements.denotation import INHERITED
from extractors.statements.gaps import gaps
from extractors.statements.pairs import Pair, Pairing
from extractors.statements.unsaid import Unsaid
from extractors.syntax import (
    carriers,
    children,
    finite,
    infinitive,
    is_passive,
    is_verb,
    participle_bases,
    preposition,
)
from ontology.actor import ActorKind

# Event nouns whose doer may be the subject of the verb above even without a support verb: *sagte Macron beim Empfang von …*.
OCCASIONS = frozenset(("event", "visit", "visitor"))
# How sure it is that a pronoun in somebody's words is the speaker.
SPEAKING = 0.85


@dataclass(frozen=True, slots=True)
class Predicate:
    """A lexicon entry found at a token: the form it took, and the pairs of subject and object that fill its frame.

    `learned` says why the acceptor took it, for one that no rule gave.
    """

    token: Token
    entry: Entry
    shape: str
    pairs: tuple[tuple[Argument, Argument], ...]
    learned: tuple[str, ...] | None = None

    @property
    def rule(self) -> str:
        """What gave it, in words: `verb: loben`, `learned verb: loben`."""
        return f"{'' if self.learned is None else 'learned '}{self.shape}: {self.entry.name}"


class PredicateFinder:
    """Finds the predicates of one document."""

    def __init__(self, finder: ArgumentFinder, contexts: ContextFinder, lexicon: Lexicon, pairing: Pairing) -> None:
        """`contexts` knows who speaks where; `pairing` puts subjects and objects together."""
        self.finder = finder
        self.contexts = contexts
        self.lexicon = lexicon
        self.pairing = pairing
        self.companions = CompanionFinder(lexicon)
        self.unsaid = Unsaid(finder, lexicon, pairing.relations)

    def find(self, doc: Doc) -> Iterator[Predicate]:
        """The predicates of a document, verbs first, each with at least one pair of actors."""
        told: set[int] = set()
        for token in doc:
            if is_verb(token, self.lexicon):
                yield from self._verbal(token, told)
        for token in doc:
            match "ADJ" if token.dep_ == "amod" else token.pos_:
                case "NOUN" | "PROPN" if token.i not in told:
                    yield from self._nominal(token)
                case "ADJ" if not is_verb(token, self.lexicon):
                    yield from self._adjectival(token)

    # Verbs -----------------------------------------------------------------------------------------------------------

    def _verbal(self, verb: Token, told: set[int]) -> Iterator[Predicate]:
        """The predicates at a verb; the nouns that belong to them are added to `told`: *setzt die Gespräche aus* is no talk."""
        for lemma in infinitive(verb, self.lexicon):
            entries = self.lexicon.verbs.get(lemma, ())
            seen: set[str] = set()
            named: dict[int, int] = {}
            best = -1
            for entry in entries:
                companions = self.companions.find(verb, entry)
                # The richest construction that is there wins: "in Aussicht stellen" is not "stellen".
                if (
                    companions is None
                    or len(entry.companions) < best
                    or entry.relation in seen
                    or self.companions.excluded(verb, entry)
                    # "ein Telefongespräch führen" has told what this "Gespräch" is.
                    or any(len(word) < named.get(token.i, 0) for word, token in companions.items())
                ):
                    continue
                pairs = self._pairs(verb, entry, companions)
                if pairs:
                    best = len(entry.companions)
                    seen.add(entry.relation)
                    told |= {token.i for token in companions.values()}
                    named |= {token.i: len(word) for word, token in companions.items() if not word.startswith("@")}
                    yield Predicate(verb, entry, "verb", pairs)
            if seen:
                return

    def _pairs(
        self, verb: Token, entry: Entry, companions: Mapping[str, Token]
    ) -> tuple[tuple[Argument, Argument], ...]:
        taken = {token.i for token in companions.values()}
        subjects = _first(self.finder.of_verb(verb, slot, companions) for slot in entry.subject)
        mutual = len(subjects) > 1 and self._reciprocal(verb, entry, companions)
        if entry.subject[0].name == "subj":
            subjects = [*(subjects or self._speaker(verb)), *self._company(verb, entry)]
        objects = _first(
            [a for a in self.finder.of_verb(verb, slot, companions) if a.token not in taken or slot.name == "mod"]
            for slot in entry.object
        )
        objects = objects or (self.unsaid.of_verb(verb, entry) if subjects and not mutual else [])
        pairs = self.pairing.combine(entry, subjects, objects, reciprocal=mutual)
        return self._with_gaps(verb, entry, pairs) if pairs else ()

    def _with_gaps(self, verb: Token, entry: Entry, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        """The pairs, and those of clauses that share the verb: *Merz reiste nach Ankara, Macron nach Kairo*."""
        for gap in gaps(verb, self.finder.mentions, self.lexicon):
            own = tuple((s, o) for s, o in pairs if not gap.holds(s.token) and not gap.holds(o.token))
            model = next(((s, o) for s, o in own if s.slot == "subj" and gap.fits(o.slot)), None)
            if model is None or is_passive(verb, self.lexicon.grammar):
                continue
            slot = next(slot for slot in entry.object if slot.name == model[1].slot)
            subjects = self.finder.denoted(gap.first, Slot("subj", kinds=entry.subject[0].kinds), INHERITED)
            pairs = own + self.pairing.combine(entry, subjects, self.finder.denoted(gap.second, slot, INHERITED))
        return pairs

    def _speaker(self, verb: Token) -> list[Argument]:
        """Who says *wir* of himself, or *er* in reported speech: *„Wir stehen an der Seite Israels“, sagte Baerbock*."""
        if is_passive(verb, self.lexicon.grammar):
            return []
        for subject in children(verb, "nsubj"):
            own = subject.lower_ in self.lexicon.words["speaker-pronouns"] and not _more_than_speaker(subject)
            several = (head := finite(verb)) is not None and "Plur" in head.morph.get("Number", [])
            unknown = subject.i not in self.finder.mentions and not several
            other = unknown and subject.lower_ in self.lexicon.words["reported-pronouns"]
            quoted = quotation(subject) is not None
            # Who is quoted speaks of somebody else when he says *er*.
            source = self.contexts.of_verb(verb, ()).source if own or (other and not quoted) else None
            source = (self.contexts.attribution.quoted(subject) if own and quoted else None) or source
            if source and source.actor.kind is ActorKind.PERSON:
                return [replace(source, slot="subj", confidence=source.confidence * SPEAKING)]
        return []

    def _company(self, verb: Token, entry: Entry) -> list[Argument]:
        """Who does it too: *reiste gemeinsam mit Meloni nach Tunis*."""
        if is_passive(verb, self.lexicon.grammar) or any(
            slot.name == self.lexicon.grammar.companion for slot in entry.object
        ):
            return []
        phrases = [*children(verb, "obl"), *(c for s in children(verb, "nsubj") for c in children(s, "nmod"))]
        return [
            argument
            for phrase in phrases
            for case in children(phrase, "case")
            if case.lower_ == self.lexicon.grammar.companion
            and case.i
            and case.nbor(-1).lower_ in self.lexicon.words["companions"]
            for argument in self.finder.denoted(phrase, Slot("subj"), INHERITED)
        ]

    def _reciprocal(self, verb: Token, entry: Entry, companions: Mapping[str, Token]) -> bool:
        """Whether several subjects do something to each other: *warfen sich … vor*, *brachen ihre Beziehungen ab*."""
        mutual = self.lexicon.words["reciprocal"]
        if any(companion.lemma == self.lexicon.grammar.reflexive for companion in entry.companions):
            # "verpflichten sich", "treffen sich": this *sich* belongs to the verb.
            return False
        if any(child.lower_ in mutual for child in children(verb, "obj", "obl:arg", "iobj", "expl:pv", "advmod")):
            return True
        # "brachen ihre Beziehungen zu dem Emirat ab": what they have is with a third.
        phrases = [c for top in (verb, *companions.values()) for c in children(top, "obl", "nmod")]
        third = {preposition(phrase, self.lexicon) for phrase in phrases} & {slot.name for slot in entry.object}
        shared = self.lexicon.words["theirs"] | mutual
        return not third and any(c.lower_ in shared for noun in companions.values() for c in noun.children)

    # Nouns -----------------------------------------------------------------------------------------------------------

    def _nominal(self, noun: Token) -> Iterator[Predicate]:
        events = () if noun.i in self.finder.mentions else self.lexicon.noun_entries(noun.lemma_, noun.text)
        for entry in events:
            pairs = () if self.companions.excluded(noun, entry) else self._noun_pairs(noun, entry)
            if pairs:
                yield Predicate(noun, entry, "noun", pairs)
                break
        for entry in self.lexicon.role_entries(noun.lemma_, noun.text):
            # "die Gesprächspartner Iran und Türkei" are none of each other's: what follows a role noun is who has the role.
            pairs = tuple(p for p in self._noun_pairs(noun, entry) if not p[0].slot == p[1].slot == "appos")
            if pairs:
                yield Predicate(noun, entry, "role", pairs)
                break

    def _noun_pairs(self, noun: Token, entry: Entry) -> tuple[tuple[Argument, Argument], ...]:
        subjects = _first(
            self.finder.of_noun(noun, slot)
            for slot in entry.subject
            if slot.name != "governor" or self._governed(noun, entry)
        )
        used = {argument.begin for argument in subjects}
        by_means = preposition(noun, self.lexicon) in entry.values("means")
        objects = _first(
            [a for a in self.finder.of_noun(noun, slot) if a.begin not in used]
            for slot in entry.object
            if slot.name != "governor" or by_means or (not entry.values("means") and self._governed(noun, entry))
        )
        return self.pairing.combine(entry, subjects, objects, reciprocal="mutual" in entry.remarks)

    def _governed(self, noun: Token, entry: Entry) -> bool:
        """Whether the verb above may lend its subject: a support verb with the noun as object, or the noun as occasion of the verb;
        also one in a relative clause (*der Besuch, den Erdogan begann*).
        """
        if any(self.contexts.support_effect(clause) == "do" for clause in carriers(noun, self.lexicon.grammar)):
            return True
        if noun.dep_ == "obl:arg":
            # "schloss sich den Sanktionen gegen Moskau an"
            return self.contexts.support_effect(noun.head) == "do"
        if noun.dep_ == "obj":
            return self.contexts.support_effect(noun.head) in (
                "do",
                "plan",
                "possible",
                "refuse",
                "exclude",
                "end",
                "blame",
            )
        after = preposition(noun, self.lexicon)
        if after not in self.lexicon.words["event-prepositions"]:
            return False
        # "beteiligt sich an den Angriffen", "einigte sich auf Sanktionen"; but what happens after the sanctions is no sanction.
        effects = self.contexts.support_effect(noun.head), self.contexts.support_effect(noun.head, after)
        involved = effects[0] == "do" and after in self.lexicon.words["involving-prepositions"]
        return bool(entry.remarks & OCCASIONS) or involved or effects[1] == "plan"

    # Adjectives and participles --------------------------------------------------------------------------------------

    def _adjectival(self, adjective: Token) -> Iterator[Predicate]:
        noun = adjective.head if adjective.dep_ == "amod" else None
        for entry in self.lexicon.adjective_entries(adjective.lemma_, adjective.lower_):
            subjects = (
                self.finder.denoted(noun, Slot("subj"))
                if noun is not None
                else self.finder.subject(adjective, Slot("subj"))
            )
            objects = _first(self.finder.of_verb(adjective, slot, {}) for slot in entry.object)
            pairs = self.pairing.combine(entry, subjects, objects)
            if pairs:
                yield Predicate(adjective, entry, "adjective", pairs)
        if noun is None:
            return
        verbs = participle_bases(adjective.lower_, self.lexicon) or self._compound_participle(adjective)
        for entry in (entry for verb in verbs for entry in self.lexicon.verbs.get(verb, ())):
            if entry.companions:
                continue
            agents = [
                c
                for c in children(adjective, "obl:agent", "obl", "nmod")
                if preposition(c, self.lexicon) in self.lexicon.grammar.agents
            ]
            subjects = [a for c in agents for a in self.finder.denoted(c, Slot("subj"))] or self.finder.of_noun(
                adjective, Slot("comp")
            )
            pairs = self.pairing.combine(entry, subjects, self._sufferers(noun, entry) if subjects else [])
            if pairs:
                yield Predicate(adjective, entry, "participle", pairs)
                return

    def _sufferers(self, noun: Token, entry: Entry) -> list[Argument]:
        """The object of a participle's verb: the noun (*das von Russland besetzte Land*), or one in its phrase (*die von Katar
        vermittelte Feuerpause zwischen …*).
        """
        if target := next((slot for slot in entry.object if slot.name == "obj"), None):
            return self.finder.denoted(noun, Slot("obj", territory=target.territory, kinds=target.kinds))
        return _first(
            self.finder.of_noun(noun, slot) for slot in entry.object if slot.name == self.lexicon.grammar.between
        )

    def _compound_participle(self, adjective: Token) -> tuple[str, ...]:
        """The verbs of *US-geführt*, *russlandgestützt* after its hyphen."""
        _, hyphen, participle = adjective.lower_.rpartition("-")
        return participle_bases(participle, self.lexicon) if hyphen else ()


def _first(fillers: Iterable[list[Argument]]) -> list[Argument]:
    return next((found for found in fillers if found), [])


def _more_than_speaker(pronoun: Token) -> bool:
    """Whether a sentence's *wir* is named otherwise: *Wir Europäer haben …, und wir werden …*."""
    return any(token.lower_ == pronoun.lower_ and children(token, "appos") for token in pronoun.sent)
