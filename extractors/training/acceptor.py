"""Trains the acceptor of a language on annotated articles and says what it is worth; one core takes two minutes.

python -m extractors.training.acceptor ARTICLES GOLD [-o FILE] [--threshold P] [--seed N] [--cache FOLDER] [--lang CODE]

Both files are JSONL, as `extractors.training.gold` reads them; several of each are parted by commas. FILE is the language's own
by default; train again whenever parser, lexicon or rules have changed. The figures are of cross-validation, see `crossvalidation`.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

import extractors
from extractors.article import DEFAULT_LANGUAGE
from extractors.statement import Statement
from extractors.statements.acceptor import BITS, FILE, GROUP_OF, NAMES, Acceptor
from extractors.training.crossvalidation import (
    Measured,
    auc,
    bins,
    calibration_error,
    cross_validated,
    either,
    given,
    learned,
)
from extractors.training.examples import Example, Examples, Numbers, parsed
from extractors.training.gold import read_annotated

# Inverse strength of the L2 penalty; a feature must occur in so many articles; steps of the optimiser.
PENALTY, ARTICLES, STEPS = 0.03, 5, 40
THRESHOLD = 0.45
CURVE = (50, 100)
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)


def fitted(examples: Sequence[Example], threshold: float = THRESHOLDS[0], others: float = 1.0) -> Acceptor:
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
    means = np.zeros(len(NAMES))
    np.add.at(means, GROUP_OF, table[rows].astype(np.float64).mean(axis=0))
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


# What it is worth --------------------------------------------------------------------------------------------------------


def report(measured: Measured, priors: Measured) -> Iterator[str]:
    """The figures of a cross-validation in words; `priors` has the rules' statements with their products of priors."""
    yield f"rules alone: {_rates(measured, 1.1, 0)}"
    yield "threshold: union P R F1, judged P R F1, added (right)"
    for threshold in THRESHOLDS:
        _, right = measured.sure(lambda s, least=threshold: learned(s) and s.confidence >= least)  # type: ignore[misc]
        union, judged = _rates(measured, threshold, 0), _rates(measured, threshold, threshold)
        yield f"  {threshold:.2f}: {union}, {judged}, {len(right)} ({right.mean():.2f})"
    groups: tuple[tuple[str, Measured, Callable[[Statement], bool]], ...] = (
        ("the rules' statements by the acceptor", measured, given),
        ("the rules' statements by priors", priors, either),
        (f"what the acceptor adds from {THRESHOLDS[0]} on", measured, learned),
        ("all", measured, either),
    )
    for name, found, kept in groups:
        sure, right = found.sure(kept)
        yield f"{name}: AUC {auc(sure, right):.3f}, ECE {calibration_error(sure, right):.3f}"
        yield "  " + "  ".join(f"{mean:.2f} {share:.2f} {number}" for mean, share, number in bins(sure, right))


def _rates(measured: Measured, added: float, kept: float) -> str:
    """Precision, recall and F1 of what is added from a threshold on and kept of the rules from another."""
    found = measured.rates(lambda s: s.confidence >= (added if learned(s) else kept))
    return " ".join(f"{rate:.3f}" for rate in found)


def calibration(examples: Sequence[Example], rules: Measured) -> float:
    """What calibrates the product of priors of the rules' statements that have no candidate."""
    right = total = 0.0
    for example, found in zip(examples, rules.statements, strict=True):
        for statement in found:
            if not example.has(statement):
                total += statement.confidence
                right += example.is_gold(statement)
    return min(1.0, right / total) if total else 1.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles")
    parser.add_argument("gold")
    parser.add_argument("-o", "--out", type=Path)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--lang", default=DEFAULT_LANGUAGE)
    options = parser.parse_args(arguments)
    nlp = extractors.load(options.lang)
    annotated = [
        one
        for articles, gold in zip(options.articles.split(","), options.gold.split(","), strict=True)
        for one in read_annotated(Path(articles), Path(gold))
    ]
    maker = Examples(nlp)
    docs = parsed(nlp, [one.article.text for one in annotated], options.cache)
    examples = [maker.make(one, doc) for one, doc in zip(annotated, docs, strict=True)]
    rules = Measured(examples, [maker.statements(example, None) for example in examples])
    candidates = sum(len(example.gold) for example in examples)
    print(
        f"{len(examples)} articles, {candidates} candidates, {np.mean([e.gold.sum() / max(1, len(e.gold)) for e in examples]):.3f} gold"
    )
    for size in (*CURVE, None):
        measured = cross_validated(maker, examples, fitted, options.seed, size)
        best = max((measured.rates(lambda s, t=t: not learned(s) or s.confidence >= t)[2], t) for t in THRESHOLDS)
        at = _rates(measured, options.threshold, 0)
        print(
            f"trained on {size or 'all'} of the other articles: union at {options.threshold} {at}; best F1 {best[0]:.3f} at {best[1]}"
        )
    print("\n".join(report(measured, rules)))
    acceptor = fitted(examples, options.threshold, calibration(examples, rules))
    out = options.out or Path(extractors.__file__).parent / "languages" / options.lang / FILE
    acceptor.write(out)
    weights = int(np.count_nonzero(acceptor.table))
    print(
        f"{out}: {weights} weights, {out.stat().st_size} bytes; factor of statements without candidate {acceptor.others:.3f}"
    )


if __name__ == "__main__":
    main()
