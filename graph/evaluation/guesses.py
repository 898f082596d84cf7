"""What a store says, in the form in which gold and prediction are compared."""

from collections import defaultdict

from extractors.article import DEFAULT_LANGUAGE
from graph.evaluation.gold import Judged, normal
from graph.statements.described import described
from graph.statements.stored import stored
from graph.storage.store import ArticleStore
from ontology.vocabulary import relations

MENTIONED = "SELECT ?article ?actor { ?a dg:mentions ?actor ; dcterms:identifier ?article }"


def guesses(
    store: ArticleStore, lang: str = DEFAULT_LANGUAGE
) -> tuple[dict[str, list[Judged]], dict[str, frozenset[str]]]:
    """By article id the store's statements, to be shown in a language, and the names of all actors that the article mentions."""
    things, known = described(store), relations()
    labels = {iri: thing.label(lang) for iri, thing in things.items()}
    names = {
        iri: frozenset(map(normal, (*thing.labels.values(), *(name.text for name in thing.names))))
        for iri, thing in things.items()
    }
    found: dict[str, list[Judged]] = defaultdict(list)
    for one in stored(store):
        subject, target = (names.get(iri, frozenset()) for iri in (one.subject, one.object))
        values = {
            "polarity": frozenset((one.polarity,)),
            "status": frozenset((one.status,)),
            "date": frozenset((normal(one.date),)) if one.date else frozenset(),
            "place": names.get(one.place, frozenset()),
            "source": names.get(one.source, frozenset()),
        }
        ends = (labels.get(iri, iri) for iri in (one.subject, one.object))
        shown = f" {known[one.relation].label(lang)} ".join(ends) + f" ({one.rule})"
        found[one.article].append(
            Judged(one.article, subject, one.relation, target, values, shown, confidence=one.confidence)
        )
    actors: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in store.query(MENTIONED).rows:
        actors[str(row[0])] |= names.get(str(row[1]), frozenset())
    return found, actors
