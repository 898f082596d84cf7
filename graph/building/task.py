"""The unit of work: some articles go to a worker, N-Quads and a line on each article come back."""

import threading
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import extractors
from extractors.article import DEFAULT_LANGUAGE, Article
from extractors.extraction import extracted
from extractors.languages import LanguageError
from extractors.pipeline import PipelineError
from extractors.statement import Extraction
from graph.building.origin import Settings, extractor_digest
from graph.rdf.batch import Batch, Origin, batch
from graph.rdf.nquads import node
from graph.validation.conformance import violations
from graph.validation.shapes import Violation

# A pipeline serves one caller at a time; a cluster's worker may have several threads.
_PIPELINE = threading.Lock()


@dataclass(frozen=True, slots=True)
class Task:
    """Articles to extract, with the origin of each by its id."""

    number: int
    articles: tuple[Article, ...]
    origins: Mapping[str, Origin]


@dataclass(frozen=True, slots=True)
class Made:
    """What one article gave: its statements by relation, its words, and its share of the batch's processor seconds by length."""

    relations: Counter[str]
    words: int
    seconds: float
    violations: tuple[Violation, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A batch ready to be written, what each article gave, and the reasons why others gave nothing, both by article id."""

    batch: Batch
    made: Mapping[str, Made]
    failed: Mapping[str, str] = field(default_factory=dict)


def failure(article: Article, reason: str) -> Result:
    """The result of an article that could not be extracted."""
    return Result(Batch({}, {}), {}, {article.id: reason})


def work(settings: Settings, task: Task) -> Result:
    """Extract, write as N-Quads and check the articles of a task.

    The pipeline of each language is loaded once a process; an article whose language has none fails with the reason.

    Raises `PipelineError`, `OwnActorsError` and `LexiconError` where what the user chose cannot be loaded, and `PipelineError` where this
    process runs another version of the extractor than the one that sent the task.
    """
    with _PIPELINE:
        for origin in task.origins.values():
            if origin.extractor != extractor_digest():
                raise PipelineError("a worker runs another version of diplograph; install the same one on all machines")
        pipelines, failed = _pipelines(settings, task.articles)
        started = time.process_time()
        by_article: dict[str, Extraction] = {}
        for lang, nlp in pipelines.items():
            mine = [article for article in task.articles if article.lang == lang]
            by_article |= {extraction.article.id: extraction for extraction in _found(mine, nlp, failed)}
        found = [by_article[article.id] for article in task.articles if article.id in by_article]
        kept = [_sure(extraction, settings.min_confidence) for extraction in found]
        made = batch(kept, task.origins, keep_text=settings.keep_text)
        broken = list(violations(made))
        seconds = time.process_time() - started
    return Result(made, _made(kept, made, broken, seconds), failed)


def _pipelines(settings: Settings, articles: Iterable[Article]) -> tuple[dict[str, Any], dict[str, str]]:
    """The pipelines of the articles' languages, and the reasons why some articles have none, by article id."""
    pipelines: dict[str, Any] = {}
    failed: dict[str, str] = {}
    own = (settings.actors, settings.lexicon)
    # The user's pipeline is loaded first: where it cannot be used the build ends, whatever its articles are.
    chosen = extractors.load(DEFAULT_LANGUAGE, settings.pipeline, *own) if settings.pipeline else None
    for article in articles:
        if article.lang in pipelines or article.id in failed:
            continue
        try:
            fits = chosen is not None and chosen.lang == article.lang
            pipelines[article.lang] = chosen if chosen and fits else extractors.load(article.lang, None, *own)
        except (PipelineError, LanguageError) as error:
            failed[article.id] = str(error)
    return pipelines, failed


def _found(articles: Sequence[Article], nlp: Any, failed: dict[str, str]) -> list[Extraction]:
    """What articles of one language gave; those that gave nothing are put into `failed` with the reason."""
    try:
        return extracted(articles, nlp)
    except Exception:
        # One article must not take its neighbours along: each is tried alone.
        found: list[Extraction] = []
        for article in articles:
            try:
                found += extracted([article], nlp)
            except Exception as error:
                failed[article.id] = f"extraction failed ({type(error).__name__}: {_first_line(error)})"
        return found


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _sure(extraction: Extraction, least: float) -> Extraction:
    if not least:
        return extraction
    kept = [s for s in extraction.statements if s.confidence >= least]
    return Extraction(extraction.article, kept, extraction.actors)


def _made(found: Sequence[Extraction], made: Batch, broken: Sequence[Violation], seconds: float) -> dict[str, Made]:
    length = sum(len(extraction.article.text) for extraction in found) or 1
    return {
        extraction.article.id: Made(
            Counter(statement.relation for statement in extraction.statements),
            len(extraction.article.text.split()),
            seconds * len(extraction.article.text) / length,
            tuple(v for v in broken if node(v.node) in made.articles[extraction.article.id]),
        )
        for extraction in found
    }
