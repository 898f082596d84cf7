"""Arguments: which actors fill a slot of a predicate."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.lexicon import Lexicon, Slot
from extractors.mention import Mention, MentionKind
from extractors.syntax import (
    SUBJECTS,
    antecedent,
    children,
    clause_head,
    conjuncts,
    first_conjunct,
    infinitive,
    is_passive,
    is_relative_pronoun,
    preposition,
)
from ontology.actor import Actor, ActorKind

# How sure a filled slot is, by the way it was filled: the noun itself, the actor named inside the phrase, an inherited subject.
DEEPEST = 2
# How far back, in tokens, the body that somebody presides over may have been named.
BODY_WINDOW = 60
DIRECT, OWNER, INHERITED, MISREAD = 1.0, 0.85, 0.9, 0.85


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor that fills a slot: where it is mentioned, the token of the phrase that fills the slot, how sure, and by which slot.

    `territory` tells that the slot takes a place for its state.
    """

    actor: Actor
    begin: int
    end: int
    token: int
    confidence: float
    slot: str
    territory: bool = False


class ArgumentFinder:
    """Finds the arguments of predicates in one document, given the mention at each token."""

    def __init__(self, mentions: Mapping[int, Mention], modifiers: Mapping[int, Mention], lexicon: Lexicon) -> None:
        """`mentions` by the index of their head token; `modifiers` are the adjective and compound mentions."""
        self.mentions = mentions
        self.modifiers = modifiers
        self.lexicon = lexicon

    # What a phrase denotes -------------------------------------------------------------------------------------------

    def denoted(self, token: Token, slot: Slot, confidence: float = DIRECT) -> list[Argument]:
        """The actors that the phrase headed by `token` denotes, its conjuncts included; those it only contains if the slot says so."""
        found: list[Argument] = []
        for conjunct in conjuncts(token):
            found += self._of_one(conjunct, slot, confidence)
        return [argument for argument in found if not slot.kinds or argument.actor.kind[0] in slot.kinds]

    def _of_one(self, token: Token, slot: Slot, confidence: float) -> list[Argument]:
        mention = self.mentions.get(token.i)
        if mention and mention.actors and (not mention.place or slot.territory or mention.kind is MentionKind.NAME):
            return self._from(mention, token, confidence, slot)
        if is_relative_pronoun(token):
            noun = antecedent(token)
            return self._of_one(noun, slot, confidence * INHERITED) if noun is not None else []
        if not mention and token.pos_ == "NOUN":
            for apposition in children(token, "appos", "flat"):
                named = self.mentions.get(apposition.i)
                if named and named.actors:
                    return self._from(named, token, confidence, slot)
            if slot.owner:
                return self.owners(token, slot, confidence * OWNER)
        return []

    def _from(self, mention: Mention, token: Token, confidence: float, slot: Slot) -> list[Argument]:
        certainty = confidence * mention.confidence
        return [
            Argument(actor, mention.begin, mention.end, token.i, certainty, slot.name, slot.territory)
            for actor in mention.actors
        ]

    def owners(self, noun: Token, slot: Slot, confidence: float = OWNER, depth: int = 0) -> list[Argument]:
        """The actors inside a noun phrase that the thing belongs to: *die russischen Angriffe*, *die Pläne Moskaus*, *seine Politik*."""
        bare = Slot(slot.name, territory=slot.territory)
        for name in ("gen", "von", "poss", "adj", "comp", "durch"):
            found = list(self._noun_slot(noun, Slot(name, territory=slot.territory), confidence))
            if found:
                return [Argument(a.actor, a.begin, a.end, noun.i, a.confidence, bare.name) for a in found]
        if slot.territory and depth < DEEPEST:
            # "Stellungen von Terroristen, vor allem des Islamischen Staates"
            for child in children(noun, "nmod", "appos"):
                if preposition(child, self.lexicon) in ("", "von", "vor") and child.i not in self.mentions:
                    found = self.owners(child, slot, confidence * OWNER, depth + 1)
                    if found:
                        return [Argument(a.actor, a.begin, a.end, noun.i, a.confidence, bare.name) for a in found]
        return []

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

    def _noun_slot(self, noun: Token, slot: Slot, confidence: float) -> Iterator[Argument]:
        match slot.name:
            case "gen":
                for child in children(noun, "nmod", "appos"):
                    if not preposition(child, self.lexicon) and child.dep_ == "nmod":
                        yield from self.denoted(child, slot, confidence)
            case "adj":
                for child in children(noun, "amod"):
                    for conjunct in conjuncts(child):
                        yield from self._modifier(conjunct, slot, confidence)
            case "comp":
                yield from self._modifier(noun, slot, confidence)
            case "poss":
                for child in children(noun, "det:poss", "det"):
                    if (mention := self.mentions.get(child.i)) and mention.actors:
                        yield from self._from(mention, child, confidence, slot)
                for child in children(noun, "nmod"):
                    if is_relative_pronoun(child):
                        yield from self.denoted(child, slot, confidence)
            case name:
                inner = children(noun, "nmod", "obl", "obl:agent", "obl:arg", "appos")
                # "Unterstützung Deutschlands für die Ukraine": the second phrase often hangs on the genitive.
                for child in (*inner, *(c for phrase in inner for c in children(phrase, "nmod"))):
                    if preposition(child, self.lexicon) == name:
                        yield from self.denoted(child, slot, confidence)
                yield from self._stray(noun, slot, confidence)

    def _stray(self, noun: Token, slot: Slot, confidence: float) -> Iterator[Argument]:
        """Phrases that the parser hung on the verb or on a neighbour though they belong to the noun: *führte Gespräche mit X*."""
        siblings = (
            children(noun.head, "obl", "obl:arg", "nmod") if noun.dep_ in ("obj", "nsubj", "nsubj:pass", "obl") else []
        )
        for sibling in siblings:
            if sibling.i > noun.i and preposition(sibling, self.lexicon) == slot.name:
                yield from self.denoted(sibling, slot, confidence * INHERITED)

    def _modifier(self, token: Token, slot: Slot, confidence: float) -> Iterator[Argument]:
        mention = self.modifiers.get(token.i)
        if mention and mention.actors:
            yield from self._from(mention, token, confidence, slot)

    def governor(self, noun: Token) -> list[Argument]:
        """The subject of the verb that the noun depends on: *sagte Macron beim Empfang von …*, *führte Gespräche mit …*."""
        top = first_conjunct(noun)
        while top.dep_ in ("nmod", "appos") and top.head.pos_ == "NOUN":
            top = top.head
        if top.dep_ not in ("obj", "obl", "obl:arg", "xcomp", "advcl") or top.head.i == top.i:
            return []
        verb = clause_head(top.head)
        found = self.subject(verb, Slot("subj"), INHERITED)
        if not found and is_passive(verb) and top.dep_ == "obl":
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
        above = noun.head
        if noun.dep_ == "nmod" and above.pos_ in ("DET", "PRON", "NUM") and children(above, "cop"):
            # "Russland ist einer der engsten Verbündeten des Irans"
            return self.subject(above, Slot("subj", kinds=slot.kinds), INHERITED)
        if noun.dep_ == "appos":
            return self.denoted(noun.head, Slot("appos", kinds=slot.kinds))
        if noun.dep_ in ("obl", "xcomp") and noun.head.pos_ == "VERB":
            as_what = preposition(noun, self.lexicon) == "als" or noun.dep_ == "xcomp"
            return self.subject(noun.head, Slot("subj", kinds=slot.kinds), INHERITED) if as_what else []
        named = children(noun, "appos", "flat")
        return [a for child in named for a in self.denoted(child, Slot("appos", kinds=slot.kinds))]

    # Slots of verbs --------------------------------------------------------------------------------------------------

    def of_verb(self, verb: Token, slot: Slot, companions: Mapping[str, Token]) -> list[Argument]:
        """The arguments in one slot of a verb; `companions` are the nouns of a light-verb construction by lemma."""
        match slot.name:
            case "subj":
                return self.subject(verb, slot)
            case "obj":
                return self._object(verb, slot)
            case "dat":
                bare = [c for c in children(verb, "obl:arg", "iobj") if not preposition(c, self.lexicon)]
                if not bare and children(verb, "obj", "xcomp", "ccomp"):
                    # "stärkte Russland den Rücken": a name shows no dative, so the parser sees a second subject.
                    return [a for child in children(verb, "nsubj")[1:] for a in self.denoted(child, slot, MISREAD)]
                return [a for child in bare for a in self.denoted(child, slot)]
            case "clause":
                clauses = children(verb, "ccomp", "xcomp")
                return [
                    a for clause in clauses for child in children(clause, *SUBJECTS) for a in self.denoted(child, slot)
                ]
            case "mod":
                return [a for noun in companions.values() for a in self.owners(noun, slot, DIRECT)]
            case name:
                labels = ("obl", "obl:arg", "obl:agent", "nmod", "xcomp", "ccomp", "advcl")
                phrases = [c for c in children(verb, *labels) if preposition(c, self.lexicon) == name]
                # The parser often hangs the phrase on the object: *übten Kritik an …*, *liefern Waffen an …*.
                inner = [
                    c
                    for o in children(verb, "obj", "obl")
                    for c in children(o, "nmod")
                    if preposition(c, self.lexicon) == name
                ]
                found = [a for child in phrases for a in self.denoted(child, slot)]
                return found or [a for child in inner for a in self.denoted(child, slot, INHERITED)]

    def _object(self, verb: Token, slot: Slot) -> list[Argument]:
        """The accusative object, or the subject of a passive; what a parser mistook for another case of it comes last."""
        label = "nsubj:pass" if is_passive(verb) else "obj"
        found = [a for child in children(verb, label) for a in self.denoted(child, slot)]
        if found or is_passive(verb):
            return found
        shared = self._shared_object(verb, slot)
        if shared:
            return shared
        # Names show no case: "traf Merz Macron" has two subjects for a parser, "empfing Selenskyj" a dative.
        bare = [c for c in children(verb, "obl:arg", "iobj") if not preposition(c, self.lexicon)]
        second = children(verb, "nsubj", "nsubj:pass")[1:]
        subjects = {child.i for child in children(verb, "nsubj")[:1]}
        stray = self._strays(verb) if subjects else self._strays(verb)[1:]
        return [
            a for child in bare + second + stray for a in self.denoted(child, slot, MISREAD) if child.i not in subjects
        ]

    def _strays(self, verb: Token) -> list[Token]:
        """Names that a parser glued to the name or day before them: *am Mittwoch Macron*, *empfing Putin Modi*.

        A real apposition has a comma, a bracket or a title before it.
        """
        found = []
        for child in children(verb, "nsubj", "nsubj:pass", "obj", "obl", "obl:arg"):
            glued = children(child, "appos", "flat")
            for inner in (*glued, *(g for name in glued for g in children(name, "appos", "flat"))):
                mention = self.mentions.get(inner.i)
                alone = mention is not None and mention is not self.mentions.get(child.i) and mention.token == inner.i
                if alone and not inner.nbor(-1).is_punct:
                    found.append(inner)
        return found

    def _shared_object(self, verb: Token, slot: Slot) -> list[Argument]:
        """An object that stands once for two coordinated verbs: *kritisierte und verurteilte Russland*."""
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not is_passive(verb):
            return [
                a
                for child in children(verb.head, "obj")
                if child.i > verb.i
                for a in self.denoted(child, slot, INHERITED)
            ]
        later = [c for c in children(verb, "conj") if c.pos_ == "VERB" and not is_passive(verb)]
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
        if is_passive(verb):
            agents = children(verb, "obl:agent")
            if not agents:
                agents = [c for c in children(verb, "obl") if preposition(c, self.lexicon) in ("von", "durch")]
            return [a for child in agents for a in self.denoted(child, slot, confidence)]
        own = children(verb, "nsubj", "nsubj:pass", "csubj") or [
            c for c in children(verb, "expl") if c.i in self.mentions
        ]
        own = own or self._relative_subject(verb)
        for child in own:
            # The first that is an actor: in "Kein Gespräch führte Lawrow" a parser may see two subjects.
            if found := self.denoted(child, slot, confidence):
                return found
        # A bare article is no subject: parsers hang the one of a dative on the verb ("…, der Ukraine Waffen zu liefern").
        if own and not (own[0].pos_ == "DET" and not is_relative_pronoun(own[0])):
            return []
        found = self._controller(verb, slot, confidence)
        if not found and verb.dep_ != "xcomp":
            found = [a for child in self._strays(verb)[:1] for a in self.denoted(child, slot, confidence * MISREAD)]
        return found

    def _relative_subject(self, verb: Token) -> list[Token]:
        """The relative pronoun that a parser took for a second object: *Russland, das die Ukraine angreift*."""
        objects = children(verb, "obj")
        relative = [o for o in objects if is_relative_pronoun(o) and o.lower_ in ("die", "das")]
        return relative[:1] if len(objects) > 1 else []

    def obliged(self, verb: Token) -> list[Argument]:
        """Who is to do what a clause of obligation says: its subject, of a passive too (*der Iran müsse eingebunden werden*: nobody)."""
        return (
            []
            if is_passive(verb)
            else [a for c in children(verb, "nsubj") for a in self.denoted(c, Slot("subj", owner=True))]
        )

    def _controller(self, verb: Token, slot: Slot, confidence: float) -> list[Argument]:
        above = verb.head
        if above.i == verb.i:
            return []
        if verb.dep_ == "conj" and (is_verbal_conjunct := above.pos_ in ("VERB", "AUX", "ADJ", "NOUN")):
            if is_passive(above) and is_verbal_conjunct:
                return [a for c in children(above, "nsubj:pass") for a in self.denoted(c, slot, confidence * INHERITED)]
            return self.subject(above, slot, confidence * INHERITED)
        if verb.dep_ in ("xcomp", "advcl", "ccomp") and above.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            if any(
                child.dep_ == "mark" and child.lower_ not in ("zu", "um", "ohne", "statt", "anstatt")
                for child in verb.children
            ):
                return []
            if verb.dep_ == "xcomp" and self._object_controls(above):
                for label in ("obj", "obl:arg", "nsubj:pass"):
                    found = [a for c in children(above, label) for a in self.denoted(c, slot, confidence * INHERITED)]
                    if found:
                        return found
                return []
            if is_passive(above):
                return [a for c in children(above, "nsubj:pass") for a in self.denoted(c, slot, confidence * INHERITED)]
            return self.subject(above, slot, confidence * INHERITED)
        return []

    def _object_controls(self, verb: Token) -> bool:
        """Whether the verb's object does what its infinitive says (*rief X auf, … zu*), not its subject (*versprach X, … zu*)."""
        lemmas = infinitive(verb, self.lexicon)
        effects = {self.lexicon.clause_verbs.get(lemma) for lemma in lemmas}
        return bool(effects & {"urge", "claim"}) or bool(self.lexicon.words["object-control"] & set(lemmas))
