"""`diplograph ontology`: the ontology for people or for other programs."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.terminal import UserError, messages
from graph.pages.ontology import page
from ontology.vocabulary import ontology_text


def ontology(
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The file to write: .html to read, .ttl for programs.")
    ] = Path("ontology.html"),
) -> None:
    """Write the ontology as one HTML page, or as the Turtle that it is made from.

    Example: diplograph ontology -o ontology.html
    """
    makers: dict[str, Callable[[], str]] = {".html": page, ".ttl": ontology_text}
    if out.suffix.lower() not in makers:
        raise UserError(f"{out}: the ontology is written as .html or .ttl")
    try:
        out.write_text(makers[out.suffix.lower()](), encoding="utf8")
    except OSError as error:
        raise UserError(f"{out}: cannot be written ({error.strerror})") from error
    messages().print(f"wrote {out} ({out.stat().st_size:,} bytes)", markup=False)
