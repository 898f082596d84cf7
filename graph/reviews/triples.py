"""Judgements as RDF, in a graph of their own."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from pyoxigraph import NamedNode, Quad

from graph.rdf.names import local, term
from graph.rdf.nquads import Spo, Term, node, text, typed, value
from graph.rdf.terms import named
from graph.reviews.judgement import Judgement, Verdict, moment
from graph.statements.stored import Stored

# `asdict` copies each value deeply, which takes longer than the rest.
FIELDS = tuple(field.name for field in fields(Stored))


def judgement_triples(one: Judgement, lang: str = "de") -> Iterator[Spo]:
    """The triples of a judgement; `lang` is the language of the judged statement's article."""
    me = node(one.iri)
    yield me, named("rdf:type"), named("dg:Judgement")
    yield me, named("dg:judges"), str(NamedNode(one.target))
    yield me, named("dg:register"), text(one.register)
    yield me, named("dg:verdict"), named(f"dg:{one.verdict}")
    yield me, named("dg:reviewer"), text(one.by)
    yield me, named("prov:generatedAtTime"), typed(one.at, term("xsd:dateTime"))
    if one.why:
        yield me, named("dg:why"), text(one.why)
    if one.other:
        yield me, named("dg:otherActor"), str(NamedNode(one.other))
    if one.was:
        yield me, named("dg:inArticle"), node(one.article_iri)
        yield me, named("dg:quotes"), text(one.was.evidence, lang)
        yield me, named("dg:judged"), text(_json({name: getattr(one.was, name) for name in FIELDS}))
    if one.correction or one.described:
        yield me, named("dg:correction"), text(_json({"fields": one.correction, "described": one.described}))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def from_quads(quads: Iterable[Quad]) -> list[Judgement]:
    """The judgements that some quads tell, in the order of their moments. What is no whole judgement is none."""
    nodes: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        nodes[str(quad.subject)][str(quad.predicate)] = value(str(quad.object))
    found = [_judgement(told) for told in nodes.values() if told.get(named("rdf:type")) == value(named("dg:Judgement"))]
    return sorted(found, key=lambda one: (one.at, one.by, one.iri))


def _judgement(told: dict[Term, str]) -> Judgement:
    was, correction = told.get(named("dg:judged")), json.loads(told.get(named("dg:correction"), "{}"))
    return Judgement(
        told[named("dg:judges")], told[named("dg:register")], Verdict(local(told[named("dg:verdict")])), told[named("dg:reviewer")],
        moment(told[named("prov:generatedAtTime")]), told.get(named("dg:why"), ""), told.get(named("dg:otherActor"), ""),
        Stored(**json.loads(was)) if was else None, correction.get("fields", {}), correction.get("described", {}),
    )  # fmt: skip
