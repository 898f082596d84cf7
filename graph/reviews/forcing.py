"""Puts judgements in force in articles: of quads as they are written or stored it makes quads as they are to stand."""

from collections.abc import Iterable, Mapping, Sequence

from graph.rdf.nquads import Spo, Term, value
from graph.rdf.terms import named
from graph.reviews.applied import Around, reviewed
from graph.reviews.delta import Line, between, delta_triples
from graph.reviews.judgement import Judgement
from graph.reviews.told import record, told

# What leads from an article to what is described elsewhere.
LEADING = (named("dg:mentions"), named("dg:place"))


def forced(
    article: Term,
    raw: Iterable[Line],
    judgements: Sequence[Judgement],
    twins: Mapping[Term, Term],
    text: str | None,
    now: Iterable[Line] = (),
) -> set[Line]:
    """An article's quads with judgements in force, and what these changed beside them (`graph.reviews.delta`).

    `raw` are its quads as they were extracted, `now` as they stand; `twins` says who is whom, `text` is its text where it is known.
    """
    before = (record(lines) for lines in told(triples(now)).statements.values())
    around = Around(twins, text, tuple(one for one in before if one and one.verdict))
    extracted = set(raw)
    made = {(*triple, article) for triple in reviewed(article, sorted(triples(extracted)), judgements, around)}
    return made | {(*triple, article) for triple in delta_triples(article, between(extracted, made))}


def triples(lines: Iterable[Line]) -> list[Spo]:
    """Quads without their graphs."""
    return [line[:3] for line in lines]


def kept_text(lines: Iterable[Line]) -> str | None:
    """The text of an article, where it was kept."""
    return next((value(target) for _, name, target, _ in lines if name == named("dg:text")), None)


def led_to(lines: Iterable[Line]) -> set[Term]:
    """The actors and places that must be described for some quads."""
    return {target for _, name, target, _ in lines if name in LEADING}
