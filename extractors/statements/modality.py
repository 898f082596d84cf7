"""Polarity and status of one clause, from its own words: negation, modals, tense, condition, hedges."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from extractors.languages import Grammar
from extractors.lexicon import Lexicon
from extractors.statement import Polarity, Status
from extractors.syntax import auxiliaries, children, infinitive, is_passive, may_be_infinitive

# From most to least real. A clause within a clause is as real as the less real of the two.
REALITY = (Status.ACTUAL, Status.PLANNED, Status.CLAIMED, Status.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Modality:
    """Polarity and status so far, whether the clause states anything at all, and why each was set."""

    polarity: Polarity = Polarity.AFFIRMED
    status: Status = Status.ACTUAL
    stated: bool = True
    reasons: tuple[str, ...] = ()

    def negate(self, why: str) -> "Modality":
        """The same, negated; a second negation is taken as support for the first, not as its reversal (*lehnte nie … ab* is rare)."""
        return replace(self, polarity=Polarity.NEGATED, reasons=(*self.reasons, f"negated: {why}"))

    def weaken(self, status: Status, why: str) -> "Modality":
        """The same with the less real of its own and the given status."""
        if REALITY.index(status) <= REALITY.index(self.status):
            return self
        return replace(self, status=status, reasons=(*self.reasons, f"{status}: {why}"))

    def drop(self, why: str) -> "Modality":
        """The same, stating nothing (*rief auf, … zu*: the deed asked for is no fact of any kind)."""
        return replace(self, stated=False, reasons=(*self.reasons, f"nothing stated: {why}"))


def negation(tokens: Iterable[Token], lexicon: Lexicon) -> str:
    """The word that negates one of these tokens, or "": *nicht*, *nie*, *kein Treffen*; not *nicht nur*, *nicht zuletzt*."""
    words, determiners = lexicon.words["negation"], lexicon.words["no-determiner"]
    for token in tokens:
        # "nahm die Beziehungen nicht wieder auf", "will nicht länger verhandeln": here *nicht* hangs on the adverb.
        adverbs = [child for child in token.children if child.lower_ in lexicon.words["resumed"]]
        for child in (*token.children, *(inner for adverb in adverbs for inner in adverb.children)):
            if child.lower_ in words and child.dep_ in ("advmod", "neg", "cc"):
                follows = child.nbor().lower_ if child.i + 1 < len(child.doc) else ""
                if follows not in lexicon.words["not-only"]:
                    return child.text
            if child.lower_ in determiners and child.dep_ in ("det", "amod", "advmod"):
                return child.text
    return ""


def of_clause(verb: Token, arguments: Iterable[Token], lexicon: Lexicon) -> Modality:
    """The modality of the clause that `verb` heads; `arguments` are the nouns that a *kein* before them would negate."""
    words = lexicon.words
    modality = Modality()
    no = negation((verb, *auxiliaries(verb), *arguments), lexicon)
    if no:
        modality = modality.negate(no)
    modality = _modals(verb, modality, lexicon)
    for child in verb.children:
        form = child.lower_
        if child.dep_ == "advmod" and form in words["hedge-possible"]:
            modality = modality.weaken(Status.POSSIBLE, child.text)
        elif child.dep_ == "advmod" and form in words["hedge-claimed"]:
            modality = modality.weaken(Status.CLAIMED, child.text)
        elif child.dep_ == "mark" and form in words["condition"]:
            modality = modality.weaken(Status.POSSIBLE, child.text)
        elif child.dep_ == "mark" and form in lexicon.grammar.whether:
            modality = modality.weaken(Status.POSSIBLE, form)
        elif child.dep_ == "mark" and form in words["instead"]:
            # "ohne China zu nennen", "statt Moskau zu kritisieren, lobte er …"
            modality = modality.negate(child.text)
    return modality


def _modals(verb: Token, modality: Modality, lexicon: Lexicon) -> Modality:
    words = lexicon.words
    helpers = auxiliaries(verb)
    forms = [helper.lower_ for helper in helpers]
    for helper in helpers:
        form = helper.lower_
        if form in words["ought-past"] and _verb_first(helper, verb):
            modality = modality.weaken(Status.POSSIBLE, f"{helper.text} … (condition)")
        elif form in words["ought"] and _perfect(verb, forms, lexicon.grammar):
            # "soll … getroffen haben" is hearsay, "soll … treffen" a plan.
            modality = modality.weaken(Status.CLAIMED, f"{helper.text} … haben")
        elif form in words["intend"] | words["ought"] | words["ought-past"]:
            modality = modality.weaken(Status.PLANNED, helper.text)
        elif form in words["reported-past"] and verb.dep_ == "ccomp" and _told(verb, lexicon):
            # "sagte, die USA hätten dem Irak geholfen": the subjunctive only reports.
            continue
        elif form in words["might"]:
            if form in words["reported-past"] and helper.dep_ == "cop":
                continue
            modality = modality.weaken(Status.POSSIBLE, helper.text)
        elif form in words["able"] - words["able-past"]:
            modality = modality.weaken(Status.POSSIBLE, helper.text)
        elif form in words["must"]:
            modality = modality.drop(helper.text)
        elif (
            form in words["future"]
            and (helper.dep_ == "aux" or (may_be_infinitive(verb) and not is_passive(verb, lexicon.grammar)))
            and (
                _infinitive(verb, lexicon.grammar)
                or may_be_infinitive(verb)
                or lexicon.grammar.passive_infinitive in forms[1:]
            )
        ):
            modality = modality.weaken(Status.PLANNED, helper.text)
    return modality


def _told(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause is what a verb of saying reports."""
    return any(lexicon.clause_verbs.get(lemma) in ("say", "claim") for lemma in infinitive(clause.head, lexicon))


def _infinitive(verb: Token, grammar: Grammar) -> bool:
    return "Inf" in verb.morph.get("VerbForm", []) or verb.tag_ in grammar.infinitive_tags


def _perfect(verb: Token, forms: list[str], grammar: Grammar) -> bool:
    return not _infinitive(verb, grammar) and any(form in grammar.perfect_infinitives for form in forms)


def _verb_first(helper: Token, verb: Token) -> bool:
    """Whether the clause begins with its modal: *Sollten die Separatisten …, werde …*."""
    return verb.dep_ == "advcl" and helper.i == min(token.i for token in verb.subtree if not token.is_punct)


def of_noun(noun: Token, lexicon: Lexicon) -> Modality:
    """The modality that an event noun has in its own phrase: *geplantes Treffen*, *kein Treffen*, *mögliche Gespräche*."""
    words = lexicon.words
    modality = Modality()
    if no := negation((noun,), lexicon):
        modality = modality.negate(no)
    for attribute in children(noun, "amod"):
        bases = {*lexicon.grammar.bare_adjectives(attribute.lower_)}
        for kind, status in (
            ("hedge-planned", Status.PLANNED),
            ("hedge-possible", Status.POSSIBLE),
            ("hedge-claimed", Status.CLAIMED),
        ):
            if bases & words[kind]:
                modality = modality.weaken(status, attribute.text)
    return modality
