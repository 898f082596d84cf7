"""The ontology as one HTML page for people: made from `diplograph.ttl` alone, so that it never says anything else.

As LODE made customary (Peroni, Shotton and Vitali 2012), each term has an anchor, its definition, and its place among others.
"""

from html import escape
from importlib.resources import files

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from graph.pages.template import filled
from ontology.vocabulary import DG, PREFIXES, ontology_text, relations


def page() -> str:
    """The page: classes, relations by group with sign, Goldstein value and codes, and the properties of statements."""
    graph = rdflib.Graph().parse(data=ontology_text(), format="turtle")
    known = relations()
    classes = sorted({str(node) for node in graph.subjects(RDF.type, OWL.Class) if str(node).startswith(DG)})
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    properties = {str(node) for kind in kinds for node in graph.subjects(RDF.type, kind) if str(node).startswith(DG)}
    inverse = {str(node) for node in graph.subjects(OWL.inverseOf, None)}
    others = sorted(properties - inverse - {DG + name for name in known})
    title = escape(str(graph.value(rdflib.URIRef(DG.rstrip("#")), RDFS.label) or "diplograph ontology"))
    fields = {
        "TITLE": title,
        "STYLE": _own("ontology.css"),
        "NAMESPACE": escape(DG),
        "CLASSES": "\n".join(_term(graph, node) for node in classes),
        "RELATIONS": _relations(),
        "PROPERTIES": "\n".join(_term(graph, node) for node in others),
    }
    return filled(_own("ontology.html"), fields)


def _own(name: str) -> str:
    return files("graph.pages").joinpath(name).read_text(encoding="utf8")


def _short(node: object) -> str:
    """A name with a known prefix, as a link to its place on the page where it is ours."""
    text = str(node)
    if text.startswith(DG):
        name = escape(text.removeprefix(DG))
        return f'<a href="#{name}"><code>dg:{name}</code></a>'
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"<code>{prefix}:{escape(text.removeprefix(namespace))}</code>"
    return f"<code>{escape(text)}</code>"


def _term(graph: rdflib.Graph, iri: str) -> str:
    node, name = rdflib.URIRef(iri), escape(iri.removeprefix(DG))
    labels = " / ".join(sorted(escape(str(label)) for label in graph.objects(node, RDFS.label)))
    comments = [graph.value(node, SKOS.definition), graph.value(node, RDFS.comment)]
    facts = []
    for said, predicate in (
        ("is a kind of", RDFS.subClassOf), ("is a kind of", RDFS.subPropertyOf), ("of", RDFS.domain), ("has", RDFS.range),
        ("close to", SKOS.closeMatch), ("same as", OWL.equivalentProperty),
    ):  # fmt: skip
        values = sorted(str(value) for value in graph.objects(node, predicate) if isinstance(value, rdflib.URIRef))
        if values:
            facts.append(f"{said} {', '.join(map(_short, values))}")
    comment = next((escape(str(text)) for text in comments if text), "")
    return (
        f'<section id="{name}"><h3><code>dg:{name}</code> <span class="quiet">{labels}</span></h3>\n<p>{comment}</p>\n'
        f'<p class="quiet">{"; ".join(facts)}</p></section>'
    )


def _relations() -> str:
    rows = []
    for relation in sorted(relations().values(), key=lambda one: (one.group, -one.goldstein, one.name)):
        inverse = (
            " symmetric"
            if relation.symmetric
            else f" inverse <code>dg:{escape(relation.inverse)}</code>"
            if relation.inverse
            else ""
        )
        codes = ", ".join(escape(code) for code in (*relation.cameo, *relation.plover))
        label_en, label_de = (escape(relation.label(lang)) for lang in ("en", "de"))
        definition_en, definition_de = (escape(relation.definition(lang)) for lang in ("en", "de"))
        rows.append(
            f'<tr id="{escape(relation.name)}"><td>{escape(relation.group)}</td><td><code>dg:{escape(relation.name)}</code><br>'
            f'<span class="quiet">{label_en} / {label_de}</span></td>'
            f'<td>{definition_en}<br><span class="quiet">{definition_de}{inverse}</span></td>'
            f'<td class="n">{relation.sign:+d}</td><td class="n">{relation.goldstein:+.1f}</td><td>{codes}</td></tr>'
        )
    head = "".join(
        f"<th>{name}</th>" for name in ("Group", "Relation", "Definition", "Sign", "Goldstein", "CAMEO, PLOVER")
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"
