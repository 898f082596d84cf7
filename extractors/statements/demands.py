"""Demands without a verb of demanding: *Russland müsse sich zurückziehen, sagte Macron* (gold guide: `urges`)."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractors.lexicon import Entry, Lexicon, Slot, WordClass
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.context import ContextFinder
from extractors.statements.negation import negation
from extractors.statements.predicates import Predicate
from extractors.syntax import auxiliaries, is_verbal


def _obliges(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the clause demands: by a reporting subjunctive, or by a plain *müssen* in speech without *dass*; never as a condition."""
    excused = negation((verb, *auxiliaries(verb)), lexicon)
    marked = any(child.dep_ == "mark" for child in verb.children)
    for helper in auxiliaries(verb):
        first = helper.i == min(token.i for token in verb.subtree if not token.is_punct)
        if excused and helper.lower_ in lexicon.words["must"]:
            # "müsse nicht" asks for nothing, "solle nicht" does.
            return False
        if helper.lower_ in lexicon.words["demand"] and not (first and verb.dep_ == "advcl"):
            return True
        if helper.lower_ in lexicon.words["demand-plain"] and not marked and verb.dep_ in ("ccomp", "parataxis"):
            return True
    return False


def demands(doc: Doc, finder: ArgumentFinder, contexts: ContextFinder, lexicon: Lexicon) -> Iterator[Predicate]:
    """Each clause of obligation whose speaker is named: the speaker urges the clause's subject."""
    obligation = Entry(WordClass.VERB, lexicon.grammar.obligation, (), "urges", (Slot("speaker"),), (Slot("subj"),))
    for verb in doc:
        if not is_verbal(verb) or not _obliges(verb, lexicon):
            continue
        speaker = contexts.of_verb(verb, ()).source
        addressed = finder.obliged(verb)
        pairs: list[tuple[Argument, Argument]] = [
            (speaker, a) for a in addressed if speaker and a.actor.id != speaker.actor.id
        ]
        if pairs:
            yield Predicate(verb, obligation, "demand", tuple(pairs))
