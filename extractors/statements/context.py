"""The setting of a predicate: how real its clause is and whose word, seen through every clause above it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from extractors.lexicon import Lexicon, Slot
from extractors.statement import Status
from extractors.statements import modality as modal
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.attribution import Attribution
from extractors.statements.modality import Modality
from extractors.syntax import (
    auxiliaries,
    carriers,
    children,
    clause_head,
    finite,
    infinitive,
    is_relative_pronoun,
    is_verbal,
    preposition,
)

OBJECT_CLAUSES = ("ccomp", "xcomp", "csubj", "csubj:pass")


@dataclass(frozen=True, slots=True)
class Context:
    """Modality and source of a predicate, and the heads of the clauses that may date and place it, innermost first."""

    modality: Modality
    source: Argument | None
    clauses: tuple[Token, ...]


class ContextFinder:
    """Finds the context of predicates in one document; `carried` is the speaker of running reported speech, by sentence start."""

    def __init__(self, finder: ArgumentFinder, lexicon: Lexicon, carried: Mapping[int, Argument]) -> None:
        """`carried` maps the first token of a sentence in reported speech to the speaker named before it."""
        self.finder = finder
        self.lexicon = lexicon
        self.attribution = Attribution(finder, lexicon)
        self.carried = carried

    def of_verb(self, verb: Token, arguments: Iterable[Token]) -> Context:
        """The context of a verbal predicate; `arguments` are its nouns (*kein* before one of them negates it)."""
        context = Context(modal.of_clause(verb, arguments, self.lexicon), self.attribution.in_clause(verb), (verb,))
        # "…, was Moskau bestreitet" is the article's own word, whoever says what comes before it.
        return (
            context
            if any(child.lower_ == self.lexicon.grammar.sentence_relative for child in children(verb, "obj"))
            else self._climb(verb, context)
        )

    def of_demand(self, verb: Token) -> Context:
        """The context of a demand: it is made, whatever becomes of what it asks; the speaker is its subject and no source."""
        return Context(Modality(), None, (verb,))

    def of_participle(self, participle: Token) -> Context:
        """The context of a participle before a noun: what it says is taken as given, its source is the sentence's."""
        verb = clause_head(participle)
        source = self._climb(verb, Context(Modality(), self.attribution.in_clause(verb), ())).source
        return Context(modal.of_noun(participle, self.lexicon), source, (participle,))

    def of_noun(self, noun: Token) -> Context:
        """The context of an event noun: its own attributes, the verb that carries it, and that verb's context."""
        modality = modal.of_noun(noun, self.lexicon)
        above = noun
        while above.head.i != above.i and not is_verbal(above):
            if above.dep_ == "nmod":
                modality = self._noun_effect(above.head, modality)
            above = above.head
        if not is_verbal(above) or above.i == noun.i:
            own = modal.of_clause(noun, (), self.lexicon) if is_verbal(noun) else Modality()
            context = Context(_merge(modality, own), self.attribution.in_clause(above), (noun, above))
            return self._climb(above, context)
        if noun.dep_ == "nsubj" and not self.support_effect(above) and self._definite(noun):
            # "Moskaus Unterstützung für Damaskus helfe der Region, meinte Lawrow": what it is said of is taken as given.
            return Context(modality, None, (noun,))
        carried = noun.dep_ in ("obj", "nsubj", "nsubj:pass") or noun.dep_ == "conj"
        if carried:
            modality = _merge(modality, modal.of_clause(above, (), self.lexicon))
            modality = self._support(above, modality)
        elif self.support_effect(above) == "plan" and preposition(noun, self.lexicon) == self.lexicon.grammar.purpose:
            # "wird zu einem Besuch erwartet"
            modality = modality.weaken(Status.PLANNED, above.text)
        elif self.support_effect(above, preposition(noun, self.lexicon)):
            # "warnte vor einem Angriff Chinas", "riet von einem Beitritt ab"
            modality = self._support(above, modality, preposition(noun, self.lexicon))
        elif modal.of_clause(above, (), self.lexicon).status is not Status.ACTUAL and not self.given(noun):
            # "will bei einem Treffen mit X fordern": the meeting is as planned as the demand.
            modality = modality.weaken(modal.of_clause(above, (), self.lexicon).status, above.text)
        blames = carried and self.support_effect(above) == "blame"
        source = self.attribution.speaker(above) if blames else self.attribution.in_clause(above)
        return self._climb(above, Context(modality, source, (noun, *carriers(noun, self.lexicon.grammar), above)))

    def _support(self, verb: Token, modality: Modality, after: str = "") -> Modality:
        effect = self.support_effect(verb, after)
        match effect:
            case "plan":
                return modality.weaken(Status.PLANNED, verb.text)
            case "possible":
                return modality.weaken(Status.POSSIBLE, verb.text)
            case "blame":
                return modality.weaken(Status.CLAIMED, verb.text)
            case "refuse":
                return modality.negate(verb.text)
            case "urge":
                return modality.drop(verb.text)
        return modality

    def support_effect(self, verb: Token, after: str = "") -> str:
        """What a verb does to the event noun it carries, or to one after the preposition `after` (`support_verbs.tsv`), or ""."""
        for lemma in infinitive(verb, self.lexicon):
            effect = self.lexicon.support_verbs.get(f"{lemma} {after}" if after else lemma)
            if effect:
                return effect
        return ""

    def _noun_effect(self, noun: Token, modality: Modality) -> Modality:
        words = self.lexicon.words
        for form in (noun.text, noun.lemma_):
            if form in words["refuse-nouns"]:
                return modality.negate(noun.text)
            if form in words["hedge-planned-nouns"]:
                return modality.weaken(Status.PLANNED, noun.text)
            if form in words["possible-nouns"]:
                return modality.weaken(Status.POSSIBLE, noun.text)
            if form in words["urge-nouns"]:
                return modality.drop(noun.text)
        return modality

    def _climb(self, verb: Token, context: Context) -> Context:
        """Add what every clause above says; relative and adverbial clauses keep their own reality but share the source."""
        token, asserted = verb, True
        while token.head.i != token.i:
            above, label = token.head, token.dep_
            if label in OBJECT_CLAUSES and asserted:
                context = self._embed(above, label, context)
            elif label == "acl" and asserted:
                context = self._on_noun(token, above, context)
                asserted = False
            elif label == "conj":
                shared = modal.of_clause(above, (), self.lexicon) if _shares_mark(token, above) else Modality()
                context = replace(context, modality=_merge(context.modality, shared))
                if token.i == verb.i:
                    context = replace(context, clauses=(*context.clauses, above))
            elif label in ("advcl", "parataxis"):
                if token.i == verb.i and finite(verb) is None:
                    # "nutzten ihr Treffen, um Ziele zu verkünden": an infinitive shares when and where.
                    context = replace(context, clauses=(*context.clauses, above))
                asserted = False
            if context.source is None and is_verbal(above):
                context = replace(context, source=self.attribution.in_clause(above))
                if (
                    context.source is None
                    and label in OBJECT_CLAUSES
                    and self.attribution.effect(above) in ("say", "claim")
                ):
                    context = replace(context, source=self.attribution.speaker(above))
            token = above
        if context.source is None and (speaker := self.carried.get(token.sent.start)):
            context = replace(context, source=speaker)
        return context

    def _embed(self, above: Token, label: str, context: Context) -> Context:
        effect = self.attribution.effect(above)
        modality = context.modality
        if label == "xcomp" or effect in ("plan", "refuse"):
            modality = _merge(modality, modal.of_clause(above, (), self.lexicon))
            context = replace(context, clauses=(*context.clauses, above))
        why = above.text
        match effect:
            case "plan":
                modality = modality.weaken(Status.PLANNED, why)
            case "claim":
                modality = modality.weaken(Status.CLAIMED, why)
            case "possible" | "threaten":
                modality = modality.weaken(Status.POSSIBLE, why)
            case "refuse" | "deny":
                modality = modality.negate(why)
            case "urge":
                modality = modality.drop(why)
        believed = bool(self.lexicon.words["belief"] & set(infinitive(above, self.lexicon)))
        heard = label == "ccomp" and (not effect or believed)
        if heard and (no := modal.negation((above, *auxiliaries(above)), self.lexicon)):
            # "hat nicht dazu geführt, dass …", "glaubt nicht, dass Russland angreift"
            modality = modality.negate(no)
        source = context.source
        if source is None and effect in ("say", "claim", "deny", "threaten"):
            source = self.attribution.speaker(above)
        return replace(context, modality=modality, source=source)

    def _on_noun(self, clause: Token, noun: Token, context: Context) -> Context:
        if any(
            is_relative_pronoun(token, self.lexicon.grammar)
            for token in clause.subtree
            if token.head.i == clause.i or token.head.head.i == clause.i
        ):
            according = self.lexicon.words["according"]
            hearsay = [c for c in clause.subtree if c.lower_ in according and c.head.head.i == clause.i]
            if hearsay:
                # "Berichte, denen zufolge er Kämpfer geschickt hat"
                return replace(context, modality=context.modality.weaken(Status.CLAIMED, hearsay[0].text))
            return context
        modality = self._noun_effect(noun, context.modality)
        source = context.source
        if noun.text in self.lexicon.words["claim-nouns"]:
            modality = modality.weaken(Status.CLAIMED, noun.text)
            owners = self.finder.owners(noun, Slot("subj"))
            source = source or (owners[0] if owners else None)
        return replace(context, modality=modality, source=source)

    def _definite(self, noun: Token) -> bool:
        """Whether a noun has a definite article, a possessive, or a genitive before it (*Moskaus Unterstützung*)."""
        return any(
            child.dep_ == "det:poss"
            or (child.dep_ == "det" and self.lexicon.grammar.is_definite(child.lower_))
            or (child.dep_ == "nmod" and child.i < noun.i)
            for child in noun.children
        )

    def given(self, noun: Token) -> bool:
        """Whether an event noun is presented as past: *nach dem Treffen mit X will Y …*."""
        return any(c.dep_ == "case" and c.lower_ in self.lexicon.grammar.past_events for c in noun.children)


def _merge(inner: Modality, outer: Modality) -> Modality:
    """The inner modality under the outer one: the less real status, negated if either is, stated if both are."""
    merged = inner.weaken(outer.status, "; ".join(outer.reasons) or "clause above")
    if outer.polarity is not inner.polarity and outer.polarity.value == "negated":
        merged = merged.negate("; ".join(outer.reasons))
    return merged if outer.stated else merged.drop("; ".join(outer.reasons))


def _shares_mark(conjunct: Token, first: Token) -> bool:
    """Whether the second of two coordinated clauses is under the first one's *wenn*, *ob*, *falls*."""
    return bool(children(first, "mark")) and not children(conjunct, "mark")
