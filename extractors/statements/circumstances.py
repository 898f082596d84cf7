"""When and where: the date and place that the text gives a predicate."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from extractors.lexicon import Lexicon
from extractors.mention import Mention, MentionKind
from extractors.statement import Status
from extractors.statements.arguments import Argument
from extractors.statements.attribution import Attribution
from extractors.statements.occasions import SPEECH, is_speech
from extractors.syntax import auxiliaries, children, finite, is_verbal, preposition
from extractors.times import TimeExpression
from ontology.actor import ActorKind, Place

CLAUSAL = ("ccomp", "csubj", "advcl", "acl", "parataxis", "conj", "csubj:pass")
INNER_CLAUSES = ("acl", "advcl", "ccomp", "parataxis")
# How many sentences a speech is taken to go on.
SPEECH_GOES_ON = 2
Gazetteer = Callable[[str], Place | None]


class Circumstances:
    """Dates and places of predicates in one document."""

    def __init__(
        self,
        doc: Doc,
        times: Sequence[TimeExpression],
        mentions: Mapping[int, Mention],
        gazetteer: Gazetteer,
        lexicon: Lexicon,
    ) -> None:
        """`gazetteer` gives the place of a name or None; `mentions` are by head token."""
        self.lexicon = lexicon
        self.mentions = mentions
        self.gazetteer = gazetteer
        # A doc puts its text together anew each time it is asked.
        self.text = doc.text
        self.sayings: list[tuple[int, str, str]] = []
        self.numbers: dict[int, int] = {}
        self.descended = {"", *lexicon.words["within-prepositions"], *lexicon.words["place-prepositions"]}
        self.times = {token.i: time for time in times if (token := _token_of(doc, time)) is not None}

    def date(self, clauses: Sequence[Token], status: Status, today: str) -> tuple[str, Status]:
        """The ISO date of a predicate and its status: what is dated after the article is planned at best.

        `clauses` are the heads that may carry the date, innermost first; "" where the text fixes none.
        """
        for head in clauses:
            for token in self._own(head):
                time = self.times.get(token.i)
                if time is None:
                    continue
                future = self._looks_ahead(token, head, status, outer=head.i != clauses[0].i)
                iso = time.resolve(future=future)
                ahead = time.lies_ahead(future=future)
                if status is Status.ACTUAL and (ahead or (iso and today and iso > today[: len(iso)])):
                    if is_verbal(head) and is_speech(head, self.lexicon):
                        # What is said is said: "dankt Trump für die Einladung zum Gipfel Ende Juni".
                        continue
                    status = Status.PLANNED
                if iso or not ahead:
                    return iso, status
        return "", status

    def _looks_ahead(self, time: Token, head: Token, status: Status, *, outer: bool) -> bool:
        """Whether an open date (*am Montag*) lies ahead: in plans, and in the plain present (*Merz trifft Macron am Montag*).

        What stands at a higher verb in the past is past, whatever comes of it (*kündigte im Juli an, … auszusteigen*), unless a
        preposition says that it is aimed at (*kündigte für Juli einen Besuch an*).
        """
        if any(helper.lower_ in self.lexicon.words["past-intention"] for helper in auxiliaries(head)):
            # "sollte am Mittwoch empfangen werden" is a plan of the past.
            return False
        verb = finite(head)
        past = verb is not None and self._is_past(verb, head)
        if outer and past and preposition(time, self.lexicon) not in self.lexicon.words["aimed-prepositions"]:
            return False
        if status in (Status.PLANNED, Status.POSSIBLE):
            return True
        if verb is None or past:
            return False
        return "Pres" in verb.morph.get("Tense", []) and "Ind" in verb.morph.get("Mood", [])

    def _is_past(self, verb: Token, head: Token) -> bool:
        """Whether a finite verb tells of the past; the state that a passive tells of is present (*ist für Montag geplant*)."""
        if verb.dep_ in ("aux:pass", "cop") and "Pres" in verb.morph.get("Tense", []):
            return False
        return self.lexicon.grammar.is_past(verb, auxiliary=verb.i != head.i)

    def note_sayings(self, doc: Doc, attribution: Attribution) -> None:
        """Remember when each speaker spoke, by the verbs and predicates of saying that carry a day."""
        for number, sentence in enumerate(doc.sents):
            self.numbers[sentence.start] = number
            for token in sentence:
                if token.pos_ != "VERB":
                    continue
                speaker = attribution.speaker(token) if attribution.effect(token) in SPEECH else None
                day = self.date((token,), Status.ACTUAL, "")[0] if speaker else ""
                if speaker and len(day) == len("2025-09-04"):
                    self.sayings.append((number, speaker.actor.id, day))
            named = attribution.in_clause(sentence.root)
            day = self.date((doc[named.token], sentence.root), Status.ACTUAL, "")[0] if named else ""
            if named and len(day) == len("2025-09-04"):
                self.sayings.append((number, named.actor.id, day))

    def said_on(self, subject: Argument, sentence: Span) -> str:
        """The day of an act of speech without one of its own: its speaker's last dated words, at most two sentences before.

        *…, so Ban am Donnerstag. Ban lobte …*: news goes on with the same speech.
        """
        here = self.numbers[sentence.start]
        days = [
            day
            for number, actor, day in self.sayings
            if actor == subject.actor.id and 0 <= here - number <= SPEECH_GOES_ON
        ]
        return days[-1] if days else ""

    def place(self, clauses: Sequence[Token], *, towards: bool = False) -> Place | None:
        """The place of a predicate: the nearest phrase with a preposition of place around a known place name.

        `towards` admits the goal of a journey (*nach New York*).
        """
        prepositions = self.lexicon.words["place-prepositions"] | ({self.lexicon.grammar.goal} if towards else set())
        for head in clauses:
            for token in self._own(head):
                if token.pos_ not in ("PROPN", "NOUN") or preposition(token, self.lexicon) not in prepositions:
                    continue
                found = self.place_at(token)
                if found and not self._within(token, head, found):
                    return found
        return None

    def _within(self, phrase: Token, head: Token, place: Place) -> bool:
        """Whether a phrase tells where a participant is or what a noun aims at: *die Regierung in Kiew*, *Druck auf Moskau*.

        A state is at home nowhere else: *Verhandlungen der Taliban mit der afghanischen Regierung in Doha* are in Doha.
        """
        before = preposition(phrase, self.lexicon)
        if phrase.head.i == head.i or before == self.lexicon.grammar.goal:
            # "zur Debatte der UN-Vollversammlung nach New York": a goal is nobody's whereabouts.
            return False
        if before in self.lexicon.words["aiming-prepositions"]:
            return True
        above = phrase.head
        while above.i != head.i and above.head.i != above.i:
            for actor in self.mentions[above.i].actors[:1] if above.i in self.mentions else ():
                if actor.kind is not ActorKind.PERSON and (
                    actor.kind is not ActorKind.STATE or place.state == actor.id
                ):
                    return True
            above = above.head
        return False

    def _own(self, head: Token) -> Iterator[Token]:
        """The tokens of a clause or noun phrase that speak of its own event, nearest to the head first.

        Clauses inside it have their own time and place, and so have the events it only names (*informierte ihn über das
        Treffen in Wien*), unless the verb's event is part of them (*traf ihn auf dem Gipfel in Wien*).
        """
        found: list[Token] = []
        words = is_verbal(head) and is_speech(head, self.lexicon)
        clausal = (*CLAUSAL, "xcomp") if words else CLAUSAL
        stack = [child for child in head.children if child.dep_ not in clausal and not self._lent(child, head)]
        stack += [sibling for sibling in head.head.children if head.i != head.head.i and self._follows(sibling, head)]
        while stack:
            token = stack.pop()
            found.append(token)
            # What a clause is about has a time and place of its own: "Beratungen über die Lage in Syrien".
            before = preposition(token, self.lexicon)
            if before not in self.descended or (words and not before and self._is_event(token)):
                # … and so has what words are about: "verurteilte den Angriff auf die Ukraine vom Montag".
                continue
            stack += [c for c in token.children if c.dep_ not in INNER_CLAUSES and not self._lent(c, token)]
        return iter(sorted(found, key=lambda token: (_depth(token, head), abs(token.i - head.i))))

    def _is_event(self, token: Token) -> bool:
        return token.pos_ == "NOUN" and bool(self.lexicon.noun_entries(token.lemma_, token.text))

    def _follows(self, phrase: Token, noun: Token) -> bool:
        """Whether a phrase that hangs on the verb stands before it right after an event noun: *Nach dem Treffen in Wien am Vortag …*."""
        before_verb = noun.i < phrase.i < noun.head.i and phrase.dep_ == "obl" and self._is_event(noun)
        # The nearest event has it: "seinen Ärger über Angriffe auf Firmen in den USA anzusprechen".
        return before_verb and all(
            t.dep_ not in ("aux", "aux:pass", "cop", "nsubj") and not self._is_event(t)
            for t in noun.head.children
            if noun.i < t.i < phrase.i
        )

    def _lent(self, phrase: Token, verb: Token) -> bool:
        """Whether a phrase of the verb belongs to an event noun in front of it."""
        return any(self._follows(phrase, sibling) for sibling in verb.children if sibling.i < phrase.i)

    def place_at(self, token: Token) -> Place | None:
        """The place that a phrase names: by the gazetteer, a state as its territory, or a location that no table knows."""
        mention = self.mentions.get(token.i)
        name = token.text if mention is None else self.text[mention.begin : mention.end]
        for inner in token.children:
            # "in der Provinz Hama", "die Hauptstadt Sanaa"
            if (
                inner.dep_ in ("appos", "flat", "compound")
                and inner.pos_ == "PROPN"
                and (named := self.gazetteer(inner.text))
            ):
                return named
        if mention is None and token.lemma_ in self.lexicon.words["quarters"]:
            # "im Norden Jemens" is in Yemen.
            return next(filter(None, map(self.place_at, children(token, "nmod"))), None)
        for candidate in (name, token.text, " ".join(t.text for t in _name(token))):
            found = self.gazetteer(candidate)
            if found:
                return found
        # An organ stands for its state but is not its territory: "ihre Verbündeten in der Armee".
        if (
            mention
            and mention.kind is not MentionKind.ORGAN
            and mention.actors
            and mention.actors[0].kind is ActorKind.STATE
        ):
            state = mention.actors[0]
            return Place(state.id.lower(), state.labels, state.id)
        return None


def _name(token: Token) -> list[Token]:
    return [token, *(child for child in token.children if child.dep_ in ("flat", "appos", "compound"))]


def _token_of(doc: Doc, time: TimeExpression) -> Token | None:
    span = doc.char_span(time.begin, time.end, alignment_mode="expand")
    return span.root if span is not None else None


def _depth(token: Token, head: Token) -> int:
    depth = 0
    while token.i != head.i and token.head.i != token.i:
        token, depth = token.head, depth + 1
    return depth
