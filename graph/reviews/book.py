"""The judgements of a store: taken, put in force in what is there and in whatever is built later, taken back, listed where they find nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.rdf.batch import Batch
from graph.rdf.descriptions import description_lines as described_lines
from graph.rdf.names import FACTS_GRAPH, article_iri
from graph.rdf.nquads import Spo, Term, node, value
from graph.rdf.terms import named
from graph.reviews.applied import Around, facts, reviewed
from graph.reviews.changes import change, replacement, unsupported
from graph.reviews.delta import Line, between, delta_triples, undone
from graph.reviews.describing import needed
from graph.reviews.identity import reviewed_descriptions, same
from graph.reviews.judgement import Judgement, latest
from graph.reviews.reading import (
    any_judgements,
    article_lines,
    description_lines,
    judgements,
    mentioning,
    raw_descriptions,
)
from graph.reviews.told import record, told
from graph.reviews.triples import judgement_triples
from graph.storage.store import ArticleStore
from graph.storage.updates import sweeping

# Articles that change together, each whole: a few thousand statements.
TOGETHER = 200
Lines = set[Line]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A judgement that is kept and finds nothing to be in force in, and why."""

    judgement: Judgement
    reason: str


def take(store: ArticleStore, given: Iterable[Judgement]) -> list[Judgement]:
    """Keep judgements and put them in force; those that were new. An older word on the same matter changes nothing.

    Raises `StoreError`. The first articles change with the judgements, in one transaction; a process that is killed later leaves
    whole articles, and taking the same judgements again goes on.
    """
    before = judgements(store)
    known = {one.iri: one for one in before}
    wanted = latest(given)
    new = [one for one in wanted if one.iri not in known or one.at >= known[one.iri].at]
    after = latest([*(one for one in before if one.iri not in {n.iri for n in new}), *new])
    fresh = [one for one in new if known.get(one.iri) != one]
    first = replacement({node(one.iri): list(judgement_triples(one)) for one in fresh}) if fresh else []
    twins_before, twins = same(before), same(after)
    moved = {one for one in {*twins_before, *twins} if twins_before.get(one) != twins.get(one)}
    articles = {one.article_iri for one in wanted if one.was}
    if moved:
        articles |= mentioning(store, {one for me in moved for one in (me, twins_before.get(me, me))})
    actors = {node(one) for new_one in fresh if not new_one.was for one in (new_one.target, new_one.other) if one}
    first += _descriptions(store, {*moved, *actors, *twins_before.values(), *twins.values()} if moved or actors else set(), after)
    _refresh(store, sorted(articles), after, twins, first)
    return fresh


def _descriptions(store: ArticleStore, actors: set[Term], after: Sequence[Judgement]) -> list[str]:
    """The updates that describe some actors as judgements have them."""
    if not actors:
        return []
    now = description_lines(store, actors)
    made = reviewed_descriptions(raw_descriptions(now), after)
    return change(now, {line for lines in made.values() for line in lines})


def _refresh(
    store: ArticleStore, articles: Sequence[str], after: Sequence[Judgement], twins: Mapping[Term, Term], first: list[str]
) -> None:
    """Bring articles (IRIs) up to date; `first` are updates that go with the first of them."""
    by_article: dict[str, list[Judgement]] = defaultdict(list)
    for one in after:
        by_article[one.article_iri].append(one)
    updates = first
    for start in range(0, len(articles), TOGETHER):
        part = articles[start : start + TOGETHER]
        lost: set[Spo] = set()
        old: Lines = set()
        new: Lines = set()
        for article, lines in article_lines(store, part).items():
            mine = by_article[value(article)]
            made = _article(article, undone(lines), lines, mine, twins, _text(lines))
            old, new = old | lines, new | made
            before, now = facts(_triples(lines)), facts(_triples(made))
            lost |= before - now
            new |= {(*fact, str(FACTS_GRAPH)) for fact in now - before}
        updates += change(old, new)
        updates += unsupported(lost)
        updates += _new_actors(store, new - old, after)
        _carry_out(store, updates, sweep=bool(twins) or bool(lost) or bool(first))
        updates = []
    _carry_out(store, updates, sweep=bool(first))


def _carry_out(store: ArticleStore, updates: list[str], *, sweep: bool) -> None:
    if updates:
        store.forget()
        store.backend.update(" ;\n".join([*updates, *([sweeping()] if sweep else [])]))


def _article(
    article: Term, raw: Iterable[Line], now: Iterable[Line], mine: Sequence[Judgement], twins: Mapping[Term, Term], text: str | None
) -> Lines:
    """An article's quads with judgements in force, and what they changed beside them."""
    before = (record(triples) for triples in told(_triples(now)).statements.values())
    around = Around(twins, text, tuple(one for one in before if one and one.verdict))
    extracted = set(raw)
    made = {(*triple, article) for triple in reviewed(article, sorted(_triples(extracted)), mine, around)}
    return made | {(*triple, article) for triple in delta_triples(article, between(extracted, made))}


def _triples(lines: Iterable[Line]) -> list[Spo]:
    return [line[:3] for line in lines]


def _text(lines: Iterable[Line]) -> str | None:
    return next((value(target) for _, name, target, _ in lines if name == named("dg:text")), None)


def _new_actors(store: ArticleStore, lines: Iterable[Line], after: Sequence[Judgement]) -> list[str]:
    """The updates that describe those actors and places that judgements brought in and nobody has described yet."""
    ends = {named(curie) for curie in ("dg:mentions", "dg:place")}
    wanted = {target for _, name, target, _ in lines if name in ends}
    there = {line[0] for line in description_lines(store, wanted) if line[1] == named("rdf:type")} if wanted else set()
    quads = "".join(described_lines(needed(wanted - there, after).values()))
    return change((), _parsed(quads))


def _parsed(nquads: str) -> Lines:
    """The lines of our own N-Quads: only the object may hold spaces."""
    found: Lines = set()
    for line in nquads.split("\n"):
        if line:
            subject, predicate, rest = line.split(" ", 2)
            target, _, graph = rest.removesuffix(" .").rpartition(" ")
            found.add((subject, predicate, target, graph))
    return found


# Building --------------------------------------------------------------------------------------------------------------------


def reviewed_batch(store: ArticleStore, made: Batch) -> Batch:
    """A batch with the judgements of a store in force, as it is to be written."""
    if not made.articles or not any_judgements(store):
        return made
    iris = {article_iri(identifier).value: identifier for identifier in made.articles}
    given = judgements(store, sorted(iris))
    twins = same(given)
    by_article: dict[str, list[Judgement]] = defaultdict(list)
    for one in given:
        by_article[one.article].append(one)
    articles = dict(made.articles)
    wanted: set[Term] = set()
    for identifier, nquads in made.articles.items():
        mine = by_article[identifier]
        if mine or any(twin in nquads for twin in twins):
            article = str(article_iri(identifier))
            raw = {line for line in _parsed(nquads) if line[3] == article}
            now = _article(article, raw, (), mine, twins, made.texts.get(identifier))
            wanted |= {target for _, name, target, _ in now if name in (named("dg:mentions"), named("dg:place"))}
            plain = {(*fact, str(FACTS_GRAPH)) for fact in facts(_triples(now))}
            articles[identifier] = _lines(now | plain)
    return Batch(articles, _described(store, made, wanted, given, twins), made.texts)


def _described(
    store: ArticleStore, made: Batch, wanted: set[Term], given: Sequence[Judgement], twins: Mapping[Term, Term]
) -> dict[str, str]:
    """The descriptions of a batch, with those of actors under judgement and of those that judgements brought in."""
    descriptions = dict(made.descriptions)
    judged = {node(one) for judgement in given if not judgement.was for one in (judgement.target, judgement.other) if one}
    concerned = {twins.get(one, one) for one in judged & {*descriptions, *wanted}} | (judged & {*descriptions})
    if concerned:
        circle = concerned | {one for one, stays in twins.items() if stays in concerned}
        raw = raw_descriptions(description_lines(store, circle))
        for one in circle & set(descriptions):
            told = frozenset(_parsed(descriptions[one]))
            # Spellings gather, whoever is described anew.
            raw[one] = told | {line for line in raw.get(one, ()) if line[:2] == (one, named("skos:altLabel"))}
        for one, lines in reviewed_descriptions({one: raw[one] for one in circle if one in raw}, given).items():
            descriptions[one] = _lines(lines)
    missing = wanted - set(descriptions)
    there = {line[0] for line in description_lines(store, missing) if line[1] == named("rdf:type")} if missing else set()
    new = needed(missing - there, given)
    return descriptions | {one: "".join(described_lines([thing])) for one, thing in new.items()}


def _lines(lines: Iterable[Line]) -> str:
    return "".join(f"{' '.join(line)} .\n" for line in sorted(lines))


# Looking ---------------------------------------------------------------------------------------------------------------------


def orphans(store: ArticleStore) -> list[Orphan]:
    """The judgements that are kept and find nothing, each with the reason, in the order of their moments."""
    found = judgements(store)
    forced = {row[0] for row in store.query("SELECT DISTINCT ?j { ?a dg:inForce ?j }").rows}
    articles = {value(article) for article in article_lines(store, {one.article_iri for one in found if one.was})}
    actors = {node(end) for one in found if not one.was for end in (one.target, one.other) if end}
    there = {line[0] for line in description_lines(store, actors)}
    return list(_orphans(found, forced, articles, there))


def _orphans(found: Iterable[Judgement], forced: set[str], articles: set[str], there: set[Term]) -> Iterator[Orphan]:
    for one in found:
        if one.was and one.iri not in forced:
            gone = one.article_iri not in articles
            yield Orphan(one, "its article is not in the graph" if gone else "its sentence, or what was judged in it, is not found")
        elif not one.was and node(one.target) not in there:
            yield Orphan(one, "its actor is not in the graph")


