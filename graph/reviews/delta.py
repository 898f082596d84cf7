"""What judgements changed in a graph is kept in it, as N-Triples in two literals: so it can be undone to the letter.

Not as a graph of its own: queries see the union of all graphs, and would see again what was rejected.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Quad

from graph.rdf.nquads import Spo, Term, read, text, value
from graph.rdf.terms import named

Line = tuple[Term, Term, Term, Term]
ASIDE, IN = "dg:setAside", "dg:putIn"


@dataclass(frozen=True, slots=True)
class Delta:
    """Quads that judgements took out and put in."""

    aside: frozenset[Line] = frozenset()
    put: frozenset[Line] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything was changed."""
        return bool(self.aside or self.put)


def line(quad: Quad) -> Line:
    """A quad as our lines have it."""
    return str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name)


def written(lines: Iterable[Line]) -> str:
    """Lines as N-Quads, sorted."""
    return "".join(f"{' '.join(one)} .\n" for one in sorted(lines))


def between(raw: Iterable[Line], now: Iterable[Line]) -> Delta:
    """What leads from one set of quads to another."""
    before, after = frozenset(raw), frozenset(now)
    return Delta(before - after, after - before)


def delta_triples(me: Term, delta: Delta) -> list[Spo]:
    """The triples that keep a delta at a node of the graph that it changed."""
    return [(me, named(name), text(_kept(lines))) for name, lines in ((ASIDE, delta.aside), (IN, delta.put)) if lines]


def _kept(lines: Iterable[Line]) -> str:
    return "".join(f"{' '.join(one[:3])} .\n" for one in sorted(lines))


def _had_back(keeping: Line) -> Iterator[Line]:
    """The quads that one keeps, of its own graph."""
    return ((*line(quad)[:3], keeping[3]) for quad in read(value(keeping[2])))


def is_delta(one: Line) -> bool:
    """Whether a quad keeps a delta."""
    return one[1] in (named(ASIDE), named(IN))


def undone(now: Iterable[Line]) -> set[Line]:
    """The quads as they were extracted: without what the deltas among them put in, with what these set aside."""
    quads = set(now)
    kept = [one for one in quads if is_delta(one)]
    aside: set[Line] = set()
    put: set[Line] = set()
    for one in kept:
        (aside if one[1] == named(ASIDE) else put).update(_had_back(one))
    return ((quads - put) | aside) - set(kept)
