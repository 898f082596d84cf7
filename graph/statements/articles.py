"""How articles are read back from a store: all that it keeps of them beside their statements."""

from dataclasses import dataclass

from graph.rdf.names import identifier
from graph.statements.selection import Selection
from graph.storage.store import ArticleStore

ARTICLES = """
SELECT ?id ?language ?length ?day ?title ?url ?outlet ?original {
  # which
  ?a a dg:Article ; dcterms:identifier ?id .
  OPTIONAL { ?a dcterms:language ?language } OPTIONAL { ?a dcterms:extent ?length } OPTIONAL { ?a dcterms:date ?day }
  OPTIONAL { ?a dcterms:title ?title } OPTIONAL { ?a schema:url ?url } OPTIONAL { ?a dcterms:publisher ?outlet }
  OPTIONAL { ?a dg:copyOf ?original }
}"""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as a store tells it; what is not said is "", and its text is not kept: `length` counts its characters.

    `day` is an ISO day; `original` the id of the article of which this one is a copy.
    """

    id: str
    language: str
    length: int
    day: str
    title: str
    url: str
    outlet: str
    original: str

    @property
    def report(self) -> str:
        """The id under which it counts: copies of one text are one report."""
        return self.original or self.id


def articles(store: ArticleStore, selection: Selection | None = None) -> dict[str, StoredArticle]:
    """The articles by id, in the order of their ids: all, or those of the selected statements."""
    which = ""
    if selection:
        which = f"{{ SELECT DISTINCT ?a {{ ?st a dg:Statement ; prov:wasDerivedFrom ?a .\n{selection.pattern()} }} }}"
    found = {}
    for row in sorted(store.query(ARTICLES.replace("# which", which)).rows):
        name, language, length, day, title, url, outlet, original = row
        copied = identifier(original) if original else ""
        found[name] = StoredArticle(name, language, int(length or 0), day, title, url, outlet, copied)
    return found
