"""How a statement is read back from a store: the one query that all ask who want statements as they were written."""

from collections import defaultdict
from dataclasses import dataclass

from graph.rdf.names import local
from graph.rdf.nquads import node, text
from graph.statements.selection import Selection
from graph.storage.store import ArticleStore
from ontology.vocabulary import DATA

# What is not optional here is what the shapes demand: a statement without it is none, and `validate` names it.
STATEMENTS = """
SELECT ?st ?s ?p ?o ?polarity ?status ?date ?place ?source ?confidence ?rule ?evidence ?article ?begin ?end ?sb ?se ?ob ?oe ?verdict {
  ?st a dg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; dg:polarity ?polarity ; dg:status ?status ;
      dg:confidence ?confidence ; dg:rule ?rule ; dg:evidence ?evidence ; nif:beginIndex ?begin ; nif:endIndex ?end ;
      dg:subjectBegin ?sb ; dg:subjectEnd ?se ; dg:objectBegin ?ob ; dg:objectEnd ?oe ;
      prov:wasDerivedFrom/dcterms:identifier ?article .
  OPTIONAL { ?st dg:date ?date } OPTIONAL { ?st dg:place ?place } OPTIONAL { ?st prov:wasAttributedTo ?source }
  OPTIONAL { ?st dg:verdict ?verdict }
  # which
}"""
REASONS = """
SELECT ?st ?reason { # which
  ?st dg:because ?reason }"""
PREFIX = f"{DATA}statement/"


@dataclass(frozen=True, slots=True)
class Stored:
    """A statement as a store tells it; what is not said is "".

    `iri`, `subject`, `object`, `place` and `source` are IRIs; `relation`, `polarity` and `status` names of the ontology; `date` an
    ISO day, month or year; `article` an id. Offsets count in the article's text: `begin` and `end` those
    of the evidence. `verdict` is that by which a reviewed statement stands.
    """

    iri: str
    subject: str
    relation: str
    object: str
    polarity: str
    status: str
    date: str
    place: str
    source: str
    confidence: float
    rule: str
    evidence: str
    article: str
    begin: int
    end: int
    subject_begin: int
    subject_end: int
    object_begin: int
    object_end: int
    verdict: str = ""

    @property
    def id(self) -> str:
        """The id: the IRI without what all have in common."""
        return self.iri.removeprefix(PREFIX)

    def inside(self, begin: int, end: int) -> tuple[int, int]:
        """Offsets of the article's text as offsets in the evidence; -1, -1 where they lie in another sentence."""
        first, last = begin - self.begin, end - self.begin
        return (first, last) if 0 <= first < last <= len(self.evidence) else (-1, -1)

    @property
    def subject_inside(self) -> tuple[int, int]:
        """Where the subject is mentioned in the evidence."""
        return self.inside(self.subject_begin, self.subject_end)

    @property
    def object_inside(self) -> tuple[int, int]:
        """Where the object is mentioned in the evidence."""
        return self.inside(self.object_begin, self.object_end)


def stored(store: ArticleStore, selection: Selection | None = None) -> list[Stored]:
    """The selected statements, or all, ordered by article and place in it."""
    return _read(store, (selection or Selection()).pattern())


def one(store: ArticleStore, iri: str) -> Stored | None:
    """The statement with an IRI, None where there is no such one."""
    return next(iter(_read(store, _only(iri))), None)


def beginning(store: ArticleStore, start: str) -> list[str]:
    """The IRIs of the statements whose ids begin with a text: at most two, for a second one is one too many."""
    rows = store.query(
        f"SELECT ?st {{ ?st a dg:Statement FILTER(STRSTARTS(STR(?st), {text(PREFIX + start)})) }} ORDER BY ?st LIMIT 2"
    ).rows
    return [iri for (iri,) in rows]


def reasons(store: ArticleStore, iri: str = "") -> dict[str, tuple[str, ...]]:
    """Why each qualifier was set, in alphabetical order, by the IRI of the statement: of one statement, or of all."""
    found: dict[str, list[str]] = defaultdict(list)
    for st, reason in store.query(REASONS.replace("# which", _only(iri) if iri else "")).rows:
        found[st].append(reason)
    return {st: tuple(sorted(told)) for st, told in found.items()}


def _only(iri: str) -> str:
    return f"VALUES ?st {{ {node(iri)} }}"


def _read(store: ArticleStore, which: str) -> list[Stored]:
    found = []
    for row in store.query(STATEMENTS.replace("# which", which)).rows:
        st, s, p, o, polarity, status, date, place, source, confidence, rule, evidence, article, *offsets, verdict = row
        begin, end, *mentions = map(int, offsets)
        found.append(
            Stored(
                st, s, local(p), o, local(polarity), local(status), date, place, source, float(confidence), rule, evidence, article,
                begin, end, mentions[0], mentions[1], mentions[2], mentions[3], local(verdict),
            )
        )  # fmt: skip
    # Sorted here and not by the store: stores differ in how they order text, and some sort ten thousand rows at most.
    return sorted(found, key=lambda read: (read.article, read.begin, read.iri))
