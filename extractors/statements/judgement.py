"""What the acceptor says of one document: the candidates that it takes though no rule gave them, and how sure every statement is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from extractors.mention import Mention
from extractors.statement import Statement
from extractors.statements.acceptor import Acceptor
from extractors.statements.arguments import ArgumentFinder
from extractors.statements.candidates import Candidate, CandidateFinder
from extractors.statements.companions import CompanionFinder
from extractors.statements.context import ContextFinder
from extractors.statements.features import Columns, FeatureReader
from extractors.statements.pairs import Pairing
from extractors.statements.predicates import Predicate
from extractors.statements.surroundings import Surroundings
from ontology.vocabulary import Relation

# Where the sentence begins in the text, one actor's id, relation, the other's; symmetric relations have their ids sorted.
Key = tuple[int, str, str, str]


class Judgement:
    """The candidates of one document with their probabilities."""

    def __init__(
        self,
        acceptor: Acceptor,
        candidates: list[Candidate],
        columns: Columns,
        relations: Mapping[str, Relation],
        relation: Callable[[Predicate], str],
        companions: CompanionFinder,
    ) -> None:
        """`columns` has a row a candidate; `relation` says which one a predicate states where it stands; `companions` knows the
        words that belong to it.
        """
        self.companions = companions
        self.acceptor = acceptor
        self.candidates = candidates
        self.columns = columns
        self.relations = relations
        self.relation = relation
        of_words = {
            id(c.word): (c.word.token.sent.start_char, relation(self._predicate(c))) for c in self._one_a_word()
        }
        self.keyed = [self.key(*of_words[id(c.word)], c.subject.actor.id, c.object.actor.id) for c in candidates]
        self.best: dict[Key, tuple[float, int]] = {}
        for place, sure in enumerate(acceptor.probabilities(columns).tolist()):
            key = self.keyed[place]
            if key not in self.best or sure > self.best[key][0]:
                self.best[key] = (sure, place)

    def _one_a_word(self) -> Iterable[Candidate]:
        return {id(candidate.word): candidate for candidate in self.candidates}.values()

    def key(self, sentence: int, relation: str, subject: str, target: str) -> Key:
        """What the candidates of a sentence that say the same have in common."""
        if self.relations[relation].symmetric and target < subject:
            subject, target = target, subject
        return sentence, subject, relation, target

    def keys(self, predicate: Predicate) -> Iterator[Key]:
        """The keys of a predicate's pairs."""
        sentence, relation = predicate.token.sent.start_char, self.relation(predicate)
        for subject, target in predicate.pairs:
            yield self.key(sentence, relation, subject.actor.id, target.actor.id)

    def learned(self, given: Iterable[Predicate]) -> Iterator[Predicate]:
        """The accepted predicates, the surest first, beside those that rules have given.

        A word that a rule has read is read, and two actors of a sentence that something relates are related: what is left to them
        is right half as often as its probability says (of 190 such on news, 36 % were right).
        """
        words, pairs = set[int](), set[tuple[int, frozenset[str]]]()
        for predicate in given:
            words |= {predicate.token.i, *self._companions(predicate)}
            pairs |= {_pair(key) for key in self.keys(predicate)}
        for key, (sure, place) in sorted(self.best.items(), key=lambda item: (-item[1][0], item[1][1])):
            if sure < self.acceptor.threshold:
                return
            predicate = self._predicate(self.candidates[place])
            if predicate.token.i not in words and _pair(key) not in pairs:
                pairs.add(_pair(key))
                yield replace(predicate, learned=self.acceptor.reasons(self.columns[place]))

    def _companions(self, predicate: Predicate) -> Iterator[int]:
        """The other words of a predicate: *Angriffe* in *fliegt Angriffe*."""
        if predicate.shape == "verb" and predicate.entry.companions:
            found = self.companions.find(predicate.token, predicate.entry) or {}
            yield from (token.i for token in found.values())

    def likely(self, statements: Iterable[Statement], *, learned: bool) -> list[Statement]:
        """The statements of one predicate, rated, if one of them is probable enough: a list or a clause without its verb (*A reiste nach
        Ankara, B nach Kairo*) stands or falls with its frame.
        """
        rated = [self.rated(statement, learned=learned) for statement in statements]
        return rated if any(statement.confidence >= self.acceptor.least for statement in rated) else []

    def rated(self, statement: Statement, *, learned: bool) -> Statement:
        """A statement with the acceptor's probability as its confidence, calibrated for what a rule gave; without a candidate the
        product of its priors, calibrated.
        """
        ends = statement.subject.id, statement.object.id
        found = self.best.get(self.key(statement.evidence.begin, statement.relation, *ends))
        if found is None:
            return replace(statement, confidence=round(statement.confidence * self.acceptor.others, 3))
        sure = found[0] if learned else self.acceptor.calibrated(found[0])
        return replace(statement, confidence=round(sure, 3))

    @staticmethod
    def _predicate(candidate: Candidate) -> Predicate:
        word = candidate.word
        return Predicate(word.token, word.entry, word.shape, ((candidate.subject, candidate.object),))


def _pair(key: Key) -> tuple[int, frozenset[str]]:
    """The sentence and the two actors of a key."""
    return key[0], frozenset((key[1], key[3]))


def judged(
    doc: Doc,
    mentions: Mapping[int, Mention],
    finder: ArgumentFinder,
    contexts: ContextFinder,
    pairing: Pairing,
    relation: Callable[[Predicate], str],
    acceptor: Acceptor,
) -> Judgement:
    """What an acceptor says of a document; `mentions` by the index of their tokens, `relation` as in `Judgement`."""
    sentences = list(CandidateFinder(mentions, finder.lexicon, pairing).find(doc))
    columns = FeatureReader(Surroundings(doc, mentions, finder, contexts, pairing.homes), sentences).columns()
    candidates = [candidate for found in sentences for candidate in found]
    return Judgement(acceptor, candidates, columns, pairing.relations, relation, CompanionFinder(finder.lexicon))
