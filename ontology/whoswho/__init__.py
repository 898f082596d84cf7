"""Who is who: states, offices with their holders, organisations, metonyms and places, as tables with one reader."""

from ontology.whoswho.directory import Holding, WhosWho, known_to, load
from ontology.whoswho.own import OwnActorsError

__all__ = ["Holding", "OwnActorsError", "WhosWho", "known_to", "load"]
