"""Trains the acceptor of a language on annotated articles and says what it is worth; one core takes two minutes.

python -m extractors.training.acceptor ARTICLES GOLD [-o FILE] [--threshold P] [--seed N] [--cache FOLDER] [--lang CODE]

Both files are JSONL, as `extractors.training.gold` reads them; several of each are parted by commas. The lexicon's own sentences are
learnt from too. FILE is the language's own
by default; train again whenever parser, lexicon or rules have changed. The figures are of cross-validation, see `crossvalidation`.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
    Kept,
    Measured,
    auc,
    bins,
    calibration_error,
    cross_validated,
    either,
    given,
    learned,
)
from extractors.training.examples import Example, Examples, Flags, Numbers, parsed
from extractors.training.gold import read_annotated

# Inverse strength of the L2 penalty; a feature must occur in so many articles; steps of the optimiser.
PENALTY, ARTICLES, STEPS = 0.03, 5, 40
# Added is what lifts F1 at three of four right (0.74 cross-validated); what a rule gave is left out where it is far more likely wrong.
THRESHOLD, LEAST = 0.6, 0.35
CURVE = (50, 100)
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)


def fitted(examples: Sequence[Example]) -> Acceptor:
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
    return Acceptor(table, bias, THRESHOLDS[0], means)


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


def report(measured: Measured, rules: Measured, acceptor: Acceptor) -> Iterator[str]:
    """The figures of a cross-validation in words; `rules` has the rules' statements alone, with their products of priors."""
    yield f"rules alone: {_rates(measured, 1.1, 0)}"
    yield "threshold: P R F1 of the union, of what is judged so sure, by calibrated confidence; added (right)"
    final = Measured(measured.examples, [*_finally(measured, acceptor)])
    for threshold in THRESHOLDS:
        _, right = measured.sure(lambda e, s, least=threshold: learned(e, s) and s.confidence >= least)  # type: ignore[misc]
        rates = (
            _rates(measured, threshold, 0),
            _rates(measured, threshold, threshold),
            _rates(final, threshold, threshold),
        )
        yield f"  {threshold:.2f}: {', '.join(rates)}; {len(right)} ({right.sum() / max(1, len(right)):.2f})"
    groups: tuple[tuple[str, Measured, Kept], ...] = (
        ("the rules' statements by priors", rules, either),
        ("the rules' statements by the acceptor", measured, given),
        ("the same, calibrated", final, given),
        (f"what the acceptor adds from {THRESHOLDS[0]} on", measured, learned),
    )
    for name, found, kept in groups:
        yield from _calibrated(name, *found.sure(kept))


def _finally(measured: Measured, acceptor: Acceptor) -> Iterator[list[Statement]]:
    """The statements with the confidence that they get in the end."""
    for example, found in zip(measured.examples, measured.statements, strict=True):
        yield [
            statement
            if learned(example, statement)
            else replace(statement, confidence=acceptor.calibrated(statement.confidence))
            if example.has(statement)
            else replace(statement, confidence=statement.confidence * acceptor.others)
            for statement in found
        ]


def _calibrated(name: str, sure: Numbers, right: Flags) -> Iterator[str]:
    yield f"{name}: AUC {auc(sure, right):.3f}, ECE {calibration_error(sure, right):.3f}; confidence, right, number"
    yield "  " + "  ".join(f"{mean:.2f} {share:.2f} {number}" for mean, share, number in bins(sure, right))


def _rates(measured: Measured, added: float, kept: float) -> str:
    """Precision, recall and F1 of what is added from a threshold on and kept of the rules from another."""
    found = measured.rates(lambda e, s: s.confidence >= (added if learned(e, s) else kept))
    return " ".join(f"{rate:.3f}" for rate in found)


# Calibration -------------------------------------------------------------------------------------------------------------


def platt(measured: Measured) -> tuple[float, float]:
    """Slope and shift of the log odds that make the acceptor's probability one of what a rule gave (Platt 1999)."""
    sure, right = measured.sure(lambda example, statement: given(example, statement) and example.has(statement))
    odds = np.log(np.clip(sure, 1e-3, 1 - 1e-3) / (1 - np.clip(sure, 1e-3, 1 - 1e-3)))
    signs = np.where(right, 1.0, -1.0)
    found = minimize(lambda x: np.logaddexp(0.0, -signs * (x[0] * odds + x[1])).sum(), np.array([1.0, 0.0]))
    return float(found.x[0]), float(found.x[1])


def factor(rules: Measured) -> float:
    """What calibrates the product of priors of the rules' statements that have no candidate."""
    sure, right = rules.sure(lambda example, statement: not example.has(statement))
    return min(1.0, float(right.sum() / sure.sum())) if len(sure) else 1.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, measure and write."""
    options = _options(arguments)
    nlp = extractors.load(options.lang)
    annotated = [one for pair in zip(options.articles, options.gold, strict=True) for one in read_annotated(*pair)]
    maker = Examples(nlp)
    docs = parsed(nlp, [one.article.text for one in annotated], options.cache)
    examples = [maker.make(one, doc) for one, doc in zip(annotated, docs, strict=True)]
    taught = maker.taught(nlp, options.lang, options.cache)

    def fit(chosen: Sequence[Example]) -> Acceptor:
        return fitted([*chosen, *taught])

    for name, some in (("articles", examples), ("sentences of the lexicon", taught)):
        print(f"{len(some)} {name}, {sum(len(example.gold) for example in some)} candidates")
    for size in (*CURVE, None):
        measured = cross_validated(maker, examples, fit, options.seed, size)
        at = ", ".join(f"{least} {_rates(measured, least, 0)}" for least in (0.3, options.threshold))
        print(f"trained on {size or 'all'} of the other articles: union at {at}")
    rules = Measured(examples, [maker.statements(example, None) for example in examples])
    slope, shift = platt(measured)
    settings = {"threshold": options.threshold, "least": LEAST, "others": factor(rules)}
    acceptor = replace(fit(examples), slope=slope, shift=shift, **settings)
    print(*report(measured, rules, acceptor), sep="\n")
    out = options.out or Path(extractors.__file__).parent / "languages" / options.lang / FILE
    acceptor.write(out)
    print(f"{out}: {np.count_nonzero(acceptor.table)} weights, {out.stat().st_size} bytes;")
    print(f"  calibration {slope:.3f} {shift:.3f}, statements without candidate {acceptor.others:.3f}")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("articles", "gold"):
        parser.add_argument(name, type=lambda text: [Path(part) for part in text.split(",")])
    parser.add_argument("-o", "--out", type=Path)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--lang", default=DEFAULT_LANGUAGE)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
