"""Analysis of the network: who stands with whom, who brokers, what changed. Functions take networkx graphs and give graphs and frames.

network = view(kg.network(), level="state", since="2025")   # which statements, and for whom they count
signed = signed_graph(events(network))                      # cooperation and conflict of each pair
coalitions(signed); frustration(signed); triads(signed); measures(network)
"""

from graph.analysis.balance import Triads, Triangle, triads
from graph.analysis.coalitions import Coalition, coalitions, membership, signed_modularity
from graph.analysis.contested import contested
from graph.analysis.coverage import Coverage, coverage
from graph.analysis.events import events
from graph.analysis.frustration import Frustration, frustration
from graph.analysis.history import history
from graph.analysis.measures import brokers, measures, reciprocity
from graph.analysis.movers import Move, moves
from graph.analysis.pair import pair
from graph.analysis.signed import directed_graph, signed_graph
from graph.analysis.view import view
from graph.analysis.windows import Window, windows

__all__ = [
    "Coalition",
    "Coverage",
    "Frustration",
    "Move",
    "Triads",
    "Triangle",
    "Window",
    "brokers",
    "coalitions",
    "contested",
    "coverage",
    "directed_graph",
    "events",
    "frustration",
    "history",
    "measures",
    "membership",
    "moves",
    "pair",
    "reciprocity",
    "signed_graph",
    "signed_modularity",
    "triads",
    "view",
    "windows",
]
