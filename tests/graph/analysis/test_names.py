"""The room's names: what it says that it has is there."""

import graph.analysis


def test_all_names_can_be_imported() -> None:
    found: dict[str, object] = {}
    exec("from graph.analysis import *", found)
    assert set(graph.analysis.__all__) <= set(found)
    assert sorted(graph.analysis.__all__) == list(graph.analysis.__all__)
