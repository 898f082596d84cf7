"""Actors of a graph that are likely one: what speaks for it, and the sentences by which a reader decides.

Two actors of the tables are two, and so are two of different kinds. An actor that articles alone introduced may be one of the tables
or another such: by the same name in another spelling (*Fuad Shukr*, *Fouad Schukr*), by a letter (*Selenkyj*), by a part of the
name (*Peskow*), or by the letters that an organisation is called by (*IEA*).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from extractors.actors.folding import fold
from extractors.actors.transliteration import is_initial, is_patronymic, romanised
from graph.reviews.judgement import IDENTITY, Judgement
from graph.statements.described import Described, described
from graph.statements.stored import Stored, stored
from graph.storage.store import ArticleStore
from ontology.actor import ActorKind

# Shorter names are a letter away from too many others.
SHORTEST_SLIP, SHORTEST_ACRONYM = 5, 3
SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Double:
    """Two actors (IRIs) that may be one: the one the tables know, or that is told of more, is `same`; `actor` is the other.

    `reasons` are in words, the strongest first; `sentences` are of `actor` and of `same`, two of each at most.
    """

    actor: str
    same: str
    reasons: tuple[str, ...]
    sentences: tuple[tuple[str, ...], tuple[str, ...]]


def doubles(store: ArticleStore, judgements: Iterable[Judgement] = ()) -> list[Double]:
    """The likely doubles of a store, those with most reasons first; pairs of which a reviewer said something are left out."""
    things = {iri: thing for iri, thing in described(store).items() if thing.is_actor}
    judged = {frozenset((one.target, one.other)) for one in judgements if one.register == IDENTITY}
    told: dict[str, list[Stored]] = defaultdict(list)
    for statement in stored(store):
        for end in dict.fromkeys((statement.subject, statement.object)):
            told[end].append(statement)
    found = []
    for one, other in _pairs(things):
        if frozenset((one, other)) in judged or (things[one].known and things[other].known):
            continue
        if reasons := tuple(_reasons(things[one], things[other])):
            same, actor = sorted((one, other), key=lambda iri: (not things[iri].known, -len(told[iri]), iri))
            found.append(Double(actor, same, (*reasons, *_beside(actor, same, told)), _sentences(actor, same, told)))
    return sorted(found, key=lambda double: (-len(double.reasons), double.actor, double.same))


def _pairs(things: Mapping[str, Described]) -> list[tuple[str, str]]:
    """The pairs that share a key: comparing all with all would take the square of their number."""
    keyed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for iri, thing in things.items():
        for name in _names(thing):
            for key in _keys(name):
                keyed[thing.kind, key].add(iri)
    return sorted({pair for iris in keyed.values() for pair in combinations(sorted(iris), 2)})


def _names(thing: Described) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*thing.labels.values(), *(spelling.text for spelling in thing.names))))


def _keys(name: str) -> Iterator[str]:
    words = [romanised(word) for word in name.replace("-", " ").split()]
    yield from (word for word in words if len(word) >= SHORTEST_ACRONYM)
    # A slip leaves the first letters of the names alone, or the surname.
    yield " ".join(word[:2] for word in (*words[:1], *words[-1:]))
    yield fold(name)
    yield _acronym(name)


def _acronym(name: str) -> str:
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isalpha())
    return fold(letters) if len(letters) >= SHORTEST_ACRONYM else fold(name)


def _reasons(one: Described, other: Described) -> Iterator[str]:
    """Why two may be one, each reason once; the spelling of their names tells."""
    reasons = (
        reason
        for mine in _names(one)
        for theirs in _names(other)
        for reason in (_alike if one.kind == ActorKind.PERSON else _called)(mine, theirs)
    )
    yield from dict.fromkeys(reasons)


def _called(mine: str, theirs: str) -> Iterator[str]:
    if fold(mine) == fold(theirs):
        yield f"the same name: {mine}, {theirs}"
    elif fold(mine) == _acronym(theirs) or fold(theirs) == _acronym(mine):
        yield f"the letters of the name: {mine}, {theirs}"


def _alike(mine: str, theirs: str) -> Iterator[str]:
    """What two names of persons have in common."""
    a, b = (_parts(name) for name in (mine, theirs))
    if [romanised(word) for word in a] == [romanised(word) for word in b]:
        yield f"one name in two spellings: {mine}, {theirs}"
        return
    last, first = (romanised(a[-1]), romanised(b[-1])), (romanised(a[0].rstrip(".")), romanised(b[0].rstrip(".")))
    if 1 in (len(a), len(b)) and len(a) != len(b):
        if last[0] == last[1]:
            yield f"the surname alone: {mine}, {theirs}"
    elif (
        last[0] == last[1]
        and min(len(a), len(b)) > 1
        and (first[0].startswith(first[1]) or first[1].startswith(first[0]))
    ):
        yield f"the surname, and a given name that begins alike: {mine}, {theirs}"
    elif len(a) == len(b) > 1 and min(map(len, last)) >= SHORTEST_SLIP:
        slips = OSA.distance(*last) + OSA.distance(*first)
        if slips == 1 or (slips == 2 and min(map(len, last)) >= 2 * SHORTEST_SLIP - 2):
            yield f"{slips} letter{'s' if slips > 1 else ''} between them: {mine}, {theirs}"


def _parts(name: str) -> list[str]:
    """The words of a name, without what papers leave out: initials, patronymics."""
    words = name.split()
    kept = [
        word
        for at, word in enumerate(words)
        if not 0 < at < len(words) - 1 or not (is_initial(word) or is_patronymic(word))
    ]
    return kept or words


def _beside(actor: str, same: str, told: Mapping[str, list[Stored]]) -> Iterator[str]:
    """What the statements of both add: that they act towards the same others, or stand for the same state."""
    offices = [{s.object for s in told[iri] if s.relation == "represents"} for iri in (actor, same)]
    if offices[0] & offices[1]:
        yield "an office of the same state or body"
    others = [{end for s in told[iri] for end in (s.subject, s.object)} - {actor, same} for iri in (actor, same)]
    if others[0] & others[1] - offices[0]:
        yield "statements with the same others"


def _sentences(actor: str, same: str, told: Mapping[str, list[Stored]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    of_actor, of_same = (
        tuple(dict.fromkeys(" ".join(s.evidence.split()) for s in told[iri]))[:SENTENCES] for iri in (actor, same)
    )
    return of_actor, of_same
