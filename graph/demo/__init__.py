"""The embedded corpus of the demo: German articles written for this project from public facts."""

from collections.abc import Iterator
from importlib.resources import as_file, files

from extractors.article import Article
from extractors.reading import Unreadable, read


def articles() -> Iterator[Article]:
    """The articles, by id."""
    with as_file(files("graph.demo").joinpath("articles")) as folder:
        for found in read([folder]):
            if isinstance(found, Unreadable):
                raise ValueError(f"{found.name}: {found.reason}")
            yield found
