"""What a build is made of: the settings, and digests that tell whether building an article again would change anything."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import extractors
import ontology
from extractors.article import Article
from graph.rdf.batch import Origin

DIGEST = 16
# Neither caches nor what trains a pipeline has a say in what is extracted.
OUTSIDE = frozenset(("__pycache__", "training"))


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose: a pipeline, files of offices and of predicates (as given, or None), the least confidence, the text or not."""

    pipeline: str | None = None
    actors: str | None = None
    lexicon: str | None = None
    min_confidence: float = 0.0
    keep_text: bool = False


@lru_cache
def extractor_digest() -> str:
    """A digest of the extractor's code, tables and weights, in hexadecimal: one changed line of a lexicon changes it."""
    found = hashlib.sha256()
    for package in (extractors, ontology):
        folder = Path(package.__path__[0])
        for file in sorted(_files(folder), key=lambda file: file.relative_to(folder).as_posix()):
            found.update(f"{package.__name__}/{file.relative_to(folder).as_posix()}\0".encode())
            found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()[:DIGEST]


def _files(folder: Path) -> Iterator[Path]:
    for place in folder.rglob("*"):
        if place.is_file() and not OUTSIDE.intersection(place.relative_to(folder).parts):
            yield place


class Origins:
    """The origins of articles under some settings."""

    def __init__(self, settings: Settings) -> None:
        """Raises `OSError` where the user's files cannot be read."""
        own = [Path(file).read_bytes() for file in (settings.actors, settings.lexicon) if file]
        # What nobody asks for changes no digest: a graph of before stays up to date.
        kept = ("text",) if settings.keep_text else ()
        self._common = repr((settings.pipeline, bool(settings.actors), own, settings.min_confidence, *kept))
        self.extractor = extractor_digest()

    def __call__(self, article: Article) -> Origin:
        """The origin of an article: of all that was read, and of the settings."""
        # What was repaired is counted for the report; the text that it led to is what is built.
        parts = [repr(getattr(article, field.name)) for field in fields(article) if field.name != "changes"]
        whole = "\0".join([*parts, self._common]).encode("utf8", "backslashreplace")
        return Origin(hashlib.sha256(whole).hexdigest()[:DIGEST], self.extractor)
