"""Polarity and status of one clause, from its own words: negation, modals, tense, condition, hedges."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from extractors.languages import Grammar
from extractors.lexicon import Lexicon
from extractors.statement import Polarity, Status
from extractors.statements.negation import inherited_negation, negation
from extractors.statements.questions import is_asked
from extractors.syntax import SUBJECTS, auxiliaries, children, finite, infinitive, is_passive, may_be_infinitive

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

    def affirm(self) -> "Modality":
        """The same, not negated: the *nicht* of *schloss nicht aus* takes back what the verb denies."""
        return replace(self, polarity=Polarity.AFFIRMED)

    def drop(self, why: str) -> "Modality":
        """The same, stating nothing (*rief auf, … zu*: the deed asked for is no fact of any kind)."""
        return replace(self, stated=False, reasons=(*self.reasons, f"nothing stated: {why}"))


def of_clause(verb: Token, arguments: Iterable[Token], lexicon: Lexicon, *, told: bool = False) -> Modality:
    """The modality of the clause that `verb` heads; `arguments` are the nouns that a *kein* before them would negate.

    `told` where the clause is somebody's words without standing below a verb of saying (*…, so Biden*).
    """
    words = lexicon.words
    modality = Modality()
    no = negation((verb, *auxiliaries(verb), *arguments), lexicon) or inherited_negation(verb, lexicon)
    if no:
        modality = modality.negate(no)
    modality = _modals(verb, modality, lexicon, told=told)
    if is_asked(verb, lexicon.grammar):
        modality = modality.weaken(Status.POSSIBLE, "?")
    for child in verb.children:
        form = child.lower_
        if child.dep_ == "advmod" and form in words["hedge-possible"]:
            modality = modality.weaken(Status.POSSIBLE, child.text)
        elif child.dep_ == "advmod" and form in words["hedge-claimed"]:
            modality = modality.weaken(Status.CLAIMED, child.text)
        elif child.dep_ == "mark" and form in words["condition"]:
            modality = modality.weaken(Status.POSSIBLE, child.text)
        elif (
            child.dep_ in ("mark", "advmod", "case") and form in words["awaited"] and not is_over(verb, lexicon.grammar)
        ):
            # "sobald sich Ruanda zurückzieht", "bis Japan Nordkorea anerkennt"
            modality = modality.weaken(Status.POSSIBLE, child.text)
        elif child.text in words["rumours"] and any(
            case.lower_ in words["according"] for case in children(child, "case")
        ):
            modality = modality.weaken(Status.CLAIMED, child.text)
        elif child.dep_ == "cc" and form in words["either"]:
            modality = modality.weaken(Status.POSSIBLE, child.text)
        elif child.i + 1 < verb.i and child.text in words["content-possible"] and child.nbor().text == ",":
            # "ist in der Lage, Taiwan anzugreifen", whose verb a parser takes for the clause's
            modality = modality.weaken(Status.POSSIBLE, child.text)
        elif child.dep_ == "mark" and form in lexicon.grammar.whether:
            modality = modality.weaken(Status.POSSIBLE, form)
        elif child.dep_ == "mark" and form in words["instead"]:
            # "ohne China zu nennen", "statt Moskau zu kritisieren, lobte er …"
            modality = modality.negate(child.text)
    return modality


def _modals(verb: Token, modality: Modality, lexicon: Lexicon, *, told: bool) -> Modality:
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
        elif told and form in words["reported-plural"]:
            # The plural has no reporting subjunctive of its own: "hätten" reports what was, "würden" what is to come.
            if form not in words["reported-past"]:
                modality = modality.weaken(Status.PLANNED, helper.text)
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


def is_over(verb: Token, grammar: Grammar) -> bool:
    """Whether the clause tells of the past: *Sobald Israel angriff, …*."""
    head = finite(verb)
    return head is not None and grammar.is_past(head, auxiliary=head.i != verb.i)


def _verb_first(helper: Token, verb: Token) -> bool:
    """Whether the clause begins with its modal: *Sollten die Separatisten …, werde …*; *…, sollte die Hisbollah …*."""
    if verb.dep_ == "advcl":
        return helper.i == min(token.i for token in verb.subtree if not token.is_punct)
    subject = next(iter(children(verb, *SUBJECTS)), None)
    opens = helper.i == helper.sent.start or helper.nbor(-1).text == ","
    return opens and subject is not None and helper.i < subject.i and bool(children(verb, "advcl"))


def of_noun(noun: Token, lexicon: Lexicon) -> Modality:
    """The modality that an event noun has in its own phrase: *geplantes Treffen*, *kein Treffen*, *mögliche Gespräche*."""
    words = lexicon.words
    modality = Modality()
    if no := negation((noun,), lexicon):
        modality = modality.negate(no)
    if any(child.lower_ in words["either"] for child in children(noun, "cc")):
        modality = modality.weaken(Status.POSSIBLE, noun.text)
    if is_asked(noun, lexicon.grammar):
        modality = modality.weaken(Status.POSSIBLE, "?")
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


def merge(inner: Modality, outer: Modality) -> Modality:
    """The inner modality under the outer one: the less real status, negated if either is, stated if both are."""
    merged = inner.weaken(outer.status, "; ".join(outer.reasons) or "clause above")
    if outer.polarity is not inner.polarity and outer.polarity is Polarity.NEGATED:
        merged = merged.negate("; ".join(outer.reasons))
    return merged if outer.stated else merged.drop("; ".join(outer.reasons))
