"""The spaCy component `statements`: writes `doc._.statements` from the parse and `doc._.mentions`."""

from collections.abc import Callable
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

import ontology.whoswho
from extractors import annotations
from extractors.actors import mentions_at
from extractors.article import DEFAULT_LANGUAGE, Article
from extractors.lexicon import load_lexicon
from extractors.statements.acceptor import load_acceptor
from extractors.statements.builder import StatementBuilder
from extractors.times import time_finder
from ontology.actor import Actor
from ontology.vocabulary import relations

annotations.register()


class StatementComponent:
    """Sets `doc._.statements`, a tuple of `Statement`; the article comes from `doc._.article` or is made of the doc's text."""

    def __init__(self, lang: str, own: str | None, *, learned: bool = True) -> None:
        """`lang` picks lexicon, time grammar and acceptor; `own` is a user's file of predicates; not `learned`: by rules alone."""
        self.lang = lang
        self.own = own
        self.learned = learned
        whoswho = ontology.whoswho.load()

        def homes(actor: Actor) -> frozenset[str]:
            return frozenset(holding.of for holding in whoswho.careers.get(actor.id, ()))

        places = whoswho.words(lang).places
        acceptor = load_acceptor(lang) if learned else None
        self.builder = StatementBuilder(
            load_lexicon(lang, own), places.get, relations(), homes, time_finder(lang), acceptor
        )

    def __reduce__(self) -> tuple[Callable[..., "StatementComponent"], tuple[str, str | None]]:
        """What to make it of in another process, which reads its own tables."""
        return partial(StatementComponent, learned=self.learned), (self.lang, self.own)

    def __call__(self, doc: Doc) -> Doc:
        """The doc with its statements."""
        article = doc._.article or Article(id="text", text=doc.text, date=doc._.date, lang=self.lang)
        doc._.statements = self.builder.build(doc, article, mentions_at(doc))
        return doc


@Language.factory(
    "statements",
    assigns=["doc._.statements"],
    requires=["token.dep", "doc.sents"],
    default_config={"own": None, "learned": True},
)
def make_statements(nlp: Language, name: str, own: str | None, learned: bool) -> StatementComponent:  # noqa: ARG001  spaCy passes the name
    """The component for a pipeline's language; `own` is the path of a user's file of predicates (`extractors.lexicon`), and not
    `learned` leaves the acceptor out (`extractors.statements.acceptor`).
    """
    return StatementComponent(nlp.lang or DEFAULT_LANGUAGE, own, learned=learned)
