"""A report that can be cited: what happened between two actors, with one, or in a period; by date, each sentence with its source."""

from graph.exports.dossiers.content import Dossier, dossier
from graph.exports.dossiers.files import FORMS, write

__all__ = ["FORMS", "Dossier", "dossier", "write"]
