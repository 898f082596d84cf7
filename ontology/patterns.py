"""SPARQL that asks what a relation is, answered from the ontology before it is sent to a store of articles, which does not hold it.

A query says `?relation dg:hostile true`, `?relation dg:sign ?sign` or `?relation rdfs:subPropertyOf dg:relation`, and runs as it is
wherever `diplograph.ttl` lies beside the data. For other stores `answered` puts what the ontology says in the place of the pattern.
"""

import re
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store

from ontology.vocabulary import DG, PREFIXES, ontology_text

PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
# No statement of an article has one of these: only the ontology can answer them.
FACTS = "SELECT ?fact { ?fact a owl:AnnotationProperty FILTER(STRSTARTS(STR(?fact), STR(dg:))) }"
OTHERS = ("rdfs:subPropertyOf dg:relation", "a owl:SymmetricProperty")
VALUE = r'(?:\?\w+|true|-?\d+(?:\.\d+)?|\w+:\w+|"[^"\\]*")'


@lru_cache
def _ontology() -> Store:
    store = Store()
    store.load(ontology_text().encode(), RdfFormat.TURTLE)
    return store


def _rows(sparql: str) -> list[list[str]]:
    """The rows of a query on the ontology, as SPARQL writes them."""
    found = _ontology().query(PROLOGUE + sparql)
    assert isinstance(found, QuerySolutions)
    return [[_written(value) for value in row] for row in found]


def _written(value: object) -> str:
    assert isinstance(value, NamedNode | Literal)
    if isinstance(value, Literal):
        # A decimal without a point would be read as an integer.
        return value.value if value.datatype.value.endswith(("#integer", "#boolean")) else str(value)
    return f"dg:{value.value.removeprefix(DG)}" if value.value.startswith(DG) else str(value)


@lru_cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A pattern that can be answered, and a name that only occurs in such patterns."""
    names = "|".join(sorted(row[0].removeprefix("dg:") for row in _rows(FACTS)))
    one = rf"\?\w+ (?:dg:(?:{names}) {VALUE}|{'|'.join(OTHERS)})(?![\w:])"
    whole = rf"FILTER NOT EXISTS {{ (?P<absent>{one}) }}|(?P<present>{one})"
    return re.compile(whole), re.compile(rf"dg:(?:{names})(?!\w)|rdfs:subPropertyOf|owl:SymmetricProperty")


def answered(sparql: str) -> str:
    """The same query with a sorted `VALUES` block for each pattern that only the ontology can answer.

    Raises `ValueError` where such a pattern is written in another way, with a property list or a path.
    """
    whole, name = _patterns()
    if left := name.search(whole.sub("", sparql)):
        raise ValueError(f"write it as a triple of its own, as in `?relation dg:hostile true`: {left[0]}")
    return whole.sub(_block, sparql)


def _block(found: re.Match[str]) -> str:
    """What stands in a pattern's place; where a filter asks that it does not hold, a plain list: Virtuoso fails on an inner `VALUES`."""
    pattern = found["absent"] or found["present"]
    variables = re.findall(r"\?\w+", pattern)
    rows = sorted(
        _rows(f"SELECT {' '.join(variables)} {{ {pattern} . {variables[0]} rdfs:subPropertyOf dg:relation }}")
    )
    if found["absent"]:
        return f"FILTER({variables[0]} NOT IN ({', '.join(row[0] for row in rows)}))"
    if len(variables) == 1:
        return f"VALUES {variables[0]} {{ {' '.join(row[0] for row in rows)} }}"
    values = " ".join(f"({' '.join(row)})" for row in rows)
    return f"VALUES ({' '.join(variables)}) {{ {values} }}"
