"""What the page offers a reviewer beside the statements themselves: contested ones, disputes, and actors that may be one."""

from collections.abc import Collection, Sequence
from typing import Any

import networkx as nx

from graph.explorer.model import LANGUAGES
from graph.rdf.names import identifier
from graph.reviews.agreement import disputes
from graph.reviews.applied import revision_iri
from graph.reviews.judgement import STATEMENT, Judgement
from graph.reviews.queue import contested_statements, doubles, settled
from graph.reviews.reading import judgements
from graph.reviews.wording import Names, about, names, rather
from graph.storage.store import ArticleStore

# Pairs of actors that a page shows.
PAIRS = 200


def reviewing(network: nx.MultiDiGraph, *, decided: Collection[frozenset[str]] = ()) -> dict[str, Any]:
    """The queues by their statements (ids) and pairs of actors (ids); of a pair the first is the one that would go.

    `decided` are pairs about which somebody has said whether they are one.
    """
    pairs = []
    for double in doubles(network, decided)[:PAIRS]:
        goes, stays = sorted((double.one, double.other), key=lambda actor: (bool(network.nodes[actor]["qid"]), actor))
        pairs.append((goes, stays))
    return {
        "contested": sorted(contested_statements(network)),
        "doubles": pairs,
        "disputes": [],
        "live": False,
        "by": "",
    }


def offered(store: ArticleStore, network: nx.MultiDiGraph, *, live: bool = False, by: str = "") -> dict[str, Any]:
    """What `reviewing` tells, without what the judgements of a store have decided, and with what its reviewers dispute.

    `by` is who judges, as far as it is known; with `live` the page sends what is judged to the server that it came from.
    """
    given = judgements(store)
    found = disputes(given)
    called = [names(store, (one for told in found for one in told), lang) for lang in LANGUAGES] if found else []
    return reviewing(network, decided=settled(given)) | {
        "disputes": [_dispute(told, called) for told in found], "live": live, "by": by,
    }  # fmt: skip


def _dispute(told: Sequence[Judgement], called: Sequence[Names]) -> dict[str, Any]:
    """A dispute as the page shows it: what is `about` and `said`, each with words for each of the page's languages."""
    last = told[-1]
    ways = list(zip(called, LANGUAGES, strict=True))
    if last.register == STATEMENT:
        matter = {"statement": identifier(last.target), "now": identifier(revision_iri(last.target))}
    else:
        matter = {"actor": identifier(last.target), "other": identifier(last.other) if last.other else ""}
    said = [
        {
            "by": one.by,
            "at": one.at[:10],
            "verdict": str(one.verdict),
            "why": one.why,
            "rather": [rather(one, names_, lang) for names_, lang in ways],
        }
        for one in told
    ]
    return matter | {
        "about": [about(last, names_, lang) for names_, lang in ways],
        "evidence": last.was.evidence if last.was else "",
        "article": last.article,
        "said": said,
    }
