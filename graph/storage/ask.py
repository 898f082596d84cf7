"""Asks a store a SPARQL query: only reading, no network."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
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
FORMATS = ("table", "csv", "json", "ttl")


class QueryError(RequestError):
    """A query that is refused or cannot be read; the message says why."""


@dataclass(frozen=True)
class Answer:
    """The answer to a query: columns and rows of text ("" for an unbound variable), or triples for CONSTRUCT and DESCRIBE."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    triples: tuple[Triple, ...] = ()
    boolean: bool | None = None

    def to_frame(self) -> "pandas.DataFrame":
        """The rows as a pandas frame."""
        import pandas

        return pandas.DataFrame(list(self.rows), columns=list(self.columns))

    def to_csv(self) -> str:
        """The rows as CSV with a header line (RFC 4180)."""
        target = io.StringIO()
        writer = csv.writer(target, lineterminator="\r\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return target.getvalue()

    def to_json(self) -> str:
        """The rows as a JSON list of objects."""
        if self.boolean is not None:
            return json.dumps(self.boolean)
        return json.dumps(
            [dict(zip(self.columns, row, strict=True)) for row in self.rows], ensure_ascii=False, indent=2
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
        rows = tuple(tuple(_text(row[name]) for name in columns) for row in islice(found, limit))
        return Answer(columns, rows)
    return Answer((), (), tuple(islice(_triples(found), limit)))


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
