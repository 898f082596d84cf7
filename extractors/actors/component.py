"""The spaCy component `actors`: writes `doc._.mentions` from the parse and the article's date in `doc._.date`."""

from spacy.language import Language
from spacy.tokens import Doc

from extractors import annotations
from extractors.actors.finder import find_mentions
from extractors.actors.notes import name_tables
from extractors.article import DEFAULT_LANGUAGE

annotations.register()


class ActorComponent:
    """Sets `doc._.mentions`, a tuple of `Mention`."""

    def __init__(self, lang: str, own: str | None) -> None:
        """`lang` picks titles, organs and word classes; `own` is a user's file of offices."""
        self.lang = lang
        self.own = own
        name_tables(lang, own)

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its mentions."""
        doc._.mentions = find_mentions(doc, doc._.date, self.lang, self.own)
        return doc


@Language.factory(
    "actors", assigns=["doc._.mentions"], requires=["token.dep", "doc.sents"], default_config={"own": None}
)
def make_actors(nlp: Language, name: str, own: str | None) -> ActorComponent:  # noqa: ARG001  spaCy passes the name
    """The component for a pipeline's language; `own` is the path of a user's file of offices (`ontology.whoswho.own`)."""
    return ActorComponent(nlp.lang or DEFAULT_LANGUAGE, own)
