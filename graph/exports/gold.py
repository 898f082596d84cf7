"""Judged articles as gold statements, in the form that `diplograph evaluate` reads."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from extractors.article import DEFAULT_LANGUAGE
from graph.reviews.judgement import STANDING
from graph.statements.described import Described, described
from graph.statements.selection import Selection
from graph.statements.stored import Stored, stored
from graph.storage.store import ArticleStore

JUDGED = "SELECT DISTINCT ?id { ?a dg:inForce ?j ; dcterms:identifier ?id }"


def judged_articles(store: ArticleStore, selection: Selection) -> bytes:
    """One line of JSON an article with a judgement in force, by id.

    What a reviewer confirmed, amended or added is required; what was rejected is left out, so that an extraction that gives it is
    wrong; what nobody has judged is optional: it counts neither for nor against.
    """
    wanted = {row[0] for row in store.query(JUDGED).rows}
    things = described(store)
    names = _names(things)
    by_article: dict[str, list[Stored]] = defaultdict(list)
    for one in stored(store, selection):
        by_article[one.article].append(one)
    lines = [_line(article, by_article[article], things, names) for article in sorted(wanted)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode("utf8", "replace")


def _names(things: Mapping[str, Described]) -> dict[str, str]:
    """A name for each actor by IRI, with the id where two have the same."""
    shared = Counter(thing.label(DEFAULT_LANGUAGE) for thing in things.values() if thing.is_actor)
    return {
        iri: f"{label} ({thing.id})" if shared[label := thing.label(DEFAULT_LANGUAGE)] > 1 else label
        for iri, thing in things.items()
        if thing.is_actor
    }


def _line(
    article: str, told: list[Stored], things: Mapping[str, Described], names: Mapping[str, str]
) -> dict[str, Any]:
    actors = sorted({iri for one in told for iri in (one.subject, one.object, one.source) if iri})
    return {
        "id": article,
        "actors": [{"name": names[iri], "names": _spellings(things[iri])} for iri in actors],
        "statements": [_statement(one, things, names) for one in told],
    }


def _spellings(thing: Described) -> list[str]:
    return list(dict.fromkeys((*thing.labels.values(), *(name.text for name in thing.names))))


def _statement(one: Stored, things: Mapping[str, Described], names: Mapping[str, str]) -> dict[str, Any]:
    place = things.get(one.place)
    made: dict[str, Any] = {
        "subject": names[one.subject],
        "relation": one.relation,
        "object": names[one.object],
        "polarity": one.polarity,
        "status": one.status,
        "date": [one.date],
        "place": _spellings(place) if place else [""],
        "source": [names.get(one.source, "")],
        "evidence": one.evidence,
    }
    return made if one.verdict in STANDING else made | {"optional": True}
