"""Reads a language's lexicon files once and indexes them by trigger."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

from extractors.lexicon.frames import Companion, Entry, Slot, WordClass
from extractors.lexicon.inflection import form_index
from ontology.errors import InputError
from ontology.vocabulary import relations


class LexiconError(InputError):
    """A line of a lexicon file that cannot be read; the message names file, line and reason."""


@dataclass(frozen=True)
class Lexicon:
    """A language's predicates and small closed classes.

    `verbs`, `nouns`, `roles` and `adjectives` map a lemma to its entries. `clause_verbs` says what a verb or noun of saying,
    planning, demanding … does to the clause below it; `support_verbs` what a verb does to the event noun it governs.
    `contractions` maps *im* to *in*; `words` holds closed classes by name (`negation`, `condition` …). `finite_forms` maps
    (form, separated particle) to infinitives, `participles` an uninflected participle to its infinitive.
    """

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    roles: Mapping[str, tuple[Entry, ...]]
    adjectives: Mapping[str, tuple[Entry, ...]]
    clause_verbs: Mapping[str, str]
    support_verbs: Mapping[str, str]
    contractions: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    finite_forms: Mapping[tuple[str, str], tuple[str, ...]]
    participles: Mapping[str, str]

    def noun_entries(self, lemma: str, form: str = "") -> tuple[Entry, ...]:
        """Entries of an event noun, by its lemma or by the longest lexicon noun it ends in (*Raketenangriff* → *Angriff*).

        `form` is the word as it stands, for a lemma that a pipeline does not know.
        """
        return _by_forms(self.nouns, lemma, form)

    def role_entries(self, lemma: str, form: str = "") -> tuple[Entry, ...]:
        """Entries of a role noun, like `noun_entries` (*Nato-Verbündeter* → *Verbündeter*)."""
        return _by_forms(self.roles, lemma, form)


def _by_forms(index: Mapping[str, tuple[Entry, ...]], lemma: str, form: str) -> tuple[Entry, ...]:
    for candidate in dict.fromkeys((lemma, form, *(form[:-cut] for cut in (1, 2) if len(form) > 5))):
        if candidate and (entries := _by_suffix(index, candidate)):
            return entries
    return ()


def _by_suffix(index: Mapping[str, tuple[Entry, ...]], lemma: str) -> tuple[Entry, ...]:
    if lemma in index:
        return index[lemma]
    # The first part of a German compound has at least three letters or ends in a hyphen: US-Angriff, Luftangriff.
    for start in range(3, len(lemma) - 3):
        entries = index.get(lemma[start].upper() + lemma[start + 1 :])
        if entries and not any("whole" in entry.remarks for entry in entries):
            return entries
    return ()


def _rows(lang: str, name: str) -> Iterator[tuple[int, list[str]]]:
    return _lines(files("extractors.lexicon").joinpath(lang, name).read_text(encoding="utf8"))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, [field.strip() for field in line.split("\t")]


def _companion(text: str) -> Companion:
    preposition, colon, lemma = text.rpartition(":")
    return Companion(lemma, preposition if colon else None)


def _slots(text: str, macros: Mapping[str, str]) -> tuple[Slot, ...]:
    expanded = ",".join(macros[part] if part.startswith("@") else part for part in text.split(","))
    return tuple(Slot.parse(part) for part in expanded.split(","))


def _entries(rows: Iterable[tuple[int, list[str]]], name: str, macros: dict[str, str]) -> Iterator[Entry]:
    """The entries of a file of predicates; its macros are added to `macros`."""
    for number, fields in rows:
        try:
            if fields[0].startswith("@"):
                macros[fields[0]] = fields[1]
                continue
            word_class, predicate, relation, subject, target, *remarks = fields
            lemma, *companions = predicate.split()
            if relation not in relations():
                raise ValueError(f"no relation {relation!r} in the ontology")
            yield Entry(
                WordClass(word_class),
                lemma,
                tuple(_companion(word) for word in companions),
                relation,
                _slots(subject, macros),
                _slots(target, macros),
                frozenset(remarks[0].split()) if remarks else frozenset(),
            )
        except (KeyError, IndexError, ValueError) as error:
            raise LexiconError(f"{name}, line {number}: {error}") from error


def _own(path: str) -> Iterator[tuple[int, list[str]]]:
    try:
        return _lines(Path(path).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from error


def _pairs(lang: str, name: str) -> dict[str, str]:
    return {fields[0]: fields[1] for _, fields in _rows(lang, name)}


@lru_cache
def load_lexicon(lang: str = "de", own: str | None = None) -> Lexicon:
    """The lexicon of a language, read once. Raises `LexiconError` for a malformed line.

    `own` is the path of a user's file of further predicates, in the form of `predicates.tsv` (`extractors/lexicon/frames.py`).
    """
    by_class: dict[WordClass, dict[str, list[Entry]]] = {word_class: defaultdict(list) for word_class in WordClass}
    macros: dict[str, str] = {}
    shipped = _entries(_rows(lang, "predicates.tsv"), f"{lang}/predicates.tsv", macros)
    for entry in chain(shipped, _entries(_own(own), own, macros) if own else ()):
        by_class[entry.word_class][entry.lemma].append(entry)

    def index(word_class: WordClass) -> dict[str, tuple[Entry, ...]]:
        # More companions first: "in Aussicht stellen" before "stellen".
        return {
            lemma: tuple(sorted(entries, key=lambda entry: -len(entry.companions)))
            for lemma, entries in by_class[word_class].items()
        }

    clause_verbs, support_verbs = _pairs(lang, "clause_verbs.tsv"), _pairs(lang, "support_verbs.tsv")
    strong = {base: (present, past, perfect) for _, (base, present, past, perfect) in _rows(lang, "strong_verbs.tsv")}
    prefixes = {kind: tuple(words.split()) for kind, words in _pairs(lang, "verb_prefixes.tsv").items()}
    carrying = (key.partition(" ")[0] for key in support_verbs)
    infinitives = {*by_class[WordClass.VERB], *carrying, *(verb for verb in clause_verbs if verb[0].islower())}
    finite_forms, participles = form_index(sorted(infinitives), strong, prefixes)
    return Lexicon(
        verbs=index(WordClass.VERB),
        nouns=index(WordClass.NOUN),
        roles=index(WordClass.ROLE),
        adjectives=index(WordClass.ADJECTIVE),
        clause_verbs=clause_verbs,
        support_verbs=support_verbs,
        contractions=_pairs(lang, "contractions.tsv"),
        words={name: frozenset(words.split()) for name, words in _pairs(lang, "words.tsv").items()},
        finite_forms=finite_forms,
        participles=participles,
    )
