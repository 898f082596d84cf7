"""GraphML, GEXF and Cypher: the network of statements for programs that draw and count graphs."""

import calendar
import io
import json
import re
from typing import Any
from xml.etree import ElementTree

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from extractors.article import DEFAULT_LANGUAGE
from graph.exports.rdf import NO_XML

# The fields of an edge that are its article's, and the length of an ISO day.
ARTICLE = ("title", "url", "outlet", "article_date")
DAY = 10


def _clean(value: Any) -> Any:
    """A value that XML formats can hold: sequences as text, characters outside XML 1.0 replaced."""
    if isinstance(value, tuple | list):
        parts = [f"{part['title']} ({part['of']})" if isinstance(part, dict) else str(part) for part in value]
        return _clean("; ".join(parts))
    return NO_XML.sub("\ufffd", value) if isinstance(value, str) else value


def _node(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a node, with a field for each further language of its label: `label_en`."""
    kept = {name: value for name, value in fields.items() if name != "labels"}
    labels = sorted(fields.get("labels", {}).items())
    return kept | {f"label_{lang}": label for lang, label in labels if lang != DEFAULT_LANGUAGE}


def _edge(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of an edge; place and source are in the language of the network alone."""
    return {name: value for name, value in fields.items() if not name.endswith("_labels")}


def _flat(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    flat = nx.MultiDiGraph()
    for node, fields in sorted(network.nodes(data=True)):
        flat.add_node(node, **{name: _clean(value) for name, value in _node(fields).items()})
    for source, target, key, fields in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        flat.add_edge(source, target, key=key, **{name: _clean(value) for name, value in _edge(fields).items()})
    return flat


def plain(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The network as networkx' own writers and `to_pandas_edgelist` take it: texts and numbers alone, and none called `source`.

    Who says so is `said_by`: edge lists call the first end of an edge its source.
    """
    flat = _flat(network)
    flat.graph.clear()
    for _, _, fields in flat.edges(data=True):
        fields["said_by"] = fields.pop("source")
    return flat


def graphml(network: nx.MultiDiGraph) -> bytes:
    """The network as GraphML, all attributes typed: http://graphml.graphdrawing.org/specification.html."""
    target = io.BytesIO()
    nx.write_graphml_xml(_flat(network), target, named_key_ids=True)
    return target.getvalue()


def interval(date: str) -> tuple[str, str]:
    """The first and last day of an ISO day, month or year."""
    if len(date) == 4:
        return f"{date}-01-01", f"{date}-12-31"
    if len(date) == 7:
        last = calendar.monthrange(int(date[:4]), int(date[5:]))[1]
        return f"{date}-01", f"{date}-{last:02d}"
    return date, date


def gexf(network: nx.MultiDiGraph) -> bytes:
    """The network as dynamic GEXF 1.2: each statement lasts from the first to the last day of its date (or its article's)."""
    flat = _flat(network)
    flat.graph["mode"] = "dynamic"
    for _, _, key, fields in flat.edges(keys=True, data=True):
        fields["id"] = key
        fields["label"] = fields["relation"]
        day = fields["date"] or fields["article_date"]
        if day:
            fields["start"], fields["end"] = interval(day)
    writer = GEXFWriter(encoding="utf-8", version="1.2draft")
    writer.add_graph(flat)
    for meta in writer.xml.iter("meta"):
        # The day of writing would make two files of the same graph differ.
        meta.attrib.pop("lastmodifieddate", None)
    for graph in writer.xml.iter("graph"):
        graph.set("timeformat", "date")
    ElementTree.indent(writer.xml)
    written: bytes = ElementTree.tostring(writer.xml, encoding="utf-8", xml_declaration=True)
    return written


def _literal(value: Any) -> str:
    r"""A value as a Cypher literal.

    Some versions of Neo4j read `\uXXXX` before they read strings, so the text `\u0022` could end one: a backslash and the
    `u` after it never stand together.
    """
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f").replace("\\\\u", '\\\\" + "u')
    return json.dumps(value)


def _typed(name: str, value: Any) -> str:
    """A field as a Cypher literal: days as dates, a month or year, which Neo4j has no type for, as text."""
    typed = name.endswith("date") and len(value) == DAY
    return f"date({_literal(value)})" if typed else _literal(_clean(value))


def _properties(fields: dict[str, Any]) -> str:
    """The fields that say something: an empty one would be a property with a value."""
    said = {name: value for name, value in sorted(fields.items()) if value not in ("", (), [])}
    return "{" + ", ".join(f"{name}: {_typed(name, value)}" for name, value in said.items()) + "}"


def relationship(relation: str) -> str:
    """The Neo4j type of a relation: `breaksTiesWith` is `BREAKS_TIES_WITH`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", relation).upper()


def cypher(network: nx.MultiDiGraph) -> bytes:
    """The network as Cypher, one command a line; running it twice changes nothing.

    Actors and articles are nodes, a statement is a relationship that names its article; ids are unique and indexed.
    """
    edges = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    articles = {fields["article"]: {name: fields[name] for name in ARTICLE} for *_, fields in edges}
    lines = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (one:{label}) REQUIRE one.id IS UNIQUE;"
        for label in ("Actor", "Article")
    ]
    for kind in sorted({relationship(fields["relation"]) for *_, fields in edges}):
        lines.append(f"CREATE INDEX {kind.lower()}_id IF NOT EXISTS FOR ()-[r:{kind}]-() ON (r.id);")
    for article, fields in sorted(articles.items()):
        lines.append(f"MERGE (article:Article {{id: {_literal(article)}}}) SET article += {_properties(fields)};")
    for node, fields in sorted(network.nodes(data=True)):
        lines.append(
            f"MERGE (actor:Actor {{id: {_literal(node)}}}) SET actor:{fields['kind']}, actor += {_properties(_node(fields))};"
        )
    for source, target, key, fields in edges:
        own = {name: value for name, value in _edge(fields).items() if name not in ARTICLE}
        lines.append(
            f"MATCH (s:Actor {{id: {_literal(source)}}}), (o:Actor {{id: {_literal(target)}}})"
            f" MERGE (s)-[r:{relationship(fields['relation'])} {{id: {_literal(key)}}}]->(o) SET r += {_properties(own)};"
        )
    return ("\n".join(lines) + "\n").encode("utf8")
