"""Office and role nouns: *US-Außenminister*, *Kremlchef*, *Sprecherin*, and what state or organisation they are of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from extractors.actors.gazette import Gazette
from ontology.actor import Actor


@dataclass(frozen=True, slots=True)
class Title:
    """An office or role noun.

    `head` is its class in the masculine (`minister`), `base` the word without state prefix (*Außenminister*), `forms` the
    spellings to look for in the tables, `of` the actor that the word itself names (*US-…*, *Kreml…*), `sex` `f` for
    feminine forms; `kind` is `office`, `role`, `colleague` or `former`.
    """

    head: str
    kind: str
    base: str
    forms: tuple[str, ...]
    of: Actor | None
    sex: str


class Titles:
    """Recognises the titles of a language."""

    def __init__(self, heads: Mapping[str, str], gazette: Gazette) -> None:
        """`heads` maps a title in lower case to its kind; `gazette` knows the actors that prefix a title."""
        self.heads = heads
        self.gazette = gazette
        self.grammar = gazette.grammar
        self.known = {
            title: None
            for holdings in gazette.whoswho.careers.values()
            for h in holdings
            for title in h.titled(gazette.lang)
            if " " not in title
        }

    @lru_cache(maxsize=8192)  # noqa: B019  one object a language lives as long as the process
    def parse(self, text: str) -> Title | None:
        """The title that a word is, in any case, number and gender; None for other words."""
        if len(text) < 4 or not text[0].isupper():
            return None
        former = text.startswith(self.grammar.former_prefixes)
        word = text
        for prefix in self.grammar.former_prefixes:
            word = word.removeprefix(prefix)
        for nominative, sex in self.grammar.titles(word):
            if head := self._head(nominative):
                return self._title(word, nominative, head, sex, former=former)
        return None

    def _head(self, word: str) -> str:
        lower = word.lower()
        for start in range(len(lower) - 2):
            if lower[start:] in self.heads:
                return lower[start:]
        return ""

    def _title(self, word: str, nominative: str, head: str, sex: str, *, former: bool) -> Title:
        prefixed = self.gazette.prefix(nominative)
        of, base = prefixed or (self._fused(nominative, head), nominative)
        base = base[0].upper() + base[1:]
        # The tables have the forms of the holder's own sex: a "Präsidentin" is no "Präsident".
        feminine = [word, self.grammar.feminine(base), self.grammar.feminine(nominative)]
        forms = feminine if sex == "f" else [nominative, base, *feminine]
        kind = "former" if former else self.heads[head]
        return Title(head, kind, base, tuple(dict.fromkeys(forms)), of, sex)

    def _fused(self, word: str, head: str) -> Actor | None:
        """The actor fused with the title: *Kremlchef*, *Pentagonsprecher*."""
        front = word[: len(word) - len(head)]
        metonym = self.gazette.metonyms.get(front)
        return self.gazette.whoswho.actors[metonym[0]] if metonym else None
