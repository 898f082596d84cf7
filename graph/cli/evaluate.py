"""`diplograph evaluate`: a graph against gold statements."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, output, plain
from graph.evaluation import QUALIFIERS, GoldError, Scores, read_gold
from graph.evaluation import evaluate as score
from graph.evaluation.reviewed import reviewed
from graph.knowledge import KnowledgeGraph
from graph.storage.backend import StoreError
from ontology.vocabulary import relations


def evaluate(
    gold: Annotated[Path | None, typer.Argument(help="Gold statements as JSON lines; or --reviews.")] = None,
    store: Store = DEFAULT_STORE,
    lang: Lang = DEFAULT_LANG,
    reviews: Annotated[
        bool, typer.Option("--reviews", help="Precision by what reviewers said of the statements, with 95 % intervals.")
    ] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, what is wrong, and which qualifiers are.")
    ] = False,
) -> None:
    """Score a graph against gold statements: precision, recall and F1, by relation, and the accuracy of each qualifier.

    Example: diplograph evaluate gold.jsonl --store kg/ --errors

    Example: diplograph evaluate gold.jsonl --store kg/ --lang en

    Example: diplograph evaluate --reviews --store kg/
    """
    if bool(gold) == reviews:
        raise UserError("name either a gold file or --reviews")
    if gold is None:
        _by_reviewers(store, lang)
        return
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


def _by_reviewers(store: str, lang: str) -> None:
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            found = reviewed(graph.judgements())
    except StoreError as error:
        raise UserError(str(error)) from error
    known = relations()
    for title, rows in (("relation", found.relations), ("confidence", found.bands)):
        table = Table(show_edge=False, pad_edge=False, header_style="bold")
        table.add_column(title)
        for column in ("right", "judged", "precision", "95 %"):
            table.add_column(column, justify="right")
        for row in (found.whole, *rows):
            low, high = row.interval
            shown = known[row.what].label(lang) if row.what in known else row.what
            cells = (str(row.right), str(row.judged), f"{row.share:.3f}", f"{low:.2f}–{high:.2f}")
            table.add_row(plain(shown), *cells, style="bold" if row is found.whole else "")
        output().print(table)
        output().print()
    output().print(plain(f"{found.added} statements were missed and added"))


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
