"""The store proper: which articles are in it and what they were made of; writing, replacing and removing them whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Quad

from extractors.article import Article
from extractors.statement import Extraction, Statement
from graph.rdf.batch import Batch, Origin, batch
from graph.rdf.names import ACTORS_GRAPH, article_iri, term
from graph.rdf.nquads import lexical, node, read
from graph.storage.ask import Answer, ask
from graph.storage.connect import connect
from graph.storage.updates import insertion, removal, sweeping, undescription

BATCH = 500
# Descriptions known to be written already; each costs about 200 bytes.
REMEMBERED = 20_000
# A described actor or place has a kind; one that is another's double has that other.
DESCRIBED = f"{term('rdf:type')} {term('dcterms:isReplacedBy')}"
# Articles of earlier builds with which new ones are compared; each costs about half a kilobyte while a build runs.
# As many as Virtuoso sorts.
COMPARED = 10_000


class ArticleStore:
    """Articles' graphs by address: none is memory, `http(s)://` a SPARQL endpoint, anything else a folder on disk.

    A context manager; one writer at a time holds a folder.
    """

    def __init__(self, address: str | Path | None = None, *, read_only: bool = False) -> None:
        """Open the store. Raises `StoreError` where it is missing (`read_only`), locked, silent, or no store."""
        self.address = str(address) if address is not None else None
        self.backend = connect(self.address, read_only=read_only)
        self._described: dict[str, int] = {}

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Make sure that what was written is on disk, and let go of the folder."""
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.backend.close()

    # Writing ---------------------------------------------------------------------------------------------------------

    def replace(self, extraction: Extraction) -> None:
        """Write an article's graph anew, in one transaction: what it held before is gone, nothing else is touched."""
        made = self.reviewed(batch([extraction]))
        lost = self._mentioned(extraction.article.id) - {lexical(one) for one in made.descriptions}
        self._replace(made, [extraction.article.id], [sweeping()] if lost else [])

    def load(self, extractions: Iterable[Extraction]) -> None:
        """Write many articles: as `replace`, but several times faster for those that the store does not have yet.

        Articles come in batches; each batch is there whole or not at all, whenever the process ends.
        """
        source = iter(extractions)
        replaced = False
        while part := list(islice(source, BATCH)):
            replaced = self.write(batch(part)) or replaced
        if replaced:
            self.sweep()

    def write(self, made: Batch, known: Iterable[str] | None = None) -> bool:
        """Write a batch, all or nothing; articles that are there already are replaced. True where there were such.

        `known` are those of its articles that are there, where the caller has asked before. After replacements `sweep` takes
        away actors that no article mentions any more.
        """
        made = self.reviewed(made)
        known = sorted(set(self.origins(made.articles) if known is None else known).intersection(made.articles))
        if known:
            self._replace(made, known, [])
            return True
        things = {one: text for one, text in made.descriptions.items() if self._described.get(one) != hash(text)}
        there = self._there([one for one in things if one not in self._described])
        old = {one: text for one, text in things.items() if one in self._described or one in there}
        # Descriptions first: an article must never be there before its actors' names.
        if old:
            self.backend.update(f"{undescription(old)} ;\n{insertion(read(''.join(old.values())))}")
        new = [text for one, text in things.items() if one not in old]
        if made.articles:
            self.backend.load("".join([*new, *made.articles.values()]))
        if len(self._described) > REMEMBERED:
            self._described.clear()
        self._described |= {one: hash(text) for one, text in things.items()}
        return False

    def reviewed(self, made: Batch) -> Batch:
        """The batch as it is to be written; a store that keeps judgements applies them here, whoever writes."""
        return made

    def forget(self) -> None:
        """Take no description for known any more: somebody else wrote some."""
        self._described.clear()

    def _there(self, nodes: Iterable[str]) -> set[str]:
        """Those of some nodes, as N-Triples writes them, that are described already."""
        asked = " ".join(nodes)
        if not asked:
            return set()
        rows = self.query(
            f"SELECT DISTINCT ?n {{ VALUES ?n {{ {asked} }} GRAPH {ACTORS_GRAPH} {{ ?n ?told ?value }} VALUES ?told {{ {DESCRIBED} }} }}"
        ).rows
        return {node(iri) for (iri,) in rows}

    def sweep(self) -> None:
        """Take away actors, offices and places to which nothing leads any more."""
        self._described.clear()
        self.backend.update(sweeping())

    def _replace(self, made: Batch, known: Iterable[str], after: Iterable[str]) -> None:
        self._described.clear()
        before = [undescription(made.descriptions)] if made.descriptions else []
        before += [removal(article_iri(identifier)) for identifier in known]
        self.backend.update(" ;\n".join([*before, insertion(read(made.text())), *after]))

    def add(self, statements: Iterable[Statement]) -> None:
        """Write statements, article by article; each article's graph is replaced by its statements."""
        by_article: dict[str, list[Statement]] = defaultdict(list)
        articles: dict[str, Article] = {}
        for statement in statements:
            by_article[statement.article.id].append(statement)
            articles[statement.article.id] = statement.article
        self.load(Extraction(articles[identifier], mine, ()) for identifier, mine in by_article.items())

    def remove(self, article: str) -> bool:
        """Take away an article, its facts, and actors that no other article mentions; False where there was no such article."""
        if not self.query(f"ASK {{ {article_iri(article)} a dg:Article }}").boolean:
            return False
        self._described.clear()
        self.backend.update(f"{removal(article_iri(article))} ;\n{sweeping()}")
        return True

    def _mentioned(self, article: str) -> set[str]:
        rows = self.query(f"SELECT ?actor {{ {article_iri(article)} dg:mentions ?actor }}").rows
        return {actor for (actor,) in rows}

    # Reading ---------------------------------------------------------------------------------------------------------

    def articles(self) -> list[str]:
        """The ids of all articles, sorted."""
        return [
            row[0] for row in self.query("SELECT ?id { ?a a dg:Article ; dcterms:identifier ?id } ORDER BY ?id").rows
        ]

    def origins(self, articles: Iterable[str]) -> dict[str, Origin | None]:
        """Those of some articles (ids) that are in the graph, with what they were made of where a build told it."""
        asked = {article_iri(identifier).value: identifier for identifier in articles}
        if not asked:
            return {}
        # Named by its graph, an article is looked up; without, all articles would be walked through.
        rows = self.query(
            f"SELECT ?a ?content ?extractor {{ VALUES ?a {{ {' '.join(map(node, asked))} }}"
            " GRAPH ?a { ?a a dg:Article . OPTIONAL { ?a dg:contentDigest ?content ; dg:extractorDigest ?extractor } } }"
        ).rows
        return {asked[iri]: Origin(content, extractor) if content else None for iri, content, extractor in rows}

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        """Ids and fingerprints of the articles that are no copies, the latest `COMPARED` of them: copies come within days."""
        rows = self.query(
            "SELECT ?id ?print { ?a a dg:Article ; dcterms:identifier ?id ; dg:fingerprint ?print OPTIONAL { ?a dcterms:date ?day } }"
            f" ORDER BY DESC(?day) ?id LIMIT {COMPARED}"
        ).rows
        yield from ((identifier, told) for identifier, told in rows)

    def query(self, sparql: str, *, limit: int | None = None, timeout: float | None = None) -> Answer:
        """The answer to a SPARQL query over the union of all graphs: at most `limit` rows, within `timeout` seconds.

        Raises `QueryError` for anything but a plain query, and where the time is over.
        """
        return ask(self.backend, sparql, limit=limit, timeout=timeout)

    def quads(self) -> Iterator[Quad]:
        """All quads, sorted, so that the same graph gives the same bytes."""
        return iter(sorted(self.backend.quads(), key=str))
