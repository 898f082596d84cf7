"""Mail (RFC 5322): a newsletter or an alert as one article."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO

from extractors.article import Article
from extractors.reading.markup import plain_text
from extractors.reading.records import ArticleError, from_text
from extractors.reading.sources import Source, whole


def mail(stream: BinaryIO, source: Source) -> Iterator[tuple[str, Article | ArticleError]]:
    """A mail: its subject is the title, its day that of the article, its sender the outlet. Attachments are named, not read."""
    raw = whole(stream)
    try:
        message = message_from_bytes(raw, policy=policy.default)
        parts, text, attached = _parts(message)
    except Exception as error:
        # The parser of headers raises many kinds on hostile ones.
        raise ArticleError(f"the mail cannot be read ({type(error).__name__})") from error
    made = from_text(text, source.name, parts)
    yield "", made
    for name in attached:
        yield f"!{name}", ArticleError("an attachment is not read; save it and name it")


def _parts(message: EmailMessage) -> tuple[dict[str, str | None], str, list[str]]:
    body = message.get_body(preferencelist=("plain", "html"))
    content = body.get_content() if body else ""
    text = plain_text(content) if body and body.get_content_subtype() == "html" else content
    name, address = parseaddr(str(message.get("From", "")))
    parts: dict[str, str | None] = {
        "title": str(message.get("Subject", "")),
        "date": str(message.get("Date", "")),
        "outlet": name or address.partition("@")[2],
    }
    attached = [part.get_filename() or "attachment" for part in message.iter_attachments()]
    return parts, text, attached
