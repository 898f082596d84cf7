"""The network of statements."""

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.statements.network import statement_graph


def test_nodes_and_edges(extraction: Extraction) -> None:
    graph = KnowledgeGraph()
    graph.replace(extraction)
    network = statement_graph(graph)
    assert set(network.nodes) == {"Q3052772", "Q3874799", "Q142"}
    assert network.nodes["Q3874799"]["label"] == "Wolodymyr Selenskyj"
    assert network.nodes["Q3874799"]["labels"]["en"] == "Volodymyr Zelenskyy"
    assert any(office["title"] == "Präsident" for office in network.nodes["Q3052772"]["offices"])
    assert any(office["titles"]["de"] == "Präsident" for office in network.nodes["Q3052772"]["offices"])
    (edge,) = network.get_edge_data("Q3052772", "Q3874799").values()
    assert (edge["relation"], edge["sign"], edge["place"], edge["article_date"]) == ("hosts", 1, "Paris", "2025-09-04")
    assert edge["place_labels"] == {"de": "Paris", "en": "Paris"}
    assert edge["evidence"][edge["subject_begin"] : edge["subject_end"]] == "Macron"
    assert edge["evidence"][edge["object_begin"] : edge["object_end"]] == "Selenskyj"
    (denied,) = network.get_edge_data("Q3874799", "Q142").values()
    assert (denied["polarity"], denied["status"], denied["source"]) == ("negated", "planned", "Emmanuel Macron")


def test_empty_graph() -> None:
    assert statement_graph(KnowledgeGraph()).number_of_nodes() == 0
