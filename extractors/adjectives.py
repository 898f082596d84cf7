"""The spaCy component `adjectives`: an adjective alone is no entity (*den britischen Vorschlag*), as in GermEval and our guide.

Runs after the entity recogniser, which learnt from corpora that do not agree on it. Names with an adjective in them stay
(*Weißes Haus*, *Vereinte Nationen*), and so does what the tagger takes for a name.
"""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("adjectives", requires=["doc.ents", "token.pos"], assigns=["doc.ents"])
def adjectives(doc: Doc) -> Doc:
    """The doc without the entities that consist of adjectives."""
    doc.ents = tuple(ent for ent in doc.ents if any(token.pos_ != "ADJ" for token in ent))
    return doc
