"""XML: feeds and agencies' messages, by the root element. Entities are refused: they can blow up and read files."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

from extractors.article import Article
from extractors.reading import feeds, wires
from extractors.reading.records import ArticleError
from extractors.reading.sources import Source, whole


def xml(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """The articles of an XML file. Raises `ArticleError` for XML of another kind, for broken XML, and for entities."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        # RSS 0.91 names its document type, which is not fetched.
        root = fromstring(whole(stream), forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise ArticleError("this XML declares entities, which are refused") from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise ArticleError(f"broken XML: {error}") from error
    reader = wires.messages if feeds.local(root) in wires.MESSAGES else feeds.feed
    yield from reader(root, source)
