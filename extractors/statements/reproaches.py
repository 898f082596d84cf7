"""Reproaches without a verb of reproach: *Moskau habe das Abkommen gebrochen, sagte Merkel* (gold guide: blame is `accuses`)."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractors.lexicon import Entry, Lexicon, Slot, WordClass
from extractors.statement import Polarity, Status
from extractors.statements import modality as modal
from extractors.statements.arguments import ArgumentFinder
from extractors.statements.context import ContextFinder
from extractors.statements.predicates import Predicate
from extractors.syntax import SUBJECTS, children, infinitive, is_passive, is_verbal


def reproaches(doc: Doc, finder: ArgumentFinder, contexts: ContextFinder, lexicon: Lexicon) -> Iterator[Predicate]:
    """Each clause of wrongdoing, and each verdict on what an actor does, whose speaker is named."""
    for verb in doc:
        entry = _kind(verb, lexicon) if is_verbal(verb) and not is_passive(verb, lexicon.grammar) else None
        if entry is None or not _asserted(verb, lexicon):
            continue
        speaker = contexts.of_verb(verb, ()).source
        blamed = [a for c in children(verb, *SUBJECTS) for a in finder.denoted(c, Slot("subj", owner=True))]
        pairs = tuple((speaker, a) for a in blamed if speaker and a.actor.id != speaker.actor.id)
        if pairs:
            yield Predicate(verb, entry, "reproach", pairs)


def _kind(verb: Token, lexicon: Lexicon) -> Entry | None:
    """What the clause says of its subject: a wrong (`accuses`), a verdict (`criticizes`), or neither."""
    words, lemmas = lexicon.words, set(infinitive(verb, lexicon))
    objects = {child.lemma_ for child in children(verb, "obj")}
    forms = {verb.lemma_, verb.lower_, verb.text} if children(verb, "cop") else set()
    wrong = (
        lemmas & words["wrongdoing"]
        or (objects & words["promises"] and lemmas & words["breaking"])
        or (objects & words["guilt"] and lemmas & words["bearing"])
        or forms & words["guilty"]
    )
    if wrong:
        return _entry(min(wrong), "accuses")
    verdict = forms & words["reproach"] or (_unjustified(verb, lexicon) and lemmas & words["justify"])
    return _entry(min(verdict), "criticizes") if verdict else None


def _entry(word: str, relation: str) -> Entry:
    return Entry(WordClass.VERB, word, (), relation, (Slot("speaker"),), (Slot("subj"),))


def _unjustified(verb: Token, lexicon: Lexicon) -> bool:
    """*nicht zu rechtfertigen*, *durch nichts zu rechtfertigen*."""
    no = lexicon.words["negation"] | lexicon.words["nothing"]
    return any(child.lower_ in no for child in children(verb, "obl", "advmod"))


def _asserted(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the clause says that it is so: no plan, no *könnte*, no *nicht* (but for *nicht zu rechtfertigen*)."""
    found = modal.of_clause(verb, children(verb, "obj"), lexicon)
    certain = found.status in (Status.ACTUAL, Status.CLAIMED) and found.stated
    justifies = bool(lexicon.words["justify"] & set(infinitive(verb, lexicon)))
    return certain and (justifies or found.polarity is Polarity.AFFIRMED)
