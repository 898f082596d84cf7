"""Candidates: in each sentence every word of the lexicon with every two actors, whether or not a frame joins them.

*Nach der Kritik an Moskau kündigte Paris Sanktionen an*: the rules ask where an argument may stand; here *Kritik* and *Sanktion*
each have Paris and Moscow, in both directions, as candidates. The acceptor says which of them the sentence states.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from extractors.lexicon import Entry, Lexicon
from extractors.mention import Mention
from extractors.statements.arguments import Argument
from extractors.statements.companions import CompanionFinder
from extractors.statements.pairs import Pair, Pairing
from extractors.syntax import children, infinitive, is_verb, participle_bases

# The slot of an argument that no frame has put there.
LEARNED = "learned"
# In a list of many states only those nearest to a word are its candidates: pairs grow by the square.
NEAREST = 6
# What joins a name to the noun that it is the name of.
NAMING = frozenset(("appos", "flat", "conj", "compound"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the lexicon in a sentence, by one of its entries; `shape` is the form it took, as in `Predicate`."""

    token: Token
    entry: Entry
    shape: str


class Candidate(NamedTuple):
    """A word with two actors of its sentence. There are hundreds in an article."""

    word: Word
    subject: Argument
    object: Argument


class CandidateFinder:
    """Finds the candidates of one document."""

    def __init__(self, mentions: Mapping[int, Mention], lexicon: Lexicon, pairing: Pairing) -> None:
        """`mentions` by the index of their tokens, those that only modify a noun too; `pairing` knows which pairs are none."""
        self.mentions = mentions
        self.lexicon = lexicon
        self.pairing = pairing
        self.companions = CompanionFinder(lexicon)
        self._namings: dict[int, set[int]] = {}
        self._owners: dict[int, int | None] = {}

    def find(self, doc: Doc) -> Iterator[tuple[Candidate, ...]]:
        """The candidates of each sentence that has some, in the order of their words; symmetric relations have their ends in text order."""
        ends = self._ends()
        for sentence in doc.sents:
            here = [end for i in range(sentence.start, sentence.end) for end in ends.get(i, ())]
            if len({end.actor.id for end in here}) > 1:
                pairs: dict[tuple[bool, ...], list[Pair]] = {}
                found = tuple(c for word in self.words(sentence) for c in self._of_word(word, here, pairs))
                if found:
                    yield found

    def _ends(self) -> dict[int, list[Argument]]:
        """The linked actors at each token that heads a mention."""
        return {
            i: [
                Argument(actor, mention.begin, mention.end, i, mention.confidence, LEARNED, mention.place)
                for actor in mention.actors
            ]
            for i, mention in self.mentions.items()
            if mention.token == i and mention.actors
        }

    def _of_word(
        self, word: Word, ends: list[Argument], pairs: dict[tuple[bool, ...], list[Pair]]
    ) -> Iterator[Candidate]:
        """The candidates of a word; `pairs` remembers those of the sentence by what decides of them."""
        relation = self.pairing.relations[word.entry.relation]
        if len(ends) > NEAREST:
            nearest = sorted(ends, key=lambda end: (abs(end.token - word.token.i), end.begin))[:NEAREST]
            ends, pairs = [end for end in ends if end in nearest], {}
        key = relation.symmetric, relation.befalls_persons, relation.abroad
        found = pairs.get(key)
        if found is None:
            found = pairs[key] = [
                (ends[i], ends[j])
                for i, j in permutations(range(len(ends)), 2)
                if (i < j or not relation.symmetric) and self.pairing.possible(relation.name, ends[i], ends[j])
            ]
        return (
            Candidate(word, subject, target) for subject, target in found if not self._refused(word, subject, target)
        )

    def _refused(self, word: Word, subject: Argument, target: Argument) -> bool:
        """Whether the word says something else of the two, whatever the rest of the sentence looks like."""
        if not {self._owner(end.token, word.token.doc) for end in (subject, target)} <= {None, word.token.i}:
            return True
        if word.shape == "role":
            # "die Dialogpartner Iran, Türkei und Russland" names who is meant, and no alliance of one with the other.
            return all(word.token.i in self._named_by(word.token.doc[end.token]) for end in (subject, target))
        if word.shape == "verb" and any(slot.name == "act" for slot in word.entry.object):
            # "begrüßte die deutschen Soldaten" is no praise.
            greeted = word.token.doc[target.token]
            noun = greeted.head if greeted.dep_ == "amod" else greeted
            direct = noun.head == word.token and noun.dep_ in ("obj", "nsubj:pass")
            return direct and (self._denotes(noun) or self.lexicon.is_of_class(noun, "people"))
        return False

    def _denotes(self, noun: Token) -> bool:
        """Whether a noun is an actor, and no act named after one (*das China-Abkommen*)."""
        return noun.i in self.mentions and not self.mentions[noun.i].kind.modifies

    def _owner(self, place: int, doc: Doc) -> int | None:
        """The index of the noun whose friend or foe a name tells, or of what is likened to it: *Sanktionen gegen Gegner der Türkei*,
        *so alt wie Frankreich*. There it is an end of no other word.
        """
        if place not in self._owners:
            name = doc[place]
            cases, head = children(name, "case"), name.head
            likened = any(case.lower_ in self.lexicon.grammar.likening for case in cases)
            genitive = name.dep_ == "nmod" and not cases and not _names(name)
            role = genitive and self.lexicon.role_entries(head.lemma_, head.text)
            self._owners[place] = head.i if likened or role else None
        return self._owners[place]

    def _named_by(self, name: Token) -> set[int]:
        """The heads that a name is the name of: *Partner* of *Iran* in *die Partner USA und Iran*."""
        heads = self._namings.get(name.i)
        if heads is None:
            token, heads = name, set[int]()
            while _names(token):
                token = token.head
                heads.add(token.i)
            self._namings[name.i] = heads
        return heads

    # Words of the lexicon --------------------------------------------------------------------------------------------

    def words(self, sentence: Span) -> Iterator[Word]:
        """The words of the lexicon in a sentence, each once a relation."""
        beside = Beside(sentence, self.lexicon)
        for token in sentence:
            relations: set[str] = set()
            for shape, entry in self._entries(token):
                if entry.relation not in relations and beside.has(entry):
                    relations.add(entry.relation)
                    yield Word(token, entry, shape)

    def _entries(self, token: Token) -> Iterator[tuple[str, Entry]]:
        """The shapes and entries that a token may have, as `PredicateFinder` tells them apart."""
        if is_verb(token, self.lexicon):
            for lemma in infinitive(token, self.lexicon):
                for entry in self.lexicon.verbs.get(lemma, ()):
                    if not self.companions.excluded(token, entry):
                        yield "verb", entry
            return
        match "ADJ" if token.dep_ == "amod" else token.pos_:
            case "NOUN" | "PROPN":
                if token.i not in self.mentions or self.mentions[token.i].kind.modifies:
                    entries = self.lexicon.noun_entries(token.lemma_, token.text)
                    yield from (("noun", entry) for entry in entries if not self.companions.excluded(token, entry))
                yield from (("role", entry) for entry in self.lexicon.role_entries(token.lemma_, token.text))
            case "ADJ":
                entries = self.lexicon.adjective_entries(token.lemma_, token.lower_)
                yield from (("adjective", entry) for entry in entries)
                for verb in participle_bases(token.lower_, self.lexicon):
                    entries = self.lexicon.verbs.get(verb, ())
                    yield from (("participle", entry) for entry in entries if not entry.companions)


def _names(token: Token) -> bool:
    """Whether a word is a name of its head; a parser may take *Indien* of *die Partner Indien und China* for a genitive."""
    bare = token.dep_ == "nmod" and token.lemma_ == token.text and not children(token, "case", "det")
    return token.head.i != token.i and (token.dep_ in NAMING or bare)


class Beside:
    """Says whether the companions of an entry stand anywhere in a sentence; each word is looked for once."""

    def __init__(self, sentence: Span, lexicon: Lexicon) -> None:
        """`lexicon` knows how words are spelt."""
        self.sentence = sentence
        self.lexicon = lexicon
        self.forms: frozenset[str] = frozenset()
        self.known: dict[str, bool] = {}

    def has(self, entry: Entry) -> bool:
        """Whether all companions are there, whatever they hang on and whichever preposition is before them."""
        return all(self._has(companion.lemma) for companion in entry.companions)

    def _has(self, companion: str) -> bool:
        found = self.known.get(companion)
        if found is None:
            if not self.forms:
                self.forms = frozenset(form for t in self.sentence for form in (t.lemma_, t.text, t.lower_))
            reflexive = companion == self.lexicon.grammar.reflexive
            found = self.known[companion] = (
                not self.forms.isdisjoint(self.lexicon.grammar.reflexives)
                if reflexive
                else self.lexicon.spelling(companion).fits(self.forms)
            )
        return found
