"""The spaCy component `paragraphs`: a blank line ends a sentence, whatever the parser would make of it."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("paragraphs", assigns=["token.is_sent_start"])
def paragraphs(doc: Doc) -> Doc:
    """The doc with a sentence start after each blank line and none on it, set before the parser, which keeps to it."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
            if token.i:
                token.is_sent_start = False
    return doc
