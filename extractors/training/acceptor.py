"""python -m extractors.training.acceptor ARTICLES GOLD [-o FILE] [--seed N] [--threshold P] [--cache FOLDER]: trains the acceptor of a language.

Both files are JSONL, `{"id", "date", "text"}` and gold statements as `diplograph evaluate` reads them. What it prints is measured
by cross-validation over articles, two of one story never apart, through the whole of `StatementBuilder`:
"union" are the rules with what the acceptor adds from a threshold on; "judged" leaves out what it doubts of the rules', too.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha1
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import minimize
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import extractors
from extractors.actors import mentions_at
from extractors.article import DEFAULT_LANGUAGE
from extractors.languages import language
from extractors.mention import Mention
from extractors.statement import Statement
from extractors.statements.acceptor import BITS, CROSSES, FILE, GROUP_OF, NAMES, Acceptor, buckets
from extractors.statements.builder import StatementBuilder
from extractors.statements.component import StatementComponent
from extractors.statements.judgement import Key, judged
from extractors.training.gold import Annotated, Said, Tally, names, read_annotated

# Inverse strength of the L2 penalty; a feature must occur in so many articles; steps of the optimiser.
PENALTY, ARTICLES, STEPS = 0.03, 5, 40
# What a candidate weighs whose triple is gold by another sentence, or optional: no clear example of either.
UNCLEAR = 0.3
FOLDS = 6
# Two articles that share more of their five-word sequences tell one story.
SAME_STORY = 0.2
CURVE = (50, 100)
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
# Accepts nothing: its candidates are wanted alone.
NOTHING = Acceptor(np.zeros(1 << BITS, np.float16), 0.0, 1.0, np.zeros(len(NAMES)), 1.0)

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]


@dataclass
class Example:
    """A parsed article with its gold, and its candidates: their buckets, whether they are gold, and what they weigh."""

    annotated: Annotated
    doc: Doc
    mentions: dict[int, Mention]
    candidates: npt.NDArray[np.int64]
    gold: Flags
    weights: Numbers

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """The five-word sequences of the text."""
        words = self.annotated.article.text.split()
        return frozenset(tuple(words[i : i + 5]) for i in range(len(words) - 4))


def parsed(nlp: Language, texts: Sequence[str], cache: Path | None) -> list[Doc]:
    """The texts as the trained components of a pipeline parse them, from the cache where these have parsed them before."""
    ours = [name for name in nlp.pipe_names if name in ("actors", "statements")]
    digest = sha1("\0".join(texts).encode(), usedforsecurity=False)
    for name, component in nlp.pipeline:
        if name not in ours and hasattr(component, "to_bytes"):
            digest.update(component.to_bytes())
    file = cache / f"parses-{digest.hexdigest()[:12]}.spacy" if cache else None
    if file and file.is_file():
        return list(DocBin().from_disk(file).get_docs(nlp.vocab))
    with nlp.select_pipes(disable=ours):
        docs = list(nlp.pipe(texts, batch_size=32))
    if file:
        attributes = "LEMMA POS TAG MORPH HEAD DEP ENT_IOB ENT_TYPE SENT_START".split()
        file.parent.mkdir(parents=True, exist_ok=True)
        DocBin(attrs=attributes, docs=docs).to_disk(file)
    return docs


class Examples:
    """Makes examples of annotated articles, and statements of examples."""

    def __init__(self, nlp: Language) -> None:
        """`nlp` is a pipeline with our components."""
        self.actors: Callable[[Doc], Doc] = nlp.get_pipe("actors")
        component = nlp.get_pipe("statements")
        assert isinstance(component, StatementComponent)
        self.builder: StatementBuilder = component.builder

    def make(self, annotated: Annotated, doc: Doc) -> Example:
        """The example of an article and its parse."""
        doc._.article, doc._.date = annotated.article, annotated.article.date
        mentions = mentions_at(self.actors(doc))
        finders, builder = self.builder.finders(doc, mentions), self.builder
        found = judged(doc, mentions, *finders, builder.pairing, builder.relation, NOTHING)
        known: dict[Key, list[Said]] = {}
        gold, weights = [], []
        for candidate, key in zip(found.candidates, found.keyed, strict=True):
            if key not in known:
                said = Said(names(candidate.subject.actor), key[2], names(candidate.object.actor))
                known[key] = [one for one in annotated.gold if one.fits(said)]
            here = candidate.word.token.sent
            told = any(g.begin < here.end_char and here.start_char < g.end for g in known[key] if not g.optional)
            gold.append(bool(known[key]))
            weights.append(1.0 if told or not gold[-1] else UNCLEAR)
        return Example(annotated, doc, mentions, buckets(found.columns), np.array(gold, bool), np.array(weights, float))

    def statements(self, example: Example, acceptor: Acceptor | None) -> list[Statement]:
        """What the builder makes of an example with an acceptor, offices left out."""
        self.builder.acceptor = acceptor
        found = self.builder.build(example.doc, example.annotated.article, example.mentions)
        return [statement for statement in found if statement.relation != "represents"]


# Fitting -----------------------------------------------------------------------------------------------------------------


def fitted(examples: Sequence[Example], threshold: float = 0.0, others: float = 1.0) -> Acceptor:
    """An acceptor of examples: logistic regression with an L2 penalty, over the features that occur in some articles."""
    rows = np.concatenate([example.candidates for example in examples])
    gold = np.concatenate([example.gold for example in examples])
    weights = np.concatenate([example.weights for example in examples])
    articles = np.zeros(1 << BITS, dtype=np.int64)
    for example in examples:
        articles[np.unique(example.candidates)] += 1
    (kept,) = np.nonzero(articles >= ARTICLES)
    number = np.full(1 << BITS, -1, dtype=np.int64)
    number[kept] = np.arange(len(kept))
    numbered = number[rows]
    there = numbered >= 0
    ends = np.concatenate(([0], np.cumsum(there.sum(axis=1))))
    matrix = sparse.csr_matrix((np.ones(ends[-1]), numbered[there], ends), shape=(len(rows), len(kept)))
    values, bias = _minimised(matrix, np.where(gold, 1.0, -1.0), weights)
    table = np.zeros(1 << BITS, dtype=np.float16)
    table[kept] = values
    means = np.bincount(GROUP_OF, table[rows].astype(np.float64).mean(axis=0), len(NAMES))
    return Acceptor(table, bias, threshold, means, others)


def _minimised(matrix: Any, signs: Numbers, weights: Numbers) -> tuple[Numbers, float]:
    """The weights and bias of least penalised loss."""
    transposed = matrix.T.tocsr()

    def loss(values: Numbers) -> tuple[float, Numbers]:
        margins = signs * (matrix @ values[:-1] + values[-1])
        slopes = -signs * weights / (1.0 + np.exp(margins))
        penalty = values[:-1] @ values[:-1] / (2 * PENALTY)
        gradient = np.append(transposed @ slopes + values[:-1] / PENALTY, slopes.sum())
        return float(weights @ np.logaddexp(0.0, -margins) + penalty), gradient

    found = minimize(
        loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "maxcor": 8}
    )
    return found.x[:-1], float(found.x[-1])


# Measuring ---------------------------------------------------------------------------------------------------------------


def folds(examples: Sequence[Example], seed: int) -> list[int]:
    """The fold of each example by chance; articles of one story are in one fold."""
    story = list(range(len(examples)))
    for i, example in enumerate(examples):
        for j in range(i):
            shared = len(example.shingles & examples[j].shingles)
            if shared > SAME_STORY * min(len(example.shingles), len(examples[j].shingles)):
                story[i] = story[j]
                break
    order = np.random.default_rng(seed).permutation(len(examples)).tolist()
    return [order[first] % FOLDS for first in story]


@dataclass
class Measured:
    """What cross-validation found: each article's statements by acceptors that never saw it, with their confidence."""

    examples: Sequence[Example]
    statements: list[list[Statement]]

    def rates(self, kept: Callable[[Statement], bool]) -> tuple[float, float, float]:
        """Precision, recall and F1 of the statements that are kept."""
        tally = Tally()
        for example, found in zip(self.examples, self.statements, strict=True):
            tally.add(example.annotated.gold, [_said(statement) for statement in found if kept(statement)])
        return tally.rates

    def sure(self, kept: Callable[[Statement], bool]) -> tuple[Numbers, Flags]:
        """Confidence of the kept statements, and whether they are gold, required or optional."""
        pairs = [
            (statement.confidence, any(gold.fits(_said(statement)) for gold in example.annotated.gold))
            for example, found in zip(self.examples, self.statements, strict=True)
            for statement in found
            if kept(statement)
        ]
        return np.array([sure for sure, _ in pairs]), np.array([right for _, right in pairs], bool)


def _said(statement: Statement) -> Said:
    return Said(names(statement.subject), statement.relation, names(statement.object))


def learned(statement: Statement) -> bool:
    """Whether the acceptor added it."""
    return statement.rule.startswith("learned ")


def cross_validated(maker: Examples, examples: Sequence[Example], seed: int, size: int | None = None) -> Measured:
    """Every article by an acceptor of the other folds, of at most `size` of their articles; all candidates are added."""
    fold = folds(examples, seed)
    statements: list[list[Statement]] = [[] for _ in examples]
    for held in range(FOLDS):
        others = [example for example, place in zip(examples, fold, strict=True) if place != held]
        chosen = np.random.default_rng(seed).permutation(len(others))[:size]
        acceptor = fitted([others[i] for i in chosen.tolist()], threshold=THRESHOLDS[0])
        for i in (i for i, place in enumerate(fold) if place == held):
            statements[i] = maker.statements(examples[i], acceptor)
    return Measured(examples, statements)
