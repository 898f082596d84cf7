"""`diplograph evaluate`: a graph against gold statements."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, output, plain
from graph.evaluation import GROUPS, QUALIFIERS, GoldError, Scores, read_gold
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
        bool,
        typer.Option(
            "--errors", help="List what was missed, what is wrong and which qualifiers are, by kind of error."
        ),
    ] = False,
) -> None:
    """Score a graph against gold statements: precision, recall and F1, by relation, and the accuracy of each qualifier.

    Events (all relations but represents) and offices are told apart; the interval is that of F1 over 95 of 100 resamples of the
    articles. A missed statement has an actor that the article's mentions lack (actor not found), or the graph says it turned round,
    says another relation of the two, says it of another actor, or says nothing like it; so has a wrong one, beside the gold.

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
            wanted = read_gold(gold, lang)
            if wanted and not set(wanted) & set(graph.articles()):
                raise UserError(f"none of the {len(wanted)} articles of {gold} is in {store}; build them first")
            scores = score(graph, wanted, lang)
    except (StoreError, GoldError) as error:
        raise UserError(str(error)) from error
    _show(scores, lang)
    if errors:
        _show_errors(scores)


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
    for column in ("right", "wrong", "missed", "precision", "recall", "F1", "interval"):
        table.add_column(column, justify="right")
    known = relations()
    for group in GROUPS:
        members = scores.members(group)
        if members:
            low, high = scores.interval(*members)
            table.add_row(group, *_row(scores, *members), f"{low:.3f}–{high:.3f}", style="bold")
    for relation in scores.relations:
        shown = known[relation].label(lang) if relation in known else relation
        table.add_row(plain(shown), *_row(scores, relation), "")
    console = output()
    console.print(table)
    qualifiers = "  ".join(f"{name} {scores.qualifier(name):.2f}" for name in QUALIFIERS)
    console.print(plain(f"\nqualifiers of the right ones: {qualifiers}"))
    console.print("how sure, and how many of these are right:")
    for tenth in range(10):
        share, number = scores.sure(tenth / 10, (tenth + 1) / 10 if tenth < 9 else 2.0)
        if number:
            console.print(plain(f"  {tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: {share:.2f} of {number}"))


def _row(scores: Scores, *relations: str) -> list[str]:
    return [*map(str, scores.counts(*relations)), *(f"{rate:.3f}" for rate in scores.rates(*relations))]


def _show_errors(scores: Scores) -> None:
    console = output()
    kinds = Counter((fault.error, fault.kind) for fault in scores.errors if fault.kind != "qualifier")
    console.print(plain("\nerrors by kind: " + "; ".join(f"{e}, {k}: {n}" for (e, k), n in sorted(kinds.items()))))
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for column in ("error", "kind", "article", "statement"):
        table.add_column(column, overflow="fold")
    for fault in sorted(scores.errors):
        table.add_row(fault.error, fault.kind, plain(fault.article), plain(fault.shown))
    console.print(table)
