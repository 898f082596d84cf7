"""Named questions: the SPARQL files of the folder `questions`, each a question that an analyst asks.

A file runs as it is in any SPARQL tool that knows the prefixes and holds the ontology beside the data; what it asks about
relations (`?relation dg:sign -1`) is answered when it is read (`ontology.patterns`), since our stores hold no ontology.
Comment lines at its head say what it asks (`# …`). Its first `VALUES (?since …) { (UNDEF …) }` names the parameters: an empty
one leaves nothing out. A parameter that a line `# needs: actor` names must be given.

`VALUES ?lang { "en" }` is the language of the answer. A file asks for the label in it (`?x skos:prefLabel ?name . FILTER(LANG(?name) =
?lang)`); what is asked of a store takes another label where there is none, so that no row is lost and none comes twice.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from pyoxigraph import Literal

from extractors.article import DEFAULT_LANGUAGE
from graph.queries.computed import ASKS, computed
from graph.queries.computed import PARAMETERS as PERIOD
from graph.rdf.names import actor_iri, identifier, term
from graph.statements.selection import DATE, SelectionError, actor_named
from graph.storage.ask import Answer, QueryError
from graph.storage.store import ArticleStore
from ontology.labels import FALLBACK
from ontology.patterns import answered
from ontology.vocabulary import DG, relations

PARAMETERS = re.compile(r"VALUES \(([^)]*)\) \{ \((?:UNDEF ?)+\) \}")
LANG = 'VALUES ?lang { "en" }'
LABEL = re.compile(r"(\?\w+) (skos:prefLabel|rdfs:label) (\?\w+) \. FILTER\(LANG\(\3\) = \?lang\)")
# The columns in which relations stand: one, or several with commas between.
RELATIONS = ("relation", "relations")
ID = "_id"
DAYS, ACTORS = ("since", "until", "on"), ("actor", "other")


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: what it asks, its parameters, those that must be given, and its SPARQL, empty where an analysis answers it."""

    name: str
    asks: str
    parameters: tuple[str, ...]
    needed: tuple[str, ...]
    sparql: str


@lru_cache
def questions() -> Mapping[str, Question]:
    """All named questions by name."""
    folder = files("graph.queries").joinpath("questions")
    texts = {path.name: path.read_text("utf8") for path in folder.iterdir() if path.name.endswith(".rq")}
    found = {name[:-3]: _read(name[:-3], texts[name]) for name in texts}
    found |= {name: Question(name, asks, PERIOD, (), "") for name, asks in ASKS.items()}
    return MappingProxyType(dict(sorted(found.items())))


def _read(name: str, text: str) -> Question:
    head = [line.removeprefix("#").strip() for line in text.splitlines() if line.startswith("#")]
    needed = next((line.removeprefix("needs:").split() for line in head if line.startswith("needs:")), [])
    asks = " ".join(line for line in head if not line.startswith("needs:"))
    declared = PARAMETERS.search(text)
    parameters = tuple(declared[1].replace("?", "").split()) if declared else ()
    return Question(name, asks, parameters, tuple(needed), answered(text))


def answer(
    store: ArticleStore,
    name: str,
    given: Mapping[str, str],
    lang: str = DEFAULT_LANGUAGE,
    *,
    ids: bool = False,
    limit: int | None = None,
    timeout: float | None = None,
) -> Answer:
    """The answer to a named question, as `asked` has it in SPARQL or as an analysis gives it; relations are IRIs (`in_words`).

    At most `limit` rows; `timeout` is for SPARQL. Raises `QueryError`.
    """
    if name not in ASKS:
        return store.query(asked(store, name, given, lang, ids=ids), limit=limit, timeout=timeout)
    _check(questions()[name], given)
    for parameter in PERIOD:
        _term(store, parameter, given.get(parameter, ""))
    found = computed(store, name, given, lang, ids=ids)
    return replace(found, rows=found.rows[:limit])


def asked(
    store: ArticleStore, name: str, given: Mapping[str, str], lang: str = DEFAULT_LANGUAGE, *, ids: bool = False
) -> str:
    """The SPARQL of a named question with its parameters filled in, and labels in a language; with `ids` what they name beside them.

    Days are ISO days, months or years; actors ids or names; relations names of the ontology. Values become RDF terms that
    the RDF library writes, so nothing in them is read as SPARQL. Raises `QueryError`.
    """
    question = questions().get(name)
    if question is None:
        raise QueryError(f"no question {name!r}; there are {', '.join(questions())}")
    if not question.sparql:
        raise QueryError(f"{name} is no SPARQL: an analysis answers it")
    _check(question, given)
    row = " ".join(_term(store, parameter, given.get(parameter, "")) for parameter in question.parameters)
    head = " ".join(f"?{parameter}" for parameter in question.parameters)
    filled = PARAMETERS.sub(lambda _: f"VALUES ({head}) {{ ({row}) }}", question.sparql, count=1)
    return labelled((_identified(filled) if ids else filled).replace(LANG, f"VALUES ?lang {{ {Literal(lang)} }}"), lang)


def _check(question: Question, given: Mapping[str, str]) -> None:
    for parameter in given:
        if parameter not in question.parameters:
            takes = f"it takes {', '.join(question.parameters)}" if question.parameters else "it takes none"
            raise QueryError(f"{question.name} has no parameter {parameter!r}; {takes}")
    for parameter in question.needed:
        if not given.get(parameter):
            raise QueryError(f"{question.name} needs --{parameter}")


def _identified(sparql: str) -> str:
    """A question that gives, after each column of labels, the nodes that have them: `?host ?host_id`."""
    start = sparql.index("SELECT")
    end = sparql.index("{", start)
    head = sparql[start:end]
    for name, _, label in LABEL.findall(sparql):
        head = re.sub(rf"\{label}(?=\s)", f"{label} ({name} AS {label}{ID})", head, count=1)
    return sparql[:start] + head + sparql[end:]


def in_words(answer: Answer, lang: str, *, ids: bool = False) -> Answer:
    """An answer to a named question with relations by their labels in a language; with `ids` their names beside them, and ids for nodes."""
    known = relations()

    def label(value: str) -> str:
        names = value.removeprefix(DG).split(", ")
        return ", ".join(known[name].label(lang) if name in known else name for name in names)

    columns: list[str] = []
    rows: list[list[str]] = [[] for _ in answer.rows]
    for at, column in enumerate(answer.columns):
        told = [row[at] for row in answer.rows]
        made = {column: told}
        if column in RELATIONS:
            made = {column: [label(value) for value in told]}
            if ids:
                made[column + ID] = [value.removeprefix(DG) for value in told]
        elif ids and column.endswith(ID):
            made = {column: [identifier(value) for value in told]}
        columns += made
        for values in made.values():
            for row, value in zip(rows, values, strict=True):
                row.append(value)
    return replace(answer, columns=tuple(columns), rows=tuple(map(tuple, rows)))


def labelled(sparql: str, lang: str) -> str:
    """A query that takes, for each label that it asks for in `?lang`, the one in a language, else in English, else in any: always one."""

    def rank(name: str) -> str:
        return f'IF(LANG({name}) = {Literal(lang)}, "0", IF(LANG({name}) = {Literal(FALLBACK)}, "1", LANG({name})))'

    def pattern(found: re.Match[str]) -> str:
        node, label, name = found.groups()
        better = f"{name}Better"
        return f"{node} {label} {name} . FILTER NOT EXISTS {{ {node} {label} {better} . FILTER({rank(better)} < {rank(name)}) }}"

    return LABEL.sub(pattern, sparql)


def _term(store: ArticleStore, parameter: str, value: str) -> str:
    if not value:
        return "UNDEF"
    if parameter in DAYS:
        if not DATE.fullmatch(value):
            raise QueryError(f"{parameter} {value!r}: write a date as 2025-09-04, 2025-09 or 2025")
        return str(Literal(value))
    if parameter in ACTORS:
        try:
            return str(actor_iri(actor_named(store, value)))
        except SelectionError as error:
            raise QueryError(str(error)) from error
    if parameter == "relation":
        if value not in relations():
            raise QueryError(f"no relation {value!r}; there are {', '.join(relations())}")
        return str(term(f"dg:{value}"))
    return str(Literal(value))
