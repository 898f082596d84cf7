"""The lines of N-Quads: what reads them without a parser finds what the library finds, whatever text they hold."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal

from graph.rdf.names import identifier, local, term
from graph.rdf.nquads import (
    datatype,
    language,
    languages,
    length,
    lexical,
    lines,
    read,
    renewed,
    text,
    triples,
    without_graphs,
    written,
)

GRAPH, NODE, NAME, LABEL = "<urn:g>", "<urn:n>", "<urn:p>", "<urn:l>"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ['" <urn:g> .', "\n<urn:a> <urn:b> <urn:c> <urn:g> .", "\\", '\\"', "\u2028", "\x85", "a <b", '"@de', '"^^<urn:t>']
)


@settings(deadline=None)
@given(TEXTS, st.sampled_from([None, "de", "en"]))
def test_any_text_is_one_line_and_comes_back(value: str, said: str | None) -> None:
    made = "".join(lines(GRAPH, [(NODE, NAME, text(value, said))]))
    (quad,) = read(made)
    assert isinstance(quad.object, Literal)
    assert (quad.object.value, quad.object.language) == (value, said)
    assert list(triples(made)) == [(NODE, NAME, str(quad.object))]
    assert written([quad]) == made
    assert without_graphs([quad]) == made.removesuffix(f" {GRAPH} .\n") + " .\n"
    assert length(str(quad.object)) == len(value)
    assert language(str(quad.object)) == (f"@{said}" if said else "")


def test_terms_without_a_parser() -> None:
    assert (lexical("<urn:n>"), datatype("<urn:n>"), language("<urn:n>")) == ("urn:n", "", "")
    number = str(Literal("3", datatype=term("xsd:integer")))
    assert (lexical(number), datatype(number)) == ("3", term("xsd:integer").value)
    assert datatype(text("a")) == term("xsd:string").value
    assert datatype(text("a", "de")) == term("rdf:langString").value


def test_a_renewed_description_keeps_what_gathers() -> None:
    before = lines(
        GRAPH, [(NODE, NAME, text("old")), (NODE, "<urn:also>", text("a")), ("<urn:other>", NAME, text("b"))]
    )
    after = lines(GRAPH, [(NODE, NAME, text("new")), (NODE, "<urn:also>", text("a"))])
    assert renewed("".join(before), "".join(after), NODE, [NAME], LABEL) == "".join([*before[1:], after[0]])


def test_a_renewed_label_leaves_those_of_other_languages() -> None:
    before = lines(GRAPH, [(NODE, LABEL, text("alt", "de")), (NODE, LABEL, text("old", "en"))])
    after = lines(GRAPH, [(NODE, LABEL, text('new @de "', "en"))])
    assert renewed("".join(before), "".join(after), NODE, [NAME], LABEL) == "".join([before[0], after[0]])
    assert languages("".join(before), NODE, LABEL) == {"de", "en"}


def test_names_are_read_back() -> None:
    assert identifier("https://w3id.org/diplograph/id/actor/b%C3%B6se%201%2F2") == "böse 1/2"
    assert local("https://w3id.org/diplograph/ontology#hosts") == "hosts"
