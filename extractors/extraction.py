"""From articles to extractions: the parse of many articles in a stream, in order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import tee

from spacy.language import Language
from spacy.tokens import Doc

from extractors.actors.evidence import ENOUGH
from extractors.article import Article
from extractors.mention import Mention, MentionKind
from extractors.statement import Extraction, Statement
from ontology.actor import Actor

# The first words that a pipeline meets are mostly the common ones; making them anew for each batch takes a twentieth of its time.
COMMON_WORDS = 10_000


def extractions(articles: Iterable[Article], nlp: Language, batch_size: int = 32) -> Iterator[Extraction]:
    """What each article gave, in the order of the articles: statements, and all actors that it mentions."""
    articles, ahead = tee(articles)
    docs = nlp.pipe((_doc(article, nlp) for article in ahead), batch_size=batch_size)
    for article, doc in zip(articles, docs, strict=True):
        statements = doc._.statements
        yield Extraction(article, statements, _actors(doc._.mentions, statements))


def extracted(articles: Sequence[Article], nlp: Language) -> list[Extraction]:
    """What some articles gave, all at once; once the common words are known, others are forgotten afterwards.

    A pipeline keeps every word that it ever saw, so a stream of articles would fill the memory; spaCy's memory zones end that.
    """
    # The vocabulary's length counts what was forgotten too.
    with nlp.memory_zone() if len(nlp.vocab) > COMMON_WORDS else nullcontext():
        return list(extractions(articles, nlp, batch_size=len(articles) or 1))


def extract(articles: Iterable[Article], nlp: Language) -> Iterator[Statement]:
    """The statements of articles, in order."""
    for extraction in extractions(articles, nlp):
        yield from extraction.statements


def _doc(article: Article, nlp: Language) -> Doc:
    doc = nlp.make_doc(article.text)
    doc._.article = article
    doc._.date = article.date
    return doc


def _borne_out(mentions: Sequence[Mention]) -> set[str]:
    """The ids of actors that no table has and for which the article has evidence enough (`extractors.actors.evidence`)."""
    told: dict[str, list[float]] = defaultdict(list)
    for mention in mentions:
        if mention.kind is not MentionKind.PRONOUN:
            for actor in mention.actors:
                told[actor.id].append(mention.support)
    return {actor for actor, supports in told.items() if min(supports) >= 0 and sum(supports) >= ENOUGH}


def _actors(mentions: Sequence[Mention], statements: Sequence[Statement]) -> tuple[Actor, ...]:
    borne_out = _borne_out(mentions)
    found = {
        actor.id: actor for mention in mentions for actor in mention.actors if actor.known or actor.id in borne_out
    }
    found |= {mention.represents.id: mention.represents for mention in mentions if mention.represents}
    for statement in statements:
        for actor in (statement.subject, statement.object, statement.source):
            if actor:
                found.setdefault(actor.id, actor)
    return tuple(found[key] for key in sorted(found))
