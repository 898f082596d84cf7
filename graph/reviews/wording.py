"""A judgement in words: what it is about, and what it says rather."""

from collections.abc import Iterable, Mapping

from graph.rdf.names import identifier
from graph.reviews.judgement import IDENTITY, NODES, Judgement
from graph.statements.described import described
from graph.storage.store import ArticleStore
from ontology.labels import in_language
from ontology.vocabulary import relations

Names = Mapping[str, str]


def names(store: ArticleStore, given: Iterable[Judgement], lang: str) -> dict[str, str]:
    """The names of all whom judgements name, by IRI: as the store has them, else as the judgements describe them."""
    told = list(given)
    nodes = {iri for one in told for iri in _nodes(one)}
    found = {iri: in_language(about["labels"], lang) for one in told for iri, about in one.described.items()}
    return found | ({iri: thing.label(lang) for iri, thing in described(store, nodes).items()} if nodes else {})


def _nodes(one: Judgement) -> list[str]:
    ends = [one.was.subject, one.was.object] if one.was else [one.target, one.other]
    return [end for end in (*ends, *(one.correction.get(name, "") for name in NODES)) if end]


def about(one: Judgement, called: Names, lang: str) -> str:
    """What a judgement is about: a statement with its ends, an actor, or two of them."""
    if one.was:
        return f"{_name(one.was.subject, called)} {relations()[one.was.relation].label(lang)} {_name(one.was.object, called)}"
    target = _name(one.target, called)
    return f"{target} – {_name(one.other, called)}" if one.register == IDENTITY else target


def rather(one: Judgement, called: Names, lang: str) -> str:
    """What a judgement says otherwise, "" where nothing: of a statement by its fields, of an actor its name or kind."""
    if one.was is None:
        return ", ".join(one.correction.values())
    return ", ".join(f"{name}: {_value(name, said, called, lang)}" for name, said in sorted(one.correction.items()))


def _value(name: str, said: str, called: Names, lang: str) -> str:
    """What a correction says of a field; a dash where it says nothing."""
    if name == "relation":
        return relations()[said].label(lang)
    return (_name(said, called) if name in NODES else said) or "–"


def _name(iri: str, called: Names) -> str:
    return called.get(iri) or identifier(iri)
