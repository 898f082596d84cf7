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
from pyparsing import ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from ontology.vocabulary import PREFIXES

if TYPE_CHECKING:
    import pandas

PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
UPDATE = re.compile(
    r"\s*(?:PREFIX[^\n]*\n|BASE[^\n]*\n|#[^\n]*\n|\s)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)
FORMATS = ("table", "csv", "json", "ttl")


class QueryError(ValueError):
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
        return (serialize(ordered, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b"").decode()


def ask(store: Store, sparql: str, *, limit: int | None = None) -> Answer:
    """The answer over the union of all graphs; at most `limit` rows. Raises `QueryError` for an update, SERVICE or a syntax error."""
    query = PROLOGUE + sparql
    check(sparql)
    try:
        found = store.query(query, use_default_graph_as_union=True)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"the query cannot be read: {_where(str(error))}") from error
    if isinstance(found, QueryBoolean):
        return Answer(("answer",), (("yes" if bool(found) else "no",),), boolean=bool(found))
    try:
        if isinstance(found, QuerySolutions):
            columns = tuple(variable.value for variable in found.variables)
            rows = tuple(tuple(_text(row[name]) for name in columns) for row in islice(found, limit))
            return Answer(columns, rows)
        return Answer((), (), tuple(islice(_triples(found), limit)))
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error


def _triples(found: Any) -> Iterator[Triple]:
    yield from found


def check(sparql: str) -> None:
    """Refuse what is no plain query. Raises `QueryError`; the parse tree decides, so that a word in a string is no matter."""
    try:
        tree = parseQuery(PROLOGUE + sparql)
    except RecursionError as error:
        raise QueryError("the query is nested too deeply") from error
    except Exception as error:  # pyparsing raises many kinds
        if UPDATE.match(sparql):
            raise QueryError("only queries are answered, no updates; build and remove change a graph") from error
        raise QueryError(f"the query cannot be read: {_where(str(error))}") from error
    if _has_service(tree):
        raise QueryError("SERVICE is refused: a query never leaves this machine")


def _has_service(node: Any) -> bool:
    """Whether a parse tree holds SERVICE anywhere; rdflib's nodes are mappings, pyparsing's groups are sequences."""
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
