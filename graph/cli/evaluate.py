"""`diplograph evaluate`: a graph against gold statements."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, output, plain
from graph.evaluation import QUALIFIERS, GoldError, Scores, read_gold
from graph.evaluation import evaluate as score
from graph.knowledge import KnowledgeGraph
from graph.storage.backend import StoreError
from ontology.vocabulary import relations


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold statements as JSON lines.")],
    store: Store = DEFAULT_STORE,
    lang: Lang = DEFAULT_LANG,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, what is wrong, and which qualifiers are.")
    ] = False,
) -> None:
    """Score a graph against gold statements: precision, recall and F1, by relation, and the accuracy of each qualifier.

    Example: diplograph evaluate gold.jsonl --store kg/ --errors

    Example: diplograph evaluate gold.jsonl --store kg/ --lang en
    """
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            scores = score(graph, read_gold(gold, lang), lang)
    except (StoreError, GoldError) as error:
        raise UserError(str(error)) from error
    _show(scores, lang)
    if errors:
        table = Table(show_edge=False, pad_edge=False, header_style="bold")
        for column in ("error", "article", "statement"):
            table.add_column(column, overflow="fold")
        for kind, article, shown in sorted(scores.errors):
            table.add_row(kind, plain(article), plain(shown))
        output().print(table)


def _show(scores: Scores, lang: str) -> None:
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    table.add_column("relation")
    for column in ("right", "wrong", "missed", "precision", "recall", "F1"):
        table.add_column(column, justify="right")
    known = relations()
    named = sorted({*scores.right, *scores.wrong, *scores.missed})
    for relation in (None, *named):
        counts = [c[relation] if relation else c.total() for c in (scores.right, scores.wrong, scores.missed)]
        rates = [f"{rate:.3f}" for rate in scores.rates(relation)]
        shown = known[relation].label(lang) if relation and relation in known else relation
        table.add_row(plain(shown or "all"), *map(str, counts), *rates, style="bold" if relation is None else "")
    console = output()
    console.print(table)
    qualifiers = "  ".join(f"{name} {scores.qualifier(name):.2f}" for name in QUALIFIERS)
    console.print(plain(f"\nqualifiers of the right ones: {qualifiers}"))
    console.print(plain(f"right among those at least 0.8 sure: {scores.sure(0.8):.2f}"))
