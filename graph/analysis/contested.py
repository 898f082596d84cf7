"""Contested facts: what one says and another denies, side by side."""

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.analysis.events import interval
from graph.analysis.homes import when
from ontology.vocabulary import relations

if TYPE_CHECKING:
    import pandas as pd

# *Er hat ihn nicht getroffen* denies what was said of about the same days, not of last summer's meeting.
WITHIN = timedelta(days=14)
# That a plan fell through denies no fact, and that a thing did not happen no plan.
FACTS = frozenset(("actual", "claimed"))
SIDE = ("by", "status", "date", "evidence", "article", "statement")


def contested(network: nx.MultiDiGraph) -> "pd.DataFrame":
    """A frame with a row for each pair of statements of which one affirms and the other denies the same relation of the same actors.

    They contradict each other only where different ones say so (the sources differ, or, both in the article's own words, the
    articles), both of facts or both of plans, and of days at most `WITHIN` apart.
    Columns: `subject`, `relation`, `object` (ids), `subject_label`, `object_label`; then for `affirmed_…` and `denied_…`: `by`
    (the source's label, else empty: the article's own word), `status`, `date`, `evidence`, `article`, `statement`. The
    newest denial first.
    """
    import pandas as pd

    known = relations()
    grouped: dict[tuple[str, str, str], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for subject, target, key, edge in network.edges(keys=True, data=True):
        if known[edge["relation"]].standing:
            continue
        ends = (subject, target)
        if known[edge["relation"]].symmetric and target < subject:
            ends = (target, subject)
        grouped[ends[0], edge["relation"], ends[1]].append((key, edge))
    rows = []
    for (subject, relation, target), statements in sorted(grouped.items()):
        for affirming, affirmed in statements:
            for denying, denied in statements:
                if (affirmed["polarity"], denied["polarity"]) != ("affirmed", "negated"):
                    continue
                if not _same_matter(affirmed, denied):
                    continue
                if (affirmed["source"] or affirmed["article"]) == (denied["source"] or denied["article"]):
                    continue
                sides = {"affirmed": (affirming, affirmed), "denied": (denying, denied)}
                rows.append(
                    {
                        "subject": subject,
                        "relation": relation,
                        "object": target,
                        "subject_label": network.nodes[subject].get("label", subject),
                        "object_label": network.nodes[target].get("label", target),
                    }
                    | {f"{side}_{name}": value for side, one in sides.items() for name, value in _side(*one).items()}
                )
    columns = ["subject", "relation", "object", "subject_label", "object_label"]
    columns += [f"{side}_{name}" for side in ("affirmed", "denied") for name in SIDE]
    frame = pd.DataFrame(rows, columns=columns)
    order = ["denied_date", "denied_statement", "affirmed_statement"]
    return frame.sort_values(order, ascending=[False, True, True], kind="stable", ignore_index=True)


def _same_matter(affirmed: dict[str, Any], denied: dict[str, Any]) -> bool:
    if (affirmed["status"] in FACTS) != (denied["status"] in FACTS):
        return False
    days = when(affirmed), when(denied)
    if not all(days):
        return True
    (first, last), (begin, end) = map(interval, days)
    return first - WITHIN <= end and begin - WITHIN <= last


def _side(statement: str, edge: dict[str, Any]) -> dict[str, str]:
    values = (edge["source"], edge["status"], when(edge), edge["evidence"], edge["article"], statement)
    return dict(zip(SIDE, values, strict=True))
