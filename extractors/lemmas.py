"""The spaCy component `lemmas`: dictionary forms where the trained lemmatizer cannot know them.

The edit trees of the lemmatizer see one word and few texts. A separated particle stands elsewhere (*lehnte … ab* → *ablehnen*),
strong forms and umlauts are a matter of the dictionary (*empfing* → *empfangen*, *Bahnhöfen* → *Bahnhof*), and spelling rules
over-apply (*Russland*, not *Rußland*). Order: the lexicon's verbs, the tables of the pipeline (`lemma_words`, `lemma_forms`, see
`extractors/training/lemma_tables.py`), the edit trees. Needs the parse, so it comes after the parser.
"""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc, Token

from extractors.lexicon import Lexicon, load_lexicon

TABLES = ("lemma_words", "lemma_forms")


@Language.factory("lemmas", assigns=["token.lemma"], requires=["token.pos", "token.dep", "token.head"])
class Lemmas:
    """Corrects `token.lemma_`; a pipeline without tables has the lexicon's verbs and the particles alone."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Reads the lexicon of the pipeline's language, and takes the tables that came with its vocabulary."""
        self.name = name
        self.vocab = nlp.vocab
        self.lang = nlp.lang
        self.lookups = Lookups()
        load_lexicon(nlp.lang)
        self._take_tables()

    def _take_tables(self) -> None:
        """Move the tables here from the vocabulary, which spaCy would pickle with every `Doc`."""
        given = self.vocab.lookups
        for name in TABLES:
            if given.has_table(name):
                self.lookups.set_table(name, given.remove_table(name))
            elif not self.lookups.has_table(name):
                self.lookups.add_table(name)
        self.words, self.forms = (self.lookups.get_table(name) for name in TABLES)

    def __call__(self, doc: Doc) -> Doc:
        """The same doc."""
        words, forms, lexicon = self.words, self.forms, load_lexicon(self.lang)
        for token in doc:
            lemma = words.get(f"{token.pos_} {token.lower_}") or lexicon.grammar.lemma(token, forms)
            token.lemma_ = verb_lemma(token, lemma, lexicon) if token.pos_ in ("VERB", "AUX") else lemma
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The tables."""
        told: bytes = self.lookups.to_bytes()
        return told

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "Lemmas":
        """The component, with these tables."""
        self.lookups.from_bytes(data)
        self._take_tables()
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the tables into a folder."""
        self.lookups.to_disk(path)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "Lemmas":
        """The component, with the tables of a folder; where it has none they came with the vocabulary."""
        self.lookups.from_disk(path)
        self._take_tables()
        return self


def verb_lemma(verb: Token, lemma: str, lexicon: Lexicon) -> str:
    """The infinitive, with the separated particle in front; the lexicon's own forms come first."""
    separated = next((child.lower_ for child in verb.children if child.dep_ == "compound:prt"), "")
    finite = lexicon.finite_forms.get((verb.lower_, separated), ())
    perfect = () if separated else lexicon.participles.get(verb.lower_, ())
    known = perfect or finite if verb.tag_.startswith(lexicon.grammar.participle_tags) else finite or perfect
    if separated and not lemma.startswith(separated):
        lemma = separated + lemma
    return lemma if lemma in known or not known else known[0]
