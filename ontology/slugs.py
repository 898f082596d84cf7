"""Slugs: the ids of actors and places that Wikidata does not have, made of their names."""

import re
import unicodedata


def slug(name: str) -> str:
    """The name in lower-case ASCII with hyphens: *Coalition of the willing (Ukraine)* → `coalition-of-the-willing-ukraine`."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-") or "x" + plain.encode().hex()[:24]
