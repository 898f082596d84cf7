"""The spaCy pipeline of a language: the embedded one or a user's own, with actors and statements as its last components."""

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import NumpyOps

from extractors.article import DEFAULT_LANGUAGE
from ontology.errors import InputError

# Labels that only TIGER-trained pipelines have (de_core_news_*): our rules read Universal Dependencies.
TIGER = frozenset(("sb", "oa", "da", "mo", "nk", "svp"))


class PipelineError(InputError):
    """A pipeline that cannot be used; the message says which, why, and the way out."""


def load(
    lang: str = DEFAULT_LANGUAGE,
    pipeline: str | Path | None = None,
    actors: str | Path | None = None,
    lexicon: str | Path | None = None,
) -> Language:
    """A spaCy `Language` whose docs carry `doc._.mentions` and `doc._.statements`.

    `pipeline` is the name or path of any spaCy pipeline with Universal Dependencies labels; without it the embedded one of the
    language is loaded. `actors` is a user's own file of offices (`ontology.whoswho.own`), `lexicon` one of further predicates
    (`extractors.lexicon`). Raises `PipelineError` where there is no pipeline, or where its labels are of another scheme, and
    `OwnActorsError` or `LexiconError` for a file that cannot be used.
    """
    paths = (str(path) if path else None for path in (pipeline, actors, lexicon))
    return _load(lang, *paths)


@cache
def _load(lang: str, pipeline: str | None, own: str | None, lexicon: str | None) -> Language:
    import extractors.components  # noqa: F401  registers the factories that the pipelines name

    nlp = _custom(pipeline) if pipeline else _embedded(lang)
    fast_products(nlp)
    labels = set(nlp.pipe_labels.get("parser", ()))
    if labels & TIGER and "nsubj" not in labels:
        raise PipelineError(
            f"pipeline {pipeline!r} has TIGER labels ({', '.join(sorted(labels & TIGER)[:3])} …); diplograph reads Universal Dependencies."
            " Use the embedded pipeline, or one trained on UD, such as those that spacy-stanza or spacy-udpipe make."
        )
    if "paragraphs" not in nlp.pipe_names:
        nlp.add_pipe("paragraphs", first=True)
    if "lemmas" not in nlp.pipe_names:
        # Last of what the trained components say: particles and entities need the parse and the tags.
        nlp.add_pipe("lemmas")
    if "word_order" not in nlp.pipe_names:
        nlp.add_pipe("word_order")
    if "adjectives" not in nlp.pipe_names:
        nlp.add_pipe("adjectives")
    if "actors" not in nlp.pipe_names:
        nlp.add_pipe("actors", config={"own": own})
    if "statements" not in nlp.pipe_names:
        nlp.add_pipe("statements", config={"own": lexicon})
    return nlp


def fast_products(nlp: Language) -> None:
    """Let the models multiply by numpy's own BLAS (OpenBLAS, Accelerate) and not by the BLIS that thinc brings: 1.6 times as fast.

    Models on a GPU or with Apple's operations stay as they are.
    """
    fast = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for node in model.walk() if model else ():
            if type(node.ops) is NumpyOps:
                node.ops = fast


def _embedded(lang: str) -> Language:
    place = files("extractors").joinpath("pipelines", lang)
    if not place.joinpath("config.cfg").is_file():
        raise PipelineError(f"no embedded pipeline for language {lang!r}; name one with --pipeline")
    with as_file(place) as path:
        return spacy.load(path)


def _custom(name: str) -> Language:
    try:
        return spacy.load(name)
    except OSError as error:
        raise PipelineError(
            f"no spaCy pipeline {name!r}: give the name of an installed one or the path of its folder"
        ) from error
    except (ImportError, ValueError) as error:
        raise PipelineError(f"pipeline {name!r} cannot be loaded: {str(error).splitlines()[0]}") from error
