"""The statements as a networkx `MultiDiGraph`: what the page and the analysis read."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

import networkx as nx

from graph.selection import Selection
from ontology.vocabulary import DATA, relations

if TYPE_CHECKING:
    from graph.store import KnowledgeGraph

STATEMENTS = """
SELECT ?st ?s ?p ?o ?polarity ?status ?date ?place ?source ?confidence ?evidence ?begin ?sb ?se ?ob ?oe
  ?article ?title ?url ?day ?original {
  ?st a dg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; dg:polarity ?polarity ; dg:status ?status ;
      dg:confidence ?confidence ; dg:evidence ?evidence ; nif:beginIndex ?begin ; prov:wasDerivedFrom ?a ;
      dg:subjectBegin ?sb ; dg:subjectEnd ?se ; dg:objectBegin ?ob ; dg:objectEnd ?oe .
  ?a dcterms:identifier ?article .
  OPTIONAL { ?st dg:date ?date } OPTIONAL { ?st dg:place/skos:prefLabel ?place FILTER(lang(?place) = "de") }
  OPTIONAL { ?st prov:wasAttributedTo ?source }
  OPTIONAL { ?a dcterms:title ?title } OPTIONAL { ?a schema:url ?url } OPTIONAL { ?a dcterms:date ?day } OPTIONAL { ?a dg:copyOf ?original }
  # selection
} ORDER BY ?article ?begin ?st ?place"""
LABELS = """
SELECT DISTINCT ?actor ?kind ?label (lang(?label) AS ?lang) ?same {
  VALUES ?kind { dg:Person dg:State dg:Organisation dg:Group }
  ?actor a ?kind ; skos:prefLabel ?label . OPTIONAL { ?actor skos:exactMatch ?same }
} ORDER BY ?actor ?label"""
NAMES = "SELECT DISTINCT ?actor ?name { ?actor skos:altLabel ?name . [] dg:mentions ?actor } ORDER BY ?actor ?name"
OFFICES = """
SELECT DISTINCT ?actor ?title ?of ?start ?end {
  ?m a org:Membership ; org:member ?actor ; org:organization ?of ; rdfs:label ?title .
  OPTIONAL { ?m schema:startDate ?start } OPTIONAL { ?m schema:endDate ?end }
} ORDER BY ?actor ?start ?title"""


def _actor(iri: str) -> str:
    return unquote(iri.removeprefix(f"{DATA}actor/"))


def _inside(begin: int, end: int, evidence_begin: int, length: int) -> tuple[int, int]:
    """Offsets of a mention inside the evidence, or -1, -1 where it lies in another sentence."""
    first, last = begin - evidence_begin, end - evidence_begin
    return (first, last) if 0 <= first < last <= length else (-1, -1)


def statement_graph(graph: "KnowledgeGraph", selection: Selection | None = None) -> nx.MultiDiGraph:
    """A graph of all actors in statements, or in the selected ones.

    Nodes are actor ids with `label` (German), `label_en`, `kind`, `qid`, `names`, `offices` (dicts of title, of, start, end).
    `graph["homes"]` has the same fields of all whose offices are held, whether or not they are in statements themselves.
    Edges are keyed by statement id, with `relation`, `sign`, `goldstein`, `polarity`, `status`, `date`, `place`, `source`
    (a German label), `confidence`, `evidence`, mention offsets in it (`subject_begin` …, -1 where they lie elsewhere),
    `article`, `title`, `url`, `article_date`, and `report`: the id of the article of which this one is a copy, else its own.
    """
    network = nx.MultiDiGraph()
    _add_actors(graph, network)
    known = relations()
    pattern = (selection or Selection()).pattern()
    for row in graph.query(STATEMENTS.replace("# selection", pattern)).rows:
        st, s, p, o, polarity, status, date, place, source, confidence, evidence, *rest = row
        *offsets, article, title, url, day, original = rest
        begin, sb, se, ob, oe = map(int, offsets)
        relation = known[p.rpartition("#")[2]]
        subject_begin, subject_end = _inside(sb, se, begin, len(evidence))
        object_begin, object_end = _inside(ob, oe, begin, len(evidence))
        network.add_edge(
            _actor(s), _actor(o), key=st.removeprefix(f"{DATA}statement/"),
            relation=relation.name, sign=relation.sign, goldstein=relation.goldstein,
            polarity=polarity.rpartition("#")[2], status=status.rpartition("#")[2], date=date, place=place,
            source=network.nodes[_actor(source)]["label"] if source else "", confidence=float(confidence), evidence=evidence,
            subject_begin=subject_begin, subject_end=subject_end, object_begin=object_begin, object_end=object_end,
            article=article, title=title, url=url, article_date=day,
            report=unquote(original.rpartition("/")[2]) if original else article,
        )  # fmt: skip
    offices = {office["of"] for _, held in network.nodes(data="offices") for office in held}
    network.graph["homes"] = {actor: dict(network.nodes[actor]) for actor in sorted(offices & set(network))}
    network.remove_nodes_from([node for node, degree in list(network.degree()) if degree == 0])
    return network


def _add_actors(graph: "KnowledgeGraph", network: nx.MultiDiGraph) -> None:
    names: dict[str, list[str]] = defaultdict(list)
    for actor, name in graph.query(NAMES).rows:
        names[_actor(actor)].append(name)
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for actor, kind, label, lang, same in graph.query(LABELS).rows:
        key = _actor(actor)
        labels[key][lang] = label
        network.add_node(
            key, kind=kind.rpartition("#")[2], qid=same.rpartition("/")[2], names=tuple(names[key]), offices=()
        )
    for key, by_lang in labels.items():
        english = by_lang.get("en", key)
        network.nodes[key].update(label=by_lang.get("de", english), label_en=english)
    offices: dict[str, list[dict[str, str]]] = defaultdict(list)
    for actor, title, of, start, end in graph.query(OFFICES).rows:
        if _actor(actor) in network:
            offices[_actor(actor)].append({"title": title, "of": _actor(of), "start": start, "end": end})
    for key, held in offices.items():
        network.nodes[key]["offices"] = tuple(held)


def represented(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The network with every person's statements counted for whom the person represents, where the articles say so.

    A person whom the text gives an office for several actors (state and party) counts for the state, else for the one with
    most statements. Offices, and statements between two ends of the same actor, are left out. The person's id stays on the
    edge as `subject_person` and `object_person`.
    """
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    for person, home, relation in network.edges(data="relation"):
        if relation == "represents":
            homes[person][home] += 1000 if network.nodes[home]["kind"] == "State" else 1
    home = {person: min(found, key=lambda key: (-found[key], key)) for person, found in homes.items()}
    rolled = nx.MultiDiGraph()
    for subject, target, key, fields in network.edges(keys=True, data=True):
        ends = home.get(subject, subject), home.get(target, target)
        if fields["relation"] == "represents" or ends[0] == ends[1]:
            continue
        for end in ends:
            rolled.add_node(end, **network.nodes[end])
        persons = {
            "subject_person": subject if subject in home else "",
            "object_person": target if target in home else "",
        }
        rolled.add_edge(*ends, key=key, **fields, **persons)
    return rolled
