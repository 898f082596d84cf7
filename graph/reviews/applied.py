"""What judgements make of an article: its triples as they were extracted go in, its triples as they are to stand come out."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.rdf.names import term
from graph.rdf.nquads import Spo, Term, node, value
from graph.rdf.terms import named
from graph.reviews.anchoring import found, placed, standing
from graph.reviews.judgement import FIELDS, Judgement, Verdict, effective
from graph.reviews.told import PROPERTIES, Told, field_triple, record, told, triples_of
from graph.statements.stored import Stored
from ontology.vocabulary import DATA

SURE = 1.0


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside an article: who is whom (IRIs as terms), its text where there is one, its triples as they stood before."""

    same: Mapping[Term, Term]
    text: str | None = None
    before: tuple[Stored, ...] = ()


def revision_iri(original: str) -> str:
    """The node of the revision of a statement: it stays the same, however often the statement is amended."""
    return f"{DATA}statement/{hashlib.sha256(f'revision of {original}'.encode()).hexdigest()[:20]}"


def reviewed(article: Term, raw: Iterable[Spo], judgements: Sequence[Judgement], around: Around) -> set[Spo]:
    """The triples of an article's graph with judgements in force; each that found its statement is named by `dg:inForce`."""
    made = _Article(article, told(raw), around)
    for group in made.groups(judgements):
        if effect := effective(group):
            made.take(effect, group)
    return made.triples()


def facts(triples: Iterable[Spo]) -> set[Spo]:
    """The plain facts that the affirmed, actual statements among some triples support."""
    said: dict[Term, dict[Term, Term]] = defaultdict(dict)
    for subject, predicate, target in triples:
        said[subject][predicate] = target
    wanted = {named("dg:polarity"): named("dg:affirmed"), named("dg:status"): named("dg:actual")}
    ends = [named(f"rdf:{name}") for name in ("subject", "predicate", "object")]
    return {
        (one[ends[0]], one[ends[1]], one[ends[2]])
        for one in said.values()
        if all(one.get(name) == value for name, value in wanted.items()) and all(end in one for end in ends)
    }


class _Article:
    """An article under review: its statements as triples by node, in the order in which they count."""

    def __init__(self, article: Term, extracted: Told, around: Around) -> None:
        self.article, self.around, self.own = article, around, extracted.own
        self.statements = {one: list(triples) for one, triples in extracted.statements.items()}
        self.records = [read for triples in extracted.statements.values() if (read := record(triples))]
        self.lang = next((value(o) for _, p, o in extracted.own if p == named("dcterms:language")), "de")
        self.in_force: list[str] = []
        self.nodes: set[Term] = set()

    def groups(self, judgements: Iterable[Judgement]) -> list[list[Judgement]]:
        """The judgements by the statement that each is about today, those that found none by the one that they were about."""
        by_statement: dict[str, list[Judgement]] = defaultdict(list)
        for one in judgements:
            if one.was:
                match = found(one.was, self.records)
                by_statement[match.iri if match else one.target].append(one)
        return [by_statement[iri] for iri in sorted(by_statement)]

    def take(self, effect: Judgement, group: Sequence[Judgement]) -> None:
        """Put a judgement in force, where its statement or at least its sentence is there."""
        assert effect.was is not None
        match = found(effect.was, self.records)
        if effect.verdict is Verdict.REJECTED:
            if match:
                del self.statements[node(match.iri)]
            if match or any(one.verdict is Verdict.ADDED for one in group):
                self._force(group)
            return
        if match is None and effect.verdict is Verdict.AMENDED:
            # The extraction has learnt what the reviewer said: the statement only has to be kept.
            corrected = replace(effect.was, iri="", **_statement_fields(effect))  # type: ignore[arg-type]
            if learnt := found(corrected, self.records):
                self._keep(learnt, effect, Verdict.CONFIRMED)
                self._force(group)
                return
        first = group[0].target
        base = match or self._placed(effect, first)
        if base is None:
            return
        if effect.verdict is Verdict.CONFIRMED or (effect.verdict is Verdict.ADDED and match):
            self._keep(base, effect, effect.verdict)
        else:
            self._revise(base, effect, first)
        self._force(group)

    def _force(self, group: Iterable[Judgement]) -> None:
        self.in_force += [one.iri for one in group]

    def _placed(self, effect: Judgement, first: str) -> Stored | None:
        """Where a statement belongs that the extraction does not give (any more): by the text, else where it stood before."""
        was = effect.was
        assert was is not None
        if self.around.text is not None:
            return placed(was, self.around.text)
        iri = revision_iri(first) if effect.verdict is Verdict.AMENDED else effect.target
        if before := standing(self.around.before, iri):
            offsets = {name: getattr(before, name) for name in PROPERTIES if name.endswith(("begin", "end"))}
            return replace(was, evidence=before.evidence, **offsets)
        # Nobody knows the text: what somebody added a moment ago is taken at its word, what was extracted once is not.
        return was if effect.verdict is Verdict.ADDED and was.end <= self._length() else None

    def _length(self) -> int:
        return next((int(value(o)) for _, p, o in self.own if p == named("dcterms:extent")), 0)

    def _keep(self, base: Stored, effect: Judgement, verdict: Verdict) -> None:
        """A statement as it stands, sure from now on; one that is not there (any more) is put back."""
        me = node(base.iri)
        triples = self.statements.get(me) or [
            *triples_of(base, self.lang),
            (me, named("prov:wasDerivedFrom"), self.article),
        ]
        triples = _with(triples, me, {"confidence": SURE}, self.lang)
        self.statements[me] = [*triples, *_said(me, verdict, effect)]
        self._name(self.statements[me])

    def _revise(self, base: Stored, effect: Judgement, first: str) -> None:
        """A revision in the place of a statement, named after the one that was judged `first`; or a statement that was added."""
        amended = effect.verdict is Verdict.AMENDED
        me = node(revision_iri(first) if amended else effect.target)
        fields = _statement_fields(effect) | {"confidence": SURE}
        original = self.statements.pop(node(base.iri), None) or [
            *triples_of(base, self.lang), (node(base.iri), named("prov:wasDerivedFrom"), self.article)
        ]  # fmt: skip
        renamed = [(me, predicate, target) for _, predicate, target in original]
        triples = _with(renamed, me, fields, self.lang)
        if amended:
            triples.append((me, named("prov:wasRevisionOf"), node(first)))
        self.statements[me] = [*triples, *_said(me, effect.verdict, effect)]
        self._name(self.statements[me])

    def _name(self, triples: Iterable[Spo]) -> None:
        ends = [named(curie) for curie in ("rdf:subject", "rdf:object", "prov:wasAttributedTo")]
        self.nodes |= {target for _, predicate, target in triples if predicate in ends}

    def triples(self) -> set[Spo]:
        """All triples, with actors that are one as one: nobody deals with himself, and nothing is said twice."""
        same = self.around.same
        made = {(s, p, same.get(o, o) if p == named("dg:mentions") else o) for s, p, o in self.own}
        made |= {(self.article, named("dg:mentions"), same.get(one, one)) for one in self.nodes}
        made |= {(self.article, named("dg:inForce"), node(iri)) for iri in self.in_force}
        kept: dict[tuple[Term, ...], tuple[bool, Term]] = {}
        for me, triples in sorted(self.statements.items()):
            mapped = self.statements[me] = [(s, p, _merged(p, o, same)) for s, p, o in triples]
            told = {p: o for _, p, o in mapped}
            if told.get(named("rdf:subject")) == told.get(named("rdf:object")):
                continue
            key = tuple(told.get(named(curie), "") for curie in _SAID)
            judged = named("dg:verdict") in told
            if key not in kept or (judged and not kept[key][0]):
                kept[key] = judged, me
        for _, me in kept.values():
            made |= set(self.statements[me])
        return made


_SAID = ("rdf:subject", "rdf:predicate", "rdf:object", "nif:beginIndex", "nif:endIndex")


def _merged(predicate: Term, target: Term, same: Mapping[Term, Term]) -> Term:
    ends = (named("rdf:subject"), named("rdf:object"), named("prov:wasAttributedTo"))
    return same.get(target, target) if predicate in ends else target


def _statement_fields(effect: Judgement) -> dict[str, str]:
    return {name: said for name, said in effect.correction.items() if name in FIELDS}


def _with(triples: Iterable[Spo], me: Term, fields: Mapping[str, object], lang: str) -> list[Spo]:
    """The triples of a statement with other values in some fields; an empty value takes the field away."""
    replaced = {named(PROPERTIES[name]) for name in fields}
    new = [field_triple(me, name, given, lang) for name, given in fields.items()]
    return [one for one in triples if one[1] not in replaced] + [one for one in new if one]


def _said(me: Term, verdict: Verdict, effect: Judgement) -> list[Spo]:
    return [
        (me, str(term("dg:verdict")), named(f"dg:{verdict}")),
        (me, named("prov:wasInfluencedBy"), node(effect.iri)),
    ]
