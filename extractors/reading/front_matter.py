"""What stands above a text in Markdown: YAML between `---` (Jekyll, Hugo), TOML between `+++` (Hugo)."""

import re
import tomllib
from typing import Any

from extractors.reading.fields import NAMES, folded

MATTER = re.compile(r"\A(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<inside>.*?)\r?\n(?P=fence)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
LONGEST = 100_000


def front_matter(text: str) -> tuple[dict[str, str | None], str]:
    """The parts of an article that its front matter names, and the text below; none, where it has none or it is no mapping."""
    found = MATTER.match(text[: LONGEST + 10]) or None
    if not found:
        return {}, text
    inside = found["inside"]
    values = _toml(inside) if found["fence"] == "+++" else _yaml(inside)
    parts: dict[str, str | None] = {}
    by_name = {folded(name): value for name, value in reversed(values.items())}
    for part, names in NAMES.items():
        if (
            value := next((by_name[name] for name in names if by_name.get(name) not in (None, "", [])), None)
        ) is not None:
            parts[part] = _line(value)
    return parts, text[found.end() :]


def _line(value: Any) -> str:
    return str(value[0] if isinstance(value, list) else value).strip()


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return _by_hand(text, "=")


def _yaml(text: str) -> dict[str, Any]:
    import yaml

    try:
        # Anchors can blow up; front matter has no use for them.
        loaded = None if re.search(r"(?m)^[^#\n]*:\s+[&*]\w", text) else yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        loaded = None
    if not isinstance(loaded, dict):
        return _by_hand(text, ":")
    return {str(name): value for name, value in loaded.items()}


def _by_hand(text: str, sign: str) -> dict[str, Any]:
    """Name and value a line, for what no parser takes: titles with a colon, "15 00 00 +0200"."""
    found: dict[str, Any] = {}
    for line in text.splitlines():
        name, sign_there, value = line.partition(sign)
        if sign_there and re.fullmatch(r"[\w -]{1,40}", name.strip()):
            found.setdefault(name.strip(), value.strip().strip("\"'").strip())
    return found
