"""Who is whom by judgement, and what becomes of the descriptions of actors."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.rdf.names import ACTORS_GRAPH
from graph.rdf.nquads import Term, language, node, text, value
from graph.rdf.terms import named
from graph.reviews.delta import Delta, Line, between, delta_triples
from graph.reviews.judgement import IDENTITY, NAME, Judgement, Verdict, effective

GRAPH = str(ACTORS_GRAPH)
LABEL, SPELLING, MEMBER = named("skos:prefLabel"), named("skos:altLabel"), named("org:member")
TYPE, REPLACED = named("rdf:type"), named("dcterms:isReplacedBy")
Described = Mapping[Term, frozenset[Line]]


def matters(judgements: Iterable[Judgement]) -> dict[tuple[str, ...], Judgement]:
    """The judgements on actors that count, one for each matter."""
    grouped: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for one in judgements:
        if one.was is None:
            grouped[one.subject_matter].append(one)
    found = {matter: effective(group) for matter, group in sorted(grouped.items())}
    return {matter: effect for matter, effect in found.items() if effect}


def same(judgements: Iterable[Judgement]) -> dict[Term, Term]:
    """For each actor that is another one that other one, as terms, however long the chain of judgements is.

    The one that stays is the one that nobody said to be another; of several, or in a circle, one of Wikidata's, then the first
    by its IRI.
    """
    pairs = [(node(one.target), node(one.other)) for one in matters(judgements).values() if one.verdict is Verdict.SAME]
    if not pairs:
        return {}
    # Imported where it is needed: it takes longer than most builds of one article.
    import networkx as nx

    links = nx.DiGraph(pairs)
    found: dict[Term, Term] = {}
    for members in nx.weakly_connected_components(links):
        ends = [one for one in members if not links.out_degree(one)] or list(members)
        stays = min(ends, key=lambda one: (not one.rpartition("/")[2][1:-1].isdigit(), one))
        found |= dict.fromkeys(members - {stays}, stays)
    return found


def reviewed_descriptions(raw: Described, judgements: Iterable[Judgement]) -> dict[Term, frozenset[Line]]:
    """The descriptions of actors under judgement, of their descriptions as they were extracted.

    Each keeps what was changed in it (`graph.reviews.delta`). An actor that is another one only says which; its names become
    spellings of the other, and where nobody describes the other its description becomes the other's.
    """
    given = list(judgements)
    twins = same(given)
    changed = {matter: one for matter, one in matters(given).items() if one.register != IDENTITY}
    made: dict[Term, frozenset[Line]] = {}
    absorbed: dict[Term, list[Term]] = defaultdict(list)
    for one in sorted(raw):
        if one in twins and raw[one]:
            absorbed[twins[one]].append(one)
            moved = {_moved(line, one, twins[one]) for line in raw[one] if line[0] != one}
            made[one] = _kept(one, raw[one], moved | {(one, REPLACED, twins[one], GRAPH)})
    renamed = {node(one.target): one for one in changed.values()}
    for one in sorted({*absorbed, *renamed, *raw} - set(twins)):
        lines = set(raw.get(one, ()))
        for twin in absorbed[one]:
            lines = _joined(lines, raw[twin], twin, one)
        for effect in changed.values():
            if node(effect.target) == one and lines:
                lines = (
                    _renamed(lines, one, effect) if effect.register.startswith(NAME) else _retyped(lines, one, effect)
                )
        if lines:
            made[one] = _kept(one, raw.get(one, ()), lines)
    return made


def _kept(me: Term, raw: Iterable[Line], now: set[Line]) -> frozenset[Line]:
    delta: Delta = between(raw, now)
    return frozenset(now | {(*triple, GRAPH) for triple in delta_triples(me, delta)})


def _moved(line: Line, twin: Term, stays: Term) -> Line:
    """A line about an actor's office, with the other one in it."""
    return (line[0], line[1], stays if line[2] == twin and line[1] == MEMBER else line[2], line[3])


def _joined(lines: set[Line], raw: Iterable[Line], twin: Term, stays: Term) -> set[Line]:
    """The description of an actor with that of its double in it: its names as spellings, and what only the double has.

    Where nobody described the actor, the double's description is its own.
    """
    given = [(stays, name, term, graph) for me, name, term, graph in raw if me == twin]
    if not lines:
        return set(given)
    told = {name for me, name, *_ in lines if me == stays}
    names = {(stays, SPELLING, term, graph) for _, name, term, graph in given if name in (LABEL, SPELLING)}
    labels = {line for line in lines if line[:2] == (stays, LABEL)}
    more = {line for line in given if line[1] not in (*told, LABEL, SPELLING, TYPE)}
    return lines | more | (names - {(stays, SPELLING, term, graph) for _, _, term, graph in labels})


def _renamed(lines: set[Line], me: Term, effect: Judgement) -> set[Line]:
    """With another main name in a language; the former one stays as a spelling."""
    new = text(effect.correction["name"], effect.correction["lang"])
    before = {line for line in lines if line[:2] == (me, LABEL) and language(line[2]) == language(new)}
    kept = {(me, SPELLING, line[2], GRAPH) for line in before if value(line[2]) != effect.correction["name"]}
    return (lines - before) | kept | {(me, LABEL, new, GRAPH)}


def _retyped(lines: set[Line], me: Term, effect: Judgement) -> set[Line]:
    before = {line for line in lines if line[:2] == (me, TYPE)}
    return (lines - before) | {(me, TYPE, named(f"dg:{effect.correction['kind']}"), GRAPH)}
