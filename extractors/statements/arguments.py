"""Arguments: which actors fill a slot of a predicate."""

from collections.abc import Mapping

from spacy.tokens import Token

from extractors.lexicon import Slot
from extractors.mention import MentionKind
from extractors.statements.denotation import BODY_WINDOW, DIRECT, INHERITED, MISREAD, OWNER, Argument, Denotation
from extractors.statements.ends import agents
from extractors.syntax import (
    SUBJECTS,
    carriers,
    children,
    clause_head,
    finite,
    first_conjunct,
    infinitive,
    is_passive,
    is_postponed,
    is_relative_pronoun,
    preposition,
)
from ontology.actor import ActorKind

__all__ = ["Argument", "ArgumentFinder"]

# Labels of a relative clause that takes up a whole sentence.
CONTINUING = ("acl", "advcl", "parataxis", "conj", "ccomp")


class ArgumentFinder(Denotation):
    """Finds the arguments of predicates in one document, given the mention at each token."""

    # Slots of nouns --------------------------------------------------------------------------------------------------

    def of_noun(self, noun: Token, slot: Slot) -> list[Argument]:
        """The arguments in one slot of an event or role noun."""
        if slot.name == "governor":
            return self.governor(noun)
        if slot.name == "bearer":
            return self.bearer(noun, slot)
        if slot.name == "body":
            return self.body(noun, slot)
        return [a for a in self._noun_slot(noun, slot, DIRECT) if not slot.kinds or a.actor.kind[0] in slot.kinds]

    def governor(self, noun: Token) -> list[Argument]:
        """The subject of the verb that the noun depends on: *sagte Macron beim Empfang von …*, *führte Gespräche mit …*."""
        for clause in carriers(noun, self.lexicon.grammar):
            if lent := self.subject(clause, Slot("subj"), INHERITED):
                return lent
        top = first_conjunct(noun)
        while top.dep_ in ("nmod", "appos") and top.head.pos_ == "NOUN":
            top = top.head
        if top.dep_ not in ("obj", "obl", "obl:arg", "xcomp", "advcl") or top.head.i == top.i:
            return []
        verb = clause_head(top.head)
        if top.dep_ == "obj" and any(
            self.lexicon.support_verbs.get(v) == "blame" for v in infinitive(verb, self.lexicon)
        ):
            # "wirft Moskau einen Angriff vor": whom it is laid at did it.
            return self._dative(verb, Slot("subj"))
        found = self.subject(verb, Slot("subj"), INHERITED)
        if not found and is_passive(verb, self.lexicon.grammar) and top.dep_ == "obl":
            # "Obama wird am Sonntag zu einem Besuch erwartet"
            return [a for child in children(verb, "nsubj:pass") for a in self.denoted(child, Slot("subj"), INHERITED)]
        return found

    def body(self, noun: Token, slot: Slot) -> list[Argument]:
        """What is presided over: the noun that *unter … Führung* describes, else the organisation spoken of last."""
        if noun.dep_ == "nmod":
            found = self.denoted(noun.head, Slot("body", kinds=slot.kinds))
            if found:
                return found
        for i in range(noun.i - 1, max(-1, noun.i - BODY_WINDOW), -1):
            mention = self.mentions.get(i)
            if (
                mention
                and mention.token == i
                and len(mention.actors) == 1
                and mention.actors[0].kind is ActorKind.ORGANISATION
            ):
                return self._from(mention, noun.doc[i], INHERITED * OWNER, slot)
        return []

    def bearer(self, noun: Token, slot: Slot) -> list[Argument]:
        """Who a role noun is said of: subject of its copula, the noun it stands in apposition to, the subject of *gilt als …*."""
        mention = self.mentions.get(noun.i)
        if mention and mention.kind is MentionKind.DESCRIPTION:
            # "die in der Koalition vereinten Unterstützerländer der Ukraine"
            return self._from(mention, noun, DIRECT, slot)
        if any(child.dep_ == "cop" for child in noun.children):
            return self.subject(noun, Slot("subj", kinds=slot.kinds))
        if examples := self._examples(noun, slot):
            return examples
        above = noun.head
        if noun.dep_ == "nmod" and above.pos_ in ("DET", "PRON", "NUM") and children(above, "cop"):
            # "Russland ist einer der engsten Verbündeten des Irans"
            return self.subject(above, Slot("subj", kinds=slot.kinds), INHERITED)
        if noun.dep_ == "appos":
            return self.denoted(noun.head, Slot("appos", kinds=slot.kinds))
        if noun.dep_ == "nsubj" and children(above, "cop"):
            # "Der engste Verbündete Russlands ist Belarus"
            return self.denoted(above, Slot("subj", kinds=slot.kinds), INHERITED)
        if noun.dep_ in ("obl", "obl:arg", "xcomp") and noun.head.pos_ == "VERB":
            after = preposition(noun, self.lexicon)
            counted = after == self.lexicon.grammar.purpose and self.lexicon.words["counting"] & set(
                infinitive(noun.head, self.lexicon)
            )
            # "gilt als Verbündeter", "zählt zu den Verbündeten Putins"
            as_what = counted or after == self.lexicon.grammar.role or noun.dep_ == "xcomp"
            return self.subject(noun.head, Slot("subj", kinds=slot.kinds), INHERITED) if as_what else []
        named = children(noun, "appos", "flat")
        return [a for child in named for a in self.denoted(child, Slot("appos", kinds=slot.kinds))]

    def _examples(self, noun: Token, slot: Slot) -> list[Argument]:
        """Who is named as one of many: *EU-Länder wie Frankreich und Schweden*; parsers take *wie* for a conjunction."""
        as_words = self.lexicon.grammar.as_words
        named = [c for c in children(noun, "conj", "nmod") if any(word.lower_ in as_words for word in c.children)]
        return [a for child in named for a in self.denoted(child, Slot("appos", kinds=slot.kinds), INHERITED)]

    # Slots of verbs --------------------------------------------------------------------------------------------------

    def of_verb(self, verb: Token, slot: Slot, companions: Mapping[str, Token]) -> list[Argument]:
        """The arguments in one slot of a verb; `companions` are the nouns of a light-verb construction by lemma."""
        match slot.name:
            case "subj":
                return self.subject(verb, slot)
            case "obj":
                return self._object(verb, slot)
            case "dat":
                return self._dative(verb, slot)
            case "act":
                return self._act(verb, slot)
            case "clause":
                clauses = children(verb, "ccomp", "xcomp")
                return [
                    a for clause in clauses for child in children(clause, *SUBJECTS) for a in self.denoted(child, slot)
                ]
            case "deed":
                clauses = children(verb, "xcomp", "ccomp")
                return [a for clause in clauses for a in self._dative(clause, slot) or self._object(clause, slot)]
            case "mod":
                return [a for noun in companions.values() for a in self.owners(noun, slot, DIRECT)]
            case name:
                labels = ("obl", "obl:arg", "obl:agent", "nmod", "xcomp", "ccomp", "advcl")
                phrases = [c for c in children(verb, *labels) if preposition(c, self.lexicon) == name]
                # The parser often hangs the phrase on the object: *übten Kritik an …*, *liefern Waffen an …*.
                beside = [o for o in children(verb, "obl") if not self._takes(o, name)]
                bearers = [*children(verb, "obj"), *beside, *companions.values()]
                inner = [c for o in bearers for c in children(o, "nmod", "obl") if preposition(c, self.lexicon) == name]
                found = [a for child in phrases for a in self.denoted(child, slot)]
                return found or [a for child in inner for a in self.denoted(child, slot, INHERITED)]

    def _takes(self, noun: Token, name: str) -> bool:
        """Whether a noun has a slot of that name itself: *kamen in Solidarität mit der Ukraine zusammen* is no meeting with Ukraine."""
        if preposition(noun, self.lexicon) not in (self.lexicon.grammar.inside, *self.lexicon.grammar.past_events):
            # "einigten sich auf einen Austausch mit den Taliban"
            return False
        entries = self.lexicon.noun_entries(noun.lemma_, noun.text)
        return any(slot.name == name for entry in entries for slot in entry.object)

    def _object(self, verb: Token, slot: Slot) -> list[Argument]:
        """The accusative object, or the subject of a passive; what a parser mistook for another case of it comes last."""
        if is_passive(verb, self.lexicon.grammar):
            sufferers = [verb.head] if is_postponed(verb) else children(verb, "nsubj:pass")
            return [a for child in sufferers for a in self.denoted(child, slot)]
        found = self.ends(verb)
        filled = [a for child in found.objects for a in self.denoted(child, slot)] or self._shared_object(verb, slot)
        if filled:
            return filled
        if (
            slot.owner
            and any(child.lower_ == self.lexicon.grammar.sentence_relative for child in found.objects)
            and verb.dep_ in CONTINUING
        ):
            return self._told(verb.sent.root, slot)
        glued = found.glued if found.subjects else found.glued[1:]
        others = (*found.datives, *found.subjects[1:], *glued)
        return [a for child in others if child not in found.subjects[:1] for a in self.denoted(child, slot, MISREAD)]

    def _act(self, verb: Token, slot: Slot) -> list[Argument]:
        """Whose act the object is: *begrüßte die Entscheidung der EU*; who greets soldiers at the airport praises no state."""
        found = children(verb, "nsubj:pass") if is_passive(verb, self.lexicon.grammar) else self.ends(verb).objects
        acts = [
            o
            for o in found
            if o.pos_ == "NOUN" and o.i not in self.mentions and not self.lexicon.is_of_class(o, "people")
        ]
        return [a for act in acts for a in self.owners(act, slot)]

    def _told(self, root: Token, slot: Slot) -> list[Argument]:
        """Whose word a sentence is that *was* takes up: *Kiew wirft Moskau vor, …, was der Kreml bestreitet*."""
        plain = Slot(slot.name, kinds=slot.kinds)
        views = [c for c in children(root, "obl") if c.text in self.lexicon.words["attribution-nouns"]]
        said = [a for view in views for a in self.owners(view, plain, INHERITED * OWNER)]
        return said or ([] if views else self.subject(root, plain, INHERITED * OWNER))

    def _dative(self, verb: Token, slot: Slot) -> list[Argument]:
        """The dative object; a name that shows no case may look like a second subject or an object (*versprach Kiew, … zu*)."""
        found = self.ends(verb)
        filled = [a for child in found.datives for a in self.denoted(child, slot)]
        if filled or is_passive(verb, self.lexicon.grammar):
            return filled
        clause = children(verb, "xcomp", "ccomp")
        # "Den Huthi stellte Israel ein Ultimatum": one of two objects is the dative.
        others = [*found.subjects[1:], *(found.objects if clause or len(found.objects) > 1 else ())]
        return [a for child in others for a in self.denoted(child, slot, MISREAD)]

    def _shared_object(self, verb: Token, slot: Slot) -> list[Argument]:
        """An object that stands once for two coordinated verbs: *kritisierte und verurteilte Russland*."""
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not is_passive(verb, self.lexicon.grammar):
            # "hat Ungarn weder gewarnt noch kritisiert": before two verbs without a finite form stand the ends of both.
            closing = finite(verb) is not verb and not children(verb, "obj", "obl:arg", "obl", "aux", *SUBJECTS)
            bare = [c for c in children(verb.head, "obj", "obl:arg") if not preposition(c, self.lexicon)]
            shared = [c for c in bare if (c.dep_ == "obj" and c.i > verb.i) or (closing and c.i < verb.head.i)]
            return [a for child in shared for a in self.denoted(child, slot, INHERITED)]
        later = [c for c in children(verb, "conj") if c.pos_ == "VERB" and not is_passive(verb, self.lexicon.grammar)]
        nearest = [c for c in later if not any(t.dep_ in (*SUBJECTS, "cc") and t.i < verb.i for t in c.children)][:1]
        return [
            a
            for conjunct in nearest
            if not children(conjunct, *SUBJECTS)
            for child in children(conjunct, "obj")
            for a in self.denoted(child, slot, INHERITED * OWNER)
        ]

    def subject(self, verb: Token, slot: Slot, confidence: float = DIRECT) -> list[Argument]:
        """Who does it: the subject, the agent of a passive, or the inherited subject of a conjunct or infinitive."""
        if is_passive(verb, self.lexicon.grammar):
            doers = [a for child in agents(verb, self.lexicon) for a in self.denoted(child, slot, confidence)]
            if doers or not self._intransitive(verb):
                return doers
        found = self.ends(verb)
        for child in found.subjects:
            # The first that is an actor: in "Kein Gespräch führte Lawrow" a parser may see two subjects.
            if filled := self.denoted(child, slot, confidence):
                return filled
        # A bare article is no subject: parsers hang the one of a dative on the verb ("…, der Ukraine Waffen zu liefern").
        # Nor is the noun of a light verb that stands first: "Kritik an Israel äußerte am Dienstag Starmer".
        own = found.subjects[:1]
        if own and not (own[0].pos_ == "DET" and not is_relative_pronoun(own[0], self.lexicon.grammar)):
            led = own[0].i < verb.i and own[0].pos_ == "NOUN" and found.glued
            return (
                [a for child in found.glued[:1] for a in self.denoted(child, slot, confidence * MISREAD)] if led else []
            )
        inherited = self._controller(verb, slot, confidence)
        if inherited or verb.dep_ == "xcomp":
            return inherited
        return [a for child in found.glued[:1] for a in self.denoted(child, slot, confidence * MISREAD)]

    def _intransitive(self, verb: Token) -> bool:
        """Whether a verb that looks passive has no passive object: *war in Moskau eingetroffen*, *die Soldaten wurden abgezogen*."""
        entries = [
            e for lemma in infinitive(verb, self.lexicon) for e in self.lexicon.verbs.get(lemma, ()) if not e.companions
        ]
        return bool(entries) and not any(slot.name == "obj" for e in entries for slot in (*e.subject, *e.object))

    def obliged(self, verb: Token) -> list[Argument]:
        """Who is to do what a clause of obligation says: its subject, of a passive too (*der Iran müsse eingebunden werden*: nobody)."""
        return (
            []
            if is_passive(verb, self.lexicon.grammar)
            else [a for c in children(verb, "nsubj") for a in self.denoted(c, Slot("subj", owner=True))]
        )

    def _controller(self, verb: Token, slot: Slot, confidence: float) -> list[Argument]:
        above = verb.head
        if above.i == verb.i:
            return []
        if verb.dep_ == "conj" and (is_verbal_conjunct := above.pos_ in ("VERB", "AUX", "ADJ", "NOUN")):
            if is_passive(above, self.lexicon.grammar) and is_verbal_conjunct:
                return [a for c in children(above, "nsubj:pass") for a in self.denoted(c, slot, confidence * INHERITED)]
            return self.subject(above, slot, confidence * INHERITED)
        if verb.dep_ == "ccomp" and finite(verb) is not None:
            # "…, sagte Konaschenkow": who says it is not who does it, even where a parser finds no subject in what is said.
            return []
        if verb.dep_ in ("xcomp", "advcl", "ccomp") and above.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            if any(
                child.dep_ == "mark" and child.lower_ not in self.lexicon.grammar.infinitive_marks
                for child in verb.children
            ):
                return []
            if verb.dep_ == "xcomp" and self._object_controls(above):
                for label in ("obj", "obl:arg", "nsubj:pass"):
                    found = [a for c in children(above, label) for a in self.denoted(c, slot, confidence * INHERITED)]
                    if found:
                        return found
                return []
            if is_passive(above, self.lexicon.grammar):
                return [a for c in children(above, "nsubj:pass") for a in self.denoted(c, slot, confidence * INHERITED)]
            return self.subject(above, slot, confidence * INHERITED)
        return []

    def _object_controls(self, verb: Token) -> bool:
        """Whether the verb's object does what its infinitive says (*rief X auf, … zu*), not its subject (*versprach X, … zu*)."""
        lemmas = infinitive(verb, self.lexicon)
        effects = {self.lexicon.clause_verbs.get(lemma) for lemma in lemmas}
        return bool(effects & {"urge", "claim"}) or bool(self.lexicon.words["object-control"] & set(lemmas))
