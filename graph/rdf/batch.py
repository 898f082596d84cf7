"""Batches: articles as N-Quads, ready to be written, so that a worker can make them and a store need not know extractions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.statement import Extraction
from graph.rdf.articles import article_lines, origin_lines, text_lines
from graph.rdf.descriptions import LABEL, SINGLE, described, description_lines
from graph.rdf.nquads import renewed
from graph.rdf.terms import named


@dataclass(frozen=True, slots=True)
class Origin:
    """Of what an article's graph was made: `content` is a digest of the article and the settings, `extractor` one of the program.

    Two builds of the same origin give the same graph.
    """

    content: str
    extractor: str


@dataclass(frozen=True, slots=True)
class Batch:
    """N-Quads by article id, and by IRI those that describe the actors and places to which the articles lead.

    `texts` are the articles' own, by id: they are not written, but judgements find their sentences in them.
    """

    articles: Mapping[str, str]
    descriptions: Mapping[str, str]
    texts: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """All of it in one text."""
        return "".join([*self.descriptions.values(), *self.articles.values()])


def batch(
    extractions: Iterable[Extraction], origins: Mapping[str, Origin] | None = None, *, keep_text: bool = False
) -> Batch:
    """The batch of some extractions; `origins` by article id are written beside those that have one, texts where they are to be kept."""
    found = {extraction.article.id: extraction for extraction in extractions}
    origins = origins or {}
    articles = {}
    for identifier, extraction in found.items():
        origin = origins.get(identifier)
        told = origin_lines(identifier, origin.content, origin.extractor) if origin else []
        kept = text_lines(extraction.article) if keep_text else []
        articles[identifier] = "".join([*article_lines(extraction), *told, *kept])
    descriptions = {str(node): "".join(description_lines([thing])) for node, thing in described(found.values()).items()}
    return Batch(articles, descriptions, {identifier: one.article.text for identifier, one in found.items()})


def merged(batches: Sequence[Batch]) -> Batch:
    """Batches of different articles as one, which leaves a store as they would one after the other.

    So the last description of an actor counts, but spellings gather, and labels of languages in which the last has none.
    """
    articles = {identifier: text for one in batches for identifier, text in one.articles.items()}
    single, label = [named(name) for name in SINGLE], named(LABEL)
    descriptions: dict[str, str] = {}
    for one in batches:
        for node, text in one.descriptions.items():
            before = descriptions.get(node, text)
            descriptions[node] = text if before == text else renewed(before, text, node, single, label)
    return Batch(
        articles, descriptions, {identifier: text for one in batches for identifier, text in one.texts.items()}
    )
