"""What each question of `diplograph analyze` computes: tables, remarks and a picture."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

from graph.analysis import brokers, contested, coverage, frustration, measures, reciprocity, triads
from graph.analysis.coverage import articles
from graph.analysis.plots import plot_matrix
from graph.cli.compare import compare
from graph.cli.report import Question, Report, count
from graph.cli.standing import changes, coalitions, pairwise, tied
from ontology.vocabulary import relations

TRIANGLES = 10


def overview(question: Question) -> Report:
    """The actors of most acts."""
    frame = measures(question.network())
    whole = reciprocity(question.network())
    remarks = [f"betweenness: {frame.attrs['betweenness']}"]
    if whole is not None:
        remarks.append(f"reciprocity of the whole: {whole:.2f}")
    columns = {"actors": "label friends opponents aligned conflict contacts initiative betweenness"}
    groups = [camp.members for camp in question.camps().camps]
    return Report({"actors": frame}, remarks, lambda: plot_matrix(question.signed(), groups), columns)


def _brokers(question: Question) -> Report:
    """Who stands with members of several camps."""
    network = question.network()
    frame = brokers(network, question.camps(network))
    columns = {"brokers": "label camp across articles participation mediations"}
    return Report({"brokers": frame}, [f"betweenness: {frame.attrs['betweenness']}"], columns=columns)


def _balance(question: Question) -> Report:
    """Whether friends of friends are friends."""
    import pandas as pd

    signed = question.signed()
    found, split = triads(signed, listed=TRIANGLES), frustration(signed)
    label = signed.nodes(data="label")
    triangles = pd.DataFrame(
        [
            (
                " – ".join(label[actor] for actor in one.actors),
                ", ".join(
                    f"{weight:+.1f}"[0] + _counted(signed.edges[ends])
                    for weight, ends in zip(one.weights, combinations(one.actors, 2), strict=True)
                ),
                "\n".join(question.evidence(statements[0]) for statements in one.statements if statements),
            )
            for one in found.unbalanced
        ],
        columns=["unbalanced triangle", "kinds", "sentences"],
    )
    census = pd.DataFrame([{"triangles": kind, "count": count} for kind, count in found.census.items()])
    broken = pd.DataFrame(
        [(label[a], label[b], signed.edges[a, b]["weight"]) for a, b in split.broken],
        columns=["first", "second", "weight"],
    )
    share = f"{found.balance:.0%} of triangles are balanced" if found.balance is not None else "there is no triangle"
    how = "no split breaks less" if split.exact else "another split may break less"
    remarks = [share, f"the best split in two breaks {split.index:g} ({split.share:.1%} of all weight; {how})"]
    # Actors without a sure tie are in the first half by convention and say nothing about it.
    sided = {end for *ends, weight in signed.edges(data="weight") if weight for end in ends}
    for number, half in enumerate(split.halves, 1):
        remarks.append(f"half {number}: {', '.join(label[actor] for actor in half if actor in sided) or 'nobody'}")
    tables = {"unbalanced triangles": triangles, "census": census, "ties that the split breaks": broken}
    return Report(tables, remarks, lambda: plot_matrix(signed, split.halves))


def _counted(tie: dict[str, Any]) -> str:
    return f" {count(tie['aligned'])}:{count(tie['conflict'])}"


def _contested(question: Question) -> Report:
    """What one says and another denies."""
    import pandas as pd

    known = relations()
    frame = contested(question.network(question.level or "actor"))
    shown = pd.DataFrame(
        [
            (
                f"{row['subject_label']} {known[row['relation']].label(question.lang)} {row['object_label']}",
                *(_side(row, side) for side in ("affirmed", "denied")),
            )
            for row in frame.to_dict("records")
        ],
        columns=["fact", "affirmed", "denied"],
    )
    remarks = [] if len(frame) else ["nothing is contested"]
    return Report({"contested": frame}, remarks, shown={"contested": shown})


def _side(row: dict[str, Any], side: str) -> str:
    who = row[f"{side}_by"] or row[f"{side}_article"]
    return f"{who}, {row[f'{side}_date'] or 'undated'}:\n{row[f'{side}_evidence']}"


def _coverage(question: Question) -> Report:
    """What the corpus covers."""
    network = question.network(question.level or "actor")
    found = coverage(network, articles(question.graph))
    tables = {"months": found.months, "outlets": found.outlets, "languages": found.languages, "seen once": found.once}
    return Report(tables, [f"{len(found.once)} of {network.number_of_nodes()} actors are in one statement alone"])


QUESTIONS: dict[str, Callable[[Question], Report]] = {
    "overview": overview,
    "ties": tied,
    "coalitions": coalitions,
    "brokers": _brokers,
    "balance": _balance,
    "pair": pairwise,
    "changes": changes,
    "compare": compare,
    "contested": _contested,
    "coverage": _coverage,
}
