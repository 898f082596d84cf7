"""What is built comes into the store with judgements in force."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.rdf.batch import Batch
from graph.rdf.descriptions import description_lines as described_lines
from graph.rdf.names import FACTS_GRAPH, article_iri
from graph.rdf.nquads import Term, node
from graph.rdf.terms import named
from graph.reviews.applied import facts
from graph.reviews.delta import Line, written
from graph.reviews.describing import needed
from graph.reviews.forcing import forced, led_to, triples
from graph.reviews.identity import reviewed_descriptions, same
from graph.reviews.judgement import Judgement
from graph.reviews.reading import any_judgements, description_lines, judgements, raw_descriptions
from graph.storage.store import ArticleStore
from ontology.vocabulary import DATA

# The actors that some N-Quads name.
NAMED = re.compile(rf"<{re.escape(DATA)}actor/[^>]*>")


def lines_of(nquads: str) -> set[Line]:
    """The quads of our own N-Quads: only the object may hold spaces."""
    found: set[Line] = set()
    for line in nquads.split("\n"):
        if line:
            subject, predicate, rest = line.split(" ", 2)
            target, _, graph = rest.removesuffix(" .").rpartition(" ")
            found.add((subject, predicate, target, graph))
    return found


def reviewed_batch(store: ArticleStore, made: Batch) -> Batch:
    """A batch with the judgements of a store in force, as it is to be written."""
    if not made.articles or not any_judgements(store):
        return made
    given = judgements(store, [article_iri(identifier).value for identifier in made.articles])
    twins = same(given)
    by_article: dict[str, list[Judgement]] = defaultdict(list)
    for one in given:
        by_article[one.article].append(one)
    articles = dict(made.articles)
    wanted: set[Term] = set()
    for identifier, nquads in made.articles.items():
        mine = by_article[identifier]
        if mine or not twins.keys().isdisjoint(NAMED.findall(nquads) if twins else ()):
            article = str(article_iri(identifier))
            raw = {line for line in lines_of(nquads) if line[3] == article}
            now = forced(article, raw, mine, twins, made.texts.get(identifier))
            wanted |= led_to(now)
            articles[identifier] = written(now | {(*fact, str(FACTS_GRAPH)) for fact in facts(triples(now))})
    return Batch(articles, _descriptions(store, made, wanted, given, twins), made.texts)


def _descriptions(
    store: ArticleStore, made: Batch, wanted: set[Term], given: Sequence[Judgement], twins: Mapping[Term, Term]
) -> dict[str, str]:
    """The descriptions of a batch, with those of actors under judgement and of those that judgements brought in."""
    descriptions = dict(made.descriptions)
    judged = {
        node(one) for judgement in given if not judgement.was for one in (judgement.target, judgement.other) if one
    }
    near = judged & {*descriptions, *wanted}
    concerned = {twins.get(one, one) for one in near} | near
    if concerned:
        circle = concerned | {one for one, stays in twins.items() if stays in concerned}
        raw = raw_descriptions(description_lines(store, circle))
        for one in circle & set(descriptions):
            told = frozenset(lines_of(descriptions[one]))
            # Spellings gather, whoever is described anew.
            raw[one] = told | {line for line in raw.get(one, ()) if line[:2] == (one, named("skos:altLabel"))}
        anew = reviewed_descriptions({one: raw[one] for one in circle if one in raw}, given)
        descriptions |= {one: written(lines) for one, lines in anew.items()}
    new = undescribed(store, wanted - set(descriptions), given)
    return descriptions | {one: text for one, text in new.items() if text}


def undescribed(store: ArticleStore, wanted: Iterable[Term], given: Sequence[Judgement]) -> dict[Term, str]:
    """The N-Quads that describe those of some actors and places that judgements brought in and nobody has described yet."""
    asked = set(wanted)
    there = {line[0] for line in description_lines(store, asked) if line[1] == named("rdf:type")} if asked else set()
    return {one: "".join(described_lines([thing])) for one, thing in needed(asked - there, given).items()}
