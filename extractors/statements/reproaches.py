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

BLAME = Entry(WordClass.VERB, "verstoßen", (), "accuses", (Slot("speaker"),), (Slot("subj"),))
VERDICT = Entry(WordClass.VERB, "inakzeptabel", (), "criticizes", (Slot("speaker"),), (Slot("subj"),))


def reproaches(doc: Doc, finder: ArgumentFinder, contexts: ContextFinder, lexicon: Lexicon) -> Iterator[Predicate]:
    """Each clause of wrongdoing, and each verdict on what an actor does, whose speaker is named."""
    for verb in doc:
        entry = _kind(verb, lexicon) if is_verbal(verb) and not is_passive(verb) else None
        if entry is None or not _asserted(verb, lexicon):
            continue
        speaker = contexts.of_verb(verb, ()).source
        blamed = [a for c in children(verb, *SUBJECTS) for a in finder.denoted(c, Slot("subj", owner=True))]
        pairs = tuple((speaker, a) for a in blamed if speaker and a.actor.id != speaker.actor.id)
        if pairs:
            yield Predicate(verb, entry, "reproach", pairs)


def _kind(verb: Token, lexicon: Lexicon) -> Entry | None:
    """What the clause says of its subject: a wrong (`accuses`), a verdict (`criticizes`), or neither."""
    lemmas = infinitive(verb, lexicon)
    if lexicon.words["wrongdoing"] & set(lemmas):
        return BLAME
    if "brechen" in lemmas and any(c.lemma_ in lexicon.words["promises"] for c in children(verb, "obj")):
        return BLAME
    if "tragen" in lemmas and any(c.lemma_ in ("Verantwortung", "Schuld", "Mitschuld") for c in children(verb, "obj")):
        return BLAME
    if children(verb, "cop") and {verb.lemma_, verb.lower_} & {"verantwortlich", "schuld", "schuldig"}:
        return BLAME
    if children(verb, "cop") and {verb.lemma_, verb.text} & lexicon.words["reproach"]:
        return VERDICT
    unjustified = "rechtfertigen" in lemmas and any(
        c.lower_ in ("nichts", "nicht") for c in children(verb, "obl", "advmod")
    )
    return VERDICT if unjustified else None


def _asserted(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the clause says that it is so: no plan, no *könnte*, no *nicht* (but for *nicht zu rechtfertigen*)."""
    found = modal.of_clause(verb, children(verb, "obj"), lexicon)
    certain = found.status in (Status.ACTUAL, Status.CLAIMED) and found.stated
    return certain and (found.polarity is Polarity.AFFIRMED or "rechtfertigen" in infinitive(verb, lexicon))
