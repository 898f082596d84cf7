"""What phrases denote: the actors of a noun phrase, those it only contains, and those in the slots of a noun."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.lexicon import Lexicon, Slot
from extractors.mention import Mention, MentionKind
from extractors.statements.ends import Ends, ends
from extractors.syntax import (
    antecedent,
    children,
    conjuncts,
    is_relative_pronoun,
    preposition,
)
from extractors.word_order import time_of
from ontology.actor import Actor, ActorKind

# How sure a filled slot is, by the way it was filled: the noun itself, the actor named inside the phrase, an inherited subject.
DEEPEST = 2
# How far back, in tokens, the body that somebody presides over may have been named.
BODY_WINDOW = 60
# Relations by which the one is part of the other.
BELONGING = frozenset(("memberOf", "chairs", "represents"))
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


class Denotation:
    """Says what phrases of one document denote, given the mention at each token."""

    def __init__(self, mentions: Mapping[int, Mention], modifiers: Mapping[int, Mention], lexicon: Lexicon) -> None:
        """`mentions` by the index of their head token; `modifiers` are the adjective and compound mentions."""
        self.mentions = mentions
        self.modifiers = modifiers
        self.lexicon = lexicon
        self._ends: dict[int, Ends] = {}
        self._before: dict[int, str] = {}
        self._inner: dict[int, list[tuple[str, Token]]] = {}

    def denoted(self, token: Token, slot: Slot, confidence: float = DIRECT) -> list[Argument]:
        """The actors that the phrase headed by `token` denotes, its conjuncts included; those it only contains if the slot says so."""
        found: list[Argument] = []
        for conjunct in self._members(token):
            found += self._of_one(conjunct, slot, confidence)
            # "mit den Präsidenten Macron und Selenskyj": the second name hangs on the first, which stands beside the title.
            if conjunct.pos_ == "NOUN":
                for name in children(conjunct, "appos", "flat"):
                    for further in conjuncts(name)[1:]:
                        found += self._of_one(further, slot, confidence)
        return [argument for argument in found if not slot.kinds or argument.actor.kind[0] in slot.kinds]

    def _members(self, token: Token) -> list[Token]:
        """The token and what is listed with it: conjuncts, and other actors that a parser takes for an apposition or a clause
        (*Präsident Macron, Premier Starmer und Merz*, *Starmer (63), Meloni (48) und Merz*).
        """
        found = [token]
        for child in token.children:
            if child.dep_ == "conj" or (child.dep_ == "appos" and self._is_another(token, child)):
                found += self._members(child)
        edge = token.right_edge.i + 1
        after = token.doc[edge + 1] if edge + 1 < len(token.doc) else None
        if (
            after is not None
            and after.dep_ == "parataxis"
            and after.head.i == token.head.i
            and self._is_another(token, after)
        ):
            found += self._members(after)
        return found

    def _named(self, token: Token) -> Mention | None:
        """The mention of a phrase, at its head or at the name behind a title."""
        behind = (self.mentions.get(child.i) for child in children(token, "appos", "flat"))
        return self.mentions.get(token.i) or next(filter(None, behind), None)

    def _is_another(self, token: Token, listed: Token) -> bool:
        """Whether a phrase behind a comma is another actor of the same kind: an apposition would be the same one."""
        one, other = self._named(token), self._named(listed)
        start = next((t for t in listed.subtree if not t.is_punct), listed)
        if not one or not other or not one.actors or not other.actors or not start.i or not start.nbor(-1).is_punct:
            return False
        kinds = {actor.kind for actor in (*one.actors, *other.actors)}
        return (
            len(kinds) == 1
            and not set(one.actors) & set(other.actors)
            and MentionKind.DESCRIPTION not in (one.kind, other.kind)
        )

    def _of_one(self, token: Token, slot: Slot, confidence: float) -> list[Argument]:
        mention = self.mentions.get(token.i)
        if mention and mention.actors and (not mention.place or slot.territory or mention.kind is MentionKind.NAME):
            return self._from(mention, token, confidence, slot)
        if is_relative_pronoun(token, self.lexicon.grammar):
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
        found = next(filter(None, self._owning(noun, slot, confidence, depth)), [])
        return [Argument(a.actor, a.begin, a.end, noun.i, a.confidence, slot.name) for a in found]

    def _owning(self, noun: Token, slot: Slot, confidence: float, depth: int) -> Iterator[list[Argument]]:
        """What each way to name an owner gives, the surest first."""
        grammar = self.lexicon.grammar
        if self._is_other(noun):
            return
        for name in filter(None, ("gen", grammar.owner, "poss", "adj", "comp", grammar.doer)):
            # "die Absetzung des Parlaments durch das Gericht Venezuelas": here the owner's owner counts too.
            inner = Slot(name, owner=name == grammar.doer, territory=slot.territory)
            yield [a for a in self._noun_slot(noun, inner, confidence) if name != "comp" or not self._is_topic(noun, a)]
            if name == grammar.owner:
                yield self._made_by(noun, slot)
        if noun.text in self.lexicon.words["voiced"]:
            # "die Vorwürfe aus Kiew": what is said from a seat of government is its government's word.
            yield list(self._noun_slot(noun, Slot(grammar.origin, territory=True), confidence))
        if slot.territory and depth < DEEPEST:
            for child in children(noun, "nmod", "appos"):
                before = preposition(child, self.lexicon)
                # "Stellungen von Terroristen, vor allem des Islamischen Staates", "der Stützpunkt im Norden Jemens"
                quarter = before == grammar.inside and child.lemma_ in self.lexicon.words["quarters"]
                if (quarter or before in ("", *grammar.adding)) and child.i not in self.mentions:
                    yield self.owners(child, slot, confidence * OWNER, depth + 1)
        if slot.territory and self.lexicon.is_of_class(noun, "target"):
            # "bombardierte Ziele in Syrien"
            yield list(self._noun_slot(noun, Slot(grammar.inside, territory=True), confidence))

    def _is_other(self, noun: Token) -> bool:
        """Whether a noun says what somebody is to its owner, who is another then: *die Gegner Putins*, *die Verbündeten der USA*.

        Its members are the same as the body: *Hamas-Mitglieder*.
        """
        roles = self.lexicon.role_entries(noun.lemma_, noun.text)
        return bool(roles) and not any(entry.relation in BELONGING for entry in roles)

    @staticmethod
    def _is_topic(noun: Token, named: Argument) -> bool:
        """Whether a compound begins with the whole name of a state, which is what it is about: *das Kuba-Embargo* is not Cuba's,
        while *der US-Vorschlag* is American.
        """
        first = noun.text.rpartition("-")[0]
        actor = named.actor
        return (
            actor.kind is ActorKind.STATE
            and not first.isupper()
            and first in (*actor.labels.values(), *(name.text for name in actor.names))
        )

    def _made_by(self, noun: Token, slot: Slot) -> list[Argument]:
        """Who has made what a participle describes: *der von der Kommission vorgelegte Plan*."""
        agents = [c for p in children(noun, "amod") for c in children(p, "obl:agent")]
        return [a for agent in agents for a in self.denoted(agent, Slot(slot.name), OWNER)]

    def _noun_slot(self, noun: Token, slot: Slot, confidence: float) -> Iterator[Argument]:
        match slot.name:
            case "gen":
                endings = self.lexicon.grammar.genitive_endings
                # A bare name in the genitive is taken for an apposition at times: "die Beschießung Charkiws".
                named = [
                    c
                    for c in children(noun, "appos")
                    if c.i == noun.i + 1 and c.pos_ == "PROPN" and c.text.endswith(endings)
                ]
                for child in (*children(noun, "nmod"), *named):
                    if not preposition(child, self.lexicon) and not self._of_neighbour(child):
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
                    if is_relative_pronoun(child, self.lexicon.grammar):
                        yield from self.denoted(child, slot, confidence)
            case name:
                for before, child in self._phrases(noun):
                    if before == name:
                        yield from self.denoted(child, slot, confidence)
                if name != self.lexicon.grammar.origin:
                    # "rief aus Protest seinen Botschafter aus Venezuela zurück" is no protest from Venezuela.
                    yield from self._stray(noun, slot, confidence)

    def _of_neighbour(self, genitive: Token) -> bool:
        """Whether a genitive before its noun belongs to the noun before it: *mit Billigung Ägyptens Angriffe auf den Sudan*."""
        start = genitive.left_edge
        if genitive.i > genitive.head.i or not start.i:
            return False
        before = start.nbor(-1)
        return before.pos_ == "NOUN" and bool(children(before, "case")) and not time_of(before, before.doc.lang_)

    def ends(self, verb: Token) -> Ends:
        """The ends of a verb, found once: every slot asks for them."""
        found = self._ends.get(verb.i)
        if found is None:
            found = self._ends[verb.i] = ends(verb, self.mentions, self.lexicon)
        return found

    def before(self, token: Token) -> str:
        """The preposition before a noun, looked for once: every slot asks for it."""
        found = self._before.get(token.i)
        if found is None:
            found = self._before[token.i] = preposition(token, self.lexicon)
        return found

    def _phrases(self, noun: Token) -> list[tuple[str, Token]]:
        """The phrases in a noun's own, with their prepositions."""
        found = self._inner.get(noun.i)
        if found is None:
            inner = children(noun, "nmod", "obl", "obl:agent", "obl:arg", "appos")
            # "Unterstützung Deutschlands für die Ukraine": the second phrase often hangs on the genitive.
            phrases = (*inner, *(c for phrase in inner for c in children(phrase, "nmod")))
            found = self._inner[noun.i] = [(self.before(phrase), phrase) for phrase in phrases]
        return found

    def _stray(self, noun: Token, slot: Slot, confidence: float) -> Iterator[Argument]:
        """Phrases that the parser hung on the verb or on a neighbour though they belong to the noun: *führte Gespräche mit X*."""
        siblings = (
            children(noun.head, "obl", "obl:arg", "nmod") if noun.dep_ in ("obj", "nsubj", "nsubj:pass", "obl") else []
        )
        for sibling in siblings:
            # "Zwischen A und B besteht eine Partnerschaft": this one may come first.
            if (sibling.i > noun.i or slot.name == self.lexicon.grammar.between) and self.before(sibling) == slot.name:
                yield from self.denoted(sibling, slot, confidence * INHERITED)

    def _modifier(self, token: Token, slot: Slot, confidence: float) -> Iterator[Argument]:
        mention = self.modifiers.get(token.i)
        if mention and mention.actors:
            yield from self._from(mention, token, confidence, slot)
