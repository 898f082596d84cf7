"""What a verb or noun does to the clause or event noun below it: denied, refused, planned, only possible, wanted (`clause_verbs.tsv`,
`support_verbs.tsv`, and classes of nouns). A *nicht* takes back what a verb of refusing denies: *hörte nicht auf, … zu bombardieren*.
"""

from spacy.tokens import Token

from extractors.languages import Grammar
from extractors.lexicon import Lexicon, Slot
from extractors.statement import Polarity, Status
from extractors.statements import modality as modal
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.attribution import Attribution
from extractors.statements.falsehood import called_false, superseded, unproven
from extractors.statements.modality import Modality, merge
from extractors.statements.negation import negation
from extractors.syntax import SUBJECTS, auxiliaries, children, infinitive, is_relative_pronoun, preposition

REFUSING = ("refuse", "exclude")


class Governing:
    """Says how real what is below verbs and nouns of one document is."""

    def __init__(self, finder: ArgumentFinder, lexicon: Lexicon, attribution: Attribution) -> None:
        """`finder` knows whose a noun is, `attribution` who speaks."""
        self.finder = finder
        self.lexicon = lexicon
        self.attribution = attribution

    # Event nouns -----------------------------------------------------------------------------------------------------

    def support_effect(self, verb: Token, after: str = "") -> str:
        """What a verb does to the event noun it carries, or to one after the preposition `after` (`support_verbs.tsv`), or "".

        With a noun of its own it is another verb: *stellte einen Besuch in Aussicht*.
        """
        for lemma in infinitive(verb, self.lexicon):
            if not after:
                for child in children(verb, "obl"):
                    idiom = f"{lemma} {preposition(child, self.lexicon)} {child.text}"
                    if effect := self.lexicon.support_verbs.get(idiom):
                        return effect
            if effect := self.lexicon.support_verbs.get(f"{lemma} {after}" if after else lemma):
                return effect
        return ""

    def carried(self, noun: Token, verb: Token, modality: Modality) -> Modality:
        """The modality of an event noun that is subject or object of a verb."""
        return self._support(noun, verb, modality, self.support_effect(verb))

    def beside(self, noun: Token, verb: Token, modality: Modality) -> Modality:
        """The modality of an event noun in a phrase of a verb: *warnte vor einem Angriff*, *will bei einem Treffen fordern*."""
        after, effect = preposition(noun, self.lexicon), self.support_effect(verb)
        if effect == "plan" and after == self.lexicon.grammar.purpose:
            # "wird zu einem Besuch erwartet"
            return modality.weaken(Status.PLANNED, verb.text)
        if own := self.support_effect(verb, after):
            # "warnte vor einem Angriff Chinas", "riet von einem Beitritt ab", "zu einem Treffen kam es nicht"
            return self._support(noun, verb, modality, own)
        if verb.lemma_ in self.lexicon.words["talk"] and (no := negation((verb,), self.lexicon)):
            # "von einem Angriff kann keine Rede sein"
            return modality.negate(no)
        if effect in ("possible", "plan") and self._idiom(verb):
            # "brachte sich als Ort für ein Treffen ins Spiel"
            return self._support(noun, verb, modality, effect)
        outer = modal.of_clause(verb, (), self.lexicon)
        if outer.status is not Status.ACTUAL and not self.given(noun):
            # "will bei einem Treffen mit X fordern": the meeting is as planned as the demand.
            return modality.weaken(outer.status, verb.text)
        return modality

    def _idiom(self, verb: Token) -> bool:
        return any(
            f"{lemma} {preposition(child, self.lexicon)} {child.text}" in self.lexicon.support_verbs
            for lemma in infinitive(verb, self.lexicon)
            for child in children(verb, "obl")
        )

    def _support(self, noun: Token, verb: Token, modality: Modality, effect: str) -> Modality:
        outer = modal.of_clause(verb, (), self.lexicon)
        refused = (
            effect in REFUSING
            or (effect == "fail" and self._ends_in(noun, "outcome-nouns"))
            or (effect == "end" and self._ends_in(noun, "supply-nouns"))
        )
        if refused:
            return _refused(modality, outer, verb.text, effect)
        if effect == "favour":
            # "unterstützt ein Abkommen zwischen …": not yet there; "unterstützt das Abkommen" takes it as given.
            return modality if is_definite(noun, self.lexicon.grammar) else modality.weaken(Status.POSSIBLE, verb.text)
        modality = merge(modality, outer)
        match effect:
            case "plan":
                return modality.weaken(Status.PLANNED, verb.text)
            case "possible":
                return modality.weaken(Status.POSSIBLE, verb.text)
            case "blame":
                return modality.weaken(Status.CLAIMED, verb.text)
            case "urge":
                return modality.drop(verb.text)
        return modality

    def _ends_in(self, noun: Token, name: str) -> bool:
        words = self.lexicon.words[name]
        return any(
            form in words or words & {*self.lexicon.grammar.compound_heads(form)} for form in (noun.lemma_, noun.text)
        )

    def given(self, noun: Token) -> bool:
        """Whether an event noun is presented as past: *nach dem Treffen mit X will Y …*, but not *erst nach einem Treffen*; *bei
        dem Besuch, den X am Mittwoch begann, sollen …*.
        """
        past = any(c.dep_ == "case" and c.lower_ in self.lexicon.grammar.past_events for c in noun.children)
        if past:
            return not any(c.lower_ in self.lexicon.words["only-then"] for c in noun.children)
        return any(self._was_done(clause) for clause in children(noun, "acl"))

    def _was_done(self, clause: Token) -> bool:
        """Whether a relative clause tells that somebody did what its pronoun stands for."""
        done = self.support_effect(clause) == "do" and modal.is_over(clause, self.lexicon.grammar)
        pronouns = (is_relative_pronoun(child, self.lexicon.grammar) for child in children(clause, "obj", "nsubj:pass"))
        return done and any(pronouns) and modal.of_clause(clause, (), self.lexicon) == Modality()

    # Clauses ---------------------------------------------------------------------------------------------------------

    def embedded(self, clause: Token, above: Token, label: str, modality: Modality) -> Modality:
        """The modality of a clause that is object or subject of a verb or predicate."""
        effect, why = self._effect(above), above.text
        outer = modal.of_clause(above, (), self.lexicon)
        if effect in REFUSING:
            modality = _refused(modality, outer, why, effect)
        elif label == "xcomp" or effect == "plan":
            modality = merge(modality, outer.affirm() if effect == "deny" else outer)
        elif outer.status is Status.POSSIBLE and "possible: ?" in outer.reasons:
            modality = modality.weaken(Status.POSSIBLE, "?")
        match effect:
            case "plan":
                modality = modality.weaken(Status.PLANNED, why)
            case "claim":
                modality = modality.weaken(Status.CLAIMED, why)
            case "possible" | "threaten":
                modality = modality.weaken(Status.POSSIBLE, why)
            case "deny" if outer.polarity is Polarity.AFFIRMED:
                modality = modality.negate(why)
            case "urge":
                modality = modality.drop(why)
        if called_false(above, self.lexicon):
            modality = modality.negate(why)
        elif self._heard(above, label, effect) and (no := self._disbelieved(above)):
            # "hat nicht dazu geführt, dass …", "glaubt nicht, dass Russland angreift"
            modality = modality.negate(no)
        if unproven(above, self.lexicon) or superseded(above, self.lexicon):
            modality = modality.weaken(Status.CLAIMED, why)
        content = above if above.pos_ == "NOUN" else self._content(clause, above, label)
        return modality if content is None or effect == "deny" else self._of_content(content, modality)

    def _effect(self, above: Token) -> str:
        """What a verb does to its clause; with a predicate of its own that one does it: *erklärte sich bereit, … zu empfangen*."""
        own = (self.attribution.effect(c) for c in children(above, "xcomp") if c.pos_ in ("ADJ", "ADV"))
        return next(filter(None, own), "") or self.attribution.effect(above)

    def _heard(self, above: Token, label: str, effect: str) -> bool:
        believed = bool(self.lexicon.words["belief"] & set(infinitive(above, self.lexicon)))
        return label == "ccomp" and (not effect or believed)

    def _disbelieved(self, above: Token) -> str:
        hardly = (c.text for c in children(above, "advmod") if c.lower_ in self.lexicon.words["hardly"])
        return negation((above, *auxiliaries(above)), self.lexicon) or next(hardly, "")

    def _content(self, clause: Token, above: Token, label: str) -> Token | None:
        """The noun beside the verb that a clause tells the content of: *verfügt über die Mittel, … anzugreifen*; *gibt den Verdacht*."""
        start = min(token.i for token in clause.subtree)
        labels = ("obj", "obl", "obl:arg", *(SUBJECTS if label == "xcomp" else ()))
        nouns = [child for child in children(above, *labels) if child.i < start and child.pos_ == "NOUN"]
        seized = bool(self.lexicon.words["seizing"] & set(infinitive(above, self.lexicon)))
        return nouns[-1] if nouns and not seized else None

    def _of_content(self, noun: Token, modality: Modality) -> Modality:
        """A clause under a noun: what the noun makes of it, and *keine Absicht, … anzugreifen*."""
        words, base = self.lexicon.words, self._base(noun)
        after = self.noun_effect(noun, modality)
        if {noun.text, base} & words["content-possible"]:
            after = after.weaken(Status.POSSIBLE, noun.text)
        if {noun.text, base} & words["content-planned"]:
            after = after.weaken(Status.PLANNED, noun.text)
        if {noun.text, base} & words["claim-nouns"]:
            after = after.weaken(Status.CLAIMED, noun.text)
        known = after is not modality or base in words["evidence-nouns"]
        if known and (no := negation((noun,), self.lexicon)):
            after = after.negate(no)
        return self.of_report(noun, after)

    def noun_effect(self, noun: Token, modality: Modality) -> Modality:
        """What a noun does to what it is about: *die Absage des Treffens*, *die Pläne für ein Treffen*."""
        words = self.lexicon.words
        for form in (noun.text, self._base(noun), noun.lemma_):
            if form in words["refuse-nouns"]:
                return modality.negate(noun.text)
            if form in words["hedge-planned-nouns"]:
                return modality.weaken(Status.PLANNED, noun.text)
            if form in words["possible-nouns"]:
                return modality.weaken(Status.POSSIBLE, noun.text)
            if form in words["urge-nouns"]:
                return modality.drop(noun.text)
        return modality

    def _base(self, noun: Token) -> str:
        return self.lexicon.grammar.genitive_base(noun.text)

    # Reports ---------------------------------------------------------------------------------------------------------

    def reporting(self, noun: Token) -> Token | None:
        """The noun of a report that an event is the topic of: *Berichte über ein Treffen*; parsers hang the topic on the verb too."""
        above = noun.head if noun.dep_ == "nmod" else None
        if above is None and (cases := children(noun, "case")) and cases[0].i > noun.sent.start:
            above = cases[0].nbor(-1)
        return above if above is not None and above.lemma_ in self.lexicon.words["report-nouns"] else None

    def of_report(self, report: Token, modality: Modality) -> Modality:
        """The modality of what a report says, by what is said of the report: *Gerüchte …*, *dementierte Berichte*, *ist falsch*."""
        words = self.lexicon.words
        if report.lemma_ in words["rumours"] or report.text in words["rumours"]:
            modality = modality.weaken(Status.CLAIMED, report.text)
        if report.lemma_ not in words["report-nouns"]:
            return modality
        verb = report.head
        if report.dep_ in SUBJECTS and called_false(verb, self.lexicon):
            return modality.negate(verb.text)
        denied = self.attribution.effect(verb) == "deny" and not negation((verb, *auxiliaries(verb)), self.lexicon)
        if denied and report.dep_ in ("obj", "nsubj:pass", "obl:arg", "nsubj"):
            return modality.negate(verb.text)
        return modality.weaken(Status.CLAIMED, verb.text) if unproven(verb, self.lexicon) else modality

    def on_noun(
        self, clause: Token, noun: Token, modality: Modality, source: Argument | None
    ) -> tuple[Modality, Argument | None]:
        """Modality and source of a clause under a noun: *die Forderung, dass …*; relative clauses keep their own."""
        words = self.lexicon.words
        beside = [t for t in clause.subtree if t.head.i == clause.i or t.head.head.i == clause.i]
        relatives = [t for t in beside if is_relative_pronoun(t, self.lexicon.grammar)]
        hearsay = [t for t in beside if t.lower_ in words["according"] and t.head.i in {r.i for r in relatives}]
        hearsay += [t for t in beside if t.lower_ in words["according-relatives"] and t.head.i == clause.i]
        if hearsay:
            # "Berichte, denen zufolge er Kämpfer geschickt hat"
            return self.of_report(noun, modality.weaken(Status.CLAIMED, hearsay[0].text)), source
        if relatives:
            return modality, source
        if {noun.text, self._base(noun)} & self.lexicon.words["claim-nouns"]:
            owners = self.finder.owners(noun, Slot("subj"))
            source = source or (owners[0] if owners else None)
        return self._of_content(noun, modality), source


def _refused(modality: Modality, outer: Modality, why: str, effect: str) -> Modality:
    """What a verb of refusing denies; what it does not refuse is so, and what it does not rule out may be."""
    merged = merge(modality, outer.affirm())
    if outer.polarity is Polarity.AFFIRMED:
        return merged.negate(why)
    return merged.weaken(Status.POSSIBLE, why) if effect == "exclude" else merged


def is_definite(noun: Token, grammar: Grammar) -> bool:
    """Whether a noun has a definite article, a possessive, or a genitive before it (*Moskaus Unterstützung*)."""
    return any(
        child.dep_ == "det:poss"
        or (child.dep_ == "det" and grammar.is_definite(child.lower_))
        or (child.dep_ == "nmod" and child.i < noun.i)
        for child in noun.children
    )
