"""A room a language: its tables, and one grammar (`Grammar`) that fills the closed classes and answers what is different there.

    languages/de/*.tsv        words: predicates, titles, organs, times, classes of words …
    languages/de/grammar.py   the grammar, with modules of its own for what is long (cases, verbs)

No other module holds a word of a language. A further language is a folder beside `de` with a line in `ROOMS`, and a pipeline.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from extractors.languages import de
from extractors.languages.grammar import Grammar
from extractors.languages.tables import LexiconError, WordClasses, word_classes
from ontology.errors import RequestError

__all__ = ["ROOMS", "Grammar", "Language", "LanguageError", "LexiconError", "WordClasses", "language"]

ROOMS: dict[str, Callable[[Traversable], Grammar]] = {"de": de.grammar}


class LanguageError(RequestError):
    """A language that has no room; the message names those that have one."""


@dataclass(frozen=True)
class Language:
    """A language: its code (ISO 639-1), the folder of its tables, and its grammar."""

    code: str
    folder: Traversable
    grammar: Grammar

    @cached_property
    def words(self) -> WordClasses:
        """The classes of `words.tsv` and `classes.tsv`."""
        return word_classes(self.folder)


@lru_cache
def language(code: str) -> Language:
    """The language with this code. Raises `LanguageError` where it has no room."""
    if code not in ROOMS:
        raise LanguageError(f"no rules for language {code!r}; there are {', '.join(sorted(ROOMS))}")
    folder = files(__name__).joinpath(code)
    return Language(code, folder, ROOMS[code](folder))
