"""Reads a language's lexicon once and indexes it by trigger."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain
from pathlib import Path

from spacy.tokens import Token

from extractors.languages import Grammar, Language, LexiconError, WordClasses, language
from extractors.languages.tables import Row, lines, pairs, rows
from extractors.lexicon.entries import EntryReader
from extractors.lexicon.frames import Entry, WordClass

# So many nouns are remembered with their entries.
REMEMBERED = 1 << 15
# How one word class is indexed.
Index = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a companion may be spelt: whole words, and what a compound may end in (*US-Sanktionen*), in lower case."""

    words: frozenset[str]
    lasts: tuple[str, ...]

    def fits(self, forms: Collection[str]) -> bool:
        """Whether one of a token's forms is this word."""
        return not self.words.isdisjoint(forms) or (
            bool(self.lasts) and any(form.endswith(self.lasts) for form in forms)
        )


@dataclass(frozen=True)
class Lexicon:
    """A language's predicates, with its grammar and small classes of words.

    `verbs`, `nouns`, `roles` and `adjectives` map a lemma to its entries. `clause_verbs` says what a verb or noun of saying,
    planning, demanding … does to the clause below it; `support_verbs` what a verb does to the event noun it governs.
    `contractions` maps *im* to *in*; `words` holds classes of words by name (`negation`, `condition` …). `finite_forms` maps
    (form, separated particle) to infinitives, `participles` an uninflected participle to infinitives, the likeliest first.
    """

    grammar: Grammar
    verbs: Index
    nouns: Index
    roles: Index
    adjectives: Index
    clause_verbs: Mapping[str, str]
    support_verbs: Mapping[str, str]
    contractions: Mapping[str, str]
    words: WordClasses
    finite_forms: Mapping[tuple[str, str], tuple[str, ...]]
    participles: Mapping[str, tuple[str, ...]]

    def noun_entries(self, lemma: str, form: str = "") -> tuple[Entry, ...]:
        """Entries of an event noun, by its lemma or by the longest lexicon noun it ends in (*Raketenangriff* → *Angriff*).

        `form` is the word as it stands, for a lemma that a pipeline does not know.
        """
        return self._nouns(lemma, form)

    def role_entries(self, lemma: str, form: str = "") -> tuple[Entry, ...]:
        """Entries of a role noun, like `noun_entries` (*Nato-Verbündeter* → *Verbündeter*)."""
        return self._roles(lemma, form)

    def adjective_entries(self, lemma: str, form: str) -> tuple[Entry, ...]:
        """Entries of an adjective by its lemma, or by its form in lower case, where a pipeline has another lemma (*einig* → *einige*)."""
        candidates = (lemma, *self.grammar.bare_adjectives(form))
        return next((self.adjectives[candidate] for candidate in candidates if candidate in self.adjectives), ())

    def is_of_class(self, token: Token, name: str) -> bool:
        """Whether a token is a word of a class (`weapon`)."""
        return self.spelling(f"@{name}").fits((token.lemma_, token.text, token.lower_))

    def is_word(self, token: Token, word: str) -> bool:
        """Whether a token is this noun or adverb, as such or as the last part of a compound (*US-Sanktionen*)."""
        return self.spelling(word).fits((token.lemma_, token.text, token.lower_))

    def spelling(self, companion: str) -> Spelling:
        """How a companion may be spelt: a noun or adverb, or any word of a class (`@weapon`)."""
        found = self._spellings.get(companion)
        if found is None:
            words = self.words[companion[1:]] if companion.startswith("@") else (companion,)
            endings = ("", *self.grammar.noun_endings)
            spelt = frozenset(word + ending for word in words for ending in endings)
            lasts = tuple(sorted(form.lower() for form in spelt if form[0].isupper()))
            found = self._spellings[companion] = Spelling(spelt, lasts)
        return found

    # News says the same words again and again, and rules and candidates both ask for them.

    @cached_property
    def _nouns(self) -> Callable[[str, str], tuple[Entry, ...]]:
        return lru_cache(REMEMBERED)(partial(self._by_forms, self.nouns))

    @cached_property
    def _roles(self) -> Callable[[str, str], tuple[Entry, ...]]:
        return lru_cache(REMEMBERED)(partial(self._by_forms, self.roles))

    @cached_property
    def _spellings(self) -> dict[str, Spelling]:
        return {}

    def _by_forms(self, index: Index, lemma: str, form: str) -> tuple[Entry, ...]:
        for candidate in dict.fromkeys((lemma, form, *self.grammar.noun_bases(form))):
            if candidate in index:
                return index[candidate]
            for head in self.grammar.compound_heads(candidate):
                if head in index:
                    return index[head]
        return ()


def _richness(entry: Entry) -> tuple[int, int]:
    """Sorts the richest construction first: *in Aussicht stellen* before *stellen*, *Telefongespräch führen* before *Gespräch führen*."""
    return -len(entry.companions), -sum(
        len(companion.lemma) for companion in entry.companions if not companion.is_class
    )


def _own(path: str) -> Iterable[Row]:
    try:
        return lines(Path(path).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from error


@lru_cache
def load_lexicon(lang: str, own: str | None = None) -> Lexicon:
    """The lexicon of a language, read once. Raises `LexiconError` for a malformed line, `LanguageError` for a language without rules.

    `own` is the path of a user's file of further predicates, in the form of `predicates.tsv` (`extractors/lexicon/frames.py`).
    """
    return read_lexicon(language(lang), own)


def read_lexicon(spoken: Language, own: str | None = None) -> Lexicon:
    """The lexicon in a language's room. Raises `LexiconError` for a malformed line; `own` as in `load_lexicon`."""
    by_class: dict[WordClass, dict[str, list[Entry]]] = {word_class: defaultdict(list) for word_class in WordClass}
    reader = EntryReader(spoken.words, spoken.grammar.prepositions)
    shipped = reader.entries(rows(spoken.folder, "predicates.tsv"), "predicates.tsv")
    for entry in chain(shipped, reader.entries(_own(own), own) if own else ()):
        by_class[entry.word_class][entry.lemma].append(entry)

    def index(word_class: WordClass) -> Index:
        return {lemma: tuple(sorted(entries, key=_richness)) for lemma, entries in by_class[word_class].items()}

    clause_verbs, support_verbs = (pairs(spoken.folder, f"{kind}_verbs.tsv") for kind in ("clause", "support"))
    carrying = (key.partition(" ")[0] for key in support_verbs)
    infinitives = {*by_class[WordClass.VERB], *carrying, *(verb for verb in clause_verbs if verb[0].islower())}
    finite_forms, participles = spoken.grammar.forms(sorted(infinitives))
    return Lexicon(
        grammar=spoken.grammar,
        verbs=index(WordClass.VERB),
        nouns=index(WordClass.NOUN),
        roles=index(WordClass.ROLE),
        adjectives=index(WordClass.ADJECTIVE),
        clause_verbs=clause_verbs,
        support_verbs=support_verbs,
        contractions=pairs(spoken.folder, "contractions.tsv"),
        words=spoken.words,
        finite_forms=finite_forms,
        participles=participles,
    )
