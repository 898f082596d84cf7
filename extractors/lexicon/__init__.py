"""What the words of a language say about actors: predicates with their argument frames, as data files of one line an entry."""

from extractors.languages import LexiconError
from extractors.lexicon.frames import Entry, Slot, WordClass
from extractors.lexicon.reader import Lexicon, load_lexicon

__all__ = ["Entry", "Lexicon", "LexiconError", "Slot", "WordClass", "load_lexicon"]
