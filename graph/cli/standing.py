"""`diplograph analyze` on who stands with whom: ties, coalitions, a pair, changes, and two periods or outlets side by side."""

from typing import Any

import networkx as nx

from graph.analysis import Camp, Camps, Pair, Tie, moves, pair, windows
from graph.analysis.camps import listed, name
from graph.analysis.history import history
from graph.analysis.movers import moves_frame
from graph.analysis.pair import SERIES
from graph.analysis.plots import plot_flow, plot_matrix, plot_pair
from graph.analysis.ties import strongest
from graph.cli.report import Question, Report, count
from graph.cli.terminal import UserError
from graph.statements.selection import actor_named

TIE = "a_label b_label kind aligned conflict contacts articles"
BETWEEN = "between camps"


def tied(question: Question) -> Report:
    """Every tie."""
    import pandas as pd

    network = question.network()
    found = strongest(question.ties())
    label = network.nodes(data="label")
    rows = [
        (tie.first, label[tie.first], tie.second, label[tie.second], question.kind(tie.kind), *_counts(tie).values(), round(tie.sure, 4))
        for tie in found
    ]  # fmt: skip
    columns = "a a_label b b_label kind aligned conflict contacts articles sure".split()
    kinds = pd.Series([question.kind(tie.kind) for tie in found], dtype=object).value_counts()
    remarks = [", ".join(f"{number} {kind}" for kind, number in kinds.items()) or "no act between two actors"]
    records = [
        {
            "a": question.end(network, tie.first), "b": question.end(network, tie.second), **_counts(tie), "kind": str(tie.kind),
            "sure": round(tie.sure, 4), "statements": list(tie.statements),
        }
        for tie in found
    ]  # fmt: skip
    return Report(
        {"ties": pd.DataFrame(rows, columns=columns)}, remarks, columns={"ties": TIE}, records={"ties": records}
    )


def _counts(tie: Tie) -> dict[str, Any]:
    return {
        "aligned": count(tie.aligned), "conflict": count(tie.conflict), "contacts": count(tie.contacts), "articles": tie.articles
    }  # fmt: skip


def coalitions(question: Question) -> Report:
    """Who stands with whom, and who between."""
    import pandas as pd

    network = question.network()
    found = question.camps(network)
    label = network.nodes(data="label")
    members = pd.DataFrame(
        [
            (number, camp.name, actor, label[actor], share, acts)
            for number, camp in enumerate(found.camps, 1)
            for actor, share, acts in zip(camp.members, camp.shares, camp.acts, strict=True)
        ],
        columns="camp name actor label share acts".split(),
    )
    between = pd.DataFrame(
        [(one.actor, label[one.actor], *_nearest(found, one.shares)) for one in found.between],
        columns="id actor nearest share".split(),
    )
    shown = pd.DataFrame(
        [
            (
                _called(network, number, camp), len(camp.members), camp.aligned, camp.conflict, camp.articles,
                _members(network, camp.members, camp.shares),
            )
            for number, camp in enumerate(found.camps, 1)
        ],
        columns="camp size aligned conflict articles members".split(),
    )  # fmt: skip
    standing = sum(len(camp.members) for camp in found.camps)
    remarks = [
        f"{found.acts} acts of alignment and conflict in {found.articles} articles place {standing + len(between)} actors"
    ]
    if not found.camps:
        remarks.append("no camp: too few acts say the same of three actors; ties, with --json too, shows what there is")
    return Report(
        {"members": members, BETWEEN: between},
        remarks,
        lambda: plot_matrix(question.signed(), [camp.members for camp in found.camps]),
        {BETWEEN: "actor nearest share"},
        {"camps": shown, BETWEEN: between},
        camp_records(question, network, found),
    )


def camp_records(question: Question, network: nx.MultiDiGraph, found: Camps) -> dict[str, list[dict[str, Any]]]:
    """Camps and who is between them, as programs read them."""
    camps = [
        {
            "camp": number, "names": {lang: name(network, camp.members, lang) for lang in ("de", "en")},
            "aligned": camp.aligned, "conflict": camp.conflict, "articles": camp.articles,
            "members": [
                question.end(network, actor) | {"share": share, "acts": acts}
                for actor, share, acts in zip(camp.members, camp.shares, camp.acts, strict=True)
            ],
        }
        for number, camp in enumerate(found.camps, 1)
    ]  # fmt: skip
    between = [question.end(network, one.actor) | {"shares": list(one.shares)} for one in found.between]
    return {"camps": camps, BETWEEN: between}


def _nearest(found: Camps, shares: tuple[float, ...]) -> tuple[str, float]:
    """The camp that an actor is nearest to, and how near; no camp where it is never together with one."""
    best = max(range(len(shares)), key=lambda number: (shares[number], -number), default=-1)
    return (found.camps[best].name, shares[best]) if best >= 0 and shares[best] else ("", 0.0)


def _called(network: nx.MultiDiGraph, number: int, camp: Camp) -> str:
    """Its number, with its name where that is no list of its members, which stand beside it."""
    return f"{number}" if camp.name.startswith(listed(network, camp.members[:1])) else f"{number} {camp.name}"


def _members(network: nx.MultiDiGraph, members: tuple[str, ...], shares: tuple[float, ...]) -> str:
    return ", ".join(
        f"{network.nodes[actor]['label']} {share:.2f}" for actor, share in zip(members, shares, strict=True)
    )


def pairwise(question: Question) -> Report:
    """Alignment, conflict and talk of two actors by month."""
    import pandas as pd

    if len(question.words) != 2:
        raise UserError("pair needs two actors: diplograph analyze pair Macron Merz")
    first, second = (actor_named(question.graph, word) for word in question.words)
    nodes = question.statements.nodes
    person = any(actor in nodes and nodes[actor]["kind"] == "Person" for actor in (first, second))
    network = question.network("actor" if person and not question.level else "")
    for word, actor in zip(question.words, (first, second), strict=True):
        if actor not in network:
            way_out = "; try --level actor" if actor in nodes else ""
            raise UserError(f"no statement with {word!r} among those chosen{way_out}", exit_code=1)
    found = pair(network, first, second)
    names = network.nodes[first]["label"], network.nodes[second]["label"]
    strongest = pd.DataFrame(
        [
            (series, act.day, len(act.reports), question.evidence(act.statements[0]), act.statements[0])
            for series, side in SERIES.items()
            for act in found.strongest(side)
        ],
        columns="series day articles sentence statement".split(),
    )
    remarks = [_told(question, found, *names)]
    if found.undated:
        remarks.append(f"{found.undated} acts without a month are not in the table of months")
    return Report(
        {"months": found.months, "strongest sentences": strongest},
        remarks,
        lambda: plot_pair(found.months, *names),
        {"strongest sentences": "series day articles sentence"},
    )


def _told(question: Question, found: Pair, first: str, second: str) -> str:
    """The pair in one paragraph of words."""
    tie = found.tie
    if tie is None:
        return f"{first} and {second}: no act of alignment, conflict or talk joins the two."
    written = found.months.dropna()
    told = (
        f"{first} and {second} are {tie.kind}"
        + (f" ({question.kind(tie.kind)})" if question.lang != "en" else "")
        + f": {count(tie.aligned)} acts of alignment, {count(tie.conflict)} of conflict and {count(tie.contacts)} of talk"
        f" in {tie.articles} articles; with a probability of {tie.sure:.2f} they are on one side more often than not."
    )
    if len(written):
        most = {series: str(written[series].idxmax()) for series in SERIES if written[series].max() > 0}
        said = {"aligned": "alignment", "conflict": "conflict", "contacts": "talk"}
        months = found.months.index
        told += f" They are written of in {len(written)} of {len(months)} months from {months[0]} to {months[-1]}"
        told += "; most " + ", ".join(f"{said[series]} was in {month}" for series, month in most.items()) + "."
    return told


def changes(question: Question) -> Report:
    """Who moved from one camp to another."""
    network = question.network()
    found = windows(network, days=question.window)
    made = moves(found)
    frame = moves_frame(network, made)
    frame["sentence"] = [question.evidence(keys[0]) for keys in frame["statements"]]
    remarks = [f"{len(found)} windows of {question.window} days with camps"]
    if len(found) < 2:
        remarks.append("changes need two of them; try another --window")
    labels = dict(network.nodes(data="label"))
    columns = {
        "moves": "since label before after acts articles sentence",
        "measures": "since label friends opponents aligned conflict contacts",
    }
    return Report(
        {"moves": frame, "measures": history(network, days=question.window)},
        remarks,
        lambda: plot_flow(found, labels),
        columns,
    )
