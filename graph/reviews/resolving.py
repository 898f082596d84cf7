"""Lines as judgements on what a store holds: statements found by their nodes, actors and places by IRI, id or name."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from extractors.article import DEFAULT_LANGUAGE
from graph.rdf.names import article_iri
from graph.rdf.nquads import value
from graph.rdf.terms import named
from graph.reviews.anchoring import placed
from graph.reviews.delta import Line as Quads
from graph.reviews.delta import undone
from graph.reviews.judgement import (
    FIELDS,
    IDENTITY,
    KIND,
    NAME,
    STATEMENT,
    Judgement,
    ReviewError,
    Verdict,
    effective,
    moment,
)
from graph.reviews.lines import IRI, Line, statement_of
from graph.reviews.naming import Names
from graph.reviews.reading import article_lines, changed_articles, named_judgements, statement_lines
from graph.reviews.told import record, told
from graph.statements.described import described
from graph.statements.stored import PREFIX, Stored
from graph.storage.store import ArticleStore
from ontology.errors import InputError, RequestError

RULE = "review: added"


class Resolver:
    """Makes judgements of lines. What lines name is looked up once for all of them."""

    def __init__(self, store: ArticleStore, lines: Sequence[Line], by: str, at: str = "") -> None:
        """`by` and `at` are those of lines that say neither; where `at` is empty, it is now."""
        self.store, self.by, self.at = store, by, moment(at)
        statements = {_statement_iri(line.says["statement"]) for line in lines if line.says.get("statement")}
        self.before: dict[str, list[Judgement]] = {}
        for one in named_judgements(store, "dg:judges", statements):
            self.before.setdefault(one.target, []).append(one)
        there = statement_lines(store, statements)
        homes = {value(line[0]): value(line[3]) for line in there}
        self.originals = {value(line[0]): value(line[2]) for line in there if line[1] == named("prov:wasRevisionOf")}
        for one in named_judgements(store, "dg:judges", set(self.originals.values())):
            self.before.setdefault(one.target, []).append(one)
        wanted = {article_iri(line.says["article"]).value for line in lines if line.says.get("article")}
        wanted |= {one.article_iri for told_ in self.before.values() for one in told_}
        # A statement of an article in which nothing was changed stands as it was extracted.
        wanted |= changed_articles(store, homes.values())
        self.articles = {value(article): kept for article, kept in article_lines(store, wanted).items()}
        plain = {line for line in there if value(line[3]) not in wanted}
        self.raw = {one.iri: one for kept in (*map(undone, self.articles.values()), plain) for one in _records(kept)}
        self.names = Names(store, described(store, self._nodes(lines)))

    def _nodes(self, lines: Iterable[Line]) -> set[str]:
        names = ("actor", "same", "different", "subject", "object", "source", "place")
        given = {str(line.says[name]) for line in lines for name in names if isinstance(line.says.get(name), str)}
        found = {one for one in given if IRI.fullmatch(one)}
        return found | {
            end for one in self.raw.values() for end in (one.subject, one.object, one.place, one.source) if end
        }

    def judgement(self, line: Line) -> Judgement:
        """The judgement of a line. Raises `ReviewError` for what the store does not have, naming the line."""
        try:
            made = self._statement(line) if line.register == STATEMENT else self._actor_judgement(line)
        except (InputError, RequestError) as error:
            raise ReviewError(f"{line.place}: {error}") from error
        return replace(made, described=self.names.described(made) | dict(line.says.get("described", {})))

    def _who(self, line: Line) -> tuple[str, str, str]:
        at = moment(line.says["at"]) if line.says.get("at") else self.at
        return line.says.get("by") or self.by, at, line.says.get("why", "")

    # Statements ------------------------------------------------------------------------------------------------------

    def _statement(self, line: Line) -> Judgement:
        by, at, why = self._who(line)
        fields = {name: line.says[name] for name in FIELDS if name in line.says}
        if not line.says.get("statement"):
            was = self._added(line)
            return Judgement(was.iri, STATEMENT, Verdict.ADDED, by, at, why, was=was)
        target, was, earlier, verdict = self._judged(line)
        correction = dict(earlier) if verdict is not Verdict.REJECTED and verdict is not Verdict.WITHDRAWN else {}
        if verdict in (Verdict.AMENDED, Verdict.ADDED):
            correction |= {name: self._field(name, given) for name, given in fields.items()}
            meant = {**{name: getattr(was, name) for name in ("subject", "object")}, **correction}
            if meant["subject"] == meant["object"]:
                raise ReviewError("subject and object are one actor")
        return Judgement(target, STATEMENT, verdict, by, at, why, was=was, correction=correction)

    def _judged(self, line: Line) -> tuple[str, Stored, Mapping[str, str], Verdict]:
        """What a line judges: the statement as it was extracted, what an earlier judgement corrects in it, and the verdict on that."""
        given, verdict = _statement_iri(line.says["statement"]), line.verdict
        target = self.originals.get(given, given)
        earlier = effective(self.before.get(target, ()))
        correction: Mapping[str, str] = {}
        if given in self.originals or (earlier and any(one.verdict is Verdict.ADDED for one in self.before[target])):
            correction = earlier.correction if earlier else {}
            # Who agrees with a revision says what it says.
            if verdict is Verdict.CONFIRMED:
                verdict = Verdict.AMENDED if given in self.originals else Verdict.ADDED
            elif verdict is Verdict.AMENDED and given not in self.originals:
                verdict = Verdict.ADDED
        if was := self.raw.get(target):
            return target, was, correction, verdict
        if "was" in line.says and (was := statement_of(line.says["was"])):
            return target, was, correction, verdict
        if kept := next((one.was for one in reversed(self.before.get(target, [])) if one.was), None):
            return target, kept, correction, verdict
        raise ReviewError(f"no statement {line.says['statement']!r} in the graph; build its article first")

    def _added(self, line: Line) -> Stored:
        """A statement that somebody adds, with its place in the article."""
        says, article = line.says, line.says["article"]
        home = article_iri(article).value
        if home not in self.articles:
            raise ReviewError(f"no article {article!r} in the graph")
        kept = next((value(o) for _, p, o, _ in self.articles[home] if p == named("dg:text")), None)
        length = next((int(value(o)) for _, p, o, _ in self.articles[home] if p == named("dcterms:extent")), 0)
        begin, end = _passage(says, kept, length)
        evidence = kept[begin:end] if kept is not None else says.get("sentence", "")
        fields = {name: self._field(name, says[name]) if says.get(name) else "" for name in FIELDS}
        if fields["subject"] == fields["object"]:
            raise ReviewError("subject and object are one actor")
        parts = (article, " ".join(evidence.split()), fields["subject"], fields["relation"], fields["object"])
        iri = f"{PREFIX}{hashlib.sha256(repr(('added', *parts)).encode()).hexdigest()[:20]}"
        spans = [self._mention(says, name, fields[name], evidence, begin) for name in ("subject", "object")]
        return Stored(
            iri, fields["subject"], fields["relation"], fields["object"], fields["polarity"] or "affirmed", fields["status"] or "actual",
            fields["date"], fields["place"], fields["source"], 1.0, RULE, evidence, article, begin, end, *spans[0], *spans[1],
        )  # fmt: skip

    def _mention(self, says: Mapping[str, Any], name: str, iri: str, evidence: str, begin: int) -> tuple[int, int]:
        """Where the evidence names an end: as the line says, else by one of its names, the longest first, else all of it."""
        if f"{name}_begin" in says and f"{name}_end" in says:
            first, last = says[f"{name}_begin"], says[f"{name}_end"]
            if begin <= first < last <= begin + len(evidence):
                return first, last
        thing = self.names.things.get(iri) or described(self.store, [iri]).get(iri)
        names = [*thing.labels.values(), *(spelling.text for spelling in thing.names)] if thing else []
        if isinstance(says[name], str):
            names.append(says[name])
        for words in sorted(names, key=lambda words: (-len(words), words)):
            if (at := evidence.find(words)) >= 0 and words:
                return begin + at, begin + at + len(words)
        return begin, begin + len(evidence)

    def _field(self, name: str, given: Any) -> str:
        if not given:
            return ""
        if name in ("subject", "object", "source"):
            return self.names.actor(given)
        return self.names.place(given) if name == "place" else str(given)

    # Actors ----------------------------------------------------------------------------------------------------------

    def _actor_judgement(self, line: Line) -> Judgement:
        by, at, why = self._who(line)
        says, verdict = line.says, line.verdict
        target = self.names.actor(says["actor"], line.says.get("described", {}))
        if line.register == IDENTITY:
            other = self.names.actor(says.get("same") or says.get("different"), line.says.get("described", {}))
            if other == target:
                raise ReviewError("both are one actor already")
            return Judgement(target, IDENTITY, verdict, by, at, why, other)
        if line.register.startswith(NAME):
            told_name = {"name": says["name"], "lang": says.get("lang", DEFAULT_LANGUAGE)}
            return Judgement(target, line.register, verdict, by, at, why, correction=told_name if says["name"] else {})
        return Judgement(target, KIND, verdict, by, at, why, correction={"kind": says["kind"]} if says["kind"] else {})


def _statement_iri(given: str) -> str:
    iri = given if given.startswith(PREFIX) else PREFIX + given.removeprefix("dgstatement:")
    return iri if IRI.fullmatch(iri) else f"{PREFIX}none"


def _records(lines: Iterable[Quads]) -> list[Stored]:
    return [one for triples in told(line[:3] for line in lines).statements.values() if (one := record(triples))]


def _passage(says: Mapping[str, Any], kept: str | None, length: int) -> tuple[int, int]:
    """The offsets of an added statement's sentence. Raises `ReviewError` where it is not in the article."""
    begin, end, sentence = says.get("begin"), says.get("end"), says.get("sentence", "")
    if kept is not None and sentence:
        probe = _probe(sentence, begin or 0)
        if found := placed(probe, kept):
            return found.begin, found.end
        raise ReviewError("its sentence is not in the article's text")
    if begin is None:
        raise ReviewError("say where its sentence begins, or build the article with --keep-text")
    end = end if end is not None else begin + len(sentence)
    if kept is None and sentence and end - begin != len(sentence):
        raise ReviewError("its sentence is not as long as begin and end say")
    if kept is None and not sentence:
        raise ReviewError("give its sentence, or build the article with --keep-text")
    if not begin < end <= length:
        raise ReviewError("its sentence lies outside the article")
    return begin, end


def _probe(sentence: str, begin: int) -> Stored:
    end = begin + len(sentence)
    return Stored("", "", "", "", "", "", "", "", "", 1.0, "", sentence, "", begin, end, begin, end, begin, end)


def resolved(store: ArticleStore, lines: Sequence[Line], by: str, at: str = "") -> tuple[list[Judgement], list[str]]:
    """The judgements of lines, and what is wrong with those that give none."""
    resolver = Resolver(store, lines, by, at)
    made, wrong = [], []
    for line in lines:
        try:
            made.append(resolver.judgement(line))
        except ReviewError as error:
            wrong.append(str(error))
    return made, wrong
