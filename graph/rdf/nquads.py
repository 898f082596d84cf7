"""The lines of N-Quads: https://www.w3.org/TR/n-quads/. How we write them, and how what we wrote is read without a parser.

Terms are text as N-Triples writes them: `<IRI>`, `"text"@de`, `"2025"^^<type>`, `"text"`. That is ten times faster to make than
objects, and as safe, for the RDF library writes every literal: no text can end a term, and no term a line. Our lines have one
space between terms and one quad each, so that only the object may hold spaces.
"""

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ontology.vocabulary import PREFIXES

Term = str
Spo = tuple[Term, Term, Term]

STRING, TEXT = f"{PREFIXES['xsd']}string", f"{PREFIXES['rdf']}langString"
ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


# Writing -------------------------------------------------------------------------------------------------------------


def text(value: str, language: str | None = None) -> Term:
    """The literal of a text, of a language where it has one."""
    return str(Literal(_characters(value), language=language))


def typed(value: str, datatype: NamedNode) -> Term:
    """The literal of a value as it is written, with its type."""
    return str(Literal(_characters(value), datatype=datatype))


def _characters(value: str) -> str:
    """The text. A lone surrogate, which broken JSON can bring (`\\ud83d`), is no character in RDF; offsets stay as they are."""
    return value if value.isascii() else value.encode("utf8", "replace").decode("utf8")


def node(iri: str) -> Term:
    """The term of an IRI."""
    return f"<{iri}>"


def lines(graph: Term, triples: Iterable[Spo]) -> list[str]:
    """A line for each triple in a graph."""
    return [f"{subject} {predicate} {value} {graph} .\n" for subject, predicate, value in triples]


def written(quads: Iterable[Quad]) -> str:
    """The lines of some quads, in their order."""
    return "".join(f"{quad} .\n" for quad in quads)


def without_graphs(quads: Iterable[Quad]) -> str:
    """The triples of some quads as N-Triples, in their order."""
    return "".join(f"{quad.triple} .\n" for quad in quads)


# Reading -------------------------------------------------------------------------------------------------------------


def read(nquads: str) -> Iterator[Quad]:
    """The quads of a text in N-Quads, read by the library."""
    return parse(nquads.encode(), format=RdfFormat.N_QUADS)


def triples(nquads: str) -> Iterator[Spo]:
    """The triples of our own lines."""
    for line in nquads.split("\n"):
        if line:
            subject, predicate, rest = line.split(" ", 2)
            yield subject, predicate, rest[: rest.rindex(" <")]


def languages(nquads: str, subject: Term, label: Term) -> set[str]:
    """The languages in which our lines give a subject some property."""
    start = f"{subject} {label} "
    told = (value for line in nquads.split("\n") if line.startswith(start) for _, _, value in triples(line))
    return {language(value)[1:] for value in told}


def renewed(before: str, after: str, subject: Term, properties: Iterable[Term], label: Term) -> str:
    """Our lines of two texts, each once: of the first without what it says of a subject in some properties.

    Of `label` without what the second says in the same language.
    """
    replaced = tuple(f"{subject} {name} " for name in properties)
    labelled, again = f"{subject} {label} ", languages(after, subject, label)

    def goes(line: str) -> bool:
        return line.startswith(replaced) or (line.startswith(labelled) and languages(line, subject, label) <= again)

    kept = [line for line in before.split("\n") if line and not goes(line)]
    # The last line of a text is empty: what joins them ends each.
    return "\n".join(dict.fromkeys([*kept, *after.split("\n")]))


def lexical(term: Term) -> str:
    """An IRI without its brackets, or a literal's text as it is written, escapes and all."""
    return term[1:-1] if term.startswith("<") else term[1 : term.rindex('"')]


def value(term: Term) -> str:
    """An IRI without its brackets, or a literal's text."""
    return lexical(term) if term.startswith("<") else ESCAPE.sub(_unescaped, lexical(term))


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    return chr(int(code[1:], 16)) if code[0] in "uU" else ESCAPED.get(code, code)


def datatype(term: Term) -> str:
    """The datatype of a literal, "" for an IRI."""
    if term.startswith("<"):
        return ""
    after = term[term.rindex('"') + 1 :]
    if not after:
        return STRING
    return TEXT if after.startswith("@") else after[3:-1]


def language(term: Term) -> str:
    """The language of a literal with one: `@de`."""
    return term[term.rindex('"') + 1 :] if datatype(term) == TEXT else ""


def length(term: Term) -> int:
    """How many characters an IRI or a literal's text has, an escape being one."""
    return len(ESCAPE.sub(" ", lexical(term)))
