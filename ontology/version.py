"""Which version of diplograph runs."""

import tomllib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

CHECKOUT = Path(__file__).parents[1] / "pyproject.toml"


@lru_cache
def running() -> str:
    """The version of the checkout that holds this file, installed or not; elsewhere that of the installed distribution."""
    if CHECKOUT.is_file():
        project = tomllib.loads(CHECKOUT.read_text(encoding="utf8")).get("project", {})
        if project.get("name") == "diplograph":
            return str(project["version"])
    return version("diplograph")
