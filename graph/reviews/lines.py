"""Judgements as JSON lines: what stands in a line, checked before anything else sees it.

    {"statement": IRI, "verdict": "confirmed" | "rejected" | "withdrawn", "by": …, "at": …, "why": …}
    {"statement": IRI, "verdict": "amended", "relation": "meets", "subject": …, "object": …, "polarity": …, "status": …, "date": …,
     "place": …, "source": …}
    {"article": id, "verdict": "added", "subject": …, "relation": …, "object": …, "sentence": …, "begin": …, "end": …}
    {"actor": IRI, "same": IRI}    {"actor": IRI, "different": IRI}
    {"actor": IRI, "name": …, "lang": "de"}    {"actor": IRI, "kind": "Person"}

Statements, actors and places are named by IRI or id, actors and places by name too; `{"name": …, "kind": …}` is an actor that nobody
has described. A line that `review export` wrote has `was`, the statement as it stood, and holds in any store.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from extractors.statement import Polarity, Status
from graph.reviews.judgement import (
    FIELDS,
    IDENTITY,
    KIND,
    NAME,
    NODES,
    STATEMENT,
    Judgement,
    ReviewError,
    Verdict,
    moment,
)
from graph.statements.stored import Stored
from ontology.actor import ActorKind
from ontology.vocabulary import DATA, relations

# What may stand in an IRI of ours: nothing that could end one in SPARQL.
IRI = re.compile(rf"{re.escape(DATA)}(actor|place|statement)/[^\s<>\"{{}}|\\^`\x00-\x20]+")
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
QID = re.compile(r"Q\d{1,12}")
LANG = re.compile(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*")
LONGEST = 20_000
# No article is as long; a store's integers end not far beyond.
FARTHEST = 2**31 - 1
KINDS = (*ActorKind, "Place")
DESCRIPTION = frozenset(("kind", "labels", "names", "qid", "state"))
KNOWN = frozenset((
    "statement", "actor", "article", "verdict", "by", "at", "why", "same", "different", "name", "lang", "kind", "sentence", "begin", "end",
    "subject_begin", "subject_end", "object_begin", "object_end", "was", "described", *FIELDS,
))  # fmt: skip
SPANS = ("subject_begin", "subject_end", "object_begin", "object_end")
CHOICES = {"polarity": tuple(Polarity), "status": tuple(Status), "kind": tuple(ActorKind)}


@dataclass(frozen=True, slots=True)
class Line:
    """A line that could be read: where it stands (`reviews.jsonl:3`), and what it says."""

    place: str
    says: Mapping[str, Any]

    @property
    def register(self) -> str:
        """What it is about, as `Judgement.register`."""
        if "actor" not in self.says:
            return STATEMENT
        if "same" in self.says or "different" in self.says:
            return IDENTITY
        return f"{NAME} {self.says.get('lang', 'de')}" if "name" in self.says else KIND

    @property
    def verdict(self) -> Verdict:
        """The verdict, where it is not told that which follows from the rest."""
        if told := self.says.get("verdict"):
            return Verdict(told)
        if "actor" not in self.says:
            return Verdict.ADDED
        if self.register == IDENTITY:
            return Verdict.SAME if "same" in self.says else Verdict.DIFFERENT
        return Verdict.RENAMED if self.register.startswith(NAME) else Verdict.RETYPED


def parsed(text: str, place: str) -> Line:
    """A line of JSON. Raises `ReviewError` that names the place and the reason."""
    try:
        says = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReviewError(f"{place}: no JSON ({error})") from error
    if not isinstance(says, dict):
        raise ReviewError(f"{place}: a judgement is a JSON object")
    return checked(says, place)


def checked(says: Mapping[str, Any], place: str) -> Line:
    """A line of what it says. Raises `ReviewError`."""
    says = _characters(says)
    if reason := next(_wrong(says), None):
        raise ReviewError(f"{place}: {reason}")
    return Line(place, says)


def _characters(value: Any) -> Any:
    r"""A value of JSON without lone surrogates (`\ud83d`), which are no characters."""
    if isinstance(value, str):
        return value.encode("utf8", "replace").decode()
    if isinstance(value, dict):
        return {_characters(name): _characters(said_) for name, said_ in value.items()}
    return [_characters(one) for one in value] if isinstance(value, list) else value


def _wrong(says: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a line, the first thing first."""
    if unknown := sorted(set(says) - KNOWN):
        yield f"no field {unknown[0]!r}; there are {', '.join(sorted(KNOWN))}"
    for name, said in says.items():
        if name in ("begin", "end", *SPANS):
            if not isinstance(said, int) or isinstance(said, bool) or not 0 <= said <= FARTHEST:
                yield f"{name} {said!r} is no offset"
        elif name in ("was", "described"):
            if not isinstance(said, dict):
                yield f"{name} is no JSON object"
        elif isinstance(said, dict) and name in NODES:
            if not str(said.get("name") or "").strip() or said.get("kind") not in KINDS:
                yield f'{name}: one that is new is written {{"name": …, "kind": "Person"}}'
        elif not isinstance(said, str):
            yield f"{name} is no text"
        elif len(said) > LONGEST:
            yield f"{name} is longer than {LONGEST:,} characters"
    about = [name for name in ("statement", "actor", "article") if says.get(name)]
    if not about:
        yield "it names no statement, actor or article"
    if says.get("verdict") and says["verdict"] not in tuple(Verdict):
        yield f"no verdict {says['verdict']!r}; there are {', '.join(Verdict)}"
    yield from _wrong_value(says)
    yield from _wrong_actor(says) if "actor" in says else _wrong_statement(says)


def _wrong_value(says: Mapping[str, Any]) -> Iterator[str]:
    for name, allowed in CHOICES.items():
        if says.get(name) and says[name] not in allowed:
            yield f"no {name} {says[name]!r}; there are {', '.join(allowed)}"
    if says.get("relation") and says["relation"] not in relations():
        yield f"no relation {says['relation']!r}; there are {', '.join(relations())}"
    if says.get("date") and not DATE.fullmatch(says["date"]):
        yield f"date {says['date']!r}: write 2025-09-04, 2025-09 or 2025"
    if says.get("lang") and not LANG.fullmatch(says["lang"]):
        yield f"{says['lang']!r} is no language"
    if says.get("at"):
        try:
            moment(says["at"])
        except (ValueError, OverflowError):
            yield f"at {says['at']!r}: write 2025-09-04T12:00:00Z"
    for iri, about in says.get("described", {}).items():
        if not IRI.fullmatch(iri) or not _describes(about):
            yield f"described: {iri!r} is no description of an actor or a place"
    if "was" in says and statement_of(says["was"]) is None:
        yield "was: no whole statement"


def _describes(about: Any) -> bool:
    """Whether a value of `described` is such a description (`graph.reviews.describing.snapshot`)."""
    if not isinstance(about, dict) or about.get("kind") not in KINDS or set(about) - DESCRIPTION:
        return False
    labels, names = about.get("labels"), about.get("names", [])
    if not isinstance(labels, dict) or not labels or not isinstance(names, list):
        return False
    pairs = [*((name, lang) for lang, name in labels.items()), *names]
    named = all(isinstance(pair, (list, tuple)) and len(pair) == 2 and all(map(_is_text, pair)) for pair in pairs)
    return (
        named
        and all(name and LANG.fullmatch(lang) for name, lang in pairs)
        and ("qid" not in about or bool(QID.fullmatch(str(about["qid"]))))
        and ("state" not in about or bool(IRI.fullmatch(str(about["state"]))))
    )


def _is_text(said: Any) -> bool:
    return isinstance(said, str) and len(said) <= LONGEST


def _wrong_actor(says: Mapping[str, Any]) -> Iterator[str]:
    matters = [name for name in ("same", "different", "name", "kind") if name in says]
    if len(matters) != 1:
        yield "of an actor it says one thing: same, different, name or kind"
    elif not says[matters[0]] and says.get("verdict") != Verdict.WITHDRAWN:
        yield f"{matters[0]} is empty"
    if says.get("verdict", "") in (Verdict.CONFIRMED, Verdict.REJECTED, Verdict.AMENDED, Verdict.ADDED):
        yield f"an actor cannot be {says['verdict']}"


def _wrong_statement(says: Mapping[str, Any]) -> Iterator[str]:
    verdict = says.get("verdict", "")
    if verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.RENAMED, Verdict.RETYPED):
        yield f"a statement cannot be {verdict}"
    if says.get("statement") and not verdict:
        yield f"it has no verdict; there are {', '.join(Verdict)}"
    if not says.get("statement") and (verdict not in ("", Verdict.ADDED)):
        yield "it names no statement"
    if not says.get("statement") and "was" not in says:
        if missing := [name for name in ("subject", "relation", "object") if not says.get(name)]:
            yield f"an added statement needs {missing[0]}"
        if not says.get("sentence") and not ("begin" in says and "end" in says):
            yield "an added statement needs its sentence, or begin and end"
    if verdict == Verdict.AMENDED and not set(says) & set(FIELDS):
        yield f"it amends nothing; there are {', '.join(FIELDS)}"


def statement_of(was: Mapping[str, Any]) -> Stored | None:
    """The statement that a line tells in `was`; None where something is missing or no such thing."""
    try:
        found = Stored(**{field.name: field.type(was[field.name]) for field in fields(Stored) if field.name in was})  # type: ignore[operator]
    except (KeyError, TypeError, ValueError):
        return None
    nodes = (found.iri, found.subject, found.object, *(one for one in (found.place, found.source) if one))
    right = (
        all(IRI.fullmatch(one) for one in nodes)
        and found.relation in relations()
        and found.polarity in tuple(Polarity)
        and found.status in tuple(Status)
        and (not found.date or DATE.fullmatch(found.date))
        and found.article
        and found.evidence
        and all(map(_is_text, (found.article, found.evidence, found.rule)))
        and 0 <= found.begin < found.end <= FARTHEST
        and all(-1 <= getattr(found, name) <= FARTHEST for name in SPANS)
        and 0 <= found.confidence <= 1
        and found.subject != found.object
    )
    return found if right else None


def said(one: Judgement) -> dict[str, Any]:
    """A judgement as its line says it, whole: what is read back is the same judgement."""
    told: dict[str, Any] = {}
    if one.was:
        told |= {"statement": one.target, "article": one.was.article}
    else:
        told["actor"] = one.target
    told["verdict"] = str(one.verdict)
    if one.register == IDENTITY:
        told["different" if one.verdict is Verdict.DIFFERENT else "same"] = one.other
    told |= one.correction or ({"kind": ""} if one.register == KIND else {})
    if one.register.startswith(NAME) and "name" not in told:
        told |= {"name": "", "lang": one.register.removeprefix(f"{NAME} ")}
    told |= {"by": one.by, "at": one.at}
    if one.why:
        told["why"] = one.why
    if one.was:
        told["was"] = {name: kept for name, kept in asdict(one.was).items() if name != "verdict"}
    if one.described:
        told["described"] = dict(one.described)
    return told


def written(judgements: Iterable[Judgement]) -> str:
    """Judgements as JSON lines, in their order."""
    return "".join(json.dumps(said(one), ensure_ascii=False) + "\n" for one in judgements)
