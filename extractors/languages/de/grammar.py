"""The German grammar: closed classes, and answers by German inflection (Duden, *Die Grammatik*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from extractors.languages.de import cases, inflection, lemmas
from extractors.languages.grammar import FiniteForms, Grammar
from extractors.languages.tables import pairs, rows

if TYPE_CHECKING:
    from spacy.tokens import Token

# Inflected and feminine endings of titles, longest first, with what the masculine nominative has instead.
TITLE_ENDINGS = (
    ("innen", ""),
    ("ierte", "ierter"),
    ("in", ""),
    ("ten", "ter"),
    ("te", "ter"),
    ("den", "der"),
    ("de", "der"),
    ("es", ""),
    ("en", ""),
    ("s", ""),
    ("n", ""),
    ("", ""),
)
DATIVE_PLURALS = ("en", "ern", "eln")
STEM_ENDINGS = ("en", "er", "es", "em", "e", "s", "n")
# The first part of a compound has at least three letters or ends in a hyphen: US-Angriff, Luftangriff.
SHORTEST_PART = 3
PERFECT = frozenset("hat haben habe ist sind sei seien hatte hatten war waren".split())
# Forms of the reporting subjunctive (Konjunktiv I) that are none of the indicative.
SUBJUNCTIVE = frozenset("sei seien habe werde könne müsse wolle solle dürfe möge gebe gehe stehe komme".split())
SPEAKERS = frozenset(("ich", "man"))


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


@dataclass(frozen=True)
class German(Grammar):
    """German; `strong` maps the infinitive of a strong verb to its forms, `prefixes` kinds of verb prefixes to them."""

    strong: inflection.StrongVerbs = field(default_factory=dict)
    prefixes: inflection.Prefixes = field(default_factory=dict)

    relative_pronouns: frozenset[str] = words(
        "der die das den dem denen dessen deren welcher welche welches welchen welchem"
    )
    relative_determiners: frozenset[str] = words("dessen deren welcher welche welches welchen welchem")
    caseless_relatives: frozenset[str] = words("die das")
    definite_determiners: frozenset[str] = words("der die das den dem des")
    dative_articles: frozenset[str] = words("der dem den")
    reflexive: str = "sich"
    reflexives: frozenset[str] = words("sich einander uns mich euch")
    impersonal: str = "es"
    sentence_relative: str = "was"

    prepositions: frozenset[str] = words(
        "als an auf aus bei durch für gegen gegenüber hinter in mit nach per über um unter von vor zu zwischen"
    )
    circumpositions: Mapping[str, str] = field(default_factory=lambda: {"von": "aus"})
    agents: frozenset[str] = words("von durch")
    owner: str = "von"
    doer: str = "durch"
    companion: str = "mit"
    origin: str = "aus"
    goal: str = "nach"
    inside: str = "in"
    between: str = "zwischen"
    purpose: str = "zu"
    role: str = "als"
    # Parsers take the article of a genitive for a preposition at times.
    owned: frozenset[str] = words("von vom der")
    seated: frozenset[str] = words("in im bei beim")
    by_account: frozenset[str] = words("nach")
    heard_from: frozenset[str] = words("aus von in")
    past_events: frozenset[str] = words("nach seit")
    adding: frozenset[str] = words("von vor")

    likening: frozenset[str] = words("wie")
    as_words: frozenset[str] = words("wie")
    so_words: frozenset[str] = words("so")
    impersonal_sayings: frozenset[str] = words("heißen")
    whether: frozenset[str] = words("ob")
    correlatives: Mapping[str, str] = field(default_factory=lambda: {"weder": "noch", "entweder": "oder"})
    correcting: str = "sondern"
    contrasting: frozenset[str] = words("aber jedoch hingegen dagegen allerdings indes")
    interrogatives: frozenset[str] = words(
        "wer wen wem wessen was wann wo wohin woher warum wieso weshalb weswegen wie wozu womit wofür wogegen worüber woran wovon"
        " welcher welche welches welchen welchem inwiefern inwieweit"
    )
    infinitive_marks: frozenset[str] = words("zu um ohne statt anstatt")
    obligation: str = "müssen"
    passive_infinitive: str = "werden"
    perfect_infinitives: frozenset[str] = words("haben sein")
    # STTS
    participle_tags: tuple[str, ...] = ("VVPP",)
    infinitive_tags: tuple[str, ...] = ("VVINF", "VVIZU")

    adjective_endings: tuple[str, ...] = ("", "e", "en", "er", "es", "em")
    demonym_endings: tuple[str, ...] = ("", "n", "en", "s", "in", "innen")
    noun_endings: tuple[str, ...] = ("n", "en", "e")
    plural_endings: tuple[str, ...] = ("en", "ten", "er")
    genitive_endings: tuple[str, ...] = ("s", "'", "’")
    former_prefixes: tuple[str, ...] = ("Ex-", "Alt-")
    quarters: tuple[str, ...] = ("Nordost", "Nordwest", "Südost", "Südwest", "Zentral", "Nord", "Süd", "Ost", "West")
    bare_names_in_order: bool = True
    carrier: str = "{} sprach am Montag."

    def shown_case(self, token: Token, stands_for: Token | None) -> str:
        """By pronoun and article, see `cases`."""
        return cases.shown_case(token, stands_for)

    def is_definite(self, determiner: str) -> bool:
        """*der, dieser, derjenige* and all their forms begin alike, and no other determiner does."""
        return determiner.startswith("d")

    def genitive_base(self, word: str) -> str:
        """The word without a genitive -s (*Obamas* → *Obama*)."""
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            return word[:-1]
        return word.rstrip("'’")

    def name_bases(self, word: str) -> Iterator[str]:
        """Genitive and dative plural: *Ägyptens* → *Ägypten*, *Rates* → *Rat*, *Niederlanden* → *Niederlande*, *Europäern* → *Europäer*."""
        yield word
        yield self.genitive_base(word)
        if word.endswith("es") and len(word) > SHORTEST_PART + 1:
            yield word[:-2]
        if word.endswith(DATIVE_PLURALS):
            yield word[:-1]

    def described(self, adjective: str, noun: str) -> str:
        """*türkisch*, *Opposition* → *türkische Opposition*: feminines, and plurals without article."""
        return f"{adjective}e {noun}"

    def city_adjectives(self, city: str) -> Iterator[str]:
        """*Kiew* → *Kiewer*, *Bagdad* → *Bagdader*, *Bremen* → *Bremer*; they have no other form."""
        yield city + "er"
        if city.endswith("en"):
            yield city.removesuffix("en") + "er"

    def stem(self, folded: str) -> str:
        """The folded word without its case ending: *europaischen* → `europaisch`; short words stay."""
        for ending in STEM_ENDINGS:
            if folded.endswith(ending) and len(folded) - len(ending) >= 4:
                return folded[: -len(ending)]
        return folded

    def bare_adjectives(self, form: str) -> Iterator[str]:
        """*angegriffene* → *angegriffene*, *angegriffen*."""
        return (form.removesuffix(ending) for ending in self.adjective_endings if form.endswith(ending))

    def noun_bases(self, form: str) -> Iterator[str]:
        """*Verbündeten* → *Verbündete*, *Verbündet*."""
        return (form[:-cut] for cut in (1, 2) if len(form) > 5)

    def compound_heads(self, noun: str) -> Iterator[str]:
        """*Raketenangriff* → … *Angriff* …, capitalised as nouns are."""
        return (noun[start].upper() + noun[start + 1 :] for start in range(SHORTEST_PART, len(noun) - SHORTEST_PART))

    def forms(self, infinitives: Iterable[str]) -> tuple[FiniteForms, Mapping[str, tuple[str, ...]]]:
        """Strong and weak forms, with separable prefixes, see `inflection`."""
        return inflection.form_index(infinitives, self.strong, self.prefixes)

    def lemma(self, token: Token, forms: Mapping[str, str]) -> str:
        """By dictionary, part of speech and spelling, see `lemmas`."""
        return lemmas.lemma(token, forms)

    def is_reported(self, verb: Token, subject: Token | None) -> bool:
        """Whether the verb is in the reporting subjunctive (Konjunktiv I): *Dabei gehe es um …*, *Er glaube an …*."""
        if verb.lower_ in SUBJUNCTIVE:
            return True
        if verb.lower_.endswith("te") and verb.lemma_ != verb.lower_ + "n":
            # "begrüßte" is a preterite, whatever the tagger says; "arbeite" of *arbeiten* is not.
            return False
        tense = verb.morph.get("Tense", [])
        if "Sub" in verb.morph.get("Mood", []) and "Pres" in tense:
            return True
        # The third person singular of the indicative ends in -t; in -e it is the subjunctive, but for weak preterites in -te.
        third = subject is not None and subject.lower_ not in SPEAKERS and "Plur" not in subject.morph.get("Number", [])
        return third and verb.lower_.endswith("e") and not verb.lower_.endswith("te") and "Past" not in tense

    def is_past(self, verb: Token, *, auxiliary: bool) -> bool:
        """Whether the verb is a preterite, or the auxiliary of a perfect.

        Weak preterites look like subjunctives (*begrüßte*), so the mood does not count. The third person of the indicative
        present ends in -t: a form in -te is a preterite, whatever the tagger says.
        """
        perfect = auxiliary and verb.lower_ in PERFECT
        weak = verb.lower_.endswith("te") and "Ind" in verb.morph.get("Mood", [])
        return perfect or weak or super().is_past(verb, auxiliary=auxiliary)

    def titles(self, word: str) -> Iterator[tuple[str, str]]:
        """*Außenministerin* → *Außenminister*, `f`; *Beauftragten* → *Beauftragter*."""
        for ending, masculine in TITLE_ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_PART:
                yield word[: len(word) - len(ending)] + masculine, "f" if ending in ("in", "innen") else ""

    def feminine(self, title: str) -> str:
        """*Minister* → *Ministerin*."""
        return title + "in"

    def may_be_name(self, token: Token) -> bool:
        """A noun too; and an unknown name that is subject or object looks like an adjective (*Merz, der …*)."""
        return token.pos_ in ("PROPN", "NOUN") or (token.pos_ == "ADJ" and token.dep_ in ("nsubj", "nsubj:pass", "obj"))


def grammar(folder: Traversable) -> German:
    """The grammar with the verbs of the tables in `folder`."""
    strong = {base: (forms[0], forms[1], forms[2]) for _, (base, *forms) in rows(folder, "strong_verbs.tsv")}
    prefixes = {kind: tuple(prefix.split()) for kind, prefix in pairs(folder, "verb_prefixes.tsv").items()}
    return German(strong=strong, prefixes=prefixes)
