"""What the rules ask a grammar: closed classes as tables, and some questions with an answer that suits a language without inflection.

A language's room (`extractors/languages/de`) has a subclass that fills the tables and answers what is different there. Everything
else that is of one language is a word in one of its tables. Prepositions are named by their role, since they are also the slots
of the lexicon's entries (`extractors/lexicon/frames.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NONE: frozenset[str] = frozenset()
FiniteForms = Mapping[tuple[str, str], tuple[str, ...]]


@dataclass(frozen=True)
class Grammar:
    """The closed classes of a language, and questions to a word or token.

    Words are in lower case. `circumpositions` maps a preposition to the word that closes it behind the noun (*von … aus*);
    `owner`, `doer`, `companion`, `origin`, `goal`, `inside`, `between`, `purpose` and `role` are the one preposition of that
    role (*die Pläne von Macron, die Besetzung durch Russland, mit, aus, nach, in, zwischen, zu, als*), "" where there is none.
    """

    relative_pronouns: frozenset[str] = NONE
    # Those that stand before a noun: "dessen Angriff"; the others are articles there.
    relative_determiners: frozenset[str] = NONE
    # Relative pronouns that are subject or object alike: "Russland, das die Ukraine angreift".
    caseless_relatives: frozenset[str] = NONE
    definite_determiners: frozenset[str] = NONE
    # Articles that may stand before a dative which looks like a genitive.
    dative_articles: frozenset[str] = NONE
    reflexive: str = ""
    reflexives: frozenset[str] = NONE
    # The subject of impersonal verbs.
    impersonal: str = ""
    # The relative that takes up a whole sentence: "…, was Moskau bestreitet".
    sentence_relative: str = ""

    # Those that may be a slot of an entry, contractions resolved.
    prepositions: frozenset[str] = NONE
    circumpositions: Mapping[str, str] = field(default_factory=dict)
    agents: frozenset[str] = NONE
    owner: str = ""
    doer: str = ""
    companion: str = ""
    origin: str = ""
    goal: str = ""
    inside: str = ""
    between: str = ""
    purpose: str = ""
    role: str = ""
    # The same as they stand in the text, with article: "die Regierung von, vom", "die Regierung in, im", whose seat is named.
    owned: frozenset[str] = NONE
    seated: frozenset[str] = NONE
    # Prepositions before what was said: "nach Angaben von", and before whom it was heard from: "hieß es aus dem Kreml".
    by_account: frozenset[str] = NONE
    heard_from: frozenset[str] = NONE
    # Prepositions after which an event is past: "nach dem Treffen".
    past_events: frozenset[str] = NONE
    # Prepositions before what a phrase adds to itself: "von Terroristen, vor allem des IS".
    adding: frozenset[str] = NONE

    # Words before whom somebody or something is likened to: "so alt wie X".
    likening: frozenset[str] = NONE
    # Words before a speaker that is added to a sentence: "wie X sagte", "so X".
    as_words: frozenset[str] = NONE
    so_words: frozenset[str] = NONE
    impersonal_sayings: frozenset[str] = NONE
    whether: frozenset[str] = NONE
    # Words that open a coordination, to the word that goes on with it (*weder … noch*); the one that corrects what is negated
    # (*nicht X, sondern Y*), and adverbs beside a contrasted negation (*nicht aber Y*, *Y hingegen nicht*).
    correlatives: Mapping[str, str] = field(default_factory=dict)
    correcting: str = ""
    contrasting: frozenset[str] = NONE
    # Words that open a question about something, which the rest of it takes for granted (*Warum kritisiert …?*).
    interrogatives: frozenset[str] = NONE
    # Words that open an infinitive, whose subject is the one above.
    infinitive_marks: frozenset[str] = NONE
    obligation: str = ""
    passive_infinitive: str = ""
    perfect_infinitives: frozenset[str] = NONE
    # Fine-grained tags (`token.tag_`) of participles and infinitives, by how they begin.
    participle_tags: tuple[str, ...] = ()
    infinitive_tags: tuple[str, ...] = ()

    adjective_endings: tuple[str, ...] = ("",)
    demonym_endings: tuple[str, ...] = ("",)
    noun_endings: tuple[str, ...] = ()
    plural_endings: tuple[str, ...] = ()
    genitive_endings: tuple[str, ...] = ()
    former_prefixes: tuple[str, ...] = ()
    # Before the name of a state, a part of it: "Nordsyrien", the longest first.
    quarters: tuple[str, ...] = ()
    # Whether of two bare names the first is the subject, and a name after a time belongs to the verb (component `word_order`).
    bare_names_in_order: bool = False
    # A sentence whose subject is a description that somebody looks up (`extractors.actors.lookup`).
    carrier: str = "{}"

    def shown_case(self, token: Token, stands_for: Token | None) -> str:
        """The case that a phrase shows beyond doubt, or ""; `stands_for` is the noun that a relative pronoun stands for."""
        return ""

    def is_definite(self, determiner: str) -> bool:
        """Whether a determiner in lower case tells that what follows is known."""
        return determiner in self.definite_determiners

    def genitive_base(self, word: str) -> str:
        """The word without the ending of its genitive, itself where it has none."""
        return word

    def name_bases(self, word: str) -> Iterator[str]:
        """What a name of one word may be without the ending of a case, itself first."""
        yield word

    def city_adjectives(self, city: str) -> Iterator[str]:
        """What is of a city in a word of its own, besides its genitive."""
        yield from ()

    def described(self, adjective: str, noun: str) -> str:
        """A noun with an adjective in its base form, as a name of what both describe."""
        return f"{adjective} {noun}"

    def stem(self, folded: str) -> str:
        """What a folded name is indexed by."""
        return folded

    def bare_adjectives(self, form: str) -> Iterator[str]:
        """What an adjective in lower case may be without its ending, the likeliest first."""
        yield form

    def noun_bases(self, form: str) -> Iterator[str]:
        """What a noun may be without the ending of a case or number, besides itself."""
        yield from ()

    def compound_heads(self, noun: str) -> Iterator[str]:
        """The nouns that a compound may end in, the longest first."""
        yield from ()

    def forms(self, infinitives: Iterable[str]) -> tuple[FiniteForms, Mapping[str, tuple[str, ...]]]:
        """Finite forms, (form, separated particle) to infinitives, and participles without endings to infinitives."""
        return {(verb, ""): (verb,) for verb in infinitives}, {}

    def lemma(self, token: Token, forms: Mapping[str, str]) -> str:
        """The dictionary form of a word; `forms` is the pipeline's dictionary, form to lemma."""
        return token.lemma_

    def is_reported(self, verb: Token, subject: Token | None) -> bool:
        """Whether a finite verb shows that its clause is somebody's words."""
        return False

    def is_past(self, verb: Token, *, auxiliary: bool) -> bool:
        """Whether a finite verb tells of the past; `auxiliary` where it only helps another verb."""
        return "Past" in verb.morph.get("Tense", [])

    def titles(self, word: str) -> Iterator[tuple[str, str]]:
        """What a word is as a title in its base form, with the sex that its ending tells (`f` or ""), the longest ending first."""
        yield word, ""

    def feminine(self, title: str) -> str:
        """A title as a woman has it."""
        return title

    def may_be_name(self, token: Token) -> bool:
        """Whether a word may be a surname by its tag."""
        return token.pos_ == "PROPN"
