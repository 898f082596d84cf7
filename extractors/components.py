"""The spaCy components of ours, by the names that pipelines give them; spaCy finds them here by entry points (`pyproject.toml`).

Importing this module registers them and the attributes that they leave on a `Doc`. It reads no table: spaCy imports it with every
pipeline that is made, ours or not.
"""

from extractors.actors.component import make_actors
from extractors.adjectives import adjectives
from extractors.lemmas import Lemmas
from extractors.paragraphs import paragraphs
from extractors.statements.component import make_statements
from extractors.word_order import word_order

# In the order in which they run: see `extractors.pipeline`.
__all__ = ["Lemmas", "adjectives", "make_actors", "make_statements", "paragraphs", "word_order"]
