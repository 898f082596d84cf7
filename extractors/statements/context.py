"""The setting of a predicate: how real its clause is and whose word, seen through every clause above it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from extractors.lexicon import Lexicon
from extractors.statements import modality as modal
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.attribution import Attribution
from extractors.statements.falsehood import hoax
from extractors.statements.governing import REFUSING, Governing, is_definite
from extractors.statements.modality import Modality, merge
from extractors.statements.occasions import precedes
from extractors.syntax import carriers, children, clause_head, finite, is_verbal

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
        self.governing = Governing(finder, lexicon, self.attribution)
        self.carried = carried

    def of_verb(self, verb: Token, arguments: Iterable[Token]) -> Context:
        """The context of a verbal predicate; `arguments` are its nouns (*kein* before one of them negates it)."""
        source = self.attribution.in_clause(verb)
        told = source is not None or (verb.dep_ == "ROOT" and verb.sent.start in self.carried)
        context = Context(modal.of_clause(verb, arguments, self.lexicon, told=told), source, (verb,))
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

    def support_effect(self, verb: Token, after: str = "") -> str:
        """What a verb does to the event noun it carries, or to one after the preposition `after`, see `Governing`."""
        return self.governing.support_effect(verb, after)

    def of_noun(self, noun: Token) -> Context:
        """The context of an event noun: its own attributes, the verb that carries it, and that verb's context."""
        modality = modal.of_noun(noun, self.lexicon)
        if report := self.governing.reporting(noun):
            modality = self.governing.of_report(report, modality)
        above = noun
        while above.head.i != above.i and not is_verbal(above):
            if above.dep_ == "nmod":
                modality = self.governing.noun_effect(above.head, modality)
            above = above.head
        if not is_verbal(above) or above.i == noun.i:
            own = modal.of_clause(noun, (), self.lexicon) if is_verbal(noun) else Modality()
            context = Context(merge(modality, own), self.attribution.in_clause(above), (noun, above))
            return self._climb(above, context)
        if noun.dep_ == "nsubj" and not self.support_effect(above) and is_definite(noun, self.lexicon.grammar):
            # "Moskaus Unterstützung für Damaskus helfe der Region, meinte Lawrow": what it is said of is taken as given.
            return Context(modality, None, (noun,))
        carried = noun.dep_ in ("obj", "nsubj", "nsubj:pass") or noun.dep_ == "conj"
        modality = (
            self.governing.carried(noun, above, modality) if carried else self.governing.beside(noun, above, modality)
        )
        blames = carried and self.support_effect(above) == "blame"
        source = self.attribution.speaker(above) if blames else self.attribution.in_clause(above)
        return self._climb(above, Context(modality, source, (noun, *carriers(noun, self.lexicon.grammar), above)))

    def _climb(self, verb: Token, context: Context) -> Context:
        """Add what every clause above says; relative and adverbial clauses keep their own reality but share the source."""
        token, asserted = verb, True
        while token.head.i != token.i:
            above, label = token.head, self._label(token)
            if label in OBJECT_CLAUSES and asserted:
                context = self._embed(token, above, label, context)
            elif label == "acl" and asserted:
                modality, source = self.governing.on_noun(token, above, context.modality, context.source)
                context = replace(context, modality=modality, source=source)
                asserted = False
            elif label == "conj":
                shared = modal.of_clause(above, (), self.lexicon) if _shares_mark(token, above) else Modality()
                context = replace(context, modality=merge(context.modality, shared))
                if token.i == verb.i:
                    context = replace(context, clauses=(*context.clauses, above))
            elif label in ("advcl", "parataxis"):
                marks = {mark.lower_ for mark in children(token, "mark")}
                if token.i == verb.i and (finite(verb) is None or marks & self.lexicon.words["simultaneous"]):
                    # "nutzten ihr Treffen, um Ziele zu verkünden": an infinitive shares when and where, and so does *als*.
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
        if label := hoax(token.sent, self.lexicon):
            context = replace(context, modality=context.modality.negate(label))
        return context

    def _label(self, clause: Token) -> str:
        """The label of a clause; one in reported speech that a parser coordinates with the verb above is its object.

        *Die Redaktion hatte gemeldet, Kanada habe Kuba gewarnt.*
        """
        if clause.dep_ != "conj" or children(clause, "cc") or not is_verbal(clause):
            return clause.dep_
        above = clause.head
        told = (
            self.attribution.effect(above)
            and self.attribution.reported(clause)
            and not self.attribution.reported(above)
        )
        return "ccomp" if told and clause.i > above.i else clause.dep_

    def _embed(self, clause: Token, above: Token, label: str, context: Context) -> Context:
        effect = self.attribution.effect(above)
        if (label == "xcomp" or effect in ("plan", *REFUSING)) and not precedes(clause, self.lexicon):
            context = replace(context, clauses=(*context.clauses, above))
        source = context.source
        if source is None and effect in ("say", "claim", "deny", "threaten"):
            source = self.attribution.speaker(above)
        modality = self.governing.embedded(clause, above, label, context.modality)
        return replace(context, modality=modality, source=source)


def _shares_mark(conjunct: Token, first: Token) -> bool:
    """Whether the second of two coordinated clauses is under the first one's *wenn*, *ob*, *falls*."""
    return bool(children(first, "mark")) and not children(conjunct, "mark")
