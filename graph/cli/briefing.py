"""`diplograph report`: what happened, by date, as a text that can be cited."""

import re
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.filters import MinConfidence, Since, Until
from graph.cli.terminal import DEFAULT_LANG, DEFAULT_STORE, Lang, Store, UserError, harmless, messages
from graph.exports.dossiers import Dossier, dossier, write
from graph.exports.dossiers.words import WORDS
from graph.knowledge import KnowledgeGraph
from graph.statements.selection import SURE, Selection, SelectionError, actor_named
from graph.storage.backend import StoreError
from ontology.errors import RequestError

PERIOD = re.compile(r"(?P<since>\d{4}(?:-\d{2}){0,2})(?:(?:\.\.|–)(?P<until>\d{4}(?:-\d{2}){0,2}))?")


def report(
    about: Annotated[
        list[str],
        typer.Argument(
            metavar="ACTOR [ACTOR] [PERIOD]",
            help="One actor or two, by name or id, and a period: 2025, 2025-09, 2025-01..2025-06.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write: .docx, .md or .html.")] = Path(
        "report.md"
    ),
    store: Store = DEFAULT_STORE,
    since: Since = "",
    until: Until = "",
    min_confidence: MinConfidence = SURE,
    level: Annotated[
        str, typer.Option(metavar="state|actor", help="Count persons for their states, or for themselves.")
    ] = "",
    lang: Lang = DEFAULT_LANG,
) -> None:
    """Write what happened between two actors, with one, or in a period: by date, each sentence with outlet, day and link.

    Between states, persons count for whom they represent; a person alone is taken for himself.

    Example: diplograph report Frankreich Ukraine --store kg/ -o report.docx

    Example: diplograph report Macron 2025-09 --store kg/ -o macron.md

    Example: diplograph report 2025-01..2025-06 --store kg/ -o halbjahr.html --lang en
    """
    names, period = _parted(about)
    if period and (since or until):
        raise UserError("give the period as a word or as --since and --until, not both")
    since, until = period or (since, until)
    try:
        with KnowledgeGraph(store, read_only=True) as graph:
            found = _made(graph, names, Selection(since, until, min_confidence=min_confidence), level, lang)
            written = write(found, out)
    except (StoreError, SelectionError, RequestError) as error:
        raise UserError(str(error)) from error
    for path in written:
        messages().print(f"wrote {harmless(str(path))} ({path.stat().st_size:,} bytes)", markup=False)


def _parted(about: list[str]) -> tuple[list[str], tuple[str, str] | None]:
    """The actors' names, and the period. Raises `UserError` for more than two and one."""
    periods = [match for word in about if (match := PERIOD.fullmatch(word))]
    names = [word for word in about if not PERIOD.fullmatch(word)]
    if len(names) > 2 or len(periods) > 1:
        raise UserError("a report is about one actor or two, and one period; put names of several words in quotes")
    found = (periods[0]["since"], periods[0]["until"] or periods[0]["since"]) if periods else None
    return names, found


def _made(graph: KnowledgeGraph, names: list[str], selection: Selection, level: str, lang: str) -> Dossier:
    actors = [actor_named(graph, name) for name in names]
    people = graph.network(selection, lang=lang)
    if level not in ("", "state", "actor"):
        raise UserError(f"no level {level!r}; there are state and actor")
    persons = any(actor in people and people.nodes[actor]["kind"] == "Person" for actor in actors)
    network = (
        people
        if (level or ("actor" if persons else "state")) == "actor"
        else graph.network(selection, level="state", lang=lang)
    )
    for name, actor in zip(names, actors, strict=True):
        if actor not in network:
            raise UserError(
                f"no statement about {name} in this selection; --min-confidence and the period narrow it", 1
            )
    words = WORDS[lang]
    labels = [network.nodes[actor]["label"] for actor in actors]
    title = words[("period", "alone", "between")[len(labels)]].format(*labels)
    if selection.since or selection.until:
        ends = dict.fromkeys((selection.since or "…", selection.until or "…"))
        title += words["span"].format("–".join(ends))
    found = dossier(network, people, title, lang, actors)
    if not found.days:
        raise UserError(f"no statement on: {title}", 1)
    return found
