"""A relation is one block of `diplograph.ttl`: with it and a line of the lexicon the whole way works, and nothing else is changed."""

import json
from pathlib import Path

import pytest

from tests.ontology.copies import copied, run

pytestmark = pytest.mark.slow

BLOCK = """
dg:encircles a owl:ObjectProperty ;
    rdfs:subPropertyOf dg:relation ;
    rdfs:domain dg:Actor ;
    rdfs:range dg:Actor ;
    rdfs:label "encircles"@en , "umzingelt"@de ;
    skos:definition "Surrounds the other by force."@en , "Umstellt den anderen mit Gewalt."@de ;
    dg:sign -1 ;
    dg:goldstein -9.0 ;
    dg:conflict true ;
    dg:group "assault" ;
    dg:hostile true .
"""
LINE = "v\tumzingeln\tencircles\tsubj\tobj\n"
TEXT = "China umzingelte am Montag Taiwan. Russland umzingelte am Dienstag die Ukraine, sagte der französische Präsident Emmanuel Macron."
PROGRAM = """
import json
from datetime import date
from pathlib import Path
import extractors
from graph.analysis import signed_graph, view
from graph.store import KnowledgeGraph
from graph.validation.shacl import validate

nlp = extractors.load("de", lexicon="own.tsv")
article = extractors.Article("a", Path("a.txt").read_text("utf8"), date(2025, 9, 4))
with KnowledgeGraph("kg") as kg:
    kg.load(extractors.extractions([article], nlp))
    network = kg.network(relation="encircles")
    for name in ("kg.ttl", "kg.csv", "kg.graphml"):
        kg.export(name)
    kg.explore("kg.html")
    told = {
        "broken": [violation.rule for violation in validate(kg).violations],
        "conflicts": [row[0::3] for row in kg.question("strongest-conflicts").rows],
        "edges": sorted((a, e["relation"], b, e["sign"], e["goldstein"], e["status"]) for a, b, e in network.edges(data=True)),
        "acts of conflict": signed_graph(view(network)).edges["Q148", "Q865"]["conflict"],
    }
    kg.backend.update("INSERT DATA { GRAPH <urn:x> { <urn:a> <https://w3id.org/diplograph/ontology#encircles> <urn:b> } }")
    told["unsupported"] = [violation.rule for violation in validate(kg).violations]
print(json.dumps(told))
"""


def test_a_relation_is_one_block(tmp_path: Path) -> None:
    ontology = copied(tmp_path) / "diplograph.ttl"
    ontology.write_text(ontology.read_text("utf8") + BLOCK, "utf8")
    (tmp_path / "own.tsv").write_text(LINE, "utf8")
    (tmp_path / "a.txt").write_text(TEXT, "utf8")
    done = run(tmp_path, "-c", PROGRAM)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    # Russia's deed is in Macron's mouth: the relation is hostile, so it is his claim.
    assert told["edges"] == [
        ["Q148", "encircles", "Q865", -1, -9.0, "actual"],
        ["Q159", "encircles", "Q212", -1, -9.0, "claimed"],
    ]
    assert told["broken"] == []
    assert told["unsupported"] == ["fact-supported"]
    assert ["China", "encircles"] in told["conflicts"]
    assert told["acts of conflict"] == 1
    for name, word in (
        ("kg.ttl", "dg:encircles"),
        ("kg.csv", "encircles"),
        ("kg.graphml", "encircles"),
        ("kg.html", "umzingelt"),
    ):
        assert word in (tmp_path / name).read_text("utf8"), name


def test_without_the_block_there_is_no_such_relation(tmp_path: Path) -> None:
    copied(tmp_path)
    (tmp_path / "own.tsv").write_text(LINE, "utf8")
    done = run(tmp_path, "-c", "from extractors.lexicon import load_lexicon; load_lexicon('de', 'own.tsv')")
    assert "no relation 'encircles' in the ontology" in done.stderr
