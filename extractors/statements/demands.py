"""Demands without a verb of demanding: *Russland müsse sich zurückziehen, sagte Macron* (gold guide: `urges`)."""

from collections.abc import Iterator

from spacy.tokens import Doc

from extractors.lexicon import Entry, Lexicon, Slot, WordClass
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.context import ContextFinder
from extractors.statements.predicates import Predicate
from extractors.syntax import auxiliaries, is_verbal

OBLIGATION = Entry(WordClass.VERB, "müssen", (), "urges", (Slot("speaker"),), (Slot("subj"),))


def demands(doc: Doc, finder: ArgumentFinder, contexts: ContextFinder, lexicon: Lexicon) -> Iterator[Predicate]:
    """Each clause of obligation whose speaker is named: the speaker urges the clause's subject."""
    for verb in doc:
        if not is_verbal(verb) or not any(helper.lower_ in lexicon.words["demand"] for helper in auxiliaries(verb)):
            continue
        speaker = contexts.of_verb(verb, ()).source
        addressed = finder.obliged(verb)
        pairs: list[tuple[Argument, Argument]] = [
            (speaker, a) for a in addressed if speaker and a.actor.id != speaker.actor.id
        ]
        if pairs:
            yield Predicate(verb, OBLIGATION, "demand", tuple(pairs))
