"""Fills a template of ours."""

from collections.abc import Mapping


def filled(template: str, fields: Mapping[str, str]) -> str:
    """The template with each mark `{{NAME}}` replaced by its field. Raises `KeyError` for a mark without one.

    One pass over our own text: what is filled in is never looked at again, so no field can hold another's mark.
    """
    first, *parts = template.split("{{")
    return first + "".join(fields[name] + rest for name, _, rest in (part.partition("}}") for part in parts))
