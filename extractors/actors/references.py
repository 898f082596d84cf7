"""What pronouns, possessives and descriptions refer to: *er*, *sein*, *das Land*, *die beiden Minister*, *die Rebellen*."""

from spacy.tokens import Token

from extractors.actors.people import People
from extractors.actors.quoted import Quoted
from extractors.actors.salience import Antecedent, Salience
from extractors.languages import Grammar, WordClasses
from extractors.mention import MentionKind
from extractors.syntax import conjuncts, is_relative_pronoun
from ontology.actor import Actor, ActorKind

ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "obl", "obl:arg", "iobj", "conj"))
PERSONS, STATES = frozenset((ActorKind.PERSON,)), frozenset((ActorKind.STATE,))
Resolution = tuple[MentionKind, tuple[Actor, ...], str]


class References:
    """Resolves references in one article."""

    def __init__(self, words: WordClasses, grammar: Grammar, people: People, salience: Salience) -> None:
        """`words` are the language's classes of words."""
        self.words = words
        self.grammar = grammar
        self.people = people
        self.salience = salience
        self.pronouns = Quoted(words, salience)
        self.group_nouns = sorted(words["group-nouns"] | words["group-heads"])
        self.group_ends = tuple(noun.lower() for noun in self.group_nouns)
        self.nouns = words["land-nouns"] | words["pair-nouns"] | words["pair-lands"]
        self.pairs = words["pair-nouns"] | words["pair-lands"]

    def resolve(self, token: Token, sentence: int) -> Resolution | None:
        """What a token refers to, or None where it refers to nothing or agreement leaves no antecedent."""
        lower = token.lower_
        if token.pos_ in ("PRON", "DET"):
            if is_relative_pronoun(token, self.grammar) or self.pronouns.addressed(token):
                return None
            if lower in self.words["masculine"] or lower in self.words["feminine"]:
                return (
                    self._personal(token, sentence)
                    if token.pos_ == "PRON" or token.dep_ != "det:poss"
                    else self._possessive(token, sentence)
                )
            if lower in self.words["possessive-masculine"] or lower in self.words["possessive-feminine"]:
                return self._possessive(token, sentence)
            if (
                lower == self.grammar.impersonal
                and token.dep_ in ("nsubj", "expl")
                and token.head.lower_ not in self.words["impersonal"]
            ):
                return self._it(token, sentence)
            if lower in self.words["both"] and token.dep_ in ARGUMENTS:
                return self._both(sentence, PERSONS)
            if lower in self.words["demonstrative"] and token.dep_ in ("nsubj", "obj", "nsubj:pass"):
                return self._personal(token, sentence)
        if token.text not in self.nouns:
            return None
        if token.text in self.words["land-nouns"] and self._said_before(token):
            return self._land(token, sentence)
        if token.text in self.pairs and any(c.lower_ in self.words["both"] for c in token.children):
            return self._both(
                sentence, PERSONS if token.text in self.words["pair-nouns"] else frozenset(ActorKind) - PERSONS
            )
        return None

    # Persons ---------------------------------------------------------------------------------------------------------

    def _personal(self, token: Token, sentence: int) -> Resolution | None:
        if token.lower_ in self.words["feminine"] and is_plural(token):
            found = self.salience.best(sentence, lambda a: a.plural, back=2)
            return (MentionKind.PRONOUN, found.actors, "plural before") if found else None
        feminine = self.words["feminine"] | self.words["feminine-demonstrative"]
        sex = "f" if token.lower_ in feminine else "m"
        own = self._own_clause(token)
        speaking = self.pronouns.speakers(token)
        meant = self.pronouns.spoken_of(token)
        found = (
            self.salience.best(sentence, lambda a: self.people.is_one(a.actors, sex) and a.token in meant, back=0)
            if meant
            else None
        )
        found = found or self.salience.best(
            sentence,
            lambda a: (
                self.people.is_one(a.actors, sex)
                and a.token not in own
                and not speaking & {actor.id for actor in a.actors}
            ),
        )
        return (MentionKind.PRONOUN, found.actors, "last person that agrees") if found else None

    def _own_clause(self, token: Token) -> set[int]:
        """The tokens that cannot hold the antecedent.

        The subject of its own clause is none of an object's (*Sowohl Merz als auch Macron hätten ihn gewarnt*), and who says a
        sentence is nobody in it (*Merz habe ihn gewarnt, sagte er*).
        """
        verb = token.head
        if token.dep_ in ("obj", "obl:arg", "obl"):
            subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubj:pass")]
            return {t.i for child in subjects for t in child.subtree} | {t.i for t in verb.children if t.i < token.i}
        # Behind what was said the verb comes first.
        said = token.dep_ == "nsubj" and verb.i == token.i - 1 and verb.i and verb.nbor(-1).is_punct
        return set(range(token.sent.start, verb.i)) if said else set()

    def _said_before(self, land: Token) -> bool:
        """Whether a common noun means one that was spoken of: *das Land, dieser Staat, ihr Land*; *ein Land, kein Land* are nobody."""
        return any(
            child.dep_ == "det:poss" or (child.dep_ == "det" and self.grammar.is_definite(child.lower_))
            for child in land.children
        )

    def _it(self, token: Token, sentence: int) -> Resolution | None:
        """*es* as the first word of a sentence: a state or organisation that was the subject before (*Nordkorea drohte. Es warf …*)."""
        if not token.is_sent_start:
            return None

        def fits(antecedent: Antecedent) -> bool:
            return (
                antecedent.subject and len(antecedent.actors) == 1 and antecedent.actors[0].kind is not ActorKind.PERSON
            )

        found = self.salience.best(sentence, fits, back=1)
        return (MentionKind.PRONOUN, found.actors, "subject before") if found else None

    def _possessive(self, token: Token, sentence: int) -> Resolution | None:
        feminine = token.lower_ in self.words["possessive-feminine"]
        together = self._joint_subject(token) if feminine else ()
        if together:
            return (MentionKind.PRONOUN, together, "the subjects of its clause")
        # "Serbien verhängt keine Sanktionen gegen Russland, verurteilt aber dessen Einmarsch": *dessen* is never the subject's.
        other = token.lower_ in self.words["possessive-demonstrative"]
        if other and token.head.dep_ == "conj":
            # "aus Khartum und dessen Vororten": what it is coordinated with, which may be nobody.
            near = [a for a in self.salience.antecedents if a.token == token.head.head.i]
            return (MentionKind.PRONOUN, near[-1].actors, "beside it") if near else None
        # Else it is of its own sentence: "verurteilt aber dessen Einmarsch"; "Dessen Präsident …" of the one before.
        back = (1 if token.is_sent_start else 0) if other else 2
        found = self.salience.best(
            sentence, lambda a: self._owner(a, feminine=feminine) and not (other and a.subject), back=back
        )
        return (MentionKind.PRONOUN, found.actors, "owner that agrees") if found else None

    def _joint_subject(self, token: Token) -> tuple[Actor, ...]:
        """The coordinated subjects of the clause before the token: *Xi und Obama hatten ihr Treffen genutzt*."""
        verb = token.head
        while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
            verb = verb.head
        subjects = [
            t.i for child in verb.children if child.dep_ == "nsubj" and child.i < token.i for t in conjuncts(child)
        ]
        found = {actor.id: actor for a in self.salience.antecedents if a.token in subjects for actor in a.actors}
        return tuple(found.values()) if len(found) > 1 else ()

    def _owner(self, antecedent: Antecedent, *, feminine: bool) -> bool:
        actor = antecedent.actors[0]
        if actor.kind is ActorKind.PERSON and len(antecedent.actors) == 1:
            return self.people.sex(actor) in ("f" if feminine else "m", "")
        like_feminine = (
            antecedent.plural
            or actor.kind is ActorKind.GROUP
            or bool(self.words["feminine-names"].intersection(actor.spellings(self.people.lang)))
        )
        return like_feminine == feminine

    def forward_subject(self, token: Token) -> Token | None:
        """The subject behind a possessive at the front: *Bei ihrem Besuch in Kiew sagte Kallas …*; None where it stands elsewhere."""
        lower = token.lower_
        if lower in self.words["possessive-demonstrative"] or not (
            lower in self.words["possessive-masculine"] or lower in self.words["possessive-feminine"]
        ):
            return None
        phrase = token.head
        while phrase.dep_ in ("nmod", "conj") and phrase.head.i != phrase.i:
            phrase = phrase.head
        verb = phrase.head
        if phrase.dep_ != "obl" or verb.i == phrase.i:
            return None
        return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i > phrase.i), None)

    def forward(self, token: Token, actors: tuple[Actor, ...], *, plural: bool) -> bool:
        """Whether a possessive agrees with the subject behind it."""
        feminine = token.lower_ in self.words["possessive-feminine"]
        return bool(actors) and self._owner(Antecedent(actors, 0, 0, subject=True, plural=plural), feminine=feminine)

    # States and groups -----------------------------------------------------------------------------------------------

    def _land(self, token: Token, sentence: int) -> Resolution | None:
        """*das Land*: the last state in the singular that is no argument of the phrase itself (*das von Russland angegriffene Land*)."""
        inside = {t.i for t in token.subtree}

        def fits(antecedent: Antecedent) -> bool:
            return (
                len(antecedent.actors) == 1
                and antecedent.actors[0].kind is ActorKind.STATE
                and not antecedent.plural
                and self._outside(antecedent, inside)
            )

        found = self.salience.best(sentence, fits)
        return (MentionKind.DESCRIPTION, found.actors, "last state") if found else None

    def _outside(self, antecedent: Antecedent, inside: set[int]) -> bool:
        within = {actor.id for a in self.salience.antecedents if a.token in inside for actor in a.actors}
        return antecedent.actors[0].id not in within

    def organ(self, token: Token, sentence: int, government: Actor | None) -> tuple[Actor, ...]:
        """The state of *die Regierung*, *das Regime*, *Regierungstruppen* without a name.

        It is the state whose government was named last, else the one spoken of most that is not the subject here.
        """
        determiners = [child for child in token.children if child.dep_ == "det"]
        if determiners and not self.grammar.is_definite(determiners[0].lower_):
            return ()
        subjects = self._subjects(token)
        if government and government.id not in subjects:
            return (government,)

        def fits(antecedent: Antecedent) -> bool:
            actor = antecedent.actors[0]
            return len(antecedent.actors) == 1 and actor.kind is ActorKind.STATE and actor.id not in subjects

        found = self.salience.best(sentence, fits, back=2)
        return found.actors if found else ()

    def _subjects(self, token: Token) -> set[str]:
        """The actors that are subjects of the token's clause, a subject shared with a coordinated clause included."""
        verb = token.head
        while verb.head.i != verb.i and (verb.dep_ == "conj" or verb.pos_ in ("NOUN", "PROPN")):
            verb = verb.head
        beside = {child.i for child in verb.children if child.dep_ == "nsubj"} - {token.i}
        return {actor.id for a in self.salience.antecedents if a.token in beside for actor in a.actors}

    def _both(self, sentence: int, kinds: frozenset[ActorKind]) -> Resolution | None:
        actors = self.salience.last_two(sentence, kinds)
        return (MentionKind.DESCRIPTION, actors, "the last two") if actors else None

    def group_head(self, token: Token) -> str:
        """The group noun that a word is or ends in (*Militärallianz* → *Allianz*), or ""."""
        text = token.text
        if text in self.words["group-nouns"] or text in self.words["group-heads"]:
            return text
        if not token.lower_.endswith(self.group_ends):
            return ""
        return next((noun for noun in self.group_nouns if token.lower_.endswith(noun.lower())), "")

    def group(self, token: Token, sentence: int) -> tuple[Actor, ...]:
        """The armed group or coalition spoken of last, for *die Aufständischen*, *die Miliz*, *die Koalition*."""
        if not any(
            child.dep_ == "det" and child.lower_ in self.grammar.definite_determiners for child in token.children
        ):
            return ()
        coalition = token.lower_.endswith(tuple(self.words["coalition-heads"]))
        kind = ActorKind.ORGANISATION if coalition else ActorKind.GROUP
        found = self.salience.best(sentence, lambda a: len(a.actors) == 1 and a.actors[0].kind is kind, back=6)
        return found.actors if found else ()


def is_plural(token: Token) -> bool:
    """Whether a pronoun or noun is plural, by its verb where it is the subject."""
    verb = token.head
    finite = [verb, *(child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop"))]
    numbers = [number for t in finite if "Fin" in t.morph.get("VerbForm", []) for number in t.morph.get("Number", [])]
    if token.dep_ in ("nsubj", "nsubj:pass") and numbers:
        return "Plur" in numbers
    return "Plur" in token.morph.get("Number", [])
