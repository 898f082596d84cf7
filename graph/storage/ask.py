"""Asks a store a SPARQL query: only reading, no network."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, RdfFormat, Store, Triple, serialize

from graph.storage.backend import Backend
from graph.storage.deadline import within
from ontology.errors import RequestError
from ontology.vocabulary import PREFIXES

if TYPE_CHECKING:
    import pandas

PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
DEEPEST = 100
XSD = "http://www.w3.org/2001/XMLSchema#"
# Kinds of values by their datatype (https://www.w3.org/TR/xmlschema11-2/); a month or a year is no day.
KINDS = {
    "integer": "integer", "int": "integer", "long": "integer", "nonNegativeInteger": "integer",
    "decimal": "number", "double": "number", "float": "number", "boolean": "boolean", "date": "day",
}  # fmt: skip
_READERS: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "number": float,
    "boolean": lambda text: text in ("true", "1"),
}
# FROM and FROM NAMED: a query is asked over the union of all graphs.
DATASET = re.compile(r"\bFROM\s+(?:NAMED\s+)?(?:<|[A-Za-z][\w.-]*:|:)", re.IGNORECASE)
# Strings, addresses and comments, in which a word is no keyword.
OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>"{}|^`\\\s]*>|#[^\r\n]*'
)
FORMATS = ("table", "csv", "json", "ttl")


class QueryError(RequestError):
    """A query that is refused or cannot be read; the message says why."""


@dataclass(frozen=True)
class Answer:
    """The answer to a query: columns and rows of text ("" for an unbound variable), or triples for CONSTRUCT and DESCRIBE.

    `kinds` tells of columns that hold one kind of value alone: `integer`, `number`, `boolean` or `day`.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    triples: tuple[Triple, ...] = ()
    boolean: bool | None = None
    kinds: Mapping[str, str] = field(default_factory=dict, hash=False)

    def to_frame(self) -> "pandas.DataFrame":
        """The rows as a pandas frame: numbers as numbers, days as days, what is unbound as None, NaN or NaT.

        Raises `QueryError` for triples.
        """
        import pandas

        self._rows_only("a frame")
        frame = pandas.DataFrame(list(self.values()), columns=list(self.columns))
        for name, kind in self.kinds.items():
            if kind == "day":
                frame[name] = pandas.to_datetime(frame[name])
            elif kind == "integer":
                whole = frame[name].notna().all()
                frame[name] = pandas.to_numeric(frame[name]).astype("int64" if whole else "Int64")
        return frame

    def values(self) -> Iterator[tuple[Any, ...]]:
        """The rows with numbers and booleans as such, and None for an unbound variable."""
        readers = [_READERS.get(self.kinds.get(column, ""), str) for column in self.columns]
        for row in self.rows:
            yield tuple(read(value) if value else None for read, value in zip(readers, row, strict=True))

    def _rows_only(self, form: str) -> None:
        if not self.columns and self.boolean is None and self.triples:
            raise QueryError(f"CONSTRUCT and DESCRIBE give triples, not rows for {form}; ask for ttl, or use SELECT")

    def to_csv(self) -> str:
        """The rows as CSV with a header line (RFC 4180). Raises `QueryError` for triples."""
        self._rows_only("csv")
        target = io.StringIO()
        writer = csv.writer(target, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return target.getvalue()

    def to_json(self) -> str:
        """The rows as a JSON list of objects, numbers as numbers, what is unbound as null. Raises `QueryError` for triples."""
        self._rows_only("json")
        if self.boolean is not None:
            return json.dumps(self.boolean)
        return json.dumps(
            [dict(zip(self.columns, row, strict=True)) for row in self.values()], ensure_ascii=False, indent=2
        )

    def to_turtle(self) -> str:
        """The triples of a CONSTRUCT or DESCRIBE as Turtle. Raises `QueryError` for rows."""
        if self.columns or self.boolean is not None:
            raise QueryError("only CONSTRUCT and DESCRIBE give Turtle; ask for table, csv or json")
        ordered = sorted(self.triples, key=str)
        text = (serialize(ordered, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b"").decode()
        # Oxigraph declares all prefixes, in an order of the moment.
        lines = text.splitlines(keepends=True)
        declared = [line for line in lines if line.startswith("@prefix ")]
        body = "".join(lines[len(declared) :])
        used = sorted(line for line in declared if f"{line.split()[1]}" in body)
        return "".join(used) + body


def ask(backend: Backend, sparql: str, *, limit: int | None = None, timeout: float | None = None) -> Answer:
    """The answer over the union of all graphs: at most `limit` rows, within `timeout` seconds.

    Raises `QueryError` for an update, SERVICE, a syntax error, and where the time is over.
    """
    check(sparql)
    try:
        return within(timeout, lambda: _answer(backend, PROLOGUE + sparql, limit))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query cannot be read: {_where(str(error))}") from error
    except TimeoutError as error:
        raise QueryError(f"the query was given up: {error}; narrow it, or raise the time limit") from error
    except (OSError, RuntimeError) as error:
        raise QueryError(f"the query failed: {error}") from error


def _answer(backend: Backend, query: str, limit: int | None) -> Answer:
    found = backend.query(query)
    if isinstance(found, QueryBoolean):
        return Answer(("answer",), (("yes" if bool(found) else "no",),), boolean=bool(found))
    if isinstance(found, QuerySolutions):
        columns = tuple(variable.value for variable in found.variables)
        kinds = _Kinds(columns)
        rows = tuple(kinds.read(tuple(row[name] for name in columns)) for row in islice(found, limit))
        return Answer(columns, rows, kinds=kinds.told())
    return Answer((), (), tuple(islice(_triples(found), limit)))


class _Kinds:
    """What kind of value each column holds, as long as it is one."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.columns = columns
        self.found: list[set[str]] = [set() for _ in columns]

    def read(self, row: tuple[Any, ...]) -> tuple[str, ...]:
        """The row as text."""
        for kinds, value in zip(self.found, row, strict=True):
            if value is not None:
                datatype = value.datatype.value if isinstance(value, Literal) else ""
                kinds.add(KINDS.get(datatype.removeprefix(XSD), "") if datatype.startswith(XSD) else "")
        return tuple(_text(value) for value in row)

    def told(self) -> dict[str, str]:
        """The kinds by column; whole and other numbers together are numbers."""
        told = {}
        for column, kinds in zip(self.columns, self.found, strict=True):
            kind = "number" if kinds == {"integer", "number"} else next(iter(kinds)) if len(kinds) == 1 else ""
            if kind:
                told[column] = kind
        return told


def _triples(found: Any) -> Iterator[Triple]:
    yield from found


def check(sparql: str) -> None:
    """Refuse what is no plain query. Raises `QueryError`.

    The parse tree decides about SERVICE, so that a word in a string is no matter; text without the word, and without
    escapes that could spell it, needs no tree. Updates are no part of Oxigraph's query grammar, so an empty store refuses
    them before a lenient endpoint could carry them out.
    """
    if _depth(sparql) > DEEPEST:
        raise QueryError("the query is nested too deeply")
    if DATASET.search(OPAQUE.sub(lambda found: "<>" if found[0].startswith("<") else "", sparql)):
        raise QueryError(
            "FROM is not obeyed: a query is asked over all articles; name one with GRAPH dgarticle:… { … }"
        )
    folded = sparql.casefold()
    if "service" in folded or "\\u" in folded:
        # Imported where it is needed: it takes longer than most queries.
        from rdflib.plugins.sparql.parser import parseQuery

        try:
            tree = parseQuery(PROLOGUE + sparql)
        except Exception as error:  # pyparsing raises many kinds
            raise QueryError(_reason(sparql, error)) from error
        if _has_service(tree):
            raise QueryError("SERVICE is refused: a query never leaves this machine")
    try:
        Store().query(PROLOGUE + sparql)
    except (SyntaxError, ValueError) as error:
        raise QueryError(_reason(sparql, error)) from error


def _depth(sparql: str) -> int:
    """The deepest nesting of brackets. Oxigraph's parser is recursive, and an overflow of its stack ends the process."""
    deepest = depth = 0
    for bracket in re.findall(r"[{}()\[\]]", sparql):
        depth += 1 if bracket in "{([" else -1
        deepest = max(deepest, depth)
    return deepest


def _reason(sparql: str, error: Exception) -> str:
    """Why a text is no query: an update, or what the parser says."""
    from rdflib.plugins.sparql.parser import parseUpdate

    try:
        if "request" in parseUpdate(PROLOGUE + sparql):
            return "only queries are answered, no updates; build and remove change a graph"
    except Exception:  # pyparsing raises many kinds: then it is no update either
        pass
    return f"the query cannot be read: {_where(str(error))}"


def _has_service(node: Any) -> bool:
    """Whether a parse tree holds SERVICE anywhere; rdflib's nodes are mappings, pyparsing's groups are sequences."""
    from pyparsing import ParseResults
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(node, CompValue):
        return node.name == "ServiceGraphPattern" or any(_has_service(part) for part in node.values())
    return isinstance(node, list | tuple | ParseResults) and any(_has_service(part) for part in node)


def _where(message: str) -> str:
    """The parser's message with line numbers counted in the user's own text."""
    offset = len(PREFIXES)

    def shift(match: re.Match[str]) -> str:
        line = int(match[2])
        return f"{match[1]}{line - offset if line > offset else line}"

    return re.sub(r"(line:?\s*|error at )(\d+)", shift, message.splitlines()[0] if message else "unknown reason")


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.value if isinstance(value, NamedNode | Literal) else str(value)
