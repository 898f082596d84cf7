"""The spaCy component `lemmas`: dictionary forms where the trained lemmatizer cannot know them.

The edit trees of the lemmatizer see one word. A separated particle stands elsewhere (*lehnte … ab* → *ablehnen*), strong forms of
rare verbs are not in the treebanks (*empfing* → *empfangen*), and spelling rules over-apply (*Russland*, not *Rußland*).
Needs the parse, so it comes after the parser; loading a pipeline that names it needs `import extractors.lemmas`.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

from extractors.lexicon import Lexicon, load_lexicon


@Language.factory("lemmas", assigns=["token.lemma"], requires=["token.pos", "token.dep", "token.head"])
class Lemmas:
    """Corrects `token.lemma_` from the lexicon of the pipeline's language and from the parse."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Reads the lexicon's table of verb forms; an unknown language has none, and only the parse is used."""
        self.name = name
        self.lexicon = load_lexicon(nlp.lang)

    def __call__(self, doc: Doc) -> Doc:
        """The same doc."""
        for token in doc:
            if token.pos_ in ("VERB", "AUX"):
                token.lemma_ = verb_lemma(token, self.lexicon)
            elif "ß" in token.lemma_ and "ß" not in token.text:
                token.lemma_ = token.lemma_.replace("ß", "ss")
        return doc


def verb_lemma(verb: Token, lexicon: Lexicon) -> str:
    """The infinitive, with the separated particle in front."""
    separated = next((child.lower_ for child in verb.children if child.dep_ == "compound:prt"), "")
    known = lexicon.finite_forms.get((verb.lower_, separated), ())
    if not known and not separated:
        perfect = lexicon.participles.get(verb.lower_)
        known = (perfect,) if perfect else ()
    lemma = verb.lemma_
    if separated and not lemma.startswith(separated):
        lemma = separated + lemma
    return lemma if lemma in known or not known else known[0]
