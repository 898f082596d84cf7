"""`diplograph actors duplicates`: actors of a graph that are likely one, for a reviewer to decide."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, harmless, messages, output
from graph.evaluation.doubles import Double, doubles
from graph.knowledge import KnowledgeGraph
from graph.statements.described import Described, described
from graph.storage.backend import StoreError


def duplicates(
    store: Store = DEFAULT_STORE,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE.jsonl", help="Write them as judgements for diplograph review apply."),
    ] = None,
    lang: Lang = DEFAULT_LANG,
) -> None:
    """List actors that are likely one, with the reasons and sentences of both. Exit code 0: none, 1: some.

    The file of -o has a line of JSON a pair: take out the lines that are wrong, and hand it to diplograph review apply. Pairs that
    were judged before, the same or different, are not listed again.

    Example: diplograph actors duplicates --store kg/

    Example: diplograph actors duplicates --store kg/ -o same.jsonl

    Example: diplograph actors duplicates --store kg/ --lang en
    """
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            found = doubles(graph, graph.judgements())
            things = described(graph)
    except StoreError as error:
        raise UserError(str(error)) from error
    console = output()
    for double in found:
        console.print(
            Text(
                harmless(f"{_called(things, double.actor, lang)} = {_called(things, double.same, lang)}"), style="bold"
            ),
            soft_wrap=True,
        )
        for line in _told(double):
            console.print(Text(harmless(line)), soft_wrap=True)
    console.print(f"{len(found):,} pairs of actors that may be one")
    if out:
        try:
            out.write_text("".join(map(_line, found)), encoding="utf8", newline="")
        except OSError as error:
            raise UserError(f"{out}: cannot be written ({error.strerror})") from error
        messages().print(
            f"wrote {out}: take out what is wrong, then: diplograph review apply {out} --store {store}",
            markup=False,
            soft_wrap=True,
        )
    if found:
        raise typer.Exit(1)


def _called(things: dict[str, Described], iri: str, lang: str) -> str:
    thing = things[iri]
    return f"{thing.label(lang)} ({thing.id}{'' if thing.known else ', unlinked'})"


def _told(double: Double) -> list[str]:
    both = [f"  {mark} {sentence}" for mark, told in zip("<>", double.sentences, strict=True) for sentence in told]
    return [*(f"  {reason}" for reason in double.reasons), *both]


def _line(double: Double) -> str:
    record = {"actor": double.actor, "same": double.same, "why": "; ".join(double.reasons)}
    return json.dumps(record, ensure_ascii=False) + "\n"
