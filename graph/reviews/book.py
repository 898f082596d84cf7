"""The judgements of a store: taken, put in force in what is there, listed where they find nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.rdf.names import FACTS_GRAPH, REVIEWS_GRAPH
from graph.rdf.nquads import Term, node, value
from graph.reviews.applied import facts
from graph.reviews.batches import lines_of, undescribed
from graph.reviews.changes import change, forgetting
from graph.reviews.delta import Line, undone
from graph.reviews.forcing import forced, kept_text, led_to, triples
from graph.reviews.identity import reviewed_descriptions, same
from graph.reviews.judgement import Judgement, Verdict, latest
from graph.reviews.reading import (
    description_lines,
    in_force,
    judged_lines,
    judgements,
    mentioning,
    raw_descriptions,
    supporters,
)
from graph.reviews.triples import judgement_triples
from graph.storage.store import ArticleStore

# Articles that change together, each whole: a few thousand statements.
TOGETHER = 1000


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
    given = list(given)
    said_of = {one.article_iri for one in given if one.was}
    before = judgements(store, sorted(said_of))
    known = {one.iri: one for one in before}
    wanted = {one.iri: one for one in latest(given)}
    wanted = {iri: one for iri, one in wanted.items() if iri not in known or one.at >= known[iri].at}
    after = latest({**known, **wanted}.values())
    fresh = {iri: one for iri, one in wanted.items() if iri not in known or known[iri] != one}
    twins_before, twins = same(before), same(after)
    moved = {one for one in {*twins_before, *twins} if twins_before.get(one) != twins.get(one)}
    whole = mentioning(store, {one for me in moved for one in (me, twins_before.get(me, me))}) if moved else set()
    after += [one for one in judgements(store, sorted(whole - said_of)) if one.was] if whole - said_of else []
    standing = in_force(store, wanted.keys() - fresh.keys())
    articles = {
        one.article_iri for iri, one in wanted.items() if one.was and (iri in fresh or iri not in standing)
    } | whole
    actors = {node(end) for one in fresh.values() if not one.was for end in (one.target, one.other) if end}
    circle = _circle({*moved, *actors}, twins_before, twins)
    first = _descriptions(store, circle, after)
    first.come |= {(*triple, str(REVIEWS_GRAPH)) for one in fresh.values() for triple in judgement_triples(one)}
    first.before += forgetting(node(iri) for iri in fresh if iri in known)
    _refresh(store, sorted(articles), whole, after, twins, first)
    return list(fresh.values())


@dataclass(slots=True)
class _Change:
    """Quads that go and come, after some updates: all of it in one transaction."""

    gone: set[Line] = field(default_factory=set)
    come: set[Line] = field(default_factory=set)
    before: list[str] = field(default_factory=list)

    def carry_out(self, store: ArticleStore) -> None:
        if updates := [*self.before, *change(self.gone, self.come)]:
            store.forget()
            store.backend.update(" ;\n".join(updates))


def _circle(actors: set[Term], *whom: Mapping[Term, Term]) -> set[Term]:
    """Some actors with all that are or were one with them: they are described together."""
    stays = actors | {twins[one] for twins in whom for one in actors if one in twins}
    return stays | {one for twins in whom for one, other in twins.items() if other in stays}


def _descriptions(store: ArticleStore, actors: set[Term], after: Sequence[Judgement]) -> _Change:
    """The change that describes some actors as judgements have them."""
    if not actors:
        return _Change()
    now = description_lines(store, actors)
    made = reviewed_descriptions(raw_descriptions(now), after)
    return _Change(now, {line for lines in made.values() for line in lines})


def _refresh(
    store: ArticleStore,
    articles: Sequence[str],
    whole: set[str],
    after: Sequence[Judgement],
    twins: Mapping[Term, Term],
    first: _Change,
) -> None:
    """Bring articles (IRIs) up to date, of which some are read whole; `first` goes with the first of them."""
    by_article: dict[str, list[Judgement]] = defaultdict(list)
    for one in after:
        by_article[one.article_iri].append(one)
    made = first
    left = False
    for start in range(0, len(articles), TOGETHER):
        part = articles[start : start + TOGETHER]
        old: set[Line] = set()
        new: set[Line] = set()
        for article, lines in judged_lines(store, {one: by_article[one] for one in part}, whole).items():
            old |= lines
            new |= forced(article, undone(lines), by_article[value(article)], twins, kept_text(lines), lines)
        made.gone |= old
        made.come |= new
        _facts(store, old, new, made)
        made.come |= {line for text in undescribed(store, led_to(new - old), after).values() for line in lines_of(text)}
        left |= bool(led_to(old - new))
        made.carry_out(store)
        made = _Change()
    made.carry_out(store)
    if left:
        # Where a judgement made the last mention of somebody disappear, nobody needs a description of him.
        store.sweep()


def _facts(store: ArticleStore, old: set[Line], new: set[Line], made: _Change) -> None:
    """Add to a change the plain facts that nothing supports any more, and those that something supports now."""
    before, now = facts(triples(old)), facts(triples(new))
    changed = {line[0] for line in old}
    still = {fact for fact, statements in supporters(store, before - now).items() if statements - changed}
    graph = str(FACTS_GRAPH)
    made.gone |= {(*fact, graph) for fact in before - now - still}
    made.come |= {(*fact, graph) for fact in now - before}


def orphans(store: ArticleStore) -> list[Orphan]:
    """The judgements that are kept and find nothing, each with the reason, in the order of their moments."""
    found = judgements(store)
    standing = in_force(store)
    articles = {row[0] for row in store.query("SELECT ?a { ?a a dg:Article }").rows}
    actors = {node(end) for one in found if not one.was for end in (one.target, one.other) if end}
    there = {line[0] for line in description_lines(store, actors)}
    return list(_orphans(found, standing, articles, there))


def _orphans(found: Iterable[Judgement], standing: set[str], articles: set[str], there: set[Term]) -> Iterator[Orphan]:
    for one in found:
        if one.verdict is Verdict.WITHDRAWN:
            continue
        if one.was and one.iri not in standing:
            gone = one.article_iri not in articles
            yield Orphan(
                one,
                "its article is not in the graph" if gone else "its sentence, or what was judged in it, is not found",
            )
        elif not one.was and node(one.target) not in there:
            yield Orphan(one, "its actor is not in the graph")
