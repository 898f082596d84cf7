"""Statements of a parsed article: predicates, their context and circumstances, put together and counted once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from extractors.article import Article
from extractors.lexicon import Lexicon
from extractors.mention import Mention
from extractors.statement import Polarity, Span, Statement, Status
from extractors.statements.acceptor import Acceptor
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.statements.attribution import Attribution
from extractors.statements.circumstances import Circumstances, Gazetteer
from extractors.statements.confidence import confidence
from extractors.statements.context import Context, ContextFinder
from extractors.statements.demands import demands
from extractors.statements.judgement import judged
from extractors.statements.modality import REALITY, Modality
from extractors.statements.negation import alternative, excluded
from extractors.statements.occasions import spoken_of
from extractors.statements.offices import office_holders
from extractors.statements.pairs import Pairing
from extractors.statements.predicates import Predicate, PredicateFinder
from extractors.statements.reproaches import reproaches
from extractors.statements.speakers import speakers
from extractors.syntax import children, is_verbal
from extractors.times import TimeFinder
from ontology.actor import Actor, Place
from ontology.labels import FALLBACK
from ontology.vocabulary import Relation


class StatementBuilder:
    """Builds the statements of one language's articles."""

    def __init__(
        self,
        lexicon: Lexicon,
        gazetteer: Gazetteer,
        relations: Mapping[str, Relation],
        homes: Callable[[Actor], frozenset[str]],
        times: TimeFinder,
        acceptor: Acceptor | None = None,
    ) -> None:
        """`gazetteer` gives the place of a name; `relations` are the ontology's by name; `homes` gives the ids of what a person
        has held office for; `times` finds the time expressions; without an `acceptor` there are rules alone.
        """
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.relations = relations
        self.pairing = Pairing(relations, homes)
        self.times = times
        self.acceptor = acceptor

    def build(self, doc: Doc, article: Article, mentions: Mapping[int, Mention]) -> tuple[Statement, ...]:
        """The statements of a document in text order; `mentions` by the index of their head token."""
        finder, contexts = self.finders(doc, mentions)
        times = list(self.times.find(doc.text, article.date))
        circumstances = Circumstances(doc, times, finder.mentions, self.gazetteer, self.lexicon)
        circumstances.note_sayings(doc, contexts.attribution)
        implied = (demands, reproaches)
        predicates = [
            *PredicateFinder(finder, contexts, self.lexicon, self.pairing).find(doc),
            *(predicate for find in implied for predicate in find(doc, finder, contexts, self.lexicon)),
        ]
        judgement = None
        if self.acceptor:
            judgement = judged(doc, mentions, finder, contexts, self.pairing, self.relation, self.acceptor)
            predicates += judgement.learned(predicates)
        found: list[Statement] = []
        for predicate in predicates:
            stated = self._of_predicate(predicate, article, contexts, circumstances)
            learned = predicate.learned is not None
            found += judgement.likely(stated, learned=learned) if judgement else stated
        return tuple(self._distinct([*self._offices(doc, article, doc._.mentions), *found]))

    def finders(self, doc: Doc, mentions: Mapping[int, Mention]) -> tuple[ArgumentFinder, ContextFinder]:
        """What finds the arguments and the contexts of a document's predicates."""
        denoting = {i: mention for i, mention in mentions.items() if not mention.kind.modifies}
        modifying = {i: mention for i, mention in mentions.items() if mention.kind.modifies}
        finder = ArgumentFinder(denoting, modifying, self.lexicon)
        return finder, ContextFinder(
            finder, self.lexicon, speakers(doc, Attribution(finder, self.lexicon), self.lexicon)
        )

    def _offices(self, doc: Doc, article: Article, mentions: Iterable[Mention]) -> Iterator[Statement]:
        for mention, person, state in office_holders(mentions):
            span = Span(mention.begin, mention.end)
            evidence = _evidence(doc[mention.token].sent)
            yield Statement(
                article,
                person,
                "represents",
                state,
                evidence,
                span,
                span,
                confidence=0.9 * mention.confidence,
                rule="office",
            )

    def _of_predicate(
        self, predicate: Predicate, article: Article, contexts: ContextFinder, circumstances: Circumstances
    ) -> Iterator[Statement]:
        context = self._context(predicate, contexts)
        remarks = predicate.entry.remarks
        if "planned" in remarks or ("prospect" in remarks and not contexts.governing.given(predicate.token)):
            context = replace(context, modality=context.modality.weaken(Status.PLANNED, predicate.token.text))
        if not context.modality.stated:
            return
        relation = self.relations[predicate.entry.relation]
        today = article.date.isoformat() if article.date else ""
        clauses = (*self._shared(predicate, context.clauses), *self._meeting(predicate))
        date, status = circumstances.date(clauses, context.modality.status, today)
        place = circumstances.place(clauses, towards=relation.journey)
        if predicate.shape in ("role", "adjective"):
            # A standing state has no day: "das Nato-Mitglied Türkei hatte sich 2013 …".
            date, status, place = "", context.modality.status, None
        if predicate.shape in ("role", "participle") or (relation.affiliation and _describes(predicate)):
            # What a noun phrase takes for granted is nobody's word: "die vom Iran unterstützten Huthi, sagte er".
            context = replace(context, source=None)
        sentence = predicate.token.sent
        evidence = _evidence(sentence)
        for subject, target in predicate.pairs:
            if predicate.shape == "demand" and target.actor.id in self.pairing.homes(subject.actor):
                # "Japan müsse Taiwan schützen, sagte Ishiba": who speaks of his own state demands nothing of it.
                continue
            source = context.source if context.source and context.source.begin != subject.begin else None
            where = self._place(
                sentence.doc[target.token],
                target,
                place,
                circumstances,
                within=relation.on_territory or relation.journey,
            )
            own = replace(
                context, modality=_among(context.modality, _ends(sentence.doc, subject, target), self.lexicon)
            )
            said = date or (circumstances.said_on(subject, sentence) if relation.speech_act else "")
            real = max(status, own.modality.status, key=REALITY.index)
            yield self._statement(predicate, own, article, evidence, (subject, target), source, said, real, where)

    def _shared(self, predicate: Predicate, clauses: tuple[Token, ...]) -> tuple[Token, ...]:
        """The clauses that share their time and place with the predicate: not those that only speak of it."""
        if predicate.shape != "noun":
            return clauses
        verbs = [k for k, head in enumerate(clauses) if k and is_verbal(head) and head.is_ancestor(predicate.token)]
        silent = [k for k in verbs if spoken_of(predicate.token, clauses[k], self.lexicon)]
        return clauses[: silent[0]] if silent else clauses

    @staticmethod
    def _meeting(predicate: Predicate) -> tuple[Token, ...]:
        """The clause of an earlier sentence that names the body presided over: there its meeting has its time and place."""
        doc = predicate.token.doc
        bodies = [doc[target.token] for _, target in predicate.pairs if target.slot == "body"]
        return tuple(body.sent.root for body in bodies[:1] if body.sent.start != predicate.token.sent.start)

    @staticmethod
    def _place(
        token: Token, target: Argument, place: Place | None, circumstances: Circumstances, *, within: bool
    ) -> Place | None:
        """The place of one statement: the city that stands for its state (*Besuch in Hanoi*); a state is no place beside itself."""
        own = circumstances.place_at(token) if target.territory else None
        if own and own.state == target.actor.id and own.label(FALLBACK) != target.actor.label(FALLBACK):
            return own
        if place and place.label(FALLBACK) == target.actor.label(FALLBACK) and not within:
            return None
        return place

    def _statement(
        self,
        predicate: Predicate,
        context: Context,
        article: Article,
        evidence: Span,
        pair: tuple[Argument, Argument],
        source: Argument | None,
        date: str,
        status: Status,
        place: Place | None,
    ) -> Statement:
        subject, target = pair
        relation = self.relation(predicate)
        reasons = context.modality.reasons
        if (
            source
            and status is Status.ACTUAL
            and self.relations[relation].hostile
            and source.actor != subject.actor
            and subject.actor.id not in self.pairing.homes(source.actor)
        ):
            who = source.actor.label(article.lang)
            status, reasons = Status.CLAIMED, (*reasons, f"claimed: {who} says so of another's deed")
        return Statement(
            article, subject.actor, relation, target.actor, evidence,
            Span(subject.begin, subject.end), Span(target.begin, target.end),
            polarity=context.modality.polarity, status=status, source=source.actor if source else None, date=date, place=place,
            confidence=confidence(predicate, subject, target), rule=predicate.rule, reasons=(*(predicate.learned or ()), *reasons),
        )  # fmt: skip

    def relation(self, predicate: Predicate) -> str:
        """The entry's relation; talks *telefonisch* held are telephone calls."""
        relation = self.relations[predicate.entry.relation]
        token = predicate.token
        beside = (*token.children, *(token.head.children if token.dep_ in ("obj", "nsubj", "nsubj:pass") else ()))
        if relation.by_telephone and any(token.lower_ in self.lexicon.words["by-phone"] for token in beside):
            return relation.by_telephone
        return relation.name

    def _context(self, predicate: Predicate, contexts: ContextFinder) -> Context:
        match predicate.shape:
            case "verb":
                return contexts.of_verb(predicate.token, _nouns(predicate))
            case "participle":
                return contexts.of_participle(predicate.token)
            case "demand" | "reproach":
                return contexts.of_demand(predicate.token)
        return contexts.of_noun(predicate.token)

    def _distinct(self, statements: list[Statement]) -> Iterator[Statement]:
        """One statement a triple and sentence, the most real and sure one; symmetric relations count in either direction."""
        best: dict[tuple[object, ...], Statement] = {}
        for statement in statements:
            ends = (statement.subject.id, statement.object.id)
            key = (
                tuple(sorted(ends)) if self.relations[statement.relation].symmetric else ends,
                statement.relation,
                statement.evidence,
            )
            rival = best.get(key)
            if rival is None or _rank(statement) < _rank(rival):
                best[key] = statement
        yield from sorted(
            best.values(), key=lambda s: (s.evidence.begin, s.subject_span.begin, s.object_span.begin, s.relation)
        )


def _rank(statement: Statement) -> tuple[object, ...]:
    return (
        statement.polarity is Polarity.NEGATED,
        REALITY.index(statement.status),
        not statement.date,
        -statement.confidence,
    )


def _nouns(predicate: Predicate) -> list[Token]:
    """The nouns of a verb whose *kein* negates the clause: those that are no end of it, which may be negated alone."""
    ends = {argument.token for pair in predicate.pairs for argument in pair}
    return [c for c in predicate.token.children if c.dep_ in ("obj", "nsubj", "nsubj:pass") and c.i not in ends]


def _ends(doc: Doc, *pair: Argument) -> list[Token]:
    """The phrases that fill the slots of a pair."""
    return [doc[argument.token] for argument in pair]


def _among(modality: Modality, ends: Iterable[Token], lexicon: Lexicon) -> Modality:
    """The modality of one pair: *nicht Polen, sondern die Slowakei* and *entweder Katar oder Ägypten* tell ends apart."""
    for end in ends:
        if no := excluded(end, lexicon):
            modality = modality.negate(no)
        if one := alternative(end, lexicon):
            modality = modality.weaken(Status.POSSIBLE, one)
    return modality


def _evidence(sentence: Words) -> Span:
    """Where a sentence stands, without the white space behind it."""
    return Span(sentence.start_char, sentence.start_char + len(sentence.text.rstrip()))


def _describes(predicate: Predicate) -> bool:
    """Whether an event noun stands right behind the name that it is about: *die Koalition der Willigen unter britischer Führung*."""
    noun = predicate.token
    begins = [case.idx for case in children(noun, "case")[:1]]
    return predicate.shape == "noun" and any(target.end + 1 in begins for _, target in predicate.pairs)
