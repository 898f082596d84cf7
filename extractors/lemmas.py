"""The spaCy component `lemmas`: dictionary forms where the trained lemmatizer cannot know them.

The edit trees of the lemmatizer see one word and few texts. A separated particle stands elsewhere (*lehnte … ab* → *ablehnen*),
strong forms and umlauts are a matter of the dictionary (*empfing* → *empfangen*, *Bahnhöfen* → *Bahnhof*), and spelling rules
over-apply (*Russland*, not *Rußland*). Order: the lexicon's verbs, the tables of the pipeline (`lemma_words`, `lemma_forms` in
`nlp.vocab.lookups`, see `extractors/training/lemma_tables.py`), the edit trees. Needs the parse, so it comes after the parser.
"""

from spacy.language import Language
from spacy.lookups import Table
from spacy.tokens import Doc, Token

from extractors.lexicon import Lexicon, load_lexicon

# A table takes as long to make as some sentences to read.
EMPTY = Table()


@Language.factory("lemmas", assigns=["token.lemma"], requires=["token.pos", "token.dep", "token.head"])
class Lemmas:
    """Corrects `token.lemma_`; a pipeline without tables has the lexicon's verbs and the particles alone."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Reads the lexicon of the pipeline's language."""
        self.name = name
        self.lookups = nlp.vocab.lookups
        self.lexicon = load_lexicon(nlp.lang)

    def __call__(self, doc: Doc) -> Doc:
        """The same doc."""
        words, forms = (
            self.lookups.get_table(name) if self.lookups.has_table(name) else EMPTY
            for name in ("lemma_words", "lemma_forms")
        )
        for token in doc:
            lemma = words.get(f"{token.pos_} {token.lower_}") or self.lexicon.grammar.lemma(token, forms)
            token.lemma_ = verb_lemma(token, lemma, self.lexicon) if token.pos_ in ("VERB", "AUX") else lemma
        return doc


def verb_lemma(verb: Token, lemma: str, lexicon: Lexicon) -> str:
    """The infinitive, with the separated particle in front; the lexicon's own forms come first."""
    separated = next((child.lower_ for child in verb.children if child.dep_ == "compound:prt"), "")
    known = lexicon.finite_forms.get((verb.lower_, separated), ())
    if not known and not separated:
        perfect = lexicon.participles.get(verb.lower_)
        known = (perfect,) if perfect else ()
    if separated and not lemma.startswith(separated):
        lemma = separated + lemma
    return lemma if lemma in known or not known else known[0]
