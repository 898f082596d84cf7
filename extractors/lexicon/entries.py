"""Reads the lines of `predicates.tsv`, and of a user's own file, into entries; what no rule knows is an error with file and line."""

from collections.abc import Iterable, Iterator

from extractors.languages.tables import LexiconError, Row, WordClasses
from extractors.lexicon.frames import KINDS, REMARKS, REMARKS_WITH_WORDS, STRUCTURAL, Companion, Entry, Slot, WordClass
from ontology.vocabulary import relations

COLUMNS = ("class", "predicate", "relation", "subject", "object")


class EntryReader:
    """Reads files of predicates in order: macros (`@doer`) that one defines hold in the next."""

    def __init__(self, words: WordClasses, prepositions: frozenset[str]) -> None:
        """`words` has the classes that a companion may be of (`@weapon`); `prepositions` are slots beside the structural ones."""
        self.words = words
        self.prepositions = prepositions
        self.macros: dict[str, str] = {}

    def entries(self, table: Iterable[Row], name: str) -> Iterator[Entry]:
        """The entries of a file. Raises `LexiconError` with `name` and line for one that cannot be read."""
        for number, fields in table:
            try:
                if fields[0].startswith("@"):
                    self._macro(fields)
                else:
                    yield self._entry(fields)
            except ValueError as error:
                raise LexiconError(f"{name}, line {number}: {error}") from error

    def _macro(self, fields: list[str]) -> None:
        if len(fields) < 2 or not fields[1]:
            raise ValueError(f"macro {fields[0]} names no slots")
        self.macros[fields[0]] = fields[1]

    def _entry(self, fields: list[str]) -> Entry:
        if len(fields) < len(COLUMNS):
            raise ValueError(
                f"columns {', '.join(COLUMNS[len(fields) :])} are missing (tabs, not spaces, part columns)"
            )
        word_class, predicate, relation, subject, target, remarks, sentence = [*fields, "", ""][:7]
        if word_class not in set(WordClass):
            raise ValueError(f"no class {word_class!r} (v verb, n noun, r role noun, a adjective)")
        if not predicate:
            raise ValueError("no predicate")
        if relation not in relations():
            raise ValueError(f"no relation {relation!r} in the ontology")
        lemma, *companions = predicate.split()
        return Entry(
            WordClass(word_class),
            lemma,
            tuple(self._companion(word) for word in companions),
            relation,
            self._slots(subject),
            self._slots(target),
            frozenset(self._remark(remark) for remark in remarks.split()),
            sentence,
        )

    def _companion(self, text: str) -> Companion:
        preposition, colon, lemma = text.rpartition(":")
        if colon:
            self._preposition(preposition)
        if lemma.startswith("@") and not self.words[lemma[1:]]:
            raise ValueError(f"no class of words {lemma!r}")
        return Companion(lemma, preposition if colon else None)

    def _slots(self, text: str) -> tuple[Slot, ...]:
        names = text.split(",")
        if unknown := [name for name in names if name.startswith("@") and name not in self.macros]:
            raise ValueError(f"no macro {unknown[0]!r}")
        parts = (part for name in names for part in self.macros.get(name, name).split(","))
        slots = tuple(Slot.parse(part) for part in parts)
        for slot in slots:
            if slot.name not in STRUCTURAL:
                self._preposition(slot.name)
            if not set(slot.kinds) <= KINDS:
                raise ValueError(f"no kind {slot.kinds!r} of actors ({', '.join(sorted(KINDS))})")
        return slots

    def _preposition(self, name: str) -> None:
        if name not in self.prepositions:
            raise ValueError(f"no slot or preposition {name!r}")

    def _remark(self, remark: str) -> str:
        key, equals, words = remark.partition("=")
        if (equals and words and key in REMARKS_WITH_WORDS) or (not equals and key in REMARKS):
            return remark
        raise ValueError(f"no remark {remark!r}")
