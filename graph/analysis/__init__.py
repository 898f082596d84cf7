"""Analysis of the network: who stands with whom, who brokers, what changed. Functions take networkx graphs and give graphs and frames.

network = view(kg.network(), level="state", since="2025")   # which statements, and for whom they count
ties(acts(network))                                         # aligned, opposed, divided or thin, by counts of acts
standing = camps(network)                                   # who stands with whom, and who between
brokers(network, standing); measures(network); signed = signed_graph(network); triads(signed); frustration(signed)
"""

from graph.analysis.acts import Act, acts
from graph.analysis.balance import Triads, Triangle, triads
from graph.analysis.camps import Between, Camp, Camps, camps, partition
from graph.analysis.comparison import Change, Difference, differences
from graph.analysis.contested import contested
from graph.analysis.coverage import Coverage, coverage
from graph.analysis.events import events
from graph.analysis.frustration import Frustration, frustration
from graph.analysis.history import history
from graph.analysis.measures import brokers, measures, reciprocity
from graph.analysis.movers import Move, moves
from graph.analysis.pair import Pair, pair
from graph.analysis.signed import directed_graph, signed_graph
from graph.analysis.ties import Kind, Tie, ties
from graph.analysis.view import view
from graph.analysis.windows import Window, windows

__all__ = [
    "Act",
    "Between",
    "Camp",
    "Camps",
    "Change",
    "Coverage",
    "Difference",
    "Frustration",
    "Kind",
    "Move",
    "Pair",
    "Tie",
    "Triads",
    "Triangle",
    "Window",
    "acts",
    "brokers",
    "camps",
    "contested",
    "coverage",
    "differences",
    "directed_graph",
    "events",
    "frustration",
    "history",
    "measures",
    "moves",
    "pair",
    "partition",
    "reciprocity",
    "signed_graph",
    "ties",
    "triads",
    "view",
    "windows",
]
