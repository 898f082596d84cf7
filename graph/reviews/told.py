"""Statements as the triples of an article's graph tell them, and as records; each can be made of the other."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.rdf.names import identifier, local
from graph.rdf.nquads import Spo, Term, node, text, value
from graph.rdf.terms import date, decimal, integer, named
from graph.statements.stored import Stored

# The fields of a record by the property that tells them.
IRIS = {
    "subject": "rdf:subject", "object": "rdf:object", "place": "dg:place", "source": "prov:wasAttributedTo",
}  # fmt: skip
NAMES = {"relation": "rdf:predicate", "polarity": "dg:polarity", "status": "dg:status"}
NUMBERS = {
    "begin": "nif:beginIndex", "end": "nif:endIndex", "subject_begin": "dg:subjectBegin", "subject_end": "dg:subjectEnd",
    "object_begin": "dg:objectBegin", "object_end": "dg:objectEnd",
}  # fmt: skip
TEXTS = {"date": "dg:date", "evidence": "dg:evidence", "rule": "dg:rule"}
PROPERTIES = IRIS | NAMES | NUMBERS | TEXTS | {"confidence": "dg:confidence"}


@dataclass(frozen=True, slots=True)
class Told:
    """An article's triples: its own, and those of its statements by their nodes."""

    own: tuple[Spo, ...]
    statements: dict[Term, dict[Spo, None]]


def told(triples: Iterable[Spo]) -> Told:
    """The triples of an article's graph, apart."""
    found = list(triples)
    nodes = {s for s, p, o in found if p == named("rdf:type") and o == named("dg:Statement")}
    statements: dict[Term, dict[Spo, None]] = {one: {} for one in sorted(nodes)}
    for triple in found:
        if triple[0] in nodes:
            statements[triple[0]][triple] = None
    return Told(tuple(triple for triple in found if triple[0] not in nodes), statements)


def record(triples: Iterable[Spo]) -> Stored | None:
    """The statement that its triples tell; None where one is missing that the shapes demand."""
    found: dict[Term, str] = {}
    for subject, predicate, term in triples:
        found[predicate] = value(term)
        found["iri"] = value(subject)
    try:
        fields: dict[str, object] = {name: found.get(named(curie), "") for name, curie in (IRIS | TEXTS).items()}
        fields |= {name: local(found[named(curie)]) for name, curie in NAMES.items()}
        fields |= {name: int(found[named(curie)]) for name, curie in NUMBERS.items()}
        confidence = float(found[named("dg:confidence")])
        article = identifier(found[named("prov:wasDerivedFrom")])
    except (KeyError, ValueError):
        return None
    verdict = local(found.get(named("dg:verdict"), ""))
    return Stored(iri=found["iri"], confidence=confidence, article=article, verdict=verdict, **fields)  # type: ignore[arg-type]


def field_triple(me: Term, name: str, given: object, lang: str) -> Spo | None:
    """The triple that tells a field of a statement; None where there is nothing to tell."""
    if given in ("", None):
        return None
    if name in IRIS:
        term = node(str(given))
    elif name in NAMES:
        term = named(f"dg:{given}")
    elif name in NUMBERS:
        term = integer(int(str(given)))
    elif name == "date":
        term = date(str(given))
    elif name == "confidence":
        term = decimal(float(str(given)))
    else:
        term = text(str(given), lang if name == "evidence" else None)
    return me, named(PROPERTIES[name]), term


def triples_of(statement: Stored, lang: str) -> dict[Spo, None]:
    """The triples of a statement, but for its article and for why its qualifiers were set."""
    me = node(statement.iri)
    made = [field_triple(me, name, getattr(statement, name), lang) for name in PROPERTIES]
    return dict.fromkeys([(me, named("rdf:type"), named("dg:Statement")), *(one for one in made if one)])
